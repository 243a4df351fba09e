//! Where a table ends because another begins below it.

use super::cells::WHEN;
use super::result::MappingResult;
use super::table::{TableRows, says};
use crate::gather::cell::Cell;
use crate::gather::header;
use crate::gather::heading::{self, Fit};
use crate::gather::value::{self, Parsed};
use crate::model::finding::{FindingKind, RepeatedAt};

impl TableRows<'_> {
    /// Whether another table begins at a row: after an empty row, or after the title below one, a row of words alone
    /// that are headings of other columns than this table's.
    pub(super) fn begins_another(&self, row: usize) -> bool {
        let sheet = self.task.sheet;
        let blank = |row: usize| header::is_blank(sheet, row);
        let titled = || row >= 2 && blank(row - 2) && self.is_lone_text(row - 1);
        if row == self.table.last + 1 || !(blank(row - 1) || titled()) || self.repeats_header(row) {
            return false;
        }
        let filled: Vec<&Cell> = sheet.filled(row).map(|(_, cell)| cell).collect();
        let wordy = |cell: &&Cell| matches!(cell, Cell::Text(text) if !text.chars().any(|letter| letter.is_ascii_digit()));
        if filled.len() < 2
            || !filled.iter().all(wordy)
            || filled.iter().any(|cell| says(cell, value::is_total_label))
            || self.dates().next().is_none()
        {
            return false;
        }
        self.heads_dates(row)
            || (!self.says_date(row)
                && !blank(row + 1)
                && !self.says_date(row + 1)
                && !self.goes_on_below(row))
    }

    /// Adds a finding about a row with all the headings of this table in other columns: its rows are not read.
    pub(super) fn warn_of_second_table(&self, row: usize, result: &mut MappingResult) {
        let cells = self
            .task
            .sheet
            .rows
            .get(row)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let fits = |asked: &str, cell: &Cell| matches!(cell, Cell::Text(text) if matches!(heading::fit(asked, text), Some(Fit::Same | Fit::Nearly)));
        let mut asked = self.table.columns.keys();
        // Under its own day and one more heading, what else they are called may be a slip.
        let is_date = |column: usize| self.dates().any(|(_, date)| date == column);
        let continues = self.heads_dates(row)
            && self.table.columns.iter().any(|(asked, column)| {
                !is_date(*column) && fits(&asked.heading, self.task.sheet.cell(row, *column))
            });
        let all = asked.all(|asked| cells.iter().any(|cell| fits(&asked.heading, cell)));
        if all || continues {
            let at = cells
                .iter()
                .position(|cell| *cell != Cell::Empty)
                .unwrap_or(self.table.left);
            result.damaged = true;
            let kind = FindingKind::RepeatedHeading {
                at: RepeatedAt::Below,
            };
            result.findings.push(self.task.finding(kind, (row, at)));
        }
    }

    /// The date columns, by field.
    fn dates(&self) -> impl Iterator<Item = (&'static str, usize)> + '_ {
        let columns = &self.task.mapping.columns;
        WHEN.into_iter()
            .filter_map(|name| Some((name, *self.table.columns.get(columns.get(name)?)?)))
    }

    fn says_date(&self, row: usize) -> bool {
        self.dates().any(|(name, column)| {
            let cell = self.task.sheet.cell(row, column);
            match name {
                "date" => matches!(value::date(cell, Some(2000)), Parsed::Is(_)),
                "week" => matches!(value::week(cell, Some(2000)), Parsed::Is(_)),
                "month" => matches!(value::month(cell, Some(2000)), Parsed::Is(_)),
                _ => value::year(cell).is_some(),
            }
        })
    }

    /// Whether a date heading is repeated over its own column.
    fn heads_dates(&self, row: usize) -> bool {
        self.dates().any(|(_, column)| {
            let Cell::Text(text) = self.task.sheet.cell(row, column) else {
                return false;
            };
            self.table
                .columns
                .iter()
                .any(|(asked, at)| *at == column && heading::fit(&asked.heading, text).is_some())
        })
    }

    /// Whether a day follows below a row, under the same header: rows without a day are then no other table.
    fn goes_on_below(&self, row: usize) -> bool {
        let dated_below = self.dated_below.get_or_init(|| {
            let mut below = vec![false; self.task.sheet.rows.len()];
            let mut dated = false;
            for (row, known) in below.iter_mut().enumerate().skip(self.table.last + 1).rev() {
                *known = dated;
                dated = (dated || self.says_date(row)) && !self.heads_dates(row);
            }
            below
        });
        dated_below.get(row).copied().unwrap_or(false)
    }

    fn is_lone_text(&self, row: usize) -> bool {
        matches!(self.task.sheet.alone(row), Some((_, Cell::Text(_))))
    }
}
