//! The data sets: their shapes, the split, and files that are not what they should be.

#![allow(clippy::unwrap_used)]

mod common;

use std::collections::HashSet;

use common::{DIGITS, asset};
use hourglass::data::{CATALOGUE, Dataset, Source, read_images};
use hourglass::settings::{DataSet, Settings, Shape};
use ndarray::Axis;

fn dataset(data: DataSet, seed: u32, scatter: f64) -> Dataset {
    let mut settings = Settings::preset();
    settings.choose_data(data);
    settings.seed = seed;
    settings.scatter = scatter;
    let record = hourglass::data::record(data);
    record.dataset(&settings, asset(record)).unwrap()
}

#[test]
fn a_fifth_is_held_out_and_no_sample_is_in_both_parts() {
    for record in CATALOGUE {
        let data = dataset(record.data, 3, 0.05);
        let n = data.x.nrows();
        assert_eq!(data.held_out().nrows(), (0.2 * n as f64).round() as usize);
        assert_eq!(data.train().nrows() + data.held_out().nrows(), n);
        assert_eq!(data.labels.len(), n);
        let key = |row: ndarray::ArrayView1<f32>| -> Vec<u32> {
            row.iter().map(|v| v.to_bits()).collect()
        };
        let train: HashSet<_> = data.train().axis_iter(Axis(0)).map(key).collect();
        let held_out = data.held_out();
        let shared = held_out.axis_iter(Axis(0)).map(key);
        assert_eq!(
            shared.filter(|row| train.contains(row)).count(),
            0,
            "{}",
            record.title
        );
    }
}

#[test]
fn the_same_seed_gives_the_same_samples_and_another_seed_others() {
    for record in CATALOGUE {
        let first = dataset(record.data, 1, 0.05);
        assert_eq!(first, dataset(record.data, 1, 0.05));
        assert_ne!(first, dataset(record.data, 2, 0.05));
    }
}

#[test]
fn points_lie_about_the_unit_square_and_scatter_spreads_them() {
    for record in CATALOGUE {
        let Source::Formula(_) = record.source else {
            continue;
        };
        let tidy = dataset(record.data, 0, 0.0);
        let half_width = tidy.x.fold(0.0_f32, |most, v| most.max(v.abs()));
        assert!((0.6..1.2).contains(&half_width), "{}", record.title);
        let spread = dataset(record.data, 0, 0.3);
        assert!(
            spread.x.var(0.0) > 1.05 * tidy.x.var(0.0),
            "{}",
            record.title
        );
    }
}

#[test]
fn without_scatter_points_of_the_circle_are_on_it() {
    let data = dataset(DataSet::Circle, 0, 0.0);
    for row in data.x.rows() {
        let radius = (row[0] - 0.2).hypot(row[1] - 0.1);
        assert!((radius - 0.8).abs() < 1e-6);
    }
}

#[test]
fn the_digits_are_the_real_ones() {
    let images = read_images(DIGITS).unwrap();
    assert_eq!(
        images.shape,
        Shape::Image {
            width: 8,
            height: 8
        }
    );
    assert_eq!(images.labels.len(), 1797);
    // scikit-learn's load_digits: data[0], sum of all pixels 561,718, labels 0 … 9 counted.
    let first: Vec<u8> = images
        .pixels
        .row(0)
        .iter()
        .map(|v| (v * 16.0) as u8)
        .collect();
    assert_eq!(
        first[..16],
        [0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0]
    );
    let sum: f64 = images.pixels.iter().map(|&v| f64::from(v) * 16.0).sum();
    assert_eq!(sum, 561_718.0);
    let counts: Vec<usize> = (0..10)
        .map(|class| {
            images
                .labels
                .iter()
                .filter(|&&label| label == class)
                .count()
        })
        .collect();
    assert_eq!(counts, [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
}

#[test]
fn a_thumbnail_is_an_image_of_its_data_set() {
    let images = read_images(DIGITS).unwrap();
    for record in CATALOGUE {
        let Source::Asset { thumbnail, .. } = record.source else {
            continue;
        };
        let levels: Vec<f32> = thumbnail
            .chars()
            .map(|level| level.to_digit(17).unwrap() as f32 / 16.0)
            .collect();
        assert!(
            images
                .pixels
                .rows()
                .into_iter()
                .any(|row| row.to_vec() == levels)
        );
    }
}

#[test]
fn fewer_samples_are_a_random_part_of_the_set() {
    let settings = Settings {
        n: 100,
        ..Settings::preset()
    };
    let record = hourglass::data::record(DataSet::Digits);
    let data = record.dataset(&settings, Some(DIGITS)).unwrap();
    assert_eq!(data.x.dim(), (100, 64));
    let classes: HashSet<_> = data.labels.iter().collect();
    assert!(classes.len() >= 8);
}

#[test]
fn a_damaged_file_is_an_error_and_no_panic() {
    for length in [0, 1, 40, DIGITS.len() / 2, DIGITS.len() - 1] {
        assert!(read_images(&DIGITS[..length]).is_err(), "{length}");
    }
    for at in (0..DIGITS.len()).step_by(997) {
        let mut damaged = DIGITS.to_vec();
        damaged[at] ^= 0x55;
        // The checksum of the stream catches it, or the format does.
        assert!(read_images(&damaged).is_err(), "byte {at}");
    }
    let record = hourglass::data::record(DataSet::Digits);
    let missing = record.dataset(&Settings::preset(), None);
    assert!(missing.unwrap_err().contains("digits.bin"));
}
