//! `rows.jsonl`: every row of an edition whose lists are too long for `follow-up.json`, a line each.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};

use serde::{Deserialize, Serialize};

use crate::model::activity::{Origin, RecordedActivity};
use crate::model::assessment::CountedRow;
use crate::model::edition::Edition;
use crate::model::row_group::{ComparedRow, RowGroup, row_groups};

use super::super::html::{Medium, RowLimits};

/// The file.
pub(crate) const ROWS: &str = "rows.jsonl";

/// So many activities stand in `follow-up.json` itself.
const MOST_ACTIVITIES: usize = 3_000;
#[derive(Serialize)]
#[serde(tag = "row", rename_all = "kebab-case")]
enum Line<'a> {
    /// What a target counts.
    Counted {
        pledge: &'a str,
        target: &'a str,
        #[serde(flatten)]
        counted: &'a CountedRow,
    },
    /// What it does not count.
    NotCounted {
        pledge: &'a str,
        target: &'a str,
        origin: &'a Origin,
        reason: &'static str,
    },
    /// What the next version is compared with.
    Activity(&'a RecordedActivity),
}

/// A line as a later run reads it.
#[derive(Deserialize)]
#[serde(tag = "row", rename_all = "kebab-case")]
enum LineRead {
    Counted { origin: Origin },
    NotCounted,
    Activity(RecordedActivity),
}

/// What `follow-up.json` says of the rows that the next version is compared with, where they stand beside it.
#[derive(Serialize, Deserialize)]
pub(super) struct RowsFile {
    file: String,
    rows: usize,
    pub(super) groups: Vec<RowGroup>,
}

impl RowsFile {
    pub(super) fn new(edition: &Edition) -> RowsFile {
        // Of so many rows those that are no activities are not remembered.
        let rows = activities(edition).map(|row| ComparedRow {
            origin: &row.origin,
            activity: &row.activity,
            content: &row.content,
            date: row.date,
            value: row.value,
        });
        RowsFile {
            file: ROWS.to_owned(),
            rows: activities(edition).count(),
            groups: row_groups(rows, edition.period.end()),
        }
    }
}

/// How long the lists of `follow-up.json` may be, as on the page; none where all of them are whole.
pub(super) fn limits(edition: &Edition) -> Option<RowLimits> {
    let limits = RowLimits::new(edition, Medium::Screen);
    let is_cut = edition.remembered.len() > MOST_ACTIVITIES
        || edition.targets().any(|target| {
            target.counted.len() > limits.counted
                || target.not_counted.len() > limits.not_counted
                || target
                    .windows
                    .iter()
                    .any(|window| window.parts.len() > limits.parts)
        });
    is_cut.then_some(limits)
}

/// Whether the rows stand in a file of their own.
pub(crate) fn are_in_file(edition: &Edition) -> bool {
    limits(edition).is_some()
}

/// Writes the file.
///
/// # Errors
/// If it cannot be written.
pub(crate) fn write(edition: &Edition, mut to: impl Write) -> std::io::Result<()> {
    let mut put = |line: &Line<'_>| {
        serde_json::to_writer(&mut to, line)?;
        to.write_all(b"\n")
    };
    for pledge in &edition.pledges {
        for target in &pledge.targets {
            let (pledge, target, rows) = (&*pledge.id, &*target.id, target);
            for counted in rows.counted.iter() {
                put(&Line::Counted {
                    pledge,
                    target,
                    counted,
                })?;
            }
            for left in &rows.not_counted {
                if let Some(origin) = &left.origin {
                    put(&Line::NotCounted {
                        pledge,
                        target,
                        origin,
                        reason: left.reason.name(),
                    })?;
                }
            }
        }
    }
    activities(edition).try_for_each(|row| put(&Line::Activity(row)))
}

fn activities(edition: &Edition) -> impl Iterator<Item = &RecordedActivity> {
    edition.remembered.iter().filter(|row| !row.passed_over)
}

/// What a later run reads of some groups.
#[derive(Default)]
pub(crate) struct RowsRead {
    pub(crate) activities: Vec<RecordedActivity>,
    /// The cells of their sheets that counted for some target.
    pub(crate) counted: BTreeSet<Origin>,
}

/// The rows of some groups.
///
/// # Errors
/// The fault in words, if a line cannot be understood.
pub(crate) fn read_back(file: impl Read, wanted: &[RowGroup]) -> Result<RowsRead, String> {
    let names: BTreeSet<(&str, &str, &str)> = wanted
        .iter()
        .map(|group| (&*group.workbook, &*group.sheet, &*group.activity))
        .collect();
    let sheets: BTreeSet<(&str, &str)> = names
        .iter()
        .map(|(workbook, sheet, _)| (*workbook, *sheet))
        .collect();
    let mut read = RowsRead::default();
    for line in BufReader::new(file).lines() {
        let line = line.map_err(|fault| fault.to_string())?;
        let line: LineRead = serde_json::from_str(&line).map_err(|fault| fault.to_string())?;
        match line {
            LineRead::Activity(row) => {
                let origin = &row.origin;
                if names.contains(&(&*origin.workbook, &*origin.sheet, &*row.activity)) {
                    read.activities.push(row);
                }
            }
            LineRead::Counted { origin } => {
                if sheets.contains(&(&*origin.workbook, &*origin.sheet)) {
                    read.counted.insert(origin);
                }
            }
            LineRead::NotCounted => {}
        }
    }
    Ok(read)
}
