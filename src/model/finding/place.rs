//! Where a finding is.

use serde::{Deserialize, Serialize};

use crate::model::activity::Origin;

/// A cell, a sheet, a workbook, or a line of the agreement.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Relative to the drop folder.
    pub workbook: Option<String>,
    pub sheet: Option<String>,
    pub cell: Option<String>,
    /// The line of the agreement, from 1.
    pub line: Option<usize>,
    /// The included file that the line is of; none for the agreement file itself. The agreement's workbook where sheet and cell are
    /// of that; the line, of the text that it is read as, then only orders what is told.
    pub(crate) file: Option<String>,
}

impl Place {
    /// Nowhere in particular.
    pub(crate) fn none() -> Place {
        Place::default()
    }

    pub fn workbook(workbook: impl Into<String>) -> Place {
        Place {
            workbook: Some(workbook.into()),
            ..Place::default()
        }
    }

    pub fn sheet(workbook: impl Into<String>, sheet: impl Into<String>) -> Place {
        Place {
            sheet: Some(sheet.into()),
            ..Place::workbook(workbook)
        }
    }

    /// The line of the agreement's text; none where it is told by its cell.
    pub(crate) fn shown_line(&self) -> Option<usize> {
        self.line.filter(|_| self.sheet.is_none())
    }

    /// The agreement's workbook, if the cell is of that.
    pub(crate) fn agreement_book(&self) -> Option<&str> {
        self.file.as_deref().filter(|_| self.sheet.is_some())
    }

    pub fn line(line: usize) -> Place {
        Place {
            line: Some(line),
            ..Place::default()
        }
    }
}

impl From<&Origin> for Place {
    fn from(origin: &Origin) -> Place {
        Place {
            cell: Some(origin.cell.clone()),
            ..Place::sheet(&origin.workbook, &origin.sheet)
        }
    }
}
