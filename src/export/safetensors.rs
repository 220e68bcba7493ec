//! The weights as safetensors: PyTorch loads them as a state dictionary, and this page goes on from them.

use std::collections::HashMap;

use ndarray::{ArrayD, IxDyn};
use safetensors::tensor::TensorView;
use safetensors::{Dtype, SafeTensorError, SafeTensors, serialize};

use super::run_file::{Fault, Head};
use super::tensors;
use crate::model::Autoencoder;
use crate::protocol::SavedRun;

/// Where the metadata holds the head of the page's own file.
const HEAD: &str = "hourglass";

/// A run of this network.
pub fn file(run: &SavedRun, network: &Autoencoder<f32>) -> Result<Vec<u8>, super::Trouble> {
    let head = serde_json::to_string(&Head::of(run))?;
    let tensors: Vec<(String, Vec<usize>, Vec<u8>)> = tensors::all(run, network)
        .into_iter()
        .map(|tensor| {
            let bytes = tensor.values.iter().flat_map(|value| value.to_le_bytes());
            let shape = tensor.values.shape().to_vec();
            (tensor.name, shape, bytes.collect())
        })
        .collect();
    let views = tensors
        .iter()
        .map(|(name, shape, bytes)| {
            let view = TensorView::new(Dtype::F32, shape.clone(), bytes)?;
            Ok((name.as_str(), view))
        })
        .collect::<Result<Vec<_>, SafeTensorError>>()?;
    let metadata = [
        (HEAD.to_owned(), head),
        ("format".to_owned(), "pt".to_owned()),
    ];
    Ok(serialize(views, Some(HashMap::from(metadata)))?)
}

/// The run in a file that this page wrote.
pub fn from_safetensors(file: &[u8]) -> Result<SavedRun, Fault> {
    let reader = |error: SafeTensorError| Fault::Reader(error.to_string());
    let (_, metadata) = SafeTensors::read_metadata(file).map_err(reader)?;
    let tensors = SafeTensors::deserialize(file).map_err(reader)?;
    let head = metadata.metadata().as_ref().and_then(|all| all.get(HEAD));
    let head: Head = serde_json::from_str(head.ok_or(Fault::OtherKind)?)
        .map_err(|error| Fault::Reader(error.to_string()))?;
    head.with(|name| {
        let tensor = tensors.tensor(name).ok()?;
        let values = match tensor.dtype() {
            Dtype::F32 => tensor.data().chunks_exact(4),
            _ => return None,
        };
        let values = values.map(|four| f32::from_le_bytes([four[0], four[1], four[2], four[3]]));
        ArrayD::from_shape_vec(IxDyn(tensor.shape()), values.collect()).ok()
    })
}
