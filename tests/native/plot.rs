//! The figures: what they show stands where the numbers say.

use hourglass::plot::{
    Axes, CodeFigure, ErrorsFigure, Heatmap, Kind, Magnification, Mark, MeanBars, Order, Palette,
    Pixels, PointsFigure, Ramp, Theme, gain_bars, label_place, strangeness_scene, tile,
};
use hourglass::words::written;

#[test]
fn a_tile_shows_every_value_as_a_square() {
    let ramp = Ramp::new(&[(0.0, [0, 0, 0]), (1.0, [255, 255, 255])]);
    let image = tile(&[0.0, 1.0, 1.0, 0.0], 2, &ramp, Magnification::whole(3));
    assert_eq!((image.width, image.height), (6, 6));
    let at = |x: usize, y: usize| image.rgba[4 * (y * 6 + x)];
    assert_eq!(
        [at(0, 0), at(2, 2), at(3, 2), at(3, 3), at(0, 5)],
        [0, 0, 255, 0, 255]
    );
    let mut canvas = Pixels::filled(4, 4, [9, 9, 9]);
    canvas.blit(&image, 2, 2);
    assert_eq!(canvas.rgba[4 * (4 + 1)], 9);
    assert_eq!(canvas.rgba[4 * (2 * 4 + 2)], 0);
}

#[test]
fn a_tile_fills_its_room_and_shares_the_pixels_between_two_values() {
    let side = |image, room| Magnification::within(image, room).side(image[0]);
    // From four up a whole number, below a step of a quarter.
    assert_eq!(side([8, 8], [39, 60]), 32);
    assert_eq!(side([28, 28], [300, 46]), 42);
    assert_eq!(side([28, 28], [14, 14]), 14);
    let ramp = Ramp::new(&[(0.0, [0, 0, 0]), (1.0, [255, 255, 255])]);
    let grey = |image: &Pixels| -> Vec<u8> { image.rgba.iter().step_by(4).copied().collect() };
    let [half, _, _] = ramp.at(0.5);
    let half_as_large_again = Magnification::within([2, 2], [3, 3]);
    let image = tile(&[0.0, 1.0, 1.0, 0.0], 2, &ramp, half_as_large_again);
    assert_eq!(grey(&image), [0, half, 255, half, half, half, 255, half, 0]);
    let values: Vec<f32> = (0..144).map(|i| (i % 7) as f32 / 6.0).collect();
    let mean = values.iter().sum::<f32>() / 144.0;
    for room in [3, 6, 9, 15, 21, 30, 33, 42, 47] {
        let image = tile(
            &values,
            12,
            &ramp,
            Magnification::within([12, 12], [room; 2]),
        );
        let levels = grey(&image);
        let value_of = |&grey: &u8| {
            let mut levels = (0..=255).map(|level| level as f32 / 255.0);
            levels
                .find(|&value| ramp.at(value)[0] >= grey)
                .unwrap_or(1.0)
        };
        let shown = levels.iter().map(value_of).sum::<f32>() / levels.len() as f32;
        assert!((shown - mean).abs() < 4e-3, "{room}: {shown} and {mean}");
    }
}

#[test]
fn a_strip_gives_each_class_its_lane_and_a_scatter_its_axes() {
    let figure = |columns, codes| CodeFigure {
        axes: Axes {
            names: ["h₁".to_owned(), "h₂".to_owned()],
            is_pca: false,
        },
        codes,
        columns,
        labels: &[0, 1],
        n_train: 1,
        numerals: true,
        names: &[],
        shades: Vec::new(),
        marked: Some(1),
        probe: Some([0.5, 0.5]),
    };
    let strip = figure(1, &[0.0, 1.0]);
    let view = strip.viewport([400.0, 300.0], strip.extents());
    let scene = strip.scene(&view, Palette::of(Theme::LIGHT));
    let ring = scene.marks.iter().find_map(|mark| match mark {
        Mark::Ring { centre, .. } => Some(*centre),
        _ => None,
    });
    let middle = view.screen_from_data([0.0, 0.5])[1];
    assert!(
        ring.unwrap()[1] < middle,
        "the second class lies above the first"
    );
    let scatter = figure(2, &[0.0, 0.0, 1.0, 2.0]);
    let view = scatter.viewport([400.0, 300.0], scatter.extents());
    let at = view.screen_from_data([1.0, 2.0]);
    assert_eq!(scatter.sample_at(&view, at), Some(1));
    assert_eq!(scatter.sample_at(&view, [at[0] - 60.0, at[1]]), None);
}

#[test]
fn a_point_is_tied_to_its_reconstruction() {
    let figure = PointsFigure {
        x: &[0.0, 0.0, 1.0, 1.0],
        directions: vec![[1.0, 0.0], [0.0, 1.0]],
        shades: Vec::new(),
        inputs: &[],
        field: &[],
        labels: &[0, 0],
        n_train: 1,
        reconstructions: &[0.5, 0.0, 1.0, 0.5],
        curve: &[],
        pca: None,
        marked: None,
        held: None,
        decoded: None,
        score: &[],
        trails: (&[], 0),
        ages: &[],
    };
    let size = [300.0, 200.0];
    let view = figure.viewport(size);
    let wanted = vec![
        [[0.0, 0.0], [0.5, 0.0]].map(|p| view.screen_from_data(p)),
        [[1.0, 1.0], [1.0, 0.5]].map(|p| view.screen_from_data(p)),
    ];
    let scene = figure.scene(size, Palette::of(Theme::LIGHT));
    let tied = scene
        .marks
        .iter()
        .any(|mark| matches!(mark, Mark::Segments { ends, .. } if *ends == wanted));
    assert!(tied);
}

#[test]
fn every_pixel_of_a_heatmap_is_its_cells_activation() {
    let cells = Heatmap {
        units: 3,
        samples: 4,
        size: [22, 13],
    };
    let values: Vec<f32> = (0..12).map(|i| i as f32 - 5.0).collect();
    let ramp = &Palette::of(Theme::LIGHT).ramps.code;
    let largest = Heatmap::largest(&values);
    assert_eq!(largest, 6.0);
    let sorted = Order {
        units: &[2, 0, 1],
        samples: &[3, 1, 0, 2],
    };
    for order in [Order::default(), sorted] {
        let pixels = cells.pixels(&values, largest, ramp, order);
        for y in 0..13 {
            for x in 0..22 {
                let (row, column) = cells.at([x, y]).unwrap();
                let [left, width] = cells.column(column);
                assert!((left..left + width).contains(&x));
                let [top, height] = cells.row(row);
                assert!((top..top + height).contains(&y));
                let (unit, sample) = (order.unit(row), order.sample(column));
                assert_eq!(order.row(unit), Some(row));
                assert_eq!(order.column(sample), Some(column));
                let at = 4 * (22 * y + x);
                let wanted = ramp.at(values[4 * unit + sample].abs() / 6.0);
                assert_eq!(pixels.rgba[at..at + 3], wanted);
            }
        }
    }
    assert_eq!(sorted.unit(0), 2);
    assert_eq!(sorted.sample(0), 3);
    assert_eq!(cells.at([22, 0]), None);
}

#[test]
fn what_a_mean_activation_has_beyond_its_target_is_the_penaltys() {
    let palette = Palette::of(Theme::LIGHT);
    let bars = MeanBars {
        means: &[0.02, 0.1],
        target: Some(0.05),
        row: 10.0,
        marked: None,
    };
    assert_eq!(bars.extent(), 0.1);
    let of = |colour| -> Vec<[f32; 2]> {
        let marks = bars.scene(101.0, palette).marks;
        let drawn = marks.into_iter().filter_map(|mark| match mark {
            Mark::Rectangle { corner, size, fill } if fill == colour => Some([corner[0], size[0]]),
            _ => None,
        });
        drawn.collect()
    };
    let close = |got: Vec<[f32; 2]>, wanted: &[[f32; 2]]| {
        assert_eq!(got.len(), wanted.len());
        let numbers = got.iter().flatten().zip(wanted.iter().flatten());
        assert!(
            numbers.into_iter().all(|(a, b)| (a - b).abs() < 1e-3),
            "{got:?}"
        );
    };
    close(of(palette.code_fill), &[[0.0, 20.0], [0.0, 50.0]]);
    close(of(palette.penalty), &[[50.0, 50.0]]);
}

/// A bar for each error, all to one scale, and the gain under them; no bar where nothing was measured.
#[test]
fn bars_of_gain_are_as_tall_as_their_errors() {
    let columns = [
        (30.0, [Some(0.1), Some(0.01), Some(0.05)]),
        (90.0, [Some(0.02), Some(0.04), None]),
    ];
    let scene = gain_bars(&columns, 10.0, Palette::of(Theme::LIGHT));
    let bars: Vec<[f32; 2]> = scene
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Rectangle { corner, size, .. } => {
                let foot = corner[1] + size[1];
                assert!((foot - 35.0).abs() < 1e-3, "{foot}");
                Some([corner[0] + 0.5 * size[0], size[1]])
            }
            _ => None,
        })
        .collect();
    let tall: Vec<f32> = bars.iter().map(|[_, tall]| tall / bars[0][1]).collect();
    for (tall, wanted) in tall.iter().zip([1.0, 0.1, 0.5, 0.2, 0.4]) {
        assert!((tall - wanted).abs() < 1e-3, "{tall} for {wanted}");
    }
    assert_eq!(bars.len(), 5);
    // In the middle of their columns.
    let middle = |bars: &[[f32; 2]]| bars.iter().map(|bar| bar[0]).sum::<f32>() / bars.len() as f32;
    assert!((middle(&bars[..3]) - 30.0).abs() < 1e-3 && (middle(&bars[3..]) - 90.0).abs() < 1e-3);
    let said: Vec<&str> = scene
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(said, ["10.0", "−3.0"]);
}

#[test]
fn a_small_error_is_not_written_as_none() {
    assert_eq!(written(0.0123, 4), "0.0123");
    assert_eq!(written(0.0000051, 4), "5.1e−6");
    assert_eq!(written(0.0, 4), "0.0000");
}

/// A picture may have no room for a moment, while the page is laid out anew: it is drawn all the same.
#[test]
fn pictures_without_room_are_drawn() {
    let palette = Palette::of(Theme::LIGHT);
    let errors: Vec<f32> = (1..60).map(|i| 1e-4 * (i * i) as f32).collect();
    for size in [
        [0.0, 0.0],
        [1.0, 900.0],
        [20.0, 3.0],
        [31.0, 40.0],
        [600.0, 0.0],
        [600.0, 300.0],
    ] {
        let kind = |errors| Kind {
            errors,
            name: "some",
            above: 3,
            colour: [9, 9, 9],
        };
        let figure = ErrorsFigure {
            kinds: [kind(&errors), kind(&errors)],
            threshold: 0.01,
            marked: Some((0, 3)),
        };
        let _ = figure.scene(size, palette);
        let _ = strangeness_scene(&errors, 0.02, size, palette);
    }
    assert_eq!(label_place(3.0, 16.0, 0.0), 0.0);
    assert_eq!(label_place(3.0, 16.0, 100.0), 16.0);
    assert_eq!(label_place(99.0, 16.0, 100.0), 84.0);
}
