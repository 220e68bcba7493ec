//! An image that the student draws: a held-out one that is scribbled on or rubbed out, or one of their own
//! on an empty sheet.

use std::rc::Rc;

use super::{Figure, State};
use crate::settings::Shape;

/// What a stroke leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Brush {
    #[default]
    Ink,
    Rubber,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sketch {
    pub brush: Brush,
    /// Whether an empty sheet is drawn on, not a sample.
    pub on_sheet: bool,
    /// A spoilt sample and its image.
    spoilt: Option<(u32, Rc<Vec<f32>>)>,
    /// What the sheet holds; empty while nothing was drawn.
    drawing: Rc<Vec<f32>>,
}

/// How far a stroke reaches from its line, in parts of the image's width and at least.
const REACH: f32 = 0.06;
const LEAST_REACH: f32 = 0.6;

impl Sketch {
    /// Takes away what was done to the sample, or to the sheet.
    pub(super) fn clear(&mut self) {
        match self.on_sheet {
            true => self.drawing = Rc::default(),
            false => self.spoilt = None,
        }
    }

    /// Another run, of samples of d features: a drawing of as many stays.
    pub(super) fn begin(&mut self, d: usize) {
        self.spoilt = None;
        if self.drawing.len() != d {
            self.drawing = Rc::default();
        }
    }

    /// What the student has drawn on an empty sheet, if anything.
    pub fn drawing(&self) -> Option<Rc<Vec<f32>>> {
        (!self.drawing.is_empty()).then(|| self.drawing.clone())
    }
}

impl State {
    /// The image that is sent through the network: the sheet, the spoilt image of the sample that is
    /// followed, or the sample itself.
    pub fn sketched(&self) -> Option<Rc<Vec<f32>>> {
        let facts = self.training.facts()?;
        if self.sketch.on_sheet {
            let empty = || vec![0.0; facts.x.columns].into();
            return Some(self.sketch.drawing().unwrap_or_else(empty));
        }
        let sample = self.followed()?;
        match &self.sketch.spoilt {
            Some((spoilt, image)) if *spoilt == sample => Some(image.clone()),
            _ => {
                let is_there = (sample as usize) < facts.labels.len();
                is_there.then(|| facts.x.row(sample as usize).to_vec().into())
            }
        }
    }

    /// Whether something was done to the image on the stage.
    pub fn is_spoilt(&self) -> bool {
        match (self.sketch.on_sheet, &self.sketch.spoilt) {
            (true, _) => !self.sketch.drawing.is_empty(),
            (false, Some((sample, _))) => Some(*sample) == self.followed(),
            (false, None) => false,
        }
    }

    /// A stroke from one place to another, in pixels from the image's top left corner.
    pub(super) fn scribble(&mut self, from: [f32; 2], to: [f32; 2]) {
        let picture = self.training.picture.as_ref();
        let Some(Shape::Image { width, .. }) = picture.map(|picture| picture.facts.shape) else {
            return;
        };
        let is_place = |place: [f32; 2]| place.iter().all(|x| x.is_finite());
        if self.figure() != Figure::Spoil || !is_place(from) || !is_place(to) {
            return;
        }
        let Some(mut image) = self.sketched() else {
            return;
        };
        let reach = (REACH * width as f32).max(LEAST_REACH);
        let brush = self.sketch.brush;
        for (at, pixel) in Rc::make_mut(&mut image).iter_mut().enumerate() {
            let middle = [(at % width) as f32 + 0.5, (at / width) as f32 + 0.5];
            let beyond = distance(middle, from, to) - reach;
            match brush {
                // As a pen leaves it: full within its reach, and nothing a pixel further.
                Brush::Ink => *pixel = pixel.max((0.5 - beyond).clamp(0.0, 1.0)),
                Brush::Rubber if beyond <= 0.0 => *pixel = 0.0,
                Brush::Rubber => {}
            }
        }
        match self.sketch.on_sheet {
            true => self.sketch.drawing = image,
            false => self.sketch.spoilt = self.followed().map(|sample| (sample, image)),
        }
    }
}

/// From a place to a stroke.
fn distance(place: [f32; 2], from: [f32; 2], to: [f32; 2]) -> f32 {
    let way = [to[0] - from[0], to[1] - from[1]];
    let back = [place[0] - from[0], place[1] - from[1]];
    let length = way[0] * way[0] + way[1] * way[1];
    let part = match length > 0.0 {
        true => ((back[0] * way[0] + back[1] * way[1]) / length).clamp(0.0, 1.0),
        false => 0.0,
    };
    (back[0] - part * way[0]).hypot(back[1] - part * way[1])
}
