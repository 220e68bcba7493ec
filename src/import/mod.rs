//! What a user brings -> samples to train on and what was understood of them, or an error that says where it is
//! wrong. Pure, and fetched only when asked for.

mod archive;
mod cells;
mod columns;
mod csv;
mod drawing;
mod idx;
mod images;
mod npy;
mod quoting;
mod scanned;
mod survey;
mod table;
mod text;

use serde::{Deserialize, Serialize};

use crate::data::OwnData;
use crate::words::desk_words;

pub use drawing::{Album, Cloud, Place, Tool};
pub use images::SIDES;
pub use scanned::scanned;

/// No more is read of one file, in bytes.
pub const MOST_BYTES: usize = 100 << 20;
pub const MOST_ROWS: usize = 20_000;
pub const MOST_COLUMNS: usize = 1024;
const MOST_CLASSES: usize = OwnData::MOST_CLASSES;

/// A file that was chosen, dropped or pasted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Incoming {
    /// With its folder, where it has one.
    pub name: String,
    pub content: Content,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Content {
    Bytes(Vec<u8>),
    /// A picture that the browser has decoded: grey levels row by row, 0 black.
    Picture {
        width: usize,
        height: usize,
        levels: Vec<u8>,
    },
}

/// How a file is to be understood where it can be understood in several ways; `None` leaves it to the file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Choices {
    /// Whether the first row names the columns.
    pub header: Option<bool>,
    /// The column that says to which class a row belongs.
    pub labels: Option<Option<usize>>,
    /// Whether columns are left as they are, and not brought to mean 0 and standard deviation 1.
    pub raw: bool,
    /// Whether rows are square images.
    pub images: Option<bool>,
    /// The side of images.
    pub side: Option<usize>,
    /// Whether white becomes ink.
    pub inverted: Option<bool>,
}

/// Samples, and what was understood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Import {
    pub data: OwnData,
    /// A sentence each.
    pub understood: Vec<String>,
    /// What was left out and why, a sentence each.
    pub left_out: Vec<String>,
    /// What can be chosen.
    pub sheet: Sheet,
}

/// What a preview shows and offers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Names of all columns, and the first rows as they stand in the file; none where they are images.
    pub columns: Vec<String>,
    pub head: Vec<Vec<String>>,
    /// Columns that may say to which class a row belongs.
    pub label_columns: Vec<usize>,
    pub labels: Option<usize>,
    /// Whether the first row names the columns; `None` where there is no such question.
    pub header: Option<bool>,
    /// Whether rows are shown as images; `None` where they cannot be.
    pub images: Option<bool>,
    pub side: Option<usize>,
    pub inverted: bool,
}

/// What became of what was brought.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    Import(Box<Import>),
    /// Pictures that only a browser can decode: to be brought again, decoded.
    Encoded(Vec<Incoming>),
}

/// Why it is no data, as a sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fault(pub String);

/// Where in a file, what was expected there and what was found.
fn fault(place: &str, expected: &str, found: &str) -> Fault {
    Fault(desk_words().import.fault(place, expected, found))
}

/// The samples in these files. They are of one kind: one table, one archive, images, or images with the file of
/// their labels.
pub fn read(files: Vec<Incoming>, choices: &Choices) -> Result<Outcome, Fault> {
    let words = &desk_words().import;
    let files = archive::unpacked(files)?;
    let Some(first) = files.first() else {
        return Err(fault(words.nothing, words.a_file, words.none));
    };
    if files
        .iter()
        .any(|file| matches!(file.content, Content::Picture { .. }))
    {
        return images::from_pictures(&files, choices).map(Outcome::from);
    }
    if files.iter().any(is_picture) {
        return Ok(Outcome::Encoded(files));
    }
    let Content::Bytes(bytes) = &first.content else {
        return Err(fault(&first.name, words.kinds, words.another_file));
    };
    if npy::is_npz(&files) {
        return npy::read_npz(&files, choices).map(Outcome::from);
    }
    if idx::is_idx(bytes) {
        return idx::read(&files, choices).map(Outcome::from);
    }
    if let [_, second, ..] = files.as_slice() {
        return Err(fault(&second.name, words.one_kind, words.another_file));
    }
    if npy::is_npy(bytes) {
        return npy::read(&first.name, bytes, choices).map(Outcome::from);
    }
    if bytes.starts_with(b"{\"kind\":") {
        return Err(fault(&first.name, words.kinds, words.a_run));
    }
    csv::read(&first.name, bytes, choices).map(Outcome::from)
}

impl From<Import> for Outcome {
    fn from(import: Import) -> Self {
        Self::Import(Box::new(import))
    }
}

/// Whether a browser can make a picture of it: PNG, JPEG, WebP or GIF.
fn is_picture(file: &Incoming) -> bool {
    let Content::Bytes(bytes) = &file.content else {
        return false;
    };
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    starts(b"\x89PNG\r\n\x1a\n")
        || starts(b"\xff\xd8\xff")
        || starts(b"GIF8")
        || (starts(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"))
}

/// A file's name without its folder and ending.
fn stem(name: &str) -> &str {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    name.split_once('.').map_or(name, |(stem, _)| stem)
}
