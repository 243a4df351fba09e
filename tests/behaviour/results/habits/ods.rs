//! Writes workbooks as .ods: as much of OpenDocument as cells, merges and their dress take.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::book::{Book, Cell, Script, Sheet, Value};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2"><office:automatic-styles>
<style:style style:name="cstruck" style:family="table-cell"><style:text-properties style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style>
<style:style style:name="cbold" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="tstruck" style:family="text"><style:text-properties style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style>
<style:style style:name="tbold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="traised" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
</office:automatic-styles><office:body><office:spreadsheet>"#;

const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"#;

/// `wide` writes its content in UTF-16.
pub(super) fn ods(book: &Book, wide: bool) -> Vec<u8> {
    let mut content = HEAD.to_owned();
    for sheet in &book.sheets {
        put_sheet(&mut content, sheet);
    }
    content += "</office:spreadsheet></office:body></office:document-content>";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let content = if wide {
        let content = content.replace("UTF-8", "UTF-16");
        let units = content.encode_utf16().flat_map(u16::to_le_bytes);
        [0xFF, 0xFE].into_iter().chain(units).collect()
    } else {
        content.into_bytes()
    };
    for (name, bytes) in [
        (
            "mimetype",
            &b"application/vnd.oasis.opendocument.spreadsheet"[..],
        ),
        ("content.xml", &content),
        ("META-INF/manifest.xml", MANIFEST.as_bytes()),
    ] {
        zip.start_file(name, stored).expect("a member");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a workbook").into_inner()
}

fn put_sheet(content: &mut String, sheet: &Sheet) {
    let name = escaped(&sheet.name);
    write!(content, "<table:table table:name=\"{name}\">").expect("text");
    for (at, row) in sheet.rows.iter().enumerate() {
        let hidden = match sheet.hidden_rows.contains(&at) {
            true => " table:visibility=\"collapse\"",
            false => "",
        };
        write!(content, "<table:table-row{hidden}>").expect("text");
        let merged_to = sheet.merges.iter().map(|(.., right)| right + 1).max();
        let width = row.cells.len().max(merged_to.unwrap_or(0)).max(1);
        for column in 0..width {
            let empty = Cell::default();
            let cell = row.cells.get(column).unwrap_or(&empty);
            put_cell(content, sheet, (at, column), cell);
        }
        content.push_str("</table:table-row>");
    }
    content.push_str("</table:table>");
}

fn put_cell(content: &mut String, sheet: &Sheet, (row, column): (usize, usize), cell: &Cell) {
    let merge = sheet.merges.iter().find(|(top, left, bottom, right)| {
        (*top..=*bottom).contains(&row) && (*left..=*right).contains(&column)
    });
    let (element, spans) = match merge {
        Some((top, left, bottom, right)) if (*top, *left) == (row, column) => {
            let (rows, columns) = (bottom - top + 1, right - left + 1);
            let spans = format!(
                " table:number-rows-spanned=\"{rows}\" table:number-columns-spanned=\"{columns}\""
            );
            ("table:table-cell", spans)
        }
        Some(_) => ("table:covered-table-cell", String::new()),
        None => ("table:table-cell", String::new()),
    };
    let dress = match (cell.struck, cell.bold) {
        (true, _) => " table:style-name=\"cstruck\"",
        (_, true) => " table:style-name=\"cbold\"",
        _ => "",
    };
    let shown = escaped(&cell.value.to_string());
    let (kind, text) = match &cell.value {
        Value::Empty => (String::new(), None),
        Value::Text(_) => (typed("string", ""), Some(shown)),
        Value::Number(number) | Value::Formula(number) => {
            let formula = match &cell.value {
                Value::Formula(_) => " table:formula=\"of:=SUM(1;2)\"",
                _ => "",
            };
            let value = format!("{formula} office:value=\"{number}\"");
            (typed("float", &value), Some(number.to_string()))
        }
        Value::Day(day) => (
            typed("date", &format!(" office:date-value=\"{day}\"")),
            Some(shown),
        ),
        Value::Bool(yes) => (
            typed("boolean", &format!(" office:boolean-value=\"{yes}\"")),
            Some(shown),
        ),
        Value::NotAvailable => (typed("string", ""), Some("#N/A".to_owned())),
        Value::Rich(pieces) => {
            let spans = pieces.iter().map(|(text, script)| {
                let style = match script {
                    Script::Plain => return escaped(text),
                    Script::Bold => "tbold",
                    Script::Raised => "traised",
                    Script::Struck => "tstruck",
                };
                let text = escaped(text);
                format!("<text:span text:style-name=\"{style}\">{text}</text:span>")
            });
            (typed("string", ""), Some(spans.collect()))
        }
    };
    let text = text.map(|text| format!("<text:p>{text}</text:p>"));
    let text = text.unwrap_or_default();
    write!(content, "<{element}{dress}{spans}{kind}>{text}</{element}>").expect("text");
}

fn typed(kind: &str, value: &str) -> String {
    format!(" office:value-type=\"{kind}\"{value}")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
