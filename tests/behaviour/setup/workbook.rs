//! Workbooks written as text, so that a case can be read and changed in any editor.
//!
//! ```text
//! == Kv1                          a sheet; `== Listor (hidden)` a hidden one
//! Datum | Plats | Antal           a row; cells between bars
//! 2023-01-05 | Töre | 3           ISO dates become date cells, numbers numbers
//! '2023-01-05 | '3 | ca 2         a leading ' keeps text as text
//! =SUM(C2:C3) -> 5                a formula and the value it was last calculated to
//!                                 an empty line is an empty row
//! !merge A4:A5                    merged cells, said after the rows
//! ```

use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Workbook, Worksheet};

/// Writes the text as an .xlsx, the same bytes each time.
pub(crate) fn write_xlsx(text: &str, path: &Path) {
    let mut workbook = Workbook::new();
    workbook.set_properties(
        &DocProperties::new()
            .set_creation_datetime(&ExcelDateTime::from_ymd(2020, 1, 1).expect("a date")),
    );
    for sheet in text.split("== ").skip(1) {
        let (title, rows) = sheet.split_once('\n').unwrap_or((sheet, ""));
        let title = title.trim();
        let (name, hidden) = title
            .strip_suffix(" (hidden)")
            .map_or((title, false), |name| (name, true));
        let worksheet = workbook
            .add_worksheet()
            .set_name(name)
            .expect("a sheet name");
        worksheet.set_hidden(hidden);
        let rows: Vec<&str> = rows.lines().collect();
        let last = rows
            .iter()
            .rposition(|row| !row.trim().is_empty())
            .map_or(0, |last| last + 1);
        let (merges, rows): (Vec<&str>, Vec<&str>) = rows[..last]
            .iter()
            .partition(|row| row.starts_with("!merge "));
        for (number, row) in rows.iter().enumerate() {
            write_row(worksheet, number as u32, row);
        }
        for merge in merges {
            merge_cells(worksheet, &rows, merge.trim_start_matches("!merge ").trim());
        }
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).expect("the workbook's folder");
    }
    workbook.save(path).expect("the workbook");
}

fn write_row(sheet: &mut Worksheet, row: u32, text: &str) {
    if text.trim().is_empty() {
        return;
    }
    for (column, cell) in text.split('|').enumerate() {
        write_cell(sheet, row, column as u16, cell.trim(), &Format::new());
    }
}

fn write_cell(sheet: &mut Worksheet, row: u32, column: u16, text: &str, format: &Format) {
    let text = text.replace("\\n", "\n");
    let text = text.as_str();
    if text.is_empty() {
    } else if let Some(text) = text.strip_prefix('\'') {
        sheet
            .write_string_with_format(row, column, text, format)
            .expect("a text");
    } else if let Some(formula) = text.strip_prefix('=') {
        let (formula, value) = formula.split_once(" -> ").unwrap_or((formula, "0"));
        sheet
            .write_formula(row, column, Formula::new(formula).set_result(value))
            .expect("a formula");
    } else if let Ok(number) = text.parse::<f64>() {
        sheet
            .write_number_with_format(row, column, number, format)
            .expect("a number");
    } else if let Some(date) = iso_date(text) {
        let format = format.clone().set_num_format("yyyy-mm-dd");
        sheet
            .write_datetime_with_format(row, column, &date, &format)
            .expect("a date");
    } else {
        sheet
            .write_string_with_format(row, column, text, format)
            .expect("a text");
    }
}

fn iso_date(text: &str) -> Option<ExcelDateTime> {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    if year.len() != 4 || month.len() != 2 || day.len() != 2 {
        return None;
    }
    ExcelDateTime::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

fn merge_cells(sheet: &mut Worksheet, rows: &[&str], range: &str) {
    let (first, last) = range.split_once(':').expect("a range A4:A5");
    let place = |cell: &str| {
        let letters: String = cell.chars().take_while(char::is_ascii_alphabetic).collect();
        let column = letters.bytes().fold(0u16, |column, letter| {
            column * 26 + u16::from(letter - b'A') + 1
        }) - 1;
        (
            cell[letters.len()..].parse::<u32>().expect("a row") - 1,
            column,
        )
    };
    let ((top, left), (bottom, right)) = (place(first), place(last));
    sheet
        .merge_range(top, left, bottom, right, "", &Format::new())
        .expect("cells to merge");
    let text = rows
        .get(top as usize)
        .and_then(|row| row.split('|').nth(left as usize))
        .unwrap_or("")
        .trim();
    write_cell(sheet, top, left, text, &Format::new());
}
