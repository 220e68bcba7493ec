use std::rc::Rc;

use web_sys::{KeyboardEvent, PointerEvent};
use yew::prelude::*;

use super::network_end::{EndProps, network_end};
use super::network_note::{NoteProps, network_note, spoken, unit_of};
use super::waist::{WaistProps, waist};
use crate::plot::{Emphasis, HourglassFigure, Palette, Target, Theme, UnitColumn};
use crate::protocol::NetworkView;
use crate::session::{Action, Edited, Picture, Place, State};
use crate::settings::Shape;
use crate::ui::controls::{HandsProps, hands};
use crate::ui::hooks::{CanvasSize, place_on, use_canvas_size, use_painting};
use crate::ui::shared::canvas::{context, draw_over, prepare, put};
use crate::ui::shared::tile_canvas::paper;
use crate::words::words;

#[derive(Clone, PartialEq, Properties)]
pub struct HourglassProps {
    pub picture: Picture,
    /// A step that is shown slowly has a network of its own.
    #[prop_or_default]
    pub network: Option<Rc<NetworkView>>,
    /// What is drawn in the weights' place.
    #[prop_or_default]
    pub values: Option<Rc<Vec<Vec<f32>>>>,
    #[prop_or_default]
    pub emphasis: Emphasis,
    /// Whether units and weights answer to the pointer.
    #[prop_or(true)]
    pub is_live: bool,
    pub edited: Option<Edited>,
    /// Whose bottleneck stands under the code as a slider, and can be dragged at the code itself.
    #[prop_or_default]
    pub waist: Option<Rc<State>>,
    /// What is going on now: it gives way to what the pointer is on.
    #[prop_or_default]
    pub caption: String,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

impl HourglassProps {
    fn network(&self) -> Option<&NetworkView> {
        let of_picture = self.picture.snapshot.network.as_ref();
        self.network.as_deref().or(of_picture)
    }
}

/// What the drawing borrows from.
struct Parts<'a> {
    columns: Vec<UnitColumn<'a>>,
    links: Vec<&'a [f32]>,
}

impl<'a> Parts<'a> {
    fn of(network: &'a NetworkView, values: Option<&'a Vec<Vec<f32>>>) -> Self {
        let columns = network.columns.iter().map(|column| UnitColumn {
            width: column.width,
            activations: &column.activations.values,
        });
        let weights = || {
            network
                .weights
                .iter()
                .map(|weights| weights.values.as_slice())
        };
        Self {
            columns: columns.collect(),
            links: match values {
                Some(values) => values.iter().map(Vec::as_slice).collect(),
                None => weights().collect(),
            },
        }
    }

    fn figure(
        &'a self,
        picture: &Picture,
        emphasis: Emphasis,
        target: Option<Target>,
        names_k: bool,
    ) -> HourglassFigure<'a> {
        HourglassFigure {
            columns: &self.columns,
            links: &self.links,
            emphasis,
            features: paper(picture).ends(),
            unit: match target {
                Some(Target::Unit(column, unit)) => Some((column, unit)),
                _ => None,
            },
            link: match target {
                Some(Target::Link(gap, from, to)) => Some((gap, from, to)),
                _ => None,
            },
            has_pixels: !matches!(picture.facts.shape, Shape::Point(_)),
            names_k,
        }
    }
}

/// The network, once a picture has it: the canvas that is measured is then the one that is drawn on.
#[component]
pub fn Hourglass(props: &HourglassProps) -> Html {
    match props.network() {
        Some(_) => html! { <DrawnNetwork ..props.clone() /> },
        None => html! { <section class="hourglass" /> },
    }
}

/// One sample on its way: input, encoder, code, decoder, reconstruction, with every unit's
/// activation and every link's weight.
#[component]
fn DrawnNetwork(props: &HourglassProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    let target = use_state_eq(|| None::<Target>);
    let chosen = use_state_eq(|| None::<Target>);
    let said = use_mut_ref(String::new);
    let shown = (*target).or(*chosen);
    let names_k = props.waist.is_none();
    use_painting(
        (
            (
                props.picture.clone(),
                props.network.clone(),
                props.values.clone(),
            ),
            (props.emphasis, shown, props.theme, size),
            names_k,
        ),
        {
            let node = node.clone();
            move |((picture, network, values), (emphasis, shown, theme, size), names_k)| {
                let of_picture = picture.snapshot.network.as_ref();
                if let Some(network) = network.as_deref().or(of_picture) {
                    let parts = Parts::of(network, values.as_deref());
                    let figure = parts.figure(picture, *emphasis, *shown, *names_k);
                    draw_network(&node, *size, &figure, Palette::of(*theme));
                }
            }
        },
    );
    let Some(network) = props.network() else {
        return Html::default();
    };
    let found = {
        let picture = props.picture.clone();
        let network = Rc::new(network.clone());
        move |event: &MouseEvent| {
            let parts = Parts::of(&network, None);
            let figure = parts.figure(&picture, Emphasis::Flow, None, true);
            let target = figure.target(size.css(), place_on(event)?)?;
            Some((target, network.clone()))
        }
    };
    let onpointermove = {
        let (target, dispatch, found) = (target.clone(), props.dispatch.clone(), found.clone());
        let is_live = props.is_live;
        move |event: PointerEvent| {
            let now = found(&event).filter(|_| is_live);
            target.set(now.as_ref().map(|(target, _)| *target));
            dispatch.emit(Action::UnitHovered(now.and_then(
                |(target, network)| match target {
                    Target::Unit(column, unit) => unit_of(&network, column, unit),
                    Target::Link(..) => None,
                },
            )));
        }
    };
    let onpointerleave = {
        let (target, dispatch) = (target.clone(), props.dispatch.clone());
        move |_: PointerEvent| {
            target.set(None);
            dispatch.emit(Action::UnitHovered(None));
        }
    };
    let onclick = {
        let (chosen, is_live) = (chosen.clone(), props.is_live);
        move |event: MouseEvent| {
            chosen.set(found(&event).map(|(target, _)| target).filter(|_| is_live));
        }
    };
    let onkeydown = {
        let (chosen, target, dispatch) = (chosen.clone(), target.clone(), props.dispatch.clone());
        let said = said.clone();
        let (picture, network, is_live) = (
            props.picture.clone(),
            Rc::new(network.clone()),
            props.is_live,
        );
        move |event: KeyboardEvent| {
            let parts = Parts::of(&network, None);
            let figure = parts.figure(&picture, Emphasis::Flow, None, true);
            let next = figure.beside(*chosen, &event.key()).filter(|_| is_live);
            if let Some(next) = next {
                event.prevent_default();
                target.set(None);
                chosen.set(next);
                *said.borrow_mut() = next
                    .and_then(|next| spoken(&network, next))
                    .unwrap_or_default();
                dispatch.emit(Action::UnitHovered(match next {
                    Some(Target::Unit(column, unit)) => unit_of(&network, column, unit),
                    Some(Target::Link(..)) | None => None,
                }));
            }
        }
    };
    let summary = words().stage.network_summary(
        network.columns.first().map_or(0, |column| column.width),
        props.picture.snapshot.k,
    );
    let end = |is_input: bool| {
        html! {
            {network_end(&EndProps { picture: props.picture.clone(), sample: network.sample as usize,
                is_input, theme: props.theme })}
        }
    };
    let ends = Parts::of(network, None)
        .figure(&props.picture, Emphasis::Flow, None, true)
        .code_ends(size.css());
    html! {
        <section class="hourglass" data-help={words().stage.network_help}>
            if props.is_live {
                {network_note(&NoteProps { picture: props.picture.clone(), target: shown, edited: props.edited,
                    caption: props.caption.clone(), theme: props.theme, dispatch: props.dispatch.clone() })}
            }
            <span class="unseen" role="status">{&*said.borrow()}</span>
            {end(true)}
            <div class="middle">
                <p class="halves" aria-hidden="true">
                    <span>{words().stage.encoder}{" "}<i class="letter">{"f"}</i></span>
                    <span><span class="letter code">{"h"}</span>{shown_of_code(network)}</span>
                    <span>{words().stage.decoder}{" "}<i class="letter">{"g"}</i></span>
                </p>
                <div class="drawing">
                    <canvas ref={node} class="network" role={if props.is_live { "application" } else { "img" }} tabindex={props.is_live.then_some("0")} aria-label={summary}
                        data-sample={network.sample.to_string()} {onpointermove} {onpointerleave} {onclick} {onkeydown} />
                    {for props.waist.iter().map(|state| html! {
                        <>
                            {waist(&WaistProps { k: state.training.settings.k, ends, dispatch: props.dispatch.clone() })}
                            {hands(&HandsProps { state: state.clone(), place: Place::Waist, dispatch: props.dispatch.clone() })}
                        </>
                    })}
                </div>
            </div>
            {end(false)}
        </section>
    }
}

/// How many units of a wide code are drawn, where not all are.
fn shown_of_code(network: &NetworkView) -> String {
    let code = &network.columns[network.columns.len() / 2];
    let shown = code.activations.values.len();
    if shown == code.width as usize {
        String::new()
    } else {
        format!(" {}", words().stage.shown_of(shown, code.width))
    }
}

fn draw_network(node: &NodeRef, size: CanvasSize, figure: &HourglassFigure, palette: &Palette) {
    let Some(context) = prepare(node, size).and_then(|canvas| context(&canvas)) else {
        return;
    };
    let pixels = figure.pixels(size.css(), size.scale as f32, palette);
    put(&context, &pixels, 0, 0);
    draw_over(&context, size, &figure.scene(size.css(), palette));
}
