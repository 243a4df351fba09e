//! The order of day and month in a column of dates: it is the same in the whole column, and «1/15/2025» shows it.

use crate::gather::cell::{Cell, YEARS};
use crate::gather::value::Dated;
use crate::model::span::DateSpan;
use chrono::{Datelike, NaiveDate};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum DateOrder {
    /// The day first, or unknown.
    #[default]
    DayFirst,
    MonthFirst,
    /// Both in one column: an ambiguous date may be either day.
    Both,
    /// The month first, but a spreadsheet has converted what it could with the day first.
    Swapped,
}

impl DateOrder {
    /// The day of a cell in a column of this order; none where it is read as usual.
    pub(super) fn read(self, cell: &Cell) -> Option<Dated> {
        if self == DateOrder::DayFirst {
            return None;
        }
        let span = match cell {
            Cell::Text(text) => {
                let (first, second, year) = figures(text)?;
                let month_first = NaiveDate::from_ymd_opt(year, first, second);
                let day_first = NaiveDate::from_ymd_opt(year, second, first);
                match (month_first, day_first) {
                    (Some(one), Some(other)) if self == DateOrder::Both => either(one, other),
                    (Some(one), _) => DateSpan::day(one),
                    (None, other) => DateSpan::day(other?),
                }
            }
            // A spreadsheet has converted what it could in its own order, and left the rest as text.
            Cell::Date {
                day: Some(day),
                time: None,
                ..
            } if self == DateOrder::Swapped => {
                let swapped = NaiveDate::from_ymd_opt(day.year(), day.day(), day.month())?;
                either(*day, swapped)
            }
            _ => return None,
        };
        Some(Dated {
            span,
            assumed_year: false,
        })
    }
}

fn either(one: NaiveDate, other: NaiveDate) -> DateSpan {
    DateSpan::new(one.min(other), one.max(other))
}

/// The first two numbers and the year of «1/15/2025», «1-15-2025», «1/15/25», without a time of day after it.
pub(super) fn figures(text: &str) -> Option<(u32, u32, i32)> {
    let day = text.split_whitespace().next()?;
    let mut parts = day.split(['/', '-', '.']);
    let number = |part: Option<&str>| {
        let part = part?;
        let digits = part.bytes().all(|byte| byte.is_ascii_digit());
        (digits && (1..=4).contains(&part.len()))
            .then(|| part.parse::<u32>().ok())
            .flatten()
    };
    let (first, second, year) = (
        number(parts.next())?,
        number(parts.next())?,
        number(parts.next())?,
    );
    let year = i32::try_from(if year < 100 { 2000 + year } else { year }).ok()?;
    let is_day = |number: u32| (1..=31).contains(&number);
    let possible = is_day(first) && is_day(second) && first.min(second) <= 12;
    (parts.next().is_none() && possible && YEARS.contains(&year)).then_some((first, second, year))
}
