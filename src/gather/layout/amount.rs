//! How much a row or a cell counts.

use chrono::Timelike;

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
        return if spot.inherited { Counted::Nothing } else { of_cell(job, activity, spot, span, findings) };
    }
    if !job.in_hours(activity) {
        return Counted::Is(Quantity::ONE);
    }
    match length(job, activity, cells, findings) {
        Counted::Is(hours) => Counted::Is(times_persons(cells, hours)),
        Counted::Nothing => Counted::Nothing,
        Counted::Blank => {
            findings.push(job.finding(Code::MissingValue, cells.anchor()).with("field", "hours"));
            Counted::Is(Quantity::UNKNOWN)
        }
    }
}

/// What a counted cell says of `activity`, with what is to be told about it.
pub fn of_cell(job: &Job<'_>, activity: &str, spot: Spot<'_>, span: DateSpan, findings: &mut Vec<Finding>) -> Counted {
    let kind = job.agreement.activities.get(activity);
    let posts = kind.and_then(|kind| kind.hours_per_post);
    let reading = match (job.in_hours(activity), posts) {
        (false, _) => value::number(spot.cell, true),
        (true, None) => value::hours(spot.cell),
        (true, Some(_)) => value::number(spot.cell, false),
    };
    match (counted(job, activity, spot, reading, findings), posts) {
        (Counted::Is(number), Some(hours)) if job.in_hours(activity) => {
            // A post's hours are those of a year: a month's row is a twelfth of them.
            let share = if span.as_month().is_some() { 12 } else { 1 };
            Counted::Is(number.part(hours.in_hundredths(), 100 * share))
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
    let shown = if persons { "none".to_owned() } else { value::text(spot.cell) };
    match reading {
        Reading::Blank => Counted::Blank,
        Reading::Gap => Counted::Nothing,
        Reading::Is(number) => {
            if number.approximate {
                let finding = job.finding(Code::ApproximateNumber, spot.at).with("text", shown);
                findings.push(if persons {
                    finding.with("value", "none")
                } else {
                    finding.with("value", number.quantity)
                });
            }
            if number.quantity == Quantity::ZERO { Counted::Nothing } else { Counted::Is(number.quantity) }
        }
        Reading::Not(text) => {
            let text = if persons { "none".to_owned() } else { text };
            findings.push(job.finding(Code::UnreadableNumber, spot.at).with("text", text));
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

/// The length of a row in hours: from its hours, its minutes, or its times.
fn length(job: &Job<'_>, activity: &str, cells: &Cells<'_>, findings: &mut Vec<Finding>) -> Counted {
    if let Some(spot) = cells.field("hours") {
        return counted(job, activity, spot, value::hours(spot.cell), findings);
    }
    if let Some(spot) = cells.field("minutes") {
        return match counted(job, activity, spot, value::minutes(spot.cell), findings) {
            Counted::Is(minutes) => Counted::Is(hours_of(minutes)),
            other => other,
        };
    }
    let begins = cells.field("time").and_then(|spot| value::times(spot.cell));
    let ends = cells.field("until").and_then(|spot| value::times(spot.cell));
    let (Some((from, until)), ends) = (begins, ends) else { return Counted::Blank };
    let until = ends.map_or(until, |(_, until)| until);
    if until == from {
        return Counted::Blank;
    }
    const DAY: u32 = 24 * 60 * 60;
    let seconds = (until.num_seconds_from_midnight() + DAY - from.num_seconds_from_midnight()) % DAY;
    Counted::Is(hours_of(Quantity::exact(Amount::hundredths(u64::from(seconds) * 100 / 60))))
}

/// Minutes as hours; what does not come out even lies between two hundredths.
fn hours_of(minutes: Quantity) -> Quantity {
    let up = |amount: Amount| {
        let down = amount.part(1, 60);
        if down.part(60, 1) == amount { down } else { down.plus(Amount::hundredths(1)) }
    };
    match minutes.high() {
        Some(high) => Quantity::between(minutes.low().part(1, 60), up(high)),
        None => Quantity::at_least(minutes.low().part(1, 60)),
    }
}

/// Hours of each, times the persons who were there.
fn times_persons(cells: &Cells<'_>, hours: Quantity) -> Quantity {
    let persons = cells.field("persons").map(|spot| value::number(spot.cell, true));
    let Some(Reading::Is(persons)) = persons else { return hours };
    let times = |hours: Amount, persons: Amount| hours.part(persons.in_hundredths(), 100);
    let low = times(hours.low(), persons.quantity.low());
    match (hours.high(), persons.quantity.high()) {
        (Some(hours), Some(persons)) => Quantity::between(low, times(hours, persons)),
        _ => Quantity::at_least(low),
    }
}
