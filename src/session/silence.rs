//! How long a trainer owes an answer: in frames of the screen, so that a page that slept does not
//! take its own sleep for the trainer's.

/// The longest work on one message, PCA of the images of MNIST, takes a laptop under two seconds.
const LONG_MS: f64 = 10_000.0;
/// A frame that came later than this was not listened through.
const MOST_FRAME_MS: f64 = 100.0;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Silence {
    ms: f64,
}

impl Silence {
    /// A frame went by in which an answer was owed, or was not.
    pub(super) fn lasts(&mut self, is_owed: bool, frame_ms: f64) {
        self.ms = match is_owed {
            true => self.ms + frame_ms.clamp(0.0, MOST_FRAME_MS),
            false => 0.0,
        };
    }

    pub(super) fn end(&mut self) {
        self.ms = 0.0;
    }

    /// Whether it is time to say so.
    pub fn is_long(self) -> bool {
        self.ms >= LONG_MS
    }
}
