//! The weights of a network as curves from left to right, blended straight into pixels: a network
//! has thousands, and a canvas would stroke them one by one.

use super::{Pixels, Rgb};

/// One curve from a height to another, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve {
    pub from: f32,
    pub to: f32,
    /// Pixels.
    pub width: f32,
    pub colour: Rgb,
    /// 0 … 1.
    pub opacity: f32,
}

/// How far a curve has gone from its start's height to its end's, by how far it has gone rightwards:
/// level at both ends.
pub fn ease(part: f32) -> f32 {
    part * part * (3.0 - 2.0 * part)
}

/// Two of a pixel's four channels at once, each with eight bits to spare.
const EVEN: u32 = 0x00ff_00ff;

/// A colour laid over another, `alpha` of 256 parts.
fn over(old: u32, new: u32, alpha: u32) -> u32 {
    let rest = 256 - alpha;
    let even = (old & EVEN) * rest + (new & EVEN) * alpha;
    let odd = ((old >> 8) & EVEN) * rest + ((new >> 8) & EVEN) * alpha;
    ((even >> 8) & EVEN) | (odd & !EVEN)
}

/// A picture of curves, kept column by column: what a curve covers of a column lies together.
pub struct LinkPicture {
    height: usize,
    columns: Vec<u32>,
}

fn packed([r, g, b]: Rgb) -> u32 {
    u32::from_le_bytes([r, g, b, 255])
}

impl LinkPicture {
    pub fn new(width: usize, height: usize, paper: Rgb) -> Self {
        Self {
            height,
            columns: vec![packed(paper); width * height],
        }
    }

    /// Blends curves in, the first hindmost. They begin and end at the same x, as the links between
    /// two columns of units do, so that all cross one column of pixels before the next: it stays in
    /// the fastest memory.
    pub fn blend_curves(&mut self, [x0, x1]: [f32; 2], curves: &[Curve]) {
        let length = x1 - x0;
        if length < 1.0 || self.height == 0 {
            return;
        }
        let ways: Vec<Way> = curves.iter().map(|curve| Way::of(curve, length)).collect();
        let pens: Vec<Pen> = curves.iter().map(Pen::of).collect();
        let mut covered = vec![[0; 2]; curves.len()];
        let height = self.height as f32;
        let first = x0.max(0.0) as usize;
        let count = (x1.ceil().max(0.0) as usize).saturating_sub(first);
        let columns = self.columns.chunks_exact_mut(self.height);
        for (x, column) in columns.enumerate().skip(first).take(count) {
            let part = ((x as f32 + 0.5 - x0) / length).clamp(0.0, 1.0);
            let (way, steepness) = (ease(part), 6.0 * part * (1.0 - part));
            // All places first, in a loop of its own that takes several at once.
            for (covered, of) in covered.iter_mut().zip(&ways) {
                *covered = of.covers(way, steepness, height);
            }
            for (&[top, bottom], pen) in covered.iter().zip(&pens) {
                if top < bottom {
                    blend_column(column, [top, bottom], pen);
                }
            }
        }
    }

    /// Row by row, as a canvas takes it.
    pub fn pixels(&self) -> Pixels {
        let width = self.columns.len().checked_div(self.height).unwrap_or(0);
        let mut rgba = vec![0; 4 * self.columns.len()];
        // A few columns at a time, so that what is written lies together as well.
        let bands = self.columns.chunks(BAND * self.height.max(1));
        for (i, band) in bands.enumerate() {
            let columns: Vec<&[u32]> = band.chunks_exact(self.height.max(1)).collect();
            for (y, row) in rgba.chunks_exact_mut(4 * width).enumerate() {
                let (pixels, _) = row[4 * BAND * i..].as_chunks_mut();
                for (pixel, column) in pixels.iter_mut().zip(&columns) {
                    *pixel = column[y].to_le_bytes();
                }
            }
        }
        Pixels {
            width,
            height: self.height,
            rgba,
        }
    }
}

/// Columns that are turned into rows together.
const BAND: usize = 16;

/// Numbers with so many bits after the point: the kernel needs no more, and whole numbers are what
/// pixels are made of.
const BITS: u32 = 12;
const ONE: i32 = 1 << BITS;

fn fixed(value: f32) -> i32 {
    (value * ONE as f32) as i32
}

fn times(a: i32, b: i32) -> i32 {
    ((i64::from(a) * i64::from(b)) >> BITS) as i32
}

/// √(1 + slope²) to within 4 %, without a root: the larger leg and 0.4 of the smaller.
fn hypotenuse(slope: f32) -> f32 {
    slope.max(1.0) + 0.4 * slope.min(1.0)
}

/// Where a curve runs.
struct Way {
    start: f32,
    rise: f32,
    /// Mean slope, without its sign.
    slope: f32,
    /// Half its width.
    half: f32,
}

impl Way {
    fn of(curve: &Curve, length: f32) -> Self {
        let rise = curve.to - curve.from;
        Self {
            start: curve.from,
            rise,
            slope: rise.abs() / length,
            half: 0.5 * curve.width.max(1.0),
        }
    }

    /// From where to where it covers a column, in fixed point.
    fn covers(&self, way: f32, steepness: f32, height: f32) -> [i32; 2] {
        let y = self.start + self.rise * way;
        let reach = self.half * hypotenuse(self.slope * steepness);
        [fixed((y - reach).max(0.0)), fixed((y + reach).min(height))]
    }
}

/// What a curve is drawn with.
struct Pen {
    colour: u32,
    /// Of 256 parts; a curve thinner than a pixel is fainter instead, so that it has no gaps.
    alpha: i32,
}

impl Pen {
    fn of(curve: &Curve) -> Self {
        Self {
            colour: packed(curve.colour),
            alpha: (256.0 * curve.opacity * curve.width.min(1.0)) as i32,
        }
    }

    /// Lays the curve over a part of a pixel.
    fn over(&self, pixel: &mut u32, part: i32) {
        *pixel = over(*pixel, self.colour, times(self.alpha, part) as u32);
    }
}

/// From top to bottom, which may be parts of a pixel.
fn blend_column(column: &mut [u32], [top, bottom]: [i32; 2], pen: &Pen) {
    let (first, end) = (top >> BITS, (bottom + ONE - 1) >> BITS);
    let covered = column.get_mut(first as usize..end as usize);
    let Some((last, before)) = covered.and_then(<[u32]>::split_last_mut) else {
        return;
    };
    pen.over(last, bottom - top.max((end - 1) << BITS));
    if let Some((pixel, whole)) = before.split_first_mut() {
        pen.over(pixel, ((first + 1) << BITS) - top);
        for pixel in whole {
            *pixel = over(*pixel, pen.colour, pen.alpha as u32);
        }
    }
}
