//! Statistics with a row a municipality and years as columns. A year may have several columns, a number and a rate: then the mapping's
//! `value` is the heading of the right one, below the years or above them.

use super::classify::classified;
use super::headings::{chosen_heading, headings};
use super::indicator;
use super::result::MappingResult;
use super::table::RowKind;
use super::task::SheetTask;
use super::time_table::table;
use crate::gather::cell::{Cell, Sheet};
use crate::gather::heading;
use crate::gather::value::{self, Parsed};
use crate::model::finding::FindingKind;
use crate::model::span::DateSpan;

/// How many rows from the top are searched for them.
const HEADER_ROWS: usize = 40;

/// The headings that are years.
pub(crate) struct YearColumns {
    pub(crate) row: usize,
    /// The row of what each column of a year is, where it is told below.
    below: Option<usize>,
    /// Each column with its year.
    columns: Vec<(usize, DateSpan)>,
}

impl YearColumns {
    /// The first row with two years or more.
    pub(crate) fn find(sheet: &Sheet) -> Option<YearColumns> {
        let years = |cells: &Vec<Cell>| -> Vec<(usize, DateSpan)> {
            let year = |cell: &Cell| DateSpan::year(value::bare_year(cell)?);
            let found = cells.iter().enumerate();
            found
                .filter_map(|(column, cell)| Some((column, year(cell)?)))
                .collect()
        };
        let mut rows = sheet.rows.iter().take(HEADER_ROWS).map(years).enumerate();
        let (row, first) = rows.find(|(_, years)| years.len() >= 2)?;
        let is_word = |column: usize| matches!(sheet.cell(row + 1, column), Cell::Text(_));
        // What each column is stands below its year, or every cell there is a value.
        let below = first
            .iter()
            .all(|(column, _)| is_word(*column) && says_what(sheet, row + 1, *column))
            .then_some(row + 1);
        let mut columns = Vec::new();
        for (column, year) in first {
            let is_free = |at: &usize| *sheet.cell(row, *at) == Cell::Empty && is_word(*at);
            let more = (column + 1..).take_while(|at| below.is_some() && is_free(at));
            columns.extend(
                std::iter::once(column)
                    .chain(more)
                    .map(|column| (column, year)),
            );
        }
        Some(YearColumns {
            row,
            below,
            columns,
        })
    }

    /// What a column is said to be: below its year, or by the heading that spans it above.
    fn name(&self, sheet: &Sheet, column: usize) -> Option<String> {
        if let Some(below) = self.below {
            return Some(value::text(sheet.cell(below, column)));
        }
        let above = (self.row.saturating_sub(2)..self.row).rev();
        above
            .map(|above| heading::group(sheet, above, column))
            .find(|group| !group.is_empty())
    }

    /// The columns of the values, each with its year; or what there is to tell.
    fn of_value(
        &self,
        sheet: &Sheet,
        asked: Option<&str>,
    ) -> Result<Vec<(usize, DateSpan)>, FindingKind> {
        let named = |column: usize| self.name(sheet, column);
        if let Some(asked) = asked {
            let is_asked = |column: usize| {
                named(column).is_some_and(|name| heading::fit(asked, &name).is_some())
            };
            let all = self.columns.iter().copied();
            let chosen: Vec<_> = all.filter(|(column, _)| is_asked(*column)).collect();
            if chosen.is_empty() {
                return Err(FindingKind::MissingHeading {
                    heading: asked.to_owned(),
                    nearest: self.columns.iter().find_map(|(column, _)| named(*column)),
                });
            }
            return Ok(chosen);
        }
        let of_year = |year: DateSpan| self.columns.iter().filter(move |(_, other)| *other == year);
        // Which of a year's columns is meant nobody has said.
        let twice = self
            .columns
            .iter()
            .find(|(_, year)| of_year(*year).count() > 1);
        let Some((column, year)) = twice else {
            return Ok(self.columns.clone());
        };
        let names: Vec<String> = of_year(*year)
            .filter_map(|(column, _)| named(*column))
            .collect();
        Err(FindingKind::AmbiguousColumns {
            heading: value::text(sheet.cell(self.row, *column)),
            choices: Some(names.join(", ")).filter(|names| !names.is_empty()),
        })
    }
}

/// Whether a cell below a year is a heading and no value.
fn says_what(sheet: &Sheet, row: usize, column: usize) -> bool {
    matches!(
        indicator::measured(sheet.cell(row, column), false),
        Parsed::Not(_)
    )
}

/// Reads a measure.
pub(super) fn read(task: &SheetTask<'_>, id: &str, years: &YearColumns) -> MappingResult {
    let mut result = MappingResult::default();
    let asked = chosen_heading(task.mapping);
    let columns = match years.of_value(task.sheet, asked.map(|column| column.heading.as_str())) {
        Ok(columns) => columns,
        Err(kind) => {
            result.findings.push(task.sheet_finding(kind));
            result.damaged = true;
            return result;
        }
    };
    let mut table = table(task.sheet, years.row, &headings(task.mapping));
    table.last = table.last.max(years.below.unwrap_or(0));
    let Some(rows) = classified(task, table, &[], &mut result) else {
        return result;
    };
    rows.enter_dispositions(&mut result);
    for (row, kind) in &rows.kinds {
        if let RowKind::Data { .. } = kind {
            let columns = columns.iter().copied();
            let disposition = indicator::take_row(task, id, *row, columns, &mut result);
            result.dispositions.insert(*row, disposition);
        }
    }
    result
}
