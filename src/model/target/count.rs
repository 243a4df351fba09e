//! A number or a sum in each window: «minst fyra trafiksäkerhetsinsatser per år», «4 000 timmar».
//!
//! Pace in an open window: ⌊N × elapsed days / all days⌋; hours without rounding. For *at most* the lines are mirrored,
//! and kept only when the window is closed.

use super::verdict::{Facts, verdict};
use super::{Bound, Judgement, Target, Threshold, WindowInput, WindowRule, WindowState};
use crate::model::finding::{Arg, Phrase};
use crate::model::quantity::{Amount, Quantity, Truth};

pub(crate) fn judge(threshold: Threshold, input: &WindowInput<'_>) -> Judgement {
    judge_outcome(threshold, input.sum(input.items), input)
}

/// Judges what was counted in some other way than by adding up.
pub(super) fn judge_outcome(
    threshold: Threshold,
    outcome: Quantity,
    input: &WindowInput<'_>,
) -> Judgement {
    let number = threshold.number;
    let (passed, all) = input.days_passed();
    let pace = pace(number, input);
    let reaches_pace = match threshold.bound {
        // Hours are compared as ratios, so that nothing is lost in the rounding of the pace.
        Bound::Least if input.continuous => reaches_share(outcome, number, passed, all),
        Bound::Least => outcome.reaches(pace),
        Bound::Most => !exceeds_share(outcome, number, passed, all),
    };
    let facts = match threshold.bound {
        Bound::Least => Facts {
            kept: outcome.low() >= number,
            closed: outcome.reaches(number),
            pace: reaches_pace,
            ..Facts::of(input)
        },
        Bound::Most => Facts {
            lost: outcome.low() > number,
            closed: outcome.stays_within(number),
            pace: reaches_pace,
            ..Facts::of(input)
        },
    };
    Judgement {
        status: verdict(facts),
        bound: Some(threshold.bound),
        required: Some(number),
        pace: Some(pace),
        outcome: Some(outcome),
        out_of: None,
        reckoning: reckoning("reckoning-count", input, outcome)
            .with("bound", bound_word(threshold.bound))
            .with("number", number)
            .with("paced", paced_word(threshold.bound, pace))
            .with("pace", pace),
        remaining: remaining(threshold, input, outcome),
        parts: Vec::new(),
    }
}

/// A word that sentences select on: what the elapsed time asks. Nobody is told that nothing is required yet.
pub(super) fn paced_word(bound: Bound, pace: Amount) -> &'static str {
    match bound {
        Bound::Most => "room",
        Bound::Least if pace > Amount::ZERO => "asked",
        Bound::Least => "nothing",
    }
}

/// What is promised, in a few words.
pub(crate) fn phrase(threshold: Threshold, target: &Target) -> Phrase {
    // One alone is not different from any other, and a limit is no promise of variety.
    let several = threshold.bound == Bound::Least && threshold.number > Amount::ONE;
    let field = target.distinct.as_deref().filter(|_| several);
    let by_day = field == Some("day");
    Phrase::new(if by_day {
        "target-count-days"
    } else if field.is_some() {
        "target-count-different"
    } else if target.sum.is_empty() {
        "target-count"
    } else {
        "target-count-sum"
    })
    .with("field", field.unwrap_or("none"))
    .with(
        "distinct",
        match threshold.bound {
            Bound::Least => "none",
            Bound::Most => distinct_word(target),
        },
    )
    .with("bound", bound_word(threshold.bound))
    .with(
        "number",
        Arg::Counted(Quantity::exact(threshold.number), target.unit()),
    )
    .with("over", over_word(&target.over))
}

/// A word that sentences select on: of what only different ones count.
pub(super) fn distinct_word(target: &Target) -> &'static str {
    match target.distinct.as_deref() {
        None => "none",
        Some("day") => "days",
        Some("audience") => "audience",
        Some("partners") => "partners",
        Some(_) => "values",
    }
}

/// What the elapsed part of the window asks, whole things rounded down.
pub(super) fn pace(number: Amount, input: &WindowInput<'_>) -> Amount {
    let (passed, all) = input.days_passed();
    let share = number.part(passed, all);
    if input.continuous {
        share.down_to_hundredths()
    } else {
        share.floor()
    }
}

/// Whether the outcome is at least the elapsed share of the number.
fn reaches_share(outcome: Quantity, number: Amount, passed: u64, all: u64) -> Truth {
    if outcome.low().times_reaches(all, number, passed) {
        Truth::Yes
    } else if outcome
        .high()
        .is_some_and(|high| !high.times_reaches(all, number, passed))
    {
        Truth::No
    } else {
        Truth::Unknown
    }
}

/// Whether the outcome is more than the elapsed share of the number.
pub(super) fn exceeds_share(outcome: Quantity, number: Amount, passed: u64, all: u64) -> Truth {
    let within = |amount: Amount| number.times_reaches(passed, amount, all);
    if !within(outcome.low()) {
        Truth::Yes
    } else if outcome.high().is_some_and(within) {
        Truth::No
    } else {
        Truth::Unknown
    }
}

/// The beginning that the reckonings of sums share: what was counted, and in how much of the window.
pub(super) fn reckoning(key: &'static str, input: &WindowInput<'_>, outcome: Quantity) -> Phrase {
    let (passed, all) = input.days_passed();
    Phrase::new(key)
        .with("outcome", Arg::Counted(outcome, input.unit.clone()))
        .with("passed", passed)
        .with("all", all)
        .with("state", state_word(input.state()))
}

/// What is still to be done in an open window, or what may still happen.
pub(super) fn remaining(
    threshold: Threshold,
    input: &WindowInput<'_>,
    outcome: Quantity,
) -> Option<Phrase> {
    if input.state() != WindowState::Open {
        return None;
    }
    let number = threshold.number;
    // So much at least is left to do, so much at most may still happen.
    let rows = match threshold.bound {
        Bound::Least => Amount::up_to_hundredths,
        Bound::Most => Amount::down_to_hundredths,
    };
    let left = Quantity::between(
        rows(number.minus(outcome.high().unwrap_or(number).min(number))),
        rows(number.minus(outcome.low())),
    );
    let key = match threshold.bound {
        Bound::Least if left.low() == Amount::ZERO && left.is_exact() => return None,
        Bound::Least => "remaining-count",
        Bound::Most => "remaining-most",
    };
    Some(
        Phrase::new(key)
            .with("left", Arg::Counted(left, input.unit.clone()))
            .with("to", input.window.to),
    )
}

/// A word that sentences select on.
pub(super) fn bound_word(bound: Bound) -> &'static str {
    match bound {
        Bound::Least => "least",
        Bound::Most => "most",
    }
}

/// A word that sentences select on.
pub(super) fn state_word(state: WindowState) -> &'static str {
    match state {
        WindowState::NotBegun => "not-begun",
        WindowState::Open => "open",
        WindowState::Closed => "closed",
    }
}

/// A word that sentences select on.
pub(super) fn over_word(over: &WindowRule) -> &'static str {
    match over {
        WindowRule::Unstated => "unstated",
        WindowRule::Year => "year",
        WindowRule::HalfYear => "half-year",
        WindowRule::Tertial => "tertial",
        WindowRule::Quarter => "quarter",
        WindowRule::Month => "month",
        WindowRule::Week => "week",
        WindowRule::Day => "day",
        WindowRule::Term => "term",
        WindowRule::Calendar(_) => "listed",
    }
}

#[cfg(test)]
mod tests {
    use super::super::Distinct;
    use super::super::input::example::{items, without_august, year};
    use super::*;
    use crate::model::assessment::Status;

    fn least(number: u64) -> Threshold {
        Threshold {
            bound: Bound::Least,
            number: Amount::whole(number),
        }
    }

    #[test]
    fn at_least_four_a_year() {
        let facts = [
            // not begun, open ahead, behind, straddling, kept early; closed kept, failed, straddling
            ("", "2022-12-31", Status::NotStarted),
            ("2023-02-01 2; 2023-03-01", "2023-09-30", Status::OnTrack),
            ("2023-02-01 1", "2023-09-30", Status::Behind),
            ("2023-02-01 1-3", "2023-09-30", Status::Undecided),
            ("2023-02-01 4", "2023-03-31", Status::Fulfilled),
            ("2023-02-01 4", "2023-12-31", Status::Fulfilled),
            ("2023-02-01 3", "2023-12-31", Status::NotFulfilled),
            ("2023-02-01 3-4", "2023-12-31", Status::Undecided),
            // what lies past the period is left for the next
            ("2023-02-01 2; 2023-10-04 5", "2023-09-30", Status::OnTrack),
            // a week that reaches out of the window may have been outside it
            (
                "2023-02-01 3; 2023-12-26/2024-01-01",
                "2023-12-31",
                Status::Undecided,
            ),
        ];
        for (rows, end, status) in facts {
            assert_eq!(
                judge(least(4), &year(&items(rows), end)).status,
                status,
                "{rows} at {end}"
            );
        }
    }

    #[test]
    fn missing_months_leave_it_open_unless_it_is_kept_all_the_same() {
        for (rows, status) in [
            ("2023-02-01 1", Status::NotReported),
            ("2023-02-01 2", Status::OnTrack),
            ("2023-02-01 4", Status::Fulfilled),
        ] {
            assert_eq!(
                judge(least(4), &without_august(year(&items(rows), "2023-09-30"))).status,
                status,
                "{rows}"
            );
        }
        let nothing_reported = WindowInput {
            covered: false,
            ..year(&[], "2023-09-30")
        };
        assert_eq!(
            judge(least(4), &nothing_reported).status,
            Status::NotReported
        );
    }

    #[test]
    fn at_most_is_kept_only_when_the_year_is_over() {
        let most = Threshold {
            bound: Bound::Most,
            number: Amount::whole(4),
        };
        let facts = [
            ("2023-02-01 2", "2023-09-30", Status::OnTrack),
            ("2023-02-01 4", "2023-09-30", Status::Behind),
            ("2023-02-01 5", "2023-03-31", Status::NotFulfilled),
            ("2023-02-01 4", "2023-12-31", Status::Fulfilled),
            ("2023-02-01 3-5", "2023-12-31", Status::Undecided),
        ];
        for (rows, end, status) in facts {
            assert_eq!(
                judge(most, &year(&items(rows), end)).status,
                status,
                "{rows} at {end}"
            );
        }
    }

    #[test]
    fn different_places_count_once_each() {
        let rows = items(
            "2023-02-01 1 Töre; 2023-03-01 1 töre; 2023-04-01 1 Sangis; 2023-05-01 0-1 Rolfs",
        );
        let input = WindowInput {
            distinct: Distinct::Values,
            ..year(&rows, "2023-12-31")
        };
        assert_eq!(
            judge(least(3), &input).outcome,
            Some(Quantity::between(Amount::whole(2), Amount::whole(3)))
        );
    }

    #[test]
    fn hours_keep_pace_to_the_hundredth() {
        // 900 hours a year ask for 673.15 by the end of September, without rounding.
        for (rows, status) in [
            ("2023-02-01 673.16", Status::OnTrack),
            ("2023-02-01 673.15", Status::Behind),
        ] {
            let rows = items(rows);
            let input = WindowInput {
                continuous: true,
                ..year(&rows, "2023-09-30")
            };
            assert_eq!(judge(least(900), &input).status, status);
        }
    }
}
