//! What happened to every row of every sheet: read = used + skipped + rejected.

use std::collections::BTreeMap;

use super::inspect;
use super::layout::{self, MappingResult, RowDisposition, SheetTask};
use crate::model::activity::{SheetAccount, SheetReading, UnusedReason};

/// The rows of one sheet and what each of its mappings made of them.
#[derive(Debug, Default)]
pub(crate) struct SheetDispositions {
    rows: BTreeMap<usize, RowDisposition>,
    made: usize,
    /// Why a row gave nothing, according to the last mapping.
    left: BTreeMap<usize, UnusedReason>,
    header: Option<usize>,
}

/// The most runs of rows that are listed.
const MOST_RUNS: usize = 40;

/// Row numbers from 1, consecutive ones joined: «3, 5–7».
pub(crate) fn runs(rows: impl IntoIterator<Item = usize>) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for row in rows.into_iter().map(|row| row + 1) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == row => *last = row,
            _ => runs.push((row, row)),
        }
    }
    let more = if runs.len() > MOST_RUNS { ", …" } else { "" };
    let shown = runs.iter().take(MOST_RUNS);
    let shown = shown.map(|(first, last)| {
        if first == last {
            first.to_string()
        } else {
            format!("{first}–{last}")
        }
    });
    shown.collect::<Vec<_>>().join(", ") + more
}

impl SheetDispositions {
    /// Adds the result of one mapping: a row that any mapping used is used.
    pub(crate) fn add(&mut self, result: &MappingResult, task: &SheetTask<'_>) {
        self.header = self.header.or_else(|| layout::header_row(task));
        for (row, disposition) in &result.dispositions {
            match disposition {
                RowDisposition::Used => None,
                RowDisposition::Skipped => {
                    let known = result.unused.get(row).copied();
                    let why =
                        known.unwrap_or_else(|| inspect::left(task.sheet, *row, task.mapping));
                    self.left.insert(*row, why)
                }
                RowDisposition::Rejected => self.left.insert(*row, UnusedReason::Rejected),
            };
            let known = self.rows.entry(*row).or_insert(*disposition);
            *known = (*known).max(*disposition);
        }
        self.made += result.made();
    }

    pub(crate) fn reading(&self, sheet: &str) -> SheetReading {
        let mut left: BTreeMap<UnusedReason, Vec<usize>> = BTreeMap::new();
        let unused = self
            .left
            .iter()
            .filter(|(row, _)| self.rows.get(row) != Some(&RowDisposition::Used));
        for (row, why) in unused {
            left.entry(*why).or_default().push(*row);
        }
        let left = left
            .into_iter()
            .map(|(why, rows)| (why, runs(rows)))
            .collect();
        SheetReading {
            sheet: sheet.to_owned(),
            header: self.header.map(|row| row + 1),
            left,
        }
    }

    pub(crate) fn account(&self, sheet: &str) -> SheetAccount {
        let with = |disposition: RowDisposition| {
            self.rows
                .values()
                .filter(|known| **known == disposition)
                .count() as u64
        };
        SheetAccount {
            sheet: sheet.to_owned(),
            rows_read: self.rows.len() as u64,
            rows_used: with(RowDisposition::Used),
            skipped: with(RowDisposition::Skipped),
            rejected: with(RowDisposition::Rejected),
            activities: self.made as u64,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_told_in_runs() {
        assert_eq!(runs([0, 2, 3, 4, 8]), "1, 3–5, 9");
        assert!(runs((0..1000).step_by(2)).ends_with("79, …"));
    }
}
