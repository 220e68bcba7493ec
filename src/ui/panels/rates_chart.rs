use yew::prelude::*;

use crate::plot::{Palette, RatesFigure, Theme};
use crate::session::{Action, Picture};
use crate::ui::hooks::{Dragging, place_on, use_canvas_size, use_dragging, use_later_painting};
use crate::ui::shared::canvas::draw;
use crate::words::words;

#[derive(Clone, PartialEq, Properties)]
pub struct RatesProps {
    pub picture: Picture,
    pub bits: u32,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

fn rates(picture: &Picture) -> Vec<[f32; 2]> {
    let rates = picture.snapshot.uses.rates.as_ref();
    let pairs = rates.map(|rates| rates.values.chunks_exact(2));
    pairs
        .into_iter()
        .flatten()
        .map(|row| [row[0], row[1]])
        .collect()
}

/// Error against bits; the line at the chosen ones is a handle.
#[component]
pub fn RatesChart(props: &RatesProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_later_painting((props.clone(), size), {
        let node = node.clone();
        move |(props, size)| {
            let figure = RatesFigure {
                rates: &rates(&props.picture),
                bits: props.bits,
            };
            let scene = figure.scene(size.css(), Palette::of(props.theme));
            draw(&node, *size, &scene);
        }
    });
    let rates = rates(&props.picture);
    let summary = match rates.get((props.bits as usize).saturating_sub(1)) {
        Some([error, pca]) => {
            words()
                .purposes
                .rates_summary(props.bits, (*error).into(), (*pca).into())
        }
        None => words().panels.working.to_owned(),
    };
    let count = rates.len().to_string();
    let turn = {
        let dispatch = props.dispatch.clone();
        move |event: &MouseEvent| {
            let figure = RatesFigure {
                rates: &rates,
                bits: 1,
            };
            let bits = place_on(event).and_then(|place| figure.bits_at(size.css(), place));
            if let Some(bits) = bits {
                dispatch.emit(Action::BitsChosen(bits));
            }
        }
    };
    let Dragging {
        onclick,
        onpointerdown,
        onpointermove,
        end,
    } = use_dragging(turn);
    html! {
        <section class="sweep" data-help={words().purposes.rates_help}>
            <h3>{words().purposes.rates}<small>{words().purposes.rates_note}</small></h3>
            <canvas ref={node} class="drawable-levels" role="img" aria-label={summary} data-rates={count}
                {onclick} {onpointerdown} {onpointermove} onpointerup={end.clone()} onpointerleave={end} />
        </section>
    }
}
