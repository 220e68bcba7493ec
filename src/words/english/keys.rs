use crate::words::table::table;

table! {
    /// The shortcuts, and what they do.
    Keys {
        play = "Space";
        play_does = "play, pause";
        step = ".";
        step_does = "one training step";
        slow = "S";
        slow_does = "slow motion: on, and to its next stage";
        back = ",";
        back_does = "look back in time";
        reset = "R";
        reset_does = "start again from new weights";
        pin = "P";
        pin_does = "pin this run";
        pinned = "A";
        pinned_does = "show the pinned run, or this one";
        twin = "W";
        twin_does = "twins: a second network beside this one";
        k = "[ ]";
        k_does = "bottleneck size k down, up";
        sample = "← →";
        sample_does = "the sample before, the next one";
        network = "← → ↑ ↓ Enter";
        network_does = "in the network: to the unit beside, to the strongest weight into it";
        lessons = "1 … 6, 0";
        lessons_does = "the lessons, the Lab";
        sound = "M";
        sound_does = "the error as a tone";
        theme = "T, F";
        theme_does = "dark or light, larger for a projector";
        question = "?";
        question_does = "this help";
        escape = "Esc";
        escape_does = "leave, or let go";
    }
}
