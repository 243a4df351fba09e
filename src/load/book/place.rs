//! Lines of an agreement's text → the cells of the workbook that it was made from.

use super::lexicon::Lexicon;
use super::tables::{KnownSheet, Spot};
use crate::model::book::BookSheet;
use crate::model::cell_name::cell_name;
use crate::model::finding::{Finding, FindingKind, Place};
use crate::text::nearest;

/// The name of the workbook that an agreement is.
pub(crate) const AGREEMENT_BOOK: &str = "agreement.xlsx";

/// Where the lines of an agreement's text stand in its workbook.
#[derive(Debug, Default)]
pub(crate) struct CellPlaces {
    /// The workbook's name in the agreement's folder.
    file: String,
    sheets: Vec<SheetPlaces>,
    /// The cell of every line, from the first.
    lines: Vec<Option<Spot>>,
}

/// The columns of a sheet.
#[derive(Debug, Default)]
struct SheetPlaces {
    name: String,
    is_form: bool,
    columns: Vec<ColumnPlace>,
}

#[derive(Debug)]
struct ColumnPlace {
    within: &'static str,
    key: &'static str,
    /// As the workbook writes it.
    heading: String,
    /// Its number; of a form the row of its label.
    place: Option<usize>,
}

impl CellPlaces {
    pub(super) fn new(
        file: &str,
        book: &[BookSheet],
        known: &[KnownSheet<'_>],
        lines: Vec<Option<Spot>>,
        lexicon: &Lexicon<'_>,
    ) -> CellPlaces {
        let columns = |known: &KnownSheet<'_>| -> Vec<ColumnPlace> {
            let columns = known.spec.columns.iter().zip(&known.places);
            let place = |(column, place): (&super::spec::ColumnSpec, &Option<usize>)| ColumnPlace {
                within: column.within,
                key: column.key,
                heading: (place.and_then(|place| known.heading(place)))
                    .unwrap_or_else(|| lexicon.text(&column.words(known.spec.name))),
                place: *place,
            };
            columns.map(place).collect()
        };
        let sheet = |(number, sheet): (usize, &BookSheet)| {
            let known = known.iter().find(|known| known.number == number);
            SheetPlaces {
                name: sheet.name.clone(),
                is_form: known.is_some_and(|known| known.spec.is_form),
                columns: known.map(columns).unwrap_or_default(),
            }
        };
        CellPlaces {
            file: file.to_owned(),
            sheets: book.iter().enumerate().map(sheet).collect(),
            lines,
        }
    }

    /// A finding about a line, at the cell that the line was made from; one about something else as it is.
    pub(crate) fn placed(&self, finding: Finding) -> Finding {
        match finding.place.line {
            Some(line) if self.is_of(&finding.place) => {
                let place = self.place(line, key_of(&finding.kind));
                Finding { place, ..finding }
            }
            _ => finding,
        }
    }

    /// A fault in the words of the workbook: its headings and words, and its sheets instead of tables.
    pub(crate) fn told(&self, finding: Finding, lexicon: &Lexicon<'_>) -> Finding {
        let mut finding = self.placed(finding);
        let sheet = self
            .sheets
            .iter()
            .find(|sheet| Some(&sheet.name) == finding.place.sheet.as_ref());
        let heading = |key: &str| {
            let columns = sheet
                .map(|sheet| sheet.columns.as_slice())
                .unwrap_or_default();
            let column = columns.iter().find(|column| column.key == key);
            column.map_or_else(|| lexicon.word(key), |column| column.heading.clone())
        };
        match &mut finding.kind {
            FindingKind::AgreementMissingKey { key, table }
            | FindingKind::AgreementUnknownKey { key, table, .. } => {
                *key = heading(key);
                *table = sheet.map(|sheet| sheet.name.clone());
            }
            FindingKind::AgreementWrongType { key, .. }
            | FindingKind::AgreementInvalidValue { key, .. }
            | FindingKind::AgreementImpossibleTarget { key, .. } => *key = heading(key),
            FindingKind::AgreementUnknownField {
                word,
                field,
                nearest,
                ..
            } => {
                for name in [word, field].into_iter().chain(nearest) {
                    *name = lexicon.word(name);
                }
            }
            FindingKind::AgreementUnknownWord {
                key,
                word,
                nearest: near,
                choices,
            } => {
                *key = heading(key);
                let words: Vec<String> = choices
                    .split(", ")
                    .map(|choice| lexicon.word(choice))
                    .collect();
                *near = nearest(word, words.iter().map(String::as_str)).map(str::to_owned);
                *choices = words.join(", ");
            }
            _ => {}
        }
        finding
    }

    /// Whether a place is a line of this file, not yet told by its cell. The agreement's own file has no name there.
    fn is_of(&self, place: &Place) -> bool {
        let is_own = self.file == AGREEMENT_BOOK;
        let file = place.file.as_deref();
        place.workbook.is_none()
            && place.sheet.is_none()
            && (file == Some(&self.file) || is_own && file.is_none())
    }

    fn place(&self, line: usize, key: Option<&str>) -> Place {
        let above = self.lines.iter().take(line).rev();
        let spot = above.flatten().next().copied().unwrap_or_default();
        let Some(sheet) = self.sheets.get(spot.sheet) else {
            return Place::line(line);
        };
        // Of a key that is missing, or one of several on a row, the column is known by its key.
        let is_here = |column: &&ColumnPlace| {
            if sheet.is_form {
                column.place == Some(spot.row)
            } else {
                column.place == Some(spot.column)
            }
        };
        let own = sheet
            .columns
            .iter()
            .find(is_here)
            .map(|column| (column.within, column.key));
        let same_table =
            |column: &&ColumnPlace| own.is_none_or(|(within, _)| within == column.within);
        let named = || {
            sheet
                .columns
                .iter()
                .filter(|column| Some(column.key) == key)
        };
        let column = named().find(same_table).or_else(|| named().next());
        let place = column.and_then(|column| column.place);
        let (row, column) = match (place, sheet.is_form) {
            (Some(row), true) => (row, 1),
            (Some(column), false) => (spot.row, column),
            (None, _) => (spot.row, spot.column),
        };
        Place {
            workbook: None,
            sheet: Some(sheet.name.clone()),
            cell: Some(cell_name(row, column)),
            // Kept for the order of what is told.
            line: Some(line),
            file: Some(self.file.clone()),
        }
    }

    /// Faults of the workbook itself, which know their sheet and cell.
    pub(super) fn named(&self, finding: Finding) -> Finding {
        let place = Place {
            file: Some(self.file.clone()),
            ..finding.place
        };
        Finding { place, ..finding }
    }
}

/// The key that a fault is about.
fn key_of(kind: &FindingKind) -> Option<&str> {
    match kind {
        FindingKind::AgreementMissingKey { key, .. }
        | FindingKind::AgreementUnknownKey { key, .. }
        | FindingKind::AgreementWrongType { key, .. }
        | FindingKind::AgreementInvalidValue { key, .. }
        | FindingKind::AgreementUnknownWord { key, .. }
        | FindingKind::AgreementImpossibleTarget { key, .. } => Some(key),
        _ => None,
    }
}
