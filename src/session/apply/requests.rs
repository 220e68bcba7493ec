//! From the difference between two states to commands.

use crate::protocol::{Command, UsesView, View};
use crate::session::request::{Asked, Want};
use crate::session::{Figure, Panel, Slow, State};
use crate::settings::{NoiseChoice, Shape, Speed};

impl State {
    /// Decides, once a frame, whether the trainer is asked for more.
    pub(super) fn send_next_request(&mut self) {
        if !self.training.is_ready() || self.request.in_flight {
            return;
        }
        let is_unseen = self.training.started.is_some();
        let to_go = self
            .training
            .goal
            .map(|goal| goal.saturating_sub(self.time.history.last_step()));
        let want = Want {
            playing: to_go.map_or(self.training.playing, |steps| steps > 0),
            speed: match (self.comparison.sweep, to_go) {
                (None, None) => self.training.settings.speed,
                _ => Speed::Fast,
            },
            to_go: to_go.map(|steps| u32::try_from(steps).unwrap_or(u32::MAX)),
            has_stragglers: self.training.picture.as_ref().is_some_and(|picture| {
                let snapshot = &picture.snapshot;
                snapshot.plain_step.or(snapshot.bare_step).is_some()
            }),
            is_unseen,
            needs_weights: self.training.keeps_all || self.desk.is_some(),
            dissects: !is_unseen && self.slow.as_mut().is_some_and(Slow::asks),
            analyses: self.wants_analyses()
                || self.shows(Panel::Levels)
                || self.shows(Panel::Rates),
        };
        self.request.send(want, self.now_ms);
    }

    /// What the trainer must be told so that it follows from the state before to this one.
    pub fn commands_since(&self, before: &Self) -> Vec<Command> {
        let (run, start) = (self.training.run, &self.request.start);
        let mut commands = match start.is_asked(run) {
            // A run that is not begun follows nothing.
            false => Vec::new(),
            true if start.count == before.request.start.count => self.changes_since(before),
            true => vec![match start.revives {
                Some(past) => Command::Revive { run, past },
                None => self.start_command(),
            }],
        };
        if self.request.sent != before.request.sent {
            let view = self.view();
            commands.push(match self.request.asked {
                Asked::Steps(pace) => Command::Train { run, pace, view },
                Asked::Dissection => Command::Dissect { run, view },
            });
        }
        commands
    }

    /// What must happen to a run under way.
    fn changes_since(&self, before: &Self) -> Vec<Command> {
        let (now, was) = (&self.training, &before.training);
        let run = now.run;
        let recovers = now.recoveries != was.recoveries;
        let rewinds = self.time.rewinds != before.time.rewinds;
        let edited = now.edited.filter(|_| now.edited != was.edited);
        // An earlier moment has the settings of its time.
        let tunes = rewinds || now.settings != was.settings;
        let commands = [
            recovers.then_some(Command::Recover { run }),
            rewinds.then_some(Command::Rewind {
                run,
                step: self.time.rewinds.1,
            }),
            edited.map(|edited| Command::Edit {
                run,
                link: edited.link,
                weight: edited.after,
            }),
            tunes.then(|| Command::Tune {
                run,
                settings: now.settings.clone(),
            }),
        ];
        commands.into_iter().flatten().collect()
    }

    fn start_command(&self) -> Command {
        let training = &self.training;
        let asset = training.assets.bytes(training.settings.data).flatten();
        Command::Start {
            run: training.run,
            settings: training.settings.clone(),
            keep_previous: self.request.start.keep,
            resume: training.kept_weights().cloned(),
            asset: asset.map(<[u8]>::to_vec),
        }
    }

    /// Whether analyses are on the page.
    pub(super) fn wants_analyses(&self) -> bool {
        self.shows(Panel::Uses) || self.shows(Panel::Components) || self.figure() == Figure::Search
    }

    /// What is on the page of what code and errors are good for.
    fn uses(&self) -> UsesView {
        let figure = self.figure();
        let walk = || self.look.walk(self.training.gallery());
        UsesView {
            anomalies: figure == Figure::Errors || self.shows(Panel::Uses),
            threshold: self.look.threshold,
            neighbours: figure == Figure::Search,
            bits: (figure == Figure::Bits).then_some(self.look.bits),
            rates: self.request.analyses && self.shows(Panel::Rates),
            walk: walk().filter(|_| figure == Figure::Walk),
            grid: self.shows(Panel::Grid),
        }
    }

    /// What of the run is on the page.
    fn view(&self) -> View {
        let (training, look) = (&self.training, &self.look);
        let settings = &training.settings;
        let is_plane = settings.traits().shape == Shape::Point(2);
        let shows_network = look.shows_network();
        let is_watched =
            training.playing && training.goal.is_none() && self.comparison.sweep.is_none();
        View {
            // What is saved is all of one step.
            may_lag: is_watched && settings.speed != Speed::Slow && self.desk.is_none(),
            sample: self.followed(),
            gallery: training.gallery().to_vec(),
            axes: look.axes,
            probe: look.probe,
            heatmap: match self.shows(Panel::Units) {
                true => training.heatmap().to_vec(),
                false => Vec::new(),
            },
            dictionary: self.shows(Panel::Units)
                || self.shows(Panel::Components)
                || self.figure() == Figure::Atoms,
            code_unit: look.atom,
            // Under corruption, points show where the network would move any place of the plane.
            field: settings.noise != NoiseChoice::None && is_plane,
            particles: match is_plane {
                true => self.particles.places.to_vec(),
                false => Vec::new(),
            },
            sketch: match self.figure() {
                Figure::Spoil => self.sketched(),
                Figure::Samples => self.sketch.drawing(),
                _ => None,
            }
            .map(|image| image.to_vec()),
            strangeness: self.figure() == Figure::Spoil,
            network: shows_network,
            unit: look.unit.filter(|_| shows_network),
            at: self.time.looking_back,
            nonsense: self.course.shows_nonsense(),
            analyses: self.request.analyses && self.wants_analyses(),
            uses: self.uses(),
            levels: self.request.analyses && self.shows(Panel::Levels),
            // Images and signals have rows beside each other, points have not.
            plain: settings.noise != NoiseChoice::None
                && !settings.traits().is_points()
                && (matches!(self.figure(), Figure::Samples | Figure::Spoil)
                    || self.shows(Panel::Levels)),
            faces: self.shows(Panel::Faces),
            weights: self.request.keeps_weights,
        }
    }
}
