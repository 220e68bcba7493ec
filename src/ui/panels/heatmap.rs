use yew::prelude::*;

use crate::plot::{AXIS, HEAD, Heatmap, MeanBars, Order, Palette, Theme, heatmap_labels};
use crate::session::{Action, Picture, Ranking, SampleOrder};
use crate::ui::hooks::{
    CanvasSize, Pointing, place_on, pointing, use_canvas_size, use_later_painting,
};
use crate::ui::shared::canvas::{context, css, draw, draw_over, prepare, put};
use crate::words::words;

#[derive(Clone, PartialEq, Properties)]
pub struct HeatmapProps {
    pub picture: Picture,
    pub ranking: Ranking,
    /// What the columns are ordered by.
    pub by: SampleOrder,
    pub marked: Option<u32>,
    /// The unit that is looked at closely.
    pub unit: Option<u32>,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

/// The cells as they lie on a canvas, which leaves room for the classes above and the bars' axis below.
fn cells(picture: &Picture, size: CanvasSize) -> Heatmap {
    let values = &picture.snapshot.heatmap;
    let height = (size.height - HEAD - AXIS).max(1.0);
    Heatmap {
        units: values.rows(),
        samples: values.columns,
        size: [size.device(size.width), size.device(height)],
    }
}

fn order(ranking: &Ranking) -> Order<'_> {
    Order {
        units: &ranking.units,
        samples: &ranking.samples,
    }
}

/// Code units × samples that were not trained on, by how active they are.
#[component]
pub fn ActivationHeatmap(props: &HeatmapProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    let picture = &props.picture;
    use_later_painting((props.clone(), size), {
        let node = node.clone();
        move |(props, size)| paint(&node, *size, props)
    });
    let sample_at = {
        let (picture, ranking) = (picture.clone(), props.ranking.clone());
        move |event: &MouseEvent| {
            let [x, y] = place_on(event)?;
            let place = [x, y - HEAD].map(|css| size.device(css.max(0.0)));
            let (_, column) = cells(&picture, size).at(place)?;
            let sample = order(&ranking).sample(column);
            picture.shown.heatmap.get(sample).copied()
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

fn paint(node: &NodeRef, size: CanvasSize, props: &HeatmapProps) {
    let palette = Palette::of(props.theme);
    let Some(context) = prepare(node, size).and_then(|canvas| context(&canvas)) else {
        return;
    };
    let picture = &props.picture;
    let values = &picture.snapshot.heatmap.values;
    let cells = cells(picture, size);
    let order = order(&props.ranking);
    // Of a code that is off every cell is dark, however small the noise in it.
    let is_off = picture.snapshot.readouts.active_units == 0.0;
    let largest = match is_off {
        true => f32::INFINITY,
        false => Heatmap::largest(values),
    };
    let pixels = cells.pixels(values, largest, &palette.ramps.code, order);
    let top = size.device(HEAD);
    put(&context, &pixels, 0, top);
    context.set_stroke_style_str(&css(palette.ink));
    context.set_line_width(2.0 * size.scale);
    let marked = picture
        .shown
        .heatmap
        .iter()
        .position(|sample| Some(*sample) == props.marked);
    let [width, height] = cells.size.map(|pixels| pixels as f64);
    let top = top as f64;
    if let Some(column) = marked.and_then(|sample| order.column(sample)) {
        let [left, across] = cells.column(column).map(|pixels| pixels as f64);
        context.stroke_rect(left, top, across, height);
    }
    if let Some(row) = props.unit.and_then(|unit| order.row(unit as usize)) {
        let [y, down] = cells.row(row).map(|pixels| pixels as f64);
        context.stroke_rect(0.0, top + y, width, down);
    }
    let labels = &picture.facts.labels;
    let classes: Vec<u8> = match props.by {
        SampleOrder::Class => {
            let samples = picture.shown.heatmap.iter();
            samples.map(|&sample| labels[sample as usize]).collect()
        }
        SampleOrder::Error => Vec::new(),
    };
    draw_over(
        &context,
        size,
        &heatmap_labels(
            &classes,
            |class| picture.facts.class_name(picture.data, class),
            size.css(),
            props.by == SampleOrder::Error,
            palette,
        ),
    );
}

#[derive(Clone, PartialEq, Properties)]
pub struct BarsProps {
    pub picture: Picture,
    pub ranking: Ranking,
    /// The unit that is looked at closely.
    pub unit: Option<u32>,
    /// ρ, where a penalty aims at one.
    pub target: Option<f32>,
    pub theme: Theme,
}

/// ρ̂ of each code unit, in the rows of the heatmap beside it.
#[component]
pub fn MeanActivations(props: &BarsProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_later_painting((props.clone(), size), {
        let node = node.clone();
        move |(props, size)| {
            let snapshot = &props.picture.snapshot;
            let (means, k) = (&snapshot.mean_activations.values, snapshot.k as usize);
            let order = order(&props.ranking);
            let ordered: Vec<f32> = (0..k)
                .map(|row| means.get(order.unit(row)).copied().unwrap_or(0.0))
                .collect();
            let bars = MeanBars {
                means: &ordered,
                target: props.target,
                row: (size.height - HEAD - AXIS).max(1.0) / k.max(1) as f32,
                marked: props.unit.and_then(|unit| order.row(unit as usize)),
            };
            draw(
                &node,
                *size,
                &bars.scene(size.width, Palette::of(props.theme)),
            );
        }
    });
    let means = &props.picture.snapshot.mean_activations.values;
    let largest = means.iter().fold(f32::NEG_INFINITY, |most, &m| most.max(m));
    let summary = words().panels.mean_summary(means.len(), largest);
    html! { <canvas ref={node} class="mean-bars" role="img" aria-label={summary} /> }
}
