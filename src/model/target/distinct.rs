//! How many different ones: values of a field, or days.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::quantity::{Amount, Quantity};
use crate::model::span::DateSpan;

/// Of what only different ones count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distinct {
    /// All count.
    No,
    /// Values of a field.
    Values,
    Days,
}

/// Something that may count: its words, when it was, and how much.
pub(super) type Counted<'i> = (&'i [String], DateSpan, Quantity);

/// How many different words the items have: surely those of items that surely count, perhaps those of the others. An item
/// without a word may be one more, or none.
pub(super) fn values<'i>(items: impl Iterator<Item = Counted<'i>>) -> Quantity {
    let mut sure = BTreeSet::new();
    let mut possible = BTreeSet::new();
    let mut nameless = 0;
    for (words, _, value) in items {
        let is_nameless = words.is_empty();
        let words = words.iter().map(|word| word.to_lowercase());
        if is_nameless {
            nameless += 1;
        } else if value.low() > Amount::ZERO {
            sure.extend(words);
        } else if value.high() != Some(Amount::ZERO) {
            possible.extend(words);
        }
    }
    let low = Amount::whole(sure.len() as u64);
    let more = possible.difference(&sure).count() as u64 + nameless;
    Quantity::between(low, low.plus(Amount::whole(more)))
}

/// On how many different days of `within` the items were. A row about a week tells of one day of it at least, and of no more
/// than its number.
pub(super) fn days<'i>(items: impl Iterator<Item = Counted<'i>>, within: DateSpan) -> Quantity {
    let mut sure: Vec<DateSpan> = Vec::new();
    let mut possible = BTreeSet::new();
    let mut at_most = 0u64;
    for (_, date, value) in items {
        let Some(days) = date.intersection(within) else {
            continue;
        };
        if value.high() == Some(Amount::ZERO) {
            continue;
        }
        if value.low() > Amount::ZERO {
            sure.push(days);
        }
        let times = value
            .high()
            .map_or(u64::MAX, |high| high.ceil().in_hundredths() / 100);
        if days.is_exact() {
            possible.insert(days.from);
        } else {
            at_most = at_most.saturating_add(times.min(days.days()));
        }
    }
    let low = fewest_days(&mut sure);
    let high = (possible.len() as u64)
        .saturating_add(at_most)
        .min(within.days())
        .max(low);
    Quantity::between(Amount::whole(low), Amount::whole(high))
}

/// The fewest days with one in each of the spans.
fn fewest_days(spans: &mut [DateSpan]) -> u64 {
    spans.sort_unstable_by_key(|span| span.to);
    let mut last: Option<NaiveDate> = None;
    let mut days = 0;
    for span in spans {
        if last.is_none_or(|last| last < span.from) {
            last = Some(span.to);
            days += 1;
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::super::input::example::{days as span, items, quantity};
    use super::*;

    #[test]
    fn rows_of_one_day_are_one_day() {
        let facts = [
            ("2023-03-01; 2023-03-01; 2023-03-08 3", "2"),
            ("2023-03-01 0-1; 2023-03-02", "1-2"),
            // A week with three has one day at least and three at most.
            ("2023-03-06/2023-03-12 3", "1-3"),
            ("2023-03-06/2023-03-12 3; 2023-03-08", "1-4"),
            ("2023-03-06/2023-03-12; 2023-03-13/2023-03-19 2", "2-3"),
            ("2023-03-06/2023-03-07 9", "1-2"),
            ("", "0"),
        ];
        for (told, expected) in facts {
            let items = items(told);
            let there = items
                .iter()
                .map(|item| (&*item.words, item.date, item.value));
            assert_eq!(
                days(there, span("2023-01-01/2023-12-31")),
                quantity(expected),
                "{told}"
            );
        }
    }
}
