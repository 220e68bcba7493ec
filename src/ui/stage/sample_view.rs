use yew::prelude::*;

use crate::plot::{Extent, Palette, Scene, Theme, Trace, add_signals};
use crate::protocol::SampleView;
use crate::session::Picture;
use crate::settings::Shape;
use crate::ui::hooks::{use_canvas_size, use_painting};
use crate::ui::shared::canvas::draw;
use crate::ui::shared::samples::{mean_squared_error, sample_name};
use crate::ui::shared::tile_canvas::{Concept, TileCanvas, paper};
use crate::words::{words, written};

/// The most code numbers that are drawn as bars.
const MOST_BARS: usize = 64;
/// The most that are written out.
const MOST_NUMBERS: usize = 2;

pub struct SampleProps {
    pub picture: Picture,
    pub theme: Theme,
}

/// One sample on its way: input, code, reconstruction.
pub fn sample_row(props: &SampleProps) -> Html {
    let Some(view) = &props.picture.snapshot.sample else {
        return html! { <div class="sample" /> };
    };
    match props.picture.facts.shape {
        Shape::Image { width, height } => image(props, view, [width, height]),
        Shape::Signal(length) => signal(props, view, length),
        Shape::Point(_) => Html::default(),
    }
}

fn signal(props: &SampleProps, view: &SampleView, length: usize) -> Html {
    let x = props.picture.facts.x.row(view.sample as usize).to_vec();
    let error = mean_squared_error(&x, &view.reconstruction.values);
    html! {
        <div class="sample signal" data-help={words().stage.heartbeat_help}>
            <figure>
                <figcaption><span class="letter input">{"x"}</span>{" "}{sample_name(&props.picture.facts, props.picture.data, view.sample as usize)}</figcaption>
                <SignalPlot {x} r={view.reconstruction.values.clone()} theme={props.theme} />
                <p class="note">{words().stage.values(length)}{" "}<span class="error">{written(error.into(), 4)}</span></p>
            </figure>
            <figure class="waist">
                <figcaption><span class="letter code">{"h"}</span>{" "}{words().stage.code}</figcaption>
                {code_bars(view)}
                <p class="note values">{numbers(&view.code.values)}</p>
            </figure>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct SignalProps {
    x: Vec<f32>,
    r: Vec<f32>,
    theme: Theme,
}

#[component]
fn SignalPlot(props: &SignalProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_painting((props.x.clone(), props.r.clone(), props.theme, size), {
        let node = node.clone();
        move |(x, r, theme, size)| {
            let palette = Palette::of(*theme);
            let trace = |values, stroke, width| Trace {
                values,
                stroke,
                width,
                dashed: false,
            };
            let traces = [
                trace(x, palette.input, 1.5),
                trace(r, palette.reconstruction, 2.25),
            ];
            let range = Extent::of(x.iter().copied());
            let mut scene = Scene::default();
            add_signals(
                &mut scene,
                &traces,
                range,
                [0.0, 0.0, size.width, size.height],
            );
            draw(&node, *size, &scene);
        }
    });
    html! { <canvas ref={node} class="tile" role="img" aria-label={words().stage.input_and_reconstruction} /> }
}

fn image(props: &SampleProps, view: &SampleView, [width, height]: [usize; 2]) -> Html {
    let Picture { facts, .. } = &props.picture;
    let x = facts.x.row(view.sample as usize).to_vec();
    let error = mean_squared_error(&x, &view.reconstruction.values);
    let pca_error = mean_squared_error(&x, &view.pca.values);
    // What goes in; errors are against the clean image.
    let (letter, seen) = match view.input.values == x {
        true => ("x", words().stage.input),
        false => ("x̃", words().stage.corrupted),
    };
    let paper = paper(&props.picture);
    let image = |values: &[f32], concept, label: &'static str| {
        html! {
            <TileCanvas values={paper.unit(values)} shape={facts.shape} {concept}
                theme={props.theme} {label} />
        }
    };
    html! {
        <div class="sample" data-help={words().stage.image_help}>
            <figure>
                <figcaption><span class="letter input">{letter}</span>{" "}{sample_name(&props.picture.facts, props.picture.data, view.sample as usize)}</figcaption>
                {image(&view.input.values, Concept::Input, seen)}
                <p class="note">{words().stage.pixels(width, height)}</p>
            </figure>
            <figure class="waist">
                <figcaption><span class="letter code">{"h"}</span>{" "}{words().stage.code}</figcaption>
                {code_bars(view)}
                <p class="note values">{numbers(&view.code.values)}</p>
            </figure>
            <figure>
                <figcaption><span class="letter reconstruction">{"r"}</span>{" "}{words().stage.rebuilt}</figcaption>
                {image(&view.reconstruction.values, Concept::Reconstruction, words().stage.reconstruction)}
                <p class="note error">{words().stage.error(error.into())}</p>
            </figure>
            <figure>
                <figcaption><span class="pca">{words().stage.pca}</span></figcaption>
                {image(&view.pca.values, Concept::Pca, words().stage.pca_reconstruction)}
                <p class="note error">{words().stage.error(pca_error.into())}</p>
            </figure>
        </div>
    }
}

/// A few numbers written out, or how many there are.
fn numbers(code: &[f32]) -> String {
    if code.len() <= MOST_NUMBERS {
        let numbers: Vec<String> = code.iter().map(|h| written((*h).into(), 2)).collect();
        numbers.join("   ")
    } else {
        words().stage.numbers(code.len())
    }
}

/// The code's numbers as bars from a common zero: filled upwards, hollow downwards.
fn code_bars(view: &SampleView) -> Html {
    let code = &view.code.values;
    let shown = &code[..code.len().min(MOST_BARS)];
    let largest = shown
        .iter()
        .fold(f32::MIN_POSITIVE, |most, h| most.max(h.abs()));
    let pitch = 100.0 / shown.len().max(1) as f32;
    let width = (0.7 * pitch).min(16.0);
    let bars = shown.iter().enumerate().map(|(i, h)| {
        let height = 44.0 * h.abs() / largest;
        let top = if *h > 0.0 { 50.0 - height } else { 50.0 };
        let left = (i as f32 + 0.5) * pitch - 0.5 * width;
        html! {
            <rect class={if *h > 0.0 { "positive" } else { "negative" }}
                x={left.to_string()} y={top.to_string()}
                width={width.to_string()} height={height.max(0.5).to_string()} />
        }
    });
    html! {
        <div class="code-bars">
            <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={words().stage.code}>
                <line x1="0" y1="50" x2="100" y2="50" vector-effect="non-scaling-stroke" />
                {for bars}
            </svg>
        </div>
    }
}
