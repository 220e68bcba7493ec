//! One record per data set; menus, thumbnails, credits and tests iterate them.

use super::record::{Record, Source};
use super::{pictures, points};
use crate::settings::DataSet;
use crate::words::{Text, Texts};

/// What most records have in common: samples of our own, without names.
const DRAWN: Record = Record {
    data: DataSet::Line,
    title: Text(|w| w.data.line),
    lesson: Text(|w| w.data.line_lesson),
    source: Source::Formula(points::line),
    classes: Texts(|_| &[]),
    novel: None,
};

pub const CATALOGUE: &[Record] = &[
    Record {
        data: DataSet::Line,
        title: Text(|w| w.data.line),
        lesson: Text(|w| w.data.line_lesson),
        source: Source::Formula(points::line),
        ..DRAWN
    },
    Record {
        data: DataSet::Blobs,
        title: Text(|w| w.data.blobs),
        lesson: Text(|w| w.data.blobs_lesson),
        source: Source::Formula(points::blobs),
        ..DRAWN
    },
    Record {
        data: DataSet::Circle,
        title: Text(|w| w.data.circle),
        lesson: Text(|w| w.data.circle_lesson),
        source: Source::Formula(points::circle),
        ..DRAWN
    },
    Record {
        data: DataSet::Moons,
        title: Text(|w| w.data.moons),
        lesson: Text(|w| w.data.moons_lesson),
        source: Source::Formula(points::moons),
        ..DRAWN
    },
    Record {
        data: DataSet::Spiral,
        title: Text(|w| w.data.spiral),
        lesson: Text(|w| w.data.spiral_lesson),
        source: Source::Formula(points::spiral),
        ..DRAWN
    },
    Record {
        data: DataSet::Cross,
        title: Text(|w| w.data.cross),
        lesson: Text(|w| w.data.cross_lesson),
        source: Source::Formula(points::cross),
        ..DRAWN
    },
    Record {
        data: DataSet::SCurve,
        title: Text(|w| w.data.s_curve),
        lesson: Text(|w| w.data.s_curve_lesson),
        source: Source::Formula(points::s_curve),
        ..DRAWN
    },
    Record {
        data: DataSet::SwissRoll,
        title: Text(|w| w.data.swiss_roll),
        lesson: Text(|w| w.data.swiss_roll_lesson),
        source: Source::Formula(points::swiss_roll),
        ..DRAWN
    },
    Record {
        data: DataSet::Digits,
        title: Text(|w| w.data.digits),
        lesson: Text(|w| w.data.digits_lesson),
        source: Source::Asset {
            path: "data/digits.bin",
            thumbnail: include_str!("thumbnails/digits.txt"),
        },
        ..DRAWN
    },
    Record {
        data: DataSet::Mnist,
        title: Text(|w| w.data.mnist),
        lesson: Text(|w| w.data.mnist_lesson),
        source: Source::Asset {
            path: "data/mnist.bin",
            thumbnail: include_str!("thumbnails/mnist.txt"),
        },
        ..DRAWN
    },
    Record {
        data: DataSet::Fashion,
        title: Text(|w| w.data.fashion),
        lesson: Text(|w| w.data.fashion_lesson),
        source: Source::Asset {
            path: "data/fashion.bin",
            thumbnail: include_str!("thumbnails/fashion.txt"),
        },
        classes: Texts(|w| w.data.fashion_classes),
        ..DRAWN
    },
    Record {
        data: DataSet::Bars,
        title: Text(|w| w.data.bars),
        lesson: Text(|w| w.data.bars_lesson),
        source: Source::Formula(pictures::bars),
        ..DRAWN
    },
    Record {
        data: DataSet::Balls,
        title: Text(|w| w.data.balls),
        lesson: Text(|w| w.data.balls_lesson),
        source: Source::Formula(pictures::balls),
        ..DRAWN
    },
    Record {
        data: DataSet::Patches,
        title: Text(|w| w.data.patches),
        lesson: Text(|w| w.data.patches_lesson),
        source: Source::Asset {
            path: "data/patches.bin",
            thumbnail: include_str!("thumbnails/patches.txt"),
        },
        classes: Texts(|w| w.data.patches_classes),
        ..DRAWN
    },
    Record {
        data: DataSet::Ecg,
        title: Text(|w| w.data.ecg),
        lesson: Text(|w| w.data.ecg_lesson),
        source: Source::Asset {
            path: "data/ecg.bin",
            thumbnail: include_str!("thumbnails/ecg.txt"),
        },
        classes: Texts(|w| w.data.ecg_classes),
        novel: Some(1),
    },
];

/// What the user brings; not in the catalogue, since it may not be there.
static OWN: Record = Record {
    data: DataSet::Own,
    title: Text(|w| w.data.own),
    lesson: Text(|w| w.data.own_lesson),
    source: Source::Brought,
    ..DRAWN
};

/// The record of a data set.
pub fn record(data: DataSet) -> &'static Record {
    CATALOGUE.get(data as usize).unwrap_or(&OWN)
}
