use yew::prelude::*;

use crate::plot::{Palette, Ramp, Theme, tile};
use crate::settings::Shape;
use crate::ui::canvas::{context, prepare, put};
use crate::ui::hooks::use_canvas_size;

/// What an image is of: each has its own ramp.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Concept {
    Input,
    Reconstruction,
    Pca,
}

impl Concept {
    pub fn ramp(self, palette: &Palette) -> &Ramp {
        match self {
            Self::Input => &palette.input_ramp,
            Self::Reconstruction => &palette.reconstruction_ramp,
            Self::Pca => &palette.pca_ramp,
        }
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

/// One image, as large as whole pixels allow.
#[component]
pub fn TileCanvas(props: &TileProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_effect_with(
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
                let (across, down) = (size.device(size.width), size.device(size.height));
                let scale = (across / width).min(down / height).max(1);
                let ramp = concept.ramp(Palette::of(*theme));
                put(&context, &tile(values, width, ramp, scale), 0, 0);
            }
        },
    );
    html! { <canvas ref={node} class="tile" role="img" aria-label={props.label.clone()} /> }
}
