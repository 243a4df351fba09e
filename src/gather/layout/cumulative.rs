//! Cumulative numbers: «Ackumulerat antal» 5, 10, 15 is 15 and not 30.
//!
//! Where the heading says so, a row counts the difference from the one before. Where the numbers only grow and the
//! sheet's own total is the last of them, they may be cumulative: each counts from that difference to its number,
//! with a finding.

use super::result::MappingResult;
use super::table::{RowKind, TableRows};
use crate::gather::cell::{column_name, place_of};
use crate::gather::heading::Heading;
use crate::gather::value;
use crate::model::activity::Activity;
use crate::model::finding::{Finding, FindingKind};
use crate::model::quantity::{Amount, Quantity};
use crate::model::span::DateSpan;
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

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
        let goes_on = follows_others(&own, &result.findings);
        let totals: Vec<Amount> = totals(rows, *column).collect();
        let uncertain = differences(&mut own, &totals, is_labelled, (restarts, goes_on));
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
        if uncertain.groups {
            let perhaps = perhaps.clone();
            result.findings.push(rows.task.finding(perhaps, at));
        }
        if uncertain.days {
            let heading = rows.heading(*column).own;
            let kind = FindingKind::UncertainDays { heading };
            result.findings.push(rows.task.finding(kind, at));
        }
        for cell in uncertain.cells {
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
    let mut totals = totals(rows, column);
    let by_day = own
        .windows(2)
        .all(|pair| pair[0].date.to < pair[1].date.from);
    exact.is_some_and(|numbers| by_day && totals.any(|total| grows_to(&numbers, total)))
}

/// The exact totals of a column.
fn totals<'r>(rows: &'r TableRows<'_>, column: usize) -> impl Iterator<Item = Amount> + 'r {
    let totals = rows
        .kinds
        .iter()
        .filter(|(_, kind)| **kind == RowKind::Total);
    totals.filter_map(move |(row, _)| {
        let number = value::number(rows.task.sheet.cell(*row, column), false).is()?;
        number.quantity.is_exact().then(|| number.quantity.low())
    })
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

/// A number without those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// It is smaller than the one before it, or its day is unknown.
    Doubted,
    More {
        more: Amount,
        /// The day after the previous number, or the first of its year.
        since: Option<NaiveDate>,
    },
}

/// What replacing numbers by their differences leaves uncertain.
#[derive(Debug, Default)]
struct Uncertain {
    /// Cells that do not continue the numbers before them.
    cells: Vec<(usize, usize)>,
    /// Whether something may have been done on other days than those of its row.
    days: bool,
    /// Whether each place has its own numbers, or all rows have them together.
    groups: bool,
}

/// Replaces numbers by their differences: from the one before it among equal words, or among all rows where that is as
/// possible. A total of the sheet tells which.
fn differences(
    own: &mut [&mut Activity],
    totals: &[Amount],
    is_labelled: bool,
    (restarts, goes_on): (bool, bool),
) -> Uncertain {
    let groups = groups(own);
    let apart = steps(own, &groups, restarts);
    let all: Vec<usize> = (0..own.len()).collect();
    let mut together = steps(own, &[all], restarts);
    // Who writes a row late goes on with the numbers all the same.
    if together.contains(&Step::Doubted)
        && let Some(as_written) = steps_as_written(own)
    {
        together = as_written;
    }
    let last = own.iter().map(|one| one.value.low()).max();
    let ends_in = |number: Option<Amount>| number.is_some_and(|number| totals.contains(&number));
    let is_known = |one: &&mut Activity| one.dated && one.value.is_exact();
    // One number in four may be mistyped.
    let both = own.iter().zip(&together);
    let broken = both
        .filter(|(one, step)| **step == Step::Doubted && is_known(one))
        .count();
    let possible = groups.len() > 1 && broken * 4 <= own.len();
    let lasts = groups.iter().filter_map(|group| {
        let values = group.iter().filter_map(|index| own.get(*index));
        values.map(|one| one.value.low()).max()
    });
    let lasts = lasts.fold(Amount::ZERO, Amount::plus);
    let (first, second) = match possible {
        true if ends_in(last) => (together, None),
        true if !ends_in(Some(lasts)) => (apart, Some(together)),
        _ => (apart, None),
    };
    let mut uncertain = Uncertain {
        groups: second.is_some(),
        ..Uncertain::default()
    };
    let goes_on = goes_on && !restarts;
    let mut opening = openings(own, &first, goes_on);
    if let Some(second) = &second {
        opening.extend(openings(own, second, goes_on));
    }
    for (index, activity) in own.iter_mut().enumerate() {
        let (value, date) = (activity.value, activity.date);
        let step = first.get(index).copied().unwrap_or(Step::Doubted);
        let other = second.as_ref().and_then(|steps| steps.get(index).copied());
        let Step::More {
            mut more,
            mut since,
        } = step
        else {
            activity.value = value.perhaps();
            uncertain.cells.extend(place_of(&activity.origin.cell));
            continue;
        };
        let mut most = more;
        if is_labelled && opening.contains(&index) {
            more = Amount::ZERO;
            uncertain.cells.extend(place_of(&activity.origin.cell));
        }
        match other {
            Some(Step::More {
                more: less,
                since: later,
            }) => {
                (more, most) = (more.min(less), more.max(less));
                since = since.min(later);
            }
            Some(Step::Doubted) => more = Amount::ZERO,
            None => {}
        }
        activity.value = if is_labelled {
            Quantity::between(more, most)
        } else {
            Quantity::between(more, value.low())
        };
        if let Some(from) = since.filter(|from| is_labelled && *from < date.from) {
            activity.date = DateSpan::new(from, date.to);
            uncertain.days = true;
        }
    }
    uncertain
}

/// Whether rows before the first of these were left out, since they are outside the agreement's time: its number may hold theirs.
fn follows_others(own: &[&mut Activity], findings: &[Finding]) -> bool {
    let first = own.iter().map(|one| one.date.from).min();
    findings.iter().any(|finding| match &finding.kind {
        FindingKind::DateOutsideTerm { date, .. } | FindingKind::DatesOutsideTerm { date, .. } => {
            first.is_some_and(|first| date.from < first)
        }
        _ => false,
    })
}

/// The numbers that begin later than a year does, and with more than any row adds, or after others: perhaps brought over from
/// elsewhere.
fn openings(own: &[&mut Activity], steps: &[Step], goes_on: bool) -> BTreeSet<usize> {
    let begins_year = |index: &usize| {
        let year = own
            .get(*index)
            .and_then(|one| DateSpan::year(one.date.from.year()));
        move |since: Option<NaiveDate>| since == year.map(|year| year.from)
    };
    let all = steps
        .iter()
        .enumerate()
        .filter_map(|(index, step)| match step {
            Step::More { more, since } => Some((index, *more, begins_year(&index)(*since))),
            Step::Doubted => None,
        });
    let (first, later): (Vec<_>, Vec<_>) = all.partition(|(_, _, begins)| *begins);
    let most = later
        .iter()
        .map(|(_, more, _)| *more)
        .max()
        .unwrap_or_default();
    let is_late = |index: usize| own.get(index).is_some_and(|one| one.date.from.month() > 1);
    let jumps = |more: Amount| most > Amount::ZERO && more > most;
    let late = first
        .into_iter()
        .filter(|(index, more, _)| goes_on || is_late(*index) && jumps(*more));
    late.map(|(index, ..)| index).collect()
}

/// Each number without the one above it, whatever their days; none unless they only grow.
fn steps_as_written(own: &[&mut Activity]) -> Option<Vec<Step>> {
    let mut before: Option<(DateSpan, Amount)> = None;
    let mut steps = Vec::new();
    for one in own {
        let number = one.value.low();
        let known = one.dated && one.value.is_exact();
        let (then, so_far) = before.unwrap_or((one.date, Amount::ZERO));
        if !known || number < so_far {
            return None;
        }
        let first = DateSpan::year(one.date.from.year()).map(|year| year.from);
        let since = match before {
            None => first,
            Some(_) if then.to < one.date.from => then.to.succ_opt(),
            Some(_) => Some(one.date.from),
        };
        steps.push(Step::More {
            more: number.minus(so_far),
            since,
        });
        before = Some((one.date, number));
    }
    (steps.len() >= FEWEST).then_some(steps)
}

/// The numbers with equal words, by their indices.
fn groups(own: &[&mut Activity]) -> Vec<Vec<usize>> {
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
    groups.into_values().collect()
}

/// Each number without the one before it in its group, in the order of their days. Rows of one day follow each other only
/// where all rows are one group.
fn steps(own: &[&mut Activity], groups: &[Vec<usize>], restarts: bool) -> Vec<Step> {
    let mut steps = vec![Step::Doubted; own.len()];
    let together = groups.len() == 1;
    for group in groups {
        let mut group = group.clone();
        group.sort_by_key(|index| own.get(*index).map(|activity| activity.date));
        let mut before: Option<(DateSpan, Amount)> = None;
        for index in group {
            let (Some(activity), Some(step)) = (own.get(index), steps.get_mut(index)) else {
                continue;
            };
            let (date, value) = (activity.date, activity.value);
            let new_year = before.is_some_and(|(then, _)| then.to.year() < date.from.year());
            if new_year && (restarts || before.is_some_and(|(_, number)| value.low() < number)) {
                before = None;
            }
            let known = activity.dated && value.is_exact();
            let follows = before.is_none_or(|(then, number)| {
                let later = then.to < date.from || (together && then == date);
                later && number <= value.low()
            });
            if !(known && follows) {
                continue;
            }
            let since = match before {
                Some((then, _)) if then == date => Some(date.from),
                Some((then, _)) => then.to.succ_opt(),
                None => DateSpan::year(date.from.year()).map(|year| year.from),
            };
            let number = before.map_or(Amount::ZERO, |(_, number)| number);
            let more = value.low().minus(number);
            *step = Step::More { more, since };
            before = Some((date, value.low()));
        }
    }
    steps
}

impl TableRows<'_> {
    pub(super) fn heading(&self, column: usize) -> Heading {
        Heading::read(self.task.sheet, self.table.first, self.table.last, column)
    }
}
