//! What the trainer and the drawing spend their time on. `make bench` runs this on the computer and
//! as WebAssembly; it prints the least and the median of several runs.

#![allow(clippy::unwrap_used)]

use std::hint::black_box;

use hourglass::analysis::Pca;
use hourglass::engine::Engine;
use hourglass::link;
use hourglass::model::{Activation, AutoencoderConfig, Dense, DenseGradient, product};
use hourglass::plot::{
    Axes, CodeFigure, Emphasis, ErrorChart, ErrorPoint, HourglassFigure, Palette, Theme,
    UnitColumn, draw_error_chart,
};
use hourglass::protocol::{Command, Event, Message, Pace, View};
use hourglass::random::{Purpose, stream, uniform};
use hourglass::train::{Loss, Objective, Optimizer, Penalty, Rule, TrainConfig, Trainer};
use ndarray::{Array2, Axis};
use plotters::prelude::SVGBackend;

#[cfg(not(target_arch = "wasm32"))]
fn now_ms() -> f64 {
    use std::sync::LazyLock;
    use std::time::Instant;
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    BEGUN.elapsed().as_secs_f64() * 1000.0
}

#[cfg(target_arch = "wasm32")]
fn now_ms() -> f64 {
    use wasm_bindgen::JsCast;
    let global = js_sys::global();
    let clock = js_sys::Reflect::get(&global, &"performance".into()).unwrap();
    clock.unchecked_into::<web_sys::Performance>().now()
}

fn say(line: &str) {
    #[cfg(target_arch = "wasm32")]
    web_sys::console::log_1(&line.into());
    #[cfg(not(target_arch = "wasm32"))]
    println!("{line}");
}

/// Times `work`; `per` says of how many of `what` one call consists.
fn measure<T>(name: &str, calls: usize, (per, what): (f64, &str), mut work: impl FnMut() -> T) {
    black_box(work());
    let mut times: Vec<f64> = (0..calls)
        .map(|_| {
            let begun = now_ms();
            black_box(work());
            now_ms() - begun
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let (least, median) = (times[0], times[times.len() / 2]);
    let rate = 1000.0 * per / least;
    say(&format!(
        "{name:<44} {least:9.3} ms  median {median:9.3}  {rate:12.0} {what}/s"
    ));
}

fn noise(n: usize, d: usize) -> Array2<f32> {
    let mut rng = stream(0, Purpose::Data);
    Array2::from_shape_simple_fn((n, d), || uniform(&mut rng, 0.0, 1.0) as f32)
}

fn training_steps() {
    const STEPS: usize = 50;
    for (input, hidden, code, activation) in [
        (64, vec![32], 8, Activation::Relu),
        (64, vec![32], 8, Activation::Tanh),
        (2, vec![32, 32], 1, Activation::Tanh),
        (784, vec![128], 32, Activation::Relu),
    ] {
        let config = AutoencoderConfig {
            input,
            hidden,
            code,
            hidden_activation: activation,
            code_activation: Activation::Linear,
            output_activation: Activation::Linear,
            tied: false,
            unit_atoms: false,
        };
        let settings = TrainConfig {
            rule: Rule::Adam,
            learning_rate: 0.003,
            batch: 64,
            objective: Objective {
                loss: Loss::Mse,
                penalty: Penalty::None,
                decay: 0.0,
            },
        };
        let x = noise(1024, input);
        let network = config.init(&mut stream(0, Purpose::Weights));
        let mut trainer: Trainer<f32> =
            Trainer::new(network, settings, stream(0, Purpose::Batches));
        let name = format!("{STEPS} steps of 64, {:?} {activation:?}", config.widths());
        measure(&name, 9, ((STEPS * 64) as f64, "samples"), || {
            for _ in 0..STEPS {
                let batch = x.select(Axis(0), trainer.next_batch(x.nrows()));
                trainer.step(batch.view(), batch.view());
            }
        });
    }
}

/// What a core can multiply and add in vectors of four numbers, with everything in its registers, and how much of it the product has at
/// the three largest shapes of a step: so many billion operations a second.
fn products() {
    const VECTORS: usize = 12;
    const TIMES: usize = 100_000;
    let (factor, term) = (black_box(0.999_f32), black_box(0.001_f32));
    let mut sums = black_box([[1.0_f32; 4]; VECTORS]);
    let peak = 2 * 4 * VECTORS * TIMES;
    measure(
        "multiply and add by fours, in registers",
        20,
        (peak as f64 / 1e9, "billion"),
        || {
            let mut kept = sums;
            for _ in 0..TIMES {
                for sum in &mut kept {
                    for x in sum {
                        *x = *x * factor + term;
                    }
                }
            }
            sums = kept;
            sums
        },
    );
    let mut c = Array2::default((0, 0));
    let mut room = Vec::new();
    for [m, l, n] in [[64, 784, 128], [64, 128, 784], [784, 64, 128]] {
        let (a, b) = (noise(m, l), noise(l, n));
        let work = 2.0 * (m * l * n) as f64;
        measure(
            &format!("product of {m} × {l} and {l} × {n}"),
            50,
            (work / 1e9, "billion"),
            || {
                let factors = [a.view(), b.view()];
                product(factors, None, Activation::Linear, &mut c, &mut room);
                c.as_ptr()
            },
        );
    }
}

/// Adam, where half the units get no gradient any more.
fn updates() {
    let mut rng = stream(0, Purpose::Weights);
    let layers = vec![Dense::<f32>::init(64, 64, Activation::Relu, &mut rng)];
    for (name, is_on) in [
        ("all units on", [true; 2]),
        ("half of them off", [true, false]),
    ] {
        let mut layers = layers.clone();
        let mut optimizer = Optimizer::new(Rule::Adam, &layers);
        let gradients = [true, false].map(|first| {
            let d_weight = Array2::from_shape_fn((64, 64), |(i, j)| {
                let is_on = first || is_on[j % 2];
                if is_on { layers[0].weight[[i, j]] } else { 0.0 }
            });
            let d_bias = layers[0].bias.clone();
            [DenseGradient { d_weight, d_bias }]
        });
        optimizer.update(&mut layers, &gradients[0], 0.001);
        for _ in 0..1000 {
            optimizer.update(&mut layers, &gradients[1], 0.001);
        }
        measure(
            &format!("Adam's update of 64 × 64, {name}"),
            50,
            (1.0, "updates"),
            || optimizer.update(&mut layers, &gradients[1], 0.001),
        );
    }
}

fn pca() {
    for (n, d, calls) in [(1437, 64, 9), (4000, 784, 3)] {
        let x = noise(n, d);
        measure(&format!("PCA of {n} × {d}"), calls, (1.0, "fits"), || {
            Pca::fit(x.view())
        });
    }
}

/// What a frame costs besides training: the evaluation, the snapshot and its bytes.
fn snapshots() {
    for text in ["", "#data=circle&k=1&hidden=32-32&act=tanh"] {
        let (link, _) = link::read(text);
        let mut engine = Engine::new(now_ms);
        engine.handle(Command::Start {
            run: 1,
            settings: link.settings,
            keep_previous: false,
            asset: Some(include_bytes!("../static/data/digits.bin").to_vec()),
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

fn drawing() {
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

fn main() {
    training_steps();
    products();
    updates();
    pca();
    snapshots();
    drawing();
}
