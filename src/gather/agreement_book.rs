//! The workbook that an agreement is: its cells as they are written. They are not masked here, since files are found by
//! what is written in patterns; whoever loads the agreement masks it.

use std::path::Path;

use super::cell::{Cell, Sheet};
use super::extract::{closed, limit_exceeded, refused};
use super::reader;
use crate::model::book::{BookCell, BookSheet};
use crate::model::finding::{ExceededLimit, Finding};
use crate::privacy::without_identity_numbers;

/// More bytes or filled cells than this no agreement has.
const MOST_BYTES: u64 = 20_000_000;
const MOST_CELLS: usize = 200_000;

/// The sheets of an agreement's workbook.
///
/// # Errors
/// A finding that says why it cannot be read.
pub(crate) fn read(shown: &str, path: &Path) -> Result<Vec<BookSheet>, Finding> {
    let about = std::fs::metadata(path).map_err(|fault| closed(shown, &fault))?;
    if !about.is_file() || about.len() > MOST_BYTES {
        return Err(limit_exceeded(shown, ExceededLimit::Size));
    }
    let bytes = std::fs::read(path).map_err(|fault| closed(shown, &fault))?;
    let sheets = reader::unmasked(&bytes, shown).map_err(|fault| refused(shown, fault))?;
    let filled = sheets.iter().flat_map(|sheet| sheet.rows.iter().flatten());
    if filled.filter(|cell| **cell != Cell::Empty).count() > MOST_CELLS {
        return Err(limit_exceeded(shown, ExceededLimit::Size));
    }
    Ok(sheets.iter().map(book_sheet).collect())
}

fn book_sheet(sheet: &Sheet) -> BookSheet {
    let rows = sheet.rows.iter().enumerate().map(|(row, cells)| {
        let cells = cells.iter().enumerate();
        let mut cells: Vec<BookCell> = cells
            .map(|(column, cell)| book_cell(cell, sheet.per_cent.contains(&(row, column))))
            .collect();
        let filled = cells.iter().rposition(|cell| *cell != BookCell::Blank);
        cells.truncate(filled.map_or(0, |last| last + 1));
        cells
    });
    let mut rows: Vec<Vec<BookCell>> = rows.collect();
    let filled = rows.iter().rposition(|cells| !cells.is_empty());
    rows.truncate(filled.map_or(0, |last| last + 1));
    BookSheet {
        name: without_identity_numbers(sheet.name.clone()),
        rows,
    }
}

fn book_cell(cell: &Cell, is_per_cent: bool) -> BookCell {
    match cell {
        Cell::Empty => BookCell::Blank,
        Cell::Text(text) | Cell::Error(text) => BookCell::Text(text.clone()),
        Cell::Number(number) if is_per_cent => BookCell::PerCent(number * 100.0),
        Cell::Number(number) => BookCell::Number(*number),
        Cell::Bool(truth) => BookCell::Truth(*truth),
        Cell::Date { day: Some(day), .. } => BookCell::Day(*day),
        Cell::Date { serial, .. } => serial.map_or(BookCell::Blank, BookCell::Number),
        Cell::Time(time) => BookCell::Text(time.format("%H.%M").to_string()),
        // It has no value; an agreement has no formulas, so that it is told as a text that means nothing.
        Cell::Uncalculated => BookCell::Text("=?".to_owned()),
    }
}
