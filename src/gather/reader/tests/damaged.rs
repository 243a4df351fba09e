//! What is no workbook, or a broken one.

use super::*;
use crate::model::finding::ForeignFormat;

#[test]
fn what_is_no_workbook() {
    let utf16 = |text: &str| {
        text.encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>()
    };
    let compound = |name: &str| {
        [
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(),
            &[0; 600],
            &utf16(name),
        ]
        .concat()
    };
    let facts = [
        (b"".to_vec(), Fault::Unsupported(ForeignFormat::Empty)),
        (vec![0; 512], Fault::Unsupported(ForeignFormat::Empty)),
        (
            b"<html><table><tr><td>1</td></tr></table></html>".to_vec(),
            Fault::Unsupported(ForeignFormat::Html),
        ),
        (
            b"\xEF\xBB\xBF  <!DOCTYPE html>".to_vec(),
            Fault::Unsupported(ForeignFormat::Html),
        ),
        (
            b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>".to_vec(),
            Fault::Unsupported(ForeignFormat::OldExcel),
        ),
        (
            b"Hej!\nVi h\xF6rs, senare\n".to_vec(),
            Fault::Unsupported(ForeignFormat::Other),
        ),
        (
            b"%PDF-1.7\n\x00\x01".to_vec(),
            Fault::Unsupported(ForeignFormat::Other),
        ),
        (
            b"\x05Anna \x05\x00A\x00n\x00n\x00a".to_vec(),
            Fault::Unsupported(ForeignFormat::Other),
        ),
        (
            b"\x09\x04\x06\x00\x00\x00\x10\x00".to_vec(),
            Fault::Unsupported(ForeignFormat::OldExcel),
        ),
        // Excel 95: a stream that is called «Book», where later ones have «Workbook»
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0B\0o\0o\0k\0".to_vec(),
            Fault::Unsupported(ForeignFormat::OldExcel),
        ),
        (
            zipped(&[("word/document.xml", "<a/>")]),
            Fault::Unsupported(ForeignFormat::Other),
        ),
        (zipped(&[("encrypted-package", "…")]), Fault::Encrypted),
        (compound("EncryptedPackage"), Fault::Encrypted),
        (
            compound("WordDocument"),
            Fault::Unsupported(ForeignFormat::Other),
        ),
    ];
    for (bytes, fault) in facts {
        assert_eq!(
            read(&bytes),
            Err(fault),
            "{}",
            String::from_utf8_lossy(&bytes)
        );
    }
}

#[test]
fn a_compound_file_that_is_cut_off_is_damaged() {
    // MS-CFB 2.2: sectors of 512 bytes, the directory in the hundredth.
    let mut header = vec![0u8; 512];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    (header[30], header[48]) = (9, 100);
    for length in [40, 512, 2048] {
        let mut cut = header.clone();
        cut.resize(length, 0);
        assert!(matches!(read(&cut), Err(Fault::Unreadable(_))), "{length}");
    }
}

#[test]
fn damaged_workbooks_are_told_and_survived() {
    let whole = xlsx(r#"<row r="1"><c r="A1"><v>1</v></c></row>"#);
    for length in 1..whole.len() {
        assert!(read(&whole[..length]).is_err(), "{length} bytes");
    }
    for place in (0..whole.len()).step_by(3) {
        let mut bytes = whole.clone();
        bytes[place] ^= 0xFF;
        // Some bytes do not matter; none may bring the program down.
        let _ = read(&bytes);
    }
    let odd = xlsx(r#"<row r="1"><c r="A1" t="19121212-1212"><v>1</v></c></row>"#);
    let Err(Fault::Unreadable(why)) = read(&odd) else {
        panic!("an unknown type")
    };
    assert!(!why.contains("1212-1212"), "{why}");
}

/// Programs that write row by row, without knowing how long a sheet will be, write sizes in the form for more than 4 GB.
#[test]
fn a_workbook_may_tell_its_sizes_in_the_form_for_large_files() {
    let rows = r#"<row r="1"><c r="A1"><v>1</v></c></row>"#;
    let small = xlsx(rows);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(small.clone())).unwrap();
    let members: Vec<(String, String)> = (0..archive.len())
        .map(|index| {
            let mut member = archive.by_index(index).unwrap();
            let mut text = String::new();
            std::io::Read::read_to_string(&mut member, &mut text).unwrap();
            (member.name().unwrap().into_owned(), text)
        })
        .collect();
    let named: Vec<(&str, &str)> = (members.iter())
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let packed = zip::write::SimpleFileOptions::default().large_file(true);
    let large = zipped_as(&named, packed);
    assert!(large.len() > small.len(), "the form is another");
    let cell = |bytes: &[u8]| read(bytes).unwrap().workbook.sheets[0].cell(0, 0).clone();
    assert_eq!(cell(&large), cell(&small));
}
