//! Single keys do what the list of keys says, on every keyboard, and nothing where a field needs them.

use hourglass::lessons::Lesson;
use hourglass::session::{Action, Focus, Press, Pressed, State, pressed};

fn does(press: Press) -> Option<Pressed> {
    pressed(press, &State::open("#k=8"), true)
}

fn key(key: &str) -> Press<'_> {
    Press {
        key,
        ..Press::default()
    }
}

#[test]
fn caps_lock_changes_nothing() {
    assert!(matches!(does(key("T")), Some(Pressed::Theme)));
    assert!(matches!(
        does(key("R")),
        Some(Pressed::Action(Action::ResetPressed))
    ));
}

#[test]
fn a_held_key_repeats_no_toggle_but_goes_on_stepping() {
    let held = |key| {
        does(Press {
            key,
            is_repeat: true,
            ..Press::default()
        })
    };
    for toggle in ["t", "f", "?", " ", "r", "s", "w", "p", "a", "3", "Escape"] {
        assert!(does(key(toggle)).is_some(), "{toggle}");
        assert!(held(toggle).is_none(), "{toggle} repeats");
    }
    for step in [".", ",", "[", "]", "ArrowLeft", "ArrowRight"] {
        assert!(held(step).is_some(), "{step} does not repeat");
    }
}

#[test]
fn a_digit_on_a_slider_chooses_no_lesson() {
    let digit = |focus| {
        does(Press {
            key: "3",
            focus,
            ..Press::default()
        })
    };
    assert!(matches!(
        digit(Focus::Page),
        Some(Pressed::Action(Action::LessonChosen(Lesson::Undercomplete)))
    ));
    assert!(digit(Focus::Slider).is_none());
    assert!(digit(Focus::Field).is_none());
}

#[test]
fn brackets_work_where_they_need_alt_or_alt_gr() {
    for (ctrl, alt) in [(false, false), (false, true), (true, true)] {
        let press = Press {
            key: "]",
            ctrl,
            alt,
            ..Press::default()
        };
        assert!(matches!(
            does(press),
            Some(Pressed::Action(Action::KnobTurned(..)))
        ));
    }
    // The browser's own shortcuts stay its own.
    for (key, ctrl, alt, meta) in [
        ("]", true, false, false),
        ("]", false, false, true),
        ("r", true, false, false),
        ("t", false, true, false),
    ] {
        let press = Press {
            key,
            ctrl,
            alt,
            meta,
            ..Press::default()
        };
        assert!(does(press).is_none(), "{press:?}");
    }
}

#[test]
fn keys_that_make_a_character_can_be_turned_off() {
    let state = State::open("");
    for character in ["t", "?", " ", ".", "[", "1"] {
        assert!(pressed(key(character), &state, false).is_none());
    }
    for other in ["ArrowLeft", "Escape"] {
        assert!(pressed(key(other), &state, false).is_some());
    }
}
