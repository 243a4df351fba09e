//! Parts of a sheet about another year, and repeated headers.

use super::periods;
use super::table::TableRows;
use super::when::{SheetYear, year_of_rows};
use crate::gather::cell::Cell;
use crate::gather::{header, heading, value};
use crate::model::agreement::Layout;
use crate::model::finding::YearSource;

impl TableRows<'_> {
    /// Whether a row is a repeated header: of the same headings, or of months.
    pub(super) fn heads(&self, row: usize) -> bool {
        let is_months = self.task.mapping.layout == Layout::Months;
        let months = || is_months && periods::is_header(self.task.sheet, row);
        self.repeats_header(row) || months()
    }

    /// Whether a row holds the sub-headings of a header of months: «Mål | Utfall».
    pub(super) fn sub_heads(&self, row: usize) -> bool {
        match self.task.mapping.layout {
            Layout::Months => periods::is_sub_heading(self.task.sheet, row),
            Layout::Log => self.tells_how_to_write(row),
            _ => false,
        }
    }

    /// Whether a row says under the headings how they are to be written: «åååå-mm-dd», «var», «st».
    fn tells_how_to_write(&self, row: usize) -> bool {
        let is_form = |text: &str| {
            let is_of_form = |sign: char| "åydmtho-/.: ".contains(sign);
            text.chars().filter(|sign| sign.is_alphabetic()).count() >= 4
                && text.chars().all(is_of_form)
                && text.contains(['å', 'y'])
        };
        let (mut forms, mut others) = (0, 0);
        for (_, cell) in self.own(row).filter(|(_, cell)| **cell != Cell::Empty) {
            let Cell::Text(text) = cell else {
                return false;
            };
            let lower = text.trim().to_lowercase();
            let is_hint = |sign: char| sign.is_lowercase() || " .-/()".contains(sign);
            if is_form(&lower) {
                forms += 1;
            } else if text.trim().chars().all(is_hint) && lower.chars().count() <= 12 {
                others += 1;
            } else {
                return false;
            }
        }
        forms > 0 && others > 0
    }

    /// The year that is alone on a row, over the rows below: «2023», «År 2023».
    pub(super) fn lone_year(&self, row: usize) -> Option<i32> {
        let (column, cell) = self.task.sheet.alone(row)?;
        if self.task.mapping.layout != Layout::Log {
            return None;
        }
        let cells = self.cells(row);
        let amounts = ["value", "hours", "minutes"]
            .into_iter()
            .filter_map(|name| cells.field(name));
        let counted = cells
            .counted()
            .into_iter()
            .chain(amounts)
            .any(|mapped| mapped.at.1 == column);
        if counted {
            return None;
        }
        let text = value::plain(&value::text(cell));
        let bare = text.trim_start_matches("år ").trim_end_matches(':');
        (bare.len() == 4).then(|| value::year_in(bare)).flatten()
    }

    /// The year of the part of the sheet that begins on a row, if one does: a year alone, or a repeated header below
    /// a title that names a year.
    pub(super) fn begins_section(&mut self, row: usize) -> bool {
        if let Some(year) = self.lone_year(row) {
            self.later_years.insert(
                row,
                SheetYear {
                    year: Some(year),
                    from: YearSource::Title,
                    ..self.year
                },
            );
            return true;
        }
        if !self.heads(row) {
            return false;
        }
        let sheet = self.task.sheet;
        // The title is close above, with at most one empty row between.
        let below = row - usize::from(header::is_blank(sheet, row - 1));
        let above = (self.table.last + 1..below)
            .rev()
            .take_while(|row| sheet.alone(*row).is_some())
            .last()
            .unwrap_or(below);
        let titled = year_of_rows(sheet, above..below);
        if let Some(year) = titled {
            self.later_years.insert(
                row,
                SheetYear {
                    year,
                    from: YearSource::Title,
                    ..self.year
                },
            );
        }
        titled.is_some()
            || (self.task.mapping.layout == Layout::Months && periods::names_years(sheet, row))
    }

    /// The same headings once more, further down: the table continues below.
    pub(super) fn repeats_header(&self, row: usize) -> bool {
        let mut columns = self.table.columns.iter();
        if self.table.columns.is_empty() {
            return false;
        }
        if columns.clone().any(|(_, column)| {
            matches!(
                self.task.sheet.cell(row, *column),
                Cell::Empty | Cell::Date { .. }
            )
        }) {
            return false;
        }
        columns.all(|(asked, column)| {
            let text = value::text(self.task.sheet.cell(row, *column));
            heading::fit(&asked.heading, &text).is_some()
        })
    }
}
