//! A sheet that has rows of another.

use super::rows::SheetRows;
use crate::gather::name_pattern::NamePattern;
use crate::model::agreement::Source;
use crate::model::finding::Repetition;

/// What becomes of the rows of one sheet, and because of which other sheet.
pub(super) struct RepeatedSheet {
    pub(super) sheet: usize,
    pub(super) other: usize,
    pub(super) how: Repetition,
    /// Indices of its rows.
    pub(super) rows: Vec<usize>,
}

/// Whether rows of two sheets can be the same: no mapping of its own says that they are two.
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
