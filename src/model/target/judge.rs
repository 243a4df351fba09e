//! Which kind of target judges, and words, what.

use super::judgement::Judgement;
use super::{
    PartField, SubPeriod, Target, TargetKind, WindowInput, average, baseline, cadence, count,
    each_part, each_period, every_part, indicator, milestone, request, response_time, share, shown,
    state, together,
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
        let judged = self.judge_kind(input);
        if self.partial {
            match self.kind {
                TargetKind::Request { .. } => {
                    judged.or_partly_answered(input.state(), input.incomplete())
                }
                _ => judged.or_partial(input.state()),
            }
        } else {
            judged
        }
    }

    fn judge_kind(&self, input: &WindowInput<'_>) -> Judgement {
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
            TargetKind::Request { within, share } => request::judge(*within, *share, input),
            TargetKind::ResponseTime {
                measure,
                works,
                limit,
            } => response_time::judge(*measure, *works, limit.as_ref(), input),
            TargetKind::State { share } => state::judge(*share, input),
            TargetKind::Milestone { .. } => milestone::judge(input),
            TargetKind::Baseline {
                direction, value, ..
            } => baseline::judge(*direction, *value, input),
            TargetKind::Deferred => shown::deferred(),
            TargetKind::Shown { out_of } => shown::judge(!out_of.is_empty(), input),
            TargetKind::Indicator { test: None, .. } => shown::described(),
            TargetKind::Indicator {
                test: Some(test),
                measured,
            } => indicator::judge(test, *measured, input),
        }
    }

    /// What is promised, in a few words.
    pub(crate) fn phrase(&self) -> Phrase {
        let phrase = self.phrase_of_kind();
        if self.effort {
            Phrase::new("target-effort").with("what", phrase)
        } else {
            phrase
        }
    }

    fn phrase_of_kind(&self) -> Phrase {
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
            TargetKind::Share { threshold, out_of } => share::phrase(*threshold, out_of),
            TargetKind::Cadence { longest_gap, parts } => cadence::phrase(*longest_gap, parts),
            TargetKind::Request { within, share } => request::phrase(*within, *share),
            TargetKind::ResponseTime {
                measure,
                works,
                limit,
            } => response_time::phrase(*measure, *works, limit.as_ref()),
            TargetKind::State { share } => state::phrase(*share),
            TargetKind::Milestone { .. } => Phrase::new("target-milestone"),
            TargetKind::Baseline {
                direction,
                value,
                measured,
                ..
            } => baseline::phrase(*direction, *value, *measured, self),
            TargetKind::Deferred => Phrase::new("target-deferred"),
            TargetKind::Shown { out_of } => shown::phrase(!out_of.is_empty(), self),
            TargetKind::Indicator { test: None, .. } => Phrase::new("target-indicator"),
            TargetKind::Indicator {
                test: Some(test), ..
            } => indicator::phrase(test),
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
