//! Reminders on disk: `outputs/<agreement>/<period>/reminders`. They belong to no version; what the day no longer asks for is
//! taken away before it is posted.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::deliver::outbox::{Making, partners};
use crate::error::Error;
use crate::model::agreement::Release;
use crate::model::message::{Outbox, SCHEMA};
use crate::store::{names_in, put_file};

/// The list of reminders in their folder.
pub(super) const LIST: &str = "reminders.json";

/// Where a period's reminders are.
pub(super) fn folder_of(home: &Path, period: &str) -> PathBuf {
    home.join(period).join("reminders")
}

/// Lays the reminders that the day asks for in their folder, in place of earlier ones.
///
/// # Errors
/// If one cannot be made or written.
pub fn remind(home: &Path, making: &Making<'_>) -> Result<(), Error> {
    let report = making.report;
    let period = report.period.to_string();
    let folder = folder_of(home, &period);
    let reminders = partners::reminders(making)?;
    if reminders.is_empty() && !folder.exists() {
        return Ok(());
    }
    fs::create_dir_all(&folder).map_err(|fault| Error::io(&folder, fault))?;
    let mut list = Vec::new();
    for (outgoing, bytes) in reminders {
        put_file(&folder.join(&outgoing.file), &bytes)?;
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
    put_file(&folder.join(LIST), &text)?;
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
