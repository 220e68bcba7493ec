use yew::prelude::*;

use crate::protocol::Readouts;
use crate::settings::{LossChoice, PenaltyChoice, Settings};
use crate::ui::shared::readout::{Reading, Readout};
use crate::words::{words, written};

/// A term of the loss: what it acts on marks the parts of the page that bear the same name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Term {
    Reconstruction,
    Penalty,
    Decay,
}

impl Term {
    pub fn name(self) -> &'static str {
        match self {
            Self::Reconstruction => "reconstruction",
            Self::Penalty => "penalty",
            Self::Decay => "decay",
        }
    }
}

pub struct FormulaProps {
    pub readouts: Option<Readouts>,
    pub settings: Settings,
    pub on_term: Callback<Option<Term>>,
}

/// L = reconstruction + penalty + weight decay, with the numbers of now under each; a term that is
/// off is grey.
pub fn formula(props: &FormulaProps) -> Html {
    let of = |value: fn(&Readouts) -> Option<f64>| props.readouts.as_ref().and_then(value);
    let settings = &props.settings;
    let letter = |class: &'static str, letter: &'static str| html! { <mi {class}>{letter}</mi> };
    let reconstruction = match settings.loss {
        LossChoice::Mse => html! {
            <>
                <mi mathvariant="normal">{words().strip.mean}</mi>
                <msup>
                    <mrow><mo>{"("}</mo>{letter("input", "x")}<mo>{"−"}</mo>{letter("reconstruction", "r")}<mo>{")"}</mo></mrow>
                    <mn>{"2"}</mn>
                </msup>
            </>
        },
        LossChoice::Bce => html! {
            <>
                <mi>{"H"}</mi><mo>{"("}</mo>{letter("input", "x")}<mo>{","}</mo>{letter("reconstruction", "r")}<mo>{")"}</mo>
            </>
        },
    };
    let penalty = match settings.penalty {
        PenaltyChoice::None => html! { <mi mathvariant="normal">{words().strip.penalty}</mi> },
        PenaltyChoice::L1 => html! {
            <><mi>{"λ"}</mi><mo>{"Σ"}</mo><mo>{"|"}</mo>{letter("code", "h")}<mo>{"|"}</mo></>
        },
        PenaltyChoice::Kl => html! {
            <>
                <mi>{"β"}</mi><mo>{"Σ"}</mo><mi mathvariant="normal">{words().strip.kl}</mi>
                <mo>{"("}</mo><mi>{"ρ"}</mi><mo>{"‖"}</mo><mi>{"ρ̂"}</mi><mo>{")"}</mo>
            </>
        },
    };
    let decay =
        html! { <><mi>{"δ"}</mi><mo>{"Σ"}</mo><msup><mi>{"w"}</mi><mn>{"2"}</mn></msup></> };
    let term = |term: Term, math: Html, value: Option<f64>, label: &'static str| {
        let on_term = props.on_term.clone();
        let enter = {
            let on_term = on_term.clone();
            move |_: PointerEvent| on_term.emit(Some(term))
        };
        let leave = move |_: PointerEvent| on_term.emit(None);
        let is_off = value.is_none();
        html! {
            <div class={classes!("term", term.name(), is_off.then_some("off"))}
                onpointerenter={enter} onpointerleave={leave}>
                <math>{math}</math>
                if let (Term::Penalty, Some(value)) = (term, value) {
                    <Readout class="penalty" of={Reading::Penalty} {value} />
                } else {
                    <b>{value.map_or_else(|| "0".to_owned(), |value| written(value, 4))}</b>
                }
                <small>{if is_off { words().strip.none } else { label }}</small>
            </div>
        }
    };
    let is_kl_or_l1 = settings.penalty != PenaltyChoice::None;
    let plus = || html! { <span class="sign" aria-hidden="true">{"+"}</span> };
    html! {
        <div class="formula" role="group" aria-label={words().strip.terms} data-help={words().strip.terms_help}>
            <div class="term total">
                <math><mi>{"L"}</mi></math>
                <Readout class="loss" of={Reading::Loss} value={of(|r| Some(r.loss))} />
                <small>{words().strip.loss}</small>
            </div>
            <span class="sign" aria-hidden="true">{"="}</span>
            {term(Term::Reconstruction, reconstruction, of(|r| Some(r.reconstruction)), words().strip.reconstruction)}
            {plus()}
            {term(Term::Penalty, penalty, of(|r| r.penalty).filter(|_| is_kl_or_l1), words().strip.penalty)}
            {plus()}
            {term(Term::Decay, decay, of(|r| r.decay), words().strip.decay)}
        </div>
    }
}
