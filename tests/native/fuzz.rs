//! Whatever comes in from outside, sound or damaged anyhow: it is read or refused, and nothing ends.
//!
//! What is found is shrunk to the shortest case that still fails. `PROPTEST_CASES=100000` searches longer.

use std::sync::LazyLock;

use hourglass::export::{Format, Source, from_json, from_safetensors};
use hourglass::handed::{Handed, all_in};
use hourglass::import::{Choices, Outcome, read};
use hourglass::link;
use hourglass::protocol::{Brief, Command, Event, Message, Packet, Point, Told};
use hourglass::session::{Action, Door, State};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::common::program::Program;
use crate::import::{hostile, incoming};

/// One damage to a file.
#[derive(Clone, Debug)]
enum Damage {
    Set(Index, u8),
    Flip(Index, u8),
    Insert(Index, Vec<u8>),
    Cut(Index, Index),
    Repeat(Index, usize),
}

fn damages() -> impl Strategy<Value = Vec<Damage>> {
    let damage = prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Damage::Set(at, byte)),
        (any::<Index>(), 0_u8..8).prop_map(|(at, bit)| Damage::Flip(at, bit)),
        (any::<Index>(), prop::collection::vec(any::<u8>(), 1..9))
            .prop_map(|(at, bytes)| Damage::Insert(at, bytes)),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Damage::Cut(from, to)),
        (any::<Index>(), 1_usize..40).prop_map(|(at, times)| Damage::Repeat(at, times)),
    ];
    prop::collection::vec(damage, 0..6)
}

fn damaged(mut bytes: Vec<u8>, damages: &[Damage]) -> Vec<u8> {
    for damage in damages {
        if bytes.is_empty() {
            break;
        }
        match damage {
            Damage::Set(at, byte) => *at.get_mut(&mut bytes) = *byte,
            Damage::Flip(at, bit) => *at.get_mut(&mut bytes) ^= 1 << bit,
            Damage::Insert(at, more) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, more.iter().copied());
            }
            Damage::Cut(from, to) => {
                let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
                bytes.drain(from.min(to)..from.max(to));
            }
            Damage::Repeat(at, times) => {
                let at = at.index(bytes.len());
                let part = bytes[at..bytes.len().min(at + 16)].repeat(*times);
                bytes.splice(at..at, part);
            }
        }
    }
    bytes
}

/// Files of every kind that is read, each small.
static FILES: LazyLock<Vec<(&str, Vec<u8>)>> = LazyLock::new(|| {
    let files = hostile::files().into_iter();
    files.filter(|(_, bytes)| bytes.len() < 20_000).collect()
});

/// Pieces of links, and what does not belong into one.
fn link_text() -> impl Strategy<Value = String> {
    let keys = select(vec![
        "lesson", "scene", "data", "n", "scatter", "seed", "hidden", "act", "k", "atoms", "code",
        "tied", "loss", "penalty", "lambda", "rho", "beta", "decay", "noise", "level", "opt", "lr",
        "batch", "moved", "panels", "speed", "play", "v", "lang", "theme", "present", "embed",
        "hide", "lock", "q", "ruler", "𝕜", "",
    ]);
    let values = prop_oneof![
        select(vec![
            "circle",
            "digits",
            "1e400",
            "-0",
            "NaN",
            "inf",
            "64-32",
            "64-",
            "kl",
            "12:0.3:-0.4",
            "0x10",
            "%",
            "%ff%fe",
            "1",
            "de"
        ])
        .prop_map(str::to_owned),
        any::<f64>().prop_map(|number| number.to_string()),
        any::<i128>().prop_map(|number| number.to_string()),
        ".{0,12}",
    ];
    let pair = (keys, "[=:]{0,2}", values, "[&#?;]{0,2}")
        .prop_map(|(key, is, value, end)| format!("{key}{is}{value}{end}"));
    let pairs = prop::collection::vec(pair, 0..8).prop_map(|pairs| format!("#{}", pairs.concat()));
    prop_oneof![4 => pairs, 1 => ".{0,60}"]
}

fn handed() -> Handed {
    let point = |step: u64| Point {
        step,
        train: 0.1,
        held_out: 0.2 / step.max(1) as f64,
        pca: 0.05,
        penalty: None,
    };
    let points: Vec<Point> = (0..60).map(point).collect();
    Handed::of("Ада <b>", "#lesson=intro", &points).unwrap()
}

/// What a run is written to, and the messages of its first steps.
fn run() -> (Vec<u8>, Vec<u8>, Vec<Packet>) {
    let mut program = Program::ready("#data=circle&k=1&hidden=4&n=40");
    program.frames(3);
    program.act(Action::DeskAsked(Door::Export));
    while program.state.brief().is_none() {
        program.frames(1);
    }
    let saved = *program.state.brief().and_then(|brief| brief.run).unwrap();
    let source = Source::new(saved, None).unwrap();
    let packets = program
        .sent
        .iter()
        .cloned()
        .map(|command| command.into_packet().unwrap());
    (
        source.file(Format::Json).unwrap(),
        source.file(Format::SafeTensors).unwrap(),
        packets.collect(),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any text opens a page whose own link opens the same page.
    #[test]
    fn links(text in link_text()) {
        let state = State::open(&text);
        let (again, complaints) = link::read(&state.link());
        prop_assert!(complaints.is_empty(), "{} {complaints:?}", state.link());
        prop_assert!(again.settings == state.training.settings, "{}", state.link());
    }

    #[test]
    fn samples(at in any::<Index>(), damages in damages(), images: Option<bool>, header: Option<bool>, raw: bool) {
        let (name, bytes) = at.get(&FILES);
        let choices = Choices { images, header, raw, ..Choices::default() };
        if let Ok(Outcome::Import(import)) = read(vec![incoming(name, damaged(bytes.clone(), &damages))], &choices) {
            prop_assert!(import.data.values.iter().all(|value| value.is_finite()));
            prop_assert!(import.data.clone().checked().is_ok());
        }
    }

    #[test]
    fn result_codes(damages in damages(), text in ".{0,80}") {
        let code = handed().code();
        let broken = String::from_utf8_lossy(&damaged(code.clone().into_bytes(), &damages)).into_owned();
        for found in all_in(&format!("{text}{broken} {broken}")).0 {
            prop_assert!(found.held_out().is_finite());
        }
        // A code is as it was handed in, or damaged: there is no third.
        if let Some(read) = Handed::from_code(&broken) {
            prop_assert_eq!(read, handed());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn runs_in_files(damages in damages()) {
        thread_local! { static RUN: (Vec<u8>, Vec<u8>, Vec<Packet>) = run(); }
        RUN.with(|(json, safetensors, _)| {
            let _ = from_json(&damaged(json.clone(), &damages));
            let _ = from_safetensors(&damaged(safetensors.clone(), &damages));
        });
    }

    /// What a thread of another build, or one that is ending, may say.
    #[test]
    fn messages(damages in damages(), at in any::<Index>()) {
        thread_local! { static RUN: (Vec<u8>, Vec<u8>, Vec<Packet>) = run(); }
        RUN.with(|(.., packets)| {
            let packet = at.get(packets);
            let broken = Packet { head: damaged(packet.head.clone(), &damages), arrays: packet.arrays.clone() };
            let _ = Command::from_packet(broken.clone());
            let _ = Event::from_packet(broken.clone());
            let _ = Brief::from_packet(broken.clone());
            let _ = Told::from_packet(broken);
        });
    }
}
