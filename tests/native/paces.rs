//! How fast a run goes: by the clock, whatever the screen; and what the page says of it.

use crate::common::program::Program;
use hourglass::session::Action;

/// Screens of 30, 60 and 144 Hz: milliseconds between two frames.
const SCREENS: [f64; 3] = [1000.0 / 30.0, 1000.0 / 60.0, 1000.0 / 144.0];

/// Steps per second of the clock.
fn pace(program: &mut Program, interval_ms: f64, seconds: f64) -> f64 {
    let (from_ms, from) = (program.now_ms(), program.step());
    while program.now_ms() < from_ms + 1000.0 * seconds {
        program.frames_of(interval_ms, 1);
    }
    1000.0 * (program.step() - from) as f64 / (program.now_ms() - from_ms)
}

#[test]
fn a_fast_screen_learns_no_faster() {
    for speed in ["slow", "normal", "fast"] {
        let paces = SCREENS.map(|interval_ms| {
            let mut program = Program::ready(&format!("#data=line&speed={speed}&play=1"));
            pace(&mut program, interval_ms, 1.0);
            pace(&mut program, interval_ms, 4.0)
        });
        println!("{speed}: {paces:.1?} steps per second at 30, 60 and 144 Hz");
        for pace in paces {
            let ratio = pace / paces[1];
            assert!((0.8..1.25).contains(&ratio), "{speed}: {paces:.1?}");
        }
    }
}

/// Pictures are what a page costs: enough of them for the eye, and no more on a fast screen.
#[test]
fn pictures_come_as_often_as_the_eye_needs_on_any_screen() {
    for interval_ms in SCREENS {
        let mut program = Program::ready("#data=line&speed=normal&play=1");
        pace(&mut program, interval_ms, 1.0);
        let (from_ms, from) = (program.now_ms(), program.trains_sent());
        pace(&mut program, interval_ms, 4.0);
        let pictures = (program.trains_sent() - from) as f64;
        let per_s = 1000.0 * pictures / (program.now_ms() - from_ms);
        println!("a frame every {interval_ms:.1} ms: {per_s:.1} pictures per second");
        assert!((20.0..=40.0).contains(&per_s), "{per_s}");
    }
}

/// A hidden page has no frames: what it measures when it is looked at again is not of that time.
#[test]
fn a_page_that_was_hidden_has_the_pace_that_it_had() {
    let mut program = Program::ready("#data=line&speed=normal&play=1");
    let truth = pace(&mut program, SCREENS[1], 3.0);
    for hidden_ms in [1_500.0, 20_000.0, 3_600_000.0] {
        program.frames_of(hidden_ms, 1);
        let mut said = 0;
        for _ in 0..120 {
            program.frames_of(SCREENS[1], 1);
            if let Some(per_s) = program.state.training.steps_per_s {
                assert!((per_s / truth - 1.0).abs() < 0.1, "{per_s} for {truth}");
                said += 1;
            }
        }
        assert!(said > 60, "{said}");
    }
}

/// A run rests when it has not got better for a while; the time that a page was hidden is none.
#[test]
fn a_page_that_was_hidden_has_the_patience_that_it_had() {
    let link = "#data=line&n=200&batch=512&hidden=none&k=1&speed=normal&play=1";
    let until_rest = |hidden: bool| {
        let mut program = Program::ready(link);
        let mut frames = 0_u32;
        while program.state.training.playing && frames < 4000 {
            // It has long not got better, but for fewer steps than a run may take so.
            if hidden && frames == 1300 {
                program.frames_of(3_600_000.0, 1);
            }
            program.frames_of(SCREENS[1], 1);
            frames += 1;
        }
        frames
    };
    let [looked_at, hidden] = [false, true].map(until_rest);
    println!("rests after {looked_at} frames, {hidden} where it was hidden for an hour");
    assert!((1600..4000).contains(&looked_at), "{looked_at}");
    assert!(hidden.abs_diff(looked_at) < 30, "{hidden} for {looked_at}");
}

#[test]
fn steps_per_second_are_what_the_clock_says() {
    for speed in ["slow", "normal", "fast"] {
        let mut program = Program::ready(&format!("#data=line&speed={speed}&play=1"));
        assert_eq!(program.state.training.steps_per_s, None);
        pace(&mut program, SCREENS[1], 1.0);
        let truth = pace(&mut program, SCREENS[1], 2.5);
        let said = program.state.training.steps_per_s.unwrap();
        assert!(
            (said / truth - 1.0).abs() < 0.1,
            "{speed}: {said} for {truth}"
        );
        // A run that stands has no pace.
        program.act(Action::PlayToggled);
        program.frames(3);
        assert_eq!(program.state.training.steps_per_s, None, "{speed}");
    }
}
