//! The error chart: its curves and changes bear their names, and it bears any numbers.

use hourglass::plot::{ErrorChart, ErrorPoint, ErrorTick, Palette, Theme, draw_error_chart};
use plotters::prelude::SVGBackend;

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
