//! Colours: the style sheet has the same ones, and they can be told from the paper.

use hourglass::plot::{Palette, Ramp, Theme};

const STYLE: &str = include_str!("../../static/style/tokens.css");

fn hex([r, g, b]: [u8; 3]) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

#[test]
fn the_style_sheet_has_the_palettes_colours() {
    type Colour = fn(&Palette) -> [u8; 3];
    let named: [(&str, Colour); 15] = [
        ("paper", |p| p.paper),
        ("ink", |p| p.ink),
        ("ink2", |p| p.ink2),
        ("ink3", |p| p.ink3),
        ("grid", |p| p.grid),
        ("control", |p| p.control),
        ("input", |p| p.input),
        ("code", |p| p.code),
        ("code-fill", |p| p.code_fill),
        ("reconstruction", |p| p.reconstruction),
        ("error", |p| p.error),
        ("pca", |p| p.pca),
        ("penalty", |p| p.penalty),
        ("positive", |p| p.positive),
        ("negative", |p| p.negative),
    ];
    for (name, colour) in named {
        let [light, dark] =
            [Theme::Light, Theme::Dark].map(|theme| hex(colour(Palette::of(theme))));
        let wanted = format!("--{name}: light-dark({light}, {dark});");
        assert!(STYLE.contains(&wanted), "the style sheet lacks {wanted}");
    }
}

/// WCAG 2.2's contrast ratio.
fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let luminance = |rgb: [u8; 3]| {
        let [r, g, b] = rgb.map(|c| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

#[test]
fn text_stands_out_by_4_5_and_graphics_by_3() {
    for theme in [Theme::Light, Theme::Dark] {
        let p = Palette::of(theme);
        for text in [
            p.ink,
            p.ink2,
            p.ink3,
            p.code,
            p.reconstruction,
            p.error,
            p.pca,
        ] {
            assert!(contrast(text, p.paper) >= 4.5, "{theme:?} {}", hex(text));
        }
        for graphic in p.classes.into_iter().chain([p.control]) {
            assert!(
                contrast(graphic, p.paper) >= 3.0,
                "{theme:?} {}",
                hex(graphic)
            );
        }
    }
}

#[test]
fn a_ramp_starts_and_ends_at_its_stops_and_never_turns_back() {
    let ramp = Ramp::new(&[
        (0.0, [238, 241, 244]),
        (0.5, [75, 147, 211]),
        (1.0, [10, 54, 104]),
    ]);
    assert_eq!(ramp.at(0.0), [238, 241, 244]);
    assert_eq!(ramp.at(1.0), [10, 54, 104]);
    assert_eq!((ramp.at(-3.0), ramp.at(7.0)), (ramp.at(0.0), ramp.at(1.0)));
    let brightness = |v: f32| -> u32 { ramp.at(v).iter().map(|&c| u32::from(c)).sum() };
    for i in 0..255 {
        let (low, high) = (i as f32 / 255.0, (i + 1) as f32 / 255.0);
        assert!(brightness(low) >= brightness(high));
    }
}
