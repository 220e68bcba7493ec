use yew::prelude::*;

use crate::ui::hooks::use_style;

#[derive(PartialEq, Properties)]
pub struct PlacedProps {
    pub class: AttrValue,
    /// Values of the style properties of these names.
    pub left: AttrValue,
    #[prop_or_default]
    pub top: AttrValue,
    #[prop_or_default]
    pub children: Html,
}

/// Something that stands where it is told to.
#[component]
pub fn Placed(props: &PlacedProps) -> Html {
    let node = use_node_ref();
    let PlacedProps { left, top, .. } = props;
    use_style(
        &node,
        [("left", left.to_string()), ("top", top.to_string())],
    );
    html! { <div ref={node} class={props.class.clone()}>{props.children.clone()}</div> }
}
