//! Cumulative numbers: «Ackumulerat antal» 5, 10, 15 is 15 and not 30.
//!
//! Where the heading says so, a row counts the difference from the one before. Where the numbers only grow and the
//! sheet's own total is the last of them, they may be cumulative: each counts from that difference to its number,
//! with a finding.

use super::result::MappingResult;
use super::table::{RowKind, TableRows};
use crate::gather::cell::column_name;
use crate::gather::heading::Heading;
use crate::gather::value;
use crate::model::activity::Activity;
use crate::model::finding::FindingKind;
use crate::model::quantity::{Amount, Quantity};
use crate::model::span::DateSpan;
use chrono::Datelike;
use std::collections::BTreeMap;

/// The fewest numbers that show growth.
const FEWEST: usize = 3;

/// Takes the differences of a log's cumulative columns.
pub(super) fn settle(rows: &TableRows<'_>, columns: &[usize], result: &mut MappingResult) {
    for column in columns {
        let heading = rows.heading(*column);
        let name = column_name(*column);
        let is_of_column = |activity: &Activity| {
            activity
                .origin
                .cell
                .trim_end_matches(|letter: char| letter.is_ascii_digit())
                == name
        };
        let mut own: Vec<&mut Activity> = result
            .gathered
            .activities
            .iter_mut()
            .filter(|activity| is_of_column(activity))
            .collect();
        let is_labelled = value::is_cumulative(&heading.whole);
        let certain = is_labelled || ends_in_its_total(rows, *column, &own);
        if !certain || own.is_empty() {
            continue;
        }
        let restarts = value::plain(&heading.whole).contains("i år");
        let (doubted, widened) = differences(&mut own, is_labelled, restarts);
        let at = (heading.row, *column);
        let own = heading.own.clone();
        let perhaps = FindingKind::PerhapsCumulative {
            heading: own.clone(),
        };
        let kind = if is_labelled {
            FindingKind::CumulativeNumbers { heading: own }
        } else {
            perhaps.clone()
        };
        result.findings.push(rows.task.finding(kind, at));
        if widened {
            let heading = rows.heading(*column).own;
            let kind = FindingKind::UncertainDays { heading };
            result.findings.push(rows.task.finding(kind, at));
        }
        for cell in doubted {
            result
                .findings
                .push(rows.task.finding(perhaps.clone(), cell));
        }
    }
}

/// Whether the numbers only grow, and a total of the sheet is the last of them and not their sum.
fn ends_in_its_total(rows: &TableRows<'_>, column: usize, own: &[&mut Activity]) -> bool {
    let exact: Option<Vec<Amount>> = own
        .iter()
        .map(|activity| activity.value.is_exact().then(|| activity.value.low()))
        .collect();
    let totals = rows
        .kinds
        .iter()
        .filter(|(_, kind)| **kind == RowKind::Total);
    let mut totals = totals.filter_map(|(row, _)| {
        let number = value::number(rows.task.sheet.cell(*row, column), false).is()?;
        number.quantity.is_exact().then(|| number.quantity.low())
    });
    let by_day = own
        .windows(2)
        .all(|pair| pair[0].date.to < pair[1].date.from);
    exact.is_some_and(|numbers| by_day && totals.any(|total| grows_to(&numbers, total)))
}

/// The same of the numbers of a row and its own total.
pub(super) fn grows_to(numbers: &[Amount], total: Amount) -> bool {
    let sum = numbers
        .iter()
        .fold(Amount::ZERO, |sum, number| sum.plus(*number));
    numbers.len() >= FEWEST
        && numbers.windows(2).all(|pair| pair[0] <= pair[1])
        && numbers.first() < numbers.last()
        && numbers.last() == Some(&total)
        && sum != total
}

/// Makes months uncertain that only grow and end in the row's own total: each may include those before it.
pub(super) fn doubt_row(rows: &TableRows<'_>, row: usize, from: usize, result: &mut MappingResult) {
    let Some(own) = result.gathered.activities.get_mut(from..) else {
        return;
    };
    let exact: Option<Vec<Amount>> = own
        .iter()
        .map(|activity| activity.value.is_exact().then(|| activity.value.low()))
        .collect();
    let Some(numbers) = exact.filter(|numbers| numbers.len() >= FEWEST) else {
        return;
    };
    let total = (rows.table.left..=rows.table.right).find_map(|column| {
        let heading = rows.heading(column);
        value::sum_label(&heading.own).filter(|label| label.is_certain)?;
        let number = value::number(rows.task.sheet.cell(row, column), false).is()?;
        let ends = number.quantity.is_exact() && grows_to(&numbers, number.quantity.low());
        ends.then_some((column, heading.own))
    });
    let Some((column, heading)) = total else {
        return;
    };
    let mut before = Amount::ZERO;
    for (activity, number) in own.iter_mut().zip(numbers) {
        activity.value = Quantity::between(number.minus(before), number);
        before = number;
    }
    let kind = FindingKind::PerhapsCumulative { heading };
    result.findings.push(rows.task.finding(kind, (row, column)));
}

/// Makes numbers the differences from those before them, of equal words and in the order of their days. Gives the cells where
/// a number is smaller than the one before it, or its day is not known; and whether something may have been done on other days
/// than those of its row.
fn differences(
    own: &mut [&mut Activity],
    is_labelled: bool,
    restarts: bool,
) -> (Vec<(usize, usize)>, bool) {
    let mut widened = false;
    let mut groups: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    for (index, activity) in own.iter().enumerate() {
        let when = super::cells::WHEN;
        let words = activity
            .fields
            .iter()
            .filter(|(name, _)| !when.contains(&name.as_str()));
        let words = words.map(|(_, field)| field.text.to_lowercase()).collect();
        groups.entry(words).or_default().push(index);
    }
    let mut doubted = Vec::new();
    for mut group in groups.into_values() {
        group.sort_by_key(|index| own.get(*index).map(|activity| activity.date));
        let mut before: Option<(DateSpan, Amount)> = None;
        for index in group {
            let Some(activity) = own.get_mut(index) else {
                continue;
            };
            let (date, value) = (activity.date, activity.value);
            let new_year = before.is_some_and(|(then, _)| then.to.year() < date.from.year());
            if new_year && (restarts || before.is_some_and(|(_, number)| value.low() < number)) {
                before = None;
            }
            let known = activity.dated && value.is_exact();
            let follows =
                before.is_none_or(|(then, number)| then.to < date.from && number <= value.low());
            if !(known && follows) {
                activity.value = value.perhaps();
                doubted.extend(crate::gather::cell::place_of(&activity.origin.cell));
                continue;
            }
            let more = value
                .low()
                .minus(before.map_or(Amount::ZERO, |(_, number)| number));
            activity.value = if is_labelled {
                Quantity::exact(more)
            } else {
                Quantity::between(more, value.low())
            };
            // The difference was done since the previous number, or since the year began.
            let since = match before {
                Some((then, _)) => then.to.succ_opt(),
                None => DateSpan::year(date.from.year()).map(|year| year.from),
            };
            if let Some(from) = since.filter(|from| is_labelled && *from < date.from) {
                activity.date = DateSpan::new(from, date.to);
                widened = true;
            }
            before = Some((date, value.low()));
        }
    }
    (doubted, widened)
}

impl TableRows<'_> {
    pub(super) fn heading(&self, column: usize) -> Heading {
        Heading::read(self.task.sheet, self.table.first, self.table.last, column)
    }
}
