//! What a student hands in without a server: a run's result as a code that can be pasted or scanned, and read again
//! beside those of a class.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use serde::{Deserialize, Serialize};

use crate::protocol::Point;

/// What every code begins with; the number is its layout's.
const START: &str = "HG1-";
/// No code of ours is larger once it is unpacked.
const MOST_BYTES: usize = 16 << 10;
/// So many points tell a curve, the earlier the denser.
const MOST_POINTS: usize = 24;
const MOST_LETTERS: usize = 40;

/// A run's result.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Handed {
    /// What the student calls themselves; may be empty.
    pub name: String,
    /// The page's link with the run's settings, from `#` on.
    pub link: String,
    /// The option of the experiment's question that was chosen.
    pub answer: Option<u32>,
    /// The line that was drawn as an answer: (k, error).
    pub line: Vec<(u32, f32)>,
    /// (step, held-out error), in the order of the steps.
    pub curve: Vec<(u32, f32)>,
    pub train: f32,
    /// PCA's error on the same samples.
    pub pca: f32,
}

impl Handed {
    /// The result of a run with this history; `None` where nothing was learned yet.
    pub fn of(name: &str, link: &str, points: &[Point]) -> Option<Self> {
        let last = points.last().filter(|last| last.step > 0)?;
        Some(Self {
            name: name.trim().chars().take(MOST_LETTERS).collect(),
            link: link.to_owned(),
            curve: thinned(points),
            train: last.train as f32,
            pca: last.pca as f32,
            ..Self::default()
        })
    }

    /// The error on new samples at the end.
    pub fn held_out(&self) -> f32 {
        self.curve.last().map_or(f32::NAN, |(_, error)| *error)
    }

    pub fn steps(&self) -> u32 {
        self.curve.last().map_or(0, |(step, _)| *step)
    }

    pub fn code(&self) -> String {
        // Into memory, nothing can fail.
        let bytes = postcard::to_allocvec(self).unwrap_or_default();
        format!(
            "{START}{}",
            BASE64_URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(&bytes, 10))
        )
    }

    /// What a code says; `None` where it is damaged, which its checksum tells.
    pub fn from_code(code: &str) -> Option<Self> {
        let bytes = BASE64_URL_SAFE_NO_PAD
            .decode(code.strip_prefix(START)?)
            .ok()?;
        let bytes = decompress_to_vec_zlib_with_limit(&bytes, MOST_BYTES).ok()?;
        let handed: Self = postcard::from_bytes(&bytes).ok()?;
        handed.is_sound().then_some(handed)
    }

    fn is_sound(&self) -> bool {
        let errors = self.curve.iter().chain(&self.line).map(|(_, error)| *error);
        let is_error = |error: f32| error.is_finite() && error >= 0.0;
        let is_forward = self.curve.windows(2).all(|pair| pair[0].0 < pair[1].0);
        !self.curve.is_empty()
            && is_forward
            && errors.chain([self.train, self.pca]).all(is_error)
            && self.name.chars().count() <= MOST_LETTERS
            // Nothing but a state of this page.
            && (self.link.is_empty() || self.link.starts_with('#'))
    }
}

/// Every result in a text, such as a mail or a column of a table, and the codes in it that are damaged. One that is
/// there twice counts once.
pub fn all_in(text: &str) -> (Vec<Handed>, Vec<String>) {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let codes = text.match_indices(START).map(|(at, _)| {
        let rest = &text[at..];
        &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())]
    });
    let (mut known, mut damaged) = (Vec::new(), Vec::new());
    for code in codes {
        match Handed::from_code(code) {
            Some(handed) if known.contains(&handed) => {}
            Some(handed) => known.push(handed),
            None => damaged.push(code.chars().take(14).chain(['…']).collect()),
        }
    }
    (known, damaged)
}

/// The first and the last point, and between them about as many for each doubling of the steps.
fn thinned(points: &[Point]) -> Vec<(u32, f32)> {
    let steps = |point: &Point| u32::try_from(point.step).unwrap_or(u32::MAX);
    let last = points.last().map_or(1.0, |last| last.step.max(1) as f64);
    let mut kept: Vec<(u32, f32)> = Vec::new();
    let mut next = 0.0;
    for (at, point) in points.iter().enumerate() {
        let reached = (point.step.max(1) as f64).ln() / last.ln().max(f64::MIN_POSITIVE)
            * (MOST_POINTS - 2) as f64;
        let is_last = at + 1 == points.len();
        let is_later = kept.last().is_none_or(|(step, _)| *step < steps(point));
        if is_later && (reached >= next || is_last) && point.held_out.is_finite() {
            kept.push((steps(point), point.held_out as f32));
            next = reached.floor() + 1.0;
        }
    }
    kept
}
