//! Seals of what lies on disk: one hash that binds every file of a version, or of a period's reminders.

use std::collections::BTreeMap;
use std::path::Path;

use super::files::names_in;
use super::hashes::{FileHashes, HASHES, sha256_of};
use crate::error::Error;

/// The folder of a period's reminders.
pub(crate) const REMINDERS: &str = "reminders";

/// The seal of a period's reminders: their list and their letters, but for what an interrupted run has left.
///
/// # Errors
/// If a file cannot be read.
pub(crate) fn seal_of_reminders(folder: &Path) -> Result<String, Error> {
    let mut hashes = FileHashes::default();
    for name in names_in(folder)? {
        if !name.starts_with('.') {
            let hash = sha256_of(&folder.join(&name))?;
            hashes.insert(&name, hash);
        }
    }
    Ok(hashes.content())
}

/// The seals of every version and of all reminders below an agreement's folder, by `2023-09/v1` and `2023-09/reminders`.
///
/// # Errors
/// If a folder cannot be read.
pub(super) fn seals_below(home: &Path) -> Result<BTreeMap<String, String>, Error> {
    let mut seals = BTreeMap::new();
    for period in names_in(home)?.iter().filter(|name| !name.starts_with('.')) {
        let folder = home.join(period);
        if !folder.is_dir() {
            continue;
        }
        for name in names_in(&folder)? {
            let inside = folder.join(&name);
            let is_version = name
                .strip_prefix('v')
                .is_some_and(|number| number.parse::<u32>().is_ok());
            if is_version && inside.join(HASHES).is_file() {
                seals.insert(format!("{period}/{name}"), sha256_of(&inside.join(HASHES))?);
            } else if name == REMINDERS && inside.is_dir() {
                seals.insert(format!("{period}/{name}"), seal_of_reminders(&inside)?);
            }
        }
    }
    Ok(seals)
}
