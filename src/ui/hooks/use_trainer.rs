//! The page's shell: actions go through the brain, commands to the worker, events come back.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo_events::EventListener;
use gloo_render::{AnimationFrame, request_animation_frame};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ErrorEvent, MessageEvent, ReadableStreamDefaultReader, Response, Worker};
use yew::prelude::*;

use crate::protocol::{Command, VERSION};
use crate::session::{Action, Asset, State, Trainer};
use crate::wire::{message_from_js, parcel_from_message};
use crate::words::words;

struct Shell {
    state: RefCell<State>,
    worker: RefCell<Option<(Worker, [EventListener; 2])>>,
    frame: RefCell<Option<AnimationFrame>>,
    redraw: Box<dyn Fn()>,
    this: Weak<Shell>,
}

/// The state and the way to change it.
#[hook]
pub fn use_trainer(open: impl FnOnce() -> State) -> (Rc<State>, Callback<Action>) {
    let update = use_force_update();
    let shell = use_memo((), move |()| {
        Rc::new_cyclic(|this| Shell {
            state: RefCell::new(open()),
            worker: RefCell::default(),
            frame: RefCell::default(),
            redraw: Box::new(move || update.force_update()),
            this: this.clone(),
        })
    });
    let shell = Rc::clone(&shell);
    use_effect_with((), {
        let shell = Rc::clone(&shell);
        move |()| {
            shell.spawn_worker();
            shell.fetch_missing_asset();
            shell.next_frame();
        }
    });
    let state = Rc::new(shell.state.borrow().clone());
    let dispatch = use_callback((), move |action, ()| shell.dispatch(action));
    (state, dispatch)
}

impl Shell {
    fn dispatch(&self, action: Action) {
        let is_frame = matches!(action, Action::FrameArrived { .. });
        let (commands, is_reconnecting, is_new_stage) = {
            let mut state = self.state.borrow_mut();
            let before = state.clone();
            state.apply(action);
            let is_lost = |state: &State| matches!(state.training.trainer, Trainer::Lost(_));
            (
                state.commands_since(&before),
                is_lost(&before) && !is_lost(&state),
                before.slow != state.slow,
            )
        };
        if is_reconnecting {
            self.spawn_worker();
        }
        for command in commands {
            self.post(command);
        }
        if !is_frame || is_new_stage {
            self.fetch_missing_asset();
            (self.redraw)();
        }
    }

    /// Calls the brain once per frame of the screen.
    fn next_frame(&self) {
        let this = self.this.clone();
        let frame = request_animation_frame(move |now_ms| {
            if let Some(shell) = this.upgrade() {
                shell.dispatch(Action::FrameArrived { now_ms });
                shell.next_frame();
            }
        });
        *self.frame.borrow_mut() = Some(frame);
    }

    fn spawn_worker(&self) {
        if let Some((old, _)) = self.worker.take() {
            old.terminate();
        }
        let worker = match start_worker() {
            Ok(worker) => worker,
            Err(error) => return self.dispatch(Action::TrainerLost(describe(&error))),
        };
        let this = self.this.clone();
        let on_message = EventListener::new(&worker, "message", move |event| {
            let Some(shell) = this.upgrade() else { return };
            let data = event.unchecked_ref::<MessageEvent>().data();
            shell.dispatch(match message_from_js(data) {
                Ok(event) => Action::EventArrived(Box::new(event)),
                Err(error) => Action::TrainerLost(describe(&error)),
            });
        });
        let this = self.this.clone();
        let on_error = EventListener::new(&worker, "error", move |event| {
            let Some(shell) = this.upgrade() else { return };
            let why = event.dyn_ref::<ErrorEvent>().map_or_else(
                || words().notices.no_trainer.to_owned(),
                ErrorEvent::message,
            );
            shell.dispatch(Action::TrainerLost(why));
        });
        *self.worker.borrow_mut() = Some((worker, [on_message, on_error]));
    }

    fn post(&self, command: Command) {
        let worker = self
            .worker
            .borrow()
            .as_ref()
            .map(|(worker, _)| worker.clone());
        let Some(worker) = worker else { return };
        let posted = parcel_from_message(command).and_then(|parcel| {
            worker.post_message_with_transfer(&parcel.message, &parcel.transfer)
        });
        if let Err(error) = posted {
            self.dispatch(Action::TrainerLost(describe(&error)));
        }
    }

    fn fetch_missing_asset(&self) {
        let Some(path) = self.state.borrow().missing_asset() else {
            return;
        };
        let this = self.this.clone();
        let report = move |asset| {
            if let Some(shell) = this.upgrade() {
                shell.dispatch(Action::AssetProgressed(path, asset));
            }
        };
        report(Asset::Loading {
            received: 0,
            total: None,
        });
        spawn_local(async move {
            let outcome = match fetch(path, &report).await {
                Ok(bytes) => Asset::Arrived(Rc::new(bytes)),
                Err(error) => Asset::Failed(describe(&error)),
            };
            report(outcome);
        });
    }
}

/// A worker does not end by itself when nobody listens any more.
impl Drop for Shell {
    fn drop(&mut self) {
        if let Some((worker, _)) = self.worker.take() {
            worker.terminate();
        }
    }
}

/// The trainer's thread. The version in the address keeps an old one out of the cache. A page in a
/// sandboxed frame is of no host, and may start no worker of one: there a script of its own does it.
fn start_worker() -> Result<Worker, JsValue> {
    Worker::new(&format!("./trainer.js?{VERSION}")).or_else(|_| {
        let base = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.base_uri().ok()?)
            .ok_or(words().notices.no_address)?;
        let here = web_sys::Url::new_with_base(".", &base)?.href();
        let script = format!(
            "self.hourglass = {{ base: '{here}', build: '?{VERSION}' }};
            importScripts('{here}trainer.js?{VERSION}');"
        );
        let blob = web_sys::Blob::new_with_str_sequence(&js_sys::Array::of1(&script.into()))?;
        Worker::new(&web_sys::Url::create_object_url_with_blob(&blob)?)
    })
}

/// The bytes of a file beside the page, with reports on the way.
async fn fetch(path: &str, report: &impl Fn(Asset)) -> Result<Vec<u8>, JsValue> {
    let window = web_sys::window().ok_or(words().notices.no_window)?;
    let response: Response = JsFuture::from(window.fetch_with_str(path))
        .await?
        .dyn_into()?;
    if !response.ok() {
        return Err(words().notices.answered(response.status()).into());
    }
    let total = response
        .headers()
        .get("content-length")?
        .and_then(|length| length.parse().ok());
    let body = response.body().ok_or(words().notices.empty_answer)?;
    let reader: ReadableStreamDefaultReader = body.get_reader().dyn_into()?;
    let mut bytes = Vec::new();
    loop {
        let part = JsFuture::from(reader.read()).await?;
        if js_sys::Reflect::get(&part, &"done".into())?.is_truthy() {
            return Ok(bytes);
        }
        let chunk: js_sys::Uint8Array = js_sys::Reflect::get(&part, &"value".into())?.dyn_into()?;
        bytes.extend(chunk.to_vec());
        report(Asset::Loading {
            received: bytes.len(),
            total,
        });
    }
}

fn describe(error: &JsValue) -> String {
    error
        .as_string()
        .or_else(|| {
            error
                .dyn_ref::<js_sys::Error>()
                .and_then(|error| error.message().as_string())
        })
        .unwrap_or_else(|| words().notices.unknown.to_owned())
}
