use yew::prelude::*;

/// The drawings of the page, on a grid of 20.
#[derive(Clone, Copy, PartialEq)]
pub enum Glyph {
    Play,
    Pause,
    Step,
    Reset,
    Dice,
    Settings,
    Close,
}

#[derive(PartialEq, Properties)]
pub struct IconProps {
    pub glyph: Glyph,
}

#[component]
pub fn Icon(props: &IconProps) -> Html {
    let path = match props.glyph {
        Glyph::Play => {
            return html! {
                <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
                    <path d="M6.5 4v12L16 10z" fill="currentColor" />
                </svg>
            };
        }
        Glyph::Pause => "M7 5v10M13 5v10",
        Glyph::Step => "M5.5 5v10l7-5zM15 5v10",
        Glyph::Reset => "M4.5 10a5.5 5.5 0 1 0 1.8-4.1M4.3 3.5v3.3h3.3",
        Glyph::Dice => {
            "M4 6a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM7.3 7.3h.01M12.7 7.3h.01M10 10h.01M7.3 12.7h.01M12.7 12.7h.01"
        }
        Glyph::Settings => {
            "M3 6h6m5 0h3M3 14h3m5 0h6M9 6a2.2 2.2 0 1 0 4.4 0A2.2 2.2 0 1 0 9 6M6 14a2.2 2.2 0 1 0 4.4 0A2.2 2.2 0 1 0 6 14"
        }
        Glyph::Close => "M5 5l10 10M15 5 5 15",
    };
    html! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d={path} /></svg>
    }
}

/// The hourglass on its side, with the code as its waist.
#[component]
pub fn Logo() -> Html {
    html! {
        <svg class="logo" viewBox="0 0 30 20" aria-hidden="true">
            <path d="M1.5 1.5v17L15 11.2l13.5 7.3v-17L15 8.8z" />
            <circle cx="15" cy="10" r="3.2" />
        </svg>
    }
}
