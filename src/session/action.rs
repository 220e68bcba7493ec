//! What happened: something the user did, or something that arrived.

use super::{Asset, Panel};
use crate::lessons::Lesson;
use crate::protocol::Event;
use crate::settings::{Key, Value};

#[derive(Clone, Debug)]
pub enum Action {
    LinkOpened(String),
    /// Back or Forward: settings follow, play does not.
    LinkRevisited(String),
    LessonChosen(Lesson),
    PanelChosen(Panel),
    KnobTurned(Key, Value),
    PlayToggled,
    StepPressed,
    ResetPressed,
    UndoPressed,
    MendPressed,
    ComplaintsDismissed,
    PastDismissed,
    SampleHovered(Option<u32>),
    SampleSelected(Option<u32>),
    /// The next or the previous sample of the gallery.
    SampleMoved(i32),
    AxisChosen(usize, u32),
    ProbeMoved(Option<[f32; 2]>),
    FrameArrived {
        now_ms: f64,
    },
    AssetProgressed(&'static str, Asset),
    AssetRetried,
    TrainerConnected,
    TrainerLost(String),
    EventArrived(Box<Event>),
}
