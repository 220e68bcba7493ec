//! What is analysed, sent and drawn besides.

use hourglass::analysis::{
    Pca, active_fraction, column_means, dead_units, least_active, mean_activation, variation,
};
use hourglass::engine::Engine;
use hourglass::link;
use hourglass::model::Activation;
use hourglass::plot::{
    Axes, CodeFigure, Emphasis, ErrorChart, ErrorPoint, HourglassFigure, Palette, Theme,
    UnitColumn, draw_error_chart,
};
use hourglass::protocol::{Command, Event, Message, Pace, View};
use hourglass::train::mse;
use plotters::prelude::SVGBackend;

use crate::measure::{measure, noise, now_ms};

pub fn pca() {
    for (n, d, calls) in [(1437, 64, 9), (4000, 784, 3)] {
        let x = noise(n, d);
        measure(&format!("PCA of {n} × {d}"), calls, (1.0, "fits"), || {
            Pca::fit(x.view())
        });
    }
}

/// What is found in all samples' way through the network, once it is gone.
pub fn findings() {
    let (x, r, code) = (noise(4000, 784), noise(4000, 784), noise(4000, 128));
    let per = (1.0, "times");
    measure("error of 4000 × 784", 20, per, || mse(r.view(), x.view()));
    measure("variation of 4000 × 784", 20, per, || {
        variation(r.view(), 1.0)
    });
    measure("means of 4000 × 128", 20, per, || {
        column_means(code.view())
    });
    measure("dead units of 4000 × 128", 20, per, || {
        dead_units(code.view())
    });
    measure("active part of 4000 × 128", 20, per, || {
        active_fraction(code.view(), least_active(code.view(), Activation::Tanh))
    });
    measure("mean activation of 4000 × 128", 20, per, || {
        mean_activation(code.view())
    });
}

/// What a frame costs besides training: the evaluation, the snapshot and its bytes.
pub fn snapshots() {
    for text in ["", "#data=circle&k=1&hidden=32-32&act=tanh"] {
        let (link, _) = link::read(text);
        let mut engine = Engine::new(now_ms);
        engine.handle(Command::Start {
            run: 1,
            settings: link.settings,
            keep_previous: false,
            asset: Some(include_bytes!("../../static/data/digits.bin").to_vec()),
            resume: None,
        });
        let view = View {
            sample: Some(3),
            gallery: (0..12).collect(),
            probe: Some([0.0, 0.0]),
            axes: [0, 1],
            ..View::default()
        };
        measure(
            &format!("a snapshot of {text:?}"),
            50,
            (1.0, "snapshots"),
            || {
                let event = engine.handle(Command::Train {
                    run: 1,
                    pace: Pace {
                        steps: 0,
                        budget_ms: 0.0,
                    },
                    view: view.clone(),
                });
                let packet = event.unwrap().into_packet().unwrap();
                Event::from_packet(packet).unwrap()
            },
        );
    }
}

pub fn drawing() {
    let codes = noise(1797, 2);
    let labels: Vec<u8> = (0..1797).map(|i| (i % 10) as u8).collect();
    let figure = CodeFigure {
        axes: Axes {
            names: ["h1".to_owned(), "h2".to_owned()],
            is_pca: false,
        },
        codes: codes.as_slice().unwrap(),
        columns: 2,
        labels: &labels,
        n_train: 1437,
        numerals: true,
        names: &[],
        shades: Vec::new(),
        marked: Some(5),
        probe: None,
    };
    let palette = Palette::of(Theme::LIGHT);
    let view = figure.viewport([400.0, 300.0], figure.extents());
    measure("the scene of 1797 codes", 50, (1.0, "scenes"), || {
        figure.scene(&view, palette)
    });

    let widths = [64, 64, 8, 64, 64];
    let units = noise(64, 1);
    let links: Vec<_> = widths.windows(2).map(|w| noise(w[0], w[1])).collect();
    let columns = widths.map(|width| UnitColumn {
        width: width as u32,
        activations: &units.as_slice().unwrap()[..width],
    });
    let links: Vec<&[f32]> = links.iter().map(|w| w.as_slice().unwrap()).collect();
    let hourglass = HourglassFigure {
        columns: &columns,
        links: &links,
        emphasis: Emphasis::Flow,
        features: [0.0, 1.0],
        unit: None,
        link: None,
        has_pixels: true,
        names_k: true,
    };
    measure("the links of 64-64-8-64-64", 50, (1.0, "pictures"), || {
        hourglass.pixels([620.0, 300.0], 1.0, palette)
    });

    let points: Vec<ErrorPoint> = (0..2000)
        .map(|i| ErrorPoint {
            step: i,
            train: 1.0 / (i + 1) as f64,
            held_out: 1.1 / (i + 1) as f64,
            pca: 0.02,
            penalty: f64::NAN,
        })
        .collect();
    let chart = ErrorChart {
        points: &points,
        ghost: &[],
        published: &[],
        decimals: 4,
        ghost_name: "",
        playhead: Some(500),
        ticks: &[],
        font: "sans-serif",
        scale: 1.0,
        palette,
    };
    let mut svg = String::new();
    measure(
        "the error chart of 2000 points, as SVG",
        20,
        (1.0, "charts"),
        || {
            svg.clear();
            let mut backend = SVGBackend::with_string(&mut svg, (700, 160));
            draw_error_chart(&mut backend, &chart).unwrap();
        },
    );
}
