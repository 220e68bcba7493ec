//! The numbers of a moment.

use ndarray::{ArrayView2, s};

use super::moment::Moment;
use crate::analysis::{
    active_fraction, gain_db, largest_principal_angle, least_active, mean_activation,
    unless_rounding,
};
use crate::model::Activation;
use crate::protocol::Readouts;
use crate::train::{Losses, Penalty, mse};

/// Where reconstructions differ by less than this part of the data's variance, the code carries nothing.
const SILENT: f64 = 1e-3;

/// `losses` are the moment's own, `variation` how much its reconstructions differ; what only the run
/// knows (step, epoch, speed) is left out.
pub fn readouts(moment: &Moment, losses: Losses, variation: f64) -> Readouts {
    let dataset = moment.dataset;
    let n_train = dataset.n_train;
    let rows = s![dataset.held_out_rows(), ..];
    let held_out = dataset.held_out();
    let train_code = moment.trace.code().slice_move(s![..n_train, ..]);
    let objective = moment.trainer.config().objective;
    let heldout_mse = mse(moment.trace.reconstruction().slice(rows), held_out);
    let input = moment.inputs.slice(rows);
    let active_units = active_units(moment, train_code, variation);
    Readouts {
        loss: losses.total(),
        reconstruction: losses.reconstruction,
        penalty: (objective.penalty != Penalty::None).then_some(losses.penalty),
        decay: (objective.decay > 0.0).then_some(losses.decay),
        train_mse: mse(
            moment.trace.reconstruction().slice(s![..n_train, ..]),
            dataset.train(),
        ),
        heldout_mse,
        pca_mse: unless_rounding(moment.pca_error(), moment.pca.variance()),
        active_units,
        lit_per_sample: active_units * moment.k() as f64,
        mean_activation: mean_activation(train_code),
        largest_angle_deg: largest_angle(moment),
        gain_db: moment
            .is_corrupted
            .then(|| gain_db(mse(input, held_out), heldout_mse))
            .flatten(),
        ..Readouts::default()
    }
}

/// A code whose units can not be exactly 0 is off where it is noise that nothing is made of.
fn active_units(moment: &Moment, code: ArrayView2<f32>, variation: f64) -> f64 {
    match moment.network().config().code_activation {
        activation if activation != Activation::Relu && variation < SILENT => 0.0,
        activation => active_fraction(code, least_active(code, activation)),
    }
}

/// `None` too where PCA's own components are not unique: there is no one space to turn to.
fn largest_angle(moment: &Moment) -> Option<f64> {
    let network = moment.network();
    let rank = network.config().widths().into_iter().min()?;
    let components = moment.pca.first(rank);
    (network.config().is_linear() && moment.pca.is_unique(rank))
        .then(|| largest_principal_angle(network.decoder(), components, rank))?
}
