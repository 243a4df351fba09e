//! The order of cells and findings: as one reads a workbook, rows before columns, 9 before 10.

use std::cmp::Ordering;

use crate::model::activity::Origin;
use crate::model::finding::{Finding, Place};

/// Findings by severity, place and code, equal ones once.
pub(super) fn findings(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|one, other| {
        one.severity()
            .cmp(&other.severity())
            .then_with(|| by_place(&one.place, &other.place))
            .then_with(|| one.code().cmp(&other.code()))
    });
    let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        let same =
            |other: &&Finding| other.code() == finding.code() && other.place == finding.place;
        if !kept
            .iter()
            .rev()
            .take_while(same)
            .any(|other| *other == finding)
        {
            kept.push(finding);
        }
    }
    kept
}

/// By workbook, sheet, row and column.
pub(super) fn by_cell(one: &Origin, other: &Origin) -> Ordering {
    let key = |origin: &Origin| {
        (
            origin.workbook.clone(),
            origin.sheet.clone(),
            cell(&origin.cell),
        )
    };
    key(one).cmp(&key(other))
}

/// The number of a cell's row; 0 where it has none.
pub(super) fn row_of(origin: &Origin) -> u64 {
    cell(&origin.cell).0
}

fn by_place(one: &Place, other: &Place) -> Ordering {
    let key = |place: &Place| {
        // The agreement's own sheets come in the order of what it says.
        let is_partners = place.agreement_book().is_none();
        (
            place.workbook.clone(),
            place.sheet.clone().filter(|_| is_partners),
            place.cell.as_deref().filter(|_| is_partners).map(cell),
            place.line,
        )
    };
    key(one).cmp(&key(other))
}

/// Row, then column, of a cell's name: `AA9` is 9, 2 letters, `AA`.
fn cell(name: &str) -> (u64, usize, String) {
    let digits = name
        .find(|sign: char| sign.is_ascii_digit())
        .unwrap_or(name.len());
    let (letters, row) = name.split_at(digits);
    (row.parse().unwrap_or(0), letters.len(), letters.to_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::model::finding::FindingKind;

    #[test]
    fn findings_are_told_worst_first_in_reading_order_and_once() {
        let unreadable = |text: &str| FindingKind::UnreadableDate {
            text: text.to_owned(),
        };
        let sheet = FindingKind::MissingSheet {
            sheet: "Kv1".to_owned(),
            nearest: None,
        };
        let about = FindingKind::ApproximateNumber {
            text: None,
            value: None,
        };
        let at = |kind, cell: &str| {
            let place = Place {
                cell: Some(cell.to_owned()),
                ..Place::sheet("a.xlsx", "Blad1")
            };
            Finding::new(kind, place)
        };
        let ordered = findings(vec![
            at(about, "A1"),
            at(unreadable("x"), "A10"),
            at(unreadable("x"), "AA9"),
            at(unreadable("x"), "B9"),
            at(unreadable("y"), "B9"),
            at(unreadable("x"), "B9"),
            at(sheet, "Z99"),
        ]);
        let cells: Vec<_> = ordered
            .iter()
            .map(|finding| finding.place.cell.clone().unwrap())
            .collect();
        assert_eq!(cells, ["Z99", "B9", "B9", "AA9", "A10", "A1"]);
    }
}
