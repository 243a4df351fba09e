//! What stood in a cell, read as what is asked for: a number, a date, a mark. Pure: no files, no clock.
//!
//! Missing is never zero: a blank, a gap («-»), an error and a text that cannot be read are told apart by [`Parsed`].

mod calendar;
mod date;
mod estimate;
mod label;
mod length;
mod number;
mod shown;
mod written;

pub use calendar::{YearPart, month_heading, part_heading, year, year_in, years_in};
pub use date::{date, month, week};
pub use label::{
    begins_as_total, is_nothing_but_total, is_nothing_to_report, is_planned_or_cancelled,
    is_statistic_label, is_total_label,
};
pub use length::{exact_minutes, hours, minutes, times};
pub use number::number;
pub use shown::{field, mark, text};
pub use written::part_of_heading;

use std::borrow::Cow;

use super::cell::Cell;
use crate::model::quantity::Quantity;
use crate::model::span::DateSpan;

/// What a cell says, asked for as something.
#[derive(Clone, Debug, PartialEq)]
pub enum Parsed<T> {
    /// The cell is empty.
    Blank,
    /// A sign for «nothing to tell»: `-`, `–`, `--`, `.`, `..`, `…`. Not a zero.
    Gap,
    /// This.
    Is(T),
    /// Something else: the text as shown.
    Not(String),
    /// A spreadsheet's error, as it writes it.
    Error(String),
    /// A formula that was never calculated.
    Uncalculated,
}

impl<T> Parsed<T> {
    /// What it is, if it is what was asked for.
    pub fn is(self) -> Option<T> {
        match self {
            Parsed::Is(it) => Some(it),
            _ => None,
        }
    }
}

/// A number as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// Every value it may mean.
    pub quantity: Quantity,
    /// Whether that is more than one.
    pub approximate: bool,
    /// Whether the spreadsheet had made a date of it: «2-3» kept as 2 March.
    pub from_date: bool,
}

impl Number {
    fn of(quantity: Quantity) -> Number {
        Number {
            quantity,
            approximate: !quantity.is_exact(),
            from_date: false,
        }
    }
}

/// A date as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Every day it may be.
    pub span: DateSpan,
    /// Whether its year was taken from somewhere else than the cell.
    pub assumed_year: bool,
}

/// Reads a cell, once blanks, gaps, errors and uncalculated formulas are set aside.
fn parsed<T>(cell: &Cell, read: impl FnOnce(&Cell) -> Option<T>) -> Parsed<T> {
    match cell {
        Cell::Empty => Parsed::Blank,
        Cell::Error(error) => Parsed::Error(error.clone()),
        Cell::Uncalculated => Parsed::Uncalculated,
        Cell::Text(words) if words.trim().is_empty() => Parsed::Blank,
        Cell::Text(words) if is_gap(words) => Parsed::Gap,
        _ => read(&undressed(cell)).map_or_else(|| Parsed::Not(text(cell)), Parsed::Is),
    }
}

/// The serial number under which a «date» is a plain number dressed as one by a foreign format: 1927-05-18.
const SMALLEST_DATE: f64 = 10_000.0;

/// A week 13 or a count of 24 that is shown as 1900-01-13 or 1900-01-24 is that number.
fn undressed(cell: &Cell) -> Cow<'_, Cell> {
    match cell {
        Cell::Date {
            day: None,
            serial: Some(serial),
            ..
        } if *serial < SMALLEST_DATE && serial.fract() == 0.0 => Cow::Owned(Cell::Number(*serial)),
        _ => Cow::Borrowed(cell),
    }
}

/// Whether a text is a sign for nothing to tell, withheld, or not applicable: dashes or dots, and nothing else.
fn is_gap(text: &str) -> bool {
    let only = |signs: &[char]| {
        !text.trim().is_empty() && text.trim().chars().all(|sign| signs.contains(&sign))
    };
    only(&['-', '–', '—', '−']) || only(&['.', '…'])
}

/// The text in lower case, its blanks and line breaks single blanks, dashes of every length hyphens.
pub fn plain(text: &str) -> String {
    // Most texts are plain but for their capitals, and there are many of them.
    let bytes = text.as_bytes();
    let blank = |byte: u8| byte == b' ' || byte.is_ascii_control();
    let mut tidy = !bytes.first().is_some_and(|byte| blank(*byte))
        && !bytes.last().is_some_and(|byte| blank(*byte));
    let mut before = b'x';
    for byte in bytes {
        tidy &= *byte < 0xC2 || *byte == 0xC3;
        let doubled = *byte == b' ' && before == b' ';
        tidy &= !(byte.is_ascii_control() || doubled);
        before = *byte;
    }
    if tidy {
        return text.to_lowercase();
    }
    // Digits of full width have the place of their own in Unicode, in the same order.
    let narrow = |sign: char| match u32::from(sign) {
        wide @ 0xFF10..=0xFF19 => char::from_digit(wide - 0xFF10, 10).unwrap_or(sign),
        _ => sign,
    };
    let lower = text
        .to_lowercase()
        .chars()
        .map(narrow)
        .collect::<String>()
        .replace(['–', '—', '‐', '‑', '−'], "-");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The longest text that is looked into for a number or a date; what is longer is prose.
const LONGEST: usize = 80;

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests;
