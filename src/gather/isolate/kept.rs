//! What workbooks gave, kept from run to run, so that a workbook that has not changed is not read again.
//!
//! What is kept is believed only for the same bytes of the same workbook, read by the same build of the program for the same
//! agreement, and on days as of which the same comes out. Whatever is wrong with it, the workbook is read.

use std::fmt::Debug;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::message::Packed;
use super::task::WorkbookTask;
use crate::digest::hex;
use crate::gather::layout::RowDetail;

/// Keeps bytes under names, which are hexadecimal digits. It may forget any of them, but gives no others than were put there.
pub trait ReadingCache: Debug + Send + Sync {
    /// The bytes under a name; none where there are none, or they are not whole.
    fn get(&self, name: &str) -> Option<Vec<u8>>;

    /// Keeps bytes under a name, in place of those that were there.
    fn put(&self, name: &str, bytes: &[u8]);
}

/// The sources that the program was built from: another build may read otherwise.
const BUILD: &str = env!("LOFTE_SOURCES");

/// The place of what one workbook gave.
pub(super) struct KeptReading<'a> {
    cache: &'a dyn ReadingCache,
    name: String,
    sha256: &'a str,
}

impl<'a> KeptReading<'a> {
    /// None where nothing is kept, or the workbook's bytes are not known.
    pub(super) fn of(
        cache: Option<&'a dyn ReadingCache>,
        agreement: &str,
        task: &'a WorkbookTask,
        detail: RowDetail,
    ) -> Option<Self> {
        let cache = cache?;
        if task.sha256.is_empty() {
            return None;
        }
        let read_by: Vec<String> = task.read_by.iter().map(usize::to_string).collect();
        let mut hasher = Sha256::new();
        for part in [
            BUILD,
            agreement,
            &read_by.join(","),
            &task.shown,
            &task.sha256,
            &format!("{detail:?}"),
        ] {
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        Some(KeptReading {
            cache,
            name: hex(&hasher.finalize()),
            sha256: &task.sha256,
        })
    }

    /// What the workbook gave, as of this day.
    pub(super) fn get(&self, as_of: NaiveDate) -> Option<Packed> {
        let bytes = self.cache.get(&self.name)?;
        // The name once more: what was moved to another place is not believed either.
        let packed = Packed::of(bytes.strip_prefix(self.name.as_bytes())?)?;
        let (from, before) = packed.head.same_days;
        let is_same = packed.head.sha256.as_deref() == Some(self.sha256)
            && from.is_none_or(|from| from <= as_of)
            && before.is_none_or(|before| as_of < before);
        is_same.then_some(packed)
    }

    /// Keeps what it gave. A workbook that was changed while it was read, or that could not be read, is read again.
    pub(super) fn put(self, packed: &Packed) {
        let mut bytes = self.name.clone().into_bytes();
        if packed.head.sha256.as_deref() == Some(self.sha256) && packed.put(&mut bytes).is_ok() {
            self.cache.put(&self.name, &bytes);
        }
    }
}
