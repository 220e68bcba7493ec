//! A picture's way through the run: the page looks back at one step after another, and what it shows is kept.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use yew::Callback;

use super::picture::{Picture, at_scale, bytes, frame, frames, window};
use crate::export::animation;
use crate::protocol::{Brief, Point, Told};
use crate::words::{desk_words, words};

/// At most so many steps are shown.
const MOST: usize = 60;
/// Each is shown so long, the last one longer.
const MS: u16 = 90;
const LAST_MS: u16 = 1800;
/// Frames of the screen after which a step that is not shown yet will not be.
const PATIENCE: usize = 20;

/// The steps that are shown, of those whose errors are known: close together at first, when the most happens.
pub fn steps(points: &[Point]) -> Vec<u64> {
    let Some(last) = points.len().checked_sub(1) else {
        return Vec::new();
    };
    let count = MOST.min(points.len());
    let at = |i: usize| {
        let part = i as f64 / (count - 1).max(1) as f64;
        points[(part * part * last as f64).round() as usize].step
    };
    let mut steps: Vec<u64> = (0..count).map(at).collect();
    steps.dedup();
    steps
}

/// The file's bytes; `None` where it was called off. The page is told which step to look at, and `on_frame` how many
/// of how many are done.
pub async fn film(
    picture: &Picture,
    brief: &Brief,
    tell: &Callback<Told>,
    (is_off, on_frame): (&Rc<Cell<bool>>, impl Fn(usize, usize)),
) -> Result<Option<Vec<u8>>, JsValue> {
    let (window, document) = window()?;
    let points = brief.run.as_ref().map_or(&[][..], |run| &run.points);
    let steps = steps(points);
    let filmed = at_scale(&window, 1.0, async {
        let mut taken = Vec::new();
        for (done, &step) in steps.iter().enumerate() {
            if is_off.get() {
                return Ok(None);
            }
            on_frame(done, steps.len());
            tell.emit(Told::LookedBack(Some(step)));
            until_shown(&window, step).await?;
            let mut sheet = picture.sheet((&window, &document), &brief.link)?;
            sheet.title = desk_words().desk.at_step(&sheet.title, step);
            let drawn = sheet.around(&document, picture.canvas(), 1.0)?;
            let ms = if done + 1 == steps.len() { LAST_MS } else { MS };
            taken.push((bytes(&drawn).await?, ms));
        }
        Ok(Some(taken))
    });
    let filmed = filmed.await;
    tell.emit(Told::LookedBack(brief.looking_back));
    // A picture that changed its size in between cannot be shown in one.
    let made = filmed?.map(|taken| {
        animation(&taken).ok_or_else(|| JsValue::from_str(desk_words().desk.size_changed))
    });
    made.transpose()
}

/// Until the page shows a step, or the kept moment before it, and has painted it.
async fn until_shown(window: &web_sys::Window, step: u64) -> Result<(), JsValue> {
    for _ in 0..PATIENCE {
        if shown_step(window) == Some(step) {
            break;
        }
        frame(window).await?;
    }
    frames(window).await
}

fn shown_step(window: &web_sys::Window) -> Option<u64> {
    let output = window
        .document()?
        .query_selector(&format!("output[aria-label='{}']", words().readings.step))
        .ok()??;
    output.get_attribute("data-value")?.parse().ok()
}
