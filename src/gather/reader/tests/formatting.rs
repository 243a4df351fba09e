//! What the spreadsheet library leaves out: errors, merges, hidden rows and columns, filters, fills, results never calculated.

use super::*;
use crate::gather::cell::{Colour, HiddenRanges};

/// A record of .xlsb: its type, its length, its bytes.
fn record(kind: u16, bytes: &[u8]) -> Vec<u8> {
    let mut record = if kind < 0x80 {
        vec![kind as u8]
    } else {
        vec![kind as u8 | 0x80, (kind >> 7) as u8]
    };
    let mut length = bytes.len();
    while length >= 0x80 {
        record.push(length as u8 | 0x80);
        length >>= 7;
    }
    record.push(length as u8);
    [record, bytes.to_vec()].concat()
}

fn longs(numbers: &[u32]) -> Vec<u8> {
    numbers
        .iter()
        .flat_map(|number| number.to_le_bytes())
        .collect()
}

fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    [
        longs(&[units.len() as u32]),
        units.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
    ]
    .concat()
}

/// A row of .xlsb: a header, hidden or not, and its cells (column, type, value).
fn row(number: u32, hidden: bool, cells: &[(u32, u16, Vec<u8>)]) -> Vec<u8> {
    let header = [
        longs(&[number, 0]),
        vec![0x2C, 0x01, 0, if hidden { 0x10 } else { 0 }, 0],
        longs(&[0]),
    ]
    .concat();
    let cells = cells.iter().flat_map(|(column, kind, value)| {
        record(*kind, &[longs(&[*column, 0]), value.clone()].concat())
    });
    [record(0, &header), cells.collect()].concat()
}

fn xlsb(sheet: &[u8]) -> Vec<u8> {
    let target = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relations = format!(
        r#"<Relationships xmlns="{target}"><Relationship Id="rId1" Target="worksheets/sheet1.bin"/></Relationships>"#
    );
    let named = [longs(&[0, 1]), wide("rId1"), wide("Blad1")].concat();
    let book = [
        record(0x0083, &[]),
        record(0x0099, &[0; 12]),
        record(0x009C, &named),
        record(0x0090, &[]),
        record(0x009D, &[0; 26]),
        record(0x0084, &[]),
    ];
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let members: [(&str, Vec<u8>); 3] = [
        ("xl/_rels/workbook.bin.rels", relations.into_bytes()),
        ("xl/workbook.bin", book.concat()),
        ("xl/worksheets/sheet1.bin", sheet.to_vec()),
    ];
    for (name, bytes) in members {
        writer
            .start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        writer.write_all(&bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_binary_workbook_keeps_its_errors_merges_and_hidden_rows() {
    let text = |words: &str| (0x0006u16, wide(words));
    let rk = |number: u32| (0x0002u16, longs(&[number << 2 | 2]));
    // A formula that failed: the error's code, flags, the length of the formula, the formula, no more.
    let failed = (
        0x000Bu16,
        [vec![0x2A, 0, 0], longs(&[1]), vec![0x1E, 0], longs(&[0])].concat(),
    );
    let cell = |column: u32, (kind, value): (u16, Vec<u8>)| (column, kind, value);
    let sheet = [
        record(0x0081, &[]),
        record(0x0094, &longs(&[0, 3, 0, 2])),
        record(0x003C, &[longs(&[2, 4, 2340, 0]), vec![1, 0]].concat()),
        record(0x0091, &[]),
        row(0, false, &[cell(0, text("Datum")), cell(1, text("Antal"))]),
        row(1, false, &[cell(0, rk(45_031)), cell(1, failed)]),
        row(2, true, &[cell(0, rk(45_032)), cell(1, rk(3))]),
        row(3, false, &[cell(0, rk(7)), cell(1, rk(8))]),
        record(0x0092, &[]),
        record(0x00A1, &longs(&[0, 3, 0, 1])),
        record(0x00A3, &longs(&[0, 0])),
        record(0x00B0, &longs(&[2, 3, 0, 0])),
        record(0x0082, &[]),
    ];
    let read = read(&xlsb(&sheet.concat())).unwrap();
    let sheet = &read.workbook.sheets[0];
    assert_eq!(sheet.cell(1, 1), &Cell::Error("#N/A".into()));
    assert_eq!(
        (sheet.cell(2, 0), sheet.cell(3, 0)),
        (&Cell::Number(45_032.0), &Cell::Empty)
    );
    assert_eq!(sheet.cell(3, 1), &Cell::Number(8.0));
    assert_eq!(sheet.merged, [(2, 0, 3, 0)]);
    assert_eq!(
        sheet.hidden_ranges,
        HiddenRanges {
            rows: vec![(2, 2)],
            columns: vec![(2, 4)],
            filtered: true
        }
    );
}

#[test]
fn a_result_of_zero_is_none_in_a_workbook_that_was_never_calculated() {
    let cells = r#"<c r="A1"><f>SUM(B1:B9)</f><v>0</v></c><c r="B1"><f>SUM(C1:C9)</f><v>4</v></c><c r="C1"><v>0</v></c>"#;
    let rows = format!(r#"<row r="1">{cells}</row>"#);
    let calculated = |properties: &str| {
        read(&xlsx_with("Blad1", properties, &rows, ""))
            .unwrap()
            .workbook
            .sheets[0]
            .rows[0]
            .clone()
    };
    let expected = [Cell::Uncalculated, Cell::Number(4.0), Cell::Number(0.0)];
    assert_eq!(
        calculated(r#"<calcPr calcId="124519" fullCalcOnLoad="1"/>"#),
        expected
    );
    assert_eq!(
        calculated(r#"<calcPr calcId="191029"/>"#)[0],
        Cell::Number(0.0)
    );
}

#[test]
fn fills_and_hidden_rows_of_a_workbook() {
    let rows =
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2" s="4"/></row>"#;
    let read = read(&xlsx_with("Blad1", "", rows, "")).unwrap();
    let sheet = &read.workbook.sheets[0];
    assert_eq!(sheet.hidden_ranges.rows, [(1, 1)]);
    assert_eq!(
        sheet.colours.iter().collect::<Vec<_>>(),
        [(&(1, 0), &Colour::Green)]
    );
    assert!(sheet.colours_known);
}

#[test]
fn an_error_that_an_older_opendocument_writer_kept_as_zero() {
    let content = r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Blad"><table:table-row table:visibility="collapse"><table:table-cell office:value-type="float" office:value="0"><text:p>#N/A</text:p></table:table-cell><table:table-cell table:number-rows-spanned="2" office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="float" office:value="0"><text:p>0</text:p></table:table-cell><table:covered-table-cell office:value-type="float" office:value="9"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;
    let bytes = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"m\"/>",
        ),
        ("content.xml", content),
    ]);
    let read = read(&bytes).unwrap();
    let sheet = &read.workbook.sheets[0];
    let expected = [
        vec![Cell::Error("#N/A".into()), Cell::Number(5.0)],
        vec![Cell::Number(0.0)],
    ];
    assert_eq!(sheet.rows, expected);
    assert_eq!(sheet.merged, [(0, 1, 1, 1)]);
    assert_eq!(sheet.hidden_ranges.rows, [(0, 0)]);
}
