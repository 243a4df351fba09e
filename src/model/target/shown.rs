//! What gives no verdict: figures shown, words described, what is to be agreed later.

use super::count::reckoning as sum_reckoning;
use super::share;
use super::{Judged, Scene, Target};
use crate::model::assessment::Status;
use crate::model::finding::{Arg, Phrase};

/// Figures of one window, as a part of a whole if `of_whole`.
pub fn judge(of_whole: bool, scene: &Scene<'_>) -> Judged {
    let outcome = scene.sum(scene.items);
    let out_of = of_whole.then(|| scene.sum(scene.whole));
    let reckoning = match out_of {
        Some(whole) => share::reckoning("reckoning-shown-part", scene, outcome, whole, None),
        None => sum_reckoning("reckoning-shown", scene, outcome),
    };
    Judged {
        outcome: Some(outcome),
        out_of,
        ..unscored(Status::Described, reckoning)
    }
}

/// What is promised, in a few words.
pub fn phrase(of_whole: bool, target: &Target) -> Phrase {
    if of_whole {
        Phrase::new("target-shown-part")
    } else {
        Phrase::new("target-shown").with("activity", Arg::Activity(target.unit()))
    }
}

/// A target that the parties have yet to agree on.
pub fn deferred() -> Judged {
    unscored(Status::Undecided, Phrase::new("reckoning-deferred"))
}

/// A target that only points to an indicator.
pub fn described() -> Judged {
    unscored(Status::Described, Phrase::new("reckoning-indicator"))
}

fn unscored(status: Status, reckoning: Phrase) -> Judged {
    Judged {
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
