//! What the page looks at: it asks for no more, and gets what the network does.

use crate::common::program::Program;
use crate::common::{engine, snapshot, start, train};
use hourglass::engine::autoencoder_config;
use hourglass::link;
use hourglass::model::Autoencoder;
use hourglass::protocol::{Command, Event, View};
use hourglass::random::{Purpose, stream};
use hourglass::session::{Action, Panel};
use ndarray::Array2;

#[test]
fn a_hovered_sample_is_followed_and_a_place_in_the_code_is_decoded() {
    let mut program = Program::ready("#k=3");
    let sample = |program: &Program| {
        let picture = program.state.training.picture.as_ref().unwrap();
        picture.snapshot.sample.clone().unwrap()
    };
    let gallery = program
        .state
        .training
        .picture
        .as_ref()
        .unwrap()
        .shown
        .gallery
        .clone();
    assert_eq!(gallery.len(), 12);
    assert_eq!(sample(&program).sample, gallery[0]);
    program.act(Action::SampleHovered(Some(77)));
    program.frames(2);
    assert_eq!(sample(&program).sample, 77);
    assert_eq!(program.state.look.marked(), Some(77));
    program.act(Action::SampleHovered(None));
    program.act(Action::SampleSelected(Some(gallery[4])));
    program.frames(2);
    assert_eq!(sample(&program).sample, gallery[4]);
    program.act(Action::SampleMoved(1));
    assert_eq!(program.state.look.selected, Some(gallery[5]));

    // Decoding a sample's own code gives its reconstruction.
    program.act(Action::AxisChosen(0, 2));
    program.frames(2);
    assert_eq!(program.state.look.axes, [2, 1]);
    let of_sample = sample(&program);
    let code = of_sample.code.row(0);
    program.act(Action::ProbeMoved(Some([code[2], code[1]])));
    program.frames(2);
    let of_sample = sample(&program);
    let probe = program
        .state
        .training
        .picture
        .as_ref()
        .unwrap()
        .snapshot
        .probe
        .clone()
        .unwrap();
    let difference = probe
        .decoded
        .values
        .iter()
        .zip(&of_sample.reconstruction.values);
    assert!(difference.map(|(a, b)| (a - b).abs()).fold(0.0, f32::max) < 1e-5);
}

#[test]
fn the_terms_of_the_loss_add_up() {
    let link = "#penalty=l1&lambda=0.01&decay=0.001&noise=masking&level=0.3";
    let mut program = Program::ready(link);
    program.act(Action::StepPressed);
    program.frames(2);
    let readouts = program.readouts();
    let sum = readouts.reconstruction + readouts.penalty.unwrap() + readouts.decay.unwrap();
    assert!((readouts.loss - sum).abs() < 1e-9);
    assert_eq!(readouts.reconstruction, readouts.train_mse);
    assert!(readouts.gain_db.is_some());
}

#[test]
fn a_snapshot_holds_what_its_panel_shows() {
    let mut program = Program::ready("#hidden=none&k=6");
    let counts = |program: &Program| {
        let snapshot = &program.state.training.picture.as_ref().unwrap().snapshot;
        [&snapshot.heatmap, &snapshot.dictionary].map(|matrix| matrix.rows())
    };
    assert_eq!(counts(&program), [0, 0]);
    program.act(Action::PanelChosen(Panel::Units));
    program.frames(2);
    assert_eq!(counts(&program), [6, 6]);
    let picture = program.state.training.picture.clone().unwrap();
    assert_eq!(
        picture.snapshot.heatmap.columns,
        picture.shown.heatmap.len()
    );
    assert!(picture.snapshot.analyses.is_none());
    program.act(Action::PanelChosen(Panel::Uses));
    program.frames(2);
    assert_eq!(counts(&program), [0, 0]);
    let analyses = program
        .state
        .training
        .picture
        .as_ref()
        .unwrap()
        .snapshot
        .analyses
        .clone();
    assert!(analyses.unwrap().precision.is_some());
}

/// The weights that come with a snapshot make the very activations that its heatmap shows.
#[test]
fn the_heatmap_is_the_networks_activations() {
    let link = "#data=moons&k=5&code=sigmoid&tied=1";
    let mut engine = engine();
    let Event::Started { facts, .. } = start(&mut engine, link) else {
        panic!("{link} did not start");
    };
    let view = View {
        heatmap: vec![3, 499, 0, 250],
        weights: true,
        ..View::default()
    };
    let snapshot = snapshot(train(&mut engine, 30, view.clone()));
    let mut network: Autoencoder<f32> =
        autoencoder_config(&link::read(link).0.settings).init(&mut stream(9, Purpose::Weights));
    let weights = snapshot.weights.unwrap().parameters.values;
    assert_eq!(network.parameters().count(), weights.len());
    for (parameter, weight) in network.parameters_mut().zip(weights) {
        *parameter = weight;
    }
    for (column, &sample) in view.heatmap.iter().enumerate() {
        let x = Array2::from_shape_vec((1, 2), facts.x.row(sample as usize).to_vec()).unwrap();
        for (unit, &activation) in network.encode(x.view()).iter().enumerate() {
            assert!((snapshot.heatmap.row(unit)[column] - activation).abs() < 1e-6);
        }
    }
}

#[test]
fn the_page_asks_only_for_what_it_shows() {
    let asked = |link: &str, panel: Panel| {
        let mut program = Program::ready(link);
        program.act(Action::PanelChosen(panel));
        program.act(Action::StepPressed);
        program.frames(2);
        let views = program
            .sent
            .iter()
            .rev()
            .filter_map(|command| match command {
                Command::Train { view, .. } => Some(view.clone()),
                _ => None,
            });
        let view = views.into_iter().next().unwrap();
        [
            !view.heatmap.is_empty(),
            view.dictionary,
            view.analyses,
            view.field,
        ]
    };
    assert_eq!(asked("#", Panel::Codes), [false; 4]);
    assert_eq!(asked("#", Panel::Units), [true, true, false, false]);
    assert_eq!(asked("#", Panel::Uses), [false, false, true, false]);
    assert_eq!(asked("#noise=masking", Panel::Codes), [false; 4]);
    let corrupted = "&noise=gaussian&level=0.1&k=1";
    for (data, has_field) in [("spiral", true), ("scurve", false)] {
        let link = format!("#data={data}{corrupted}");
        assert_eq!(asked(&link, Panel::Codes), [false, false, false, has_field]);
    }
}

/// As of a canvas that has no size yet: it must not be asked for again and again.
#[test]
fn a_place_that_is_no_place_asks_for_nothing() {
    let mut program = Program::ready("#k=3");
    program.frames(3);
    let before = program.sent.len();
    program.act(Action::ProbeMoved(Some([f32::NAN, 0.0])));
    program.frames(5);
    assert_eq!(program.state.look.probe, None);
    assert_eq!(program.sent.len(), before);
}
