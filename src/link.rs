//! Settings <-> the page's link. Total: any text gives a valid state and a list of complaints.

mod prepared;
mod sent;
mod telling;

use crate::lessons::{Lesson, MOST_PANELS, Panel, RULER};
use crate::settings::{DataSet, KNOBS, Key, Knob, Settings, Traits, Value};
use crate::words::words;
pub use prepared::{MOST_LETTERS, Prepared};
use sent::{as_sent, decoded};
use telling::{range, shorten};

/// The version of the link's format.
pub const VERSION: &str = "1";

/// What a link says.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Whose preset stands for the keys that are absent.
    pub lesson: Lesson,
    /// The lesson's experiment.
    pub scene: usize,
    pub settings: Settings,
    /// Starts at once.
    pub play: bool,
    /// The Lab's panels, in order.
    pub panels: Vec<Panel>,
    pub prepared: Prepared,
}

/// The key of the points that were put elsewhere.
const MOVED: &str = "moved";

/// No panel at all.
const NO_PANELS: &str = "none";

/// The link's text, from `#` on: only what differs from the lesson's preset.
pub fn write(link: &Link) -> String {
    let is_plain = link.scene == link.lesson.scene_of(&link.settings);
    let scene = link.lesson.scenes().get(link.scene).filter(|_| !is_plain);
    let mut base = match scene {
        Some(scene) => (scene.preset)(),
        None => link.lesson.preset_with(link.settings.data),
    };
    // What the link names is told from the lesson's own data.
    let own_data = match scene {
        Some(_) => base.data,
        None => link.lesson.preset().data,
    };
    let mut pairs: Vec<String> = link.prepared.question_pair().into_iter().collect();
    pairs.push(format!("v={VERSION}"));
    if link.lesson != Lesson::Intro {
        pairs.push(format!("lesson={}", link.lesson.key()));
    }
    if scene.is_some() {
        pairs.push(format!("scene={}", link.scene + 1));
    }
    for knob in &KNOBS {
        let value = knob.value(&link.settings);
        let is_named = knob.key == Key::Data && link.settings.data != own_data;
        if is_named || value != knob.value(&base) {
            pairs.push(format!("{}={}", knob.link, knob.link_text(&value)));
        }
        if knob.key == Key::Data && base.data != link.settings.data {
            base.n = link.settings.traits().default_samples;
        }
    }
    if !link.settings.moved.is_empty() {
        pairs.push(format!("{MOVED}={}", link.settings.moved_text()));
    }
    if link.lesson == Lesson::Lab && link.panels != link.lesson.panels(link.scene) {
        let keys: Vec<&str> = link.panels.iter().map(|panel| panel.key()).collect();
        let text = match keys.is_empty() {
            true => NO_PANELS.to_owned(),
            false => keys.join(","),
        };
        pairs.push(format!("panels={text}"));
    }
    pairs.extend(link.prepared.pairs());
    if link.play {
        pairs.push("play=1".to_owned());
    }
    format!("#{}", pairs.join("&"))
}

/// Reads the part of an address from `#` on, or a whole address. The second part says, a sentence
/// each, what could not be taken at its word.
pub fn read(address: &str) -> (Link, Vec<String>) {
    read_beside(address, None)
}

/// The same on a page that holds the user's own samples, which are like this.
pub fn read_beside(address: &str, own: Option<Traits>) -> (Link, Vec<String>) {
    let text = match address.split_once('#') {
        Some((_, fragment)) => fragment,
        None if address.contains("://") => "",
        None => address,
    };
    let text = as_sent(text);
    let words = &words().link;
    let mut complaints = Vec::new();
    let mut pairs: Vec<(String, String)> = Vec::new();
    for part in text.split('&').filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let [key, value] = [key, value].map(decoded);
        match pairs.iter_mut().find(|pair| pair.0 == key) {
            Some(pair) => {
                complaints.push(words.twice(&shorten(&key)));
                pair.1 = value;
            }
            None => pairs.push((key, value)),
        }
    }

    let lesson = match pairs.iter().position(|pair| pair.0 == "lesson") {
        Some(at) => take_lesson(&pairs.remove(at).1, &mut complaints),
        None => Lesson::Intro,
    };
    let scene = take_scene(lesson, &mut pairs, &mut complaints);
    let named = pairs.iter().find(|pair| pair.0 == Key::Data.knob().link);
    let mut settings = match (scene, named.and_then(|pair| DataSet::of_key(&pair.1))) {
        (Some(scene), _) => (lesson.scenes()[scene].preset)(),
        (None, Some(data)) => lesson.preset_with(data),
        (None, None) => lesson.preset(),
    };
    settings.own = own;
    let mut play = false;
    let mut panels = None;
    for knob in &KNOBS {
        if let Some(at) = pairs.iter().position(|pair| pair.0 == knob.link) {
            let (_, text) = pairs.remove(at);
            complaints.extend(take(knob, &text, &mut settings));
        }
    }
    complaints.extend(reconcile(&mut settings));
    let mut prepared = Prepared::default();
    for (key, value) in pairs {
        if let Some(more) = prepared.take(&key, &value) {
            complaints.extend(more);
            continue;
        }
        match (key.as_str(), value.as_str()) {
            ("play", "1") => play = true,
            ("play", "0") | ("v", VERSION) => {}
            (MOVED, text) => {
                if !settings.take_moved(text) {
                    complaints.push(words.moved(&shorten(text)));
                }
            }
            ("panels", text) => panels = Some(take_panels(text, &mut complaints)),
            ("play", other) => complaints.push(words.play(&shorten(other))),
            ("v", other) => complaints.push(words.version(VERSION, &shorten(other))),
            (key, _) => complaints.push(words.unknown(&shorten(key))),
        }
    }
    let scene = scene.unwrap_or_else(|| lesson.scene_of(&settings));
    let link = Link {
        lesson,
        scene,
        settings,
        play,
        panels: panels.unwrap_or_else(|| lesson.panels(scene).to_vec()),
        prepared,
    };
    (link, complaints)
}

/// Panels by their keys, each once; what is no panel is said and left out.
fn take_panels(text: &str, complaints: &mut Vec<String>) -> Vec<Panel> {
    let mut panels = Vec::new();
    for key in text.split(',').filter(|key| *key != NO_PANELS) {
        match Panel::of_key(key) {
            Some(panel) if panels.contains(&panel) => {}
            Some(_) if panels.len() == MOST_PANELS => {
                complaints.push(words().link.many_panels(MOST_PANELS, &shorten(key)));
            }
            Some(panel) => panels.push(panel),
            None => complaints.push(words().link.no_panel(&shorten(key))),
        }
    }
    panels
}

/// Sets controls from `key=value` pairs joined by `&`; the others stay. Tells, a sentence each, what
/// could not be taken at its word.
pub fn set(pairs: &str, settings: &mut Settings) -> Vec<String> {
    let words = &words().link;
    let mut complaints = Vec::new();
    for part in pairs.split('&') {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        match KNOBS.iter().find(|knob| knob.link == key) {
            Some(knob) => complaints.extend(take(knob, value, settings)),
            None => complaints.push(words.unknown(&shorten(key))),
        }
    }
    complaints.extend(reconcile(settings));
    complaints
}

fn take_lesson(text: &str, complaints: &mut Vec<String>) -> Lesson {
    Lesson::of_key(text).unwrap_or_else(|| {
        let keys: Vec<&str> = Lesson::ALL.iter().map(|lesson| lesson.key()).collect();
        let known = keys.join(", ");
        complaints.push(
            words()
                .link
                .lesson(&known, &shorten(text), Lesson::Intro.key()),
        );
        Lesson::Intro
    })
}

/// The experiment that is asked for by its number, or by its name where it has one.
fn take_scene(
    lesson: Lesson,
    pairs: &mut Vec<(String, String)>,
    complaints: &mut Vec<String>,
) -> Option<usize> {
    let is_ruler = |pair: &(String, String)| lesson == Lesson::Lab && pair.0 == "ruler";
    let ruler = pairs.iter().position(is_ruler).map(|at| pairs.remove(at).1);
    let scene = pairs.iter().position(|pair| pair.0 == "scene");
    let text = scene
        .map(|at| pairs.remove(at).1)
        .or_else(|| match ruler?.as_str() {
            "1" => Some((RULER + 1).to_string()),
            _ => None,
        })?;
    let count = lesson.scenes().len();
    let number = text
        .parse()
        .ok()
        .filter(|number| (1..=count).contains(number));
    if number.is_none() {
        complaints.push(words().link.scene(count, &shorten(&text)));
    }
    Some(number? - 1)
}

/// Brings settings that do not go together into agreement, and says which and why.
fn reconcile(settings: &mut Settings) -> Vec<String> {
    let asked = settings.clone();
    settings.normalise();
    KNOBS
        .iter()
        .filter(|knob| knob.value(&asked) != knob.value(settings))
        .filter_map(|knob| knob.held(settings).map(str::to_owned))
        .collect()
}

/// Sets one knob from a link's text; a complaint where the text asks for something else.
fn take(knob: &Knob, text: &str, settings: &mut Settings) -> Option<String> {
    let words = &words().link;
    let before = knob.value(settings);
    match knob.parse(text) {
        Some(Value::Choice(data)) if is_own(knob, data) && settings.own.is_none() => {
            Some(words.own.to_owned())
        }
        Some(wanted) => {
            if knob.key == Key::Data {
                take_data(knob, wanted.clone(), settings);
            } else {
                knob.set(settings, wanted.clone());
            }
            let got = knob.value(settings);
            (got != wanted).then(|| {
                let range = range(knob, settings);
                words.beyond(knob.name(), &range, &shorten(text), &knob.link_text(&got))
            })
        }
        None => Some(words.unreadable(
            knob.name(),
            &range(knob, settings),
            &shorten(text),
            &knob.link_text(&before),
        )),
    }
}

/// Whether it asks for the user's own samples.
fn is_own(knob: &Knob, data: usize) -> bool {
    knob.key == Key::Data && data == DataSet::Own as usize
}

/// In a link every absent key means the preset, so the data set changes no other knob but n.
fn take_data(knob: &Knob, wanted: Value, settings: &mut Settings) {
    let mut chosen = settings.clone();
    knob.set(&mut chosen, wanted);
    settings.data = chosen.data;
    settings.n = chosen.n;
}
