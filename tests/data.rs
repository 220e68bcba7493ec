//! The data sets: their shapes, the split, and files that are not what they should be.

#![allow(clippy::unwrap_used)]

mod common;

use std::collections::HashSet;

use common::{asset, file};
use hourglass::data::{CATALOGUE, Dataset, SampleFile, Source, read_file};
use hourglass::random::{Purpose, stream, uniform};
use hourglass::settings::{DataSet, Settings};
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib;
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
        let n = data.x.nrows() - data.n_novel;
        assert_eq!(data.held_out().nrows(), (0.2 * n as f64).round() as usize);
        assert_eq!(data.train().nrows() + data.held_out().nrows(), n);
        assert_eq!(data.labels.len(), data.x.nrows());
        // There are only so many images of a few bars: they come again.
        if record.data == DataSet::Bars {
            continue;
        }
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
        if !record.data.is_points() {
            continue;
        }
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

fn digits() -> SampleFile {
    read_file(file("data/digits.bin")).unwrap()
}

fn counts(labels: &[u8], classes: u8) -> Vec<usize> {
    (0..classes)
        .map(|class| labels.iter().filter(|&&label| label == class).count())
        .collect()
}

#[test]
fn the_digits_are_the_real_ones() {
    let digits = digits();
    assert_eq!((digits.width, digits.height), (8, 8));
    // scikit-learn's load_digits: data[0], sum of all pixels 561,718, labels 0 … 9 counted.
    let first: Vec<u8> = digits.x.row(0).iter().map(|v| (v * 16.0) as u8).collect();
    assert_eq!(
        first[..16],
        [0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0]
    );
    let sum: f64 = digits.x.iter().map(|&v| f64::from(v) * 16.0).sum();
    assert_eq!(sum, 561_718.0);
    assert_eq!(
        counts(&digits.labels, 10),
        [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    );
}

#[test]
fn mnist_and_fashion_have_five_hundred_of_each_class_within_900_kb() {
    for path in ["data/mnist.bin", "data/fashion.bin"] {
        let bytes = file(path);
        assert!(bytes.len() <= 900_000, "{path}: {}", bytes.len());
        let images = read_file(bytes).unwrap();
        assert_eq!((images.width, images.height), (28, 28));
        assert_eq!(counts(&images.labels, 10), [500; 10]);
        assert!(images.x.iter().all(|v| (0.0..=1.0).contains(v)));
    }
    // The mean of the chosen images is near that of all 60,000, 0.1307.
    let mean = read_file(file("data/mnist.bin")).unwrap().x.mean().unwrap();
    assert!((mean - 0.1307).abs() < 0.003, "{mean}");
}

#[test]
fn patches_have_no_brightness_of_their_own() {
    let patches = read_file(file("data/patches.bin")).unwrap();
    assert_eq!(patches.x.dim(), (6000, 144));
    let means = patches.x.mean_axis(Axis(1)).unwrap();
    // Clipping takes a little from the strongest.
    let near = means.iter().filter(|mean| mean.abs() < 0.03).count();
    assert!(near > 5_700, "{near}");
    assert!(means.mean().unwrap().abs() < 0.005);
}

#[test]
fn no_ventricular_beat_is_trained_on_or_counted_as_held_out() {
    let beats = dataset(DataSet::Ecg, 1, 0.0);
    assert_eq!(counts(&beats.labels, 2), [1543, 444]);
    assert_eq!(beats.n_novel, 444);
    let novel = beats.held_out_rows().end;
    assert!(beats.labels[..novel].iter().all(|&label| label == 0));
    assert!(beats.labels[novel..].iter().all(|&label| label == 1));
    assert_eq!(beats.held_out().nrows(), 309);
}

#[test]
fn bars_are_independent_and_cross() {
    let bars = dataset(DataSet::Bars, 0, 0.0);
    let mut there = 0;
    for image in bars.x.rows() {
        let at = |row: usize, column: usize| image[8 * row + column] == 1.0;
        let rows = (0..8).filter(|&row| (0..8).all(|column| at(row, column)));
        let columns = (0..8).filter(|&column| (0..8).all(|row| at(row, column)));
        let (rows, columns): (Vec<_>, Vec<_>) = (rows.collect(), columns.collect());
        there += rows.len() + columns.len();
        for row in 0..8 {
            for column in 0..8 {
                let is_covered = rows.contains(&row) || columns.contains(&column);
                assert_eq!(at(row, column), is_covered);
            }
        }
    }
    let draws = 16 * bars.x.nrows();
    let error = (0.125 * 0.875 / draws as f64).sqrt();
    assert!((there as f64 / draws as f64 - 0.125).abs() < 3.0 * error);
}

#[test]
fn a_balls_factors_are_where_its_middle_is() {
    let balls = dataset(DataSet::Balls, 0, 0.0);
    for (image, factors) in balls.x.rows().into_iter().zip(balls.factors.rows()) {
        let ink = image.sum();
        let middle = |along: fn(usize) -> usize| -> f32 {
            let pixels = image.iter().enumerate();
            pixels
                .map(|(i, v)| v * (along(i) as f32 + 0.5))
                .sum::<f32>()
                / ink
        };
        for (middle, factor) in [middle(|i| i % 12), middle(|i| i / 12)].iter().zip(factors) {
            assert!((middle - (2.5 + 7.0 * factor)).abs() < 0.25);
        }
    }
}

#[test]
fn sheets_in_space_keep_their_true_coordinate() {
    let roll = dataset(DataSet::SwissRoll, 0, 0.0);
    for (point, along) in roll.x.rows().into_iter().zip(&roll.factors) {
        let radius = point[0].hypot(point[2]);
        assert!((radius - (1.0 + 2.0 * along) / 3.0).abs() < 1e-5);
    }
    let curve = dataset(DataSet::SCurve, 0, 0.0);
    for (point, along) in curve.x.rows().into_iter().zip(&curve.factors) {
        let t = 3.0 * std::f32::consts::PI * (along - 0.5);
        assert!((point[0] - t.sin()).abs() < 1e-5);
    }
}

#[test]
fn a_thumbnail_is_a_sample_of_its_size() {
    for record in CATALOGUE {
        let Source::Asset { thumbnail, .. } = record.source else {
            continue;
        };
        let levels: Vec<_> = thumbnail.chars().map(|level| level.to_digit(17)).collect();
        assert_eq!(
            levels.len(),
            record.data.shape().features(),
            "{}",
            record.title
        );
        assert!(levels.iter().all(Option::is_some));
        assert!(levels.contains(&Some(0)) && levels.iter().any(|l| *l > Some(12)));
    }
}

#[test]
fn fewer_samples_are_a_random_part_of_the_set() {
    let settings = Settings {
        n: 100,
        ..Settings::preset()
    };
    let record = hourglass::data::record(DataSet::Digits);
    let data = record.dataset(&settings, asset(record)).unwrap();
    assert_eq!(data.x.dim(), (100, 64));
    let classes: HashSet<_> = data.labels.iter().collect();
    assert!(classes.len() >= 8);
}

/// The checksum of the stream catches it, or the format does.
#[test]
fn a_damaged_file_is_an_error_and_no_panic() {
    for (path, cases) in [
        ("data/digits.bin", 400),
        ("data/fashion.bin", 100),
        ("data/ecg.bin", 100),
    ] {
        let whole = file(path);
        let mut rng = stream(1, Purpose::Data);
        for _ in 0..cases {
            let at = uniform(&mut rng, 0.0, whole.len() as f64) as usize;
            assert!(read_file(&whole[..at]).is_err(), "{path}: {at} bytes");
            let mut damaged = whole.to_vec();
            damaged[at] ^= uniform(&mut rng, 1.0, 256.0) as u8;
            assert!(read_file(&damaged).is_err(), "{path}: byte {at}");
        }
    }
}

/// Contents that a stream carries unharmed, but that are not what was written: an error, or samples
/// that fit each other.
#[test]
fn changed_contents_are_an_error_or_whole_samples() {
    for (path, cases) in [("data/digits.bin", 300), ("data/fashion.bin", 40)] {
        let whole = decompress_to_vec_zlib(file(path)).unwrap();
        let mut rng = stream(2, Purpose::Data);
        let mut errors = 0;
        for case in 0..cases {
            let mut changed = whole.clone();
            // The header, the labels, anything, the end.
            let reach = [21, 2000, whole.len(), 0][case % 4];
            if reach > 0 {
                let at = uniform(&mut rng, 0.0, reach as f64) as usize;
                changed[at] ^= uniform(&mut rng, 1.0, 256.0) as u8;
            } else {
                changed.truncate(uniform(&mut rng, 0.0, whole.len() as f64) as usize);
            }
            match read_file(&stored(&changed)) {
                Err(_) => errors += 1,
                Ok(samples) => {
                    let wanted = (samples.labels.len(), samples.width * samples.height);
                    assert_eq!(samples.x.dim(), wanted);
                    assert!(samples.labels.iter().all(|&label| label < changed[7]));
                }
            }
        }
        println!("{path}: {errors} of {cases} are errors");
        assert!(errors > cases / 3 && errors < cases);
    }
}

/// Contents as a file carries them.
fn stored(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec_zlib(bytes, 0)
}

/// Two samples of 3 × 1, the second filtered as its levels' differences.
fn small() -> Vec<u8> {
    let mut bytes = b"HGI2".to_vec();
    bytes.extend([3, 1, 10, 2]);
    bytes.extend(2_u32.to_le_bytes());
    bytes.extend((-1.0_f32).to_le_bytes());
    bytes.extend(1.0_f32.to_le_bytes());
    bytes.extend([1, 0, 1, 5, 0, 0, 0, 10, 1]);
    bytes
}

#[test]
fn levels_are_what_their_neighbours_predict_and_the_rest() {
    let file = read_file(&stored(&small())).unwrap();
    assert_eq!(file.labels, [0, 1]);
    let wanted = [[0.0, 0.0, 0.0], [-1.0, 1.0, -1.0]];
    for (row, wanted) in file.x.rows().into_iter().zip(wanted) {
        assert!(
            row.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 1e-6),
            "{row}"
        );
    }
}

#[test]
fn a_file_of_another_make_is_an_error_and_no_panic() {
    let whole = small();
    for length in 0..whole.len() {
        assert!(read_file(&stored(&whole[..length])).is_err(), "{length}");
    }
    for (at, byte) in [
        (0, b'X'),
        (6, 0),
        (7, 1),
        (8, 9),
        (20, 7),
        (11, 255),
        (4, 200),
    ] {
        let mut other = whole.clone();
        other[at] = byte;
        assert!(read_file(&stored(&other)).is_err(), "byte {at}");
    }
    let record = hourglass::data::record(DataSet::Digits);
    let wrong = record.dataset(&Settings::preset(), Some(&stored(&whole)));
    assert!(wrong.unwrap_err().contains("another size"));
    let missing = record.dataset(&Settings::preset(), None);
    assert!(missing.unwrap_err().contains("digits.bin"));
}
