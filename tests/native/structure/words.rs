//! Every word that a visitor sees or hears is in the table of words: no other file of the page writes
//! one down.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::tokens::{is_quote, tokens_and_quotes};

/// Attributes whose text is seen or heard.
const SEEN: [&str; 8] = [
    "alt",
    "aria-description",
    "aria-label",
    "aria-valuetext",
    "data-help",
    "label",
    "placeholder",
    "title",
];

/// What a bug says is for those who mend it.
const OF_BUGS: [&str; 5] = ["assert", "expect", "panic", "unreachable", "debug_assert"];

/// Lists of classes, and of keys in a link.
const LISTS: [&str; 3] = ["classes", "choices", "knob"];

/// Files that a visitor never sees anything of: the table itself, the program for the terminal, and what other
/// programs read.
const ELSEWHERE: [&str; 4] = ["src/words/", "src/bin/", "src/export/", "src/import/"];

/// Texts for machines, file by file: names of keys, events, elements, classes and fonts, parts of links
/// and of stored lines.
const FOR_MACHINES: &str = include_str!("for_machines.txt");

/// Where a quote stands.
#[derive(Debug, PartialEq)]
enum Place {
    /// Between two tags.
    Page,
    /// An attribute that is seen or heard.
    Attribute,
    /// A pattern, an attribute that is not, a list of classes, the message of a bug.
    Hidden,
    /// Anywhere else in the program.
    Program,
}

/// The name of the attribute that ends before a token: words with hyphens between them.
fn attribute(tokens: &[(String, usize)], equals: usize) -> Option<String> {
    let word = |at: usize| {
        let token = tokens.get(at)?.0.as_str();
        token.starts_with(char::is_alphabetic).then_some(token)
    };
    let mut first = equals.checked_sub(1)?;
    let mut name = word(first)?.to_owned();
    while first >= 2 && tokens[first - 1].0 == "-" {
        first -= 2;
        name = format!("{}-{name}", word(first)?);
    }
    let before = first.checked_sub(1).map_or("", |at| tokens[at].0.as_str());
    // Not the name of a variable, nor the type of a constant.
    let is_variable = matches!(before, "let" | "mut" | "&" | ":") || before == "static";
    (!is_variable).then_some(name)
}

/// What a bracket belongs to, from the outermost in: the word before it.
fn owners(tokens: &[(String, usize)]) -> Vec<Vec<String>> {
    let mut open: Vec<String> = Vec::new();
    let mut all = Vec::new();
    for (at, (token, _)) in tokens.iter().enumerate() {
        all.push(open.clone());
        match token.as_str() {
            "(" | "[" | "{" => {
                let before = tokens[..at].iter().rev().find(|(token, _)| token != "!");
                open.push(before.map_or(String::new(), |(token, _)| token.clone()));
            }
            ")" | "]" | "}" => {
                open.pop();
            }
            _ => {}
        }
    }
    all
}

fn place(tokens: &[(String, usize)], owners: &[String], at: usize) -> Place {
    let token = |by: i32| {
        let at = usize::try_from(at as i32 + by).ok();
        at.and_then(|at| tokens.get(at))
            .map_or("", |(token, _)| token.as_str())
    };
    let owner = owners.last().map_or("", String::as_str);
    let is_pattern = token(1) == "=" && token(2) == ">" || token(1) == "|" || token(-1) == "|";
    let is_of_bug = OF_BUGS.iter().any(|word| owner.starts_with(word));
    let is_among = |words: &[&str]| owners.iter().any(|owner| words.contains(&owner.as_str()));
    if is_pattern || is_of_bug || owner == "#" || is_among(&LISTS) {
        return Place::Hidden;
    }
    if token(-1) == "{" && token(1) == "}" {
        let is_branch = token(-2) == "else" || token(2) == "else";
        return if is_branch {
            Place::Program
        } else {
            Place::Page
        };
    }
    if token(-1) != "=" {
        return Place::Program;
    }
    match attribute(tokens, at - 1) {
        Some(name) if SEEN.contains(&name.as_str()) => Place::Attribute,
        Some(_) => Place::Hidden,
        None => Place::Program,
    }
}

/// Whether a text cannot be language: the settings of a link, or the strokes of an icon.
fn is_code(text: &str) -> bool {
    let is_path = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    let is_link = text.contains('=') && !text.contains(' ');
    is_link || text.strip_prefix('M').is_some_and(is_path)
}

/// The words of a text, without what is put in: a letter alone is a symbol of mathematics.
fn words(quote: &str) -> Vec<String> {
    let mut text = String::new();
    let mut depth = 0;
    for c in quote.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 => text.push(c),
            _ => {}
        }
    }
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() > 1)
        .map(str::to_owned)
        .collect()
}

/// A quote that a visitor may see.
struct Visible {
    line: usize,
    text: String,
    /// Whether it surely is seen.
    is_sure: bool,
}

/// The quotes of a file that a visitor may see.
fn visible(text: &str) -> Vec<Visible> {
    // Tests within a file are no part of the page.
    let text = text.split("#[cfg(test)]").next().unwrap_or(text);
    let tokens = tokens_and_quotes(text);
    let owners = owners(&tokens);
    let mut found = Vec::new();
    for (i, (quote, at)) in tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| is_quote(&token.0))
    {
        let inside = quote.trim_start_matches(['r', '#']).trim_end_matches('#');
        let inside = &inside[1..inside.len() - 1];
        let place = place(&tokens, &owners[i], i);
        let is_hidden = place == Place::Hidden || is_code(inside);
        if !is_hidden && !words(inside).is_empty() {
            found.push(Visible {
                line: 1 + text[..*at].matches('\n').count(),
                text: inside.split_whitespace().collect::<Vec<_>>().join(" "),
                is_sure: place != Place::Program,
            });
        }
    }
    found
}

fn rust_files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// (file, text) of every text for machines.
fn machines() -> BTreeSet<(String, String)> {
    let mut file = "";
    let lines = FOR_MACHINES.lines().filter_map(|line| {
        let text = line.strip_prefix("    ");
        if text.is_none() {
            file = line;
        }
        Some((file.to_owned(), text?.to_owned()))
    });
    lines.collect()
}

#[test]
fn every_visible_word_is_in_the_table() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    rust_files(&root.join("src"), &mut files);
    assert!(files.len() > 100, "{} files", files.len());
    let machines = machines();
    let (mut written, mut used) = (Vec::new(), BTreeSet::new());
    for file in files {
        let name = file.strip_prefix(root).unwrap().display().to_string();
        if ELSEWHERE.iter().any(|folder| name.starts_with(folder)) {
            continue;
        }
        for found in visible(&fs::read_to_string(&file).unwrap()) {
            let place = (name.clone(), found.text.clone());
            if machines.contains(&place) && !found.is_sure {
                used.insert(place);
            } else {
                written.push(format!("{name}:{}: {}", found.line, found.text));
            }
        }
    }
    assert!(written.is_empty(), "{written:#?}");
    assert_eq!(used, machines, "every text for machines is there");
}

/// The reading is tested too.
#[test]
fn a_word_is_seen_wherever_it_is_written() {
    for text in [
        r#"html! { <b>{"held-out"}</b> }"#,
        r#"html! { <b title="Drag it">{x}</b> }"#,
        r#"html! { <canvas aria-label="code" /> }"#,
        r#"html! { <p data-help="What it is.">{"x"}</p> }"#,
        r#"let part = "training";"#,
        r#"let text = format!("{n} steps");"#,
        r#"const NAME: &str = "Twin";"#,
        r##"let text = r#"a "raw" one"#;"##,
        r#"if is_off { "none" } else { label }"#,
        r#"return Err("it is broken".to_owned());"#,
    ] {
        assert_eq!(visible(text).len(), 1, "{text}");
    }
    for text in [
        r#"html! { <b class="one two" data-place="here">{"x"}{" = "}</b> }"#,
        r#"html! { <b class={classes!("wide", on.then_some("held"))} /> }"#,
        r#"match key { "ArrowLeft" | "Home" => 1, "End" => 2 }"#,
        r#"value.expect("a bug"); assert!(yes, "no");"#,
        r#"fix("code=tanh&act=tanh"); draw("M5 10l7-5");"#,
        r#"#[serde(rename = "final")] struct A; // "not this""#,
        r#"let text = format!("{error:.4}");"#,
    ] {
        assert_eq!(visible(text).len(), 0, "{text}");
    }
}
