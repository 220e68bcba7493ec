//! What happened: something the user did, or something that arrived.

use super::{Asset, Brush, Chosen, Figure, Lead, Panel, Prediction, SampleOrder, UnitOrder};
use crate::lessons::{Deed, Lesson};
use crate::protocol::{self, Brought, Door, Event, SavedRun, Unit};
use crate::settings::{Key, Value};
use crate::words::Language;

#[derive(Clone, Debug)]
pub enum Action {
    LinkOpened(String),
    /// Back or Forward: settings follow, play does not.
    LinkRevisited(String),
    LessonChosen(Lesson),
    SceneChosen(usize),
    FailureChosen(usize),
    FixPressed,
    /// Back from a failure to the lesson.
    FailureLeft,
    DeedPressed(Deed),
    Predicted(Option<Prediction>),
    /// The outcome is to be told although it has not happened yet.
    OutcomeAsked,
    ProgressRestored(String),
    PanelChosen(Panel),
    /// In the Lab: shown after the others, or hidden.
    PanelToggled(Panel),
    /// In the Lab: one place further to the front.
    PanelMoved(Panel),
    FigureChosen(Figure),
    KnobTurned(Key, Value),
    PlayToggled,
    StepPressed,
    ResetPressed,
    UndoPressed,
    MendPressed,
    ComplaintsDismissed,
    TroubleDismissed,
    ThemeSwitched,
    PresentingSwitched,
    /// By hand.
    LanguageChosen,
    /// The words of a language did not come; why, as a sentence.
    WordsFailed(Language, String),
    RestDismissed,
    /// To an earlier step, or to the newest.
    LookedBack(Option<u64>),
    /// One kept picture back or forward.
    LookedAbout(i32),
    ResumedHere,
    PinPressed,
    PinRemoved,
    PinnedShown(bool),
    TwinToggled,
    /// Several networks beside each other, or one again.
    MultiplesToggled,
    MultiplesChosen(Key),
    WentOnWith(Box<Chosen>),
    TwinChosen(Key),
    TwinTurned(Value),
    /// What a twin is told.
    Followed(Box<Lead>),
    SlowMotionToggled,
    StageMoved(i32),
    SlowPlayToggled,
    SweepToggled,
    DecompositionToggled,
    UnitHovered(Option<Unit>),
    /// A code unit to look at closely.
    AtomChosen(Option<u32>),
    UnitsOrdered(UnitOrder),
    SamplesOrdered(SampleOrder),
    WeightEdited(protocol::Link, f32),
    EditUndone,
    PastDismissed,
    SampleHovered(Option<u32>),
    SampleSelected(Option<u32>),
    /// The next or the previous sample of the gallery.
    SampleMoved(i32),
    AxisChosen(usize, u32),
    ProbeMoved(Option<[f32; 2]>),
    BrushChosen(Brush),
    /// An empty sheet to draw on, or a sample.
    SheetChosen(bool),
    /// A stroke over the image, from one place to another in pixels.
    Scribbled([f32; 2], [f32; 2]),
    SketchCleared,
    /// A point of the plane, to another place.
    PointMoved(u32, [f32; 2]),
    /// All points, to where they were.
    PointsPutBack,
    /// At a place of the plane.
    ParticleDropped([f32; 2]),
    ParticlesCleared,
    /// The error above which there is an alarm, or the one that is found.
    ThresholdMoved(Option<f32>),
    BitsChosen(u32),
    /// Where a walk begins (0) or ends (1).
    EndChosen(usize, u32),
    FrameArrived {
        now_ms: f64,
    },
    AssetProgressed(&'static str, Asset),
    AssetRetried,
    /// The desk, where things go out and come in.
    DeskAsked(Door),
    /// It has been told what there is.
    DeskBriefed,
    /// It could not be opened.
    DeskFailed(String),
    /// A run that was saved, to go on with.
    RunBrought(Box<SavedRun>),
    /// Samples of the user's own, to train on.
    DataBrought(Box<Brought>),
    /// By hand: it died, or does not answer.
    TrainerReplaced,
    TrainerLost(String),
    EventArrived(Box<Event>),
}

impl Action {
    /// Whether a student does something to the run by it.
    pub fn is_training(&self) -> bool {
        matches!(
            self,
            Self::DeedPressed(_)
                | Self::Predicted(_)
                | Self::KnobTurned(..)
                | Self::PlayToggled
                | Self::StepPressed
                | Self::ResetPressed
                | Self::SlowMotionToggled
                | Self::SweepToggled
                | Self::DecompositionToggled
                | Self::AtomChosen(_)
                | Self::Scribbled(..)
                | Self::PointMoved(..)
                | Self::ParticleDropped(_)
                | Self::ThresholdMoved(_)
                | Self::BitsChosen(_)
                | Self::EndChosen(..)
                | Self::WeightEdited(..)
        )
    }
}
