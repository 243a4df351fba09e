//! `[[source]]`: whose workbooks, where they lie, how often they are kept, and their sheets.

use super::sheet;
use crate::load::faults::Faults;
use crate::load::keys::SourceKeys;
use crate::model::agreement::Source;
use crate::privacy::without_identity_numbers;

pub(super) fn source(keys: SourceKeys, faults: &Faults) -> Source {
    let sheets = keys.sheet.value.into_iter().flatten();
    let pattern = keys.files.value.unwrap_or_default();
    Source {
        // A fault without either: the empty text is never seen, and its sheets are still read for theirs.
        partner: keys.partner.value.unwrap_or_default(),
        files: without_identity_numbers(pattern.clone()),
        pattern,
        expected: keys.expected.value,
        due: keys.due.value,
        ignored: keys.ignore.value.unwrap_or_default(),
        sheets: sheets
            .filter_map(|sheet| sheet::sheet(sheet, faults))
            .collect(),
        line: keys.begin.line,
    }
}
