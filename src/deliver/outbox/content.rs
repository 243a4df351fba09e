//! What tells whether a version's content would be another.

use super::earlier::EarlierLetters;
use super::version_input::VersionInput;
use super::write::write;
use crate::deliver::email::Sender;
use crate::error::Error;
use crate::model::report::Report;
use crate::render::Extent;
use crate::store::FileHashes;

/// A hash of everything that a version is made of, with stand-ins for its number, for as-of and for the sender. What letters
/// have told before is no part of it: to send a version is no change to it.
///
/// # Errors
/// If something cannot be made.
pub(crate) fn content_hash(input: &VersionInput<'_>) -> Result<String, Error> {
    let undated = Report {
        as_of: input.report.period.end(),
        version: 0,
        ..input.report.clone()
    };
    let input = VersionInput {
        report: &undated,
        as_sent: &undated.without_rows(),
        sender: &Sender::placeholder(),
        earlier: &EarlierLetters::new(),
        extent: Extent::Content,
        ..*input
    };
    let mut hashes = FileHashes::default();
    write(&input, &mut |name, write| hashes.add(name, write))?;
    Ok(hashes.content())
}
