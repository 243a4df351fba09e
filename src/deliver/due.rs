//! Days of the month after a report's period.

use chrono::{Datelike, NaiveDate};

use crate::model::report::Report;
use crate::model::span::DateSpan;

/// A day of the month after the report's period; the month's last where it has no such day.
pub(super) fn day_after(report: &Report, day: u32) -> Option<NaiveDate> {
    let first = report.period.end().succ_opt()?;
    let month = DateSpan::month(first.year(), first.month())?;
    month.from.with_day(day).or(Some(month.to))
}

/// The first day on which a source of the partner is due.
pub(super) fn first_due(report: &Report, partner: &str) -> Option<NaiveDate> {
    let sources = report.agreement.sources.iter();
    let its = sources.filter(|source| source.partner == partner);
    let day = its.filter_map(|source| source.due).min()?;
    day_after(report, day)
}
