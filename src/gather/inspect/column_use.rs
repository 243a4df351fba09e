//! What columns are taken for.

use super::column::{CellKind, ColumnProfile};
use super::synonyms;
use crate::model::agreement::{Column, Layout, RowFilter};
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
    /// A column whose few words, each said again and again, may tell activities apart, and its words.
    pub kinds: Option<(Column, Vec<String>)>,
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
