//! Products of matrices. Every sum runs from its first term to its last, one addition after another, and
//! no product is fused with an addition: whatever the machine, the browser and the shapes, it is the same
//! number. Sums side by side fill the machine's vectors: the compiler makes
//! SIMD of loops over arrays.

use std::array::from_fn;
use std::ops::Range;

use ndarray::{Array2, ArrayView2};

use super::{Activation, Real};

/// Columns of a wide tile and of a narrow one. Either has as many rows as make eight vectors of sums,
/// which all processors have room for.
const WIDE: usize = 16;
const NARROW: usize = 8;

/// c = φ(a · b + bias), with a (m, l), b (l, n), bias (n), c (m, n). `room` is for the factors as the
/// tiles read them, and kept from one product to the next.
pub fn product<F: Real>(
    [a, b]: [ArrayView2<F>; 2],
    bias: Option<&[F]>,
    activation: Activation,
    c: &mut Array2<F>,
    room: &mut Vec<F>,
) {
    let (m, n) = (a.nrows(), b.ncols());
    debug_assert_eq!(a.ncols(), b.nrows());
    fit(c, (m, n));
    let owned = [&a, &b].map(|matrix| (!is_plain(matrix)).then(|| matrix.to_owned()));
    let view = |i: usize, matrix| owned[i].as_ref().map_or(matrix, |owned| owned.view());
    let (Some(a), Some(b)) = (Operand::of(&view(0, a)), Operand::of(&view(1, b))) else {
        return;
    };
    let Some(values) = c.as_slice_mut() else {
        return;
    };
    if n < NARROW && m > n {
        // Hardly any columns would leave the tiles empty: the transposed product has many.
        let mut out = Output {
            values,
            strides: [1, n],
            bias: bias.map_or(Bias::None, Bias::OfRows),
        };
        out.fill(b.transposed(), a.transposed(), room);
    } else {
        let mut out = Output {
            values,
            strides: [n, 1],
            bias: bias.map_or(Bias::None, Bias::OfColumns),
        };
        out.fill(a, b, room);
    }
    activation.apply(values);
}

/// a (m, l) · b (l, n): (m, n).
pub fn dot<F: Real>(a: ArrayView2<F>, b: ArrayView2<F>) -> Array2<F> {
    let mut c = Array2::default((0, 0));
    product([a, b], None, Activation::Linear, &mut c, &mut Vec::new());
    c
}

/// Gives a matrix another shape; what it holds is of no use any more. It allocates only where it was
/// never as large.
pub fn fit<F: Real>(matrix: &mut Array2<F>, shape: (usize, usize)) {
    if matrix.dim() != shape {
        let (mut values, _) = std::mem::take(matrix).into_raw_vec_and_offset();
        values.resize(shape.0 * shape.1, F::zero());
        *matrix = Array2::from_shape_vec(shape, values).unwrap_or_default();
    }
}

/// Whether its numbers lie row by row or column by column.
fn is_plain<F: Real>(matrix: &ArrayView2<F>) -> bool {
    matrix.is_standard_layout() || matrix.t().is_standard_layout()
}

/// A factor as it lies in memory: row by row, or transposed, column by column.
#[derive(Clone, Copy)]
struct Operand<'a, F> {
    values: &'a [F],
    rows: usize,
    columns: usize,
    is_transposed: bool,
}

impl<'a, F: Real> Operand<'a, F> {
    fn of(matrix: &ArrayView2<'a, F>) -> Option<Self> {
        let by_rows = matrix.to_slice();
        let values = by_rows.or_else(|| matrix.reborrow().reversed_axes().to_slice())?;
        Some(Self {
            values,
            rows: matrix.nrows(),
            columns: matrix.ncols(),
            is_transposed: by_rows.is_none(),
        })
    }

    fn transposed(self) -> Self {
        Self {
            rows: self.columns,
            columns: self.rows,
            is_transposed: !self.is_transposed,
            ..self
        }
    }

    /// A panel of columns from one on, row by row, with zeros where there is no column.
    fn pack<const N: usize>(self, from: usize, panel: &mut [[F; N]]) {
        let width = N.min(self.columns - from);
        if width < N {
            panel.fill([F::zero(); N]);
        }
        if self.is_transposed && width == N {
            let columns: [_; N] =
                from_fn(|j| &self.values[(from + j) * self.rows..][..panel.len()]);
            for (t, packed) in panel.iter_mut().enumerate() {
                *packed = columns.map(|column| column[t]);
            }
        } else if self.is_transposed {
            let columns = self.values.chunks_exact(self.rows.max(1)).skip(from);
            for (j, column) in columns.take(width).enumerate() {
                for (packed, &x) in panel.iter_mut().zip(column) {
                    packed[j] = x;
                }
            }
        } else {
            let rows = self.values.chunks_exact(self.columns);
            for (packed, row) in panel.iter_mut().zip(rows) {
                put(&row[from..], width, packed);
            }
        }
    }
}

enum Bias<'a, F> {
    None,
    OfRows(&'a [F]),
    OfColumns(&'a [F]),
}

struct Output<'a, F> {
    values: &'a mut [F],
    /// From one row and one column to the next.
    strides: [usize; 2],
    bias: Bias<'a, F>,
}

impl<F: Real> Output<'_, F> {
    fn fill(&mut self, a: Operand<F>, b: Operand<F>, room: &mut Vec<F>) {
        #[cfg(target_arch = "x86_64")]
        if std::arch::is_x86_feature_detected!("avx2") {
            // SAFETY: the processor has what the function is compiled for.
            #[allow(unsafe_code)]
            return unsafe { self.fill_with_avx2(a, b, room) };
        }
        self.fill_by::<2, 4>(a, b, room);
    }

    /// With vectors of twice the width tiles have twice the rows. The sums are the same.
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2")]
    fn fill_with_avx2(&mut self, a: Operand<F>, b: Operand<F>, room: &mut Vec<F>) {
        self.fill_by::<4, 8>(a, b, room);
    }

    /// In tiles of so many rows: wide ones, and narrow ones for the last columns.
    #[inline(always)]
    fn fill_by<const M: usize, const MORE: usize>(
        &mut self,
        a: Operand<F>,
        b: Operand<F>,
        room: &mut Vec<F>,
    ) {
        let wide = match b.columns % WIDE {
            rest if rest > NARROW => b.columns,
            rest => b.columns - rest,
        };
        self.fill_panels::<WIDE, M>(a, b, 0..wide, room);
        self.fill_panels::<NARROW, MORE>(a, b, wide..b.columns, room);
    }

    /// Columns in panels of N, each with all rows, M at a time.
    #[inline(always)]
    fn fill_panels<const N: usize, const M: usize>(
        &mut self,
        a: Operand<F>,
        b: Operand<F>,
        columns: Range<usize>,
        room: &mut Vec<F>,
    ) {
        if columns.is_empty() {
            return;
        }
        let terms = b.rows;
        let needed = terms * (N + a.rows.next_multiple_of(M));
        room.resize(room.len().max(needed), F::zero());
        let (panel, rest) = room.split_at_mut(terms * N);
        let (panel, _) = panel.as_chunks_mut::<N>();
        let (rows, _) = rest.as_chunks_mut::<M>();
        for row in (0..a.rows).step_by(M) {
            a.transposed()
                .pack(row, &mut rows[row / M * terms..][..terms]);
        }
        for from in columns.step_by(N) {
            b.pack(from, panel);
            let width = N.min(b.columns - from);
            let mut first = [F::zero(); N];
            if let Bias::OfColumns(bias) = self.bias {
                put(&bias[from..], width, &mut first);
            }
            for row in (0..a.rows).step_by(M) {
                let rows = &rows[row / M * terms..][..terms];
                let height = M.min(a.rows - row);
                let mut sums = match self.bias {
                    Bias::OfRows(bias) => from_fn(|i| [bias[(row + i).min(a.rows - 1)]; N]),
                    _ => [first; M],
                };
                add_products::<F, N, M>(&mut sums, rows, panel);
                self.store(row, from, width, &sums[..height]);
            }
        }
    }

    fn store<const N: usize>(&mut self, row: usize, column: usize, width: usize, sums: &[[F; N]]) {
        let [across, along] = self.strides;
        for (i, sums) in sums.iter().enumerate() {
            let at = (row + i) * across + column * along;
            if along == 1 {
                match self.values[at..].first_chunk_mut() {
                    Some(whole) if width == N => *whole = *sums,
                    _ => self.values[at..at + width].copy_from_slice(&sums[..width]),
                }
            } else {
                for (j, &sum) in sums[..width].iter().enumerate() {
                    self.values[at + j * along] = sum;
                }
            }
        }
    }
}

/// Copies the first so many numbers; all of them at once, where they are as many.
#[inline(always)]
fn put<F: Copy, const N: usize>(from: &[F], width: usize, to: &mut [F; N]) {
    match from.first_chunk() {
        Some(whole) if width == N => *to = *whole,
        _ => to[..width].copy_from_slice(&from[..width]),
    }
}

/// Adds the products of M rows and N columns, term by term.
#[inline(always)]
fn add_products<F: Real, const N: usize, const M: usize>(
    sums: &mut [[F; N]; M],
    rows: &[[F; M]],
    columns: &[[F; N]],
) {
    let mut kept = *sums;
    for (a, b) in rows.iter().zip(columns) {
        for i in 0..M {
            for j in 0..N {
                kept[i][j] += a[i] * b[j];
            }
        }
    }
    *sums = kept;
}
