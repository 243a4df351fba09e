//! The headings of a mapping, how well a sheet has them, and the findings about the others.

use super::result::MappingResult;
use super::task::SheetTask;
use crate::gather::cell::{Cell, column_name};
use crate::gather::header::{RepeatedHeading, Table};
use crate::model::agreement::{Column, Gives, Layout, SheetMapping};
use crate::model::finding::{FindingKind, RepeatedAt};

/// Every heading of a mapping that has a column of its own.
pub fn headings(mapping: &SheetMapping) -> Vec<&Column> {
    let mut all = mapping.headings();
    if mapping.layout == Layout::Months {
        // The heading that chooses among a month's columns is under or over the month, without a column of its own.
        all.retain(|column| chosen_heading(mapping) != Some(*column));
    }
    all
}

/// What a month's or a year's right column is called, where it has several.
pub(super) fn chosen_heading(mapping: &SheetMapping) -> Option<&Column> {
    mapping.columns.get(match mapping.gives {
        Gives::Indicator(_) => "value",
        _ => "count",
    })
}

/// How well a sheet matches a mapping.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeadingMatch {
    /// How many of the mapped headings it has in their own words.
    pub(crate) written: usize,
    /// How many, including synonyms.
    pub(crate) found: usize,
}

impl HeadingMatch {
    pub fn of(table: &Table) -> HeadingMatch {
        HeadingMatch {
            written: table.written(),
            found: table.columns.len(),
        }
    }
}

/// Whether a column of figures occurs under several groups, with nothing to choose by.
pub(crate) fn is_open(task: &SheetTask<'_>, again: &RepeatedHeading) -> bool {
    let counted = match &task.mapping.gives {
        Gives::Counts(counts) => counts.iter().any(|(_, column)| *column == again.column),
        _ => task.mapping.columns.get("count") == Some(&again.column),
    };
    counted && !again.groups.is_empty()
}

/// Adds findings about headings that match inexactly or not at all.
pub(crate) fn warn_of_headings(task: &SheetTask<'_>, table: &Table, result: &mut MappingResult) {
    for near in &table.near {
        let kind = FindingKind::NearHeading {
            heading: near.column.heading.clone(),
            found: near.found.clone(),
        };
        result.findings.push(task.finding(kind, near.at));
    }
    for again in &table.again {
        if is_open(task, again) {
            result.damaged = true;
            let kind = FindingKind::AmbiguousColumns {
                heading: again.column.heading.clone(),
                choices: Some(again.groups.join("», «")),
            };
            result.findings.push(task.finding(kind, again.at));
            continue;
        }
        // The rows of another table beside this one are not read.
        result.damaged |= !(table.left..=table.right).contains(&again.at.1);
        let at = RepeatedAt::OtherColumn {
            heading: again.column.heading.clone(),
            column: column_name(again.taken),
        };
        let kind = FindingKind::RepeatedHeading { at };
        result.findings.push(task.finding(kind, again.at));
    }
    for missing in &table.missing {
        result.damaged = true;
        let kind = FindingKind::MissingHeading {
            heading: missing.column.heading.clone(),
            nearest: missing.nearest.clone(),
        };
        result.findings.push(task.sheet_finding(kind));
    }
}

/// Adds a finding that none of the headings is there.
pub(crate) fn warn_of_missing_headings(
    task: &SheetTask<'_>,
    wanted: &[&Column],
    result: &mut MappingResult,
) {
    if task
        .sheet
        .rows
        .iter()
        .flatten()
        .all(|cell| *cell == Cell::Empty)
    {
        // A sheet that nobody has begun on.
        return;
    }
    result.damaged = true;
    let all = wanted
        .iter()
        .map(|column| column.heading.as_str())
        .collect::<Vec<_>>()
        .join("», «");
    let kind = FindingKind::MissingHeading {
        heading: all,
        nearest: None,
    };
    result.findings.push(task.sheet_finding(kind));
}

/// The columns without which no row can be read: what is counted, and what selects rows.
pub(super) fn essential_columns<'a>(task: &SheetTask<'a>) -> Vec<&'a Column> {
    let mapping = task.mapping;
    let count = mapping
        .columns
        .get("count")
        .filter(|_| mapping.layout != Layout::Months);
    let answered = mapping.columns.get("answered");
    let filters = mapping.filters().map(|filter| &filter.column);
    let given: Vec<&Column> = match &mapping.gives {
        Gives::Counts(counts) => counts.iter().map(|(_, column)| column).collect(),
        Gives::ByColumn { column, .. } => vec![column],
        _ => Vec::new(),
    };
    filters.chain(count).chain(answered).chain(given).collect()
}
