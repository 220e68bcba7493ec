use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::session::Action;
use crate::words::{subscript, words};

pub struct AxisChoiceProps {
    pub k: u32,
    pub axes: [u32; 2],
    /// Whether the picture cannot follow a choice.
    pub is_fixed: bool,
    pub dispatch: Callback<Action>,
}

/// Which two code units are drawn, where there are more.
pub fn axis_choice(props: &AxisChoiceProps) -> Html {
    if props.k < 3 {
        return Html::default();
    }
    let select = |axis: usize, name: &'static str| {
        let dispatch = props.dispatch.clone();
        let onchange = move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            if let Ok(unit) = select.value().parse() {
                dispatch.emit(Action::AxisChosen(axis, unit));
            }
        };
        html! {
            <select aria-label={name} title={name} disabled={props.is_fixed} {onchange}>
                {for (0..props.k).map(|unit| html! {
                    <option value={unit.to_string()} selected={props.axes[axis] == unit}>
                        {format!("h{}", subscript(unit + 1))}
                    </option>
                })}
            </select>
        }
    };
    html! {
        <span class="axes">
            {select(0, words().panels.across)}{" "}{words().panels.against}{" "}{select(1, words().panels.up)}
        </span>
    }
}
