//! Logs of very many rows, added up as they are read: rows that are the same in all that a target may ask of them become one
//! activity, as if whoever keeps the log had written one row for each day. So a sheet of a million rows takes as little memory
//! as one of some hundred.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::result::MappingResult;
use super::task::SheetTask;
use crate::gather::cell::place_of;
use crate::gather::value;
use crate::model::activity::Activity;
use crate::model::agreement::{Agreement, Gives};
use crate::model::finding::{Finding, FindingKind};
use crate::model::quantity::{Amount, Quantity};
use crate::model::target::{Target, TargetKind};

/// The fields that a length or a time of day may be read from.
const OF_TIME: [&str; 4] = ["time", "until", "minutes", "hours"];

/// The rows of one log, while they are added up.
pub(super) struct RowSums {
    /// The activities of which a target asks how much each row is.
    kept_apart: BTreeSet<String>,
    /// The fields that a target may ask for.
    asked: BTreeSet<String>,
    /// The rows that a ruling is about.
    ruled: BTreeSet<usize>,
    /// The index of the activity that adds up what has this hash, and its first row.
    known: HashMap<u64, (usize, usize)>,
    /// How many rows gave something that is added up.
    rows: usize,
}

impl RowSums {
    /// None where the log has not very many rows, or each of its rows must be known: requests, and numbers that hold those before
    /// them.
    pub(super) fn of(task: &SheetTask<'_>, rows: usize) -> Option<RowSums> {
        let columns = &task.mapping.columns;
        let asks = columns.contains_key("request") || columns.contains_key("answered");
        let counted: Vec<&str> = match &task.mapping.gives {
            Gives::Counts(counts) => counts.iter().map(|(_, column)| column).collect(),
            _ => Vec::from_iter(columns.get("count")),
        }
        .into_iter()
        .map(|column| column.heading.as_str())
        .collect();
        let is_running = counted.into_iter().any(value::is_cumulative);
        if rows <= task.detail.most_rows() || asks || is_running {
            return None;
        }
        let agreement = task.agreement;
        let ruled = agreement
            .rulings
            .iter()
            .filter(|ruling| ruling.workbook == task.workbook && ruling.sheet == task.sheet.name);
        Some(RowSums {
            kept_apart: kept_apart(agreement),
            asked: asked(agreement),
            ruled: ruled
                .filter_map(|ruling| Some(place_of(&ruling.cell)?.0))
                .collect(),
            known: HashMap::new(),
            rows: 0,
        })
    }

    /// The fields that a target may ask for.
    pub(super) fn asked(&self) -> &BTreeSet<String> {
        &self.asked
    }

    /// Adds what a row has given, the activities from this index on, to what is the same.
    pub(super) fn take(&mut self, row: usize, from: usize, result: &mut MappingResult) {
        if self.ruled.contains(&row) {
            return;
        }
        let all = &mut result.gathered.activities;
        self.rows += usize::from(all.len() > from);
        let mut at = from;
        while let Some(activity) = all.get_mut(at) {
            if self.kept_apart.contains(activity.activity.as_str()) {
                at += 1;
                continue;
            }
            activity.content = String::new();
            match self.same(all, at) {
                Ok((known, first)) => {
                    let more = all.swap_remove(at);
                    if let Some(known) = all.get_mut(known) {
                        known.value = known.value.plus(more.value);
                        known.rows = known.rows.saturating_add(more.rows);
                    }
                    result.joined.push((row, first));
                }
                Err(hash) => {
                    self.known.insert(hash, (at, row));
                    at += 1;
                }
            }
        }
    }

    /// What an activity is to be added to; else the hash that it is to be known by.
    fn same(&self, all: &[Activity], at: usize) -> Result<(usize, usize), u64> {
        let Some(activity) = all.get(at) else {
            return Err(0);
        };
        let mut hash = hash_of(activity);
        // What shares a hash and is something else stands one after the other.
        while let Some(known) = self.known.get(&hash) {
            if all
                .get(known.0)
                .is_some_and(|other| is_same(activity, other))
            {
                return Ok(*known);
            }
            hash = hash.wrapping_add(1);
        }
        Err(hash)
    }

    /// Tells that rows were added up.
    pub(super) fn finish(self, task: &SheetTask<'_>, result: &mut MappingResult) {
        if !result.joined.is_empty() {
            let kind = FindingKind::RowsAddedUp {
                count: self.rows,
                sums: result.gathered.activities.len(),
            };
            let told: Finding = task.sheet_finding(kind);
            result.findings.push(told);
        }
    }
}

/// Whether nothing, a number or something uncertain is counted: sums of one kind are of that kind.
fn class(value: Quantity) -> (bool, bool, bool) {
    (
        value.low() > Amount::ZERO,
        value.is_exact(),
        value.high().is_some(),
    )
}

fn hash_of(activity: &Activity) -> u64 {
    let mut hasher = DefaultHasher::new();
    (&activity.activity, activity.date, activity.dated).hash(&mut hasher);
    class(activity.value).hash(&mut hasher);
    for (name, field) in activity.fields.iter() {
        (name, &field.text).hash(&mut hasher);
    }
    hasher.finish()
}

fn is_same(one: &Activity, other: &Activity) -> bool {
    one.activity == other.activity
        && (one.date, one.dated) == (other.date, other.dated)
        && class(one.value) == class(other.value)
        && one.fields == other.fields
}

/// The activities whose rows are not added up, since a target asks how much each row is.
fn kept_apart(agreement: &Agreement) -> BTreeSet<String> {
    let by_row = |target: &&Target| {
        !target.unit_minutes.is_empty()
            || matches!(target.kind, TargetKind::State { .. })
            || target.asked().any(|condition| condition.field == "count")
    };
    let named = |target: &Target| [target.of.clone(), target.whole().to_vec()].concat();
    agreement.targets().filter(by_row).flat_map(named).collect()
}

/// The fields that any target asks for.
fn asked(agreement: &Agreement) -> BTreeSet<String> {
    let mut asked = BTreeSet::new();
    for target in agreement.targets() {
        asked.extend(target.asked().map(|condition| condition.field.clone()));
        asked.extend(target.parts().iter().map(|part| part.field.clone()));
        asked.extend(target.distinct.clone());
        if let TargetKind::Together { same, .. } = &target.kind {
            asked.insert(same.clone());
        }
    }
    if OF_TIME.iter().any(|name| asked.contains(*name)) {
        asked.extend(OF_TIME.map(str::to_owned));
    }
    asked
}
