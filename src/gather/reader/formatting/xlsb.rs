//! Formatting of .xlsb ([MS-XLSB] 2.1.4, 2.4): records of a type, a length and that many bytes.

use std::collections::BTreeMap;
use std::io::Read;

use calamine::Dimensions;

use super::package::Package;
use super::sheet::{MOST, SheetFormatting, add_range};

// [MS-XLSB] 2.3.2
const ROW: u16 = 0x0000;
const CELL_ERROR: u16 = 0x0003;
const FORMULA_ERROR: u16 = 0x000B;
const COLUMNS: u16 = 0x003C;
const SHEET: u16 = 0x009C;
const FILTER_COLUMN: u16 = 0x00A3;
const MERGE: u16 = 0x00B0;

/// The most bytes read of a record.
const LONGEST: usize = 1 << 16;

/// Reads the formatting of each sheet, by name.
pub(in super::super) fn of_xlsb(bytes: &[u8]) -> BTreeMap<String, SheetFormatting> {
    let mut all = BTreeMap::new();
    let Some(mut members) = Package::of(bytes) else {
        return all;
    };
    let mut sheets = Vec::new();
    if let Some(member) = members.open("xl/workbook.bin") {
        each_record(member, |kind, bytes| {
            if kind == SHEET {
                sheets.extend(named_sheet(bytes));
            }
        });
    }
    let targets = members.relations("xl/workbook.bin");
    for (name, id) in sheets {
        let Some(member) = targets.get(&id).and_then(|path| members.open(path)) else {
            continue;
        };
        let mut formatting = SheetFormatting::default();
        let mut row = 0;
        each_record(member, |kind, bytes| {
            take(&mut formatting, &mut row, kind, bytes)
        });
        all.insert(name, formatting);
    }
    all
}

fn take(formatting: &mut SheetFormatting, row: &mut u32, kind: u16, bytes: &[u8]) {
    match kind {
        ROW => {
            *row = long(bytes, 0).unwrap_or(*row);
            // Of zero height: hidden.
            if bytes.get(11).is_some_and(|flags| flags & 0x10 != 0) {
                add_range(&mut formatting.hidden_ranges.rows, *row, *row);
            }
        }
        CELL_ERROR | FORMULA_ERROR if formatting.errors.len() < MOST => {
            let error = long(bytes, 0)
                .zip(bytes.get(8))
                .map(|(column, code)| ((*row, column), name(*code).to_owned()));
            formatting.errors.extend(error);
        }
        COLUMNS => {
            if let (Some(first), Some(last), Some(flags)) =
                (long(bytes, 0), long(bytes, 4), bytes.get(16))
                && flags & 1 != 0
            {
                add_range(&mut formatting.hidden_ranges.columns, first, last);
            }
        }
        MERGE if formatting.merged.len() < MOST => {
            if let (Some(top), Some(bottom), Some(left), Some(right)) = (
                long(bytes, 0),
                long(bytes, 4),
                long(bytes, 8),
                long(bytes, 12),
            ) {
                formatting
                    .merged
                    .push(Dimensions::new((top, left), (bottom, right)));
            }
        }
        FILTER_COLUMN => formatting.hidden_ranges.filtered = true,
        _ => {}
    }
}

/// An error by its code ([MS-XLSB] 2.5.97.2).
fn name(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        0x2B => "#GETTING_DATA",
        _ => "#?",
    }
}

/// The name of a sheet and the id of its relation.
fn named_sheet(bytes: &[u8]) -> Option<(String, String)> {
    let (id, next) = wide_text(bytes, 8)?;
    let (name, _) = wide_text(bytes, next)?;
    Some((name, id))
}

/// A text of that many UTF-16 units, and where it ends.
fn wide_text(bytes: &[u8], at: usize) -> Option<(String, usize)> {
    let length = usize::try_from(long(bytes, at)?).ok()?.checked_mul(2)?;
    let end = at.checked_add(4)?.checked_add(length)?;
    let units = bytes
        .get(at + 4..end)?
        .chunks_exact(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    Some((
        char::decode_utf16(units)
            .map(|c| c.unwrap_or('\u{FFFD}'))
            .collect(),
        end,
    ))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(
        bytes.get(at..at.checked_add(4)?)?.try_into().ok()?,
    ))
}

/// Calls `take` with the type and bytes of every record.
fn each_record(mut source: impl Read, mut take: impl FnMut(u16, &[u8])) {
    let mut buffer = Vec::new();
    while let Some((kind, length)) = begin(&mut source) {
        buffer.clear();
        let kept = length.min(LONGEST as u64);
        let read = source.by_ref().take(kept).read_to_end(&mut buffer);
        let skipped = std::io::copy(
            &mut source.by_ref().take(length - kept),
            &mut std::io::sink(),
        );
        if read.is_err() || skipped.is_err() || buffer.len() as u64 != kept {
            return;
        }
        take(kind, &buffer);
    }
}

/// The type and the length at the start of a record: seven bits a byte, the lowest first.
fn begin(source: &mut impl Read) -> Option<(u16, u64)> {
    let mut byte = || {
        let mut one = [0u8];
        source.read_exact(&mut one).ok().map(|()| one[0])
    };
    let first = byte()?;
    let kind = if first & 0x80 == 0 {
        u16::from(first)
    } else {
        u16::from(first & 0x7F) | (u16::from(byte()?) & 0x7F) << 7
    };
    let mut length = 0u64;
    for place in 0..4 {
        let next = byte()?;
        length |= u64::from(next & 0x7F) << (7 * place);
        if next & 0x80 == 0 {
            break;
        }
    }
    Some((kind, length))
}
