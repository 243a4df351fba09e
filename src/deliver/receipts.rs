//! The receipts beside a drop folder, a text file for each workbook: how it was read, and what must be mended.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::compose::findings_of_workbook;
use crate::error::Error;
use crate::model::activity::Gathered;
use crate::model::agreement::Agreement;
use crate::model::finding::Checked;
use crate::render::letter::receipt::receipt;
use crate::store::write_changed;
use crate::wording::Wording;

/// The receipts, by the workbook's name as shown.
pub(crate) fn receipts(
    agreement: &Agreement,
    gathered: &Checked<Gathered>,
    wording: &Wording,
) -> BTreeMap<String, String> {
    let Gathered {
        accounts, readings, ..
    } = &gathered.value;
    let receipts = accounts.iter().map(|account| {
        let findings = findings_of_workbook(agreement, accounts, &gathered.findings, account);
        let readings = readings.get(&account.workbook);
        let readings = readings.map(Vec::as_slice).unwrap_or_default();
        let text = receipt(account, readings, &findings, wording);
        (account.workbook.clone(), text)
    });
    receipts.collect()
}

/// Writes the receipts that have changed, and returns their paths.
///
/// # Errors
/// If one cannot be written.
pub(crate) fn write_receipts(
    drop_folder: &Path,
    receipts: &BTreeMap<String, String>,
) -> Result<Vec<PathBuf>, Error> {
    let folder = drop_folder.parent().unwrap_or(drop_folder).join("receipts");
    let mut written = Vec::new();
    for (workbook, text) in receipts {
        let place = folder.join(format!("{workbook}.txt"));
        if write_changed(&place, text.as_bytes())? {
            written.push(place);
        }
    }
    Ok(written)
}
