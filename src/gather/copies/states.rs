//! Rows of two states of one sheet that are the same although they are not equal: their number, their day or how they are written is
//! another.

use std::collections::HashSet;

use super::rows::SheetRows;
use crate::model::finding::Repetition;

/// Rows about the same subject as unmatched rows of the other sheet, with another number or remark: an earlier state
/// of them.
pub(super) fn revised(
    sheet: &SheetRows,
    other: &SheetRows,
    equal: &[usize],
    taken: &HashSet<usize>,
) -> Vec<usize> {
    if equal.len() * 2 < sheet.rows.len() {
        return Vec::new();
    }
    let ours: HashSet<u64> = sheet.at(equal).map(|row| row.whole).collect();
    let alone = other.rows.iter().filter(|row| !ours.contains(&row.whole));
    let equal: HashSet<&usize> = equal.iter().collect();
    let is_free = |row: usize| !equal.contains(&row) && !taken.contains(&row);
    sheet.paired(alone, |row| Some(row.about), is_free)
}

/// Further rows that another sheet with equal rows has too, in all that is mapped: what is merged over them, or how they are
/// written, is another.
pub(super) fn alike(
    sheet: &SheetRows,
    other: &SheetRows,
    equal: &[usize],
    edited: &[usize],
) -> Vec<usize> {
    let ours: HashSet<u64> = sheet.at(equal).map(|row| row.whole).collect();
    let alone = other.rows.iter().filter(|row| !ours.contains(&row.whole));
    let known: HashSet<&usize> = equal.iter().chain(edited).collect();
    let has_words = |row: usize| sheet.rows.get(row).is_some_and(|row| row.words.is_some());
    let is_free = |row: usize| has_words(row) && !known.contains(&row);
    sheet.paired(alone, |row| Some(row.mapped), is_free)
}

/// Where two states of a sheet differ in a few rows: rows that may be one row whose day was corrected, since the
/// other sheet has one in the same words that it lacks.
pub(super) fn edited(
    sheet: &SheetRows,
    other: &SheetRows,
    equal: &[usize],
    how: Repetition,
) -> Vec<usize> {
    let own = sheet.rows.len() - equal.len();
    if how != Repetition::Same || own * 2 > equal.len() + 1 {
        return Vec::new();
    }
    let ours: HashSet<u64> = sheet.at(equal).map(|row| row.about).collect();
    let alone = other.rows.iter().filter(|row| !ours.contains(&row.about));
    let equal: HashSet<&usize> = equal.iter().collect();
    sheet.paired(alone, |row| row.words, |row| !equal.contains(&row))
}
