//! Rows about a longer time that includes other rows of the sheet: «Kvartal 1» below January, February and March.
//!
//! One that equals their total is their sum. Another may be a sum, or additional: it counts from zero to its number,
//! with a finding. For a month among its days or weeks, only an equal number indicates a sum.

use super::cells::WHEN;
use super::result::{MappingResult, RowDisposition};
use crate::gather::cell::place_of;
use crate::model::activity::Activity;
use crate::model::finding::{Finding, FindingKind};
use crate::model::quantity::Quantity;
use crate::model::span::DateSpan;
use chrono::Datelike;
use std::collections::BTreeSet;

/// The relation of a row to the rows within its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Relation {
    Apart,
    Sum,
    PerhapsSum,
}

/// Leaves out sums over time, and makes uncertain those that may be.
pub(super) fn settle(result: &mut MappingResult) {
    let all = &result.gathered.activities;
    let mut long: Vec<usize> = (0..all.len())
        .filter(|index| {
            all.get(*index)
                .is_some_and(|one| one.dated && is_long(one.date))
        })
        .collect();
    // Quarters before the year that they make.
    long.sort_by_key(|index| all.get(*index).map(|one| one.date.days()));
    let mut sums = BTreeSet::new();
    for index in long {
        match relation(&result.gathered.activities, index, &sums) {
            Relation::Apart => {}
            Relation::Sum => {
                sums.insert(index);
            }
            Relation::PerhapsSum => {
                let Some(one) = result.gathered.activities.get_mut(index) else {
                    continue;
                };
                one.value = one.value.perhaps();
                result.findings.push(Finding::new(
                    FindingKind::PerhapsSum { date: one.date },
                    &one.origin,
                ));
            }
        }
    }
    if sums.is_empty() {
        return;
    }
    let mut gone = Vec::new();
    let mut index = 0;
    result.gathered.activities.retain(|one| {
        let is_sum = sums.contains(&index);
        index += 1;
        if is_sum {
            gone.extend(place_of(&one.origin.cell).map(|(row, _)| row));
        }
        !is_sum
    });
    for row in gone {
        result.dispositions.insert(row, RowDisposition::Skipped);
    }
}

/// Whole months, one or several.
fn is_long(days: DateSpan) -> bool {
    let ends_one = days.to.succ_opt().is_some_and(|after| after.day() == 1);
    days.from.day() == 1 && ends_one
}

fn relation(all: &[Activity], index: usize, sums: &BTreeSet<usize>) -> Relation {
    let Some(one) = all.get(index) else {
        return Relation::Apart;
    };
    let inside: Vec<&Activity> = all
        .iter()
        .enumerate()
        .filter(|(at, other)| *at != index && !sums.contains(at) && other.activity == one.activity)
        .map(|(_, other)| other)
        .filter(|other| other.dated && other.date != one.date && other.date.within(one.date))
        .collect();
    if inside.is_empty() {
        return Relation::Apart;
    }
    let sum = |of: &mut dyn Iterator<Item = &&Activity>| -> Quantity {
        of.map(|other| other.value).sum()
    };
    let whole = sum(&mut inside.iter());
    let same_words: Vec<&&Activity> = inside
        .iter()
        .filter(|other| words(other) == words(one))
        .collect();
    let alike = sum(&mut same_words.iter().copied());
    let agrees = one.value.is_exact() && (whole == one.value || alike == one.value);
    // One row with the same number is no more than that.
    let of_several = whole == one.value && inside.len() >= 2 || same_words.len() >= 2;
    let months = one.date.as_month().is_none();
    let of_months = inside.iter().all(|other| is_long(other.date));
    match (agrees, months) {
        (true, true) if of_months => Relation::Sum,
        (true, true) | (false, true) => Relation::PerhapsSum,
        (true, false) if of_several => Relation::PerhapsSum,
        _ => Relation::Apart,
    }
}

/// The words of a row apart from its time.
fn words(one: &Activity) -> Vec<String> {
    let fields = one
        .fields
        .iter()
        .filter(|(name, _)| !WHEN.contains(&name.as_str()));
    fields.map(|(_, field)| field.text.to_lowercase()).collect()
}
