//! Products of matrices, against three loops.

use allocation_counter::measure;
use hourglass::model::{Activation, AutoencoderConfig, Real, product};
use hourglass::random::{ChaCha8Rng, Purpose, stream, uniform};
use hourglass::train::{Loss, Objective, Penalty, Rule, TrainConfig, Trainer};
use ndarray::{Array2, s};

fn noise<F: Real>(shape: (usize, usize), rng: &mut ChaCha8Rng) -> Array2<F> {
    Array2::from_shape_simple_fn(shape, || F::of(uniform(rng, -1.0, 1.0)))
}

/// Every sum from its first term to its last.
fn slowly<F: Real>(a: &Array2<F>, b: &Array2<F>, bias: Option<&[F]>) -> Array2<F> {
    Array2::from_shape_fn((a.nrows(), b.ncols()), |(i, j)| {
        let first = bias.map_or(F::zero(), |bias| bias[j]);
        (0..a.ncols()).fold(first, |sum, p| sum + a[[i, p]] * b[[p, j]])
    })
}

/// Shapes with every kind of edge: of tiles, of panels, thin ones, single numbers and no terms.
fn shapes() -> impl Iterator<Item = [usize; 3]> {
    const SIZES: [usize; 12] = [1, 2, 3, 5, 7, 8, 9, 16, 17, 24, 33, 64];
    let pairs = SIZES
        .into_iter()
        .flat_map(|m| SIZES.into_iter().map(move |n| (m, n)));
    pairs.flat_map(|(m, n)| [0, 1, 4, 37].map(|l| [m, l, n]))
}

fn is_the_slow_one<F: Real>() {
    let mut rng = stream(1, Purpose::Data);
    let (mut c, mut room) = (Array2::default((0, 0)), Vec::new());
    for [m, l, n] in shapes() {
        let (a, b) = (noise::<F>((m, l), &mut rng), noise::<F>((l, n), &mut rng));
        let bias: Vec<F> = noise((1, n), &mut rng).into_iter().collect();
        let (a_t, b_t) = (
            a.t().as_standard_layout().into_owned(),
            b.t().as_standard_layout().into_owned(),
        );
        for bias in [None, Some(&bias[..])] {
            let wanted = slowly(&a, &b, bias);
            for (a, b) in [
                (a.view(), b.view()),
                (a_t.t(), b.view()),
                (a.view(), b_t.t()),
                (a_t.t(), b_t.t()),
            ] {
                product([a, b], bias, Activation::Linear, &mut c, &mut room);
                assert_eq!(c, wanted, "{m} × {l} × {n}");
            }
        }
    }
}

/// To the last bit: this is what makes a link mean the same losses on every machine.
#[test]
fn a_product_is_the_slow_one_to_the_last_bit() {
    is_the_slow_one::<f32>();
    is_the_slow_one::<f64>();
}

#[test]
fn a_product_ends_with_its_activation_and_takes_any_part_of_a_matrix() {
    let mut rng = stream(2, Purpose::Data);
    let (a, b) = (
        noise::<f32>((20, 12), &mut rng),
        noise::<f32>((30, 9), &mut rng),
    );
    // Every other row, and columns of a wider matrix: neither lies in one piece.
    let (a, b) = (a.slice(s![..;2, 1..11]), b.slice(s![..;3, 2..]));
    let linear = slowly(&a.to_owned(), &b.to_owned(), None);
    for activation in Activation::ALL {
        let (mut c, mut room) = (Array2::default((0, 0)), Vec::new());
        product([a, b], None, activation, &mut c, &mut room);
        let mut wanted = linear.clone();
        activation.apply(wanted.as_slice_mut().unwrap());
        assert_eq!(c, wanted, "{activation:?}");
    }
}

/// Once there is room for the largest batch, a step allocates nothing, an epoch's last, shorter batch,
/// a new order and batches that light more or other features included.
#[test]
fn a_step_allocates_nothing() {
    let penalties = [
        Penalty::None,
        Penalty::L1 { weight: 0.01 },
        Penalty::Kl {
            target: 0.1,
            weight: 0.01,
        },
    ];
    for (penalty, tied, unit_atoms, input) in [
        (penalties[0], false, false, 20),
        (penalties[1], true, true, 20),
        (penalties[2], false, true, 20),
        (penalties[0], false, false, 300),
    ] {
        let config = AutoencoderConfig {
            input,
            hidden: vec![32, 12],
            code: 3,
            hidden_activation: Activation::Tanh,
            code_activation: Activation::Sigmoid,
            output_activation: Activation::Sigmoid,
            tied,
            unit_atoms,
        };
        let settings = TrainConfig {
            rule: Rule::Adam,
            learning_rate: 0.001,
            batch: 64,
            objective: Objective {
                loss: Loss::Bce,
                penalty,
                decay: 1e-4,
            },
        };
        let mut x = noise::<f32>((150, input), &mut stream(0, Purpose::Data)).mapv(f32::abs);
        if input > 20 {
            // A sample lights two features, the first sixty none.
            let of = |row: usize| 2 * row.saturating_sub(60);
            for ((row, feature), value) in x.indexed_iter_mut() {
                *value *= f32::from(u8::from(feature / 2 == of(row) / 2));
            }
        }
        let network = config.init(&mut stream(0, Purpose::Weights));
        let mut trainer: Trainer<f32> =
            Trainer::new(network, settings, stream(0, Purpose::Batches));
        let mut steps = |count: usize| {
            for step in 0..count {
                let rows = trainer.next_batch(x.nrows()).len();
                let from = 13 * step % (x.nrows() - rows);
                let batch = x.slice(s![from..from + rows, ..]);
                trainer.step(batch, batch);
            }
        };
        steps(4);
        assert_eq!(measure(|| steps(20)).count_total, 0, "{penalty:?}");
    }
}
