//! The network's picture: units stand where they are found, links have their weight's colour.

use hourglass::plot::{
    Curve, Emphasis, HourglassFigure, LinkPicture, Mark, Palette, Pixels, Target, Theme,
    UnitColumn, ease,
};

const SIZE: [f32; 2] = [600.0, 300.0];

fn figure<'a>(columns: &'a [UnitColumn<'a>], links: &'a [&'a [f32]]) -> HourglassFigure<'a> {
    HourglassFigure {
        columns,
        links,
        emphasis: Emphasis::Flow,
        features: [0.0, 1.0],
        unit: None,
        link: None,
        names_k: true,
        has_pixels: true,
    }
}

fn column(activations: &[f32]) -> UnitColumn<'_> {
    UnitColumn {
        width: activations.len() as u32,
        activations,
    }
}

fn pixel(pixels: &Pixels, [x, y]: [f32; 2]) -> [u8; 3] {
    let at = 4 * (y as usize * pixels.width + x as usize);
    [pixels.rgba[at], pixels.rgba[at + 1], pixels.rgba[at + 2]]
}

/// The pixel half-way along a link from a unit to one of the next column.
fn middle_of_link(figure: &HourglassFigure, pixels: &Pixels, link: [usize; 3]) -> [u8; 3] {
    let [gap, from, to] = link;
    let [a, b] = [
        figure.place(gap, from, SIZE),
        figure.place(gap + 1, to, SIZE),
    ];
    pixel(pixels, [0.5 * (a[0] + b[0]), 0.5 * (a[1] + b[1])])
}

/// How far two colours are apart.
fn distance(a: [u8; 3], b: [u8; 3]) -> i32 {
    a.iter()
        .zip(b)
        .map(|(a, b)| (i32::from(*a) - i32::from(b)).abs())
        .sum()
}

#[test]
fn a_network_is_symmetric_and_narrowest_at_the_code() {
    let wide = [0.5; 64];
    let columns = [
        column(&wide),
        column(&wide[..16]),
        column(&wide[..2]),
        column(&wide[..16]),
        column(&wide),
    ];
    let weights: Vec<Vec<f32>> = [64 * 16, 32, 32, 16 * 64].map(|n| vec![0.1; n]).to_vec();
    let links: Vec<&[f32]> = weights.iter().map(Vec::as_slice).collect();
    let figure = figure(&columns, &links);
    let height = |column: usize| {
        let last = columns[column].activations.len() - 1;
        figure.place(column, last, SIZE)[1] - figure.place(column, 0, SIZE)[1]
    };
    assert!(height(0) > height(1) && height(1) > height(2));
    for (column, units) in columns.iter().enumerate() {
        assert_eq!(height(column), height(4 - column));
        let [left, right] = [column, 4 - column].map(|c| figure.place(c, 0, SIZE)[0]);
        assert!((left + right - SIZE[0]).abs() < 1e-3);
        let last = units.activations.len() - 1;
        let [top, bottom] = [0, last].map(|unit| figure.place(column, unit, SIZE)[1]);
        assert!(top > 0.0 && bottom < SIZE[1]);
    }
}

#[test]
fn a_pointer_finds_every_unit_and_the_strongest_link_under_it() {
    let h = [0.5, -0.2, 0.9];
    let columns = [column(&h), column(&h[..1]), column(&h)];
    let encoder = [0.1, -2.0, 0.3];
    let decoder = [1.0, 0.1, -0.5];
    let links: [&[f32]; 2] = [&encoder, &decoder];
    let figure = figure(&columns, &links);
    for (c, column) in columns.iter().enumerate() {
        for unit in 0..column.activations.len() {
            let place = figure.place(c, unit, SIZE);
            assert_eq!(figure.target(SIZE, place), Some(Target::Unit(c, unit)));
        }
    }
    for to in 0..3 {
        let [start, end] = [figure.place(1, 0, SIZE), figure.place(2, to, SIZE)];
        let middle = [0.5 * (start[0] + end[0]), 0.5 * (start[1] + end[1])];
        assert_eq!(figure.target(SIZE, middle), Some(Target::Link(1, 0, to)));
    }
    assert_eq!(figure.target(SIZE, [300.0, 2.0]), None);
}

#[test]
fn a_links_colour_is_its_weights_sign_and_its_strength_the_flow() {
    let input = [1.0, 1.0];
    let code = [1.0];
    let columns = [column(&input), column(&code), column(&input)];
    let encoder = [0.8, -0.8];
    let decoder = [0.8, 0.02];
    let links: [&[f32]; 2] = [&encoder, &decoder];
    for theme in [Theme::LIGHT, Theme::DARK] {
        let palette = Palette::of(theme);
        let figure = figure(&columns, &links);
        let pixels = figure.pixels(SIZE, 1.0, palette);
        let middle = |gap, from, to| middle_of_link(&figure, &pixels, [gap, from, to]);
        let [up, down, strong, faint] = [
            middle(0, 0, 0),
            middle(0, 1, 0),
            middle(1, 0, 0),
            middle(1, 0, 1),
        ];
        assert!(distance(up, palette.positive) < distance(up, palette.negative));
        assert!(distance(down, palette.negative) < distance(down, palette.positive));
        assert!(distance(strong, palette.paper) > 5 * distance(faint, palette.paper));
        assert_eq!(pixel(&pixels, [300.0, 1.0]), palette.paper);
    }
}

#[test]
fn no_link_flows_from_a_silent_unit() {
    let input = [0.0, 1.0];
    let code = [1.0];
    let columns = [column(&input), column(&code), column(&input)];
    let encoder = [9.0, 0.5];
    let decoder = [1.0, 1.0];
    let links: [&[f32]; 2] = [&encoder, &decoder];
    let palette = Palette::of(Theme::LIGHT);
    let figure = figure(&columns, &links);
    let pixels = figure.pixels(SIZE, 1.0, palette);
    let silent = middle_of_link(&figure, &pixels, [0, 0, 0]);
    assert!(distance(silent, palette.paper) < 60, "{silent:?}");
}

/// A unit that is off is hollow, and no link leads to it or from it.
#[test]
fn a_unit_that_is_off_stands_alone() {
    let input = [1.0, 1.0];
    let code = [0.0, 1.0];
    let columns = [column(&input), column(&code), column(&input)];
    let weights = [0.9, 0.9, 0.9, 0.9];
    let links: [&[f32]; 2] = [&weights, &weights];
    let palette = Palette::of(Theme::LIGHT);
    let figure = figure(&columns, &links);
    let pixels = figure.pixels(SIZE, 1.0, palette);
    let middle = |gap, from, to| middle_of_link(&figure, &pixels, [gap, from, to]);
    assert_eq!(middle(0, 0, 0), palette.paper);
    assert_eq!(middle(1, 0, 0), palette.paper);
    assert!(distance(middle(0, 1, 1), palette.paper) > 100);
    let off = figure.place(1, 0, SIZE);
    let scene = figure.scene(SIZE, palette);
    let mut rings = 0;
    for mark in &scene.marks {
        match mark {
            Mark::Dots { centres, fill, .. } if centres[..] == [off] => {
                assert_eq!(*fill, palette.paper);
            }
            Mark::Ring { centre, stroke, .. } if *centre == off => {
                assert_eq!(*stroke, palette.control);
                rings += 1;
            }
            _ => {}
        }
    }
    assert_eq!(rings, 1);
}

/// A curve covers its ends and every column between, steep as it may be; thin ones have no gaps.
#[test]
fn a_curve_has_no_gaps() {
    for width in [0.3, 1.0, 3.0] {
        let mut picture = LinkPicture::new(60, 200, [255, 255, 255]);
        let curve = Curve {
            from: 10.0,
            to: 190.0,
            width,
            colour: [0, 0, 0],
            opacity: 1.0,
        };
        picture.blend_curves([5.0, 55.0], &[curve]);
        let pixels = picture.pixels();
        let is_inked = |x: usize, y: usize| pixel(&pixels, [x as f32, y as f32])[0] < 250;
        for x in 5..55 {
            assert!(
                (0..200).any(|y| is_inked(x, y)),
                "column {x} at width {width}"
            );
        }
        for y in 12..188 {
            assert!((0..60).any(|x| is_inked(x, y)), "row {y} at width {width}");
        }
        assert!(!is_inked(2, 10) && !is_inked(58, 190));
    }
    assert_eq!([ease(0.0), ease(0.5), ease(1.0)], [0.0, 0.5, 1.0]);
}

/// A curve out of the picture is cut off.
#[test]
fn what_lies_outside_is_cut_off() {
    let mut picture = LinkPicture::new(10, 10, [0, 0, 0]);
    let curve = |from, to| Curve {
        from,
        to,
        width: 4.0,
        colour: [255, 255, 255],
        opacity: 1.0,
    };
    picture.blend_curves([-50.0, 50.0], &[curve(-20.0, 30.0)]);
    picture.blend_curves([3.0, 6.0], &[curve(-90.0, 400.0), curve(400.0, 500.0)]);
    picture.blend_curves([20.0, 30.0], &[curve(0.0, 5.0)]);
    assert_eq!(picture.pixels().rgba.len(), 400);
}

/// Every unit and every link is reached by the keys, and all is left again.
#[test]
fn units_and_links_are_reached_by_keys() {
    let (input, code, output) = ([0.5_f32; 8], [1.0_f32, 1.0], [0.5_f32; 8]);
    let columns = [column(&input), column(&code), column(&output)];
    let (mut into, out) = ([0.1_f32; 16], [0.1_f32; 16]);
    // The strongest into the second unit comes from the sixth.
    into[2 * 5 + 1] = -3.0;
    let links = [&into[..], &out[..]];
    let figure = figure(&columns, &links);
    let go = |target, keys: &[&str]| {
        keys.iter().fold(target, |target, key| {
            figure.beside(target, key).unwrap_or(target)
        })
    };
    let middle = go(None, &["ArrowLeft"]);
    assert_eq!(middle, Some(Target::Unit(1, 0)));
    assert_eq!(figure.beside(None, "Enter"), None);
    let second = go(middle, &["ArrowDown", "ArrowDown"]);
    assert_eq!(second, Some(Target::Unit(1, 1)));
    assert_eq!(go(second, &["ArrowRight"]), Some(Target::Unit(2, 4)));
    assert_eq!(
        go(second, &["ArrowRight", "ArrowRight", "ArrowUp"]),
        Some(Target::Unit(2, 3))
    );
    let link = go(second, &["Enter"]);
    assert_eq!(link, Some(Target::Link(0, 5, 1)));
    assert_eq!(go(link, &["ArrowUp"]), Some(Target::Link(0, 4, 1)));
    assert_eq!(go(link, &["ArrowLeft"]), Some(Target::Unit(0, 5)));
    assert_eq!(go(link, &["ArrowRight"]), second);
    assert_eq!(
        figure.beside(go(link, &["ArrowLeft"]), "Enter"),
        None,
        "nothing leads into an input"
    );
    assert_eq!(go(link, &["Escape"]), None);
    let mut seen = std::collections::BTreeSet::new();
    for (place, column) in columns.iter().enumerate() {
        for unit in 0..column.activations.len() {
            let way = ["ArrowLeft"; 4]
                .into_iter()
                .chain(["ArrowUp"; 9])
                .chain(["ArrowRight"; 3].into_iter().take(place));
            let way: Vec<&str> = way
                .chain(["ArrowUp"; 9])
                .chain(vec!["ArrowDown"; unit])
                .collect();
            if let Some(Target::Unit(at, unit)) = go(None, &way) {
                seen.insert((at, unit));
            }
        }
    }
    assert_eq!(seen.len(), 18);
}
