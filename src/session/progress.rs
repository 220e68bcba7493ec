//! What a student has predicted and reached, as the device remembers it.

use std::collections::BTreeSet;

use crate::lessons::Lesson;

/// An answer given before playing.
#[derive(Clone, Debug, PartialEq)]
pub enum Prediction {
    Choice(usize),
    /// The question was left unanswered on purpose.
    Passed,
    /// (k, error), by k.
    Line(Vec<(u32, f64)>),
}

/// Predictions and goals, by lesson and experiment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    predictions: Vec<((Lesson, usize), Prediction)>,
    /// (lesson, experiment, goal), by the lesson's key.
    reached: BTreeSet<(&'static str, usize, usize)>,
}

impl Progress {
    pub fn prediction(&self, lesson: Lesson, scene: usize) -> Option<&Prediction> {
        let known = self.predictions.iter();
        let mut of_scene = known.filter(|(place, _)| *place == (lesson, scene));
        of_scene.next().map(|(_, prediction)| prediction)
    }

    pub fn predict(&mut self, lesson: Lesson, scene: usize, prediction: Option<Prediction>) {
        let place = (lesson, scene);
        self.predictions.retain(|(known, _)| *known != place);
        self.predictions
            .extend(prediction.map(|prediction| (place, prediction)));
    }

    pub fn has_reached(&self, lesson: Lesson, scene: usize, goal: usize) -> bool {
        self.reached.contains(&(lesson.key(), scene, goal))
    }

    pub fn reach(&mut self, lesson: Lesson, scene: usize, goal: usize) {
        self.reached.insert((lesson.key(), scene, goal));
    }

    /// Whether all goals of an experiment are reached.
    pub fn is_scene_done(&self, lesson: Lesson, scene: usize) -> bool {
        let goals = lesson
            .scenes()
            .get(scene)
            .map_or(0, |scene| scene.goals.len());
        goals > 0 && (0..goals).all(|goal| self.has_reached(lesson, scene, goal))
    }

    /// Whether all goals of all its experiments are reached; a lesson without goals never is.
    pub fn is_done(&self, lesson: Lesson) -> bool {
        let with_goals = |scene: &usize| !lesson.scenes()[*scene].goals.is_empty();
        let mut scenes = (0..lesson.scenes().len()).filter(with_goals).peekable();
        scenes.peek().is_some() && scenes.all(|scene| self.is_scene_done(lesson, scene))
    }

    /// What two tabs know together: every goal that either has reached, and of each prediction what
    /// this tab (`self`) has changed since `base`, or else what is `stored`.
    pub fn merged(&self, base: &Self, stored: &Self) -> Self {
        let mut merged = stored.clone();
        merged.reached.extend(&self.reached);
        let places = self.predictions.iter().chain(&base.predictions);
        for &((lesson, scene), _) in places {
            let own = self.prediction(lesson, scene);
            if own != base.prediction(lesson, scene) {
                merged.predict(lesson, scene, own.cloned());
            }
        }
        merged
    }

    /// One line per thing: `goal intro 0 1`, `choice intro 0 1`, `passed intro 1`,
    /// `line undercomplete 0 1:0.05 2:0.04`.
    pub fn to_text(&self) -> String {
        let goals = self
            .reached
            .iter()
            .map(|(lesson, scene, goal)| format!("goal {lesson} {scene} {goal}\n"));
        let predictions = self
            .predictions
            .iter()
            .map(|((lesson, scene), prediction)| {
                let lesson = lesson.key();
                match prediction {
                    Prediction::Choice(option) => format!("choice {lesson} {scene} {option}\n"),
                    Prediction::Passed => format!("passed {lesson} {scene}\n"),
                    Prediction::Line(line) => {
                        let points: Vec<String> = line
                            .iter()
                            .map(|(k, error)| format!("{k}:{error}"))
                            .collect();
                        format!("line {lesson} {scene} {}\n", points.join(" "))
                    }
                }
            });
        goals.chain(predictions).collect()
    }

    /// Reads what [`Self::to_text`] wrote; a line that makes no sense is left out.
    pub fn from_text(text: &str) -> Self {
        let mut progress = Self::default();
        for line in text.lines() {
            // A line of another version of the page is of no use here, and does no harm.
            let _ = progress.read(line);
        }
        progress
    }

    fn read(&mut self, line: &str) -> Option<()> {
        let mut words = line.split(' ');
        let kind = words.next()?;
        let key = words.next()?;
        let lesson = Lesson::of_key(key)?;
        let scene: usize = words.next()?.parse().ok()?;
        lesson.scenes().get(scene)?;
        match kind {
            "goal" => self.reach(lesson, scene, words.next()?.parse().ok()?),
            "choice" => {
                let option = words.next()?.parse().ok()?;
                self.predict(lesson, scene, Some(Prediction::Choice(option)));
            }
            "passed" => self.predict(lesson, scene, Some(Prediction::Passed)),
            "line" => {
                let points: Option<Vec<(u32, f64)>> = words
                    .map(|word| {
                        let (k, error) = word.split_once(':')?;
                        let error: f64 = error.parse().ok()?;
                        Some((k.parse().ok()?, error)).filter(|_| error.is_finite())
                    })
                    .collect();
                self.predict(lesson, scene, Some(Prediction::Line(points?)));
            }
            _ => return None,
        }
        Some(())
    }
}
