//! A measure from a survey or from statistics: at least or at most so much, or better than it was. It says how things are, never
//! why: no verdict here claims that the pledge was the cause.
//!
//! The value that decides is the latest measured in the window, or on the days that the target names, which may lie after it or
//! before it; then one value decides for good. Without a value nothing is decided.

use super::count::bound_word;
use super::{Bound, IndicatorTest, Judgement, MeasuredValues, WindowInput, WindowState};
use crate::model::agreement::{Direction, IndicatorValue};
use crate::model::assessment::Status;
use crate::model::basis::VerdictRule;
use crate::model::finding::Phrase;
use crate::model::quantity::{Amount, Quantity, Truth};
use crate::model::span::DateSpan;

pub(crate) fn judge(
    test: &IndicatorTest,
    measured: Option<DateSpan>,
    input: &WindowInput<'_>,
) -> Judgement {
    let days = measured.unwrap_or(input.window);
    let value = input
        .measured
        .values
        .iter()
        .filter(|value| days.contains(value.date) && value.date <= input.as_of)
        .max_by_key(|value| value.date);
    let asked = bound(test, &input.measured);
    let holds = match (value, asked) {
        (Some(value), Some(asked)) => Truth::from(asked.holds(value.value)),
        _ => Truth::Unknown,
    };
    let is_final = measured.is_some() || input.state() == WindowState::Closed;
    let status = match (input.state(), holds) {
        (WindowState::NotBegun, _) => Status::NotStarted,
        (_, Truth::Yes) if is_final => Status::Fulfilled,
        (_, Truth::No) if is_final => Status::NotFulfilled,
        (_, Truth::Yes) => Status::OnTrack,
        (_, Truth::No) => Status::Behind,
        // A value may still be measured, or published.
        _ if value.is_none() && is_final && days.to < input.as_of => Status::NotReported,
        _ => Status::Undecided,
    };
    let reckoning = match (value, asked) {
        (None, _) => Phrase::new("reckoning-indicator-none").with("days", days),
        (Some(value), None) => Phrase::new("reckoning-indicator-alone")
            .with("value", value.value)
            .with("days", value.days())
            .with("about", about(value)),
        (Some(value), Some(asked)) => Phrase::new("reckoning-indicator-verdict")
            .with("value", value.value)
            .with("days", value.days())
            .with("about", about(value))
            .with("bound", bound_word(asked.bound))
            .with("strict", if asked.strict { "yes" } else { "no" })
            .with("number", asked.number),
    };
    Judgement {
        status,
        bound: asked.map(|asked| asked.bound),
        required: asked.map(|asked| asked.number),
        pace: None,
        outcome: value.map(|value| Quantity::exact(value.value)),
        out_of: None,
        reckoning,
        remaining: None,
        parts: Vec::new(),
    }
}

/// A word that sentences select on: what its time is.
fn about(value: &IndicatorValue) -> &'static str {
    match value.until {
        Some(_) => "days",
        None => "day",
    }
}

/// What the verdict follows from; none without a number to hold the value against.
pub(super) fn rule(
    test: &IndicatorTest,
    measured: Option<DateSpan>,
    input: &WindowInput<'_>,
) -> Option<VerdictRule> {
    let asked = bound(test, &input.measured)?;
    Some(VerdictRule::Measured {
        bound: asked.bound,
        number: asked.number,
        strict: asked.strict,
        is_final: measured.is_some() || input.state() == WindowState::Closed,
    })
}

/// What is promised, in a few words.
pub(crate) fn phrase(test: &IndicatorTest) -> Phrase {
    match test {
        IndicatorTest::Bound(threshold) => Phrase::new("target-indicator-bound")
            .with("bound", bound_word(threshold.bound))
            .with("number", threshold.number),
        IndicatorTest::Than {
            direction, value, ..
        } => Phrase::new("target-indicator-than")
            .with("bound", bound_word(*direction))
            .with("number", *value),
        IndicatorTest::Better { margin } => Phrase::new("target-indicator-better")
            .with("margin", *margin)
            .with(
                "by",
                if *margin == Amount::ZERO {
                    "any"
                } else {
                    "margin"
                },
            ),
    }
}

/// The number that the value is held against.
#[derive(Clone, Copy)]
struct AskedValue {
    bound: Bound,
    number: Amount,
    /// Whether the number itself is not enough.
    strict: bool,
    /// Whether any value can keep it: nothing is three better than two, where the best is nothing at all.
    possible: bool,
}

impl AskedValue {
    fn holds(self, value: Amount) -> bool {
        match (self.bound, self.strict) {
            _ if !self.possible => false,
            (Bound::Least, false) => value >= self.number,
            (Bound::Least, true) => value > self.number,
            (Bound::Most, false) => value <= self.number,
            (Bound::Most, true) => value < self.number,
        }
    }
}

fn bound(test: &IndicatorTest, known: &MeasuredValues) -> Option<AskedValue> {
    match test {
        IndicatorTest::Bound(threshold) => Some(AskedValue {
            bound: threshold.bound,
            number: threshold.number,
            strict: false,
            possible: true,
        }),
        IndicatorTest::Than {
            direction, value, ..
        } => Some(AskedValue {
            bound: *direction,
            number: *value,
            strict: true,
            possible: true,
        }),
        IndicatorTest::Better { margin } => {
            let baseline = known.baseline?;
            let strict = *margin == Amount::ZERO;
            Some(match known.good? {
                Direction::High => AskedValue {
                    bound: Bound::Least,
                    number: baseline.plus(*margin),
                    strict,
                    possible: true,
                },
                Direction::Low => AskedValue {
                    bound: Bound::Most,
                    number: baseline.minus(*margin),
                    strict,
                    possible: *margin <= baseline,
                },
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Threshold;
    use super::super::input::example::{day, days, year};
    use super::*;

    #[test]
    fn better_than_thirteen_per_cent() {
        use Status::*;
        let better = IndicatorTest::Better {
            margin: Amount::whole(2),
        };
        let most = IndicatorTest::Bound(Threshold {
            bound: Bound::Most,
            number: Amount::whole(11),
        });
        let than = IndicatorTest::Than {
            direction: Bound::Most,
            value: Amount::whole(13),
            source: None,
        };
        let later = Some("2024-01-01/2024-12-31");
        for (test, measured, value, end, expected) in [
            (
                &better,
                None,
                Some(("2023-11-01", 11)),
                "2023-12-31",
                Fulfilled,
            ),
            (
                &better,
                None,
                Some(("2023-11-01", 12)),
                "2023-12-31",
                NotFulfilled,
            ),
            (
                &than,
                None,
                Some(("2023-11-01", 12)),
                "2023-12-31",
                Fulfilled,
            ),
            (
                &than,
                None,
                Some(("2023-11-01", 13)),
                "2023-12-31",
                NotFulfilled,
            ),
            (&most, None, Some(("2023-03-01", 11)), "2023-09-30", OnTrack),
            (&most, None, Some(("2023-03-01", 12)), "2023-09-30", Behind),
            // Measured before or after the time that is judged: not its value.
            (
                &most,
                None,
                Some(("2022-03-01", 11)),
                "2023-12-31",
                NotReported,
            ),
            (&most, None, None, "2023-09-30", Undecided),
            (&most, None, None, "2023-12-31", NotReported),
            (&most, later, None, "2023-12-31", Undecided),
            (&most, None, None, "2022-12-31", NotStarted),
        ] {
            let mut input = year(&[], end);
            input.measured = MeasuredValues {
                values: value
                    .map(|(date, value)| IndicatorValue {
                        date: day(date),
                        until: None,
                        value: Amount::whole(value),
                    })
                    .into_iter()
                    .collect(),
                baseline: Some(Amount::whole(13)),
                good: Some(Direction::Low),
            };
            let judged = judge(test, measured.map(days), &input);
            assert_eq!(judged.status, expected, "{test:?} {value:?} at {end}");
        }
    }

    proptest! {
        /// The latest value of the window decides, in whatever order they are told; better is better in the good direction.
        #[test]
        fn the_latest_value_decides(
            told in proptest::collection::btree_map(0u64..500, 0u64..30, 0..8),
            limit in 0u64..30,
            margin in 0u64..4,
            high: bool,
        ) {
            let first = day("2022-10-01");
            let mut values: Vec<IndicatorValue> = told.iter().map(|(at, value)| IndicatorValue {
                date: first + chrono::Days::new(*at),
                until: None,
                value: Amount::whole(*value),
            }).collect();
            let mut input = year(&[], "2023-12-31");
            let within = |value: &&IndicatorValue| input.window.contains(value.date);
            let latest = values.iter().rfind(within).map(|value| value.value.in_hundredths() / 100);
            values.reverse();
            input.measured = MeasuredValues {
                values,
                baseline: Some(Amount::whole(limit)),
                good: Some(if high { Direction::High } else { Direction::Low }),
            };
            let threshold = Threshold {
                bound: if high { Bound::Least } else { Bound::Most },
                number: Amount::whole(limit),
            };
            let better = IndicatorTest::Better { margin: Amount::whole(margin) };
            let keeps = |value: u64, test: &IndicatorTest| match (test, high) {
                (IndicatorTest::Better { .. }, true) if margin == 0 => value > limit,
                (IndicatorTest::Better { .. }, false) if margin == 0 => value < limit,
                (IndicatorTest::Better { .. }, true) => value >= limit + margin,
                (IndicatorTest::Better { .. }, false) => value + margin <= limit,
                (_, true) => value >= limit,
                (_, false) => value <= limit,
            };
            for test in [IndicatorTest::Bound(threshold), better] {
                let expected = match latest {
                    None => Status::NotReported,
                    Some(value) if keeps(value, &test) => Status::Fulfilled,
                    Some(_) => Status::NotFulfilled,
                };
                prop_assert_eq!(judge(&test, None, &input).status, expected, "{:?} {:?}", test, latest);
            }
        }
    }
}
