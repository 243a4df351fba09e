//! Small workbooks of each format, made part by part, so that what a spreadsheet program would mend stays broken.

use super::*;
use chrono::{NaiveDate, NaiveTime};
use std::io::Write;

mod damaged;
mod formatting;

fn read(bytes: &[u8]) -> Result<Read, Fault> {
    super::read(bytes, "polisen/Logg.csv")
}

fn zipped(members: &[(&str, &str)]) -> Vec<u8> {
    zipped_as(members, zip::write::SimpleFileOptions::default())
}

fn zipped_as(members: &[(&str, &str)], packed: zip::write::SimpleFileOptions) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in members {
        writer.start_file(*name, packed).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook of one sheet, `rows` its XML, `after` what follows the rows, `properties` those of the workbook.
fn xlsx_with(name: &str, properties: &str, rows: &str, after: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    zipped(&[
        (
            "[Content_Types].xml",
            &format!(r#"<Types xmlns="{package}/content-types"/>"#),
        ),
        (
            "_rels/.rels",
            &format!(
                r#"<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            &format!(
                r#"<workbook xmlns="{main}" xmlns:r="{relations}">{properties}<sheets><sheet name="{name}" sheetId="1" r:id="r1"/><sheet name="Dold" sheetId="2" state="hidden" r:id="r2"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                r#"<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{relations}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/styles.xml",
            &format!(
                r#"<styleSheet xmlns="{main}"><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF00B050"/></patternFill></fill></fills><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="46"/><xf numFmtId="0" fillId="1" applyFill="1"/></cellXfs></styleSheet>"#
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            &format!(
                r#"<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>{after}</worksheet>"#
            ),
        ),
        (
            "xl/worksheets/sheet2.xml",
            &format!(r#"<worksheet xmlns="{main}"><sheetData></sheetData></worksheet>"#),
        ),
    ])
}

fn xlsx(rows: &str) -> Vec<u8> {
    xlsx_with("Blad1", "", rows, "")
}

fn text(words: &str) -> String {
    format!(r#"<c r="A1" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>"#)
}

/// The cell A1 of a sheet with one cell, as XML.
fn first_cell(xml: &str) -> Cell {
    read(&xlsx(&format!(r#"<row r="1">{xml}</row>"#)))
        .unwrap()
        .workbook
        .sheets[0]
        .cell(0, 0)
        .clone()
}

fn date(day: &str, serial: f64) -> Cell {
    Cell::Date {
        day: day.parse::<NaiveDate>().ok(),
        time: None,
        serial: Some(serial),
    }
}

#[test]
fn cells_of_a_workbook() {
    let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").unwrap();
    let facts = [
        (r#"<c r="A1"><v>3170</v></c>"#, Cell::Number(3170.0)),
        (
            r#"<c r="A1" s="1"><v>45031</v></c>"#,
            date("2023-04-15", 45_031.0),
        ),
        (r#"<c r="A1" s="1"><v>24</v></c>"#, date("", 24.0)),
        (r#"<c r="A1" s="1"><v>0</v></c>"#, date("", 0.0)),
        (
            r#"<c r="A1" s="1"><v>-110000000000</v></c>"#,
            date("", -110_000_000_000.0),
        ),
        (r#"<c r="A1" s="1"><v>1e300</v></c>"#, date("", 1e300)),
        (
            r#"<c r="A1" s="1"><v>45031.5</v></c>"#,
            Cell::Date {
                day: "2023-04-15".parse().ok(),
                time: Some(time("12:00")),
                serial: Some(45_031.5),
            },
        ),
        (
            r#"<c r="A1" s="2"><v>0.625</v></c>"#,
            Cell::Time(time("15:00")),
        ),
        (
            r#"<c r="A1" s="3"><v>0.3125</v></c>"#,
            Cell::Time(time("07:30")),
        ),
        (
            r#"<c r="A1" s="3"><v>3.1666666666666665</v></c>"#,
            Cell::Text("76:00".into()),
        ),
        (
            r#"<c r="A1" t="d"><v>2023-04-15</v></c>"#,
            Cell::Date {
                day: "2023-04-15".parse().ok(),
                time: None,
                serial: None,
            },
        ),
        (r#"<c r="A1" t="b"><v>1</v></c>"#, Cell::Bool(true)),
        (
            r#"<c r="A1" t="e"><v>#N/A</v></c>"#,
            Cell::Error("#N/A".into()),
        ),
        (r#"<c r="A1"><f>SUM(B1:B9)</f></c>"#, Cell::Uncalculated),
        (
            r#"<c r="A1"><f>SUM(B1:B9)</f><v></v></c>"#,
            Cell::Uncalculated,
        ),
        (
            r#"<c r="A1"><f>SUM(B1:B9)</f><v>0</v></c>"#,
            Cell::Number(0.0),
        ),
        (
            r#"<c r="A1" t="str"><f>IF(B1,1,"")</f><v></v></c>"#,
            Cell::Empty,
        ),
        (r#"<c r="A1" s="1"/>"#, Cell::Empty),
    ];
    for (xml, cell) in facts {
        assert_eq!(first_cell(xml), cell, "{xml}");
    }
}

#[test]
fn texts_are_folded() {
    let facts = [
        ("  Pågår ", Cell::Text("Pågår".into())),
        (
            "Senast&#10;uppdaterad",
            Cell::Text("Senast\nuppdaterad".into()),
        ),
        (
            "Senast_x000D_&#10;uppdaterad",
            Cell::Text("Senast\nuppdaterad".into()),
        ),
        ("1\u{a0}234", Cell::Text("1 234".into())),
        (
            "våld\u{ad}nads\u{200b}havare",
            Cell::Text("våldnadshavare".into()),
        ),
        ("a\u{30a}", Cell::Text("å".into())),
        ("  ", Cell::Empty),
        ("#SAKNAS!", Cell::Error("#SAKNAS!".into())),
        ("#VÄRDEFEL!", Cell::Error("#VÄRDEFEL!".into())),
        ("#DIVISION/0!", Cell::Error("#DIVISION/0!".into())),
        ("#NAMN?", Cell::Error("#NAMN?".into())),
        ("#N/A", Cell::Error("#N/A".into())),
        ("Err:502", Cell::Error("Err:502".into())),
        ("#tryggkalix", Cell::Text("#tryggkalix".into())),
        ("# 3!", Cell::Text("# 3!".into())),
    ];
    for (words, cell) in facts {
        assert_eq!(first_cell(&text(words)), cell, "{words}");
    }
}

#[test]
fn two_far_corners_are_two_cells() {
    let far = xlsx(
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#,
    );
    let sheet = &read(&far).unwrap().workbook.sheets[0];
    assert_eq!(sheet.cell(0, 0), &Cell::Number(1.0));
    assert_eq!(sheet.cell(1_048_575, 16_383), &Cell::Number(2.0));
    assert_eq!(sheet.rows.iter().map(Vec::len).sum::<usize>(), 1 + 16_384);

    let wide: String = (1..=700)
        .map(|row| format!(r#"<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>"#))
        .collect();
    assert_eq!(read(&xlsx(&wide)), Err(Fault::TooLarge));
}

#[test]
fn sheets_merges_and_what_hides_under_them() {
    let rows =
        r#"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>"#;
    let read = read(&xlsx_with(
        "Blad1",
        "",
        rows,
        r#"<mergeCells><mergeCell ref="A1:B2"/></mergeCells>"#,
    ))
    .unwrap();
    let [first, second] = read.workbook.sheets.as_slice() else {
        panic!("two sheets")
    };
    assert_eq!((first.name.as_str(), first.hidden), ("Blad1", false));
    assert_eq!((second.name.as_str(), second.hidden), ("Dold", true));
    assert_eq!(first.merged, [(0, 0, 1, 1)]);
    assert_eq!(
        first.rows,
        [vec![Cell::Number(1.0), Cell::Empty, Cell::Number(3.0)]]
    );
}

#[test]
fn serials_of_1904() {
    let rows = r#"<row r="1"><c r="A1" s="1"><v>43569</v></c></row>"#;
    let read = read(&xlsx_with(
        "Blad1",
        r#"<workbookPr date1904="1"/>"#,
        rows,
        "",
    ))
    .unwrap();
    assert_eq!(
        read.workbook.sheets[0].cell(0, 0),
        &date("2023-04-15", 43_569.0)
    );
}

#[test]
fn identity_numbers_never_leave_the_reader() {
    let rows = format!(
        r#"<row r="1">{}<c r="B1"><v>1212121212</v></c><c r="C1" s="1"><v>191212121212</v></c><c r="D1"><v>5</v></c></row>"#,
        text("Uppföljning av 19121212-1212, se journal")
    );
    let read = read(&xlsx_with("701063-2391", "", &rows, "")).unwrap();
    let sheet = &read.workbook.sheets[0];
    assert_eq!(sheet.name, "••••••-••••");
    let masked = Cell::Text("••••••-••••".into());
    let expected = [
        Cell::Text("Uppföljning av ••••••-••••, se journal".into()),
        masked.clone(),
        masked,
        Cell::Number(5.0),
    ];
    assert_eq!(sheet.rows, [expected]);
    let cells: Vec<&str> = read.masked.iter().map(|(_, cell)| cell.as_str()).collect();
    assert_eq!(cells, ["", "A1", "B1", "C1"]);
    assert!(!format!("{read:?}").contains("1212"));
}

#[test]
fn an_opendocument_sheet() {
    let content = r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:calcext="c"><office:body><office:spreadsheet>
        <table:table table:name="Blad"><table:table-row><table:table-cell office:value-type="date" office:date-value="2022-02-08"/><table:table-cell office:value-type="float" office:value="14"/><table:table-cell office:value-type="string"><text:p>Rolfs</text:p><text:p>by</text:p></table:table-cell><table:table-cell office:value-type="time" office:time-value="PT15H30M00S"/><table:table-cell table:formula="of:=[.A9]" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#SAKNAS!</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2022-02-08T18:00:00"/></table:table-row></table:table>
        </office:spreadsheet></office:body></office:document-content>"#;
    let bytes = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"m\"/>",
        ),
        (
            "content.xml",
            &content.replace(">\n", ">").replace("  ", ""),
        ),
    ]);
    let read = read(&bytes).unwrap();
    let day = "2022-02-08".parse().ok();
    let expected = [
        Cell::Date {
            day,
            time: None,
            serial: None,
        },
        Cell::Number(14.0),
        Cell::Text("Rolfs\nby".into()),
        Cell::Time(NaiveTime::from_hms_opt(15, 30, 0).unwrap()),
        Cell::Error("#SAKNAS!".into()),
        Cell::Date {
            day,
            time: NaiveTime::from_hms_opt(18, 0, 0),
            serial: None,
        },
    ];
    assert_eq!(read.workbook.sheets[0].rows[0], expected);
    // As programs write it that put each element on a line of its own.
    let laid_out = super::repair::rewritten(&bytes, "content.xml", |xml| {
        let text = String::from_utf8(xml).ok()?;
        let text = text.replace("<table:", "\n  <!-- a cell --><table:");
        Some(text.replace("</table:", "\n</table:").into_bytes())
    });
    let again = super::read(&laid_out.unwrap(), "Blad.ods").unwrap();
    assert_eq!(again.workbook.sheets[0].rows, [expected]);
}

#[test]
fn a_macro_sheet_beside_the_log_is_left_out() {
    let log = xlsx(r#"<row r="1"><c r="A1"><v>7</v></c></row>"#);
    let with_macros = super::repair::rewritten(&log, "workbook.xml.rels", |xml| {
        let text = String::from_utf8(xml).ok()?;
        let (first, second) = text.split_once("sheet1.xml")?;
        let second = second.replace("/worksheet\"", "/xlMacrosheet\"");
        Some([first, "sheet1.xml", &second].concat().into_bytes())
    });
    let read = read(&with_macros.unwrap()).unwrap();
    assert_eq!(read.workbook.sheets.len(), 1);
    assert_eq!(read.workbook.sheets[0].rows, [[Cell::Number(7.0)]]);
}
