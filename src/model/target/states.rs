//! Every kind of target in every state it can be in.

#![allow(clippy::unwrap_used)]

use super::input::example::{day, days, items, year};
use super::*;
use crate::model::activity::Origin;
use crate::model::agreement::Length;
use crate::model::quantity::Truth;

/// The states that every kind is held against. `August` is a month that nobody told about.
const STATES: [&str; 11] = [
    "not begun",
    "open ahead",
    "open behind",
    "open straddling",
    "open August",
    "closed kept",
    "closed failed",
    "closed straddling",
    "closed August",
    "nothing told",
    "no need",
];

/// The state, what is told, and the verdict; `None` where a kind cannot be in that state.
type Facts = [Option<(&'static str, Status)>; 11];

fn target(kind: TargetKind) -> Target {
    Target {
        id: "1".into(),
        kind,
        of: vec!["besok".into()],
        responsible: Vec::new(),
        only: Vec::new(),
        require: Vec::new(),
        over: WindowRule::Year,
        valid: None,
        agreed: None,
        except: None,
        distinct: None,
        interpretation: None,
        line: 1,
    }
}

/// «2023-03-06>2023-03-09; 2023-04-06>»: made or due, and answered or done.
fn pairs(told: &str) -> Vec<(DateSpan, Option<DateSpan>)> {
    let parts = told
        .split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let (first, second) = part.split_once('>').unwrap();
            (
                days(first),
                Some(second).filter(|second| !second.is_empty()).map(days),
            )
        })
        .collect()
}

fn judged(kind: &TargetKind, state: &str, told: &str) -> Status {
    let end = match state {
        "not begun" => "2022-12-31",
        _ if state.starts_with("closed") => "2023-12-31",
        _ => "2023-09-30",
    };
    let paired = matches!(
        kind,
        TargetKind::Request { .. } | TargetKind::Milestone { .. }
    );
    // A share's part stands before the bar, the rest of the whole behind it.
    let (part, rest) = told.split_once('|').unwrap_or((told, ""));
    let own = if paired { Vec::new() } else { items(part) };
    let mut others = if paired { Vec::new() } else { items(rest) };
    others
        .iter_mut()
        .for_each(|item| item.origin.cell = "B1".into());
    let whole = [own.clone(), others].concat();
    let mut input = WindowInput {
        whole: &whole,
        covered: state != "nothing told",
        ..year(&own, end)
    };
    if state.ends_with("August") {
        input.missing = vec![days("2023-08-01/2023-08-31")];
    }
    let origin = || Origin {
        workbook: "w".into(),
        sheet: "s".into(),
        cell: "A1".into(),
    };
    match kind {
        TargetKind::Request { .. } => {
            let asked = |(date, answered)| WindowRequest {
                date,
                answered,
                certain: true,
                by_rules: Truth::Yes,
                origin: origin(),
            };
            input.requests = pairs(told).into_iter().map(asked).collect();
        }
        TargetKind::Milestone { .. } => {
            let step = |(due, done): (DateSpan, Option<DateSpan>)| RequiredStep {
                text: "Steg".into(),
                due: Some(due.to),
                done: done.map(Some),
            };
            input.steps = pairs(told).into_iter().map(step).collect();
        }
        TargetKind::EachPart { .. } => {
            let part = |name: &str| RequiredPart {
                name: name.into(),
                words: vec![name.to_lowercase()],
                in_use: input.window,
            };
            input.parts = vec![part("A"), part("B")];
        }
        _ => {}
    }
    assert_eq!(day(end), input.end);
    target(kind.clone()).judge(&input).status
}

fn threshold(bound: Bound, number: u64) -> Threshold {
    Threshold {
        bound,
        number: Amount::whole(number),
    }
}

#[test]
fn every_kind_in_every_state() {
    use Status::*;
    let monthly = "2023-01-03; 2023-02-03; 2023-03-03; 2023-04-03; 2023-05-03; 2023-06-03; 2023-07-03; 2023-09-03; \
                   2023-10-03; 2023-11-03; 2023-12-03; 2023-08-03";
    let least = TargetKind::Count(threshold(Bound::Least, 4));
    let most = TargetKind::Count(threshold(Bound::Most, 4));
    let average = TargetKind::Average {
        threshold: threshold(Bound::Least, 1),
        per: AverageUnit::Month,
    };
    let rarely = TargetKind::Average {
        threshold: threshold(Bound::Most, 1),
        per: AverageUnit::Month,
    };
    let each_month = TargetKind::EachPeriod {
        threshold: threshold(Bound::Least, 1),
        every: SubPeriod::Month,
    };
    let seldom = TargetKind::EachPeriod {
        threshold: threshold(Bound::Most, 1),
        every: SubPeriod::Month,
    };
    let each_part = TargetKind::EachPart {
        number: Amount::whole(2),
        field: "audience".into(),
        among: PartSet::Words(Vec::new()),
    };
    let share = TargetKind::Share {
        threshold: threshold(Bound::Least, 20),
        out_of: vec!["besok".into()],
    };
    let small_share = TargetKind::Share {
        threshold: threshold(Bound::Most, 20),
        out_of: vec!["besok".into()],
    };
    let cadence = TargetKind::Cadence {
        longest_gap: Length::Months(4),
    };
    let request = TargetKind::Request { within: None };
    let in_days = TargetKind::Request {
        within: Some(Length::Days(3)),
    };
    let milestone = TargetKind::Milestone { steps: Vec::new() };
    let more = TargetKind::Baseline {
        direction: Bound::Least,
        value: Amount::whole(3),
        measured: None,
        source: None,
    };
    let fewer = TargetKind::Baseline {
        direction: Bound::Most,
        value: Amount::whole(5),
        measured: None,
        source: None,
    };

    // Four a year are two by the end of September; at most four leave room for 2.99 by then.
    let table: Vec<(&TargetKind, Facts)> = vec![
        (
            &least,
            [
                Some(("", NotStarted)),
                Some(("2023-02-01 2", OnTrack)),
                Some(("2023-02-01 1", Behind)),
                Some(("2023-02-01 1-3", Undecided)),
                Some(("2023-02-01 1", NotReported)),
                Some(("2023-02-01 4", Fulfilled)),
                Some(("2023-02-01 3", NotFulfilled)),
                Some(("2023-02-01 3-4", Undecided)),
                Some(("2023-02-01 3", NotReported)),
                Some(("2023-02-01 4", Fulfilled)),
                None,
            ],
        ),
        (
            &most,
            [
                Some(("", NotStarted)),
                Some(("2023-02-01 2", OnTrack)),
                Some(("2023-02-01 3", Behind)),
                Some(("2023-02-01 2-3", Undecided)),
                Some(("2023-02-01 2", NotReported)),
                Some(("2023-02-01 4", Fulfilled)),
                Some(("2023-02-01 5", NotFulfilled)),
                Some(("2023-02-01 4-5", Undecided)),
                Some(("2023-02-01 4", NotReported)),
                Some(("2023-02-01 5", NotFulfilled)),
                None,
            ],
        ),
        (
            &average,
            [
                Some(("", NotStarted)),
                Some(("2023-02-01 9", OnTrack)),
                Some(("2023-02-01 8", Behind)),
                Some(("2023-02-01 8-9", Undecided)),
                Some(("2023-02-01 8", NotReported)),
                Some(("2023-02-01 12", Fulfilled)),
                Some(("2023-02-01 11", NotFulfilled)),
                Some(("2023-02-01 11-12", Undecided)),
                Some(("2023-02-01 11", NotReported)),
                Some(("2023-02-01 12", Fulfilled)),
                None,
            ],
        ),
        (
            &rarely,
            [
                Some(("", NotStarted)),
                Some(("2023-02-01 9", OnTrack)),
                Some(("2023-02-01 10", Behind)),
                Some(("2023-02-01 9-10", Undecided)),
                Some(("2023-02-01 9", NotReported)),
                Some(("2023-02-01 12", Fulfilled)),
                Some(("2023-02-01 13", NotFulfilled)),
                Some(("2023-02-01 12-13", Undecided)),
                Some(("2023-02-01 12", NotReported)),
                Some(("2023-02-01 13", NotFulfilled)),
                None,
            ],
        ),
        // What is behind in a month that has ended is broken.
        (
            &each_month,
            [
                Some(("", NotStarted)),
                Some((monthly, OnTrack)),
                Some(("2023-01-03", NotFulfilled)),
                Some((
                    "2023-01-03; 2023-02-03; 2023-03-03; 2023-04-03; 2023-05-03; 2023-06-03; 2023-07-03; 2023-08-03; 2023-09-03 0-1",
                    Undecided,
                )),
                Some((
                    "2023-01-03; 2023-02-03; 2023-03-03; 2023-04-03; 2023-05-03; 2023-06-03; 2023-07-03; 2023-09-03",
                    NotReported,
                )),
                Some((monthly, Fulfilled)),
                Some(("2023-01-03", NotFulfilled)),
                Some(("2023-01-03/2023-12-31 12", Undecided)),
                Some((
                    "2023-01-03; 2023-02-03; 2023-03-03; 2023-04-03; 2023-05-03; 2023-06-03; 2023-07-03; 2023-09-03; 2023-10-03; 2023-11-03; 2023-12-03",
                    NotReported,
                )),
                Some((monthly, NotReported)),
                None,
            ],
        ),
        (
            &seldom,
            [
                Some(("", NotStarted)),
                Some((monthly, OnTrack)),
                Some(("2023-01-03 2", NotFulfilled)),
                Some(("2023-01-03 1-2", Undecided)),
                Some(("2023-01-03 1", NotReported)),
                Some((monthly, Fulfilled)),
                Some(("2023-01-03 2", NotFulfilled)),
                Some(("2023-01-03 1-2", Undecided)),
                Some(("", NotReported)),
                Some((monthly, NotReported)),
                None,
            ],
        ),
        // Two for each of two: four, of which two by the end of September.
        (
            &each_part,
            [
                Some(("", NotStarted)),
                Some(("2023-02-01 1 A; 2023-02-01 1 B", OnTrack)),
                Some(("2023-02-01 1 A", Behind)),
                Some(("2023-02-01 1 A; 2023-02-01 0-1 B", Undecided)),
                Some(("2023-02-01 1 A", NotReported)),
                Some(("2023-02-01 2 A B", Fulfilled)),
                Some(("2023-02-01 9 A; 2023-02-01 1 B", NotFulfilled)),
                Some(("2023-02-01 2 A; 2023-02-01 1-2 B", Undecided)),
                Some(("2023-02-01 2 A; 2023-02-01 1 B", NotReported)),
                Some(("2023-02-01 2 A B", Fulfilled)),
                None,
            ],
        ),
        (
            &share,
            [
                Some(("", NotStarted)),
                Some(("2023-02-01 2 | 2023-02-01 8", OnTrack)),
                Some(("2023-02-01 1 | 2023-02-01 8", Behind)),
                Some(("2023-02-01 1-2 | 2023-02-01 8", Undecided)),
                Some(("2023-02-01 2 | 2023-02-01 8", NotReported)),
                Some(("2023-02-01 2 | 2023-02-01 8", Fulfilled)),
                Some(("2023-02-01 1 | 2023-02-01 8", NotFulfilled)),
                Some(("2023-02-01 1-2 | 2023-02-01 8", Undecided)),
                Some(("2023-02-01 9 | 2023-02-01 1", NotReported)),
                Some(("2023-02-01 2 | 2023-02-01 8", NotReported)),
                None,
            ],
        ),
        (
            &small_share,
            [
                Some(("", NotStarted)),
                Some(("2023-02-01 2 | 2023-02-01 8", OnTrack)),
                Some(("2023-02-01 3 | 2023-02-01 8", Behind)),
                Some(("2023-02-01 2-3 | 2023-02-01 8", Undecided)),
                Some(("2023-02-01 2 | 2023-02-01 8", NotReported)),
                Some(("2023-02-01 2 | 2023-02-01 8", Fulfilled)),
                Some(("2023-02-01 3 | 2023-02-01 8", NotFulfilled)),
                Some(("2023-02-01 2-3 | 2023-02-01 8", Undecided)),
                Some(("2023-02-01 1 | 2023-02-01 9", NotReported)),
                Some(("2023-02-01 2 | 2023-02-01 8", NotReported)),
                None,
            ],
        ),
        // A gap that is too long cannot be mended.
        (
            &cadence,
            [
                Some(("", NotStarted)),
                Some(("2023-04-01; 2023-07-01", OnTrack)),
                Some(("2023-02-01; 2023-07-01", NotFulfilled)),
                Some(("2023-04-01; 2023-05-25/2023-06-05", Undecided)),
                Some(("2023-04-01; 2023-05-25", NotReported)),
                Some(("2023-04-01; 2023-07-01; 2023-10-01", Fulfilled)),
                Some(("2023-04-01; 2023-07-01", NotFulfilled)),
                Some(("2023-04-01; 2023-07-01; 2023-08-25/2023-09-05", Undecided)),
                Some(("2023-04-01; 2023-07-01; 2023-12-01", NotReported)),
                Some(("2023-04-01; 2023-07-01", NotReported)),
                None,
            ],
        ),
        (
            &request,
            [
                Some(("", NotStarted)),
                Some(("2023-03-06>2023-08-01", OnTrack)),
                Some(("2023-03-06>", Behind)),
                Some(("2023-09-25/2023-10-01>", Undecided)),
                Some(("2023-03-06>2023-08-01", NotReported)),
                Some(("2023-03-06>2023-08-01", Fulfilled)),
                Some(("2023-03-06>", NotFulfilled)),
                Some(("2023-12-06>2023-12-30/2024-01-03", Undecided)),
                Some(("2023-03-06>2023-08-01", NotReported)),
                Some(("2023-03-06>2023-08-01", NotReported)),
                Some(("", NoNeed)),
            ],
        ),
        // A day that has passed cannot be mended.
        (
            &in_days,
            [
                Some(("", NotStarted)),
                Some(("2023-03-06>2023-03-09; 2023-09-28>", OnTrack)),
                Some(("2023-03-06>2023-03-10", NotFulfilled)),
                Some(("2023-03-06>2023-03-08/2023-03-11", Undecided)),
                Some(("2023-03-06>2023-03-09", NotReported)),
                Some(("2023-03-06>2023-03-09", Fulfilled)),
                Some(("2023-03-06>", NotFulfilled)),
                Some(("2023-03-06>2023-03-08/2023-03-11", Undecided)),
                Some(("2023-03-06>2023-03-09", NotReported)),
                Some(("2023-03-06>2023-03-09", NotReported)),
                Some(("", NoNeed)),
            ],
        ),
        // Steps stand on one sheet: no month of them can be missing. One of several days is undecided when the year ends.
        (
            &milestone,
            [
                Some(("2023-06-30>", NotStarted)),
                Some(("2023-06-30>2023-05-16; 2023-12-31>", OnTrack)),
                Some(("2023-06-30>; 2023-12-31>", Behind)),
                None,
                None,
                Some(("2023-12-31>2023-12-31", Fulfilled)),
                Some(("2023-12-31>", NotFulfilled)),
                Some(("2023-12-15>2023-12-10/2023-12-20", Undecided)),
                None,
                Some(("", NotReported)),
                None,
            ],
        ),
        (
            &more,
            [
                Some(("", NotStarted)),
                Some(("2023-02-01 2", OnTrack)),
                Some(("2023-02-01 1", Behind)),
                Some(("2023-02-01 1-3", Undecided)),
                Some(("2023-02-01 1", NotReported)),
                Some(("2023-02-01 4", Fulfilled)),
                Some(("2023-02-01 3", NotFulfilled)),
                Some(("2023-02-01 3-4", Undecided)),
                Some(("2023-02-01 3", NotReported)),
                Some(("2023-02-01 4", Fulfilled)),
                None,
            ],
        ),
        // Five leave room for 3.74 by the end of September.
        (
            &fewer,
            [
                Some(("", NotStarted)),
                Some(("2023-02-01 3", OnTrack)),
                Some(("2023-02-01 4", Behind)),
                Some(("2023-02-01 3-4", Undecided)),
                Some(("2023-02-01 3", NotReported)),
                Some(("2023-02-01 4", Fulfilled)),
                Some(("2023-02-01 5", NotFulfilled)),
                Some(("2023-02-01 4-5", Undecided)),
                Some(("2023-02-01 4", NotReported)),
                Some(("2023-02-01 5", NotFulfilled)),
                None,
            ],
        ),
    ];
    for (kind, facts) in table {
        for (state, fact) in STATES.into_iter().zip(facts) {
            let Some((told, expected)) = fact else {
                continue;
            };
            assert_eq!(
                judged(kind, state, told),
                expected,
                "{kind:?}, {state}: {told}"
            );
        }
    }
}

#[test]
fn what_is_not_scored_gives_no_verdict_in_any_state() {
    for state in STATES {
        for kind in [
            TargetKind::Shown { out_of: Vec::new() },
            TargetKind::Indicator,
        ] {
            assert_eq!(
                judged(&kind, state, "2023-02-01 3"),
                Status::Described,
                "{kind:?}, {state}"
            );
        }
        assert_eq!(
            judged(&TargetKind::Deferred, state, "2023-02-01 3"),
            Status::Undecided,
            "{state}"
        );
    }
}
