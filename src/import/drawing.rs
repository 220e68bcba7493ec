//! Samples drawn by hand: points in the plane, and images.

use super::images::SIDES;
use crate::data::OwnData;
use crate::random::{ChaCha8Rng, Purpose, stream, uniform};
use crate::settings::Shape;

/// The page goes from −1 to 1, across and up.
pub type Place = [f32; 2];

/// More points than this are hard to tell apart.
const MOST_POINTS: usize = 2000;
/// How far the spray strays, and the eraser reaches.
const REACH: f32 = 0.1;
/// Points of a spray at one place.
const SPRAYED: usize = 4;
/// From one point of a line to the next.
const PITCH: f32 = 0.03;
const MOST_IMAGES: usize = 500;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    Spray,
    Line,
    Erase,
}

/// A cloud of points in the plane.
pub struct Cloud {
    pub points: Vec<Place>,
    /// As it was before each stroke.
    before: Vec<Vec<Place>>,
    random: ChaCha8Rng,
}

impl Default for Cloud {
    fn default() -> Self {
        Self {
            points: Vec::new(),
            before: Vec::new(),
            random: stream(0, Purpose::Data),
        }
    }
}

impl Cloud {
    /// A stroke begins: it is what can be taken back.
    pub fn begin(&mut self) {
        self.before.push(self.points.clone());
    }

    /// From one place to another with a tool.
    pub fn stroke(&mut self, tool: Tool, from: Place, to: Place) {
        match tool {
            Tool::Spray => {
                for _ in 0..SPRAYED {
                    let [turn, far] = [(); 2].map(|()| uniform(&mut self.random, 0.0, 1.0) as f32);
                    let angle = f64::from(turn) * std::f64::consts::TAU;
                    let [sin, cos] = [libm::sin(angle), libm::cos(angle)].map(|x| x as f32);
                    let far = REACH * far.sqrt();
                    self.put([to[0] + far * cos, to[1] + far * sin]);
                }
            }
            Tool::Line => {
                let length = distance(from, to);
                let steps = (length / PITCH).floor().max(1.0) as usize;
                for step in 1..=steps {
                    let part = step as f32 / steps as f32;
                    self.put([0, 1].map(|axis| from[axis] + part * (to[axis] - from[axis])));
                }
            }
            Tool::Erase => self.points.retain(|&point| distance(point, to) > REACH),
        }
    }

    fn put(&mut self, place: Place) {
        if self.points.len() < MOST_POINTS {
            self.points.push(place.map(|x| x.clamp(-1.0, 1.0)));
        }
    }

    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Takes the last stroke back.
    pub fn undo(&mut self) {
        if let Some(before) = self.before.pop() {
            self.points = before;
        }
    }

    /// What is drawn, once it is enough to learn from.
    pub fn data(&self, title: &str) -> Option<OwnData> {
        let data = OwnData {
            title: title.to_owned(),
            shape: Shape::Point(2),
            values: self.points.iter().flatten().copied().collect(),
            labels: vec![0; self.points.len()],
            classes: Vec::new(),
            features: Vec::new(),
        };
        data.checked().ok()
    }
}

fn distance(a: Place, b: Place) -> f32 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

/// Images drawn one after another.
pub struct Album {
    side: usize,
    /// The one under the brush: side·side, 0 paper and 1 ink.
    pub sheet: Vec<f32>,
    pub images: Vec<Vec<f32>>,
    /// The sheet as it was before each stroke.
    before: Vec<Vec<f32>>,
}

impl Default for Album {
    fn default() -> Self {
        let side = SIDES[1];
        Self {
            side,
            sheet: vec![0.0; side * side],
            images: Vec::new(),
            before: Vec::new(),
        }
    }
}

impl Album {
    pub fn side(&self) -> usize {
        self.side
    }

    pub fn begin(&mut self) {
        self.before.push(self.sheet.clone());
    }

    /// Ink along a stroke, or none where it erases; its edge is soft.
    pub fn stroke(&mut self, tool: Tool, from: Place, to: Place) {
        let side = self.side as f32;
        // About a pixel and a half of sixteen.
        let radius = 0.09;
        for (at, ink) in self.sheet.iter_mut().enumerate() {
            let pixel =
                [at % self.side, at / self.side].map(|at| (at as f32 + 0.5) / side * 2.0 - 1.0);
            let far = to_segment([pixel[0], -pixel[1]], from, to);
            let covers = (1.5 - far / radius).clamp(0.0, 1.0);
            *ink = match tool {
                Tool::Erase => ink.min(1.0 - covers),
                Tool::Spray | Tool::Line => ink.max(covers),
            };
        }
    }

    pub fn can_undo(&self) -> bool {
        !self.before.is_empty() || !self.images.is_empty()
    }

    /// Takes the last stroke back; on an empty sheet the last image comes under the brush again.
    pub fn undo(&mut self) {
        match self.before.pop() {
            Some(before) => self.sheet = before,
            None => {
                self.sheet = self
                    .images
                    .pop()
                    .unwrap_or_else(|| vec![0.0; self.side * self.side])
            }
        }
    }

    pub fn is_blank(&self) -> bool {
        self.sheet.iter().all(|ink| *ink == 0.0)
    }

    /// Lays the sheet with the others.
    pub fn add(&mut self) {
        if !self.is_blank() && self.images.len() < MOST_IMAGES {
            let blank = vec![0.0; self.side * self.side];
            self.images.push(std::mem::replace(&mut self.sheet, blank));
            self.before.clear();
        }
    }

    /// What is drawn, once it is enough to learn from.
    pub fn data(&self, title: &str) -> Option<OwnData> {
        let data = OwnData {
            title: title.to_owned(),
            shape: Shape::Image {
                width: self.side,
                height: self.side,
            },
            values: self.images.concat(),
            labels: vec![0; self.images.len()],
            classes: Vec::new(),
            features: Vec::new(),
        };
        data.checked().ok()
    }
}

fn to_segment(point: Place, from: Place, to: Place) -> f32 {
    let along = [to[0] - from[0], to[1] - from[1]];
    let length = along[0] * along[0] + along[1] * along[1];
    let part = match length > 0.0 {
        true => ((point[0] - from[0]) * along[0] + (point[1] - from[1]) * along[1]) / length,
        false => 0.0,
    };
    let part = part.clamp(0.0, 1.0);
    distance(
        point,
        [from[0] + part * along[0], from[1] + part * along[1]],
    )
}
