use web_sys::HtmlElement;
use yew::prelude::*;

/// Sets an element's styles by way of the CSSOM: a host that allows no inline style refuses the
/// attribute, and only that.
#[hook]
pub fn use_style<const N: usize>(node: &NodeRef, styles: [(&'static str, String); N]) {
    use_effect_with((node.clone(), styles), |(node, styles)| {
        let Some(element) = node.cast::<HtmlElement>() else {
            return;
        };
        for (name, value) in styles {
            // A value that the browser does not take leaves what the style sheet says.
            let _ = element.style().set_property(name, value);
        }
    });
}
