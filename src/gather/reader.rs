//! Bytes → a workbook of any format: the only module that uses the spreadsheet library.
//!
//! The format is decided by content, never by name. Cells are masked and normalised. Errors and panics of the library
//! are a [`Fault`]; against excessive memory use the caller reads in a process of its own.

mod cell_format;
mod convert;
mod encoding;
mod fault;
mod fields;
mod format;
mod formats;
mod formatting;
mod grid;
mod repair;
mod text;

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::cell::{Cell, Sheet, Workbook, cell_name};
use crate::privacy::{MASK, Piece, identity_number, mask, masked_pieces};
pub use fault::Fault;
use format::FileFormat;
pub(crate) use text::is_table;

#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// Masked.
    pub workbook: Workbook,
    /// Sheet and cell of everything masked. The cell is empty where the sheet's name held an identity number.
    pub masked: Vec<(String, String)>,
    /// When the workbook was last saved, according to itself, without time zone. Copying a file, a zip file or a
    /// network share changes the file's modification time, but not this.
    pub saved: Option<NaiveDateTime>,
}

/// Reads a workbook and masks every identity number in it. A text file has one sheet, named after the file (`shown`).
///
/// # Errors
/// [`Fault`] if the bytes are no workbook, or one that cannot be read.
pub fn read(bytes: &[u8], shown: &str) -> Result<Read, Fault> {
    let (sheets, saved) = sheets_and_saved(bytes, shown)?;
    Ok(Read {
        saved,
        ..masked(sheets)
    })
}

/// The sheets with every identity number as it is written, for the agreement's own workbook, which is masked as it is loaded.
///
/// # Errors
/// As [`read`].
pub(crate) fn unmasked(bytes: &[u8], shown: &str) -> Result<Vec<Sheet>, Fault> {
    sheets_and_saved(bytes, shown).map(|(sheets, _)| sheets)
}

/// The sheets, not yet masked, and when the workbook was last saved.
fn sheets_and_saved(
    bytes: &[u8],
    shown: &str,
) -> Result<(Vec<Sheet>, Option<NaiveDateTime>), Fault> {
    let format = FileFormat::of(bytes)?;
    // The library may panic on a damaged file. No state of it is used after the panic.
    let reading = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        formats::read(bytes, format, shown)
    }));
    match reading {
        Ok(Err(Fault::Unreadable(why))) => Err(Fault::Unreadable(mask(&why).unwrap_or(why))),
        Ok(read) => read,
        Err(_) => Err(Fault::Unreadable("the reader gave up".to_owned())),
    }
}

/// The sheets with names and cells masked.
fn masked(mut sheets: Vec<Sheet>) -> Read {
    let mut masked = Vec::new();
    for sheet in &mut sheets {
        if let Some(name) = mask(&sheet.name) {
            sheet.name = name;
            masked.push((sheet.name.clone(), String::new()));
        }
        for (row, cells) in sheet.rows.iter_mut().enumerate() {
            let mut hide = |column: usize, cell: &mut Cell, text: String| {
                *cell = Cell::Text(text);
                masked.push((sheet.name.clone(), cell_name(row, column)));
            };
            for (column, cell) in cells.iter_mut().enumerate() {
                if let Some(text) = masked_text(cell) {
                    hide(column, cell, text);
                }
            }
            for (first, last) in split_numbers(cells) {
                let pieces = cells.iter_mut().enumerate().take(last + 1).skip(first);
                pieces.for_each(|(column, cell)| hide(column, cell, MASK.to_owned()));
            }
        }
    }
    Read {
        workbook: Workbook { sheets },
        masked,
        saved: None,
    }
}

/// The replacement of a cell that holds an identity number. A masked number becomes a text.
fn masked_text(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Text(text) | Cell::Error(text) => mask(text),
        Cell::Number(number)
        | Cell::Date {
            serial: Some(number),
            ..
        } => identity_number(*number),
        _ => None,
    }
}

/// The cells of a row over which an identity number is split: the first and the last of each.
fn split_numbers(cells: &[Cell]) -> Vec<(usize, usize)> {
    if !may_be_split(cells) {
        return Vec::new();
    }
    let pieces: Vec<Piece> = cells.iter().map(piece).collect();
    masked_pieces(&pieces)
}

/// False only where no cell that may begin an identity number has one beside it that may go on with it: so are nearly all rows,
/// and there are many.
fn may_be_split(cells: &[Cell]) -> bool {
    let letters = |text: &str| text.chars().filter(|sign| sign.is_alphabetic()).count();
    let is_short = |text: &str| text.len() <= 16;
    let mut begun = false;
    for cell in cells {
        let (begins, goes_on) = match cell {
            Cell::Empty => continue,
            Cell::Text(text) if !text.chars().any(char::is_alphanumeric) => continue,
            Cell::Text(text) => {
                let digits = text.bytes().any(|byte| byte.is_ascii_digit());
                let few = is_short(text) && letters(text) <= 3;
                (few && digits, few)
            }
            Cell::Number(number) => (*number > 10_000.0, (100.0..10_000.0).contains(number)),
            Cell::Date { .. } => (true, false),
            _ => (false, false),
        };
        if begun && goes_on {
            return true;
        }
        begun = begins;
    }
    false
}

fn piece(cell: &Cell) -> Piece {
    match cell {
        Cell::Empty => Piece::Between,
        Cell::Text(text) if !text.chars().any(char::is_alphanumeric) => Piece::Between,
        Cell::Text(text) => Piece::Text(text.clone()),
        Cell::Number(number) if number.fract() == 0.0 && (0.0..1e9).contains(number) => {
            Piece::Number(*number as u64)
        }
        Cell::Date { day: Some(day), .. } => Piece::Day(day.to_string()),
        // A day before those that partners report about, as spreadsheets number days.
        Cell::Date {
            serial: Some(serial),
            ..
        } => day_of(*serial).map_or(Piece::Other, |day| Piece::Day(day.to_string())),
        _ => Piece::Other,
    }
}

fn day_of(serial: f64) -> Option<NaiveDate> {
    let days = (1.0..100_000.0)
        .contains(&serial)
        .then_some(serial as u64)?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests;
