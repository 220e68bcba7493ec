//! How fast this device trains, with no page to wait for.

use ndarray::{Array2, s};

use crate::model::{Activation, AutoencoderConfig};
use crate::protocol::Timed;
use crate::random::{Purpose, stream, uniform};
use crate::train::{Loss, Objective, Penalty, Rule, TrainConfig, Trainer};

const BATCH: usize = 64;
const SAMPLES: usize = 16 * BATCH;
/// Steps between two looks at the clock.
const AT_ONCE: u64 = 4;

/// Trains a network of these widths, which must be mirrored about the middle one, for so many
/// milliseconds: ReLU, a linear code, a sigmoid output, the mean squared error, Adam, f32.
pub fn time(widths: &[u32], ms: f64, clock: &dyn Fn() -> f64) -> Timed {
    let middle = widths.len() / 2;
    let widths_of = |part: &[u32]| part.iter().map(|&width| width as usize).collect::<Vec<_>>();
    let input = widths.first().map_or(1, |&width| width as usize);
    let config = AutoencoderConfig {
        input,
        hidden: widths_of(widths.get(1..middle).unwrap_or_default()),
        code: widths.get(middle).map_or(1, |&width| width as usize),
        hidden_activation: Activation::Relu,
        code_activation: Activation::Linear,
        output_activation: Activation::Sigmoid,
        tied: false,
        unit_atoms: false,
    };
    let settings = TrainConfig {
        rule: Rule::Adam,
        learning_rate: 0.001,
        batch: BATCH,
        objective: Objective {
            loss: Loss::Mse,
            penalty: Penalty::None,
            decay: 0.0,
        },
    };
    let mut rng = stream(0, Purpose::Data);
    let x = Array2::from_shape_simple_fn((SAMPLES, input), || uniform(&mut rng, 0.0, 1.0) as f32);
    let network = config.init(&mut stream(0, Purpose::Weights));
    let mut trainer = Trainer::new(network, settings, stream(0, Purpose::Batches));
    let step = |trainer: &mut Trainer<f32>| {
        let from = (trainer.step_count() as usize * BATCH) % SAMPLES;
        let batch = x.slice(s![from..from + BATCH, ..]);
        trainer.step(batch, batch);
    };
    // Room is made, and a browser's better code is there, before the clock runs.
    let begun = clock();
    while clock() - begun < 0.1 * ms {
        step(&mut trainer);
    }
    let (first, begun) = (trainer.step_count(), clock());
    let mut spent = 0.0;
    while spent < ms {
        for _ in 0..AT_ONCE {
            step(&mut trainer);
        }
        spent = clock() - begun;
    }
    Timed {
        widths: widths.to_vec(),
        batch: BATCH as u32,
        samples: (trainer.step_count() - first) * BATCH as u64,
        ms: spent,
    }
}
