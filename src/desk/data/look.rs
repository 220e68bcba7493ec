use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::data::OwnData;
use crate::import::{Choices, Import, SIDES, Sheet};
use crate::plot::Theme;
use crate::settings::Shape;
use crate::ui::{Concept, TileCanvas, shown_theme};
use crate::words::desk_words;

/// Tiles and points of a preview.
const TILES: usize = 32;
const POINTS: usize = 600;
/// Columns of a preview's table.
const COLUMNS: usize = 8;

/// What the choice of an option changes.
type With = Box<dyn Fn(&mut Choices, usize)>;

#[derive(PartialEq, Properties)]
pub struct LookProps {
    pub import: Rc<Import>,
    pub choices: Choices,
    /// Whether it is what the choices make of it; else that is still looked for, or in vain.
    pub is_current: bool,
    /// Understands it in another way.
    pub turn: Callback<Choices>,
    pub take: Callback<Rc<OwnData>>,
}

/// What was understood, before anything is trained.
#[component]
pub fn Look(props: &LookProps) -> Html {
    let theme = shown_theme();
    let words = &desk_words().samples;
    let import = &props.import;
    let onclick = {
        let (take, import) = (props.take.clone(), import.clone());
        move |_: MouseEvent| take.emit(Rc::new(import.data.clone()))
    };
    let sentences = |sentences: &[String]| {
        let sentences = sentences.to_vec();
        html! { <ul>{for sentences.into_iter().map(|sentence| html! { <li>{sentence}</li> })}</ul> }
    };
    html! {
        <section class="look">
            <h3>{import.data.title.clone()}</h3>
            {sentences(&import.understood)}
            if !import.left_out.is_empty() {
                <h4>{words.left_out}</h4>
                {sentences(&import.left_out)}
            }
            {samples(&import.data, theme)}
            {table(&import.sheet)}
            <div class="choices">{choices(props)}</div>
            <button type="button" class="take" disabled={!props.is_current} {onclick}>{words.train(import.data.labels.len())}</button>
        </section>
    }
}

/// Images as tiles and points in the plane as a cloud; longer rows are in the table.
fn samples(data: &OwnData, theme: Theme) -> Html {
    match data.shape {
        Shape::Image { width, height } => {
            let tiles = data
                .values
                .chunks_exact(width * height)
                .take(TILES)
                .enumerate();
            html! {
                <div class="tiles" role="img" aria-label={desk_words().samples.first_images(TILES.min(data.labels.len()))}>
                    {for tiles.map(|(at, tile)| html! {
                        <TileCanvas key={at} values={tile.to_vec()} shape={data.shape} concept={Concept::Input} {theme} label="" />
                    })}
                </div>
            }
        }
        Shape::Point(2) => cloud(data),
        Shape::Point(_) | Shape::Signal(_) => Html::default(),
    }
}

/// Points in the plane, one mark for each.
fn cloud(data: &OwnData) -> Html {
    let points = || data.values.chunks_exact(2).take(POINTS);
    let range = |axis: usize| {
        let along = points().map(|point| point[axis]);
        along.fold((f32::MAX, f32::MIN), |(low, high), x| {
            (low.min(x), high.max(x))
        })
    };
    let [(left, right), (bottom, top)] = [range(0), range(1)];
    let extent = (right - left).max(top - bottom).max(f32::MIN_POSITIVE);
    let dots = points().map(|point| {
        let x = 4.0 + 192.0 * (point[0] - left) / extent;
        let y = 4.0 + 192.0 * (top - point[1]) / extent;
        html! { <circle cx={x.to_string()} cy={y.to_string()} r="1.8" /> }
    });
    html! {
        <svg class="cloud" viewBox="0 0 200 200" role="img" aria-label={desk_words().samples.points(data.labels.len())}>{for dots}</svg>
    }
}

/// The first rows as they stand in the file.
fn table(sheet: &Sheet) -> Html {
    if sheet.images == Some(true) || sheet.columns.is_empty() {
        return Html::default();
    }
    let more = sheet.columns.len().saturating_sub(COLUMNS);
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={desk_words().samples.first_rows}>
            <table>
                <thead><tr>
                    {for sheet.columns.iter().take(COLUMNS).map(|name| html! { <th scope="col">{name.clone()}</th> })}
                    if more > 0 { <th scope="col">{desk_words().samples.more_columns(more)}</th> }
                </tr></thead>
                <tbody>
                    {for sheet.head.iter().map(|row| html! {
                        <tr>{for row.iter().take(COLUMNS).map(|cell| html! { <td>{cell.clone()}</td> })}</tr>
                    })}
                </tbody>
            </table>
        </div>
    }
}

/// What can be understood in another way.
fn choices(props: &LookProps) -> Html {
    let words = &desk_words().samples;
    let (sheet, choices) = (&props.import.sheet, &props.choices);
    let is_images = matches!(props.import.data.shape, Shape::Image { .. });
    let check = |label: &'static str, is_on: bool, with: fn(&mut Choices, bool)| {
        let (turn, choices) = (props.turn.clone(), choices.clone());
        let onchange = move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let mut choices = choices.clone();
                with(&mut choices, input.checked());
                turn.emit(choices);
            }
        };
        html! { <label class="check"><input type="checkbox" checked={is_on} {onchange} /><span>{label}</span></label> }
    };
    let select = |label: &'static str, options: Vec<(String, bool)>, with: With| {
        let (turn, choices) = (props.turn.clone(), choices.clone());
        let onchange = move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                let mut choices = choices.clone();
                with(
                    &mut choices,
                    usize::try_from(select.selected_index()).unwrap_or(0),
                );
                turn.emit(choices);
            }
        };
        html! {
            <label class="check"><span>{label}</span>
                <select {onchange}>{for options.into_iter().map(|(name, selected)| html! { <option {selected}>{name}</option> })}</select>
            </label>
        }
    };
    let columns = sheet.label_columns.clone();
    let named = |at: &usize| (sheet.columns[*at].clone(), sheet.labels == Some(*at));
    let labels = [(words.no_classes.to_owned(), sheet.labels.is_none())]
        .into_iter()
        .chain(columns.iter().map(named))
        .collect();
    let sides = SIDES
        .iter()
        .map(|side| (words.side_of(*side), sheet.side == Some(*side)))
        .collect();
    html! {
        <>
            if let Some(header) = sheet.header {
                {check(words.header, header, |choices, is_on| choices.header = Some(is_on))}
            }
            if !columns.is_empty() {
                {select(words.classes, labels, Box::new(move |choices, at| {
                    choices.labels = Some(at.checked_sub(1).and_then(|at| columns.get(at).copied()));
                }))}
            }
            if let Some(images) = sheet.images {
                {check(words.as_images, images, |choices, is_on| choices.images = Some(is_on))}
            }
            if is_images {
                if sheet.side.is_some() {
                    {select(words.side, sides, Box::new(|choices, at| choices.side = SIDES.get(at).copied()))}
                }
                {check(words.inverted, sheet.inverted, |choices, is_on| choices.inverted = Some(is_on))}
            } else {
                {check(words.standardise, !choices.raw, |choices, is_on| choices.raw = !is_on)}
            }
        </>
    }
}
