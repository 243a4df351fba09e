//! A cell as a person sees it, and everything that a condition may ask of it.

use std::cell::RefCell;
use std::collections::HashMap;

use chrono::{NaiveTime, Timelike};

use super::date::date;
use super::length::named_minutes;
use super::length::{minutes, times};
use super::mark::{YesNo, mark, yes_or_no};
use super::number::number;
use super::parsed::Parsed;
use super::plain::is_gap;
use super::state::{State, said};
use crate::gather::cell::Cell;
use crate::model::activity::Field;

/// The text of a cell as a person sees it: 3170 and not 3170.0, dates as 2023-04-15. Empty for what shows nothing.
pub fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty | Cell::Uncalculated => String::new(),
        Cell::Text(text) | Cell::Error(text) => text.clone(),
        Cell::Number(number) => number_text(*number),
        Cell::Bool(true) => "SANT".to_owned(),
        Cell::Bool(false) => "FALSKT".to_owned(),
        Cell::Date {
            day: Some(day),
            time: None,
            ..
        } => day.to_string(),
        Cell::Date {
            day: Some(day),
            time: Some(time),
            ..
        } => format!("{day} {}", time_text(*time)),
        Cell::Date {
            day: None,
            serial: Some(serial),
            ..
        } => number_text(*serial),
        Cell::Date {
            day: None,
            time,
            serial: None,
        } => time.map(time_text).unwrap_or_default(),
        Cell::Time(time) => time_text(*time),
    }
}

fn time_text(time: NaiveTime) -> String {
    time.format(if time.second() == 0 {
        "%H:%M"
    } else {
        "%H:%M:%S"
    })
    .to_string()
}

/// A number without the noise of binary fractions, with a decimal comma.
fn number_text(number: f64) -> String {
    if number.abs() >= 1e15 || !number.is_finite() {
        return number.to_string();
    }
    let decimals = format!("{number:.6}");
    let text = decimals.trim_end_matches('0').trim_end_matches('.');
    if matches!(text, "-0" | "") {
        "0".to_owned()
    } else {
        text.replace('.', ",")
    }
}

/// The most texts whose fields are remembered.
const REMEMBERED: usize = 4096;

thread_local! {
    /// A log says the same places, partners and hours over and over.
    static KNOWN: RefCell<HashMap<(String, Option<i32>), Field>> = RefCell::default();
}

/// Every way a condition may ask for a cell. A date without a year gets `year`.
pub fn field(cell: &Cell, year: Option<i32>) -> Field {
    let Cell::Text(text) = cell else {
        return read_field(cell, year);
    };
    KNOWN.with_borrow_mut(|known| {
        let asked = (text.clone(), year);
        if let Some(field) = known.get(&asked) {
            return field.clone();
        }
        if known.len() >= REMEMBERED {
            known.clear();
        }
        let field = read_field(cell, year);
        known.insert(asked, field.clone());
        field
    })
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
        && said(&text)
            .is_some_and(|said| !said.whole && !said.attribute && said.state != State::Held);
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
