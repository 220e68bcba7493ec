//! Sensitive and insensitive: what is shown is what the networks do.

use crate::common::{engine, snapshot, start, train};
use hourglass::analysis::faces;
use hourglass::engine::autoencoder_config;
use hourglass::link;
use hourglass::protocol::{Snapshot, View};
use hourglass::random::{Purpose, stream};
use ndarray::{Array2, Axis};

fn view() -> View {
    View {
        faces: true,
        ..View::default()
    }
}

fn after(link: &str, steps: u32) -> Snapshot {
    let mut engine = engine();
    start(&mut engine, link);
    snapshot(train(&mut engine, steps, view()))
}

fn means(snapshot: &Snapshot) -> [f64; 4] {
    let rows = snapshot.faces.as_ref().unwrap();
    [0, 1, 2, 3].map(|column| {
        let values = rows.values.iter().skip(column).step_by(4);
        values.map(|v| f64::from(*v)).sum::<f64>() / rows.rows() as f64
    })
}

#[test]
fn a_code_moves_by_what_it_moves() {
    let settings = link::read("#k=3").0.settings;
    let network = autoencoder_config(&settings).init::<f32>(&mut stream(1, Purpose::Weights));
    let x = Array2::from_shape_fn((20, 64), |(i, j)| ((i * 7 + j * 3) % 17) as f32 / 17.0);
    let shaken = x.mapv(|v| v + 0.05);
    let shown = faces(&network, x.view(), shaken.view());
    let (code, moved) = (network.encode(x.view()), network.encode(shaken.view()));
    let spread = code.var_axis(Axis(0), 0.0).mean().unwrap();
    for i in 0..20 {
        let square = (&moved.row(i) - &code.row(i)).mapv(|d| d * d).sum() / 3.0;
        assert!((shown[[i, 0]] - (square / spread).sqrt()).abs() < 1e-5);
    }
    // Nothing shaken, nothing moved.
    let still = faces(&network, x.view(), x.view());
    assert!(still.column(0).iter().all(|&moved| moved == 0.0));
}

/// Without any regulariser the other network is this one.
#[test]
fn without_regularisers_there_is_no_difference() {
    let [moved, error, other_moved, other_error] = means(&after("#lesson=lab", 60));
    assert_eq!([moved, error], [other_moved, other_error]);
}

/// Noise makes a code stand firmer than the same network's without.
#[test]
fn a_denoising_code_moves_less() {
    let link = "#lesson=lab&hidden=128&k=32&noise=gaussian&level=0.4";
    let [moved, error, other_moved, other_error] = means(&after(link, 1500));
    println!(
        "moves {moved:.3} against {other_moved:.3}, error {error:.4} against {other_error:.4}"
    );
    assert!(moved < 0.9 * other_moved && error > other_error);
}
