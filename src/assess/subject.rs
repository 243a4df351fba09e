//! What conditions are asked of, and what its cells say: numbers, words, times and days.

use chrono::{Datelike, NaiveTime, Timelike, Weekday};

use crate::model::activity::{Activity, Field};
use crate::model::agreement::{Condition, Test};
use crate::model::fields::Fields;
use crate::model::quantity::{Quantity, Truth};
use crate::model::span::DateSpan;
use crate::text::same_words;

/// What a condition may be asked of: an activity, a request or a step.
#[derive(Clone, Copy)]
pub(super) struct Subject<'a> {
    pub(super) fields: &'a Fields,
    pub(super) date: DateSpan,
    pub(super) dated: bool,
    /// What is counted of it, which stands in no field.
    pub(super) count: Option<Quantity>,
}

impl<'a> From<&'a Activity> for Subject<'a> {
    fn from(activity: &'a Activity) -> Subject<'a> {
        Subject {
            fields: &activity.fields,
            date: activity.date,
            dated: activity.dated,
            count: Some(activity.value),
        }
    }
}

/// The number that a condition asks for. A length in hours may be written with a unit, and is then read in minutes.
pub(super) fn number(subject: Subject<'_>, condition: &Condition) -> Option<Quantity> {
    if condition.field == "count" {
        return subject.count;
    }
    // A length in hours that has no column of its own is known from the minutes, or from when it began and ended.
    let of_minutes = || {
        subject
            .fields
            .get("minutes")?
            .number
            .map(|minutes| minutes.part(1, 60))
    };
    let Some(field) = subject.fields.get(&condition.field) else {
        return (condition.field == "hours").then(of_minutes).flatten();
    };
    // «1:30» reads as a time of day: so long after midnight.
    let clock = || {
        let (from, until) = field.time?;
        (from == until).then(|| Quantity::whole(u64::from(from.num_seconds_from_midnight() / 60)))
    };
    let in_minutes = field
        .text
        .contains(|sign: char| sign.is_alphabetic() || sign == ':');
    match condition.field.as_str() {
        "minutes" => field.number.or_else(clock),
        "hours" if in_minutes => field
            .number
            .or_else(clock)
            .map(|minutes| minutes.part(1, 60)),
        _ => field.number,
    }
}

/// The length of a row, however its sheet keeps it.
pub(super) fn minutes(subject: Subject<'_>) -> Option<Quantity> {
    let condition = Condition {
        field: "minutes".to_owned(),
        test: Test::Marked(true),
    };
    number(subject, &condition)
}

pub(super) fn perhaps_has_word(field: &Field, word: &str) -> bool {
    field.perhaps.iter().any(|own| same_words(own, word))
}

pub(super) fn has_word(field: &Field, word: &str) -> bool {
    same_words(&field.text, word) || field.words.iter().any(|own| same_words(own, word))
}

/// The times of day of a row: from its time, or until its `until`.
pub(super) fn times(subject: Subject<'_>) -> Option<(NaiveTime, NaiveTime)> {
    let (from, to) = subject.fields.get("time")?.time?;
    let until = subject
        .fields
        .get("until")
        .and_then(|field| field.time)
        .map(|(until, _)| until);
    Some((from, until.unwrap_or(to)))
}

pub(super) fn on_weekday(subject: Subject<'_>, days: &[Weekday]) -> Truth {
    if !subject.dated || subject.date.days() >= 7 {
        return Truth::Unknown;
    }
    let mut found = subject
        .date
        .each_day()
        .map(|day| days.contains(&day.from.weekday()));
    let first = found.next().unwrap_or(false);
    if found.all(|day| day == first) {
        Truth::from(first)
    } else {
        Truth::Unknown
    }
}

pub(super) fn on_listed_day(subject: Subject<'_>, listed: &[DateSpan]) -> Truth {
    if subject.dated && listed.iter().any(|days| subject.date.within(*days)) {
        Truth::Yes
    } else if listed.iter().any(|days| subject.date.overlaps(*days)) {
        Truth::Unknown
    } else {
        Truth::No
    }
}
