//! Occasions that had every part: «tillsyn på alla ställen samma dag», «besök, information och utbildning på samma ställe».
//!
//! What makes one occasion is the day, or a field whose value is the same: its parts may then be met on different days.

use std::collections::{BTreeMap, BTreeSet};

use super::count::{self, bound_word, over_word};
use super::{Item, Judgement, RequiredPart, Target, Threshold, WindowInput};
use crate::model::finding::Phrase;
use crate::model::quantity::{Amount, Quantity};
use crate::model::span::DateSpan;

/// What stands between the value that makes an occasion and its part, in the words of an item.
pub(crate) const OF: char = '\u{1f}';

pub(crate) fn judge(threshold: Threshold, same: &str, input: &WindowInput<'_>) -> Judgement {
    let outcome = input.elapsed().map_or(Quantity::ZERO, |elapsed| {
        let occasions = if same == "day" {
            on_days(input, elapsed)
        } else {
            of_values(input, elapsed)
        };
        if input.incomplete() {
            occasions.or_more()
        } else {
            occasions
        }
    });
    count::judge_outcome(threshold, outcome, input)
}

/// What is promised, in a few words.
pub(crate) fn phrase(threshold: Threshold, same: &str, target: &Target) -> Phrase {
    Phrase::new("target-together")
        .with("bound", bound_word(threshold.bound))
        .with("number", threshold.number.ceil().in_hundredths() / 100)
        .with("same", same)
        .with("over", over_word(&target.over))
}

/// The parts that items are surely for, and may be for, of each occasion.
#[derive(Default)]
struct Occasion {
    sure: BTreeSet<usize>,
    possible: BTreeSet<usize>,
}

/// Which parts a word means, by the part's number.
fn parts_called<'a>(parts: &'a [RequiredPart], word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let called = move |(_, part): &(usize, &RequiredPart)| part.words.iter().any(|own| own == word);
    parts.iter().enumerate().filter(called).map(|(at, _)| at)
}

fn counted<'a>(occasions: impl Iterator<Item = &'a Occasion> + Clone, parts: usize) -> Quantity {
    let whole = |has: fn(&Occasion) -> &BTreeSet<usize>| {
        let full = occasions
            .clone()
            .filter(|occasion| has(occasion).len() == parts);
        Amount::whole(full.count() as u64)
    };
    Quantity::between(
        whole(|occasion| &occasion.sure),
        whole(|occasion| &occasion.possible),
    )
}

/// Days on which every part was met. A row about several days may have been on any of them.
fn on_days(input: &WindowInput<'_>, elapsed: DateSpan) -> Quantity {
    let mut occasions: BTreeMap<DateSpan, Occasion> = BTreeMap::new();
    for item in input.items {
        let Some((value, days)) = item
            .in_span(elapsed)
            .filter(|value| value.high() != Some(Amount::ZERO))
            .zip(item.date.intersection(elapsed))
        else {
            continue;
        };
        let is_sure = value.low() > Amount::ZERO && days.is_exact();
        let named: Vec<usize> = parts_of(item, &input.parts);
        for day in days.each_day() {
            let occasion = occasions.entry(day).or_default();
            if item.words.is_empty() {
                occasion.possible.extend(0..input.parts.len());
            } else {
                occasion.possible.extend(&named);
                if is_sure {
                    occasion.sure.extend(&named);
                }
            }
        }
    }
    counted(occasions.values(), input.parts.len())
}

fn parts_of(item: &Item, parts: &[RequiredPart]) -> Vec<usize> {
    item.words
        .iter()
        .flat_map(|word| parts_called(parts, word))
        .collect()
}

/// Different values of a field that had every part. A row without the value, or without the part, may be for any.
fn of_values(input: &WindowInput<'_>, elapsed: DateSpan) -> Quantity {
    let mut occasions: BTreeMap<&str, Occasion> = BTreeMap::new();
    let mut is_open = false;
    for item in input.items {
        let Some(value) = item
            .in_span(elapsed)
            .filter(|value| value.high() != Some(Amount::ZERO))
        else {
            continue;
        };
        is_open |= item.words.is_empty();
        for (of, word) in item.words.iter().filter_map(|word| word.split_once(OF)) {
            let occasion = occasions.entry(of).or_default();
            for part in parts_called(&input.parts, word) {
                occasion.possible.insert(part);
                if value.low() > Amount::ZERO {
                    occasion.sure.insert(part);
                }
            }
        }
    }
    let occasions = counted(occasions.values(), input.parts.len());
    if is_open {
        occasions.or_more()
    } else {
        occasions
    }
}

#[cfg(test)]
mod tests {
    use super::super::Bound;
    use super::super::input::example::{items, year};
    use super::*;
    use crate::model::assessment::Status;

    fn judged(same: &str, told: &[Item]) -> (Status, Option<Quantity>) {
        let part = |name: &str| RequiredPart {
            name: name.to_owned(),
            words: vec![name.to_owned()],
            in_use: year(&[], "2023-12-31").window,
        };
        let input = WindowInput {
            parts: vec![part("a"), part("b")],
            ..year(told, "2023-12-31")
        };
        let once = Threshold {
            bound: Bound::Least,
            number: Amount::ONE,
        };
        let judged = judge(once, same, &input);
        (judged.status, judged.outcome)
    }

    #[test]
    fn both_on_one_day() {
        for (told, status) in [
            ("2023-03-01 1 A; 2023-03-01 1 B", Status::Fulfilled),
            ("2023-03-01 2 A B", Status::Fulfilled),
            ("2023-03-01 1 A; 2023-03-02 1 B", Status::NotFulfilled),
            (
                "2023-03-01/2023-03-05 1 A; 2023-03-02 1 B",
                Status::Undecided,
            ),
            ("2023-03-01 1 A; 2023-03-01 0-1 B", Status::Undecided),
            ("2023-03-01 1 A; 2023-03-01 1", Status::Undecided),
        ] {
            assert_eq!(judged("day", &items(told)).0, status, "{told}");
        }
    }

    #[test]
    fn both_at_one_place_on_different_days() {
        let at = |told: &str| items(&told.replace('.', &OF.to_string()));
        for (told, status) in [
            ("2023-03-01 1 x.A; 2023-05-01 1 x.B", Status::Fulfilled),
            ("2023-03-01 1 x.A; 2023-05-01 1 y.B", Status::NotFulfilled),
            ("2023-03-01 1 x.A; 2023-05-01 0-1 x.B", Status::Undecided),
            ("2023-03-01 1 x.A; 2023-05-01 1", Status::Undecided),
        ] {
            assert_eq!(judged("place", &at(told)).0, status, "{told}");
        }
    }
}
