use std::rc::Rc;

use yew::prelude::*;

use super::hourglass::Hourglass;
use crate::plot::{Emphasis, Theme};
use crate::protocol::{Dissection, Matrix, MovedWeight};
use crate::session::{Action, Picture, Slow, Stage, State};
use crate::settings::{LossChoice, OptimiserChoice, Shape};
use crate::ui::shared::tile_canvas::{Concept, TileCanvas, paper};
use crate::words::{localised, words, written};

#[derive(Clone, PartialEq, Properties)]
pub struct SlowProps {
    pub state: Rc<State>,
    pub picture: Picture,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

fn number(value: f64) -> String {
    if value != 0.0 && value.abs() < 0.001 {
        localised(&format!("{value:.1e}"))
    } else {
        written(value, 4)
    }
}

/// One training step, stage by stage, with its numbers.
#[component]
pub fn SlowMotion(props: &SlowProps) -> Html {
    let Some(slow) = &props.state.slow else {
        return Html::default();
    };
    match slow.taken.clone() {
        None => html! { <p class="empty">{words().slow.taking}</p> },
        Some(taken) => html! {
            <Taken {taken} slow={slow.clone()} on={props.clone()} />
        },
    }
}

#[derive(PartialEq, Properties)]
struct TakenProps {
    taken: Rc<Dissection>,
    slow: Slow,
    on: SlowProps,
}

/// The step that was taken.
#[component]
fn Taken(props: &TakenProps) -> Html {
    let (slow, taken, props) = (&props.slow, &props.taken, &props.on);
    let network = use_memo(taken.clone(), |taken| taken.network.clone());
    let picture = use_memo(
        (props.picture.clone(), taken.clone()),
        |(picture, taken)| followed(picture, taken),
    );
    let values = use_memo((taken.clone(), slow.stage), |(taken, stage)| {
        let of = |all: &[Matrix]| {
            all.iter()
                .map(|matrix| matrix.values.clone())
                .collect::<Vec<_>>()
        };
        match stage {
            Stage::Backward => Some(Rc::new(of(&taken.gradients))),
            Stage::Update => Some(Rc::new(of(&taken.updates))),
            _ => None,
        }
    });
    let columns = network.columns.len();
    let emphasis = match slow.stage {
        Stage::Batch | Stage::Corrupt => Emphasis::FlowUpTo(0),
        Stage::Encode => Emphasis::FlowUpTo(columns / 2),
        Stage::Decode | Stage::Error => Emphasis::FlowUpTo(columns),
        Stage::Backward | Stage::Update => Emphasis::Value,
    };
    html! {
        <div class="slow">
            <div class="heading">
                <h2 class="title">{words().slow.title(props.picture.snapshot.step)}</h2>
                {stages(props, slow)}
            </div>
            <Hourglass picture={(*picture).clone()} network={Some(network.clone())}
                values={(*values).clone()} {emphasis} is_live={false} edited={None} theme={props.theme}
                dispatch={props.dispatch.clone()} />
            <div class="stage-note" data-help={words().slow.help} data-stage={key_of(slow.stage)}>
                <p class="prose">{caption(slow.stage, taken, props.state.training.settings.loss)}</p>
                {numbers(props, slow.stage, taken)}
            </div>
        </div>
    }
}

/// The picture, as if the followed sample were the selected one.
fn followed(picture: &Picture, taken: &Dissection) -> Picture {
    let mut picture = picture.clone();
    let snapshot = Rc::make_mut(&mut picture.snapshot);
    if let Some(sample) = &mut snapshot.sample {
        sample.sample = taken.network.sample;
        sample.input = taken.input.clone();
        sample.code = taken.code.clone();
        sample.reconstruction = taken.reconstruction.clone();
    }
    picture
}

/// The stage as scripts know it.
fn key_of(stage: Stage) -> String {
    format!("{stage:?}").to_lowercase()
}

/// Where the step stands, and the way through it.
fn stages(props: &SlowProps, slow: &Slow) -> Html {
    let all = props.state.training.stages();
    let at = all
        .iter()
        .position(|(stage, _)| *stage == slow.stage)
        .unwrap_or(0);
    let press = |action: Action| {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.emit(action.clone())
    };
    let marks = all.iter().enumerate().map(|(i, (_, name))| {
        let move_to = press(Action::StageMoved(i as i32 - at as i32));
        let current = (i == at).then_some("step");
        html! {
            <li><button type="button" class={classes!((i < at).then_some("past"))} aria-current={current} onclick={move_to}>
                <span class="number" aria-hidden="true"></span>{name.get()}
            </button></li>
        }
    });
    html! {
        <div class="stages">
            <ol>{for marks}</ol>
            <button type="button" class="link" onclick={press(Action::StageMoved(-1))} disabled={at == 0}>{words().slow.back}</button>
            <button type="button" class="link" onclick={press(Action::StageMoved(1))}>
                {if at + 1 == all.len() { words().slow.next_step } else { words().slow.on }}
            </button>
            <button type="button" class="link" onclick={press(Action::SlowPlayToggled)}>
                {if slow.playing { words().slow.hold } else { words().slow.run_on }}
            </button>
            <button type="button" class="link" onclick={press(Action::SlowMotionToggled)}>{words().slow.leave}</button>
        </div>
    }
}

fn caption(stage: Stage, taken: &Dissection, loss: LossChoice) -> String {
    match stage {
        Stage::Batch => words().slow.batch(taken.batch.len()),
        Stage::Corrupt => words().slow.corrupt.to_owned(),
        Stage::Encode => words().slow.encode(taken.code.values.len()),
        Stage::Decode => words().slow.decode.to_owned(),
        Stage::Error => match loss {
            LossChoice::Mse => words().slow.error.to_owned(),
            LossChoice::Bce => words().slow.error_by_entropy.to_owned(),
        },
        Stage::Backward => words().slow.backward.to_owned(),
        Stage::Update => words().slow.update.to_owned(),
    }
}

fn output(name: &'static str, value: f64) -> Html {
    html! {
        <div class="readout">
            <span class="label" aria-hidden="true">{name}</span>
            <output aria-label={name} data-value={value.to_string()}>{number(value)}</output>
        </div>
    }
}

fn numbers(props: &SlowProps, stage: Stage, taken: &Dissection) -> Html {
    let largest = |all: &[Matrix]| {
        let values = all.iter().flat_map(|matrix| &matrix.values);
        f64::from(values.fold(0.0_f32, |most, v| most.max(v.abs())))
    };
    match stage {
        Stage::Batch => batch(props, taken),
        Stage::Corrupt => {
            let squares = taken.input.values.iter().zip(&taken.target.values);
            let sum: f32 = squares.map(|(a, b)| (a - b) * (a - b)).sum();
            output(
                words().slow.corruption,
                f64::from(sum) / taken.input.values.len().max(1) as f64,
            )
        }
        Stage::Encode => {
            let code = taken
                .code
                .values
                .iter()
                .take(8)
                .map(|h| written((*h).into(), 2));
            let code: Vec<String> = code.collect();
            let more = if taken.code.values.len() > 8 {
                " …"
            } else {
                ""
            };
            html! { <p class="values">{"h = "}{code.join("  ")}{more}</p> }
        }
        Stage::Decode => output(words().slow.sample_error, taken.sample_error),
        Stage::Error => html! {
            <>
                {difference(props, taken)}
                {output(words().slow.sample_error, taken.sample_error)}
                {output(words().slow.batch_loss, taken.loss)}
                if taken.penalty != 0.0 {
                    {output(words().slow.batch_penalty, taken.penalty)}
                }
                if taken.decay != 0.0 {
                    {output(words().slow.batch_decay, taken.decay)}
                }
            </>
        },
        Stage::Backward => {
            let layers = taken.gradient_rms.iter().enumerate().map(|(i, rms)| {
                html! { <span>{words().slow.layer(i + 1, &number(*rms))}</span> }
            });
            html! {
                <>
                    {output(words().slow.largest_gradient, largest(&taken.gradients))}
                    <p class="values">{words().slow.rms}{" "}{for layers}</p>
                </>
            }
        }
        Stage::Update => html! {
            <>
                {output(words().slow.largest_change, largest(&taken.updates))}
                {output(words().slow.rate, taken.learning_rate)}
                if let Some(moved) = &taken.moved {
                    <p class="values rule">{rule(taken.optimiser, taken.learning_rate, moved)}</p>
                }
            </>
        },
    }
}

/// How the optimiser makes a change of a gradient, with the numbers of the weight that moves most.
fn rule(optimiser: OptimiserChoice, rate: f64, moved: &MovedWeight) -> String {
    let words = &words().slow;
    let [first, second] = moved.moments.map(number);
    let (rate, gradient, change) = (number(rate), number(moved.gradient), number(moved.change));
    match optimiser {
        OptimiserChoice::Sgd => words.sgd(&rate, &gradient, &change),
        OptimiserChoice::Momentum => words.momentum(&rate, &gradient, &first, &change),
        OptimiserChoice::Adam => words.adam(&rate, &gradient, &first, &second, &change),
    }
}

fn count(name: &'static str, n: usize) -> Html {
    html! {
        <div class="readout">
            <span class="label" aria-hidden="true">{name}</span>
            <output aria-label={name} data-value={n.to_string()}>{n}</output>
        </div>
    }
}

/// The first samples of the batch.
fn batch(props: &SlowProps, taken: &Dissection) -> Html {
    let facts = &props.picture.facts;
    if !matches!(facts.shape, Shape::Image { .. }) {
        return count(words().slow.batch_size, taken.batch.len());
    }
    let tiles = taken.batch.iter().take(10).map(|&sample| {
        let values = paper(&props.picture).unit(facts.x.row(sample as usize));
        html! {
            <TileCanvas {values} shape={facts.shape} concept={Concept::Input} theme={props.theme} label={words().slow.batch_sample} />
        }
    });
    html! { <div class="batch">{for tiles}{count(words().slow.batch_size, taken.batch.len())}</div> }
}

/// x − r, squared, pixel by pixel.
fn difference(props: &SlowProps, taken: &Dissection) -> Html {
    let facts = &props.picture.facts;
    if !matches!(facts.shape, Shape::Image { .. }) {
        return Html::default();
    }
    let paper = paper(&props.picture);
    let squares: Vec<f32> = taken
        .target
        .values
        .iter()
        .zip(&taken.reconstruction.values)
        .map(|(x, r)| (x - r) * (x - r))
        .collect();
    let most = squares.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
    let tile = |values: Vec<f32>, concept, label: &'static str| {
        html! { <TileCanvas {values} shape={facts.shape} {concept} theme={props.theme} {label} /> }
    };
    html! {
        <div class="difference">
            {"( "}{tile(paper.unit(&taken.target.values), Concept::Input, words().stage.input)}
            {" − "}{tile(paper.unit(&taken.reconstruction.values), Concept::Reconstruction, words().stage.reconstruction)}
            {" )² = "}{tile(squares.iter().map(|s| s / most).collect(), Concept::Error, words().slow.squared_error)}
        </div>
    }
}
