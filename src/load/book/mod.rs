//! The agreement as a workbook, for whoever does not write TOML: its sheets are read into the text of an agreement file, with the
//! cell that each line was made from, and an agreement file is drawn as sheets. All else (what is right, what is wrong, what it
//! means) stands once, in the reader of that text.
//!
//! ```text
//! cells ─tables→ rows ─build→ the agreement, every value with its cell ─made→ text, and a cell for each line
//! text ─plain→ entries ─draw→ rows
//! ```

mod among;
mod build;
mod cell;
mod conditions;
mod draw;
mod guide;
mod label;
mod lexicon;
mod made;
mod place;
mod plain;
mod readings;
mod spec;
mod tables;
#[cfg(test)]
mod tests;
mod written;

pub(crate) use lexicon::{BookWords, Lexicon};
pub(crate) use place::{AGREEMENT_BOOK, CellPlaces};
pub(crate) use readings::BookReading;

use crate::load::tree;
use crate::model::book::{BookSheet, DrawnBook};
use crate::model::finding::Finding;

/// An agreement that was read from a workbook.
pub(crate) struct ReadBook<'a> {
    /// As an agreement file has it.
    pub(crate) text: String,
    /// What of the workbook is no part of an agreement, or cannot be joined.
    pub(crate) faults: Vec<Finding>,
    pub(crate) places: CellPlaces,
    /// The words of its language.
    lexicon: Lexicon<'a>,
}

impl ReadBook<'_> {
    /// A fault of the text in the words of the workbook, at its cell.
    pub(crate) fn told(&self, finding: Finding) -> Finding {
        self.places.told(finding, &self.lexicon)
    }
}

/// The agreement of a workbook. `file` is its name in the agreement's folder.
pub(crate) fn read<'a>(book: &[BookSheet], file: &str, lexicon: Lexicon<'a>) -> ReadBook<'a> {
    let lexicon = lexicon.of(book);
    let specs = spec::sheets();
    let mut faults = Vec::new();
    let known = tables::known(book, &specs, &lexicon, &mut faults);
    let (root, lost) = build::agreement(&known, lexicon);
    faults.extend(lost);
    let made = root.into_text();
    let places = CellPlaces::new(file, book, &known, made.spots, &lexicon);
    ReadBook {
        text: made.text,
        faults: faults
            .into_iter()
            .map(|fault| places.named(fault))
            .collect(),
        places,
        lexicon,
    }
}

/// The workbook of an agreement file; none if the text is no TOML, or holds what no agreement can.
pub(crate) fn draw(text: &str, lexicon: Lexicon<'_>) -> Option<DrawnBook> {
    let specs = spec::sheets();
    let entries = entries(text)?;
    let title = entries.iter().find_map(|(key, value)| match value {
        plain::Plain::Text(title) if key == "title" => Some(title.clone()),
        _ => None,
    });
    let made = entries
        .iter()
        .find_map(|(key, value)| match value.normal() {
            plain::Plain::Day(day) if key == "from" => Some(day),
            _ => None,
        });
    let rows = draw::rows(entries, &specs, lexicon);
    Some(DrawnBook {
        made,
        ..guide::book(title.unwrap_or_default(), &specs, rows, &lexicon)
    })
}

/// Adds what else sheets of the partners may be, as notes. One that is no agreement is left out.
pub(crate) fn add_readings(book: &mut DrawnBook, readings: &[BookReading], lexicon: Lexicon<'_>) {
    let with = |reading: &BookReading| Some((reading.clone(), draw(&reading.text, lexicon)?));
    let drawn: Vec<_> = readings.iter().filter_map(with).collect();
    readings::add(book, &drawn, &lexicon);
}

/// Whether two texts of agreements say the same, comments and the order of keys apart.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    let normal = |text: &str| entries(text).map(|entries| plain::Plain::Table(entries).normal());
    normal(one).is_some_and(|one| Some(one) == normal(other))
}

fn entries(text: &str) -> Option<plain::Entries> {
    let (entries, broken) = tree::parse_private(text, 0);
    plain::entries(&entries).filter(|_| broken.is_empty())
}
