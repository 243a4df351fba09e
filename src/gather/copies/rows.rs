//! The rows of one source's sheets, in a form that shows equal rows on two sheets.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::SheetFingerprint;
use crate::gather::extraction::SourceExtraction;
use crate::gather::name_pattern::NamePattern;
use crate::gather::value;
use crate::model::activity::{Activity, unnumbered};
use crate::model::agreement::{Layout, Source};
use crate::model::name::Name;
use crate::model::quantity::Amount;

/// What one sheet of one workbook gave a source.
pub(super) struct SheetRows {
    pub(super) workbook: Name,
    pub(super) sheet: Name,
    pub(super) rows: Vec<CountedRow>,
    /// Whether no name or pattern matches it.
    pub(super) unread: bool,
    /// How many different words its rows have besides day and number.
    pub(super) different_words: usize,
}

impl SheetRows {
    /// The rows of these indices.
    pub(super) fn at<'r>(&'r self, rows: &'r [usize]) -> impl Iterator<Item = &'r CountedRow> {
        rows.iter().filter_map(|row| self.rows.get(*row))
    }

    /// The indices of the free rows whose key one of the others has, each of the others for one row.
    pub(super) fn paired<'r>(
        &self,
        others: impl Iterator<Item = &'r CountedRow>,
        key: impl Fn(&CountedRow) -> Option<u64>,
        is_free: impl Fn(usize) -> bool,
    ) -> Vec<usize> {
        let mut left: HashMap<u64, usize> = HashMap::new();
        for key in others.filter_map(&key) {
            *left.entry(key).or_default() += 1;
        }
        let rows = self.rows.iter().enumerate();
        rows.filter(|(index, _)| is_free(*index))
            .filter(
                |(_, row)| match key(row).and_then(|key| left.get_mut(&key)) {
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
}

/// One counted number of a row.
pub(super) struct CountedRow {
    /// The index of the source extraction, and of the activity in it.
    pub(super) at: (usize, usize),
    /// The row of its sheet, from 1.
    pub(super) number: usize,
    /// Equal for rows with the same cells, including the number.
    pub(super) whole: u64,
    /// Equal for rows that are the same in what is mapped, wherever it stands and whatever stands besides; one that counts from
    /// nothing to its number is the same as one that counts.
    pub(super) mapped: u64,
    /// Equal for rows that are about the same, whatever their number.
    pub(super) about: u64,
    /// Whether its day and its number are known.
    pub(super) exact: bool,
    /// The words of the row besides its day and number; none if there are none.
    pub(super) words: Option<u64>,
}

/// The sheets of a source that gave something, in the order of its workbooks.
pub(super) fn sheets(
    source: &Source,
    parts: &[SourceExtraction],
    fingerprints: &HashMap<(&str, &str), &SheetFingerprint>,
) -> Vec<SheetRows> {
    let mut sheets: Vec<SheetRows> = Vec::new();
    let mut known: HashMap<(Name, Name), usize> = HashMap::new();
    let mut digests: Vec<RowDigests> = Vec::new();
    for (part, extraction) in parts.iter().enumerate() {
        for (index, activity) in extraction.result.gathered.activities.iter().enumerate() {
            if activity.value.high() == Some(Amount::ZERO) {
                continue;
            }
            let origin = &activity.origin;
            let key = (origin.workbook.clone(), origin.sheet.clone());
            let sheet = *known.entry(key).or_insert_with(|| {
                let key = (origin.workbook.as_str(), origin.sheet.as_str());
                digests.push(RowDigests::of(
                    source,
                    key.1,
                    fingerprints.get(&key).copied(),
                ));
                sheets.push(SheetRows {
                    workbook: origin.workbook.clone(),
                    sheet: origin.sheet.clone(),
                    rows: Vec::new(),
                    unread: extraction.unread,
                    different_words: 0,
                });
                sheets.len() - 1
            });
            if let (Some(sheet), Some(digests)) = (sheets.get_mut(sheet), digests.get(sheet)) {
                sheet.rows.push(row((part, index), activity, digests));
            }
        }
    }
    for sheet in &mut sheets {
        let words: BTreeSet<u64> = sheet.rows.iter().filter_map(|row| row.words).collect();
        sheet.different_words = words.len();
    }
    sheets
}

fn row(at: (usize, usize), activity: &Activity, digests: &RowDigests) -> CountedRow {
    let number = row_number(&activity.origin.cell);
    let about = about(&activity.activity, &activity.content);
    let mut words: Vec<String> = activity
        .fields
        .iter()
        .filter(|(_, field)| field.text.chars().any(char::is_alphabetic) || field.time.is_some())
        .map(|(name, field)| format!("{name}={}", field.text.to_lowercase()))
        .collect();
    words.sort();
    let words = Some(words).filter(|words| !words.is_empty() && !digests.is_cellwise());
    // What a number so far adds depends on the rows of its sheet.
    let value = (!digests.is_running()).then_some(activity.value);
    CountedRow {
        at,
        number,
        whole: hash(&(about, value, digests.of_row(number))),
        mapped: hash(&(about, activity.value.high())),
        about,
        exact: activity.dated && activity.value.is_exact(),
        words: words.map(|words| hash(&words)),
    }
}

/// Equal for rows that are about the same, whatever their number.
pub(super) fn about(activity: &Name, content: &str) -> u64 {
    hash(&(activity, unnumbered(content)))
}

/// The row number, from 1, in a cell's name.
pub(super) fn row_number(cell: &str) -> usize {
    cell.trim_start_matches(|letter: char| letter.is_ascii_alphabetic())
        .parse()
        .unwrap_or(0)
}

fn hash(what: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}

/// The digests of a sheet's rows, over mapped and unmapped cells.
enum RowDigests {
    /// Each row is one unit.
    Rows(HashMap<usize, u64>),
    /// The same, of rows whose numbers hold those before them.
    Running(HashMap<usize, u64>),
    /// The whole sheet is one unit.
    Sheet(u64),
    /// Each cell is one unit: rows are continued to the right from month to month.
    Cells,
}

impl RowDigests {
    fn of(source: &Source, sheet: &str, fingerprint: Option<&SheetFingerprint>) -> RowDigests {
        let reads = |layout: Layout| {
            source.sheets.iter().any(|mapping| {
                let named = mapping.name.as_ref();
                mapping.layout == layout
                    && named.is_none_or(|name| NamePattern::new(name).fits(sheet))
            })
        };
        let rows = fingerprint
            .map(|one| one.rows.as_slice())
            .unwrap_or_default();
        if reads(Layout::Months) {
            RowDigests::Cells
        } else if reads(Layout::Form) {
            RowDigests::Sheet(hash(&rows))
        } else {
            let rows = rows
                .iter()
                .map(|(row, digest)| (row + 1, *digest))
                .collect();
            let counted = source
                .sheets
                .iter()
                .filter_map(|mapping| mapping.columns.get("count"));
            let mut headings = counted.map(|column| column.heading.as_str());
            match headings.any(value::is_cumulative) {
                true => RowDigests::Running(rows),
                false => RowDigests::Rows(rows),
            }
        }
    }

    fn of_row(&self, number: usize) -> u64 {
        match self {
            RowDigests::Rows(rows) | RowDigests::Running(rows) => {
                rows.get(&number).copied().unwrap_or(0)
            }
            RowDigests::Sheet(digest) => *digest,
            RowDigests::Cells => 0,
        }
    }

    fn is_running(&self) -> bool {
        matches!(self, RowDigests::Running(_))
    }

    fn is_cellwise(&self) -> bool {
        matches!(self, RowDigests::Cells)
    }
}
