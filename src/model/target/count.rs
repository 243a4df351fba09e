//! A number or a sum in each window: «minst fyra trafiksäkerhetsinsatser per år», «4 000 timmar».
//!
//! Pace in an open window: ⌊N × elapsed days / all days⌋; hours without rounding. For *at most* the lines are mirrored,
//! and kept only when the window is closed.

use std::collections::BTreeSet;

use super::verdict::{Facts, verdict};
use super::{Bound, Item, Judged, Over, Scene, State, Target, Threshold};
use crate::model::finding::{Arg, Phrase};
use crate::model::quantity::{Amount, Quantity, Truth};

/// Judges one window.
pub fn judge(threshold: Threshold, scene: &Scene<'_>) -> Judged {
    let outcome = if scene.distinct { different(scene) } else { scene.sum(scene.items) };
    let number = threshold.number;
    let (passed, all) = scene.days();
    let pace = pace(number, scene);
    let reaches_pace = match threshold.bound {
        // Hours are compared as ratios, so that nothing is lost in the rounding of the pace.
        Bound::Least if scene.continuous => reaches_share(outcome, number, passed, all),
        Bound::Least => outcome.reaches(pace),
        Bound::Most => !exceeds_share(outcome, number, passed, all),
    };
    let facts = match threshold.bound {
        Bound::Least => Facts {
            kept: outcome.low() >= number,
            closed: outcome.reaches(number),
            pace: reaches_pace,
            ..Facts::of(scene)
        },
        Bound::Most => Facts {
            lost: outcome.low() > number,
            closed: outcome.stays_within(number),
            pace: reaches_pace,
            ..Facts::of(scene)
        },
    };
    Judged {
        status: verdict(facts),
        bound: Some(threshold.bound),
        required: Some(number),
        pace: Some(pace),
        outcome: Some(outcome),
        out_of: None,
        reckoning: reckoning("reckoning-count", scene, outcome)
            .with("bound", bound_word(threshold.bound))
            .with("number", number)
            .with("pace", pace),
        remaining: remaining(threshold, scene, outcome),
        parts: Vec::new(),
    }
}

/// What is promised, in a few words.
pub fn phrase(threshold: Threshold, target: &Target) -> Phrase {
    Phrase::new(if target.distinct.is_some() { "target-count-different" } else { "target-count" })
        .with("bound", bound_word(threshold.bound))
        .with("number", Arg::Counted(Quantity::exact(threshold.number), target.unit()))
        .with("over", over_word(&target.over))
}

/// What the elapsed part of the window asks, whole things rounded down.
pub(super) fn pace(number: Amount, scene: &Scene<'_>) -> Amount {
    let (passed, all) = scene.days();
    let share = number.part(passed, all);
    if scene.continuous { share } else { share.floor() }
}

/// Whether the outcome is at least the elapsed share of the number.
fn reaches_share(outcome: Quantity, number: Amount, passed: u64, all: u64) -> Truth {
    if outcome.low().times_reaches(all, number, passed) {
        Truth::Yes
    } else if outcome.high().is_some_and(|high| !high.times_reaches(all, number, passed)) {
        Truth::No
    } else {
        Truth::Unknown
    }
}

/// Whether the outcome is more than the elapsed share of the number.
pub(super) fn exceeds_share(outcome: Quantity, number: Amount, passed: u64, all: u64) -> Truth {
    let within = |amount: Amount| number.times_reaches(passed, amount, all);
    if !within(outcome.low()) {
        Truth::Yes
    } else if outcome.high().is_some_and(within) {
        Truth::No
    } else {
        Truth::Unknown
    }
}

/// How many different words the items have: surely those of items that surely count, perhaps those of the others.
fn different(scene: &Scene<'_>) -> Quantity {
    let Some(elapsed) = scene.elapsed() else { return Quantity::ZERO };
    let mut sure = BTreeSet::new();
    let mut possible = BTreeSet::new();
    let mut nameless = 0;
    let word = |item: &Item| item.words.first().map(|word| word.to_lowercase());
    for item in scene.items {
        let Some(value) = item.in_span(elapsed) else { continue };
        match word(item) {
            Some(word) if value.low() > Amount::ZERO => drop(sure.insert(word)),
            Some(word) => drop(possible.insert(word)),
            None => nameless += 1,
        }
    }
    let more = possible.difference(&sure).count() as u64 + nameless;
    let low = Amount::whole(sure.len() as u64);
    let count = Quantity::between(low, low.plus(Amount::whole(more)));
    if scene.incomplete() { count.or_more() } else { count }
}

/// The beginning that the reckonings of sums share: what was counted, and in how much of the window.
pub(super) fn reckoning(key: &'static str, scene: &Scene<'_>, outcome: Quantity) -> Phrase {
    let (passed, all) = scene.days();
    Phrase::new(key)
        .with("outcome", Arg::Counted(outcome, scene.unit.clone()))
        .with("passed", passed)
        .with("all", all)
        .with("state", state_word(scene.state()))
}

/// What is still to be done in an open window, or what may still happen.
pub(super) fn remaining(threshold: Threshold, scene: &Scene<'_>, outcome: Quantity) -> Option<Phrase> {
    if scene.state() != State::Open {
        return None;
    }
    let number = threshold.number;
    let left =
        Quantity::between(number.minus(outcome.high().unwrap_or(number).min(number)), number.minus(outcome.low()));
    let key = match threshold.bound {
        Bound::Least if left.low() == Amount::ZERO && left.is_exact() => return None,
        Bound::Least => "remaining-count",
        Bound::Most => "remaining-most",
    };
    Some(Phrase::new(key).with("left", Arg::Counted(left, scene.unit.clone())).with("to", scene.window.to))
}

/// A word that sentences select on.
pub(super) fn bound_word(bound: Bound) -> &'static str {
    match bound {
        Bound::Least => "least",
        Bound::Most => "most",
    }
}

/// A word that sentences select on.
pub(super) fn state_word(state: State) -> &'static str {
    match state {
        State::NotBegun => "not-begun",
        State::Open => "open",
        State::Closed => "closed",
    }
}

/// A word that sentences select on.
pub(super) fn over_word(over: &Over) -> &'static str {
    match over {
        Over::Unstated => "unstated",
        Over::Year => "year",
        Over::HalfYear => "half-year",
        Over::Tertial => "tertial",
        Over::Quarter => "quarter",
        Over::Month => "month",
        Over::Week => "week",
        Over::Day => "day",
        Over::Term => "term",
        Over::Calendar(_) => "listed",
    }
}
