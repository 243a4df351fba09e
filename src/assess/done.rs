//! What was done in the report's period, besides the status at its end.

use super::condition::Context;
use super::dates::JudgementDates;
use super::evidence::Evidence;
use super::window::Window;
use crate::model::quantity::Quantity;
use crate::model::span::DateSpan;
use crate::model::target::{Target, TargetKind};

/// The total of a target's activities, answers or steps in the period, on the days the target is in force; `None`
/// where nothing is reported.
pub(super) fn in_period(
    target: &Target,
    evidence: &Evidence,
    in_force: DateSpan,
    context: Context<'_>,
    dates: JudgementDates<'_>,
) -> Option<Quantity> {
    let days = match target.kind {
        // A step may be done before its target's first day or after its last.
        TargetKind::Milestone { .. } => dates.period,
        _ => dates.period.intersection(in_force)?,
    };
    let input = evidence.input(
        &Window {
            span: days,
            name: None,
        },
        target,
        context,
        dates,
    );
    let of_day = |done: DateSpan| {
        if done.within(days) {
            Quantity::ONE
        } else if done.overlaps(days) {
            Quantity::ONE.perhaps()
        } else {
            Quantity::ZERO
        }
    };
    match target.kind {
        TargetKind::Deferred
        | TargetKind::Indicator { .. }
        | TargetKind::State { .. }
        | TargetKind::Together { .. } => None,
        _ if !input.covered => None,
        TargetKind::Milestone { .. } => Some(
            input
                .steps
                .iter()
                .filter_map(|step| step.done.flatten())
                .map(of_day)
                .sum(),
        ),
        TargetKind::Request { .. } | TargetKind::ResponseTime { .. } => {
            let answers = evidence.requests.iter().filter_map(|asked| asked.answered);
            let answered: Quantity = answers.map(of_day).sum();
            Some(if input.incomplete() {
                answered.or_more()
            } else {
                answered
            })
        }
        _ => Some(input.sum(input.items)),
    }
}
