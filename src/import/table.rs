//! A table as text, and how its cells are told apart.

use std::collections::HashMap;

use ::csv::{ReaderBuilder, StringRecord};

use super::cells::{Cell, cell};
use super::{Fault, MOST_COLUMNS, fault};
use crate::words::desk_words;

/// So many rows tell how a file is written.
const LOOKED_AT: usize = 60;

/// A text, and how its cells are told apart.
pub struct Table<'a> {
    pub name: &'a str,
    text: String,
    mark: u8,
    pub decimal: char,
    is_spaced: bool,
    /// Cells in a row.
    pub width: usize,
    /// Whether the first row looks like names.
    pub has_names: bool,
    pub first: StringRecord,
}

impl<'a> Table<'a> {
    pub fn of(name: &'a str, text: String) -> Result<Self, Fault> {
        let words = &desk_words().import;
        let widths = |mark: u8| -> Vec<usize> {
            let rows = records(&text, mark).take(LOOKED_AT);
            rows.map(|record| width(&record)).collect()
        };
        // (the part of rows with the commonest number of cells, that number).
        let agreed = |mark: u8| -> (f64, usize) {
            let widths = widths(mark);
            let mut counts: HashMap<usize, usize> = HashMap::new();
            for width in &widths {
                *counts.entry(*width).or_default() += 1;
            }
            let most = counts
                .into_iter()
                .max_by_key(|(width, count)| (*count, *width));
            most.map_or((0.0, 0), |(width, count)| {
                (count as f64 / widths.len() as f64, width)
            })
        };
        let mut best: Option<(u8, f64, usize)> = None;
        for mark in [b'\t', b';', b',', b'|'] {
            let (part, width) = agreed(mark);
            if width > 1 && best.is_none_or(|(_, known, _)| part > known + 1e-9) {
                best = Some((mark, part, width));
            }
        }
        let is_spaced = best.is_none();
        let text = match is_spaced {
            true => spaced(&text),
            false => text,
        };
        let mark = best.map_or(b'\t', |(mark, ..)| mark);
        let first = records(&text, mark).next().unwrap_or_default();
        let expected = width(&first);
        let sample: Vec<StringRecord> = records(&text, mark).take(LOOKED_AT).collect();
        let decimal = decimal(&sample, mark);
        if expected > MOST_COLUMNS + 1 {
            let expected_columns = words.so_many_columns(2, MOST_COLUMNS);
            return Err(fault(
                name,
                &expected_columns,
                &words.columns_found(expected),
            ));
        }
        let is_number =
            |text: &str| matches!(cell(text, decimal), Cell::Number(_) | Cell::Infinite);
        let has_numbers = |column: usize| {
            let below = sample
                .iter()
                .skip(1)
                .filter_map(|record| record.get(column));
            let filled: Vec<bool> = below
                .filter(|text| cell(text, decimal) != Cell::Gap)
                .map(is_number)
                .collect();
            !filled.is_empty() && filled.iter().filter(|is| **is).count() * 2 > filled.len()
        };
        let named = first
            .iter()
            .enumerate()
            .any(|(column, text)| cell(text, decimal) == Cell::Words && has_numbers(column));
        let has_names = named
            || (sample.len() > 1 && first.iter().all(|text| cell(text, decimal) == Cell::Words));
        Ok(Self {
            name,
            mark,
            decimal,
            is_spaced,
            width: expected,
            has_names,
            first,
            text,
        })
    }

    pub fn records(&self) -> impl Iterator<Item = StringRecord> {
        records(&self.text, self.mark)
    }

    /// Names of all columns, each its own, and those that were there twice.
    pub fn names(&self, has_header: bool) -> (Vec<String>, Vec<String>) {
        let words = &desk_words().import;
        let mut names: Vec<String> = Vec::with_capacity(self.width);
        let mut times: HashMap<String, usize> = HashMap::new();
        let mut doubled = Vec::new();
        for at in 0..self.width {
            let given = self.first.get(at).map_or("", str::trim);
            let name = match has_header && !given.is_empty() {
                true => given.to_owned(),
                false => words.column(at + 1),
            };
            let count = times.entry(name.clone()).or_default();
            *count += 1;
            names.push(match *count {
                1 => name,
                count => {
                    if count == 2 {
                        doubled.push(name.clone());
                    }
                    format!("{name} ({count})")
                }
            });
        }
        (names, doubled)
    }

    /// How the file is written.
    pub fn how(&self, written: Option<&str>) -> String {
        let words = &desk_words().import;
        let mark = match (self.is_spaced, self.mark) {
            (true, _) => words.by_spaces,
            (_, b'\t') => words.by_tabs,
            (_, b';') => words.by_semicolons,
            (_, b'|') => words.by_bars,
            _ => words.by_commas,
        };
        let decimal = if self.decimal == ',' {
            words.with_commas
        } else {
            ""
        };
        let written = written.map_or(String::new(), |written| words.in_encoding(written));
        format!("{mark}{decimal}{written}.")
    }
}

fn records(text: &str, mark: u8) -> impl Iterator<Item = StringRecord> {
    let mut reader = ReaderBuilder::new();
    let reader = reader.delimiter(mark).has_headers(false).flexible(true);
    // Text in memory can always be read.
    reader
        .from_reader(text.as_bytes())
        .into_records()
        .filter_map(Result::ok)
}

/// How many cells there are, without empty ones at the end.
pub fn width(record: &StringRecord) -> usize {
    let cells = record.iter().enumerate();
    let filled = cells.filter(|(_, text)| !text.trim().is_empty()).last();
    filled.map_or(0, |(at, _)| at + 1)
}

/// Cells between runs of spaces, as a table between tabs.
fn spaced(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let cells: Vec<&str> = line.split_whitespace().collect();
        cells.join("\t")
    });
    lines.collect::<Vec<String>>().join("\n")
}

/// The mark with which more cells are numbers.
fn decimal(sample: &[StringRecord], mark: u8) -> char {
    let cells = || sample.iter().flat_map(StringRecord::iter);
    let numbers = |decimal: char| {
        let is_number = |text: &&str| matches!(cell(text, decimal), Cell::Number(_));
        cells().filter(is_number).count()
    };
    let has_commas =
        cells().any(|text| text.contains(',') && matches!(cell(text, ','), Cell::Number(_)));
    match numbers(',').cmp(&numbers('.')) {
        std::cmp::Ordering::Greater => ',',
        std::cmp::Ordering::Equal if has_commas && mark == b';' => ',',
        _ => '.',
    }
}
