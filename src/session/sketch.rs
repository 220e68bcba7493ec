//! A held-out image that the student spoils: scribbled on with ink, or rubbed out.

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
    /// The spoilt image and the sample that it was; empty while nothing is spoilt.
    sample: Option<u32>,
    image: Rc<Vec<f32>>,
}

/// How far a stroke reaches from its line, in parts of the image's width and at least.
const REACH: f32 = 0.06;
const LEAST_REACH: f32 = 0.6;

impl Brush {
    fn value(self) -> f32 {
        match self {
            Self::Ink => 1.0,
            Self::Rubber => 0.0,
        }
    }
}

impl Sketch {
    pub(super) fn clear(&mut self) {
        *self = Self {
            brush: self.brush,
            ..Self::default()
        };
    }
}

impl State {
    /// The image that is sent through the network: the spoilt one of the sample that is followed, or the
    /// sample itself.
    pub fn sketched(&self) -> Option<Rc<Vec<f32>>> {
        let sample = self.followed()?;
        if self.sketch.sample == Some(sample) {
            return Some(self.sketch.image.clone());
        }
        let facts = self.training.facts()?;
        let is_there = (sample as usize) < facts.labels.len();
        is_there.then(|| facts.x.row(sample as usize).to_vec().into())
    }

    /// Whether the image on the stage is spoilt.
    pub fn is_spoilt(&self) -> bool {
        self.sketch.sample.is_some() && self.sketch.sample == self.followed()
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
        let value = self.sketch.brush.value();
        for (at, pixel) in Rc::make_mut(&mut image).iter_mut().enumerate() {
            let middle = [(at % width) as f32 + 0.5, (at / width) as f32 + 0.5];
            if distance(middle, from, to) <= reach {
                *pixel = value;
            }
        }
        self.sketch.sample = self.followed();
        self.sketch.image = image;
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
