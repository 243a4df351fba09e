//! What a workbook looks like.

use super::column_use::ColumnUse;
use super::proposal::Proposal;
use super::shape::SheetShape;
use crate::model::agreement::{Agreement, Partner};

/// What is known of a workbook besides its cells.
#[derive(Clone, Copy, Debug)]
pub struct WorkbookInfo<'a> {
    /// Its path as it is shown, in the drop folder where that is known.
    pub shown: &'a str,
    /// The pattern that takes it.
    pub files: &'a str,
    /// The agreement whose partners and activities are chosen from.
    pub agreement: Option<&'a Agreement>,
    /// The partners that headings and cells may name, where there is no agreement yet.
    pub partners: &'a [Partner],
}

/// What a workbook looks like.
#[derive(Clone, Debug)]
pub struct Inspection {
    /// Its sheets, in order.
    pub sheets: Vec<InspectedSheet>,
    /// The source that would read it; none if no sheet is understood.
    pub proposal: Option<Proposal>,
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
