//! The headings that a mapping asks for: which there are, how well a sheet has them, and what is told of the others.

use super::result::MappingResult;
use super::task::SheetTask;
use crate::gather::cell::{Cell, column_name};
use crate::gather::header::{RepeatedHeading, Table};
use crate::model::agreement::{Column, Gives, Layout, SheetMapping};
use crate::model::finding::{FindingKind, RepeatedAt};

/// Every heading a mapping asks for.
pub fn headings(mapping: &SheetMapping) -> Vec<&Column> {
    let given: Vec<&Column> = match &mapping.gives {
        Gives::Counts(counts) => counts.iter().map(|(_, column)| column).collect(),
        Gives::ByColumn { column, .. } => vec![column],
        _ => Vec::new(),
    };
    let filters = mapping.only_rows.iter().map(|filter| &filter.column);
    let named = mapping
        .columns
        .values()
        .chain(mapping.partner_columns.values().flatten());
    let mut all: Vec<&Column> = named.chain(given).chain(filters).collect();
    all.sort();
    all.dedup();
    if mapping.layout == Layout::Months {
        // Which of a month's columns is counted stands under or over it, in no column of its own.
        all.retain(|column| mapping.columns.get("count") != Some(*column));
    }
    all
}

/// How much a sheet is like what a mapping is meant for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeadingMatch {
    /// How many of the headings asked for it has in their own words.
    pub(crate) written: usize,
    /// How many in other words for the same as well.
    pub(crate) found: usize,
}

impl HeadingMatch {
    /// That of a table.
    pub fn of(table: &Table) -> HeadingMatch {
        HeadingMatch {
            written: table.written(),
            found: table.columns.len(),
        }
    }
}

/// Whether a column of figures stands under several groups, and nothing says which is meant: the first is none the better.
pub(crate) fn is_open(task: &SheetTask<'_>, again: &RepeatedHeading) -> bool {
    let counted = match &task.mapping.gives {
        Gives::Counts(counts) => counts.iter().any(|(_, column)| *column == again.column),
        _ => task.mapping.columns.get("count") == Some(&again.column),
    };
    counted && !again.groups.is_empty()
}

/// Tells of headings that are almost or not at all the ones asked for.
pub(crate) fn tell_headings(task: &SheetTask<'_>, table: &Table, result: &mut MappingResult) {
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
        let at = RepeatedAt::Beside {
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

/// Tells that none of the headings is there.
pub(crate) fn tell_all_missing(
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

/// The columns without which a row cannot be told: what is counted, and what chooses.
pub(super) fn carriers<'a>(task: &SheetTask<'a>) -> Vec<&'a Column> {
    let mapping = task.mapping;
    let count = mapping
        .columns
        .get("count")
        .filter(|_| mapping.layout != Layout::Months);
    let answered = mapping.columns.get("answered");
    let filters = mapping.only_rows.iter().map(|filter| &filter.column);
    let given: Vec<&Column> = match &mapping.gives {
        Gives::Counts(counts) => counts.iter().map(|(_, column)| column).collect(),
        Gives::ByColumn { column, .. } => vec![column],
        _ => Vec::new(),
    };
    filters.chain(count).chain(answered).chain(given).collect()
}
