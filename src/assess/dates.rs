use chrono::NaiveDate;

use crate::model::report::History;
use crate::model::span::DateSpan;

/// The dates of a judgement.
#[derive(Clone, Copy)]
pub(super) struct JudgementDates<'a> {
    /// The period of the report.
    pub(super) period: DateSpan,
    /// E, the last day of the period.
    pub(super) end: NaiveDate,
    /// The date of the report.
    pub(super) as_of: NaiveDate,
    /// What earlier versions reported.
    pub(super) history: &'a History,
    /// Whether the rows behind a verdict are kept.
    pub(super) keeps_rows: bool,
}
