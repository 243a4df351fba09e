//! A cell, a sheet and a workbook as read, the same for every format.

use std::ops::RangeInclusive;

use chrono::{NaiveDate, NaiveTime};

/// The years a date may lie in; what is outside is a slip, or a plain number dressed as a date.
pub const YEARS: RangeInclusive<i32> = 1990..=2100;

/// What stands in one cell. Texts have had their identity numbers masked and their odd blanks, line breaks and NULs folded.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Words; never empty after trimming.
    Text(String),
    /// A number.
    Number(f64),
    /// TRUE or FALSE.
    Bool(bool),
    /// A number shown as a date, perhaps with a time of day. `serial` is the number itself, since a count may be dressed
    /// as a date.
    Date {
        /// The day, if it lies in [`YEARS`].
        day: Option<NaiveDate>,
        /// The time of day, where it has one.
        time: Option<NaiveTime>,
        /// The serial number; none where the format keeps dates as text (ods).
        serial: Option<f64>,
    },
    /// A time of day, or a length of time in hours and minutes.
    Time(NaiveTime),
    /// An error, as its spreadsheet writes it (`#N/A`, `#SAKNAS!`).
    Error(String),
    /// A formula that was never calculated.
    Uncalculated,
}

/// One sheet: its cells by row and column, both from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name, masked.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// Row by row; rows may differ in length, cells past the end are empty.
    pub rows: Vec<Vec<Cell>>,
    /// Merged ranges: (first row, first column, last row, last column), from 0. Empty where the format lists none.
    pub merged: Vec<(usize, usize, usize, usize)>,
}

impl Sheet {
    /// The cell at a row and column from 0.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        static EMPTY: Cell = Cell::Empty;
        self.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or(&EMPTY)
    }
}

/// One workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workbook {
    /// Its worksheets (no chart or macro sheets), in order.
    pub sheets: Vec<Sheet>,
}

/// The name of a cell, `E5`, from its row and column from 0.
pub fn cell_name(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect::<String>() + &(row + 1).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_the_names_that_spreadsheets_give_them() {
        let facts = [(0, 0, "A1"), (4, 4, "E5"), (9, 25, "Z10"), (0, 26, "AA1"), (1_048_575, 16_383, "XFD1048576")];
        for (row, column, name) in facts {
            assert_eq!(cell_name(row, column), name);
        }
    }

    #[test]
    fn what_lies_outside_a_sheet_is_empty() {
        let sheet = Sheet { rows: vec![vec![], vec![Cell::Number(1.0)]], ..Sheet::default() };
        assert_eq!(sheet.cell(1, 0), &Cell::Number(1.0));
        for (row, column) in [(0, 0), (1, 1), (usize::MAX, usize::MAX)] {
            assert_eq!(sheet.cell(row, column), &Cell::Empty);
        }
    }
}
