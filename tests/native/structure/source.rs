//! Which module imports which, read from the text of `src/`: every `use`, and every path that begins
//! with `crate`, `super` or `self`. What a parent hands on (`pub use`) counts as the child's own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path as FilePath;

use super::tokens::tokens;

/// A module's name from the root on; the root itself is empty.
pub type Path = Vec<String>;

pub struct Source {
    modules: BTreeMap<Path, Module>,
}

#[derive(Default)]
struct Module {
    /// As they are written.
    imports: Vec<Path>,
    /// What a `use` calls a thing.
    names: BTreeMap<String, Path>,
}

/// In one folder: this module imports that one.
pub type Edges = BTreeMap<String, BTreeSet<String>>;

impl Source {
    /// The library under a folder.
    pub fn read(folder: &FilePath) -> Self {
        let mut modules = BTreeMap::new();
        read_folder(folder, &Vec::new(), &mut modules);
        Self { modules }
    }

    /// A library of (name from the root on, text).
    pub fn of(files: &[(&str, &str)]) -> Self {
        let modules = files.iter().map(|(name, text)| {
            let path = name.split("::").filter(|part| !part.is_empty());
            (path.map(str::to_owned).collect(), Module::of(text))
        });
        Self {
            modules: modules.collect(),
        }
    }

    /// For every folder, the root among them: who imports whom of those that stand side by side in it.
    pub fn edges(&self) -> BTreeMap<Path, Edges> {
        let mut edges: BTreeMap<Path, Edges> = BTreeMap::new();
        for (from, module) in &self.modules {
            let imports = module.imports.iter();
            for to in imports.flat_map(|written| self.resolved(from, written)) {
                let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
                if let (Some(importer), Some(imported)) = (from.get(shared), to.get(shared)) {
                    let folder = edges.entry(from[..shared].to_vec()).or_default();
                    let of = folder.entry(importer.clone()).or_default();
                    of.insert(imported.clone());
                }
            }
        }
        edges
    }

    /// The modules at the top.
    pub fn top(&self) -> BTreeSet<String> {
        let top = self.modules.keys().filter_map(|path| path.first());
        top.cloned().collect()
    }

    /// The modules that a path leads to: the one that it names, and the one that a re-export there
    /// names in turn. None of ours: none.
    fn resolved(&self, from: &[String], written: &[String]) -> Vec<Path> {
        let Some(first) = written.first() else {
            return Vec::new();
        };
        let mut at = from.to_vec();
        let mut rest = written;
        match first.as_str() {
            "crate" => {
                at.clear();
                rest = &rest[1..];
            }
            "self" => rest = &rest[1..],
            "super" => {
                while rest.first().is_some_and(|part| part == "super") {
                    at.pop();
                    rest = &rest[1..];
                }
            }
            child if self.child(&at, child).is_some() => {}
            _ => return Vec::new(),
        }
        while let Some(child) = rest.first().and_then(|part| self.child(&at, part)) {
            at = child;
            rest = &rest[1..];
        }
        let handed_on = rest.first().and_then(|name| {
            let module = self.modules.get(&at)?;
            Some([module.names.get(name)?, &rest[1..]].concat())
        });
        let beyond = handed_on.map_or(Vec::new(), |next| self.resolved(&at, &next));
        [vec![at], beyond].concat()
    }

    fn child(&self, of: &[String], name: &str) -> Option<Path> {
        let path = [of, &[name.to_owned()]].concat();
        self.modules.contains_key(&path).then_some(path)
    }
}

fn read_folder(folder: &FilePath, path: &Path, modules: &mut BTreeMap<Path, Module>) {
    for entry in fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().path();
        let stem = file.file_stem().unwrap().to_string_lossy().into_owned();
        let inner = [path.as_slice(), std::slice::from_ref(&stem)].concat();
        if file.is_dir() {
            // Programs are no part of the library.
            if stem != "bin" {
                read_folder(&file, &inner, modules);
            }
        } else if file.extension().is_some_and(|extension| extension == "rs") {
            let is_whole = matches!(stem.as_str(), "mod" | "lib");
            let module = Module::of(&fs::read_to_string(&file).unwrap());
            modules.insert(if is_whole { path.clone() } else { inner }, module);
        }
    }
}

impl Module {
    fn of(text: &str) -> Self {
        let tokens = tokens(text);
        let mut module = Self::default();
        let mut at = 0;
        while at < tokens.len() {
            if tokens[at] == "use" {
                at += 1;
                module.read_tree(&tokens, &mut at, &[]);
            } else {
                let begins = matches!(tokens[at].as_str(), "crate" | "super" | "self")
                    && tokens.get(at + 1).is_some_and(|next| next == "::");
                let start = at;
                while begins && tokens.get(at + 1).is_some_and(|next| next == "::") {
                    at += 2;
                }
                if begins {
                    let parts = tokens[start..tokens.len().min(at + 1)].iter();
                    module.imports.push(parts.step_by(2).cloned().collect());
                }
                at += 1;
            }
        }
        module
    }

    /// One branch of a `use`, up to the comma, brace or semicolon after it.
    fn read_tree(&mut self, tokens: &[String], at: &mut usize, before: &[String]) {
        let mut path = before.to_vec();
        let mut name = None;
        while let Some(token) = tokens.get(*at) {
            match token.as_str() {
                "," | "}" | ";" => break,
                "::" => {}
                "{" => {
                    while tokens.get(*at).is_some_and(|token| token != "}") {
                        *at += 1;
                        self.read_tree(tokens, at, &path);
                    }
                    *at += 1;
                    return;
                }
                "as" => {
                    *at += 1;
                    name = tokens.get(*at).cloned();
                }
                "self" if !path.is_empty() => {}
                part => path.push(part.to_owned()),
            }
            *at += 1;
        }
        if let Some(name) = name.or_else(|| path.last().cloned()) {
            self.names.insert(name, path.clone());
            self.imports.push(path);
        }
    }
}
