//! A reconstruction as a sum of atoms: the bias, then one code unit after another, the strongest first.

use super::Picture;
use crate::protocol::Snapshot;
use crate::settings::{PenaltyChoice, Settings};

/// One unit's part in the sum.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    pub unit: u32,
    /// Its activation: how often its atom is added.
    pub activation: f32,
    /// The picture after this atom, (d).
    pub so_far: Vec<f32>,
}

/// Where the decoder is one linear layer: r = bias + Σ hⱼ · atomⱼ.
#[derive(Clone, Debug, PartialEq)]
pub struct SumOfAtoms {
    pub sample: u32,
    /// (d).
    pub bias: Vec<f32>,
    pub terms: Vec<Term>,
    /// How many further units are not at 0.
    pub smaller: usize,
}

/// Above which activation an atom counts: sigmoid units are hardly ever off, so that where they are held at ρ,
/// those above it do.
pub fn least_counted(settings: &Settings, snapshot: &Snapshot) -> f32 {
    match settings.penalty {
        PenaltyChoice::Kl => settings.rho as f32,
        PenaltyChoice::None | PenaltyChoice::L1 => snapshot.least_lit,
    }
}

/// The chosen sample's sum, with at most so many terms; `None` where there is no such sum.
pub fn sum_of_atoms(picture: &Picture, most: usize) -> Option<SumOfAtoms> {
    let snapshot = &picture.snapshot;
    let (sample, atoms) = (snapshot.sample.as_ref()?, &snapshot.dictionary);
    let code = &sample.code.values;
    if snapshot.bias.values.is_empty() || atoms.rows() != code.len() {
        return None;
    }
    let part = |unit: usize| -> f32 {
        let squares: f32 = atoms.row(unit).iter().map(|w| w * w).sum();
        code[unit].abs() * squares.sqrt()
    };
    let mut lit: Vec<usize> = (0..code.len()).filter(|&unit| part(unit) > 0.0).collect();
    lit.sort_by(|&a, &b| part(b).total_cmp(&part(a)));
    let mut so_far = snapshot.bias.values.clone();
    let terms = lit.iter().take(most).map(|&unit| {
        for (pixel, w) in so_far.iter_mut().zip(atoms.row(unit)) {
            *pixel += code[unit] * w;
        }
        Term {
            unit: unit as u32,
            activation: code[unit],
            so_far: so_far.clone(),
        }
    });
    Some(SumOfAtoms {
        sample: sample.sample,
        terms: terms.collect(),
        smaller: lit.len().saturating_sub(most),
        bias: snapshot.bias.values.clone(),
    })
}
