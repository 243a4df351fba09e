//! Every request is answered: «önskar någon … så lovar vi», «kontakt inom en vecka».
//!
//! The request's day is day 0, day d is in time. While the window is open a day after E is not yet due; once it is
//! closed, as-of takes E's place, and what is not yet due then is undecided. Without a length: by the window's end. Working
//! days are those from Monday to Friday that the agreement does not except.

use chrono::NaiveDate;

use super::cadence;
use super::count::state_word;
use super::verdict::{Facts, verdict};
use super::{Asked, Bound, Judged, Scene, State};
use crate::model::agreement::Length;
use crate::model::assessment::{Part, Status};
use crate::model::finding::Phrase;
use crate::model::quantity::{Amount, Quantity, Truth};

/// How one request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// Answered by the rules, in time.
    Kept,
    /// Answered too late, or not, and its day has passed.
    Broken,
    /// Not answered, and there is still time.
    Waiting,
    /// It cannot be told.
    Unknown,
}

/// Judges one window.
pub fn judge(within: Option<Length>, scene: &Scene<'_>) -> Judged {
    // One that may have been made after the last day that counts is not surely one of the window's.
    let known = |asked: &Asked| Asked {
        certain: asked.certain && asked.date.to <= scene.end,
        ..asked.clone()
    };
    let requests: Vec<Asked> = scene.requests.iter().map(known).collect();
    let standings: Vec<(&Asked, Standing)> = requests
        .iter()
        .map(|asked| (asked, standing(asked, within, scene)))
        .collect();
    let count = |wanted: Standing| {
        standings
            .iter()
            .filter(|(_, standing)| *standing == wanted)
            .count() as u64
    };
    let certain = standings.iter().filter(|(asked, _)| asked.certain).count() as u64;
    let all = standings.len() as u64;
    let (broken, waiting, unknown) = (
        count(Standing::Broken),
        count(Standing::Waiting),
        count(Standing::Unknown),
    );
    let sure = standings
        .iter()
        .filter(|(asked, standing)| asked.certain && *standing == Standing::Kept)
        .count() as u64;

    // Where it is not sure that anybody asked, nothing is: there may have been no need.
    let nobody_surely = certain == 0 && all > 0;
    // Unanswered without a number of days is behind, not broken: it can be answered until the window ends.
    let pace = match () {
        () if broken > 0 || (within.is_none() && waiting > 0) => Truth::No,
        () if unknown > 0 || nobody_surely || scene.incomplete() => Truth::Unknown,
        () => Truth::Yes,
    };
    let closed = match () {
        () if broken > 0 => Truth::No,
        () if unknown > 0 || waiting > 0 || nobody_surely || scene.incomplete() => Truth::Unknown,
        () => Truth::Yes,
    };
    let facts = Facts {
        nobody_asked: scene.covered && !scene.incomplete() && standings.is_empty(),
        lost: broken > 0,
        closed,
        pace,
        ..Facts::of(scene)
    };
    let outcome = Quantity::between(Amount::whole(sure), Amount::whole(all - broken - waiting));
    let out_of = Quantity::between(Amount::whole(certain), Amount::whole(all));
    let known_of_all = |told: Quantity| {
        if scene.incomplete() {
            told.or_more()
        } else {
            told
        }
    };
    let due = if within.is_some() { all - waiting } else { all };
    Judged {
        status: verdict(facts),
        bound: Some(Bound::Least),
        // Of requests that nobody has told about, not even the number is known.
        required: scene.covered.then(|| Amount::whole(all)),
        pace: scene.covered.then(|| Amount::whole(due)),
        outcome: Some(known_of_all(outcome)),
        out_of: Some(known_of_all(out_of)),
        reckoning: with_length(Phrase::new("reckoning-request"), within)
            .with("answered", outcome)
            .with("requests", all)
            .with("broken", broken)
            .with("waiting", waiting)
            .with("told", if scene.incomplete() { "not-all" } else { "all" })
            .with("state", state_word(scene.state())),
        remaining: (scene.state() == State::Open && waiting > 0).then(|| {
            Phrase::new("remaining-request")
                .with("waiting", waiting)
                .with("to", scene.window.to)
        }),
        parts: standings
            .into_iter()
            .map(|(asked, standing)| part(asked, standing, within, scene))
            .collect(),
    }
}

/// What is promised, in a few words.
pub fn phrase(within: Option<Length>) -> Phrase {
    with_length(Phrase::new("target-request"), within)
}

fn with_length(phrase: Phrase, within: Option<Length>) -> Phrase {
    match within {
        Some(length) => cadence::with_length(phrase, length).with("within", "length"),
        None => phrase.with("within", "window"),
    }
}

/// The last day for a request made on `day`.
fn due(day: NaiveDate, within: Option<Length>, scene: &Scene<'_>) -> NaiveDate {
    match within {
        Some(length) => length.after_but_for(day, &scene.excepted),
        None => scene.window.to,
    }
}

fn standing(asked: &Asked, within: Option<Length>, scene: &Scene<'_>) -> Standing {
    // A request on one of several days is due on one of several days.
    let (first_due, last_due) = (
        due(asked.date.from, within, scene),
        due(asked.date.to, within, scene),
    );
    let today = if scene.state() == State::Closed {
        scene.as_of.max(scene.end)
    } else {
        scene.end
    };
    let unanswered = || {
        if last_due <= today {
            Standing::Broken
        } else if first_due <= today {
            Standing::Unknown
        } else {
            Standing::Waiting
        }
    };
    let found = match (asked.answered, asked.by_rules) {
        (None, _) | (_, Truth::No) => unanswered(),
        // Nobody answers before it is asked: one of the days is wrong.
        (Some(answer), _) if answer.to < asked.date.from => Standing::Unknown,
        (Some(answer), Truth::Yes) if answer.to <= first_due => Standing::Kept,
        (Some(answer), _) if answer.from > last_due => Standing::Broken,
        _ => Standing::Unknown,
    };
    match found {
        // What may not belong here breaks nothing and asks for nothing.
        Standing::Broken | Standing::Waiting if !asked.certain => Standing::Unknown,
        found => found,
    }
}

fn part(asked: &Asked, standing: Standing, within: Option<Length>, scene: &Scene<'_>) -> Part {
    let due = due(asked.date.to, within, scene);
    Part {
        name: Some(asked.origin.cell.clone()),
        span: Some(asked.date),
        due: Some(due),
        done: asked.answered,
        late: asked.answered.is_some_and(|answer| answer.from > due),
        required: Some(Amount::ONE),
        outcome: match standing {
            Standing::Kept => Quantity::ONE,
            Standing::Unknown => Quantity::ONE.perhaps(),
            Standing::Broken | Standing::Waiting => Quantity::ZERO,
        },
        status: match (standing, scene.state()) {
            (Standing::Kept, _) => Status::Fulfilled,
            (Standing::Broken, _) => Status::NotFulfilled,
            (Standing::Waiting, State::Open) if within.is_none() => Status::Behind,
            (Standing::Waiting, State::Open) => Status::OnTrack,
            _ => Status::Undecided,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::scene::example::{days, without_august, year};
    use super::*;
    use crate::model::activity::Origin;

    fn asked(date: &str, answered: &str) -> Asked {
        Asked {
            date: days(date),
            answered: (!answered.is_empty()).then(|| days(answered)),
            certain: true,
            by_rules: Truth::Yes,
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
            &Scene {
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
        let scene = without_august(year(&[], "2023-12-31"));
        assert_eq!(judge(None, &scene).status, Status::NotReported);
    }
}
