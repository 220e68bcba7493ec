use yew::prelude::*;

use crate::plot::{AXIS, Heatmap, MeanBars, Palette, Theme};
use crate::session::{Action, Picture};
use crate::ui::hooks::{
    CanvasSize, Pointing, place_on, pointing, use_canvas_size, use_later_painting,
};
use crate::ui::shared::canvas::{context, draw, prepare, put};
use crate::words::words;

#[derive(PartialEq, Properties)]
pub struct HeatmapProps {
    pub picture: Picture,
    pub marked: Option<u32>,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

/// The cells as they lie on a canvas, which leaves room for the bars' axis below.
fn cells(picture: &Picture, size: CanvasSize) -> Heatmap {
    let values = &picture.snapshot.heatmap;
    let height = (size.height - AXIS).max(1.0);
    Heatmap {
        units: values.rows(),
        samples: values.columns,
        size: [size.device(size.width), size.device(height)],
    }
}

/// Code units × samples that were not trained on, by how active they are.
#[component]
pub fn ActivationHeatmap(props: &HeatmapProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    let picture = &props.picture;
    use_later_painting((picture.clone(), props.marked, props.theme, size), {
        let node = node.clone();
        move |(picture, marked, theme, size)| {
            let palette = Palette::of(*theme);
            let Some(context) = prepare(&node, *size).and_then(|c| context(&c)) else {
                return;
            };
            let values = &picture.snapshot.heatmap.values;
            let cells = cells(picture, *size);
            // Of a code that is off every cell is dark, however small the noise in it.
            let is_off = picture.snapshot.readouts.active_units == 0.0;
            let largest = match is_off {
                true => f32::INFINITY,
                false => Heatmap::largest(values),
            };
            let pixels = cells.pixels(values, largest, &palette.code_ramp);
            put(&context, &pixels, 0, 0);
            let column = picture
                .shown
                .heatmap
                .iter()
                .position(|sample| Some(*sample) == *marked);
            if let Some(column) = column {
                let [r, g, b] = palette.ink;
                context.set_stroke_style_str(&format!("rgb({r},{g},{b})"));
                context.set_line_width(2.0 * size.scale);
                let [left, width] = cells.column(column).map(|pixels| pixels as f64);
                context.stroke_rect(left, 0.0, width, cells.size[1] as f64);
            }
        }
    });
    let sample_at = {
        let picture = picture.clone();
        move |event: &MouseEvent| {
            let place = place_on(event)?.map(|css| size.device(css.max(0.0)));
            let (_, column) = cells(&picture, size).at(place)?;
            picture.shown.heatmap.get(column).copied()
        }
    };
    let Pointing {
        onpointermove,
        onclick,
        onpointerleave,
    } = pointing(&props.dispatch, sample_at);
    let values = &picture.snapshot.heatmap;
    let summary = words().panels.heatmap_summary(
        values.rows(),
        values.columns,
        Heatmap::largest(&values.values),
    );
    html! {
        <canvas ref={node} class="heatmap" role="img" aria-label={summary}
            {onpointermove} {onclick} {onpointerleave} />
    }
}

#[derive(PartialEq, Properties)]
pub struct BarsProps {
    pub picture: Picture,
    /// ρ, where a penalty aims at one.
    pub target: Option<f32>,
    pub theme: Theme,
}

/// ρ̂ of each code unit, in the rows of the heatmap beside it.
#[component]
pub fn MeanActivations(props: &BarsProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_later_painting((props.picture.clone(), props.target, props.theme, size), {
        let node = node.clone();
        move |(picture, target, theme, size)| {
            let means = &picture.snapshot.mean_activations.values;
            let bars = MeanBars {
                means,
                target: *target,
                row: (size.height - AXIS).max(1.0) / means.len().max(1) as f32,
            };
            draw(&node, *size, &bars.scene(size.width, Palette::of(*theme)));
        }
    });
    let means = &props.picture.snapshot.mean_activations.values;
    let largest = means.iter().fold(f32::NEG_INFINITY, |most, &m| most.max(m));
    let summary = words().panels.mean_summary(means.len(), largest);
    html! { <canvas ref={node} class="mean-bars" role="img" aria-label={summary} /> }
}
