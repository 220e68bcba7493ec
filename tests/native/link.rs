//! Any text gives a valid state; a written link gives the same state back.

use hourglass::lessons::{Lesson, Panel};
use hourglass::link::{Link, Prepared, read, write};
use hourglass::random::{Purpose, stream, uniform};
use hourglass::settings::{ActivationChoice, DataSet, Key, LossChoice, Settings};

#[test]
fn the_empty_link_is_the_preset() {
    for text in [
        "",
        "#",
        "https://example.org/folder/",
        "https://example.org/#",
    ] {
        let (link, complaints) = read(text);
        assert_eq!(link.settings, Settings::preset(), "{text}");
        assert!(!link.play && complaints.is_empty());
    }
    let link = Link {
        lesson: Lesson::Intro,
        scene: 0,
        settings: Settings::preset(),
        play: false,
        panels: vec![Panel::Codes],
        prepared: Prepared::default(),
    };
    assert_eq!(write(&link), "#v=1");
}

/// An experiment has a number, and the keys that are absent are its own.
#[test]
fn a_link_may_say_which_experiment_it_means() {
    let (ruler, complaints) = read("#lesson=lab&scene=2");
    assert!(complaints.is_empty());
    assert_eq!((ruler.scene, ruler.settings.k), (1, 30));
    assert_eq!(read("#lesson=lab&ruler=1"), (ruler, Vec::new()));
    let (narrower, _) = read("#lesson=lab&scene=2&hidden=128&play=1");
    assert_eq!((narrower.scene, narrower.settings.k), (1, 30));
    assert_eq!(
        write(&narrower),
        "#v=1&lesson=lab&scene=2&hidden=128&play=1"
    );
    // In the Lab data do not decide.
    let (lab, _) = read("#lesson=lab&data=mnist&hidden=128");
    assert_eq!((lab.scene, lab.settings.loss), (0, LossChoice::Mse));
    for text in [
        "#lesson=lab&scene=0",
        "#lesson=lab&scene=3",
        "#lesson=lab&scene=x",
    ] {
        let (link, complaints) = read(text);
        assert_eq!((link.scene, complaints.len()), (0, 1), "{text}");
    }
    assert_eq!(read("#ruler=1").1.len(), 1);
}

#[test]
fn a_whole_address_is_read_from_the_hash_on() {
    let (link, complaints) = read("http://127.0.0.1:8080/x/?k=3#v=1&k=5&hidden=64-32&play=1");
    assert!(complaints.is_empty());
    assert_eq!(link.settings.k, 5);
    assert_eq!(link.settings.hidden, [64, 32]);
    assert!(link.play);
}

#[test]
fn a_value_out_of_range_becomes_the_nearest_and_is_named() {
    for (text, key, shown) in [
        ("#k=9000", Key::K, "128"),
        ("#k=0", Key::K, "1"),
        ("#k=-3", Key::K, "1"),
        ("#data=circle&k=17", Key::K, "16"),
        ("#n=5", Key::N, "15"),
        ("#n=1e9", Key::N, "1797"),
        ("#lr=7", Key::Lr, "1"),
        ("#lr=0", Key::Lr, "0.00001"),
        ("#batch=513", Key::Batch, "512"),
        ("#scatter=0.7", Key::Scatter, "0.5"),
        ("#hidden=9999", Key::Hidden, "512"),
        ("#hidden=99999999999999999999", Key::Hidden, "512"),
        ("#hidden=0-4", Key::Hidden, "1-4"),
        ("#hidden=1-2-3-4", Key::Hidden, "1-2-3"),
        ("#seed=4294967296", Key::Seed, "4294967295"),
        ("#k=2.4", Key::K, "2"),
        ("#lambda=2", Key::Lambda, "1"),
        ("#lambda=-1", Key::Lambda, "0"),
        ("#decay=1e-9", Key::Decay, "0"),
        ("#rho=0.9", Key::Rho, "0.5"),
        ("#noise=masking&level=1.5", Key::Level, "1"),
    ] {
        let (link, complaints) = read(text);
        let knob = key.knob();
        assert_eq!(knob.link_text(&knob.value(&link.settings)), shown, "{text}");
        assert_eq!(complaints.len(), 1, "{text}: {complaints:?}");
        assert!(complaints[0].starts_with(knob.name()), "{complaints:?}");
        assert!(complaints[0].contains(shown), "{complaints:?}");
    }
}

#[test]
fn a_value_of_no_sense_leaves_the_preset() {
    for text in [
        "#k=many",
        "#k=",
        "#k",
        "#k=NaN",
        "#lr=inf",
        "#act=swish",
        "#data=unicorns",
        "#hidden=64--32",
        "#hidden=wide",
        "#opt=Adam",
        "#seed=0x10",
        "#penalty=l2",
        "#tied=yes",
        "#lesson=cooking",
    ] {
        let (link, complaints) = read(text);
        assert_eq!(link.settings, Settings::preset(), "{text}");
        assert_eq!(complaints.len(), 1, "{text}: {complaints:?}");
    }
}

#[test]
fn unknown_keys_other_versions_and_repetitions_are_reported() {
    for (text, word) in [
        ("#colour=red", "colour"),
        ("#v=2", "version"),
        ("#play=yes", "play"),
        ("#k=3&k=4", "twice"),
        ("#<script>alert(1)</script>", "script"),
    ] {
        let (_, complaints) = read(text);
        assert_eq!(complaints.len(), 1, "{text}: {complaints:?}");
        assert!(complaints[0].contains(word), "{complaints:?}");
    }
}

#[test]
fn absent_keys_mean_the_lessons_preset() {
    for &lesson in Lesson::ALL {
        let (link, complaints) = read(&format!("#lesson={}", lesson.key()));
        assert_eq!((link.lesson, link.settings), (lesson, lesson.preset()));
        assert!(complaints.is_empty());
        for (number, scene) in lesson.scenes().iter().enumerate() {
            let link = Link {
                lesson,
                scene: number,
                settings: (scene.preset)(),
                play: false,
                panels: lesson.panels(number).to_vec(),
                prepared: Prepared::default(),
            };
            assert_eq!(
                read(&write(&link)),
                (link, Vec::new()),
                "{}",
                scene.title.get()
            );
        }
    }
}

#[test]
fn settings_that_do_not_go_together_are_brought_together_and_named() {
    let (link, complaints) = read("#penalty=kl&code=relu");
    assert_eq!(link.settings.code, ActivationChoice::Sigmoid);
    assert!(complaints.len() == 1 && complaints[0].contains("sigmoid"));
    let (link, complaints) = read("#data=circle&loss=bce");
    assert_eq!(link.settings.loss, LossChoice::Mse);
    assert!(complaints.len() == 1 && complaints[0].contains("squared error"));
}

#[test]
fn percent_signs_are_decoded() {
    let (link, complaints) = read("#d%61ta=mo%6Fns&k=%33");
    assert_eq!(link.settings.data, DataSet::Moons);
    assert_eq!(link.settings.k, 3);
    assert!(complaints.is_empty());
}

/// Absent keys mean the preset, whatever the data set; only the number of samples is its own.
#[test]
fn the_data_set_of_a_link_changes_no_other_knob() {
    let (link, _) = read("#data=circle");
    let preset = Settings::preset();
    assert_eq!(link.settings.n, DataSet::Circle.default_samples());
    assert_eq!(
        link.settings,
        Settings {
            data: DataSet::Circle,
            n: link.settings.n,
            ..preset
        }
    );
    assert_eq!(link.settings.act, ActivationChoice::Relu);
}

#[test]
fn any_text_gives_a_state_within_the_ranges() {
    let mut rng = stream(0, Purpose::Data);
    let pieces = [
        "#",
        "&",
        "=",
        "k",
        "data",
        "circle",
        "digits",
        "hidden",
        "64-32",
        "-",
        "1e400",
        "NaN",
        "%",
        "%F",
        "%FF",
        "ü",
        "lr",
        "0",
        "play",
        "1",
        "seed",
        "lesson",
        "sparse",
        "penalty",
        "kl",
        "loss",
        "bce",
        "999999999999",
        " ",
        "..",
        "::",
    ];
    for _ in 0..3000 {
        let length = uniform(&mut rng, 0.0, 14.0) as usize;
        let text: String = (0..length)
            .map(|_| pieces[uniform(&mut rng, 0.0, pieces.len() as f64) as usize])
            .collect();
        let (link, _) = read(&text);
        let mut normal = link.settings.clone();
        normal.normalise();
        assert_eq!(link.settings, normal, "{text}");
        let (again, complaints) = read(&write(&link));
        assert_eq!((again, complaints), (link, Vec::new()), "{text}");
    }
}

/// What a link leaves out is the preset of the experiment that its data belong to.
#[test]
fn absent_keys_are_those_of_the_experiment_with_the_data() {
    for (address, scene) in [
        ("#lesson=denoising&data=spiral", 4),
        ("#lesson=pca&data=circle", 2),
        ("#lesson=sparse&data=patches", 2),
        ("#lesson=uses&data=digits", 1),
    ] {
        let (link, complaints) = read(address);
        assert!(complaints.is_empty(), "{complaints:?}");
        assert_eq!(
            link.settings,
            (link.lesson.scenes()[scene].preset)(),
            "{address}"
        );
        assert_eq!(write(&link), address.replace('#', "#v=1&"));
    }
}
