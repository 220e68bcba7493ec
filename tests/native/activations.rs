//! The activation functions as functions of a number.

use hourglass::model::{Activation, tanh};
use ndarray::array;

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
fn a_layer_in_f32_has_the_values_of_one_in_f64() {
    let z = [-30.0, -3.0, -0.5, -1e-3, 0.0, 1e-3, 0.5, 3.0, 30.0];
    for activation in Activation::ALL {
        let mut exact = array![z];
        activation.apply(&mut exact);
        let mut single = array![z.map(|z| z as f32)];
        activation.apply(&mut single);
        for (single, exact) in single.iter().zip(&exact) {
            let error = (f64::from(*single) - exact).abs();
            assert!(
                error <= 1e-6 * exact.abs(),
                "{activation:?}: {single} for {exact}"
            );
        }
    }
}
