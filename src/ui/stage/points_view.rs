use std::rc::Rc;

use yew::prelude::*;

use crate::plot::{Palette, PointsFigure, Theme, project};
use crate::protocol::Matrix;
use crate::session::{Action, Picture};
use crate::ui::hooks::{Pointing, place_on, pointing, use_canvas_size, use_painting};
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
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

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
    let ages = props.ages.clone();
    use_painting(
        (props.picture.clone(), props.marked, ages, props.theme, size),
        {
            let node = node.clone();
            move |(picture, marked, ages, theme, size)| {
                let flat = Flat::of(picture);
                let figure = flat.figure(picture, *marked, ages);
                let scene = figure.scene(size.css(), Palette::of(*theme));
                draw(&node, *size, &scene);
            }
        },
    );
    let sample_at = {
        let picture = Rc::new(props.picture.clone());
        move |event: &MouseEvent| {
            let place = place_on(event)?;
            let sample = Flat::of(&picture)
                .figure(&picture, None, &[])
                .sample_at(size.css(), place)?;
            u32::try_from(sample).ok()
        }
    };
    let Pointing {
        onpointermove,
        onclick: select,
        onpointerleave,
    } = pointing(&props.dispatch, sample_at);
    let onclick = {
        let (dispatch, picture) = (props.dispatch.clone(), Rc::new(props.picture.clone()));
        move |event: MouseEvent| {
            let has_field = !picture.snapshot.field.values.is_empty();
            if let Some(place) = place_on(&event).filter(|_| has_field) {
                let flat = Flat::of(&picture);
                let view = flat.figure(&picture, None, &[]).viewport(size.css());
                let place = view.data_from_screen(place);
                dispatch.emit(Action::ParticleDropped(place));
            }
            select.emit(event);
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
    ];
    html! {
        <canvas ref={node} class="points" role="img" aria-label={summary} data-help={help.join(" ")}
            {onpointermove} {onclick} {onpointerleave} />
    }
}
