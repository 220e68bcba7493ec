//! What the desk's thread is asked to do: a pure function from an order to what is made.

use serde::{Deserialize, Serialize};

use crate::export::{self, Format, Source, Trouble, from_json, from_safetensors};
use crate::import::{self, Choices, Import, Incoming, Outcome};
use crate::protocol::{Matrix, Message, SavedRun};
use crate::words::Spoken;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Order {
    /// A file of a run.
    Write {
        run: Box<SavedRun>,
        /// The data set's file, where it has one.
        asset: Option<Vec<u8>>,
        format: Format,
    },
    /// The run in a file.
    Read { file: Vec<u8> },
    /// Samples in files.
    Import {
        files: Vec<Incoming>,
        choices: Choices,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Made {
    File {
        name: String,
        bytes: Vec<u8>,
    },
    Run(Box<SavedRun>),
    /// Nothing could be written.
    Stuck(Trouble),
    /// Nothing could be read.
    Unreadable(export::Fault),
    /// Samples, and what was understood.
    Samples(Box<Import>),
    /// Pictures that only a browser can decode.
    Encoded(Vec<Incoming>),
    /// Nothing that can be samples; why, as a sentence.
    Refused(import::Fault),
}

impl Message for Order {
    fn matrices(&mut self) -> Vec<&mut Matrix> {
        match self {
            Self::Write { run, .. } => run.matrices(),
            Self::Read { .. } | Self::Import { .. } => Vec::new(),
        }
    }
}

impl Message for Made {
    fn matrices(&mut self) -> Vec<&mut Matrix> {
        match self {
            Self::Run(run) => run.matrices(),
            _ => Vec::new(),
        }
    }
}

/// An order, and how the page speaks that gives it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Errand {
    pub spoken: Spoken,
    pub order: Order,
}

impl Message for Errand {
    fn matrices(&mut self) -> Vec<&mut Matrix> {
        self.order.matrices()
    }
}

/// What comes of an order, told as the page speaks.
pub fn run(errand: Errand) -> Made {
    errand.spoken.take_over();
    carry_out(errand.order)
}

pub fn carry_out(order: Order) -> Made {
    match order {
        Order::Write { run, asset, format } => {
            let made = Source::new(*run, asset.as_deref()).and_then(|source| source.wares(format));
            match made {
                Ok((name, bytes)) => Made::File { name, bytes },
                Err(trouble) => Made::Stuck(trouble),
            }
        }
        Order::Read { file } => match read(&file) {
            Ok(run) => Made::Run(Box::new(run)),
            Err(fault) => Made::Unreadable(fault),
        },
        Order::Import { files, choices } => match import::read(files, &choices) {
            Ok(Outcome::Import(import)) => Made::Samples(import),
            Ok(Outcome::Encoded(files)) => Made::Encoded(files),
            Err(fault) => Made::Refused(fault),
        },
    }
}

/// Of either kind: JSON begins with a brace, safetensors with a length.
fn read(file: &[u8]) -> Result<SavedRun, export::Fault> {
    match file.trim_ascii_start().first() {
        Some(b'{') => from_json(file),
        _ => from_safetensors(file),
    }
}
