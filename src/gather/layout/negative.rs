//! Negative numbers: «-2» on a row of its own takes back what other rows have counted.
//!
//! Which of them nobody says, and it may be a hyphen before a two. So the row counts from nothing to its number, and the rows that
//! it may take from count from as much less: those nearest to its day, those nearest before it, and those with its words.

use super::result::MappingResult;
use crate::model::activity::Activity;
use crate::model::finding::{Code, Finding};
use crate::model::quantity::{Amount, Quantity};
use std::collections::BTreeSet;

/// Takes negative numbers of a sheet from the rows that they may correct. The rows themselves have been told.
pub(super) fn settle(result: &mut MappingResult) {
    let told = told(&result.findings);
    if !told.is_empty() {
        let mut all: Vec<&mut Activity> = result.gathered.activities.iter_mut().collect();
        lessen(&mut all, &told);
    }
}

/// A cell by its workbook, sheet and name.
type CellOf = (String, String, String);

/// The negative numbers that findings tell of.
pub(in crate::gather) fn told(findings: &[Finding]) -> BTreeSet<CellOf> {
    let told = findings
        .iter()
        .filter(|finding| finding.code() == Code::NegativeNumber);
    let cells = told.filter_map(|finding| {
        let place = &finding.place;
        Some((
            place.workbook.clone()?,
            place.sheet.clone()?,
            place.cell.clone()?,
        ))
    });
    cells.collect()
}

/// Takes the negative numbers of these cells from other rows.
pub(in crate::gather) fn lessen(all: &mut [&mut Activity], told: &BTreeSet<CellOf>) {
    let is_told = |one: &Activity| {
        let origin = &one.origin;
        let (workbook, sheet) = (origin.workbook.to_string(), origin.sheet.to_string());
        told.contains(&(workbook, sheet, origin.cell.clone()))
    };
    let negative: Vec<bool> = all.iter().map(|one| is_told(one)).collect();
    let mut less = vec![Amount::ZERO; all.len()];
    for (at, one) in all.iter().enumerate().filter(|(at, _)| is(&negative, *at)) {
        let taken = one.value.high().unwrap_or_default();
        let others: Vec<usize> = (0..all.len())
            .filter(|other| !is(&negative, *other))
            .filter(|other| {
                all.get(*other)
                    .is_some_and(|two| two.activity == one.activity)
            })
            .collect();
        let mut own = vec![Amount::ZERO; all.len()];
        for order in orders(all, at, others) {
            take(all, &order, taken, &mut own);
        }
        for (less, own) in less.iter_mut().zip(own) {
            *less = less.plus(own);
        }
    }
    for (one, less) in all.iter_mut().zip(less) {
        if less > Amount::ZERO {
            one.value = Quantity::up_to(one.value.low().minus(less), one.value.high());
        }
    }
}

fn is(negative: &[bool], at: usize) -> bool {
    negative.get(at).copied().unwrap_or_default()
}

/// In which orders a row may take from the others.
fn orders(all: &[&mut Activity], at: usize, others: Vec<usize>) -> Vec<Vec<usize>> {
    let Some(own) = all.get(at) else {
        return Vec::new();
    };
    let apart = |other: &usize| {
        let days = all
            .get(*other)
            .map(|other| (other.date.from - own.date.from).num_days());
        (days.map(i64::abs), other.abs_diff(at))
    };
    let holds = |other: &&usize, is: &dyn Fn(&Activity) -> bool| {
        all.get(**other).is_some_and(|one| is(one))
    };
    let mut nearest = others;
    nearest.sort_by_key(apart);
    let before = |other: &Activity| other.date.from <= own.date.to;
    let same = |other: &Activity| other.fields == own.fields;
    let earlier = nearest.iter().filter(|one| holds(one, &before)).copied();
    let like = nearest.iter().filter(|one| holds(one, &same)).copied();
    let (earlier, like) = (earlier.collect(), like.collect());
    vec![nearest, earlier, like]
}

/// Notes how much less each row may be, so that together they are less by as much.
fn take(all: &[&mut Activity], order: &[usize], taken: Amount, less: &mut [Amount]) {
    let mut left = taken;
    for at in order {
        let low = all.get(*at).map_or(Amount::ZERO, |one| one.value.low());
        let part = low.min(left);
        left = left.minus(part);
        if let Some(less) = less.get_mut(*at) {
            *less = part.max(*less);
        }
        if left == Amount::ZERO {
            return;
        }
    }
}
