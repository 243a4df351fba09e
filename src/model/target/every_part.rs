//! The same asked of every part by itself: «en gång i månaden i varje område», «varje fredag på båda torgen».
//!
//! The window holds if every part of it does, so its verdict is its worst part's. A place is judged on its days in use; one
//! in use for less time than is asked about is shown and does not decide.

use super::each_part::for_part;
use super::verdict::{Facts, verdict};
use super::{Bound, Judgement, WindowInput};
use crate::model::assessment::{PartAssessment, Status};
use crate::model::finding::Phrase;
use crate::model::quantity::{Amount, Quantity};

/// More parts than this are named in their table only.
const MOST_NAMED: usize = 8;

pub(crate) fn judge(
    input: &WindowInput<'_>,
    judge: impl Fn(&WindowInput<'_>) -> Judgement,
) -> Judgement {
    let parts: Vec<PartAssessment> = input
        .parts
        .iter()
        .map(|part| {
            let items = for_part(part, input.items);
            let judged = judge(&input.of_part(part, &items));
            // Too short a time for a single day, week or month of what is asked.
            let decides = judged.required != Some(Amount::ZERO);
            PartAssessment {
                name: Some(part.name.clone()),
                span: (part.in_use != input.window).then_some(part.in_use),
                due: None,
                done: None,
                late: false,
                required: judged.required.filter(|_| decides),
                outcome: judged.outcome.unwrap_or(Quantity::ZERO),
                status: if decides {
                    judged.status
                } else {
                    Status::Described
                },
            }
        })
        .collect();
    let deciding = || parts.iter().filter(|part| part.status != Status::Described);
    let count = |statuses: &[Status]| {
        Amount::whole(
            deciding()
                .filter(|part| statuses.contains(&part.status))
                .count() as u64,
        )
    };
    let all = Amount::whole(deciding().count() as u64);
    let begun = all.minus(count(&[Status::NotStarted]));
    let broken: Vec<&str> = deciding()
        .filter(|part| matches!(part.status, Status::NotFulfilled | Status::Behind))
        .filter_map(|part| part.name.as_deref())
        .collect();
    let outcome = Quantity::between(
        count(&[Status::Fulfilled, Status::OnTrack]),
        begun.minus(Amount::whole(broken.len() as u64)),
    );
    Judgement {
        // Without any part to judge nothing is known.
        status: Status::worst(deciding().map(|part| part.status))
            .unwrap_or_else(|| verdict(Facts::of(input))),
        bound: Some(Bound::Least),
        required: Some(all),
        pace: Some(begun),
        outcome: Some(outcome),
        out_of: None,
        reckoning: Phrase::new("reckoning-every-part")
            .with("kept", outcome)
            .with("parts", begun)
            .with(
                "broken",
                match broken.len() {
                    0 => "none",
                    1..=MOST_NAMED => "some",
                    _ => "many",
                },
            )
            .with("names", broken.join("; ")),
        remaining: None,
        parts,
    }
}

#[cfg(test)]
mod tests {
    use super::super::input::example::{days, items, year};
    use super::super::{RequiredPart, SubPeriod, Threshold, cadence, each_period};
    use super::*;
    use crate::model::agreement::Length;

    fn parts(in_use: &str) -> Vec<RequiredPart> {
        let part = |name: &str, in_use: &str| RequiredPart {
            name: name.to_owned(),
            words: vec![name.to_lowercase()],
            in_use: days(in_use),
        };
        vec![part("A", "2023-01-01/2023-12-31"), part("B", in_use)]
    }

    #[test]
    fn once_a_quarter_of_a_year_in_both_places() {
        let facts = [
            ("2023-03-01 1 A B; 2023-06-01 1 A B", Status::OnTrack),
            ("2023-03-01 1 A B; 2023-06-01 1 A", Status::NotFulfilled),
            (
                "2023-03-01 1 A B; 2023-06-01 1 A; 2023-06-01 0-1 B",
                Status::Undecided,
            ),
            // A row without a place may be for either.
            (
                "2023-03-01 1 A B; 2023-06-01 1 A; 2023-06-01 1",
                Status::Undecided,
            ),
        ];
        for (told, status) in facts {
            let told = items(told);
            let input = WindowInput {
                parts: parts("2023-01-01/2023-12-31"),
                ..year(&told, "2023-08-31")
            };
            let gap = |input: &WindowInput<'_>| cadence::judge(Length::Months(4), input);
            assert_eq!(judge(&input, gap).status, status, "{told:?}");
        }
    }

    #[test]
    fn a_place_is_asked_on_its_days_in_use() {
        let one = Threshold {
            bound: Bound::Least,
            number: Amount::ONE,
        };
        let monthly = |input: &WindowInput<'_>| each_period::judge(one, SubPeriod::Month, input);
        let told = items(
            "2023-01-05 1 A; 2023-02-05 1 A; 2023-03-05 1 A; 2023-04-05 1 A B; 2023-05-05 1 A B",
        );
        for (in_use, status, parts_asked) in [
            ("2023-04-01/2023-12-31", Status::OnTrack, 2),
            ("2023-03-01/2023-12-31", Status::NotFulfilled, 2),
            // Ten days hold no month: shown, and not asked.
            ("2023-03-05/2023-03-14", Status::OnTrack, 1),
        ] {
            let input = WindowInput {
                parts: parts(in_use),
                ..year(&told, "2023-05-31")
            };
            let judged = judge(&input, monthly);
            assert_eq!(judged.status, status, "{in_use}");
            assert_eq!(
                judged.required,
                Some(Amount::whole(parts_asked)),
                "{in_use}"
            );
        }
    }
}
