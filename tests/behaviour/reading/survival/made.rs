//! Workbooks that no program that means well has written.

use std::io::Write;

pub(super) fn zipped(members: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in members {
        writer
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook whose only sheet has this XML.
pub(super) fn xlsx(sheet: &str) -> Vec<u8> {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let relation = |kind: &str, target: &str| {
        format!(
            r#"<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{relations}/{kind}" Target="{target}"/></Relationships>"#
        )
    };
    let book = format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{relations}"><sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>"#
    );
    zipped(&[
        (
            "[Content_Types].xml",
            &format!(r#"<Types xmlns="{package}/content-types"/>"#),
        ),
        (
            "_rels/.rels",
            &relation("officeDocument", "xl/workbook.xml"),
        ),
        ("xl/workbook.xml", &book),
        (
            "xl/_rels/workbook.xml.rels",
            &relation("worksheet", "worksheets/sheet1.xml"),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

pub(super) fn sheet(rows: &str) -> String {
    format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    )
}

/// A zip file that says of its members that they unpack to 2 GB each.
pub(super) fn zip_bomb() -> Vec<u8> {
    let mut bytes = xlsx(&sheet(&" ".repeat(1_000_000)));
    let entries: Vec<usize> = (0..bytes.len() - 4)
        .filter(|at| bytes[*at..].starts_with(b"PK\x01\x02"))
        .map(|at| at + 24)
        .collect();
    for at in entries {
        bytes[at..at + 4].copy_from_slice(&2_000_000_000u32.to_le_bytes());
    }
    bytes
}

pub(super) fn one_giant_string() -> Vec<u8> {
    let text = "a".repeat(300_000_000);
    xlsx(&sheet(&format!(
        r#"<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>"#
    )))
}

pub(super) fn entity_bomb() -> Vec<u8> {
    let mut entities = String::from(r#"<!ENTITY a0 "aaaaaaaaaa">"#);
    for level in 1..12 {
        let inner = format!("&a{};", level - 1).repeat(10);
        entities.push_str(&format!(r#"<!ENTITY a{level} "{inner}">"#));
    }
    let rows = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>&a11;</t></is></c></row>"#;
    xlsx(&format!("<!DOCTYPE worksheet [{entities}]>{}", sheet(rows)))
}

/// A compound file (MS-CFB 2.2): a header, one sector of the allocation table, and a directory with these entries. The
/// directory's chain ends, or comes back to itself.
pub(super) fn compound_file(entries: &[(&str, u8)], loops: bool) -> Vec<u8> {
    let mut header = vec![0u8; 512];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(24, &[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    put(44, &1u32.to_le_bytes());
    put(48, &1u32.to_le_bytes());
    put(56, &4096u32.to_le_bytes());
    put(60, &0xFFFF_FFFEu32.to_le_bytes());
    put(68, &0xFFFF_FFFEu32.to_le_bytes());
    put(76, &[0xFF; 436]);
    put(76, &0u32.to_le_bytes());

    let mut table = vec![0xFFu8; 512];
    table[..4].copy_from_slice(&0xFFFF_FFFDu32.to_le_bytes());
    table[4..8].copy_from_slice(&(if loops { 1 } else { 0xFFFF_FFFEu32 }).to_le_bytes());
    table[8..12].copy_from_slice(&2u32.to_le_bytes());

    let mut directory = vec![0u8; 512];
    for (index, (name, kind)) in entries.iter().enumerate() {
        let entry = &mut directory[index * 128..(index + 1) * 128];
        let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry[..units.len()].copy_from_slice(&units);
        entry[64..66].copy_from_slice(&(units.len() as u16 + 2).to_le_bytes());
        entry[66] = *kind;
        entry[68..80].copy_from_slice(&[0xFF; 12]);
        entry[116..120].copy_from_slice(&2u32.to_le_bytes());
        entry[120..124].copy_from_slice(&100_000u32.to_le_bytes());
    }
    [header, table, directory, vec![0; 512]].concat()
}

pub(super) fn looping_sectors() -> Vec<u8> {
    compound_file(&[("Root Entry", 5), ("Workbook", 2)], true)
}

pub(super) fn encrypted() -> Vec<u8> {
    compound_file(&[("Root Entry", 5), ("EncryptedPackage", 2)], false)
}

pub(super) fn truncated() -> Vec<u8> {
    let whole = xlsx(&sheet(r#"<row r="1"><c r="A1"><v>1</v></c></row>"#));
    whole[..whole.len() / 2].to_vec()
}

pub(super) fn far_corners() -> Vec<u8> {
    let rows = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
    xlsx(&sheet(rows))
}
