use std::rc::Rc;

use web_sys::{HtmlInputElement, PointerEvent};
use yew::prelude::*;

use super::unit_note::UnitNote;
use crate::data::record;
use crate::plot::{Emphasis, HourglassFigure, Palette, Target, Theme, UnitColumn};
use crate::protocol::{self, NetworkView, Unit};
use crate::session::{Action, Edited, Picture};
use crate::settings::{DataSet, Shape};
use crate::ui::hooks::{place_on, use_canvas_size, use_painting};
use crate::ui::shared::canvas::{CanvasSize, context, draw_over, prepare, put};
use crate::ui::shared::samples::mean_squared_error;
use crate::ui::shared::tile_canvas::{Concept, TileCanvas, paper};

#[derive(Clone, PartialEq, Properties)]
pub struct HourglassProps {
    pub data: DataSet,
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
        }
    }
}

/// A target's unit or weight as the trainer names it.
fn unit_of(network: &NetworkView, column: usize, shown: usize) -> Option<Unit> {
    Some(Unit {
        column: column as u32,
        unit: *network.columns.get(column)?.units.get(shown)?,
    })
}

fn link_of(network: &NetworkView, gap: usize, from: usize, to: usize) -> Option<protocol::Link> {
    Some(protocol::Link {
        layer: gap as u32,
        from: *network.columns.get(gap)?.units.get(from)?,
        to: *network.columns.get(gap + 1)?.units.get(to)?,
    })
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
    let shown = (*target).or(*chosen);
    use_painting(
        (
            (
                props.picture.clone(),
                props.network.clone(),
                props.values.clone(),
            ),
            (props.emphasis, shown, props.theme, size),
        ),
        {
            let node = node.clone();
            move |((picture, network, values), (emphasis, shown, theme, size))| {
                let of_picture = picture.snapshot.network.as_ref();
                if let Some(network) = network.as_deref().or(of_picture) {
                    let parts = Parts::of(network, values.as_deref());
                    let figure = parts.figure(picture, *emphasis, *shown);
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
        move |event: &PointerEvent| {
            let parts = Parts::of(&network, None);
            let figure = parts.figure(&picture, Emphasis::Flow, None);
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
    let onpointerdown = {
        let (chosen, is_live) = (chosen.clone(), props.is_live);
        move |event: PointerEvent| {
            chosen.set(found(&event).map(|(target, _)| target).filter(|_| is_live));
        }
    };
    let summary = format!(
        "The network: {} units wide at its ends, {} at the code",
        network.columns.first().map_or(0, |column| column.width),
        props.picture.snapshot.k
    );
    html! {
        <section class="hourglass" data-help="One sample on its way: its features at the left, through the encoder to the code in the middle, through the decoder to its reconstruction at the right. Green weights are above 0, violet ones below.">
            if props.is_live {
                {note(props, network, shown)}
            }
            {end(props, network, true)}
            <div class="middle">
                <p class="halves" aria-hidden="true">
                    <span>{"encoder "}<i class="letter">{"f"}</i></span>
                    <span class="letter code">{"h"}</span>
                    <span>{"decoder "}<i class="letter">{"g"}</i></span>
                </p>
                <canvas ref={node} class="network" role="img" aria-label={summary} data-sample={network.sample.to_string()}
                    {onpointermove} {onpointerleave} {onpointerdown} />
            </div>
            {end(props, network, false)}
        </section>
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

/// The sample at the left, or what has become of it at the right.
fn end(props: &HourglassProps, network: &NetworkView, is_input: bool) -> Html {
    let facts = &props.picture.facts;
    let sample = network.sample as usize;
    let class = classes!("end", if is_input { "from" } else { "to" });
    let letter = if is_input {
        html! { <><span class="letter input">{"x"}</span>{" "}{name(props, sample)}</> }
    } else {
        html! { <><span class="letter reconstruction">{"r"}</span>{" reconstruction"}</> }
    };
    let values = match (is_input, &props.picture.snapshot.sample) {
        (true, Some(view)) if !props.picture.snapshot.gallery_inputs.values.is_empty() => {
            view.input.values.clone()
        }
        (true, _) => facts.x.row(sample).to_vec(),
        (false, Some(view)) => view.reconstruction.values.clone(),
        (false, None) => Vec::new(),
    };
    let error = mean_squared_error(facts.x.row(sample), &values);
    match facts.shape {
        Shape::Image { width, height } => html! {
            <figure {class}>
                <figcaption>{letter}</figcaption>
                <TileCanvas values={paper(&props.picture).unit(&values)} shape={facts.shape}
                    concept={if is_input { Concept::Input } else { Concept::Reconstruction }}
                    theme={props.theme} label={if is_input { "input" } else { "reconstruction" }} />
                <p class="note">
                    if is_input {
                        {format!("{width} × {height} pixels")}
                    } else {
                        <span class="error" data-value={error.to_string()}>{format!("error {error:.4}")}</span>
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
                            <span>{format!("{value:.2}").replace('-', "−")}</span>
                        })}
                    </p>
                }
                <p class="note">
                    if !is_input {
                        <span class="error" data-value={error.to_string()}>{format!("error {error:.4}")}</span>
                    }
                </p>
            </figure>
        },
    }
}

/// What the sample is, where its class has a name.
fn name(props: &HourglassProps, sample: usize) -> String {
    let facts = &props.picture.facts;
    let part = if sample >= facts.n_train {
        "held-out"
    } else {
        "training"
    };
    match facts.labels.get(sample) {
        Some(&class) if facts.labels.iter().any(|&label| label != 0) => {
            format!("{part} {}", record(props.data).class_name(class))
        }
        _ => part.to_owned(),
    }
}

/// The line above the network: what is going on, or what the pointer is on.
fn note(props: &HourglassProps, network: &NetworkView, target: Option<Target>) -> Html {
    match target {
        Some(Target::Unit(column, unit)) => html! {
            <UnitNote picture={props.picture.clone()} unit={unit_of(network, column, unit)}
                value={network.columns[column].activations.values.get(unit).copied()} theme={props.theme} />
        },
        Some(Target::Link(gap, from, to)) => weight_note(props, network, [gap, from, to]),
        None => html! {
            <p class="network-note">
                <span class="caption">{&props.caption}</span>
                if props.is_live {
                    <span class="hint">{"point at a unit or a weight; press a weight to change it"}</span>
                }
            </p>
        },
    }
}

fn weight_note(props: &HourglassProps, network: &NetworkView, [gap, from, to]: [usize; 3]) -> Html {
    let weight = network.weights[gap].row(from).get(to).copied();
    let (Some(weight), Some(link)) = (weight, link_of(network, gap, from, to)) else {
        return Html::default();
    };
    // While a weight is dragged, the picture lags behind the hand.
    let edited = props.edited.filter(|edited| edited.link == link);
    let weight = edited.map_or(weight, |edited| edited.after);
    let activation = network.columns[gap].activations.values[from];
    let number = |value: f32| format!("{value:.3}").replace('-', "−");
    let oninput = {
        let dispatch = props.dispatch.clone();
        move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let value = input.value_as_number() as f32;
            if value.is_finite() {
                dispatch.emit(Action::WeightEdited(link, value));
            }
        }
    };
    let undo = {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.emit(Action::EditUndone)
    };
    let reach = weight.abs().max(1.0).ceil();
    html! {
        <p class="network-note weight">
            <span>
                {format!("weight from unit {} to unit {} of layer {}: ", link.from + 1, link.to + 1, gap + 1)}
                <output aria-label="Weight" data-value={weight.to_string()}>{number(weight)}</output>
                {format!(" × activation {} = {}", number(activation), number(weight * activation))}
            </span>
            <input type="range" aria-label="Weight value" min={(-2.0 * reach).to_string()} max={(2.0 * reach).to_string()}
                step="0.01" value={weight.to_string()} {oninput} />
            if edited.is_some_and(|edited| edited.after != edited.before) {
                <button type="button" class="link" onclick={undo}>{"Put it back"}</button>
            }
        </p>
    }
}
