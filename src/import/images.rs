//! Grey images of any size -> square ones of 8, 16 or 28 pixels, ink on paper.

use super::{Choices, Content, Fault, Import, Incoming, Sheet, fault, stem};
use crate::data::OwnData;
use crate::settings::Shape;
use crate::words::desk_words;

/// The sides that images may have.
pub const SIDES: [usize; 3] = [8, 16, 28];

/// How images come, and what they become.
pub struct Looks {
    pub width: usize,
    pub height: usize,
    /// Of what they become.
    pub side: usize,
    /// Whether white becomes ink; `None` has their edges decide.
    pub inverted: Option<bool>,
}

/// The side of square images where rows of d values, none negative, may be such.
pub fn side_of(values: &[f64], d: usize) -> Option<usize> {
    let side = SIDES.into_iter().find(|side| side * side == d)?;
    values.iter().all(|x| *x >= 0.0).then_some(side)
}

/// The side nearest to what images have.
pub fn likely_side(width: usize, height: usize) -> usize {
    let across = width.max(height);
    let fitting = SIDES.into_iter().find(|&side| across <= side);
    fitting.unwrap_or(SIDES[2])
}

/// Images of one size, row by row in `values`, (n, width·height).
pub fn finished(name: &str, values: &[f64], looks: Looks) -> Result<Import, Fault> {
    let words = &desk_words().import;
    let Looks {
        width,
        height,
        side,
        inverted,
    } = looks;
    let d = width * height;
    let n = values.len().checked_div(d).unwrap_or(0);
    if n < OwnData::LEAST {
        let found = words.images(n);
        return Err(fault(name, &words.at_least_images(OwnData::LEAST), &found));
    }
    if values.iter().any(|x| !x.is_finite()) {
        return Err(fault(name, words.a_finite_number, words.not_finite));
    }
    let (low, high) = values.iter().fold((f64::MAX, f64::MIN), |(low, high), &x| {
        (low.min(x), high.max(x))
    });
    if low == high {
        return Err(fault(name, words.what_varies, words.all_the_same));
    }
    let (low, high) = scale(values, low, high);
    let unit: Vec<f32> = values
        .iter()
        .map(|x| ((x - low) / (high - low)) as f32)
        .collect();
    let inverted = inverted.unwrap_or_else(|| is_on_white(&unit, width, height));
    let mut samples = Vec::with_capacity(n * side * side);
    for image in unit.chunks_exact(d) {
        let ink: Vec<f32> = image
            .iter()
            .map(|x| if inverted { 1.0 - x } else { *x })
            .collect();
        samples.extend(resampled(&ink, width, height, side));
    }
    let mut understood = vec![words.images_of(n, width, height)];
    if (width, height) != (side, side) {
        understood.push(words.resized(side));
    }
    if inverted {
        understood.push(words.white_paper.to_owned());
    }
    Ok(Import {
        data: OwnData {
            title: stem(name).to_owned(),
            shape: Shape::Image {
                width: side,
                height: side,
            },
            values: samples,
            labels: vec![0; n],
            classes: Vec::new(),
            features: Vec::new(),
        },
        understood,
        left_out: Vec::new(),
        sheet: Sheet {
            side: Some(side),
            inverted,
            ..Sheet::default()
        },
    })
}

/// What is black and what is white: parts of one, levels to 16 or to 255 where all values are whole numbers and some use
/// the half of them, or whatever there is.
fn scale(values: &[f64], low: f64, high: f64) -> (f64, f64) {
    let are_levels = values.iter().all(|value| value.fract() == 0.0);
    let is_usual =
        |white: f64| high <= white && (white == 1.0 || (are_levels && high > 0.5 * white));
    match [1.0, 16.0, 255.0]
        .into_iter()
        .find(|&white| is_usual(white))
    {
        Some(white) if low >= 0.0 => (0.0, white),
        _ => (low, high),
    }
}

/// Whether images stand on white: their edges are mostly light.
fn is_on_white(values: &[f32], width: usize, height: usize) -> bool {
    let is_edge = |at: usize| {
        let (x, y) = (at % width, at / width);
        x == 0 || y == 0 || x + 1 == width || y + 1 == height
    };
    let (mut sum, mut count) = (0.0, 0.0);
    for image in values.chunks_exact(width * height) {
        for (at, value) in image.iter().enumerate().filter(|(at, _)| is_edge(*at)) {
            debug_assert!(at < image.len());
            sum += f64::from(*value);
            count += 1.0;
        }
    }
    sum > 0.5 * count
}

/// An image within a square of this side, each pixel the mean of what it covers; paper is 0.
pub fn resampled(image: &[f32], width: usize, height: usize, side: usize) -> Vec<f32> {
    if (width, height) == (side, side) {
        return image.to_vec();
    }
    let across = width.max(height);
    let (left, top) = ((across - width) / 2, (across - height) / 2);
    let weights = covers(across, side);
    let mut rows = vec![0.0; height * side];
    for y in 0..height {
        for (out, cover) in weights.iter().enumerate() {
            let inside = cover
                .iter()
                .filter(|(x, _)| (left..left + width).contains(x));
            rows[y * side + out] = inside
                .map(|(x, part)| part * image[y * width + x - left])
                .sum();
        }
    }
    let mut samples = vec![0.0; side * side];
    for (out, cover) in weights.iter().enumerate() {
        for x in 0..side {
            let inside = cover
                .iter()
                .filter(|(y, _)| (top..top + height).contains(y));
            let sum: f32 = inside
                .map(|(y, part)| part * rows[(y - top) * side + x])
                .sum();
            samples[out * side + x] = sum.clamp(0.0, 1.0);
        }
    }
    samples
}

/// For each of `side` pixels, which of `across` it covers, and with what part of itself.
fn covers(across: usize, side: usize) -> Vec<Vec<(usize, f32)>> {
    let pitch = across as f32 / side as f32;
    let cover = |out: usize| {
        let (from, to) = (out as f32 * pitch, (out + 1) as f32 * pitch);
        let last = (to.ceil() as usize).min(across);
        let covered = (from as usize..last).map(|at| {
            let part = to.min((at + 1) as f32) - from.max(at as f32);
            (at, part.max(0.0) / pitch)
        });
        covered.collect()
    };
    (0..side).map(cover).collect()
}

/// Pictures that the browser has decoded; folders are classes.
pub fn from_pictures(files: &[Incoming], choices: &Choices) -> Result<Import, Fault> {
    let words = &desk_words().import;
    let mut pictures = Vec::new();
    let mut others = Vec::new();
    for file in files {
        match &file.content {
            Content::Picture {
                width,
                height,
                levels,
            } if width * height == levels.len() && !levels.is_empty() => {
                pictures.push((&file.name, *width, *height, levels));
            }
            _ => others.push(file.name.clone()),
        }
    }
    let likely = pictures
        .iter()
        .map(|(_, width, height, _)| likely_side(*width, *height))
        .max();
    let side = choices.side.or(likely).unwrap_or(SIDES[2]);
    // Edges decide in each picture's own size.
    let light = pictures.iter().filter(|(_, width, height, levels)| {
        let unit: Vec<f32> = levels
            .iter()
            .map(|&level| f32::from(level) / 255.0)
            .collect();
        is_on_white(&unit, *width, *height)
    });
    let inverted = choices
        .inverted
        .unwrap_or_else(|| 2 * light.count() > pictures.len());
    let mut values = Vec::with_capacity(pictures.len() * side * side);
    for (_, width, height, levels) in &pictures {
        let ink: Vec<f32> = levels
            .iter()
            .map(|&level| f32::from(if inverted { 255 - level } else { level }) / 255.0)
            .collect();
        values.extend(
            resampled(&ink, *width, *height, side)
                .into_iter()
                .map(f64::from),
        );
    }
    let first = files.first().map_or("", |file| file.name.as_str());
    let name = folder(first).unwrap_or(first);
    let looks = Looks {
        width: side,
        height: side,
        side,
        inverted: Some(false),
    };
    let mut import = finished(name, &values, looks)?;
    let folders: Vec<&str> = pictures
        .iter()
        .map(|(name, ..)| folder(name).unwrap_or_default())
        .collect();
    let mut classes: Vec<&str> = folders.clone();
    classes.sort_unstable();
    classes.dedup();
    if (2..=super::MOST_CLASSES).contains(&classes.len()) {
        let at = |folder: &&str| classes.binary_search(folder).map_or(0, |at| at as u8);
        import.data.labels = folders.iter().map(at).collect();
        import.data.classes = classes.iter().map(|name| (*name).to_owned()).collect();
        import.understood.push(words.by_folder(classes.len()));
    }
    import.understood[0] = words.pictures(pictures.len(), side);
    if inverted {
        import.understood.push(words.white_paper.to_owned());
    }
    import.sheet.inverted = inverted;
    if !others.is_empty() {
        import
            .left_out
            .push(words.no_pictures(others.len(), &super::quoting::listed(&others)));
    }
    Ok(import)
}

/// The folder that a file is in.
fn folder(name: &str) -> Option<&str> {
    let (path, _) = name.rsplit_once('/')?;
    Some(path.rsplit('/').next().unwrap_or(path))
}
