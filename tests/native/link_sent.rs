//! A link that was sent is the link that was meant.

use hourglass::link::read;
use hourglass::settings::DataSet;

/// Programs for mail encode what needs no encoding, write `&` as HTML does, and take the end of a
/// sentence for the end of the link.
#[test]
fn a_link_that_went_through_mail_opens_as_it_was_sent() {
    let sent = "#data=circle&k=1&hidden=32-32";
    let (meant, _) = read(sent);
    for text in [
        "#data%3Dcircle%26k%3D1%26hidden%3D32-32",
        "#data%253Dcircle%2526k%253D1%2526hidden%253D32-32",
        "#data=circle&amp;k=1&amp;hidden=32-32",
        "#data%3Dcircle%26amp%3Bk%3D1%26amp%3Bhidden%3D32-32",
        "#data=circle&k=1&hidden=32-32).",
        "#data=circle&k=1&hidden=32-32>,",
        "#data=circle&k=1&hidden=32-32%29.",
        "#data=circle&k=1&hidden=32-32%22%3E",
        "https://example.org/page/#data=circle&k=1&hidden=32-32”.",
    ] {
        assert_eq!(read(text), (meant.clone(), Vec::new()), "{text}");
    }
    assert_eq!(meant.settings.data, DataSet::Circle);
    assert_eq!(meant.settings.k, 1);
    assert_eq!(meant.settings.hidden, [32, 32]);
}
