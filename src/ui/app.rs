use std::rc::Rc;

use yew::prelude::*;

use super::components::{
    About, AxisChoice, CodeScatter, EpochReadout, ErrorCurve, Gallery, Glyph, Icon, Logo, Notices,
    Numbers, PastRun, PointsView, Rail, SampleRow, Transport,
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
                <Rail settings={state.settings.clone()} {theme} dispatch={dispatch.clone()} />
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
                <Numbers readouts={state.readouts.clone()} pixels={pixels(&state)} />
            </section>
        </div>
    }
}

/// How many pixels an image of the run has.
fn pixels(state: &State) -> Option<usize> {
    match state.picture.as_ref()?.facts.shape {
        Shape::Image { width, height } => Some(width * height),
        Shape::Point(_) => None,
    }
}

fn stage(state: &Rc<State>, theme: Theme, dispatch: &Callback<Action>) -> Html {
    let Some(picture) = &state.picture else {
        return html! { <p class="empty">{"The network is being set up …"}</p> };
    };
    let marked = state.marked();
    match picture.facts.shape {
        Shape::Image { .. } => html! {
            <div class="figures images">
                <section class="many">
                    <div class="heading">
                        <h2 class="title">{title(picture)}</h2>
                        <p class="key">{"images held out: never trained on"}</p>
                    </div>
                    <Gallery picture={picture.clone()} {marked} {theme} dispatch={dispatch.clone()} />
                </section>
                <section class="one">
                    <h3>{"One image"}<small>{"through the bottleneck"}</small></h3>
                    <SampleRow picture={picture.clone()} {theme} />
                </section>
                {scatters(state, picture, theme, dispatch)}
            </div>
        },
        Shape::Point(_) => html! {
            <div class="figures points">
                <section class="one">
                    <h2 class="title">{title(picture)}</h2>
                    <p class="key">
                        <span><span class="letter input">{"x"}</span>{" input, held out bolder"}</span>
                        <span><span class="letter reconstruction">{"r"}</span>{" reconstruction"}</span>
                        <span class="error">{"error"}</span>
                        <span class="pca dashed">{"PCA"}</span>
                    </p>
                    <PointsView picture={picture.clone()} {marked} {theme} dispatch={dispatch.clone()} />
                </section>
                {scatters(state, picture, theme, dispatch)}
            </div>
        },
    }
}

fn scatters(
    state: &Rc<State>,
    picture: &Picture,
    theme: Theme,
    dispatch: &Callback<Action>,
) -> Html {
    let scatter = |is_pca: bool| {
        html! {
            <CodeScatter picture={picture.clone()} {is_pca} axes={state.axes} marked={state.marked()}
                probe={state.probe} {theme} dispatch={dispatch.clone()} />
        }
    };
    html! {
        <>
            <section class="codes">
                <h3>
                    {"Code"}
                    <small>{"point anywhere to decode"}</small>
                    <AxisChoice k={picture.snapshot.k} axes={state.axes} dispatch={dispatch.clone()} />
                </h3>
                {scatter(false)}
            </section>
            <section class="codes">
                <h3 class="pca">{"PCA"}<small>{"the same samples"}</small></h3>
                {scatter(true)}
            </section>
        </>
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
    }
}
