//! Which kind of target judges, and words, what.

use super::judgement::Judgement;
use super::{
    PartField, SubPeriod, Target, TargetKind, WindowInput, average, baseline, cadence, count,
    each_part, each_period, every_part, milestone, request, share, shown, together,
};
use crate::model::finding::Phrase;
use crate::model::span::DateSpan;

impl Target {
    /// The days that the verdict of a window is about: a week between two windows lies in both and belongs to one.
    pub(crate) fn days_judged(&self, window: DateSpan, around: DateSpan) -> DateSpan {
        match self.kind {
            TargetKind::EachPeriod {
                every: SubPeriod::Week,
                ..
            } => each_period::days_of_weeks(window, around).unwrap_or(window),
            _ => window,
        }
    }

    pub fn judge(&self, input: &WindowInput<'_>) -> Judgement {
        match &self.kind {
            TargetKind::Count(threshold) => count::judge(*threshold, input),
            TargetKind::Average { threshold, per } => average::judge(*threshold, *per, input),
            TargetKind::EachPeriod {
                threshold,
                every,
                parts,
            } => of_every(parts, input, |input| {
                each_period::judge(*threshold, *every, input)
            }),
            TargetKind::EachPart { number, .. } => each_part::judge(*number, input),
            TargetKind::Together {
                threshold, same, ..
            } => together::judge(*threshold, same, input),
            TargetKind::Share { threshold, .. } => share::judge(*threshold, input),
            TargetKind::Cadence { longest_gap, parts } => {
                of_every(parts, input, |input| cadence::judge(*longest_gap, input))
            }
            TargetKind::Request { within } => request::judge(*within, input),
            TargetKind::Milestone { .. } => milestone::judge(input),
            TargetKind::Baseline {
                direction, value, ..
            } => baseline::judge(*direction, *value, input),
            TargetKind::Deferred => shown::deferred(),
            TargetKind::Shown { out_of } => shown::judge(!out_of.is_empty(), input),
            TargetKind::Indicator => shown::described(),
        }
    }

    /// What is promised, in a few words.
    pub(crate) fn phrase(&self) -> Phrase {
        match &self.kind {
            TargetKind::Count(threshold) => count::phrase(*threshold, self),
            TargetKind::Average { threshold, per } => average::phrase(*threshold, *per, self),
            TargetKind::EachPeriod {
                threshold, every, ..
            } => each_period::phrase(*threshold, *every, self),
            TargetKind::EachPart { number, .. } => each_part::phrase(*number, self),
            TargetKind::Together {
                threshold, same, ..
            } => together::phrase(*threshold, same, self),
            TargetKind::Share { threshold, .. } => share::phrase(*threshold),
            TargetKind::Cadence { longest_gap, parts } => cadence::phrase(*longest_gap, parts),
            TargetKind::Request { within } => request::phrase(*within),
            TargetKind::Milestone { .. } => Phrase::new("target-milestone"),
            TargetKind::Baseline {
                direction, value, ..
            } => baseline::phrase(*direction, *value, self),
            TargetKind::Deferred => Phrase::new("target-deferred"),
            TargetKind::Shown { out_of } => shown::phrase(!out_of.is_empty(), self),
            TargetKind::Indicator => Phrase::new("target-indicator"),
        }
    }
}

/// Judged of all together, or of each part by itself.
fn of_every(
    parts: &[PartField],
    input: &WindowInput<'_>,
    judge: impl Fn(&WindowInput<'_>) -> Judgement,
) -> Judgement {
    if parts.is_empty() {
        judge(input)
    } else {
        every_part::judge(input, judge)
    }
}
