//! Which windows decide, and which targets are one.

use std::sync::Arc;

use chrono::NaiveDate;

use super::window::in_force;
use crate::model::agreement::Pledge;
use crate::model::assessment::{Status, TargetAssessment, WindowAssessment, deciding};
use crate::model::finding::Phrase;
use crate::model::span::DateSpan;
use crate::model::target::{Target, TargetKind, partial};

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
    let statuses: Vec<Status> = targets.iter().map(|target| target.status).collect();
    of_targets(&statuses, pledge.any_target, pledge.partial)
}

fn of_targets(statuses: &[Status], any_target: bool, parts_count: bool) -> Status {
    let has = |status: Status| statuses.contains(&status);
    let worst = Status::worst(statuses.iter().copied());
    if any_target {
        // What is kept comes first, what can still be kept before what cannot.
        const BEST_FIRST: [Status; 11] = [
            Status::Fulfilled,
            Status::OnTrack,
            Status::Undecided,
            Status::NotReported,
            Status::Withheld,
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
        Some(Status::NotFulfilled) if parts_count => partial(has),
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
        only: Vec::new(),
        rules: Vec::new(),
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn statuses() -> impl Strategy<Value = Vec<Status>> {
        let one = (0..Status::ALL.len())
            .prop_map(|at| Status::ALL.get(at).copied().unwrap_or(Status::Described));
        proptest::collection::vec(one, 1..6)
    }

    /// What a target may really be, where it says this.
    fn meant(status: Status) -> Vec<Status> {
        match status {
            Status::Undecided | Status::NotReported | Status::Withheld => {
                vec![Status::Fulfilled, Status::NotFulfilled]
            }
            known => vec![known],
        }
    }

    /// Every way in which all of them can be.
    fn all_meant(statuses: &[Status]) -> Vec<Vec<Status>> {
        statuses.iter().fold(vec![Vec::new()], |all, status| {
            let with = |one: &Vec<Status>| {
                let one = one.clone();
                meant(*status)
                    .into_iter()
                    .map(move |status| [one.clone(), vec![status]].concat())
            };
            all.iter().flat_map(with).collect()
        })
    }

    proptest! {
        #[test]
        fn a_shared_verdict_is_that_of_one_of_its_targets(statuses in statuses(), any_target: bool) {
            let verdict = of_targets(&statuses, any_target, false);
            prop_assert!(statuses.contains(&verdict));
            let mut turned = statuses.clone();
            turned.reverse();
            prop_assert_eq!(of_targets(&turned, any_target, false), verdict);
        }

        #[test]
        fn one_kept_target_keeps_the_pledge_where_one_is_enough(statuses in statuses()) {
            let with_kept = [statuses.clone(), vec![Status::Fulfilled]].concat();
            prop_assert_eq!(of_targets(&with_kept, true, false), Status::Fulfilled);
            if of_targets(&statuses, true, false) == Status::NotFulfilled {
                // Nothing that could be kept, or was not even asked for, may be left.
                let only = [Status::NotFulfilled, Status::NoNeed, Status::Described];
                prop_assert!(statuses.iter().all(|status| only.contains(status)));
            }
        }

        /// Fulfilled, partly kept and broken are said only where that is so however the unknown targets are.
        #[test]
        fn what_is_said_of_a_pledge_holds_however_its_unknown_targets_are(
            statuses in statuses(), any_target: bool, parts_count: bool
        ) {
            // A target that is kept in part is told before one that nobody knows of.
            prop_assume!(!statuses.contains(&Status::Partial));
            let verdict = of_targets(&statuses, any_target, parts_count);
            if matches!(verdict, Status::Fulfilled | Status::Partial | Status::NotFulfilled) {
                for real in all_meant(&statuses) {
                    prop_assert_eq!(of_targets(&real, any_target, parts_count), verdict, "{:?}", real);
                }
            }
        }

        #[test]
        fn parts_count_only_where_some_are_kept_and_some_are_not(statuses in statuses()) {
            let (without, with) = (of_targets(&statuses, false, false), of_targets(&statuses, false, true));
            if with != without {
                prop_assert_eq!(without, Status::NotFulfilled);
                let is_partial = statuses.contains(&Status::Fulfilled);
                prop_assert_eq!(with == Status::Partial, is_partial);
            }
        }
    }
}
