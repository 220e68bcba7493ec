//! The numbers of a moment.

use ndarray::s;

use super::moment::Moment;
use crate::analysis::{active_fraction, gain_db, largest_principal_angle, mean_activation};
use crate::protocol::Readouts;
use crate::train::{Losses, Penalty, mse};

/// `losses` are the moment's own; what only the run knows (step, epoch, speed) is left out.
pub fn readouts(moment: &Moment, losses: Losses) -> Readouts {
    let dataset = moment.dataset;
    let n_train = dataset.n_train;
    let rows = s![dataset.held_out_rows(), ..];
    let held_out = dataset.held_out();
    let train_code = moment.trace.code().slice_move(s![..n_train, ..]);
    let objective = moment.trainer.config().objective;
    let heldout_mse = mse(moment.trace.reconstruction().slice(rows), held_out);
    let input = moment.inputs.slice(rows);
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
        pca_mse: mse(moment.pca.reconstruct(input, moment.k()).view(), held_out),
        active_units: active_fraction(train_code),
        mean_activation: mean_activation(train_code),
        largest_angle_deg: largest_angle(moment),
        gain_db: moment
            .is_corrupted
            .then(|| gain_db(mse(input, held_out), heldout_mse))
            .flatten(),
        ..Readouts::default()
    }
}

fn largest_angle(moment: &Moment) -> Option<f64> {
    let network = moment.network();
    let rank = network.config().widths().into_iter().min()?;
    let components = moment.pca.first(rank);
    network
        .config()
        .is_linear()
        .then(|| largest_principal_angle(network.decoder(), components, rank))?
}
