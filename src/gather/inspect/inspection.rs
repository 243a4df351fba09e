//! What a workbook looks like.

use super::column_use::ColumnUse;
use super::shape::SheetShape;
use crate::model::agreement::{ActivityKind, Agreement, Gives, Source};
use std::collections::BTreeMap;

/// What is known of a workbook besides its cells.
#[derive(Clone, Copy, Debug)]
pub struct WorkbookInfo<'a> {
    /// Its path as it is shown, in the drop folder where that is known.
    pub shown: &'a str,
    /// The pattern that takes it.
    pub files: &'a str,
    /// The agreement whose partners and activities are chosen from.
    pub agreement: Option<&'a Agreement>,
}

/// What a workbook looks like.
#[derive(Clone, Debug)]
pub struct Inspection {
    /// Its sheets, in order.
    pub sheets: Vec<InspectedSheet>,
    /// The source that would read it; none if no sheet is understood.
    pub source: Option<Source>,
    /// For every sheet mapping of the source: what its rows would be if the words of a column told activities apart.
    pub others: Vec<Option<Gives>>,
    /// Activities of the source that the agreement does not know and that count hours or persons.
    pub kinds: BTreeMap<String, ActivityKind>,
}

/// What a sheet looks like.
#[derive(Clone, Debug, PartialEq)]
pub struct InspectedSheet {
    pub name: String,
    pub hidden: bool,
    /// Whether colours and struck-through letters of its format are read.
    pub(crate) formatting_known: bool,
    /// Its shape, header and columns.
    pub(crate) view: SheetShape,
    /// What each of its columns is taken for.
    pub uses: Vec<ColumnUse>,
}
