//! Numbers in sentences: as the language writes them, and never as a nought that they are not.

use hourglass::settings::{KNOBS, Kind, Value};
use hourglass::words::{localised, words, written};

use crate::languages::in_german;

#[test]
fn numbers_go_out_and_come_in_as_the_language_writes_them() {
    let (small, tiny, filled, tick) = in_german(|| {
        (
            written(-0.031_25, 4),
            written(1.25e-7, 4),
            words().stage.error(0.5),
            localised("0.25"),
        )
    });
    assert_eq!(
        [small, tiny, filled, tick],
        ["−0,0312", "1,2e−7", "Fehler 0,5000", "0,25"]
    );
    assert_eq!(words().stage.error(0.5), "error 0.5000");
    for knob in KNOBS {
        for number in [0.003, 0.25, 1.0, 64.0] {
            let whole = matches!(knob.kind, Kind::Whole(_));
            let parsed = knob.parse(&number.to_string());
            let Some(Value::Number(set)) = parsed.filter(|_| !whole || number >= 1.0) else {
                continue;
            };
            let label = in_german(|| knob.label(&Value::Number(set)));
            assert!(!label.contains('.'), "{label}");
            let typed = in_german(|| knob.parse_typed(&label));
            assert_eq!(
                typed,
                knob.parse_typed(&knob.label(&Value::Number(set))),
                "{label}"
            );
        }
    }
}

/// What rounds to nothing has no sign.
#[test]
fn nothing_is_not_below_nothing() {
    let all = [(-0.04, 1), (-0.003, 2), (-0.4, 0), (-0.06, 1)];
    let all = all.map(|(value, decimals)| written(value, decimals));
    assert_eq!(all, ["0.0", "0.00", "0", "−0.1"]);
}

#[test]
fn a_sentence_says_nought_of_nothing_else() {
    let said = |missed: f64| {
        let sentence = words().lessons.so_far(missed);
        let number = sentence.split(' ').nth(2);
        number.map(str::to_owned).unwrap_or_default()
    };
    assert_eq!(
        [12.4, 0.6, 0.44, 0.03, 0.004, -0.3, 0.0].map(said),
        ["12", "1", "0.4", "0.03", "0.004", "−0.3", "0"]
    );
    for power in 0..30 {
        let missed = 0.5 * 0.1_f64.powf(0.1 * f64::from(power));
        let number: f64 = said(missed).parse().unwrap();
        assert!(
            number > 0.0 && (number - missed).abs() <= missed,
            "{missed} is said as {number}"
        );
    }
    // What is left where a rank is reached is the noise of rounding.
    assert_eq!([3e-14, -3e-14, f64::NAN].map(said), ["0", "0", "NaN"]);
    assert_eq!(words().stage.error(1.25e-7), "error 1.2e−7");
}
