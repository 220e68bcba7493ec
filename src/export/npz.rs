//! Data, weights, codes and reconstructions for NumPy.

use std::io::{Cursor, Write};

use ndarray::ArrayViewD;
use npyz::WriterBuilder;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{Source, Trouble, tensors};

/// Writes arrays one after another, each as a file of its own.
struct Archive(ZipWriter<Cursor<Vec<u8>>>);

impl Archive {
    fn add<T: npyz::AutoSerialize + Copy>(
        &mut self,
        name: &str,
        shape: &[usize],
        values: impl IntoIterator<Item = T>,
    ) -> Result<(), Trouble> {
        self.0.start_file(format!("{name}.npy"), options())?;
        let shape: Vec<u64> = shape.iter().map(|&length| length as u64).collect();
        let mut bytes = Vec::new();
        let mut writer = npyz::WriteOptions::new()
            .default_dtype()
            .shape(&shape)
            .writer(&mut bytes)
            .begin_nd()?;
        writer.extend(values)?;
        writer.finish()?;
        Ok(self.0.write_all(&bytes)?)
    }

    fn add_array(&mut self, name: &str, array: ArrayViewD<f32>) -> Result<(), Trouble> {
        self.add(name, array.shape(), array.iter().copied())
    }
}

/// Files in a folder.
pub fn archive(files: &[(&str, Vec<u8>)]) -> Result<Vec<u8>, Trouble> {
    let mut zip = ZipWriter::new(Cursor::default());
    for (name, bytes) in files {
        zip.start_file(*name, options())?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The same bytes whenever they are written.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
}

/// x (n, d), labels (n), n_train and n_held_out; what the network sees of x where it is corrupted; codes (n, k),
/// reconstructions (n, d) and the parameters as in a state dictionary.
pub fn file(source: &Source) -> Result<Vec<u8>, Trouble> {
    let mut archive = Archive(ZipWriter::new(Cursor::default()));
    let dataset = &source.dataset;
    archive.add_array("x", dataset.x.view().into_dyn())?;
    if let Some(inputs) = &source.inputs {
        archive.add_array("inputs", inputs.view().into_dyn())?;
    }
    let labels = dataset.labels.iter().map(|&label| i64::from(label));
    archive.add("labels", &[dataset.labels.len()], labels)?;
    for (name, count) in [
        ("n_train", dataset.n_train),
        ("n_held_out", dataset.held_out_rows().len()),
    ] {
        archive.add(name, &[], [count as i64])?;
    }
    archive.add_array("codes", source.codes.view().into_dyn())?;
    archive.add_array("reconstructions", source.reconstructions.view().into_dyn())?;
    for tensor in tensors::parameters(&source.network) {
        archive.add_array(&tensor.name, tensor.values.view())?;
    }
    Ok(archive.0.finish()?.into_inner())
}
