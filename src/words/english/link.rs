use crate::words::table::table;

table! {
    /// What a link asked for in vain.
    Link {
        twice(key: &str) = "“{key}” is given twice; the last one counts.";
        play(text: &str) = "play is 0 or 1, not “{text}”; the page waits for Play.";
        version(known: &str, text: &str) = "This page reads links of version {known}, not “{text}”.";
        many_panels(most: usize, key: &str) = "The Lab has room for {most} panels; “{key}” is left out.";
        no_panel(key: &str) = "There is no panel “{key}”; it is left out.";
        no_such(key: &str, text: &str) = "There is no {key} “{text}”; it is left out.";
        moved(text: &str) = "moved is a list of points such as 12:0.3:-0.4, for data in the plane: “{text}” was not, or not all of it.";
        unknown(key: &str) = "“{key}” is no setting of this page.";
        scene(count: usize, text: &str) = "This lesson has experiments 1 to {count}: “{text}” was left out.";
        lesson(known: &str, text: &str, shown: &str) = "lesson is one of {known}, not “{text}”; {shown} is shown.";
        beyond(name: &str, range: &str, text: &str, shown: &str) = "{name} is {range}, not {text}; {shown} is shown.";
        unreadable(name: &str, range: &str, text: &str, shown: &str) = "{name} is {range}, not “{text}”; {shown} is shown.";
        between(low: f64, high: f64) = "{low} … {high}";
        own = "The link is of somebody's own data, which no link holds: ask for the file of the run, or open the data again under Data set.";
        one_of(names: &str) = "one of {names}";
        widths(layers: usize, units: u32) = "none or up to {layers} widths of 1 … {units} such as 64-32";
        something_else = "something else";
    }
}
