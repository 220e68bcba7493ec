//! The chosen sample as a sum of atoms.

use yew::prelude::*;

use crate::plot::{AtomsFigure, AtomsText, Palette, Slot, Theme, tile};
use crate::session::{Action, Picture, SumOfAtoms, sum_of_atoms};
use crate::settings::Shape;
use crate::ui::hooks::{CanvasSize, place_on, use_canvas_size, use_later_painting};
use crate::ui::shared::canvas::{context, draw_over, prepare, put};
use crate::ui::shared::samples::{mean_squared_error, sample_name};
use crate::ui::shared::tile_canvas::{Concept, largest, paper, signed};
use crate::words::{words, written};

#[derive(Clone, PartialEq, Properties)]
pub struct AtomsProps {
    pub picture: Picture,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

fn figure(picture: &Picture, size: CanvasSize) -> Option<AtomsFigure> {
    match picture.facts.shape {
        Shape::Image { width, height } => Some(AtomsFigure {
            size: size.css(),
            scale: size.scale.max(0.1) as f32,
            image: [width, height],
        }),
        Shape::Point(_) | Shape::Signal(_) => None,
    }
}

fn summary(sum: &SumOfAtoms) -> String {
    let terms = sum.terms.iter();
    let terms: Vec<String> = terms
        .map(|term| {
            words()
                .stage
                .atom(&written(term.activation.into(), 2), term.unit + 1)
        })
        .collect();
    words().stage.sum_summary(&terms.join(", "), sum.smaller)
}

/// x ≈ bias + value × atom + … = r, the picture so far under each atom. A press on an atom looks at its
/// unit closely.
#[component]
pub fn Atoms(props: &AtomsProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_later_painting((props.clone(), size), {
        let node = node.clone();
        move |(props, size)| {
            let Some(figure) = figure(&props.picture, *size) else {
                return;
            };
            paint(&node, *size, figure, props);
        }
    });
    let sum_now = {
        let picture = props.picture.clone();
        move || {
            let figure = figure(&picture, size)?;
            Some((figure, sum_of_atoms(&picture, figure.most_terms())?))
        }
    };
    let onclick = {
        let (dispatch, sum_now) = (props.dispatch.clone(), sum_now.clone());
        move |event: MouseEvent| {
            let chosen = sum_now().and_then(|(figure, sum)| {
                let term = figure.term_at(sum.terms.len(), place_on(&event)?)?;
                Some(sum.terms[term].unit)
            });
            dispatch.emit(Action::AtomChosen(chosen));
        }
    };
    let label = sum_now().map_or_else(String::new, |(_, sum)| summary(&sum));
    html! { <canvas ref={node} class="atoms" role="img" aria-label={label} data-help={words().stage.atoms_help} {onclick} /> }
}

fn paint(node: &NodeRef, size: CanvasSize, figure: AtomsFigure, props: &AtomsProps) {
    let picture = &props.picture;
    let Some(sum) = sum_of_atoms(picture, figure.most_terms()) else {
        return;
    };
    let Some(context) = prepare(node, size).and_then(|canvas| context(&canvas)) else {
        return;
    };
    let palette = Palette::of(props.theme);
    let (facts, snapshot, paper) = (&picture.facts, &picture.snapshot, paper(picture));
    let slots = figure.slots(sum.terms.len());
    let place = |slot: &Slot, values: &[f32], concept: Concept| {
        let image = tile(
            values,
            figure.image[0],
            concept.ramp(palette),
            slot.magnification,
        );
        let [left, top] = slot.corner.map(|css| size.device(css));
        put(&context, &image, left, top);
    };
    let Some(way) = &snapshot.sample else {
        return;
    };
    place(&slots.input, &paper.unit(&way.input.values), Concept::Input);
    let made = &way.reconstruction.values;
    place(&slots.output, &paper.unit(made), Concept::Reconstruction);
    place(&slots.bias, &paper.unit(&sum.bias), Concept::Reconstruction);
    let largest = largest(&snapshot.dictionary.values);
    for (term, [atom, so_far]) in sum.terms.iter().zip(&slots.atoms) {
        let weights = snapshot.dictionary.row(term.unit as usize);
        place(atom, &signed(weights, largest), Concept::Weight);
        place(so_far, &paper.unit(&term.so_far), Concept::Reconstruction);
    }
    let activations: Vec<f32> = sum.terms.iter().map(|term| term.activation).collect();
    let text = AtomsText {
        activations: &activations,
        smaller: sum.smaller,
        name: &sample_name(facts, props.picture.data, sum.sample as usize),
        is_corrupted: !snapshot.gallery_inputs.values.is_empty(),
        error: mean_squared_error(facts.x.row(sum.sample as usize), made).into(),
    };
    draw_over(&context, size, &figure.scene(&text, palette));
}
