//! Writes workbooks, .xlsx and tables in plain text here.

use std::fs;
use std::path::Path;

use chrono::Datelike;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format as Dress, FormatScript, Formula, Workbook, Worksheet,
};

use super::book::{Book, Cell, Format, Letters, Row, Script, Sheet, Value};
use super::{binary, ods};

pub(super) fn write(book: &Book, folder: &Path) {
    let path = folder.join(book.name());
    fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
    let bytes = match book.format {
        Format::Xlsx => xlsx(book),
        Format::Xlsb => binary::xlsb(book),
        Format::Xls => binary::xls(book),
        Format::Ods => ods::ods(book, false),
        Format::WideOds => ods::ods(book, true),
        Format::Csv(separator, letters) => encoded(&lines(&book.sheets[0], separator), letters),
    };
    fs::write(path, bytes).expect("the workbook");
}

fn xlsx(book: &Book) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2020, 1, 1).expect("a date");
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    for sheet in &book.sheets {
        let page = workbook.add_worksheet();
        page.set_name(&sheet.name).expect("a sheet's name");
        for (top, left, bottom, right) in &sheet.merges {
            let (left, right) = (*left as u16, *right as u16);
            page.merge_range(*top as u32, left, *bottom as u32, right, "", &Dress::new())
                .expect("a merge");
        }
        for row in &sheet.hidden_rows {
            page.set_row_hidden(*row as u32).expect("a hidden row");
        }
        for (row, cells) in sheet.rows.iter().enumerate() {
            for (column, cell) in cells.cells.iter().enumerate() {
                put(page, row as u32, column as u16, cell);
            }
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

fn put(page: &mut Worksheet, row: u32, column: u16, cell: &Cell) {
    let mut dress = Dress::new();
    if cell.struck {
        dress = dress.set_font_strikethrough();
    }
    if cell.bold {
        dress = dress.set_bold();
    }
    let written = match &cell.value {
        Value::Empty => return,
        Value::Text(text) => page.write_string_with_format(row, column, text, &dress),
        Value::Number(number) => page.write_number_with_format(row, column, *number, &dress),
        Value::Bool(yes) => page.write_boolean_with_format(row, column, *yes, &dress),
        Value::Day(day) => {
            let (year, month, date) = (day.year() as u16, day.month() as u8, day.day() as u8);
            let day = ExcelDateTime::from_ymd(year, month, date).expect("a day");
            let dress = dress.set_num_format("yyyy-mm-dd");
            page.write_datetime_with_format(row, column, &day, &dress)
        }
        Value::Formula(number) => {
            let formula = Formula::new("=SUM(1,2)").set_result(number.to_string());
            page.write_formula_with_format(row, column, formula, &dress)
        }
        Value::NotAvailable => {
            page.write_formula(row, column, Formula::new("=NA()").set_result("#N/A"))
        }
        Value::Rich(pieces) => {
            let dresses: Vec<Dress> = pieces.iter().map(|(_, script)| scripted(*script)).collect();
            let pieces: Vec<(&Dress, &str)> = dresses
                .iter()
                .zip(pieces)
                .map(|(dress, (text, _))| (dress, text.as_str()))
                .collect();
            page.write_rich_string(row, column, &pieces)
        }
    };
    written.expect("a cell");
}

fn scripted(script: Script) -> Dress {
    let plain = Dress::new();
    match script {
        Script::Plain => plain,
        Script::Bold => plain.set_bold(),
        Script::Raised => plain.set_font_script(FormatScript::Superscript),
        Script::Struck => plain.set_font_strikethrough(),
    }
}

fn lines(sheet: &Sheet, separator: char) -> String {
    let line = |row: &Row| {
        if let Some(line) = &row.line {
            return format!("{line}\r\n");
        }
        let fields = (0..sheet.width()).map(|column| {
            let cell = row.cells.get(column);
            let field = cell.map(|cell| plain(&cell.value)).unwrap_or_default();
            let special = field.contains([separator, '"', '\n']);
            match special {
                true => format!("\"{}\"", field.replace('"', "\"\"")),
                false => field,
            }
        });
        fields.collect::<Vec<_>>().join(&separator.to_string()) + "\r\n"
    };
    sheet.rows.iter().map(line).collect()
}

/// A cell as a text file holds it: without its dress.
fn plain(value: &Value) -> String {
    match value {
        Value::Rich(pieces) => pieces.iter().map(|(text, _)| text.as_str()).collect(),
        Value::Formula(number) => number.to_string(),
        other => other.to_string(),
    }
}

/// The bytes of a text; what an encoding has no letter for is written in UTF-8.
fn encoded(text: &str, letters: Letters) -> Vec<u8> {
    let utf8 = || text.as_bytes().to_vec();
    match letters {
        Letters::Utf8 => utf8(),
        Letters::Utf8Marked => [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat(),
        Letters::Windows => match encoding_rs::WINDOWS_1252.encode(text) {
            (bytes, _, false) => bytes.into_owned(),
            _ => utf8(),
        },
        Letters::Dos => {
            let byte = |letter: char| match letter {
                letter if letter.is_ascii() => Some(letter as u8),
                'å' => Some(0x86),
                'ä' => Some(0x84),
                'ö' => Some(0x94),
                'Å' => Some(0x8f),
                'Ä' => Some(0x8e),
                'Ö' => Some(0x99),
                'é' => Some(0x82),
                _ => None,
            };
            let bytes: Option<Vec<u8>> = text.chars().map(byte).collect();
            bytes.unwrap_or_else(utf8)
        }
        Letters::Utf16 => {
            let units = text.encode_utf16().flat_map(u16::to_le_bytes);
            [0xff, 0xfe].into_iter().chain(units).collect()
        }
    }
}
