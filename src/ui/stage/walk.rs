//! From one sample to another: by codes between theirs, by PCA, and as one fades into the other.

use yew::prelude::*;

use super::image_rows::{GAP, ImageGrid};
use super::sample_strip::SampleStrip;
use crate::plot::{Palette, Theme};
use crate::session::{Action, Picture};
use crate::settings::Shape;
use crate::ui::hooks::{use_canvas_size, use_later_painting, use_style};
use crate::ui::shared::canvas::{context, prepare};
use crate::ui::shared::samples::sample_name;
use crate::ui::shared::tile_canvas::{Concept, paper};
use crate::words::words;

#[derive(Clone, PartialEq, Properties)]
pub struct WalkProps {
    pub picture: Picture,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

#[component]
pub fn WalkFigure(props: &WalkProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    let walk = props.picture.snapshot.uses.walk.as_ref();
    let (width, height) = match props.picture.facts.shape {
        Shape::Image { width, height } => (width, height),
        Shape::Point(_) | Shape::Signal(_) => (1, 1),
    };
    let steps = walk.map_or(1, |walk| walk.network.rows());
    let grid = ImageGrid::new(size, [3, steps], [width, height]);
    use_later_painting((props.clone(), size), {
        let node = node.clone();
        move |(props, size)| {
            let drawn = prepare(&node, *size).and_then(|canvas| context(&canvas));
            let walk = props.picture.snapshot.uses.walk.as_ref();
            let Some((context, walk)) = drawn.zip(walk) else {
                return;
            };
            let rows = [
                (walk.network.clone(), Concept::Reconstruction),
                (walk.pca.clone(), Concept::Pca),
                (walk.features.clone(), Concept::Input),
            ];
            let look = (size.device(GAP).max(1), Palette::of(props.theme));
            grid.put_rows(&context, &rows, paper(&props.picture), look);
        }
    });
    let names = use_node_ref();
    let row_height = grid.pitch[1] as f64 / size.scale.max(1.0);
    use_style(&names, [("grid-auto-rows", format!("{row_height:.1}px"))]);
    let (words, stage) = (&words().purposes, &words().stage);
    let strip = |end: usize, name: &'static str| {
        let dispatch = props.dispatch.clone();
        let choose = move |sample: u32| dispatch.emit(Action::EndChosen(end, sample));
        let followed = walk.map(|walk| walk.ends[end]);
        let facts = &props.picture.facts;
        let told = followed.map(|sample| sample_name(facts, props.picture.data, sample as usize));
        html! {
            <div class="end-choice">
                <span>{name}</span>
                <SampleStrip picture={props.picture.clone()} {followed} {name} told={told.unwrap_or_default()}
                    choose={Callback::from(choose)} theme={props.theme} dispatch={props.dispatch.clone()} />
            </div>
        }
    };
    html! {
        <>
            <div class="ends">{strip(0, words.from)}{strip(1, words.to)}</div>
            <div class="gallery walk" data-help={words.walk_help}>
                <div ref={names} class="row-names">
                    <div><span class="letter reconstruction" aria-hidden="true">{"r"}</span><small>{words.between_codes}</small></div>
                    <div><span class="pca">{stage.pca}</span></div>
                    <div><small>{words.fade}</small></div>
                </div>
                <canvas ref={node} role="img" aria-label={words.walk_summary(steps)} />
            </div>
        </>
    }
}
