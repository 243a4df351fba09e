//! What a proposed mapping makes of a sheet: the days it tells of, rows used and left, and why.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::column::{self, CellKind};
use crate::gather::cell::{Cell, Sheet};
use crate::gather::layout::{self, AsOf, RowDisposition, SheetTask};
use crate::gather::value;
use crate::model::activity::UnusedReason;
use crate::model::agreement::{Agreement, Layout, SheetMapping};
use crate::model::finding::Finding;
use crate::model::span::DateSpan;

/// What a mapping makes of a sheet.
#[derive(Clone, Debug, Default)]
pub struct MappingTrial {
    /// From the first to the last day told of.
    pub span: Option<DateSpan>,
    /// Rows that gave something.
    pub used: usize,
    /// Rows that did not, by row from 0.
    pub left: BTreeMap<UnusedReason, BTreeSet<usize>>,
    /// What could not be understood.
    pub findings: Vec<Finding>,
}

/// Reads a sheet by a mapping of the agreement's source `source`.
pub fn outcome(
    agreement: &Agreement,
    source: usize,
    mapping: &SheetMapping,
    (workbook, sheet): (&str, &Sheet),
    as_of: NaiveDate,
) -> MappingTrial {
    let filled = layout::filled_down(sheet);
    let task = SheetTask {
        several: false,
        agreement,
        as_of: &AsOf::new(as_of),
        source,
        mapping,
        workbook,
        sheet,
        filled: &filled,
    };
    let result = layout::read(&task);
    let mut outcome = MappingTrial {
        ..MappingTrial::default()
    };
    for (row, disposition) in &result.dispositions {
        let why = match disposition {
            RowDisposition::Used => {
                outcome.used += 1;
                continue;
            }
            RowDisposition::Rejected => UnusedReason::Rejected,
            RowDisposition::Skipped => result
                .unused
                .get(row)
                .copied()
                .unwrap_or_else(|| left(sheet, *row, mapping)),
        };
        outcome.left.entry(why).or_default().insert(*row);
    }
    let gathered = &result.gathered;
    let days = gathered
        .activities
        .iter()
        .filter(|activity| activity.dated)
        .map(|activity| activity.date);
    let steps = gathered
        .milestones
        .iter()
        .flat_map(|step| [step.due.map(DateSpan::day), step.done.flatten()])
        .flatten();
    let claims = gathered.statements.iter().filter_map(|claim| claim.updated);
    outcome.span = days.chain(steps).chain(claims).reduce(DateSpan::union);
    outcome.findings = result.findings;
    outcome
}

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
