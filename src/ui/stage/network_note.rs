use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::unit_note::{UnitProps, unit_note};
use crate::plot::{Target, Theme};
use crate::protocol::{self, NetworkView, Unit};
use crate::session::{Action, Edited, Picture};
use crate::words::{words, written};

pub struct NoteProps {
    pub picture: Picture,
    /// What the pointer is on, or what was pressed.
    pub target: Option<Target>,
    pub edited: Option<Edited>,
    pub caption: String,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

/// A target's unit or weight as the trainer names it.
pub fn unit_of(network: &NetworkView, column: usize, shown: usize) -> Option<Unit> {
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

/// What the keys have led to, as it is said.
pub fn spoken(network: &NetworkView, target: Target) -> Option<String> {
    let (stage, columns) = (&words().stage, network.columns.len());
    let name = |column: usize, unit: u32| stage.unit_name(column, columns, unit + 1);
    Some(match target {
        Target::Unit(column, shown) => {
            let unit = unit_of(network, column, shown)?;
            let activation = *network.columns[column].activations.values.get(shown)?;
            stage.activation(&name(column, unit.unit), &written(activation.into(), 2))
        }
        Target::Link(gap, from, to) => {
            let link = link_of(network, gap, from, to)?;
            let weight = *network.weights[gap].row(from).get(to)?;
            let from_to = stage.weight_from(&name(gap, link.from), &name(gap + 1, link.to));
            format!("{from_to} {}", written(weight.into(), 3))
        }
    })
}

/// The line above the network: what is going on, or what the pointer is on.
pub fn network_note(props: &NoteProps) -> Html {
    let Some(network) = &props.picture.snapshot.network else {
        return Html::default();
    };
    match props.target {
        Some(Target::Unit(column, unit)) => html! {
            {unit_note(&UnitProps { picture: props.picture.clone(), unit: unit_of(network, column, unit), value: network.columns[column].activations.values.get(unit).copied(), theme: props.theme })}
        },
        Some(Target::Link(gap, from, to)) => weight_note(props, network, [gap, from, to]),
        None => html! {
            <p class="network-note">
                <span class="caption">{&props.caption}</span>
                <span class="hint">{words().stage.network_hint}</span>
            </p>
        },
    }
}

fn weight_note(props: &NoteProps, network: &NetworkView, [gap, from, to]: [usize; 3]) -> Html {
    let weight = network.weights[gap].row(from).get(to).copied();
    let (Some(weight), Some(link)) = (weight, link_of(network, gap, from, to)) else {
        return Html::default();
    };
    // While a weight is dragged, the picture lags behind the hand.
    let edited = props.edited.filter(|edited| edited.link == link);
    let dragged = edited.filter(|edited| !edited.is_shown);
    let weight = dragged.map_or(weight, |edited| edited.after);
    let activation = network.columns[gap].activations.values[from];
    let number = |value: f32| written(value.into(), 3);
    let columns = network.columns.len();
    let name = |column: usize, unit: u32| words().stage.unit_name(column, columns, unit + 1);
    let ends = [name(gap, link.from), name(gap + 1, link.to)];
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
    // Of the weight that was there before the hand took it: the track must not grow under the hand.
    let before = edited.map_or(weight, |edited| edited.before);
    let reach = before.abs().max(1.0).max(0.5 * weight.abs()).ceil();
    html! {
        <p class="network-note weight">
            <span>
                {words().stage.weight_from(&ends[0], &ends[1])}{" "}
                <output aria-live="off" aria-label={words().stage.weight_name} data-value={weight.to_string()}>{number(weight)}</output>
                {" "}{words().stage.weight_times(&number(activation), &number(weight * activation))}
            </span>
            <input type="range" aria-label={words().stage.weight_value} min={(-2.0 * reach).to_string()} max={(2.0 * reach).to_string()}
                step="0.01" value={weight.to_string()} {oninput} />
            if edited.is_some_and(|edited| edited.after != edited.before) {
                <button type="button" class="link" onclick={undo}>{words().stage.put_back}</button>
            }
        </p>
    }
}
