//! One code unit closely: its atom, what excites it most, and how often it is how active.

use yew::prelude::*;

use crate::plot::{Palette, Theme, histogram_scene};
use crate::protocol::Excited;
use crate::session::{Action, Picture};
use crate::settings::Shape;
use crate::ui::hooks::{use_canvas_size, use_painting};
use crate::ui::shared::canvas::draw;
use crate::ui::shared::tile_canvas::{Concept, TileCanvas, largest, paper, signed};
use crate::ui::shared::{Glyph, Icon};
use crate::words::{subscript, words, written};

pub struct CloselyProps {
    pub picture: Picture,
    pub unit: u32,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

pub fn unit_closely(props: &CloselyProps) -> Html {
    let words = &words().panels;
    let (facts, snapshot) = (&props.picture.facts, &props.picture.snapshot);
    let close = {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.emit(Action::AtomChosen(None))
    };
    let excited = snapshot.excited.as_ref();
    let excited = excited.filter(|excited| excited.unit == props.unit);
    let is_image = matches!(facts.shape, Shape::Image { .. });
    let largest = largest(&snapshot.dictionary.values);
    let atom = (props.unit as usize) < snapshot.dictionary.rows() && is_image;
    let paper = paper(&props.picture);
    html! {
        <section class="closely" data-unit={props.unit.to_string()} data-help={words.closely_help}>
            <h3>
                <span class="letter code">{format!("h{}", subscript(props.unit + 1))}</span>
                {words.closely(props.unit + 1, snapshot.k)}
                <button type="button" class="plain" aria-label={words.close} title={words.close} onclick={close}>
                    <Icon glyph={Glyph::Close} />
                </button>
            </h3>
            <div class="parts">
                if atom {
                    <figure>
                        <TileCanvas values={signed(snapshot.dictionary.row(props.unit as usize), largest)}
                            shape={facts.shape} concept={Concept::Weight} theme={props.theme} label={words.atom} />
                        <figcaption>{words.atom}</figcaption>
                    </figure>
                }
                if let Some(excited) = excited {
                    if is_image {
                        <div class="exciting">
                            {for excited.samples.iter().zip(&excited.activations).map(|(&sample, h)| html! {
                                <figure>
                                    <TileCanvas values={paper.unit(facts.x.row(sample as usize))} shape={facts.shape}
                                        concept={Concept::Input} theme={props.theme} label={words.exciting_input} />
                                    <figcaption>{written((*h).into(), 2)}</figcaption>
                                </figure>
                            })}
                            <p class="note">{words.exciting}</p>
                        </div>
                    }
                    <Histogram excited={excited.clone()} theme={props.theme} />
                }
            </div>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct HistogramProps {
    excited: Excited,
    theme: Theme,
}

/// How many samples have which activation.
#[component]
fn Histogram(props: &HistogramProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_painting((props.excited.clone(), props.theme, size), {
        let node = node.clone();
        move |(excited, theme, size)| {
            let palette = Palette::of(*theme);
            let scene = histogram_scene(&excited.counts, excited.range, size.css(), palette);
            draw(&node, *size, &scene);
        }
    });
    let [low, high] = props.excited.range;
    let lit: u32 = props.excited.counts.iter().skip(1).sum();
    let summary = words().panels.histogram_summary(lit, low, high);
    html! {
        <figure class="histogram">
            <canvas ref={node} role="img" aria-label={summary} />
            <figcaption>{words().panels.histogram}</figcaption>
        </figure>
    }
}
