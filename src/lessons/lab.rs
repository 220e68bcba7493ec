//! Everything at once, every control; and the errors on MNIST that others have published.

use super::scene::plain_caption;
use super::{Goal, Scene, Seen};
use crate::settings::{DataSet, LossChoice, NoiseChoice, Settings, Shape, Speed, Switch};
use crate::words::{Text, words};

/// The experiment that is measured by what others have published.
pub const RULER: usize = 1;

pub const SCENES: [Scene; 2] = [
    Scene {
        title: Text(|w| w.lab.digits),
        preset: || Settings {
            k: 2,
            ..Settings::preset()
        },
        text: Text(|w| w.lab.digits_text),
        question: None,
        try_this: Text(|w| w.lab.digits_try),
        goals: &[],
        caption: plain_caption,
    },
    Scene {
        title: Text(|w| w.lab.ruler),
        preset: || Settings {
            data: DataSet::Mnist,
            n: DataSet::Mnist.default_samples(),
            hidden: vec![512],
            k: NUMBERS,
            tied: Switch::On,
            loss: LossChoice::Bce,
            decay: 4e-5,
            lr: 0.002,
            speed: Speed::Fast,
            ..Settings::preset()
        },
        text: Text(|w| w.lab.ruler_text),
        question: None,
        try_this: Text(|w| w.lab.ruler_try),
        goals: &[
            Goal {
                title: Text(|w| w.lab.ruler_goal_1),
                reached: |seen| is_under(seen, &PUBLISHED[0]),
            },
            Goal {
                title: Text(|w| w.lab.ruler_goal_2),
                reached: |seen| is_under(seen, &PUBLISHED[1]),
            },
        ],
        caption: measured,
    },
];

/// An error that others have published.
pub(super) struct Published {
    pub name: Text,
    /// The sum of squares over an image.
    pub error: f64,
}

/// Test images of MNIST through 30 numbers: Hinton & Salakhutdinov, Science 313 (2006), and its
/// supporting material.
const PUBLISHED: [Published; 3] = [
    Published {
        name: Text(|w| w.lab.pca),
        error: 13.87,
    },
    Published {
        name: Text(|w| w.lab.logistic_pca),
        error: 8.01,
    },
    Published {
        name: Text(|w| w.lab.deep),
        error: 3.00,
    },
];
const NUMBERS: u32 = 30;

/// What others have published of such a network: as many numbers, of clean images of MNIST.
pub(super) fn published(settings: &Settings) -> &'static [Published] {
    let is_such = settings.data == DataSet::Mnist
        && settings.k == NUMBERS
        && settings.noise == NoiseChoice::None;
    if is_such { &PUBLISHED } else { &[] }
}

/// The sums of squares over an image, of those learned and of those held out.
fn per_image(seen: &Seen) -> [f64; 2] {
    let pixels = match seen.settings.traits().shape {
        Shape::Image { width, height } => width * height,
        Shape::Point(_) | Shape::Signal(_) => 1,
    };
    [seen.train, seen.held_out].map(|error| error * pixels as f64)
}

/// Whether new images come out better than was published. The picture may still be of another k.
fn is_under(seen: &Seen, published: &Published) -> bool {
    seen.k == NUMBERS
        && !self::published(&seen.settings).is_empty()
        && per_image(seen)[1] < published.error
}

fn measured(seen: &Seen) -> String {
    let words = &words().lab;
    let [own, new] = per_image(seen);
    let beaten = PUBLISHED.iter().rev().find(|of| is_under(seen, of));
    match beaten {
        _ if seen.step == 0 || published(&seen.settings).is_empty() => plain_caption(seen),
        Some(beaten) => words.under(new, beaten.name.get(), beaten.error, own),
        None => words.over(new, PUBLISHED[0].error),
    }
}
