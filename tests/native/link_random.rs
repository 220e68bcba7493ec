//! Links of any state and of any text.

use hourglass::lessons::{Lesson, Panel};
use hourglass::link::{Link, MOST_LETTERS, Prepared, read, write};
use hourglass::random::{ChaCha8Rng, Purpose, stream, uniform};
use hourglass::session::State;
use hourglass::settings::{KNOBS, Key, Kind, Settings, Value};
use hourglass::words::Language;

/// Turns every knob to a random place of its range.
fn random_settings(seed: u32) -> Settings {
    let mut rng = stream(seed, Purpose::Data);
    let mut settings = Settings::preset();
    for knob in &KNOBS {
        let value = match knob.kind {
            Kind::Choice(options) => {
                Value::Choice(uniform(&mut rng, 0.0, options.keys.len() as f64) as usize)
            }
            Kind::Widths { layers, units } => {
                let count = uniform(&mut rng, 0.0, layers as f64 + 1.0) as usize;
                let mut width = || uniform(&mut rng, 1.0, f64::from(units)) as u32;
                Value::Widths((0..count).map(|_| width()).collect())
            }
            _ => {
                let (low, high) = knob.bounds(&settings).unwrap_or((0.0, 1.0));
                Value::Number(uniform(&mut rng, low, high))
            }
        };
        knob.turn(&mut settings, value);
    }
    for _ in 0..below(&mut rng, 4) {
        let sample = below(&mut rng, 2 * settings.n as usize) as u32;
        let mut place = || uniform(&mut rng, -3.0, 3.0) as f32;
        settings.put(sample, [place(), place()]);
    }
    settings
}

fn below(rng: &mut ChaCha8Rng, most: usize) -> usize {
    uniform(rng, 0.0, most as f64) as usize
}

/// Letters of all kinds, those of links among them.
fn random_text(rng: &mut ChaCha8Rng, most: usize) -> String {
    const LETTERS: &[char] = &[
        'a', 'k', 'q', '0', '9', '-', '.', ',', '&', '=', '#', '%', '+', '?', ' ', '<', '>', '"',
        '\'', '\\', '\n', '\0', 'ä', 'λ', '“', '…', '🙂', '\u{202e}', '\u{feff}',
    ];
    (0..below(rng, most + 1))
        .map(|_| LETTERS[below(rng, LETTERS.len())])
        .collect()
}

fn random_prepared(seed: u32) -> Prepared {
    let mut rng = stream(seed, Purpose::Split);
    let mut keys = || -> Vec<Key> {
        let from = below(&mut rng, KNOBS.len());
        let count = below(&mut rng, 4);
        KNOBS
            .iter()
            .cycle()
            .skip(from)
            .take(count)
            .map(|knob| knob.key)
            .collect()
    };
    let (hidden, locked) = (keys(), keys());
    Prepared {
        language: [None, Some(Language::English), Some(Language::German)][below(&mut rng, 3)],
        dark: [None, Some(false), Some(true)][below(&mut rng, 3)],
        presents: below(&mut rng, 2) == 0,
        embeds: below(&mut rng, 2) == 0,
        hidden,
        locked,
        question: random_text(&mut rng, 60).trim().to_owned(),
    }
}

#[test]
fn ten_thousand_states_are_read_back_as_they_were_written() {
    for seed in 0..10_000 {
        let lesson = Lesson::ALL[seed as usize % Lesson::ALL.len()];
        let every = Panel::ALL.map(|(panel, ..)| panel);
        let from = seed as usize % every.len();
        let link = Link {
            lesson,
            scene: seed as usize / 7 % lesson.scenes().len(),
            settings: random_settings(seed),
            play: seed % 2 == 0,
            panels: match lesson {
                Lesson::Lab => every[from..].iter().rev().take(3).copied().collect(),
                _ => vec![Panel::Codes],
            },
            prepared: random_prepared(seed),
        };
        let text = write(&link);
        assert_eq!(read(&text), (link, Vec::new()), "{text}");
        assert_eq!(State::open(&text).link(), text);
    }
}

#[test]
fn ten_thousand_texts_open_the_page() {
    let keys: Vec<&str> = KNOBS
        .iter()
        .map(|knob| knob.link)
        .chain([
            "lesson", "scene", "panels", "play", "v", "theme", "present", "embed", "hide", "lock",
            "q", "ruler", "moved",
        ])
        .collect();
    for seed in 0..10_000 {
        let mut rng = stream(seed, Purpose::Data);
        let pairs: Vec<String> = (0..below(&mut rng, 6))
            .map(|_| match below(&mut rng, 3) {
                0 => random_text(&mut rng, 30),
                _ => format!(
                    "{}={}",
                    keys[below(&mut rng, keys.len())],
                    random_text(&mut rng, 12)
                ),
            })
            .collect();
        let text = format!("#{}", pairs.join("&"));
        let (link, _) = read(&text);
        let mut normal = link.settings.clone();
        normal.normalise();
        assert_eq!(normal, link.settings, "{text}");
        assert!(link.prepared.question.chars().count() <= MOST_LETTERS);
        // What is shown is what its own link says.
        let state = State::open(&text);
        assert_eq!(State::open(&state.link()).link(), state.link(), "{text}");
    }
}
