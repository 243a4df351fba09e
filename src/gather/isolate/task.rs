//! One workbook to be read, and its finding where the reader fails.

use crate::gather::extract::unreadable;
use crate::model::finding::{Finding, UnreadableReason};
use std::path::PathBuf;

#[derive(Clone, Debug)]
pub struct WorkbookTask {
    pub(crate) path: PathBuf,
    /// Its name as shown.
    pub shown: String,
    /// The indices of the sources that read it.
    pub(crate) read_by: Vec<usize>,
    /// SHA-256 of its bytes, hexadecimal; empty where it is not known.
    pub(crate) sha256: String,
}

/// The most memory that the replies of a folder may take together, from decompression until the report is made: more
/// than fifty thousand rows with two mapped cells besides date and number. Everything else in a run takes less than
/// 200 MB.
pub(super) const MAX_REPLIES_MEMORY: u64 = 95_000_000;

/// The finding for a process that ended without a readable reply.
pub(super) fn reader_failed(shown: &str) -> Finding {
    unreadable(shown, UnreadableReason::Damaged, "the reader gave up")
}
