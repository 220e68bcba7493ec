//! What is said of codes and errors, by hand and against other ways to the same number.

use hourglass::analysis::{
    HiddenComponents, Pca, Roc, active_fraction, dead_units, field, gain_db, grid, least_active,
    nearest_codes, particles, precision_of_nearest, sample_errors,
};
use hourglass::data::read_file;
use hourglass::model::{Activation, Autoencoder, AutoencoderConfig};
use hourglass::random::{Purpose, normal, stream};
use ndarray::{Array2, ArrayView2, arr1, arr2};

fn random(rows: usize, columns: usize, seed: u32) -> Array2<f64> {
    let mut rng = stream(seed, Purpose::Data);
    Array2::from_shape_simple_fn((rows, columns), || normal(&mut rng))
}

#[test]
fn the_area_under_the_roc_curve_is_the_chance_to_rank_rightly() {
    let scores = |seed| random(1, 300, seed).mapv(|z| (z * 3.0).round() as f32);
    let (negative, positive) = (scores(1).into_raw_vec_and_offset().0, scores(2) + 1.0);
    let positive = positive.into_raw_vec_and_offset().0;
    // Mann & Whitney (1947): ties count half.
    let mut rightly = 0.0;
    for n in &negative {
        for p in &positive {
            rightly += if p > n { 1.0 } else { 0.0 } + if p == n { 0.5 } else { 0.0 };
        }
    }
    let wanted = rightly / (negative.len() * positive.len()) as f64;
    let roc = Roc::of(&negative, &positive).unwrap();
    assert!((roc.auc() - wanted).abs() < 1e-12);
    assert_eq!(roc.points.first(), Some(&[0.0, 0.0]));
    assert_eq!(roc.points.last(), Some(&[1.0, 1.0]));
}

#[test]
fn perfect_scores_have_an_area_of_one_and_equal_ones_of_a_half() {
    let auc = |negative: &[f32], positive: &[f32]| Roc::of(negative, positive).map(|roc| roc.auc());
    assert_eq!(auc(&[0.1, 0.2], &[0.3]), Some(1.0));
    assert_eq!(auc(&[0.5, 0.5], &[0.5]), Some(0.5));
    assert_eq!(auc(&[], &[0.5]), None);
}

#[test]
fn nearest_codes_are_those_of_a_whole_sort() {
    let codes = random(200, 3, 4).mapv(|v| v as f32);
    let asked = random(100, 3, 5).mapv(|v| v as f32);
    let nearest = nearest_codes(codes.view(), asked.view(), 7);
    assert_eq!(nearest.len(), 100);
    for (code, nearest) in asked.rows().into_iter().zip(nearest) {
        let mut all: Vec<usize> = (0..200).collect();
        let distance = |i: usize| (&codes.row(i) - &code).mapv(|d| d * d).sum();
        all.sort_by(|&a, &b| distance(a).total_cmp(&distance(b)));
        assert_eq!(nearest, all[..7]);
    }
    let all = nearest_codes(codes.view(), asked.view(), 999);
    assert!(all.iter().all(|nearest| nearest.len() == 200));
}

#[test]
fn precision_is_the_part_of_neighbours_of_the_same_class() {
    let known = arr2(&[[0.0], [1.0], [10.0], [11.0]]);
    let asked = arr2(&[[0.4], [10.4]]);
    let precision = precision_of_nearest((known.view(), &[0, 1, 2, 2]), (asked.view(), &[0, 2]), 2);
    assert_eq!(precision, 0.75);
    // Of fewer known ones than are asked for, all count.
    let few = precision_of_nearest((known.view(), &[0; 4]), (asked.view(), &[0, 0]), 5);
    assert_eq!(few, 1.0);
}

#[test]
fn active_and_dead_units_are_counted_against_the_liveliest() {
    let code = arr2(&[
        [1.0, 0.0, 5.0],
        [0.0, 0.0, 5.001],
        [0.5, 0.0, 5.0],
        [0.001, 0.0, 5.0],
    ]);
    assert_eq!(dead_units(code.view()), 2);
    // Of units that can be exactly 0, whatever is above 0 is active.
    let relu = least_active(code.view(), Activation::Relu);
    assert!((active_fraction(code.view(), relu) - 7.0 / 12.0).abs() < 1e-12);
    // Of others, what is above 1 % of the layer's largest, 0.05.
    let tanh = least_active(code.view(), Activation::Tanh);
    assert!((active_fraction(code.view(), tanh) - 6.0 / 12.0).abs() < 1e-12);
}

#[test]
fn a_tenth_of_the_error_is_a_gain_of_ten_decibels() {
    assert!((gain_db(0.2, 0.02).unwrap() - 10.0).abs() < 1e-12);
    assert_eq!(gain_db(0.0, 0.1), None);
    let errors = sample_errors(
        arr2(&[[1.0, 3.0], [0.0, 0.0]]).view(),
        arr2(&[[1.0, 1.0], [0.0, 0.0]]).view(),
    );
    assert_eq!(errors.to_vec(), [2.0, 0.0]);
}

fn assert_orthonormal(rows: &Array2<f64>) {
    let off = &rows.dot(&rows.t()) - &Array2::<f64>::eye(rows.nrows());
    assert!(off.iter().all(|e| e.abs() < 1e-8));
}

#[test]
fn hidden_components_are_the_singular_vectors_of_the_product() {
    let (encoder, decoder) = (random(12, 4, 5), random(4, 12, 6));
    let hidden = HiddenComponents::of_product(&encoder, &decoder).unwrap();
    let map = encoder.dot(&decoder);
    assert_orthonormal(&hidden.directions);
    assert!(
        hidden
            .values
            .windows(2)
            .into_iter()
            .all(|pair| pair[0] >= pair[1])
    );
    for (direction, &value) in hidden.directions.rows().into_iter().zip(&hidden.values) {
        let once = map.t().dot(&map.dot(&direction));
        let off = &once - &(&direction * (value * value));
        assert!(off.iter().all(|e| e.abs() < 1e-8 * value * value));
    }
    assert!((hidden.values.mapv(|v| v * v).sum() / map.mapv(|w| w * w).sum() - 1.0).abs() < 1e-9);
}

/// Weights that span the principal components of the digits without being them: each component passes
/// a little less than the one before, and all are mixed.
#[test]
fn mixed_components_are_given_back() {
    const K: usize = 4;
    let digits = read_file(include_bytes!("../../static/data/digits.bin")).unwrap();
    let components = Pca::fit(digits.x.view()).first(K).mapv(f64::from);
    let shrunk = [0.99, 0.95, 0.9, 0.8];
    // The inverse of a triangular mix of neighbours is known by hand.
    let mix = Array2::from_shape_fn((K, K), |(i, j)| match j.checked_sub(i) {
        Some(0) => 2.0,
        Some(1) => 1.0,
        _ => 0.0,
    });
    let unmix = Array2::from_shape_fn((K, K), |(i, j)| match j.checked_sub(i) {
        Some(apart) => 0.5 * (-0.5_f64).powi(apart as i32),
        None => 0.0,
    });
    let shrink = Array2::from_diag(&arr1(&shrunk));
    let mut network = AutoencoderConfig {
        input: 64,
        code: K,
        ..linear()
    }
    .init(&mut stream(0, Purpose::Weights));
    network.layers[0].weight = components.t().dot(&mix).mapv(|w| w as f32);
    network.layers[1].weight = unmix.dot(&shrink).dot(&components).mapv(|w| w as f32);
    let hidden = HiddenComponents::of(&network).unwrap();
    for (i, passed) in shrunk.iter().enumerate() {
        assert!((hidden.values[i] - passed).abs() < 1e-5);
        let alike = hidden.directions.row(i).dot(&components.row(i)).abs();
        assert!((alike - 1.0).abs() < 1e-6, "component {i}: {alike}");
        let unmixed = network.layers[1].weight.row(i).mapv(f64::from);
        let before = unmixed.dot(&components.row(i)).abs() / unmixed.dot(&unmixed).sqrt();
        assert!(
            i == K - 1 || before < 0.95,
            "the weights are the components already"
        );
    }
}

#[test]
fn a_bent_network_has_no_hidden_components() {
    let bent = AutoencoderConfig {
        code_activation: Activation::Tanh,
        ..linear()
    };
    assert_eq!(
        HiddenComponents::of(&bent.init(&mut stream(0, Purpose::Weights))),
        None
    );
}

fn linear() -> AutoencoderConfig {
    AutoencoderConfig {
        input: 2,
        hidden: Vec::new(),
        code: 2,
        hidden_activation: Activation::Linear,
        code_activation: Activation::Linear,
        output_activation: Activation::Linear,
        tied: false,
        unit_atoms: false,
    }
}

/// A linear network that multiplies its input.
fn scaling(factor: f32) -> Autoencoder<f32> {
    let mut network = linear().init(&mut stream(0, Purpose::Weights));
    network.layers[0].weight = Array2::eye(2);
    network.layers[1].weight = Array2::eye(2) * factor;
    network
}

#[test]
fn the_field_is_the_way_from_a_place_to_its_reconstruction() {
    let x = grid(-1.0, 1.0, 4);
    assert_eq!(x.dim(), (16, 2));
    assert!((x[[0, 0]] + 0.75).abs() < 1e-6 && (x[[15, 1]] - 0.75).abs() < 1e-6);
    assert!(x.sum().abs() < 1e-5, "a grid lies about its middle");
    let zero = |field: ArrayView2<f32>| field.iter().all(|v| v.abs() < 1e-6);
    assert!(zero(field(&scaling(1.0), x.view()).view()));
    let half = field(&scaling(0.5), x.view());
    assert!(zero((&half + &(&x * 0.5)).view()));
}

#[test]
fn particles_go_through_the_network_again_and_again() {
    let start = arr2(&[[1.0, -2.0]]);
    let path = particles(&scaling(0.5), start.view(), 3);
    let wanted = [1.0, 0.5, 0.25, 0.125].map(|part| &start * part);
    assert_eq!(path, wanted);
}
