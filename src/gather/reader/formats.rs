use std::fmt::Display;
use std::io::Cursor;

use calamine::{
    Data, DataRef, Ods, OdsError, Range, Reader, SheetType, SheetVisible, WorkbookProperties, Xls,
    XlsError, Xlsb, XlsbError, Xlsx, XlsxError,
};
use chrono::NaiveDateTime;

use super::cell_format::{CellFormat, look};
use super::convert::{cell, is_zero, owned_cell};
use super::fault::Fault;
use super::format::FileFormat;
use super::formatting::{self, SheetFormatting};
use super::grid::Grid;
use super::{repair, text};
use crate::gather::cell::{Cell, Sheet};

type Bytes<'a> = Cursor<&'a [u8]>;

/// The worksheets of a workbook in order, not yet masked, and when it was last saved according to itself.
type SheetsAndSaved = (Vec<Sheet>, Option<NaiveDateTime>);

/// Reads a file of this format.
pub(super) fn read(bytes: &[u8], format: FileFormat, shown: &str) -> Result<SheetsAndSaved, Fault> {
    let wide = matches!(format, FileFormat::Xlsx | FileFormat::Ods)
        .then(|| repair::in_utf8(bytes))
        .flatten();
    let bytes = wide.as_deref().unwrap_or(bytes);
    let cursor = Cursor::new(bytes);
    match format {
        FileFormat::Xlsx => match Xlsx::new(cursor) {
            Err(XlsxError::Unrecognized { typ, val }) if typ == "sheet:type" => {
                let repaired = repair::without_macro_sheets(bytes)
                    .ok_or_else(|| xlsx_fault(XlsxError::Unrecognized { typ, val }))?;
                let book = Xlsx::new(Cursor::new(repaired.as_slice())).map_err(xlsx_fault)?;
                xlsx(&repaired, book)
            }
            book => xlsx(bytes, book.map_err(xlsx_fault)?),
        },
        FileFormat::Xlsb => xlsb(bytes, Xlsb::new(cursor).map_err(xlsb_fault)?),
        FileFormat::Ods => match Ods::new(cursor) {
            Err(OdsError::Mismatch { expected, found }) => {
                let repaired = repair::without_blanks(bytes)
                    .ok_or_else(|| ods_fault(OdsError::Mismatch { expected, found }))?;
                let book = Ods::new(Cursor::new(repaired.as_slice())).map_err(ods_fault)?;
                ods(&repaired, book)
            }
            book => ods(bytes, book.map_err(ods_fault)?),
        },
        FileFormat::Xls => xls(Xls::new(cursor).map_err(xls_fault)?),
        FileFormat::Text => Ok((vec![text::sheet(bytes, shown)?], None)),
    }
}

/// The names of the worksheets and whether they are hidden. Chart and macro sheets hold copies of cells.
fn worksheets<'a, R: Reader<Bytes<'a>>>(book: &R) -> Vec<(String, bool)> {
    let sheets = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet);
    sheets
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect()
}

/// Cell by cell, so that A1 and XFD1048576 are two cells and not the whole range between them.
fn xlsx(bytes: &[u8], mut book: Xlsx<Bytes<'_>>) -> Result<SheetsAndSaved, Fault> {
    let from_1904 = book.has_1904_epoch();
    let names = worksheets(&book);
    let looks: Vec<CellFormat> = match names
        .first()
        .map(|(name, _)| book.worksheet_cells_reader(name))
    {
        Some(Ok(cells)) => cells.styles().iter().map(look).collect(),
        _ => Vec::new(),
    };
    let has_looks = looks.iter().any(|look| *look != CellFormat::default());
    let mut of_all = formatting::of_xlsx(bytes);
    let mut sheets = Vec::new();
    for (name, hidden) in names {
        let mut grid = Grid::default();
        let mut cells = match book.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(xlsx_fault(error)),
        };
        let mut formatting = of_all.sheets.remove(&name).unwrap_or_default();
        let mentions = formatting.mentions;
        if mentions.formulas {
            while let Some(found) = cells
                .next_cell_with_formula_metadata()
                .map_err(xlsx_fault)?
            {
                let cell = match (&found.value, &found.formula) {
                    (DataRef::Empty, Some(_)) => Cell::Uncalculated,
                    (value, Some(_)) if of_all.uncalculated && is_zero(value) => Cell::Uncalculated,
                    (value, _) => cell(value, from_1904),
                };
                if found.formula.is_some() {
                    grid.put_formula(found.pos);
                }
                grid.put(found.pos, cell)?;
            }
            drop(cells);
            if has_looks {
                let mut cells = book.worksheet_cells_reader(&name).map_err(xlsx_fault)?;
                while let Some((cell, style)) =
                    cells.next_cell_with_style_id().map_err(xlsx_fault)?
                {
                    formatting.dress(cell.get_position(), looks.get(style));
                }
            }
        } else {
            while let Some((found, style)) = cells.next_cell_with_style_id().map_err(xlsx_fault)? {
                if has_looks {
                    formatting.dress(found.get_position(), looks.get(style));
                }
                grid.put(found.get_position(), cell(found.get_value(), from_1904))?;
            }
            drop(cells);
        }
        if mentions.merged {
            formatting.merged = book.merge_cells_by_sheet_name(&name).map_err(xlsx_fault)?;
        }
        sheets.push(Sheet {
            colours_known: true,
            ..grid.into_sheet(&name, hidden, formatting)?
        });
    }
    Ok((sheets, saved(book.workbook_properties())))
}

/// The date and time of saving, `2023-09-01T12:00:00`, perhaps with more after it. Unreadable properties give none.
fn saved<E: Display>(properties: Result<WorkbookProperties, E>) -> Option<NaiveDateTime> {
    let properties = properties
        .inspect_err(|fault| tracing::debug!(%fault, "the properties of a workbook cannot be read"))
        .ok()?;
    let digits = properties.modified?.trim_start().get(..19)?.to_owned();
    NaiveDateTime::parse_from_str(&digits, "%Y-%m-%dT%H:%M:%S").ok()
}

fn xlsb(bytes: &[u8], mut book: Xlsb<Bytes<'_>>) -> Result<SheetsAndSaved, Fault> {
    let from_1904 = book.has_1904_epoch();
    let mut formatting = formatting::of_xlsb(bytes);
    let mut sheets = Vec::new();
    for (name, hidden) in worksheets(&book) {
        let mut grid = Grid::default();
        let mut cells = book.worksheet_cells_reader(&name).map_err(xlsb_fault)?;
        while let Some(found) = cells.next_cell().map_err(xlsb_fault)? {
            grid.put(found.get_position(), cell(found.get_value(), from_1904))?;
        }
        drop(cells);
        sheets.push(grid.into_sheet(
            &name,
            hidden,
            formatting.remove(&name).unwrap_or_default(),
        )?);
    }
    Ok((sheets, saved(book.workbook_properties())))
}

fn xls(mut book: Xls<Bytes<'_>>) -> Result<SheetsAndSaved, Fault> {
    let from_1904 = book.has_1904_epoch();
    let mut sheets = Vec::new();
    for (name, hidden) in worksheets(&book) {
        let values = book.worksheet_range(&name).map_err(xls_fault)?;
        let formulas = book.worksheet_formula(&name).map_err(xls_fault)?;
        let merged = book.merge_cells_by_sheet_name(&name).map_err(xls_fault)?;
        let formatting = SheetFormatting {
            merged,
            ..SheetFormatting::default()
        };
        sheets.push(
            grid_of(&values, &formulas, from_1904, &[])?.into_sheet(&name, hidden, formatting)?,
        );
    }
    Ok((sheets, saved(book.workbook_properties())))
}

fn ods(bytes: &[u8], mut book: Ods<Bytes<'_>>) -> Result<SheetsAndSaved, Fault> {
    let mut formatting = formatting::of_ods(bytes);
    let mut sheets = Vec::new();
    for (name, hidden) in worksheets(&book) {
        let values = book.worksheet_range(&name).map_err(ods_fault)?;
        let formulas = book.worksheet_formula(&name).map_err(ods_fault)?;
        // Serial numbers do not occur in this format.
        let formatting = formatting.remove(&name).unwrap_or_default();
        let grid = grid_of(&values, &formulas, false, &formatting.blanks)?;
        sheets.push(Sheet {
            colours_known: true,
            ..grid.into_sheet(&name, hidden, formatting)?
        });
    }
    Ok((sheets, saved(book.workbook_properties())))
}

/// The non-empty cells of a range, and the formulas that have no value. `blanks` are known to have given an empty
/// text.
fn grid_of(
    values: &Range<Data>,
    formulas: &Range<String>,
    from_1904: bool,
    blanks: &[(u32, u32)],
) -> Result<Grid, Fault> {
    let mut grid = Grid::default();
    grid.empty_results.extend(blanks);
    let at = |start: (u32, u32), row: usize, column: usize| {
        Some((
            start.0.checked_add(u32::try_from(row).ok()?)?,
            start.1.checked_add(u32::try_from(column).ok()?)?,
        ))
    };
    let start = values.start().unwrap_or_default();
    for (row, column, value) in values.used_cells() {
        let place = at(start, row, column).ok_or(Fault::TooLarge)?;
        grid.put(place, owned_cell(value, from_1904))?;
        if matches!(value, Data::String(text) if text.is_empty()) {
            grid.empty_results.insert(place);
        }
    }
    let start = formulas.start().unwrap_or_default();
    for (row, column, formula) in formulas.used_cells() {
        let place = at(start, row, column).ok_or(Fault::TooLarge)?;
        if !formula.is_empty() && !grid.empty_results.contains(&place) {
            grid.put_if_missing(place, Cell::Uncalculated)?;
        }
        if !formula.is_empty() {
            grid.put_formula(place);
        }
    }
    Ok(grid)
}

fn unreadable(error: impl Display) -> Fault {
    Fault::Unreadable(error.to_string())
}

fn xlsx_fault(error: XlsxError) -> Fault {
    if matches!(error, XlsxError::Password) {
        Fault::Encrypted
    } else {
        unreadable(error)
    }
}

fn xlsb_fault(error: XlsbError) -> Fault {
    if matches!(error, XlsbError::Password) {
        Fault::Encrypted
    } else {
        unreadable(error)
    }
}

fn xls_fault(error: XlsError) -> Fault {
    if matches!(error, XlsError::Password) {
        Fault::Encrypted
    } else {
        unreadable(error)
    }
}

fn ods_fault(error: OdsError) -> Fault {
    match error {
        OdsError::Password => Fault::Encrypted,
        OdsError::CellLimitExceeded { .. } => Fault::TooLarge,
        error => unreadable(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_saving_is_read() {
        for (modified, expected) in [
            ("2023-09-01T12:30:05Z", Some("2023-09-01 12:30:05")),
            (
                " 2023-09-01T12:30:05.123456789",
                Some("2023-09-01 12:30:05"),
            ),
            ("2023-13-45T12:30:05", None),
            ("2023-09-01", None),
            ("å", None),
            ("", None),
        ] {
            let mut properties = WorkbookProperties::default();
            properties.modified = Some(modified.to_owned());
            let day = saved(Ok::<_, XlsxError>(properties)).map(|day| day.to_string());
            assert_eq!(day.as_deref(), expected, "{modified}");
        }
        assert_eq!(
            saved(Ok::<_, XlsxError>(WorkbookProperties::default())),
            None
        );
        assert_eq!(saved(Err(XlsxError::XmlEof("core"))), None);
    }
}
