//! Samples that a user brought or drew: what they are, and as they travel between desk, page and trainer.

use std::collections::HashMap;

use ndarray::{Array2, Axis};
use serde::{Deserialize, Serialize};

use super::{Dataset, FileFault, held_out_of};
use crate::random::{Purpose, permutation, stream};
use crate::settings::{Settings, Shape, Traits};

/// Samples of the user's own, with what they are called.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnData {
    /// What the user calls them: a file's name.
    pub title: String,
    pub shape: Shape,
    /// x: (n, d), row by row.
    pub values: Vec<f32>,
    /// One class per sample; all 0 where there are none.
    pub labels: Vec<u8>,
    /// What the classes are called; none where there are none.
    pub classes: Vec<String>,
    /// What the features are called; none for images.
    pub features: Vec<String>,
}

impl OwnData {
    /// The fewest samples of which some can be held out.
    pub const LEAST: usize = 5;
    /// A class is a byte, and has a colour of its own at best.
    pub const MOST_CLASSES: usize = 64;

    pub fn traits(&self) -> Traits {
        let most_samples = u32::try_from(self.labels.len()).unwrap_or(u32::MAX);
        let is_image = matches!(self.shape, Shape::Image { .. });
        Traits {
            shape: self.shape,
            is_unit_range: is_image && self.values.iter().all(|x| (0.0..=1.0).contains(x)),
            most_samples,
            default_samples: most_samples.min(2000),
        }
    }

    /// How many samples are copies of an earlier one.
    pub fn copies(&self) -> usize {
        let firsts = firsts(&self.values, self.shape.features());
        firsts
            .iter()
            .enumerate()
            .filter(|(i, first)| i != *first)
            .count()
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        // Into memory, nothing can fail.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// Checked: the bytes may have been kept elsewhere.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, FileFault> {
        let data: Self = postcard::from_bytes(bytes).map_err(|_| FileFault::Damaged)?;
        data.checked()
    }

    /// Itself, where it is sound.
    pub fn checked(self) -> Result<Self, FileFault> {
        let (n, d) = (self.labels.len(), self.shape.features());
        let classes = self.classes.len().max(1);
        if n < Self::LEAST || d < 2 || n.checked_mul(d) != Some(self.values.len()) {
            return Err(FileFault::WrongLength);
        }
        let is_in_range = classes <= Self::MOST_CLASSES
            && self
                .labels
                .iter()
                .all(|&label| usize::from(label) < classes);
        if !is_in_range || self.values.iter().any(|x| !x.is_finite()) {
            return Err(FileFault::OutOfRange);
        }
        Ok(self)
    }

    /// The samples that the settings ask for. Copies of a row are on one side of the split, so that nothing
    /// held out has been seen.
    pub fn dataset(&self, settings: &Settings) -> Result<Dataset, FileFault> {
        let d = self.shape.features();
        let x = ndarray::ArrayView2::from_shape((self.labels.len(), d), &self.values)
            .map_err(|_| FileFault::WrongLength)?;
        let mut chosen = permutation(&mut stream(settings.seed, Purpose::Data), self.labels.len());
        chosen.truncate(settings.n as usize);
        let x = x.select(Axis(0), &chosen);
        let order = permutation(&mut stream(settings.seed, Purpose::Split), chosen.len());
        let values: Vec<f32> = x.iter().copied().collect();
        let (order, n_train) = apart(&order, &firsts(&values, d));
        Ok(Dataset {
            shape: self.shape,
            x: x.select(Axis(0), &order),
            labels: order.iter().map(|&i| self.labels[chosen[i]]).collect(),
            factors: Array2::zeros((order.len(), 0)),
            classes: self.classes.clone(),
            n_train,
            n_novel: 0,
            homes: Vec::new(),
        })
    }
}

/// For each row of d values the first row that is its equal.
fn firsts(values: &[f32], d: usize) -> Vec<usize> {
    let mut known: HashMap<Vec<u32>, usize> = HashMap::new();
    let rows = values.chunks_exact(d).enumerate();
    rows.map(|(i, row)| {
        // 0 and −0 are equal.
        let bits = row.iter().map(|x| (x + 0.0).to_bits()).collect();
        *known.entry(bits).or_insert(i)
    })
    .collect()
}

/// The order with copies behind the first of their kind, and how many of it are to be trained on: about four
/// fifths, and no kind on both sides where there are two.
fn apart(order: &[usize], first: &[usize]) -> (Vec<usize>, usize) {
    let mut members: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut kinds = Vec::new();
    for &i in order {
        let kin = members.entry(first[i]).or_default();
        if kin.is_empty() {
            kinds.push(first[i]);
        }
        kin.push(i);
    }
    let wanted = order.len() - held_out_of(order.len());
    let mut gathered = Vec::with_capacity(order.len());
    let mut cuts = Vec::new();
    for kind in kinds {
        gathered.extend(&members[&kind]);
        cuts.push(gathered.len());
    }
    // The last is no cut.
    cuts.pop();
    let nearest = cuts.into_iter().min_by_key(|cut| cut.abs_diff(wanted));
    (gathered, nearest.unwrap_or(wanted))
}
