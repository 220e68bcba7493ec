//! A corrupted input, a clean target: the network learns the way back to the data.

use super::{Goal, Question, QuestionKind, Scene, Seen, plain_caption};
use crate::settings::{ActivationChoice, DataSet, LossChoice, NoiseChoice, Settings, Speed};
use crate::words::{Text, Texts, words};

/// The experiment that shows whether nonsense is copied.
pub const COPY: usize = 3;

pub const SCENES: [Scene; 7] = [
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
            shown_by: 0,
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
            shown_by: 0,
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
        title: Text(|w| w.denoising.spoil),
        preset: spoil,
        text: Text(|w| w.denoising.spoil_text),
        question: Some(Question {
            ask: Text(|w| w.denoising.spoil_ask),
            kind: QuestionKind::Choice {
                options: Texts(|w| w.denoising.spoil_options),
                right: 0,
            },
            outcome: Text(|w| w.denoising.spoil_outcome),
            shown_by: 1,
        }),
        try_this: Text(|w| w.denoising.spoil_try),
        goals: &[
            Goal {
                title: Text(|w| w.denoising.spoil_goal_1),
                reached: |seen| denoises(seen, 3.0),
            },
            Goal {
                title: Text(|w| w.denoising.spoil_goal_2),
                reached: |seen| {
                    seen.spoilt
                        .is_some_and(|[before, after]| before > 0.02 && after < 0.5 * before)
                },
            },
        ],
        caption: spoil_caption,
    },
    Scene {
        title: Text(|w| w.denoising.copy),
        preset: copy,
        text: Text(|w| w.denoising.copy_text),
        question: Some(Question {
            ask: Text(|w| w.denoising.copy_ask),
            kind: QuestionKind::Choice {
                options: Texts(|w| w.denoising.copy_options),
                right: 0,
            },
            outcome: Text(|w| w.denoising.copy_outcome),
            shown_by: 0,
        }),
        try_this: Text(|w| w.denoising.copy_try),
        goals: &[
            Goal {
                title: Text(|w| w.denoising.copy_goal_1),
                reached: |seen| {
                    seen.settings.noise == NoiseChoice::None
                        && seen.nonsense.is_some_and(|error| error < 0.02)
                },
            },
            Goal {
                title: Text(|w| w.denoising.copy_goal_2),
                reached: |seen| {
                    seen.nonsense.is_some_and(|error| error > 0.2) && denoises(seen, 3.0)
                },
            },
        ],
        caption: copy_caption,
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
            shown_by: 0,
        }),
        try_this: Text(|w| w.denoising.spiral_try),
        goals: &[Goal {
            title: Text(|w| w.denoising.spiral_goal_1),
            reached: |seen| denoises(seen, 1.5),
        }],
        caption,
    },
    Scene {
        title: Text(|w| w.denoising.score),
        preset: score,
        text: Text(|w| w.denoising.score_text),
        question: Some(Question {
            ask: Text(|w| w.denoising.score_ask),
            kind: QuestionKind::Choice {
                options: Texts(|w| w.denoising.score_options),
                right: 1,
            },
            outcome: Text(|w| w.denoising.score_outcome),
            shown_by: 0,
        }),
        try_this: Text(|w| w.denoising.score_try),
        goals: &[
            Goal {
                title: Text(|w| w.denoising.score_goal_1),
                reached: |seen| seen.score_angle_deg.is_some_and(|angle| angle < 25.0),
            },
            Goal {
                title: Text(|w| w.denoising.score_goal_2),
                reached: |seen| seen.particles >= 3,
            },
        ],
        caption: score_caption,
    },
    Scene {
        title: Text(|w| w.denoising.large),
        preset: large,
        text: Text(|w| w.denoising.large_text),
        question: Some(Question {
            ask: Text(|w| w.denoising.large_ask),
            kind: QuestionKind::Choice {
                options: Texts(|w| w.denoising.large_options),
                right: 1,
            },
            outcome: Text(|w| w.denoising.large_outcome),
            shown_by: 0,
        }),
        try_this: Text(|w| w.denoising.large_try),
        goals: &[
            Goal {
                title: Text(|w| w.denoising.large_goal_1),
                reached: |seen| is_noisy(seen) && seen.of_pca().is_some_and(|part| part < 1.0),
            },
            Goal {
                title: Text(|w| w.denoising.large_goal_2),
                reached: |seen| is_noisy(seen) && denoises(seen, 10.0),
            },
        ],
        caption,
    },
];

pub fn digits(noise: NoiseChoice) -> Settings {
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

/// Pixels turned to ink or paper: what a scribble or a rubber does.
fn spoil() -> Settings {
    Settings {
        level: 0.3,
        ..digits(NoiseChoice::SaltPepper)
    }
}

/// So noisy that an eye gives up; pixels as chances of ink.
fn large() -> Settings {
    Settings {
        data: DataSet::Mnist,
        n: DataSet::Mnist.default_samples(),
        level: 0.5,
        loss: LossChoice::Bce,
        speed: Speed::Fast,
        ..digits(NoiseChoice::Gaussian)
    }
}

/// Whether there is as much noise as the experiment is about.
fn is_noisy(seen: &Seen) -> bool {
    seen.settings.noise == NoiseChoice::Gaussian && seen.settings.level >= 0.5
}

/// Wider than the image, and nothing is corrupted at first.
fn copy() -> Settings {
    Settings {
        hidden: Vec::new(),
        k: 100,
        code: ActivationChoice::Relu,
        noise: NoiseChoice::None,
        level: 0.4,
        lr: 0.003,
        ..Settings::preset()
    }
}

/// Three clusters, whose density is known.
fn score() -> Settings {
    Settings {
        data: DataSet::Blobs,
        scatter: 0.05,
        ..spiral()
    }
}

/// Whether it gains so many dB, and more than the mean image would.
fn denoises(seen: &Seen, gain_db: f64) -> bool {
    seen.gain_db.is_some_and(|gain| gain > gain_db) && !seen.is_all_the_same()
}

/// What is won or lost against doing nothing.
pub fn caption(seen: &Seen) -> String {
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

/// What became of the student's own image.
fn spoil_caption(seen: &Seen) -> String {
    match seen.spoilt.filter(|[before, _]| *before > 1e-6) {
        Some([before, after]) if after < before => {
            words().denoising.mended(100.0 * (1.0 - after / before))
        }
        Some(_) => words().denoising.not_mended.to_owned(),
        None => caption(seen),
    }
}

/// Whether it copies anything, or cleans.
fn copy_caption(seen: &Seen) -> String {
    let words = &words().denoising;
    match seen.nonsense.filter(|_| seen.step > 0 && !seen.is_mean()) {
        Some(error) if error < 0.01 => words.copies(100.0 * error),
        Some(error) if seen.gain_db.is_some_and(|gain| gain > 0.0) => {
            words.cleans(100.0 * error, seen.gain_db.unwrap_or_default())
        }
        Some(error) => words.copies_so_far(100.0 * error),
        None => plain_caption(seen),
    }
}

/// How far the arrows are from the true ones.
fn score_caption(seen: &Seen) -> String {
    match seen.score_angle_deg.filter(|_| seen.step > 0) {
        Some(angle) => words().denoising.off_score(angle),
        None => caption(seen),
    }
}
