//! A sheet that sums other sheets of its source: a pivot table, «Helår» beside the months.

use std::collections::BTreeSet;

use super::repeated_sheet::{RepeatedSheet, comparable};
use super::rows::SheetRows;
use crate::gather::extraction::SourceExtraction;
use crate::model::activity::Activity;
use crate::model::agreement::Source;
use crate::model::finding::Repetition;
use crate::model::quantity::Quantity;

/// The fewest sums that cannot be chance.
const NO_CHANCE: usize = 3;

/// The sheets whose rows are all sums of rows of other sheets, leaving none of those out.
pub(super) fn summed(
    source: &Source,
    parts: &[SourceExtraction],
    sheets: &[SheetRows],
    settled: &BTreeSet<usize>,
) -> Vec<RepeatedSheet> {
    let mut found: Vec<RepeatedSheet> = Vec::new();
    for (index, sheet) in sheets.iter().enumerate() {
        if sheet.rows.len() < 2 || settled.contains(&index) {
            continue;
        }
        let is_sum = |other: &usize| found.iter().any(|repeated| repeated.sheet == *other);
        let others = |same_workbook: bool| -> Vec<usize> {
            (0..sheets.len())
                .filter(|other| *other != index && !settled.contains(other) && !is_sum(other))
                .filter(|other| {
                    sheets.get(*other).is_some_and(|other| {
                        comparable(source, sheet, other)
                            && (!same_workbook || other.workbook == sheet.workbook)
                    })
                })
                .collect()
        };
        let mut candidates: Vec<Vec<usize>> = vec![others(true), others(false)];
        candidates.extend(others(false).into_iter().map(|other| vec![other]));
        let chosen = candidates.into_iter().find_map(|others| {
            let certain = sums(parts, sheets, sheet, &others)?;
            Some((others, certain))
        });
        let Some((others, certain)) = chosen else {
            continue;
        };
        let how = if certain && sheet.rows.len() >= NO_CHANCE {
            Repetition::Sums
        } else {
            Repetition::PerhapsSums
        };
        if let Some(other) = others.first() {
            let rows = (0..sheet.rows.len()).collect();
            found.push(RepeatedSheet {
                sheet: index,
                other: *other,
                how,
                rows,
            });
        }
    }
    found
}

/// Whether each row of a sheet is the sum of rows of the others, with none left over, and at least one of several; if so, whether
/// that is certain. Beside rows that may count or not, or whose day is unknown, most sums must agree without them. Some may differ
/// where most agree: a spreadsheet leaves out of its sums what is written as text, and adds up the months of two years. So a month
/// of which all numbers are text has no sum: rows of days that no sum is about may be left over where most have their sum.
fn sums(
    parts: &[SourceExtraction],
    sheets: &[SheetRows],
    sheet: &SheetRows,
    others: &[usize],
) -> Option<bool> {
    let activities = |sheet: &SheetRows| -> Vec<&Activity> {
        sheet
            .rows
            .iter()
            .filter_map(|row| {
                parts
                    .get(row.at.0)?
                    .result
                    .gathered
                    .activities
                    .get(row.at.1)
            })
            .collect()
    };
    let whole = activities(sheet);
    let rows: Vec<&Activity> = others
        .iter()
        .filter_map(|other| sheets.get(*other))
        .flat_map(activities)
        .collect();
    if rows.len() <= whole.len() || !whole.iter().all(|row| is_certain(row)) {
        return None;
    }
    let mut used = BTreeSet::new();
    let (mut exact, mut likely, mut several, mut differing) = (0, 0, 0, 0);
    for row in &whole {
        let same = rows
            .iter()
            .enumerate()
            .filter(|(_, part)| part.activity == row.activity && has_same_content(row, part));
        let (mut least, mut most, mut dated) = (Quantity::ZERO, Quantity::ZERO, Quantity::ZERO);
        let before = used.len();
        let mut parts = Vec::new();
        for (index, part) in same {
            if is_certain(part) && part.date.within(row.date) {
                used.insert(index);
                least = least.plus(part.value);
                most = most.plus(part.value);
                parts.push(part.value.low());
            } else if !is_certain(part) && part.date.overlaps(row.date) {
                most = most.plus(part.value.perhaps());
                if part.dated && part.date.within(row.date) {
                    dated = dated.plus(part.value);
                }
            }
        }
        let is_sum = least == row.value;
        // Of what may count too, or of all but one that is written as text.
        let of_all = least.plus(dated).high() == Some(row.value.low());
        let of_others = least.low() > row.value.low()
            && parts.len() > 2
            && parts.contains(&least.low().minus(row.value.low()));
        exact += usize::from(is_sum);
        likely += usize::from(!is_sum && (of_all || of_others));
        several += usize::from(is_sum && used.len() > before + 1);
        differing += usize::from(!most.holds(row.value.low()) && !of_others);
    }
    let most_agree = differing == 0 || exact >= 2 && several > 0 && differing < exact;
    if !most_agree || likely > 0 && several == 0 {
        return None;
    }
    let left: Vec<&&Activity> = rows
        .iter()
        .enumerate()
        .filter(|(index, row)| is_certain(row) && !used.contains(index))
        .map(|(_, row)| row)
        .collect();
    let without_sum = |row: &&&Activity| !whole.iter().any(|sum| sum.date.overlaps(row.date));
    let complete = left.is_empty()
        || exact >= 2 && several > 0 && left.len() * 2 < used.len() && left.iter().all(without_sum);
    let agree = complete && (exact + likely) * 2 >= whole.len();
    agree.then_some(used.len() == rows.len() && exact == whole.len())
}

fn is_certain(row: &Activity) -> bool {
    row.dated && row.value.is_exact()
}

/// Whether the row's words agree with those of its part.
fn has_same_content(row: &Activity, part: &Activity) -> bool {
    row.fields
        .iter()
        .filter(|(_, field)| !field.text.is_empty())
        .all(|(name, field)| {
            part.fields
                .get(name)
                .is_some_and(|theirs| theirs.text.to_lowercase() == field.text.to_lowercase())
        })
}
