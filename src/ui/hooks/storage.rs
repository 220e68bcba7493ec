//! What the device remembers. A browser that forbids it forgets; the page works all the same.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

fn local() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

pub fn read(key: &str) -> Option<String> {
    local()?.get_item(key).ok()?
}

pub fn write(key: &str, value: &str) {
    if let Some(storage) = local() {
        let _ = storage.set_item(key, value);
    }
}

pub fn forget(key: &str) {
    if let Some(storage) = local() {
        let _ = storage.remove_item(key);
    }
}

/// Listens until it is dropped: `changed` is called when another tab remembers something else under `key`.
pub fn listen(key: &'static str, changed: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "storage", move |event| {
        let event: Option<&StorageEvent> = event.dyn_ref();
        if event.is_some_and(|event| event.key().as_deref() == Some(key)) {
            changed();
        }
    }))
}
