use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::lessons::Lesson;
use crate::link::{self, MOST_LETTERS, Prepared};
use crate::settings::{KNOBS, Key, Knob};
use crate::words::desk_words;

/// What becomes of what is prepared.
type Change = Rc<dyn Fn(&mut Prepared)>;

#[derive(PartialEq, Properties)]
pub struct BuilderProps {
    /// The address of the page as it stands.
    pub link: String,
    /// Told of the address as it is prepared.
    pub made: Callback<String>,
}

/// A page for a class: what it shows, what is fixed, and a question; and what it looks like.
#[component]
pub fn Builder(props: &BuilderProps) -> Html {
    let words = &desk_words().desk;
    let (page, hash) = props.link.split_once('#').unwrap_or((&props.link, ""));
    let (given, _) = link::read(hash);
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
    let onlesson = {
        let lesson = lesson.clone();
        move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                lesson.set(Lesson::of_key(&select.value()));
            }
        }
    };
    let ontheme = {
        let change = change.clone();
        move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                let dark = [None, Some(false), Some(true)]
                    .get(select.selected_index().max(0) as usize)
                    .copied()
                    .flatten();
                change.emit(Rc::new(move |prepared| prepared.dark = dark));
            }
        }
    };
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
    let themes = [
        (words.own_theme, None),
        (words.light, Some(false)),
        (words.dark, Some(true)),
    ];
    html! {
        <div class="builder">
            <div class="asked-for">
                <label class="check"><span>{words.opens}</span>
                    <select onchange={onlesson}>
                        <option value="" selected={lesson.is_none()}>{words.as_it_stands}</option>
                        {for Lesson::ALL.iter().map(|option| html! { <option value={option.key()} selected={*lesson == Some(*option)}>{option.label()}</option> })}
                    </select>
                </label>
                <label class="question"><span>{words.question}</span>
                    <textarea rows="2" maxlength={MOST_LETTERS.to_string()} defaultvalue={prepared.question.clone()} oninput={onquestion} />
                </label>
                {check(words.for_a_projector, prepared.presents, |prepared, is_on| prepared.presents = is_on)}
                {check(words.without_header, prepared.embeds, |prepared, is_on| prepared.embeds = is_on)}
                <label class="check"><span>{words.theme}</span>
                    <select onchange={ontheme}>{for themes.into_iter().map(|(name, dark)| html! { <option selected={prepared.dark == dark}>{name}</option> })}</select>
                </label>
                <details><summary>{words.controls}</summary><div class="accesses">{for rows}</div></details>
            </div>
            <div class="peek-at"><iframe src={made} title={words.result} /></div>
        </div>
    }
}

/// A control, and whether it is there.
fn access(knob: &'static Knob, prepared: &Prepared, change: Callback<Change>) -> Html {
    let words = &desk_words().desk;
    let now = match (
        prepared.hidden.contains(&knob.key),
        prepared.locked.contains(&knob.key),
    ) {
        (true, _) => 2,
        (_, true) => 1,
        _ => 0,
    };
    let onchange = move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            let chosen = select.selected_index();
            let put = |keys: &mut Vec<Key>, is_in: bool| {
                keys.retain(|key| *key != knob.key);
                keys.extend(is_in.then_some(knob.key));
            };
            change.emit(Rc::new(move |prepared| {
                put(&mut prepared.hidden, chosen == 2);
                put(&mut prepared.locked, chosen == 1);
            }));
        }
    };
    let options = [words.free, words.locked, words.hidden]
        .into_iter()
        .enumerate();
    html! {
        <label key={knob.link} class="check"><span>{knob.name()}</span>
            <select {onchange}>{for options.map(|(at, name)| html! { <option selected={at == now}>{name}</option> })}</select>
        </label>
    }
}
