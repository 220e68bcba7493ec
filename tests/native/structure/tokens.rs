//! Rust's text as far as its imports and its quotes need it.

/// Words, `::` and single signs; what is a comment, or between quotes, is left out.
pub fn tokens(text: &str) -> Vec<String> {
    let all = tokens_and_quotes(text).into_iter();
    all.filter(|(token, _)| !is_quote(token))
        .map(|(token, _)| token)
        .collect()
}

/// Whether a token is a string or a character, quotes and all.
pub fn is_quote(token: &str) -> bool {
    token.len() > 1 && token.starts_with(['"', '\''])
        || token.starts_with("r\"")
        || token.starts_with("r#")
}

/// Words, `::`, single signs, and what is between quotes; each with where it begins.
pub fn tokens_and_quotes(text: &str) -> Vec<(String, usize)> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    while let Some(first) = rest.chars().next() {
        let (taken, is_told) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), false)
        } else if let Some(length) = quoted(rest) {
            (length, true)
        } else if is_word(first) {
            (rest.find(|c| !is_word(c)).unwrap_or(rest.len()), true)
        } else if rest.starts_with("::") {
            (2, true)
        } else {
            (first.len_utf8(), !first.is_whitespace())
        };
        let (token, after) = rest.split_at(taken);
        let at = text.len() - rest.len();
        tokens.extend(is_told.then(|| (token.to_owned(), at)));
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
