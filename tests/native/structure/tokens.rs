//! Rust's text as far as its imports need it.

/// Words, `::` and single signs; what is a comment, or between quotes, is left out.
pub fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    while let Some(first) = rest.chars().next() {
        let (taken, is_told) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), false)
        } else if let Some(length) = quoted(rest) {
            (length, false)
        } else if is_word(first) {
            (rest.find(|c| !is_word(c)).unwrap_or(rest.len()), true)
        } else if rest.starts_with("::") {
            (2, true)
        } else {
            (first.len_utf8(), !first.is_whitespace())
        };
        let (token, after) = rest.split_at(taken);
        tokens.extend(is_told.then(|| token.to_owned()));
        rest = after;
    }
    tokens
}

/// How long the string or character is that a text begins with.
fn quoted(text: &str) -> Option<usize> {
    let raw = text.strip_prefix('r').map(|after| {
        let hashes = after.len() - after.trim_start_matches('#').len();
        (hashes, &after[hashes..])
    });
    if let Some((hashes, body)) = raw
        && body.starts_with('"')
    {
        let end = format!("\"{}", "#".repeat(hashes));
        let start = text.len() - body.len() + 1;
        return text[start..].find(&end).map(|at| start + at + end.len());
    }
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if quote == '\'' && at > 1 && c != '\'' && !text.starts_with("'\\") {
            // A lifetime.
            return None;
        }
        if c == quote && !is_escaped {
            return Some(at + 1);
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    None
}
