//! One workbook to be read, and what becomes of it where its reader fails.

use crate::gather::extract::unreadable;
use crate::model::finding::{Finding, UnreadableReason};
use std::path::PathBuf;

/// One workbook to be read.
#[derive(Clone, Debug)]
pub struct WorkbookTask {
    /// Where it lies.
    pub(crate) path: PathBuf,
    /// Its name as shown.
    pub shown: String,
    /// The sources that read it.
    pub(crate) takers: Vec<usize>,
}

/// The most memory that the answers of a folder may take together, from when they are unpacked until the report is made:
/// more than fifty thousand rows with two mapped cells besides date and number. With all else a run takes less than 200 MB.
pub(super) const MAX_REPLIES_MEMORY: u64 = 95_000_000;

/// The finding of a process that ended without an answer that can be understood.
pub(super) fn reader_failed(shown: &str) -> Finding {
    unreadable(shown, UnreadableReason::Damaged, "the reader gave up")
}
