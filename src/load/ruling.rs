//! `[[ruling]]`, disputed rows settled; `[[known]]`, findings that the parties have explained.

use super::faults::Faults;
use super::keys::{AT, KNOWN, KNOWN_AT, RULING};
use super::table::Table;
use super::tree::{Node, Spot};
use crate::model::agreement::{KnownFinding, Ruling};
use crate::model::finding::Code;

/// The disputed rows that are settled.
pub(super) fn rulings(root: &Table<'_>) -> Vec<Ruling> {
    root.list("ruling")
        .iter()
        .filter_map(|node| ruling(node, root.faults))
        .collect()
}

fn ruling(node: &Node, faults: &Faults) -> Option<Ruling> {
    let table = Table::open(&RULING, "ruling", node, faults)?;
    for key in ["at", "counts"] {
        if !table.has(key) {
            table.missing(key);
        }
    }
    let (why, by, date) = (
        table.needed_text("why"),
        table.needed_line("by"),
        table.needed_day("date"),
    );
    let counts = table.truth("counts");
    let at = Table::open(&AT, "at", table.get("at")?, faults)?;
    let (workbook, sheet, cell) = (
        at.needed_line("workbook"),
        at.needed_line("sheet"),
        at.needed_line("cell"),
    );
    if let Some(cell) = cell.filter(|cell| !is_cell(cell)) {
        faults.invalid(at.spot_of("cell"), "cell", cell, "cell");
    }
    Some(Ruling {
        workbook: workbook?.to_owned(),
        sheet: sheet?.to_owned(),
        cell: cell?.to_owned(),
        counts: counts?,
        why: why?.to_owned(),
        by: by?.to_owned(),
        date: date?,
    })
}

/// Whether it is «A5».
fn is_cell(text: &str) -> bool {
    let letters = text.chars().take_while(char::is_ascii_uppercase).count();
    let digits = text.chars().skip(letters);
    (1..=3).contains(&letters)
        && (1..=7).contains(&digits.clone().count())
        && digits.clone().all(|c| c.is_ascii_digit())
        && digits.take(1).all(|c| c != '0')
}

/// The findings that are known and explained.
pub(super) fn known(root: &Table<'_>) -> Vec<KnownFinding> {
    root.list("known")
        .iter()
        .filter_map(|node| one_known(node, root.faults))
        .collect()
}

fn one_known(node: &Node, faults: &Faults) -> Option<KnownFinding> {
    let table = Table::open(&KNOWN, "known", node, faults)?;
    let (code, why) = (table.needed_line("code"), table.needed_text("why"));
    let (by, date) = (table.needed_line("by"), table.needed_day("date"));
    if let Some(code) = code
        && !Code::ALL.iter().any(|known| known.name() == code)
    {
        let spot: Spot = table.spot_of("code");
        let args = [("key", "code"), ("value", code), ("expects", "code")];
        faults.unknown_of(
            Code::AgreementInvalidValue,
            spot,
            args,
            Code::ALL.iter().map(|known| known.name()),
        );
    }
    let at = match table.get("at") {
        Some(at) => Some(Table::open(&KNOWN_AT, "at", at, faults)?),
        None => None,
    };
    let text = |key: &str| at.as_ref().and_then(|at| at.line(key)).map(str::to_owned);
    let cell = text("cell");
    if let (Some(cell), Some(at)) = (cell.as_ref().filter(|cell| !is_cell(cell)), &at) {
        faults.invalid(at.spot_of("cell"), "cell", cell, "cell");
    }
    Some(KnownFinding {
        code: code?.to_owned(),
        workbook: text("workbook"),
        sheet: text("sheet"),
        cell,
        why: why?.to_owned(),
        by: by?.to_owned(),
        date: date?,
    })
}
