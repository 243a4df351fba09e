//! The formats, sheet by sheet.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::io::Cursor;

use calamine::{
    Data, DataRef, Dimensions, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError,
    Xlsx, XlsxError,
};

use super::container::Container;
use super::convert::{cell, folded, owned_cell};
use super::{Fault, MOST_CELLS, text};
use crate::gather::cell::{Cell, Sheet};

type Bytes<'a> = Cursor<&'a [u8]>;

/// The error that xlsb leaves untold: the library drops the results of formulas that failed.
const FAILED_FORMULA: &str = "#?";

/// The worksheets of a file of this format, in order, not yet masked.
pub(super) fn read(bytes: &[u8], container: Container, shown: &str) -> Result<Vec<Sheet>, Fault> {
    let cursor = Cursor::new(bytes);
    match container {
        Container::Xlsx => xlsx(Xlsx::new(cursor).map_err(xlsx_fault)?),
        Container::Xlsb => xlsb(Xlsb::new(cursor).map_err(xlsb_fault)?),
        Container::Ods => ods(Ods::new(cursor).map_err(ods_fault)?),
        Container::Xls => xls(Xls::new(cursor).map_err(xls_fault)?),
        Container::Text => Ok(vec![text::sheet(bytes, shown)?]),
    }
}

/// The names of the worksheets and whether they are hidden. Chart and macro sheets hold copies of cells.
fn worksheets<'a, R: Reader<Bytes<'a>>>(book: &R) -> Vec<(String, bool)> {
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    sheets.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect()
}

/// Cell by cell, so that A1 and XFD1048576 are two cells and not the whole sheet between them.
fn xlsx(mut book: Xlsx<Bytes<'_>>) -> Result<Vec<Sheet>, Fault> {
    let from_1904 = book.has_1904_epoch();
    let mut sheets = Vec::new();
    for (name, hidden) in worksheets(&book) {
        let mut grid = Grid::default();
        let mut cells = match book.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(xlsx_fault(error)),
        };
        while let Some(found) = cells.next_cell_with_formula_metadata().map_err(xlsx_fault)? {
            let cell = match (&found.value, found.formula) {
                (DataRef::Empty, Some(_)) => Cell::Uncalculated,
                (value, _) => cell(value, from_1904),
            };
            grid.put(found.pos, cell)?;
        }
        drop(cells);
        let merged = book.merge_cells_by_sheet_name(&name).map_err(xlsx_fault)?;
        sheets.push(grid.into_sheet(&name, hidden, &merged)?);
    }
    Ok(sheets)
}

fn xlsb(mut book: Xlsb<Bytes<'_>>) -> Result<Vec<Sheet>, Fault> {
    let from_1904 = book.has_1904_epoch();
    let mut sheets = Vec::new();
    for (name, hidden) in worksheets(&book) {
        let mut grid = Grid::default();
        let mut cells = book.worksheet_cells_reader(&name).map_err(xlsb_fault)?;
        while let Some(found) = cells.next_cell().map_err(xlsb_fault)? {
            grid.put(found.get_position(), cell(found.get_value(), from_1904))?;
        }
        drop(cells);
        // A formula has a result in this format. One without is an error that the library does not show.
        let mut formulas = book.worksheet_cells_reader(&name).map_err(xlsb_fault)?;
        loop {
            match formulas.next_formula() {
                Ok(Some(formula)) => {
                    grid.put_if_missing(formula.get_position(), Cell::Error(FAILED_FORMULA.to_owned()))?
                }
                Ok(None) => break,
                Err(_) => {
                    tracing::warn!("the formulas of a sheet cannot be read: those that failed look empty");
                    break;
                }
            }
        }
        sheets.push(grid.into_sheet(&name, hidden, &[])?);
    }
    Ok(sheets)
}

fn xls(mut book: Xls<Bytes<'_>>) -> Result<Vec<Sheet>, Fault> {
    let from_1904 = book.has_1904_epoch();
    let mut sheets = Vec::new();
    for (name, hidden) in worksheets(&book) {
        let values = book.worksheet_range(&name).map_err(xls_fault)?;
        let formulas = book.worksheet_formula(&name).map_err(xls_fault)?;
        let merged = book.merge_cells_by_sheet_name(&name).map_err(xls_fault)?;
        sheets.push(grid_of(&values, &formulas, from_1904)?.into_sheet(&name, hidden, &merged)?);
    }
    Ok(sheets)
}

fn ods(mut book: Ods<Bytes<'_>>) -> Result<Vec<Sheet>, Fault> {
    let mut sheets = Vec::new();
    for (name, hidden) in worksheets(&book) {
        let values = book.worksheet_range(&name).map_err(ods_fault)?;
        let formulas = book.worksheet_formula(&name).map_err(ods_fault)?;
        // Serial numbers do not occur in this format.
        sheets.push(grid_of(&values, &formulas, false)?.into_sheet(&name, hidden, &[])?);
    }
    Ok(sheets)
}

/// The filled cells of a range, and the formulas that have no value.
fn grid_of(values: &Range<Data>, formulas: &Range<String>, from_1904: bool) -> Result<Grid, Fault> {
    let mut grid = Grid::default();
    let at = |start: (u32, u32), row: usize, column: usize| {
        Some((start.0.checked_add(u32::try_from(row).ok()?)?, start.1.checked_add(u32::try_from(column).ok()?)?))
    };
    let start = values.start().unwrap_or_default();
    for (row, column, value) in values.used_cells() {
        let place = at(start, row, column).ok_or(Fault::TooLarge)?;
        grid.put(place, owned_cell(value, from_1904))?;
        if matches!(value, Data::String(text) if text.is_empty()) {
            grid.empty_results.insert(place, ());
        }
    }
    let start = formulas.start().unwrap_or_default();
    for (row, column, formula) in formulas.used_cells() {
        let place = at(start, row, column).ok_or(Fault::TooLarge)?;
        if !formula.is_empty() && !grid.empty_results.contains_key(&place) {
            grid.put_if_missing(place, Cell::Uncalculated)?;
        }
    }
    Ok(grid)
}

/// The filled cells of a sheet, by place.
#[derive(Default)]
struct Grid {
    cells: BTreeMap<(u32, u32), Cell>,
    /// Where a formula gave an empty text: calculated, and blank.
    empty_results: BTreeMap<(u32, u32), ()>,
}

impl Grid {
    fn put(&mut self, place: (u32, u32), cell: Cell) -> Result<(), Fault> {
        if cell != Cell::Empty {
            self.cells.insert(place, cell);
        }
        if self.cells.len() > MOST_CELLS { Err(Fault::TooLarge) } else { Ok(()) }
    }

    fn put_if_missing(&mut self, place: (u32, u32), cell: Cell) -> Result<(), Fault> {
        if self.cells.contains_key(&place) { Ok(()) } else { self.put(place, cell) }
    }

    fn into_sheet(mut self, name: &str, hidden: bool, merged: &[Dimensions]) -> Result<Sheet, Fault> {
        for range in merged {
            self.hide_under(range);
        }
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        let mut held = 0usize;
        for ((row, column), cell) in self.cells {
            let (row, column) = (row as usize, column as usize);
            if row >= rows.len() {
                rows.resize_with(row + 1, Vec::new);
            }
            let Some(cells) = rows.get_mut(row) else { return Err(Fault::TooLarge) };
            // Cells come in order, so that this one is the last of its row so far.
            held = held.saturating_add(column + 1 - cells.len().min(column));
            if held > MOST_CELLS {
                return Err(Fault::TooLarge);
            }
            cells.resize(column, Cell::Empty);
            cells.push(cell);
        }
        let corners = |range: &Dimensions| {
            (range.start.0 as usize, range.start.1 as usize, range.end.0 as usize, range.end.1 as usize)
        };
        Ok(Sheet { name: folded(name), hidden, rows, merged: merged.iter().map(corners).collect() })
    }

    /// Takes away what lies hidden under a merged range: only its first cell shows.
    fn hide_under(&mut self, range: &Dimensions) {
        if range.end < range.start {
            return;
        }
        let under: Vec<(u32, u32)> = self
            .cells
            .range(range.start..=range.end)
            .map(|(place, _)| *place)
            .filter(|place| *place != range.start && range.contains(place.0, place.1))
            .collect();
        for place in under {
            self.cells.remove(&place);
        }
    }
}

fn unreadable(error: impl Display) -> Fault {
    Fault::Unreadable(error.to_string())
}

fn xlsx_fault(error: XlsxError) -> Fault {
    if matches!(error, XlsxError::Password) { Fault::Encrypted } else { unreadable(error) }
}

fn xlsb_fault(error: XlsbError) -> Fault {
    if matches!(error, XlsbError::Password) { Fault::Encrypted } else { unreadable(error) }
}

fn xls_fault(error: XlsError) -> Fault {
    if matches!(error, XlsError::Password) { Fault::Encrypted } else { unreadable(error) }
}

fn ods_fault(error: OdsError) -> Fault {
    match error {
        OdsError::Password => Fault::Encrypted,
        OdsError::CellLimitExceeded { .. } => Fault::TooLarge,
        error => unreadable(error),
    }
}
