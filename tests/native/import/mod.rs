//! What users bring: files as they should be, and files as they are.

pub mod hostile;
mod samples;

use hourglass::import::{Choices, Content, Import, Incoming, Outcome, read};

pub fn incoming(name: &str, bytes: impl Into<Vec<u8>>) -> Incoming {
    Incoming {
        name: name.to_owned(),
        content: Content::Bytes(bytes.into()),
    }
}

/// What comes of these files, as one text: samples with what was understood and left out, or an error.
pub fn told(files: Vec<Incoming>) -> String {
    match read(files, &Choices::default()) {
        Ok(Outcome::Import(import)) => summary(&import),
        Ok(Outcome::Encoded(files)) => format!("{} files for the browser to decode", files.len()),
        Err(fault) => fault.0,
    }
}

fn summary(import: &Import) -> String {
    let data = &import.data;
    assert!(data.clone().checked().is_ok(), "{import:?}");
    let mut parts = vec![format!("{:?}", data.shape)];
    parts.extend(import.understood.clone());
    parts.extend(import.left_out.iter().map(|why| format!("− {why}")));
    parts.join(" ")
}

pub fn imported(name: &str, bytes: impl Into<Vec<u8>>, choices: &Choices) -> Import {
    match read(vec![incoming(name, bytes)], choices) {
        Ok(Outcome::Import(import)) => *import,
        other => panic!("{other:?}"),
    }
}
