use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::typed::Typed;
use crate::data::held_out_of;
use crate::session::Action;
use crate::settings::{DataSet, Effect, Key, Kind, Knob, Options, Settings, Value};
use crate::ui::hooks::use_style;
use crate::ui::shared::{Glyph, Icon};
use crate::words::words;

#[derive(PartialEq, Properties)]
pub struct KnobProps {
    pub knob: Key,
    pub settings: Settings,
    /// Whether its letter is name enough.
    #[prop_or_default]
    pub is_brief: bool,
    /// Begins the ids and names of its elements, where the page shows the knob twice.
    #[prop_or_default]
    pub whose: AttrValue,
    pub dispatch: Callback<Action>,
}

/// Any knob of the table, by its kind.
#[component]
pub fn KnobControl(props: &KnobProps) -> Html {
    let knob = props.knob.knob();
    let turn = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |value| dispatch.emit(Action::KnobTurned(knob.key, value)))
    };
    let value = knob.value(&props.settings);
    let whose = props.whose.clone();
    match (knob.kind, value) {
        (Kind::Choice(options), Value::Choice(chosen)) => {
            let held = knob.held(&props.settings);
            html! { {segments(&SegmentsProps { knob, whose, options, chosen, held, turn })} }
        }
        (Kind::Whole(_), Value::Number(number)) if knob.key == Key::Seed => {
            html! { {seed_field(&SeedProps { knob, whose, number, turn })} }
        }
        (_, Value::Number(number)) => {
            let bounds = knob.bounds(&props.settings).unwrap_or((0.0, 1.0));
            html! { <Slider {knob} {whose} {number} {bounds} is_brief={props.is_brief} split={split(knob.key, &props.settings)} {turn} /> }
        }
        _ => Html::default(),
    }
}

/// Of heartbeats the abnormal ones are in neither part.
fn split(key: Key, settings: &Settings) -> Option<(u32, u32)> {
    let n = settings.n;
    let held_out = held_out_of(n as usize) as u32;
    (key == Key::N && settings.data != DataSet::Ecg).then(|| (n - held_out, held_out))
}

impl PartialEq for Knob {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

/// The knob's name; a turned arrow where a change starts a new run.
pub fn knob_name(knob: &'static Knob, is_brief: bool) -> Html {
    let name = match knob.name().rsplit_once(' ') {
        Some((start, letter)) if letter.chars().count() == 1 => {
            let concept = if letter == "k" { "code" } else { "penalty" };
            html! {
                <>
                    if !is_brief {
                        {start}{" "}
                    }
                    <span class={classes!("letter", concept)}>{letter}</span>
                </>
            }
        }
        _ => html! { knob.name() },
    };
    html! {
        <>
            {name}
            if knob.effect == Effect::Restart {
                <span class="restarts" title={words().controls.restarts}><Icon glyph={Glyph::Reset} /></span>
            }
        </>
    }
}

struct SegmentsProps {
    knob: &'static Knob,
    whose: AttrValue,
    options: Options,
    chosen: usize,
    /// Why it cannot be turned, if it cannot.
    held: Option<&'static str>,
    turn: Callback<Value>,
}

fn segments(props: &SegmentsProps) -> Html {
    let knob = props.knob;
    let name = AttrValue::from(format!("{}{}", props.whose, knob.link));
    let options = props.options.keys.iter().enumerate().map(|(i, key)| {
        let turn = props.turn.clone();
        let onchange = move |_: Event| turn.emit(Value::Choice(i));
        html! {
            <label>
                <input type="radio" name={name.clone()} value={*key} checked={i == props.chosen}
                    disabled={props.held.is_some() && i != props.chosen} {onchange} />
                <span>{props.options.label(i)}</span>
            </label>
        }
    });
    // Options that would not fit beside the name go under it.
    let letters: usize = (0..props.options.keys.len())
        .map(|i| props.options.label(i).len())
        .sum();
    let is_wide = letters > 14;
    html! {
        <fieldset class={classes!("row", "choice", is_wide.then_some("wide"))} aria-label={knob.name()} title={knob.help()} data-help={knob.help()}>
            <legend>{knob_name(knob, false)}</legend>
            <div class="segments">{for options}</div>
            if let Some(why) = props.held {
                <p class="note held">{why}</p>
            }
        </fieldset>
    }
}

#[derive(PartialEq, Properties)]
struct SliderProps {
    knob: &'static Knob,
    whose: AttrValue,
    number: f64,
    bounds: (f64, f64),
    is_brief: bool,
    /// How the samples are divided: to train on, held out.
    split: Option<(u32, u32)>,
    turn: Callback<Value>,
}

#[component]
fn Slider(props: &SliderProps) -> Html {
    let knob = props.knob;
    let id = format!("{}knob-{}", props.whose, knob.link);
    let [low, high] = [props.bounds.0, props.bounds.1].map(|x| knob.slider_from_number(x));
    let place = knob.slider_from_number(props.number);
    let part = 100.0 * (place - low) / (high - low).max(f64::MIN_POSITIVE);
    let label = knob.label(&Value::Number(props.number));
    let node = use_node_ref();
    use_style(&node, [("--part", format!("{part:.2}%"))]);
    let oninput = {
        let turn = props.turn.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            turn.emit(Value::Number(
                knob.number_from_slider(input.value_as_number()),
            ));
        })
    };
    html! {
        <div class={classes!("row", format!("concept-{}", knob.link))} title={knob.help()} data-help={knob.help()}>
            <label for={id.clone()}>{knob_name(knob, props.is_brief)}</label>
            <input
                ref={node} {id} type="range" min={low.to_string()} max={high.to_string()}
                step={knob.slider_step().to_string()} value={place.to_string()}
                aria-label={knob.name()} aria-valuetext={label.clone()} {oninput}
            />
            <Typed id={format!("{}typed-{}", props.whose, knob.link)} {knob} name={words().controls.typed(knob.name())} {label}
                bounds={props.bounds} turn={props.turn.clone()} />
            if let Some((train, held_out)) = props.split {
                <small class="note split">{words().controls.split(train, held_out)}</small>
            }
        </div>
    }
}

struct SeedProps {
    knob: &'static Knob,
    whose: AttrValue,
    number: f64,
    turn: Callback<Value>,
}

fn seed_field(props: &SeedProps) -> Html {
    let knob = props.knob;
    let label = knob.label(&Value::Number(props.number));
    let id = format!("{}knob-{}", props.whose, knob.link);
    let roll = {
        let turn = props.turn.clone();
        Callback::from(move |_: MouseEvent| {
            // Short enough to read out; without random numbers the seed stays.
            if let Ok(seed) = getrandom::u32() {
                turn.emit(Value::Number(f64::from(seed % 10_000)));
            }
        })
    };
    html! {
        <div class="row seed" title={knob.help()} data-help={knob.help()}>
            <label for={id.clone()}>{knob_name(knob, false)}</label>
            <Typed {id} {knob} name={knob.name()} {label} bounds={(0.0, f64::from(u32::MAX))}
                turn={props.turn.clone()} />
            <button type="button" class="plain" aria-label={words().controls.random_seed} title={words().controls.random_seed} onclick={roll}>
                <Icon glyph={Glyph::Dice} />
            </button>
        </div>
    }
}
