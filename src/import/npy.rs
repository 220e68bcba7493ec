//! NumPy's arrays, alone (`.npy`) or several in an archive (`.npz`).

use npyz::{DType, Deserialize as Number, NpyFile, Order, TypeChar};

use super::idx::array;
use super::{Choices, Content, Fault, Import, Incoming, fault};
use crate::words::desk_words;

const MAGIC: &[u8] = b"\x93NUMPY";
/// The usual names of the array of samples, and of that of their classes.
const SAMPLES: [&str; 6] = ["x", "x_train", "data", "images", "features", "arr_0"];
const CLASSES: [&str; 6] = ["y", "y_train", "labels", "label", "target", "arr_1"];

pub fn is_npy(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// Whether these are an archive's arrays.
pub fn is_npz(files: &[Incoming]) -> bool {
    let all = |file: &Incoming| matches!(&file.content, Content::Bytes(bytes) if is_npy(bytes));
    files.len() > 1 && files.iter().all(all)
}

struct Array {
    sizes: Vec<usize>,
    /// The last size runs fastest.
    values: Vec<f64>,
}

/// The samples in one array.
pub fn read(name: &str, bytes: &[u8], choices: &Choices) -> Result<Import, Fault> {
    let Array { sizes, values } = parsed(name, bytes)?;
    array(name, &sizes, values, None, choices)
}

/// The samples among several arrays, and their classes where there are such: by their names, else the first
/// array that can be samples. What is neither is not read.
pub fn read_npz(files: &[Incoming], choices: &Choices) -> Result<Import, Fault> {
    let words = &desk_words().import;
    let arrays = files.iter().filter_map(|file| match &file.content {
        Content::Bytes(bytes) => Some(Header::of(&file.name, bytes)),
        Content::Picture { .. } => None,
    });
    let arrays: Vec<Header> = arrays.collect::<Result<_, Fault>>()?;
    // Those of a usual name first, in the order of these names.
    let named = |names: &[&str]| -> Vec<&Header> {
        let usual = names
            .iter()
            .flat_map(|name| arrays.iter().filter(|array| array.is_called(name)));
        let is_other = |array: &&Header| !names.iter().any(|name| array.is_called(name));
        let all = usual.chain(arrays.iter().filter(is_other));
        all.filter(|array| array.is_numbers).collect()
    };
    let with_samples = named(&SAMPLES)
        .into_iter()
        .find(|array| array.sizes.len() > 1);
    let Some(with_samples) = with_samples else {
        let name = files.first().map_or("", |file| file.name.as_str());
        return Err(fault(name, words.array_of_samples, words.none));
    };
    let samples = parsed(with_samples.name, with_samples.bytes)?;
    let n = samples.sizes[0];
    let mut classes = None;
    for other in named(&CLASSES) {
        let is_column = other.sizes == [n] || other.sizes == [n, 1];
        if is_column && !std::ptr::eq(other, with_samples) && classes.is_none() {
            let values = parsed(other.name, other.bytes)?.values;
            classes = Some(values).filter(|all| all.iter().all(|class| class.fract() == 0.0));
        }
    }
    array(
        with_samples.name,
        &samples.sizes,
        samples.values,
        classes,
        choices,
    )
}

/// What an array says of itself.
struct Header<'a> {
    name: &'a str,
    bytes: &'a [u8],
    sizes: Vec<usize>,
    is_numbers: bool,
}

impl<'a> Header<'a> {
    fn of(name: &'a str, bytes: &'a [u8]) -> Result<Self, Fault> {
        let words = &desk_words().import;
        let file =
            NpyFile::new(bytes).map_err(|error| fault(name, words.npy, &error.to_string()))?;
        let is_numbers = match file.dtype() {
            DType::Plain(kind) => matches!(
                kind.type_char(),
                TypeChar::Bool | TypeChar::Int | TypeChar::Uint | TypeChar::Float
            ),
            _ => false,
        };
        let sizes = file.shape().iter().map(|&size| size as usize).collect();
        Ok(Self {
            name,
            bytes,
            sizes,
            is_numbers,
        })
    }

    fn is_called(&self, name: &str) -> bool {
        let own = self.name.trim_end_matches(".npy");
        own.eq_ignore_ascii_case(name)
    }
}

fn parsed(name: &str, bytes: &[u8]) -> Result<Array, Fault> {
    let words = &desk_words().import;
    let damaged = |error: &dyn std::fmt::Display| fault(name, words.npy, &error.to_string());
    let file = NpyFile::new(bytes).map_err(|error| damaged(&error))?;
    let kind = file.dtype().descr();
    let order = file.order();
    let sizes: Vec<usize> = file.shape().iter().map(|&size| size as usize).collect();
    let count = sizes
        .iter()
        .try_fold(1_usize, |product, &size| product.checked_mul(size));
    // What a header claims must be there before there is room made for it.
    if sizes.is_empty() || sizes.contains(&0) || count.is_none_or(|count| count > bytes.len()) {
        return Err(fault(
            name,
            words.array_of_samples,
            &words.dimensions(&sizes),
        ));
    }
    let values = numbers(file).ok_or_else(|| fault(name, words.array_of_numbers, &kind))?;
    let values = values.map_err(|error| damaged(&error))?;
    let values = match order {
        Order::C => values,
        Order::Fortran => by_rows(&values, &sizes),
    };
    Ok(Array { sizes, values })
}

/// The values, whatever kind of number they are; `None` where they are none.
fn numbers(file: NpyFile<&[u8]>) -> Option<std::io::Result<Vec<f64>>> {
    macro_rules! any_of {
        ($file:ident: $($kind:ty => $convert:expr),+) => {{
            $(let $file = match values::<$kind>($file, $convert) {
                Ok(values) => return Some(values),
                Err(file) => file,
            };)+
            drop($file);
            None
        }};
    }
    any_of!(file:
        f32 => f64::from, f64 => |x| x, u8 => f64::from, i8 => f64::from, u16 => f64::from, i16 => f64::from,
        u32 => f64::from, i32 => f64::from, u64 => |x| x as f64, i64 => |x| x as f64, bool => f64::from
    )
}

type Bytes<'a> = NpyFile<&'a [u8]>;

fn values<'a, T: Number>(
    file: Bytes<'a>,
    convert: fn(T) -> f64,
) -> Result<std::io::Result<Vec<f64>>, Bytes<'a>> {
    Ok(file
        .try_data::<T>()?
        .map(|value| value.map(convert))
        .collect())
}

/// Values of which the first size runs fastest, with the last running fastest.
fn by_rows(values: &[f64], sizes: &[usize]) -> Vec<f64> {
    let strides: Vec<usize> = sizes
        .iter()
        .scan(1, |stride, &size| {
            let own = *stride;
            *stride *= size;
            Some(own)
        })
        .collect();
    let place = |mut at: usize| -> usize {
        let mut from = 0;
        for (size, stride) in sizes.iter().zip(&strides).rev() {
            from += at % size * stride;
            at /= size;
        }
        from
    };
    (0..values.len()).map(|at| values[place(at)]).collect()
}
