//! The mapped cells of one occasion, by their headings: a row of a log, or the values of a form.

use std::collections::BTreeMap;

use super::Job;
use crate::gather::cell::Cell;
use crate::model::agreement::{Column, Gives};

/// The fields that say when.
pub const WHEN: [&str; 4] = ["date", "week", "month", "year"];

/// A mapped cell.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    /// Its row and column.
    pub at: (usize, usize),
    /// What stands there, merged values filled down.
    pub cell: &'a Cell,
    /// Whether its value stands on an earlier row and is merged over this one.
    pub inherited: bool,
}

/// The mapped cells of one occasion.
pub struct Cells<'a> {
    job: &'a Job<'a>,
    spots: BTreeMap<&'a Column, Spot<'a>>,
}

impl<'a> Cells<'a> {
    /// The cells of `job` where the headings stand at these places.
    pub fn new(
        job: &'a Job<'a>,
        places: impl Iterator<Item = (&'a Column, (usize, usize))>,
    ) -> Cells<'a> {
        let spot = |at: (usize, usize)| {
            let cell = job.filled.cell(at.0, at.1);
            Spot {
                at,
                cell,
                inherited: *cell != Cell::Empty && *job.sheet.cell(at.0, at.1) == Cell::Empty,
            }
        };
        Cells {
            job,
            spots: places.map(|(column, at)| (column, spot(at))).collect(),
        }
    }

    /// The cell under a heading.
    pub fn at(&self, column: &Column) -> Option<Spot<'a>> {
        self.spots.get(column).copied()
    }

    /// The cell of a field.
    pub fn field(&self, name: &str) -> Option<Spot<'a>> {
        self.at(self.job.mapping.columns.get(name)?)
    }

    /// The heading asked for as a field.
    pub fn heading(&self, name: &str) -> Option<&'a str> {
        self.job
            .mapping
            .columns
            .get(name)
            .map(|column| column.heading.as_str())
    }

    /// Every field with its cell.
    pub fn fields(&self) -> impl Iterator<Item = (&'a str, Spot<'a>)> + '_ {
        self.job
            .mapping
            .columns
            .iter()
            .filter_map(|(name, column)| Some((name.as_str(), self.at(column)?)))
    }

    /// Every mapped cell that says something else than when.
    pub fn told(&self) -> impl Iterator<Item = Spot<'a>> + '_ {
        let when: Vec<&Column> = WHEN
            .iter()
            .filter_map(|name| self.job.mapping.columns.get(*name))
            .collect();
        self.spots
            .iter()
            .filter(move |(column, _)| !when.contains(*column))
            .map(|(_, spot)| *spot)
    }

    /// The cells whose numbers are counted.
    pub fn counted(&self) -> Vec<Spot<'a>> {
        match &self.job.mapping.gives {
            Gives::Counts(counts) => counts
                .iter()
                .filter_map(|(_, column)| self.at(column))
                .collect(),
            _ => self.field("count").into_iter().collect(),
        }
    }

    /// The place of the date cell, else of the first mapped cell: where an occasion that counts as one stands.
    pub fn anchor(&self) -> (usize, usize) {
        let dated = WHEN
            .iter()
            .filter_map(|name| self.field(name))
            .find(|spot| *spot.cell != Cell::Empty);
        let date = dated.or_else(|| WHEN.iter().find_map(|name| self.field(name)));
        date.map(|spot| spot.at)
            .or_else(|| self.spots.values().map(|spot| spot.at).min())
            .unwrap_or((0, 0))
    }
}
