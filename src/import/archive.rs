//! Zip and gzip: what is in them, as far as it is within bounds.

use std::io::{Cursor, Read};

use flate2::read::MultiGzDecoder;
use zip::ZipArchive;

use super::{Content, Fault, Incoming, MOST_BYTES, MOST_ROWS, fault};
use crate::words::desk_words;

/// The files themselves, out of their archives. What the system put beside them is left behind.
pub fn unpacked(files: Vec<Incoming>) -> Result<Vec<Incoming>, Fault> {
    let mut all = Vec::with_capacity(files.len());
    for file in files {
        match &file.content {
            Content::Bytes(bytes) if bytes.starts_with(b"PK\x03\x04") => {
                all.extend(unzipped(&file.name, bytes)?);
            }
            Content::Bytes(bytes) if bytes.starts_with(b"\x1f\x8b") => {
                let content = inflated(
                    &file.name,
                    MultiGzDecoder::new(bytes.as_slice()),
                    MOST_BYTES,
                )?;
                all.push(Incoming {
                    name: file.name.trim_end_matches(".gz").to_owned(),
                    content: Content::Bytes(content),
                });
            }
            _ => all.push(file),
        }
    }
    Ok(all)
}

/// No more than is allowed, whatever an archive says of its size.
fn inflated(name: &str, reader: impl Read, most: usize) -> Result<Vec<u8>, Fault> {
    let words = &desk_words().import;
    let mut bytes = Vec::new();
    let read = reader.take(most as u64 + 1).read_to_end(&mut bytes);
    if let Err(error) = read {
        return Err(fault(name, words.whole_archive, &error.to_string()));
    }
    if bytes.len() > most {
        return Err(fault(
            name,
            &words.at_most_megabytes(MOST_BYTES >> 20),
            words.more_inside,
        ));
    }
    Ok(bytes)
}

fn unzipped(name: &str, bytes: &[u8]) -> Result<Vec<Incoming>, Fault> {
    let words = &desk_words().import;
    let damaged =
        |error: &dyn std::fmt::Display| fault(name, words.whole_archive, &error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    if archive.len() > MOST_ROWS {
        let found = words.so_many_files(archive.len());
        return Err(fault(name, &words.at_most_files(MOST_ROWS), &found));
    }
    let mut left = MOST_BYTES;
    let mut files = Vec::new();
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(|error| damaged(&error))?;
        let inner = entry.name().map_err(|error| damaged(&error))?.into_owned();
        let is_hidden = inner.split('/').any(|part| part.starts_with(['.', '_']));
        if entry.is_dir() || is_hidden {
            continue;
        }
        let content = inflated(name, entry, left)?;
        left -= content.len();
        files.push(Incoming {
            name: inner,
            content: Content::Bytes(content),
        });
    }
    match files.is_empty() {
        true => Err(fault(name, words.a_file, words.none)),
        false => Ok(files),
    }
}
