//! SGD, momentum and Adam, with the moments kept beside the parameters they belong to.

use ndarray::{Array, Array1, Array2, Dimension};

use crate::model::{Dense, DenseGradient, Real, resized};

/// How a gradient becomes a change of a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// w ← w − η g.
    Sgd,
    /// v ← 0.9 v + g, w ← w − η v (Polyak 1964).
    Momentum,
    /// Kingma & Ba (2015), algorithm 1, with β₁ 0.9, β₂ 0.999, ε 1e-8.
    Adam,
}

impl Rule {
    /// How many moments it keeps of each parameter's gradient.
    pub fn moments(self) -> usize {
        match self {
            Self::Sgd => 0,
            Self::Momentum => 1,
            Self::Adam => 2,
        }
    }
}

const MOMENTUM: f64 = 0.9;
const BETA_1: f64 = 0.9;
const BETA_2: f64 = 0.999;
const EPSILON: f64 = 1e-8;

/// First and second moments of one layer's gradients, shaped like its parameters.
#[derive(Clone, Debug)]
struct Moments<F> {
    weight: [Array2<F>; 2],
    bias: [Array1<F>; 2],
}

#[derive(Clone, Debug)]
pub struct Optimizer<F> {
    rule: Rule,
    step: i32,
    moments: Vec<Moments<F>>,
}

impl<F: Real> Optimizer<F> {
    pub fn new(rule: Rule, layers: &[Dense<F>]) -> Self {
        let moments = layers
            .iter()
            .map(|layer| Moments {
                weight: [(); 2].map(|()| Array2::zeros(layer.weight.dim())),
                bias: [(); 2].map(|()| Array1::zeros(layer.bias.dim())),
            })
            .collect();
        Self {
            rule,
            step: 0,
            moments,
        }
    }

    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// What it keeps of one weight's gradients: for momentum v, for Adam the means of g and of g²,
    /// corrected for their start at 0.
    pub fn moments_of(&self, layer: usize, at: [usize; 2]) -> [F; 2] {
        let corrections = Rate::new(self.rule, self.step.max(1), 0.0).bias_correction;
        let kept = self.moments[layer].weight.each_ref().map(|m| m[at]);
        match self.rule {
            Rule::Adam => [kept[0] * corrections[0], kept[1] * corrections[1]],
            Rule::Sgd | Rule::Momentum => kept,
        }
    }

    /// How often it has changed the parameters.
    pub fn updates(&self) -> u32 {
        self.step.unsigned_abs()
    }

    /// All that it keeps: for every parameter, in their order, the first moments, then the second; none
    /// that its rule does not use.
    pub fn moments(&self) -> impl Iterator<Item = &F> {
        (0..self.rule.moments()).flat_map(|order| {
            self.moments
                .iter()
                .flat_map(move |of| of.weight[order].iter().chain(&of.bias[order]))
        })
    }

    /// Goes on from what another one kept; what is missing stays as it is.
    pub fn resume(&mut self, updates: u32, moments: &[F]) {
        self.step = i32::try_from(updates).unwrap_or(i32::MAX);
        let mut kept = moments.iter().copied();
        for order in 0..self.rule.moments() {
            let own = self.moments.iter_mut();
            let own =
                own.flat_map(|of| of.weight[order].iter_mut().chain(of.bias[order].iter_mut()));
            for (own, kept) in own.zip(&mut kept) {
                *own = kept;
            }
        }
    }

    /// Follows the layers to their new widths: surviving weights keep their moments.
    pub fn resize(&mut self, layers: &[Dense<F>]) {
        for (moments, layer) in self.moments.iter_mut().zip(layers) {
            for m in &mut moments.weight {
                *m = resized(m, layer.weight.dim());
            }
            for m in &mut moments.bias {
                *m = Array1::from_shape_fn(layer.bias.len(), |j| {
                    m.get(j).copied().unwrap_or_else(F::zero)
                });
            }
        }
    }

    /// Changes every parameter by one step along its gradient.
    pub fn update(
        &mut self,
        layers: &mut [Dense<F>],
        gradients: &[DenseGradient<F>],
        learning_rate: f64,
    ) {
        // Corrections have long come to an end where it can count no further.
        self.step = self.step.saturating_add(1);
        let rate = Rate::new(self.rule, self.step, learning_rate);
        for ((layer, gradient), moments) in layers.iter_mut().zip(gradients).zip(&mut self.moments)
        {
            let [first, second] = &mut moments.weight;
            rate.apply(
                row_by_row_mut(&mut layer.weight),
                row_by_row(&gradient.d_weight),
                [first, second].map(row_by_row_mut),
            );
            let [first, second] = &mut moments.bias;
            rate.apply(
                row_by_row_mut(&mut layer.bias),
                row_by_row(&gradient.d_bias),
                [first, second].map(row_by_row_mut),
            );
        }
    }
}

/// The numbers of one step that are the same for every parameter.
struct Rate<F> {
    rule: Rule,
    learning_rate: F,
    bias_correction: [F; 2],
}

impl<F: Real> Rate<F> {
    fn new(rule: Rule, step: i32, learning_rate: f64) -> Self {
        Self {
            rule,
            learning_rate: F::of(learning_rate),
            bias_correction: [BETA_1, BETA_2].map(|beta| F::of(1.0 / (1.0 - beta.powi(step)))),
        }
    }

    /// Changes parameters, all that belongs to one at the same place of four rows.
    fn apply(&self, w: &mut [F], g: &[F], [first, second]: [&mut [F]; 2]) {
        let rate = self.learning_rate;
        match self.rule {
            Rule::Sgd => {
                for (w, &g) in w.iter_mut().zip(g) {
                    *w -= rate * g;
                }
            }
            Rule::Momentum => {
                let keep = F::of(MOMENTUM);
                for ((w, &g), v) in w.iter_mut().zip(g).zip(first) {
                    *v = unless_least(keep * *v + g);
                    *w -= rate * *v;
                }
            }
            Rule::Adam => {
                let [b1, b2] = [F::of(BETA_1), F::of(BETA_2)];
                let [fresh_1, fresh_2] = [F::of(1.0 - BETA_1), F::of(1.0 - BETA_2)];
                let [correct_1, correct_2] = self.bias_correction;
                let (rate, epsilon) = (rate * correct_1, F::of(EPSILON));
                for (((w, &g), m), v) in w.iter_mut().zip(g).zip(first).zip(second) {
                    *m = unless_least(b1 * *m + fresh_1 * g);
                    *v = unless_least(b2 * *v + fresh_2 * g * g);
                    *w -= rate * *m / ((*v * correct_2).sqrt() + epsilon);
                }
            }
        }
    }
}

/// A moment, or none where it is below the least normal number. The moments of a unit that is off would
/// stay there for ever, and processors take ten times as long and more for such numbers.
fn unless_least<F: Real>(moment: F) -> F {
    if moment.abs() < F::least() {
        F::zero()
    } else {
        moment
    }
}

/// The numbers of parameters as they lie, row by row.
fn row_by_row<F, D: Dimension>(parameters: &Array<F, D>) -> &[F] {
    debug_assert!(parameters.is_standard_layout());
    parameters.as_slice().unwrap_or_default()
}

fn row_by_row_mut<F, D: Dimension>(parameters: &mut Array<F, D>) -> &mut [F] {
    debug_assert!(parameters.is_standard_layout());
    parameters.as_slice_mut().unwrap_or_default()
}
