//! Every kind of target in every state it can be in.

#![allow(clippy::unwrap_used)]

mod parts;
mod sums;

use super::input::example::{day, days, items, year};
use super::*;
use crate::model::activity::Origin;
use crate::model::assessment::Status;
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
    Target::new(kind, &["besok"])
}

/// «2023-03-06>2023-03-09; 2023-04-06>»: made or due, and answered or done.
fn pairs(rows: &str) -> Vec<(DateSpan, Option<DateSpan>)> {
    let parts = rows
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

fn judged(kind: &TargetKind, state: &str, rows: &str) -> Status {
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
    let (part, rest) = rows.split_once('|').unwrap_or((rows, ""));
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
                case: None,
                origin: origin(),
            };
            input.requests = pairs(rows).into_iter().map(asked).collect();
        }
        TargetKind::Milestone { .. } => {
            let step = |(due, done): (DateSpan, Option<DateSpan>)| RequiredStep {
                text: "Steg".into(),
                due: Some(due.to),
                done: done.map(Some),
            };
            input.steps = pairs(rows).into_iter().map(step).collect();
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

/// Judges each kind in each state that its facts tell of.
fn hold(table: Vec<(&TargetKind, Facts)>) {
    for (kind, facts) in table {
        for (state, fact) in STATES.into_iter().zip(facts) {
            let Some((rows, expected)) = fact else {
                continue;
            };
            assert_eq!(
                judged(kind, state, rows),
                expected,
                "{kind:?}, {state}: {rows}"
            );
        }
    }
}

#[test]
fn what_is_not_scored_gives_no_verdict_in_any_state() {
    for state in STATES {
        for kind in [
            TargetKind::Shown { out_of: Vec::new() },
            TargetKind::Indicator {
                test: None,
                measured: None,
            },
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
