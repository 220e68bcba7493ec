//! The desk, where things go out and come in: fetched when it is first asked for, and run twice, on the page and in
//! a thread of its own.

fn main() {}

/// On the page: opens a door with what it is told there is, and says what comes of it.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn open(brief: wasm_bindgen::JsValue, hear: js_sys::Function) {
    hourglass::desk::open(brief, hear);
}

/// At `#speed`, in the place of the lessons.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn measure() {
    hourglass::desk::measure();
}

/// In its thread: makes files.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn serve() {
    hourglass::desk::serve();
}
