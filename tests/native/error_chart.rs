//! The error chart: its curves and changes bear their names, and it bears any numbers.

use hourglass::plot::{ErrorChart, ErrorPoint, ErrorTick, Palette, Theme, draw_error_chart};
use plotters::prelude::SVGBackend;

fn chart_svg(points: &[ErrorPoint], ticks: &[ErrorTick]) -> String {
    chart_at(points, ticks, None)
}

fn chart_at(points: &[ErrorPoint], ticks: &[ErrorTick], playhead: Option<u64>) -> String {
    let mut svg = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut svg, (700, 160));
        let chart = ErrorChart {
            points,
            ghost: &[],
            published: &[],
            decimals: 4,
            ghost_name: "",
            playhead,
            ticks,
            font: "sans-serif",
            scale: 1.0,
            palette: Palette::of(Theme::LIGHT),
        };
        draw_error_chart(&mut backend, &chart).unwrap();
    }
    svg
}

/// A run of 1,000 steps whose errors fall.
fn falling(pca: f64, penalty: f64) -> Vec<ErrorPoint> {
    let point = |i: u64| ErrorPoint {
        step: 10 * i,
        train: 0.2 / (1.0 + i as f64),
        held_out: 0.3 / (1.0 + i as f64),
        pca,
        penalty,
    };
    (0..=100).map(point).collect()
}

#[test]
fn the_error_chart_names_its_curves_and_changes() {
    let points = falling(0.024, 0.01);
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

/// The places of an SVG's texts that are not numbers: left, right and height.
fn names(svg: &str) -> Vec<(String, f64, f64, f64)> {
    let attribute = |tag: &str, name: &str| -> String {
        let from = tag.split(&format!("{name}=\"")).nth(1).unwrap();
        from.split('"').next().unwrap().to_owned()
    };
    let texts = svg.split("<text ").skip(1).map(|text| {
        let (tag, rest) = text.split_once('>').unwrap();
        let name = rest.split('<').next().unwrap().trim().to_owned();
        let [x, y] = ["x", "y"].map(|axis| attribute(tag, axis).parse::<f64>().unwrap());
        let width = 6.4 * name.chars().count() as f64;
        match attribute(tag, "text-anchor").as_str() {
            "start" => (name, x, x + width, y),
            "end" => (name, x - width, x, y),
            _ => (name, x - 0.5 * width, x + 0.5 * width, y),
        }
    });
    texts.collect()
}

/// Wherever the handle is drawn, no change's name lies under it; far from it the name is there.
#[test]
fn the_handle_covers_no_name() {
    let points = falling(f64::NAN, f64::NAN);
    let ticks = [ErrorTick {
        step: 500,
        text: "k 2 → 16".to_owned(),
    }];
    let mut seen = 0;
    for playhead in 0..=1000 {
        let svg = chart_at(&points, &ticks, Some(playhead));
        // The handle is the chart's only polygon.
        let corners = svg.split("<polygon ").nth(1).unwrap();
        let corners = corners
            .split("points=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        let xs: Vec<f64> = corners
            .split_whitespace()
            .map(|corner| corner.split(',').next().unwrap().parse().unwrap())
            .collect();
        let (left, right) = xs
            .iter()
            .fold((f64::INFINITY, 0.0_f64), |(l, r), &x| (l.min(x), r.max(x)));
        let name = names(&svg)
            .into_iter()
            .find(|(name, ..)| name.starts_with("k 2"));
        if let Some((_, from, to, _)) = name {
            seen += 1;
            assert!(
                to <= left || right <= from,
                "step {playhead}: {from} … {to}"
            );
        }
    }
    // There is room beside the tick for it nearly everywhere.
    assert!(seen > 950, "{seen}");
}
