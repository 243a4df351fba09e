//! What columns are taken for.

use super::column::{CellKind, ColumnProfile};
use super::synonyms;
use crate::model::agreement::{Column, Layout, RowFilter, Test};
use std::collections::BTreeMap;

/// A mapping whose activities have no names yet.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct UnnamedMapping {
    /// The shape.
    pub layout: Layout,
    /// Which column means what.
    pub columns: BTreeMap<String, Column>,
    /// Columns of marks that name partners.
    pub(crate) partner_columns: BTreeMap<String, Vec<Column>>,
    /// Which rows are taken.
    pub(crate) only_rows: Vec<RowFilter>,
    /// Several columns that are counted, each an activity; none if each row is one, or has a count.
    pub(crate) counts: Vec<Column>,
    /// Whether what is counted is hours.
    pub(crate) in_hours: bool,
    /// Whether something stands in most of the weeks or months that it lists.
    pub(crate) is_kept: bool,
    /// Whether its headings say that it is about persons.
    pub(crate) persons: bool,
    /// A column whose few words, each said again and again, tell activities apart, and its words.
    pub kinds: Option<(Column, Vec<String>)>,
    /// Other likely readings of the same rows.
    pub(crate) others: Vec<(OtherReading, UnnamedMapping)>,
}

/// Why another reading is likely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherReading {
    /// The words of a column may tell activities apart.
    ByWords,
    /// A row may be as many as a column says.
    Counted,
    /// The rows of a table may be what counts, not the sheet as one occasion.
    Rows,
    /// The rows may be occasions, not places.
    Occasions,
    /// A row may be one occasion, however many it says that there were.
    Uncounted,
    /// Each of several columns may say how many there were, of what it is called.
    ByColumns,
}

impl UnnamedMapping {
    /// A mapping without columns.
    pub(super) fn new(layout: Layout) -> UnnamedMapping {
        UnnamedMapping {
            layout,
            columns: BTreeMap::new(),
            partner_columns: BTreeMap::new(),
            only_rows: Vec::new(),
            counts: Vec::new(),
            in_hours: false,
            is_kept: true,
            persons: false,
            kinds: None,
            others: Vec::new(),
        }
    }

    /// Whether another sheet is read in the same way. What its cells hold does not matter.
    pub(super) fn is_like(&self, other: &UnnamedMapping) -> bool {
        let filters = |draft: &UnnamedMapping| {
            let columns = draft.only_rows.iter().map(|filter| filter.column.clone());
            columns.collect::<Vec<_>>()
        };
        self.layout == other.layout
            && self.columns == other.columns
            && self.partner_columns == other.partner_columns
            && self.counts == other.counts
            && filters(self) == filters(other)
    }

    /// Adds what the cells of a sheet hold that is read in the same way.
    pub(super) fn add(&mut self, other: &UnnamedMapping) {
        self.is_kept &= other.is_kept;
        self.persons |= other.persons;
        for (own, more) in self.only_rows.iter_mut().zip(&other.only_rows) {
            if let (Test::AnyOf(own), Test::AnyOf(more)) = (&mut own.test, &more.test) {
                more.iter().for_each(|word| add(own, word));
            }
        }
        if let (Some((_, own)), Some((_, more))) = (&mut self.kinds, &other.kinds) {
            more.iter().for_each(|word| add(own, word));
        }
        for ((own_reading, own), (reading, more)) in self.others.iter_mut().zip(&other.others) {
            if own_reading == reading {
                own.add(more);
            }
        }
    }
}

fn add(words: &mut Vec<String>, word: &String) {
    if !words.contains(word) {
        words.push(word.clone());
    }
}

/// What a column is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnUse {
    /// This field.
    Field(String),
    /// Its numbers are counted.
    Counted,
    /// A mark that this partner was there.
    Partner(String),
    /// It says which rows are taken.
    Filter,
    Month,
    /// Nothing.
    Unused,
}

/// Whether the heading of a column says that its numbers are hours.
pub fn is_in_hours(seen: &ColumnProfile) -> bool {
    synonyms::field(&seen.heading.heading, CellKind::Count) == Some("hours")
}
