//! What a verdict follows from beside the rows, so that a spreadsheet can reckon it again.

use super::average::Times;
use super::{Bound, Distinct, Target, TargetKind, WindowInput};
use crate::model::assessment::{CountedRow, PartAssessment};
use crate::model::basis::{PartBasis, VerdictBasis, VerdictRule};
use crate::model::quantity::{Amount, Quantity};
use crate::model::span::DateSpan;

impl Target {
    /// What the verdict of a window follows from; none where only different values count, or the kind has no formula.
    pub(crate) fn basis(&self, input: &WindowInput<'_>) -> Option<VerdictBasis> {
        if input.distinct != Distinct::No {
            return None;
        }
        Some(VerdictBasis {
            elapsed: input.elapsed(),
            covered: input.covered,
            incomplete: input.incomplete(),
            rule: self.rule(input)?,
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
            // Of hours the least more than a baseline is smaller than a cell can tell.
            TargetKind::Baseline { .. } if continuous => return None,
            TargetKind::Baseline {
                direction: Bound::Least,
                value: Some(value),
                ..
            } => {
                let more = value.plus(Amount::ONE);
                sum(Bound::Least, more, more)
            }
            TargetKind::Baseline {
                value: Some(value), ..
            } if *value > Amount::ZERO => sum(Bound::Most, value.minus(Amount::ONE), *value),
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
