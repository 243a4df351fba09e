//! More or fewer than a baseline: «öka sin närvaro i byarna».
//!
//! More is a count of the baseline plus one (continuous quantities: strictly above). Fewer is behind when low is above
//! the baseline × the elapsed share.

use super::count::{self, exceeds_share, pace, remaining};
use super::verdict::{Facts, verdict};
use super::{Bound, Judgement, Target, Threshold, WindowInput};
use crate::model::finding::{Arg, Phrase};
use crate::model::quantity::{Amount, Quantity};

pub(crate) fn judge(direction: Bound, baseline: Amount, input: &WindowInput<'_>) -> Judgement {
    // The smallest step above or below the baseline: a whole thing, or of hours the least there can be.
    let step = if input.continuous {
        Amount::LEAST
    } else {
        Amount::ONE
    };
    let judged = match direction {
        Bound::Least => count::judge(
            Threshold {
                bound: Bound::Least,
                number: baseline.plus(step),
            },
            input,
        ),
        Bound::Most => fewer(baseline, baseline.minus(step), input),
    };
    let outcome = judged.outcome.unwrap_or(Quantity::UNKNOWN);
    let reckoning = count::reckoning("reckoning-baseline", input, outcome)
        .with("bound", count::bound_word(direction))
        .with("baseline", baseline)
        .with("pace", judged.pace.unwrap_or(Amount::ZERO));
    Judgement {
        required: judged.required.map(Amount::up_to_hundredths),
        reckoning,
        ..judged
    }
}

/// What is promised, in a few words.
pub(crate) fn phrase(direction: Bound, baseline: Amount, target: &Target) -> Phrase {
    Phrase::new("target-baseline")
        .with("bound", count::bound_word(direction))
        .with(
            "number",
            Arg::Counted(Quantity::exact(baseline), target.unit()),
        )
        .with("over", count::over_word(&target.over))
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
    use super::super::input::example::{items, year};
    use super::*;
    use crate::model::assessment::Status;

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
                judge(direction, Amount::whole(8), &year(&rows, end)).status,
                status,
                "{rows:?} at {end}"
            );
        }
    }
}
