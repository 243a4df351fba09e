//! How much a row or a cell counts.

use chrono::{Datelike, Timelike};

use super::Job;
use super::cells::{Cells, Spot};
use crate::gather::value::{self, Number, Reading};
use crate::model::finding::{Code, Finding};
use crate::model::quantity::{Amount, Quantity};
use crate::model::span::DateSpan;

/// What a counted cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// So much.
    Is(Quantity),
    /// That there was nothing: a zero, or a gap «-».
    Nothing,
    /// Nothing stands there.
    Blank,
}

/// What the row counts of `activity`: the number of `count`, where the mapping has such a column; else the length of a
/// row of hours; else one.
pub fn of_row(
    job: &Job<'_>,
    activity: &str,
    cells: &Cells<'_>,
    count: Option<Spot<'_>>,
    span: DateSpan,
    findings: &mut Vec<Finding>,
) -> Counted {
    if let Some(spot) = count {
        // A number merged over several rows stands for all of them together, and is counted on the first.
        return if spot.inherited {
            Counted::Nothing
        } else {
            of_cell(job, activity, spot, span, findings)
        };
    }
    if !job.in_hours(activity) {
        return Counted::Is(Quantity::ONE);
    }
    match length(job, activity, cells, findings) {
        // Persons times minutes first: three for 20 minutes are one hour, not three times about 0.33.
        Counted::Is(minutes) => {
            Counted::Is(times_persons(job, cells, minutes, findings).part(1, 60))
        }
        Counted::Nothing => Counted::Nothing,
        Counted::Blank => {
            let lasted = ["hours", "minutes", "time", "until"];
            let found = lasted
                .into_iter()
                .find_map(|name| Some((cells.field(name)?, job.mapping.columns.get(name)?)));
            let (at, field) = found.map_or((cells.anchor(), "hours"), |(spot, column)| {
                (spot.at, column.heading.as_str())
            });
            findings.push(job.finding(Code::MissingValue, at).with("field", field));
            Counted::Is(Quantity::UNKNOWN)
        }
    }
}

/// What a counted cell says of `activity`, with what is to be told about it.
pub fn of_cell(
    job: &Job<'_>,
    activity: &str,
    spot: Spot<'_>,
    span: DateSpan,
    findings: &mut Vec<Finding>,
) -> Counted {
    let kind = job.agreement.activities.get(activity);
    let posts = kind.and_then(|kind| kind.hours_per_post);
    let reading = match (job.in_hours(activity), posts) {
        (false, _) => value::number(spot.cell, true),
        (true, None) => value::hours(spot.cell),
        (true, Some(_)) => value::number(spot.cell, false),
    };
    match (counted(job, activity, spot, reading, findings), posts) {
        (Counted::Is(posts), Some(hours)) if job.in_hours(activity) => {
            Counted::Is(hours_of_posts(posts, hours, span))
        }
        (counted, _) => counted,
    }
}

fn counted(
    job: &Job<'_>,
    activity: &str,
    spot: Spot<'_>,
    reading: Reading<Number>,
    findings: &mut Vec<Finding>,
) -> Counted {
    let persons = job.agreement.about_persons(activity);
    // What stands in a cell about persons is never told.
    let shown = if persons {
        "none".to_owned()
    } else {
        value::text(spot.cell)
    };
    match reading {
        Reading::Blank => Counted::Blank,
        Reading::Gap => Counted::Nothing,
        Reading::Is(number) => {
            if number.approximate {
                let finding = job
                    .finding(Code::ApproximateNumber, spot.at)
                    .with("text", shown);
                findings.push(if persons {
                    finding.with("value", "none")
                } else {
                    finding.with("value", number.quantity)
                });
            }
            if number.quantity == Quantity::ZERO {
                Counted::Nothing
            } else {
                Counted::Is(number.quantity)
            }
        }
        Reading::Not(text) => {
            let text = if persons { "none".to_owned() } else { text };
            findings.push(
                job.finding(Code::UnreadableNumber, spot.at)
                    .with("text", text),
            );
            Counted::Is(Quantity::UNKNOWN)
        }
        Reading::Error(text) => {
            findings.push(job.finding(Code::ErrorCell, spot.at).with("text", text));
            Counted::Is(Quantity::UNKNOWN)
        }
        Reading::Uncalculated => {
            findings.push(job.finding(Code::FormulaWithoutValue, spot.at));
            Counted::Is(Quantity::UNKNOWN)
        }
    }
}

/// The length of a row in minutes: from its hours, its minutes, or its times.
fn length(
    job: &Job<'_>,
    activity: &str,
    cells: &Cells<'_>,
    findings: &mut Vec<Finding>,
) -> Counted {
    if let Some(spot) = cells.field("hours") {
        return match counted(job, activity, spot, value::hours(spot.cell), findings) {
            Counted::Is(hours) => {
                Counted::Is(value::exact_minutes(spot.cell).unwrap_or(hours.part(60, 1)))
            }
            other => other,
        };
    }
    if let Some(spot) = cells.field("minutes") {
        return counted(job, activity, spot, value::minutes(spot.cell), findings);
    }
    between_times(cells).map_or(Counted::Blank, Counted::Is)
}

/// The minutes of a row that keeps its length as hours, or as when it began and ended.
pub fn minutes(cells: &Cells<'_>) -> Option<Quantity> {
    match cells.field("hours").map(|spot| value::hours(spot.cell)) {
        Some(Reading::Is(hours)) => Some(hours.quantity.part(60, 1)),
        Some(_) => None,
        None => between_times(cells),
    }
}

/// The minutes from when a row began until it ended, past midnight too.
fn between_times(cells: &Cells<'_>) -> Option<Quantity> {
    let (from, to) = cells
        .field("time")
        .and_then(|spot| value::times(spot.cell))?;
    let ends = cells
        .field("until")
        .and_then(|spot| value::times(spot.cell));
    let until = ends.map_or(to, |(_, until)| until);
    const DAY: u32 = 24 * 60 * 60;
    let seconds =
        (until.num_seconds_from_midnight() + DAY - from.num_seconds_from_midnight()) % DAY;
    (seconds > 0).then(|| Quantity::whole(u64::from(seconds)).part(1, 60))
}

/// The hours of so many posts in the span's part of a year: a month is a twelfth, other spans go by their days. Reckoned
/// from the year's first day to the span's end less to its beginning, so that the parts of a year make the year's hours.
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
    match posts.high() {
        Some(high) => Quantity::between(within(posts.low()), within(high)),
        None => Quantity::at_least(within(posts.low())),
    }
}

/// Minutes of each, times the persons who were there: somebody was, however many is not said.
fn times_persons(
    job: &Job<'_>,
    cells: &Cells<'_>,
    minutes: Quantity,
    findings: &mut Vec<Finding>,
) -> Quantity {
    let Some(spot) = cells.field("persons") else {
        return minutes;
    };
    let persons = match value::number(spot.cell, true) {
        Reading::Is(persons) => persons.quantity,
        Reading::Blank | Reading::Gap => {
            let heading = job
                .mapping
                .columns
                .get("persons")
                .map_or("persons", |column| column.heading.as_str());
            findings.push(
                job.finding(Code::MissingValue, spot.at)
                    .with("field", heading),
            );
            Quantity::at_least(Amount::ONE)
        }
        _ => {
            let text = value::text(spot.cell);
            findings.push(
                job.finding(Code::UnreadableNumber, spot.at)
                    .with("text", text),
            );
            Quantity::at_least(Amount::ONE)
        }
    };
    let low = minutes.low().part(persons.low().in_hundredths(), 100);
    match (minutes.high(), persons.high()) {
        (Some(minutes), Some(persons)) => {
            Quantity::between(low, minutes.part_needed(persons.in_hundredths(), 100))
        }
        _ => Quantity::at_least(low),
    }
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
        // 7 of 365 days of 1,600 hours are 30.68; where the year is cut moves a hundredth.
        assert!(matches!(
            posts(100, week).low().in_hundredths(),
            3068 | 3069
        ));
    }
}
