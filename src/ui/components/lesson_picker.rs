use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::lessons::Lesson;
use crate::session::Action;

#[derive(PartialEq, Properties)]
pub struct LessonProps {
    pub chosen: Lesson,
    pub dispatch: Callback<Action>,
}

/// The lessons; choosing one sets every control to its preset.
#[component]
pub fn LessonPicker(props: &LessonProps) -> Html {
    let onchange = {
        let dispatch = props.dispatch.clone();
        move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let lesson = Lesson::ALL
                .iter()
                .find(|lesson| lesson.key() == select.value());
            if let Some(&lesson) = lesson {
                dispatch.emit(Action::LessonChosen(lesson));
            }
        }
    };
    html! {
        <div class="row lesson">
            <label for="lesson">{"Lesson"}</label>
            <select id="lesson" aria-label="Lesson" {onchange}>
                {for Lesson::ALL.iter().map(|lesson| html! {
                    <option value={lesson.key()} selected={*lesson == props.chosen}>{lesson.label()}</option>
                })}
            </select>
        </div>
    }
}
