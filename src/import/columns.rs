//! Columns of numbers -> samples.

use super::images::{self, Looks};
use super::quoting::listed;
use super::{Choices, Fault, Import, MOST_COLUMNS, Sheet, fault, stem};
use crate::data::OwnData;
use crate::settings::Shape;
use crate::words::desk_words;

/// What was read of a table, before it is made into samples.
#[derive(Debug, Default)]
pub struct Columns {
    /// d names.
    pub names: Vec<String>,
    /// (n, d), row by row.
    pub values: Vec<f64>,
    /// n of them; all 0 where there are no classes.
    pub labels: Vec<u8>,
    pub classes: Vec<String>,
    pub understood: Vec<String>,
    pub left_out: Vec<String>,
    pub sheet: Sheet,
}

impl Columns {
    /// Samples of these columns: images where they look like such, else numbers that are comparable.
    pub fn finished(mut self, name: &str, choices: &Choices) -> Result<Import, Fault> {
        let words = &desk_words().import;
        let (n, d) = (self.labels.len(), self.names.len());
        if !(2..=MOST_COLUMNS).contains(&d) {
            let expected = words.so_many_columns(2, MOST_COLUMNS);
            return Err(fault(name, &expected, &words.columns_of_numbers(d)));
        }
        if n < OwnData::LEAST {
            let expected = words.at_least_rows(OwnData::LEAST);
            return Err(fault(name, &expected, &words.rows(n)));
        }
        self.understood.insert(0, words.rows_of(n, d));
        if let Some(side) = images::side_of(&self.values, d) {
            let is_scale = self.values.iter().all(|x| x.fract() == 0.0)
                && self.values.iter().any(|x| *x > 1.0);
            let chosen = choices.images.unwrap_or(is_scale);
            self.sheet.images = Some(chosen);
            if chosen {
                return self.into_images(name, side, choices);
            }
        }
        let values = match choices.raw {
            true => self.raw(name)?,
            false => self.standardised(name)?,
        };
        let data = OwnData {
            title: stem(name).to_owned(),
            shape: match d {
                2 | 3 => Shape::Point(d),
                _ => Shape::Signal(d),
            },
            values,
            labels: self.labels,
            classes: self.classes,
            features: self.names,
        };
        match data.copies() {
            0 => {}
            copies => self.understood.push(words.copies(copies)),
        }
        Ok(Import {
            data,
            understood: self.understood,
            left_out: self.left_out,
            sheet: self.sheet,
        })
    }

    fn into_images(self, name: &str, side: usize, choices: &Choices) -> Result<Import, Fault> {
        let looks = Looks {
            width: side,
            height: side,
            side,
            inverted: choices.inverted,
        };
        let mut import = images::finished(name, &self.values, looks)?;
        import.data.labels = self.labels;
        import.data.classes = self.classes;
        import.understood.extend(self.understood);
        import.left_out = self.left_out;
        import.sheet = Sheet {
            inverted: import.sheet.inverted,
            side: None,
            ..self.sheet
        };
        Ok(import)
    }

    /// Each column as it is.
    fn raw(&mut self, name: &str) -> Result<Vec<f32>, Fault> {
        let d = self.names.len();
        let values: Vec<f32> = self.values.iter().map(|&x| x as f32).collect();
        let words = &desk_words().import;
        if let Some(at) = values.iter().position(|x| !x.is_finite()) {
            let found = format!("{:e}", self.values[at]);
            let place = words.column_place(name, &self.names[at % d]);
            return Err(fault(&place, words.numbers_of_f32, &found));
        }
        let first = self.values.get(..d).unwrap_or_default();
        if self.values.chunks_exact(d).all(|row| row == first) {
            return Err(fault(name, words.what_varies, words.all_the_same));
        }
        self.understood.push(words.as_they_are.to_owned());
        if self.values.iter().any(|x| x.abs() > 100.0) {
            self.understood.push(words.large.to_owned());
        }
        Ok(values)
    }

    /// Each column with mean 0 and standard deviation 1, reckoned in f64; one that holds one value only is 0.
    fn standardised(&mut self, name: &str) -> Result<Vec<f32>, Fault> {
        let words = &desk_words().import;
        let (n, d) = (self.labels.len(), self.names.len());
        let mut scales = Vec::with_capacity(d);
        let mut constant = Vec::new();
        for (at, column) in self.names.iter().enumerate() {
            let values = || self.values.iter().skip(at).step_by(d);
            let first = self.values[at];
            // About the first value, and in parts of the largest distance from it: large numbers that vary
            // little keep their digits, and tiny ones their squares.
            let range = values().map(|x| (x - first).abs()).fold(0.0, f64::max);
            if !range.is_finite() {
                let place = words.column_place(name, column);
                return Err(fault(&place, words.numbers_of_f64, words.too_far_apart));
            }
            if range == 0.0 {
                constant.push(column.clone());
                scales.push(None);
                continue;
            }
            let parts = || values().map(|x| (x - first) / range);
            let mean = parts().map(|part| part / n as f64).sum::<f64>();
            let variance = parts().map(|part| (part - mean) * (part - mean) / n as f64);
            scales.push(Some((first, range, mean, variance.sum::<f64>().sqrt())));
        }
        if constant.len() == d {
            return Err(fault(name, words.what_varies, words.all_the_same));
        }
        if !constant.is_empty() {
            self.left_out.push(words.constant(&listed(&constant)));
        }
        self.understood.push(words.standardised.to_owned());
        let scaled = self.values.iter().enumerate().map(|(at, x)| {
            scales[at % d].map_or(0.0, |(first, range, mean, deviation)| {
                (((x - first) / range - mean) / deviation) as f32
            })
        });
        Ok(scaled.collect())
    }
}
