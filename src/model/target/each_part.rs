//! So many for every audience, place or other value: «lärare, elever och vårdnadshavare», «alla gångtunnlar fyra gånger».
//!
//! Pace: ⌊all that is asked × elapsed share⌋, each part counting to its own number at most. A place in use for part of
//! the window needs ⌊k × days in use / days⌋, but 1 at least if in use for half of it or more; where that is 0 it is shown
//! and does not decide. What was done where a place
//! was not in use is not done there; once it is closed, what is lacking cannot be done any more.

use super::count::{distinct_word, over_word, pace, paced_word};
use super::verdict::{Facts, undecided, verdict};
use super::{Bound, Item, Judgement, PartField, RequiredPart, Target, WindowInput, WindowState};
use crate::model::assessment::{PartAssessment, Status};
use crate::model::finding::{Arg, Phrase};
use crate::model::quantity::{Amount, Quantity, Truth};
use crate::model::span::DateSpan;

pub(crate) fn judge(number: Amount, input: &WindowInput<'_>) -> Judgement {
    let parts: Vec<PartAssessment> = input
        .parts
        .iter()
        .map(|part| judge_part(part, number, input))
        .collect();
    let deciding = || {
        parts
            .iter()
            .filter_map(|part| part.required.map(|required| (required, part.outcome)))
    };
    let asked = deciding().fold(Amount::ZERO, |sum, (required, _)| sum.plus(required));
    let outcome: Quantity = deciding()
        .map(|(required, outcome)| outcome.at_most(required))
        .sum();
    let all_hold = deciding().fold(Truth::Yes, |all, (required, outcome)| {
        all.and(outcome.reaches(required))
    });
    let nothing_asked = asked == Amount::ZERO;
    let pace = pace(asked, input);
    // A place no longer in use cannot be visited.
    let over = input
        .parts
        .iter()
        .zip(&parts)
        .filter(|(part, _)| part.in_use.to <= input.end);
    let over_hold = over.fold(Truth::Yes, |all, (_, judged)| {
        all.and(
            judged
                .required
                .map_or(Truth::Yes, |required| judged.outcome.reaches(required)),
        )
    });
    let facts = Facts {
        kept: !nothing_asked && all_hold == Truth::Yes,
        lost: over_hold == Truth::No,
        closed: if nothing_asked {
            Truth::Unknown
        } else {
            all_hold
        },
        pace: outcome.reaches(pace).and(over_hold),
        ..Facts::of(input)
    };
    let reached = |can: fn(Truth) -> bool| {
        Amount::whole(
            deciding()
                .filter(|(required, outcome)| can(outcome.reaches(*required)))
                .count() as u64,
        )
    };
    let done = Quantity::between(
        reached(|truth| truth == Truth::Yes),
        reached(|truth| truth != Truth::No),
    );
    let lacking: Vec<&str> = parts
        .iter()
        .filter(|part| {
            part.required
                .is_some_and(|required| part.outcome.low() < required)
        })
        .filter_map(|part| part.name.as_deref())
        .collect();
    // Where each part is asked for once, how many parts have it is the whole too.
    let is_said = done == outcome && asked == Amount::whole(deciding().count() as u64);
    let paced = match input.state() {
        WindowState::Open => paced_word(Bound::Least, pace),
        _ => "nothing",
    };
    Judgement {
        status: verdict(facts),
        bound: Some(Bound::Least),
        required: Some(asked),
        pace: Some(pace),
        outcome: Some(outcome),
        out_of: None,
        reckoning: Phrase::new("reckoning-each-part")
            .with("done", done)
            .with("parts", deciding().count())
            .with(
                "number",
                Arg::Counted(Quantity::exact(number), input.unit.clone()),
            )
            .with("outcome", outcome)
            .with("asked", asked)
            .with("whole", if is_said { "said" } else { "other" })
            .with("paced", paced)
            .with("pace", pace),
        remaining: (input.state() == WindowState::Open && !lacking.is_empty()).then(|| {
            Phrase::new("remaining-each-part")
                .with("parts", lacking.join(", "))
                .with("to", input.window.to)
        }),
        parts,
    }
}

/// What is promised, in a few words.
pub(crate) fn phrase(number: Amount, target: &Target) -> Phrase {
    Phrase::new("target-each-part")
        .with(
            "number",
            Arg::Counted(Quantity::exact(number), target.unit()),
        )
        .with("field", field_word(target.parts()))
        .with("over", over_word(&target.over))
        .with("distinct", distinct_word(target))
}

/// A word that sentences select on: what each part is.
pub(super) fn field_word(parts: &[PartField]) -> &str {
    match parts {
        [one] => &one.field,
        _ => "several",
    }
}

/// The items that are for a part in its days in use, and those that may be: what names no part may be for any.
pub(super) fn for_part(part: &RequiredPart, items: &[Item]) -> Vec<Item> {
    let in_its_days = |item: &Item| item.in_span(part.in_use);
    items
        .iter()
        .filter(|item| item.words.is_empty() || is_for(item, part))
        .filter_map(|item| {
            let value = in_its_days(item)?;
            let value = if item.words.is_empty() {
                value.perhaps()
            } else {
                value
            };
            Some(Item {
                value,
                ..item.clone()
            })
        })
        .collect()
}

/// Whether an item is for this part: it names it, or it names nothing where a place is asked for.
fn is_for(item: &Item, part: &RequiredPart) -> bool {
    item.words.iter().any(|word| part.words.contains(word))
}

/// What is asked of a part, by its days in use.
fn asked_of(part: &RequiredPart, number: Amount, window: DateSpan) -> Amount {
    if part.in_use == window {
        return number;
    }
    let (used, all) = (part.in_use.days(), window.days());
    let share = number.part(used, all).floor();
    if 2 * used >= all {
        share.max(Amount::ONE.min(number))
    } else {
        share
    }
}

fn judge_part(part: &RequiredPart, number: Amount, input: &WindowInput<'_>) -> PartAssessment {
    let required = asked_of(part, number, input.window);
    let for_it = for_part(part, input.items);
    let outcome = input.sum(&for_it);
    let pace = pace(required, input);
    let status = match (input.state(), outcome.reaches(required)) {
        (WindowState::NotBegun, _) => Status::NotStarted,
        _ if required == Amount::ZERO => Status::Described,
        (_, Truth::Yes) => Status::Fulfilled,
        (WindowState::Closed, Truth::No) => Status::NotFulfilled,
        (WindowState::Open, Truth::No) if part.in_use.to <= input.end => Status::NotFulfilled,
        (WindowState::Open, _) if outcome.reaches(pace) == Truth::Yes => Status::OnTrack,
        (WindowState::Open, _) if outcome.reaches(pace) == Truth::No => Status::Behind,
        _ => undecided(input.incomplete()),
    };
    PartAssessment {
        name: Some(part.name.clone()),
        span: (part.in_use != input.window).then_some(part.in_use),
        due: None,
        done: None,
        late: false,
        required: (required > Amount::ZERO).then_some(required),
        outcome,
        status,
    }
}

#[cfg(test)]
mod tests {
    use super::super::input::example::{days, items, without_august, year};
    use super::*;

    fn audiences<'a>(items: &'a [Item], end: &str) -> WindowInput<'a> {
        let part = |name: &str| RequiredPart {
            name: name.to_owned(),
            words: vec![name.to_lowercase()],
            in_use: days("2023-01-01/2023-12-31"),
        };
        WindowInput {
            parts: vec![part("Personal"), part("Ungdomar"), part("Föräldrar")],
            ..year(items, end)
        }
    }

    #[test]
    fn two_for_each_of_three_audiences() {
        let facts = [
            ("", "2022-12-31", Status::NotStarted),
            // six are asked, four by the end of September; a part counts to its own number at most
            (
                "2023-02-01 2 Personal; 2023-02-01 2 ungdomar",
                "2023-09-30",
                Status::OnTrack,
            ),
            (
                "2023-02-01 9 Personal; 2023-02-01 1 Ungdomar",
                "2023-09-30",
                Status::Behind,
            ),
            (
                "2023-02-01 2 Personal; 2023-02-01 1-2 Ungdomar",
                "2023-09-30",
                Status::Undecided,
            ),
            (
                "2023-02-01 2 Personal Ungdomar Föräldrar",
                "2023-02-28",
                Status::Fulfilled,
            ),
            (
                "2023-02-01 2 Personal Ungdomar; 2023-03-01 1 Föräldrar",
                "2023-12-31",
                Status::NotFulfilled,
            ),
            // a blank audience may have been any of them
            (
                "2023-02-01 2 Personal Ungdomar; 2023-03-01 2",
                "2023-12-31",
                Status::Undecided,
            ),
        ];
        for (rows, end, status) in facts {
            assert_eq!(
                judge(Amount::whole(2), &audiences(&items(rows), end)).status,
                status,
                "{rows} at {end}"
            );
        }
        let rows = items("2023-02-01 2 Personal");
        let unreported = without_august(audiences(&rows, "2023-12-31"));
        assert_eq!(
            judge(Amount::whole(2), &unreported).status,
            Status::NotReported
        );
    }

    #[test]
    fn a_place_in_use_for_half_the_window_or_more_needs_one_at_least() {
        let window = days("2023-01-01/2023-12-31");
        let asked = |number: u64, used: &str| {
            let part = RequiredPart {
                name: "Macken".into(),
                words: vec!["Macken".into()],
                in_use: days(used),
            };
            asked_of(&part, Amount::whole(number), window)
        };
        for (number, used, expected) in [
            (1, "2023-01-02/2023-12-31", 1),
            (1, "2023-07-02/2023-12-31", 1),
            // 182 of 365 days are less than half.
            (1, "2023-07-03/2023-12-31", 0),
            (4, "2023-07-03/2023-12-31", 1),
            (4, "2023-01-02/2023-12-31", 3),
            (0, "2023-01-02/2023-12-31", 0),
        ] {
            assert_eq!(
                asked(number, used),
                Amount::whole(expected),
                "{number} in {used}"
            );
        }
    }

    #[test]
    fn a_place_in_use_for_part_of_the_year_needs_its_part() {
        let rows = items("2023-02-01 1 Torget");
        let mut input = audiences(&rows, "2023-12-31");
        input.parts = [
            ("Torget", "2023-01-01/2023-12-31"),
            ("Bron", "2023-07-01/2023-12-31"),
            ("Ny", "2023-12-01/2023-12-31"),
        ]
        .map(|(name, use_)| RequiredPart {
            name: name.into(),
            words: vec![name.to_lowercase()],
            in_use: days(use_),
        })
        .into();
        let judged = judge(Amount::whole(2), &input);
        let required: Vec<_> = judged.parts.iter().map(|part| part.required).collect();
        assert_eq!(required, [Some(Amount::whole(2)), Some(Amount::ONE), None]);
    }
}
