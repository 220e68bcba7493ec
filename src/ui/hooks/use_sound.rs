use wasm_bindgen::prelude::*;
use yew::prelude::*;

use super::storage;
use crate::session::Tone;

const KEY: &str = "hourglass.sound";

// static/start.js fetches what makes sounds when it is first needed.
#[wasm_bindgen(js_namespace = hourglass)]
extern "C" {
    /// Plays a tone until the next one, or none.
    fn sound(hz: Option<f64>, lit: f64);
}

/// Whether the run is heard, and a switch for it; the device remembers it. It sounds while the network learns.
#[hook]
pub fn use_sound(tone: Option<Tone>, is_learning: bool) -> (bool, Callback<()>) {
    let is_on = use_state_eq(|| storage::read(KEY).is_some());
    let heard = tone.filter(|_| *is_on && is_learning);
    use_effect_with(heard, |heard| {
        sound(
            heard.map(|tone| tone.hz),
            heard.map_or(0.0, |tone| tone.lit),
        );
    });
    let now = *is_on;
    let switch = Callback::from(move |()| {
        if now {
            storage::forget(KEY);
        } else {
            storage::write(KEY, "on");
        }
        is_on.set(!now);
    });
    (now, switch)
}
