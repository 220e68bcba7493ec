use yew::prelude::*;

use super::tile_canvas::{Concept, TileCanvas};
use crate::plot::Theme;
use crate::protocol::SampleView;
use crate::session::Picture;
use crate::settings::Shape;

/// The most code numbers that are drawn as bars.
const MOST_BARS: usize = 64;
/// The most that are written out.
const MOST_NUMBERS: usize = 2;

#[derive(PartialEq, Properties)]
pub struct SampleProps {
    pub picture: Picture,
    pub theme: Theme,
}

fn mean_squared_error(a: &[f32], b: &[f32]) -> f32 {
    let sum: f32 = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum();
    sum / a.len().max(1) as f32
}

/// One image on its way: input, code, reconstruction.
#[component]
pub fn SampleRow(props: &SampleProps) -> Html {
    let Picture {
        facts, snapshot, ..
    } = &props.picture;
    let (Some(view), Shape::Image { width, height }) = (&snapshot.sample, facts.shape) else {
        return html! { <div class="sample" /> };
    };
    let x = facts.x.row(view.sample as usize).to_vec();
    let is_held_out = view.sample as usize >= facts.n_train;
    let class = facts.labels.get(view.sample as usize).copied();
    let part = if is_held_out { "held-out" } else { "training" };
    let name = class.map_or_else(|| part.to_owned(), |class| format!("{part} {class}"));
    let error = mean_squared_error(&x, &view.reconstruction.values);
    let pca_error = mean_squared_error(&x, &view.pca.values);
    let image = |values: &[f32], concept, label: &'static str| {
        html! {
            <TileCanvas values={values.to_vec()} shape={facts.shape} {concept}
                theme={props.theme} {label} />
        }
    };
    html! {
        <div class="sample">
            <figure>
                <figcaption><span class="letter input">{"x"}</span>{" "}{name}</figcaption>
                {image(&x, Concept::Input, "input")}
                <p class="note">{format!("{width} × {height} pixels")}</p>
            </figure>
            <figure class="waist">
                <figcaption><span class="letter code">{"h"}</span>{" code"}</figcaption>
                {code_bars(view)}
                <p class="note values">{numbers(&view.code.values)}</p>
            </figure>
            <figure>
                <figcaption><span class="letter reconstruction">{"r"}</span>{" rebuilt"}</figcaption>
                {image(&view.reconstruction.values, Concept::Reconstruction, "reconstruction")}
                <p class="note error">{format!("error {error:.4}")}</p>
            </figure>
            <figure>
                <figcaption><span class="pca">{"PCA"}</span></figcaption>
                {image(&view.pca.values, Concept::Pca, "PCA's reconstruction")}
                <p class="note error">{format!("error {pca_error:.4}")}</p>
            </figure>
        </div>
    }
}

/// A few numbers written out, or how many there are.
fn numbers(code: &[f32]) -> String {
    if code.len() <= MOST_NUMBERS {
        let written: Vec<String> = code.iter().map(|h| format!("{h:.2}")).collect();
        written.join("   ").replace('-', "−")
    } else {
        format!("{} numbers", code.len())
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
            <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label="code">
                <line x1="0" y1="50" x2="100" y2="50" vector-effect="non-scaling-stroke" />
                {for bars}
            </svg>
        </div>
    }
}
