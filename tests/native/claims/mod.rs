//! What the lessons promise, on the lessons' own presets, for five seeds each: product.md, section 5.

mod denoising;
mod intro;
mod lab;
mod pca;
mod sparse;
mod undercomplete;
mod uses;

use crate::common::{self, asset, engine};
use hourglass::data::{Dataset, record};
use hourglass::engine::{Engine, autoencoder_config};
use hourglass::lessons::Lesson;
use hourglass::model::Autoencoder;
use hourglass::protocol::{Command, Event, Readouts, Snapshot, View};
use hourglass::random::{Purpose, stream};
use hourglass::settings::Settings;

const SEEDS: std::ops::Range<u32> = 0..5;

/// A run of one scene of a lesson.
struct Run {
    engine: Engine,
    settings: Settings,
}

impl Run {
    fn of(lesson: Lesson, scene: usize, seed: u32) -> Self {
        Self::with(Settings {
            seed,
            ..(lesson.scenes()[scene].preset)()
        })
    }

    fn with(settings: Settings) -> Self {
        let mut engine = engine();
        let event = engine.handle(Command::Start {
            run: 1,
            settings: settings.clone(),
            keep_previous: false,
            asset: asset(record(settings.data)).map(<[u8]>::to_vec),
            resume: None,
        });
        assert!(matches!(event, Some(Event::Started { .. })), "{event:?}");
        Self { engine, settings }
    }

    fn tune(&mut self, settings: Settings) {
        self.settings = settings.clone();
        self.engine.handle(Command::Tune { run: 1, settings });
    }

    fn look(&mut self, steps: u32, view: View) -> Snapshot {
        match common::train(&mut self.engine, steps, view) {
            Event::Snapshot { snapshot, .. } => *snapshot,
            other => panic!("{other:?}"),
        }
    }

    /// The readouts after so many more steps.
    fn train(&mut self, steps: u32) -> Readouts {
        self.look(steps, View::default()).readouts
    }

    fn dataset(&self) -> Dataset {
        let record = record(self.settings.data);
        record.dataset(&self.settings, asset(record)).unwrap()
    }

    /// The network as it is now, rebuilt from the weights that the page would get.
    fn network(&mut self) -> Autoencoder<f32> {
        let view = View {
            weights: true,
            ..View::default()
        };
        let weights = self.look(0, view).weights.unwrap();
        let mut network = autoencoder_config(&self.settings).init(&mut stream(0, Purpose::Weights));
        for (parameter, &value) in network.parameters_mut().zip(&weights.parameters.values) {
            *parameter = value;
        }
        network
    }
}
