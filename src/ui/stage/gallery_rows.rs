//! Which images the gallery shows.

use std::ops::Range;

use crate::protocol::{Matrix, Nonsense};
use crate::session::Picture;
use crate::ui::shared::tile_canvas::Concept;
use crate::words::words;

/// Which of the gallery's images.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    #[default]
    HeldOut,
    Training,
}

impl Part {
    pub fn meaning(self) -> &'static str {
        match self {
            Self::HeldOut => words().stage.held_out_help,
            Self::Training => words().stage.seen_help,
        }
    }
}

/// The images of a part among those of the gallery: held-out ones come first.
pub fn columns(picture: &Picture, part: Part) -> Range<usize> {
    let gallery = &picture.shown.gallery;
    let is_training = |sample: &u32| (*sample as usize) < picture.facts.n_train;
    let split = gallery
        .iter()
        .position(is_training)
        .unwrap_or(gallery.len());
    match part {
        Part::HeldOut => 0..split,
        Part::Training => split..gallery.len(),
    }
}

/// Whether the gallery has images that the network was trained on.
pub fn has_training(picture: &Picture) -> bool {
    !columns(picture, Part::Training).is_empty()
}

/// The images of a part that are shown: of the held-out ones a few give way to nonsense.
pub fn real(picture: &Picture, part: Part) -> Range<usize> {
    let all = columns(picture, part);
    let few = match (&picture.snapshot.nonsense, part) {
        (Some(nonsense), Part::HeldOut) => nonsense.x.rows(),
        _ => 0,
    };
    all.start..all.end.saturating_sub(few)
}

fn inputs(picture: &Picture) -> Matrix {
    let rows = picture
        .shown
        .gallery
        .iter()
        .map(|&i| picture.facts.x.row(i as usize));
    Matrix {
        columns: picture.facts.x.columns,
        values: rows.flatten().copied().collect(),
    }
}

/// Some rows of a matrix, or none where it has none.
fn select(images: &Matrix, rows: Range<usize>) -> Matrix {
    let range = rows.start * images.columns..rows.end * images.columns;
    Matrix {
        columns: images.columns,
        values: images.values.get(range).unwrap_or_default().to_vec(),
    }
}

/// The images of a part, then those of nonsense.
fn with_nonsense(
    images: &Matrix,
    picture: &Picture,
    part: Part,
    of: fn(&Nonsense) -> &Matrix,
) -> Matrix {
    let mut shown = select(images, real(picture, part));
    if part == Part::HeldOut {
        let nonsense = picture.snapshot.nonsense.as_ref().map(of);
        let values = nonsense.iter().flat_map(|nonsense| &nonsense.values);
        shown.values.extend(values);
    }
    shown
}

/// Whether the network sees corrupted images.
pub fn is_noisy(picture: &Picture) -> bool {
    !picture.snapshot.gallery_inputs.values.is_empty()
}

/// The images row by row: as they are, as the network sees them, by the autoencoder, and by PCA at
/// the same k, or, under corruption, by the same network trained without.
pub fn rows(picture: &Picture, part: Part) -> Vec<(Matrix, Concept)> {
    let snapshot = &picture.snapshot;
    let real = real(picture, part);
    let mut rows = vec![
        (
            with_nonsense(&inputs(picture), picture, part, |nonsense| &nonsense.x),
            Concept::Input,
        ),
        (
            select(&snapshot.gallery_inputs, real.clone()),
            Concept::Input,
        ),
        (
            with_nonsense(&snapshot.gallery, picture, part, |nonsense| {
                &nonsense.reconstructions
            }),
            Concept::Reconstruction,
        ),
    ];
    if let (Some(few), Part::HeldOut) = (&snapshot.uses.quantised, part) {
        rows.push((select(&few.gallery, real.clone()), Concept::Reconstruction));
        rows.push((select(&few.gallery_pca, real), Concept::Pca));
    } else if is_noisy(picture) {
        rows.push((
            select(&snapshot.gallery_plain, real),
            Concept::Reconstruction,
        ));
    } else if part == Part::HeldOut {
        rows.push((
            with_nonsense(&snapshot.gallery_pca, picture, part, |nonsense| {
                &nonsense.pca
            }),
            Concept::Pca,
        ));
    }
    rows.retain(|(images, _)| !images.values.is_empty());
    rows
}
