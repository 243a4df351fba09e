//! A sheet that has rows of another.

use super::rows::SheetRows;
use crate::gather::name_pattern::NamePattern;
use crate::model::agreement::Source;
use crate::model::finding::Repetition;

/// The repeated rows of one sheet, and the sheet that has them too.
pub(super) struct RepeatedSheet {
    pub(super) sheet: usize,
    pub(super) other: usize,
    pub(super) how: Repetition,
    /// Indices of its rows.
    pub(super) rows: Vec<usize>,
}

/// Whether rows of two sheets can be the same: false where mappings of their own say that they differ.
pub(super) fn comparable(source: &Source, one: &SheetRows, other: &SheetRows) -> bool {
    one.workbook != other.workbook
        || one.unread
        || other.unread
        || source.sheets.iter().any(|mapping| {
            mapping.name.as_ref().is_none_or(|name| {
                let pattern = NamePattern::new(name);
                pattern.fits(&one.sheet) && pattern.fits(&other.sheet)
            })
        })
        || source.sheets.is_empty()
}
