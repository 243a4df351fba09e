//! Days in figures.

use super::part::{Part, digits};
use crate::gather::cell::YEARS;
use crate::gather::value::calendar::{compact_day, day_of, year_word};
use chrono::{Datelike, NaiveDate};

/// Days in figures: «2023-04-15», «20230415», «19/5», «8/3 2023», «15/3-22», «15.4.2023», «15.4.», «2023-04».
pub(super) fn numeric(text: &str) -> Option<Part> {
    if let Some(day) = compact_day(text) {
        return Some(of_day(day));
    }
    if let Some(part) = six_digits(text) {
        return Some(part);
    }
    let pieces: Vec<&str> = text
        .trim_end_matches('.')
        .split(['-', '/', '.', ' '])
        .map(str::trim)
        .filter(|s| !s.is_empty())
        .collect();
    let separators: String = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let separators = separators.as_str();
    let on = |year, month, day| {
        Some(Part {
            year,
            month: Some(month),
            day: Some(day),
            ..Part::default()
        })
    };
    match *pieces.as_slice() {
        [y, m, d] if y.len() == 4 && matches!(separators, "--" | "//" | ".." | "  ") => {
            on(Some(year_word(y)?), digits(m, 2)?, digits(d, 2)?)
        }
        [d, m, y]
            if matches!(
                separators,
                "//" | ".." | ". ." | ". . " | "--" | "/ " | "/-" | "/ -" | ". " | ".. "
            ) =>
        {
            // «03-04-22» could begin with the year or the day.
            if separators == "--" && y.len() != 4 {
                return None;
            }
            on(Some(year_word(y)?), digits(m, 2)?, digits(d, 2)?)
        }
        [y, m] if y.len() == 4 && m.len() == 2 && matches!(separators, "-" | "/") => Some(Part {
            year: Some(year_word(y)?),
            month: Some(digits(m, 2)?),
            ..Part::default()
        }),
        [m, y] if y.len() == 4 && matches!(separators, "/" | "-") => Some(Part {
            year: Some(year_word(y)?),
            month: Some(digits(m, 2)?),
            ..Part::default()
        }),
        [d, m] if matches!(separators, "/" | ".." | ". .") => {
            on(None, digits(m, 2)?, digits(d, 2)?)
        }
        _ => None,
    }
}

/// «220315» is a day, «202304» a month; where both fit («201012»), neither.
pub(super) fn six_digits(text: &str) -> Option<Part> {
    if text.len() != 6 {
        return None;
    }
    let all = digits(text, 6)?;
    let day = day_of(
        2000 + i32::try_from(all / 10_000).ok()?,
        all / 100 % 100,
        all % 100,
    );
    let year = i32::try_from(all / 100).ok()?;
    let month = (YEARS.contains(&year) && (1..=12).contains(&(all % 100))).then_some(all % 100);
    match (day, month) {
        (Some(day), None) => Some(of_day(day)),
        (None, Some(month)) => Some(Part {
            year: Some(year),
            month: Some(month),
            ..Part::default()
        }),
        _ => None,
    }
}

pub(super) fn of_day(day: NaiveDate) -> Part {
    Part {
        year: Some(day.year()),
        month: Some(day.month()),
        day: Some(day.day()),
        ..Part::default()
    }
}
