use yew::prelude::*;

use crate::plot::{Magnification, Palette, Ramp, Theme, tile};
use crate::session::Picture;
use crate::settings::Shape;
use crate::ui::hooks::{use_canvas_size, use_painting};
use crate::ui::shared::canvas::{context, prepare, put};

/// What an image is of: each has its own ramp.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Concept {
    Input,
    Reconstruction,
    Pca,
    Error,
    /// 0.5 stands for zero.
    Weight,
}

impl Concept {
    pub fn ramp(self, palette: &Palette) -> &Ramp {
        match self {
            Self::Input => &palette.ramps.input,
            Self::Reconstruction => &palette.ramps.reconstruction,
            Self::Pca => &palette.ramps.pca,
            Self::Error => &palette.ramps.error,
            Self::Weight => &palette.ramps.weight,
        }
    }
}

/// Which values are paper and ink: 0 and 1, or the range of a set whose values are signed.
#[derive(Clone, Copy)]
pub struct Paper {
    low: f32,
    high: f32,
}

/// The paper of a picture's data.
pub fn paper(picture: &Picture) -> Paper {
    Paper {
        low: if picture.facts.is_signed() { -1.0 } else { 0.0 },
        high: 1.0,
    }
}

/// The largest magnitude: what an end of the weights' ramp stands for.
pub fn largest(values: &[f32]) -> f32 {
    let magnitudes = values.iter().map(|v| v.abs());
    magnitudes.fold(f32::MIN_POSITIVE, f32::max)
}

/// Signed values -> 0 … 1, zero in the middle, this magnitude at an end.
pub fn signed(values: &[f32], largest: f32) -> Vec<f32> {
    values.iter().map(|v| 0.5 + 0.5 * v / largest).collect()
}

/// Signed values -> 0 … 1, their own largest magnitude at an end.
pub fn signed_unit(values: &[f32]) -> Vec<f32> {
    signed(values, largest(values))
}

impl Paper {
    /// The values of paper and ink.
    pub fn ends(self) -> [f32; 2] {
        [self.low, self.high]
    }

    /// Values -> 0 … 1.
    pub fn unit(self, values: &[f32]) -> Vec<f32> {
        let scale = 1.0 / (self.high - self.low);
        values.iter().map(|x| scale * (x - self.low)).collect()
    }
}

#[derive(PartialEq, Properties)]
pub struct TileProps {
    /// Row by row, 0 … 1.
    pub values: Vec<f32>,
    pub shape: Shape,
    pub concept: Concept,
    pub theme: Theme,
    pub label: AttrValue,
}

/// One image, as large as its canvas allows.
#[component]
pub fn TileCanvas(props: &TileProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_painting(
        (
            props.values.clone(),
            props.shape,
            props.concept,
            props.theme,
            size,
        ),
        {
            let node = node.clone();
            move |(values, shape, concept, theme, size)| {
                let Shape::Image { width, height } = *shape else {
                    return;
                };
                let Some(context) = prepare(&node, *size).and_then(|c| context(&c)) else {
                    return;
                };
                let magnification = Magnification::within([width, height], size.devices());
                let ramp = concept.ramp(Palette::of(*theme));
                put(&context, &tile(values, width, ramp, magnification), 0, 0);
            }
        },
    );
    html! { <canvas ref={node} class="tile" role="img" aria-label={props.label.clone()} /> }
}
