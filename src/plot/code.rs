//! Samples by their codes: two axes, or a strip where the code is one number. PCA's scatter is the
//! same figure with other numbers and another tone.

use super::marks::add_shaded;
use super::points::pairs;
use super::{Align, Extent, Face, Mark, Palette, Rgb, Scene, Viewport, linear_ticks, tick_label};
use crate::words::written;

const MARGIN_LEFT: f32 = 42.0;
const MARGIN_RIGHT: f32 = 10.0;
const MARGIN_TOP: f32 = 14.0;
const MARGIN_BOTTOM: f32 = 30.0;
const PADDING: f32 = 0.06;
/// A sample is hit within so many pixels.
const REACH: f32 = 12.0;

/// What the axes are called and how they look.
#[derive(Clone, Debug, PartialEq)]
pub struct Axes {
    /// Horizontal and vertical; a strip uses the first.
    pub names: [String; 2],
    pub is_pca: bool,
}

pub struct CodeFigure<'a> {
    pub axes: Axes,
    /// Row by row, `columns` per sample.
    pub codes: &'a [f32],
    /// 1: a strip; 2: a scatter.
    pub columns: usize,
    pub labels: &'a [u8],
    pub n_train: usize,
    /// Draws held-out samples as the numeral of their class.
    pub numerals: bool,
    /// What classes are called, where it is not their number.
    pub names: &'a [String],
    /// A true coordinate 0 … 1 for each sample, by which it is coloured; or empty.
    pub shades: Vec<f32>,
    pub marked: Option<usize>,
    pub probe: Option<[f32; 2]>,
}

impl CodeFigure<'_> {
    fn classes(&self) -> u8 {
        self.labels.iter().max().map_or(1, |&most| most + 1)
    }

    /// A sample's place in the figure: on a strip each class has its lane, 0 … 1 from the bottom.
    fn places(&self) -> Vec<[f32; 2]> {
        if self.columns > 1 {
            return pairs(self.codes).collect();
        }
        let classes = f32::from(self.classes());
        let golden = 0.618_034_f32;
        self.codes
            .iter()
            .zip(self.labels)
            .enumerate()
            .map(|(i, (&code, &class))| {
                let within = 0.15 + 0.7 * (i as f32 * golden).fract();
                [code, (f32::from(class) + within) / classes]
            })
            .collect()
    }

    /// The extents of the codes, padded.
    pub fn extents(&self) -> [Extent; 2] {
        let places = self.places();
        let along = |axis: usize| Extent::of(places.iter().map(|place| place[axis]));
        let vertical = if self.columns > 1 {
            along(1).padded(PADDING)
        } else {
            Extent {
                low: 0.0,
                high: 1.0,
            }
        };
        [along(0).padded(PADDING), vertical]
    }

    pub fn viewport(&self, [width, height]: [f32; 2], [x, y]: [Extent; 2]) -> Viewport {
        let area = [
            MARGIN_LEFT,
            MARGIN_TOP,
            (width - MARGIN_LEFT - MARGIN_RIGHT).max(1.0),
            (height - MARGIN_TOP - MARGIN_BOTTOM).max(1.0),
        ];
        Viewport::new(x, y, area)
    }

    pub fn sample_at(&self, view: &Viewport, place: [f32; 2]) -> Option<usize> {
        view.nearest(place, self.places(), REACH)
    }

    pub fn scene(&self, view: &Viewport, palette: &Palette) -> Scene {
        let mut scene = Scene::default();
        let tone = if self.axes.is_pca {
            palette.pca
        } else {
            palette.code
        };
        self.add_axes(&mut scene, view, tone, palette);
        let places: Vec<[f32; 2]> = self
            .places()
            .into_iter()
            .map(|place| view.screen_from_data(place))
            .collect();
        if self.shades.is_empty() {
            self.add_samples(&mut scene, &places, tone, palette);
        } else {
            add_shaded(&mut scene, &places, &self.shades, (1.8, 0.8), palette);
        }
        if let Some(&at) = self.marked.and_then(|i| places.get(i)) {
            scene.add(Mark::Ring {
                centre: at,
                radius: 10.0,
                stroke: palette.ink,
                width: 2.0,
            });
        }
        if let Some(probe) = self.probe {
            self.add_cross_hair(&mut scene, view, probe, palette);
        }
        scene
    }

    fn add_samples(&self, scene: &mut Scene, places: &[[f32; 2]], tone: Rgb, palette: &Palette) {
        let classes = self.classes();
        let of_class = |rows: std::ops::Range<usize>, class: u8| -> Vec<[f32; 2]> {
            rows.filter(|&i| self.labels.get(i) == Some(&class))
                .filter_map(|i| places.get(i).copied())
                .collect()
        };
        let fill = |class: u8| {
            if classes == 1 {
                tone
            } else {
                palette.class(class)
            }
        };
        let n = self.labels.len();
        for class in 0..classes {
            scene.add(Mark::Dots {
                centres: of_class(0..self.n_train, class),
                radius: 1.4,
                fill: fill(class),
                opacity: 0.4,
            });
        }
        for class in 0..classes {
            let centres = of_class(self.n_train..n, class);
            scene.add(if self.numerals {
                Mark::Glyphs {
                    text: match self.names.get(usize::from(class)) {
                        Some(name) => name.clone(),
                        None => class.to_string(),
                    },
                    centres,
                    size: 13.0,
                    fill: fill(class),
                }
            } else {
                Mark::Dots {
                    centres,
                    radius: 2.8,
                    fill: fill(class),
                    opacity: 1.0,
                }
            });
        }
    }

    fn add_axes(&self, scene: &mut Scene, view: &Viewport, tone: Rgb, palette: &Palette) {
        let [left, top, width, height] = view.area;
        let (right, bottom) = (left + width, top + height);
        let is_scatter = self.columns > 1;
        let start = if is_scatter {
            vec![[left, top], [left, bottom]]
        } else {
            vec![[left, bottom]]
        };
        scene.add(Mark::Line {
            points: start.into_iter().chain([[right, bottom]]).collect(),
            stroke: palette.control,
            width: 1.0,
            dashed: false,
        });
        let text = |text: String, at, align| Mark::Text {
            text,
            at,
            size: 13.0,
            face: Face::Sans,
            fill: palette.ink2,
            align,
        };
        for tick in linear_ticks(f64::from(view.x.low), f64::from(view.x.high), 4) {
            let [x, _] = view.screen_from_data([tick as f32, view.y.low]);
            if x < right - 34.0 {
                scene.add(text(tick_label(tick), [x, bottom + 13.0], Align::Centre));
            }
        }
        if is_scatter {
            for tick in linear_ticks(f64::from(view.y.low), f64::from(view.y.high), 4) {
                let [_, y] = view.screen_from_data([view.x.low, tick as f32]);
                if y > top + 20.0 {
                    scene.add(text(tick_label(tick), [left - 6.0, y], Align::Right));
                }
            }
        }
        let name = |name: &str, at, align| Mark::Text {
            text: name.to_owned(),
            at,
            size: if self.axes.is_pca { 14.0 } else { 18.0 },
            face: if self.axes.is_pca {
                Face::Sans
            } else {
                Face::SerifItalic
            },
            fill: tone,
            align,
        };
        let [horizontal, vertical] = &self.axes.names;
        scene.add(name(horizontal, [right, bottom + 14.0], Align::Right));
        if is_scatter {
            scene.add(name(vertical, [left - 6.0, top + 2.0], Align::Right));
        }
    }

    fn add_cross_hair(
        &self,
        scene: &mut Scene,
        view: &Viewport,
        probe: [f32; 2],
        palette: &Palette,
    ) {
        let [left, top, _, height] = view.area;
        let bottom = top + height;
        let at = view.screen_from_data(probe);
        let end = if self.columns > 1 { at[1] } else { top };
        let mut ends = vec![[[at[0], bottom], [at[0], end]]];
        if self.columns > 1 {
            ends.push([[left, at[1]], at]);
        }
        scene.add(Mark::Segments {
            ends,
            stroke: palette.code_fill,
            opacity: 1.0,
            width: 1.5,
        });
        let value = |value: f32, at, align| Mark::Text {
            text: written(value.into(), 2),
            at,
            size: 14.0,
            face: Face::SansBold,
            fill: palette.code,
            align,
        };
        scene.add(value(probe[0], [at[0] + 5.0, bottom - 9.0], Align::Left));
        if self.columns > 1 {
            scene.add(value(probe[1], [left + 5.0, at[1] - 10.0], Align::Left));
        }
    }
}
