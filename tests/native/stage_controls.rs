//! The controls that an experiment is about stand on the stage, each in one place.

use std::collections::HashSet;

use hourglass::lessons::Lesson;
use hourglass::plot::dragged_k;
use hourglass::session::{Figure, Panel, Place, hands};
use hourglass::settings::{Key, NoiseChoice, PenaltyChoice, Settings};

fn presets() -> impl Iterator<Item = Settings> {
    let scenes = Lesson::ALL.iter().flat_map(|lesson| lesson.scenes());
    scenes.map(|scene| (scene.preset)())
}

#[test]
fn every_experiment_has_at_most_three_controls_on_the_stage_and_the_bottleneck_is_one() {
    for settings in presets() {
        for (figure, _) in Figure::ALL {
            for (panel, ..) in Panel::ALL {
                let hands = hands(&settings, figure, panel);
                let keys: HashSet<Key> = hands.iter().map(|(key, _)| *key).collect();
                assert_eq!(keys.len(), hands.len(), "a control twice: {hands:?}");
                assert!((1..=3).contains(&hands.len()), "{hands:?}");
                assert!(keys.contains(&Key::K));
            }
        }
    }
}

#[test]
fn a_control_stands_beside_what_it_changes() {
    let noisy = Settings {
        noise: NoiseChoice::Gaussian,
        penalty: PenaltyChoice::L1,
        ..Settings::preset()
    };
    let at = |figure, panel| hands(&noisy, figure, panel);
    assert_eq!(
        at(Figure::Samples, Panel::Units),
        [
            (Key::K, Place::Rebuilt),
            (Key::Level, Place::Corrupted),
            (Key::Lambda, Place::Heatmap)
        ]
    );
    assert_eq!(
        at(Figure::Network, Panel::Codes),
        [
            (Key::K, Place::Waist),
            (Key::Level, Place::Head),
            (Key::Lambda, Place::Head)
        ]
    );
}

#[test]
fn a_drag_of_the_waist_is_undone_by_the_drag_back() {
    assert_eq!(dragged_k(8, 0.0), 8.0);
    for k in 1..=128 {
        let there = dragged_k(k, 30.0).round() as u32;
        assert!(there > k);
        assert_eq!(dragged_k(there, -30.0).round() as u32, k);
    }
}
