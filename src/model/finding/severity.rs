//! How much is lost by what a finding is about.

use serde::Serialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// A workbook, a sheet or a heading could not be used.
    Error,
    /// A row or a cell was left out, or doubted.
    Warning,
    /// Nothing is lost.
    Note,
}

impl Severity {
    /// Its stable name, as in follow-up.json.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}
