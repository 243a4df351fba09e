//! Workbooks as rows of values, read and written anew.

use std::fs;
use std::path::Path;

use calamine::{Data, Reader, Sheets};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

/// A sheet as rows of values and its merged cells.
pub(super) struct Table {
    pub(super) name: String,
    pub(super) rows: Vec<Vec<Data>>,
    pub(super) merged: Vec<((u32, u32), (u32, u32))>,
}

pub(super) fn read(path: &Path) -> Vec<Table> {
    let mut book = calamine::open_workbook_auto(path).unwrap();
    let names = book.sheet_names();
    let merges = |book: &mut Sheets<_>, name: &str| match book {
        Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        _ => Vec::new(),
    };
    names
        .into_iter()
        .map(|name| {
            let range = book.worksheet_range(&name).unwrap();
            let merged = merges(&mut book, &name)
                .into_iter()
                .map(|cells| (cells.start, cells.end))
                .collect();
            let (rows, columns) = range
                .end()
                .map_or((0, 0), |(row, column)| (row + 1, column + 1));
            let value = |row, column| {
                range
                    .get_value((row, column))
                    .cloned()
                    .unwrap_or(Data::Empty)
            };
            let rows = (0..rows)
                .map(|row| (0..columns).map(|column| value(row, column)).collect())
                .collect();
            Table { name, rows, merged }
        })
        .collect()
}

pub(super) fn write(tables: &[Table], words: &dyn Fn(&str) -> String, years: i32, path: &Path) {
    let mut workbook = Workbook::new();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    for table in tables {
        let sheet = workbook
            .add_worksheet()
            .set_name(words(&table.name))
            .unwrap();
        for ((top, left), (bottom, right)) in &table.merged {
            sheet
                .merge_range(
                    *top,
                    *left as u16,
                    *bottom,
                    *right as u16,
                    "",
                    &Format::new(),
                )
                .unwrap();
        }
        for (row, cells) in table.rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let (row, column) = (row as u32, column as u16);
                let mut write_date = |text: &str| {
                    let parts: Vec<u16> = text[..10]
                        .split('-')
                        .map(|part| part.parse().unwrap())
                        .collect();
                    let day = ExcelDateTime::from_ymd(
                        (i32::from(parts[0]) + years) as u16,
                        parts[1] as u8,
                        parts[2] as u8,
                    );
                    sheet
                        .write_datetime_with_format(row, column, day.unwrap(), &date)
                        .unwrap();
                };
                match cell {
                    Data::Empty => {}
                    Data::DateTime(serial) => {
                        let (year, month, day, ..) = serial.to_ymd_hms_milli();
                        write_date(&format!("{year:04}-{month:02}-{day:02}"));
                    }
                    Data::DateTimeIso(text) => write_date(text),
                    Data::Float(number) if (2000.0..2100.0).contains(number) => {
                        sheet
                            .write_number(row, column, number + f64::from(years))
                            .unwrap();
                    }
                    Data::Float(number) => drop(sheet.write_number(row, column, *number).unwrap()),
                    Data::Int(number) => {
                        let number = *number as f64;
                        sheet.write_number(row, column, number).unwrap();
                    }
                    other => drop(
                        sheet
                            .write_string(row, column, words(&other.to_string()))
                            .unwrap(),
                    ),
                }
            }
        }
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    workbook.save(path).unwrap();
}
