//! Days and periods in running text.

use std::collections::BTreeMap;

use chrono::{Datelike, IsoWeek, NaiveDate};

use super::Wording;
use crate::model::span::{DateSpan, Period, PeriodKind};

impl Wording {
    /// A day in running text: «31 december 2023».
    pub fn day(&self, day: NaiveDate) -> String {
        let (number, year) = (day.day().to_string(), day.year().to_string());
        self.filled(
            "date-day",
            &[
                ("day", &number),
                ("month", &self.month_name(day)),
                ("year", &year),
            ],
        )
    }

    /// The calendar month of the span's first day: «september 2023».
    pub fn month(&self, span: DateSpan) -> String {
        let year = span.from.year().to_string();
        self.filled(
            "date-month",
            &[("month", &self.month_name(span.from)), ("year", &year)],
        )
    }

    /// Days in running text, in the shortest exact words: «2023», «september 2023», «3–9 april 2023», «1 juli 2023 –
    /// 30 juni 2024».
    pub fn span(&self, span: DateSpan) -> String {
        let DateSpan { from, to } = span;
        let year = from.year().to_string();
        if span.is_exact() {
            return self.day(from);
        }
        if DateSpan::year(from.year()) == Some(span) {
            return year;
        }
        if span.as_month().is_some() {
            return self.month(span);
        }
        if DateSpan::year(from.year()).is_some_and(|first| first.from == from)
            && DateSpan::year(to.year()).is_some_and(|last| last.to == to)
        {
            return self.filled(
                "date-years",
                &[("from", &year), ("to", &to.year().to_string())],
            );
        }
        let (first, last) = (from.day().to_string(), to.day().to_string());
        let (from_month, to_day) = (self.month_name(from), self.day(to));
        if from.year() != to.year() {
            return self.filled(
                "date-between",
                &[("from", &self.day(from)), ("to", &to_day)],
            );
        }
        if from.month() != to.month() {
            let from_day = self.filled(
                "date-day-of-year",
                &[("day", &first), ("month", &from_month)],
            );
            return self.filled("date-between", &[("from", &from_day), ("to", &to_day)]);
        }
        let words = [
            ("first", first.as_str()),
            ("last", &last),
            ("month", &from_month),
            ("year", &year),
        ];
        self.filled("date-days-of-month", &words)
    }

    /// Consecutive months: «september 2023», «mars–juni 2023», «november 2022 – mars 2023», «2023».
    pub(crate) fn months(&self, months: DateSpan) -> String {
        let DateSpan { from, to } = months;
        if months.as_month().is_some() || DateSpan::year(from.year()) == Some(months) {
            return self.span(months);
        }
        if from.year() != to.year() {
            let last = self.month(DateSpan::day(to));
            return self.filled(
                "date-between",
                &[("from", &self.month(months)), ("to", &last)],
            );
        }
        let (first, last) = (self.month_name(from), self.month_name(to));
        let year = from.year().to_string();
        self.filled(
            "date-months-of-year",
            &[("first", &first), ("last", &last), ("year", &year)],
        )
    }

    /// A period in running text: «september 2023», «andra tertialet 2023», «hela avtalstiden».
    pub(crate) fn period(&self, period: &Period) -> String {
        let end = period.span.to;
        let year = end.year().to_string();
        // The ordinal is a word, so that the sentence can select it.
        let part = |key, months: u32| {
            let ordinal = match end.month().div_ceil(months) {
                1 => "first",
                2 => "second",
                3 => "third",
                _ => "fourth",
            };
            self.filled(key, &[("part", ordinal), ("year", &year)])
        };
        match period.kind {
            PeriodKind::Month => self.month(period.span),
            PeriodKind::Tertial => part("period-tertial", 4),
            PeriodKind::Quarter => part("period-quarter", 3),
            PeriodKind::HalfYear => part("period-half-year", 6),
            PeriodKind::Year => year.clone(),
            PeriodKind::Term => self.text("period-term"),
        }
    }

    fn month_name(&self, day: NaiveDate) -> String {
        self.text(&format!("month-{}", day.month()))
    }

    /// A day in a table: «2023-12-31».
    pub(crate) fn day_short(&self, day: NaiveDate) -> String {
        day.to_string()
    }

    /// The calendar month of the span's first day, for a narrow column: «sep».
    pub(crate) fn month_short(&self, span: DateSpan) -> String {
        self.month_name(span.from).chars().take(3).collect()
    }

    /// Months, consecutive ones joined: «januari–mars 2023 och maj 2023»; weeks by number: «v. 2, 5 och 9 år 2023».
    pub fn each_month(&self, months: impl Iterator<Item = DateSpan>) -> String {
        let months: Vec<DateSpan> = months.collect();
        let weeks: Vec<IsoWeek> = months.iter().filter_map(|span| iso_week(*span)).collect();
        if !months.is_empty() && weeks.len() == months.len() {
            return self.weeks(&weeks);
        }
        let mut runs: Vec<DateSpan> = Vec::new();
        for month in months {
            match runs
                .last_mut()
                .filter(|run| run.to.succ_opt() == Some(month.from))
            {
                Some(run) => run.to = month.to,
                None => runs.push(month),
            }
        }
        self.list(
            &runs
                .into_iter()
                .map(|run| self.months(run))
                .collect::<Vec<_>>(),
        )
    }

    fn weeks(&self, weeks: &[IsoWeek]) -> String {
        let mut years: BTreeMap<i32, Vec<String>> = BTreeMap::new();
        for week in weeks {
            let numbers = years.entry(week.year()).or_default();
            numbers.push(week.week().to_string());
        }
        let years: Vec<String> = years
            .into_iter()
            .map(|(year, numbers)| {
                let words = [
                    ("weeks", &*self.list(&numbers)),
                    ("year", &*year.to_string()),
                ];
                self.filled("date-weeks", &words)
            })
            .collect();
        self.list(&years)
    }
}

/// The ISO week that a span is, if it is one.
fn iso_week(span: DateSpan) -> Option<IsoWeek> {
    let week = span.from.iso_week();
    (DateSpan::iso_week(week.year(), week.week()) == Some(span)).then_some(week)
}
