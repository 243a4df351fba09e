//! The mapped cells of one occasion, by their headings: a row of a log, or the values of a form.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::task::SheetTask;
use crate::gather::cell::Cell;
use crate::gather::value;
use crate::model::agreement::{Column, Gives};

/// The fields that say when.
pub const WHEN: [&str; 4] = ["date", "week", "month", "year"];

/// A mapped cell.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MappedCell<'a> {
    /// Its row and column.
    pub(crate) at: (usize, usize),
    /// What stands there, merged values filled down.
    pub cell: &'a Cell,
    /// Whether its value stands on an earlier row and is merged over this one.
    pub(crate) inherited: bool,
}

/// The mapped cells of one occasion.
pub(crate) struct Cells<'a> {
    task: &'a SheetTask<'a>,
    /// The columns of marks.
    marks: Rc<BTreeSet<usize>>,
    mapped_cells: BTreeMap<&'a Column, MappedCell<'a>>,
}

impl<'a> Cells<'a> {
    /// The cells of `task` where the headings stand at these places.
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
        Cells {
            task,
            marks: Rc::default(),
            mapped_cells: places.map(|(column, at)| (column, mapped(at))).collect(),
        }
    }

    /// The same, where it is known which columns hold marks.
    pub(crate) fn with_marks(self, marks: Rc<BTreeSet<usize>>) -> Cells<'a> {
        Cells { marks, ..self }
    }

    /// Whether the cell under a heading stands in a column of marks and says neither yes nor no.
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

    /// The cell under a heading.
    pub(crate) fn at(&self, column: &Column) -> Option<MappedCell<'a>> {
        self.mapped_cells.get(column).copied()
    }

    /// The cell of a field.
    pub(super) fn field(&self, name: &str) -> Option<MappedCell<'a>> {
        self.at(self.task.mapping.columns.get(name)?)
    }

    /// The heading asked for as a field.
    pub(crate) fn heading(&self, name: &str) -> Option<&'a str> {
        self.task
            .mapping
            .columns
            .get(name)
            .map(|column| column.heading.as_str())
    }

    /// Every field with its cell.
    pub(super) fn fields(&self) -> impl Iterator<Item = (&'a str, MappedCell<'a>)> + '_ {
        self.task
            .mapping
            .columns
            .iter()
            .filter_map(|(name, column)| Some((name.as_str(), self.at(column)?)))
    }

    /// Every mapped cell that says something else than when.
    pub(crate) fn told(&self) -> impl Iterator<Item = MappedCell<'a>> + '_ {
        let when: Vec<&Column> = WHEN
            .iter()
            .filter_map(|name| self.task.mapping.columns.get(*name))
            .collect();
        self.mapped_cells
            .iter()
            .filter(move |(column, _)| !when.contains(*column))
            .map(|(_, mapped)| *mapped)
    }

    /// The cells whose numbers are counted.
    pub(crate) fn counted(&self) -> Vec<MappedCell<'a>> {
        match &self.task.mapping.gives {
            Gives::Counts(counts) => counts
                .iter()
                .filter_map(|(_, column)| self.at(column))
                .collect(),
            _ => self.field("count").into_iter().collect(),
        }
    }

    /// The place of the date cell, else of the first mapped cell: where an occasion that counts as one stands.
    pub(crate) fn anchor(&self) -> (usize, usize) {
        let dated = WHEN
            .iter()
            .filter_map(|name| self.field(name))
            .find(|mapped| *mapped.cell != Cell::Empty);
        let date = dated.or_else(|| WHEN.iter().find_map(|name| self.field(name)));
        date.map(|mapped| mapped.at)
            .or_else(|| self.mapped_cells.values().map(|mapped| mapped.at).min())
            .unwrap_or((0, 0))
    }
}
