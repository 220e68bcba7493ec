//! The samples to choose from, small and in a row.

use web_sys::{KeyboardEvent, PointerEvent};
use yew::prelude::*;

use super::gallery_rows::{Part, columns};
use crate::plot::{Magnification, Palette, Theme, tile};
use crate::session::{Action, Picture};
use crate::settings::Shape;
use crate::ui::hooks::{
    CanvasSize, Pointing, place_on, pointing, use_canvas_size, use_later_painting,
};
use crate::ui::shared::canvas::{context, css, prepare, put};
use crate::ui::shared::tile_canvas::{Concept, paper};
use crate::words::words;

#[derive(Clone, PartialEq, Properties)]
pub struct StripProps {
    pub picture: Picture,
    /// The sample that the pictures follow.
    pub followed: Option<u32>,
    /// What it chooses, where that is no other thing than what the pictures follow.
    #[prop_or_default]
    pub name: Option<&'static str>,
    /// The chosen one in words.
    #[prop_or_default]
    pub told: AttrValue,
    #[prop_or_default]
    pub choose: Option<Callback<u32>>,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

/// Half of what a sample has on each side of it, at least, in CSS pixels.
const ROOM: f32 = 3.0;
/// The line under the followed one.
const LINE: f32 = 3.0;

/// The held-out images; the pointer passes over them and each is followed at once.
#[component]
pub fn SampleStrip(props: &StripProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_later_painting((props.clone(), size), {
        let node = node.clone();
        move |(props, size)| paint(&node, *size, props)
    });
    let samples = columns(&props.picture, Part::HeldOut);
    let sample_at = {
        let shown = props.picture.shown.gallery[samples.clone()].to_vec();
        move |event: &MouseEvent| {
            let [x, _] = place_on(event)?;
            let at = x * shown.len() as f32 / size.width.max(1.0);
            shown.get(at.max(0.0) as usize).copied()
        }
    };
    let shown = &props.picture.shown.gallery[samples.clone()];
    let place = |sample: u32| shown.iter().position(|&other| other == sample);
    let at = props.followed.and_then(place).unwrap_or(0);
    let Some(choose) = &props.choose else {
        let Pointing {
            onpointermove,
            onclick,
            onpointerleave,
        } = pointing(&props.dispatch, sample_at);
        return html! {
            <canvas ref={node} class="sample-strip" role="img" aria-label={words().stage.strip_summary(samples.len())}
                data-help={words().stage.strip_help} {onpointermove} {onclick} {onpointerleave} />
        };
    };
    let choose_at = {
        let choose = choose.clone();
        move |event: &MouseEvent| {
            if let Some(sample) = sample_at(event) {
                choose.emit(sample);
            }
        }
    };
    let onpointermove = {
        let choose_at = choose_at.clone();
        move |event: PointerEvent| {
            if event.buttons() > 0 {
                choose_at(&event);
            }
        }
    };
    let onclick = move |event: MouseEvent| choose_at(&event);
    let onkeydown = {
        let (choose, shown) = (choose.clone(), shown.to_vec());
        move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowLeft" => at.checked_sub(1),
                "ArrowRight" => Some(at + 1),
                _ => return,
            };
            event.prevent_default();
            if let Some(&sample) = to.and_then(|to| shown.get(to)) {
                choose.emit(sample);
            }
        }
    };
    html! {
        <canvas ref={node} class="sample-strip" role="slider" tabindex="0" aria-label={props.name} aria-valuemin="1"
            aria-valuemax={samples.len().to_string()} aria-valuenow={(at + 1).to_string()} aria-valuetext={props.told.clone()}
            data-help={words().stage.strip_help} {onpointermove} {onclick} {onkeydown} />
    }
}

fn paint(node: &NodeRef, size: CanvasSize, props: &StripProps) {
    let picture = &props.picture;
    let Shape::Image { width, height } = picture.facts.shape else {
        return;
    };
    let Some(context) = prepare(node, size).and_then(|canvas| context(&canvas)) else {
        return;
    };
    let samples = &picture.shown.gallery[columns(picture, Part::HeldOut)];
    let palette = Palette::of(props.theme);
    let paper = paper(picture);
    let pitch = size.width / samples.len().max(1) as f32;
    let room = [pitch - 2.0 * ROOM, size.height - 2.0 * LINE].map(|css| size.device(css.max(1.0)));
    let magnification = Magnification::within([width, height], room);
    for (column, &sample) in samples.iter().enumerate() {
        let values = paper.unit(picture.facts.x.row(sample as usize));
        let image = tile(&values, width, Concept::Input.ramp(palette), magnification);
        let middle = size.device((column as f32 + 0.5) * pitch);
        let left = middle.saturating_sub(image.width / 2);
        put(&context, &image, left, 0);
        if Some(sample) == props.followed {
            context.set_fill_style_str(&css(palette.ink));
            let top = image.height + size.device(1.0);
            let line = size.device(LINE - 1.0);
            context.fill_rect(left as f64, top as f64, image.width as f64, line as f64);
        }
    }
}
