//! A cell as a person sees it.

use chrono::{NaiveTime, Timelike};

use crate::gather::cell::Cell;

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
    // Most are whole.
    if number.fract() == 0.0 {
        return (number as i64).to_string();
    }
    let decimals = format!("{number:.6}");
    let text = decimals.trim_end_matches('0').trim_end_matches('.');
    if matches!(text, "-0" | "") {
        "0".to_owned()
    } else {
        text.replace('.', ",")
    }
}
