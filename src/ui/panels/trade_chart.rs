use yew::prelude::*;

use crate::plot::{Palette, Theme, TradeDot, TradeFigure};
use crate::protocol::Trade;
use crate::session::{Picture, Trades, price_of};
use crate::ui::hooks::{use_canvas_size, use_later_painting};
use crate::ui::shared::canvas::draw;
use crate::words::words;

#[derive(Clone, PartialEq, Properties)]
pub struct TradeProps {
    pub trades: Trades,
    pub picture: Picture,
    pub theme: Theme,
}

fn placed(trade: &Trade) -> TradeDot {
    TradeDot {
        lit: trade.lit,
        held_out: trade.held_out,
        name: price_of(trade),
    }
}

/// Held-out error against lit units: a dot for every price that was tried, and PCA with as many
/// numbers.
#[component]
pub fn TradeChart(props: &TradeProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_later_painting((props.clone(), size), {
        let node = node.clone();
        move |(props, size)| {
            let dots: Vec<TradeDot> = props.trades.done.iter().map(placed).collect();
            let now = props.trades.now.as_ref().map(placed);
            let facts = &props.picture.facts;
            let figure = TradeFigure {
                dots: &dots,
                now: now.as_ref(),
                // Known for clean samples alone.
                pca: match props.picture.snapshot.gallery_inputs.values.is_empty() {
                    true => &facts.pca.heldout_mse,
                    false => &[],
                },
                variance: facts.variance,
                k: props.picture.snapshot.k,
            };
            draw(
                &node,
                *size,
                &figure.scene(size.css(), Palette::of(props.theme)),
            );
        }
    });
    let Trades { done, now, .. } = &props.trades;
    let summary = match now.as_ref().or(done.last()) {
        Some(last) => {
            let count = done.len() + usize::from(now.is_some());
            words()
                .panels
                .trade_summary(count, &price_of(last), last.lit, last.held_out)
        }
        None => words().panels.trade_empty.to_owned(),
    };
    html! {
        <section class="sweep" data-help={words().panels.trade_help}>
            <h3>{words().panels.trade}<small>{words().panels.trade_note}</small></h3>
            <canvas ref={node} role="img" aria-label={summary} data-trades={done.len().to_string()} />
        </section>
    }
}
