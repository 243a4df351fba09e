//! The rows of a table.

use super::cells::{Cells, WHEN};
use super::headings::{essential_columns, headings, is_open, warn_of_headings};
use super::result::{MappingResult, RowDisposition};
use super::state::{Columns, Doubt, NotHeld, Titles};
use super::task::SheetTask;
use super::when::SheetYear;
use crate::gather::cell::Cell;
use crate::gather::header::Table;
use crate::model::activity::UnusedReason;
use crate::model::agreement::Column;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// A non-empty row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowKind {
    /// A row of data; uncertain if `where` is undecided.
    Data {
        /// Whether `where` is undecided.
        perhaps: bool,
    },
    /// A row of sums.
    Total,
    /// Left out by `where`: it gives nothing, but somebody has written it.
    LeftOut,
    /// Not held, or not written yet.
    NotHeld(NotHeld),
    /// A report that there was nothing.
    Nothing,
    /// A note, a heading, or something beside the table.
    Skipped,
    /// A repetition of an earlier row.
    Duplicate,
}

pub(crate) struct TableRows<'a> {
    pub(crate) table: Table,
    /// The year of the sheet, or of its first part.
    pub year: SheetYear,
    /// The years of later parts of the sheet, by their first row.
    pub(super) later_years: BTreeMap<usize, SheetYear>,
    /// Every non-empty row below the header.
    pub kinds: BTreeMap<usize, RowKind>,
    pub(super) task: &'a SheetTask<'a>,
    /// For every row: whether a day follows before the next header, which ends another table.
    pub(super) dated_below: OnceCell<Vec<bool>>,
    pub(super) columns: Columns,
    pub(super) titles: Titles,
    /// What makes rows doubtful.
    pub(super) doubts: BTreeMap<usize, Doubt>,
    /// The columns that say when.
    pub(super) when: Vec<usize>,
    /// The positions of the mapped headings.
    places: Vec<(&'a Column, usize)>,
}

impl<'a> TableRows<'a> {
    /// The rows of a table that has been found, not classified yet, with findings about missing headings. `None` if the columns
    /// that carry the rows are missing; at least one of the fields `needed` must be there, besides the columns that are counted
    /// or select rows.
    pub(super) fn of(
        task: &'a SheetTask<'a>,
        table: Table,
        needed: &[&str],
        result: &mut MappingResult,
    ) -> Option<TableRows<'a>> {
        warn_of_headings(task, &table, result);
        let there = |column: &Column| table.columns.contains_key(column);
        let field = |name: &&str| task.mapping.columns.get(*name).is_some_and(there);
        let carried = needed.is_empty() || needed.iter().any(field);
        let all = essential_columns(task).into_iter().all(there);
        let open = table.again.iter().any(|again| is_open(task, again));
        if !(carried && all) || open {
            return None;
        }
        let year = SheetYear::of(task, table.first);
        let asked = headings(task.mapping).into_iter();
        let mut places: Vec<(&Column, usize)> = asked
            .filter_map(|column| Some((column, *table.columns.get(column)?)))
            .collect();
        places.sort_by_key(|(column, _)| *column);
        places.dedup_by_key(|(column, _)| *column);
        let when = WHEN
            .iter()
            .filter_map(|name| table.columns.get(task.mapping.columns.get(*name)?).copied())
            .collect();
        let columns = Columns::read(task.sheet, &table, task.mapping, task.nouns());
        let named = task.mapping.name.is_some();
        let titles = Titles::read(task.sheet, &table, named, task.several);
        let (later_years, kinds, dated_below) = (BTreeMap::new(), BTreeMap::new(), OnceCell::new());
        Some(TableRows {
            table,
            year,
            later_years,
            kinds,
            task,
            dated_below,
            columns,
            titles,
            doubts: BTreeMap::new(),
            when,
            places,
        })
    }

    pub(crate) fn cells(&self, row: usize) -> Cells<'a> {
        Cells::new(
            self.task,
            self.places
                .iter()
                .map(|(asked, column)| (*asked, (row, *column))),
        )
        .with_marks(self.columns.marks())
    }

    /// The cell of the row's findings: its date, else its first mapped cell, else its first filled one.
    pub(super) fn anchor(&self, row: usize) -> (usize, usize) {
        if !self.places.is_empty() {
            return self.cells(row).anchor();
        }
        let first = self.own(row).find(|(_, cell)| **cell != Cell::Empty);
        (row, first.map_or(self.table.left, |(column, _)| column))
    }

    /// The year of a row that names none itself.
    pub(crate) fn year_at(&self, row: usize) -> SheetYear {
        self.later_years
            .range(..=row)
            .next_back()
            .map_or(self.year, |(_, year)| *year)
    }

    /// The cells of a row within the table, merged values filled down.
    pub(crate) fn row(&self, row: usize) -> impl Iterator<Item = &'a Cell> + use<'a> {
        let (sheet, left, right) = (self.task.filled, self.table.left, self.table.right);
        (left..=right).map(move |column| sheet.cell(row, column))
    }

    /// The columns of the table and those without a heading beside it, which distinguish rows too; what stands beyond a blank column
    /// is about something else.
    pub(super) fn breadth(&self) -> RangeInclusive<usize> {
        let (sheet, table) = (self.task.sheet, &self.table);
        let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
        let headed = |column: &usize| {
            (table.first..=table.last).any(|row| *sheet.cell(row, *column) != Cell::Empty)
        };
        let blank = |column: usize| {
            let mut below = table.last + 1..sheet.rows.len();
            below.all(|row| *sheet.cell(row, column) == Cell::Empty)
        };
        let beside = |column: &usize| !headed(column) && !blank(*column);
        let left = (0..table.left)
            .rev()
            .take_while(beside)
            .last()
            .unwrap_or(table.left);
        let right = (table.right + 1..width)
            .take_while(beside)
            .last()
            .unwrap_or(table.right);
        left..=right
    }

    /// The cells of a row within the table, with their columns.
    pub(super) fn own(
        &self,
        row: usize,
    ) -> impl Iterator<Item = (usize, &'a Cell)> + Clone + use<'a> {
        let sheet = self.task.sheet;
        (self.table.left..=self.table.right).map(move |column| (column, sheet.cell(row, column)))
    }

    /// Records the disposition of every row that is not data.
    pub(crate) fn enter_dispositions(&self, result: &mut MappingResult) {
        for (row, kind) in &self.kinds {
            let disposition = if *kind == RowKind::Duplicate {
                RowDisposition::Rejected
            } else {
                RowDisposition::Skipped
            };
            result.dispositions.insert(*row, disposition);
            let why = match kind {
                RowKind::NotHeld(NotHeld::Planned) => UnusedReason::Planned,
                RowKind::NotHeld(NotHeld::Withdrawn) => UnusedReason::Withdrawn,
                RowKind::NotHeld(NotHeld::Sample) => UnusedReason::Sample,
                RowKind::NotHeld(NotHeld::Unwritten) => UnusedReason::Unfilled,
                RowKind::Total => UnusedReason::Total,
                RowKind::LeftOut => UnusedReason::LeftOut,
                _ => continue,
            };
            result.unused.insert(*row, why);
        }
    }
}

/// Whether a cell is a text that `is` accepts.
pub(super) fn says(cell: &Cell, is: fn(&str) -> bool) -> bool {
    matches!(cell, Cell::Text(text) if is(text))
}
