//! The house itself: modules import in the direction that `src/lib.rs` says, and never in a circle.

mod source;
mod tokens;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use source::{Edges, Source};

/// Folders that still hold a circle.
const OPEN: [&str; 0] = [];

fn source() -> Source {
    Source::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

/// The table in the documentation of `src/lib.rs`.
fn rule() -> Edges {
    let text = include_str!("../../../src/lib.rs");
    let rows = text.lines().filter_map(|line| line.strip_prefix("//! "));
    let rows = rows.filter_map(|row| row.split_once(" -> "));
    let names = |list: &str| -> BTreeSet<String> {
        let names = list.split(',').map(|name| name.trim().to_owned());
        names.filter(|name| name != "nothing of ours").collect()
    };
    let rule = rows.filter(|(importer, _)| !importer.contains(['(', ':']));
    rule.flat_map(|(importers, imported)| {
        let importers = names(importers);
        importers.into_iter().map(move |one| (one, names(imported)))
    })
    .collect()
}

/// The first circle that is found: its modules, the first once more at the end.
fn circle(edges: &Edges) -> Option<Vec<String>> {
    fn follow(edges: &Edges, way: &mut Vec<String>, done: &mut BTreeSet<String>) -> bool {
        let last = way[way.len() - 1].clone();
        for next in edges.get(&last).into_iter().flatten() {
            let before = way.iter().position(|passed| passed == next);
            if before.is_none() && done.contains(next) {
                continue;
            }
            way.push(next.clone());
            if let Some(start) = before {
                way.drain(..start);
                return true;
            }
            if follow(edges, way, done) {
                return true;
            }
            way.pop();
        }
        done.insert(last);
        false
    }
    let mut done = BTreeSet::new();
    edges.keys().find_map(|start| {
        let mut way = vec![start.clone()];
        follow(edges, &mut way, &mut done).then_some(way)
    })
}

#[test]
fn modules_import_whom_the_rule_allows_and_the_rule_allows_no_more() {
    let source = source();
    let rule = rule();
    let named: BTreeSet<String> = rule.keys().cloned().collect();
    assert_eq!(named, source.top(), "every module has its row in the rule");
    let edges = source.edges().remove(&Vec::new()).unwrap_or_default();
    let none = BTreeSet::new();
    for (module, allowed) in &rule {
        let imported = edges.get(module).unwrap_or(&none);
        let forbidden: Vec<_> = imported.difference(allowed).collect();
        assert!(forbidden.is_empty(), "{module} imports {forbidden:?}");
        let unused: Vec<_> = allowed.difference(imported).collect();
        assert!(unused.is_empty(), "{module} does not import {unused:?}");
    }
    assert_eq!(circle(&rule), None);
}

#[test]
fn no_modules_side_by_side_import_each_other_in_a_circle() {
    let edges = source().edges();
    let circles: BTreeMap<String, String> = edges
        .iter()
        .filter_map(|(folder, edges)| {
            let way = circle(edges)?.join(" -> ");
            Some((
                [&["src".to_owned()], folder.as_slice()].concat().join("/"),
                way,
            ))
        })
        .collect();
    let folders: Vec<&String> = circles.keys().collect();
    assert_eq!(folders, OPEN, "{circles:#?}");
}

/// The reading is tested too: it must see through braces, other names, re-exports and quotes.
#[test]
fn imports_are_seen_however_they_are_written() {
    let source = Source::of(&[
        ("", "pub mod a; pub mod b;"),
        (
            "a",
            "mod x; mod y; mod z; pub use y::{Deep as Shallow, other};",
        ),
        (
            "a::x",
            "use std::fmt; // use super::z::Commented;\n use crate::{b::{self, Thing}};\n const TEXT: &str = \"use super::z;\";",
        ),
        (
            "a::y",
            "fn f<'a>() { super::z::g('\\'', 'u', r#\"use super::x;\"#) }",
        ),
        ("a::z", "pub(super) use super::{Shallow};"),
        ("b", "use crate::a::Shallow;"),
    ]);
    let edges = source.edges();
    let of = |folder: &[&str], module: &str| -> Vec<String> {
        let folder: Vec<String> = folder.iter().map(|&part| part.to_owned()).collect();
        let found = edges.get(&folder).and_then(|edges| edges.get(module));
        found.into_iter().flatten().cloned().collect()
    };
    assert_eq!(of(&[], "a"), ["b"]);
    assert_eq!(of(&[], "b"), ["a"]);
    assert_eq!(of(&["a"], "x"), [""; 0]);
    assert_eq!(of(&["a"], "y"), ["z"]);
    assert_eq!(of(&["a"], "z"), ["y"]);
    assert_eq!(circle(&edges[&vec!["a".to_owned()]]).unwrap().len(), 3);
    assert_eq!(circle(&edges[&vec![]]).unwrap().len(), 3);
}
