//! Unlabelled sums: numbers alone on their row, each the sum of the rows above it.

use std::collections::BTreeMap;

use super::cells::WHEN;
use super::table::{RowKind, TableRows};
use crate::gather::cell::Cell;
use crate::gather::header;
use crate::gather::value::{self, Number, Parsed};
use crate::model::agreement::Layout;
use crate::model::quantity::Amount;

/// The exact numbers of a table's columns, added up row by row.
#[derive(Debug, Default)]
pub(crate) struct ColumnSums {
    /// The first row that is not yet added.
    pub from: usize,
    all: BTreeMap<usize, ColumnSum>,
    since: BTreeMap<usize, ColumnSum>,
}

/// The running sum of a column, and its number of rows.
#[derive(Clone, Copy, Debug, Default)]
struct ColumnSum {
    sum: Amount,
    rows: usize,
}

impl ColumnSums {
    /// Adds a counted row.
    pub(crate) fn add<'c>(&mut self, row: impl Iterator<Item = (usize, &'c Cell)>) {
        for (column, amount) in row.filter_map(|(column, cell)| Some((column, number(cell)?))) {
            for sums in [&mut self.all, &mut self.since] {
                let known = sums.entry(column).or_default();
                *known = ColumnSum {
                    sum: known.sum.plus(amount),
                    rows: known.rows + 1,
                };
            }
        }
    }

    /// Starts again after a sum: the next may be of the rows below it only.
    pub(crate) fn close(&mut self) {
        self.since.clear();
    }

    /// Whether the filled cells of a row are only numbers, each the sum of those above. Of a single row above, the
    /// sum must stand apart from it.
    pub(crate) fn are<'c>(
        &self,
        row: impl Iterator<Item = (usize, &'c Cell)> + Clone,
        apart: bool,
    ) -> bool {
        let filled = || row.clone().filter(|(_, cell)| **cell != Cell::Empty);
        let fewest = if apart { 1 } else { 2 };
        let fit = |sums: &BTreeMap<usize, ColumnSum>| {
            let above = |column: usize| sums.get(&column).copied().unwrap_or_default();
            filled().all(|(column, cell)| written(cell) == Some(above(column).sum))
                && filled().any(|(column, _)| {
                    above(column).rows >= fewest && above(column).sum > Amount::ZERO
                })
        };
        fit(&self.all) || fit(&self.since)
    }
}

impl TableRows<'_> {
    /// Numbers alone, without a day, that are the sum of the rows above them.
    pub(super) fn is_bare_sum(&self, row: usize, sums: &mut ColumnSums) -> bool {
        let columns = &self.task.mapping.columns;
        let when = WHEN
            .iter()
            .filter_map(|name| self.table.columns.get(columns.get(*name)?));
        let sheet = self.task.sheet;
        if !matches!(self.task.mapping.layout, Layout::Log | Layout::Months)
            || !when
                .into_iter()
                .all(|column| *self.task.filled.cell(row, *column) == Cell::Empty)
        {
            return false;
        }
        // Computed only when needed: most tables have no such row.
        for (above, kind) in self.kinds.range(sums.from..row) {
            match kind {
                RowKind::Total => sums.close(),
                _ => sums.add(self.own(*above)),
            }
        }
        sums.from = row;
        sums.are(self.own(row), header::is_blank(sheet, row - 1))
    }
}

/// The number that a cell adds to its column's sum: a mark is one.
fn number(cell: &Cell) -> Option<Amount> {
    match value::number(cell, false) {
        Parsed::Is(Number {
            quantity,
            from_date: false,
            ..
        }) if quantity.is_exact() => Some(quantity.low()),
        _ => None,
    }
}

/// The number of a cell that holds only digits.
fn written(cell: &Cell) -> Option<Amount> {
    let figures = match cell {
        Cell::Number(_) => true,
        Cell::Text(text) => text.starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    };
    figures.then(|| number(cell)).flatten()
}
