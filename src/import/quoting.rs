//! What stands in a file, as sentences quote it.

/// Names, the first few of many.
pub fn listed(names: &[String]) -> String {
    const MOST: usize = 5;
    let quoted: Vec<String> = names.iter().take(MOST).map(|name| quoted(name)).collect();
    let more = if names.len() > MOST { " …" } else { "" };
    quoted.join(", ") + more
}

/// What stands in a file, as a sentence quotes it.
pub fn quoted(text: &str) -> String {
    const MOST: usize = 30;
    let mut start: String = text.chars().take(MOST).collect();
    if text.chars().nth(MOST).is_some() {
        start.push('…');
    }
    format!("“{}”", start.replace(['\n', '\r', '\t'], " "))
}
