//! A cell, a sheet and a workbook as read, the same for every format.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::{NaiveDate, NaiveTime};

pub use crate::model::cell_name::cell_name;
pub(crate) use crate::model::cell_name::column_name;

/// The years a date may lie in. Anything else is a typing error, or a plain number with a date format.
pub(crate) const YEARS: RangeInclusive<i32> = 1990..=2100;

/// The content of one cell. In texts, identity numbers are masked and odd blanks, line breaks and NULs are
/// normalised.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    #[default]
    Empty,
    /// Never empty after trimming.
    Text(String),
    Number(f64),
    Bool(bool),
    /// A number with a date format, perhaps with a time of day. `serial` is the number itself, since it may be a
    /// count with a date format.
    Date {
        /// The day, if it lies in `YEARS`.
        day: Option<NaiveDate>,
        time: Option<NaiveTime>,
        /// None where the format keeps dates as text (ods).
        serial: Option<f64>,
    },
    /// A time of day, or a duration in hours and minutes.
    Time(NaiveTime),
    /// An error, as its spreadsheet writes it (`#N/A`, `#SAKNAS!`).
    Error(String),
    /// A formula that was never calculated.
    Uncalculated,
}

/// One sheet: its cells by row and column, both from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Masked.
    pub name: String,
    pub hidden: bool,
    /// Rows may differ in length; cells past the end are empty.
    pub rows: Vec<Vec<Cell>>,
    /// Merged ranges: (first row, first column, last row, last column), from 0. Empty where the format lists none.
    pub merged: Vec<(usize, usize, usize, usize)>,
    /// Empty where the format does not say (xls, text).
    pub hidden_ranges: HiddenRanges,
    /// Cells, blank or not, filled with a colour that may have a meaning.
    pub colours: BTreeMap<(usize, usize), Colour>,
    /// Cells that are struck through (.xlsx and .ods only).
    pub struck: BTreeSet<(usize, usize)>,
    /// Cells that show their numbers in per cent, which are a hundredth of what is shown (.xlsx only).
    pub per_cent: BTreeSet<(usize, usize)>,
    /// Cells that hold formulas, where the format says so.
    pub formulas: BTreeSet<(usize, usize)>,
    /// Whether `colours` is complete: colours of .xls and .xlsb are not read.
    pub colours_known: bool,
}

/// Rows and columns that are hidden, by hand or by a filter, as first and last from 0. They are still read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HiddenRanges {
    pub rows: Vec<(usize, usize)>,
    pub columns: Vec<(usize, usize)>,
    pub(crate) filtered: bool,
}

/// A fill used as a status. Other colours are decoration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Colour {
    /// Usually: done.
    Green,
    /// Usually: in progress.
    Yellow,
    /// Usually: not done.
    Red,
}

impl Colour {
    /// The colour of an RGB value by its hue, unless it is pale, grey or dark. Includes the pale green, yellow and
    /// red that Excel offers for good, neutral and bad. Orange is ambiguous and gives none.
    pub fn of(red: u8, green: u8, blue: u8) -> Option<Colour> {
        let (red, green, blue) = (i32::from(red), i32::from(green), i32::from(blue));
        let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
        let spread = most - least;
        if most < 90 || spread * 100 < most * 14 {
            return None;
        }
        let sixth = |from: i32, to: i32| 60 * (from - to) / spread;
        let hue = match most {
            _ if most == red => sixth(green, blue).rem_euclid(360),
            _ if most == green => 120 + sixth(blue, red),
            _ => 240 + sixth(red, green),
        };
        match hue {
            0..=18 | 340..=359 => Some(Colour::Red),
            40..=68 => Some(Colour::Yellow),
            75..=170 => Some(Colour::Green),
            _ => None,
        }
    }
}

impl Sheet {
    /// The cell at a row and column from 0.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        static EMPTY: Cell = Cell::Empty;
        self.rows
            .get(row)
            .and_then(|cells| cells.get(column))
            .unwrap_or(&EMPTY)
    }

    /// The cells of a row that are not empty, with their columns from 0.
    pub(crate) fn filled(
        &self,
        row: usize,
    ) -> impl DoubleEndedIterator<Item = (usize, &Cell)> + Clone {
        let cells = self.rows.get(row).map(Vec::as_slice).unwrap_or_default();
        let cells = cells.iter().enumerate();
        cells.filter(|(_, cell)| **cell != Cell::Empty)
    }

    /// The cell that stands alone on a row, with its column.
    pub(crate) fn alone(&self, row: usize) -> Option<(usize, &Cell)> {
        let mut filled = self.filled(row);
        filled.next().filter(|_| filled.next().is_none())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workbook {
    /// Its worksheets (no chart or macro sheets), in order.
    pub sheets: Vec<Sheet>,
}

/// The row and column from 0 of a cell's name.
pub(crate) fn place_of(name: &str) -> Option<(usize, usize)> {
    let letters = name.bytes().take_while(u8::is_ascii_uppercase).count();
    let (column, row) = name.split_at_checked(letters)?;
    let row = row.parse::<usize>().ok()?.checked_sub(1)?;
    let number = column.bytes().try_fold(0_usize, |number, letter| {
        number
            .checked_mul(26)?
            .checked_add(usize::from(letter - b'A') + 1)
    })?;
    Some((row, number.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_the_names_that_spreadsheets_give_them() {
        let facts = [
            (0, 0, "A1"),
            (4, 4, "E5"),
            (9, 25, "Z10"),
            (0, 26, "AA1"),
            (1_048_575, 16_383, "XFD1048576"),
        ];
        for (row, column, name) in facts {
            assert_eq!(cell_name(row, column), name);
            assert_eq!(place_of(name), Some((row, column)));
        }
    }

    #[test]
    fn fills_that_may_mean_something() {
        use Colour::{Green, Red, Yellow};
        for (rgb, expected) in [
            // Excel's standard colours, and its styles good, neutral, bad.
            ([0x00, 0xB0, 0x50], Some(Green)),
            ([0x92, 0xD0, 0x50], Some(Green)),
            ([0xC6, 0xEF, 0xCE], Some(Green)),
            ([0xFF, 0xFF, 0x00], Some(Yellow)),
            ([0xFF, 0xEB, 0x9C], Some(Yellow)),
            ([0xFF, 0xC0, 0x00], Some(Yellow)),
            ([0xFF, 0x00, 0x00], Some(Red)),
            ([0xC0, 0x00, 0x00], Some(Red)),
            ([0xFF, 0xC7, 0xCE], Some(Red)),
            // Orange, blue, grey, white, black, and the palest green of striped tables.
            ([0xED, 0x7D, 0x31], None),
            ([0x00, 0x70, 0xC0], None),
            ([0xD9, 0xD9, 0xD9], None),
            ([0xFF, 0xFF, 0xFF], None),
            ([0x00, 0x00, 0x00], None),
            ([0xE2, 0xEF, 0xDA], None),
        ] {
            assert_eq!(Colour::of(rgb[0], rgb[1], rgb[2]), expected, "{rgb:X?}");
        }
    }

    #[test]
    fn what_lies_outside_a_sheet_is_empty() {
        let sheet = Sheet {
            rows: vec![vec![], vec![Cell::Number(1.0)]],
            ..Sheet::default()
        };
        assert_eq!(sheet.cell(1, 0), &Cell::Number(1.0));
        for (row, column) in [(0, 0), (1, 1), (usize::MAX, usize::MAX)] {
            assert_eq!(sheet.cell(row, column), &Cell::Empty);
        }
    }
}
