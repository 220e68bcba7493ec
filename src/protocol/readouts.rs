//! The numbers of a moment, and what its code and errors are good for.

use serde::{Deserialize, Serialize};

use super::Matrix;

/// The numbers of a moment; `None` where one does not apply.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Readouts {
    /// The step at which they were measured, and the passes through the training part until then, with
    /// fraction.
    pub step: u64,
    pub epoch: f64,
    /// What training makes small, over the training part: reconstruction loss, penalty and weight
    /// decay.
    pub loss: f64,
    /// The reconstruction's part of it.
    pub reconstruction: f64,
    /// Mean over the training part and features of (r − x)²; r comes from the corrupted input where
    /// there is one, x is clean.
    pub train_mse: f64,
    pub heldout_mse: f64,
    /// PCA's held-out error at the same k; 0 where it is rounding, below 1e-6 of the variance.
    pub pca_mse: f64,
    pub penalty: Option<f64>,
    /// The weight decay's part of the loss.
    pub decay: Option<f64>,
    /// Fraction of the training part's code activations that are active: above 0 for ReLU; for others
    /// above 1 % of the layer's largest, and none where nothing is made of the code.
    pub active_units: f64,
    /// How many code units are active for a sample, on average: L0.
    pub lit_per_sample: f64,
    /// ρ̂ over units, over the training part.
    pub mean_activation: f64,
    /// Degrees, for linear networks; `None` where PCA's components are not unique.
    pub largest_angle_deg: Option<f64>,
    /// 10 log₁₀ of how many times the error of doing nothing is that of the reconstruction, held out.
    pub gain_db: Option<f64>,
    pub steps_per_s: Option<f64>,
}

/// What the code and the errors are good for; `None` where it does not apply.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Analyses {
    /// How well the error tells held-out samples from novel ones: the area under the ROC curve.
    pub auc: Option<f64>,
    /// The part of a held-out sample's nearest training codes that share its class, on average.
    pub precision: Option<f64>,
    /// The same for PCA's codes at the same k.
    pub pca_precision: Option<f64>,
    /// The same by all features.
    pub feature_precision: Option<f64>,
    /// Of decoder∘encoder, the largest first; linear networks only.
    pub singular_values: Vec<f64>,
    /// Its right singular vectors, (values, d): the components hidden in the weights.
    pub hidden_components: Matrix,
}
