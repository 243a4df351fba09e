//! A ledger whose last line was torn, as by a crash.

use chrono::{DateTime, Utc};

use super::entries::LedgerEntries;
use super::entry::LedgerEntry;
use super::record::Mended;
use super::versions::Versions;
use crate::error::Error;

impl Versions {
    /// The entries; a last line that cannot be read is told and mended.
    ///
    /// # Errors
    /// If the ledger cannot be read, or a line of it is not as it was written or is gone.
    pub(crate) fn read_mended(
        &self,
        at: DateTime<Utc>,
        notice: &dyn Fn(&str),
    ) -> Result<LedgerEntries, Error> {
        let ledger = self.ledger();
        let entries = ledger.read()?;
        let Some(torn) = entries.torn() else {
            return Ok(entries);
        };
        let cut = torn.to_owned();
        let begins: String = cut.chars().take(80).collect();
        ledger.append(&LedgerEntry::Mended(Mended { cut, at }))?;
        notice(&format!(
            "the last line of {} could not be read, as after a crash; it was taken out, and what it said stands in the next: \
         {begins:?}",
            self.home().join("ledger.jsonl").display()
        ));
        ledger.read()
    }
}
