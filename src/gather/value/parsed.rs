//! What a cell says, asked for as something: told apart from a blank, a gap and an error.

use super::plain::is_gap;
use super::text::text;
use crate::gather::cell::Cell;
use crate::model::quantity::Quantity;
use crate::model::span::DateSpan;
use std::borrow::Cow;

/// What a cell says, asked for as something.
#[derive(Clone, Debug, PartialEq)]
pub enum Parsed<T> {
    /// The cell is empty.
    Blank,
    /// A sign for «nothing to tell»: `-`, `–`, `--`, `.`, `…`. Not a zero.
    Gap,
    /// `..`: a number that its writer knows and does not tell.
    Withheld,
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
    pub(super) fn of(quantity: Quantity) -> Number {
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
    pub(crate) assumed_year: bool,
}

/// Reads a cell, once blanks, gaps, errors and uncalculated formulas are set aside.
pub(super) fn parsed<T>(cell: &Cell, read: impl FnOnce(&Cell) -> Option<T>) -> Parsed<T> {
    match cell {
        Cell::Empty => Parsed::Blank,
        Cell::Error(error) => Parsed::Error(error.clone()),
        Cell::Uncalculated => Parsed::Uncalculated,
        Cell::Text(words) if words.trim().is_empty() => Parsed::Blank,
        Cell::Text(words) if is_gap(words) => Parsed::Gap,
        _ => read(&without_date_format(cell)).map_or_else(|| Parsed::Not(text(cell)), Parsed::Is),
    }
}

/// The serial number under which a «date» is a plain number dressed as one by a foreign format: 1927-05-18.
pub(super) const SMALLEST_DATE: f64 = 10_000.0;

/// A week 13 or a count of 24 that is shown as 1900-01-13 or 1900-01-24 is that number.
pub(super) fn without_date_format(cell: &Cell) -> Cow<'_, Cell> {
    match cell {
        Cell::Date {
            day: None,
            serial: Some(serial),
            ..
        } if *serial < SMALLEST_DATE && serial.fract() == 0.0 => Cow::Owned(Cell::Number(*serial)),
        _ => Cow::Borrowed(cell),
    }
}
