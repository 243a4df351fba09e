//! What a verdict tells of the figure it was given on.

use chrono::NaiveDate;

use crate::model::assessment::{Status, WindowAssessment};
use crate::model::quantity::Amount;
use crate::model::span::DateSpan;
use crate::model::threshold::Bound;

/// What follows from a verdict for somebody who does not see the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// Nothing about the figure.
    Nothing,
    /// It lies between these, both included.
    Between(Option<i64>, Option<i64>),
    /// Something that is not followed here.
    Unknown,
}

/// A window as it is judged, in what its verdict rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Judged<'a> {
    /// The target's kind.
    pub(super) kind: &'a str,
    pub(super) status: Status,
    pub(super) bound: Option<Bound>,
    pub(super) required: Option<Amount>,
    pub(super) pace: Option<Amount>,
}

impl<'a> Judged<'a> {
    pub(super) fn new(kind: &'a str, window: &WindowAssessment) -> Judged<'a> {
        Judged {
            kind,
            status: window.status,
            bound: window.bound,
            required: window.required,
            pace: window.pace,
        }
    }

    /// What it tells. `unit` gives the least number of the audit's units that reaches an amount.
    pub(super) fn told(self, unit: impl Fn(Amount) -> i64) -> Told {
        if matches!(
            self.status,
            Status::NotStarted | Status::Described | Status::Withheld
        ) {
            return Told::Nothing;
        }
        let (Some(Bound::Least), Some(required)) = (self.bound, self.required.map(&unit)) else {
            return Told::Unknown;
        };
        let pace = match self.kind {
            "count" => self.pace.map(&unit),
            "average" => Some(required),
            _ => return Told::Unknown,
        };
        match (self.status, pace) {
            (Status::Fulfilled, _) => Told::Between(Some(required), None),
            (Status::NotFulfilled | Status::Undecided | Status::NotReported, _) => {
                Told::Between(None, Some(required - 1))
            }
            // What is kept already is said to be kept: on track is also less than was promised. An average asks more of the whole
            // window than of the days that have passed, and how much is not known here.
            (Status::OnTrack, Some(pace)) if self.kind == "count" => {
                Told::Between(Some(pace), Some(required - 1))
            }
            (Status::Behind, Some(pace)) => Told::Between(None, Some(pace - 1)),
            _ => Told::Unknown,
        }
    }
}

/// The days of a window that count at the end of a period; none if it has not begun.
pub(super) fn counted_days(window: DateSpan, end: NaiveDate) -> Option<DateSpan> {
    (window.from <= end).then(|| DateSpan::new(window.from, window.to.min(end)))
}
