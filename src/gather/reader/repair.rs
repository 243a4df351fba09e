//! Repairs of intact workbooks that the spreadsheet library refuses.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use quick_xml::events::Event;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// An .xlsx whose Excel 4.0 macro sheets are relabelled as dialogue sheets: neither is read, but the library knows
/// only these.
pub(super) fn without_macro_sheets(bytes: &[u8]) -> Option<Vec<u8>> {
    rewritten(bytes, "workbook.xml.rels", |xml| {
        let text = String::from_utf8(xml).ok()?;
        let plain = ["xlMacrosheet", "xlIntlMacrosheet"]
            .iter()
            .fold(text, |text, kind| {
                text.replace(&format!("/{kind}\""), "/dialogsheet\"")
            });
        Some(plain.into_bytes())
    })
}

/// An .ods without insignificant blanks, line breaks and comments between the elements of its tables.
pub(super) fn without_blanks(bytes: &[u8]) -> Option<Vec<u8>> {
    rewritten(bytes, "content.xml", |xml| {
        let mut reader = quick_xml::Reader::from_reader(xml.as_slice());
        let mut writer = quick_xml::Writer::new(Vec::with_capacity(xml.len()));
        let mut buffer = Vec::new();
        // Whether each open element belongs to a table and holds no text itself.
        let mut open: Vec<bool> = Vec::new();
        loop {
            buffer.clear();
            let event = reader.read_event_into(&mut buffer).ok()?;
            let in_table = open.last().copied().unwrap_or(false);
            let means_nothing = match &event {
                Event::Text(text) => text.trim().is_empty(),
                Event::Comment(_) | Event::PI(_) => true,
                _ => false,
            };
            match &event {
                Event::Start(element) => {
                    let name = element.name();
                    open.push(
                        name.as_ref().starts_with("table:") || name.as_ref().starts_with("office:"),
                    );
                }
                Event::End(_) => {
                    open.pop();
                }
                Event::Eof => return Some(writer.into_inner()),
                _ => {}
            }
            if !(in_table && means_nothing) {
                writer.write_event(event).ok()?;
            }
        }
    })
}

/// A workbook with its parts in UTF-8, where some are in UTF-16: XML may be in either (XML 1.0, 4.3.3). `None` if none is.
pub(super) fn in_utf8(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut wide = BTreeMap::new();
    for index in 0..archive.len() {
        let Ok(member) = archive.by_index(index) else {
            continue;
        };
        let path = member.name().ok()?.to_lowercase();
        let mut first = Vec::new();
        if path.ends_with(".xml") || path.ends_with(".rels") {
            member.take(4).read_to_end(&mut first).ok();
        }
        wide.extend(wide_letters(&first).map(|encoding| (index, encoding)));
    }
    if wide.is_empty() {
        return None;
    }
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut member = archive.by_index(index).ok()?;
        let Some(encoding) = wide.get(&index) else {
            writer.raw_copy_file(member).ok()?;
            continue;
        };
        let mut content = Vec::new();
        member.read_to_end(&mut content).ok()?;
        let text = encoding.decode(&content).0;
        let declared = text.find("?>").unwrap_or(0);
        let (declaration, rest) = text.split_at_checked(declared)?;
        let declaration = ["UTF-16", "utf-16", "Utf-16"]
            .iter()
            .fold(declaration.to_owned(), |all, name| {
                all.replace(name, "UTF-8")
            });
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        let path = member.name().ok()?.into_owned();
        writer.start_file(path, options).ok()?;
        writer.write_all(declaration.as_bytes()).ok()?;
        writer.write_all(rest.as_bytes()).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}

/// UTF-16, if a part begins in it: with its mark, or with `<` in two bytes.
fn wide_letters(first: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    match first {
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => Some(encoding_rs::UTF_16LE),
        [0xFE, 0xFF, ..] | [0, b'<', ..] => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

/// The zip file with one member changed, the first whose path ends in `name`.
pub(super) fn rewritten(
    bytes: &[u8],
    name: &str,
    change: impl FnOnce(Vec<u8>) -> Option<Vec<u8>>,
) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut change = Some(change);
    for index in 0..archive.len() {
        let mut member = archive.by_index(index).ok()?;
        let path = member.name().ok()?.into_owned();
        match change.take_if(|_| path.ends_with(name)) {
            Some(change) => {
                let mut content = Vec::new();
                member.read_to_end(&mut content).ok()?;
                let options =
                    SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
                writer.start_file(path, options).ok()?;
                writer.write_all(&change(content)?).ok()?;
            }
            None => writer.raw_copy_file(member).ok()?,
        }
    }
    Some(writer.finish().ok()?.into_inner())
}
