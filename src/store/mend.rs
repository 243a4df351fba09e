//! A ledger whose last line was torn, as by a crash.

use chrono::{DateTime, Utc};

use super::entries::LedgerEntries;
use super::entry::LedgerEntry;
use super::record::Mended;
use super::versions::Versions;
use crate::error::Error;
use crate::model::finding::Phrase;

impl Versions {
    /// The entries; a last line that cannot be read is told and mended.
    ///
    /// # Errors
    /// If the ledger cannot be read, or a line of it is not as it was written or is gone.
    pub(crate) fn read_mended(
        &self,
        at: DateTime<Utc>,
        notice: &dyn Fn(&Phrase),
    ) -> Result<LedgerEntries, Error> {
        let ledger = self.ledger();
        let entries = ledger.read()?;
        let Some(torn) = entries.torn() else {
            return Ok(entries);
        };
        let cut = torn.to_owned();
        let begins: String = cut.chars().take(80).collect();
        ledger.append(&LedgerEntry::Mended(Mended { cut, at }))?;
        let path = self.home().join("ledger.jsonl").display().to_string();
        notice(
            &Phrase::new("terminal-ledger-mended")
                .with("path", path)
                .with("begins", format!("{begins:?}")),
        );
        ledger.read()
    }
}
