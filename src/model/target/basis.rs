//! What a verdict follows from beside the rows, so that a spreadsheet can reckon it again.

use super::average::Times;
use super::{
    Bound, Distinct, Target, TargetKind, TimeMeasure, WindowInput, WindowState, indicator,
    response_time,
};
use crate::model::agreement::Length;
use crate::model::assessment::{CountedRow, PartAssessment};
use crate::model::basis::{Different, LongestGap, Occasion, PartBasis, VerdictBasis, VerdictRule};
use crate::model::quantity::{Amount, Quantity};
use crate::model::span::DateSpan;

impl Target {
    /// What the verdict of a window follows from; none where the kind has no formula. `occasion`: whether there was one, where
    /// it is asked for only then.
    pub(crate) fn basis(
        &self,
        input: &WindowInput<'_>,
        occasion: Option<Occasion>,
    ) -> Option<VerdictBasis> {
        let rule = self.rule(input)?;
        let different = match input.distinct {
            Distinct::No => None,
            Distinct::Values => Some(Different::Values),
            Distinct::Days => Some(Different::Days),
        };
        let is_sum = matches!(rule, VerdictRule::Sum { .. } | VerdictRule::Average { .. });
        if different.is_some() && !is_sum {
            return None;
        }
        // What was measured is looked for, and not waited for.
        let is_measured = matches!(rule, VerdictRule::Measured { .. });
        let is_steps = matches!(rule, VerdictRule::Steps { .. });
        Some(VerdictBasis {
            elapsed: input.elapsed(),
            covered: is_measured || (input.covered && !(is_steps && input.steps.is_empty())),
            incomplete: !is_measured && input.incomplete(),
            rule,
            different,
            effort: self.effort,
            partial: self.partial,
            occasion,
        })
    }

    fn rule(&self, input: &WindowInput<'_>) -> Option<VerdictRule> {
        let days = input.days_passed();
        let continuous = input.continuous;
        let sum = |bound, number, paced| VerdictRule::Sum {
            bound,
            number,
            paced,
            days,
            continuous,
        };
        let rule = match &self.kind {
            TargetKind::Count(threshold) => {
                sum(threshold.bound, threshold.number, threshold.number)
            }
            TargetKind::Baseline {
                direction, value, ..
            } => {
                let earlier = || input.earlier.sum.filter(|sum| sum.is_exact());
                let value = (*value).or_else(|| Some(earlier()?.low()))?;
                let step = if continuous {
                    Amount::LEAST
                } else {
                    Amount::ONE
                };
                match direction {
                    Bound::Least => sum(Bound::Least, value.plus(step), value.plus(step)),
                    Bound::Most if value > Amount::ZERO => {
                        sum(Bound::Most, value.minus(step), value)
                    }
                    Bound::Most => return None,
                }
            }
            TargetKind::Average { threshold, per } => {
                let whole = Times::of(*per, input.window, input);
                let passed = (input.elapsed()).map(|days| Times::of(*per, days, input));
                VerdictRule::Average {
                    bound: threshold.bound,
                    number: threshold.number,
                    times: (passed.map_or((0, 1), Times::fraction), whole.fraction()),
                }
            }
            TargetKind::Share { threshold, .. } => VerdictRule::Share {
                bound: threshold.bound,
                percent: threshold.number,
            },
            TargetKind::EachPart { .. } => VerdictRule::EachPart {
                parts: parts(input),
                days,
                continuous,
            },
            TargetKind::EachPeriod {
                threshold, parts, ..
            } if parts.is_empty() => VerdictRule::EachPeriod {
                bound: threshold.bound,
            },
            TargetKind::Request { within, share } => VerdictRule::Requests {
                within: within.is_some(),
                share: *share,
                today: match input.state() {
                    WindowState::Closed => input.as_of.max(input.end),
                    WindowState::NotBegun | WindowState::Open => input.end,
                },
                is_open: input.state() == WindowState::Open,
            },
            TargetKind::ResponseTime {
                measure: TimeMeasure::Average,
                works,
                limit: Some(limit),
            } => response_time::rule(*works, limit, input)?,
            TargetKind::Milestone { .. } => VerdictRule::Steps {
                end: input.end,
                is_open: input.state() == WindowState::Open,
            },
            TargetKind::Cadence { longest_gap, parts }
                if parts.is_empty() && input.excepted.is_empty() =>
            {
                VerdictRule::Gaps {
                    longest: match longest_gap {
                        Length::Days(days) => LongestGap::Days(*days),
                        Length::Months(months) => LongestGap::Months(*months),
                        Length::WorkingDays(_) => return None,
                    },
                }
            }
            TargetKind::Indicator {
                test: Some(test),
                measured,
            } => indicator::rule(test, *measured, input)?,
            TargetKind::Shown { .. } => VerdictRule::Shown,
            _ => return None,
        };
        Some(rule)
    }
}

fn parts(input: &WindowInput<'_>) -> Vec<PartBasis> {
    let elapsed = input.elapsed();
    let part = |part: &super::RequiredPart| PartBasis {
        words: part.words.clone(),
        elapsed: elapsed.and_then(|elapsed| part.in_use.intersection(elapsed)),
        over: part.in_use.to <= input.end,
    };
    input.parts.iter().map(part).collect()
}

impl CountedRow {
    /// What it gives to these days: all, perhaps nothing if it may lie outside, none if it surely does.
    pub(crate) fn in_span(&self, span: DateSpan) -> Option<Quantity> {
        if !self.date.overlaps(span) {
            None
        } else if !self.facts.undated && self.date.within(span) {
            Some(self.value)
        } else {
            Some(self.value.perhaps())
        }
    }
}

impl VerdictBasis {
    /// What a row gives to a part of the window; none if nothing.
    pub(crate) fn given_to_part(
        &self,
        index: usize,
        part: &PartAssessment,
        row: &CountedRow,
    ) -> Option<Quantity> {
        match &self.rule {
            VerdictRule::EachPart { parts, .. } => {
                let part = parts.get(index)?;
                let given = row.in_span(part.elapsed?)?;
                if row.facts.words.is_empty() {
                    // It may have been for any of them.
                    return Some(given.perhaps());
                }
                let words = &row.facts.words;
                (words.iter().any(|word| part.words.contains(word))).then_some(given)
            }
            VerdictRule::EachPeriod { .. } => row.in_span(part.span?),
            _ => None,
        }
    }
}
