//! Rows of two states of one sheet that are the same although they are not equal: their number, their day or how they are written is
//! another.

use std::collections::{HashMap, HashSet};

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
    let ours: HashSet<u64> = equal
        .iter()
        .filter_map(|row| Some(sheet.rows.get(*row)?.whole))
        .collect();
    let mut left: HashMap<u64, usize> = HashMap::new();
    for row in other.rows.iter().filter(|row| !ours.contains(&row.whole)) {
        *left.entry(row.about).or_default() += 1;
    }
    let free = |index: &usize| !equal.contains(index) && !taken.contains(index);
    let rows = sheet
        .rows
        .iter()
        .enumerate()
        .filter(|(index, _)| free(index));
    rows.filter(|(_, row)| match left.get_mut(&row.about) {
        Some(times) if *times > 0 => {
            *times -= 1;
            true
        }
        _ => false,
    })
    .map(|(index, _)| index)
    .collect()
}

/// Further rows that another sheet with equal rows has too, in all that is mapped: what is merged over them, or how they are
/// written, is another.
pub(super) fn alike(
    sheet: &SheetRows,
    other: &SheetRows,
    equal: &[usize],
    edited: &[usize],
) -> Vec<usize> {
    let ours: HashSet<u64> = equal
        .iter()
        .filter_map(|row| Some(sheet.rows.get(*row)?.whole))
        .collect();
    let mut left: HashMap<u64, usize> = HashMap::new();
    for row in other.rows.iter().filter(|row| !ours.contains(&row.whole)) {
        *left.entry(row.mapped).or_default() += 1;
    }
    let rows = sheet.rows.iter().enumerate();
    rows.filter(|(index, row)| {
        row.words.is_some() && !equal.contains(index) && !edited.contains(index)
    })
    .filter(|(_, row)| match left.get_mut(&row.mapped) {
        Some(times) if *times > 0 => {
            *times -= 1;
            true
        }
        _ => false,
    })
    .map(|(index, _)| index)
    .collect()
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
    let is_equal = |index: &usize| equal.contains(index);
    let ours: HashSet<u64> = equal
        .iter()
        .filter_map(|row| Some(sheet.rows.get(*row)?.about))
        .collect();
    let mut left: HashMap<u64, usize> = HashMap::new();
    let alone = other.rows.iter().filter(|row| !ours.contains(&row.about));
    for words in alone.filter_map(|row| row.words) {
        *left.entry(words).or_default() += 1;
    }
    let rows = sheet.rows.iter().enumerate();
    rows.filter(|(index, _)| !is_equal(index))
        .filter(
            |(_, row)| match row.words.and_then(|words| left.get_mut(&words)) {
                Some(times) if *times > 0 => {
                    *times -= 1;
                    true
                }
                _ => false,
            },
        )
        .map(|(index, _)| index)
        .collect()
}
