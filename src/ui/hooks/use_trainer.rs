//! The page's shell: actions go through the brain, commands to the worker, events come back.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo_render::{AnimationFrame, request_animation_frame};
use gloo_timers::callback::Timeout;
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
    redraw: RefCell<Box<dyn Fn()>>,
    this: Weak<Shell>,
}

thread_local! {
    /// Those of components that went a moment ago, by name.
    static LEFT: RefCell<Vec<(AttrValue, Rc<Shell>)>> = RefCell::default();
}

/// The state and the way to change it. What comes in the place of one of the same name, as everything on
/// the page does in another language, goes on where that one was.
#[hook]
pub fn use_trainer(
    name: AttrValue,
    open: Box<dyn FnOnce() -> State>,
) -> (Rc<State>, Callback<Action>) {
    let update = use_force_update();
    let shell = use_memo((), {
        let name = name.clone();
        move |()| {
            let shell = Shell::left_by(&name).unwrap_or_else(|| Shell::new(open()));
            *shell.redraw.borrow_mut() = Box::new(move || update.force_update());
            shell
        }
    });
    let shell: Rc<Shell> = (*shell).clone();
    use_effect_with((), {
        let shell = Rc::clone(&shell);
        move |()| {
            if shell.frame.borrow().is_none() {
                shell.spawn_worker();
                shell.fetch_missing_asset();
                shell.next_frame();
            }
            move || shell.leave(name)
        }
    });
    let state = Rc::new(shell.state.borrow().clone());
    let dispatch = use_callback((), move |action, ()| shell.dispatch(action));
    (state, dispatch)
}

impl Shell {
    fn new(state: State) -> Rc<Self> {
        Rc::new_cyclic(|this| Self {
            state: RefCell::new(state),
            worker: RefCell::default(),
            frame: RefCell::default(),
            redraw: RefCell::new(Box::new(|| ())),
            this: this.clone(),
        })
    }

    /// Stays until the page has been drawn.
    fn leave(self: Rc<Self>, name: AttrValue) {
        LEFT.with_borrow_mut(|left| left.push((name, self)));
        Timeout::new(0, || drop(LEFT.take())).forget();
    }

    fn left_by(name: &str) -> Option<Rc<Self>> {
        LEFT.with_borrow_mut(|left| {
            let at = left.iter().position(|(known, _)| known == name)?;
            Some(left.swap_remove(at).1)
        })
    }

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
                    || before.particles.ages != state.particles.ages
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
            (self.redraw.borrow())();
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
