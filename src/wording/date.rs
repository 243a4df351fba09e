//! Days and periods in running text.

use chrono::{Datelike, NaiveDate};

use super::Wording;
use crate::model::span::{DateSpan, Period, PeriodKind};

/// «31 december 2023».
pub(super) fn day(wording: &Wording, day: NaiveDate) -> String {
    let (number, year) = (day.day().to_string(), day.year().to_string());
    wording.filled(
        "date-day",
        &[
            ("day", &number),
            ("month", &month_name(wording, day)),
            ("year", &year),
        ],
    )
}

/// «september 2023».
pub(super) fn month(wording: &Wording, span: DateSpan) -> String {
    let year = span.from.year().to_string();
    wording.filled(
        "date-month",
        &[("month", &month_name(wording, span.from)), ("year", &year)],
    )
}

/// The shortest words that say exactly these days.
pub(super) fn span(wording: &Wording, span: DateSpan) -> String {
    let DateSpan { from, to } = span;
    let year = from.year().to_string();
    if span.is_exact() {
        return day(wording, from);
    }
    if DateSpan::year(from.year()) == Some(span) {
        return year;
    }
    if span.as_month().is_some() {
        return month(wording, span);
    }
    if DateSpan::year(from.year()).is_some_and(|first| first.from == from)
        && DateSpan::year(to.year()).is_some_and(|last| last.to == to)
    {
        return wording.filled(
            "date-years",
            &[("from", &year), ("to", &to.year().to_string())],
        );
    }
    let (first, last) = (from.day().to_string(), to.day().to_string());
    let (from_month, to_day) = (month_name(wording, from), day(wording, to));
    if from.year() != to.year() {
        return wording.filled(
            "date-between",
            &[("from", &day(wording, from)), ("to", &to_day)],
        );
    }
    if from.month() != to.month() {
        let from_day = wording.filled(
            "date-day-of-year",
            &[("day", &first), ("month", &from_month)],
        );
        return wording.filled("date-between", &[("from", &from_day), ("to", &to_day)]);
    }
    let words = [
        ("first", first.as_str()),
        ("last", &last),
        ("month", &from_month),
        ("year", &year),
    ];
    wording.filled("date-days-of-month", &words)
}

/// Whole months: «september 2023», «mars–juni 2023», «november 2022 – mars 2023», «2023».
pub(super) fn months(wording: &Wording, months: DateSpan) -> String {
    let DateSpan { from, to } = months;
    if months.as_month().is_some() || DateSpan::year(from.year()) == Some(months) {
        return span(wording, months);
    }
    if from.year() != to.year() {
        let last = month(wording, DateSpan::day(to));
        return wording.filled(
            "date-between",
            &[("from", &month(wording, months)), ("to", &last)],
        );
    }
    let (first, last) = (month_name(wording, from), month_name(wording, to));
    let year = from.year().to_string();
    wording.filled(
        "date-months-of-year",
        &[("first", &first), ("last", &last), ("year", &year)],
    )
}

/// «september 2023», «andra tertialet 2023», «hela avtalstiden».
pub(super) fn period(wording: &Wording, period: &Period) -> String {
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
        wording.filled(key, &[("part", ordinal), ("year", &year)])
    };
    match period.kind {
        PeriodKind::Month => month(wording, period.span),
        PeriodKind::Tertial => part("period-tertial", 4),
        PeriodKind::Quarter => part("period-quarter", 3),
        PeriodKind::HalfYear => part("period-half-year", 6),
        PeriodKind::Year => year.clone(),
        PeriodKind::Term => wording.text("period-term"),
    }
}

pub(super) fn month_name(wording: &Wording, day: NaiveDate) -> String {
    wording.text(&format!("month-{}", day.month()))
}
