use yew::prelude::*;

use crate::plot::Theme;
use crate::session::Picture;
use crate::settings::Shape;
use crate::ui::shared::samples::{mean_squared_error, sample_name};
use crate::ui::shared::tile_canvas::{Concept, TileCanvas, paper};
use crate::words::{words, written};

pub struct EndProps {
    pub picture: Picture,
    /// Which sample is on its way.
    pub sample: usize,
    pub is_input: bool,
    pub theme: Theme,
}

/// The sample at the left, or what has become of it at the right.
pub fn network_end(props: &EndProps) -> Html {
    let facts = &props.picture.facts;
    let (sample, is_input) = (props.sample, props.is_input);
    let class = classes!("end", if is_input { "from" } else { "to" });
    let values = match (is_input, &props.picture.snapshot.sample) {
        (true, Some(view)) if !props.picture.snapshot.gallery_inputs.values.is_empty() => {
            view.input.values.clone()
        }
        (true, _) => facts.x.row(sample).to_vec(),
        (false, Some(view)) => view.reconstruction.values.clone(),
        (false, None) => Vec::new(),
    };
    let x = facts.x.row(sample);
    let (name, seen) = match values == x {
        true => ("x", words().stage.input),
        false => ("x̃", words().stage.corrupted),
    };
    let letter = if is_input {
        html! { <><span class="letter input">{name}</span>{" "}{sample_name(facts, props.picture.data, sample)}</> }
    } else {
        html! { <><span class="letter reconstruction">{"r"}</span>{" "}{words().stage.reconstruction}</> }
    };
    let error = mean_squared_error(x, &values);
    match facts.shape {
        Shape::Image { width, height } => html! {
            <figure {class}>
                <figcaption>{letter}</figcaption>
                <TileCanvas values={paper(&props.picture).unit(&values)} shape={facts.shape}
                    concept={if is_input { Concept::Input } else { Concept::Reconstruction }}
                    theme={props.theme} label={if is_input { seen } else { words().stage.reconstruction }} />
                <p class="note">
                    if is_input {
                        {words().stage.pixels(width, height)}
                    } else {
                        <span class="error" data-value={error.to_string()}>{words().stage.error(error.into())}</span>
                    }
                </p>
            </figure>
        },
        Shape::Point(_) | Shape::Signal(_) => html! {
            <figure class={classes!(class, "words")}>
                <figcaption>{letter}</figcaption>
                if let (Shape::Point(_), true) = (facts.shape, values.len() < 4) {
                    <p class="coordinates">
                        {for values.iter().map(|value| html! {
                            <span>{written((*value).into(), 2)}</span>
                        })}
                    </p>
                }
                <p class="note">
                    if !is_input {
                        <span class="error" data-value={error.to_string()}>{words().stage.error(error.into())}</span>
                    }
                </p>
            </figure>
        },
    }
}
