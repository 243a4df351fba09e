//! What is written, and what it means.

mod dates;
mod derived_labels;
mod hindrance;
mod never_panics;
mod numbers;
mod states;
mod texts;

use chrono::{NaiveDate, NaiveTime};

use crate::gather::cell::Cell;

fn words(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn clock(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

/// A number that its spreadsheet shows as a date.
fn date_cell(text: &str) -> Cell {
    let serial = (day(text) - day("1899-12-30")).num_days() as f64;
    Cell::Date {
        day: Some(day(text)),
        time: None,
        serial: Some(serial),
    }
}
