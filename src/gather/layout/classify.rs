//! The kind of each row of a table, before anything is counted.

use super::cells::{Cells, MappedCell, WHEN};
use super::filter;
use super::headings::{headings, warn_of_missing_headings};
use super::periods;
use super::result::MappingResult;
use super::state::{NotHeld, RowState};
use super::sums::ColumnSums;
use super::table::{RowKind, TableRows, says};
use super::task::SheetTask;
use crate::gather::cell::{Cell, Sheet, cell_name};
use crate::gather::header::{self, Table};
use crate::gather::value;
use crate::model::agreement::Layout;
use crate::model::finding::FindingKind;
use crate::model::quantity::Truth;
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hasher};
use std::ops::RangeInclusive;

/// Finds the table of `task` and classifies its rows; none as for [`classified`].
pub(super) fn table_rows<'a>(
    task: &'a SheetTask<'a>,
    needed: &[&str],
    result: &mut MappingResult,
) -> Option<TableRows<'a>> {
    let wanted = headings(task.mapping);
    let Some(table) = header::find(task.sheet, &wanted) else {
        warn_of_missing_headings(task, &wanted, result);
        return None;
    };
    classified(task, table, needed, result)
}

/// Classifies the rows of a table; none where [`TableRows::of`] gives none.
pub(super) fn classified<'a>(
    task: &'a SheetTask<'a>,
    table: Table,
    needed: &[&str],
    result: &mut MappingResult,
) -> Option<TableRows<'a>> {
    let mut rows = TableRows::of(task, table, needed, result)?;
    rows.read_turns_of_year();
    rows.read_date_order(result);
    rows.classify(result);
    Some(rows)
}

/// So many rows below words that stand alone tell whether they are a note.
const NEAR: usize = 1_000;

impl<'a> TableRows<'a> {
    fn classify(&mut self, result: &mut MappingResult) {
        let mut ended = false;
        let mut seen = KnownRows::default();
        let mut sums = ColumnSums::default();
        let breadth = self.breadth();
        for row in self.table.last + 1..self.task.sheet.rows.len() {
            if header::is_blank(self.task.sheet, row) {
                continue;
            }
            if !ended && self.begins_another(row) {
                ended = true;
                self.warn_of_second_table(row, result);
            }
            if !ended && self.begins_section(row) {
                // The same places and numbers in another year are other rows.
                seen.rows.clear();
            }
            let mut kind = if ended {
                RowKind::Skipped
            } else {
                self.kind(row)
            };
            if matches!(kind, RowKind::Data { .. }) && self.is_bare_sum(row, &mut sums) {
                kind = RowKind::Total;
                let first = self
                    .own(row)
                    .find(|(_, cell)| **cell != Cell::Empty)
                    .map_or(0, |(column, _)| column);
                result
                    .findings
                    .push(self.task.finding(FindingKind::UnlabelledSum, (row, first)));
            }
            if matches!(kind, RowKind::Data { .. }) {
                kind = self.by_state(row, kind);
            }
            if matches!(kind, RowKind::Data { .. }) {
                match seen.enter(self.task.filled, row, &breadth) {
                    Some(first) => {
                        kind = RowKind::Duplicate;
                        let (at, first) = (self.anchor(row), self.anchor(first));
                        let first = cell_name(first.0, first.1);
                        let kind = FindingKind::DuplicateRow { first };
                        result.findings.push(self.task.finding(kind, at));
                    }
                    None => {
                        let doubt = self.doubts.get(&row);
                        result
                            .findings
                            .extend(doubt.map(|doubt| doubt.finding(self.task, self.anchor(row))));
                    }
                }
            }
            self.kinds.insert(row, kind);
        }
        self.settle_titles(result);
        self.settle_derived(result);
    }

    fn kind(&self, row: usize) -> RowKind {
        let own = self.own(row).map(|(_, cell)| cell);
        let mut filled = own.filter(|cell| **cell != Cell::Empty);
        let Some(first) = filled.next() else {
            return RowKind::Skipped;
        };
        let alone = filled.next().is_none();
        if self.heads(row) || self.sub_heads(row) || (alone && self.lone_year(row).is_some()) {
            return RowKind::Skipped;
        }
        let cells = self.cells(row);
        if self.is_total(row, first, &cells) {
            return RowKind::Total;
        }
        if self.is_statistic(first, &cells) {
            return RowKind::Skipped;
        }
        if alone && self.is_year_over_months(row, first) {
            return RowKind::Skipped;
        }
        if alone && self.gives_occasions() && self.titles.is_title(row) {
            return RowKind::Skipped;
        }
        if alone && (self.is_note(first, &cells) || self.is_footnote(row, first, &cells)) {
            return RowKind::Skipped;
        }
        match filter::fits(self.task, &cells, self.year_at(row).year) {
            Truth::No => RowKind::LeftOut,
            Truth::Yes => RowKind::Data { perhaps: false },
            Truth::Unknown => RowKind::Data { perhaps: true },
        }
    }

    /// The kind of a data row by its own words.
    fn by_state(&mut self, row: usize, kind: RowKind) -> RowKind {
        if !self.gives_occasions() {
            return if self.is_example(row) {
                RowKind::NotHeld(NotHeld::Sample)
            } else {
                kind
            };
        }
        match self.state(row, &self.cells(row)) {
            RowState::Held => kind,
            RowState::Nothing => RowKind::Nothing,
            RowState::Not(unheld) => RowKind::NotHeld(unheld),
            RowState::Perhaps(doubt) => {
                self.doubts.insert(row, doubt);
                RowKind::Data { perhaps: true }
            }
        }
    }

    /// Whether a row says that it is an example.
    fn is_example(&self, row: usize) -> bool {
        self.own(row).any(|(_, cell)| {
            let said = self.text_state(cell);
            said.is_some_and(|said| {
                said.state == value::State::Sample && value::plain(&said.word).starts_with("ex")
            })
        })
    }

    /// Whether a year alone on a row stands over the months below it.
    fn is_year_over_months(&self, row: usize, first: &Cell) -> bool {
        self.task.mapping.layout == Layout::Months
            && value::bare_year(first).is_some()
            && periods::is_header(self.task.sheet, row + 1)
    }

    fn is_total(&self, row: usize, first: &Cell, cells: &Cells<'a>) -> bool {
        let total = |cell: &Cell| says(cell, value::is_total_label);
        if self.says_when(cells) {
            return says(first, value::is_nothing_but_total);
        }
        // «Summa» may be to the left, over a column without a heading, outside the table.
        let labelled = || {
            let when = WHEN.iter().filter_map(|name| cells.field(name));
            let own = self
                .task
                .mapping
                .columns
                .keys()
                .any(|name| WHEN.contains(&name.as_str()));
            let undated = own && when.into_iter().all(|mapped| *mapped.cell == Cell::Empty);
            undated && (0..self.table.left).any(|column| total(self.task.sheet.cell(row, column)))
        };
        let begins = if self.gives_occasions() {
            value::begins_as_total
        } else {
            value::is_total_label
        };
        says(first, begins)
            || cells
                .fields()
                .any(|(_, mapped)| total(mapped.cell) && !is_every_part(mapped.cell, first))
            || labelled()
    }

    /// Whether the row has dates of its own: a place may be called «Samtliga», and with a day beside it, it is no
    /// sum.
    fn says_when(&self, cells: &Cells<'a>) -> bool {
        let when = ["date", "week", "month"]
            .iter()
            .filter_map(|name| cells.field(name));
        when.into_iter()
            .any(|mapped| *mapped.cell != Cell::Empty && !says(mapped.cell, value::begins_as_total))
    }

    /// Whether the rows are activities.
    fn gives_occasions(&self) -> bool {
        matches!(
            self.task.mapping.layout,
            Layout::Log | Layout::Months | Layout::Form
        )
    }

    /// «Snitt per månad», «Mål 2023»: figures about other rows, under any heading.
    fn is_statistic(&self, first: &Cell, cells: &Cells<'a>) -> bool {
        let when = ["date", "week", "month"]
            .iter()
            .filter_map(|name| cells.field(name));
        self.gives_occasions()
            && says(first, value::is_statistic_label)
            && when
                .into_iter()
                .all(|mapped| *mapped.cell == Cell::Empty || mapped.cell == first)
    }

    /// Words alone on their row: a note, unless a row of this table has nothing else, or it is a date.
    fn is_note(&self, first: &Cell, cells: &Cells<'a>) -> bool {
        let lone_column = self.table.left == self.table.right;
        let mapped = cells
            .fields()
            .any(|(_, mapped)| mapped.cell == first && !mapped.inherited);
        let dated = WHEN
            .iter()
            .chain(&["request"])
            .filter_map(|name| cells.field(name))
            .any(|mapped| mapped.cell == first);
        match self.task.mapping.layout {
            Layout::Log | Layout::Months | Layout::Form => {
                let words = matches!(first, Cell::Text(text) if !value::is_nothing_to_report(text) && !value::begins_with_day(text));
                // «Januari» or «Kvartal 1» alone is a row to be filled in under «Datum», and a group's name under «Plats».
                let undated = matches!(value::date(first, Some(2000)), value::Parsed::Not(_));
                !lone_column && words && if undated { dated || !mapped } else { !dated }
            }
            Layout::Statements | Layout::Milestones | Layout::Register => !mapped,
        }
    }

    /// Words alone below the sums or an empty row, on a row without date or number: a note under the table, even
    /// under a mapped heading. Between other rows a note begins at the margin, and is no place that another row has.
    fn is_footnote(&self, row: usize, first: &Cell, cells: &Cells<'a>) -> bool {
        let is_empty = |mapped: &MappedCell<'_>| *mapped.cell == Cell::Empty;
        let lone = |row: usize| self.row(row).filter(|cell| **cell != Cell::Empty).count() == 1;
        // Notes follow each other.
        let note_above = || self.kinds.get(&(row - 1)) == Some(&RowKind::Skipped) && lone(row - 1);
        let apart = header::is_blank(self.task.sheet, row - 1)
            || note_above()
            || self.kinds.values().any(|kind| *kind == RowKind::Total);
        let rows = (row + 1..self.task.sheet.rows.len()).take(NEAR);
        let several = |row: usize| self.row(row).filter(|cell| **cell != Cell::Empty).count() > 1;
        let column = self.own(row).find(|(_, cell)| **cell != Cell::Empty);
        let column = column.map_or(self.table.left, |(column, _)| column);
        let is_known = |row: usize| self.task.sheet.cell(row, column) == first && several(row);
        let is_apart = || column == self.table.left && !rows.clone().any(is_known);
        self.task.mapping.layout == Layout::Log
            && (is_apart() || !rows.clone().any(several))
            && matches!(first, Cell::Text(text) if !value::is_nothing_to_report(text))
            && WHEN
                .iter()
                .filter_map(|name| cells.field(name))
                .all(|mapped| is_empty(&mapped))
            && cells.counted().iter().all(is_empty)
            && apart
    }
}

/// Whether «Alla» or «Samtliga» stands behind a row's own label: every part of an audience, not a sum of rows.
fn is_every_part(cell: &Cell, first: &Cell) -> bool {
    let every = |text: &str| matches!(value::plain(text).as_str(), "alla" | "samtliga" | "all");
    cell != first && matches!(cell, Cell::Text(text) if every(text))
}

/// The rows of a sheet that differ in what they show. There may be a million, so that they are known by their numbers.
#[derive(Default)]
struct KnownRows {
    /// By a hash of what they show.
    rows: HashMap<u64, usize>,
}

impl KnownRows {
    /// Enters a row; the one that shows the same in these columns, if there is one.
    fn enter(
        &mut self,
        sheet: &Sheet,
        row: usize,
        columns: &RangeInclusive<usize>,
    ) -> Option<usize> {
        let shown = |row: usize, column: usize| match sheet.cell(row, column) {
            Cell::Text(text) => Cow::Borrowed(text.as_str()),
            cell => Cow::Owned(value::text(cell)),
        };
        let mut hasher = DefaultHasher::new();
        for column in columns.clone() {
            hasher.write(shown(row, column).as_bytes());
            hasher.write_u8(0xFF);
        }
        let mut hash = hasher.finish();
        // Rows that share a hash and show something else stand one after the other.
        while let Some(known) = self.rows.get(&hash).copied() {
            if columns
                .clone()
                .all(|column| shown(known, column) == shown(row, column))
            {
                return Some(known);
            }
            hash = hash.wrapping_add(1);
        }
        self.rows.insert(hash, row);
        None
    }
}
