//! Why a row of a sheet gives nothing.

use super::column::{self, CellKind};
use crate::gather::cell::{Cell, Sheet};
use crate::gather::value;
use crate::model::activity::UnusedReason;
use crate::model::agreement::{Layout, SheetMapping};

/// Why a row was skipped, as its cells show it.
pub(in crate::gather) fn left(sheet: &Sheet, row: usize, mapping: &SheetMapping) -> UnusedReason {
    let filled: Vec<&Cell> = sheet.filled(row).map(|(_, cell)| cell).collect();
    let text = |cell: &&Cell| {
        if let Cell::Text(text) = cell {
            Some(text.clone())
        } else {
            None
        }
    };
    let says = |is: fn(&str) -> bool| filled.iter().filter_map(text).any(|text| is(&text));
    let when = |cell: &&Cell| {
        matches!(
            column::kind_of(cell),
            Some(CellKind::Date | CellKind::Week | CellKind::Month | CellKind::Count)
        )
    };
    if says(value::is_total_label) {
        UnusedReason::Total
    } else if mapping.layout != Layout::Form && says(value::is_planned_or_cancelled) {
        UnusedReason::Planned
    } else if filled.len() > 1 && !mapping.only_rows.is_empty() {
        UnusedReason::LeftOut
    } else if mapping.layout != Layout::Form && filled.iter().all(when) {
        UnusedReason::Unfilled
    } else {
        UnusedReason::Note
    }
}
