use yew::prelude::*;

use super::props::StageProps;
use crate::plot::{Palette, Ruler, Theme};
use crate::protocol::Readouts;
use crate::session::Picture;
use crate::ui::hooks::{use_canvas_size, use_later_painting};
use crate::ui::shared::canvas::draw;
use crate::words::words;

#[derive(Clone, PartialEq, Properties)]
pub struct RulerProps {
    pub published: Vec<(f64, &'static str)>,
    pub readouts: Readouts,
    pub pixels: usize,
    pub theme: Theme,
}

/// The errors of this run among those that others have published.
#[component]
pub fn RulerFigure(props: &RulerProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_later_painting((props.clone(), size), {
        let node = node.clone();
        move |(props, size)| {
            let [width, _] = size.css();
            draw(
                &node,
                *size,
                &errors(props).scene(width, Palette::of(props.theme)),
            );
        }
    });
    let of = errors(props);
    let summary = words().lab.ruler_summary(of.held_out, of.train, of.pca)
        + &words().strip.published(&props.published);
    html! {
        <canvas ref={node} class="ruler" role="img" aria-label={summary} data-help={words().lab.ruler_help} />
    }
}

/// The ruler, where the experiment has one.
pub fn ruler(props: &StageProps, picture: &Picture) -> Html {
    let published = props.state.published();
    if published.is_empty() {
        return Html::default();
    }
    html! {
        <RulerFigure {published} readouts={picture.snapshot.readouts.clone()} pixels={picture.facts.x.columns} theme={props.theme} />
    }
}

fn errors(props: &RulerProps) -> Ruler<'_> {
    let per_image = |error: f64| error * props.pixels as f64;
    Ruler {
        published: &props.published,
        held_out: per_image(props.readouts.heldout_mse),
        train: per_image(props.readouts.train_mse),
        pca: per_image(props.readouts.pca_mse),
    }
}
