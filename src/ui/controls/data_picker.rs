use yew::prelude::*;

use super::knob::knob_name;
use crate::data::{CATALOGUE, Record, Source};
use crate::plot::{
    Extent, Magnification, Mark, Palette, Scene, Theme, Trace, Viewport, add_signals, project, tile,
};
use crate::random::{ChaCha8Rng, Purpose, stream};
use crate::session::{Action, Door};
use crate::settings::{DataSet, Key, Shape, Traits, Value};
use crate::ui::hooks::{use_canvas_size, use_painting};
use crate::ui::shared::canvas::{context, draw, prepare, put};
use crate::words::words;

pub struct PickerProps {
    pub chosen: DataSet,
    /// What it is like.
    pub traits: Traits,
    /// Whether there are samples of the user's own.
    pub has_own: bool,
    /// Whether all sets are offered, or those of the chosen one's kind.
    pub has_all: bool,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

/// The data sets as small pictures of themselves.
pub fn data_picker(props: &PickerProps) -> Html {
    let knob = Key::Data.knob();
    let is_offered = |record: &&Record| props.has_all || is_alike(record.data, props.traits);
    let options = CATALOGUE.iter().filter(is_offered).map(|record| {
        let dispatch = props.dispatch.clone();
        let value = Value::Choice(record.data as usize);
        let onchange = move |_: Event| dispatch.emit(Action::KnobTurned(Key::Data, value.clone()));
        html! {
            <label title={words().controls.data_set(record.title.get(), record.lesson.get())}>
                <input type="radio" name={if props.has_all { "data" } else { "own-data" }} value={record.data.key()}
                    aria-label={record.data.label()} checked={record.data == props.chosen} {onchange} />
                <Thumbnail data={record.data} theme={props.theme} />
            </label>
        }
    });
    let chosen = crate::data::record(props.chosen);
    let own = {
        let dispatch = props.dispatch.clone();
        let value = Value::Choice(DataSet::Own as usize);
        let onchange = move |_: Event| dispatch.emit(Action::KnobTurned(Key::Data, value.clone()));
        let name = DataSet::Own.label();
        html! {
            <label title={crate::data::record(DataSet::Own).lesson.get()}>
                <input type="radio" name="data" value={DataSet::Own.key()} aria-label={name}
                    checked={props.chosen == DataSet::Own} {onchange} />
                <span aria-hidden="true">{name}</span>
            </label>
        }
    };
    let onclick = props
        .dispatch
        .reform(|_: MouseEvent| Action::DeskAsked(Door::Data));
    html! {
        <fieldset class="data-picker" aria-label={knob.name()} data-help={knob.help()}>
            <legend>{knob_name(knob, false)}</legend>
            <div class="thumbnails">
                {for options}
                if props.has_own && props.has_all {
                    {own}
                }
            </div>
            <p class="note">{chosen.lesson.get()}</p>
            if props.has_all {
                <button type="button" class="own-data" aria-haspopup="dialog" {onclick}>{words().controls.own_data}</button>
            }
        </fieldset>
    }
}

/// Points with points of as many coordinates, images with images.
fn is_alike(a: DataSet, b: Traits) -> bool {
    let a = a.traits().map(|traits| traits.shape);
    match (a.unwrap_or(b.shape), b.shape) {
        (Shape::Point(a), Shape::Point(b)) => a == b,
        (Shape::Image { .. }, Shape::Image { .. }) | (Shape::Signal(_), Shape::Signal(_)) => true,
        _ => false,
    }
}

#[derive(PartialEq, Properties)]
struct ThumbnailProps {
    data: DataSet,
    theme: Theme,
}

#[component]
fn Thumbnail(props: &ThumbnailProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_painting((props.data, props.theme, size), {
        let node = node.clone();
        move |&(data, theme, size)| {
            let palette = Palette::of(theme);
            let record = crate::data::record(data);
            match data.traits().map_or(Shape::Point(0), |traits| traits.shape) {
                Shape::Image { width, .. } => {
                    let across = size.device(size.width.min(size.height));
                    let magnification = Magnification::within([width; 2], [across; 2]);
                    let ramp = &palette.ramps.input;
                    let pixels = tile(&example(record), width, ramp, magnification);
                    if let Some(context) = prepare(&node, size).and_then(|c| context(&c)) {
                        let margin = across.saturating_sub(pixels.width) / 2;
                        put(&context, &pixels, margin, margin);
                    }
                }
                Shape::Signal(_) => draw(&node, size, &line(&example(record), size.css(), palette)),
                Shape::Point(d) => draw(&node, size, &cloud(record, d, size.css(), palette)),
            }
        }
    });
    html! { <canvas ref={node} aria-hidden="true" /> }
}

/// One sample, 0 … 1: a real one of a file, or a drawn one.
fn example(record: &Record) -> Vec<f32> {
    match record.source {
        Source::Asset { thumbnail, .. } => thumbnail
            .chars()
            .map(|level| level.to_digit(17).unwrap_or(0) as f32 / 16.0)
            .collect(),
        Source::Formula(sample) => sample(&mut random(), 0.0).x,
        Source::Brought => Vec::new(),
    }
}

fn random() -> ChaCha8Rng {
    stream(4, Purpose::Data)
}

fn line(values: &[f32], [width, height]: [f32; 2], palette: &Palette) -> Scene {
    let trace = Trace {
        values,
        stroke: palette.input,
        width: 1.5,
        dashed: false,
    };
    let range = Extent::of(values.iter().copied());
    let mut scene = Scene::default();
    add_signals(
        &mut scene,
        &[trace],
        range,
        [3.0, 6.0, width - 6.0, height - 12.0],
    );
    scene
}

/// A few dozen samples of a formula.
fn cloud(record: &Record, d: usize, [width, height]: [f32; 2], palette: &Palette) -> Scene {
    let Source::Formula(sample) = record.source else {
        return Scene::default();
    };
    let mut rng = random();
    let values: Vec<f32> = (0..110).flat_map(|_| sample(&mut rng, 0.03).x).collect();
    let points = project(&values, d);
    let along = |axis: usize| Extent::of(points.chunks_exact(2).map(|p| p[axis])).padded(0.12);
    let view = Viewport::with_equal_aspect(along(0), along(1), [0.0, 0.0, width, height]);
    let centres = points
        .chunks_exact(2)
        .map(|p| view.screen_from_data([p[0], p[1]]))
        .collect();
    let mut scene = Scene::default();
    scene.add(Mark::Dots {
        centres,
        radius: 1.1,
        fill: palette.input,
        opacity: 1.0,
    });
    scene
}
