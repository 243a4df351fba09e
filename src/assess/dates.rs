//! The days that a judgement asks.

use chrono::NaiveDate;

use crate::model::report::History;
use crate::model::span::DateSpan;

/// The dates of a judgement.
#[derive(Clone, Copy)]
pub(super) struct JudgementDates<'a> {
    /// The period that the report is about.
    pub(super) period: DateSpan,
    /// E, the last day of the period.
    pub(super) end: NaiveDate,
    /// The day the report is made for.
    pub(super) as_of: NaiveDate,
    /// What is known of the past.
    pub(super) history: &'a History,
    /// Whether the rows behind a verdict are kept.
    pub(super) keeps_rows: bool,
}
