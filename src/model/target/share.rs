//! A part of a whole: «varav minst 20 procent». Held against the whole so far; it can be lost and mended, so it is
//! fulfilled only when the window is closed.

use super::count::{bound_word, state_word};
use super::verdict::{Facts, verdict};
use super::{Bound, Item, Judgement, Threshold, WindowInput, WindowState};
use crate::model::finding::{Arg, Phrase};
use crate::model::quantity::{Amount, Quantity, Truth};
use crate::model::span::DateSpan;

/// Judges one window. The number is in per cent.
pub(crate) fn judge(threshold: Threshold, input: &WindowInput<'_>) -> Judgement {
    let part = input.sum(input.items);
    let whole = input.sum(input.whole);
    let extremes = Extremes::of(input, part, whole);
    let holds = extremes.holds(threshold);
    let facts = Facts {
        closed: holds,
        pace: holds,
        ..Facts::of(input)
    };
    Judgement {
        status: verdict(facts),
        bound: Some(threshold.bound),
        required: Some(threshold.number),
        pace: Some(threshold.number),
        outcome: Some(part),
        out_of: Some(whole),
        reckoning: reckoning("reckoning-share", input, part, whole, Some(threshold))
            .with("bound", bound_word(threshold.bound))
            .with("number", Arg::Percent(Quantity::exact(threshold.number)))
            .with("state", state_word(input.state())),
        remaining: remaining(threshold, input, extremes),
        parts: Vec::new(),
    }
}

/// What is promised, in a few words.
pub(crate) fn phrase(threshold: Threshold, out_of: &[String]) -> Phrase {
    let whole = match out_of {
        [only] => Arg::Activity(only.clone()),
        _ => Arg::Text("none".to_owned()),
    };
    Phrase::new("target-share")
        .with("whole", whole)
        .with("bound", bound_word(threshold.bound))
        .with("number", Arg::Percent(Quantity::exact(threshold.number)))
}

/// A part of a whole, with the per cent it is where the whole is known and not zero.
pub(super) fn reckoning(
    key: &'static str,
    input: &WindowInput<'_>,
    part: Quantity,
    whole: Quantity,
    threshold: Option<Threshold>,
) -> Phrase {
    let share = Extremes::of(input, part, whole).per_cent(threshold);
    Phrase::new(key)
        .with("part", part)
        .with("whole", Arg::Counted(whole, input.unit.clone()))
        .with("known", if share.is_some() { "yes" } else { "no" })
        .with("share", Arg::Percent(share.unwrap_or(Quantity::ZERO)))
}

/// The part and the whole where the part is the smallest and the greatest of it. What counts in the part is in the whole
/// too: «3–4» of «9–10» where the rest is exactly 6 is between 3 of 9 and 4 of 10.
#[derive(Clone, Copy, Debug)]
struct Extremes {
    /// (part, whole) of the smallest share; the whole is open where anything may be missing.
    lowest: (Amount, Option<Amount>),
    /// (part, whole) of the greatest share; the part is open where anything may be missing.
    highest: (Option<Amount>, Amount),
    /// The least that the whole can be.
    least_whole: Amount,
}

impl Extremes {
    fn of(input: &WindowInput<'_>, part: Quantity, whole: Quantity) -> Extremes {
        let apart = Extremes {
            lowest: (part.low(), whole.high()),
            highest: (part.high(), whole.low()),
            least_whole: whole.low(),
        };
        input
            .elapsed()
            .filter(|_| !input.incomplete())
            .and_then(|span| Extremes::joined(input, span))
            .unwrap_or(apart)
    }

    /// Cell by cell; `None` if some of the part is not in the whole, or something has no upper end.
    fn joined(input: &WindowInput<'_>, span: DateSpan) -> Option<Extremes> {
        let mut parts: Vec<&Item> = input
            .items
            .iter()
            .filter(|item| item.in_span(span).is_some())
            .collect();
        let (mut lowest, mut highest) =
            ((Amount::ZERO, Amount::ZERO), (Amount::ZERO, Amount::ZERO));
        let mut least_whole = Amount::ZERO;
        for item in input.whole {
            let Some(all) = item.in_span(span) else {
                continue;
            };
            let (low, high) = (all.low(), all.high()?);
            least_whole = least_whole.plus(low);
            let its_part = parts
                .iter()
                .position(|part| part.origin == item.origin)
                .map(|index| parts.swap_remove(index));
            match its_part.and_then(|part| part.in_span(span)) {
                // As much in the part as in the whole: more of it makes the share greater.
                Some(part) if part == all && low > Amount::ZERO => {
                    lowest = (lowest.0.plus(low), lowest.1.plus(low));
                    highest = (highest.0.plus(high), highest.1.plus(high));
                }
                // Perhaps not in the part at all.
                Some(part) => {
                    lowest = (lowest.0.plus(part.low()), lowest.1.plus(high));
                    let most = part.high()?;
                    highest = (highest.0.plus(most), highest.1.plus(high.max(most)));
                }
                None => {
                    lowest.1 = lowest.1.plus(high);
                    highest.1 = highest.1.plus(low);
                }
            }
        }
        let (lowest, highest) = ((lowest.0, Some(lowest.1)), (Some(highest.0), highest.1));
        parts.is_empty().then_some(Extremes {
            lowest,
            highest,
            least_whole,
        })
    }

    /// Whether the part is at least, or at most, so many per cent of the whole. Of nothing, nothing is known.
    fn holds(self, threshold: Threshold) -> Truth {
        const HUNDRED_PER_CENT: u64 = 10_000;
        let number = threshold.number.in_hundredths();
        let (part, whole) = self.lowest;
        let lowest_reaches = whole.map(|whole| part.times_reaches(HUNDRED_PER_CENT, whole, number));
        // For *at most* equal keeps it too, so it is asked the other way round.
        let lowest_within = whole.map(|whole| whole.times_reaches(number, part, HUNDRED_PER_CENT));
        let (part, whole) = self.highest;
        let highest_reaches = part.map(|part| part.times_reaches(HUNDRED_PER_CENT, whole, number));
        let highest_within = part.map(|part| whole.times_reaches(number, part, HUNDRED_PER_CENT));
        let something = self.least_whole > Amount::ZERO;
        match threshold.bound {
            _ if self.lowest.1 == Some(Amount::ZERO) => Truth::Unknown,
            Bound::Least if lowest_reaches == Some(true) => Truth::Yes,
            Bound::Least if highest_reaches == Some(false) && something => Truth::No,
            Bound::Most if highest_within == Some(true) && something => Truth::Yes,
            Bound::Most if lowest_within == Some(false) => Truth::No,
            _ => Truth::Unknown,
        }
    }

    /// The lowest and the highest per cent, rounded to whole per cent, but never across the promised number: 19.6 of 20 is
    /// «19 %».
    fn per_cent(self, threshold: Option<Threshold>) -> Option<Quantity> {
        let ((low, all), (high, least)) = (
            (self.lowest.0, self.lowest.1?),
            (self.highest.0?, self.highest.1),
        );
        if self.least_whole == Amount::ZERO {
            return None;
        }
        let of = |part: Amount, whole: Amount| {
            let exact = Amount::whole(100).part(part.in_parts(), whole.in_parts());
            let rounded = Amount::hundredths(exact.in_hundredths() + 50).floor();
            let crosses = threshold.is_some_and(|promised| match promised.bound {
                Bound::Least => (exact >= promised.number) != (rounded >= promised.number),
                Bound::Most => (exact <= promised.number) != (rounded <= promised.number),
            });
            let shown = match threshold.map(|promised| promised.bound) {
                Some(Bound::Least) if crosses => exact.floor(),
                Some(Bound::Most) if crosses => exact.ceil(),
                _ => rounded,
            };
            shown.min(Amount::whole(100))
        };
        Some(Quantity::between(of(low, all), of(high, least)))
    }
}

/// How many more of the part, and nothing else, would reach the promised share of what is surely done.
fn remaining(threshold: Threshold, input: &WindowInput<'_>, extremes: Extremes) -> Option<Phrase> {
    let (part, whole) = (extremes.lowest.0, extremes.lowest.1?);
    let (number, hundred) = (threshold.number.in_hundredths(), 10_000);
    if input.state() != WindowState::Open || threshold.bound == Bound::Most || number >= hundred {
        return None;
    }
    let asked = u128::from(whole.in_parts()) * u128::from(number);
    let lacking = asked
        .checked_sub(u128::from(part.in_parts()) * u128::from(hundred))
        .filter(|some| *some > 0)?;
    let exact = Amount::parts(
        u64::try_from(lacking.div_ceil(u128::from(hundred - number))).unwrap_or(u64::MAX),
    );
    let left = if input.continuous {
        exact.up_to_hundredths()
    } else {
        exact.ceil()
    };
    let left = Arg::Counted(Quantity::exact(left), input.unit.clone());
    Some(
        Phrase::new("remaining-share")
            .with("left", left)
            .with("to", input.window.to),
    )
}

#[cfg(test)]
mod tests {
    use super::super::input::example::{items, year};
    use super::*;
    use crate::model::assessment::Status;

    #[test]
    fn at_least_twenty_per_cent() {
        let facts = [
            ("1", "5", "2023-09-30", Status::OnTrack),
            ("1", "5", "2023-12-31", Status::Fulfilled),
            ("1", "6", "2023-09-30", Status::Behind),
            ("1", "6", "2023-12-31", Status::NotFulfilled),
            ("1-2", "6", "2023-12-31", Status::Undecided),
            ("0", "0", "2023-12-31", Status::Undecided),
        ];
        let threshold = Threshold {
            bound: Bound::Least,
            number: Amount::whole(20),
        };
        for (part, whole, end, status) in facts {
            let (part, mut whole) = (
                items(&format!("2023-02-01 {part}")),
                items(&format!("2023-02-01 {whole}")),
            );
            // Told apart, on cells of their own.
            whole
                .iter_mut()
                .for_each(|item| item.origin.cell = "B1".to_owned());
            let input = WindowInput {
                whole: &whole,
                ..year(&part, end)
            };
            assert_eq!(
                judge(threshold, &input).status,
                status,
                "{part:?} of {whole:?} at {end}"
            );
        }
    }

    #[test]
    fn the_per_cent_is_never_rounded_across_the_promise() {
        let least = Some(Threshold {
            bound: Bound::Least,
            number: Amount::whole(20),
        });
        let per_cent = |part, whole, threshold| {
            let (part, whole) = (Amount::whole(part), Amount::whole(whole));
            let extremes = Extremes {
                lowest: (part, Some(whole)),
                highest: (Some(part), whole),
                least_whole: whole,
            };
            extremes.per_cent(threshold)
        };
        assert_eq!(per_cent(196, 1_000, least), Some(Quantity::whole(19)));
        assert_eq!(per_cent(196, 1_000, None), Some(Quantity::whole(20)));
        let most = Some(Threshold {
            bound: Bound::Most,
            number: Amount::whole(20),
        });
        assert_eq!(per_cent(204, 1_000, most), Some(Quantity::whole(21)));
    }

    #[test]
    fn the_part_is_in_the_whole() {
        let at = |rows: &str, cell: &str| {
            let mut items = items(rows);
            items
                .iter_mut()
                .for_each(|item| item.origin.cell = cell.to_owned());
            items
        };
        let part = at("2023-02-01 3-4", "A1");
        let whole = [part.clone(), at("2023-03-01 6", "A2")].concat();
        let input = WindowInput {
            whole: &whole,
            ..year(&part, "2023-12-31")
        };
        let status = |number| {
            judge(
                Threshold {
                    bound: Bound::Least,
                    number: Amount::whole(number),
                },
                &input,
            )
            .status
        };
        // Between 3 of 9 and 4 of 10, not between 3 of 10 and 4 of 9.
        assert_eq!(
            (status(33), status(34), status(41)),
            (Status::Fulfilled, Status::Undecided, Status::NotFulfilled)
        );
        // Perhaps of the part: 0 of 10 to 4 of 10.
        let perhaps = at("2023-02-01 0-4", "A1");
        let whole = [at("2023-02-01 4", "A1"), at("2023-03-01 6", "A2")].concat();
        let input = WindowInput {
            whole: &whole,
            ..year(&perhaps, "2023-09-30")
        };
        let judged = judge(
            Threshold {
                bound: Bound::Least,
                number: Amount::whole(41),
            },
            &input,
        );
        assert_eq!(judged.status, Status::Behind);
        // (10 × 0.41 − 0) / 0.59 = 6.9: seven more
        let left = Arg::Counted(Quantity::whole(7), "besok".to_owned());
        assert_eq!(
            judged.remaining.map(|phrase| phrase.args["left"].clone()),
            Some(left)
        );
    }
}
