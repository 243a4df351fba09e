//! What is known of the past: the ledger, and the versions made before.

use crate::error::Error;
use crate::model::message::MessageKind;
use crate::model::report::{History, PreviousVersion, ShownFigure};
use crate::model::span::Period;
use crate::render::json;
use crate::store::{LedgerEntries, Version, Versions};

/// What the ledger and the last version of the latest earlier period say.
///
/// # Errors
/// If that version is damaged.
pub(super) fn history(
    versions: &Versions,
    entries: &LedgerEntries,
    period: &Period,
) -> Result<History, Error> {
    // Drafts and letters to partners are no report.
    let sent = entries
        .sent()
        .filter(|sent| sent.kind == MessageKind::Edition);
    let previous = versions.previous(period)?;
    Ok(History {
        sent: sent
            .map(|sent| (sent.period.clone(), sent.at.date_naive()))
            .collect(),
        previous: previous.as_ref().map(read_back).transpose()?,
        shown: shown(versions, &period.to_string())?,
    })
}

/// The figures about persons that the versions of a period have shown, whichever was sent.
fn shown(versions: &Versions, period: &str) -> Result<Vec<ShownFigure>, Error> {
    let mut shown = Vec::new();
    for version in versions.of(period)? {
        shown.extend(read_back(&version)?.shown);
    }
    Ok(shown)
}

/// Reads a version back.
///
/// # Errors
/// If it is not there, or is not as it was written.
pub(super) fn read_back(version: &Version) -> Result<PreviousVersion, Error> {
    const FILE: &str = "follow-up.json";
    let (file, hash) = version.open(FILE)?;
    json::read_back(file, &hash).map_err(|fault| version.damaged(FILE, &fault))
}
