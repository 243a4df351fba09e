//! The list of an outbox, read back.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::write::LIST;
use crate::error::{DamageFault, Error};
use crate::model::message::{Outbox, SCHEMA};
use crate::store::{LedgerEntries, LedgerEntry, Version, Versions};

/// The list of a version's outbox, as it was written; none if there is no such version.
///
/// # Errors
/// If it has changed, or cannot be read.
pub(in crate::deliver) fn read(version: &Version) -> Result<Option<Outbox>, Error> {
    let path = version.folder().join(LIST);
    let bytes = version.find(LIST)?;
    bytes.map(|bytes| parsed(&path, &bytes)).transpose()
}

/// A list that belongs to no version; none if it is not there.
///
/// # Errors
/// If it cannot be read.
pub(in crate::deliver) fn read_list(path: &Path) -> Result<Option<Outbox>, Error> {
    match fs::read(path) {
        Ok(bytes) => parsed(path, &bytes).map(Some),
        Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(fault) => Err(Error::io(path, fault)),
    }
}

fn parsed(path: &Path, bytes: &[u8]) -> Result<Outbox, Error> {
    let outbox: Outbox = serde_json::from_slice(bytes)
        .map_err(|fault| Error::damaged(path, DamageFault::List(fault.to_string())))?;
    if outbox.schema == SCHEMA {
        Ok(outbox)
    } else {
        let fault = DamageFault::Schema {
            found: outbox.schema,
            known: SCHEMA,
        };
        Err(Error::damaged(path, fault))
    }
}

/// Which edition the messages carry that earlier programs have entered in the ledger without it, by their ids.
pub(in crate::deliver) fn editions(
    versions: &Versions,
    entries: &LedgerEntries,
) -> BTreeMap<String, String> {
    let untold = entries
        .iter()
        .filter_map(LedgerEntry::delivery)
        .filter(|delivery| delivery.edition.is_none() && delivery.version > 0)
        .map(|delivery| (delivery.period.as_str(), delivery.version));
    let mut editions = BTreeMap::new();
    for (period, version) in untold.collect::<BTreeSet<_>>() {
        // What cannot be read tells nothing; whatever is to be sent of it is told elsewhere.
        if let Ok(Some(outbox)) = read(&versions.version(period, version)) {
            for message in outbox.messages {
                let ids = message.first_id.into_iter().chain([message.id]);
                editions.extend(ids.map(|id| (id, message.edition.clone())));
            }
        }
    }
    editions
}
