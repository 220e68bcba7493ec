//! The data sets: their shapes, the split, and the formulas.

use std::collections::HashSet;

use crate::common::asset;
use hourglass::data::{CATALOGUE, Dataset};
use hourglass::settings::{DataSet, Settings};
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
            record.title.get()
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
        if !record.data.traits().unwrap().is_points() {
            continue;
        }
        let tidy = dataset(record.data, 0, 0.0);
        let half_width = tidy.x.fold(0.0_f32, |most, v| most.max(v.abs()));
        assert!((0.6..1.2).contains(&half_width), "{}", record.title.get());
        let spread = dataset(record.data, 0, 0.3);
        assert!(
            spread.x.var(0.0) > 1.05 * tidy.x.var(0.0),
            "{}",
            record.title.get()
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
