//! Files that were chosen, dropped or written -> what is understood of them, by a thread of the desk's own.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::FileList;

use super::decode::decoded;
use crate::desk::thread::{Job, asked};
use crate::import::{Choices, Content, Import, Incoming, MOST_BYTES};
use crate::orders::{Made, Order};
use crate::words::desk_words;

/// A text as a file of its own.
pub fn as_file(text: &str) -> Vec<web_sys::File> {
    let parts = js_sys::Array::of1(&text.into());
    let name = desk_words().samples.pasted;
    let file = web_sys::File::new_with_str_sequence(&parts, name);
    file.into_iter().collect()
}

pub fn listed(files: Option<FileList>) -> Vec<web_sys::File> {
    let files = files.into_iter();
    files
        .flat_map(|files| (0..files.length()).filter_map(move |at| files.get(at)))
        .collect()
}

/// The bytes of files. An error is a sentence; one that is too large is not read at all.
pub async fn contents(chosen: Vec<web_sys::File>) -> Result<Vec<Incoming>, String> {
    let words = &desk_words().import;
    let total: f64 = chosen.iter().map(|file| file.size()).sum();
    if total > MOST_BYTES as f64 {
        let name = chosen.first().map(web_sys::File::name).unwrap_or_default();
        let found = words.megabytes((total / f64::from(1 << 20)) as usize);
        return Err(words.fault(&name, &words.at_most_megabytes(MOST_BYTES >> 20), &found));
    }
    let mut read = Vec::with_capacity(chosen.len());
    for file in chosen {
        let path = js_sys::Reflect::get(&file, &"webkitRelativePath".into());
        let path = path
            .ok()
            .and_then(|path| path.as_string())
            .filter(|path| !path.is_empty());
        let buffer = JsFuture::from(file.array_buffer()).await;
        let buffer = buffer.map_err(|_| desk_words().desk.gone.to_owned())?;
        read.push(Incoming {
            name: path.unwrap_or_else(|| file.name()),
            content: Content::Bytes(Uint8Array::new(&buffer).to_vec()),
        });
    }
    Ok(read)
}

/// What is understood of files; what the browser must decode is decoded, kept, and asked about again. An error is
/// a sentence, and void where it is not the newest that is asked.
pub async fn understood(
    files: Vec<Incoming>,
    choices: Choices,
    job: &RefCell<Option<Job>>,
    (is_newest, tell, keep): (&impl Fn() -> bool, impl Fn(String), impl Fn(Vec<Incoming>)),
) -> Result<Rc<Import>, String> {
    let mut order = Order::Import {
        files,
        choices: choices.clone(),
    };
    // Pictures in an archive are found in the first round, and read in the second.
    for _ in 0..2 {
        let made = asked(order, job).await;
        match made {
            Ok(Made::Samples(import)) => return Ok(Rc::new(*import)),
            Ok(Made::Encoded(encoded)) => {
                let files = decoded(encoded, &tell).await;
                if !is_newest() {
                    break;
                }
                keep(files.clone());
                order = Order::Import {
                    files,
                    choices: choices.clone(),
                };
            }
            Ok(Made::Refused(fault)) => return Err(fault.0),
            Ok(_) => break,
            Err(why) => return Err(why),
        }
    }
    Err(desk_words().samples.undecoded.to_owned())
}
