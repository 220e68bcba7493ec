//! A sparse code on the page: the sum of atoms is the reconstruction, one order for all pictures, and
//! what a unit answers to.

use crate::common::program::Program;
use hourglass::plot::{AtomsFigure, Slot};
use hourglass::session::{Action, Figure, Picture, SampleOrder, UnitOrder, sum_of_atoms};
use hourglass::settings::Key;

fn picture(program: &Program) -> &Picture {
    program.state.training.picture.as_ref().unwrap()
}

fn trained(link: &str) -> Program {
    let mut program = Program::ready(link);
    program.act(Action::PlayToggled);
    program.frames(60);
    program.act(Action::PlayToggled);
    program.frames(3);
    program
}

const LINKS: [&str; 3] = [
    "#lesson=sparse&lambda=0.003",
    "#lesson=sparse&penalty=kl&code=sigmoid&rho=0.1&atoms=unit",
    "#lesson=sparse&data=patches",
];

#[test]
fn the_sum_of_atoms_is_the_reconstruction() {
    for link in LINKS {
        let mut program = trained(link);
        for _ in 0..4 {
            program.act(Action::SampleMoved(1));
            program.frames(2);
            let picture = picture(&program);
            let way = picture.snapshot.sample.as_ref().unwrap();
            let sum = sum_of_atoms(picture, usize::MAX).unwrap();
            assert_eq!((sum.sample, sum.smaller), (way.sample, 0));
            let made = &way.reconstruction.values;
            let last = sum.terms.last().map_or(&sum.bias, |term| &term.so_far);
            for (a, b) in last.iter().zip(made) {
                assert!((a - b).abs() < 1e-4, "{link}: {a} is not {b}");
            }
            // Strongest first; what is off has no part.
            let atoms = &picture.snapshot.dictionary;
            let part = |unit: u32, h: f32| {
                let squares = atoms.row(unit as usize).iter().map(|w| w * w);
                h.abs() * squares.sum::<f32>().sqrt()
            };
            let parts: Vec<f32> = sum
                .terms
                .iter()
                .map(|term| part(term.unit, term.activation))
                .collect();
            assert!(parts.is_sorted_by(|a, b| a >= b) && parts.iter().all(|&p| p > 0.0));
            let few = sum_of_atoms(picture, 5).unwrap();
            assert_eq!(few.terms[..], sum.terms[..few.terms.len()]);
            assert_eq!(few.smaller, sum.terms.len() - few.terms.len());
        }
    }
}

/// Where the decoder bends, a reconstruction is no sum of atoms, and none is offered.
#[test]
fn a_decoder_that_bends_has_no_sum() {
    for link in ["#lesson=sparse&hidden=16", "#lesson=sparse&loss=bce"] {
        let program = Program::ready(link);
        assert_eq!(program.state.figure(), Figure::Samples, "{link}");
        assert_eq!(sum_of_atoms(picture(&program), 5), None, "{link}");
    }
    let points = Program::ready("#lesson=sparse&data=circle");
    assert_eq!(points.state.figure(), Figure::Samples);
    assert_eq!(Program::ready(LINKS[0]).state.figure(), Figure::Atoms);
}

#[test]
fn images_of_a_sum_have_places_of_their_own() {
    for size in [
        [1018.0, 216.0],
        [640.0, 150.0],
        [358.0, 300.0],
        [1500.0, 250.0],
    ] {
        for (scale, image) in [(1.0, [8, 8]), (2.0, [12, 12]), (1.5, [28, 28])] {
            let figure = AtomsFigure { size, scale, image };
            let terms = figure.most_terms();
            assert!(terms >= 2, "{size:?}, {image:?}: {terms}");
            let slots = figure.slots(terms);
            let pairs = slots.atoms.iter().flatten().copied();
            let all: Vec<Slot> = [slots.input, slots.output, slots.bias]
                .into_iter()
                .chain(pairs)
                .collect();
            for (i, a) in all.iter().enumerate() {
                let ends = |slot: &Slot, axis: usize| {
                    [slot.corner[axis], slot.corner[axis] + slot.size[axis]]
                };
                for axis in 0..2 {
                    let [low, high] = ends(a, axis);
                    assert!(low >= 0.0 && high <= size[axis] + 0.5, "{size:?}: {a:?}");
                }
                for b in &all[..i] {
                    let apart = (0..2).any(|axis| {
                        let ([a0, a1], [b0, b1]) = (ends(a, axis), ends(b, axis));
                        a1 <= b0 || b1 <= a0
                    });
                    assert!(apart, "{size:?}, {image:?}: {a:?} lies over {b:?}");
                }
            }
            for (term, pair) in slots.atoms.iter().enumerate() {
                let middle = [0, 1].map(|axis| pair[0].corner[axis] + 0.5 * pair[0].size[axis]);
                assert_eq!(figure.term_at(terms, middle), Some(term));
            }
        }
    }
}

#[test]
fn units_and_samples_have_the_order_that_is_chosen() {
    let mut program = trained(LINKS[0]);
    let by = |program: &mut Program, units: UnitOrder, samples: SampleOrder| {
        program.act(Action::UnitsOrdered(units));
        program.act(Action::SamplesOrdered(samples));
        program.frames(3);
        let ranking = &program.state.ranking;
        for (order, count) in [
            (&ranking.units, picture(program).snapshot.k as usize),
            (&ranking.samples, picture(program).shown.heatmap.len()),
        ] {
            let mut sorted = order.to_vec();
            sorted.sort_unstable();
            assert_eq!(sorted, (0..count as u32).collect::<Vec<u32>>());
        }
        (ranking.units.to_vec(), ranking.samples.to_vec())
    };
    let (units, samples) = by(&mut program, UnitOrder::Number, SampleOrder::Class);
    assert!(units.is_sorted());
    let snapshot = picture(&program).snapshot.clone();
    let labels = picture(&program).facts.labels.clone();
    let shown = picture(&program).shown.heatmap.clone();
    let class = |column: &u32| labels[shown[*column as usize] as usize];
    assert!(samples.is_sorted_by_key(class));

    let (units, samples) = by(&mut program, UnitOrder::Mean, SampleOrder::Error);
    let mean = |unit: u32| snapshot.mean_activations.values[unit as usize];
    assert!(units.is_sorted_by(|&a, &b| mean(a) >= mean(b)));
    let error = |column: u32| snapshot.heatmap_errors.values[column as usize];
    assert!(samples.is_sorted_by(|&a, &b| error(a) >= error(b)));
    assert!(error(samples[0]) > error(samples[samples.len() - 1]));

    // By class: the digit that a unit answers to most, on average.
    let (units, _) = by(&mut program, UnitOrder::Class, SampleOrder::Class);
    let preferred = |unit: u32| {
        let means = (0..10_u8).map(|class| {
            let row = snapshot.heatmap.row(unit as usize).iter().zip(shown.iter());
            let of_class = row.filter(|(_, sample)| labels[**sample as usize] == class);
            let values: Vec<f32> = of_class.map(|(h, _)| *h).collect();
            values.iter().sum::<f32>() / values.len() as f32
        });
        let means: Vec<f32> = means.collect();
        let most = means.iter().copied().fold(0.0, f32::max);
        means
            .iter()
            .position(|&m| m == most && m > 0.0)
            .unwrap_or(10)
    };
    assert!(units.is_sorted_by_key(|&unit| preferred(unit)));
}

/// While it learns, a row stays where it is for a second.
#[test]
fn the_order_is_found_once_a_second() {
    let mut program = Program::ready(LINKS[0]);
    program.act(Action::PlayToggled);
    program.frames(2);
    let begun = program.now_ms();
    let (mut changes, mut before) = (0, program.state.ranking.clone());
    while program.now_ms() < begun + 5000.0 {
        program.frames(1);
        if program.state.ranking.units != before.units {
            changes += 1;
            before = program.state.ranking.clone();
        }
    }
    assert!((2..=6).contains(&changes), "{changes}");
    // While it stands still, the order is that of the picture.
    program.act(Action::PlayToggled);
    program.act(Action::UnitsOrdered(UnitOrder::Mean));
    program.frames(3);
    for _ in 0..5 {
        program.act(Action::StepPressed);
        program.frames(2);
        let means = &picture(&program).snapshot.mean_activations.values;
        let units = &program.state.ranking.units;
        assert!(units.is_sorted_by(|&a, &b| means[a as usize] >= means[b as usize]));
    }
}

#[test]
fn a_unit_closely_is_what_excites_it_most() {
    let mut program = trained(LINKS[0]);
    let unit = program.state.ranking.units[0];
    assert_eq!(picture(&program).snapshot.excited, None);
    program.act(Action::AtomChosen(Some(unit)));
    // Its activations, by the code's horizontal axis.
    program.act(Action::AxisChosen(0, unit));
    program.frames(3);
    let picture = picture(&program);
    let snapshot = &picture.snapshot;
    let excited = snapshot.excited.as_ref().unwrap();
    assert_eq!(excited.unit, unit);
    let h: Vec<f32> = (0..snapshot.codes.rows())
        .map(|sample| snapshot.codes.row(sample)[0])
        .collect();
    let mut sorted = h.clone();
    sorted.sort_by(|a, b| b.total_cmp(a));
    assert_eq!(excited.activations, sorted[..9]);
    for (sample, activation) in excited.samples.iter().zip(&excited.activations) {
        assert_eq!(h[*sample as usize], *activation);
    }
    assert_eq!(excited.counts.iter().sum::<u32>() as usize, h.len());
    assert_eq!(excited.range, [0.0, sorted[0]]);
    let above = |part: f32| h.iter().filter(|&&a| a >= part * sorted[0]).count();
    let half: u32 = excited.counts[12..].iter().sum();
    assert_eq!(half as usize, above(0.5));
    // Fewer units than that: there is none to look at.
    program.turn(Key::K, 1.0);
    program.frames(3);
    assert!(program.state.look.atom.is_none_or(|unit| unit < 1));
}
