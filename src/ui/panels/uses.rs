use yew::prelude::*;

use crate::plot::{Palette, Theme, roc_scene};
use crate::protocol::{Analyses, Anomalies, Snapshot};
use crate::session::Picture;
use crate::ui::hooks::{use_canvas_size, use_later_painting};
use crate::ui::shared::canvas::draw;
use crate::words::{words, written};

pub struct UsesProps {
    pub picture: Picture,
    pub theme: Theme,
}

/// What the code and the errors are good for, in numbers; the ROC curve where there are novel samples.
pub fn uses_panel(props: &UsesProps) -> Html {
    let Some(analyses) = &props.picture.snapshot.analyses else {
        return html! { <p class="note">{words().panels.working}</p> };
    };
    html! {
        <div class="uses" data-help={words().panels.uses_help}>
            if let Some(found) = &props.picture.snapshot.uses.anomalies {
                <Roc found={found.clone()} theme={props.theme} />
                {counts(found)}
            }
            <dl>{for facts(analyses, &props.picture.snapshot)}</dl>
        </div>
    }
}

/// (name, value, what it means) of everything that applies.
fn facts(analyses: &Analyses, snapshot: &Snapshot) -> Vec<Html> {
    let number = |value: f64| written(value, 3);
    let anomalies = snapshot.uses.anomalies.as_ref();
    let singular: Vec<String> = analyses
        .singular_values
        .iter()
        .take(4)
        .map(|value| written(*value, 3))
        .collect();
    let rows = [
        (
            words().panels.auc,
            anomalies.map(|found| number(found.auc)),
            words().panels.auc_means,
        ),
        (
            words().purposes.pca_auc,
            anomalies.map(|found| number(found.pca_auc)),
            words().purposes.pca_auc_means,
        ),
        (
            words().panels.precision,
            analyses.precision.map(number),
            words().panels.precision_means,
        ),
        (
            words().panels.pca_precision,
            analyses.pca_precision.map(number),
            words().panels.pca_precision_means,
        ),
        (
            words().panels.dead,
            Some(
                words()
                    .panels
                    .of(snapshot.dead_units, snapshot.measured_k()),
            ),
            words().panels.dead_means,
        ),
        (
            words().panels.singular,
            (!singular.is_empty()).then(|| singular.join("  ")),
            words().panels.singular_means,
        ),
    ];
    rows.into_iter()
        .filter_map(|(name, value, meaning)| {
            Some(html! {
                <div>
                    <dt>{name}</dt>
                    <dd><output aria-label={name}>{value?}</output></dd>
                    <dd class="note">{meaning}</dd>
                </div>
            })
        })
        .collect()
}

/// False and true positive rate of the threshold.
fn rates(found: &Anomalies) -> [f32; 2] {
    let part = |some: u32, others: u32| some as f32 / (some + others).max(1) as f32;
    [
        part(found.false_alarms, found.passed),
        part(found.found, found.missed),
    ]
}

/// The confusion matrix.
fn counts(found: &Anomalies) -> Html {
    let words = &words().purposes;
    let cell = |name: &'static str, count: u32| {
        html! { <td><output aria-label={name}>{count}</output><small>{name}</small></td> }
    };
    html! {
        <table class="counts" data-help={words.counts_help}>
            <caption>{words.counts}</caption>
            <thead><tr><td></td><th scope="col">{words.alarm}</th><th scope="col">{words.no_alarm}</th></tr></thead>
            <tbody>
                <tr><th scope="row">{words.novel}</th>{cell(words.found, found.found)}{cell(words.missed, found.missed)}</tr>
                <tr><th scope="row">{words.familiar}</th>{cell(words.false_alarms, found.false_alarms)}{cell(words.passed, found.passed)}</tr>
            </tbody>
        </table>
    }
}

#[derive(PartialEq, Properties)]
struct RocProps {
    found: Anomalies,
    theme: Theme,
}

#[component]
fn Roc(props: &RocProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_later_painting((props.found.clone(), props.theme, size), {
        let node = node.clone();
        move |(found, theme, size)| {
            draw(
                &node,
                *size,
                &roc_scene(
                    &found.roc.values,
                    rates(found),
                    size.css(),
                    Palette::of(*theme),
                ),
            );
        }
    });
    html! { <canvas ref={node} class="roc" role="img" aria-label={words().panels.roc} /> }
}
