//! More or fewer than a baseline: «öka sin närvaro i byarna».
//!
//! More is a count of the baseline plus one (continuous quantities: strictly above). Fewer is behind when low is above
//! the baseline × the elapsed share.

use super::count::{self, exceeds_share, pace, remaining};
use super::verdict::{Facts, undecided, verdict};
use super::{Bound, Judgement, Target, Threshold, WindowInput};
use crate::model::assessment::Status;
use crate::model::finding::{Arg, Phrase};
use crate::model::quantity::{Amount, Quantity};
use crate::model::span::DateSpan;

pub(crate) fn judge(
    direction: Bound,
    baseline: Option<Amount>,
    input: &WindowInput<'_>,
) -> Judgement {
    let before = match baseline {
        Some(value) => Quantity::exact(value),
        None => input.earlier.sum.unwrap_or(Quantity::UNKNOWN),
    };
    let judged = against(direction, before.low(), input);
    // What holds against the least and the most that it was, holds against all between.
    let highest = before.high().map(|high| against(direction, high, input));
    let agrees = highest.is_some_and(|highest| highest.status == judged.status);
    let decided_alike = matches!(judged.status, Status::NotStarted | Status::NotReported);
    let status = if agrees || decided_alike {
        judged.status
    } else {
        undecided(input.incomplete() || input.earlier.incomplete)
    };
    let outcome = judged.outcome.unwrap_or(Quantity::UNKNOWN);
    let pace = judged.pace.unwrap_or(Amount::ZERO);
    let reckoning = count::reckoning("reckoning-baseline", input, outcome)
        .with("bound", count::bound_word(direction))
        .with("baseline", before)
        .with("paced", count::paced_word(direction, pace))
        .with("pace", pace);
    if before.is_exact() {
        return Judgement {
            status,
            required: judged.required.map(Amount::up_to_hundredths),
            reckoning,
            ..judged
        };
    }
    Judgement {
        status,
        required: None,
        pace: None,
        reckoning: Phrase::new("reckoning-baseline-open")
            .with("outcome", Arg::Counted(outcome, input.unit.clone()))
            .with("bound", count::bound_word(direction))
            .with(
                "known",
                if before == Quantity::UNKNOWN {
                    "no"
                } else {
                    "yes"
                },
            )
            .with("baseline", before),
        remaining: None,
        ..judged
    }
}

fn against(direction: Bound, baseline: Amount, input: &WindowInput<'_>) -> Judgement {
    // The smallest step above or below the baseline: a whole thing, or of hours the least there can be.
    let step = if input.continuous {
        Amount::LEAST
    } else {
        Amount::ONE
    };
    match direction {
        Bound::Least => count::judge(
            Threshold {
                bound: Bound::Least,
                number: baseline.plus(step),
            },
            input,
        ),
        Bound::Most => fewer(baseline, baseline.minus(step), input),
    }
}

/// What is promised, in a few words.
pub(crate) fn phrase(
    direction: Bound,
    baseline: Option<Amount>,
    measured: Option<DateSpan>,
    target: &Target,
) -> Phrase {
    let phrase = match (baseline, measured) {
        (Some(baseline), _) => Phrase::new("target-baseline").with(
            "number",
            Arg::Counted(Quantity::exact(baseline), target.unit()),
        ),
        (None, measured) => Phrase::new("target-baseline-counted")
            .with("days", measured.map_or(Arg::from(""), Arg::from)),
    };
    phrase
        .with("bound", count::bound_word(direction))
        .with("over", count::over_word(&target.over))
        .with("distinct", count::distinct_word(target))
}

fn fewer(baseline: Amount, most: Amount, input: &WindowInput<'_>) -> Judgement {
    let outcome = input.sum(input.items);
    let (passed, all) = input.days_passed();
    let threshold = Threshold {
        bound: Bound::Most,
        number: most,
    };
    // Fewer than nothing cannot be.
    let possible = baseline > Amount::ZERO;
    let facts = Facts {
        lost: !possible || outcome.low() > most,
        closed: outcome.stays_within(most),
        pace: !exceeds_share(outcome, baseline, passed, all),
        ..Facts::of(input)
    };
    Judgement {
        status: verdict(facts),
        bound: Some(Bound::Most),
        required: Some(most),
        pace: Some(pace(baseline, input)),
        outcome: Some(outcome),
        out_of: None,
        reckoning: Phrase::new("reckoning-baseline"),
        remaining: remaining(threshold, input, outcome),
        parts: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::input::example::{items, quantity, year};
    use super::*;

    #[test]
    fn more_or_fewer_than_eight() {
        let facts = [
            (Bound::Least, "9", "2023-12-31", Status::Fulfilled),
            (Bound::Least, "8", "2023-12-31", Status::NotFulfilled),
            (Bound::Least, "6", "2023-09-30", Status::OnTrack),
            (Bound::Least, "5", "2023-09-30", Status::Behind),
            (Bound::Most, "7", "2023-12-31", Status::Fulfilled),
            (Bound::Most, "8", "2023-12-31", Status::NotFulfilled),
            (Bound::Most, "7-8", "2023-12-31", Status::Undecided),
            (Bound::Most, "5", "2023-09-30", Status::OnTrack),
            (Bound::Most, "6", "2023-09-30", Status::Behind),
            (Bound::Most, "8", "2023-09-30", Status::NotFulfilled),
        ];
        for (direction, rows, end, status) in facts {
            let rows = items(&format!("2023-02-01 {rows}"));
            assert_eq!(
                judge(direction, Some(Amount::whole(8)), &year(&rows, end)).status,
                status,
                "{rows:?} at {end}"
            );
        }
    }
    #[test]
    fn more_than_the_same_workbooks_had() {
        for (before, now, status) in [
            ("8", "9", Status::Fulfilled),
            ("8", "8", Status::NotFulfilled),
            ("7-8", "9", Status::Fulfilled),
            ("7-8", "8", Status::Undecided),
            ("7-8", "7", Status::NotFulfilled),
            ("7+", "9", Status::Undecided),
        ] {
            let rows = items(&format!("2023-02-01 {now}"));
            let mut input = year(&rows, "2023-12-31");
            input.earlier.sum = Some(quantity(before));
            let judged = judge(Bound::Least, None, &input);
            assert_eq!(judged.status, status, "{before}, {now}");
        }
    }
}
