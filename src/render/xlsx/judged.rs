//! What the conditions of a verdict give, and the verdict that follows.

use super::cell::number;
use crate::model::assessment::{Status, WindowAssessment};
use crate::model::basis::{Occasion, VerdictBasis};
use crate::model::quantity::Quantity;

/// What was done, as cells hold it; no highest where there is no upper limit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outcome {
    pub(super) low: f64,
    pub(super) high: Option<f64>,
}

impl Outcome {
    pub(super) fn of(quantity: Quantity) -> Outcome {
        Outcome {
            low: number(quantity.low()),
            high: quantity.high().map(number),
        }
    }
}

/// What the conditions of a verdict give: yes, no and unknown are 1, 0 and −1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts {
    pub(super) pace_asked: Option<f64>,
    /// Whether nobody asked for anything.
    pub(super) nobody: bool,
    pub(super) kept: bool,
    pub(super) lost: bool,
    pub(super) closed: f64,
    pub(super) pace: f64,
}

/// What is not kept as a whole, where parts of it count: the first status that a part has, and what the whole is then
/// (`model/target/judgement.rs`).
pub(super) const PARTLY: [(Status, Status); 3] = [
    (Status::Fulfilled, Status::Partial),
    (Status::Undecided, Status::Undecided),
    (Status::NotReported, Status::NotReported),
];

/// As the cells are compared.
pub(super) fn round(number: f64) -> f64 {
    (number * 1e8).round() / 1e8
}

impl Facts {
    /// Of which nothing is known yet.
    pub(super) const NOTHING: Facts = Facts {
        pace_asked: None,
        nobody: false,
        kept: false,
        lost: false,
        closed: -1.0,
        pace: -1.0,
    };

    /// The verdict that follows, as the formula gives it.
    pub(super) fn verdict(&self, basis: &VerdictBasis, window: &WindowAssessment) -> Status {
        let table = self.by_table(basis, window.closed);
        let has = |status| (window.parts.iter()).any(|part| part.status == status);
        let partly = PARTLY.iter().find(|(part, _)| has(*part));
        let is_partial = basis.partial && window.closed && table == Status::NotFulfilled;
        let status = match basis.occasion {
            _ if table == Status::NotStarted => table,
            Some(Occasion::WasNot) => Status::NoNeed,
            Some(Occasion::Untold) => Status::NotReported,
            Some(Occasion::Unclear) => Status::Undecided,
            _ => match partly {
                Some((_, whole)) if is_partial => *whole,
                _ => table,
            },
        };
        match status {
            Status::NotFulfilled | Status::Partial | Status::Behind if basis.effort => {
                Status::Described
            }
            status => status,
        }
    }

    fn by_table(&self, basis: &VerdictBasis, closed: bool) -> Status {
        let unknown = if basis.incomplete {
            Status::NotReported
        } else {
            Status::Undecided
        };
        match () {
            () if basis.elapsed.is_none() => Status::NotStarted,
            () if self.nobody => Status::NoNeed,
            () if self.kept => Status::Fulfilled,
            () if self.lost => Status::NotFulfilled,
            () if !basis.covered => Status::NotReported,
            () if closed && self.closed == 1.0 => Status::Fulfilled,
            () if closed && self.closed == 0.0 => Status::NotFulfilled,
            () if !closed && self.pace == 1.0 => Status::OnTrack,
            () if !closed && self.pace == 0.0 => Status::Behind,
            () => unknown,
        }
    }
}
