//! Rows of which two sheets say different things: one that it was held, the other that it was planned or called off.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::repeated_sheet::{RepeatedSheet, comparable};
use super::rows::{CountedRow, SheetRows, about};
use crate::gather::extraction::SourceExtraction;
use crate::model::activity::Activity;
use crate::model::agreement::Source;
use crate::model::finding::Repetition;
use crate::model::name::Name;
use crate::model::quantity::Amount;

/// An activity by the index of its extraction, and its own in that.
type Place = (usize, usize);

/// The activities that another sheet has too, in a row that may not have been held.
pub(super) fn doubted(
    found: &[RepeatedSheet],
    sheets: &[SheetRows],
    parts: &[SourceExtraction],
) -> Vec<Place> {
    let value = |row: &CountedRow| Some(activity(parts, row.at)?.value);
    let is_doubted = |row: &&CountedRow| {
        value(row).is_some_and(|value| value.low() == Amount::ZERO && !value.is_exact())
    };
    let mut places = BTreeSet::new();
    for repeated in found {
        let (Some(sheet), Some(other)) = (sheets.get(repeated.sheet), sheets.get(repeated.other))
        else {
            continue;
        };
        let keys: HashSet<u64> = sheet
            .at(&repeated.rows)
            .filter(is_doubted)
            .map(|row| row.mapped)
            .collect();
        let same = other.rows.iter().filter(|row| keys.contains(&row.mapped));
        places.extend(same.map(|row| row.at));
    }
    places.into_iter().collect()
}

/// Lets activities count from nothing.
pub(super) fn make_uncertain(places: &[Place], parts: &mut [SourceExtraction]) {
    for (part, index) in places {
        let all = parts
            .get_mut(*part)
            .map(|part| &mut part.result.gathered.activities);
        if let Some(activity) = all.and_then(|all| all.get_mut(*index)) {
            activity.value = activity.value.perhaps();
        }
    }
}

fn activity(parts: &[SourceExtraction], (part, index): Place) -> Option<&Activity> {
    parts.get(part)?.result.gathered.activities.get(index)
}

/// The rows that another sheet, with rows in common, says were not held.
pub(super) fn not_held(
    source: &Source,
    sheets: &[SheetRows],
    parts: &[SourceExtraction],
    found: &[RepeatedSheet],
) -> Vec<RepeatedSheet> {
    let mut said: HashMap<(&Name, &Name), HashSet<u64>> = HashMap::new();
    for row in parts
        .iter()
        .flat_map(|part| &part.result.gathered.passed_over)
    {
        let key = about(&row.activity, &row.content);
        let sheet = (&row.origin.workbook, &row.origin.sheet);
        said.entry(sheet).or_default().insert(key);
    }
    let mut contradicted = Vec::new();
    for (index, sheet) in sheets.iter().enumerate() {
        for (at, other) in sheets.iter().enumerate().filter(|(at, _)| *at != index) {
            let Some(said) = said.get(&(&other.workbook, &other.sheet)) else {
                continue;
            };
            let shares = found.iter().any(|repeated| {
                [(index, at), (at, index)].contains(&(repeated.sheet, repeated.other))
            });
            if !shares || !comparable(source, sheet, other) {
                continue;
            }
            let rows = sheet.rows.iter().enumerate();
            let rows: Vec<usize> = rows
                .filter(|(_, row)| said.contains(&row.about))
                .map(|(row, _)| row)
                .collect();
            if !rows.is_empty() {
                contradicted.push(RepeatedSheet {
                    sheet: index,
                    other: at,
                    how: Repetition::Perhaps,
                    rows,
                });
            }
        }
    }
    contradicted
}
