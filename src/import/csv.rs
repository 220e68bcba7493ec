//! A table as text: rows of numbers between commas, semicolons, tabs or spaces. It is read from end to end once for
//! what its columns hold and once for the numbers, so that a large one needs no room besides.

use super::cells::{Cell, cell, is_classless};
use super::columns::Columns;
use super::quoting::quoted;
use super::survey::{Column, Survey};
use super::table::Table;
use super::text::decoded;
use super::{Choices, Fault, Import, MOST_BYTES, MOST_ROWS, Sheet, fault};
use crate::words::desk_words;

/// Rows of a preview.
const SHOWN: usize = 6;

/// The samples in a table.
pub fn read(name: &str, bytes: &[u8], choices: &Choices) -> Result<Import, Fault> {
    let words = &desk_words().import;
    if bytes.len() > MOST_BYTES {
        let found = words.megabytes(bytes.len() >> 20);
        return Err(fault(
            name,
            &words.at_most_megabytes(MOST_BYTES >> 20),
            &found,
        ));
    }
    let (text, written) = decoded(name, bytes)?;
    let table = Table::of(name, text)?;
    let survey = Survey::of(&table, choices)?;
    let mut columns = columns(&table, &survey);
    columns.understood.push(table.how(written));
    columns.sheet = sheet(&table, &survey);
    columns.finished(name, choices)
}

/// The numbers of the chosen columns. Rows with a gap are left out, and of too many rows every so many-th is
/// taken.
fn columns(table: &Table, survey: &Survey) -> Columns {
    let words = &desk_words().import;
    let mut left_out = survey.left_out.clone();
    let classes: Vec<String> = match survey.labels {
        Some(at) => survey.columns[at].values.iter().cloned().collect(),
        None => Vec::new(),
    };
    let d = survey.features.len();
    let mut values = Vec::with_capacity(survey.rows.min(MOST_ROWS) * d);
    let mut labels = Vec::new();
    let (mut gaps, mut first_gap, mut row) = (0, 0, 0);
    let mut kept = Vec::with_capacity(d);
    for record in table.records().skip(usize::from(survey.has_header)) {
        if survey.has_header && record == table.first {
            continue;
        }
        let share = |row: usize| row as u64 * MOST_ROWS as u64 / survey.rows.max(MOST_ROWS) as u64;
        let is_taken = survey.rows <= MOST_ROWS || share(row + 1) > share(row);
        row += 1;
        if !is_taken {
            continue;
        }
        kept.clear();
        kept.extend(survey.features.iter().map_while(|&at| {
            match cell(record.get(at).unwrap_or_default(), table.decimal) {
                Cell::Number(number) => Some(number),
                _ => None,
            }
        }));
        let class = survey
            .labels
            .map_or("", |at| record.get(at).unwrap_or_default());
        let has_class = survey.labels.is_none() || !is_classless(class);
        if kept.len() < d || !has_class {
            if gaps == 0 {
                first_gap = record.position().map_or(0, |position| position.line());
            }
            gaps += 1;
            continue;
        }
        values.extend(&kept);
        let at = classes.binary_search_by(|known| known.as_str().cmp(class.trim()));
        labels.push(at.map_or(0, |at| at as u8));
    }
    if gaps > 0 {
        left_out.push(words.gaps(gaps, first_gap));
    }
    if survey.rows > MOST_ROWS {
        left_out.push(words.sampled(survey.rows, MOST_ROWS));
    }
    let mut understood = Vec::new();
    if let Some(at) = survey.labels {
        understood.push(words.labelled(&quoted(&survey.names[at]), classes.len()));
    }
    Columns {
        names: survey
            .features
            .iter()
            .map(|&at| survey.names[at].clone())
            .collect(),
        values,
        labels,
        classes,
        understood,
        left_out,
        sheet: Sheet::default(),
    }
}

fn sheet(table: &Table, survey: &Survey) -> Sheet {
    let rows = table
        .records()
        .skip(usize::from(survey.has_header))
        .take(SHOWN);
    let columns = survey.columns.iter().enumerate();
    Sheet {
        columns: survey.names.clone(),
        head: rows
            .map(|record| record.iter().map(str::to_owned).collect())
            .collect(),
        label_columns: columns
            .filter(|(_, column)| Column::has_classes(column))
            .map(|(at, _)| at)
            .collect(),
        labels: survey.labels,
        header: Some(survey.has_header),
        ..Sheet::default()
    }
}
