//! Rows that nobody has written yet: results of formulas on blank cells, unticked boxes, rows filled down.

use super::super::cells::Cells;
use super::super::table::TableRows;
use super::row_state::{Doubt, RowState};
use crate::gather::cell::Cell;
use crate::gather::value;
use crate::model::agreement::Layout;
use crate::model::finding::HeldDoubt;

impl TableRows<'_> {
    /// A row of a month or a week that was written in beforehand, perhaps: nothing else is mapped, and what most rows have
    /// something in is blank.
    pub(super) fn not_filled_in(&self, row: usize, cells: &Cells<'_>) -> RowState {
        let blank = || {
            self.own(row)
                .all(|(column, cell)| *cell == Cell::Empty || self.when.contains(&column))
        };
        let asked = self.task.mapping.layout == Layout::Log
            && cells.besides_dates().next().is_none()
            && blank()
            && self.is_of_span(row, cells);
        let usual = (self.table.left..=self.table.right)
            .find(|column| !self.when.contains(column) && self.columns.is_usual(*column));
        match usual.filter(|_| asked) {
            Some(column) => Doubt::of(
                HeldDoubt::Unsaid,
                self.columns.heading(column),
                (row, column),
            ),
            None => RowState::Held,
        }
    }

    /// Whether nothing on a row was written by a person.
    pub(super) fn is_unwritten(&self, row: usize) -> bool {
        // Figures of months may all be formulas.
        if self.task.mapping.layout != Layout::Log {
            return false;
        }
        let when = &self.when;
        let sheet = self.task.sheet;
        let filled = || self.own(row).filter(|(_, cell)| **cell != Cell::Empty);
        let is_formula = |column: usize| sheet.formulas.contains(&(row, column));
        let box_not_ticked = |cell: &Cell| match cell {
            Cell::Bool(false) => true,
            Cell::Text(text) => matches!(
                value::plain(text).as_str(),
                "☐" | "falskt" | "false" | "□" | "[ ]"
            ),
            _ => false,
        };
        let empty = |cell: &Cell| match cell {
            Cell::Number(number) => *number == 0.0,
            Cell::Date { serial, day, .. } => {
                day.is_none() && serial.is_none_or(|serial| serial < 1.0)
            }
            Cell::Time(time) => *time == chrono::NaiveTime::MIN,
            Cell::Error(_) | Cell::Empty => true,
            // As a text file has them.
            Cell::Text(text)
                if matches!(
                    text.as_str(),
                    "0" | "0,0" | "0,00" | "0.0" | "0:00" | "00:00"
                ) =>
            {
                true
            }
            cell => box_not_ticked(cell),
        };
        let says_when = when
            .iter()
            .any(|column| *sheet.cell(row, *column) != Cell::Empty && !is_formula(*column));
        // Where the format has no formulas: the same row repeated, without the day that others have.
        let columns = &self.task.mapping.columns;
        let day = columns
            .get("date")
            .and_then(|asked| self.table.columns.get(asked))
            .copied();
        let undated = match day {
            Some(day) => *sheet.cell(row, day) == Cell::Empty && self.has_written(day),
            None => !says_when,
        };
        let nothing = filled().all(|(column, cell)| when.contains(&column) || empty(cell));
        if undated && nothing && self.is_filled_down(row) {
            return true;
        }
        // On a day or in a week filled in beforehand: only boxes and empty results of formulas.
        if says_when {
            let mut others = filled()
                .filter(|(column, _)| !when.contains(column))
                .peekable();
            let any = others.peek().is_some();
            return any
                && others.all(|(column, cell)| {
                    let is_error = matches!(cell, Cell::Error(_)) && self.has_written(column);
                    box_not_ticked(cell) || (is_formula(column) && empty(cell) && !is_error)
                })
                && !self.always_blank(when);
        }
        let machine = |(column, cell): (usize, &Cell)| is_formula(column) || box_not_ticked(cell);
        let dates_are_written = when.iter().any(|column| self.has_written(*column));
        dates_are_written && filled().all(machine)
    }

    /// Whether a person has written in a column.
    fn has_written(&self, column: usize) -> bool {
        let sheet = self.task.sheet;
        (self.table.last + 1..sheet.rows.len()).any(|row| {
            let cell = sheet.cell(row, column);
            !matches!(cell, Cell::Empty | Cell::Bool(false))
                && !sheet.formulas.contains(&(row, column))
        })
    }

    /// Whether no row has anything but boxes and formulas besides its date: then they are the data of the sheet.
    fn always_blank(&self, when: &[usize]) -> bool {
        (self.table.left..=self.table.right)
            .filter(|column| !when.contains(column))
            .all(|column| !self.has_written(column))
    }

    /// Whether the row above or below is the same, and the one next to that.
    fn is_filled_down(&self, row: usize) -> bool {
        let same = |other: usize| {
            other > self.table.last
                && self
                    .own(row)
                    .map(|(_, cell)| cell)
                    .eq(self.own(other).map(|(_, cell)| cell))
        };
        let above = (1..3)
            .take_while(|step| row.checked_sub(*step).is_some_and(same))
            .count();
        let below = (1..3).take_while(|step| same(row + step)).count();
        above + below >= 2
    }
}
