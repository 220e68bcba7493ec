use std::rc::Rc;

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::about::About;
use super::data::Data;
use super::export::Export;
use super::share::Share;
use crate::protocol::{Brief, Door, Told};
use crate::ui::{Glyph, Icon};
use crate::words::desk_words;

#[derive(PartialEq, Properties)]
pub struct DialogProps {
    pub brief: Rc<Brief>,
    pub tell: Callback<Told>,
}

/// One door, over the page.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let node = use_node_ref();
    use_effect_with(node.clone(), |node| {
        if let Some(dialog) = node.cast::<HtmlDialogElement>() {
            // It is refused only where one is open already.
            let _ = dialog.show_modal();
        }
    });
    let close = {
        let node = node.clone();
        Callback::from(move |()| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let onclose = props.tell.reform(|_: Event| Told::Closed);
    let words = &desk_words().desk;
    let title = match props.brief.door {
        Door::About => desk_words().credits.about,
        Door::Data => desk_words().samples.data,
        Door::Share => words.share,
        Door::Export => words.export,
    };
    let bring = {
        let (tell, close) = (props.tell.clone(), close.clone());
        Callback::from(move |run| {
            tell.emit(Told::Brought(run));
            close.emit(());
        })
    };
    let take = {
        let (tell, close) = (props.tell.clone(), close.clone());
        Callback::from(move |brought| {
            tell.emit(Told::Data(brought));
            close.emit(());
        })
    };
    html! {
        <>
            <dialog ref={node} class="desk" aria-labelledby="desk-title" {onclose}>
                <h2 id="desk-title">
                    {title}
                    <button type="button" class="plain" aria-label={words.close} title={words.close}
                        onclick={close.reform(|_: MouseEvent| ())}>
                        <Icon glyph={Glyph::Close} />
                    </button>
                </h2>
                {match props.brief.door {
                    Door::About => html! { <About /> },
                    Door::Data => html! { <Data {take} /> },
                    Door::Share => html! { <Share brief={props.brief.clone()} /> },
                    Door::Export => html! { <Export brief={props.brief.clone()} {bring} tell={props.tell.clone()} /> },
                }}
            </dialog>
        </>
    }
}
