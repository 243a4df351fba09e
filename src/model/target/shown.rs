//! What gives no verdict: figures shown, words described, what is to be agreed later.

use super::count::{distinct_word, reckoning as sum_reckoning};
use super::share;
use super::{Judgement, Target, WindowInput};
use crate::model::assessment::Status;
use crate::model::finding::{Arg, Phrase};

/// Figures of one window, as a part of a whole if `of_whole`.
pub fn judge(of_whole: bool, input: &WindowInput<'_>) -> Judgement {
    let outcome = input.sum(input.items);
    let out_of = of_whole.then(|| input.sum(input.whole));
    let reckoning = match out_of {
        Some(whole) => share::reckoning("reckoning-shown-part", input, outcome, whole, None),
        None => sum_reckoning("reckoning-shown", input, outcome),
    };
    Judgement {
        outcome: Some(outcome),
        out_of,
        ..unscored(Status::Described, reckoning)
    }
}

/// What is promised, in a few words.
pub(crate) fn phrase(of_whole: bool, target: &Target) -> Phrase {
    if of_whole {
        Phrase::new("target-shown-part")
    } else {
        Phrase::new("target-shown")
            .with("activity", Arg::Activity(target.unit()))
            .with("distinct", distinct_word(target))
    }
}

/// A target that the parties have yet to agree on.
pub(crate) fn deferred() -> Judgement {
    unscored(Status::Undecided, Phrase::new("reckoning-deferred"))
}

/// A target that only points to an indicator.
pub(crate) fn described() -> Judgement {
    unscored(Status::Described, Phrase::new("reckoning-indicator"))
}

fn unscored(status: Status, reckoning: Phrase) -> Judgement {
    Judgement {
        status,
        bound: None,
        required: None,
        pace: None,
        outcome: None,
        out_of: None,
        reckoning,
        remaining: None,
        parts: Vec::new(),
    }
}
