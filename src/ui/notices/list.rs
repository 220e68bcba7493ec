use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::Cause;
use crate::session::{Action, Asset, PATIENCE_S, PATIENCE_STEPS, Phase, State, Trainer, explain};
use crate::settings::significant;
use crate::ui::shared::{Glyph, Icon};
use crate::words::{localised, words};

pub struct NoticesProps {
    pub state: Rc<State>,
    pub dispatch: Callback<Action>,
}

/// One sentence, and at most one thing to do about it.
struct Notice {
    kind: &'static str,
    text: String,
    /// All of it, where the line says only the beginning.
    whole: String,
    action: Option<(String, Action)>,
    dismissal: Option<Action>,
}

impl Notice {
    fn new(kind: &'static str, text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            kind,
            whole: text.clone(),
            text,
            action: None,
            dismissal: None,
        }
    }

    fn with(mut self, label: impl Into<String>, action: Action) -> Self {
        self.action = Some((label.into(), action));
        self
    }

    fn until(mut self, dismissal: Action) -> Self {
        self.dismissal = Some(dismissal);
        self
    }
}

fn due(state: &State) -> Vec<Notice> {
    let complaints = state.complaints.split_first().map(|(first, rest)| {
        let text = match rest.len() {
            0 => words().notices.link(first),
            n => words().notices.links(first, n),
        };
        Notice {
            whole: state.complaints.join(" "),
            ..Notice::new("complaint", text).until(Action::ComplaintsDismissed)
        }
    });
    let trouble = state
        .trouble
        .as_ref()
        .map(|what| Notice::new("trouble", what).until(Action::TroubleDismissed));
    complaints
        .into_iter()
        .chain(trouble)
        .chain(of_trainer(state))
        .chain(of_asset(state))
        .chain(of_run(state))
        .chain(of_rest(state))
        .collect()
}

fn of_trainer(state: &State) -> Option<Notice> {
    let words = &words().notices;
    let said = match &state.training.trainer {
        Trainer::Lost(why) => words.stopped(why),
        _ if state.training.silence.is_long() => words.silent.to_owned(),
        _ => return None,
    };
    let again = words.restart(state.training.resumes_at());
    Some(Notice::new("error", said).with(again, Action::TrainerReplaced))
}

fn of_asset(state: &State) -> Option<Notice> {
    match state.training.chosen_asset()? {
        Asset::Loading { received, total } => Some(Notice::new(
            "loading",
            match total {
                Some(total) => words()
                    .notices
                    .loading_of(received / 1000, total.div_ceil(1000)),
                None => words().notices.loading(received / 1000),
            },
        )),
        Asset::Failed(why) => Some(
            Notice::new("error", words().notices.not_loaded(why))
                .with(words().notices.again, Action::AssetRetried),
        ),
        Asset::Arrived(_) => None,
    }
}

fn of_run(state: &State) -> Option<Notice> {
    match &state.training.phase {
        Phase::Diverged {
            step,
            sound_step,
            cause,
            rate,
        } => {
            let (words, lr) = (&words().notices, state.training.settings.lr);
            let why = match cause {
                Cause::Weight => words.by_weight.to_owned(),
                Cause::Terms => words.by_terms(lr),
                Cause::Rate => words.by_rate(lr),
                Cause::Unknown => words.by_what.to_owned(),
            };
            let mend = match rate {
                Some(rate) if *rate == lr => words.mend_as_is(*sound_step),
                Some(rate) => words.mend(*sound_step, &localised(&significant(*rate))),
                None => words.begin_anew(&localised(&significant(
                    state.training.safe_learning_rate(),
                ))),
            };
            Some(Notice::new("error", words.diverged(*step, &why)).with(mend, Action::MendPressed))
        }
        Phase::Failed(why) => Some(
            Notice::new(
                "error",
                words()
                    .notices
                    .not_started(&explain(*why, state.training.settings.data)),
            )
            .with(words().notices.again, Action::AssetRetried),
        ),
        Phase::Waiting | Phase::Starting | Phase::Live => None,
    }
}

/// A run that stopped by itself says so.
fn of_rest(state: &State) -> Option<Notice> {
    state.time.rested.then(|| {
        Notice::new("rest", words().notices.rested(PATIENCE_STEPS, PATIENCE_S))
            .with(words().notices.go_on, Action::PlayToggled)
    })
}

/// Everything that went wrong, a line each.
pub fn notices(props: &NoticesProps) -> Html {
    let lines = due(&props.state).into_iter().map(|notice| {
        let button = notice.action.map(|(label, action)| {
            let dispatch = props.dispatch.clone();
            let onclick = move |_: MouseEvent| dispatch.emit(action.clone());
            html! { <button type="button" class="mend" {onclick}>{label}</button> }
        });
        let dismiss = notice.dismissal.map(|dismissal| {
            let dispatch = props.dispatch.clone();
            let onclick = move |_: MouseEvent| dispatch.emit(dismissal.clone());
            html! {
                <button type="button" class="plain" aria-label={words().notices.dismiss} {onclick}>
                    <Icon glyph={Glyph::Close} />
                </button>
            }
        });
        let role = if notice.kind == "error" {
            "alert"
        } else {
            "status"
        };
        html! {
            <div class={classes!("notice", notice.kind)} {role} aria-live={(notice.kind == "loading").then_some("off")}>
                <span class="text" title={notice.whole}>{notice.text}</span>
                {for button}
                {for dismiss}
            </div>
        }
    });
    html! { <div class="notices">{for lines}</div> }
}
