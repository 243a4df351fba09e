//! Writes workbooks as .xls and .xlsb: as much of their records as cells and merges take. Neither tells dress here.

use std::io::{Cursor, Write as _};

use chrono::NaiveDate;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::book::{Book, Cell, Sheet, Value};

/// Of cells with a date; the others have style 0.
const OF_DATES: u16 = 1;
const DATE_FORMAT: u16 = 164;
const DATE_WORDS: &str = "yyyy-mm-dd";

fn serial(day: NaiveDate) -> f64 {
    let first = NaiveDate::from_ymd_opt(1899, 12, 30).expect("a day");
    (day - first).num_days() as f64
}

/// What a cell of these formats holds.
enum Held {
    Number(f64),
    Text(String),
    Bool(bool),
    NotAvailable,
    Formula(f64),
}

fn held(cell: &Cell) -> Option<(Held, u16)> {
    Some(match &cell.value {
        Value::Empty => return None,
        Value::Text(text) => (Held::Text(text.clone()), 0),
        Value::Number(number) => (Held::Number(*number), 0),
        Value::Day(day) => (Held::Number(serial(*day)), OF_DATES),
        Value::Bool(yes) => (Held::Bool(*yes), 0),
        Value::Formula(number) => (Held::Formula(*number), 0),
        Value::NotAvailable => (Held::NotAvailable, 0),
        Value::Rich(pieces) => {
            let text = pieces.iter().map(|(text, _)| text.as_str());
            (Held::Text(text.collect()), 0)
        }
    })
}

/// The error of `#N/A`.
const NOT_AVAILABLE: u8 = 0x2A;

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn letters(text: &str) -> usize {
    text.encode_utf16().count()
}

// ---- .xls: BIFF 8 in a compound file

fn record(out: &mut Vec<u8>, kind: u16, parts: &[&[u8]]) {
    let bytes = parts.concat();
    out.extend(kind.to_le_bytes());
    out.extend((bytes.len() as u16).to_le_bytes());
    out.extend(bytes);
}

/// A text with its length in two bytes, or in one.
fn biff_text(text: &str, short: bool) -> Vec<u8> {
    let length = letters(text) as u16;
    let mut bytes = length.to_le_bytes()[..if short { 1 } else { 2 }].to_vec();
    bytes.push(1);
    bytes.extend(utf16(text));
    bytes
}

fn begin(out: &mut Vec<u8>, of: u16) {
    let versions = [0x0600, of, 0x0DBB, 0x07CC, 0, 0, 6, 0].map(u16::to_le_bytes);
    record(out, 0x0809, &[&versions.concat()]);
}

pub(super) fn xls(book: &Book) -> Vec<u8> {
    let pages: Vec<Vec<u8>> = book.sheets.iter().map(xls_page).collect();
    // The places of the pages are known once the length of what stands before them is.
    let before = globals(book, &vec![0; pages.len()]).len();
    let mut at = before;
    let places: Vec<usize> = pages
        .iter()
        .map(|page| {
            at += page.len();
            at - page.len()
        })
        .collect();
    let mut stream = globals(book, &places);
    stream.extend(pages.concat());
    compound(stream)
}

fn globals(book: &Book, places: &[usize]) -> Vec<u8> {
    let mut out = Vec::new();
    begin(&mut out, 0x0005);
    record(&mut out, 0x0042, &[&1200_u16.to_le_bytes()]);
    record(&mut out, 0x0022, &[&[0, 0]]);
    let words = biff_text(DATE_WORDS, false);
    record(&mut out, 0x041E, &[&DATE_FORMAT.to_le_bytes(), &words]);
    for format in [0, DATE_FORMAT] {
        record(
            &mut out,
            0x00E0,
            &[&[0, 0], &format.to_le_bytes(), &[0; 16]],
        );
    }
    for (sheet, place) in book.sheets.iter().zip(places) {
        let place = (*place as u32).to_le_bytes();
        record(
            &mut out,
            0x0085,
            &[&place, &[0, 0], &biff_text(&sheet.name, true)],
        );
    }
    record(&mut out, 0x000A, &[]);
    out
}

fn xls_page(sheet: &Sheet) -> Vec<u8> {
    let mut out = Vec::new();
    begin(&mut out, 0x0010);
    let width = sheet.width();
    let rows = (sheet.rows.len() as u32).to_le_bytes();
    let columns = (width as u16).to_le_bytes();
    record(
        &mut out,
        0x0200,
        &[&[0; 4], &rows, &[0; 2], &columns, &[0; 2]],
    );
    for (at, row) in sheet.rows.iter().enumerate() {
        for (column, cell) in row.cells.iter().enumerate() {
            let Some((held, style)) = held(cell) else {
                continue;
            };
            let place = [at as u16, column as u16, style]
                .map(u16::to_le_bytes)
                .concat();
            match held {
                Held::Number(number) => record(&mut out, 0x0203, &[&place, &number.to_le_bytes()]),
                Held::Text(text) => record(&mut out, 0x0204, &[&place, &biff_text(&text, false)]),
                Held::Bool(yes) => record(&mut out, 0x0205, &[&place, &[u8::from(yes), 0]]),
                Held::NotAvailable => record(&mut out, 0x0205, &[&place, &[NOT_AVAILABLE, 1]]),
                Held::Formula(number) => {
                    // As it was last calculated, and the formula 7.
                    let last = [&number.to_le_bytes()[..], &[0; 6]].concat();
                    record(&mut out, 0x0006, &[&place, &last, &[3, 0, 0x1E, 7, 0]]);
                }
            }
        }
    }
    if !sheet.merges.is_empty() {
        let merges = sheet.merges.iter().flat_map(|(top, left, bottom, right)| {
            [*top, *bottom, *left, *right].map(|at| (at as u16).to_le_bytes())
        });
        let merges: Vec<u8> = merges.flatten().collect();
        let many = (sheet.merges.len() as u16).to_le_bytes();
        record(&mut out, 0x00E5, &[&many, &merges]);
    }
    record(&mut out, 0x000A, &[]);
    out
}

const SECTOR: usize = 512;
const FREE: u32 = 0xFFFF_FFFF;
const END: u32 = 0xFFFF_FFFE;

/// A compound file with one stream, «Workbook».
fn compound(mut stream: Vec<u8>) -> Vec<u8> {
    // Shorter streams are kept otherwise.
    stream.resize(stream.len().max(4096).next_multiple_of(SECTOR), 0);
    let sectors = stream.len() / SECTOR;
    // Tables of 128 sectors each, the directory, the stream.
    let tables = (sectors + 2).div_ceil(SECTOR / 4 - 1);
    let mut chain: Vec<u32> = vec![0xFFFF_FFFD; tables];
    chain.push(END);
    let first = tables + 1;
    chain.extend((1..sectors).map(|at| (first + at) as u32));
    chain.push(END);
    chain.resize(tables * SECTOR / 4, FREE);

    let mut out = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    out.extend([0; 16]);
    out.extend(
        [0x003E_u16, 3, 0xFFFE, 9, 6, 0, 0, 0]
            .map(u16::to_le_bytes)
            .concat(),
    );
    let numbers = [0, tables as u32, tables as u32, 0, 4096, END, 0, END, 0];
    out.extend(numbers.map(u32::to_le_bytes).concat());
    let places = (0..109).map(|at| if at < tables { at as u32 } else { FREE });
    out.extend(places.flat_map(u32::to_le_bytes));
    out.extend(chain.into_iter().flat_map(u32::to_le_bytes));
    out.extend(entry("Root Entry", 5, 1, END, 0));
    out.extend(entry(
        "Workbook",
        2,
        FREE,
        first as u32,
        stream.len() as u64,
    ));
    out.extend(entry("", 0, FREE, 0, 0));
    out.extend(entry("", 0, FREE, 0, 0));
    out.extend(stream);
    out
}

/// An entry of the directory.
fn entry(name: &str, kind: u8, child: u32, first: u32, size: u64) -> Vec<u8> {
    let mut out = utf16(name);
    let length = if name.is_empty() { 0 } else { out.len() + 2 };
    out.resize(64, 0);
    out.extend((length as u16).to_le_bytes());
    out.extend([kind, 1]);
    out.extend([FREE, FREE, child].map(u32::to_le_bytes).concat());
    out.extend([0; 36]);
    out.extend(first.to_le_bytes());
    out.extend(size.to_le_bytes());
    out
}

// ---- .xlsb: records in the members of a zip file

fn part(out: &mut Vec<u8>, kind: u16, parts: &[&[u8]]) {
    let bytes = parts.concat();
    match kind {
        0..0x80 => out.push(kind as u8),
        _ => out.extend(kind.to_le_bytes()),
    }
    let mut length = bytes.len();
    loop {
        let more = length > 0x7F;
        out.push((length & 0x7F) as u8 | if more { 0x80 } else { 0 });
        length >>= 7;
        if !more {
            break;
        }
    }
    out.extend(bytes);
}

fn wide(text: &str) -> Vec<u8> {
    [&(letters(text) as u32).to_le_bytes()[..], &utf16(text)].concat()
}

pub(super) fn xlsb(book: &Book) -> Vec<u8> {
    let mut workbook = Vec::new();
    part(&mut workbook, 0x0183, &[]);
    part(&mut workbook, 0x018F, &[]);
    let mut relations = String::new();
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    for (at, sheet) in (1_u32..).zip(&book.sheets) {
        let id = format!("rId{at}");
        let known = [
            &[0; 4][..],
            &at.to_le_bytes(),
            &wide(&id),
            &wide(&sheet.name),
        ];
        part(&mut workbook, 0x019C, &known);
        relations += &format!(
            "<Relationship Id=\"{id}\" Type=\"{kinds}/worksheet\" Target=\"worksheets/sheet{at}.bin\"/>"
        );
    }
    part(&mut workbook, 0x0190, &[]);
    part(&mut workbook, 0x0184, &[]);
    let package = "http://schemas.openxmlformats.org/package/2006";
    let relations =
        format!("<Relationships xmlns=\"{package}/relationships\">{relations}</Relationships>");
    let first = format!(
        "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" Type=\"{kinds}/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>"
    );
    let types = format!("<Types xmlns=\"{package}/content-types\"/>");
    let mut members = vec![
        ("[Content_Types].xml".to_owned(), types.into_bytes()),
        ("_rels/.rels".to_owned(), first.into_bytes()),
        ("xl/workbook.bin".to_owned(), workbook),
        (
            "xl/_rels/workbook.bin.rels".to_owned(),
            relations.into_bytes(),
        ),
        ("xl/styles.bin".to_owned(), styles()),
    ];
    for (at, sheet) in (1..).zip(&book.sheets) {
        members.push((format!("xl/worksheets/sheet{at}.bin"), xlsb_page(sheet)));
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in members {
        zip.start_file(name, stored).expect("a member");
        zip.write_all(&bytes).expect("its bytes");
    }
    zip.finish().expect("a workbook").into_inner()
}

fn styles() -> Vec<u8> {
    let mut out = Vec::new();
    part(&mut out, 0x0296, &[]);
    part(&mut out, 0x04E7, &[&1_u32.to_le_bytes()]);
    part(
        &mut out,
        0x002C,
        &[&DATE_FORMAT.to_le_bytes(), &wide(DATE_WORDS)],
    );
    part(&mut out, 0x04E8, &[]);
    part(&mut out, 0x04E9, &[&2_u32.to_le_bytes()]);
    for format in [0, DATE_FORMAT] {
        part(
            &mut out,
            0x002F,
            &[&[0, 0], &format.to_le_bytes(), &[0; 12]],
        );
    }
    part(&mut out, 0x04EA, &[]);
    part(&mut out, 0x0297, &[]);
    out
}

fn xlsb_page(sheet: &Sheet) -> Vec<u8> {
    let mut out = Vec::new();
    part(&mut out, 0x0181, &[]);
    let width = sheet.width();
    let last = [0, sheet.rows.len() as u32, 0, width as u32].map(u32::to_le_bytes);
    part(&mut out, 0x0194, &[&last.concat()]);
    part(&mut out, 0x0191, &[]);
    for (at, row) in (0_u32..).zip(&sheet.rows) {
        part(&mut out, 0x0000, &[&at.to_le_bytes(), &[0; 13]]);
        for (column, cell) in (0_u32..).zip(&row.cells) {
            let Some((held, style)) = held(cell) else {
                continue;
            };
            let place = [&column.to_le_bytes()[..], &u32::from(style).to_le_bytes()].concat();
            match held {
                Held::Number(number) => part(&mut out, 5, &[&place, &number.to_le_bytes()]),
                Held::Text(text) => part(&mut out, 6, &[&place, &wide(&text)]),
                Held::Bool(yes) => part(&mut out, 4, &[&place, &[u8::from(yes)]]),
                Held::NotAvailable => part(&mut out, 3, &[&place, &[NOT_AVAILABLE]]),
                Held::Formula(number) => {
                    // As it was last calculated, and the formula 7.
                    let formula = [&[0, 0][..], &3_u32.to_le_bytes(), &[0x1E, 7, 0], &[0; 4]];
                    part(
                        &mut out,
                        9,
                        &[&place, &number.to_le_bytes(), &formula.concat()],
                    );
                }
            }
        }
    }
    part(&mut out, 0x0192, &[]);
    part(&mut out, 0x0182, &[]);
    out
}
