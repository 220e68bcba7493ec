//! A reconstruction as a sum of atoms: the input, the bias and what it grows into atom by atom, the
//! reconstruction. Where each image stands, and what is written between them.

use super::{Align, Face, Magnification, Mark, Palette, Rgb, Scene};
use crate::words::{words, written};

/// For numbers over the images.
const LABEL: f32 = 24.0;
/// Between an atom and the picture under it.
const GAP: f32 = 8.0;
/// For a sign between two images.
const SIGN: f32 = 20.0;
/// For "start from the bias".
const START: f32 = 68.0;
/// For "and so many smaller".
const REST: f32 = 66.0;
/// Less is a phone: input and reconstruction stand over the sum.
const WIDE: f32 = 620.0;
/// The largest part of the width, or of a phone's height, that one image takes.
const LARGEST: f32 = 0.15;
const LARGEST_ON_PHONE: f32 = 0.4;
/// And the atoms.
const SMALL: f32 = 0.078;

/// The room for a sum of atoms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AtomsFigure {
    /// The canvas in CSS pixels.
    pub size: [f32; 2],
    /// Device pixels per CSS pixel.
    pub scale: f32,
    /// Width and height of an image in its own pixels.
    pub image: [usize; 2],
}

/// A place for an image: its corner in CSS pixels, and how large it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot {
    pub corner: [f32; 2],
    pub magnification: Magnification,
    /// CSS pixels.
    pub size: [f32; 2],
}

/// Where everything stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Slots {
    pub input: Slot,
    pub output: Slot,
    pub bias: Slot,
    /// Each atom, and the picture so far under it.
    pub atoms: Vec<[Slot; 2]>,
}

/// What is written into the figure.
pub struct AtomsText<'a> {
    /// The activation of each atom that is shown.
    pub activations: &'a [f32],
    /// How many further units are lit.
    pub smaller: usize,
    /// What the input is.
    pub name: &'a str,
    /// Whether it is corrupted.
    pub is_corrupted: bool,
    /// The reconstruction's error.
    pub error: f64,
}

impl AtomsFigure {
    fn is_wide(&self) -> bool {
        self.size[0] >= WIDE
    }

    /// The largest slot of at most so many CSS pixels a side.
    fn slot(&self, corner: [f32; 2], most: f32) -> Slot {
        let room = (most * self.scale) as usize;
        let magnification = Magnification::within(self.image, [room; 2]);
        Slot {
            corner,
            magnification,
            size: self
                .image
                .map(|pixels| magnification.side(pixels) as f32 / self.scale),
        }
    }

    fn large(&self) -> Slot {
        let [width, height] = self.size;
        match self.is_wide() {
            true => self.slot([0.0, LABEL], (LARGEST * width).min(height - LABEL)),
            false => self.slot([0.0, LABEL], LARGEST_ON_PHONE * height - LABEL),
        }
    }

    /// The top left of the sum, and its right end.
    fn middle(&self) -> ([f32; 2], f32) {
        let large = self.large();
        match self.is_wide() {
            true => (
                [large.size[0] + 2.0 * SIGN, 0.0],
                self.size[0] - large.size[0] - SIGN,
            ),
            false => ([0.0, LABEL + large.size[1] + GAP], self.size[0]),
        }
    }

    fn small(&self) -> Slot {
        let ([left, top], _) = self.middle();
        let room = 0.5 * (self.size[1] - top - LABEL - GAP);
        self.slot(
            [left, top + LABEL],
            room.min(SMALL * self.size[0].max(WIDE)),
        )
    }

    /// How much wider than an image the words over the bias are.
    fn start(&self) -> f32 {
        (START - self.small().size[0]).max(0.0)
    }

    /// How many atoms there is room for.
    pub fn most_terms(&self) -> usize {
        let ([left, _], right) = self.middle();
        let pitch = self.small().size[0] + SIGN;
        let columns = ((right - left - self.start() - REST) / pitch.max(1.0)).max(0.0) as usize;
        columns.saturating_sub(1)
    }

    /// Where the images of so many terms stand.
    pub fn slots(&self, terms: usize) -> Slots {
        let (large, small) = (self.large(), self.small());
        let pitch = small.size[0] + SIGN;
        let [left, top] = small.corner;
        let below = top + small.size[1] + GAP;
        let at = |column: usize, y: f32| Slot {
            corner: [
                left + column as f32 * pitch + self.start() * column.min(1) as f32,
                y,
            ],
            ..small
        };
        Slots {
            input: large,
            output: Slot {
                corner: [self.size[0] - large.size[0], large.corner[1]],
                ..large
            },
            bias: at(0, below),
            atoms: (1..=terms)
                .map(|column| [at(column, top), at(column, below)])
                .collect(),
        }
    }

    /// Which atom, or picture under it, is at a place.
    pub fn term_at(&self, terms: usize, [x, y]: [f32; 2]) -> Option<usize> {
        let is_in = |slot: &Slot| {
            let [left, top] = slot.corner;
            (left..left + slot.size[0]).contains(&x) && (top..top + slot.size[1]).contains(&y)
        };
        let slots = self.slots(terms);
        slots.atoms.iter().position(|pair| pair.iter().any(is_in))
    }

    /// The numbers and signs.
    pub fn scene(&self, text: &AtomsText, palette: &Palette) -> Scene {
        let words = &words().plot;
        let slots = self.slots(text.activations.len());
        let mut scene = Scene::default();
        let mut write =
            |text: String, at: [f32; 2], (size, face): (f32, Face), fill: Rgb, align| {
                scene.add(Mark::Text {
                    text,
                    at,
                    size,
                    face,
                    fill,
                    align,
                });
            };
        let (plain, bold, sign) = (
            (14.0, Face::Sans),
            (14.0, Face::SansBold),
            (18.0, Face::Sans),
        );
        let letter = (19.0, Face::SerifItalic);
        let line = slots.input.corner[1] - 12.0;
        let x = if text.is_corrupted { "x̃" } else { "x" };
        write(
            x.to_owned(),
            [0.0, line - 1.0],
            letter,
            palette.input,
            Align::Left,
        );
        write(
            text.name.to_owned(),
            [15.0, line],
            plain,
            palette.ink2,
            Align::Left,
        );
        let [out_left, out_right] = [
            slots.output.corner[0],
            slots.output.corner[0] + slots.output.size[0],
        ];
        write(
            "r".to_owned(),
            [out_left.min(out_right - 104.0), line - 1.0],
            letter,
            palette.reconstruction,
            Align::Left,
        );
        let error = words.error_alone(text.error);
        write(error, [out_right, line], bold, palette.error, Align::Right);
        // Before, between and after the terms.
        let under = |slot: &Slot| slot.corner[1] + 0.5 * slot.size[1];
        let between = |slot: &Slot| slot.corner[0] - 0.5 * SIGN;
        if self.is_wide() {
            let input = &slots.input;
            let at = [input.corner[0] + input.size[0] + SIGN, under(input)];
            write("≈".to_owned(), at, sign, palette.ink2, Align::Centre);
            let at = [out_left - 0.7 * SIGN, under(input)];
            write("=".to_owned(), at, sign, palette.ink2, Align::Centre);
        }
        let bias = &slots.bias;
        let middle = bias.corner[0] + 0.5 * bias.size[0].max(START);
        let top = bias.corner[1] - GAP - 0.5 * bias.size[1];
        let (first, second) = (words.start_from.to_owned(), words.the_bias.to_owned());
        write(
            first,
            [middle, top - 9.0],
            plain,
            palette.ink2,
            Align::Centre,
        );
        write(
            second,
            [middle, top + 9.0],
            plain,
            palette.ink2,
            Align::Centre,
        );
        for ([atom, _], activation) in slots.atoms.iter().zip(text.activations) {
            let middle = atom.corner[0] + 0.5 * atom.size[0];
            let value = format!("{} ×", written((*activation).into(), 2));
            write(
                value,
                [middle, atom.corner[1] - 12.0],
                bold,
                palette.code,
                Align::Centre,
            );
            write(
                "+".to_owned(),
                [between(atom), under(atom)],
                sign,
                palette.ink2,
                Align::Centre,
            );
        }
        if text.smaller > 0 {
            let last = slots.atoms.last().map_or(*bias, |pair| pair[0]);
            let left = last.corner[0] + last.size[0] + 0.5 * SIGN;
            let y = last.corner[1] + 0.5 * last.size[1];
            write("+".to_owned(), [left, y], sign, palette.ink2, Align::Centre);
            let x = left + 0.5 * REST;
            write(
                text.smaller.to_string(),
                [x, y - 9.0],
                plain,
                palette.ink2,
                Align::Centre,
            );
            write(
                words.smaller.to_owned(),
                [x, y + 9.0],
                plain,
                palette.ink2,
                Align::Centre,
            );
        }
        scene
    }
}
