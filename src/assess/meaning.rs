//! Ambiguous wordings.

use crate::model::agreement::Pledge;
use crate::model::assessment::Status;
use crate::model::finding::{Finding, FindingKind, Place, WordingMeaning};
use crate::model::span::DateSpan;
use crate::model::target::{AverageUnit, SubPeriod, Target, TargetKind, Threshold, WindowRule};

/// The targets that a target's wording can mean: only itself if it is unambiguous, or if the agreement has chosen.
///
/// Two wordings are ambiguous: no window in a term longer than a year; a count windowed by day, week or month that
/// does not say *each*.
pub(super) fn meanings(target: &Target, in_force: DateSpan) -> Vec<Target> {
    let over = |over: WindowRule| Target {
        over,
        ..target.clone()
    };
    let is_open = target.interpretation.is_none() && target.kind.is_scored();
    match (&target.kind, &target.over) {
        _ if !is_open => vec![target.clone()],
        (
            TargetKind::Cadence { .. }
            | TargetKind::Milestone { .. }
            | TargetKind::Deferred
            | TargetKind::Indicator { .. },
            _,
        ) => {
            vec![target.clone()]
        }
        (_, WindowRule::Unstated) if in_force.days() > 366 => {
            vec![over(WindowRule::Year), over(WindowRule::Term)]
        }
        (TargetKind::Count(threshold), WindowRule::Day) => {
            each_or_average(target, *threshold, SubPeriod::Day)
        }
        (TargetKind::Count(threshold), WindowRule::Week) => {
            each_or_average(target, *threshold, SubPeriod::Week)
        }
        (TargetKind::Count(threshold), WindowRule::Month) => {
            each_or_average(target, *threshold, SubPeriod::Month)
        }
        _ => vec![target.clone()],
    }
}

/// So many in each, or so many on average over the calendar year.
fn each_or_average(target: &Target, threshold: Threshold, every: SubPeriod) -> Vec<Target> {
    let (per, number) = match every {
        // There is no average per day: seven times as many a week is the same.
        SubPeriod::Day => (AverageUnit::Week, threshold.number.part(7, 1)),
        SubPeriod::Week => (AverageUnit::Week, threshold.number),
        SubPeriod::Month => (AverageUnit::Month, threshold.number),
    };
    vec![
        Target {
            kind: TargetKind::EachPeriod {
                threshold,
                every,
                parts: Vec::new(),
            },
            over: WindowRule::Term,
            ..target.clone()
        },
        Target {
            kind: TargetKind::Average {
                threshold: Threshold {
                    number,
                    ..threshold
                },
                per,
            },
            over: WindowRule::Unstated,
            ..target.clone()
        },
    ]
}

/// The result of each meaning.
pub(super) fn finding(
    pledge: &Pledge,
    first: (&Target, Status),
    second: (&Target, Status),
) -> Finding {
    let meaning = |reading: &Target| match (&reading.kind, &reading.over) {
        (TargetKind::EachPeriod { .. }, _) => WordingMeaning::Each,
        (TargetKind::Average { .. }, WindowRule::Unstated) => WordingMeaning::Average,
        (_, WindowRule::Term) => WordingMeaning::Term,
        _ => WordingMeaning::Year,
    };
    let kind = FindingKind::OpenInterpretation {
        pledge: pledge.id.clone(),
        first: meaning(first.0),
        first_gives: first.1,
        second: meaning(second.0),
        second_gives: second.1,
    };
    Finding::new(kind, Place::line(first.0.line))
}
