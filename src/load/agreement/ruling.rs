//! `[[ruling]]`, disputed rows settled; `[[known]]`, findings that the parties have explained.

use crate::load::keys::{KnownKeys, RulingKeys};
use crate::model::agreement::{KnownFinding, Ruling};

pub(super) fn rulings(rulings: Vec<RulingKeys>) -> Vec<Ruling> {
    let ruling = |keys: RulingKeys| {
        let at = keys.at.value?;
        Some(Ruling {
            workbook: at.workbook.value?,
            sheet: at.sheet.value?,
            cell: at.cell.value?,
            counts: keys.counts.value?,
            why: keys.why.value?,
            by: keys.by.value?,
            date: keys.date.value?,
        })
    };
    rulings.into_iter().filter_map(ruling).collect()
}

pub(super) fn known(known: Vec<KnownKeys>) -> Vec<KnownFinding> {
    let known_finding = |keys: KnownKeys| {
        let (workbook, sheet, cell) = keys.at.value.map_or((None, None, None), |at| {
            (at.workbook.value, at.sheet.value, at.cell.value)
        });
        Some(KnownFinding {
            code: keys.code.value?,
            workbook,
            sheet,
            cell,
            why: keys.why.value?,
            by: keys.by.value?,
            date: keys.date.value?,
        })
    };
    known.into_iter().filter_map(known_finding).collect()
}
