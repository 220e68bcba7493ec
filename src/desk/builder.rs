use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::lessons::Lesson;
use crate::link::{self, MOST_LETTERS, Prepared};
use crate::settings::{KNOBS, Key, Knob, Traits};
use crate::words::{Language, desk_words};

/// What becomes of what is prepared.
type Change = Rc<dyn Fn(&mut Prepared)>;

#[derive(PartialEq, Properties)]
pub struct BuilderProps {
    /// The address of the page as it stands.
    pub link: String,
    /// What the user's own samples are like, where there are some.
    pub own: Option<Traits>,
    /// Told of the address as it is prepared.
    pub made: Callback<String>,
}

/// A page for a class: what it shows, what is fixed, and a question; and what it looks like.
#[component]
pub fn Builder(props: &BuilderProps) -> Html {
    let words = &desk_words().desk;
    let (page, hash) = props.link.split_once('#').unwrap_or((&props.link, ""));
    let (given, _) = link::read_beside(hash, props.own);
    let lesson = use_state_eq(|| None::<Lesson>);
    let prepared = use_state_eq(|| given.prepared.clone());
    let mut asked = match *lesson {
        Some(lesson) => link::read(&format!("#lesson={}", lesson.key())).0,
        None => given,
    };
    asked.prepared = (*prepared).clone();
    let made = format!("{page}{}", link::write(&asked));
    use_effect_with(made.clone(), {
        let tell = props.made.clone();
        move |made| tell.emit(made.clone())
    });
    let change = {
        let prepared = prepared.clone();
        Callback::from(move |with: Change| {
            let mut next = (*prepared).clone();
            with(&mut next);
            prepared.set(next);
        })
    };
    let check = |label: &'static str, is_on: bool, with: fn(&mut Prepared, bool)| {
        let change = change.clone();
        let onchange = move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let is_on = input.checked();
                change.emit(Rc::new(move |prepared| with(prepared, is_on)));
            }
        };
        html! { <label class="check"><input type="checkbox" checked={is_on} {onchange} /><span>{label}</span></label> }
    };
    let lessons = one_of(words.as_it_stands, Lesson::ALL, Lesson::label);
    let lessons = choice(words.opens, &lessons, *lesson, {
        let lesson = lesson.clone();
        Callback::from(move |chosen| lesson.set(chosen))
    });
    let themes = [
        (words.own_theme, None),
        (words.light, Some(false)),
        (words.dark, Some(true)),
    ];
    let themes = choice(words.theme, &themes, prepared.dark, {
        change.reform(|dark| -> Change { Rc::new(move |prepared| prepared.dark = dark) })
    });
    let languages = one_of(words.own_language, &Language::ALL, Language::name);
    let languages = choice(words.language, &languages, prepared.language, {
        change
            .reform(|language| -> Change { Rc::new(move |prepared| prepared.language = language) })
    });
    let onquestion = {
        let change = change.clone();
        move |event: InputEvent| {
            if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
                let question = area.value();
                change.emit(Rc::new(move |prepared| {
                    // As a link reads it: what is seen beside is what will be seen.
                    prepared.take("q", &question);
                }));
            }
        }
    };
    let knobs = KNOBS.iter().filter(|knob| knob.applies(&asked.settings));
    let rows = knobs.map(|knob| access(knob, &prepared, change.clone()));
    html! {
        <div class="builder">
            <div class="asked-for">
                {lessons}
                <label class="question"><span>{words.question}</span>
                    <textarea rows="2" maxlength={MOST_LETTERS.to_string()} defaultvalue={prepared.question.clone()} oninput={onquestion} />
                </label>
                {check(words.for_a_projector, prepared.presents, |prepared, is_on| prepared.presents = is_on)}
                {check(words.without_header, prepared.embeds, |prepared, is_on| prepared.embeds = is_on)}
                {themes}
                {languages}
                <details><summary>{words.controls}</summary><div class="accesses">{for rows}</div></details>
            </div>
            <div class="peek-at"><iframe src={made} title={words.result} /></div>
        </div>
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Access {
    Free,
    Locked,
    Hidden,
}

/// A control, and whether it is there.
fn access(knob: &'static Knob, prepared: &Prepared, change: Callback<Change>) -> Html {
    let words = &desk_words().desk;
    let now = match (
        prepared.hidden.contains(&knob.key),
        prepared.locked.contains(&knob.key),
    ) {
        (true, _) => Access::Hidden,
        (_, true) => Access::Locked,
        _ => Access::Free,
    };
    let options = [
        (words.free, Access::Free),
        (words.locked, Access::Locked),
        (words.hidden, Access::Hidden),
    ];
    let choose = change.reform(|chosen| -> Change {
        let put = |keys: &mut Vec<Key>, is_in: bool| {
            keys.retain(|key| *key != knob.key);
            keys.extend(is_in.then_some(knob.key));
        };
        Rc::new(move |prepared| {
            put(&mut prepared.hidden, chosen == Access::Hidden);
            put(&mut prepared.locked, chosen == Access::Locked);
        })
    });
    choice(knob.name(), &options, now, choose)
}

/// The page's own way, and all that can be asked for instead.
fn one_of<T: Copy>(
    own: &'static str,
    all: &[T],
    name: fn(T) -> &'static str,
) -> Vec<(&'static str, Option<T>)> {
    let named = all.iter().map(|&one| (name(one), Some(one)));
    [(own, None)].into_iter().chain(named).collect()
}

/// A row in which one of several is chosen.
fn choice<T: Copy + PartialEq + 'static>(
    label: &'static str,
    options: &[(&'static str, T)],
    now: T,
    choose: Callback<T>,
) -> Html {
    let values: Vec<T> = options.iter().map(|&(_, value)| value).collect();
    let onchange = move |event: Event| {
        let select = event.target_dyn_into::<HtmlSelectElement>();
        let chosen = select.and_then(|select| usize::try_from(select.selected_index()).ok());
        if let Some(&value) = chosen.and_then(|at| values.get(at)) {
            choose.emit(value);
        }
    };
    let options = options.iter().map(|&(name, value)| {
        html! { <option selected={value == now}>{name}</option> }
    });
    html! {
        <label key={label} class="check"><span>{label}</span><select {onchange}>{for options}</select></label>
    }
}
