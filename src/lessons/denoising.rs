//! A corrupted input, a clean target: the network learns the way back to the data.

use super::{Goal, Question, QuestionKind, Scene, Seen, plain_caption};
use crate::settings::{ActivationChoice, DataSet, NoiseChoice, Settings};
use crate::words::{Text, Texts, words};

pub const SCENES: [Scene; 3] = [
    Scene {
        title: Text(|w| w.denoising.gaussian),
        preset: || digits(NoiseChoice::Gaussian),
        text: Text(|w| w.denoising.gaussian_text),
        question: Some(Question {
            ask: Text(|w| w.denoising.gaussian_ask),
            kind: QuestionKind::Choice {
                options: Texts(|w| w.denoising.gaussian_options),
                right: 1,
            },
            outcome: Text(|w| w.denoising.gaussian_outcome),
        }),
        try_this: Text(|w| w.denoising.gaussian_try),
        goals: &[
            Goal {
                title: Text(|w| w.denoising.gaussian_goal_1),
                reached: |seen| denoises(seen, 5.0),
            },
            Goal {
                title: Text(|w| w.denoising.gaussian_goal_2),
                reached: |seen| seen.settings.level <= 0.15 && denoises(seen, 0.5),
            },
        ],
        caption,
    },
    Scene {
        title: Text(|w| w.denoising.masking),
        preset: || digits(NoiseChoice::Masking),
        text: Text(|w| w.denoising.masking_text),
        question: Some(Question {
            ask: Text(|w| w.denoising.masking_ask),
            kind: QuestionKind::Choice {
                options: Texts(|w| w.denoising.masking_options),
                right: 1,
            },
            outcome: Text(|w| w.denoising.masking_outcome),
        }),
        try_this: Text(|w| w.denoising.masking_try),
        goals: &[
            Goal {
                title: Text(|w| w.denoising.masking_goal_1),
                reached: |seen| denoises(seen, 5.0),
            },
            Goal {
                title: Text(|w| w.denoising.masking_goal_2),
                reached: |seen| seen.settings.level >= 0.8 && denoises(seen, 0.5),
            },
        ],
        caption,
    },
    Scene {
        title: Text(|w| w.denoising.spiral),
        preset: spiral,
        text: Text(|w| w.denoising.spiral_text),
        question: Some(Question {
            ask: Text(|w| w.denoising.spiral_ask),
            kind: QuestionKind::Choice {
                options: Texts(|w| w.denoising.spiral_options),
                right: 0,
            },
            outcome: Text(|w| w.denoising.spiral_outcome),
        }),
        try_this: Text(|w| w.denoising.spiral_try),
        goals: &[Goal {
            title: Text(|w| w.denoising.spiral_goal_1),
            reached: |seen| denoises(seen, 1.5),
        }],
        caption,
    },
];

fn digits(noise: NoiseChoice) -> Settings {
    Settings {
        hidden: vec![128],
        k: 32,
        noise,
        level: 0.4,
        ..Settings::preset()
    }
}

fn spiral() -> Settings {
    Settings {
        data: DataSet::Spiral,
        n: 2000,
        scatter: 0.0,
        hidden: vec![64],
        act: ActivationChoice::Tanh,
        k: 16,
        code: ActivationChoice::Tanh,
        noise: NoiseChoice::Gaussian,
        level: 0.1,
        ..Settings::preset()
    }
}

/// Whether it gains so many dB, and more than the mean image would.
fn denoises(seen: &Seen, gain_db: f64) -> bool {
    seen.gain_db.is_some_and(|gain| gain > gain_db) && !seen.is_all_the_same()
}

/// What is won or lost against doing nothing.
fn caption(seen: &Seen) -> String {
    let words = &words().denoising;
    if seen.step == 0 || seen.is_mean() {
        return plain_caption(seen);
    }
    match seen.gain_db {
        None => words.nothing.to_owned(),
        Some(gain) if gain < 0.0 => words.harm.to_owned(),
        Some(gain) => words.gains(10_f64.powf(0.1 * gain), gain),
    }
}
