//! A message as it lies in its outbox, held against its plan.

use std::fs;
use std::path::Path;

use super::ascii::ascii_address;
use super::posting_headers::recipient_of;
use crate::error::{DamageFault, Error, StoredFault};
use crate::model::address::is_address;
use crate::model::message::OutboxMessage;
use crate::store::Versions;

/// The message as it was written, for the recipient that is planned; one of a version must have the hash that was written
/// with it. `place`: its period, its version (0 for a reminder) and the folder that it lies in.
///
/// # Errors
/// If it has changed, is for somebody else, or cannot be read.
pub(super) fn stored(
    versions: &Versions,
    message: &OutboxMessage,
    (period, version, folder): (&str, u32, &Path),
) -> Result<Vec<u8>, Error> {
    let OutboxMessage { file, address, .. } = message;
    let path = folder.join(file);
    let damaged = |fault: StoredFault| Error::damaged(&path, DamageFault::Message(fault));
    let is_plain = !file.is_empty() && !file.contains(['/', '\\']) && !file.starts_with('.');
    if !is_plain {
        return Err(damaged(StoredFault::Elsewhere));
    }
    if !is_address(address) {
        return Err(damaged(StoredFault::NoAddress(address.clone())));
    }
    let stored = if version > 0 {
        let version = versions.version(period, version);
        version.read(&format!("outbox/{file}"))?
    } else {
        fs::read(&path).map_err(|fault| Error::io(&path, fault))?
    };
    match recipient_of(&stored) {
        Some(to) if ascii_address(&to).eq_ignore_ascii_case(&ascii_address(address)) => Ok(stored),
        written => Err(damaged(StoredFault::Recipient {
            written,
            planned: address.clone(),
        })),
    }
}
