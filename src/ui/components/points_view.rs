use std::rc::Rc;

use web_sys::PointerEvent;
use yew::prelude::*;

use crate::plot::{Palette, PointsFigure, Theme};
use crate::session::{Action, Picture};
use crate::ui::canvas::draw;
use crate::ui::hooks::{place_on, use_canvas_size};

#[derive(PartialEq, Properties)]
pub struct PointsProps {
    pub picture: Picture,
    pub marked: Option<u32>,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

fn first_two(values: &[f32]) -> Option<[f32; 2]> {
    values.get(..2).map(|pair| [pair[0], pair[1]])
}

/// The figure of a picture of points.
fn figure(picture: &Picture, marked: Option<u32>) -> PointsFigure<'_> {
    let facts = &picture.facts;
    let snapshot = &picture.snapshot;
    let pca = first_two(facts.pca.mean.row(0)).zip(first_two(facts.pca.components.row(0)));
    PointsFigure {
        x: &facts.x.values,
        labels: &facts.labels,
        n_train: facts.n_train,
        reconstructions: &snapshot.reconstructions.values,
        curve: &snapshot.curve.values,
        pca,
        marked: marked.map(|sample| sample as usize),
        decoded: snapshot
            .probe
            .as_ref()
            .and_then(|probe| first_two(probe.decoded.row(0))),
    }
}

/// The data, PCA's line, the decoder's curve, and a thin line from each point to its
/// reconstruction.
#[component]
pub fn PointsView(props: &PointsProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_effect_with((props.picture.clone(), props.marked, props.theme, size), {
        let node = node.clone();
        move |(picture, marked, theme, size)| {
            let scene = figure(picture, *marked).scene(size.css(), Palette::of(*theme));
            draw(&node, *size, &scene);
        }
    });
    let sample_at = {
        let picture = Rc::new(props.picture.clone());
        move |event: &PointerEvent| {
            let place = place_on(event)?;
            let sample = figure(&picture, None).sample_at(size.css(), place)?;
            u32::try_from(sample).ok()
        }
    };
    let onpointermove = {
        let (dispatch, sample_at) = (props.dispatch.clone(), sample_at.clone());
        move |event: PointerEvent| dispatch.emit(Action::SampleHovered(sample_at(&event)))
    };
    let onpointerdown = {
        let dispatch = props.dispatch.clone();
        move |event: PointerEvent| dispatch.emit(Action::SampleSelected(sample_at(&event)))
    };
    let onpointerleave = {
        let dispatch = props.dispatch.clone();
        move |_: PointerEvent| dispatch.emit(Action::SampleHovered(None))
    };
    let summary = format!(
        "{} points, PCA's line, and what the decoder makes of {} numbers per point",
        props.picture.facts.labels.len(),
        props.picture.snapshot.k
    );
    html! {
        <canvas ref={node} class="points" role="img" aria-label={summary}
            {onpointermove} {onpointerdown} {onpointerleave} />
    }
}
