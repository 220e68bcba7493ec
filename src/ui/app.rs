use std::rc::Rc;

use yew::prelude::*;

use super::controls::Rail;
use super::header::{HeaderProps, Help, Meaning, header};
use super::hooks::{
    Density, PageKeys, hold, let_go, remembered_progress, use_character_keys, use_density,
    use_desk, use_keys, use_language, use_link, use_presenting, use_progress, use_sound, use_theme,
    use_trainer,
};
use super::lesson::{LessonTextProps, lesson_text};
use super::shared::{Glyph, Icon, show};
use super::stage::Stage;
use super::strip::{
    EpochProps, ErrorCurve, LookingProps, NumbersProps, PastRunProps, PinnedProps, Term, Transport,
    epoch_readout, looking_back, numbers, past_run, pinned_run,
};
use crate::session::{Action, Door, History, Phase, State};
use crate::settings::{Key, Shape};
use crate::words::words;

/// The state that the address bar asks for. The bare page opens already learning, unless the
/// system asks for less motion.
fn open() -> State {
    let window = web_sys::window();
    let hash = window
        .as_ref()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default();
    let wants_stillness = window
        .and_then(|window| {
            window
                .match_media("(prefers-reduced-motion: reduce)")
                .ok()?
        })
        .is_some_and(|query| query.matches());
    let mut state = State::open(&hash);
    state.course.progress = remembered_progress().into();
    state.particles.are_still = wants_stillness;
    state.training.playing = !wants_stillness && (state.training.playing || hash.len() < 2);
    state
}

#[component]
pub fn App() -> Html {
    let (state, dispatch) = use_trainer("page".into(), Box::new(open));
    let (theme, switch_theme) = use_theme(state.prepared.dark);
    let switch_theme = {
        let dispatch = dispatch.clone();
        Callback::from(move |()| {
            switch_theme.emit(());
            // The link asks for none from now on.
            dispatch.emit(Action::ThemeSwitched);
        })
    };
    let (language, choose_language) = use_language(state.prepared.language, &dispatch);
    let (is_presenting, present) = use_presenting(state.prepared.presents);
    let present = {
        let dispatch = dispatch.clone();
        Callback::from(move |()| {
            present.emit(());
            dispatch.emit(Action::PresentingSwitched);
        })
    };
    let settings_open = use_state(|| false);
    let help_open = use_state(|| false);
    let toggle_help = {
        let help_open = help_open.clone();
        Callback::from(move |()| help_open.set(!*help_open))
    };
    let twin = use_state_eq(|| None::<Rc<History>>);
    let on_twin = {
        let twin = twin.clone();
        Callback::from(move |history| twin.set(history))
    };
    let term = use_state_eq(|| None::<Term>);
    let (has_characters, switch_characters) = use_character_keys();
    let (is_heard, switch_sound) = use_sound(state.tone(), state.training.playing);
    use_link(&state.link(), state.comparison.sweep.is_some(), &dispatch);
    use_desk(&state, &dispatch);
    use_progress(&state.course.progress, &dispatch);
    let toggle_settings = {
        let settings_open = settings_open.clone();
        Callback::from(move |()| {
            // A sheet leaves the figure in sight.
            if !*settings_open {
                show(".stage");
            }
            settings_open.set(!*settings_open);
        })
    };
    let close_settings = toggle_settings.reform(|_: MouseEvent| ());
    use_keys(
        &state,
        &dispatch,
        PageKeys {
            theme: switch_theme.clone(),
            present: present.clone(),
            sound: switch_sound.clone(),
            help: toggle_help.clone(),
            close: match (*help_open, *settings_open) {
                (true, _) => Some(toggle_help.clone()),
                (false, true) => Some(toggle_settings.clone()),
                (false, false) => None,
            },
            has_characters,
        },
    );
    let on_term = {
        let term = term.clone();
        Callback::from(move |now| term.set(now))
    };
    let on_stage: Vec<Key> = state.hands().into_iter().map(|(key, _)| key).collect();
    let density = use_density();
    let is_live = state.training.phase == Phase::Live;
    let acts_on = term.map(|term| format!("acts-on-{}", term.name()));
    let staged = state.staged().cloned();
    let shown_step = state.training.shown_step();
    let pinned = state
        .comparison
        .pinned
        .as_ref()
        .map(|pinned| pinned.history.clone());
    let ghost = match (*twin).clone() {
        Some(history) => Some((words().strip.twin_short, history)),
        None => pinned.map(|history| (words().strip.pinned_short, history)),
    };
    let published = state.published();
    // Published errors are sums over an image, and so are those beside them.
    let chart_pixels = match published.is_empty() {
        true => 1,
        false => pixels(&state).unwrap_or(1),
    };
    html! {
        <ContextProvider<Density> context={density}>
        // In another language nothing on the page stays as it was.
        <div key={language.key()} class={classes!("frame", settings_open.then_some("settings-open"), help_open.then_some("helping"), state.prepared.embeds.then_some("embedded"), acts_on)}>
            {header(&HeaderProps { state: state.clone(), theme, switch_theme, language, choose_language, is_presenting, present, is_helping: *help_open, toggle_help: toggle_help.clone(), is_settings_open: *settings_open, toggle_settings: toggle_settings.clone(), dispatch: dispatch.clone() })}
            <div class="side">
                {lesson_text(&LessonTextProps { state: state.clone(), dispatch: dispatch.clone() })}
                <aside class="rail" aria-label={words().controls.settings} oninput={hold::<InputEvent>} onchange={let_go::<Event>}
                    onpointerup={let_go::<PointerEvent>} ontouchend={let_go::<TouchEvent>} ontouchcancel={let_go::<TouchEvent>}>
                    <button type="button" class="close-settings" aria-label={words().controls.close} onclick={close_settings}>
                        <Icon glyph={Glyph::Close} />
                    </button>
                    <Rail lesson={state.course.lesson} prepared={state.prepared.clone()} settings={state.training.settings.clone()} {on_stage} {theme} dispatch={dispatch.clone()} />
                </aside>
            </div>
            <Stage state={state.clone()} picture={staged} {theme} {on_twin} dispatch={dispatch.clone()} />
            <section class="strip" aria-label={words().strip.training}>
                <div class="controls">
                    <Transport playing={state.training.playing} {is_live} is_slow={state.slow.is_some()}
                        has_pin={state.comparison.pinned.is_some()} has_twin={state.comparison.twin.is_some()} dispatch={dispatch.clone()} />
                    {epoch_readout(&EpochProps { reached: state.training.reached, steps_per_s: state.training.steps_per_s })}
                    {looking_back(&LookingProps { step: shown_step.filter(|_| state.time.looking_back.is_some()), dispatch: dispatch.clone() })}
                    {pinned_run(&PinnedProps { pinned: state.comparison.pinned.clone(), is_shown: state.comparison.shows_pinned, settings: state.training.settings.clone(), dispatch: dispatch.clone() })}
                    {past_run(&PastRunProps { past: state.training.past.clone(), dispatch: dispatch.clone() })}
                </div>
                <ErrorCurve history={state.time.history.clone()} {ghost}
                    shown={shown_step} measured={state.training.measured()} {published} pixels={chart_pixels}
                    {theme} dispatch={dispatch.clone()} />
                {numbers(&NumbersProps { readouts: state.training.readouts.clone(), settings: state.shown_settings().clone(), k: state.read_k(), pixels: pixels(&state), on_term })}
            </section>
            <p class="unseen" role="status">{state.aloud.sentence.clone()}</p>
            if *help_open {
                <Help {is_heard} {switch_sound} {has_characters} {switch_characters} about={dispatch.reform(|()| Action::DeskAsked(Door::About))} close={toggle_help} />
            } else {
                <Meaning />
            }
        </div>
        </ContextProvider<Density>>
    }
}

/// How many pixels an image of the run has.
fn pixels(state: &Rc<State>) -> Option<usize> {
    match state.training.picture.as_ref()?.facts.shape {
        Shape::Image { width, height } => Some(width * height),
        Shape::Point(_) | Shape::Signal(_) => None,
    }
}
