//! What a cell holds, and how it is written.

use super::super::workbook::excel_day;
use chrono::NaiveDate;
use rust_xlsxwriter::{Formula, Url, Worksheet, XlsxError};

use super::super::plain::plain;
use super::formula::serial;
use super::style::Style;
use crate::model::quantity::Amount;

/// The longest text a cell of the format holds, in characters.
const LONGEST_TEXT: usize = 32_767;

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum TableCell {
    /// Nothing.
    Empty,
    /// Nothing, not even a cell: in columns that most of many rows have nothing in.
    Unwritten,
    /// Words: never taken for a formula, a link or a number.
    Text(String),
    /// What only formulas and machines ask for.
    Key(String),
    /// The word of a status.
    Status(String),
    Amount(Amount),
    /// A percentage: 20 is 20 %.
    Percent(Amount),
    Count(u64),
    /// A number that says which, such as a year or the number of a row.
    Ordinal(u64),
    /// A number that only formulas ask for, and that follows from nothing in the workbook.
    Code(f64),
    Day(NaiveDate),
    /// A formula, and the value it has.
    Formula(String, Value),
    /// Words that lead to a place in the workbook.
    Link {
        text: String,
        /// Whether the words are a number.
        number: Option<u64>,
        /// `'Mål'!A5:B9`.
        to: String,
    },
}

/// What a formula gives.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Amount(Amount),
    Day(NaiveDate),
    /// A number of days: a difference of days, which some programs would show as a day.
    Days(i64),
    /// A share: 0.2 is 20 %.
    Share(f64),
    /// A number that only formulas ask for.
    Number(f64),
    Status(String),
    Text(String),
}

impl TableCell {
    /// Words; an empty cell if there are none.
    pub(super) fn text(text: &str) -> TableCell {
        if text.is_empty() {
            TableCell::Empty
        } else {
            TableCell::Text(text.to_owned())
        }
    }

    /// An amount, or nothing.
    pub(crate) fn amount(amount: Option<Amount>) -> TableCell {
        amount.map_or(TableCell::Empty, TableCell::Amount)
    }

    /// A number that says which.
    pub(super) fn ordinal(number: usize) -> TableCell {
        TableCell::Ordinal(u64::try_from(number).unwrap_or(u64::MAX))
    }

    /// The text it shows; none of a number.
    pub(super) fn shown(&self) -> Option<&str> {
        match self {
            TableCell::Text(text)
            | TableCell::Status(text)
            | TableCell::Link {
                text, number: None, ..
            }
            | TableCell::Formula(_, Value::Status(text) | Value::Text(text)) => Some(text),
            _ => None,
        }
    }
}

/// The amount as a double, to the last part: a sum of 20 minutes, 20 minutes and 20 minutes is one hour here too.
pub(super) fn number(amount: Amount) -> f64 {
    amount.in_parts() as f64 / Amount::ONE.in_parts() as f64
}

/// Text that fits in a cell.
pub(super) fn cell_text(text: &str) -> String {
    plain(text).chars().take(LONGEST_TEXT).collect()
}

/// Where a link within the workbook leads: `internal:'Mål'!A5`.
fn link(location: &str) -> Url {
    Url::new(format!("internal:{location}"))
}

/// Writes a cell.
pub(super) fn write_cell(
    worksheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &TableCell,
    style: &Style,
) -> Result<(), XlsxError> {
    match cell {
        TableCell::Unwritten => worksheet,
        TableCell::Empty => worksheet.write_blank(row, column, &style.text)?,
        TableCell::Text(text) => {
            worksheet.write_string_with_format(row, column, cell_text(text), &style.text)?
        }
        TableCell::Key(text) => {
            worksheet.write_string_with_format(row, column, cell_text(text), &style.key)?
        }
        TableCell::Status(word) => {
            worksheet.write_string_with_format(row, column, cell_text(word), &style.status)?
        }
        TableCell::Amount(amount) => worksheet.write_number_with_format(
            row,
            column,
            number(*amount),
            style.amount(*amount),
        )?,
        TableCell::Percent(percent) => worksheet.write_number_with_format(
            row,
            column,
            number(*percent) / 100.0,
            &style.percent,
        )?,
        TableCell::Count(count) => {
            worksheet.write_number_with_format(row, column, *count as f64, &style.count)?
        }
        TableCell::Ordinal(which) => {
            worksheet.write_number_with_format(row, column, *which as f64, &style.ordinal)?
        }
        TableCell::Code(code) => {
            worksheet.write_number_with_format(row, column, *code, &style.ordinal)?
        }
        TableCell::Day(day) => match excel_day(*day) {
            Some(date) => worksheet.write_datetime_with_format(row, column, &date, &style.day)?,
            None => {
                worksheet.write_string_with_format(row, column, day.to_string(), &style.text)?
            }
        },
        TableCell::Formula(formula, value) => {
            // Without its result a formula shows 0 wherever nothing recalculates: in previews and on phones.
            let (result, format) = match value {
                Value::Amount(amount) => (number(*amount).to_string(), style.live(*amount)),
                Value::Day(day) => (serial(*day).to_string(), &style.day),
                Value::Days(days) => (days.to_string(), &style.count),
                Value::Share(share) => (share.to_string(), &style.percent),
                Value::Number(number) => (number.to_string(), &style.ordinal),
                Value::Status(word) => (cell_text(word), &style.status),
                Value::Text(text) => (cell_text(text), &style.text),
            };
            let formula = Formula::new(formula).set_result(result);
            worksheet.write_formula_with_format(row, column, formula, format)?
        }
        TableCell::Link { text, number, to } => {
            let shown = number.map_or_else(|| cell_text(text), |number| number.to_string());
            let format = if number.is_some() {
                &style.linked_number
            } else {
                &style.linked
            };
            worksheet.write_url_with_format(row, column, link(to).set_text(&shown), format)?;
            // A number that leads somewhere is a number all the same: it is sorted and looked up as one.
            if let Some(number) = number {
                worksheet.write_number_with_format(row, column, *number as f64, format)?;
            }
            worksheet
        }
    };
    Ok(())
}
