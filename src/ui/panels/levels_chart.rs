use yew::prelude::*;

use crate::plot::{LevelErrors, LevelsFigure, Palette, Theme};
use crate::session::{Action, Picture};
use crate::settings::{Key, Value};
use crate::ui::hooks::{Dragging, place_on, use_canvas_size, use_dragging, use_later_painting};
use crate::ui::shared::canvas::draw;
use crate::words::words;

#[derive(Clone, PartialEq, Properties)]
pub struct LevelsProps {
    pub picture: Picture,
    /// The level trained at.
    pub trained: f64,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

fn rows(picture: &Picture) -> Vec<LevelErrors> {
    let levels = picture.snapshot.levels.as_ref();
    let rows = levels.map(|levels| levels.values.chunks_exact(5));
    rows.into_iter()
        .flatten()
        .map(|row| std::array::from_fn(|column| row[column]))
        .collect()
}

/// Error at every level of noise. The level trained at is a handle: dragged, it is the slider's.
#[component]
pub fn LevelsChart(props: &LevelsProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_later_painting((props.clone(), size), {
        let node = node.clone();
        move |(props, size)| {
            let figure = LevelsFigure {
                levels: &rows(&props.picture),
                trained: props.trained as f32,
            };
            draw(
                &node,
                *size,
                &figure.scene(size.css(), Palette::of(props.theme)),
            );
        }
    });
    let levels = rows(&props.picture);
    let turn = {
        let (dispatch, levels) = (props.dispatch.clone(), levels.clone());
        move |event: &MouseEvent| {
            let figure = LevelsFigure {
                levels: &levels,
                trained: 0.0,
            };
            let level = place_on(event).and_then(|place| figure.level_at(size.css(), place));
            if let Some(level) = level {
                // As fine as the slider is.
                let step = Key::Level.knob().slider_step();
                let value = Value::Number((f64::from(level) / step).round() * step);
                dispatch.emit(Action::KnobTurned(Key::Level, value));
            }
        }
    };
    let Dragging {
        onclick,
        onpointerdown,
        onpointermove,
        end,
    } = use_dragging(turn);
    let figure = LevelsFigure {
        levels: &levels,
        trained: props.trained as f32,
    };
    let summary = match (levels.first(), figure.break_even()) {
        (None, _) => words().panels.working.to_owned(),
        (_, Some([level, _])) => words().panels.levels_even(level),
        (_, None) => words().panels.levels_summary.to_owned(),
    };
    let note = match props.picture.snapshot.plain_step {
        Some(step) => words().panels.levels_behind(step),
        None => words().panels.levels_note.to_owned(),
    };
    html! {
        <section class="sweep" data-help={words().panels.levels_help}>
            <h3>{words().panels.levels}<small>{note}</small></h3>
            <canvas ref={node} class="drawable-levels" role="img" aria-label={summary} data-levels={levels.len().to_string()}
                {onclick} {onpointerdown} {onpointermove} onpointerup={end.clone()} onpointerleave={end} />
        </section>
    }
}
