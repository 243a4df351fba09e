//! What a proposed source makes of each sheet of its workbook: the days told of, the rows that count, those that do not, and why.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::gather::account::runs;
use crate::gather::cell::Workbook;
use crate::gather::gather_workbook;
use crate::model::activity::{Gathered, Origin, UnusedReason};
use crate::model::agreement::Agreement;
use crate::model::finding::Finding;
use crate::model::quantity::Quantity;
use crate::model::span::DateSpan;

/// What a source makes of a sheet.
#[derive(Clone, Debug, Default)]
pub struct MappingTrial {
    /// From the first to the last day told of.
    pub span: Option<DateSpan>,
    /// How many rows gave something, or said that there was nothing.
    pub used: u64,
    /// How many did not.
    pub unused: u64,
    /// How many activities, requests, statements, steps or places came of them.
    pub made: u64,
    /// The rows that are counted, in runs: «3, 5–7». Empty where what is made has no rows of its own.
    pub counted: String,
    /// How much there is of each activity.
    pub sums: BTreeMap<String, Quantity>,
    /// The rows that gave nothing, in runs, by why.
    pub left: BTreeMap<UnusedReason, String>,
    /// What could not be understood.
    pub findings: Vec<Finding>,
}

/// What a run makes of each sheet by the sources of the agreement, where the workbook lies alone; none of a sheet that they do not
/// read.
pub fn trials(
    agreement: &Agreement,
    shown: &str,
    workbook: &Workbook,
    as_of: NaiveDate,
) -> Vec<Option<MappingTrial>> {
    let gathered = gather_workbook(agreement, shown, workbook, as_of);
    let sheets = workbook.sheets.iter();
    sheets
        .map(|sheet| {
            trial(&gathered.value, &sheet.name).map(|trial| MappingTrial {
                findings: gathered
                    .findings
                    .iter()
                    .filter(|finding| finding.place.sheet.as_deref() == Some(&sheet.name))
                    .cloned()
                    .collect(),
                ..trial
            })
        })
        .collect()
}

fn trial(gathered: &Gathered, sheet: &str) -> Option<MappingTrial> {
    let accounts = gathered.accounts.iter().flat_map(|account| &account.sheets);
    let account = accounts
        .into_iter()
        .find(|account| account.sheet == sheet)?;
    let mut readings = gathered.readings.values().flatten();
    let left = readings
        .find(|reading| reading.sheet == sheet)
        .map(|reading| reading.left.clone())
        .unwrap_or_default();
    let own = |origin: &Origin| origin.sheet.as_str() == sheet;
    let activities = || gathered.activities.iter().filter(|one| own(&one.origin));
    let requests = || gathered.requests.iter().filter(|one| own(&one.origin));
    let steps = || gathered.milestones.iter().filter(|one| own(&one.origin));
    let claims = || gathered.statements.iter().filter(|one| own(&one.origin));
    let mut sums: BTreeMap<String, Quantity> = BTreeMap::new();
    for one in activities() {
        let sum = sums
            .entry(one.activity.to_string())
            .or_insert(Quantity::ZERO);
        *sum = sum.plus(one.value);
    }
    let origins = activities()
        .map(|one| &one.origin)
        .chain(requests().map(|one| &one.origin))
        .chain(steps().map(|one| &one.origin))
        .chain(claims().map(|one| &one.origin));
    let rows: BTreeSet<usize> = origins.filter_map(|origin| row(&origin.cell)).collect();
    let days = activities().filter(|one| one.dated).map(|one| one.date);
    let asked = requests().map(|one| one.date);
    let planned = steps()
        .flat_map(|step| [step.due.map(DateSpan::day), step.done.flatten()])
        .flatten();
    let claimed = claims().filter_map(|claim| claim.updated);
    Some(MappingTrial {
        span: days
            .chain(asked)
            .chain(planned)
            .chain(claimed)
            .reduce(DateSpan::union),
        used: account.rows_used,
        unused: account.skipped + account.rejected,
        made: account.activities,
        counted: runs(rows),
        sums,
        left,
        findings: Vec::new(),
    })
}

/// The row of a cell, from 0.
fn row(cell: &str) -> Option<usize> {
    let digits = cell.trim_start_matches(|sign: char| !sign.is_ascii_digit());
    digits.parse::<usize>().ok()?.checked_sub(1)
}
