//! Whether what lies in an outbox is what the ledger tells of.

use super::outbox;
use super::stored::stored;
use crate::error::Error;
use crate::model::message::OutboxMessage;
use crate::store::{
    Delivery, LedgerEntries, LedgerEntry, REMINDERS, Version, Versions, seal_of_reminders,
};

/// What of a version's messages, and of its period's reminders, is not as the ledger tells, in words.
///
/// # Errors
/// If a file cannot be read.
pub(crate) fn audit(
    versions: &Versions,
    version: &Version,
    entries: &LedgerEntries,
) -> Result<Vec<String>, Error> {
    let mut told = Vec::new();
    let period = version.period();
    // A list that is not as it was written is told as a file already.
    if let Ok(Some(outbox)) = outbox::read(version) {
        let folder = version.folder().join("outbox");
        let place = (period, version.number(), folder.as_path());
        for message in &outbox.messages {
            if let Err(fault) = stored(versions, message, place) {
                told.push(fault.to_string());
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
                told.push(foreign(delivery));
            }
        }
    }
    let reminders = versions.period_folder(period).join(REMINDERS);
    if let Some(seal) = entries.reminders_seal(period)
        && reminders.exists()
        && seal_of_reminders(&reminders)? != seal
    {
        told.push(format!("{} is not as it was written", reminders.display()));
    }
    told.sort();
    told.dedup();
    Ok(told)
}

fn foreign(delivery: &Delivery) -> String {
    format!(
        "the ledger tells of a message to {} that is not in its outbox",
        delivery.to
    )
}
