//! What files as they should be become.

use crate::common::{snapshot, train};
use hourglass::data::{OwnData, record};
use hourglass::export::Format;
use hourglass::import::{Choices, Content, Incoming, Outcome, read};
use hourglass::protocol::{Command, View};
use hourglass::settings::{DataSet, Settings, Shape};

use super::{imported, incoming};

const FLOWERS: &str = "length;width;species\n5,1;3,5;setosa\n4,9;3,0;setosa\n7,0;3,2;versicolor\n6,4;3,2;versicolor\n6,3;3,3;virginica\n5,8;2,7;virginica\n";

#[test]
fn columns_have_mean_0_and_deviation_1_and_classes_their_names() {
    let import = imported("flowers.csv", FLOWERS, &Choices::default());
    let data = &import.data;
    assert_eq!(data.shape, Shape::Point(2));
    assert_eq!(data.features, ["length", "width"]);
    assert_eq!(data.classes, ["setosa", "versicolor", "virginica"]);
    assert_eq!(data.labels, [0, 0, 1, 1, 2, 2]);
    for column in 0..2 {
        let values: Vec<f64> = data.values[column..]
            .iter()
            .step_by(2)
            .map(|&x| f64::from(x))
            .collect();
        let mean = values.iter().sum::<f64>() / 6.0;
        let variance = values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / 6.0;
        assert!(
            mean.abs() < 1e-6 && (variance - 1.0).abs() < 1e-6,
            "{mean} {variance}"
        );
    }
    let raw = imported(
        "flowers.csv",
        FLOWERS,
        &Choices {
            raw: true,
            labels: Some(None),
            ..Choices::default()
        },
    );
    assert_eq!(raw.data.values[..4], [5.1, 3.5, 4.9, 3.0]);
    assert!(raw.data.classes.is_empty());
}

/// Large numbers that vary little keep their digits: 1e8 and steps of 0.01 are five even steps.
#[test]
fn standardising_is_exact_for_large_numbers() {
    let import = imported(
        "large.csv",
        "a,b\n100000000.01,2\n100000000.02,4\n100000000.03,7\n100000000.04,1\n100000000.05,3\n",
        &Choices::default(),
    );
    let steps: Vec<f32> = import.data.values.iter().copied().step_by(2).collect();
    let wanted = [-2.0, -1.0, 0.0, 1.0, 2.0].map(|step: f32| step / 2_f32.sqrt());
    for (step, wanted) in steps.iter().zip(wanted) {
        assert!((step - wanted).abs() < 2e-6, "{steps:?}");
    }
}

#[test]
fn rows_of_pixels_are_images_where_they_look_like_such() {
    // Grey in the middle, paper about it.
    let level = |p: usize, i: usize| match (1..7).contains(&(p % 8)) && (1..7).contains(&(p / 8)) {
        true => (p * i) % 17,
        false => 0,
    };
    let row = |i: usize| {
        let levels: Vec<String> = (0..64).map(|p| level(p, i).to_string()).collect();
        levels.join(",")
    };
    let text: String = (1..8).map(|i| format!("{},{}\n", row(i), i % 3)).collect();
    let header: String = (0..64).map(|p| format!("p{p},")).collect::<String>() + "label\n";
    let import = imported("digits.csv", header + &text, &Choices::default());
    assert_eq!(
        import.data.shape,
        Shape::Image {
            width: 8,
            height: 8
        }
    );
    assert_eq!(import.data.classes, ["0", "1", "2"]);
    assert!(import.data.traits().is_unit_range);
    assert_eq!(import.data.values[9], 9.0 / 16.0);
    assert_eq!(import.sheet.images, Some(true));
}

#[test]
fn pictures_become_square_ink_on_paper_and_folders_classes() {
    // A dark bar in the middle of a white picture, twice as wide as high.
    let picture = |name: &str, bar: usize| Incoming {
        name: name.to_owned(),
        content: Content::Picture {
            width: 32,
            height: 16,
            levels: (0..32 * 16)
                .map(|i| if (i % 32) / 4 == bar { 0 } else { 255 })
                .collect(),
        },
    };
    let files = vec![
        picture("set/left/1.png", 1),
        picture("set/left/2.png", 2),
        picture("set/right/3.png", 5),
        picture("set/right/4.png", 6),
        picture("set/right/5.png", 5),
    ];
    let choices = Choices {
        side: Some(8),
        ..Choices::default()
    };
    let Ok(Outcome::Import(import)) = read(files, &choices) else {
        panic!()
    };
    assert_eq!(import.data.classes, ["left", "right"]);
    assert_eq!(import.data.labels, [0, 0, 1, 1, 1]);
    assert!(import.sheet.inverted);
    let image: Vec<f32> = import.data.values[..64].to_vec();
    for (at, &ink) in image.iter().enumerate() {
        let wanted = f32::from(u8::from(at % 8 == 1 && (2..6).contains(&(at / 8))));
        assert!((ink - wanted).abs() < 1e-6, "{at}: {ink}");
    }
}

#[test]
fn an_idx_file_takes_its_labels_from_a_second_one() {
    let mut images = vec![0, 0, 8, 3, 0, 0, 0, 5, 0, 0, 0, 8, 0, 0, 0, 8];
    images.extend((0..5 * 64).map(|i| (i % 251) as u8));
    let labels = vec![0, 0, 8, 1, 0, 0, 0, 5, 7, 3, 7, 3, 3];
    let files = vec![
        incoming("train-labels.idx", labels),
        incoming("train-images.idx", images),
    ];
    let Ok(Outcome::Import(import)) = read(files, &Choices::default()) else {
        panic!()
    };
    assert_eq!(import.data.classes, ["3", "7"]);
    assert_eq!(import.data.labels, [1, 0, 1, 0, 0]);
    assert_eq!(import.data.values[5], 5.0 / 255.0);
}

/// A cell without a class is a gap like any other, and no class; signs and "none" are names.
#[test]
fn a_row_without_its_class_is_left_out() {
    let text = |classes: [&str; 10]| -> String {
        let rows = classes.iter().enumerate();
        let rows: String = rows
            .map(|(i, class)| format!("{i},{},{class}\n", i * i))
            .collect();
        format!("a,b,class\n{rows}")
    };
    let with_gaps = [
        "cat", "dog", "", "cat", "NA", "dog", "cat", "dog", "cat", "dog",
    ];
    let import = imported("t.csv", text(with_gaps), &Choices::default());
    assert_eq!(import.data.classes, ["cat", "dog"]);
    assert_eq!(import.data.labels.len(), 8);
    assert_eq!(import.left_out.len(), 1, "{:?}", import.left_out);
    let signs = ["+", "-", "-", "+", "+", "-", "none", "none", "+", "-"];
    let import = imported("t.csv", text(signs), &Choices::default());
    assert_eq!(import.data.classes, ["+", "-", "none"]);
    assert_eq!(import.data.labels.len(), 10);
}

/// Images whose values are no levels of a usual scale take all of ink and paper.
#[test]
fn images_of_parts_and_counts_keep_their_contrast() {
    for most in [1.02, 5.0, 20.5, 100.0] {
        let row = |i: usize| {
            let value = |p: usize| if p % 8 == i { most } else { 0.0 };
            let values: Vec<String> = (0..64).map(|p| format!("{}", value(p))).collect();
            values.join(",") + "\n"
        };
        let header: String = (0..64).map(|p| format!("p{p},")).collect::<String>();
        let text: String = (1..7).map(row).collect();
        let choices = Choices {
            images: Some(true),
            ..Choices::default()
        };
        let import = imported(
            "levels.csv",
            format!("{}\n{text}", header.trim_end_matches(',')),
            &choices,
        );
        let largest = import
            .data
            .values
            .iter()
            .fold(0.0_f32, |most, &x| most.max(x));
        assert!((largest - 1.0).abs() < 1e-6, "{most}: {largest}");
    }
}

/// Of so few samples one is held out, and one sample varies from nothing.
#[test]
fn few_samples_light_units_too() {
    let data = OwnData {
        title: "few".to_owned(),
        shape: Shape::Point(2),
        values: vec![0.0, 0.0, 1.0, 0.5, 0.2, -0.4, -0.7, 0.9, 0.4, 0.1],
        labels: vec![0; 5],
        classes: Vec::new(),
        features: Vec::new(),
    };
    let file = data.to_bytes();
    let mut settings = Settings::preset();
    settings.own = Some(data.traits());
    settings.choose_data(DataSet::Own);
    let mut engine = crate::common::engine();
    engine.handle(Command::Start {
        run: 1,
        settings,
        keep_previous: false,
        asset: Some(file),
        resume: None,
    });
    let trained = snapshot(train(&mut engine, 50, View::default()));
    assert!(trained.variation > 0.0);
    assert!(trained.readouts.active_units > 0.0 && trained.readouts.lit_per_sample > 0.0);
}

/// No row that is held out has a copy among those trained on, whatever the seed and the number of samples.
#[test]
fn copies_are_on_one_side_of_the_split() {
    let row = |i: usize| [(i % 7) as f32, (i % 3) as f32 * 0.5];
    let data = OwnData {
        title: "copies".to_owned(),
        shape: Shape::Point(2),
        values: (0..60).flat_map(row).collect(),
        labels: vec![0; 60],
        classes: Vec::new(),
        features: Vec::new(),
    };
    let file = data.to_bytes();
    let mut settings = Settings::preset();
    settings.own = Some(data.traits());
    settings.choose_data(DataSet::Own);
    for seed in 0..20 {
        for n in [15, 40, 60] {
            settings.seed = seed;
            settings.n = n;
            let dataset = record(DataSet::Own)
                .dataset(&settings, Some(&file))
                .unwrap();
            let train = dataset.train();
            let trained: Vec<_> = train.rows().into_iter().collect();
            assert_eq!(dataset.x.nrows(), n as usize);
            assert!(!dataset.held_out().is_empty() && !trained.is_empty());
            assert!(
                dataset
                    .held_out()
                    .rows()
                    .into_iter()
                    .all(|row| !trained.contains(&row)),
                "{seed} {n}"
            );
        }
    }
}

#[test]
fn own_samples_survive_their_bytes_and_damaged_ones_are_refused() {
    let data = imported("flowers.csv", FLOWERS, &Choices::default()).data;
    let bytes = data.to_bytes();
    assert!(OwnData::from_bytes(&bytes) == Ok(data.clone()));
    for cut in 0..bytes.len() {
        assert!(OwnData::from_bytes(&bytes[..cut]).is_err(), "{cut}");
    }
    let mut wrong = data;
    wrong.labels[0] = 9;
    assert!(wrong.checked().is_err());
}

/// What the page's archive of arrays holds beside samples and classes is no samples, and no fault.
#[test]
fn the_pages_own_arrays_come_back_as_samples() {
    let source = crate::reference::programs::source("#k=5&n=50", 3);
    let npz = source.file(Format::Npz).unwrap();
    let import = imported("hourglass.npz", npz, &Choices::default());
    assert_eq!(import.data.labels.len(), 50);
    assert_eq!(import.data.classes.len(), 10, "{:?}", import.data.classes);
}

/// Files are joined by joining what gzip makes of each.
#[test]
fn all_members_of_a_gzip_are_read() {
    use std::io::Write;
    let member = |text: &str| {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(text.as_bytes()).unwrap();
        gzip.finish().unwrap()
    };
    let both = [member("x,y\n1,2\n3,5\n"), member("5,4\n7,9\n2,8\n")].concat();
    let import = imported("both.csv.gz", both, &Choices::default());
    assert_eq!(import.data.labels.len(), 5);
}
