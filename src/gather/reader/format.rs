//! What kind of file the bytes are, by their content.

use std::io::Cursor;

use zip::ZipArchive;

use super::fault::Fault;
use super::text;
use crate::model::finding::ForeignFormat;

/// A supported format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileFormat {
    /// Office Open XML: .xlsx, .xlsm.
    Xlsx,
    /// Office Open XML with binary parts: .xlsb.
    Xlsb,
    /// OpenDocument: .ods.
    Ods,
    /// BIFF in a compound file: .xls.
    Xls,
    /// A table in plain text: .csv, .txt, .tsv.
    Text,
}

/// The most bytes that the members of a zip file may decompress to.
const MOST_UNPACKED: u64 = 400_000_000;

const COMPOUND_FILE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

impl FileFormat {
    /// Detects the format by content.
    ///
    /// # Errors
    /// [`Fault`] if the format is not supported, or the file is encrypted, truncated, or decompresses to too much.
    pub(super) fn of(bytes: &[u8]) -> Result<FileFormat, Fault> {
        if bytes.is_empty() || bytes.iter().all(|byte| *byte == 0) {
            Err(Fault::Unsupported(ForeignFormat::Empty))
        } else if bytes.starts_with(b"PK\x03\x04") {
            zip(bytes)
        } else if bytes.starts_with(COMPOUND_FILE) {
            compound_file(bytes)
        } else if is_bare_biff(bytes) {
            Err(Fault::Unsupported(ForeignFormat::OldExcel))
        } else if let Some(kind) = markup(bytes) {
            Err(Fault::Unsupported(kind))
        } else if text::has_columns(bytes) {
            Ok(FileFormat::Text)
        } else {
            Err(Fault::Unsupported(ForeignFormat::Other))
        }
    }
}

fn zip(bytes: &[u8]) -> Result<FileFormat, Fault> {
    let members = members(bytes).ok_or_else(|| {
        Fault::Unreadable("the zip file has no directory; it is cut off".to_owned())
    })?;
    let unpacked = members
        .iter()
        .fold(0u64, |sum, member| sum.saturating_add(member.size));
    if unpacked > MOST_UNPACKED {
        return Err(Fault::TooLarge);
    }
    let any = |is: &dyn Fn(&str) -> bool| members.iter().any(|member| is(&member.name));
    if any(&|name| name == "encrypted-package") {
        Err(Fault::Encrypted)
    } else if any(&|name| name.ends_with("workbook.bin")) {
        Ok(FileFormat::Xlsb)
    } else if any(&|name| name.ends_with("workbook.xml") || name.starts_with("xl/worksheets/")) {
        Ok(FileFormat::Xlsx)
    } else if any(&|name| name == "content.xml") && is_spreadsheet(bytes) {
        Ok(FileFormat::Ods)
    } else {
        Err(Fault::Unsupported(ForeignFormat::Other))
    }
}

/// Whether an OpenDocument file does not declare another type. The type is its first member, normally uncompressed.
fn is_spreadsheet(bytes: &[u8]) -> bool {
    let head = bytes.get(..200).unwrap_or(bytes);
    !contains(head, b"opendocument.") || contains(head, b"opendocument.spreadsheet")
}

/// A member of a zip file.
struct PackagePart {
    /// Its path, in lower case.
    name: String,
    /// Its uncompressed size, as the file declares it.
    size: u64,
}

/// What the directory of a zip file tells of its members, one whose own header is damaged left out; `None` if there is no
/// directory.
fn members(bytes: &[u8]) -> Option<Vec<PackagePart>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let members: Vec<PackagePart> = (0..archive.len())
        .filter_map(|index| {
            let member = archive.by_index_raw(index).ok()?;
            Some(PackagePart {
                name: String::from_utf8_lossy(member.name_raw())
                    .replace('\\', "/")
                    .to_lowercase(),
                size: member.size(),
            })
        })
        .collect();
    (!members.is_empty()).then_some(members)
}

/// Whether a compound file (MS-CFB) has a stream of that name, in UTF-16.
fn compound_file(bytes: &[u8]) -> Result<FileFormat, Fault> {
    // Names of streams are compared without regard to case (MS-CFB 2.6.4).
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes
            .windows(name.len())
            .any(|window| window.eq_ignore_ascii_case(&name))
    };
    if holds("EncryptedPackage") {
        Err(Fault::Encrypted)
    } else if holds("Workbook") {
        Ok(FileFormat::Xls)
    } else if holds("Book") {
        // Excel 5 and 95: some of their number formats make counts look like dates, and nothing in a cell
        // distinguishes them.
        Err(Fault::Unsupported(ForeignFormat::OldExcel))
    } else if directory_is_cut_off(bytes) {
        Err(Fault::Unreadable(
            "the file is cut off before its directory".to_owned(),
        ))
    } else {
        Err(Fault::Unsupported(ForeignFormat::Other))
    }
}

/// Whether the directory sector named in a compound file's header lies past the end of the file (MS-CFB 2.2).
fn directory_is_cut_off(bytes: &[u8]) -> bool {
    let number = |at: usize, length: usize| {
        let bytes = bytes.get(at..at + length)?;
        Some(
            bytes
                .iter()
                .rev()
                .fold(0u64, |number, byte| number << 8 | u64::from(*byte)),
        )
    };
    let (Some(shift), Some(sector)) = (number(30, 2), number(48, 4)) else {
        return true;
    };
    let end = (sector + 2).checked_shl(u32::try_from(shift).unwrap_or(u32::MAX));
    end.is_none_or(|end| end > bytes.len() as u64)
}

/// Excel 2 to 4 wrote its records without a container: a BOF of version 2, 3 or 4.
fn is_bare_biff(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [
            0x09,
            0x00 | 0x02 | 0x04 | 0x08,
            0x04 | 0x06 | 0x08 | 0x10,
            0x00,
            ..
        ]
    )
}

/// The format of a file that begins with a tag.
fn markup(bytes: &[u8]) -> Option<ForeignFormat> {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let text = String::from_utf8_lossy(head)
        .trim_start_matches('\u{feff}')
        .trim_start()
        .to_lowercase();
    if !text.starts_with('<') {
        None
    } else if text.contains("excel.sheet") || text.contains("office:spreadsheet") {
        Some(ForeignFormat::OldExcel)
    } else if ["<html", "<!doctype html", "<table", "<meta"]
        .iter()
        .any(|tag| text.contains(tag))
    {
        Some(ForeignFormat::Html)
    } else {
        Some(ForeignFormat::Other)
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
