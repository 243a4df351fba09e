//! Workbooks that lie in the drop folder twice.

use std::hash::{DefaultHasher, Hash, Hasher};

use serde::{Deserialize, Serialize};

use super::cell::{Cell, Sheet};

/// What is kept of a sheet to know a copy of it: its name, and a digest of each row that has something in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// The sheet's name, masked.
    pub name: String,
    /// Filled rows, from 0, with the digest of their cells. Digests are comparable within one build of the program.
    pub rows: Vec<(usize, u64)>,
}

impl Trace {
    /// The trace of a sheet.
    pub fn of(sheet: &Sheet) -> Trace {
        let filled = sheet.rows.iter().enumerate().filter(|(_, cells)| cells.iter().any(|cell| *cell != Cell::Empty));
        Trace { name: sheet.name.clone(), rows: filled.map(|(row, cells)| (row, digest(cells))).collect() }
    }
}

/// A digest of the filled cells of a row and where they stand.
fn digest(cells: &[Cell]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for (column, cell) in cells.iter().enumerate() {
        if *cell != Cell::Empty {
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

/// Whether a workbook's name says that it is a copy: «… (1).xlsx», «Kopia av …», «… – kopia», «Copy of …».
pub fn says_copy(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name).to_lowercase();
    let stem = file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem).trim();
    let numbered = stem.ends_with(')')
        && stem.rsplit_once('(').is_some_and(|(_, rest)| {
            let digits = rest.trim_end_matches(')');
            !digits.is_empty() && digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit())
        });
    let begins = ["kopia av ", "kopia ", "copy of ", "konfliktkopia"].iter().any(|mark| stem.starts_with(mark));
    let mut words = stem.split([' ', '-', '–', '_', '(', ')']).filter(|word| !word.is_empty());
    let ends = words.next_back().is_some_and(|word| matches!(word, "kopia" | "copy"));
    numbered || begins || ends || stem.contains("conflicted copy") || stem.contains("konfliktkopia")
}

/// Of workbooks that are the same, by name: the index of the one that counts.
pub fn original(names: &[&str]) -> Option<usize> {
    let worth = |name: &str| (says_copy(name), name.chars().count(), name.to_owned());
    names.iter().enumerate().min_by_key(|(_, name)| worth(name)).map(|(index, _)| index)
}

/// Whether two workbooks say the same: the same sheets with the same cells.
pub fn same_cells(one: &[Trace], other: &[Trace]) -> bool {
    // Two empty templates are no copies.
    one.iter().any(|sheet| !sheet.rows.is_empty()) && one == other
}

/// Whether one workbook is an older or newer state of the other: the same sheets, with most rows in common.
pub fn mostly_same(one: &[Trace], other: &[Trace]) -> bool {
    if !one.iter().map(|sheet| &sheet.name).eq(other.iter().map(|sheet| &sheet.name)) {
        return false;
    }
    let (mut common, mut fewest) = (0, 0);
    for (one, other) in one.iter().zip(other) {
        common += one.rows.iter().filter(|row| other.rows.binary_search(row).is_ok()).count();
        fewest += one.rows.len().min(other.rows.len());
    }
    // Four rows of five.
    fewest > 0 && common * 5 >= fewest * 4
}

/// A workbook's name without the marks of a copy, folded: what an older copy has in common with it.
pub fn stem(name: &str) -> String {
    let lower = name.to_lowercase();
    let (folder, file) = lower.rsplit_once('/').map_or(("", lower.as_str()), |(folder, file)| (folder, file));
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).trim();
    let stem = ["kopia av ", "kopia ", "copy of "].iter().find_map(|mark| stem.strip_prefix(mark)).unwrap_or(stem);
    let stem = if says_copy(file) { stem.split(" (").next().unwrap_or(stem) } else { stem };
    let ends = [" - kopia", " – kopia", "-kopia", "_kopia", " kopia", " - copy", "-copy", "_copy", " copy"];
    let stem = ends.iter().find_map(|mark| stem.strip_suffix(mark)).unwrap_or(stem);
    format!("{folder}/{}", stem.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copy_marks_are_known() {
        for (name, expected) in [
            ("polisen/Medborgarkontakter 2023 (1).xlsx", true),
            ("Kopia av Logg.xlsx", true),
            ("Logg - kopia.xlsx", true),
            ("Logg – Kopia (2).xlsx", true),
            ("Copy of Logg.xls", true),
            ("Logg (2023).xlsx", false),
            ("Logg 2023.xlsx", false),
            ("Kopiering.xlsx", false),
        ] {
            assert_eq!(says_copy(name), expected, "{name}");
        }
    }

    #[test]
    fn the_one_without_a_mark_counts() {
        assert_eq!(original(&["a/Logg (1).xlsx", "a/Logg.xlsx"]), Some(1));
        assert_eq!(original(&["b/Logg.xlsx", "a/Logg.xlsx"]), Some(1));
        assert_eq!(stem("a/Kopia av Logg.xlsx"), stem("a/Logg.xlsx"));
        assert_eq!(stem("a/Logg - kopia (2).xlsx"), stem("a/Logg.xlsx"));
        assert_eq!(stem("a/Logg (1).xlsx"), stem("a/Logg.xlsx"));
        assert_ne!(stem("a/Logg 2022.xlsx"), stem("a/Logg 2023.xlsx"));
    }
}
