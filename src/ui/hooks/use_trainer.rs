//! The page's shell: actions go through the brain, commands to the worker, events come back.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo_render::{AnimationFrame, request_animation_frame};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::file::file_of;
use super::worker::Thread;
use crate::protocol::Command;
use crate::session::{Action, Asset, State};

struct Shell {
    state: RefCell<State>,
    worker: RefCell<Option<Thread>>,
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
        let (commands, is_replaced, is_new_view) = {
            let mut state = self.state.borrow_mut();
            let before = state.clone();
            state.apply(action);
            let is_silent = |state: &State| state.training.silence.is_long();
            (
                state.commands_since(&before),
                state.training.has_replaced(&before.training),
                before.slow != state.slow
                    || before.aloud != state.aloud
                    || is_silent(&before) != is_silent(&state),
            )
        };
        if is_replaced {
            self.spawn_worker();
        }
        for command in commands {
            self.post(command);
        }
        if !is_frame || is_new_view {
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
        self.worker.take();
        let this = self.this.clone();
        let started = Thread::start(move |said| {
            if let Some(shell) = this.upgrade() {
                shell.dispatch(match said {
                    Ok(event) => Action::EventArrived(Box::new(event)),
                    Err(why) => Action::TrainerLost(why),
                });
            }
        });
        match started {
            Ok(thread) => *self.worker.borrow_mut() = Some(thread),
            Err(why) => self.dispatch(Action::TrainerLost(why)),
        }
    }

    fn post(&self, command: Command) {
        let posted = match &*self.worker.borrow() {
            Some(thread) => thread.post(command),
            None => return,
        };
        if let Err(why) = posted {
            self.dispatch(Action::TrainerLost(why));
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
        let hear = report.clone();
        let hear = move |received, total| hear(Asset::Loading { received, total });
        spawn_local(async move {
            report(match file_of(path, Box::new(hear)).await {
                Ok(bytes) => Asset::Arrived(Rc::new(bytes)),
                Err(why) => Asset::Failed(why),
            });
        });
    }
}
