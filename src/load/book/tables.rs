//! The sheets of a workbook as tables: which of them are known, under which headings their columns stand, and their rows.

use super::lexicon::{Lexicon, folded};
use super::spec::{ColumnSpec, SheetSpec};
use crate::model::book::{BookCell, BookSheet};
use crate::model::cell_name::cell_name;
use crate::model::finding::{Finding, FindingKind, Place};
use crate::privacy::without_identity_numbers;
use crate::text::nearest;

/// A cell: the sheet's number in the workbook, its row and column, all from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) sheet: usize,
    pub(super) row: usize,
    pub(super) column: usize,
}

/// A known sheet, its headings found.
pub(super) struct KnownSheet<'a> {
    pub(super) spec: &'a SheetSpec,
    pub(super) sheet: &'a BookSheet,
    /// Its number in the workbook.
    pub(super) number: usize,
    /// Where each column of the specification stands: its number; of a form the row of its label.
    pub(super) places: Vec<Option<usize>>,
    /// The first row below the headings.
    first: usize,
}

/// A row with something in it.
#[derive(Clone, Copy)]
pub(super) struct SheetRow<'a> {
    pub(super) known: &'a KnownSheet<'a>,
    pub(super) row: usize,
}

/// What begins the names of sheets and headings that are the coordinator's own and are not read.
const OWN: char = '#';

/// Where headings are looked for: titles may stand above them.
const MOST_ABOVE: usize = 10;

/// The known sheets; what is not known is told.
pub(super) fn known<'a>(
    book: &'a [BookSheet],
    specs: &'a [SheetSpec],
    lexicon: &Lexicon<'_>,
    faults: &mut Vec<Finding>,
) -> Vec<KnownSheet<'a>> {
    let mut found: Vec<KnownSheet<'a>> = Vec::new();
    for (number, sheet) in book.iter().enumerate() {
        let name = sheet.name.trim();
        let is_aside = name.starts_with(OWN)
            || ["guide", "lists"]
                .iter()
                .any(|key| lexicon.means(&format!("book-{key}"), name));
        let is_blank = sheet
            .rows
            .iter()
            .flatten()
            .all(|cell| *cell == BookCell::Blank);
        if is_aside {
            continue;
        }
        let spec = specs
            .iter()
            .find(|spec| lexicon.means(&format!("book-{}", spec.name), name));
        match spec {
            Some(spec) if !found.iter().any(|known| known.spec.name == spec.name) => {
                let (known, unknown) = headed(spec, sheet, number, lexicon);
                faults.extend(unknown);
                found.push(known);
            }
            Some(_) => faults.push(Finding::new(
                FindingKind::AgreementDuplicateId {
                    id: name.to_owned(),
                },
                at(sheet, None),
            )),
            // An empty sheet is what a new workbook begins with.
            None if is_blank => {}
            None => {
                let names: Vec<String> = specs
                    .iter()
                    .map(|spec| lexicon.text(&format!("book-{}", spec.name)))
                    .collect();
                let kind = FindingKind::AgreementUnknownSheet {
                    sheet: name.to_owned(),
                    nearest: nearest(name, names.iter().map(String::as_str)).map(str::to_owned),
                    choices: names.join(", "),
                };
                faults.push(Finding::new(kind, at(sheet, None)));
            }
        }
    }
    found
}

/// A place in the workbook; which workbook it is, is known to whoever has read it.
pub(super) fn at(sheet: &BookSheet, cell: Option<(usize, usize)>) -> Place {
    Place {
        sheet: Some(sheet.name.clone()),
        cell: cell.map(|(row, column)| cell_name(row, column)),
        ..Place::none()
    }
}

/// The headings of a sheet, or its labels, and those that nobody knows.
fn headed<'a>(
    spec: &'a SheetSpec,
    sheet: &'a BookSheet,
    number: usize,
    lexicon: &Lexicon<'_>,
) -> (KnownSheet<'a>, Vec<Finding>) {
    let meant = |cell: &BookCell| {
        let BookCell::Text(text) = cell else {
            return None;
        };
        let is = |column: &ColumnSpec| lexicon.means(&column.words(spec.name), text);
        spec.columns.iter().position(is)
    };
    let cells: Vec<(usize, usize, &BookCell)> = if spec.is_form {
        let labels = sheet.rows.iter().enumerate();
        labels
            .filter_map(|(row, cells)| Some((row, 0, cells.first()?)))
            .collect()
    } else {
        let count = |row: &usize| {
            sheet.rows[*row]
                .iter()
                .filter(|cell| meant(cell).is_some())
                .count()
        };
        // Of equals the first.
        let rows = (0..sheet.rows.len().min(MOST_ABOVE)).rev();
        let header = rows.max_by_key(count).unwrap_or(0);
        let cells = sheet
            .rows
            .get(header)
            .map(Vec::as_slice)
            .unwrap_or_default();
        cells
            .iter()
            .enumerate()
            .map(|(column, cell)| (header, column, cell))
            .collect()
    };
    let mut known = KnownSheet {
        spec,
        sheet,
        number,
        places: vec![None; spec.columns.len()],
        first: cells.first().map_or(0, |(row, ..)| row + 1),
    };
    let mut faults = Vec::new();
    for (row, column, cell) in cells {
        let place = if spec.is_form { row } else { column };
        match (meant(cell), cell) {
            (Some(which), _) if known.places[which].is_none() => known.places[which] = Some(place),
            (Some(_), BookCell::Text(text)) => {
                let kind = FindingKind::AgreementDuplicateId {
                    id: without_identity_numbers(text.clone()),
                };
                faults.push(Finding::new(kind, at(sheet, Some((row, column)))));
            }
            (_, BookCell::Text(text)) if text.starts_with(OWN) => {}
            // A title of the form stands above its labels, with nothing beside it.
            (None, cell) if has_something(sheet, spec.is_form, row, column) => {
                let text = match cell {
                    BookCell::Text(text) => text.clone(),
                    _ => String::new(),
                };
                let words: Vec<String> = spec
                    .columns
                    .iter()
                    .map(|column| lexicon.text(&column.words(spec.name)))
                    .collect();
                let kind = FindingKind::AgreementUnknownHeading {
                    nearest: nearest(&folded(&text), words.iter().map(String::as_str))
                        .map(str::to_owned),
                    heading: without_identity_numbers(text),
                    choices: words.join(", "),
                };
                faults.push(Finding::new(kind, at(sheet, Some((row, column)))));
            }
            _ => {}
        }
    }
    (known, faults)
}

/// Whether anything stands below a heading, or beside a label.
fn has_something(sheet: &BookSheet, is_form: bool, row: usize, column: usize) -> bool {
    if is_form {
        return sheet.rows[row]
            .get(1)
            .is_some_and(|cell| *cell != BookCell::Blank);
    }
    let below = sheet.rows.iter().skip(row + 1);
    below
        .filter_map(|cells| cells.get(column))
        .any(|cell| *cell != BookCell::Blank)
}

impl<'a> KnownSheet<'a> {
    /// The heading of a column, or the label of a row, as the workbook writes it.
    pub(super) fn heading(&self, place: usize) -> Option<String> {
        let (row, column) = if self.spec.is_form {
            (place, 0)
        } else {
            (self.first.checked_sub(1)?, place)
        };
        match self.sheet.rows.get(row)?.get(column)? {
            BookCell::Text(text) => Some(text.trim_end_matches([':', '*', ' ']).to_owned()),
            _ => None,
        }
    }

    /// The rows with something in a known column; of a form one.
    pub(super) fn rows(&'a self) -> impl Iterator<Item = SheetRow<'a>> {
        let rows = if self.spec.is_form {
            0..1
        } else {
            self.first..self.sheet.rows.len()
        };
        rows.map(|row| SheetRow { known: self, row })
            .filter(|row| row.known.spec.is_form || row.cells().next().is_some())
    }
}

impl<'a> SheetRow<'a> {
    /// Its cells that are not blank, with their columns.
    pub(super) fn cells(self) -> impl Iterator<Item = (&'a ColumnSpec, &'a BookCell, Spot)> {
        let columns = self.known.spec.columns.iter().enumerate();
        columns.filter_map(move |(at, column)| {
            let (cell, spot) = self.at(at)?;
            (*cell != BookCell::Blank).then_some((column, cell, spot))
        })
    }

    fn at(self, column: usize) -> Option<(&'a BookCell, Spot)> {
        let place = (*self.known.places.get(column)?)?;
        let (row, column) = if self.known.spec.is_form {
            (place, 1)
        } else {
            (self.row, place)
        };
        let cell = self.known.sheet.rows.get(row)?.get(column)?;
        Some((
            cell,
            Spot {
                sheet: self.known.number,
                row,
                column,
            },
        ))
    }

    /// The cell of a key, if it is not blank.
    pub(super) fn cell(self, key: &str) -> Option<(&'a BookCell, Spot)> {
        let mut cells = self
            .cells()
            .filter(|(column, ..)| column.within.is_empty() && column.key == key);
        cells.next().map(|(_, cell, spot)| (cell, spot))
    }

    /// A cell as the text that is meant.
    pub(super) fn text(self, key: &str, lexicon: &Lexicon<'_>) -> Option<(String, Spot)> {
        let column = self
            .known
            .spec
            .columns
            .iter()
            .find(|column| column.within.is_empty() && column.key == key)?;
        let (cell, spot) = self.cell(key)?;
        match column.kind.value(cell, lexicon)? {
            super::plain::Plain::Text(text) => Some((text, spot)),
            _ => None,
        }
    }

    /// The column of a key, where it stands.
    pub(super) fn spot(self, key: &str) -> Spot {
        let columns = &self.known.spec.columns;
        let at = columns
            .iter()
            .position(|column| column.within.is_empty() && column.key == key);
        let place = at.and_then(|at| self.known.places[at]);
        let (row, column) = if self.known.spec.is_form {
            (place.unwrap_or(0), 1)
        } else {
            (self.row, place.unwrap_or(0))
        };
        Spot {
            sheet: self.known.number,
            row,
            column,
        }
    }
}
