//! The numbers behind the pictures, as tables: what the page shows, line by line.

use hourglass::export::{Format, Source, from_json, from_safetensors};
use hourglass::protocol::{Matrix, SavedRun, Seen, Sight, SweepPoint, Trade};
use hourglass::settings::PenaltyChoice;

use crate::common;
use crate::reference::programs::{saved, source};

/// The lines of a table, cell by cell.
fn cells(source: &Source, format: Format) -> Vec<Vec<String>> {
    let text = String::from_utf8(source.file(format).unwrap()).unwrap();
    assert!(text.ends_with('\n'));
    let row = |line: &str| line.split(',').map(str::to_owned).collect();
    text.lines().map(row).collect()
}

#[test]
fn tables_have_a_line_for_each_sample_unit_and_number() {
    let source = source("#k=5&n=50&noise=gaussian", 3);
    let codes = cells(&source, Format::Codes);
    assert_eq!(
        codes[0],
        ["sample", "part", "class", "h1", "h2", "h3", "h4", "h5"]
    );
    assert_eq!(codes.len(), 51);
    let parts = |part: &str| codes.iter().filter(|row| row[1] == part).count();
    assert_eq!((parts("training"), parts("held-out")), (40, 10));
    let heatmap = cells(&source, Format::Heatmap);
    assert_eq!((heatmap.len(), heatmap[0].len()), (6, 51));
    for (unit, row) in heatmap[1..].iter().enumerate() {
        assert_eq!(row[0], format!("h{}", unit + 1));
        for (sample, cell) in row[1..].iter().enumerate() {
            assert_eq!(*cell, codes[sample + 1][3 + unit]);
        }
    }
    let readouts = cells(&source, Format::Readouts);
    let of = |name: &str| &readouts.iter().find(|row| row[0] == name).unwrap()[1];
    let now = saved("#k=5&n=50&noise=gaussian", 3).readouts;
    assert_eq!(of("held_out_error").parse(), Ok(now.heldout_mse));
    assert_eq!(of("denoising_gain_db").parse(), Ok(now.gain_db.unwrap()));
    assert_eq!((of("penalty").as_str(), of("step").as_str()), ("", "3"));
}

/// A sweep and the prices that were paid go out as files and as tables.
#[test]
fn what_a_sweep_and_prices_have_found_goes_along() {
    let mut run = saved("#k=2&n=100", 1);
    let source = |run: &SavedRun| {
        let asset = common::asset(hourglass::data::record(run.settings.data));
        Source::new(run.clone(), asset).unwrap()
    };
    for format in [Format::Sweep, Format::Trades] {
        assert!(!format.applies(&run), "an empty table is offered");
        assert_eq!(cells(&source(&run), format).len(), 1);
    }
    run.swept = vec![SweepPoint {
        k: 1,
        train: 0.25,
        held_out: 0.5,
        pca: 0.75,
    }];
    let penalty = PenaltyChoice::L1;
    run.trades = vec![Trade {
        penalty,
        price: 0.001,
        lit: 3.5,
        held_out: 0.125,
    }];
    let rows = [Format::Sweep, Format::Trades].map(|format| {
        assert!(format.applies(&run));
        cells(&source(&run), format)[1].join(" ")
    });
    assert_eq!(rows, ["1 0.25 0.5 0.75", "l1 0.001 3.5 0.125"]);
    for format in [Format::Json, Format::SafeTensors] {
        let file = source(&run).file(format).unwrap();
        let back = match format {
            Format::Json => from_json(&file),
            _ => from_safetensors(&file),
        };
        assert_eq!(back.unwrap(), run);
    }
}

/// What pictures show besides goes out as tables of the same numbers, and only where one shows it.
#[test]
fn what_a_picture_shows_besides_is_a_table() {
    let mut run = saved("#k=2&n=100", 1);
    let source = |run: &SavedRun| {
        let asset = common::asset(hourglass::data::record(run.settings.data));
        Source::new(run.clone(), asset).unwrap()
    };
    let sights = [
        Sight::PcaCodes,
        Sight::Levels,
        Sight::Rates,
        Sight::Roc,
        Sight::Neighbours,
        Sight::Walk,
        Sight::Grid,
    ];
    let formats = sights.map(Format::Seen);
    assert!(formats.iter().all(|format| !format.applies(&run)));
    let rows = [
        (2, (0..200).map(|at| at as f32).collect()),
        (5, vec![0.5, 0.25, 0.125, f32::NAN, 0.0625]),
        (3, vec![1.0, 0.5, 0.75]),
        (2, vec![0.0, 0.5]),
        (4, vec![7.0, 1.0, 2.0, 3.0]),
        (4, vec![0.0, 0.25, 5.0, 6.0, 2.0, 1.0, 7.0, 8.0]),
        (3, vec![-1.0, 0.5, 9.0]),
    ];
    let seen = sights
        .into_iter()
        .zip(rows)
        .map(|(what, (columns, values))| {
            let rows = Matrix { columns, values };
            Seen { what, rows }
        });
    run.seen = seen.collect();
    let source = source(&run);
    let lines = formats.map(|format| {
        assert!(format.applies(&run));
        let cells = cells(&source, format);
        assert_eq!(cells[0].len(), cells[1].len(), "{format:?}");
        [cells[0].join(" "), cells[cells.len() - 1].join(" ")]
    });
    let class = &cells(&source, Format::Codes)[100][2];
    assert_eq!(
        lines.as_flattened(),
        [
            "sample part class pc1 pc2",
            &format!("100 held-out {class} 198 199"),
            "level untouched_error pca_error trained_without_noise_error held_out_error",
            "0.5 0.25 0.125  0.0625",
            "bits held_out_error pca_error",
            "1 0.5 0.75",
            "false_positive_rate true_positive_rate",
            "0 0.5",
            "sample by_code by_pca by_features",
            "7 1 2 3",
            "way part x1 x2",
            "features 1 7 8",
            "code_across code_up x1",
            "-1 0.5 9",
        ]
    );
}

/// The numbers of a column, of the rows that `of` picks.
fn column(table: &[Vec<String>], name: &str, of: impl Fn(&[String]) -> bool) -> Vec<f64> {
    let at = table[0].iter().position(|cell| cell == name).unwrap();
    let rows = table[1..].iter().filter(|row| of(row));
    rows.map(|row| row[at].parse().unwrap()).collect()
}

fn mean(numbers: &[f64]) -> f64 {
    numbers.iter().sum::<f64>() / numbers.len() as f64
}

/// Behind a picture lie the numbers that the page shows.
#[test]
fn tables_of_errors_and_units_agree_with_the_readouts() {
    for link in [
        "#k=5&n=200&noise=gaussian",
        "#k=12&hidden=none&code=relu&penalty=l1&n=200",
        "#k=4&hidden=12&code=tanh&n=200",
    ] {
        let (source, now) = (source(link, 60), saved(link, 60).readouts);
        let errors = cells(&source, Format::Errors);
        let of = |part: &'static str| move |row: &[String]| row[1] == part;
        let units = cells(&source, Format::Units);
        let k = units.len() as f64 - 1.0;
        let all = |_: &[String]| true;
        for (name, table, is) in [
            (
                "held-out",
                column(&errors, "error", of("held-out")),
                now.heldout_mse,
            ),
            (
                "training",
                column(&errors, "error", of("training")),
                now.train_mse,
            ),
            (
                "activation",
                column(&units, "mean_activation", all),
                now.mean_activation,
            ),
            (
                "active",
                column(&units, "active_part", all),
                now.lit_per_sample / k,
            ),
        ] {
            let table = mean(&table);
            let is_close = (table - is).abs() <= 1e-5 * (1e-3 + is.abs());
            assert!(is_close, "{link}: {name} is {is}, in the table {table}");
        }
    }
}

/// A network's layer by its table: sums of weights and signals, and the bias.
#[test]
fn the_table_of_weights_is_the_network() {
    let run = saved("#k=3&hidden=none&n=100", 20);
    let record = hourglass::data::record(run.settings.data);
    let asset = common::asset(record);
    let x = record.dataset(&run.settings, asset).unwrap().x;
    let source = Source::new(run, asset).unwrap();
    let weights = cells(&source, Format::Weights);
    assert_eq!(weights.len(), 1 + (64 + 1) * 3 + (3 + 1) * 64);
    let codes = cells(&source, Format::Codes);
    for (sample, code) in codes[1..].iter().enumerate() {
        for (unit, h) in ["1", "2", "3"].into_iter().zip(&code[3..]) {
            let leads = |row: &&Vec<String>| row[0].starts_with("encoder") && row[2] == unit;
            let sum: f32 = weights[1..]
                .iter()
                .filter(leads)
                .map(|row| {
                    let weight: f32 = row[3].parse().unwrap();
                    let from: Result<usize, _> = row[1].parse();
                    weight * from.map_or(1.0, |from| x[[sample, from - 1]])
                })
                .sum();
            let h: f32 = h.parse().unwrap();
            assert!(
                (sum - h).abs() < 1e-4,
                "sample {sample}, unit {unit}: {sum} and {h}"
            );
        }
    }
}

#[test]
fn tables_and_only_they_are_csv() {
    for &format in Format::ALL {
        assert_eq!(
            format.is_table(),
            format.key().ends_with(".csv"),
            "{format:?}"
        );
    }
}
