//! Reminders on disk: `outputs/<agreement>/<period>/reminders`. They belong to no version; what the day no longer asks for is
//! taken away before it is posted.

use std::fs;
use std::io;
use std::path::PathBuf;

use chrono::{DateTime, Utc};

use super::outbox::{VersionInput, letters, read_list};
use crate::error::Error;
use crate::model::agreement::Release;
use crate::model::message::{Outbox, SCHEMA};
use crate::store::{
    FileHashes, LedgerEntry, REMINDERS, RemindersMade, Versions, make_folder, names_in, sha256,
    write_file,
};

/// The list of reminders in their folder.
pub(super) const LIST: &str = "reminders.json";

/// Where a period's reminders are.
pub(super) fn folder_of(versions: &Versions, period: &str) -> PathBuf {
    versions.period_folder(period).join(REMINDERS)
}

/// Writes the reminders that the day asks for into their folder, in place of earlier ones, and seals them.
///
/// # Errors
/// If one cannot be made or written.
pub(crate) fn remind(
    versions: &Versions,
    input: &VersionInput<'_>,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let report = input.report;
    let period = report.period.to_string();
    let folder = folder_of(versions, &period);
    let reminders = letters::reminders(input)?;
    if reminders.is_empty() && is_empty(&folder) {
        return Ok(());
    }
    make_folder(&folder)?;
    let (list, letters): (Vec<_>, Vec<_>) = reminders
        .into_iter()
        .map(|(outgoing, bytes)| (outgoing.clone(), (outgoing.file, bytes)))
        .unzip();
    let outbox = Outbox {
        schema: SCHEMA,
        agreement: report.agreement.id.clone(),
        period: period.clone(),
        version: 0,
        as_of: report.as_of,
        release: Release::AtOnce,
        until: None,
        waits_for: Vec::new(),
        messages: list,
    };
    let text = serde_json::to_vec_pretty(&outbox).map_err(|fault| Error::Render {
        what: LIST.to_owned(),
        fault: fault.to_string(),
    })?;
    let mut files = letters;
    files.push((LIST.to_owned(), text));
    let mut hashes = FileHashes::default();
    for (name, bytes) in &files {
        hashes.insert(name, sha256(bytes));
    }
    let seal = hashes.content();
    let ledger = versions.ledger();
    if ledger.read()?.reminders_seal(&period) != Some(&seal) {
        ledger.append(&LedgerEntry::Reminders(RemindersMade { period, seal, at }))?;
    }
    for (name, bytes) in &files {
        write_file(&folder.join(name), bytes)?;
    }
    let is_old = |name: &String| !files.iter().any(|(file, _)| file == name);
    for name in names_in(&folder)?.iter().filter(|name| is_old(name)) {
        let path = folder.join(name);
        match fs::remove_file(&path) {
            Err(fault) if fault.kind() != io::ErrorKind::NotFound => {
                return Err(Error::io(&path, fault));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Whether no reminder lies there. A list that cannot be read is written anew.
fn is_empty(folder: &std::path::Path) -> bool {
    !folder.exists()
        || matches!(read_list(&folder.join(LIST)), Ok(Some(list)) if list.messages.is_empty())
}
