//! So many per week or month, on average: «minst tre medborgarkontakter i snitt per vecka».
//!
//! A week is seven days (ISO weeks, each belonging to the year of its Thursday, if the agreement says so); a month that
//! the window cuts counts by its share of days. Days that the agreement excepts are no part of the time. Equal keeps the
//! promise.

use chrono::{Datelike, Days};

use super::count::{bound_word, distinct_word, over_word, state_word};
use super::verdict::{Facts, verdict};
use super::{AverageUnit, Bound, Judgement, Target, Threshold, WindowInput, WindowState};
use crate::model::finding::{Arg, Phrase};
use crate::model::quantity::{Amount, Quantity, Truth};
use crate::model::span::DateSpan;

/// The least number that 28, 29, 30 and 31 divide, so that a month the window cuts is an exact fraction.
const MONTH_SHARES: u64 = 377_580;

/// How many weeks or months: `count` / `shares`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Times {
    count: u64,
    shares: u64,
}

impl Times {
    pub(super) fn of(per: AverageUnit, span: DateSpan, input: &WindowInput<'_>) -> Times {
        let is_asked = |part: &DateSpan| !input.excepted.iter().any(|days| part.within(*days));
        match per {
            AverageUnit::Week => Times {
                count: span.days() - input.excepted_days(span),
                shares: 7,
            },
            AverageUnit::IsoWeek => {
                let thursdays = span.each_week().filter(is_asked).filter(|week| {
                    week.from
                        .checked_add_days(Days::new(3))
                        .is_some_and(|thursday| span.contains(thursday))
                });
                Times {
                    count: thursdays.count() as u64,
                    shares: 1,
                }
            }
            AverageUnit::Month => {
                let share = |month: DateSpan| {
                    let inside = month
                        .intersection(span)
                        .map_or(0, |days| days.days() - input.excepted_days(days));
                    inside * (MONTH_SHARES / u64::from(month.to.day()))
                };
                Times {
                    count: span.each_month().map(share).sum(),
                    shares: MONTH_SHARES,
                }
            }
        }
    }

    /// Numerator and denominator.
    pub(super) fn fraction(self) -> (u64, u64) {
        (self.count, self.shares)
    }

    /// The number of weeks or months, in hundredths rounded down.
    fn amount(self) -> Amount {
        Amount::ONE.part(self.count, self.shares)
    }

    /// Whether `outcome` spread over these weeks or months is at least `number` each.
    fn reached_by(self, outcome: Amount, number: Amount) -> bool {
        outcome.times_reaches(self.shares, number, self.count)
    }
}

pub(crate) fn judge(threshold: Threshold, per: AverageUnit, input: &WindowInput<'_>) -> Judgement {
    let number = threshold.number;
    let outcome = input.sum(input.items);
    let whole = Times::of(per, input.window, input);
    let passed = input.elapsed().map_or(
        Times {
            count: 0,
            shares: whole.shares,
        },
        |days| Times::of(per, days, input),
    );
    let keeps = |times: Times| match threshold.bound {
        Bound::Least => least(outcome, times, number),
        Bound::Most => most(outcome, times, number),
    };
    let facts = Facts {
        kept: threshold.bound == Bound::Least && keeps(whole) == Truth::Yes,
        // More than the whole window allows can never be spread out again.
        lost: threshold.bound == Bound::Most && keeps(whole) == Truth::No,
        closed: keeps(whole),
        pace: keeps(passed),
        ..Facts::of(input)
    };
    Judgement {
        status: verdict(facts),
        bound: Some(threshold.bound),
        required: Some(
            number
                .part_needed(passed.count, passed.shares)
                .up_to_hundredths(),
        ),
        pace: Some(number),
        outcome: Some(outcome),
        out_of: None,
        reckoning: Phrase::new("reckoning-average")
            .with("outcome", Arg::Counted(outcome, input.unit.clone()))
            .with("times", Arg::Tenths(Quantity::exact(passed.amount())))
            .with("per", per_word(per))
            .with(
                "known",
                if outcome == Quantity::UNKNOWN {
                    "no"
                } else {
                    "yes"
                },
            )
            .with("rate", Arg::Tenths(rate(outcome, passed, number)))
            .with("bound", bound_word(threshold.bound))
            .with("number", number)
            .with("state", state_word(input.state())),
        remaining: remaining(threshold, per, input, outcome, whole, passed),
        parts: Vec::new(),
    }
}

/// What is promised, in a few words.
pub(crate) fn phrase(threshold: Threshold, per: AverageUnit, target: &Target) -> Phrase {
    Phrase::new("target-average")
        .with("bound", bound_word(threshold.bound))
        .with(
            "number",
            Arg::Counted(Quantity::exact(threshold.number), target.unit()),
        )
        .with("per", per_word(per))
        .with("over", over_word(&target.over))
        .with("distinct", distinct_word(target))
}

fn least(outcome: Quantity, times: Times, number: Amount) -> Truth {
    if times.reached_by(outcome.low(), number) {
        Truth::Yes
    } else if outcome
        .high()
        .is_some_and(|high| !times.reached_by(high, number))
    {
        Truth::No
    } else {
        Truth::Unknown
    }
}

fn most(outcome: Quantity, times: Times, number: Amount) -> Truth {
    let within = |amount: Amount| number.times_reaches(times.count, amount, times.shares);
    if outcome.high().is_some_and(within) {
        Truth::Yes
    } else if within(outcome.low()) {
        Truth::Unknown
    } else {
        Truth::No
    }
}

/// The outcome per week or month, rounded to one decimal, but never across the promised number: 2.96 of 3 is «2,9».
fn rate(outcome: Quantity, times: Times, number: Amount) -> Quantity {
    let each = |amount: Amount| {
        let exact = amount.part(times.shares, times.count.max(1));
        let rounded = Amount::hundredths((exact.in_hundredths() + 5) / 10 * 10);
        let cut = Amount::hundredths(exact.in_hundredths() / 10 * 10);
        let reached = times.reached_by(amount, number);
        if reached == (rounded >= number) {
            rounded
        } else {
            cut
        }
    };
    Quantity::up_to(each(outcome.low()), outcome.high().map(each))
}

/// What is needed per week or month for the rest of the window, counted from what is sure.
fn remaining(
    threshold: Threshold,
    per: AverageUnit,
    input: &WindowInput<'_>,
    outcome: Quantity,
    whole: Times,
    passed: Times,
) -> Option<Phrase> {
    let times_left = whole.count.saturating_sub(passed.count);
    if input.state() != WindowState::Open || threshold.bound == Bound::Most || times_left == 0 {
        return None;
    }
    // Parts times shares, so that the division comes last and is rounded up.
    let needed = u128::from(threshold.number.in_parts()) * u128::from(whole.count);
    let done = u128::from(outcome.low().in_parts()) * u128::from(whole.shares);
    let left = needed.checked_sub(done).filter(|left| *left > 0)?;
    let tenth = u128::from(Amount::hundredths(10).in_parts());
    let tenths = left.div_ceil(u128::from(times_left) * tenth);
    let each = Amount::hundredths(u64::try_from(tenths).unwrap_or(u64::MAX).saturating_mul(10));
    Some(
        Phrase::new("remaining-average")
            .with(
                "each",
                Arg::Counted(Quantity::exact(each), input.unit.clone()),
            )
            .with("per", per_word(per))
            .with("to", input.window.to),
    )
}

fn per_word(per: AverageUnit) -> &'static str {
    match per {
        AverageUnit::Week => "week",
        AverageUnit::IsoWeek => "iso-week",
        AverageUnit::Month => "month",
    }
}

#[cfg(test)]
mod tests {
    use super::super::input::example::{days, items, year};
    use super::*;
    use crate::model::assessment::Status;

    fn three_a_week() -> Threshold {
        Threshold {
            bound: Bound::Least,
            number: Amount::whole(3),
        }
    }

    #[test]
    fn three_a_week_over_the_year() {
        let facts = [
            ("", "2022-12-31", Status::NotStarted),
            ("2023-02-01 117", "2023-09-30", Status::OnTrack),
            ("2023-02-01 116", "2023-09-30", Status::Behind),
            ("2023-02-01 100-117", "2023-09-30", Status::Undecided),
            ("2023-02-01 157", "2023-09-30", Status::Fulfilled),
            ("2023-02-01 157", "2023-12-31", Status::Fulfilled),
            ("2023-02-01 156", "2023-12-31", Status::NotFulfilled),
            ("2023-02-01 156-157", "2023-12-31", Status::Undecided),
        ];
        for (rows, end, status) in facts {
            assert_eq!(
                judge(three_a_week(), AverageUnit::Week, &year(&items(rows), end)).status,
                status,
                "{rows} at {end}"
            );
        }
    }

    #[test]
    fn weeks_and_months_are_counted_as_said() {
        let all = year(&[], "2023-12-31");
        let times = |per, span: &str, input: &WindowInput<'_>| {
            Times::of(per, days(span), input)
                .amount()
                .down_to_hundredths()
        };
        let term = "2022-01-01/2023-12-31";
        assert_eq!(
            times(AverageUnit::Week, term, &all),
            Amount::hundredths(10_428)
        );
        assert_eq!(times(AverageUnit::IsoWeek, term, &all), Amount::whole(104));
        assert_eq!(times(AverageUnit::Month, term, &all), Amount::whole(24));
        assert_eq!(
            times(AverageUnit::Month, "2023-02-01/2023-03-31", &all),
            Amount::whole(2)
        );
        assert_eq!(
            times(AverageUnit::Month, "2023-04-16/2023-05-31", &all),
            Amount::hundredths(150)
        );
        // Four weeks of July are not asked for.
        let summer = WindowInput {
            excepted: vec![days("2023-07-03/2023-07-30")],
            ..year(&[], "2023-12-31")
        };
        assert_eq!(
            times(AverageUnit::Week, "2023-06-05/2023-08-27", &summer),
            Amount::whole(8)
        );
        assert_eq!(
            times(AverageUnit::IsoWeek, "2023-06-05/2023-08-27", &summer),
            Amount::whole(8)
        );
    }

    #[test]
    fn the_rate_is_never_rounded_across_the_promise() {
        let times = Times {
            count: 7_000,
            shares: 70,
        };
        let three = Amount::whole(3);
        assert_eq!(
            rate(Quantity::whole(296), times, three),
            Quantity::exact(Amount::hundredths(290))
        );
        assert_eq!(
            rate(Quantity::whole(254), times, three),
            Quantity::exact(Amount::hundredths(250))
        );
        assert_eq!(
            rate(Quantity::whole(300), times, three),
            Quantity::exact(three)
        );
    }

    #[test]
    fn what_remains_is_needed_a_week_for_the_rest_of_the_year() {
        let rows = items("2023-02-01 100-108");
        let remaining = judge(
            three_a_week(),
            AverageUnit::Week,
            &year(&rows, "2023-09-30"),
        )
        .remaining;
        let each = Arg::Counted(Quantity::exact(Amount::hundredths(430)), "besok".to_owned());
        assert_eq!(
            remaining.map(|phrase| phrase.args["each"].clone()),
            Some(each)
        );
    }
}
