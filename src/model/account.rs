//! What became of a workbook, as an edition tells it.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::activity::{SheetAccount, WorkbookAccount};

/// What became of a workbook.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EditionAccount {
    /// Its path relative to the drop folder.
    pub(crate) workbook: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub(crate) sha256: String,
    /// Whose it is; none if no source takes it.
    pub(crate) partner: Option<String>,
    /// Its sheets that were read.
    pub(crate) sheets: Vec<EditionSheet>,
}

/// What became of the rows of one sheet.
#[derive(Clone, Debug)]
pub(crate) struct EditionSheet {
    /// The sheet's name.
    pub(crate) sheet: String,
    /// How many rows there are of each sort; none where that would tell a small number of persons.
    pub(crate) rows: Option<SheetAccount>,
}

impl EditionAccount {
    /// The account of a workbook, without the counts of some of its sheets.
    pub(crate) fn new(account: &WorkbookAccount, is_told: impl Fn(&str) -> bool) -> EditionAccount {
        let sheets = account.sheets.iter().map(|sheet| EditionSheet {
            sheet: sheet.sheet.clone(),
            rows: is_told(&sheet.sheet).then(|| sheet.clone()),
        });
        EditionAccount {
            workbook: account.workbook.clone(),
            sha256: account.sha256.clone(),
            partner: account.partner.clone(),
            sheets: sheets.collect(),
        }
    }
}

/// The keys are the same; a count that is not told is null.
impl Serialize for EditionSheet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rows = self.rows.as_ref();
        let counts = [
            ("rows_read", rows.map(|rows| rows.rows_read)),
            ("rows_used", rows.map(|rows| rows.rows_used)),
            ("skipped", rows.map(|rows| rows.skipped)),
            ("rejected", rows.map(|rows| rows.rejected)),
            ("activities", rows.map(|rows| rows.activities)),
        ];
        let mut map = serializer.serialize_map(Some(counts.len() + 1))?;
        map.serialize_entry("sheet", &self.sheet)?;
        for (name, count) in counts {
            map.serialize_entry(name, &count)?;
        }
        map.end()
    }
}
