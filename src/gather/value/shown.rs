//! Everything that a condition may ask of a cell.

use super::date::date;
use super::length::named_minutes;
use super::length::{minutes, times};
use super::mark::{YesNo, mark, yes_or_no};
use super::memo::Memo;
use super::number::number;
use super::parsed::Parsed;
use super::plain::is_gap;
use super::state::{State, text_state};
use super::text::text;
use crate::gather::cell::Cell;
use crate::model::activity::Field;

thread_local! {
    /// A log says the same places, partners and hours over and over.
    static FIELDS: Memo<Option<i32>, Field> = Memo::default();
}

/// Every way a condition may ask for a cell. A date without a year gets `year`.
pub fn field(cell: &Cell, year: Option<i32>) -> Field {
    match cell {
        Cell::Text(text) => FIELDS.with(|memo| memo.of(year, text, || read_field(cell, year))),
        _ => read_field(cell, year),
    }
}

fn read_field(cell: &Cell, year: Option<i32>) -> Field {
    let text = text(cell);
    let is_words = matches!(cell, Cell::Text(_));
    let marked = match mark(cell) {
        Parsed::Is(yes) => yes,
        Parsed::Not(_) => !is_words || yes_or_no(cell) != Some(YesNo::No),
        _ => false,
    };
    let length = match cell {
        Cell::Time(_) => minutes(cell).is().map(|number| number.quantity),
        Cell::Text(text) => named_minutes(text),
        _ => None,
    };
    let unsure = is_words
        && marked
        && text_state(&text).is_some_and(|text_state| {
            !text_state.whole && !text_state.attribute && text_state.state != State::Held
        });
    Field {
        marked,
        unsure,
        perhaps: Vec::new(),
        words: if is_words || text.is_empty() {
            words(&text)
        } else {
            vec![text.clone()]
        },
        number: length.or_else(|| number(cell, false).is().map(|number| number.quantity)),
        time: times(cell),
        date: date(cell, year).is().map(|dated| dated.span),
        text,
    }
}

/// The words of a list, and the whole text, which may itself be the name that is looked for.
fn words(text: &str) -> Vec<String> {
    if text.is_empty() || is_gap(text) {
        return Vec::new();
    }
    let spaced = text
        .replace(" och ", ",")
        .replace(" samt ", ",")
        .replace(" and ", ",");
    let mut words: Vec<String> = Vec::new();
    let pieces = spaced
        .split([',', ';', '/', '&', '+', '\n'])
        .map(str::trim)
        .filter(|word| !word.is_empty());
    for word in pieces.chain([text]) {
        if !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    words
}
