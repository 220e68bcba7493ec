//! What a picture's lines and colours stand for, as the page says it beside the picture.

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlElement, Window};

use crate::words::desk_words;

/// The height of the letters of legend and link, in CSS pixels.
pub const LINK: f64 = 13.0;
/// Between two entries, between a stroke and its name, and the stroke's length, in CSS pixels.
const BETWEEN: f64 = 20.0;
const BESIDE: f64 = 7.0;
const STROKE: f64 = 22.0;
/// From line to line.
pub const LINE: f64 = 1.6 * LINK;

/// One thing that the picture shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub name: String,
    /// How it is drawn on the page, as CSS says it.
    pub colour: String,
    /// The colour of its stroke and whether that is dashed, where it is a line.
    pub stroke: Option<(String, bool)>,
}

/// An entry at its place under the picture.
pub struct Placed {
    pub entry: Entry,
    /// From the left and from the first line's middle.
    pub at: [f64; 2],
    /// Where its name begins.
    pub name_x: f64,
}

/// What the page says of a picture: the names beside its rows, and the key over its figure.
pub fn legend(window: &Window, canvas: &HtmlCanvasElement) -> Vec<Entry> {
    let beside = canvas.parent_element();
    let rows = beside.map(|beside| all(&beside, ":scope > .row-names > div"));
    let rows: Vec<Entry> = rows
        .unwrap_or_default()
        .iter()
        .filter_map(|row| row_entry(window, row))
        .collect();
    let from_top = rows.first().map(|first| Entry {
        name: desk_words().desk.from_the_top.to_owned(),
        ..first.clone()
    });
    let figure = canvas.closest("section").ok().flatten();
    let keys = figure.map(|figure| {
        let parts = all(&figure, ".key > *");
        match parts.is_empty() {
            true => all(&figure, ".key"),
            false => parts,
        }
    });
    let keys = keys.unwrap_or_default();
    let keys = keys
        .iter()
        .filter_map(|key| entry(window, key, key.inner_text()));
    from_top.into_iter().chain(rows).chain(keys).collect()
}

/// A row's name; its controls stand beside it.
fn row_entry(window: &Window, row: &HtmlElement) -> Option<Entry> {
    let parts = all(row, ":scope > span, :scope > small");
    let names: Vec<String> = parts.iter().map(HtmlElement::inner_text).collect();
    entry(window, row, names.join(" "))
}

fn all(within: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = within.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into().ok())
        .collect()
}

fn entry(window: &Window, element: &HtmlElement, name: String) -> Option<Entry> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    // A letter has the colour of what it names.
    let letter = element.query_selector(".letter, .pca").ok().flatten();
    let coloured = letter.as_ref().unwrap_or(element);
    let style = window.get_computed_style(coloured).ok()??;
    let before = window
        .get_computed_style_with_pseudo_elt(element, "::before")
        .ok()??;
    let of = |name: &str| before.get_property_value(name).unwrap_or_default();
    let is_line = of("border-top-style") != "none" && of("content") != "none";
    (!name.is_empty()).then(|| Entry {
        name,
        colour: style.get_property_value("color").unwrap_or_default(),
        stroke: is_line.then(|| (of("border-top-color"), of("border-top-style") == "dashed")),
    })
}

/// The entries one beside the other, in lines of a width, and how many lines that makes. The context has the font
/// that they are written in.
pub fn placed(
    entries: Vec<Entry>,
    context: &CanvasRenderingContext2d,
    room: f64,
) -> (Vec<Placed>, usize) {
    let (mut x, mut line) = (0.0, 0);
    let placed: Vec<Placed> = entries
        .into_iter()
        .map(|entry| {
            let text = context
                .measure_text(&entry.name)
                .map_or(0.0, |text| text.width());
            let stroke = if entry.stroke.is_some() {
                STROKE + BESIDE
            } else {
                0.0
            };
            if x > 0.0 && x + stroke + text > room {
                (x, line) = (0.0, line + 1);
            }
            let at = [x, line as f64 * LINE];
            x += stroke + text + BETWEEN;
            Placed {
                entry,
                name_x: at[0] + stroke,
                at,
            }
        })
        .collect();
    let lines = if placed.is_empty() { 0 } else { line + 1 };
    (placed, lines)
}

impl Placed {
    /// Where its stroke ends.
    pub fn stroke_end(&self) -> f64 {
        self.at[0] + STROKE
    }
}
