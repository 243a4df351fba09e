//! The ledger as commands that write need it: what is wrong with it is told before anything is done.

use std::path::Path;

use chrono::Utc;

use super::terminal;
use crate::error::Error;
use crate::store::{Anew, LedgerEntries, LedgerEntry, Mended, Resumed, Versions};

/// The entries; a last line that cannot be read is told and mended.
///
/// # Errors
/// If the ledger cannot be read, or a line of it is not as it was written or is gone.
pub(super) fn read(versions: &Versions) -> Result<LedgerEntries, Error> {
    let ledger = versions.ledger();
    let entries = ledger.read()?;
    let Some(torn) = entries.torn() else {
        return Ok(entries);
    };
    let (cut, at) = (torn.to_owned(), Utc::now());
    let begins: String = cut.chars().take(80).collect();
    ledger.append(&LedgerEntry::Mended(Mended { cut, at }))?;
    terminal::warn(&format!(
        "lofte: the last line of {} could not be read, as after a crash; it was taken out, and what it said stands in the next: \
         {begins:?}",
        versions.home().join("ledger.jsonl").display()
    ));
    ledger.read()
}

/// Enters versions that lie there and that no line tells of, and says so: from then on nothing is mailed until somebody asks
/// for it.
///
/// # Errors
/// If the ledger cannot be written.
pub(super) fn note_unknown(versions: &Versions, entries: &LedgerEntries) -> Result<(), Error> {
    let seals = versions.unknown(entries)?;
    if seals.is_empty() {
        return Ok(());
    }
    let names = seals.keys().cloned().collect::<Vec<_>>().join(", ");
    terminal::warn(&format!("lofte: {}", lost(versions.home(), &names)));
    let at = Utc::now();
    versions
        .ledger()
        .append(&LedgerEntry::Anew(Anew { seals, at }))
}

/// Nothing is mailed while it is not known who has got what. `resend`: somebody asks for it all the same. `is_told`: it is only
/// to be told, as nothing is mailed anyhow.
///
/// # Errors
/// If the ledger is lost, or lines of it are, and nobody asks to send all the same; or if it cannot be written.
pub(super) fn check_found(
    versions: &Versions,
    entries: LedgerEntries,
    resend: bool,
    is_told: bool,
) -> Result<LedgerEntries, Error> {
    let unknown = versions.unknown(&entries)?;
    if unknown.is_empty() && !entries.is_lost() {
        return Ok(entries);
    }
    let names = unknown.keys().cloned().collect::<Vec<_>>().join(", ");
    let fault = Error::Damaged {
        path: versions.home().join("ledger.jsonl"),
        fault: lost(versions.home(), &names),
    };
    if is_told {
        terminal::warn(&format!("lofte: {fault}"));
        return Ok(entries);
    }
    if !resend {
        return Err(fault);
    }
    note_unknown(versions, &entries)?;
    versions
        .ledger()
        .append(&LedgerEntry::Resumed(Resumed { at: Utc::now() }))?;
    read(versions)
}

fn lost(home: &Path, names: &str) -> String {
    let of = if names.is_empty() {
        String::new()
    } else {
        format!(" of {names}")
    };
    format!(
        "the ledger in {} has been lost, or lines of it: it knows nothing{of}, so nobody knows who has got what, and nothing is \
         mailed. Restore ledger.jsonl and ledger.head from a backup; or look at what would go by lofte send --list, and send it, \
         once more to whoever has it, by lofte send --resend",
        home.display()
    )
}
