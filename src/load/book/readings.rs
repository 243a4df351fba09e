//! Other likely readings of sheets, beside an agreement that was begun by looking at them: on a sheet of notes, as the rows that
//! would be there instead.

use super::lexicon::Lexicon;
use crate::model::book::{BookCell, Choices, DrawnBook, DrawnCells, DrawnColumn, DrawnSheet};

/// Another reading of a sheet.
#[derive(Clone, Debug)]
pub(crate) struct BookReading {
    /// The workbooks and the sheets that it is about.
    pub(crate) place: String,
    /// What it is, in words.
    pub(crate) words: String,
    /// The whole agreement with it.
    pub(crate) text: String,
}

/// The headings of the sheet of notes, by their keys.
const HEADINGS: [&str; 4] = [
    "book-readings-place",
    "book-readings-words",
    "book-readings-own",
    "book-readings-other",
];

/// Adds a sheet with the rows of the other readings that are not as they are, beside those whose place they would take.
pub(super) fn add(book: &mut DrawnBook, readings: &[(BookReading, DrawnBook)], lexicon: &Lexicon) {
    if readings.is_empty() {
        return;
    }
    let text = |text: String| match text.is_empty() {
        true => BookCell::Blank,
        false => BookCell::Text(text),
    };
    let row = |(reading, other): &(BookReading, DrawnBook)| {
        vec![
            text(reading.place.clone()),
            text(reading.words.clone()),
            text(rows_beyond(book, other)),
            text(rows_beyond(other, book)),
        ]
    };
    let rows = readings.iter().map(row).collect();
    let column = |key: &str| DrawnColumn {
        heading: lexicon.text(key),
        note: lexicon.text(&format!("{key}-note")),
        is_required: false,
        takes: DrawnCells::Long,
        choices: Choices::Free,
    };
    // What begins so is not read.
    let name = format!("# {}", lexicon.text("book-readings"));
    let means = lexicon.text("book-readings-about");
    book.guide_lines.push((name.clone(), means.clone()));
    book.sheets.push(DrawnSheet {
        name,
        means,
        is_form: false,
        columns: HEADINGS.into_iter().map(column).collect(),
        rows,
    });
}

/// The rows of a workbook that another has not, a line each: «Kolumner: Rubrik = Antal · …».
fn rows_beyond(book: &DrawnBook, other: &DrawnBook) -> String {
    let sheets = book.sheets.iter().zip(&other.sheets);
    let beyond = sheets.flat_map(|(sheet, other)| {
        let rows = sheet.rows.iter().filter(|row| !other.rows.contains(row));
        rows.map(|row| {
            let cells = sheet.columns.iter().zip(row);
            let told = cells.filter_map(|(column, cell)| {
                let value = shown(cell)?;
                Some(format!("{} = {value}", column.heading))
            });
            format!("{}: {}", sheet.name, told.collect::<Vec<_>>().join(" · "))
        })
    });
    beyond.collect::<Vec<_>>().join("\n")
}

/// What stands in a cell; nothing where it is blank.
fn shown(cell: &BookCell) -> Option<String> {
    match cell {
        BookCell::Blank => None,
        BookCell::Text(text) => Some(text.clone()),
        BookCell::Number(number) | BookCell::PerCent(number) => Some(number.to_string()),
        BookCell::Day(day) => Some(day.to_string()),
        BookCell::Truth(truth) => Some(truth.to_string()),
    }
}
