//! Days and periods that several keys make together.

use crate::load::declare::Key;
use crate::load::faults::Faults;
use crate::load::shape::KeyPlace;
use crate::load::types::{Date, PeriodName};
use crate::model::finding::ExpectedForm;
use crate::model::span::{DateSpan, Period};

/// The days from one key to another, each of which `or` stands in for; a fault if they are in the wrong order.
pub(super) fn span(
    from: &Key<Date>,
    to: &Key<Date>,
    or: Option<DateSpan>,
    faults: &Faults,
) -> Option<DateSpan> {
    let is_broken = |key: &Key<Date>| key.is_written && key.value.is_none();
    if is_broken(from) || is_broken(to) {
        return None;
    }
    let span = DateSpan {
        from: from.value.or(or.map(|span| span.from))?,
        to: to.value.or(or.map(|span| span.to))?,
    };
    if span.from > span.to {
        faults.invalid(to.at, to.name, &span.to.to_string(), ExpectedForm::Order);
        return None;
    }
    Some(span)
}

/// The name of a period that the term has: `2023-09`, `2023-T2`, `2023`, `term`.
pub(super) fn period(
    key: Key<PeriodName>,
    term: Option<DateSpan>,
    faults: &Faults,
) -> Option<String> {
    let place: KeyPlace = *key;
    let text = key.value?;
    let is_right = match term {
        Some(term) => Period::parse(&text, term).is_ok(),
        None => text == "term" || text.parse::<Period>().is_ok(),
    };
    if !is_right {
        faults.invalid(place.at, place.name, &text, ExpectedForm::Period);
        return None;
    }
    Some(text)
}
