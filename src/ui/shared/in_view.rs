//! What a narrow or low screen shows in one column: the style sheet's phone.

const ONE_COLUMN: &str = "(max-width: 767px), (max-height: 519px)";

/// Where everything stands below each other, brings into view what a selector finds.
pub fn show(what: &str) {
    let window = web_sys::window();
    let found = window.and_then(|window| {
        let is_phone = window.match_media(ONE_COLUMN).ok()??.matches();
        let found = window.document()?.query_selector(what).ok()??;
        is_phone.then_some(found)
    });
    if let Some(found) = found {
        found.scroll_into_view();
    }
}
