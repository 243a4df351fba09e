//! How much a row or a cell counts.

use chrono::{Datelike, Timelike};

use super::cells::{Cells, MappedCell, error_kind};
use super::task::SheetTask;
use crate::gather::cell::cell_name;
use crate::gather::value::{self, Number, Parsed};
use crate::model::finding::{Finding, FindingKind, HeldDoubt, IfKnown};
use crate::model::quantity::{Amount, Quantity};
use crate::model::span::DateSpan;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CountedCell {
    /// A number.
    Is(Quantity),
    /// Nothing: a zero, or a gap «-».
    Nothing,
    /// A blank cell.
    Blank,
}

/// The number that the row counts for `activity`: the cell of `count`, where the mapping has such a column; else the
/// length of a row of hours; else one.
pub(crate) fn of_row(
    task: &SheetTask<'_>,
    activity: &str,
    cells: &Cells<'_>,
    count: Option<MappedCell<'_>>,
    span: DateSpan,
    findings: &mut Vec<Finding>,
) -> CountedCell {
    if let Some(mapped) = count {
        // A number merged over several rows is for all of them together, and is counted on the first.
        return if mapped.inherited {
            CountedCell::Nothing
        } else {
            of_cell(task, activity, mapped, span, findings)
        };
    }
    if !task.in_hours(activity) {
        return CountedCell::Is(Quantity::ONE);
    }
    match length(task, activity, cells, findings) {
        // Persons times minutes first: three for 20 minutes are one hour, not three times about 0.33.
        CountedCell::Is(minutes) => {
            CountedCell::Is(times_persons(task, cells, minutes, findings).part(1, 60))
        }
        CountedCell::Nothing => CountedCell::Nothing,
        CountedCell::Blank => {
            let lasted = ["hours", "minutes", "time", "until"];
            let found = lasted
                .into_iter()
                .find_map(|name| Some((cells.field(name)?, task.mapping.columns.get(name)?)));
            let (at, field) = found.map_or((cells.anchor(), "hours"), |(mapped, column)| {
                (mapped.at, column.heading.as_str())
            });
            let kind = FindingKind::MissingValue {
                field: field.to_owned(),
            };
            findings.push(task.finding(kind, at));
            CountedCell::Is(Quantity::UNKNOWN)
        }
    }
}

/// One occasion; of several days that are listed one by one, from one to one a day.
pub(crate) fn of_listed_days(
    task: &SheetTask<'_>,
    cells: &Cells<'_>,
    findings: &mut Vec<Finding>,
) -> Quantity {
    let listed = cells
        .field("date")
        .and_then(|mapped| Some((mapped, value::listed_days(mapped.cell)?)));
    let Some((mapped, count)) = listed else {
        return Quantity::ONE;
    };
    let kind = FindingKind::SeveralDays {
        text: value::text(mapped.cell),
        count,
    };
    findings.push(task.finding(kind, mapped.at));
    Quantity::between(Amount::ONE, Amount::whole(count as u64))
}

/// The number of a counted cell for `activity`, and its findings.
pub(crate) fn of_cell(
    task: &SheetTask<'_>,
    activity: &str,
    mapped: MappedCell<'_>,
    span: DateSpan,
    findings: &mut Vec<Finding>,
) -> CountedCell {
    let kind = task.agreement.activities.get(activity);
    let posts = kind.and_then(|kind| kind.hours_per_post);
    let reading = match (task.in_hours(activity), posts) {
        (false, _) => value::number(mapped.cell, true),
        (true, None) => value::hours(mapped.cell),
        (true, Some(_)) => value::number(mapped.cell, false),
    };
    match (counted(task, activity, mapped, reading, findings), posts) {
        (CountedCell::Is(posts), Some(hours)) if task.in_hours(activity) => {
            CountedCell::Is(hours_of_posts(posts, hours, span))
        }
        (counted, _) => counted,
    }
}

fn counted(
    task: &SheetTask<'_>,
    activity: &str,
    mapped: MappedCell<'_>,
    reading: Parsed<Number>,
    findings: &mut Vec<Finding>,
) -> CountedCell {
    let persons = task.agreement.about_persons(activity);
    // Values of activities about persons are never shown.
    let shown = |text: String| (!persons).then_some(text);
    match reading {
        Parsed::Blank => CountedCell::Blank,
        Parsed::Gap => CountedCell::Nothing,
        Parsed::Withheld => {
            findings.push(task.finding(FindingKind::FigureNotTold, mapped.at));
            CountedCell::Is(Quantity::UNKNOWN)
        }
        Parsed::Is(number) => {
            if number.approximate && !persons && value::says_not_done(&value::text(mapped.cell)) {
                let kind = FindingKind::PerhapsNotHeld {
                    state: HeldDoubt::CalledOff,
                    word: value::text(mapped.cell),
                    at: cell_name(mapped.at.0, mapped.at.1),
                };
                findings.push(task.finding(kind, mapped.at));
            } else if number.approximate {
                let text = shown(value::text(mapped.cell));
                let value = (!persons).then_some(number.quantity);
                let kind = FindingKind::ApproximateNumber { text, value };
                findings.push(task.finding(kind, mapped.at));
            }
            if number.quantity == Quantity::ZERO {
                CountedCell::Nothing
            } else {
                CountedCell::Is(number.quantity)
            }
        }
        Parsed::Not(text) if let Some(taken) = value::negative(mapped.cell) => {
            let kind = FindingKind::NegativeNumber { text: shown(text) };
            findings.push(task.finding(kind, mapped.at));
            CountedCell::Is(Quantity::between(Amount::ZERO, taken))
        }
        Parsed::Not(text) => {
            let kind = FindingKind::UnreadableNumber { text: shown(text) };
            findings.push(task.finding(kind, mapped.at));
            CountedCell::Is(Quantity::UNKNOWN)
        }
        Parsed::Error(text) => {
            findings.push(task.finding(error_kind(text), mapped.at));
            CountedCell::Is(Quantity::UNKNOWN)
        }
        Parsed::Uncalculated => {
            let text = IfKnown(None);
            findings.push(task.finding(FindingKind::FormulaWithoutValue { text }, mapped.at));
            CountedCell::Is(Quantity::UNKNOWN)
        }
    }
}

/// The length of a row in minutes: from its hours, its minutes, or its times.
fn length(
    task: &SheetTask<'_>,
    activity: &str,
    cells: &Cells<'_>,
    findings: &mut Vec<Finding>,
) -> CountedCell {
    if let Some(mapped) = cells.field("hours") {
        return match counted(task, activity, mapped, value::hours(mapped.cell), findings) {
            CountedCell::Is(hours) => {
                CountedCell::Is(value::exact_minutes(mapped.cell).unwrap_or(hours.part(60, 1)))
            }
            other => other,
        };
    }
    if let Some(mapped) = cells.field("minutes") {
        return counted(
            task,
            activity,
            mapped,
            value::minutes(mapped.cell),
            findings,
        );
    }
    between_times(cells).map_or(CountedCell::Blank, CountedCell::Is)
}

/// The minutes of a row whose length is kept as hours, or as start and end.
pub(super) fn minutes(cells: &Cells<'_>) -> Option<Quantity> {
    match cells.field("hours").map(|mapped| value::hours(mapped.cell)) {
        Some(Parsed::Is(hours)) => Some(hours.quantity.part(60, 1)),
        Some(_) => None,
        None => between_times(cells),
    }
}

/// The minutes from start to end, past midnight too.
fn between_times(cells: &Cells<'_>) -> Option<Quantity> {
    let (from, to) = cells
        .field("time")
        .and_then(|mapped| value::times(mapped.cell))?;
    let ends = cells
        .field("until")
        .and_then(|mapped| value::times(mapped.cell));
    let until = ends.map_or(to, |(_, until)| until);
    const DAY: u32 = 24 * 60 * 60;
    let last = cells.field("until").or_else(|| cells.field("time"));
    if from == until && last.is_some_and(|last| value::ends_day(last.cell)) {
        return Some(Quantity::whole(24 * 60));
    }
    let seconds =
        (until.num_seconds_from_midnight() + DAY - from.num_seconds_from_midnight()) % DAY;
    (seconds > 0).then(|| Quantity::whole(u64::from(seconds)).part(1, 60))
}

/// The hours of that many full-time posts in the span's part of a year: a month is a twelfth, other spans go by days.
/// Computed as the difference between the hours up to the span's end and up to its start, so that the parts of a year
/// add up to the year's hours.
fn hours_of_posts(posts: Quantity, hours_a_year: Amount, span: DateSpan) -> Quantity {
    let year = DateSpan::year(span.from.year()).unwrap_or(span);
    let after = span.to.succ_opt().unwrap_or(span.to);
    let months = span.from.day() == 1 && after.day() == 1;
    let years = i64::from(after.year() - span.from.year());
    let (before, until, whole) = if months {
        (
            i64::from(span.from.month0()),
            i64::from(after.month0()) + 12 * years,
            12,
        )
    } else {
        let before = (span.from - year.from).num_days();
        (
            before,
            before + (after - span.from).num_days(),
            (year.to - year.from).num_days() + 1,
        )
    };
    let [before, until, whole] = [before, until, whole].map(i64::unsigned_abs);
    let so_far =
        |posts: Amount, part: u64| posts.part(hours_a_year.in_hundredths() * part, 100 * whole);
    let within = |posts: Amount| so_far(posts, until).minus(so_far(posts, before));
    Quantity::up_to(within(posts.low()), posts.high().map(within))
}

/// Minutes per person times the persons present: at least one, where the number is missing.
fn times_persons(
    task: &SheetTask<'_>,
    cells: &Cells<'_>,
    minutes: Quantity,
    findings: &mut Vec<Finding>,
) -> Quantity {
    let Some(mapped) = cells.field("persons") else {
        return minutes;
    };
    let persons = match value::number(mapped.cell, true) {
        Parsed::Is(persons) => persons.quantity,
        Parsed::Blank | Parsed::Gap => {
            let heading = task
                .mapping
                .columns
                .get("persons")
                .map_or("persons", |column| column.heading.as_str());
            let kind = FindingKind::MissingValue {
                field: heading.to_owned(),
            };
            findings.push(task.finding(kind, mapped.at));
            Quantity::at_least(Amount::ONE)
        }
        _ => {
            let text = Some(value::text(mapped.cell));
            findings.push(task.finding(FindingKind::UnreadableNumber { text }, mapped.at));
            Quantity::at_least(Amount::ONE)
        }
    };
    let low = minutes.low().part(persons.low().in_hundredths(), 100);
    let both = minutes.high().zip(persons.high());
    let high = both.map(|(minutes, persons)| minutes.part_needed(persons.in_hundredths(), 100));
    Quantity::up_to(low, high)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn posts(hundredths: u64, span: DateSpan) -> Quantity {
        hours_of_posts(
            Quantity::exact(Amount::hundredths(hundredths)),
            Amount::whole(1600),
            span,
        )
    }

    #[test]
    fn the_parts_of_a_year_make_the_hours_of_the_year() {
        let year = DateSpan::year(2024).unwrap();
        for hundredths in [100, 150, 200, 233] {
            let whole = Quantity::exact(Amount::hundredths(hundredths * 1600));
            assert_eq!(posts(hundredths, year), whole);
            let sum = |parts: &mut dyn Iterator<Item = DateSpan>| {
                parts.fold(Quantity::ZERO, |sum, part| {
                    sum.plus(posts(hundredths, part))
                })
            };
            assert_eq!(sum(&mut year.each_month()), whole);
            assert_eq!(sum(&mut year.each_day()), whole);
        }
    }

    #[test]
    fn a_month_is_a_twelfth_and_other_spans_go_by_their_days() {
        let quarter = DateSpan::month(2023, 1)
            .unwrap()
            .union(DateSpan::month(2023, 3).unwrap());
        assert_eq!(posts(100, quarter), Quantity::whole(400));
        let week = DateSpan::iso_week(2023, 20).unwrap();
        // 7 of 365 days of 1,600 hours are 30.68; rounding moves a hundredth.
        assert!(matches!(
            posts(100, week).low().in_hundredths(),
            3068 | 3069
        ));
    }
}
