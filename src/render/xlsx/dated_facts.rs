//! What the conditions of requests and of steps give.

use chrono::NaiveDate;

use super::cell::number;
use super::dated::{DatedPart, WAITS};
use super::figures::{PartFigures, WindowFigures};
use super::judged::{Facts, Outcome};
use crate::model::basis::VerdictBasis;

/// How many requests stand how.
pub(super) struct Requests {
    kept: f64,
    broken: f64,
    unknown: f64,
    waiting: f64,
}

impl Requests {
    /// Of a window; none if they do not make its outcome.
    pub(super) fn of(
        window: &WindowFigures<'_>,
        basis: &VerdictBasis,
        parts: &[PartFigures<'_>],
    ) -> Option<Requests> {
        let with = |code: f64| {
            let dated = parts
                .iter()
                .filter_map(|part| DatedPart::of(&part.part, &basis.rule, window.window.closed));
            dated.filter(|part| part.holds() == code).count() as f64
        };
        let found = Requests {
            kept: with(1.0),
            broken: with(0.0),
            unknown: with(-1.0),
            waiting: with(WAITS),
        };
        let outcome = Outcome::of(window.window.outcome?);
        let whole = Outcome::of(window.window.out_of?);
        let high = found.kept + found.unknown;
        let is_it = outcome.low == found.kept
            && outcome.high.is_none_or(|outcome| outcome == high)
            && whole.low == parts.len() as f64;
        is_it.then_some(found)
    }

    /// What its conditions give.
    pub(super) fn facts(
        &self,
        basis: &VerdictBasis,
        within: bool,
        share: Option<f64>,
        is_open: bool,
    ) -> Facts {
        let (kept, broken, unknown, waiting) = (self.kept, self.broken, self.unknown, self.waiting);
        let all = kept + broken + unknown + waiting;
        let facts = Facts {
            pace_asked: Some(if within { all - waiting } else { all }),
            nobody: basis.covered && !basis.incomplete && all == 0.0,
            ..Facts::NOTHING
        };
        let judged = |broken: f64, open: f64| match () {
            () if broken > 0.0 => 0.0,
            () if open > 0.0 || basis.incomplete => -1.0,
            () => 1.0,
        };
        let Some(share) = share else {
            let behind = if within { broken } else { broken + waiting };
            return Facts {
                lost: broken > 0.0 && basis.covered,
                closed: judged(broken, unknown + waiting),
                pace: judged(behind, unknown),
                ..facts
            };
        };
        let left_out = is_open && within;
        let waits_if = |is_so: bool| if is_so { waiting } else { 0.0 };
        let perhaps_broken = broken + unknown + waits_if(!left_out);
        let perhaps_kept = kept + unknown + waits_if(!is_open);
        let surely_broken = broken + waits_if(!left_out && is_open);
        let holds = match () {
            () if basis.incomplete => -1.0,
            () if kept > 0.0 && kept * 100.0 >= share * (kept + perhaps_broken) => 1.0,
            () if surely_broken > 0.0
                && perhaps_kept * 100.0 < share * (perhaps_kept + surely_broken) =>
            {
                0.0
            }
            () if left_out && waiting > 0.0 && all == waiting => 1.0,
            () => -1.0,
        };
        Facts {
            closed: holds,
            pace: holds,
            ..facts
        }
    }
}

/// Of steps; none if they do not make the outcome.
pub(super) fn steps(
    window: &WindowFigures<'_>,
    basis: &VerdictBasis,
    parts: &[PartFigures<'_>],
    end: NaiveDate,
) -> Option<Facts> {
    let stands: Vec<DatedPart<'_>> = parts
        .iter()
        .filter_map(|part| DatedPart::of(&part.part, &basis.rule, window.window.closed))
        .collect();
    let all = parts.len() as f64;
    let done: f64 = (parts.iter())
        .map(|part| number(part.part.outcome.low()))
        .sum();
    let outcome = Outcome::of(window.window.outcome?);
    if outcome.low != done || outcome.high != Some(done) || number(window.window.required?) != all {
        return None;
    }
    let with = |code: f64| stands.iter().filter(|part| part.holds() == code).count() as f64;
    let due = parts
        .iter()
        .filter(|part| part.part.due.is_some_and(|due| due <= end));
    let late = match (with(0.0) > 0.0, with(-1.0) > 0.0) {
        (true, _) => 0.0,
        (_, true) => -1.0,
        _ => 1.0,
    };
    Some(Facts {
        pace_asked: Some(due.count() as f64),
        kept: basis.covered && all > 0.0 && with(1.0) == all && done == all,
        closed: if done < all { 0.0 } else { late },
        pace: f64::from(!stands.iter().any(DatedPart::is_overdue)),
        ..Facts::NOTHING
    })
}
