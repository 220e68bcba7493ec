use yew::prelude::*;

use crate::plot::{Palette, Theme, faces_scene, sensitivity};
use crate::session::Picture;
use crate::ui::hooks::{use_canvas_size, use_later_painting};
use crate::ui::shared::canvas::draw;
use crate::words::words;

#[derive(Clone, PartialEq, Properties)]
pub struct FacesProps {
    pub picture: Picture,
    /// Whether anything regularises the network.
    pub is_regularised: bool,
    pub theme: Theme,
}

/// Sensitive against insensitive, with and without regularisers.
#[component]
pub fn FacesChart(props: &FacesProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_later_painting((props.clone(), size), {
        let node = node.clone();
        move |(props, size)| {
            let rows = props.picture.snapshot.faces.as_ref();
            let own = rows.and_then(|rows| sensitivity(&rows.values, false));
            if let Some((own, rows)) = own.zip(rows) {
                let other = sensitivity(&rows.values, true).filter(|_| props.is_regularised);
                let palette = Palette::of(props.theme);
                let scene = faces_scene(&own, other.as_ref(), size.css(), palette);
                draw(&node, *size, &scene);
            }
        }
    });
    let words = &words().purposes;
    let rows = props.picture.snapshot.faces.as_ref();
    let mean = |is_other: bool| rows.and_then(|rows| sensitivity(&rows.values, is_other));
    let summary = match (mean(false), mean(true)) {
        (Some((_, [moved, error])), Some((_, [other_moved, other_error]))) => {
            words.faces_summary(error, moved, other_error, other_moved)
        }
        _ => words.faces.to_owned(),
    };
    let note = match (props.is_regularised, props.picture.snapshot.bare_step) {
        (false, _) => words.faces_alone.to_owned(),
        (true, Some(step)) => words.faces_behind(step),
        (true, None) => words.faces_note.to_owned(),
    };
    html! {
        <section class="sweep" data-help={words.faces_help}>
            <h3>{words.faces}<small>{note}</small></h3>
            <canvas ref={node} role="img" aria-label={summary} />
        </section>
    }
}
