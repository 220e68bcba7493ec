//! The activation functions as functions of a number.

use hourglass::model::{Activation, exp, tanh};
use ndarray::{Array2, array};

/// Every 61st f32 there is, of both signs: 61 is prime, so that all mantissas have their turn.
fn everywhere() -> impl Iterator<Item = f32> {
    (0..=u32::MAX)
        .step_by(61)
        .map(f32::from_bits)
        .filter(|x| x.is_finite())
}

#[test]
fn tanh_is_within_its_bound_of_the_exact_one_everywhere() {
    let (mut worst, mut at) = (0.0_f64, 0.0);
    for x in everywhere() {
        let exact = f64::from(x).tanh();
        let error = (f64::from(tanh(x)) - exact).abs();
        // Near the smallest numbers of all, f32 has few digits left.
        let relative = (error - 2e-43).max(0.0) / exact.abs().max(1e-300);
        if relative > worst {
            (worst, at) = (relative, x);
        }
    }
    assert!(worst < 5e-7, "{worst:e} at {at}");
}

#[test]
fn tanh_is_odd_bounded_and_lets_nothing_pass_for_a_number() {
    for x in everywhere() {
        assert!(tanh(x).abs() <= 1.0, "{x}");
        assert_eq!(tanh(-x).to_bits(), (-tanh(x)).to_bits(), "{x}");
    }
    assert!(tanh(f32::NAN).is_nan());
    assert_eq!([f32::INFINITY, f32::NEG_INFINITY].map(tanh), [1.0, -1.0]);
}

#[test]
fn the_exponential_is_within_its_bound_of_the_exact_one_everywhere() {
    let (mut worst, mut at) = (0.0_f64, 0.0);
    for x in everywhere().filter(|x| (-87.0..=88.0).contains(x)) {
        let exact = f64::from(x).exp();
        let error = (f64::from(exp(x)) - exact).abs() / exact;
        if error > worst {
            (worst, at) = (error, x);
        }
    }
    assert!(worst < 2e-7, "{worst:e} at {at}");
    assert_eq!(exp(0.0), 1.0);
    assert!(exp(f32::NAN).is_nan());
    for (far, end) in [(f32::INFINITY, 88.0), (f32::NEG_INFINITY, -87.0)] {
        assert_eq!(exp(far), exp(end));
    }
}

#[test]
fn a_layer_in_f32_has_the_values_of_one_in_f64() {
    let z = [-30.0, -3.0, -0.5, -1e-3, 0.0, 1e-3, 0.5, 3.0, 30.0];
    for activation in Activation::ALL {
        let mut exact: Array2<f64> = array![z];
        activation.apply(exact.as_slice_mut().unwrap());
        let mut single: Array2<f32> = array![z.map(|z| z as f32)];
        activation.apply(single.as_slice_mut().unwrap());
        for (single, exact) in single.iter().zip(&exact) {
            let error = (f64::from(*single) - exact).abs();
            assert!(
                error <= 1e-6 * exact.abs(),
                "{activation:?}: {single} for {exact}"
            );
        }
    }
}
