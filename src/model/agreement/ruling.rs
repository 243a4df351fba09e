//! What the parties have settled about single rows and findings.

use chrono::NaiveDate;
use serde::Serialize;

/// A disputed row, settled, `[[ruling]]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ruling {
    /// The workbook, relative to the drop folder.
    pub workbook: String,
    pub sheet: String,
    /// A cell of the row.
    pub cell: String,
    /// Whether the row counts.
    pub(crate) counts: bool,
    pub(crate) why: String,
    pub(crate) by: String,
    pub date: NaiveDate,
}

/// A finding that the parties know of and have explained, `[[known]]`: told, but no news.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KnownFinding {
    /// The finding's code.
    pub code: String,
    /// The workbook, relative to the drop folder, or the pattern of the source; any if none.
    pub workbook: Option<String>,
    /// The sheet; any if none.
    pub sheet: Option<String>,
    /// A cell of the row; any if none.
    pub cell: Option<String>,
    /// Why it is so.
    pub(crate) why: String,
    pub(crate) by: String,
    pub date: NaiveDate,
}
