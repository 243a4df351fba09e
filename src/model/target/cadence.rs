//! No gap longer than so long: «löpande», «regelbundet».
//!
//! Gaps are measured from the window's first day, over each activity, to the earlier of E and its end; months to the
//! same day, that day included. Days that the agreement excepts lengthen no gap.

use chrono::{Days, NaiveDate};

use super::each_part::field_word;
use super::verdict::{Facts, verdict};
use super::{Bound, Judgement, PartField, WindowInput, WindowState};
use crate::model::agreement::Length;
use crate::model::finding::Phrase;
use crate::model::quantity::{Amount, Quantity, Truth};
use crate::model::span::DateSpan;

pub(crate) fn judge(longest_gap: Length, input: &WindowInput<'_>) -> Judgement {
    let gaps = input.elapsed().map(|elapsed| Gaps::of(input, elapsed));
    let fits = |gap| fits(gap, longest_gap, input);
    let surely_kept = gaps.as_ref().is_some_and(|gaps| gaps.at_worst().all(fits));
    let surely_broken = gaps.as_ref().is_some_and(|gaps| !gaps.at_best().all(fits));
    let holds = match (surely_kept, surely_broken) {
        (true, _) => Truth::Yes,
        (_, true) => Truth::No,
        _ => Truth::Unknown,
    };
    let length = |gap: DateSpan| (gap.days() - 1).saturating_sub(input.excepted_days(gap));
    let longest = |spans: &mut dyn Iterator<Item = DateSpan>| spans.map(length).max().unwrap_or(0);
    let outcome = gaps.as_ref().map(|gaps| {
        let low = Amount::whole(longest(&mut gaps.at_best()));
        let high = Amount::whole(longest(&mut gaps.at_worst()));
        Quantity::between(low, high)
    });
    let last = gaps
        .as_ref()
        .and_then(|gaps| gaps.sure.iter().map(|span| span.to).max());
    let facts = Facts {
        lost: surely_broken,
        closed: holds,
        pace: holds,
        ..Facts::of(input)
    };
    Judgement {
        status: verdict(facts),
        bound: Some(Bound::Most),
        required: match longest_gap {
            Length::Days(days) => Some(Amount::whole(days)),
            // So many months are no fixed number of days.
            Length::Months(_) | Length::WorkingDays(_) => None,
        },
        pace: None,
        outcome,
        out_of: None,
        reckoning: with_length(Phrase::new("reckoning-cadence"), longest_gap)
            .with("outcome", outcome.unwrap_or(Quantity::ZERO))
            .with("known", if outcome.is_some() { "yes" } else { "no" }),
        // A day that has passed in a month nobody told about is no day to come.
        remaining: (input.state() == WindowState::Open && !surely_broken)
            .then(|| latest_next(last.unwrap_or(input.window.from), longest_gap, input))
            .filter(|by| *by >= input.end)
            .map(|by| Phrase::new("remaining-cadence").with("by", by)),
        parts: Vec::new(),
    }
}

/// What is promised, in a few words.
pub(crate) fn phrase(longest_gap: Length, parts: &[PartField]) -> Phrase {
    let phrase = if parts.is_empty() {
        Phrase::new("target-cadence")
    } else {
        Phrase::new("target-each-part-cadence").with("field", field_word(parts))
    };
    with_length(phrase, longest_gap)
}

/// The phrase with a length of time, for the sentence `length-told`.
pub(super) fn with_length(phrase: Phrase, length: Length) -> Phrase {
    match length {
        Length::Days(days) => phrase.with("length", days).with("unit", "days"),
        Length::Months(months) => phrase
            .with("length", u64::from(months))
            .with("unit", "months"),
        Length::WorkingDays(days) => phrase.with("length", days).with("unit", "working-days"),
    }
}

/// Whether the last day of a gap is within the length after its first, and as many days more as are excepted in it.
fn fits(gap: DateSpan, longest: Length, input: &WindowInput<'_>) -> bool {
    let allowed = longest
        .after(gap.from)
        .checked_add_days(Days::new(input.excepted_days(gap)));
    allowed.is_none_or(|allowed| allowed >= gap.to)
}

/// The last day of the window on which the next one after `from` is in time.
fn latest_next(from: NaiveDate, longest: Length, input: &WindowInput<'_>) -> NaiveDate {
    let first = longest.after(from).min(input.window.to);
    let in_time = |day: &NaiveDate| {
        *day <= input.window.to && fits(DateSpan::new(from, *day), longest, input)
    };
    first
        .iter_days()
        .take_while(in_time)
        .last()
        .unwrap_or(first)
}

/// When something was done, and when it may have been.
struct Gaps {
    elapsed: DateSpan,
    /// What surely happened on one of these days.
    sure: Vec<DateSpan>,
    /// What may have happened on one of these days, the sure ones too.
    possible: Vec<DateSpan>,
}

impl Gaps {
    fn of(input: &WindowInput<'_>, elapsed: DateSpan) -> Gaps {
        let mut sure = Vec::new();
        let mut possible = input.missing.clone();
        if input.damaged || !input.covered {
            possible.push(elapsed);
        }
        for item in input.items {
            match item.in_span(elapsed) {
                Some(value) if value.low() > Amount::ZERO => {
                    sure.push(item.date);
                    possible.push(item.date);
                }
                Some(value) if value.high() != Some(Amount::ZERO) => possible.push(item.date),
                _ => {}
            }
        }
        possible.sort_unstable();
        Gaps {
            elapsed,
            sure,
            possible,
        }
    }

    /// The gaps that are there however favourably the uncertain days fell: between the spans of all that may have
    /// happened.
    fn at_best(&self) -> impl Iterator<Item = DateSpan> {
        let mut gaps = Vec::new();
        let mut reached = self.elapsed.from;
        for span in &self.possible {
            if span.from > reached {
                gaps.push(DateSpan {
                    from: reached,
                    to: span.from.min(self.elapsed.to),
                });
            }
            reached = reached.max(span.to);
        }
        if self.elapsed.to > reached {
            gaps.push(DateSpan {
                from: reached,
                to: self.elapsed.to,
            });
        }
        gaps.into_iter()
    }

    /// The gaps that can be there at most: from any day something may have happened to the latest day the next sure
    /// thing can have.
    fn at_worst(&self) -> impl Iterator<Item = DateSpan> {
        let starts =
            std::iter::once(self.elapsed.from).chain(self.sure.iter().map(|span| span.from));
        let latest_next = |start: NaiveDate| {
            self.sure
                .iter()
                .filter(|span| span.from > start)
                .map(|span| span.to)
                .min()
                .unwrap_or(self.elapsed.to)
        };
        starts
            .map(|start| DateSpan::new(start, latest_next(start).min(self.elapsed.to).max(start)))
            .collect::<Vec<_>>()
            .into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::super::input::example::{items, without_august, year};
    use super::*;
    use crate::model::assessment::Status;

    #[test]
    fn no_pause_longer_than_three_months() {
        let facts = [
            ("", "2022-12-31", Status::NotStarted),
            // to the same day, that day included
            ("2023-04-01; 2023-07-01", "2023-09-30", Status::OnTrack),
            ("2023-04-01; 2023-07-01", "2023-10-01", Status::OnTrack),
            ("2023-04-01; 2023-07-01", "2023-10-02", Status::NotFulfilled),
            ("2023-04-02; 2023-07-01", "2023-09-30", Status::NotFulfilled),
            (
                "2023-03-25/2023-04-05; 2023-07-01",
                "2023-09-30",
                Status::Undecided,
            ),
            (
                "2023-03-01; 2023-06-01; 2023-09-01; 2023-12-01",
                "2023-12-31",
                Status::Fulfilled,
            ),
            (
                "2023-03-01; 2023-06-01; 2023-12-01",
                "2023-12-31",
                Status::NotFulfilled,
            ),
        ];
        for (rows, end, status) in facts {
            assert_eq!(
                judge(Length::Months(3), &year(&items(rows), end)).status,
                status,
                "{rows} at {end}"
            );
        }
        // Something may have happened in a month that nobody told about.
        let rows = items("2023-03-01; 2023-05-15");
        let input = without_august(year(&rows, "2023-09-30"));
        assert_eq!(judge(Length::Months(3), &input).status, Status::NotReported);
    }

    #[test]
    fn the_outcome_is_the_longest_pause_in_days() {
        let rows = items("2023-01-11; 2023-01-31");
        let outcome = judge(Length::Days(30), &year(&rows, "2023-02-10")).outcome;
        assert_eq!(outcome, Some(Quantity::whole(20)));
    }
}
