use std::rc::Rc;

use yew::prelude::*;

use super::gallery_rows::{Part, columns, is_noisy, real, rows};
use super::image_rows::{GAP, ImageGrid};
use std::ops::Range;

use crate::plot::{GAIN_BARS, Gain, Palette, Pixels, Theme, gain_bars};
use crate::session::{Action, Picture, Place, Shown, State};
use crate::settings::Shape;
use crate::ui::controls::{HandsProps, hands};
use crate::ui::hooks::{
    CanvasSize, Pointing, place_on, pointing, use_canvas_size, use_later_painting, use_style,
};
use crate::ui::shared::canvas::{context, draw_over, prepare, put};
use crate::ui::shared::samples::mean_squared_error;
use crate::ui::shared::tile_canvas::paper;
use crate::words::words;

#[derive(Clone, PartialEq, Properties)]
pub struct GalleryProps {
    pub picture: Picture,
    #[prop_or_default]
    pub part: Part,
    pub marked: Option<u32>,
    /// Whose controls stand beside the rows that they change.
    #[prop_or_default]
    pub hands: Option<Rc<State>>,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

/// The same images again and again: as they are, by the autoencoder, and, held out, by PCA at the same
/// k.
#[component]
pub fn Gallery(props: &GalleryProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    let Picture {
        facts,
        snapshot,
        shown: Shown { gallery, .. },
        ..
    } = &props.picture;
    let (width, height) = match facts.shape {
        Shape::Image { width, height } => (width, height),
        Shape::Point(_) | Shape::Signal(_) => (1, 1),
    };
    let is_noisy = is_noisy(&props.picture);
    let part = props.part;
    let has_pca = part == Part::HeldOut;
    let bits = props.picture.snapshot.uses.quantised.as_ref();
    let bits = bits.map(|few| few.bits).filter(|_| has_pca);
    let row_count = 2 + usize::from(is_noisy) + usize::from(has_pca) + usize::from(bits.is_some());
    let all = columns(&props.picture, part);
    let has_gain = is_noisy && has_pca && bits.is_none() && props.hands.is_some();
    let bars = if has_gain { GAIN_BARS } else { 0.0 };
    let room = CanvasSize {
        height: (size.height - bars).max(1.0),
        ..size
    };
    let grid = ImageGrid::new(room, [row_count, all.len()], [width, height]);
    use_later_painting((props.clone(), size), {
        let node = node.clone();
        move |(props, size)| {
            let GalleryProps {
                picture, marked, ..
            } = props;
            let palette = Palette::of(props.theme);
            let rows = rows(picture, part);
            let real = real(picture, part);
            let paper = paper(picture);
            let Some(context) = prepare(&node, *size).and_then(|c| context(&c)) else {
                return;
            };
            let gap = size.device(GAP).max(1);
            for column in 0..grid.columns {
                let left = column * grid.pitch[0] + gap / 2;
                let at = real.start + column;
                let is_marked = real.contains(&at)
                    && picture.shown.gallery.get(at).copied() == *marked
                    && marked.is_some();
                if is_marked {
                    let frame = [grid.pitch[0], rows.len() * grid.pitch[1]];
                    frame_column(&context, left - gap / 2, frame, palette, size.scale);
                }
            }
            grid.put_rows(&context, &rows, paper, (gap, palette));
            if has_gain {
                let top = (rows.len() * grid.pitch[1] + gap / 2) as f32 / size.scale as f32;
                let shown = real.start..real.end.min(real.start + grid.columns);
                let gains = gains(picture, shown, |column| {
                    let left = column * grid.pitch[0] + gap / 2;
                    (left as f32 + 0.5 * grid.image() as f32) / size.scale as f32
                });
                draw_over(&context, *size, &gain_bars(&gains, top, palette));
            }
        }
    });
    let column_at = {
        let (gallery, real) = (gallery.clone(), real(&props.picture, part));
        move |event: &MouseEvent| {
            let place = place_on(event)?;
            let column = size.device(place[0].max(0.0)) / grid.pitch[0];
            let at = real.start + column;
            let is_there = column < grid.columns && real.contains(&at);
            gallery.get(at).copied().filter(|_| is_there)
        }
    };
    let Pointing {
        onpointermove,
        onclick,
        onpointerleave,
    } = pointing(&props.dispatch, column_at);
    let summary = match part {
        Part::HeldOut => words().stage.held_out_summary(grid.columns, snapshot.k),
        Part::Training => words().stage.seen_summary(grid.columns, snapshot.k),
    };
    let help = match (bits, is_noisy && has_pca) {
        (Some(_), _) => words().purposes.bits_help,
        (None, true) => words().stage.noisy_help,
        (None, false) => part.meaning(),
    };
    let row_height = grid.pitch[1] as f64 / size.scale.max(1.0);
    let names = use_node_ref();
    use_style(&names, [("grid-auto-rows", format!("{row_height:.1}px"))]);
    let hands = |place: Place| {
        html! {
            {for props.hands.iter().map(|state| html! {
                {hands(&HandsProps { state: state.clone(), place, dispatch: props.dispatch.clone() })}
            })}
        }
    };
    html! {
        <div class={classes!("gallery", props.hands.is_some().then_some("with-hands"), is_noisy.then_some("noisy"), (!has_pca).then_some("trained"), bits.is_some().then_some("quantised"))} data-help={help}>
            <div ref={names} class="row-names">
                <div><span class="letter input" aria-hidden="true">{"x"}</span></div>
                if is_noisy {
                    <div>
                        <span class="letter input" aria-hidden="true">{"x̃"}</span>
                        {hands(Place::Corrupted)}
                    </div>
                }
                <div>
                    <span class="letter reconstruction" aria-hidden="true">{"r"}</span>
                    {hands(Place::Rebuilt)}
                </div>
                if let Some(bits) = bits {
                    <div><span class="letter reconstruction" aria-hidden="true">{"r"}</span><small>{words().purposes.of_bits(bits)}</small></div>
                }
                if has_pca {
                    if is_noisy && bits.is_none() {
                        <div><span class="letter reconstruction" aria-hidden="true">{"r"}</span><small>{words().stage.plain}{for snapshot.plain_step.map(|step| html! { <span class="straggles"><br />{words().stage.plain_step(step)}</span> })}</small></div>
                    } else {
                        <div><span class="pca" aria-hidden="true">{words().stage.pca}</span>{for bits.map(|bits| html! { <small>{words().purposes.of_bits(bits)}</small> })}</div>
                    }
                }
                if has_gain {
                    <div class="gain-names"><small><span>{words().spoil.before_after}</span>{" "}<b>{words().spoil.gain}</b></small></div>
                }
            </div>
            <canvas ref={node} role="img" aria-label={summary}
                {onpointermove} {onclick} {onpointerleave} />
        </div>
    }
}

/// How far the network of the last row is, where its name beside the row has no room to say so.
pub fn straggler(picture: &Picture) -> Html {
    let snapshot = &picture.snapshot;
    let step = snapshot
        .plain_step
        .filter(|_| !snapshot.gallery_plain.values.is_empty());
    html! {
        {for step.map(|step| html! { <p class="note straggler"><span class="letter reconstruction" aria-hidden="true">{"r"}</span>{" "}{words().spoil.plain_step(step)}</p> })}
    }
}

/// The errors before and after the networks of some of the gallery's images, each at its column's middle.
fn gains(picture: &Picture, columns: Range<usize>, middle: impl Fn(usize) -> f32) -> Vec<Gain> {
    let (gallery, snapshot) = (&picture.shown.gallery, &picture.snapshot);
    let first = columns.start;
    columns
        .map(|at| {
            let x = picture.facts.x.row(gallery[at] as usize);
            let images = [
                &snapshot.gallery_inputs,
                &snapshot.gallery,
                &snapshot.gallery_plain,
            ];
            let errors = images
                .map(|images| (at < images.rows()).then(|| mean_squared_error(x, images.row(at))));
            (middle(at - first), errors)
        })
        .collect()
}

/// A frame of ink round the marked column.
fn frame_column(
    context: &web_sys::CanvasRenderingContext2d,
    left: usize,
    [width, height]: [usize; 2],
    palette: &Palette,
    scale: f64,
) {
    let line = (2.0 * scale).round() as usize;
    put(
        context,
        &Pixels::filled(width, height, palette.ink),
        left,
        0,
    );
    let inside = Pixels::filled(width - 2 * line, height - 2 * line, palette.paper);
    put(context, &inside, left + line, line);
}
