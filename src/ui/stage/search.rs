//! The training samples nearest to one: by its code, by PCA and by all its features.

use yew::prelude::*;

use crate::plot::Theme;
use crate::session::Picture;
use crate::ui::shared::samples::sample_name;
use crate::ui::shared::tile_canvas::{Concept, TileCanvas, paper};
use crate::words::{words, written};

pub struct SearchProps {
    pub picture: Picture,
    pub theme: Theme,
}

pub fn search(props: &SearchProps) -> Html {
    let (facts, snapshot) = (&props.picture.facts, &props.picture.snapshot);
    let (words, stage) = (&words().purposes, &words().stage);
    let Some(near) = &snapshot.uses.neighbours else {
        return html! { <div class="search" /> };
    };
    let paper = paper(&props.picture);
    let label = |sample: u32| facts.labels.get(sample as usize).copied().unwrap_or(0);
    let image = |sample: u32, concept: Concept, name: String| {
        html! {
            <TileCanvas values={paper.unit(facts.x.row(sample as usize))} shape={facts.shape}
                {concept} theme={props.theme} label={name} />
        }
    };
    let found = |sample: u32| {
        let is_hit = label(sample) == label(near.sample);
        let class = facts.class_name(props.picture.data, label(sample));
        let (mark, said) = match is_hit {
            true => ("✓", words.hit(&class)),
            false => ("✗", words.no_hit(&class)),
        };
        html! {
            <figure class={if is_hit { "hit" } else { "miss" }}>
                {image(sample, Concept::Input, said)}
                <figcaption aria-hidden="true">{mark}{" "}{class}</figcaption>
            </figure>
        }
    };
    let analyses = snapshot.analyses.as_ref();
    let of = |pick: fn(&crate::protocol::Analyses) -> Option<f64>| analyses.and_then(pick);
    let rows = [
        (
            words.by_code,
            "code",
            snapshot.k as usize,
            &near.by_code,
            of(|of| of.precision),
        ),
        (
            words.by_pca,
            "pca",
            snapshot.k as usize,
            &near.by_pca,
            of(|of| of.pca_precision),
        ),
        (
            words.by_features,
            "input",
            facts.x.columns,
            &near.by_features,
            of(|of| of.feature_precision),
        ),
    ];
    let rows = rows.map(|(name, concept, numbers, samples, precision)| {
        html! {
            <div class="found">
                <p class={concept}><b>{name}</b><small>{stage.numbers(numbers)}</small></p>
                {for samples.iter().map(|&sample| found(sample))}
                <p class="precision">
                    <output aria-label={words.precision_of(name)}>{precision.map_or("–".to_owned(), |part| written(part.into(), 3))}</output>
                    <small>{words.precision}</small>
                </p>
            </div>
        }
    });
    let name = sample_name(facts, props.picture.data, near.sample as usize);
    html! {
        <div class="search" data-help={words.search_help}>
            <figure class="query">
                {image(near.sample, Concept::Input, name.clone())}
                <figcaption>{name}</figcaption>
            </figure>
            <div class="founds">{for rows}</div>
        </div>
    }
}
