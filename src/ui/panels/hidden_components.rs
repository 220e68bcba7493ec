use std::rc::Rc;

use yew::prelude::*;

use crate::plot::Theme;
use crate::protocol::Matrix;
use crate::session::{Action, Picture, State};
use crate::ui::shared::tile_canvas::{Concept, TileCanvas, signed_unit};
use crate::words::words;

/// The most components that are shown.
const MOST: usize = 4;

pub struct ComponentsProps {
    pub state: Rc<State>,
    pub picture: Picture,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

/// How alike two vectors are: the cosine between them.
fn likeness(a: &[f32], b: &[f32]) -> f32 {
    let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
    dot(a, b) / (dot(a, a) * dot(b, b)).sqrt().max(f32::MIN_POSITIVE)
}

/// The decoder's weights of a linear network, or the components that its singular value
/// decomposition finds in them, above PCA's.
pub fn hidden_components_view(props: &ComponentsProps) -> Html {
    let Picture {
        facts, snapshot, ..
    } = &props.picture;
    let is_taken = props.state.course.is_decomposed();
    let k = (snapshot.k as usize).min(MOST);
    let found = snapshot
        .analyses
        .as_ref()
        .map(|analyses| &analyses.hidden_components);
    let upper = match found {
        Some(found) if is_taken => found,
        _ => &snapshot.dictionary,
    };
    let dispatch = props.dispatch.clone();
    let onclick = move |_: MouseEvent| dispatch.emit(Action::DecompositionToggled);
    let row = |rows: &Matrix, name: Html| {
        let tiles = (0..k.min(rows.rows())).map(|i| {
            let alike = likeness(rows.row(i), facts.pca.components.row(i));
            html! {
                <figure>
                    <TileCanvas values={signed_unit(rows.row(i))} shape={facts.shape}
                        concept={Concept::Weight} theme={props.theme} label={words().panels.component} />
                    <figcaption class="note">{words().panels.alike(i + 1, alike)}</figcaption>
                </figure>
            }
        });
        html! { <div class="tiles"><p>{name}</p>{for tiles}</div> }
    };
    let name = if is_taken {
        html! { <><b>{words().panels.svd}</b>{words().panels.svd_of}</> }
    } else {
        html! { <><b>{words().panels.decoder_weights}</b>{words().panels.decoder_weights_of}</> }
    };
    html! {
        <section class="hidden-components" data-taken={is_taken.to_string()} data-help={words().panels.components_help}>
            <h3>
                {words().panels.components}
                <button type="button" class="mend" {onclick}>
                    {if is_taken { words().panels.back_to_weights } else { words().panels.take_svd }}
                </button>
            </h3>
            {row(upper, name)}
            {row(&facts.pca.components, html! { <><b class="pca">{words().panels.pca}</b>{words().panels.pca_of}</> })}
        </section>
    }
}
