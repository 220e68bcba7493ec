//! What stands on the stage, by the shape of the data and the figure that is chosen.

use yew::prelude::*;

use super::atoms::Atoms;
use super::errors::{Errors, ThresholdProps, threshold};
use super::figure_controls::{bits_control, field_controls, movable, moved_controls};
use super::gallery::{Gallery, straggler};
use super::gallery_rows::{Part, has_training};
use super::heading::{
    atoms_key, caption_line, caption_line_with, errors_key, heading, images_key, network_key,
    pinned_caption, points_key, search_key, signals_key,
};
use super::hourglass::Hourglass;
use super::points_view::PointsView;
use super::props::StageProps;
use super::ruler::ruler;
use super::sample_strip::SampleStrip;
use super::sample_view::{SampleProps, sample_row};
use super::search::{SearchProps, search};
use super::signals::Signals;
use super::spoil::{SpoilProps, spoil_figure};
use super::walk::WalkFigure;
use crate::session::{Figure, Picture, Pinned, Place, State};
use crate::settings::Shape;
use crate::ui::controls::{HandsProps, hands};
use crate::ui::panels::{CloselyProps, PanelsProps, panels, unit_closely};
use crate::words::words;

pub fn figures(props: &StageProps, picture: &Picture) -> Html {
    let state = &props.state;
    let (theme, dispatch) = (props.theme, &props.dispatch);
    let marked = state.look.marked();
    let panels = html! {
        {panels(&PanelsProps { state: state.clone(), picture: picture.clone(), theme, dispatch: dispatch.clone() })}
    };
    let network = || {
        html! {
            <Hourglass picture={picture.clone()} edited={state.training.edited} {theme} waist={state.clone()}
                caption={state.caption()} dispatch={dispatch.clone()} />
        }
    };
    let gallery = |part: Part| {
        let hands =
            (part == Part::HeldOut && state.figure() == Figure::Samples).then(|| state.clone());
        html! { <Gallery picture={picture.clone()} {part} {marked} {hands} {theme} dispatch={dispatch.clone()} /> }
    };
    let head = || html! { {hands(&HandsProps { state: state.clone(), place: Place::Head, dispatch: dispatch.clone() })} };
    let readouts = &picture.snapshot.readouts;
    let galleries = || match has_training(picture) {
        false => gallery(Part::HeldOut),
        true => html! {
            <>
                <h3>{words().stage.seen}<small class="error">{words().stage.error(readouts.train_mse)}</small></h3>
                {gallery(Part::Training)}
                <h3>{words().stage.held_out}<small class="error">{words().stage.error(readouts.heldout_mse)}</small></h3>
                {gallery(Part::HeldOut)}
            </>
        },
    };
    let one = || {
        html! {
            <section class="one">
                <h3>{words().stage.one_sample}<small>{words().stage.through}</small></h3>
                {sample_row(&SampleProps { picture: picture.clone(), theme })}
            </section>
        }
    };
    match (picture.facts.shape, state.figure()) {
        (Shape::Image { .. }, Figure::Network) => html! {
            <div class="figures network">
                <section class="many">{heading(props, picture, network_key())}{head()}{network()}</section>
                {panels}
                <section class="small">
                    <h3>{words().stage.held_out_images}</h3>
                    {gallery(Part::HeldOut)}
                </section>
            </div>
        },
        (Shape::Image { .. }, Figure::Samples | Figure::Errors) => html! {
            <div class="figures images">
                <section class="many">
                    {heading(props, picture, images_key(picture))}
                    {caption_line(props)}
                    {ruler(props, picture)}
                    {galleries()}
                    {straggler(picture)}
                </section>
                {one()}
                {panels}
            </div>
        },
        (Shape::Image { .. }, Figure::Atoms) => html! {
            <div class="figures atoms">
                <section class="many">
                    {heading(props, picture, atoms_key())}
                    <div class="atoms-line">
                        {caption_line(props)}
                        <SampleStrip picture={picture.clone()} followed={state.followed()} {theme} dispatch={dispatch.clone()} />
                    </div>
                    if let Some(unit) = state.look.atom {
                        {unit_closely(&CloselyProps { picture: picture.clone(), unit, theme, dispatch: dispatch.clone() })}
                    } else {
                        <Atoms picture={picture.clone()} {theme} dispatch={dispatch.clone()} />
                    }
                </section>
                {panels}
            </div>
        },
        (Shape::Image { .. }, Figure::Search) => html! {
            <div class="figures atoms">
                <section class="many">
                    {heading(props, picture, search_key())}
                    <div class="atoms-line">
                        {caption_line(props)}
                        <SampleStrip picture={picture.clone()} followed={state.followed()} {theme} dispatch={dispatch.clone()} />
                    </div>
                    {search(&SearchProps { picture: picture.clone(), theme })}
                </section>
                {panels}
            </div>
        },
        (Shape::Image { .. }, Figure::Spoil) => html! {
            <div class="figures atoms">
                <section class="many">
                    {heading(props, picture, Html::default())}
                    <div class="atoms-line">
                        {caption_line(props)}
                        if !state.sketch.on_sheet {
                            <SampleStrip picture={picture.clone()} followed={state.followed()} {theme} dispatch={dispatch.clone()} />
                        }
                    </div>
                    {spoil_figure(&SpoilProps { state: state.clone(), picture: picture.clone(), theme, dispatch: dispatch.clone() })}
                </section>
                {panels}
            </div>
        },
        (Shape::Image { .. }, Figure::Bits) => html! {
            <div class="figures images">
                <section class="many">
                    {heading(props, picture, images_key(picture))}
                    {caption_line_with(props, bits_control(state, picture, dispatch))}
                    {gallery(Part::HeldOut)}
                </section>
                {one()}
                {panels}
            </div>
        },
        (Shape::Image { .. }, Figure::Walk) => html! {
            <div class="figures points walking">
                <section class="many">
                    {heading(props, picture, Html::default())}
                    {caption_line(props)}
                    <WalkFigure picture={picture.clone()} {theme} dispatch={dispatch.clone()} />
                </section>
                {panels}
            </div>
        },
        (Shape::Signal(_), Figure::Errors) => html! {
            <div class="figures images">
                <section class="many">
                    {heading(props, picture, errors_key())}
                    {caption_line_with(props, html! { {threshold(&ThresholdProps { state: state.clone(), picture: picture.clone(), dispatch: dispatch.clone() })} })}
                    <Errors state={state.clone()} picture={picture.clone()} {theme} dispatch={dispatch.clone()} />
                </section>
                {one()}
                {panels}
            </div>
        },
        (Shape::Signal(_), Figure::Network) => html! {
            <div class="figures images">
                <section class="many">{heading(props, picture, network_key())}{head()}{network()}</section>
                {one()}
                {panels}
            </div>
        },
        (Shape::Signal(_), _) => html! {
            <div class="figures images">
                <section class="many">
                    {heading(props, picture, signals_key())}
                    {caption_line(props)}
                    <Signals picture={picture.clone()} {marked} {theme}
                        dispatch={dispatch.clone()} />
                </section>
                {one()}
                {panels}
            </div>
        },
        (Shape::Point(d), Figure::Samples) if compared(state, d).is_some() => html! {
            <div class="figures points compared">
                {for compared(state, d).map(|pinned| html! {
                    <section class="one">
                        <div class="heading">
                            <h3>{words().stage.a}<small>{words().stage.pinned}</small></h3>
                        </div>
                        <p class="caption">{pinned_caption(&pinned.picture)}</p>
                        <PointsView picture={pinned.picture.clone()} {marked} {theme} dispatch={dispatch.clone()} />
                    </section>
                })}
                <section class="one">
                    <div class="heading">
                        <h3>{words().stage.b}<small>{words().stage.this_run}</small></h3>
                        <p class="key">{points_key(picture)}</p>
                    </div>
                    <p class="caption">{state.caption()}</p>
                    {head()}
                    // The panel that has these otherwise has given its room away.
                    {hands(&HandsProps { state: state.clone(), place: Place::Heatmap, dispatch: dispatch.clone() })}
                    <PointsView picture={picture.clone()} {marked} movable={movable(state, picture)} {theme} dispatch={dispatch.clone()} />
                </section>
            </div>
        },
        (Shape::Point(_), figure) => html! {
            <div class="figures points">
                <section class="one">
                    {heading(props, picture, match figure {
                        Figure::Network => network_key(),
                        _ => points_key(picture),
                    })}
                    if figure != Figure::Network {
                        {caption_line_with(props, html! { <>{field_controls(picture, dispatch)}{moved_controls(state, picture, dispatch)}</> })}
                        <PointsView picture={picture.clone()} {marked} ages={state.particles.ages.clone()} movable={movable(state, picture)} {theme} dispatch={dispatch.clone()} />
                    } else {
                        {head()}
                        {network()}
                    }
                </section>
                {panels}
            </div>
        },
    }
}

/// The pinned run, where its points can stand beside this run's.
fn compared(state: &State, d: usize) -> Option<&Pinned> {
    let pinned = state
        .comparison
        .pinned
        .as_deref()
        .filter(|_| !state.comparison.shows_pinned)?;
    (pinned.picture.facts.shape == Shape::Point(d)).then_some(pinned)
}
