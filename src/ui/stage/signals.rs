use yew::prelude::*;

use crate::plot::{Align, Extent, Face, Mark, Palette, Scene, Theme, Trace, add_signals};
use crate::session::{Action, Picture};
use crate::settings::DataSet;
use crate::ui::hooks::{Pointing, place_on, pointing, use_canvas_size, use_later_painting};
use crate::ui::shared::canvas::draw;
use crate::ui::shared::samples::mean_squared_error;
use crate::words::{words, written};

#[derive(PartialEq, Properties)]
pub struct SignalsProps {
    pub picture: Picture,
    pub marked: Option<u32>,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

const GAP: f32 = 22.0;
/// The least from one chart to the next.
const LEAST: f32 = 140.0;
/// Above each chart, for its name and error.
const CAPTION: f32 = 22.0;

/// Signals of the gallery side by side: what goes in, what comes out, and how far apart they are.
fn scene(props: (&Picture, DataSet, Option<u32>), size: [f32; 2], palette: &Palette) -> Scene {
    let (picture, data, marked) = props;
    let mut scene = Scene::default();
    let pitch = pitch(picture, size[0]);
    let inputs = picture
        .shown
        .gallery
        .iter()
        .flat_map(|&sample| picture.facts.x.row(sample as usize));
    let range = Extent::of(inputs.copied());
    for (i, &sample) in picture.shown.gallery.iter().enumerate() {
        let left = i as f32 * pitch;
        let x = picture.facts.x.row(sample as usize);
        let r = picture.snapshot.gallery.row(i);
        let seen = picture.snapshot.gallery_inputs.row(i);
        let trace = |values, stroke, width, dashed| Trace {
            values,
            stroke,
            width,
            dashed,
        };
        let traces = [
            trace(seen, palette.ink3, 1.0, false),
            trace(picture.snapshot.gallery_pca.row(i), palette.pca, 1.25, true),
            trace(x, palette.input, 1.5, false),
            trace(r, palette.reconstruction, 2.25, false),
        ];
        let area = [left, CAPTION, pitch - GAP, size[1] - CAPTION];
        add_signals(&mut scene, &traces, range, area);
        let class = picture
            .facts
            .labels
            .get(sample as usize)
            .copied()
            .unwrap_or(0);
        let face = if Some(sample) == marked {
            Face::SansBold
        } else {
            Face::Sans
        };
        let caption = |text, at, align, fill| Mark::Text {
            text,
            at,
            size: 14.0,
            face,
            fill,
            align,
        };
        let name = picture.facts.class_name(data, class);
        scene.add(caption(name, [left, 8.0], Align::Left, palette.ink));
        let error = written(mean_squared_error(x, r).into(), 4);
        let right = left + pitch - GAP;
        scene.add(caption(error, [right, 8.0], Align::Right, palette.error));
    }
    scene
}

/// From one chart to the next; on a narrow screen fewer charts, never too narrow to read.
fn pitch(picture: &Picture, width: f32) -> f32 {
    let fitting = ((width + GAP) / LEAST).floor().max(1.0);
    (width + GAP) / fitting.min(picture.shown.gallery.len().max(1) as f32)
}

#[component]
pub fn Signals(props: &SignalsProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_later_painting(
        (
            props.picture.clone(),
            props.picture.data,
            props.marked,
            props.theme,
            size,
        ),
        {
            let node = node.clone();
            move |(picture, data, marked, theme, size)| {
                let palette = Palette::of(*theme);
                draw(
                    &node,
                    *size,
                    &scene((picture, *data, *marked), size.css(), palette),
                );
            }
        },
    );
    let sample_at = {
        let picture = props.picture.clone();
        move |event: &MouseEvent| {
            let column = (place_on(event)?[0] / pitch(&picture, size.width)) as usize;
            picture.shown.gallery.get(column).copied()
        }
    };
    let Pointing {
        onpointermove,
        onclick,
        onpointerleave,
    } = pointing(&props.dispatch, sample_at);
    let summary = words()
        .stage
        .signals_summary(props.picture.shown.gallery.len(), props.picture.snapshot.k);
    html! {
        <div class="gallery signals" data-help={words().stage.signals_help}>
            <canvas ref={node} role="img" aria-label={summary}
                {onpointermove} {onclick} {onpointerleave} />
        </div>
    }
}
