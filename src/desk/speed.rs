//! How fast this device trains: the page at `#speed`, which has this program and not the lessons'.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use yew::prelude::*;

use crate::protocol::{Command, Event, Timed};
use crate::ui::{Thread, use_theme};
use crate::words::{DeskWords, desk_words, written};

type Title = fn(&'static DeskWords) -> &'static str;

/// What is trained, each for so long.
const NETWORKS: [&[u32]; 3] = [
    &[784, 128, 32, 128, 784],
    &[64, 32, 8, 32, 64],
    &[2, 16, 16, 1, 16, 16, 2],
];
const MS: f64 = 3000.0;
/// Samples per second that were seen elsewhere.
const KNOWN: [(Title, [f64; 3]); 1] = [(|w| w.speed.server, [19_000.0, 770_000.0, 2_950_000.0])];

struct Measurement {
    thread: RefCell<Option<Thread>>,
    found: RefCell<Vec<Timed>>,
    why_not: RefCell<Option<String>>,
    redraw: Box<dyn Fn()>,
    this: Weak<Self>,
}

impl Measurement {
    fn begin(&self) {
        self.found.borrow_mut().clear();
        self.why_not.take();
        let this = self.this.clone();
        let started = Thread::start(move |said| {
            if let Some(this) = this.upgrade() {
                this.hear(said);
            }
        });
        match started {
            Ok(thread) => *self.thread.borrow_mut() = Some(thread),
            Err(why) => self.fail(why),
        }
    }

    fn hear(&self, said: Result<Event, String>) {
        match said {
            Ok(Event::Ready { .. }) => {}
            Ok(Event::Timed(timed)) => self.found.borrow_mut().push(timed),
            Ok(Event::Crashed { why }) | Err(why) => return self.fail(why),
            Ok(_) => return,
        }
        self.ask();
        (self.redraw)();
    }

    fn ask(&self) {
        let next = NETWORKS.get(self.found.borrow().len());
        let asked = match (next, &*self.thread.borrow()) {
            (Some(widths), Some(thread)) => thread.post(Command::Time {
                widths: widths.to_vec(),
                ms: MS,
            }),
            _ => Ok(()),
        };
        if let Err(why) = asked {
            self.fail(why);
        }
    }

    fn fail(&self, why: String) {
        *self.why_not.borrow_mut() = Some(why);
        (self.redraw)();
    }
}

/// The results for other programs, as JSON.
fn json(found: &[Timed]) -> String {
    let each = found.iter().map(|timed| {
        format!(
            "{{\"layers\": {:?}, \"batch\": {}, \"samples_per_s\": {:.0}, \"gflops\": {:.3}}}",
            timed.widths,
            timed.batch,
            timed.samples_per_s(),
            timed.gflops()
        )
    });
    format!("[{}]", each.collect::<Vec<_>>().join(", "))
}

fn name(widths: &[u32]) -> String {
    let widths: Vec<String> = widths.iter().map(u32::to_string).collect();
    widths.join("-")
}

/// With thousands set apart by a thin space.
fn grouped(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

#[component]
pub fn Speed() -> Html {
    use_theme(None);
    let update = use_force_update();
    let measurement = use_memo((), move |()| {
        Rc::new_cyclic(|this| Measurement {
            thread: RefCell::default(),
            found: RefCell::default(),
            why_not: RefCell::default(),
            redraw: Box::new(move || update.force_update()),
            this: this.clone(),
        })
    });
    let measurement = Rc::clone(&measurement);
    use_effect_with((), {
        let measurement = Rc::clone(&measurement);
        move |()| measurement.begin()
    });
    let words = &desk_words().speed;
    let found = measurement.found.borrow().clone();
    let is_done = found.len() == NETWORKS.len();
    let is_at_work = !is_done && measurement.why_not.borrow().is_none();
    let status = match (&*measurement.why_not.borrow(), is_done) {
        (Some(why), _) => words.failed(why),
        (None, true) => words.done.to_owned(),
        (None, false) => words.measuring(found.len() + 1, NETWORKS.len()),
    };
    let rows = NETWORKS.iter().enumerate().map(|(i, widths)| {
        let timed = found.get(i);
        let of = |value: Option<String>| value.unwrap_or_else(|| "–".to_owned());
        html! {
            <tr>
                <th scope="row">{name(widths)}</th>
                <td><output aria-label={format!("{}, {}", words.samples, name(widths))}>{of(timed.map(|timed| grouped(timed.samples_per_s())))}</output></td>
                <td>{of(timed.map(|timed| written(timed.gflops(), 1)))}</td>
                {for KNOWN.iter().map(|(_, rates)| html! { <td class="known">{grouped(rates[i])}</td> })}
            </tr>
        }
    });
    let again = {
        let measurement = Rc::clone(&measurement);
        move |_: MouseEvent| {
            measurement.begin();
            (measurement.redraw)();
        }
    };
    html! {
        <>
        <main class="speed">
            <h1>{words.title}</h1>
            <p>{words.about}</p>
            <table>
                <thead><tr>
                    <th scope="col">{words.network}</th>
                    <th scope="col">{words.samples}<small>{words.this}</small></th>
                    <th scope="col" title={words.gflops_means}>{words.gflops}<small>{words.this}</small></th>
                    {for KNOWN.iter().map(|(device, _)| html! { <th scope="col" class="known">{words.known}<small>{device(desk_words())}</small></th> })}
                </tr></thead>
                <tbody>{for rows}</tbody>
            </table>
            <p role="status">{status}</p>
            <p class="note">{words.gflops_means}</p>
            <p class="ways">
                <button type="button" disabled={is_at_work} onclick={again}>{words.again}</button>
                <a href="#">{words.back}</a>
            </p>
            if is_done {
                <script type="application/json" id="speed-result">{json(&found)}</script>
            }
        </main>
        </>
    }
}
