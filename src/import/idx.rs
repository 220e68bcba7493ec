//! IDX, the format of MNIST: two zero bytes, a type, the number of dimensions, their sizes, the values, all with the
//! high byte first (LeCun, <http://yann.lecun.com/exdb/mnist/>).

use super::columns::Columns;
use super::images::{self, Looks, likely_side};
use super::{Choices, Content, Fault, Import, Incoming, MOST_CLASSES, MOST_ROWS, fault};
use crate::words::desk_words;

pub fn is_idx(bytes: &[u8]) -> bool {
    matches!(bytes, [0, 0, 0x08 | 0x09 | 0x0b..=0x0e, 1..=4, ..])
}

struct Idx<'a> {
    name: &'a str,
    sizes: Vec<usize>,
    values: Vec<f64>,
}

/// Images or rows, with the file of their labels where that is there too.
pub fn read(files: &[Incoming], choices: &Choices) -> Result<Import, Fault> {
    let words = &desk_words().import;
    let mut samples = None;
    let mut labels = None;
    for file in files {
        let idx = parsed(file)?;
        let place = if idx.sizes.len() == 1 {
            &mut labels
        } else {
            &mut samples
        };
        if place.replace(idx).is_some() {
            return Err(fault(&file.name, words.one_kind, words.another_file));
        }
    }
    let Some(samples) = samples else {
        let name = labels.map_or("", |labels| labels.name);
        return Err(fault(name, words.images_too, words.only_labels));
    };
    with_labels(samples, labels, choices)
}

fn with_labels(samples: Idx, labels: Option<Idx>, choices: &Choices) -> Result<Import, Fault> {
    let words = &desk_words().import;
    let n = samples.sizes[0];
    let classes = match labels {
        Some(labels) if labels.sizes[0] != n => {
            let expected = words.so_many_labels(n);
            return Err(fault(
                labels.name,
                &expected,
                &words.so_many_labels(labels.sizes[0]),
            ));
        }
        labels => labels.map(|labels| labels.values),
    };
    array(
        samples.name,
        &samples.sizes,
        samples.values,
        classes,
        choices,
    )
}

/// Samples in an array of two dimensions or more, the first of which counts them, and perhaps the class of each.
pub fn array(
    name: &str,
    sizes: &[usize],
    values: Vec<f64>,
    classes: Option<Vec<f64>>,
    choices: &Choices,
) -> Result<Import, Fault> {
    let words = &desk_words().import;
    let n = sizes[0];
    let mut left_out = Vec::new();
    // Of too many samples every so many-th is taken.
    let taken: Vec<usize> = (0..n.min(MOST_ROWS))
        .map(|i| (i as u64 * n as u64 / n.min(MOST_ROWS) as u64) as usize)
        .collect();
    if n > MOST_ROWS {
        left_out.push(words.sampled(n, MOST_ROWS));
    }
    let of_one = sizes[1..].iter().product::<usize>();
    let rows = taken
        .iter()
        .flat_map(|&i| &values[i * of_one..(i + 1) * of_one])
        .copied();
    let (labels, names) = named(classes.as_deref(), &taken);
    let mut import = match sizes {
        [_, height, width] => {
            let values: Vec<f64> = rows.collect();
            images::finished(name, &values, looks(*width, *height, choices))?
        }
        // The channels of a colour are averaged.
        [_, height, width, channels @ (1 | 3 | 4)] => {
            let values: Vec<f64> = rows.collect();
            let colours = values.chunks_exact(*channels).map(|colour| {
                let seen = &colour[..colour.len().min(3)];
                seen.iter().sum::<f64>() / seen.len() as f64
            });
            let grey: Vec<f64> = colours.collect();
            images::finished(name, &grey, looks(*width, *height, choices))?
        }
        [_, columns] => {
            let values: Vec<f64> = rows.collect();
            if values.iter().any(|x| !x.is_finite()) {
                return Err(fault(name, words.a_finite_number, words.not_finite));
            }
            let columns = Columns {
                names: (1..=*columns).map(|at| words.column(at)).collect(),
                values,
                labels: vec![0; taken.len()],
                ..Columns::default()
            };
            columns.finished(name, choices)?
        }
        _ => {
            return Err(fault(
                name,
                words.array_of_samples,
                &words.dimensions(sizes),
            ));
        }
    };
    if !names.is_empty() {
        import
            .understood
            .push(words.labelled(words.labels_file, names.len()));
        import.data.labels = labels;
        import.data.classes = names;
    }
    import.left_out.extend(left_out);
    Ok(import)
}

fn looks(width: usize, height: usize, choices: &Choices) -> Looks {
    Looks {
        width,
        height,
        side: choices.side.unwrap_or_else(|| likely_side(width, height)),
        inverted: choices.inverted,
    }
}

/// Classes of the chosen samples and what they are called; none where there are none, or too many.
fn named(classes: Option<&[f64]>, taken: &[usize]) -> (Vec<u8>, Vec<String>) {
    let of_taken: Vec<f64> = classes.map_or(Vec::new(), |classes| {
        taken.iter().map(|&i| classes[i]).collect()
    });
    let mut known = of_taken.clone();
    known.sort_unstable_by(f64::total_cmp);
    known.dedup();
    if !(2..=MOST_CLASSES).contains(&known.len()) {
        return (vec![0; taken.len()], Vec::new());
    }
    let at = |class: &f64| {
        known
            .binary_search_by(|known| known.total_cmp(class))
            .map_or(0, |at| at as u8)
    };
    let names = known.iter().map(f64::to_string).collect();
    (of_taken.iter().map(at).collect(), names)
}

fn parsed(file: &Incoming) -> Result<Idx<'_>, Fault> {
    let words = &desk_words().import;
    let name = file.name.as_str();
    let Content::Bytes(bytes) = &file.content else {
        return Err(fault(name, words.one_kind, words.another_file));
    };
    let (true, &[_, _, kind, dimensions, ..]) = (is_idx(bytes), bytes.as_slice()) else {
        return Err(fault(name, words.idx, words.another_file));
    };
    let dimensions = usize::from(dimensions);
    let short = || fault(name, words.whole_file, &words.bytes(bytes.len()));
    let header = 4 + 4 * dimensions;
    let rest = bytes.get(header..).ok_or_else(short)?;
    let sizes: Vec<usize> = bytes[4..header]
        .chunks_exact(4)
        .map(|size| u32::from_be_bytes([size[0], size[1], size[2], size[3]]) as usize)
        .collect();
    let number: (usize, fn(&[u8]) -> f64) = match kind {
        0x08 => (1, |b| f64::from(b[0])),
        0x09 => (1, |b| f64::from(b[0].cast_signed())),
        0x0b => (2, |b| f64::from(i16::from_be_bytes([b[0], b[1]]))),
        0x0c => (4, |b| {
            f64::from(i32::from_be_bytes([b[0], b[1], b[2], b[3]]))
        }),
        0x0d => (4, |b| {
            f64::from(f32::from_be_bytes([b[0], b[1], b[2], b[3]]))
        }),
        _ => (8, |b| {
            f64::from_be_bytes([b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7]])
        }),
    };
    let count = sizes
        .iter()
        .try_fold(1_usize, |product, &size| product.checked_mul(size));
    let wanted = count.and_then(|count| count.checked_mul(number.0));
    if wanted != Some(rest.len()) || sizes.contains(&0) {
        let found = words.bytes(rest.len());
        return Err(fault(name, &words.idx_values(&sizes), &found));
    }
    let values = rest.chunks_exact(number.0).map(number.1).collect();
    Ok(Idx {
        name,
        sizes,
        values,
    })
}
