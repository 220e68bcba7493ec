//! The table of knobs is whole, and says what a change costs.

use std::collections::HashSet;

use hourglass::data::{CATALOGUE, record};
use hourglass::lessons::Lesson;
use hourglass::settings::{
    ActivationChoice, DataSet, Effect, KNOBS, Key, Kind, Knob, LossChoice, PenaltyChoice, Settings,
    Value,
};

#[test]
fn every_knob_is_found_by_its_key_and_has_its_own_name_and_link() {
    for knob in &KNOBS {
        assert_eq!(knob.key.knob().key, knob.key);
        assert!(knob.help().ends_with('.'), "{}", knob.name());
    }
    let names: HashSet<_> = KNOBS.iter().map(|knob| knob.name()).collect();
    let links: HashSet<_> = KNOBS.iter().map(|knob| knob.link).collect();
    assert_eq!((names.len(), links.len()), (KNOBS.len(), KNOBS.len()));
}

/// Names and keys that links, tests and other people's scripts rely on.
#[test]
fn names_and_keys_are_the_contract() {
    let table: Vec<_> = KNOBS.iter().map(|knob| (knob.name(), knob.link)).collect();
    assert_eq!(
        table,
        [
            ("Data set", "data"),
            ("Samples", "n"),
            ("Scatter", "scatter"),
            ("Hidden layers", "hidden"),
            ("Hidden activation", "act"),
            ("Bottleneck size k", "k"),
            ("Decoder atoms", "atoms"),
            ("Code activation", "code"),
            ("Tied weights", "tied"),
            ("Reconstruction loss", "loss"),
            ("Sparsity penalty", "penalty"),
            ("L1 weight λ", "lambda"),
            ("Target activation ρ", "rho"),
            ("KL weight β", "beta"),
            ("Weight decay δ", "decay"),
            ("Corruption", "noise"),
            ("Corruption level", "level"),
            ("Optimiser", "opt"),
            ("Learning rate", "lr"),
            ("Batch size", "batch"),
            ("Speed", "speed"),
            ("Seed", "seed"),
        ]
    );
}

#[test]
fn the_preset_and_every_data_set_lie_within_the_ranges() {
    for &data in DataSet::ALL {
        let mut settings = Settings::preset();
        settings.choose_data(data);
        let mut normal = settings.clone();
        normal.normalise();
        assert_eq!(settings, normal);
    }
}

#[test]
fn only_data_samples_scatter_seed_and_the_number_of_layers_start_anew() {
    let base = Settings::preset();
    let effect = |key: Key, value: Value| {
        let mut next = base.clone();
        key.knob().turn(&mut next, value);
        base.effect_of(&next)
    };
    for (key, value, wanted) in [
        (Key::Data, Value::Choice(2), Effect::Restart),
        (Key::N, Value::Number(100.0), Effect::Restart),
        (Key::Scatter, Value::Number(0.2), Effect::Restart),
        (Key::Seed, Value::Number(9.0), Effect::Restart),
        (Key::Hidden, Value::Widths(vec![64, 32]), Effect::Restart),
        (Key::Hidden, Value::Widths(vec![]), Effect::Restart),
        (Key::Hidden, Value::Widths(vec![48]), Effect::Warm),
        (Key::K, Value::Number(3.0), Effect::Warm),
        (Key::Act, Value::Choice(2), Effect::Warm),
        (Key::Code, Value::Choice(3), Effect::Warm),
        (Key::Tied, Value::Choice(1), Effect::Warm),
        (Key::Loss, Value::Choice(1), Effect::Live),
        (Key::Penalty, Value::Choice(1), Effect::Live),
        (Key::Lambda, Value::Number(0.5), Effect::Live),
        (Key::Rho, Value::Number(0.3), Effect::Live),
        (Key::Beta, Value::Number(3.0), Effect::Live),
        (Key::Decay, Value::Number(0.01), Effect::Live),
        (Key::Noise, Value::Choice(1), Effect::Live),
        (Key::Level, Value::Number(0.9), Effect::Live),
        (Key::Lr, Value::Number(0.1), Effect::Live),
        (Key::Batch, Value::Number(8.0), Effect::Live),
        (Key::Opt, Value::Choice(0), Effect::Live),
        (Key::Speed, Value::Choice(2), Effect::Live),
    ] {
        assert_eq!(effect(key, value), Some(wanted), "{key:?}");
    }
    assert_eq!(base.effect_of(&base), None);
}

#[test]
fn a_knob_never_leaves_its_range() {
    let mut settings = Settings::preset();
    for knob in &KNOBS {
        if let Some((low, high)) = knob.bounds(&settings) {
            for number in [f64::MIN, -1.0, 1e12, f64::MAX, f64::INFINITY] {
                knob.turn(&mut settings, Value::Number(number));
                let Value::Number(got) = knob.value(&settings) else {
                    panic!("{} holds no number", knob.name());
                };
                assert!((low..=high).contains(&got), "{}: {got}", knob.name());
            }
        }
    }
}

#[test]
fn a_smaller_data_set_brings_k_back_into_its_range() {
    let mut settings = Settings::preset();
    Key::K.knob().turn(&mut settings, Value::Number(100.0));
    let circle = Value::Choice(DataSet::Circle as usize);
    Key::Data.knob().turn(&mut settings, circle);
    assert!(settings.k <= settings.traits().shape.most_codes());
}

#[test]
fn sliders_give_back_the_number_that_they_stand_for() {
    for knob in &KNOBS {
        let is_logarithmic = matches!(
            knob.kind,
            Kind::Logarithmic { .. } | Kind::LogarithmicOrZero { .. }
        );
        let (low, high) = knob.bounds(&Settings::preset()).unwrap_or((0.0, 0.0));
        for number in [0.003, 0.05, 0.25, 1.0] {
            if is_logarithmic && (low..=high).contains(&number) {
                let place = knob.slider_from_number(number);
                assert!((knob.number_from_slider(place) / number - 1.0).abs() < 1e-9);
            }
        }
        if let Kind::LogarithmicOrZero { low, .. } = knob.kind {
            assert_eq!(knob.number_from_slider(knob.slider_from_number(0.0)), 0.0);
            let least = knob.number_from_slider(knob.slider_from_number(low));
            assert!((least / low - 1.0).abs() < 1e-9, "{}: {least}", knob.name());
        }
    }
}

#[test]
fn the_catalogue_has_one_record_per_data_set() {
    // The user's own is in no catalogue.
    assert_eq!(CATALOGUE.len() + 1, DataSet::ALL.len());
    for data in CATALOGUE.iter().map(|record| record.data) {
        let record = record(data);
        assert_eq!(record.data, data);
        assert!(
            hourglass::export::credits(record.data)
                .iter()
                .all(|text| !text.is_empty())
        );
        let path = format!("data/{}.bin", data.key());
        assert!(record.asset().is_none_or(|asset| asset == path));
    }
}

#[test]
fn the_data_sets_are_the_contract() {
    let keys: Vec<&str> = DataSet::ALL.iter().map(|data| data.key()).collect();
    let wanted = "line blobs circle moons spiral cross scurve swissroll digits mnist fashion bars balls patches ecg own";
    assert_eq!(keys, wanted.split(' ').collect::<Vec<_>>());
}

#[test]
fn every_lessons_preset_lies_within_the_ranges() {
    for lesson in Lesson::ALL {
        for scene in lesson.scenes() {
            let preset = (scene.preset)();
            let mut normal = preset.clone();
            normal.normalise();
            assert_eq!(preset, normal, "{}: {}", lesson.label(), scene.title.get());
        }
    }
    assert_eq!(Lesson::Intro.preset(), Settings::preset());
}

#[test]
fn kl_sets_the_code_to_sigmoid_holds_it_there_and_says_so() {
    let mut settings = Settings::preset();
    let code = Key::Code.knob();
    assert_eq!(code.held(&settings), None);
    Key::Penalty.knob().turn(&mut settings, Value::Choice(2));
    assert_eq!(settings.penalty, PenaltyChoice::Kl);
    assert_eq!(settings.code, ActivationChoice::Sigmoid);
    code.turn(&mut settings, Value::Choice(1));
    assert_eq!(settings.code, ActivationChoice::Sigmoid);
    assert!(
        code.held(&settings)
            .is_some_and(|why| why.contains("sigmoid"))
    );
}

/// A penalty acts on the next batch; where it also changes the code's activation, the network adapts.
#[test]
fn kl_costs_no_more_than_the_activation_that_it_sets() {
    let mut settings = Settings::preset();
    let effect_of_kl = |settings: &Settings| {
        let mut next = settings.clone();
        Key::Penalty.knob().turn(&mut next, Value::Choice(2));
        settings.effect_of(&next)
    };
    assert_eq!(effect_of_kl(&settings), Some(Effect::Warm));
    settings.code = ActivationChoice::Sigmoid;
    assert_eq!(effect_of_kl(&settings), Some(Effect::Live));
}

#[test]
fn cross_entropy_is_for_data_between_0_and_1() {
    for &data in DataSet::ALL {
        let mut settings = Settings::preset();
        settings.choose_data(data);
        Key::Loss.knob().turn(&mut settings, Value::Choice(1));
        let wanted = if settings.traits().is_unit_range {
            LossChoice::Bce
        } else {
            LossChoice::Mse
        };
        assert_eq!(settings.loss, wanted, "{}", data.key());
    }
}

/// Where a range input can stand: its ends, and every step from the lower one, as browsers add them up.
fn places(knob: &Knob, settings: &Settings) -> Vec<f64> {
    let Some((low, high)) = knob.bounds(settings) else {
        return Vec::new();
    };
    let [low, high] = [low, high].map(|number| knob.slider_from_number(number));
    let step = knob.slider_step();
    let last = ((high - low) / step).round();
    assert!(
        ((high - low) / step - last).abs() < 1e-6,
        "{}: the upper end is no whole number of steps away",
        knob.link
    );
    (0..=last.min(3000.0) as u32)
        .map(|i| low + f64::from(i) * step)
        .collect()
}

#[test]
fn every_slider_reaches_both_its_ends_and_stops_at_round_numbers() {
    let settings = Settings::preset();
    for knob in KNOBS.iter().filter(|knob| knob.key != Key::Seed) {
        let Some((low, high)) = knob.bounds(&settings) else {
            continue;
        };
        assert_eq!(knob.number_from_slider(knob.slider_from_number(low)), low);
        assert_eq!(knob.number_from_slider(knob.slider_from_number(high)), high);
        for place in places(knob, &settings) {
            let number = knob.number_from_slider(place);
            assert!((low..=high).contains(&number), "{} {number}", knob.link);
            let text = knob.link_text(&Value::Number(number));
            let figures = text.trim_start_matches(['0', '.']).len();
            assert!(figures <= 4, "{}={text}", knob.link);
        }
    }
    // As a browser counts: End, and 30 steps from 0.
    let level = Key::Level.knob();
    assert_eq!(level.slider_step(), 0.01);
    let thirty: f64 = (0..30).map(|_| level.slider_step()).sum();
    assert_eq!(level.number_from_slider(thirty), 0.3);
}

#[test]
fn typed_numbers_are_read_in_every_usual_way() {
    let typed = |key: Key, text: &str| key.knob().parse_typed(text);
    for text in ["0.003", "0,003", "3e-3", "3E-3", " 0.003 "] {
        assert_eq!(typed(Key::Lr, text), Some(Value::Number(0.003)), "{text}");
    }
    for text in ["1797", "1,797", "1.797", "1 797", "1’797"] {
        assert_eq!(typed(Key::N, text), Some(Value::Number(1797.0)), "{text}");
    }
    assert_eq!(typed(Key::Level, "−1"), Some(Value::Number(-1.0)));
    for text in ["", "abc", "0.3.1", "1,2,3", "NaN", "inf", "--1", "3 %"] {
        assert_eq!(typed(Key::Level, text), None, "{text}");
    }
}
