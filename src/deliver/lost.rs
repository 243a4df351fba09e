//! A ledger that has been lost, or lines of it: nobody knows who has got what.

use std::path::Path;

use chrono::{DateTime, Utc};

use crate::error::{DamageFault, Error};
use crate::model::finding::Phrase;
use crate::store::{Anew, LedgerEntries, LedgerEntry, Resumed, Versions};

/// Enters versions that lie there and that no line tells of, and says so: from then on nothing is mailed until somebody asks
/// for it.
///
/// # Errors
/// If the ledger cannot be written.
pub(crate) fn note_unknown(
    versions: &Versions,
    entries: &LedgerEntries,
    at: DateTime<Utc>,
    notice: &dyn Fn(&Phrase),
) -> Result<(), Error> {
    let seals = versions.unknown(entries)?;
    if seals.is_empty() {
        return Ok(());
    }
    let names = seals.keys().cloned().collect::<Vec<_>>().join(", ");
    notice(&lost(versions.home(), &names).told());
    versions
        .ledger()
        .append(&LedgerEntry::Anew(Anew { seals, at }))
}

/// Nothing is mailed while it is not known who has got what. `resend`: somebody asks for it all the same. `is_told`: it is only
/// to be told, as nothing is mailed anyhow.
///
/// # Errors
/// If the ledger is lost, or lines of it are, and nobody asks to send all the same; or if it cannot be written.
pub(crate) fn check_found(
    versions: &Versions,
    entries: &LedgerEntries,
    (resend, is_told): (bool, bool),
    at: DateTime<Utc>,
    notice: &dyn Fn(&Phrase),
) -> Result<(), Error> {
    let unknown = versions.unknown(entries)?;
    if unknown.is_empty() && !entries.is_lost() {
        return Ok(());
    }
    let names = unknown.keys().cloned().collect::<Vec<_>>().join(", ");
    let fault = lost(versions.home(), &names);
    if is_told {
        notice(&fault.told());
        return Ok(());
    }
    if !resend {
        return Err(fault);
    }
    note_unknown(versions, entries, at, notice)?;
    versions
        .ledger()
        .append(&LedgerEntry::Resumed(Resumed { at }))
}

fn lost(home: &Path, names: &str) -> Error {
    let fault = DamageFault::LedgerLost {
        home: home.to_owned(),
        names: names.to_owned(),
    };
    Error::damaged(&home.join("ledger.jsonl"), fault)
}
