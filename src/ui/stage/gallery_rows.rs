//! Which images the gallery shows.

use std::ops::Range;

use crate::protocol::{Matrix, Nonsense, Sketched};
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

/// The images of a part that are shown: of the held-out ones a few give way to nonsense, or to the student's
/// drawing.
pub fn real(picture: &Picture, part: Part) -> Range<usize> {
    let all = columns(picture, part);
    let few = match part {
        Part::HeldOut => guests(picture, |nonsense| &nonsense.x, |drawn| &drawn.input).rows(),
        Part::Training => 0,
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

/// Images beside those of the data: nonsense, or else what the student has drawn.
fn guests(
    picture: &Picture,
    nonsense: fn(&Nonsense) -> &Matrix,
    drawn: fn(&Sketched) -> &Matrix,
) -> Matrix {
    let snapshot = &picture.snapshot;
    let drawn = snapshot.sketch.as_ref().map(drawn);
    let nonsense = snapshot.nonsense.as_ref().map(nonsense);
    nonsense.or(drawn).cloned().unwrap_or_default()
}

/// The images of a part, then the guests.
fn with_guests(images: &Matrix, picture: &Picture, part: Part, guests: Matrix) -> Matrix {
    let mut shown = select(images, real(picture, part));
    if part == Part::HeldOut {
        shown.values.extend(guests.values);
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
    let none = Matrix::default;
    let guest = |nonsense, drawn| guests(picture, nonsense, drawn);
    let inputs = inputs(picture);
    let seen = match picture.snapshot.nonsense {
        Some(_) => none(),
        None => guest(|nonsense| &nonsense.x, |drawn| &drawn.input),
    };
    let mut rows = vec![
        (
            &inputs,
            guest(|nonsense| &nonsense.x, |drawn| &drawn.input),
            Concept::Input,
        ),
        (
            &snapshot.gallery,
            guest(
                |nonsense| &nonsense.reconstructions,
                |drawn| &drawn.reconstruction,
            ),
            Concept::Reconstruction,
        ),
    ];
    if is_noisy(picture) {
        rows.insert(1, (&snapshot.gallery_inputs, seen, Concept::Input));
    }
    if let (Some(few), Part::HeldOut) = (&snapshot.uses.quantised, part) {
        rows.push((&few.gallery, none(), Concept::Reconstruction));
        rows.push((&few.gallery_pca, none(), Concept::Pca));
    } else if is_noisy(picture) {
        let plain = snapshot.sketch.as_ref().map(|drawn| drawn.plain.clone());
        rows.push((
            &snapshot.gallery_plain,
            plain.unwrap_or_default(),
            Concept::Reconstruction,
        ));
    } else if part == Part::HeldOut {
        let pca = guest(|nonsense| &nonsense.pca, |drawn| &drawn.pca);
        rows.push((&snapshot.gallery_pca, pca, Concept::Pca));
    }
    let shown = rows
        .into_iter()
        .map(|(images, guests, concept)| (with_guests(images, picture, part, guests), concept));
    shown
        .filter(|(images, _)| !images.values.is_empty())
        .collect()
}
