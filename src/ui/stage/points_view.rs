use std::rc::Rc;

use yew::prelude::*;

use crate::plot::{Palette, PointsFigure, Theme, Viewport, project};
use crate::protocol::Matrix;
use crate::session::{Action, Picture};
use crate::ui::hooks::{
    Moving, Pointing, place_on, pointing, use_canvas_size, use_moving, use_painting,
};
use crate::ui::shared::canvas::draw;
use crate::ui::shared::samples::shades;
use crate::words::words;

#[derive(PartialEq, Properties)]
pub struct PointsProps {
    pub picture: Picture,
    pub marked: Option<u32>,
    /// How many passes of each particle are shown.
    #[prop_or_default]
    pub ages: Rc<Vec<usize>>,
    /// The sample that is selected, where samples can be put elsewhere.
    #[prop_or_default]
    pub movable: Option<Movable>,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

/// Points that can be put elsewhere, and which of them is selected.
#[derive(Clone, Copy, PartialEq)]
pub struct Movable {
    pub selected: Option<u32>,
}

/// How far a key moves a point, in parts of the picture's width.
const KEY_STEP: f32 = 0.02;

fn first_two(values: &[f32]) -> Option<[f32; 2]> {
    values.get(..2).map(|pair| [pair[0], pair[1]])
}

/// A picture's points as they lie on the plane of the figure, in pairs.
struct Flat {
    x: Vec<f32>,
    reconstructions: Vec<f32>,
    inputs: Vec<f32>,
    curve: Vec<f32>,
    pca: Option<([f32; 2], [f32; 2])>,
    decoded: Option<[f32; 2]>,
}

impl Flat {
    fn of(picture: &Picture) -> Self {
        let (facts, snapshot) = (&picture.facts, &picture.snapshot);
        let flat = |matrix: &Matrix| project(&matrix.values, facts.x.columns);
        let one = |values: &[f32]| first_two(&project(values, facts.x.columns));
        Self {
            x: flat(&facts.x),
            reconstructions: flat(&snapshot.reconstructions),
            inputs: flat(&snapshot.inputs),
            curve: flat(&snapshot.curve),
            // With two numbers and more, PCA's reconstruction is no line.
            pca: one(facts.pca.mean.row(0))
                .zip(one(facts.pca.components.row(0)))
                .filter(|_| snapshot.k == 1),
            decoded: snapshot
                .probe
                .as_ref()
                .and_then(|probe| one(probe.decoded.row(0))),
        }
    }

    fn figure<'a>(
        &'a self,
        picture: &'a Picture,
        marked: Option<u32>,
        ages: &'a [usize],
        held: Option<Viewport>,
    ) -> PointsFigure<'a> {
        PointsFigure {
            x: &self.x,
            directions: directions(picture.facts.x.columns),
            labels: &picture.facts.labels,
            n_train: picture.facts.n_train,
            shades: shades(&picture.facts),
            inputs: &self.inputs,
            field: &picture.snapshot.field.values,
            score: picture
                .snapshot
                .score
                .as_ref()
                .map_or(&[], |score| &score.field.values),
            trails: (
                &picture.snapshot.trails.values,
                picture.snapshot.trails.columns,
            ),
            ages,
            reconstructions: &self.reconstructions,
            curve: &self.curve,
            pca: self.pca,
            marked: marked.map(|sample| sample as usize),
            held,
            decoded: self.decoded,
        }
    }
}

/// Which way each of d coordinates grows on the figure.
fn directions(d: usize) -> Vec<[f32; 2]> {
    let units: Vec<f32> = (0..d * d)
        .map(|i| if i / d == i % d { 1.0 } else { 0.0 })
        .collect();
    let flat = project(&units, d);
    flat.chunks_exact(2)
        .map(|pair| [pair[0], pair[1]])
        .collect()
}

/// The data, PCA's line, the decoder's curve, and a thin line from each point to its
/// reconstruction.
#[component]
pub fn PointsView(props: &PointsProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    let picture = Rc::new(props.picture.clone());
    let movable = props.movable;
    // The sample under a pointer, and where the data lie.
    let found = {
        let picture = picture.clone();
        move |event: &MouseEvent| {
            let flat = Flat::of(&picture);
            let figure = flat.figure(&picture, None, &[], None);
            let sample = figure.sample_at(size.css(), place_on(event)?)?;
            let sample = u32::try_from(sample).ok()?;
            Some((sample, figure.viewport(size.css())))
        }
    };
    let sample_at = {
        let found = found.clone();
        move |event: &MouseEvent| found(event).map(|(sample, _)| sample)
    };
    let pointed = pointing(&props.dispatch, sample_at);
    let select = {
        let (dispatch, picture, select) = (
            props.dispatch.clone(),
            picture.clone(),
            pointed.onclick.clone(),
        );
        move |event: MouseEvent| {
            let has_field = !picture.snapshot.field.values.is_empty();
            if let Some(place) = place_on(&event).filter(|_| has_field) {
                let flat = Flat::of(&picture);
                let view = flat.figure(&picture, None, &[], None).viewport(size.css());
                let place = view.data_from_screen(place);
                dispatch.emit(Action::ParticleDropped(place));
            }
            select.emit(event);
        }
    };
    let onpointerleave = pointed.onpointerleave.clone();
    let pointed = Pointing {
        onclick: select.into(),
        ..pointed
    };
    let grasp = move |event: &PointerEvent| {
        let (movable, (sample, view)) = movable.zip(found(event))?;
        let is_scroll = event.pointer_type() == "touch" && movable.selected != Some(sample);
        (!is_scroll).then_some((sample, view))
    };
    let Moving {
        held,
        onpointerdown,
        onpointermove,
        onclick,
        end,
    } = use_moving(grasp, pointed, &props.dispatch);
    let ages = props.ages.clone();
    use_painting(
        (picture.clone(), props.marked, ages, held, props.theme, size),
        {
            let node = node.clone();
            move |(picture, marked, ages, held, theme, size)| {
                let flat = Flat::of(picture);
                let figure = flat.figure(picture, *marked, ages, *held);
                let scene = figure.scene(size.css(), Palette::of(*theme));
                draw(&node, *size, &scene);
            }
        },
    );
    let onkeydown = {
        let (dispatch, picture) = (props.dispatch.clone(), picture.clone());
        let chosen = movable.and_then(|movable| movable.selected);
        move |event: KeyboardEvent| {
            let Some(direction) = arrow(&event.key()) else {
                return;
            };
            event.prevent_default();
            let flat = Flat::of(&picture);
            let figure = flat.figure(&picture, None, &[], None);
            let action = match chosen {
                Some(sample) if event.shift_key() => {
                    let row = picture.facts.x.row(sample as usize);
                    let by = KEY_STEP * figure.viewport(size.css()).x.length();
                    first_two(row).map(|[x, y]| {
                        let to = [x + by * direction[0], y - by * direction[1]];
                        Action::PointMoved(sample, to)
                    })
                }
                _ => {
                    let next = match chosen {
                        Some(sample) => figure.beside(sample as usize, direction),
                        None => picture.shown.gallery.first().map(|&sample| sample as usize),
                    };
                    let next = next.and_then(|sample| u32::try_from(sample).ok());
                    next.map(|sample| Action::SampleSelected(Some(sample)))
                }
            };
            action.into_iter().for_each(|action| dispatch.emit(action));
        }
    };
    let summary = words()
        .stage
        .points_summary(props.picture.facts.labels.len(), props.picture.snapshot.k);
    let snapshot = &props.picture.snapshot;
    let help = [
        match snapshot.inputs.values.is_empty() {
            true => words().stage.points_help,
            false => words().stage.noisy_points_help,
        },
        match snapshot.field.values.is_empty() {
            true => "",
            false => words().stage.field_help,
        },
        match movable {
            Some(_) => words().points.help,
            None => "",
        },
    ];
    let has_selected = movable.is_some_and(|movable| movable.selected.is_some());
    html! {
        <canvas ref={node} class={classes!("points", has_selected.then_some("grasped"))} role="img" aria-label={summary}
            data-help={help.join(" ")} tabindex={movable.map(|_| "0")} {onpointerdown} {onpointermove} onpointerup={end.clone()}
            onpointercancel={end} {onclick} {onpointerleave} {onkeydown} />
    }
}

/// Which way an arrow key points on the screen: right and down.
fn arrow(key: &str) -> Option<[f32; 2]> {
    match key {
        "ArrowLeft" => Some([-1.0, 0.0]),
        "ArrowRight" => Some([1.0, 0.0]),
        "ArrowUp" => Some([0.0, -1.0]),
        "ArrowDown" => Some([0.0, 1.0]),
        _ => None,
    }
}
