//! Ways to fail: each is there at one press, live, and can be put right. Each lesson has those that are
//! about its own data.

use super::sparse::kl;
use super::uses::{compression, compression_caption, retrieval, retrieval_caption};
use super::{Failure, Figure, Lesson, Panel, denoising, plain_caption};
use crate::settings::{
    ActivationChoice, AtomsChoice, DataSet, NoiseChoice, OptimiserChoice, PenaltyChoice, Settings,
    Speed,
};
use crate::words::Text;

const COPY: Failure = Failure {
    title: Text(|w| w.failures.copy),
    figure: Figure::Network,
    panel: Panel::Codes,
    caption: plain_caption,
    preset: || Settings {
        hidden: Vec::new(),
        k: 64,
        lr: 0.01,
        ..Settings::preset()
    },
    symptom: Text(|w| w.failures.copy_symptom),
    cause: Text(|w| w.failures.copy_cause),
    fix: (Text(|w| w.failures.copy_fix), "k=8"),
    is_lost: false,
    shows: |seen| seen.k >= 64 && seen.nonsense.is_some_and(|error| error < 0.02),
    mended: |seen| {
        seen.k <= 8 && seen.nonsense.is_some_and(|error| error > 0.5) && seen.of_variance()[1] < 0.5
    },
};

const MEAN: Failure = Failure {
    title: Text(|w| w.failures.mean),
    figure: Figure::Network,
    panel: Panel::Codes,
    caption: plain_caption,
    preset: || Settings {
        decay: 0.1,
        ..Settings::preset()
    },
    symptom: Text(|w| w.failures.mean_symptom),
    cause: Text(|w| w.failures.mean_cause),
    fix: (Text(|w| w.failures.mean_fix), "decay=0"),
    is_lost: false,
    shows: |seen| seen.step > 0 && seen.is_mean(),
    mended: |seen| seen.settings.decay == 0.0 && seen.of_variance()[1] < 0.5,
};

const DEAD: Failure = Failure {
    title: Text(|w| w.failures.dead),
    figure: Figure::Network,
    panel: Panel::Codes,
    caption: plain_caption,
    preset: || Settings {
        hidden: vec![32],
        k: 16,
        code: ActivationChoice::Relu,
        opt: OptimiserChoice::Adam,
        lr: 0.3,
        batch: 16,
        ..Settings::preset()
    },
    symptom: Text(|w| w.failures.dead_symptom),
    cause: Text(|w| w.failures.dead_cause),
    fix: (Text(|w| w.failures.dead_fix), "code=linear&lr=0.003"),
    is_lost: true,
    shows: |seen| seen.step >= 200 && 2 * seen.dead_units >= seen.k,
    mended: |seen| {
        seen.settings.lr < 0.1 && 2 * seen.dead_units < seen.k && seen.of_variance()[1] < 0.5
    },
};

const SATURATED: Failure = Failure {
    title: Text(|w| w.failures.saturated),
    figure: Figure::Network,
    panel: Panel::Codes,
    caption: plain_caption,
    preset: || Settings {
        hidden: vec![32],
        act: ActivationChoice::Sigmoid,
        k: 16,
        code: ActivationChoice::Sigmoid,
        opt: OptimiserChoice::Sgd,
        lr: 0.1,
        ..Settings::preset()
    },
    symptom: Text(|w| w.failures.saturated_symptom),
    cause: Text(|w| w.failures.saturated_cause),
    fix: (
        Text(|w| w.failures.saturated_fix),
        "act=relu&code=linear&opt=adam&lr=0.003",
    ),
    is_lost: false,
    shows: |seen| seen.step >= 500 && seen.is_mean(),
    mended: |seen| seen.of_variance()[1] < 0.5,
};

const DIVERGENCE: Failure = Failure {
    title: Text(|w| w.failures.divergence),
    figure: Figure::Network,
    panel: Panel::Codes,
    caption: plain_caption,
    preset: || Settings {
        data: DataSet::Circle,
        n: DataSet::Circle.default_samples(),
        hidden: vec![64, 32],
        act: ActivationChoice::Linear,
        k: 1,
        opt: OptimiserChoice::Sgd,
        lr: 1.0,
        speed: Speed::Slow,
        ..Settings::preset()
    },
    symptom: Text(|w| w.failures.divergence_symptom),
    cause: Text(|w| w.failures.divergence_cause),
    fix: (Text(|w| w.failures.divergence_fix), "lr=0.05&speed=normal"),
    is_lost: true,
    shows: |seen| seen.diverged,
    mended: |seen| !seen.diverged && seen.settings.lr < 0.5 && seen.of_variance()[1] < 0.6,
};

/// Where nothing holds the atoms, a penalty on activations is cheated.
const CHEAT: Failure = Failure {
    title: Text(|w| w.failures.cheat),
    figure: Figure::Network,
    panel: Panel::Units,
    caption: plain_caption,
    preset: || Settings {
        atoms: AtomsChoice::Free,
        decay: 0.0,
        ..kl()
    },
    symptom: Text(|w| w.failures.cheat_symptom),
    cause: Text(|w| w.failures.cheat_cause),
    fix: (Text(|w| w.failures.cheat_fix), "atoms=unit&decay=0.00001"),
    is_lost: true,
    shows: |seen| {
        let ratio = seen.mean_activation / seen.settings.rho;
        (0.8..1.2).contains(&ratio) && seen.active_units > 0.97 && seen.of_variance()[1] < 0.5
    },
    mended: |seen| {
        seen.settings.atoms == AtomsChoice::Unit
            && seen.active_units < 0.95
            && seen.of_variance()[1] < 0.5
    },
};

/// A price at too large steps: units fall dark and stay so.
const DARK: Failure = Failure {
    title: Text(|w| w.failures.dark),
    figure: Figure::Network,
    panel: Panel::Units,
    caption: plain_caption,
    preset: || Settings {
        hidden: Vec::new(),
        k: 64,
        code: ActivationChoice::Relu,
        penalty: PenaltyChoice::L1,
        lambda: 0.01,
        lr: 0.03,
        ..Settings::preset()
    },
    symptom: Text(|w| w.failures.dark_symptom),
    cause: Text(|w| w.failures.dark_cause),
    fix: (Text(|w| w.failures.dark_fix), "lr=0.003&lambda=0.003"),
    is_lost: true,
    shows: |seen| seen.step >= 200 && 2 * seen.dead_units >= seen.k,
    mended: |seen| {
        seen.step >= 200
            && seen.settings.lr < 0.01
            && 2 * seen.dead_units < seen.k
            && seen.of_variance()[1] < 0.5
    },
};

/// The bottleneck loses more than the noise took.
const HARM: Failure = Failure {
    title: Text(|w| w.failures.harm),
    figure: Figure::Samples,
    panel: Panel::Codes,
    caption: denoising::caption,
    preset: || Settings {
        level: 0.1,
        k: 4,
        ..denoising::digits(NoiseChoice::Gaussian)
    },
    symptom: Text(|w| w.failures.harm_symptom),
    cause: Text(|w| w.failures.harm_cause),
    fix: (Text(|w| w.failures.harm_fix), "k=64"),
    is_lost: false,
    shows: |seen| {
        seen.step >= 200 && !seen.is_mean() && seen.gain_db.is_some_and(|gain| gain < 0.0)
    },
    mended: |seen| seen.gain_db.is_some_and(|gain| gain > 0.0),
};

/// Decibels without a single pixel: the mean is nearer to any digit than an empty image is.
const EMPTY: Failure = Failure {
    title: Text(|w| w.failures.empty),
    figure: Figure::Samples,
    panel: Panel::Codes,
    caption: plain_caption,
    preset: || Settings {
        level: 1.0,
        ..denoising::digits(NoiseChoice::Masking)
    },
    symptom: Text(|w| w.failures.empty_symptom),
    cause: Text(|w| w.failures.empty_cause),
    fix: (Text(|w| w.failures.empty_fix), "level=0.4"),
    is_lost: false,
    shows: |seen| seen.is_mean() && seen.gain_db.is_some_and(|gain| gain > 4.0),
    mended: |seen| !seen.is_all_the_same() && seen.gain_db.is_some_and(|gain| gain > 6.0),
};

/// Where all codes are one, the nearest are any.
const ALIKE: Failure = Failure {
    title: Text(|w| w.failures.alike),
    figure: Figure::Search,
    panel: Panel::Codes,
    caption: retrieval_caption,
    preset: || Settings {
        code: ActivationChoice::Relu,
        lr: 0.03,
        ..retrieval()
    },
    symptom: Text(|w| w.failures.alike_symptom),
    cause: Text(|w| w.failures.alike_cause),
    fix: (Text(|w| w.failures.alike_fix), "code=linear&lr=0.01"),
    is_lost: true,
    shows: |seen| {
        seen.dead_units == seen.k && seen.precision.is_some_and(|[by_code, ..]| by_code < 0.2)
    },
    mended: |seen| {
        seen.settings.code == ActivationChoice::Linear
            && seen.precision.is_some_and(|[by_code, ..]| by_code > 0.6)
    },
};

/// The better the code, the more is lost by rounding it.
const ROUNDED: Failure = Failure {
    title: Text(|w| w.failures.rounded),
    figure: Figure::Bits,
    panel: Panel::Rates,
    caption: compression_caption,
    preset: || Settings {
        hidden: Vec::new(),
        k: 64,
        ..compression()
    },
    symptom: Text(|w| w.failures.rounded_symptom),
    cause: Text(|w| w.failures.rounded_cause),
    fix: (Text(|w| w.failures.rounded_fix), "k=8"),
    is_lost: false,
    shows: |seen| {
        seen.of_variance()[1] < 0.05
            && seen
                .quantised
                .is_some_and(|(_, error)| error > 2.0 * seen.held_out)
    },
    mended: |seen| {
        seen.k <= 8
            && seen.of_variance()[1] < 0.5
            && seen
                .quantised
                .is_some_and(|(_, error)| error < 1.2 * seen.held_out)
    },
};

impl Lesson {
    /// The failures that stand beside a lesson.
    pub fn failures(self) -> &'static [Failure] {
        match self {
            Self::Intro => &[COPY, MEAN],
            Self::Pca => &[DIVERGENCE],
            Self::Undercomplete => &[DEAD, SATURATED],
            Self::Sparse => &[DARK, CHEAT],
            Self::Denoising => &[HARM, EMPTY],
            Self::Uses => &[ALIKE, ROUNDED],
            Self::Lab => &[],
        }
    }
}
