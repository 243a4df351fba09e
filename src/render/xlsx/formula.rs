//! Formulas of verdicts: the kinds' conditions, and the table of verdicts that they share (`model/target/verdict.rs`).

use crate::model::assessment::Status;
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

/// The lines of the table of verdicts, in their order.
pub(super) fn verdict(cells: &VerdictCells<'_>, wording: &Wording) -> String {
    let word = |status| format!("\"{}\"", wording.status(status).replace('"', "\"\""));
    let when =
        |state: u8, cell: &str, truth: u8| format!("AND({}={state},{cell}={truth})", cells.state);
    join(
        &[
            (&format!("{}=0", cells.state), &word(Status::NotStarted)),
            (&format!("{}=1", cells.kept), &word(Status::Fulfilled)),
            (&format!("{}=1", cells.lost), &word(Status::NotFulfilled)),
            (&format!("{}=0", cells.covered), &word(Status::NotReported)),
            (&when(2, cells.closed, 1), &word(Status::Fulfilled)),
            (&when(2, cells.closed, 0), &word(Status::NotFulfilled)),
            (&when(1, cells.pace, 1), &word(Status::OnTrack)),
            (&when(1, cells.pace, 0), &word(Status::Behind)),
            (
                &format!("{}=1", cells.incomplete),
                &word(Status::NotReported),
            ),
        ],
        &word(Status::Undecided),
    )
}

/// The worst of the statuses that decide for a pledge: the first, in order of concern, that any of them has.
pub(super) fn worst(
    statuses: &str,
    pledges: &str,
    decides: &str,
    number: &str,
    wording: &Wording,
) -> String {
    let mut formula = String::from("=");
    for status in Status::ALL {
        let word = wording.status(status).replace('"', "\"\"");
        formula += &format!(
            "IF(COUNTIFS({pledges},{number},{decides},1,{statuses},\"{word}\")>0,\"{word}\","
        );
    }
    formula += "\"\"";
    formula += &")".repeat(Status::ALL.len());
    formula
}
