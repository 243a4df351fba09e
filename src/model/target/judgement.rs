//! What a kind of target says of one window.

use super::verdict::undecided;
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

/// What is not kept as a whole, where parts of it count: kept in part; not known, where a part may be kept; or not kept.
pub(crate) fn partial(has: impl Fn(Status) -> bool) -> Status {
    let known = [
        Status::Fulfilled,
        Status::Undecided,
        Status::NotReported,
        Status::Withheld,
    ];
    match known.into_iter().find(|status| has(*status)) {
        Some(Status::Fulfilled) => Status::Partial,
        Some(open) => open,
        None => Status::NotFulfilled,
    }
}

impl Judgement {
    /// The same, where a part kept is a part of the promise: when the time is over and some parts are kept and some are not.
    pub(super) fn or_partial(self, state: WindowState) -> Judgement {
        let has = |status: Status| self.parts.iter().any(|part| part.status == status);
        let status = partial(has);
        self.with_partial(state, status)
    }

    /// The same of requests: which of them belong here, and whether all are told, is not always known.
    pub(super) fn or_partly_answered(self, state: WindowState, incomplete: bool) -> Judgement {
        let answered = self.outcome.unwrap_or(Quantity::UNKNOWN);
        let status = if answered.low() > Amount::ZERO {
            Status::Partial
        } else if answered.high() == Some(Amount::ZERO) {
            Status::NotFulfilled
        } else {
            undecided(incomplete)
        };
        self.with_partial(state, status)
    }

    fn with_partial(self, state: WindowState, status: Status) -> Judgement {
        if state != WindowState::Closed || self.status != Status::NotFulfilled {
            return self;
        }
        Judgement { status, ..self }
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::input::example::{items, year};
    use super::super::{Threshold, count};
    use super::*;

    proptest! {
        /// What is strived for is never broken, and all else that is said of it stays.
        #[test]
        fn an_effort_is_never_broken(done in 0u64..20, more in 0u64..4, asked in 1u64..20, closed: bool, least: bool) {
            let bound = if least { Bound::Least } else { Bound::Most };
            let rows = items(&format!("2023-02-01 {done}-{}", done + more));
            let input = year(&rows, if closed { "2023-12-31" } else { "2023-09-30" });
            let judged = count::judge(Threshold { bound, number: Amount::whole(asked) }, &input);
            let strived = judged.clone().of_effort();
            let broken = [Status::NotFulfilled, Status::Partial, Status::Behind];
            prop_assert!(!broken.contains(&strived.status));
            if broken.contains(&judged.status) {
                prop_assert_eq!(strived.status, Status::Described);
            } else {
                prop_assert_eq!(strived.status, judged.status);
            }
            prop_assert_eq!((strived.outcome, strived.required, strived.pace), (judged.outcome, judged.required, judged.pace));
        }
    }
}
