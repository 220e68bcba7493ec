use std::rc::Rc;

use plotters_canvas::CanvasBackend;
use yew::prelude::*;

use crate::plot::{ErrorChart, ErrorPoint, ErrorTick, Palette, Theme, draw_error_chart};
use crate::session::History;
use crate::ui::canvas::{SANS, prepare};
use crate::ui::hooks::use_canvas_size;

#[derive(PartialEq, Properties)]
pub struct ErrorCurveProps {
    pub history: Rc<History>,
    pub theme: Theme,
}

/// Training and held-out error over steps, with PCA's, and every change of a control.
#[component]
pub fn ErrorCurve(props: &ErrorCurveProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_effect_with((props.history.clone(), props.theme, size), {
        let node = node.clone();
        move |(history, theme, size)| {
            let Some(mut backend) =
                prepare(&node, *size).and_then(CanvasBackend::with_canvas_object)
            else {
                return;
            };
            let points: Vec<ErrorPoint> = history
                .points
                .iter()
                .map(|p| ErrorPoint {
                    step: p.step,
                    train: p.train,
                    held_out: p.held_out,
                    pca: p.pca,
                    penalty: p.penalty.unwrap_or(f64::NAN),
                })
                .collect();
            let ticks: Vec<ErrorTick> = history
                .marks
                .iter()
                .map(|mark| ErrorTick {
                    step: mark.step,
                    text: mark.text.clone(),
                })
                .collect();
            let chart = ErrorChart {
                points: &points,
                ticks: &ticks,
                font: SANS,
                scale: size.scale,
                palette: Palette::of(*theme),
            };
            // A canvas that refuses to draw has nothing better to show.
            let _ = draw_error_chart(&mut backend, &chart);
        }
    });
    let summary = props.history.points.last().map_or_else(
        || "No step taken yet".to_owned(),
        |last| {
            format!(
                "Error over {} steps: training {:.4}, held-out {:.4}, PCA {:.4}",
                last.step, last.train, last.held_out, last.pca
            )
        },
    );
    html! {
        <figure class="error-chart">
            <figcaption>
                <b>{"Error over training"}</b>
                <span class="note">{"mean squared error, log scale"}</span>
                if props.history.last_step() == 0 {
                    <span class="note">{"Press Space to train"}</span>
                }
            </figcaption>
            <canvas ref={node} role="img" aria-label={summary} />
        </figure>
    }
}
