//! What tells whether a version's content would be another.

use super::earlier::EarlierLetters;
use super::version_input::VersionInput;
use super::write::write;
use crate::deliver::email::Sender;
use crate::error::Error;
use crate::model::report::{AuditResult, Report};
use crate::render::Extent;
use crate::store::FileHashes;

/// What the hashes of this program begin with; those of earlier ones begin with nothing.
const BY_EDITION: &str = "edition:";

/// A hash of everything that a version is made from, with stand-ins for its number, for as-of and for the sender. What letters
/// have told before is not part of it: to send a version does not change it.
///
/// # Errors
/// If something cannot be made.
pub(crate) fn content_hash(input: &VersionInput<'_>) -> Result<String, Error> {
    Ok(format!("{BY_EDITION}{}", hash(input, Extent::Edition)?))
}

/// Whether it is the content that a hash of the ledger tells of.
///
/// # Errors
/// If something cannot be made.
pub(crate) fn is_content(input: &VersionInput<'_>, known: &str) -> Result<bool, Error> {
    if known.starts_with(BY_EDITION) {
        Ok(content_hash(input)? == known)
    } else {
        Ok(hash(input, Extent::Content)? == known)
    }
}

fn hash(input: &VersionInput<'_>, extent: Extent) -> Result<String, Error> {
    let undated = Report {
        as_of: input.report.period.end(),
        version: 0,
        audit: input.report.audit.as_ref().map(|audit| AuditResult {
            considered: Vec::new(),
            ..audit.clone()
        }),
        ..input.report.clone()
    };
    let input = VersionInput {
        report: &undated,
        as_sent: &undated.without_rows(),
        sender: &Sender::placeholder(),
        earlier: &EarlierLetters::new(),
        extent,
        ..*input
    };
    let mut hashes = FileHashes::default();
    write(&input, &mut |name, write| hashes.add(name, write))?;
    Ok(hashes.content())
}
