//! What a kind of target says of one window.

use super::{Bound, WindowState};
use crate::model::assessment::{PartAssessment, Status};
use crate::model::finding::Phrase;
use crate::model::quantity::{Amount, Quantity};

#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    pub status: Status,
    /// At least or at most.
    pub bound: Option<Bound>,
    /// What the whole window asks.
    pub(crate) required: Option<Amount>,
    /// What the elapsed time asks.
    pub(crate) pace: Option<Amount>,
    /// What was counted.
    pub outcome: Option<Quantity>,
    /// Of how much.
    pub(crate) out_of: Option<Quantity>,
    /// How it was reckoned.
    pub(crate) reckoning: Phrase,
    pub(crate) remaining: Option<Phrase>,
    pub parts: Vec<PartAssessment>,
}

impl Judgement {
    /// The same, where a part kept is a part of the promise: when the time is over and some parts are kept and some are not.
    pub(super) fn or_partial(self, state: WindowState) -> Judgement {
        let has = |status: Status| self.parts.iter().any(|part| part.status == status);
        let is_partial = state == WindowState::Closed
            && self.status == Status::NotFulfilled
            && has(Status::Fulfilled);
        Judgement {
            status: if is_partial {
                Status::Partial
            } else {
                self.status
            },
            ..self
        }
    }

    /// The same of what was strived for: it is never broken nor behind.
    pub(crate) fn of_effort(self) -> Judgement {
        match self.status {
            Status::NotFulfilled | Status::Partial | Status::Behind => Judgement {
                status: Status::Described,
                reckoning: Phrase::new("reckoning-effort").with("what", self.reckoning),
                ..self
            },
            _ => self,
        }
    }
}
