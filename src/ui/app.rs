use std::rc::Rc;

use yew::prelude::*;

use super::components::{
    About, EpochReadout, ErrorCurve, Gallery, Glyph, Icon, Logo, Notices, Numbers, Panels, PastRun,
    PointsView, Rail, SampleRow, Signals, Transport,
};
use super::hooks::{use_keys, use_link, use_theme, use_trainer};
use crate::plot::Theme;
use crate::session::{Action, Phase, Picture, State};
use crate::settings::Shape;

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
    state.playing = !wants_stillness && (state.playing || hash.len() < 2);
    state
}

#[component]
pub fn App() -> Html {
    let (state, dispatch) = use_trainer(open);
    let theme = use_theme();
    let settings_open = use_state(|| false);
    use_keys(&state, &dispatch);
    use_link(&state.link(), &dispatch);
    let toggle_settings = {
        let settings_open = settings_open.clone();
        move |_: MouseEvent| settings_open.set(!*settings_open)
    };
    let is_live = state.phase == Phase::Live;
    html! {
        <div class={classes!("frame", settings_open.then_some("settings-open"))}>
            <header>
                <h1 class="brand"><Logo />{"Hourglass"}</h1>
                <p class="tagline">{"autoencoders that learn while you watch"}</p>
                <About />
                <button type="button" class="open-settings" aria-label="Settings"
                    aria-expanded={settings_open.to_string()} onclick={toggle_settings.clone()}>
                    <Icon glyph={Glyph::Settings} />
                </button>
            </header>
            <aside class="rail" aria-label="Settings">
                <button type="button" class="close-settings" aria-label="Close settings" onclick={toggle_settings}>
                    <Icon glyph={Glyph::Close} />
                </button>
                <Rail lesson={state.lesson} settings={state.settings.clone()} {theme} dispatch={dispatch.clone()} />
            </aside>
            <main class="stage">
                <Notices state={state.clone()} dispatch={dispatch.clone()} />
                {stage(&state, theme, &dispatch)}
            </main>
            <section class="strip" aria-label="Training">
                <div class="controls">
                    <Transport playing={state.playing} {is_live} dispatch={dispatch.clone()} />
                    <EpochReadout readouts={state.readouts.clone()} />
                    <PastRun past={state.past.clone()} dispatch={dispatch.clone()} />
                </div>
                <ErrorCurve history={state.history.clone()} {theme} />
                <Numbers readouts={state.readouts.clone()} settings={state.settings.clone()} pixels={pixels(&state)} />
            </section>
        </div>
    }
}

/// How many pixels an image of the run has.
fn pixels(state: &State) -> Option<usize> {
    match state.picture.as_ref()?.facts.shape {
        Shape::Image { width, height } => Some(width * height),
        Shape::Point(_) | Shape::Signal(_) => None,
    }
}

fn stage(state: &Rc<State>, theme: Theme, dispatch: &Callback<Action>) -> Html {
    let Some(picture) = &state.picture else {
        return html! { <p class="empty">{"The network is being set up …"}</p> };
    };
    let marked = state.marked();
    let panels = html! {
        <Panels state={state.clone()} picture={picture.clone()} {theme} dispatch={dispatch.clone()} />
    };
    let many = |key: Html, figure: Html| {
        html! {
            <div class="figures images">
                <section class="many">
                    <div class="heading">
                        <h2 class="title">{title(picture)}</h2>
                        <p class="key">{key}</p>
                    </div>
                    {figure}
                </section>
                <section class="one">
                    <h3>{"One sample"}<small>{"through the bottleneck"}</small></h3>
                    <SampleRow data={state.settings.data} picture={picture.clone()} {theme} />
                </section>
                {panels.clone()}
            </div>
        }
    };
    match picture.facts.shape {
        Shape::Image { .. } => many(
            html! { "images held out: never trained on" },
            html! { <Gallery picture={picture.clone()} {marked} {theme} dispatch={dispatch.clone()} /> },
        ),
        Shape::Signal(_) => many(
            html! {
                <>
                    <span><span class="letter input">{"x"}</span>{" input"}</span>
                    <span><span class="letter reconstruction">{"r"}</span>{" reconstruction"}</span>
                    <span class="pca dashed">{"PCA"}</span>
                    <span>{"error, per value, in "}<b class="red">{"red"}</b></span>
                </>
            },
            html! {
                <Signals data={state.settings.data} picture={picture.clone()} {marked} {theme}
                    dispatch={dispatch.clone()} />
            },
        ),
        Shape::Point(_) => html! {
            <div class="figures points">
                <section class="one">
                    <h2 class="title">{title(picture)}</h2>
                    {points_key(picture)}
                    <PointsView picture={picture.clone()} {marked} {theme} dispatch={dispatch.clone()} />
                </section>
                {panels}
            </div>
        },
    }
}

fn points_key(picture: &Picture) -> Html {
    let is_noisy = !picture.snapshot.inputs.values.is_empty();
    html! {
        <p class="key">
            <span><span class="letter input">{"x"}</span>{" input, held out bolder"}</span>
            if is_noisy {
                <span><span class="letter">{"x̃"}</span>{" corrupted, with its way to r"}</span>
            }
            <span><span class="letter reconstruction">{"r"}</span>{" reconstruction"}</span>
            if !is_noisy {
                <span class="error">{"error"}</span>
            }
            if picture.snapshot.k == 1 {
                <span class="pca dashed">{"PCA"}</span>
            }
        </p>
    }
}

/// What happens here, in a line.
fn title(picture: &Picture) -> String {
    let k = picture.snapshot.k;
    let numbers = if k == 1 {
        "1 number".to_owned()
    } else {
        format!("{k} numbers")
    };
    match picture.facts.shape {
        Shape::Image { width, height } => {
            format!("{} pixels through {numbers} and back", width * height)
        }
        Shape::Point(d) => format!("{d} coordinates through {numbers} and back"),
        Shape::Signal(length) => format!("{length} values in time through {numbers} and back"),
    }
}
