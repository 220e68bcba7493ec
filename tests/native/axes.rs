//! From data to places on the screen: viewports, extents, ticks and projection.

use hourglass::plot::{Extent, Viewport, linear_ticks, logarithmic_ticks, project, tick_label};

#[test]
fn screen_and_data_are_inverses() {
    let view = Viewport::new(
        Extent {
            low: -2.0,
            high: 3.0,
        },
        Extent {
            low: 1.0,
            high: 5.0,
        },
        [40.0, 10.0, 300.0, 200.0],
    );
    assert_eq!(view.screen_from_data([-2.0, 1.0]), [40.0, 210.0]);
    assert_eq!(view.screen_from_data([3.0, 5.0]), [340.0, 10.0]);
    let [x, y] = view.data_from_screen(view.screen_from_data([0.7, 2.2]));
    assert!((x - 0.7).abs() < 1e-5 && (y - 2.2).abs() < 1e-5);
    assert_eq!(
        view.nearest([41.0, 209.0], [[3.0, 5.0], [-2.0, 1.0]], 5.0),
        Some(1)
    );
    assert_eq!(
        view.nearest([100.0, 100.0], [[3.0, 5.0], [-2.0, 1.0]], 5.0),
        None
    );
}

#[test]
fn equal_aspect_keeps_circles_round() {
    let unit = Extent {
        low: -1.0,
        high: 1.0,
    };
    let view = Viewport::with_equal_aspect(unit, unit, [0.0, 0.0, 600.0, 200.0]);
    let [o, x, y] = [[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]].map(|p| view.screen_from_data(p));
    assert!(((x[0] - o[0]) - (o[1] - y[1])).abs() < 1e-3);
}

#[test]
fn an_axis_widens_at_once_and_shrinks_only_when_empty() {
    let before = Extent {
        low: 0.0,
        high: 10.0,
    };
    let wider = Extent {
        low: -1.0,
        high: 10.0,
    }
    .following(before);
    assert_eq!((wider.low, wider.high), (-1.0, 10.0));
    let little = Extent {
        low: 0.5,
        high: 9.5,
    };
    assert_eq!(little.following(before), before);
    let much = Extent {
        low: 4.0,
        high: 6.0,
    };
    assert_eq!(much.following(before), much);
}

#[test]
fn ticks_are_round_and_within_the_axis() {
    assert_eq!(
        linear_ticks(0.0, 1000.0, 5),
        [0.0, 200.0, 400.0, 600.0, 800.0, 1000.0]
    );
    assert_eq!(logarithmic_ticks(0.015, 0.3, 9), [0.02, 0.05, 0.1, 0.2]);
    // Too many for the room, and a single power of ten among them.
    assert_eq!(logarithmic_ticks(0.004, 0.06, 2), [0.005, 0.02]);
    let decades = logarithmic_ticks(1e-6, 10.0, 4);
    assert!(decades.len() <= 4 && decades.contains(&1e-6));
    assert!(linear_ticks(f64::NAN, 1.0, 4).is_empty());
    assert!(linear_ticks(1.0, 1.0, 4).is_empty());
    assert!(logarithmic_ticks(0.0, 1.0, 4).is_empty());
    let labels = [-0.5, 0.001, 1500.0, 0.0].map(tick_label);
    assert_eq!(labels, ["−0.5", "0.001", "1500", "0"]);
    // Each says its number, however large or small.
    let labels = linear_ticks(0.0, 2.5e6, 6).into_iter().map(tick_label);
    assert_eq!(
        labels.collect::<Vec<_>>(),
        ["0", "500000", "1e6", "1.5e6", "2e6", "2.5e6"]
    );
    assert_eq!([1.5e-6, -2.25e8].map(tick_label), ["1.5e−6", "−2.25e8"]);
}

#[test]
fn points_in_the_plane_stay_and_points_in_space_are_seen_from_the_side() {
    let plane = [0.5, -0.25, 1.0, 2.0];
    assert_eq!(project(&plane, 2), plane);
    let up = project(&[0.0, 0.0, 1.0], 3);
    assert!(
        up[0] == 0.0 && up[1] > 0.5,
        "the third coordinate points up"
    );
    let twice = project(&[2.0, 4.0, 6.0], 3);
    let once = project(&[1.0, 2.0, 3.0], 3);
    assert!(
        twice
            .iter()
            .zip(&once)
            .all(|(a, b)| (a - 2.0 * b).abs() < 1e-6)
    );
}

/// Data in the units of physics: as small as they are, they fill the axis.
#[test]
fn an_axis_is_as_short_as_its_numbers() {
    let padded = Extent {
        low: 1e-9,
        high: 3e-9,
    }
    .padded(0.1);
    assert!(padded.high - padded.low < 3e-9, "{padded:?}");
    let one = Extent {
        low: 0.0,
        high: 0.0,
    }
    .padded(0.1);
    assert_eq!((one.low, one.high), (-0.5, 0.5));
}
