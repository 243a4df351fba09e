//! What became of every row of every sheet: read = used + skipped + rejected.

use std::collections::BTreeMap;

use super::layout::{Fate, Taken};
use crate::model::activity::SheetAccount;

/// The rows of one sheet, as several mappings saw them.
#[derive(Debug, Default)]
pub struct SheetFates {
    rows: BTreeMap<usize, Fate>,
    made: usize,
}

impl SheetFates {
    /// Adds what a mapping made of the sheet: a row that any mapping used is used.
    pub fn add(&mut self, taken: &Taken) {
        for (row, fate) in &taken.fates {
            let known = self.rows.entry(*row).or_insert(*fate);
            *known = (*known).max(*fate);
        }
        self.made += taken.made();
    }

    /// The account of the sheet.
    pub fn account(&self, sheet: &str) -> SheetAccount {
        let with = |fate: Fate| self.rows.values().filter(|known| **known == fate).count() as u64;
        SheetAccount {
            sheet: sheet.to_owned(),
            rows_read: self.rows.len() as u64,
            rows_used: with(Fate::Used),
            skipped: with(Fate::Skipped),
            rejected: with(Fate::Rejected),
            activities: self.made as u64,
        }
    }
}
