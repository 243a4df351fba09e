//! Something that is to be so on every day of a time: «öppen fritidsgård under sommarlovet», «avstängt för biltrafik under
//! sommaren».
//!
//! A row says from when and until when it was so; without a last day it still is. A day that has passed and was not so cannot be
//! mended. Where a share of the days is enough, so many may be missed. Days that the agreement excepts are not asked for.

use super::count::state_word;
use super::verdict::{Facts, verdict};
use super::{Bound, Judgement, WindowInput, WindowState};
use crate::model::finding::{Arg, Phrase};
use crate::model::quantity::{Amount, Quantity, Truth};
use crate::model::span::DateSpan;

/// Judges one window. The share of its days is in per cent.
pub(crate) fn judge(share: Amount, input: &WindowInput<'_>) -> Judgement {
    let asked: Vec<DateSpan> = input
        .window
        .each_day()
        .filter(|day| !input.excepted.iter().any(|days| day.within(*days)))
        .filter(|day| input.days.any_in(*day))
        .collect();
    let passed: Vec<DateSpan> = asked
        .iter()
        .copied()
        .filter(|day| day.to <= input.end)
        .collect();
    let spans = |is_sure: bool| -> Vec<DateSpan> {
        input
            .items
            .iter()
            .filter(|item| !is_sure || (item.dated && item.value.low() > Amount::ZERO))
            .filter(|item| item.value.high() != Some(Amount::ZERO))
            .map(|item| item.date)
            .collect()
    };
    let mut possible = spans(false);
    possible.extend(&input.missing);
    if input.damaged || !input.covered {
        possible.push(input.window);
    }
    let (low, high) = (days_in(&passed, spans(true)), days_in(&passed, possible));
    let (all, gone) = (asked.len() as u64, passed.len() as u64);
    let required = Amount::whole(all)
        .part_needed(share.in_hundredths(), 10_000)
        .ceil();
    let outcome = Quantity::between(Amount::whole(low), Amount::whole(high.max(low)));
    let may_miss = Amount::whole(all).minus(required);
    let missed = |held: u64| Amount::whole(gone - held.min(gone));
    let pace = Amount::whole(gone)
        .part_needed(share.in_hundredths(), 10_000)
        .ceil();
    let facts = Facts {
        kept: all > 0 && outcome.low() >= required,
        lost: missed(high) > may_miss,
        closed: if all == 0 {
            Truth::Unknown
        } else {
            outcome.reaches(required)
        },
        pace: if all == 0 {
            Truth::Unknown
        } else {
            outcome.reaches(pace)
        },
        ..Facts::of(input)
    };
    Judgement {
        status: verdict(facts),
        bound: Some(Bound::Least),
        required: Some(required),
        pace: Some(pace),
        outcome: Some(outcome),
        out_of: None,
        reckoning: Phrase::new("reckoning-state")
            .with("outcome", outcome)
            .with("passed", gone)
            .with("all", all)
            .with("required", required)
            .with("state", state_word(input.state())),
        remaining: (input.state() == WindowState::Open && all > gone).then(|| {
            Phrase::new("remaining-state")
                .with("left", all - gone)
                .with("to", input.window.to)
        }),
        parts: Vec::new(),
    }
}

/// What is promised, in a few words.
pub(crate) fn phrase(share: Amount) -> Phrase {
    if share == Amount::whole(100) {
        Phrase::new("target-state")
    } else {
        Phrase::new("target-state-share").with("share", Arg::Percent(Quantity::exact(share)))
    }
}

/// How many of the days lie in any of the spans.
fn days_in(days: &[DateSpan], mut spans: Vec<DateSpan>) -> u64 {
    spans.sort_unstable_by_key(|span| span.from);
    let mut joined: Vec<DateSpan> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.from <= last.to => last.to = last.to.max(span.to),
            _ => joined.push(span),
        }
    }
    let is_in = |day: &&DateSpan| {
        let next = joined.partition_point(|span| span.to < day.from);
        joined.get(next).is_some_and(|span| span.from <= day.from)
    };
    days.iter().filter(is_in).count() as u64
}

#[cfg(test)]
mod tests {
    use super::super::input::example::{days, items, year};
    use super::*;
    use crate::model::assessment::Status;

    #[test]
    fn open_on_every_day_of_july() {
        use Status::*;
        for (written, end, share, expected) in [
            ("2023-06-20/2023-08-05", "2023-07-31", 100, Fulfilled),
            (
                "2023-06-20/2023-07-15; 2023-07-16/2023-08-05",
                "2023-07-31",
                100,
                Fulfilled,
            ),
            (
                "2023-06-20/2023-07-15; 2023-07-17/2023-08-05",
                "2023-07-31",
                100,
                NotFulfilled,
            ),
            (
                "2023-06-20/2023-07-15; 2023-07-17/2023-08-05",
                "2023-07-31",
                90,
                Fulfilled,
            ),
            ("2023-06-20/2023-07-15", "2023-07-15", 100, OnTrack),
            ("2023-06-20/2023-07-14", "2023-07-15", 100, NotFulfilled),
            ("2023-06-20/2023-07-14", "2023-07-15", 90, OnTrack),
            ("2023-07-03/2023-07-15", "2023-07-15", 95, NotFulfilled),
            ("2023-07-02/2023-07-15", "2023-07-15", 96, Behind),
            ("2023-07-01/2023-07-31 0-1", "2023-07-31", 100, Undecided),
            ("", "2023-07-31", 100, NotFulfilled),
            ("", "2023-06-30", 100, NotStarted),
        ] {
            let rows = items(written);
            let mut input = year(&rows, end);
            input.window = days("2023-07-01/2023-07-31");
            assert_eq!(
                judge(Amount::whole(share), &input).status,
                expected,
                "{written} at {end}, {share} %"
            );
        }
    }
}
