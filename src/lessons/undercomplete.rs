//! Error against bottleneck size; and one code unit that threads through every training point.

use super::{Goal, Question, QuestionKind, Scene, Seen};
use crate::settings::{ActivationChoice, DataSet, Settings};

pub const SCENES: [Scene; 3] = [
    Scene {
        title: "Error against k",
        preset: digits,
        text: "A code smaller than the data is called undercomplete. Each further number lowers the error, for PCA and for the network.",
        question: Some(Question {
            ask: "Draw the network's error for *k* = 1 … 32 into the empty chart.",
            kind: QuestionKind::Line,
            outcome: "It falls fast, then slowly, and stays under PCA at every k.",
        }),
        try_this: "[Sweep k|sweep] from 1 to 32: the running network grows unit by unit.",
        goals: &[
            Goal {
                title: "k swept from 1 to 32",
                reached: |seen| seen.swept >= 32,
            },
            Goal {
                title: "under PCA at every k",
                reached: |seen| seen.swept >= 32 && seen.swept_under_pca,
            },
        ],
        caption: swept,
    },
    Scene {
        title: "12 points",
        preset: twelve_points,
        text: "Twelve points at random and one code number. Two layers of 64 units can bend a curve through all of them. Three more points are held out.",
        question: Some(Question {
            ask: "When the curve meets all twelve, how well does it do on the other three?",
            kind: QuestionKind::Choice {
                options: &["Nearly as well", "Badly"],
                right: 1,
            },
            outcome: "Badly: it learned the points, not where points lie.",
        }),
        try_this: "[Let it learn|play] and watch the two errors part. Then try [500 points|n=500].",
        goals: &[
            Goal {
                title: "through every training point",
                reached: |seen| few(seen) && seen.of_variance()[0] < 0.02,
            },
            Goal {
                title: "and lost on new ones",
                reached: |seen| {
                    let [train, held_out] = seen.of_variance();
                    few(seen) && train < 0.02 && held_out > 0.2
                },
            },
        ],
        caption: threaded,
    },
    Scene {
        title: "100 digits",
        preset: hundred_digits,
        text: "Trained on only 100 digits, the network rebuilds those almost perfectly. New digits tell the truth.",
        question: Some(Question {
            ask: "Will *k* = 32 close the gap between old and new digits?",
            kind: QuestionKind::Choice {
                options: &["Yes", "No, it grows"],
                right: 1,
            },
            outcome: "It grows: more numbers help to remember, hardly to generalise.",
        }),
        try_this: "[Let it learn|play] and compare the pairs. Then set *k* to [32|k=32].",
        goals: &[
            Goal {
                title: "new digits cost tenfold",
                reached: |seen| is_hundred(seen) && seen.gap() > 10.0,
            },
            Goal {
                title: "and still more at k = 32",
                reached: |seen| is_hundred(seen) && seen.ks.contains(&32) && seen.gap() > 20.0,
            },
        ],
        caption: parted,
    },
];

fn digits() -> Settings {
    Settings {
        hidden: vec![64],
        k: 1,
        decay: 1e-5,
        ..Settings::preset()
    }
}

fn twelve_points() -> Settings {
    Settings {
        data: DataSet::Cross,
        n: 15,
        scatter: 0.5,
        hidden: vec![64, 64],
        act: ActivationChoice::Tanh,
        k: 1,
        ..Settings::preset()
    }
}

fn hundred_digits() -> Settings {
    Settings {
        n: 125,
        hidden: vec![128, 64],
        k: 8,
        ..Settings::preset()
    }
}

fn is_hundred(seen: &Seen) -> bool {
    seen.settings.n <= 125
}

fn parted(seen: &Seen) -> String {
    let k = seen.k;
    if seen.step == 0 {
        return "Untrained: old and new digits are rebuilt alike badly.".to_owned();
    }
    match seen.gap() {
        gap if gap >= 2.0 => {
            format!("k = {k}: a new digit costs {gap:.0} times the error of one it was trained on.")
        }
        gap => format!("k = {k}: old and new digits still cost about the same, {gap:.1} times."),
    }
}

fn few(seen: &Seen) -> bool {
    seen.settings.n <= 15
}

fn swept(seen: &Seen) -> String {
    let k = seen.k;
    let ratio = seen.of_pca();
    match seen.swept {
        _ if seen.step == 0 => "Untrained.".to_owned(),
        32.. if seen.swept_under_pca => {
            "Under PCA at every k; from 20 numbers on, little is left to gain.".to_owned()
        }
        _ if ratio < 1.0 => format!(
            "k = {k}: {:.0} % of the error that PCA makes with {k}.",
            100.0 * ratio
        ),
        _ => format!("k = {k}: not yet under PCA, {ratio:.1} times its error."),
    }
}

fn threaded(seen: &Seen) -> String {
    let [train, held_out] = seen.of_variance();
    let percent = |part: f64| format!("{:.0} %", 100.0 * part);
    if seen.step == 0 {
        "Untrained: the curve knows none of the points.".to_owned()
    } else if train < 0.02 && held_out > 0.2 {
        format!(
            "Learned by heart: {} of the variance missed, but {} on new points.",
            percent(train),
            percent(held_out)
        )
    } else if held_out > 2.0 * train {
        format!(
            "The errors part: {} missed here, {} on new points.",
            percent(train),
            percent(held_out)
        )
    } else {
        format!(
            "So far it does alike on old and new points: {} and {}.",
            percent(train),
            percent(held_out)
        )
    }
}
