//! Codes written down with few bits: a uniform scalar quantiser (Gersho & Gray 1992, "Vector
//! quantization and signal compression", ch. 5).

use ndarray::{Array1, Array2, ArrayView2, Axis};

/// The range of each code unit, which is cut into equal cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantiser {
    /// (k): the lowest and the highest value that cells reach.
    low: Array1<f32>,
    high: Array1<f32>,
}

impl Quantiser {
    /// For the ranges of codes (n, k).
    pub fn of(codes: ArrayView2<f32>) -> Self {
        let fold = |from: f32, pick: fn(f32, f32) -> f32| {
            codes.map_axis(Axis(0), |unit| {
                unit.fold(from, |so_far, &h| pick(so_far, h))
            })
        };
        Self {
            low: fold(f32::INFINITY, f32::min),
            high: fold(f32::NEG_INFINITY, f32::max),
        }
    }

    /// What is left of codes (n, k) when each number is written with so many bits, 1 … 24: the middle
    /// of its cell, and of the last cell where it is beyond the range.
    pub fn quantise(&self, codes: ArrayView2<f32>, bits: u32) -> Array2<f32> {
        let cells = f64::from(1_u32 << bits.clamp(1, 24));
        let mut quantised = codes.to_owned();
        for (unit, mut column) in quantised.axis_iter_mut(Axis(1)).enumerate() {
            let (low, high) = (f64::from(self.low[unit]), f64::from(self.high[unit]));
            let width = (high - low) / cells;
            if width == 0.0 {
                // All that training has shown of it.
                column.fill(low as f32);
            } else if width > 0.0 {
                column.mapv_inplace(|h| {
                    let cell = ((f64::from(h) - low) / width).floor();
                    (low + width * (cell.clamp(0.0, cells - 1.0) + 0.5)) as f32
                });
            }
        }
        quantised
    }
}
