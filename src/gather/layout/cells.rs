//! The mapped cells of one occasion, by their headings: of a row of a log, or of a form.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use super::task::SheetTask;
use crate::gather::cell::Cell;
use crate::gather::value;
use crate::model::agreement::{Column, Gives};
use crate::model::finding::FindingKind;

/// The date fields.
pub const WHEN: [&str; 4] = ["date", "week", "month", "year"];

/// Every day is in it.
const LEAP_YEAR: i32 = 2024;

#[derive(Clone, Copy, Debug)]
pub(crate) struct MappedCell<'a> {
    /// Row and column.
    pub(crate) at: (usize, usize),
    /// Its value, with merged values filled down.
    pub cell: &'a Cell,
    /// Whether its value is on an earlier row and merged over this one.
    pub(crate) inherited: bool,
}

/// The finding about a cell with an error: of a formula, or of a row of a text file that has too many fields.
pub(super) fn error_kind(text: String) -> FindingKind {
    let of_formula = text.starts_with('#') || text.starts_with("Err:") || text.len() < 4;
    match of_formula {
        true => FindingKind::ErrorCell { text },
        false => FindingKind::TooManyFields { text },
    }
}

pub(crate) struct Cells<'a> {
    task: &'a SheetTask<'a>,
    /// The columns of marks.
    marks: Rc<BTreeSet<usize>>,
    /// In the order of their headings. They are few, so that they are looked through.
    mapped_cells: Vec<(&'a Column, MappedCell<'a>)>,
    /// Whether they may stand under other headings, once it was asked.
    displaced: OnceCell<bool>,
}

impl<'a> Cells<'a> {
    /// The cells of `task` with the headings at these positions.
    pub(super) fn new(
        task: &'a SheetTask<'a>,
        places: impl Iterator<Item = (&'a Column, (usize, usize))>,
    ) -> Cells<'a> {
        let mapped = |at: (usize, usize)| {
            let cell = task.filled.cell(at.0, at.1);
            MappedCell {
                at,
                cell,
                inherited: *cell != Cell::Empty && *task.sheet.cell(at.0, at.1) == Cell::Empty,
            }
        };
        let mut mapped_cells: Vec<(&Column, MappedCell)> =
            places.map(|(column, at)| (column, mapped(at))).collect();
        if !mapped_cells.is_sorted_by(|one, other| one.0 < other.0) {
            // Of several under one heading the last.
            mapped_cells.reverse();
            mapped_cells.sort_by_key(|(column, _)| *column);
            mapped_cells.dedup_by_key(|(column, _)| *column);
        }
        Cells {
            task,
            marks: Rc::default(),
            mapped_cells,
            displaced: OnceCell::new(),
        }
    }

    /// The same, with the columns of marks.
    pub(crate) fn with_marks(self, marks: Rc<BTreeSet<usize>>) -> Cells<'a> {
        Cells { marks, ..self }
    }

    /// Whether the cell is in a column of marks and is neither a known yes nor a known no.
    pub(crate) fn is_unknown_mark(&self, column: &Column) -> bool {
        self.at(column).is_some_and(|mapped| {
            self.marks.contains(&mapped.at.1)
                && matches!(mapped.cell, Cell::Text(_))
                && value::yes_or_no(mapped.cell).is_none()
        })
    }

    /// Every cell of a column of the sheet.
    pub(crate) fn column(&self, column: usize) -> impl Iterator<Item = &'a Cell> + use<'a> {
        let sheet = self.task.sheet;
        (0..sheet.rows.len()).map(move |row| sheet.cell(row, column))
    }

    pub(crate) fn at(&self, column: &Column) -> Option<MappedCell<'a>> {
        let mut all = self.mapped_cells.iter();
        let same = |known: &Column| std::ptr::eq(known, column) || known == column;
        all.find(|(known, _)| same(known))
            .map(|(_, mapped)| *mapped)
    }

    pub(super) fn field(&self, name: &str) -> Option<MappedCell<'a>> {
        self.at(self.task.mapping.columns.get(name)?)
    }

    /// The mapped heading of a field.
    pub(crate) fn heading(&self, name: &str) -> Option<&'a str> {
        self.task
            .mapping
            .columns
            .get(name)
            .map(|column| column.heading.as_str())
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = (&'a str, MappedCell<'a>)> + '_ {
        self.task
            .mapping
            .columns
            .iter()
            .filter_map(|(name, column)| Some((name.as_str(), self.at(column)?)))
    }

    /// Every mapped cell except those of date fields.
    pub(crate) fn besides_dates(&self) -> impl Iterator<Item = MappedCell<'a>> + '_ {
        let when: Vec<&Column> = WHEN
            .iter()
            .filter_map(|name| self.task.mapping.columns.get(*name))
            .collect();
        self.mapped_cells
            .iter()
            .filter(move |(column, _)| !when.contains(column))
            .map(|(_, mapped)| *mapped)
    }

    /// Whether the cell of the day holds what else belongs on the row: «14/6 Skolan, 3 kontakter».
    pub(super) fn begin_with_day(&self) -> bool {
        let day = self.field("date").map(|mapped| mapped.cell);
        matches!(day, Some(Cell::Text(text)) if value::begins_with_day(text))
    }

    /// Whether what belongs into a cell without a value may stand in another of its row, so that it says nothing.
    pub(super) fn is_displaced(&self, mapped: MappedCell<'_>) -> bool {
        let torn = |cell: &Cell| {
            matches!(cell, Cell::Error(text)
                if matches!(error_kind(text.clone()), FindingKind::TooManyFields { .. }))
        };
        torn(mapped.cell)
            || matches!(mapped.cell, Cell::Empty | Cell::Error(_))
                && *self.displaced.get_or_init(|| self.may_be_displaced())
    }

    /// Whether the cells may stand under other headings than their own: all of the row was typed into one, it has too many fields
    /// to be told apart, or the day's cell holds something else.
    fn may_be_displaced(&self) -> bool {
        let Some(day) = self.field("date").map(|mapped| mapped.cell) else {
            return false;
        };
        let mut others = self.besides_dates();
        match day {
            Cell::Error(text) => {
                matches!(error_kind(text.clone()), FindingKind::TooManyFields { .. })
            }
            Cell::Text(text) if value::begins_with_day(text) => {
                others.all(|mapped| *mapped.cell == Cell::Empty)
            }
            // A day without its year is a day.
            Cell::Text(_) => value::field(day, Some(LEAP_YEAR)).date.is_none(),
            _ => false,
        }
    }

    pub(crate) fn counted(&self) -> Vec<MappedCell<'a>> {
        match &self.task.mapping.gives {
            Gives::Counts(counts) => counts
                .iter()
                .filter_map(|(_, column)| self.at(column))
                .collect(),
            _ => self.field("count").into_iter().collect(),
        }
    }

    /// The date cell, else the first mapped cell: the place of an occasion that counts as one.
    pub(crate) fn anchor(&self) -> (usize, usize) {
        let dated = WHEN
            .iter()
            .filter_map(|name| self.field(name))
            .find(|mapped| *mapped.cell != Cell::Empty);
        let date = dated.or_else(|| WHEN.iter().find_map(|name| self.field(name)));
        date.map(|mapped| mapped.at)
            .or_else(|| self.mapped_cells.iter().map(|(_, mapped)| mapped.at).min())
            .unwrap_or((0, 0))
    }
}
