//! The data sets that were measured and not drawn: they are the real ones.

use crate::common::{asset, file};
use hourglass::data::{CATALOGUE, SampleFile, Source, read_file, record};
use hourglass::settings::{DataSet, Settings};
use ndarray::Axis;

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
    let mut settings = Settings::preset();
    settings.choose_data(DataSet::Ecg);
    let record = record(DataSet::Ecg);
    let beats = record.dataset(&settings, asset(record)).unwrap();
    assert_eq!(counts(&beats.labels, 2), [1543, 444]);
    assert_eq!(beats.n_novel, 444);
    let novel = beats.held_out_rows().end;
    assert!(beats.labels[..novel].iter().all(|&label| label == 0));
    assert!(beats.labels[novel..].iter().all(|&label| label == 1));
    assert_eq!(beats.held_out().nrows(), 309);
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
            record.data.traits().unwrap().shape.features(),
            "{}",
            record.title.get()
        );
        assert!(levels.iter().all(Option::is_some));
        assert!(levels.contains(&Some(0)) && levels.iter().any(|l| *l > Some(12)));
    }
}
