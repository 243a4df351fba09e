//! Every request is answered: «önskar någon … så lovar vi», «kontakt inom en vecka».
//!
//! The request's day is day 0, day d is in time. While the window is open a day after E is not yet due; once it is
//! closed, as-of takes E's place, and what is not yet due then is undecided. Without a length: by the window's end. Working
//! days are those from Monday to Friday that the agreement does not except.

use chrono::NaiveDate;

use super::cadence;
use super::count::state_word;
use super::request_state::{RequestState, due, request_state, share_holds};
use super::verdict::{Facts, verdict};
use super::{Bound, Judgement, WindowInput, WindowRequest, WindowState};
use crate::model::agreement::Length;
use crate::model::assessment::{PartAssessment, Status};
use crate::model::finding::{Arg, Phrase};
use crate::model::quantity::{Amount, Quantity, Truth};

pub(crate) fn judge(
    within: Option<Length>,
    share: Option<Amount>,
    input: &WindowInput<'_>,
) -> Judgement {
    // One that may have been made after the last day that counts is not surely one of the window's.
    let known = |asked: &WindowRequest| WindowRequest {
        certain: asked.certain && asked.date.to <= input.end,
        ..asked.clone()
    };
    let requests: Vec<WindowRequest> = input.requests.iter().map(known).collect();
    let states: Vec<(&WindowRequest, RequestState)> = requests
        .iter()
        .map(|asked| (asked, request_state(asked, within, input)))
        .collect();
    let count =
        |wanted: RequestState| states.iter().filter(|(_, state)| *state == wanted).count() as u64;
    let certain = states.iter().filter(|(asked, _)| asked.certain).count() as u64;
    let all = states.len() as u64;
    let (broken, waiting, unknown) = (
        count(RequestState::Broken),
        count(RequestState::Waiting),
        count(RequestState::Unknown),
    );
    let sure = states
        .iter()
        .filter(|(asked, state)| asked.certain && *state == RequestState::Kept)
        .count() as u64;

    // Where it is not sure that anybody asked, nothing is: there may have been no need.
    let nobody_surely = certain == 0 && all > 0;
    // Unanswered without a number of days is behind, not broken: it can be answered until the window ends.
    let pace = match () {
        () if broken > 0 || (within.is_none() && waiting > 0) => Truth::No,
        () if unknown > 0 || nobody_surely || input.incomplete() => Truth::Unknown,
        () => Truth::Yes,
    };
    let closed = match () {
        () if broken > 0 => Truth::No,
        () if unknown > 0 || waiting > 0 || nobody_surely || input.incomplete() => Truth::Unknown,
        () => Truth::Yes,
    };
    let of_share = share.map(|share| {
        let waits = |asked_now: bool| share_holds(share, &states, asked_now, input);
        let is_open = input.state() == WindowState::Open;
        waits(is_open && within.is_some())
    });
    let (pace, closed) = of_share.map_or((pace, closed), |holds| (holds, holds));
    let facts = Facts {
        nobody_asked: input.covered && !input.incomplete() && states.is_empty(),
        // Where nothing has been told, the answers may stand in what is missing.
        lost: broken > 0 && input.covered && share.is_none(),
        closed,
        pace,
        ..Facts::of(input)
    };
    let outcome = Quantity::between(Amount::whole(sure), Amount::whole(all - broken - waiting));
    let out_of = Quantity::between(Amount::whole(certain), Amount::whole(all));
    let known_of_all = |known: Quantity| {
        if input.incomplete() {
            known.or_more()
        } else {
            known
        }
    };
    let due = if within.is_some() { all - waiting } else { all };
    Judgement {
        status: verdict(facts),
        bound: Some(Bound::Least),
        // Of requests that nobody has told about, not even the number is known.
        required: input.covered.then(|| Amount::whole(all)),
        pace: input.covered.then(|| Amount::whole(due)),
        outcome: Some(known_of_all(outcome)),
        out_of: Some(known_of_all(out_of)),
        reckoning: with_length(Phrase::new("reckoning-request"), within)
            .with("share", share_arg(share))
            .with("part", if share.is_some() { "share" } else { "all" })
            .with("answered", outcome)
            .with("requests", all)
            .with("broken", broken)
            .with("waiting", waiting)
            .with("told", if input.incomplete() { "not-all" } else { "all" })
            .with("state", state_word(input.state())),
        remaining: remaining(&states, within, input),
        parts: states
            .into_iter()
            .map(|(asked, state)| part(asked, state, within, input))
            .collect(),
    }
}

/// How many wait for an answer while the window is open, and by what day: from the first that is due to the last.
fn remaining(
    states: &[(&WindowRequest, RequestState)],
    within: Option<Length>,
    input: &WindowInput<'_>,
) -> Option<Phrase> {
    let waiting = states
        .iter()
        .filter(|(_, state)| *state == RequestState::Waiting);
    let due: Vec<NaiveDate> = waiting
        .map(|(asked, _)| due(asked.date.to, within, input))
        .collect();
    let (first, last) = (due.iter().min()?, due.iter().max()?);
    (input.state() == WindowState::Open).then(|| {
        let phrase = Phrase::new("remaining-request")
            .with("waiting", due.len())
            .with("to", *last);
        match first == last {
            true => phrase.with("first", "same"),
            false => phrase.with("first", *first),
        }
    })
}

/// What is promised, in a few words.
pub(crate) fn phrase(within: Option<Length>, share: Option<Amount>) -> Phrase {
    let phrase = match share {
        None => Phrase::new("target-request"),
        Some(_) => Phrase::new("target-request-share").with("share", share_arg(share)),
    };
    with_length(phrase, within)
}

fn share_arg(share: Option<Amount>) -> Arg {
    Arg::Percent(Quantity::exact(share.unwrap_or(Amount::whole(100))))
}

fn with_length(phrase: Phrase, within: Option<Length>) -> Phrase {
    match within {
        Some(length) => cadence::with_length(phrase, length).with("within", "length"),
        None => phrase.with("within", "window"),
    }
}

fn part(
    asked: &WindowRequest,
    state: RequestState,
    within: Option<Length>,
    input: &WindowInput<'_>,
) -> PartAssessment {
    let due = due(asked.date.to, within, input);
    PartAssessment {
        // One without a number is known by its day.
        name: asked.case.clone(),
        span: Some(asked.date),
        due: Some(due),
        done: asked.answered,
        late: asked.answered.is_some_and(|answer| answer.from > due),
        required: Some(Amount::ONE),
        outcome: match state {
            RequestState::Kept => Quantity::ONE,
            RequestState::Unknown => Quantity::ONE.perhaps(),
            RequestState::Broken | RequestState::Waiting => Quantity::ZERO,
        },
        status: match (state, input.state()) {
            (RequestState::Kept, _) => Status::Fulfilled,
            (RequestState::Broken, _) => Status::NotFulfilled,
            (RequestState::Waiting, WindowState::Open) if within.is_none() => Status::Behind,
            (RequestState::Waiting, WindowState::Open) => Status::OnTrack,
            _ => Status::Undecided,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::input::example::{days, without_august, year};
    use super::*;
    use crate::model::activity::Origin;

    fn asked(date: &str, answered: &str) -> WindowRequest {
        WindowRequest {
            date: days(date),
            answered: (!answered.is_empty()).then(|| days(answered)),
            certain: true,
            by_rules: Truth::Yes,
            case: None,
            origin: Origin {
                workbook: "w.xlsx".into(),
                sheet: "Blad1".into(),
                cell: "A1".into(),
            },
        }
    }

    fn status(requests: &[(&str, &str)], within: Option<Length>, end: &str) -> Status {
        let requests = requests
            .iter()
            .map(|(date, answered)| asked(date, answered))
            .collect();
        judge(
            within,
            None,
            &WindowInput {
                requests,
                ..year(&[], end)
            },
        )
        .status
    }

    /// Requests (made, answered), E, and the verdict.
    type Fact<'a> = (&'a [(&'a str, &'a str)], &'a str, Status);

    #[test]
    fn within_three_days() {
        let facts: &[Fact] = &[
            (&[], "2022-12-31", Status::NotStarted),
            (&[], "2023-09-30", Status::NoNeed),
            // day 3 is in time
            (
                &[("2023-03-06", "2023-03-09")],
                "2023-09-30",
                Status::OnTrack,
            ),
            (
                &[("2023-03-06", "2023-03-10")],
                "2023-09-30",
                Status::NotFulfilled,
            ),
            (
                &[("2023-03-06", "2023-03-08/2023-03-11")],
                "2023-09-30",
                Status::Undecided,
            ),
            // nobody answers before it is asked
            (
                &[("2023-03-06", "2023-03-05")],
                "2023-09-30",
                Status::Undecided,
            ),
            (
                &[("2023-03-06", "2023-03-05/2023-03-08")],
                "2023-09-30",
                Status::OnTrack,
            ),
            // a day after E is not yet due
            (&[("2023-09-28", "")], "2023-09-30", Status::OnTrack),
            (&[("2023-09-27", "")], "2023-09-30", Status::NotFulfilled),
            (
                &[("2023-03-06", "2023-03-09")],
                "2023-12-31",
                Status::Fulfilled,
            ),
            // once closed, as-of takes E's place
            (&[("2023-12-30", "")], "2023-12-31", Status::NotFulfilled),
        ];
        for (requests, end, expected) in facts {
            assert_eq!(
                status(requests, Some(Length::Days(3)), end),
                *expected,
                "{requests:?} at {end}"
            );
        }
    }

    #[test]
    fn without_days_by_the_end_of_the_window() {
        let facts: &[Fact] = &[
            (
                &[("2023-03-06", "2023-08-01")],
                "2023-09-30",
                Status::OnTrack,
            ),
            (
                &[("2023-03-06", "2023-08-01"), ("2023-04-06", "")],
                "2023-09-30",
                Status::Behind,
            ),
            // perhaps made after the period
            (
                &[("2023-09-25/2023-10-01", "")],
                "2023-09-30",
                Status::Undecided,
            ),
            (
                &[("2023-03-06", "2023-08-01")],
                "2023-12-31",
                Status::Fulfilled,
            ),
            (&[("2023-03-06", "")], "2023-12-31", Status::NotFulfilled),
        ];
        for (requests, end, expected) in facts {
            assert_eq!(
                status(requests, None, end),
                *expected,
                "{requests:?} at {end}"
            );
        }
    }

    #[test]
    fn a_silent_month_may_hold_a_request() {
        let input = without_august(year(&[], "2023-12-31"));
        assert_eq!(judge(None, None, &input).status, Status::NotReported);
    }
    #[test]
    fn four_of_five_within_three_days() {
        let facts: &[Fact] = &[
            (
                &[
                    ("2023-03-01", "2023-03-02"),
                    ("2023-03-02", "2023-03-03"),
                    ("2023-03-03", "2023-03-04"),
                    ("2023-03-04", "2023-03-05"),
                    ("2023-03-05", "2023-03-20"),
                ],
                "2023-12-31",
                Status::Fulfilled,
            ),
            (
                &[("2023-03-01", "2023-03-02"), ("2023-03-05", "2023-03-20")],
                "2023-12-31",
                Status::NotFulfilled,
            ),
            // It can be mended while the year goes on.
            (
                &[("2023-03-01", "2023-03-02"), ("2023-03-05", "2023-03-20")],
                "2023-09-30",
                Status::Behind,
            ),
            (&[("2023-09-29", "")], "2023-09-30", Status::OnTrack),
            (
                &[("2023-03-01", "2023-03-02"), ("2023-09-29", "")],
                "2023-09-30",
                Status::OnTrack,
            ),
            (
                &[("2023-03-01", "2023-03-03/2023-03-06")],
                "2023-12-31",
                Status::Undecided,
            ),
        ];
        for (requests, end, expected) in facts {
            let input = WindowInput {
                requests: requests
                    .iter()
                    .map(|(date, answered)| asked(date, answered))
                    .collect(),
                ..year(&[], end)
            };
            let within = Some(Length::Days(3));
            assert_eq!(
                judge(within, Some(Amount::whole(80)), &input).status,
                *expected,
                "{requests:?} at {end}"
            );
        }
    }
}
