//! Messages <-> bytes: a head (postcard) and its arrays, which cross a thread without being copied.

use serde::{Serialize, de::DeserializeOwned};

use super::{Command, Event, Matrix, Snapshot, Weights};

/// A message on its way: the head, and the arrays that it left out, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Packet {
    pub head: Vec<u8>,
    pub arrays: Vec<Vec<f32>>,
}

/// Something that can be sent.
pub trait Message: Serialize + DeserializeOwned {
    /// The arrays that travel beside the head, always in the same order.
    fn matrices(&mut self) -> Vec<&mut Matrix> {
        Vec::new()
    }

    /// Empties the arrays into the packet.
    fn into_packet(mut self) -> Result<Packet, postcard::Error> {
        let arrays = self
            .matrices()
            .into_iter()
            .map(|matrix| std::mem::take(&mut matrix.values))
            .collect();
        let head = postcard::to_allocvec(&self)?;
        Ok(Packet { head, arrays })
    }

    fn from_packet(packet: Packet) -> Result<Self, postcard::Error> {
        let mut message: Self = postcard::from_bytes(&packet.head)?;
        for (matrix, values) in message.matrices().into_iter().zip(packet.arrays) {
            matrix.values = values;
        }
        Ok(message)
    }
}

impl Message for Command {
    fn matrices(&mut self) -> Vec<&mut Matrix> {
        match self {
            Self::Start {
                resume: Some(weights),
                ..
            } => weights.matrices().into(),
            _ => Vec::new(),
        }
    }
}

impl Message for Event {
    fn matrices(&mut self) -> Vec<&mut Matrix> {
        match self {
            Self::Started { facts, .. } => facts.matrices().into(),
            Self::Snapshot { snapshot, .. } => snapshot.matrices(),
            _ => Vec::new(),
        }
    }
}

impl Snapshot {
    fn matrices(&mut self) -> Vec<&mut Matrix> {
        let mut all = vec![
            &mut self.codes,
            &mut self.reconstructions,
            &mut self.inputs,
            &mut self.curve,
            &mut self.gallery,
            &mut self.gallery_pca,
            &mut self.gallery_inputs,
            &mut self.gallery_plain,
            &mut self.mean_activations,
            &mut self.heatmap,
            &mut self.dictionary,
            &mut self.bias,
            &mut self.heatmap_errors,
            &mut self.field,
            &mut self.trails,
        ];
        all.extend(self.facts.iter_mut().flat_map(|facts| facts.matrices()));
        if let Some(analyses) = &mut self.analyses {
            all.push(&mut analyses.hidden_components);
        }
        if let Some(sample) = &mut self.sample {
            all.extend([
                &mut sample.input,
                &mut sample.code,
                &mut sample.reconstruction,
                &mut sample.pca,
            ]);
        }
        if let Some(nonsense) = &mut self.nonsense {
            all.extend([
                &mut nonsense.x,
                &mut nonsense.reconstructions,
                &mut nonsense.pca,
            ]);
        }
        if let Some(network) = &mut self.network {
            all.extend(network.matrices());
        }
        if let Some(unit) = &mut self.unit {
            all.extend(unit.matrices());
        }
        if let Some(dissection) = &mut self.dissection {
            all.extend(dissection.matrices());
        }
        all.extend(self.uses.matrices());
        all.extend(self.score.as_mut().map(|score| &mut score.field));
        if let Some(sketch) = &mut self.sketch {
            all.extend([
                &mut sketch.input,
                &mut sketch.reconstruction,
                &mut sketch.plain,
                &mut sketch.pca,
                &mut sketch.errors,
            ]);
        }
        all.extend(self.levels.as_mut());
        all.extend(self.faces.as_mut());
        all.extend(self.probe.as_mut().map(|probe| &mut probe.decoded));
        all.extend(self.weights.iter_mut().flat_map(Weights::matrices));
        all
    }
}
