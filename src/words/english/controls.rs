use crate::words::table::table;

table! {
    /// The controls.
    Controls {
        no_number(text: &str) = "“{text}” is not a number";
        beyond(low: f64, high: f64) = "it goes from {low} to {high}";
        typed(name: &str) = "{name}, typed";
    }
}
