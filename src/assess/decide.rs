//! Which windows decide, and which targets are one.

use std::sync::Arc;

use chrono::NaiveDate;

use super::window::in_force;
use crate::model::agreement::Pledge;
use crate::model::assessment::{Status, TargetAssessment, WindowAssessment, deciding};
use crate::model::finding::Phrase;
use crate::model::span::DateSpan;
use crate::model::target::{Target, TargetKind};

/// The status of a target. While the term runs the window that holds E decides (between windows the latest closed, before
/// the first none has started); from the period that ends with the term, all windows do.
pub(super) fn status(windows: &[WindowAssessment], term: DateSpan, end: NaiveDate) -> Status {
    let deciding = deciding(windows, term, end);
    match Status::worst(deciding.iter().map(|window| window.status)) {
        Some(status) => status,
        None if windows.is_empty() => Status::Undecided,
        None => Status::NotStarted,
    }
}

/// The status of a pledge: its worst target's; or its best target's, where one is enough.
pub(super) fn of_pledge(pledge: &Pledge, targets: &[TargetAssessment]) -> Status {
    let has = |status: Status| targets.iter().any(|target| target.status == status);
    let worst = Status::worst(targets.iter().map(|target| target.status));
    if pledge.any_target {
        // What is kept comes first, what can still be kept before what cannot.
        const BEST_FIRST: [Status; 10] = [
            Status::Fulfilled,
            Status::OnTrack,
            Status::Undecided,
            Status::NotReported,
            Status::Behind,
            Status::NotStarted,
            Status::Partial,
            Status::NotFulfilled,
            Status::NoNeed,
            Status::Described,
        ];
        let best = BEST_FIRST.into_iter().find(|status| has(*status));
        return best.or(worst).unwrap_or(Status::Described);
    }
    match worst {
        Some(Status::NotFulfilled) if pledge.partial && has(Status::Fulfilled) => Status::Partial,
        worst => worst.unwrap_or(Status::Described),
    }
}

/// The windows before the deciding one that were not fulfilled.
pub(super) fn earlier_failures(
    windows: &[WindowAssessment],
    term: DateSpan,
    end: NaiveDate,
) -> Vec<DateSpan> {
    let deciding = deciding(windows, term, end);
    let earlier = windows.iter().filter(|window| !deciding.contains(window));
    let failed =
        earlier.filter(|window| window.status == Status::NotFulfilled && window.span.to <= end);
    failed.map(|window| window.span).collect()
}

/// The targets of a pledge, those that follow each other by `valid` or `agreed` put together. A deferred target stands
/// until the one that was agreed in its place, and no longer.
pub(super) fn chains(targets: &[Target], term: DateSpan, end: NaiveDate) -> Vec<Vec<&Target>> {
    let is_deferred = |target: &Target| target.kind == TargetKind::Deferred;
    let mut chains: Vec<Vec<&Target>> = Vec::new();
    for target in targets {
        let last = chains.last().and_then(|chain| chain.last().copied());
        match (last, chains.last_mut()) {
            // Only one of the two is in force.
            (Some(last), Some(chain)) if is_deferred(last) && target.agreed.is_some() => {
                if is_agreed(target, end) {
                    *chain = vec![target];
                }
            }
            (Some(last), Some(chain)) if follows(last, target, term) => chain.push(target),
            _ => chains.push(vec![target]),
        }
    }
    chains
}

/// Whether one target takes over where another ends.
fn follows(last: &Target, next: &Target, term: DateSpan) -> bool {
    let limited = |target: &Target| target.valid.is_some() || target.agreed.is_some();
    limited(last)
        && limited(next)
        && last.of == next.of
        && !in_force(last, term).overlaps(in_force(next, term))
}

/// Whether the parties had agreed on the target by E.
pub(super) fn is_agreed(target: &Target, end: NaiveDate) -> bool {
    target.agreed.is_none_or(|day| day <= end)
}

/// A target of which nothing is known.
pub(super) fn nothing() -> TargetAssessment {
    TargetAssessment {
        id: String::new(),
        effort: false,
        kind: "deferred",
        responsible: Vec::new(),
        status: Status::Undecided,
        phrase: Phrase::new("target-deferred"),
        interpretation: None,
        of: Vec::new(),
        persons: false,
        in_period: None,
        amended: Vec::new(),
        windows: Vec::new(),
        counted: Arc::default(),
        whole: Arc::default(),
        not_counted: Arc::default(),
        settled: Vec::new(),
    }
}
