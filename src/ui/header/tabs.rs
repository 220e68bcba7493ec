use std::rc::Rc;

use yew::prelude::*;

use crate::lessons::Lesson;
use crate::session::{Action, Progress};
use crate::ui::shared::{Glyph, Icon};
use crate::words::words;

pub struct TabsProps {
    pub chosen: Lesson,
    pub progress: Rc<Progress>,
    pub dispatch: Callback<Action>,
}

/// The lessons and the Lab; a tick on those that are done.
pub fn lesson_tabs(props: &TabsProps) -> Html {
    let lessons = Lesson::ALL.iter().zip(words().lessons.short).enumerate();
    let tabs = lessons.map(|(i, (&lesson, short))| {
        let dispatch = props.dispatch.clone();
        let onclick = move |_: MouseEvent| dispatch.emit(Action::LessonChosen(lesson));
        let is_done = props.progress.is_done(lesson);
        let current = (lesson == props.chosen).then_some("page");
        html! {
            <li class={(lesson == Lesson::Lab).then_some("lab")}>
                <button type="button" {onclick} aria-current={current} data-lesson={lesson.key()}
                    title={lesson.label()}>
                    if lesson != Lesson::Lab {
                        if is_done {
                            <span class="number done"><Icon glyph={Glyph::Done} /><span class="unseen">{words().header.done}</span></span>
                        }
                        <span class="number">{i + 1}</span>
                    }
                    // Where there is no room for names they are heard all the same; the short ones are for a phone.
                    <span class="name" aria-hidden="true">{lesson.label()}</span>
                    <span class="short" aria-hidden="true">{*short}</span>
                    <span class="unseen">{lesson.label()}</span>
                </button>
            </li>
        }
    });
    html! { <nav class="lessons" aria-label={words().header.lessons}><ul>{for tabs}</ul></nav> }
}
