//! Geometry and colours.

#![allow(clippy::unwrap_used)]

use hourglass::plot::{
    Axes, CodeFigure, ErrorChart, ErrorPoint, ErrorTick, Extent, Heatmap, Mark, MeanBars, Palette,
    Pixels, PointsFigure, Ramp, Theme, Viewport, draw_error_chart, linear_ticks, logarithmic_ticks,
    project, tick_label, tile,
};
use plotters::prelude::SVGBackend;

const STYLE: &str = include_str!("../static/style.css");

fn hex([r, g, b]: [u8; 3]) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

#[test]
fn the_style_sheet_has_the_palettes_colours() {
    type Colour = fn(&Palette) -> [u8; 3];
    let named: [(&str, Colour); 15] = [
        ("paper", |p| p.paper),
        ("ink", |p| p.ink),
        ("ink2", |p| p.ink2),
        ("ink3", |p| p.ink3),
        ("grid", |p| p.grid),
        ("control", |p| p.control),
        ("input", |p| p.input),
        ("code", |p| p.code),
        ("code-fill", |p| p.code_fill),
        ("reconstruction", |p| p.reconstruction),
        ("error", |p| p.error),
        ("pca", |p| p.pca),
        ("penalty", |p| p.penalty),
        ("positive", |p| p.positive),
        ("negative", |p| p.negative),
    ];
    for (name, colour) in named {
        let [light, dark] =
            [Theme::Light, Theme::Dark].map(|theme| hex(colour(Palette::of(theme))));
        let wanted = format!("--{name}: light-dark({light}, {dark});");
        assert!(STYLE.contains(&wanted), "the style sheet lacks {wanted}");
    }
}

/// WCAG 2.2's contrast ratio.
fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let luminance = |rgb: [u8; 3]| {
        let [r, g, b] = rgb.map(|c| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

#[test]
fn text_stands_out_by_4_5_and_graphics_by_3() {
    for theme in [Theme::Light, Theme::Dark] {
        let p = Palette::of(theme);
        for text in [
            p.ink,
            p.ink2,
            p.ink3,
            p.code,
            p.reconstruction,
            p.error,
            p.pca,
        ] {
            assert!(contrast(text, p.paper) >= 4.5, "{theme:?} {}", hex(text));
        }
        for graphic in p.classes.into_iter().chain([p.control]) {
            assert!(
                contrast(graphic, p.paper) >= 3.0,
                "{theme:?} {}",
                hex(graphic)
            );
        }
    }
}

#[test]
fn a_ramp_starts_and_ends_at_its_stops_and_never_turns_back() {
    let ramp = Ramp::new(&[
        (0.0, [238, 241, 244]),
        (0.5, [75, 147, 211]),
        (1.0, [10, 54, 104]),
    ]);
    assert_eq!(ramp.at(0.0), [238, 241, 244]);
    assert_eq!(ramp.at(1.0), [10, 54, 104]);
    assert_eq!((ramp.at(-3.0), ramp.at(7.0)), (ramp.at(0.0), ramp.at(1.0)));
    let brightness = |v: f32| -> u32 { ramp.at(v).iter().map(|&c| u32::from(c)).sum() };
    for i in 0..255 {
        let (low, high) = (i as f32 / 255.0, (i + 1) as f32 / 255.0);
        assert!(brightness(low) >= brightness(high));
    }
}

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
    let decades = logarithmic_ticks(1e-6, 10.0, 4);
    assert!(decades.len() <= 4 && decades.contains(&1e-6));
    assert!(linear_ticks(f64::NAN, 1.0, 4).is_empty());
    assert!(linear_ticks(1.0, 1.0, 4).is_empty());
    assert!(logarithmic_ticks(0.0, 1.0, 4).is_empty());
    let labels = [-0.5, 0.001, 1500.0, 0.0].map(tick_label);
    assert_eq!(labels, ["−0.5", "0.001", "1500", "0"]);
}

#[test]
fn a_tile_shows_every_value_as_a_square() {
    let ramp = Ramp::new(&[(0.0, [0, 0, 0]), (1.0, [255, 255, 255])]);
    let image = tile(&[0.0, 1.0, 1.0, 0.0], 2, &ramp, 3);
    assert_eq!((image.width, image.height), (6, 6));
    let at = |x: usize, y: usize| image.rgba[4 * (y * 6 + x)];
    assert_eq!(
        [at(0, 0), at(2, 2), at(3, 2), at(3, 3), at(0, 5)],
        [0, 0, 255, 0, 255]
    );
    let mut canvas = Pixels::filled(4, 4, [9, 9, 9]);
    canvas.blit(&image, 2, 2);
    assert_eq!(canvas.rgba[4 * (4 + 1)], 9);
    assert_eq!(canvas.rgba[4 * (2 * 4 + 2)], 0);
}

fn chart_svg(points: &[ErrorPoint], ticks: &[ErrorTick]) -> String {
    let mut svg = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut svg, (700, 160));
        let chart = ErrorChart {
            points,
            ghost: &[],
            ghost_name: "",
            playhead: None,
            ticks,
            font: "sans-serif",
            scale: 1.0,
            palette: Palette::of(Theme::Light),
        };
        draw_error_chart(&mut backend, &chart).unwrap();
    }
    svg
}

#[test]
fn the_error_chart_names_its_curves_and_changes() {
    let points: Vec<ErrorPoint> = (0..=100)
        .map(|i| ErrorPoint {
            step: 10 * i,
            train: 0.2 / (1.0 + i as f64),
            held_out: 0.3 / (1.0 + i as f64),
            pca: 0.024,
            penalty: 0.01,
        })
        .collect();
    let ticks = [ErrorTick {
        step: 400,
        text: "k 2 → 16".to_owned(),
    }];
    let svg = chart_svg(&points, &ticks);
    for text in [
        "PCA 0.0240",
        "held-out 0.0030",
        "training 0.0020",
        "penalty 0.0100",
        "k 2 → 16",
        "step",
        "0.01",
        "1000",
    ] {
        assert!(svg.contains(text), "the chart lacks {text}");
    }
    assert!(!svg.contains("NaN"));
}

#[test]
fn the_error_chart_bears_anything() {
    let odd = |train, held_out, pca| ErrorPoint {
        step: 0,
        train,
        held_out,
        pca,
        penalty: f64::NAN,
    };
    for point in [
        odd(0.0, 0.0, 0.0),
        odd(f64::NAN, f64::INFINITY, 0.1),
        odd(0.3, 1e-30, 0.0),
        odd(1e30, 1e-3, 1e-3),
    ] {
        assert!(!chart_svg(&[point], &[]).contains("NaN"), "{point:?}");
    }
    chart_svg(&[], &[]);
}

#[test]
fn a_strip_gives_each_class_its_lane_and_a_scatter_its_axes() {
    let figure = |columns, codes| CodeFigure {
        axes: Axes {
            names: ["h₁".to_owned(), "h₂".to_owned()],
            is_pca: false,
        },
        codes,
        columns,
        labels: &[0, 1],
        n_train: 1,
        numerals: true,
        shades: Vec::new(),
        marked: Some(1),
        probe: Some([0.5, 0.5]),
    };
    let strip = figure(1, &[0.0, 1.0]);
    let view = strip.viewport([400.0, 300.0], strip.extents());
    let scene = strip.scene(&view, Palette::of(Theme::Light));
    let ring = scene.marks.iter().find_map(|mark| match mark {
        Mark::Ring { centre, .. } => Some(*centre),
        _ => None,
    });
    let middle = view.screen_from_data([0.0, 0.5])[1];
    assert!(
        ring.unwrap()[1] < middle,
        "the second class lies above the first"
    );
    let scatter = figure(2, &[0.0, 0.0, 1.0, 2.0]);
    let view = scatter.viewport([400.0, 300.0], scatter.extents());
    let at = view.screen_from_data([1.0, 2.0]);
    assert_eq!(scatter.sample_at(&view, at), Some(1));
    assert_eq!(scatter.sample_at(&view, [at[0] - 60.0, at[1]]), None);
}

#[test]
fn a_point_is_tied_to_its_reconstruction() {
    let figure = PointsFigure {
        x: &[0.0, 0.0, 1.0, 1.0],
        directions: vec![[1.0, 0.0], [0.0, 1.0]],
        shades: Vec::new(),
        inputs: &[],
        field: &[],
        labels: &[0, 0],
        n_train: 1,
        reconstructions: &[0.5, 0.0, 1.0, 0.5],
        curve: &[],
        pca: None,
        marked: None,
        decoded: None,
    };
    let size = [300.0, 200.0];
    let view = figure.viewport(size);
    let wanted = vec![
        [[0.0, 0.0], [0.5, 0.0]].map(|p| view.screen_from_data(p)),
        [[1.0, 1.0], [1.0, 0.5]].map(|p| view.screen_from_data(p)),
    ];
    let scene = figure.scene(size, Palette::of(Theme::Light));
    let tied = scene
        .marks
        .iter()
        .any(|mark| matches!(mark, Mark::Segments { ends, .. } if *ends == wanted));
    assert!(tied);
}

#[test]
fn every_pixel_of_a_heatmap_is_its_cells_activation() {
    let cells = Heatmap {
        units: 3,
        samples: 4,
        size: [22, 13],
    };
    let values: Vec<f32> = (0..12).map(|i| i as f32 - 5.0).collect();
    let ramp = &Palette::of(Theme::Light).code_ramp;
    let largest = Heatmap::largest(&values);
    assert_eq!(largest, 6.0);
    let pixels = cells.pixels(&values, largest, ramp);
    for y in 0..13 {
        for x in 0..22 {
            let (unit, sample) = cells.at([x, y]).unwrap();
            let [left, width] = cells.column(sample);
            assert!((left..left + width).contains(&x));
            let at = 4 * (22 * y + x);
            let wanted = ramp.at(values[4 * unit + sample].abs() / 6.0);
            assert_eq!(pixels.rgba[at..at + 3], wanted);
        }
    }
    assert_eq!(cells.at([22, 0]), None);
}

#[test]
fn what_a_mean_activation_has_beyond_its_target_is_the_penaltys() {
    let palette = Palette::of(Theme::Light);
    let bars = MeanBars {
        means: &[0.02, 0.1],
        target: Some(0.05),
        row: 10.0,
    };
    assert_eq!(bars.extent(), 0.1);
    let of = |colour| -> Vec<[f32; 2]> {
        let marks = bars.scene(101.0, palette).marks;
        let drawn = marks.into_iter().filter_map(|mark| match mark {
            Mark::Rectangle { corner, size, fill } if fill == colour => Some([corner[0], size[0]]),
            _ => None,
        });
        drawn.collect()
    };
    let close = |got: Vec<[f32; 2]>, wanted: &[[f32; 2]]| {
        assert_eq!(got.len(), wanted.len());
        let numbers = got.iter().flatten().zip(wanted.iter().flatten());
        assert!(
            numbers.into_iter().all(|(a, b)| (a - b).abs() < 1e-3),
            "{got:?}"
        );
    };
    close(of(palette.code_fill), &[[0.0, 20.0], [0.0, 50.0]]);
    close(of(palette.penalty), &[[50.0, 50.0]]);
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
