//! The day of an answer, as its cell says it: a date, a mark, «samma dag», «ja, 6/6», «mail 6/6».

use super::cells::MappedCell;
use crate::gather::cell::Cell;
use crate::gather::value::{self, Parsed, YesNo};
use crate::model::activity::Answer;
use crate::model::span::DateSpan;
use chrono::{Datelike, Days};

/// An answer whose day cannot be read may be of any of so many days from the request on.
const ANY_DAY: u64 = 3 * 366;

/// The answer in a cell to a request of `asked`, and whether it cannot be read: then it may have been given on any day. «Planeras»,
/// «beställt», «nej» and a blank are no answer.
pub(super) fn answer(mapped: MappedCell<'_>, asked: DateSpan) -> (Answer, bool) {
    if let Some(answer) = certain(mapped.cell, asked) {
        return (answer, false);
    }
    let last = asked.from.checked_add_days(Days::new(ANY_DAY));
    let any = DateSpan::new(asked.from, last.unwrap_or(asked.to));
    (Answer::On(any), true)
}

fn certain(cell: &Cell, asked: DateSpan) -> Option<Answer> {
    if matches!(cell, Cell::Text(text) if value::is_planned_or_cancelled(text)) {
        return Some(Answer::Not);
    }
    if let Some(span) = day(cell, asked) {
        return Some(Answer::On(span));
    }
    if matches!(cell, Cell::Text(text) if is_underway(text)) {
        return Some(Answer::Not);
    }
    let Cell::Text(text) = cell else {
        return match value::mark(cell) {
            Parsed::Is(true) => Some(Answer::SameDay),
            Parsed::Is(false) | Parsed::Blank | Parsed::Gap => Some(Answer::Not),
            _ => None,
        };
    };
    let denied = value::denies(text) || value::text_state(text).is_some();
    let given = value::yes_or_no(cell);
    if let Some(days) = value::days_after(text).filter(|_| asked.is_exact()) {
        return Some(Answer::On(DateSpan::day(
            asked.from.checked_add_days(Days::new(days))?,
        )));
    }
    // «Ja, 6/6», but not «6/6 ej nått, nytt 9/6».
    let named = text.split_whitespace().filter_map(|word| {
        let word = Cell::Text(word.trim_matches([',', ';', ':', '.', '(', ')']).to_owned());
        day(&word, asked).filter(|span| span.is_exact())
    });
    let named: Vec<DateSpan> = named.collect();
    if let [day] = named.as_slice()
        && !denied
    {
        return Some(Answer::On(*day));
    }
    match given {
        Some(YesNo::Yes) if named.is_empty() => Some(Answer::SameDay),
        Some(YesNo::No) => Some(Answer::Not),
        _ if matches!(value::mark(cell), Parsed::Blank | Parsed::Gap) => Some(Answer::Not),
        _ => None,
    }
}

/// Whether a text says that the answer is still to come.
fn is_underway(text: &str) -> bool {
    let plain = value::plain(text);
    let first = plain.split(' ').next().unwrap_or_default();
    let begins = [
        "beställ",
        "pågå",
        "påbörja",
        "vänta",
        "invänta",
        "avvakta",
        "ordered",
        "waiting",
    ];
    begins.iter().any(|stem| first.starts_with(stem))
}

/// The days that a cell names, after those of the request where it names no year: «5/1» in answer to a request in December is in the
/// year after.
fn day(cell: &Cell, asked: DateSpan) -> Option<DateSpan> {
    let read = |year: i32| match value::date(cell, Some(year)) {
        Parsed::Is(dated) => Some(dated),
        _ => None,
    };
    let dated = read(asked.from.year())?;
    let early = dated.assumed_year && dated.span.to < asked.from;
    let later = early.then(|| read(asked.from.year() + 1)).flatten();
    Some(later.unwrap_or(dated).span)
}
