//! What a teacher's link fixes, hides and asks.

use hourglass::link::read;
use hourglass::session::{Action, Figure};
use hourglass::settings::{DataSet, Key, PenaltyChoice, Value};

use crate::common::program::Program;

#[test]
fn a_link_hides_fixes_and_asks() {
    let (link, complaints) =
        read("#q=What%20is%20k%3F&v=1&theme=dark&present=1&embed=1&hide=lr,batch&lock=k,seed,k");
    assert!(complaints.is_empty(), "{complaints:?}");
    let prepared = link.prepared;
    assert_eq!(prepared.question, "What is k?");
    assert_eq!(
        (prepared.dark, prepared.presents, prepared.embeds),
        (Some(true), true, true)
    );
    assert_eq!(prepared.hidden, [Key::Lr, Key::Batch]);
    assert_eq!(prepared.locked, [Key::K, Key::Seed]);
    for (text, word) in [
        ("#theme=pink", "pink"),
        ("#present=2", "present"),
        ("#hide=lr,colour", "colour"),
        ("#lock=x", "x"),
    ] {
        let (_, complaints) = read(text);
        assert!(
            complaints.len() == 1 && complaints[0].contains(word),
            "{complaints:?}"
        );
    }
}

#[test]
fn a_fixed_control_stays_whatever_is_done() {
    let mut program = Program::ready("#k=5&lock=k,lr&play=1");
    program.frames(40);
    program.turn(Key::K, 9.0);
    program.act(Action::SweepToggled);
    program.frames(40);
    program.act(Action::KnobTurned(Key::Lr, Value::Number(0.1)));
    program.turn(Key::Batch, 32.0);
    let settings = &program.state.training.settings;
    assert_eq!((settings.k, settings.batch), (5, 32));
    assert!(settings.lr < 0.1 && program.state.comparison.sweep.is_none());
    assert!(program.state.is_locked(Key::K));
    assert!(
        program.state.link().contains("&lock=k,lr"),
        "{}",
        program.state.link()
    );

    // Another experiment is another page.
    program.act(Action::LessonChosen(hourglass::lessons::Lesson::Sparse));
    assert_eq!(program.state.training.settings.k, 64);
    assert!(!program.state.is_locked(Key::K));
}

#[test]
fn a_hidden_control_is_nowhere_on_the_stage() {
    let shown = |link: &str| {
        let mut program = Program::ready(link);
        program.act(Action::FigureChosen(Figure::Network));
        program.state.hands().iter().any(|(key, _)| *key == Key::K)
    };
    assert!(shown("#k=5") && !shown("#k=5&hide=k"));
}

/// What the visitor has switched is not undone by the link that they pass on.
#[test]
fn a_theme_that_is_switched_leaves_the_link() {
    let mut program = Program::ready("#k=5&theme=dark");
    assert!(program.state.link().contains("theme=dark"));
    program.act(Action::ThemeSwitched);
    assert!(!program.state.link().contains("theme"));
    assert_eq!(program.state.training.settings.k, 5);
}

#[test]
fn what_is_locked_is_not_turned_by_way_of_another_control() {
    let mut program = Program::ready("#lesson=lab&code=relu&k=64&lock=code,k");
    program.act(Action::KnobTurned(Key::Penalty, Value::Choice(2)));
    program.turn(Key::Data, 0.0);
    let settings = &program.state.training.settings;
    assert_eq!((settings.penalty, settings.k), (PenaltyChoice::None, 64));
    assert_eq!(settings.data, DataSet::Digits);
}
