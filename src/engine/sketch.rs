//! An image that the student has drawn or spoilt, on its way through the networks.

use ndarray::{ArrayView2, Axis, s};

use super::matrix::matrix;
use super::moment::Moment;
use crate::analysis::sample_errors;
use crate::model::Autoencoder;
use crate::protocol::{Matrix, Sketched};

/// Held-out samples that tell what error is usual.
const USUAL: usize = 200;

/// What becomes of an image of as many features as the data have: of the network, of the one trained
/// without corruption where there is one, and of PCA.
pub fn sketch(
    moment: &Moment,
    plain: Option<&Autoencoder<f32>>,
    image: &[f32],
    has_errors: bool,
) -> Option<Sketched> {
    let features = moment.dataset.x.ncols();
    let x = ArrayView2::from_shape((1, features), image).ok()?;
    let of = |network: &Autoencoder<f32>| matrix(network.forward(x).reconstruction());
    Some(Sketched {
        input: matrix(x),
        reconstruction: of(moment.network()),
        plain: plain.map(of).unwrap_or_default(),
        pca: matrix(moment.pca.reconstruct(x, moment.k()).view()),
        errors: match has_errors {
            true => usual_errors(moment),
            false => Matrix::default(),
        },
    })
}

fn usual_errors(moment: &Moment) -> Matrix {
    let held_out = moment.dataset.held_out();
    let usual = held_out.slice(s![..held_out.nrows().min(USUAL), ..]);
    let passed = moment.network().forward(usual);
    let errors = sample_errors(passed.reconstruction(), usual);
    matrix(errors.view().insert_axis(Axis(0)))
}
