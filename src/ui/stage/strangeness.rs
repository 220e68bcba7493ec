//! How strange the student's image is to the network.

use yew::prelude::*;

use crate::plot::{Palette, Theme, strangeness_scene};
use crate::ui::hooks::{use_canvas_size, use_painting};
use crate::ui::shared::canvas::draw;
use crate::words::words;

#[derive(PartialEq, Properties)]
pub struct StrangenessProps {
    /// Of held-out samples.
    pub errors: Vec<f32>,
    /// The image's own.
    pub own: f32,
    /// Whether there is an image: an empty sheet says nothing.
    pub is_drawn: bool,
    pub theme: Theme,
}

#[component]
pub fn Strangeness(props: &StrangenessProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_painting((props.errors.clone(), props.own, props.theme, size), {
        let node = node.clone();
        move |(errors, own, theme, size)| {
            let scene = strangeness_scene(errors, *own, size.css(), Palette::of(*theme));
            draw(&node, *size, &scene);
        }
    });
    let words = &words().spoil;
    let below = props.errors.iter().filter(|error| **error < props.own);
    let said = match props.is_drawn {
        true => words.stranger(below.count(), props.errors.len()),
        false => words.sheet_is_empty.to_owned(),
    };
    html! {
        <figure class="strange" data-help={words.strange_help}>
            <figcaption>{words.strange}</figcaption>
            <canvas ref={node} class="tile" role="img" aria-label={said.clone()} />
            <p class="said"><output aria-label={words.strange}>{said}</output></p>
        </figure>
    }
}
