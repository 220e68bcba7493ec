use yew::prelude::*;

use crate::plot::Theme;
use crate::protocol::{Unit, UnitView};
use crate::session::Picture;
use crate::settings::Shape;
use crate::ui::shared::tile_canvas::{Concept, TileCanvas, signed_unit};
use crate::words::{words, written};

/// How many terms of a sum are written out.
const TERMS: usize = 3;

pub struct UnitProps {
    pub picture: Picture,
    pub unit: Option<Unit>,
    /// Its activation.
    pub value: Option<f32>,
    pub theme: Theme,
}

fn number(value: f32) -> String {
    written(value.into(), 2)
}

/// A unit closely: its sum with the present numbers, and what it responds to or draws.
pub fn unit_note(props: &UnitProps) -> Html {
    let network = props.picture.snapshot.network.as_ref();
    let (Some(unit), Some(value), Some(network)) = (props.unit, props.value, network) else {
        return html! { <p class="network-note" /> };
    };
    let columns = network.columns.len();
    let n = unit.unit + 1;
    let name = words().stage.unit_name(unit.column as usize, columns, n);
    if unit.column == 0 {
        let what = match props.picture.facts.shape {
            Shape::Image { .. } => words().stage.pixel,
            Shape::Point(_) => words().stage.coordinate,
            Shape::Signal(_) => words().stage.moment,
        };
        return html! {
            <p class="network-note">{words().stage.of_input(&name, what, n, &number(value))}</p>
        };
    }
    let closely = props.picture.snapshot.unit.as_ref();
    let Some(view) = closely.filter(|view| view.unit == unit) else {
        return html! { <p class="network-note">{words().stage.activation(&name, &number(value))}</p> };
    };
    let is_encoder = unit.column as usize <= columns / 2;
    html! {
        <div class="network-note unit">
            if let Shape::Image { .. } = props.picture.facts.shape {
                <TileCanvas values={signed_unit(&view.slope.values)} shape={props.picture.facts.shape}
                    concept={Concept::Weight} theme={props.theme} label={words().stage.slope} />
                <span class="of">{if is_encoder { words().stage.responds } else { words().stage.draws }}</span>
            }
            <p>{sum(&name, view)}</p>
        </div>
    }
}

/// w·a + w·a + … + the rest + bias = z, and φ(z).
fn sum(name: &str, view: &UnitView) -> Html {
    let mut terms: Vec<(f32, f32)> = view
        .weights
        .values
        .iter()
        .copied()
        .zip(view.inputs.values.iter().copied())
        .collect();
    terms.sort_by(|a, b| (b.0 * b.1).abs().total_cmp(&(a.0 * a.1).abs()));
    let shown = terms.len().min(TERMS);
    let rest: f32 = terms[shown..].iter().map(|(w, a)| w * a).sum();
    let written = terms[..shown]
        .iter()
        .map(|(w, a)| format!("{}·{}", number(*w), number(*a)))
        .collect::<Vec<_>>()
        .join(" + ");
    let others = terms.len() - shown;
    html! {
        <>
            {words().stage.sum_of(name)}{" = "}{written}
            if others > 0 {
                {" "}{words().stage.more(others, &number(rest))}
            }
            {" "}{words().stage.bias(&number(view.bias))}{" "}
            <b>{number(view.sum)}</b>
            {words().stage.and_activation}{" "}
            <output aria-label={words().stage.unit_activation} data-value={view.activation.to_string()}>{number(view.activation)}</output>
        </>
    }
}
