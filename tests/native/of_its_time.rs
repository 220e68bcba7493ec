//! What stands on the page is of its time: an earlier step has the settings it was reached with, and what goes on from there
//! goes on in sight.

use hourglass::lessons::Lesson;
use hourglass::session::{Action, Door, Figure, Panel, Phase};
use hourglass::settings::{DataSet, Key, NoiseChoice, PenaltyChoice, Value};

use crate::common::program::Program;

/// A run with an earlier step to look at.
fn looking_back(link: &str, turned: impl Fn(&mut Program)) -> Program {
    let mut program = Program::ready(link);
    program.act(Action::PlayToggled);
    program.frames(60);
    let then = program.step();
    turned(&mut program);
    program.frames(60);
    program.act(Action::LookedBack(Some(then)));
    program.frames(5);
    assert_eq!(program.step(), then);
    program
}

#[test]
fn an_earlier_step_is_read_with_the_settings_of_its_time() {
    let program = looking_back("#k=8&penalty=l1&lambda=0.01&code=relu", |program| {
        program.turn(Key::K, 32.0);
        program.act(Action::KnobTurned(Key::Penalty, Value::Choice(0)));
    });
    let (then, now) = (
        program.state.shown_settings(),
        &program.state.training.settings,
    );
    assert_eq!((then.k, then.penalty), (8, PenaltyChoice::L1));
    assert_eq!((now.k, now.penalty), (32, PenaltyChoice::None));
    assert_eq!(program.state.seen().unwrap().settings, *then);
    let mut program = program;
    program.act(Action::LookedBack(None));
    program.frames(5);
    assert_eq!(
        program.state.shown_settings(),
        &program.state.training.settings
    );
}

/// A run that goes on is on the page: no banner of an earlier step, no steps that are not taken.
#[test]
fn whatever_goes_on_is_looked_at() {
    for lesson in Lesson::ALL {
        for (index, failure) in lesson.failures().iter().enumerate() {
            if failure.is_lost {
                continue;
            }
            let mut program = Program::ready(&format!("#lesson={}", lesson.key()));
            program.act(Action::FailureChosen(index));
            program.load_assets();
            program.frames(80);
            let then = program.step();
            if program.state.training.phase != Phase::Live || then == 0 {
                continue;
            }
            program.act(Action::LookedBack(Some(then / 2)));
            program.frames(5);
            program.act(Action::FixPressed);
            program.frames(30);
            assert_eq!(program.state.time.looking_back, None, "{lesson:?} {index}");
            assert!(program.step() > then, "{lesson:?} {index}");
        }
    }
}

#[test]
fn doors_open_from_an_earlier_step_and_take_the_newest() {
    for door in [Door::About, Door::Data, Door::Share, Door::Export] {
        let mut program = looking_back("#k=3", |_| {});
        let last = program.state.time.history.last_step();
        program.act(Action::DeskAsked(door));
        program.frames(5);
        let brief = program
            .state
            .brief()
            .unwrap_or_else(|| panic!("{door:?} stays shut"));
        if door != Door::About {
            assert_eq!(brief.run.unwrap().weights.step, last, "{door:?}");
        }
    }
}

#[test]
fn a_sweep_leaves_each_step_its_size() {
    let mut program = Program::ready("#data=swissroll&n=200&hidden=8&k=5");
    program.act(Action::SweepToggled);
    while program.state.comparison.swept.len() < 6 {
        program.frames(20);
    }
    let step = program.state.time.history.last_step() / 2;
    program.act(Action::LookedBack(Some(step)));
    program.frames(5);
    let k = program.state.training.picture.as_ref().unwrap().snapshot.k;
    assert!((2..6).contains(&k), "{k}");
    program.act(Action::ResumedHere);
    program.frames(5);
    assert_eq!(program.state.training.settings.k, k);
}

#[test]
fn who_turns_k_ends_the_sweep() {
    let mut program = Program::ready("#data=swissroll&n=200&hidden=8&k=5");
    program.act(Action::SweepToggled);
    while program.state.comparison.swept.len() < 3 {
        program.frames(20);
    }
    let found = program.state.comparison.swept.clone();
    program.turn(Key::K, 2.0);
    assert_eq!(program.state.comparison.sweep, None);
    program.frames(100);
    assert_eq!(program.state.comparison.swept, found);
    assert_eq!(program.state.training.settings.k, 2);
}

/// The chart has PCA's errors of the samples that the network's errors are of.
#[test]
fn a_sweep_under_noise_stands_beside_pca_under_noise() {
    for (noise, is_clean) in [("none", true), ("gaussian&level=0.4", false)] {
        let link = format!("#data=swissroll&n=200&hidden=8&k=5&noise={noise}");
        let mut program = Program::ready(&link);
        let line = |program: &Program| {
            let picture = program.state.training.picture.as_ref().unwrap();
            let of_clean = picture.facts.pca.heldout_mse.clone();
            (program.state.comparison.pca_errors(picture), of_clean)
        };
        let (before, of_clean) = line(&program);
        assert_eq!(before, if is_clean { of_clean } else { Vec::new() });
        program.act(Action::SweepToggled);
        while program.state.comparison.swept.len() < 2 {
            program.frames(20);
        }
        program.act(Action::SweepToggled);
        let (found, of_clean) = line(&program);
        let swept = &program.state.comparison.swept;
        for (point, pca) in swept.iter().zip(&found) {
            assert_eq!(point.pca, *pca, "{noise} {}", point.k);
        }
        assert_eq!(found[0] > 1.05 * of_clean[0], !is_clean, "{noise}");
        assert_eq!(
            found.len(),
            if is_clean {
                of_clean.len()
            } else {
                swept.len()
            }
        );
    }
}

#[test]
fn a_link_that_leads_elsewhere_shows_what_it_shows_when_opened() {
    let mut program = Program::ready("#lesson=uses&scene=4");
    assert_eq!(program.state.figure(), Figure::Walk);
    let there = Program::ready("#lesson=uses&scene=3");
    program.act(Action::LinkRevisited("#lesson=uses&scene=3".to_owned()));
    assert_eq!(program.state.figure(), there.state.figure());
    assert_eq!(program.state.panels(), there.state.panels());
    // What was chosen by hand stays where only a setting differs.
    program.act(Action::PanelChosen(Panel::Units));
    program.act(Action::LinkRevisited("#lesson=uses&scene=3&k=5".to_owned()));
    assert!(program.state.shows(Panel::Units));
}

#[test]
fn the_error_of_the_untrained_network_is_no_other() {
    let mut program = looking_back("#k=8", |_| {});
    let first = program.state.seen().unwrap().first_held_out;
    program.act(Action::ResumedHere);
    program.act(Action::PlayToggled);
    program.frames(30);
    assert_eq!(program.state.seen().unwrap().first_held_out, first);
    // Other samples before the first step have another.
    let mut program = Program::ready("#k=8");
    let first = program.state.seen().unwrap().first_held_out;
    let circle = Value::Choice(
        DataSet::ALL
            .iter()
            .position(|&set| set == DataSet::Circle)
            .unwrap(),
    );
    program.act(Action::KnobTurned(Key::Data, circle));
    program.frames(10);
    let seen = program.state.seen().unwrap();
    assert_eq!((seen.step, seen.first_held_out), (0, seen.held_out));
    assert!(seen.first_held_out != first);
}

#[test]
fn a_diverged_run_is_put_right_before_it_is_looked_back_at() {
    let link = "#data=line&hidden=64-64-64&act=relu&opt=momentum&lr=1&k=1&play=1";
    let mut program = Program::ready(link);
    program.frames(60);
    assert!(matches!(
        program.state.training.phase,
        Phase::Diverged { .. }
    ));
    program.act(Action::LookedBack(Some(1)));
    assert_eq!(program.state.time.looking_back, None);
    program.act(Action::MendPressed);
    program.frames(60);
    assert!(program.step() > 1);
}

#[test]
fn a_picture_of_the_run_before_counts_no_steps_of_the_next() {
    let mut program = Program::ready("#k=3&play=1");
    program.frames(60);
    assert_eq!(program.state.training.own_step(), program.step());
    program.hold_engine(true);
    program.act(Action::ResetPressed);
    program.frames(5);
    assert!(program.state.training.shown_step().unwrap() > 0);
    assert_eq!(program.state.training.own_step(), 0);
}

/// An answer that was under way when the level was turned is one of the level before.
#[test]
fn an_answer_of_the_settings_before_ticks_nothing() {
    let mut program = Program::ready("#lesson=denoising&n=400&play=1");
    program.frames(400);
    let goals = |program: &Program| program.state.course.progress.to_text();
    assert!(program.readouts().gain_db.unwrap() > 2.0);
    program.hold_engine(true);
    program.frames(3);
    // The engine answers what was asked, and then hears of the level.
    program.hold_engine(false);
    for _ in 0..50 {
        program.engine_works();
    }
    program.turn(Key::Level, 0.1);
    let before = goals(&program);
    program.page_reads();
    assert!(program.readouts().gain_db.unwrap() > 2.0, "the old level's");
    assert_eq!(goals(&program), before);
    assert_eq!(program.state.training.settings.noise, NoiseChoice::Gaussian);
}

/// What the hand would turn is the newest network's, whose number is another one.
#[test]
fn a_weight_of_an_earlier_step_is_not_set() {
    use hourglass::protocol::Link;
    let mut program = looking_back("#lesson=lab&hidden=none&k=4", |_| ());
    let link = Link {
        layer: 1,
        from: 0,
        to: 30,
    };
    program.act(Action::WeightEdited(link, 2.0));
    assert_eq!(program.state.training.edited, None);
    program.act(Action::LookedBack(None));
    program.frames(5);
    program.act(Action::WeightEdited(link, 2.0));
    assert!(program.state.training.edited.is_some());
}

/// Going on from a step before the hand's takes what it did along.
#[test]
fn what_was_set_after_the_step_is_forgotten_with_it() {
    use hourglass::protocol::Link;
    let link = Link {
        layer: 1,
        from: 0,
        to: 30,
    };
    let mut program = looking_back("#lesson=lab&hidden=none&k=4", |program| {
        program.act(Action::WeightEdited(link, 2.0));
    });
    program.act(Action::ResumedHere);
    assert_eq!(program.state.training.edited, None);
}
