//! The page's own compact sample files: see `static/data/README.md` for the format.

use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use ndarray::{Array2, ArrayView2, Axis};
use serde::{Deserialize, Serialize};

const MAGIC: &[u8] = b"HGI2";
const HEADER: usize = 21;
/// No file of ours is larger once inflated.
const MOST_BYTES: usize = 64 << 20;

/// What is wrong with a data set's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileFault {
    NotLoaded,
    Damaged,
    TooShort,
    OtherFormat,
    /// It ends before its labels do.
    NoLabels,
    /// Labels or levels are.
    OutOfRange,
    WrongLength,
    UnknownFilter,
    /// Its samples are of another size than the data set's.
    WrongSize,
}

/// The samples of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct SampleFile {
    /// Of one sample: values across, and rows of them.
    pub width: usize,
    pub height: usize,
    pub labels: Vec<u8>,
    /// (n, width·height).
    pub x: Array2<f32>,
}

impl SampleFile {
    /// The chosen rows: values (rows, d) and labels.
    pub fn select(&self, rows: &[usize]) -> (Array2<f32>, Vec<u8>) {
        let labels = rows.iter().map(|&i| self.labels[i]).collect();
        (self.x.select(Axis(0), rows), labels)
    }
}

/// Reads a sample file.
pub fn read_file(file: &[u8]) -> Result<SampleFile, FileFault> {
    let bytes =
        decompress_to_vec_zlib_with_limit(file, MOST_BYTES).map_err(|_| FileFault::Damaged)?;
    let (header, rest) = bytes.split_at_checked(HEADER).ok_or(FileFault::TooShort)?;
    if &header[..4] != MAGIC {
        return Err(FileFault::OtherFormat);
    }
    let [width, height, most, classes] = [4, 5, 6, 7].map(|i| header[i]);
    let four = |at: usize| [header[at], header[at + 1], header[at + 2], header[at + 3]];
    let n = u32::from_le_bytes(four(8)) as usize;
    let [low, high] = [12, 16].map(|at| f32::from_le_bytes(four(at)));
    let (width, height) = (usize::from(width), usize::from(height));
    let (labels, levels) = rest.split_at_checked(n).ok_or(FileFault::NoLabels)?;
    if labels.iter().any(|&label| label >= classes) || most == 0 {
        return Err(FileFault::OutOfRange);
    }
    if levels.len() != n * width * height {
        return Err(FileFault::WrongLength);
    }
    let levels = match header[20] {
        0 => levels.to_vec(),
        1 if width > 0 && height > 0 => {
            let mut levels = levels.to_vec();
            for sample in levels.chunks_exact_mut(width * height) {
                add_predictions(sample, width, most);
            }
            levels
        }
        2 if width > 0 => dealt_out(levels, labels, width),
        _ => return Err(FileFault::UnknownFilter),
    };
    let x = ArrayView2::from_shape((n, width * height), &levels)
        .map_err(|_| FileFault::WrongLength)?
        .mapv(|level| low + (high - low) * (f32::from(level) / f32::from(most)));
    Ok(SampleFile {
        width,
        height,
        labels: labels.to_vec(),
        x,
    })
}

/// Undoes the filter: every level was stored as its difference, modulo `most` + 1, from what its
/// left, upper and upper-left neighbours predict: whichever is nearest to left + upper − corner, the
/// left one first where two are (Paeth 1991; the PNG specification, 9.4).
fn add_predictions(levels: &mut [u8], width: usize, most: u8) {
    for i in 0..levels.len() {
        let (has_left, has_upper) = (i % width > 0, i >= width);
        let at = |there: bool, back: usize| {
            if there {
                i32::from(levels[i - back])
            } else {
                0
            }
        };
        let left = at(has_left, 1);
        let upper = at(has_upper, width);
        let corner = at(has_left && has_upper, width + 1);
        let guess = left + upper - corner;
        let [to_left, to_upper, to_corner] = [left, upper, corner].map(|near| (guess - near).abs());
        let prediction = if to_left <= to_upper && to_left <= to_corner {
            left
        } else if to_upper <= to_corner {
            upper
        } else {
            corner
        };
        let level = i32::from(levels[i]) + prediction;
        levels[i] = level.rem_euclid(i32::from(most) + 1) as u8;
    }
}

/// Undoes the filter: levels were stored pixel by pixel, of each pixel those of all samples, and these in the
/// order of their class, then of the sum of their left and upper neighbours, then of the samples: levels
/// whose surroundings are alike stand beside each other.
fn dealt_out(stored: &[u8], labels: &[u8], width: usize) -> Vec<u8> {
    let d = stored.len().checked_div(labels.len()).unwrap_or(0);
    let mut levels = vec![0; stored.len()];
    for (pixel, of_pixel) in stored.chunks_exact(labels.len().max(1)).enumerate() {
        let neighbours = |sample: usize| {
            let at = |there: bool, back: usize| match there {
                true => usize::from(levels[sample * d + pixel - back]),
                false => 0,
            };
            at(pixel % width > 0, 1) + at(pixel >= width, width)
        };
        let places: Vec<usize> = labels
            .iter()
            .enumerate()
            .map(|(sample, &label)| MOST_SUM * usize::from(label) + neighbours(sample))
            .collect();
        for (sample, at) in ranks(&places).into_iter().enumerate() {
            levels[sample * d + pixel] = of_pixel[at];
        }
    }
    levels
}

/// Sums of two levels are below this.
const MOST_SUM: usize = 2 * u8::MAX as usize + 1;

/// Which place each of some numbers has in their order; of equal ones the first comes first.
fn ranks(numbers: &[usize]) -> Vec<usize> {
    let most = numbers.iter().max().map_or(0, |&most| most + 1);
    let mut next = vec![0; most + 1];
    for &number in numbers {
        next[number + 1] += 1;
    }
    for number in 1..=most {
        next[number] += next[number - 1];
    }
    numbers
        .iter()
        .map(|&number| {
            next[number] += 1;
            next[number] - 1
        })
        .collect()
}
