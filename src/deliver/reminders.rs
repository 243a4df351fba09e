//! Reminders on disk: `outputs/<agreement>/<period>/reminders`. They belong to no version; what the day no longer asks for is
//! taken away before it is posted.

use std::fs;
use std::io;
use std::path::PathBuf;

use super::outbox::{VersionInput, letters};
use crate::error::Error;
use crate::model::agreement::Release;
use crate::model::message::{Outbox, SCHEMA};
use crate::store::{Versions, names_in, write_file};

/// The list of reminders in their folder.
pub(super) const LIST: &str = "reminders.json";

/// Where a period's reminders are.
pub(super) fn folder_of(versions: &Versions, period: &str) -> PathBuf {
    versions.period_folder(period).join("reminders")
}

/// Writes the reminders that the day asks for into their folder, in place of earlier ones.
///
/// # Errors
/// If one cannot be made or written.
pub(crate) fn remind(versions: &Versions, input: &VersionInput<'_>) -> Result<(), Error> {
    let report = input.report;
    let period = report.period.to_string();
    let folder = folder_of(versions, &period);
    let reminders = letters::reminders(input)?;
    if reminders.is_empty() && !folder.exists() {
        return Ok(());
    }
    fs::create_dir_all(&folder).map_err(|fault| Error::io(&folder, fault))?;
    let mut list = Vec::new();
    for (outgoing, bytes) in reminders {
        write_file(&folder.join(&outgoing.file), &bytes)?;
        list.push(outgoing);
    }
    let outbox = Outbox {
        schema: SCHEMA,
        agreement: report.agreement.id.clone(),
        period,
        version: 0,
        as_of: report.as_of,
        release: Release::AtOnce,
        until: None,
        waits_for: Vec::new(),
        messages: list,
    };
    let text = serde_json::to_vec_pretty(&outbox);
    let text = text.map_err(|fault| Error::Render {
        what: LIST.to_owned(),
        fault: fault.to_string(),
    })?;
    write_file(&folder.join(LIST), &text)?;
    let is_old = |name: &String| {
        name.ends_with(".eml") && !outbox.messages.iter().any(|one| one.file == *name)
    };
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
