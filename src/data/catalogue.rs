//! One record per data set; menus, thumbnails, credits and tests iterate them.

use super::record::{Record, Source};
use super::{pictures, points};
use crate::settings::DataSet;

/// What most records have in common: samples of our own, without names.
const DRAWN: Record = Record {
    data: DataSet::Line,
    title: "",
    lesson: "",
    source: Source::Formula(points::line),
    classes: &[],
    novel: None,
    licence: "MIT OR Apache-2.0",
    credit: "drawn by Hourglass",
};

pub const CATALOGUE: &[Record] = &[
    Record {
        data: DataSet::Line,
        title: "Points along a line",
        lesson: "One straight direction: PCA is all it takes.",
        source: Source::Formula(points::line),
        ..DRAWN
    },
    Record {
        data: DataSet::Blobs,
        title: "Three blobs",
        lesson: "Three clusters: one number can still tell them apart.",
        source: Source::Formula(points::blobs),
        ..DRAWN
    },
    Record {
        data: DataSet::Circle,
        title: "A circle",
        lesson: "A closed curve: one number follows it, but must cut it somewhere.",
        source: Source::Formula(points::circle),
        ..DRAWN
    },
    Record {
        data: DataSet::Moons,
        title: "Two moons",
        lesson: "Two moons: no line separates them.",
        source: Source::Formula(points::moons),
        credit: "drawn by Hourglass, after scikit-learn's make_moons",
        ..DRAWN
    },
    Record {
        data: DataSet::Spiral,
        title: "A spiral of one turn",
        lesson: "One number along the curve: it must be unrolled.",
        source: Source::Formula(points::spiral),
        ..DRAWN
    },
    Record {
        data: DataSet::Cross,
        title: "Two lines that cross",
        lesson: "A crossing: no single curve follows both lines without a jump.",
        source: Source::Formula(points::cross),
        ..DRAWN
    },
    Record {
        data: DataSet::SCurve,
        title: "An S-shaped sheet in space",
        lesson: "A bent sheet: two numbers are enough, but no flat plane holds it.",
        source: Source::Formula(points::s_curve),
        credit: "drawn by Hourglass, after scikit-learn's make_s_curve",
        ..DRAWN
    },
    Record {
        data: DataSet::SwissRoll,
        title: "A rolled-up sheet in space",
        lesson: "A rolled sheet: neighbours in space may be far apart along it.",
        source: Source::Formula(points::swiss_roll),
        credit: "drawn by Hourglass, after scikit-learn's make_swiss_roll",
        ..DRAWN
    },
    Record {
        data: DataSet::Digits,
        title: "1,797 handwritten digits, 8×8",
        lesson: "64 pixels, but far fewer ways to write a digit.",
        source: Source::Asset {
            path: "data/digits.bin",
            thumbnail: include_str!("thumbnails/digits.txt"),
        },
        licence: "CC BY 4.0",
        credit: "Alpaydin & Kaynak (1998), UCI Machine Learning Repository, doi 10.24432/C50P49",
        ..DRAWN
    },
    Record {
        data: DataSet::Mnist,
        title: "5,000 handwritten digits, 28×28 (MNIST)",
        lesson: "784 pixels: the larger the image, the more of it is redundant.",
        source: Source::Asset {
            path: "data/mnist.bin",
            thumbnail: include_str!("thumbnails/mnist.txt"),
        },
        licence: "CC BY-SA 3.0",
        credit: "LeCun, Cortes & Burges, The MNIST database of handwritten digits",
        ..DRAWN
    },
    Record {
        data: DataSet::Fashion,
        title: "5,000 pieces of clothing, 28×28",
        lesson: "Clothes: outlines survive a narrow bottleneck, patterns do not.",
        source: Source::Asset {
            path: "data/fashion.bin",
            thumbnail: include_str!("thumbnails/fashion.txt"),
        },
        classes: &[
            "T-shirt",
            "trouser",
            "pullover",
            "dress",
            "coat",
            "sandal",
            "shirt",
            "sneaker",
            "bag",
            "ankle boot",
        ],
        licence: "MIT, © 2017 Zalando SE",
        credit: "Xiao, Rasul & Vollgraf (2017), Fashion-MNIST",
        ..DRAWN
    },
    Record {
        data: DataSet::Bars,
        title: "Crossing bars, 8×8",
        lesson: "Sixteen bars, each there or not: a sparse code finds the bars.",
        source: Source::Formula(pictures::bars),
        credit: "drawn by Hourglass, after Földiák (1990)",
        ..DRAWN
    },
    Record {
        data: DataSet::Balls,
        title: "One ball, 12×12",
        lesson: "144 pixels, but only two things vary: where the ball is, across and down.",
        source: Source::Formula(pictures::balls),
        ..DRAWN
    },
    Record {
        data: DataSet::Patches,
        title: "6,000 patches of natural images, 12×12, whitened",
        lesson: "Natural images: a sparse code finds edges.",
        source: Source::Asset {
            path: "data/patches.bin",
            thumbnail: include_str!("thumbnails/patches.txt"),
        },
        classes: &["camera", "chelsea", "coffee", "grass", "gravel"],
        licence: "CC0",
        credit: "photographs by Lav Varshney, Stéfan van der Walt, Rachel Michetti, linolafett and CC0Textures, with scikit-image",
        ..DRAWN
    },
    Record {
        data: DataSet::Ecg,
        title: "1,987 heartbeats of one person",
        lesson: "Trained on normal beats alone, it rebuilds the abnormal ones badly, and so finds them.",
        source: Source::Asset {
            path: "data/ecg.bin",
            thumbnail: include_str!("thumbnails/ecg.txt"),
        },
        classes: &["normal", "ventricular"],
        novel: Some(1),
        licence: "ODC-By 1.0",
        credit: "MIT-BIH Arrhythmia Database, record 119: Moody & Mark (2001), doi 10.13026/C2F305; Goldberger et al. (2000), PhysioNet",
    },
];

/// The record of a data set.
pub fn record(data: DataSet) -> &'static Record {
    &CATALOGUE[data as usize]
}
