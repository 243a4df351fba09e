//! No gap longer than so long: «löpande», «regelbundet».
//!
//! Gaps are measured from the window's first day, over each activity, to the earlier of E and its end; months to the
//! same day, that day included.

use chrono::NaiveDate;

use super::verdict::{Facts, verdict};
use super::{Bound, Judged, Scene, State};
use crate::model::agreement::Length;
use crate::model::finding::Phrase;
use crate::model::quantity::{Amount, Quantity, Truth};
use crate::model::span::DateSpan;

/// Judges the window.
pub fn judge(longest_gap: Length, scene: &Scene<'_>) -> Judged {
    let gaps = scene.elapsed().map(|elapsed| Gaps::of(scene, elapsed));
    let surely_kept = gaps.as_ref().is_some_and(|gaps| gaps.at_worst().all(|gap| fits(gap, longest_gap)));
    let surely_broken = gaps.as_ref().is_some_and(|gaps| !gaps.at_best().all(|gap| fits(gap, longest_gap)));
    let holds = match (surely_kept, surely_broken) {
        (true, _) => Truth::Yes,
        (_, true) => Truth::No,
        _ => Truth::Unknown,
    };
    let longest = |spans: &mut dyn Iterator<Item = DateSpan>| spans.map(|gap| gap.days() - 1).max().unwrap_or(0);
    let outcome = gaps.as_ref().map(|gaps| {
        let low = Amount::whole(longest(&mut gaps.at_best()));
        let high = Amount::whole(longest(&mut gaps.at_worst()));
        Quantity::between(low, high)
    });
    let last = gaps.as_ref().and_then(|gaps| gaps.sure.iter().map(|span| span.to).max());
    let facts = Facts { lost: surely_broken, closed: holds, pace: holds, ..Facts::of(scene) };
    Judged {
        status: verdict(facts),
        bound: Some(Bound::Most),
        required: match longest_gap {
            Length::Days(days) => Some(Amount::whole(days)),
            // So many months are no fixed number of days.
            Length::Months(_) => None,
        },
        pace: None,
        outcome,
        out_of: None,
        reckoning: with_length(Phrase::new("reckoning-cadence"), longest_gap)
            .with("outcome", outcome.unwrap_or(Quantity::ZERO))
            .with("known", if outcome.is_some() { "yes" } else { "no" }),
        remaining: (scene.state() == State::Open && !surely_broken).then(|| {
            let from = last.unwrap_or(scene.window.from);
            Phrase::new("remaining-cadence").with("by", longest_gap.after(from).min(scene.window.to))
        }),
        parts: Vec::new(),
    }
}

/// What is promised, in a few words.
pub fn phrase(longest_gap: Length) -> Phrase {
    with_length(Phrase::new("target-cadence"), longest_gap)
}

fn with_length(phrase: Phrase, length: Length) -> Phrase {
    match length {
        Length::Days(days) => phrase.with("length", days).with("unit", "days"),
        Length::Months(months) => phrase.with("length", u64::from(months)).with("unit", "months"),
    }
}

/// Whether the last day of a gap is within the length after its first.
fn fits(gap: DateSpan, longest: Length) -> bool {
    longest.after(gap.from) >= gap.to
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
    fn of(scene: &Scene<'_>, elapsed: DateSpan) -> Gaps {
        let mut sure = Vec::new();
        let mut possible = scene.missing.clone();
        if scene.damaged {
            possible.push(elapsed);
        }
        for item in scene.items {
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
        Gaps { elapsed, sure, possible }
    }

    /// The gaps that are there however favourably the uncertain days fell: between the spans of all that may have
    /// happened.
    fn at_best(&self) -> impl Iterator<Item = DateSpan> {
        let mut gaps = Vec::new();
        let mut reached = self.elapsed.from;
        for span in &self.possible {
            if span.from > reached {
                gaps.push(DateSpan { from: reached, to: span.from.min(self.elapsed.to) });
            }
            reached = reached.max(span.to);
        }
        if self.elapsed.to > reached {
            gaps.push(DateSpan { from: reached, to: self.elapsed.to });
        }
        gaps.into_iter()
    }

    /// The gaps that can be there at most: from any day something may have happened to the latest day the next sure
    /// thing can have.
    fn at_worst(&self) -> impl Iterator<Item = DateSpan> {
        let starts = std::iter::once(self.elapsed.from).chain(self.sure.iter().map(|span| span.from));
        let latest_next = |start: NaiveDate| {
            self.sure.iter().filter(|span| span.from > start).map(|span| span.to).min().unwrap_or(self.elapsed.to)
        };
        starts
            .map(|start| DateSpan::new(start, latest_next(start).min(self.elapsed.to).max(start)))
            .collect::<Vec<_>>()
            .into_iter()
    }
}
