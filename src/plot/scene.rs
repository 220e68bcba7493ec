//! What a figure is made of, in CSS pixels, before any canvas: clouds are one mark each, so that a
//! canvas strokes or fills them in one path.

use super::Rgb;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Centre,
    Right,
}

/// The instrument's face or the teacher's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    Sans,
    SansBold,
    SerifItalic,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A line through the points.
    Line {
        points: Vec<[f32; 2]>,
        stroke: Rgb,
        width: f32,
        dashed: bool,
    },
    /// Separate strokes of one colour.
    Segments {
        ends: Vec<[[f32; 2]; 2]>,
        stroke: Rgb,
        opacity: f32,
        width: f32,
    },
    Dots {
        centres: Vec<[f32; 2]>,
        radius: f32,
        fill: Rgb,
        opacity: f32,
    },
    Ring {
        centre: [f32; 2],
        radius: f32,
        stroke: Rgb,
        width: f32,
    },
    Rectangle {
        corner: [f32; 2],
        size: [f32; 2],
        fill: Rgb,
    },
    /// The same short text at many places, centred.
    Glyphs {
        text: String,
        centres: Vec<[f32; 2]>,
        size: f32,
        fill: Rgb,
    },
    Text {
        text: String,
        at: [f32; 2],
        size: f32,
        face: Face,
        fill: Rgb,
        align: Align,
    },
}

/// Marks, the hindmost first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    pub marks: Vec<Mark>,
}

impl Scene {
    pub fn add(&mut self, mark: Mark) {
        self.marks.push(mark);
    }
}
