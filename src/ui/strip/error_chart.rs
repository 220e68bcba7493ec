use std::rc::Rc;

use plotters_canvas::CanvasBackend;
use web_sys::{KeyboardEvent, PointerEvent};
use yew::prelude::*;

use crate::plot::{ErrorChart, ErrorPoint, ErrorTick, Palette, Theme, draw_error_chart};
use crate::session::{Action, History};
use crate::ui::hooks::{place_on, use_canvas_size, use_later_painting};
use crate::ui::shared::Placed;
use crate::ui::shared::canvas::{SANS, prepare};
use crate::words::words;

#[derive(PartialEq, Properties)]
pub struct ErrorCurveProps {
    pub history: Rc<History>,
    /// Another run's, by its name: the pinned one's or the twin's.
    #[prop_or_default]
    pub ghost: Option<(&'static str, Rc<History>)>,
    /// The step of the picture on the stage.
    pub shown: Option<u64>,
    /// The step that the errors beside it are of, where that is an earlier one than the step on the page.
    pub measured: Option<u64>,
    /// What others have published, and who.
    pub published: Vec<(f64, &'static str)>,
    /// Errors are sums over so many pixels; 1 where they are means.
    pub pixels: usize,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

fn points(history: &History, pixels: usize) -> Vec<ErrorPoint> {
    let unit = pixels as f64;
    let points = history.points.iter().map(|p| ErrorPoint {
        step: p.step,
        train: unit * p.train,
        held_out: unit * p.held_out,
        // Where PCA copies everything there is no line to draw.
        pca: if p.pca > 0.0 { unit * p.pca } else { f64::NAN },
        penalty: p.penalty.map_or(f64::NAN, |penalty| unit * penalty),
    });
    points.collect()
}

fn ghost_points(ghost: Option<&(&str, Rc<History>)>, pixels: usize) -> Vec<ErrorPoint> {
    ghost
        .map(|(_, history)| points(history, pixels))
        .unwrap_or_default()
}

/// Sums over an image are larger, and are published with two decimals.
fn decimals(pixels: usize) -> usize {
    if pixels > 1 { 2 } else { 4 }
}

/// Training and held-out error over steps, with PCA's, and every change of a control.
#[component]
pub fn ErrorCurve(props: &ErrorCurveProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    let dragging = use_mut_ref(|| false);
    let pixels = props.pixels;
    let published = props.published.clone();
    use_later_painting(
        (
            (props.history.clone(), props.ghost.clone(), props.shown),
            (published.clone(), pixels),
            (props.theme, size),
        ),
        {
            let node = node.clone();
            move |((history, ghost, shown), (published, pixels), (theme, size))| {
                let Some(mut backend) =
                    prepare(&node, *size).and_then(CanvasBackend::with_canvas_object)
                else {
                    return;
                };
                let ticks: Vec<ErrorTick> = history
                    .marks
                    .iter()
                    .map(|mark| ErrorTick {
                        step: mark.step,
                        text: mark.change.text(),
                    })
                    .collect();
                let chart = ErrorChart {
                    points: &points(history, *pixels),
                    ghost: &ghost_points(ghost.as_ref(), *pixels),
                    ghost_name: ghost.as_ref().map_or("", |ghost| ghost.0),
                    published,
                    decimals: decimals(*pixels),
                    playhead: shown
                        .filter(|_| history.last_step() > 0)
                        .map(|step| step.min(history.last_step())),
                    ticks: &ticks,
                    font: SANS,
                    scale: size.scale,
                    palette: Palette::of(*theme),
                };
                // A canvas that refuses to draw has nothing better to show.
                let _ = draw_error_chart(&mut backend, &chart);
            }
        },
    );
    let peeked = use_state_eq(|| None::<(f32, u64)>);
    let step_at = {
        let (ghost, theme, history) = (props.ghost.clone(), props.theme, props.history.clone());
        move |x: f32| {
            let chart = ErrorChart {
                points: &points(&history, pixels),
                ghost: &ghost_points(ghost.as_ref(), pixels),
                ghost_name: "",
                published: &[],
                decimals: decimals(pixels),
                playhead: None,
                ticks: &[],
                font: SANS,
                scale: 1.0,
                palette: Palette::of(theme),
            };
            chart.step_at(size.width.into(), x.into())
        }
    };
    let look = {
        let (dispatch, step_at) = (props.dispatch.clone(), step_at.clone());
        move |event: &MouseEvent| {
            if let Some([x, _]) = place_on(event) {
                dispatch.emit(Action::LookedBack(step_at(x)));
            }
        }
    };
    // Only a move or a click looks back: a finger that presses may be about to scroll.
    let onpointerdown = {
        let dragging = dragging.clone();
        move |event: PointerEvent| *dragging.borrow_mut() = event.button() == 0
    };
    let onclick = {
        let look = look.clone();
        move |event: MouseEvent| look(&event)
    };
    let onpointermove = {
        let (dragging, peeked) = (dragging.clone(), peeked.clone());
        move |event: PointerEvent| {
            if *dragging.borrow() && event.buttons() > 0 {
                peeked.set(None);
                look(&event);
            } else if let Some([x, _]) = place_on(&event) {
                peeked.set(step_at(x).map(|step| (x, step)));
            }
        }
    };
    let end = {
        let peeked = peeked.clone();
        move |_: PointerEvent| {
            *dragging.borrow_mut() = false;
            peeked.set(None);
        }
    };
    let moment = peeked.and_then(|(x, step)| {
        let points = &props.history.points;
        let at = points.partition_point(|point| point.step <= step);
        Some((x, points.get(at.checked_sub(1)?)?))
    });
    let onkeydown = {
        let dispatch = props.dispatch.clone();
        move |event: KeyboardEvent| {
            let action = match event.key().as_str() {
                "ArrowLeft" | "ArrowDown" => Action::LookedAbout(-1),
                "ArrowRight" | "ArrowUp" => Action::LookedAbout(1),
                "Home" => Action::LookedBack(Some(0)),
                "End" => Action::LookedBack(None),
                _ => return,
            };
            event.prevent_default();
            dispatch.emit(action);
        }
    };
    let last_step = props.history.last_step();
    let shown = props.shown.unwrap_or(last_step);
    let unit = pixels as f64;
    let mut summary = props.history.points.last().map_or_else(
        || words().strip.no_step.to_owned(),
        |last| {
            let errors = [last.train, last.held_out, last.pca].map(|error| unit * error);
            let words = &words().strip;
            words.summary(last.step, errors, decimals(pixels))
        },
    );
    if !published.is_empty() {
        summary += &words().strip.published(&published);
    }
    html! {
           <figure class="error-chart" data-help={words().strip.chart_help}>
               <figcaption>
                   <b>{words().strip.chart}</b>
                   if let Some((_, point)) = moment {
                       <span class="note">
                           {words().strip.at_step(point.step)}{" "}
                           <span class="error">{words().strip.errors(unit * point.held_out, unit * point.train, decimals(pixels))}</span>
                       </span>
                   } else {
                       // Where all samples take their time, pictures are ahead of errors.
                       <span class="note">
                           {match props.measured {
                               Some(step) => words().strip.measured(step),
                               None if pixels > 1 => words().plot.per_image_scale.to_owned(),
                               None => words().plot.log_scale.to_owned(),
                           }}
                       </span>
                   }
                   if props.history.last_step() == 0 {
                       <span class="note">{words().strip.press_space}</span>
                   }
               </figcaption>
    if let Some((x, _)) = moment {
                   <Placed class="peek" left={format!("{x}px")} />
               }
               <canvas ref={node} role="slider" tabindex="0" aria-label={words().strip.chart} aria-description={summary} title={words().strip.drag}
                   aria-valuemin="0" aria-valuemax={last_step.to_string()} aria-valuenow={shown.to_string()}
                   aria-valuetext={words().strip.step_number(shown)}
                   {onclick} {onpointerdown} {onpointermove} onpointerup={end.clone()} onpointerleave={end} {onkeydown} />
           </figure>
       }
}
