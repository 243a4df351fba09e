//! Formulas of verdicts: the kinds' conditions, and the table of verdicts that they share (`model/target/verdict.rs`).

use chrono::{Datelike, NaiveDate};

use crate::model::assessment::Status;
use crate::model::basis::Occasion;
use crate::model::quantity::Truth;
use crate::model::target::Bound;
use crate::wording::Wording;

/// Yes, no and unknown in cells.
pub(super) struct TruthWords;

impl TruthWords {
    /// 1, 0 and −1.
    pub(super) fn code(truth: Truth) -> f64 {
        match truth {
            Truth::Yes => 1.0,
            Truth::No => 0.0,
            Truth::Unknown => -1.0,
        }
    }
}

/// A day, as formulas write it.
pub(super) fn day(day: NaiveDate) -> String {
    format!("DATE({},{},{})", day.year(), day.month(), day.day())
}

/// A day as the number that a cell holds.
pub(super) fn serial(day: NaiveDate) -> i64 {
    let first = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or(day);
    (day - first).num_days()
}

/// An occasion in a cell.
pub(super) fn occasion_code(occasion: Occasion) -> f64 {
    match occasion {
        Occasion::Was => 1.0,
        Occasion::WasNot => 0.0,
        Occasion::Untold => -1.0,
        Occasion::Unclear => -2.0,
    }
}

/// Whether what lies between two cells reaches a number, or stays within it, as 1, 0 or −1. The higher cell has words where
/// there is no upper limit. Sums of decimals are compared to the hundred-millionth.
pub(super) fn held_against(bound: Bound, low: &str, high: &str, number: &str) -> String {
    let (low, number) = (rounded(low), rounded(number));
    let known = format!("ISNUMBER({high})");
    let high = format!("ROUND(N({high}),6)");
    match bound {
        Bound::Least => format!("IF({low}>={number},1,IF(AND({known},{high}<{number}),0,-1))"),
        Bound::Most => format!("IF({low}>{number},0,IF(AND({known},{high}<={number}),1,-1))"),
    }
}

fn rounded(number: &str) -> String {
    if number.parse::<f64>().is_ok() {
        number.to_owned()
    } else {
        format!("ROUND({number},8)")
    }
}

/// The first of several that holds, one after the other.
pub(super) fn join(cases: &[(&str, &str)], otherwise: &str) -> String {
    let mut formula = String::from("=");
    for (condition, then) in cases {
        formula += &format!("IF({condition},{then},");
    }
    formula += otherwise;
    formula += &")".repeat(cases.len());
    formula
}

/// The cells that the table of verdicts asks, in the formula's own row.
pub(super) struct VerdictCells<'a> {
    /// 0 before the window, 1 in it, 2 after it.
    pub(super) state: &'a str,
    pub(super) covered: &'a str,
    pub(super) incomplete: &'a str,
    pub(super) kept: &'a str,
    pub(super) lost: &'a str,
    pub(super) closed: &'a str,
    pub(super) pace: &'a str,
}

/// What a target says of its verdicts, beside what its kind does.
#[derive(Clone, Debug, Default)]
pub(super) struct Manner {
    /// Whether it is strived for, and never broken.
    pub(super) effort: bool,
    /// What it is instead of broken once its time is over, each with its condition, the first that holds.
    pub(super) partly: Vec<(String, Status)>,
    /// When nobody has asked for anything, a condition; none where nobody need.
    pub(super) nobody: Option<String>,
    /// The cell that says whether there was an occasion; none where it asks for none.
    pub(super) occasion: Option<String>,
}

/// The lines of the table of verdicts, in their order.
pub(super) fn verdict(cells: &VerdictCells<'_>, manner: &Manner, wording: &Wording) -> String {
    let word = |status| {
        let status = match status {
            Status::NotFulfilled | Status::Partial | Status::Behind if manner.effort => {
                Status::Described
            }
            status => status,
        };
        format!("\"{}\"", wording.status(status).replace('"', "\"\""))
    };
    let partly = manner.partly.iter().rev();
    let broken = partly.fold(
        word(Status::NotFulfilled),
        |otherwise, (condition, then)| {
            let state = cells.state;
            format!("IF(AND({state}=2,{condition}),{},{otherwise})", word(*then))
        },
    );
    let when =
        |state: u8, cell: &str, truth: u8| format!("AND({}={state},{cell}={truth})", cells.state);
    let mut lines = vec![(format!("{}=0", cells.state), word(Status::NotStarted))];
    if let Some(cell) = &manner.occasion {
        lines.extend([
            (format!("{cell}=0"), word(Status::NoNeed)),
            (format!("{cell}=-1"), word(Status::NotReported)),
            (format!("{cell}=-2"), word(Status::Undecided)),
        ]);
    }
    lines.extend((manner.nobody.iter()).map(|nobody| (nobody.clone(), word(Status::NoNeed))));
    lines.extend([
        (format!("{}=1", cells.kept), word(Status::Fulfilled)),
        (format!("{}=1", cells.lost), broken.clone()),
        (format!("{}=0", cells.covered), word(Status::NotReported)),
        (when(2, cells.closed, 1), word(Status::Fulfilled)),
        (when(2, cells.closed, 0), broken),
        (when(1, cells.pace, 1), word(Status::OnTrack)),
        (when(1, cells.pace, 0), word(Status::Behind)),
        (format!("{}=1", cells.incomplete), word(Status::NotReported)),
    ]);
    let lines: Vec<(&str, &str)> = (lines.iter())
        .map(|(condition, then)| (condition.as_str(), then.as_str()))
        .collect();
    join(&lines, &word(Status::Undecided))
}

/// The worst of the statuses that decide for a pledge: the first, in order of concern, that any of them has. `told` are those that
/// can be.
pub(super) fn worst(
    statuses: &str,
    pledges: &str,
    decides: &str,
    number: &str,
    (told, wording): (&[Status], &Wording),
) -> String {
    let mut formula = String::from("=");
    for status in told.iter().copied() {
        let word = wording.status(status).replace('"', "\"\"");
        formula += &format!(
            "IF(COUNTIFS({pledges},{number},{decides},1,{statuses},\"{word}\")>0,\"{word}\","
        );
    }
    formula += "\"\"";
    formula += &")".repeat(told.len());
    formula
}
