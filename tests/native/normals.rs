//! Normal numbers by the batch.

use hourglass::random::{Purpose, fill_with_normals, ln, sine_and_cosine, stream};

#[test]
fn the_logarithm_is_within_its_bound_of_the_exact_one_everywhere() {
    let normal = f32::MIN_POSITIVE.to_bits()..=f32::MAX.to_bits();
    for x in normal.step_by(61).map(f32::from_bits) {
        let exact = f64::from(x).ln();
        let error = (f64::from(ln(x)) - exact).abs() / exact.abs().max(1.0);
        assert!(error < 2e-7, "{error:e} at {x}");
    }
    assert_eq!(ln(1.0), 0.0);
}

#[test]
fn sine_and_cosine_are_within_their_bound_of_the_exact_ones_everywhere() {
    for turn in (0..=1_f32.to_bits()).step_by(61).map(f32::from_bits) {
        let angle = std::f64::consts::TAU * f64::from(turn);
        for (made, exact) in sine_and_cosine(turn)
            .into_iter()
            .zip([angle.sin(), angle.cos()])
        {
            let error = (f64::from(made) - exact).abs();
            assert!(error < 2e-7, "{error:e} at {turn}");
        }
    }
}

/// The numbers are Box and Muller's of the stream's uniform numbers, two for two.
#[test]
fn normals_are_those_of_their_stream() {
    let uniforms = || {
        let mut rng = stream(3, Purpose::Corruption);
        std::iter::repeat_with(move || hourglass::random::uniform(&mut rng, 0.0, 1.0))
    };
    for count in [1, 2, 63, 64, 65, 1000] {
        let mut made = vec![0.0; count];
        fill_with_normals(&mut stream(3, Purpose::Corruption), &mut made);
        let mut uniforms = uniforms();
        for pair in made.chunks(2) {
            let radius = (-2.0 * (1.0 - uniforms.next().unwrap()).ln()).sqrt();
            let angle = std::f64::consts::TAU * uniforms.next().unwrap();
            for (&z, exact) in pair
                .iter()
                .zip([radius * angle.cos(), radius * angle.sin()])
            {
                assert!((f64::from(z) - exact).abs() < 2e-6, "{z} for {exact}");
            }
        }
    }
}
