use yew::prelude::*;

use crate::plot::{Palette, Theme, roc_scene};
use crate::protocol::{Analyses, Matrix, Snapshot};
use crate::session::Picture;
use crate::ui::hooks::{use_canvas_size, use_later_painting};
use crate::ui::shared::canvas::draw;
use crate::words::words;

#[derive(PartialEq, Properties)]
pub struct UsesProps {
    pub picture: Picture,
    pub theme: Theme,
}

/// What the code and the errors are good for, in numbers; the ROC curve where there are novel samples.
#[component]
pub fn Uses(props: &UsesProps) -> Html {
    let Some(analyses) = &props.picture.snapshot.analyses else {
        return html! { <p class="note">{words().panels.working}</p> };
    };
    html! {
        <div class="uses" data-help={words().panels.uses_help}>
            if analyses.auc.is_some() {
                <Roc points={analyses.roc.clone()} theme={props.theme} />
            }
            <dl>{for facts(analyses, &props.picture.snapshot)}</dl>
        </div>
    }
}

/// (name, value, what it means) of everything that applies.
fn facts(analyses: &Analyses, snapshot: &Snapshot) -> Vec<Html> {
    let number = |value: f64| format!("{value:.3}");
    let singular: Vec<String> = analyses
        .singular_values
        .iter()
        .take(4)
        .map(|value| format!("{value:.3}"))
        .collect();
    let rows = [
        (
            words().panels.auc,
            analyses.auc.map(number),
            words().panels.auc_means,
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
            Some(words().panels.of(snapshot.dead_units, snapshot.k)),
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

#[derive(PartialEq, Properties)]
struct RocProps {
    points: Matrix,
    theme: Theme,
}

#[component]
fn Roc(props: &RocProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_later_painting((props.points.clone(), props.theme, size), {
        let node = node.clone();
        move |(points, theme, size)| {
            draw(
                &node,
                *size,
                &roc_scene(&points.values, size.css(), Palette::of(*theme)),
            );
        }
    });
    html! { <canvas ref={node} class="roc" role="img" aria-label={words().panels.roc} /> }
}
