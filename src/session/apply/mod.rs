//! What happened goes to the part that owns it; what touches several parts is said here and in the
//! files beside.

mod arrivals;
mod comparing;
mod desk;
mod editing;
mod opening;
mod requests;
mod runs;
mod trainer;

use std::rc::Rc;

use super::{Action, Look, MOST_BITS, Multiples, Panel, Phase, Sketch, State};
use crate::data::record;
use crate::protocol::Door;
use crate::words::words;

/// Where a frame came later than this, the page was hidden, or the device slept.
const AWAY_MS: f64 = 1000.0;

impl State {
    /// Takes in what happened. What makes the pictures stale is asked for at once, not at the next
    /// frame.
    pub fn apply(&mut self, action: Action) {
        let before = (self.looked_at(), self.lab.clone());
        let acts = action.is_training();
        self.take_in(action);
        self.stood = self.stand().into();
        self.course.watched.acted |= acts;
        self.request.stale |= before != (self.looked_at(), self.lab.clone());
        if self.request.stale {
            self.send_next_request();
        }
    }

    /// What the pictures are of, besides the run.
    fn looked_at(&self) -> (Look, Option<u64>, Sketch, Rc<Vec<[f32; 2]>>) {
        let places = self.particles.places.clone();
        (
            self.look,
            self.time.looking_back,
            self.sketch.clone(),
            places,
        )
    }

    fn take_in(&mut self, action: Action) {
        let now_ms = self.now_ms;
        match action {
            // The course.
            Action::LinkOpened(address) => match self.follow(&address) {
                true => {
                    self.go_on();
                    self.recover();
                }
                false => self.training.playing = false,
            },
            Action::LinkRevisited(address) => {
                let was_playing = self.training.playing;
                self.follow(&address);
                self.training.playing = was_playing;
            }
            Action::ComplaintsDismissed => self.complaints.clear(),
            Action::TroubleDismissed => self.trouble = None,
            Action::ThemeSwitched => Rc::make_mut(&mut self.prepared).dark = None,
            Action::PresentingSwitched => Rc::make_mut(&mut self.prepared).presents = false,
            Action::LanguageChosen => Rc::make_mut(&mut self.prepared).language = None,
            Action::WordsFailed(language, why) => {
                self.trouble = Some(words().notices.no_words(language.name(), &why));
            }
            Action::LessonChosen(lesson) => self.open_lesson(lesson),
            Action::SceneChosen(scene) => self.open_scene(scene),
            Action::FailureChosen(index) => self.open_failure(index),
            Action::FixPressed => self.fix_failure(),
            Action::FailureLeft => self.open_scene(self.course.scene),
            Action::DeedPressed(deed) => self.do_deed(deed),
            Action::DecompositionToggled => self.decompose(),
            Action::Predicted(prediction) => self.course.predict(prediction),
            Action::OutcomeAsked => self.course.tell_outcome(),
            Action::ProgressRestored(text) => self.course.restore(&text),

            // The look.
            Action::FigureChosen(figure) => self.look.figure = figure,
            Action::PanelChosen(panel) => self.look.panel = panel,
            Action::PanelToggled(panel) => self.toggle_panel(panel),
            Action::PanelMoved(panel) => self.move_panel(panel),
            Action::UnitHovered(unit) => self.look.unit = unit,
            Action::AtomChosen(unit) => {
                self.look.atom = unit;
                self.course.watched.closely |= unit.is_some();
            }
            Action::UnitsOrdered(order) => self.look.orders.0 = order,
            Action::SamplesOrdered(order) => self.look.orders.1 = order,
            Action::SampleHovered(sample) => self.look.hovered = sample,
            Action::SampleSelected(sample) => self.look.selected = sample,
            Action::SampleMoved(by) => self.look.move_selection(self.training.gallery(), by),
            Action::BrushChosen(brush) => self.sketch.brush = brush,
            Action::SheetChosen(on_sheet) => self.sketch.on_sheet = on_sheet,
            Action::Scribbled(from, to) => self.scribble(from, to),
            Action::SketchCleared => self.sketch.clear(),
            Action::ParticleDropped(place) => self.particles.drop(place, now_ms),
            Action::ParticlesCleared => self.particles.clear(),
            Action::ThresholdMoved(error) => {
                self.look.threshold = error.filter(|error| error.is_finite());
            }
            Action::BitsChosen(bits) => self.look.bits = bits.clamp(1, MOST_BITS),
            Action::EndChosen(end, sample) => self.choose_end(end, sample),
            Action::ProbeMoved(probe) => {
                // A canvas without a size yet has no places.
                let is_place = |place: &[f32; 2]| place.iter().all(|x| x.is_finite());
                self.look.probe = probe.filter(is_place);
                self.course.watched.drew |= self.look.probe.is_some() && self.shows(Panel::Grid);
            }
            Action::AxisChosen(axis, unit) => {
                // Of the units that the picture has: an earlier step may have fewer.
                let k = self.training.settings.k;
                let k = self.staged().map_or(k, |picture| picture.snapshot.k.min(k));
                self.look.keep_axes(k);
                self.look.choose_axis(axis, unit, k);
            }

            // The training.
            Action::KnobTurned(key, value) => self.turn(key, value),
            Action::PlayToggled => self.toggle_play(),
            Action::StepPressed => self.step(),
            Action::ResetPressed => {
                self.comparison.sweep = None;
                self.restart();
                self.start_if_possible();
            }
            Action::UndoPressed => self.undo(),
            Action::PastDismissed => self.training.past = None,
            Action::MendPressed => self.mend(),
            Action::WeightEdited(link, weight) => self.edit(link, weight),
            Action::EditUndone => self.undo_edit(),
            Action::PointMoved(sample, to) => self.move_point(sample, to),
            Action::PointsPutBack => self.put_points_back(),

            // Time.
            Action::RestDismissed => self.time.rested = false,
            Action::LookedBack(step) => self.look_back(step),
            Action::LookedAbout(by) => self.look_about(by),
            Action::ResumedHere => self.resume_here(),
            Action::SlowMotionToggled => self.toggle_slow(),
            Action::StageMoved(by) => {
                if let Some(slow) = &mut self.slow {
                    slow.move_stage(by, &self.training.settings, now_ms);
                }
            }
            Action::SlowPlayToggled => {
                if let Some(slow) = &mut self.slow {
                    slow.toggle_play(now_ms);
                }
            }

            // The comparison.
            Action::PinPressed => self.pin(),
            Action::PinRemoved => self.comparison.unpin(),
            Action::PinnedShown(shows) => self.comparison.show_pinned(shows),
            Action::TwinToggled => self.toggle_twin(),
            Action::MultiplesToggled => self.toggle_multiples(),
            Action::MultiplesChosen(key) if self.is_locked(key) => {}
            Action::MultiplesChosen(key) => {
                self.comparison.multiples = Some(Multiples { key });
            }
            Action::WentOnWith(chosen) => self.go_on_with(*chosen),
            Action::TwinChosen(key) => self.comparison.choose_twin(key, &self.training.settings),
            Action::TwinTurned(value) => self.comparison.turn_twin(value, &self.training.settings),
            Action::SweepToggled => self.toggle_sweep(),
            Action::Followed(lead) => self.follow_lead(*lead),

            // The desk.
            Action::DeskAsked(door) => {
                self.desk = Some(door);
                // What goes out is of now, and of one moment: pictures, numbers and weights.
                if door != Door::About {
                    self.time.looking_back = None;
                }
                if door == Door::Export {
                    self.hold();
                }
                self.request.stale = true;
            }
            Action::DeskBriefed => self.desk = None,
            Action::DeskFailed(why) => self.trouble = Some(words().header.desk_failed(&why)),
            Action::RunBrought(run) => self.bring(*run),
            Action::DataBrought(brought) => self.bring_data(*brought),

            // The page, its files and its trainer.
            Action::FrameArrived { now_ms } => {
                let (is_owed, frame_ms) = (self.is_owed(), now_ms - self.now_ms);
                self.training.silence.lasts(is_owed, frame_ms);
                if frame_ms > AWAY_MS {
                    self.training.pace.stop();
                    self.time.stand_still(frame_ms);
                }
                self.now_ms = now_ms;
                self.age_particles();
                // While it learns, every reading says itself.
                if !self.training.playing {
                    self.tell_aloud();
                }
                if let Some(slow) = &mut self.slow {
                    slow.pace(&self.training.settings, now_ms);
                }
                self.send_next_request();
            }
            Action::AssetProgressed(path, asset) => {
                self.training.assets.put(path, asset);
                self.start_if_possible();
            }
            Action::AssetRetried => {
                if let Some(path) = record(self.training.settings.data).asset() {
                    self.training.assets.forget(path);
                }
                if matches!(self.training.phase, Phase::Failed(_)) {
                    self.restart();
                    self.start_if_possible();
                }
            }
            Action::TrainerReplaced => self.replace_trainer(),
            Action::TrainerLost(why) => self.lose_trainer(why),
            Action::EventArrived(event) => self.receive(*event),
        }
    }
}
