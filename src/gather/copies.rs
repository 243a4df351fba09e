//! Workbooks that are in the drop folder twice: copies and older states.
//!
//! The same bytes or the same cells make a copy, whatever the name. An older state has the same name, apart from
//! marks of copies, versions and days (`name`), and mostly the same content (`content`). The newer one is determined
//! by content, never by the file's modification time, which copying, zip files and network shares change.

mod content;
mod contradicted;
mod day_or_month;
pub(crate) mod left_out;
pub(crate) mod name;
pub(crate) mod repeated;
mod repeated_sheet;
mod rows;
pub(crate) mod settle;
mod states;
mod sums;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use serde::{Deserialize, Serialize};

use super::cell::{Cell, Sheet};

/// What is kept of a sheet to recognise a copy: its name and a digest of each row that is not empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SheetFingerprint {
    /// Masked.
    pub name: String,
    /// Filled rows, from 0, with the digest of their cells. Digests are comparable within one build of the program.
    pub rows: Vec<(usize, u64)>,
}

impl SheetFingerprint {
    pub(crate) fn of(sheet: &Sheet) -> SheetFingerprint {
        let filled = sheet
            .rows
            .iter()
            .enumerate()
            .filter(|(_, cells)| cells.iter().any(|cell| *cell != Cell::Empty));
        let numbering = numbering(sheet);
        SheetFingerprint {
            name: sheet.name.clone(),
            rows: filled
                .map(|(row, cells)| (row, digest(cells, &numbering)))
                .collect(),
        }
    }

    /// Makes one of rows that are told of together, under the first of them. Of a sheet of very many rows the others are known
    /// together too: they are there to tell whether two sheets are the same.
    pub(crate) fn join(&mut self, joined: &HashMap<usize, usize>) {
        if joined.is_empty() && self.rows.len() <= MOST_ROWS {
            return;
        }
        let firsts: HashSet<usize> = joined.values().copied().collect();
        let rest = self.rows.first().map_or(0, |(row, _)| *row);
        let together = self.rows.len().saturating_sub(joined.len()) > MOST_ROWS;
        let mut rows: BTreeMap<usize, u64> = BTreeMap::new();
        for (row, digest) in self.rows.drain(..) {
            let first = match joined.get(&row) {
                Some(first) => *first,
                None if together && !firsts.contains(&row) => rest,
                None => row,
            };
            let known = rows.entry(first).or_default();
            // In any order, as rows of a log may be sorted anew.
            *known = known.wrapping_add(digest);
        }
        self.rows = rows.into_iter().collect();
    }
}

/// The most rows of a sheet whose digests are kept one by one.
const MOST_ROWS: usize = 100_000;

/// The columns whose numbers are 1, 2, 3 and so on: they number the rows and carry no content. Looks only at existing
/// cells: a sheet may be a million rows high and sixteen thousand columns wide with two cells in it.
fn numbering(sheet: &Sheet) -> Vec<usize> {
    let mut counted: BTreeMap<usize, (u32, bool)> = BTreeMap::new();
    for (column, cell) in sheet.rows.iter().flat_map(|cells| cells.iter().enumerate()) {
        if let Cell::Number(number) = cell {
            let (count, runs) = counted.entry(column).or_insert((0, true));
            *count += 1;
            *runs &= number.to_bits() == f64::from(*count).to_bits();
        }
    }
    counted
        .into_iter()
        .filter(|(_, (count, runs))| *runs && *count >= 3)
        .map(|(column, _)| column)
        .collect()
}

/// A digest of the non-empty cells of a row and their columns.
fn digest(cells: &[Cell], numbering: &[usize]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for (column, cell) in cells.iter().enumerate() {
        let number = matches!(cell, Cell::Number(_)) && numbering.contains(&column);
        if *cell != Cell::Empty && !number {
            column.hash(&mut hasher);
            hash_cell(cell, &mut hasher);
        }
    }
    hasher.finish()
}

fn hash_cell(cell: &Cell, hasher: &mut DefaultHasher) {
    std::mem::discriminant(cell).hash(hasher);
    match cell {
        Cell::Empty | Cell::Uncalculated => {}
        Cell::Text(text) | Cell::Error(text) => text.hash(hasher),
        Cell::Number(number) => number.to_bits().hash(hasher),
        Cell::Bool(yes) => yes.hash(hasher),
        Cell::Date { day, time, serial } => (day, time, serial.map(f64::to_bits)).hash(hasher),
        Cell::Time(time) => time.hash(hasher),
    }
}

/// Whether two workbooks have the same sheets with the same cells.
pub(crate) fn same_cells(one: &[SheetFingerprint], other: &[SheetFingerprint]) -> bool {
    // Two empty templates are no copies.
    one.iter().any(|sheet| !sheet.rows.is_empty()) && one == other
}
