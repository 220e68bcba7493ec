use std::rc::Rc;

use web_sys::{KeyboardEvent, PointerEvent};
use yew::prelude::*;

use crate::plot::{Axes, CodeFigure, Extent, Palette, Theme, Viewport};
use crate::protocol::Matrix;
use crate::session::{Action, Picture};
use crate::settings::Shape;
use crate::ui::hooks::{CanvasSize, place_on, use_canvas_size, use_later_painting};
use crate::ui::shared::Placed;
use crate::ui::shared::canvas::draw;
use crate::ui::shared::samples::shades;
use crate::ui::shared::tile_canvas::{Concept, TileCanvas, paper};
use crate::words::{subscript, words};

/// How far an arrow key moves the decoded point, in parts of the axis.
const KEY_STEP: f32 = 0.02;
/// The side of the decoded image, and its distance from the pointer.
const DECODED: f32 = 64.0;
const ASIDE: f32 = 14.0;

#[derive(PartialEq, Properties)]
pub struct CodeScatterProps {
    pub picture: Picture,
    /// PCA's scatter in place of the code's.
    pub is_pca: bool,
    pub marked: Option<u32>,
    pub probe: Option<[f32; 2]>,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

/// The two chosen columns of PCA's codes; one where the code is one number.
fn pca_codes(picture: &Picture, axes: [u32; 2]) -> Matrix {
    let codes = &picture.facts.pca.codes;
    let columns = if picture.snapshot.k == 1 { 1 } else { 2 };
    let values = (0..codes.rows())
        .flat_map(|i| {
            let row = codes.row(i);
            axes.into_iter()
                .take(columns)
                .map(|axis| row.get(axis as usize).copied().unwrap_or(0.0))
        })
        .collect();
    Matrix { columns, values }
}

fn figure<'a>(
    picture: &'a Picture,
    codes: &'a Matrix,
    props: (bool, [u32; 2], Option<u32>, Option<[f32; 2]>),
) -> CodeFigure<'a> {
    let (is_pca, axes, marked, probe) = props;
    CodeFigure {
        axes: Axes {
            names: axes.map(|unit| {
                if is_pca {
                    words().panels.pc(unit + 1)
                } else {
                    format!("h{}", subscript(unit + 1))
                }
            }),
            is_pca,
        },
        codes: &codes.values,
        columns: codes.columns,
        labels: &picture.facts.labels,
        n_train: picture.facts.n_train,
        numerals: matches!(picture.facts.shape, Shape::Image { .. })
            && picture.facts.labels.iter().any(|&label| label != 0)
            && picture
                .facts
                .classes
                .iter()
                .all(|name| name.chars().count() <= MOST_LETTERS),
        names: &picture.facts.classes,
        shades: shades(&picture.facts),
        marked: marked.map(|sample| sample as usize),
        probe,
    }
}

/// Names that are no longer stand for their samples.
const MOST_LETTERS: usize = 2;

/// Samples by their codes; moving the pointer decodes the place under it.
#[component]
pub fn CodeScatter(props: &CodeScatterProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    let shown = use_mut_ref(|| None::<([Extent; 2], u32, u32)>);
    let picture = &props.picture;
    // A point that is put elsewhere brings other facts of the same run.
    let place = (picture.run, Rc::as_ptr(&picture.facts));
    let codes = {
        // PCA's scatter stays the same while the network learns.
        let key = (place, picture.snapshot.k == 1, picture.snapshot.axes);
        let of_pca = use_memo((props.is_pca, key), |_| {
            props
                .is_pca
                .then(|| pca_codes(picture, picture.snapshot.axes))
        });
        match &*of_pca {
            Some(codes) => codes.clone(),
            None => picture.snapshot.codes.clone(),
        }
    };
    let codes = Rc::new(codes);
    let probe = props.probe.filter(|_| !props.is_pca);
    let view = {
        let settled = figure(
            picture,
            &codes,
            (props.is_pca, picture.snapshot.axes, None, None),
        )
        .extents();
        let mut shown = shown.borrow_mut();
        let extents = match *shown {
            Some((before, run, k)) if run == picture.run && k == picture.snapshot.k => {
                [0, 1].map(|axis| settled[axis].following(before[axis]))
            }
            _ => settled,
        };
        *shown = Some((extents, picture.run, picture.snapshot.k));
        figure(
            picture,
            &codes,
            (props.is_pca, picture.snapshot.axes, None, None),
        )
        .viewport(size.css(), extents)
    };
    let moment = (!props.is_pca).then(|| picture.clone());
    use_later_painting(
        (
            moment,
            (place, picture.snapshot.axes, codes.columns),
            (props.marked, probe),
            (props.theme, size, Area(view)),
        ),
        {
            let (node, codes, picture) = (node.clone(), codes.clone(), picture.clone());
            let (is_pca, axes) = (props.is_pca, picture.snapshot.axes);
            move |(_, _, (marked, probe), (theme, size, Area(view)))| {
                let figure = figure(&picture, &codes, (is_pca, axes, *marked, *probe));
                draw(&node, *size, &figure.scene(view, Palette::of(*theme)));
            }
        },
    );

    let at_pointer = {
        let (picture, codes) = (picture.clone(), codes.clone());
        let (is_pca, axes) = (props.is_pca, picture.snapshot.axes);
        move |event: &MouseEvent| {
            let place = place_on(event)?;
            let sample =
                figure(&picture, &codes, (is_pca, axes, None, None)).sample_at(&view, place);
            Some((
                view.data_from_screen(place),
                sample.and_then(|sample| u32::try_from(sample).ok()),
            ))
        }
    };
    let decodes = !props.is_pca;
    let onpointermove = {
        let (dispatch, at_pointer) = (props.dispatch.clone(), at_pointer.clone());
        move |event: PointerEvent| {
            if let Some((place, sample)) = at_pointer(&event) {
                dispatch.emit(Action::SampleHovered(sample));
                if decodes {
                    dispatch.emit(Action::ProbeMoved(Some(place)));
                }
            }
        }
    };
    let onclick = {
        let dispatch = props.dispatch.clone();
        move |event: MouseEvent| {
            if let Some((place, sample)) = at_pointer(&event) {
                dispatch.emit(Action::SampleSelected(sample));
                if decodes {
                    dispatch.emit(Action::ProbeMoved(Some(place)));
                }
            }
        }
    };
    let leave = {
        let dispatch = props.dispatch.clone();
        move || {
            dispatch.emit(Action::SampleHovered(None));
            if decodes {
                dispatch.emit(Action::ProbeMoved(None));
            }
        }
    };
    let onpointerleave = {
        let leave = leave.clone();
        move |_: PointerEvent| leave()
    };
    let onblur = move |_: FocusEvent| leave();
    let onkeydown = {
        let dispatch = props.dispatch.clone();
        move |event: KeyboardEvent| {
            let by = match event.key().as_str() {
                "ArrowLeft" => [-KEY_STEP, 0.0],
                "ArrowRight" => [KEY_STEP, 0.0],
                "ArrowUp" => [0.0, KEY_STEP],
                "ArrowDown" => [0.0, -KEY_STEP],
                _ => return,
            };
            event.prevent_default();
            if decodes {
                dispatch.emit(Action::ProbeMoved(Some(moved(&view, probe, by))));
            }
        }
    };
    let summary = if props.is_pca {
        words().panels.pca_summary.to_owned()
    } else {
        words().panels.code_summary(codes.columns)
    };
    html! {
        <div class="scatter">
            <canvas ref={node} role="img" aria-label={summary} tabindex={decodes.then_some("0")}
                {onpointermove} {onclick} {onpointerleave} {onblur} {onkeydown} />
            {decoded_image(props, &view, size)}
        </div>
    }
}

/// A viewport as a dependency of an effect.
#[derive(PartialEq)]
struct Area(Viewport);

/// The probe one key press further; from the middle where there is none yet.
fn moved(view: &Viewport, probe: Option<[f32; 2]>, by: [f32; 2]) -> [f32; 2] {
    let extents = [view.x, view.y];
    std::array::from_fn(|axis| {
        let Extent { low, high } = extents[axis];
        let from = probe.map_or(0.5 * (low + high), |probe| probe[axis]);
        (from + by[axis] * (high - low)).clamp(low, high)
    })
}

/// The image that the decoder makes of the probed place, beside it.
fn decoded_image(props: &CodeScatterProps, view: &Viewport, size: CanvasSize) -> Html {
    let picture = &props.picture;
    let Some(probe) = &picture.snapshot.probe else {
        return Html::default();
    };
    let is_image = matches!(picture.facts.shape, Shape::Image { .. });
    if props.is_pca || !is_image || props.probe.is_none() {
        return Html::default();
    }
    let [x, y] = view.screen_from_data(probe.at);
    let left = if x + ASIDE + DECODED < size.width {
        x + ASIDE
    } else {
        x - ASIDE - DECODED
    };
    let top = (y - DECODED - ASIDE).max(0.0);
    html! {
        <Placed class="decoded" left={format!("{left:.0}px")} top={format!("{top:.0}px")}>
            <TileCanvas values={paper(picture).unit(&probe.decoded.values)} shape={picture.facts.shape}
                concept={Concept::Reconstruction} theme={props.theme} label={words().panels.decoded} />
        </Placed>
    }
}
