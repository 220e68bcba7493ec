//! Numbers in bulk.

use serde::{Deserialize, Serialize};

/// A matrix, row by row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Matrix {
    pub columns: usize,
    /// Travels beside the head.
    #[serde(skip)]
    pub values: Vec<f32>,
}

impl Matrix {
    pub fn rows(&self) -> usize {
        self.values.len().checked_div(self.columns).unwrap_or(0)
    }

    /// Row i; empty where there is none.
    pub fn row(&self, i: usize) -> &[f32] {
        self.values
            .get(i * self.columns..(i + 1) * self.columns)
            .unwrap_or(&[])
    }
}

impl From<Vec<f32>> for Matrix {
    /// One row.
    fn from(values: Vec<f32>) -> Self {
        Self {
            columns: values.len(),
            values,
        }
    }
}
