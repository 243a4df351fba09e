//! Whether what lies in an outbox is what the ledger tells of.

use std::path::PathBuf;

use super::outbox;
use super::stored::stored;
use crate::error::Error;
use crate::model::finding::Phrase;
use crate::model::message::OutboxMessage;
use crate::store::{LedgerEntries, LedgerEntry, REMINDERS, Version, Versions, seal_of_reminders};

/// What of a version's messages, or of its period's reminders, is not as the ledger tells.
#[derive(Debug)]
pub(crate) enum AuditFault {
    /// A message is not as it was written, or is for somebody else.
    Message(Error),
    /// The ledger tells of a message to that address that does not lie there.
    Unknown(String),
    /// The reminders in that folder are others.
    Reminders(PathBuf),
}

/// What of a version's messages, and of its period's reminders, is not as the ledger tells: each once, in order.
///
/// # Errors
/// If a file cannot be read.
pub(crate) fn audit(
    versions: &Versions,
    version: &Version,
    entries: &LedgerEntries,
) -> Result<Vec<AuditFault>, Error> {
    let mut told = Vec::new();
    let period = version.period();
    // A list that is not as it was written is told as a file already.
    if let Ok(Some(outbox)) = outbox::read(version) {
        let folder = version.folder().join("outbox");
        let place = (period, version.number(), folder.as_path());
        for message in &outbox.messages {
            if let Err(fault) = stored(versions, message, place) {
                told.push(AuditFault::Message(fault));
            }
        }
        let of_version = entries
            .iter()
            .filter_map(LedgerEntry::delivery)
            .filter(|delivery| delivery.period == period && delivery.version == version.number());
        for delivery in of_version {
            let is_it = |one: &OutboxMessage| {
                let ids = [Some(&one.id), one.first_id.as_ref()];
                ids.contains(&Some(&delivery.id)) && one.address.eq_ignore_ascii_case(&delivery.to)
            };
            if !outbox.messages.iter().any(is_it) {
                told.push(AuditFault::Unknown(delivery.to.clone()));
            }
        }
    }
    let reminders = versions.period_folder(period).join(REMINDERS);
    if let Some(seal) = entries.reminders_seal(period)
        && reminders.exists()
        && seal_of_reminders(&reminders)? != seal
    {
        told.push(AuditFault::Reminders(reminders));
    }
    told.sort_by_cached_key(sorted_by);
    told.dedup_by_key(|fault| sorted_by(fault));
    Ok(told)
}

fn sorted_by(fault: &AuditFault) -> (u8, String) {
    match fault {
        AuditFault::Message(fault) => (0, fault.to_string()),
        AuditFault::Reminders(folder) => (1, folder.display().to_string()),
        AuditFault::Unknown(to) => (2, to.clone()),
    }
}

impl AuditFault {
    /// It in the words of a language.
    pub(crate) fn phrase(&self) -> Phrase {
        match self {
            AuditFault::Message(fault) => fault.told(),
            AuditFault::Unknown(to) => Phrase::new("verify-unknown-message").with("to", to),
            AuditFault::Reminders(folder) => {
                Phrase::new("verify-reminders").with("folder", folder.display().to_string())
            }
        }
    }
}
