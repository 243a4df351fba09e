//! Whether a sheet that nothing reads looks like one that is read: by its headings, or by what its rows hold.
//!
//! Notes, lists of codes and instructions have no dated rows of the same kinds of cells, nor the same words beside dates.

use std::collections::BTreeSet;

use crate::gather::cell::{Cell, Sheet, Workbook};
use crate::gather::heading_words::fold;
use crate::gather::layout::{self, periods};
use crate::gather::name_pattern::NamePattern;
use crate::gather::value::{self, Parsed, State};
use crate::model::agreement::{Layout, SheetMapping};
use crate::model::span::DateSpan;

/// Of a sheet's rows so many in a hundred must hold a word of the other's.
const SHARED_PERCENT: usize = 30;

/// A text of more words or letters is a remark.
const LONGEST_NAME: (usize, usize) = (4, 30);

/// Whether a sheet has every heading of a mapping: in its own words, and most headings of those that the mapping reads in the
/// same workbook; or some in other words for the same. One heading alone says too little.
pub(super) fn has_headings(mapping: &SheetMapping, sheet: &Sheet, read: &[&Sheet]) -> bool {
    let (like, asked) = layout::heading_match(sheet, mapping);
    if asked < 2 || like.found < asked {
        return false;
    }
    if like.written < asked {
        return true;
    }
    let ours = headings(sheet, mapping);
    read.is_empty()
        || read.iter().any(|other| {
            let theirs = headings(other, mapping);
            let common = ours.iter().filter(|word| theirs.contains(word)).count();
            common * 2 >= ours.len() + theirs.len() - common
        })
}

/// The headings of a sheet, each once.
fn headings(sheet: &Sheet, mapping: &SheetMapping) -> Vec<String> {
    let row = layout::header_row_of(sheet, mapping).and_then(|row| sheet.rows.get(row));
    let mut words: Vec<String> = row
        .into_iter()
        .flatten()
        .filter_map(|cell| match cell {
            Cell::Text(text) => Some(fold(text)),
            _ => None,
        })
        .collect();
    words.sort();
    words.dedup();
    words
}

/// The sheets of a workbook that a mapping with a name reads.
pub(super) fn named<'a>(mapping: &SheetMapping, workbook: &'a Workbook) -> Vec<&'a Sheet> {
    let pattern = mapping.name.as_deref().map(NamePattern::new);
    let sheets = workbook.sheets.iter();
    sheets
        .filter(|other| {
            pattern
                .as_ref()
                .is_some_and(|pattern| pattern.fits(&other.name))
        })
        .collect()
}

/// How many rows of a sheet look like those of the sheets that a mapping reads, by what they hold; none if the sheet says that
/// it is something else.
pub(super) fn rows_alike(
    mapping: &SheetMapping,
    sheet: &Sheet,
    read: &[&Sheet],
    time: DateSpan,
) -> usize {
    if says_other(sheet) {
        return 0;
    }
    let alike = |other: &&Sheet| match mapping.layout {
        Layout::Log => dated_alike(mapping, sheet, other, time),
        Layout::Months => months_alike(sheet, other),
        _ => 0,
    };
    read.iter().map(alike).max().unwrap_or(0)
}

/// Whether a sheet is called a template, a plan or something to compare with, or its first row is.
fn says_other(sheet: &Sheet) -> bool {
    let other = |text: &str| {
        let first = value::plain(text);
        let first = first
            .split(|sign: char| !sign.is_alphanumeric())
            .find(|word| !word.is_empty())
            .unwrap_or_default();
        matches!(
            first,
            "mall"
                | "mallen"
                | "exempel"
                | "instruktion"
                | "instruktioner"
                | "instructions"
                | "template"
        ) || value::titled(text)
            .is_some_and(|state| matches!(state, State::Planned | State::CalledOff))
            || value::comparison_label(text).is_some_and(|label| label.is_whole)
    };
    let mut first = sheet.rows.iter().flatten();
    let title = first.find(|cell| **cell != Cell::Empty);
    other(&sheet.name) || matches!(title, Some(Cell::Text(text)) if other(text))
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    When,
    Number,
    Mark,
    Name,
    Remark,
}

fn kind(cell: &Cell, year: i32) -> Option<Kind> {
    Some(match cell {
        Cell::Empty | Cell::Error(_) | Cell::Uncalculated => return None,
        Cell::Date { day: Some(_), .. } => Kind::When,
        Cell::Date { .. } | Cell::Time(_) | Cell::Number(_) => Kind::Number,
        Cell::Bool(_) => Kind::Mark,
        Cell::Text(text) if is_when(cell, year) => {
            // A sentence that begins with a day is a note.
            let words = text.split_whitespace().count();
            if words > LONGEST_NAME.0 {
                Kind::Remark
            } else {
                Kind::When
            }
        }
        Cell::Text(_) if matches!(value::mark(cell), Parsed::Is(_)) => Kind::Mark,
        Cell::Text(_) if matches!(value::number(cell, true), Parsed::Is(_) | Parsed::Gap) => {
            Kind::Number
        }
        Cell::Text(text) => {
            let (words, letters) = (text.split_whitespace().count(), text.chars().count());
            if words > LONGEST_NAME.0 || letters > LONGEST_NAME.1 {
                Kind::Remark
            } else {
                Kind::Name
            }
        }
    })
}

fn is_when(cell: &Cell, year: i32) -> bool {
    matches!(value::date(cell, Some(year)), Parsed::Is(_))
        || matches!(value::week(cell, Some(year)), Parsed::Is(_))
}

/// The rows of a sheet that begin with a day, a week or a month in the column that has most of them.
struct DatedRows<'a> {
    sheet: &'a Sheet,
    column: usize,
    rows: Vec<usize>,
    year: i32,
}

impl<'a> DatedRows<'a> {
    fn of(sheet: &'a Sheet, time: DateSpan) -> Option<DatedRows<'a>> {
        let year = chrono::Datelike::year(&time.from);
        let is_then = |cell: &Cell| match cell {
            Cell::Date { day: Some(day), .. } => time.contains(*day),
            // A sentence that begins with a day is a note.
            Cell::Text(text) => {
                text.split_whitespace().count() <= LONGEST_NAME.0 && within(cell, year, time)
            }
            _ => false,
        };
        let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
        let rows_of = |column: usize| -> Vec<usize> {
            let rows = 0..sheet.rows.len();
            rows.filter(|row| is_then(sheet.cell(*row, column)))
                .collect()
        };
        let columns = (0..width).map(|column| (column, rows_of(column)));
        let (column, rows) = columns.reduce(|best, next| {
            if next.1.len() > best.1.len() {
                next
            } else {
                best
            }
        })?;
        (!rows.is_empty()).then_some(DatedRows {
            sheet,
            column,
            rows,
            year,
        })
    }

    /// The kinds of cells of the columns that most rows have something in.
    fn kinds(&self) -> Vec<Kind> {
        let width = self.sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
        let of_column = |column: usize| {
            let kinds = self.rows.iter();
            let mut kinds: Vec<Kind> = kinds
                .filter_map(|row| kind(self.sheet.cell(*row, column), self.year))
                .collect();
            kinds.sort();
            let most = kinds.chunk_by(|one, other| one == other);
            let most = most.max_by_key(|alike| alike.len())?;
            (most.len() * 2 > self.rows.len()).then(|| most.first().copied())?
        };
        (0..width).filter_map(of_column).collect()
    }

    /// The names beside the days of a row.
    fn names(&self, row: usize, columns: Option<&BTreeSet<usize>>) -> BTreeSet<String> {
        let cells = self.sheet.rows.get(row).into_iter().flatten().enumerate();
        cells
            .filter(|(column, _)| columns.is_none_or(|columns| columns.contains(column)))
            .filter(|(column, cell)| {
                *column != self.column && kind(cell, self.year) == Some(Kind::Name)
            })
            .map(|(_, cell)| value::plain(&value::text(cell)))
            .filter(|name| name.chars().count() > 2)
            .collect()
    }

    fn day(&self, row: usize) -> String {
        value::text(self.sheet.cell(row, self.column))
    }

    /// Whether a row of words stands over the first of its rows.
    fn is_headed(&self) -> bool {
        let first = self.rows.first().copied().unwrap_or(0);
        let above = self.sheet.rows.get(..first).unwrap_or_default();
        above.iter().any(|row| {
            let filled = row.iter().filter(|cell| **cell != Cell::Empty);
            let words = filled.clone().filter(|cell| matches!(cell, Cell::Text(_)));
            words.count() >= 2 && filled.count() >= 2
        })
    }
}

fn within(cell: &Cell, year: i32, time: DateSpan) -> bool {
    let readings = [value::date(cell, Some(year)), value::week(cell, Some(year))];
    readings
        .into_iter()
        .any(|reading| matches!(reading, Parsed::Is(dated) if dated.span.overlaps(time)))
}

/// The dated rows that share names with those of a sheet that is read, or have the same kinds of cells and no other headings.
fn dated_alike(mapping: &SheetMapping, sheet: &Sheet, other: &Sheet, time: DateSpan) -> usize {
    let (Some(ours), Some(theirs)) = (DatedRows::of(sheet, time), DatedRows::of(other, time))
    else {
        return 0;
    };
    let places = layout::columns_of(other, mapping);
    let mapped = (!places.is_empty()).then_some(&places);
    let known: BTreeSet<String> = theirs
        .rows
        .iter()
        .flat_map(|row| theirs.names(*row, mapped))
        .collect();
    let rows = || ours.rows.iter().copied();
    // What the other sheet tells too is a copy of it.
    let told: BTreeSet<(String, String)> = theirs
        .rows
        .iter()
        .flat_map(|row| {
            let names = theirs.names(*row, None).into_iter();
            names.map(|name| (theirs.day(*row), name))
        })
        .collect();
    let is_told = |row: usize| {
        let names = ours.names(row, None);
        names
            .iter()
            .any(|name| told.contains(&(ours.day(row), name.clone())))
    };
    let count = ours.rows.len();
    if rows().all(is_told) {
        return 0;
    }
    let sharing = rows().filter(|row| {
        ours.names(*row, None)
            .iter()
            .any(|name| known.contains(name))
    });
    if sharing.count() * 100 >= count * SHARED_PERCENT {
        return count;
    }
    let (like, asked) = layout::heading_match(sheet, mapping);
    let kinds = ours.kinds();
    let fits = !ours.is_headed() || like.found * 2 > asked;
    let same = kinds.len() >= 2 && kinds == theirs.kinds();
    if count >= 2 && same && fits { count } else { 0 }
}

/// The rows of figures of a sheet with months across whose labels stand on a sheet that is read, too, with other figures.
fn months_alike(sheet: &Sheet, other: &Sheet) -> usize {
    let labelled = |sheet: &Sheet| -> Vec<(String, Vec<String>)> {
        let Some((header, months)) = periods::row(sheet) else {
            return Vec::new();
        };
        let first = months.first().map_or(0, |month| month.column);
        let rows = header + 1..sheet.rows.len();
        let line = |row: usize| {
            let mut labels = (0..first).map(|column| sheet.cell(row, column));
            let label = labels.find(|cell| matches!(cell, Cell::Text(_)))?;
            let figures: Vec<String> = months
                .iter()
                .map(|month| value::text(sheet.cell(row, month.column)))
                .collect();
            let filled = figures.iter().any(|figure| !figure.is_empty());
            filled.then(|| (value::plain(&value::text(label)), figures))
        };
        rows.filter_map(line).collect()
    };
    let (ours, theirs) = (labelled(sheet), labelled(other));
    let known: BTreeSet<&String> = theirs.iter().map(|(label, _)| label).collect();
    let alike = ours
        .iter()
        .filter(|line| known.contains(&line.0) && !theirs.contains(line));
    if alike.count() == 0 { 0 } else { ours.len() }
}
