//! What an activity is for a target: one of it, several units of its length, or the days on which something was so.

use super::condition::{Doubt, Subject, minutes};
use crate::model::activity::Activity;
use crate::model::quantity::{Amount, Quantity};
use crate::model::span::DateSpan;
use crate::model::target::{Item, Target, TargetKind};
use chrono::NaiveDate;

/// How much a row counts: of a target that says how long one is, as many as its length holds.
pub(super) fn counted(
    activity: &Activity,
    subject: Subject<'_>,
    target: &Target,
) -> (Quantity, Option<Doubt>) {
    let Some(unit) = target.unit_minutes.get(activity.activity.as_str()).copied() else {
        return (activity.value, None);
    };
    let Some(length) = minutes(subject) else {
        let unknown = Quantity::at_least(Amount::ZERO);
        return (unknown, Some(Doubt::Missing("minutes".to_owned())));
    };
    let units = |minutes: Amount| minutes.part(1, unit).floor();
    if activity.value == Quantity::ONE {
        let value = Quantity::up_to(units(length.low()), length.high().map(units));
        return (value, None);
    }
    // Of several checks on a row the length may be of each or of all together, and each of them too short for one.
    let times = activity
        .value
        .high()
        .map(|high| high.ceil().in_hundredths() / 100);
    let most = length.high().zip(times);
    let most = most.map(|(high, times)| units(high).part(times.max(1), 1));
    (Quantity::up_to(Amount::ZERO, most), None)
}

/// The items of a row: one, or of a state the days on which it surely was so and those on which it may have been.
pub(super) fn items(
    activity: &Activity,
    date: DateSpan,
    value: Quantity,
    words: Vec<String>,
    target: &Target,
    end: NaiveDate,
) -> Vec<Item> {
    let item = |date: DateSpan, value: Quantity| Item {
        date,
        dated: activity.dated,
        value,
        words: words.clone(),
        origin: activity.origin.clone(),
    };
    let TargetKind::State { .. } = target.kind else {
        return vec![item(date, value)];
    };
    let until = activity.fields.get("to");
    let (first_end, last_end) = match until {
        None => (date.from, date.to),
        Some(field) => match field.date {
            Some(days) => (days.from, days.to),
            None if field.text.is_empty() => (end, end),
            // «Tills vidare» and the like: until nobody knows when.
            None => (date.from, end),
        },
    };
    let span = |from: NaiveDate, to: NaiveDate| (from <= to).then_some(DateSpan { from, to });
    let sure = span(date.to, first_end).map(|days| item(days, value));
    let possible = span(date.from, last_end.max(date.from)).map(|days| item(days, value.perhaps()));
    sure.into_iter().chain(possible).collect()
}
