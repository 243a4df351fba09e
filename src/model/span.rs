//! Dates as intervals, and the periods that are reported.
//!
//! «v. 12», «mars» and a date are all a [`DateSpan`]: the day it happened is one of them.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// One of the days `from`–`to`, both included; an exact date has them equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DateSpan {
    /// The first day.
    pub from: NaiveDate,
    /// The last day, never before the first.
    pub to: NaiveDate,
}

impl DateSpan {
    /// From `one` to `other`, in whichever order they come.
    pub fn new(one: NaiveDate, other: NaiveDate) -> DateSpan {
        DateSpan {
            from: one.min(other),
            to: one.max(other),
        }
    }

    /// Exactly `day`.
    pub fn day(day: NaiveDate) -> DateSpan {
        DateSpan { from: day, to: day }
    }

    /// The days of a calendar month, 1–12; `None` outside the calendar.
    pub fn month(year: i32, month: u32) -> Option<DateSpan> {
        let from = NaiveDate::from_ymd_opt(year, month, 1)?;
        Some(DateSpan {
            from,
            to: from.checked_add_months(Months::new(1))?.pred_opt()?,
        })
    }

    /// The days Monday to Sunday of an ISO 8601 week, 1–53; `None` if the year has no such week.
    pub fn iso_week(year: i32, week: u32) -> Option<DateSpan> {
        let from = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
        Some(DateSpan {
            from,
            to: from.checked_add_days(Days::new(6))?,
        })
    }

    /// The days of a calendar year; `None` outside the calendar.
    pub fn year(year: i32) -> Option<DateSpan> {
        Some(DateSpan {
            from: NaiveDate::from_ymd_opt(year, 1, 1)?,
            to: NaiveDate::from_ymd_opt(year, 12, 31)?,
        })
    }

    /// The number of days, at least 1.
    pub fn days(self) -> u64 {
        u64::try_from((self.to - self.from).num_days()).unwrap_or(0) + 1
    }

    /// Whether it is one day.
    pub fn is_exact(self) -> bool {
        self.from == self.to
    }

    /// Whether `day` is one of its days.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// Whether all its days are days of `other`.
    pub fn within(self, other: DateSpan) -> bool {
        other.from <= self.from && self.to <= other.to
    }

    /// Whether they share a day.
    pub fn overlaps(self, other: DateSpan) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    pub fn intersection(self, other: DateSpan) -> Option<DateSpan> {
        let (from, to) = (self.from.max(other.from), self.to.min(other.to));
        (from <= to).then_some(DateSpan { from, to })
    }

    /// The shortest span that holds both.
    pub fn union(self, other: DateSpan) -> DateSpan {
        DateSpan {
            from: self.from.min(other.from),
            to: self.to.max(other.to),
        }
    }

    /// Every day of it, in order.
    pub fn each_day(self) -> impl Iterator<Item = DateSpan> {
        self.from
            .iter_days()
            .take_while(move |day| *day <= self.to)
            .map(DateSpan::day)
    }

    /// Every calendar month that shares a day with it, whole, in order.
    pub fn each_month(self) -> impl Iterator<Item = DateSpan> {
        let mut next = DateSpan::month(self.from.year(), self.from.month());
        std::iter::from_fn(move || {
            let month = next.filter(|month| month.from <= self.to)?;
            next = month
                .to
                .succ_opt()
                .and_then(|day| DateSpan::month(day.year(), day.month()));
            Some(month)
        })
    }

    /// Every ISO week that shares a day with it, whole, in order.
    pub fn each_week(self) -> impl Iterator<Item = DateSpan> {
        let mut next = DateSpan::iso_week(self.from.iso_week().year(), self.from.iso_week().week());
        std::iter::from_fn(move || {
            let week = next.filter(|week| week.from <= self.to)?;
            next = week
                .to
                .succ_opt()
                .and_then(|day| DateSpan::iso_week(day.iso_week().year(), day.iso_week().week()));
            Some(week)
        })
    }

    /// The calendar month it is exactly, as (year, month).
    pub(crate) fn as_month(self) -> Option<(i32, u32)> {
        let (year, month) = (self.from.year(), self.from.month());
        (DateSpan::month(year, month) == Some(self)).then_some((year, month))
    }
}

impl fmt::Display for DateSpan {
    /// ISO dates: `2023-04-15`, or `2023-04-03/2023-04-09`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_exact() {
            write!(f, "{}", self.from)
        } else {
            write!(f, "{}/{}", self.from, self.to)
        }
    }
}

/// What length of time a report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PeriodKind {
    /// A calendar month, `2023-09`.
    Month,
    /// A third of a year, `2023-T2`.
    Tertial,
    /// A quarter, `2023-Q3`.
    Quarter,
    /// A half-year, `2023-H1`.
    HalfYear,
    /// A calendar year, `2023`.
    Year,
    /// The whole term of the agreement, `term`.
    Term,
}

/// The time a report is about. Its name is what commands and folders call it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// Its length.
    pub kind: PeriodKind,
    /// Its days. The last one is E of the verdicts: what happened up to then counts.
    pub span: DateSpan,
}

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error(
    "invalid period «{0}»: write a month 2023-09, a tertial 2023-T2, a quarter 2023-Q3, a half-year 2023-H1, a year 2023, or term"
)]
pub struct InvalidPeriod(pub String);

impl Period {
    /// The period that `name` means, in an agreement with this `term`.
    ///
    /// # Errors
    /// [`InvalidPeriod`] if the name has none of the forms of [`PeriodKind`].
    pub(crate) fn parse(name: &str, term: DateSpan) -> Result<Period, InvalidPeriod> {
        if name == "term" {
            return Ok(Period {
                kind: PeriodKind::Term,
                span: term,
            });
        }
        name.parse()
    }

    /// The calendar month as a period; `None` outside the calendar.
    pub fn month(year: i32, month: u32) -> Option<Period> {
        Some(Period {
            kind: PeriodKind::Month,
            span: DateSpan::month(year, month)?,
        })
    }

    /// Its last day, E.
    pub fn end(&self) -> NaiveDate {
        self.span.to
    }

    /// Several months of a year, as a period.
    fn months(kind: PeriodKind, year: i32, first: u32, last: u32) -> Option<Period> {
        let span = DateSpan::month(year, first)?.union(DateSpan::month(year, last)?);
        Some(Period { kind, span })
    }
}

impl FromStr for Period {
    type Err = InvalidPeriod;

    fn from_str(name: &str) -> Result<Period, InvalidPeriod> {
        let parse = || {
            let (year, part) = name
                .split_once('-')
                .map_or((name, None), |(year, part)| (year, Some(part)));
            if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            let year: i32 = year.parse().ok()?;
            let Some(part) = part else {
                return Period::months(PeriodKind::Year, year, 1, 12);
            };
            if part.len() != 2 || !part.is_ascii() {
                return None;
            }
            let number =
                |digits: &str, most: u32| digits.parse().ok().filter(|n| (1..=most).contains(n));
            match part.split_at(1) {
                ("T", digit) => number(digit, 3)
                    .and_then(|n| Period::months(PeriodKind::Tertial, year, 4 * n - 3, 4 * n)),
                ("Q", digit) => number(digit, 4)
                    .and_then(|n| Period::months(PeriodKind::Quarter, year, 3 * n - 2, 3 * n)),
                ("H", digit) => number(digit, 2)
                    .and_then(|n| Period::months(PeriodKind::HalfYear, year, 6 * n - 5, 6 * n)),
                _ => number(part, 12).and_then(|n| Period::month(year, n)),
            }
        };
        parse().ok_or_else(|| InvalidPeriod(name.to_owned()))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.span.to.year(), self.span.to.month());
        match self.kind {
            PeriodKind::Month => write!(f, "{year}-{month:02}"),
            PeriodKind::Tertial => write!(f, "{year}-T{}", month / 4),
            PeriodKind::Quarter => write!(f, "{year}-Q{}", month / 3),
            PeriodKind::HalfYear => write!(f, "{year}-H{}", month / 6),
            PeriodKind::Year => write!(f, "{year}"),
            PeriodKind::Term => write!(f, "term"),
        }
    }
}
