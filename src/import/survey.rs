//! What the columns of a table hold, and which of them are features and classes.

use std::collections::BTreeSet;

use super::cells::{Cell, cell, is_classless};
use super::quoting::{listed, quoted};
use super::table::{Table, width};
use super::{Choices, Fault, MOST_CLASSES, MOST_COLUMNS, fault};
use crate::words::desk_words;

/// The usual names of the column that says to which class a row belongs.
const LABEL_NAMES: [&str; 8] = [
    "label", "class", "target", "species", "variety", "category", "type", "y",
];

/// What all rows hold, column by column.
pub struct Survey {
    pub names: Vec<String>,
    pub has_header: bool,
    pub columns: Vec<Column>,
    /// Rows besides the header and its repetitions.
    pub rows: usize,
    repeated: usize,
    doubled: Vec<String>,
    pub labels: Option<usize>,
    pub features: Vec<usize>,
    pub left_out: Vec<String>,
}

#[derive(Default)]
pub struct Column {
    numbers: usize,
    gaps: usize,
    words: usize,
    /// The first cell without a number: its line and what it holds.
    odd: Option<(u64, String)>,
    infinite: Option<(u64, String)>,
    /// What it holds, as long as that may be classes.
    pub values: BTreeSet<String>,
}

impl Column {
    pub fn has_classes(&self) -> bool {
        (2..=MOST_CLASSES).contains(&self.values.len())
    }
}

impl Survey {
    /// Reads every row, and chooses the columns.
    pub fn of(table: &Table, choices: &Choices) -> Result<Self, Fault> {
        let words = &desk_words().import;
        let has_header = choices.header.unwrap_or(table.has_names);
        let (names, doubled) = table.names(has_header);
        let mut columns: Vec<Column> = (0..table.width).map(|_| Column::default()).collect();
        let (mut rows, mut repeated) = (0, 0);
        for record in table.records().skip(usize::from(has_header)) {
            if has_header && record == table.first {
                repeated += 1;
                continue;
            }
            let line = record.position().map_or(0, |position| position.line());
            let found = width(&record);
            if found > table.width || record.len() < table.width {
                let place = words.line_place(table.name, line);
                let expected = words.cells(table.width);
                let is_open = record.iter().any(|text| text.contains('\n'));
                let found = match is_open {
                    true => words.open_quote.to_owned(),
                    false => words.cells(found.max(record.len().min(table.width))),
                };
                return Err(fault(&place, &expected, &found));
            }
            rows += 1;
            for (column, text) in columns.iter_mut().zip(&record) {
                let odd = || Some((line, text.to_owned()));
                match cell(text, table.decimal) {
                    Cell::Number(_) => column.numbers += 1,
                    Cell::Gap => column.gaps += 1,
                    Cell::Infinite => {
                        column.numbers += 1;
                        column.infinite = column.infinite.take().or_else(odd);
                    }
                    Cell::Words => {
                        column.words += 1;
                        column.odd = column.odd.take().or_else(odd);
                    }
                }
                if column.values.len() <= MOST_CLASSES && !is_classless(text) {
                    column.values.insert(text.trim().to_owned());
                }
            }
        }
        let mut survey = Survey {
            names,
            has_header,
            columns,
            rows,
            repeated,
            doubled,
            labels: None,
            features: Vec::new(),
            left_out: Vec::new(),
        };
        survey.labels = match choices.labels {
            Some(chosen) => {
                chosen.filter(|&at| survey.columns.get(at).is_some_and(Column::has_classes))
            }
            None => survey.likely_labels(),
        };
        survey.choose_features(table)?;
        Ok(survey)
    }

    /// Columns of numbers, and why the others are none.
    fn choose_features(&mut self, table: &Table) -> Result<(), Fault> {
        let words = &desk_words().import;
        let mut wordy = Vec::new();
        let mut empty = Vec::new();
        for (at, column) in self.columns.iter().enumerate() {
            let name = &self.names[at];
            if self.labels == Some(at) {
                continue;
            }
            // One slip among many numbers is a slip, and no column of words.
            let is_slip = column.numbers >= 9 * column.words.max(1);
            match (&column.odd, &column.infinite) {
                (Some((line, found)), _) if is_slip => {
                    let place = words.cell_place(table.name, *line, name);
                    return Err(fault(&place, words.a_number, &quoted(found)));
                }
                (Some(_), _) => wordy.push(name.clone()),
                (None, Some((line, found))) => {
                    let place = words.cell_place(table.name, *line, name);
                    return Err(fault(&place, words.a_finite_number, &quoted(found)));
                }
                (None, None) if 2 * column.gaps > self.rows || column.numbers == 0 => {
                    empty.push(name.clone())
                }
                (None, None) => self.features.push(at),
            }
        }
        if self.features.len() < 2 && self.rows > 0 {
            let odd = self
                .columns
                .iter()
                .zip(&self.names)
                .find_map(|(column, name)| {
                    let (line, found) = column.odd.as_ref()?;
                    Some((words.cell_place(table.name, *line, name), found.clone()))
                });
            let expected = words.so_many_columns(2, MOST_COLUMNS);
            let found = words.columns_of_numbers(self.features.len());
            return Err(match odd {
                Some((place, cell)) => {
                    fault(&place, &expected, &words.and_a_cell(&found, &quoted(&cell)))
                }
                None => fault(table.name, &expected, &found),
            });
        }
        if !wordy.is_empty() {
            self.left_out
                .push(words.wordy(wordy.len(), &listed(&wordy)));
        }
        if !empty.is_empty() {
            self.left_out
                .push(words.mostly_empty(empty.len(), &listed(&empty)));
        }
        if self.repeated > 0 {
            self.left_out.push(words.repeated(self.repeated));
        }
        if !self.doubled.is_empty() {
            self.left_out.push(words.doubled(&listed(&self.doubled)));
        }
        Ok(())
    }

    /// The column that most likely names classes: by its name, or the last of words.
    fn likely_labels(&self) -> Option<usize> {
        let is_whole = |column: &Column| {
            column
                .values
                .iter()
                .all(|text| text.bytes().all(|b| b.is_ascii_digit()))
        };
        let mut likely = self.columns.iter().enumerate().filter(|(at, column)| {
            let few = column.has_classes() && 2 * column.values.len() <= self.rows;
            let is_named = LABEL_NAMES.contains(&self.names[*at].to_lowercase().as_str());
            few && (column.words > column.numbers || (is_named && is_whole(column)))
        });
        let named = likely
            .clone()
            .find(|(at, _)| LABEL_NAMES.contains(&self.names[*at].to_lowercase().as_str()));
        named.or_else(|| likely.next_back()).map(|(at, _)| at)
    }
}
