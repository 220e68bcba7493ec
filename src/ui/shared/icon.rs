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
    Done,
    Open,
    Hand,
    Question,
    Warning,
    SlowMotion,
    Pin,
    Twin,
    Theme,
    Present,
    Share,
    Export,
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
        Glyph::Done => "M4.5 10.5l3.8 3.8 7.2-8",
        Glyph::Open => "M10 4.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 1 0 0-11",
        Glyph::Hand => {
            "M7.5 11V4.8a1.3 1.3 0 0 1 2.6 0V9l4 .9a1.6 1.600 0 0 1 1.300 1.700l-.5 3.400a2.500 2.500 0 0 1-2.500 2h-2.600a2.500 2.500 0 0 1-2-1L5 12.800a1.300 1.300 0 0 1 2-1.600z"
        }
        Glyph::Question => {
            "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 1 0 0-15M7.8 8a2.200 2.200 0 1 1 3.300 1.900c-.7.4-1.100.8-1.100 1.600M10 14.200h.01"
        }
        Glyph::Warning => "M10 3.500l7 12.500H3zM10 8.500v3.500M10 14.200h.01",
        Glyph::SlowMotion => "M3 10h2M8 10h.5M11 10h.5M13.500 6.500 17 10l-3.500 3.500",
        Glyph::Pin => "M7 3.500h6M8 3.500v5L6 11.500h8l-2-3v-5M10 11.500v5",
        Glyph::Twin => "M2.500 5v10l5-4 5 4V5l-5 4zM15 5.500h3M15 10h3M15 14.500h3",
        Glyph::Theme => {
            "M12.500 3.500a6.800 6.800 0 1 0 4.200 8.800 5.600 5.600 0 0 1-4.200-8.800z"
        }
        Glyph::Share => {
            "M8.3 11.700a3 3 0 0 0 4.400.200l2.600-2.600a3 3 0 0 0-4.300-4.300L9.800 6.200M11.700 8.300a3 3 0 0 0-4.400-.200l-2.600 2.600a3 3 0 0 0 4.300 4.300l1.200-1.200"
        }
        Glyph::Export => "M10 3v9.500M6.500 9.500l3.500 3.500 3.500-3.500M3.500 14v2.500h13V14",
        Glyph::Present => "M3 4h14M4.500 4v8.500h11V4M10 12.500v2M7 17l3-2.500 3 2.500",
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
