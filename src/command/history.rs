//! What is known of the past: the ledger, and the versions made before.

use std::collections::BTreeMap;

use crate::error::Error;
use crate::model::activity::Gathered;
use crate::model::message::MessageKind;
use crate::model::report::{History, PreviousVersion, PublishedVersion, ShownFigure};
use crate::model::row_group::{ComparedRow, RowGroup, row_groups};
use crate::model::span::Period;
use crate::render::json;
use crate::store::{LedgerEntries, Version, Versions};

/// What a later run reads of a version.
const FILE: &str = "follow-up.json";

/// What the ledger and the last version of the latest earlier period say.
///
/// # Errors
/// If that version is damaged.
pub(super) fn history(
    versions: &Versions,
    entries: &LedgerEntries,
    period: &Period,
    counts_persons: bool,
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
        published: if counts_persons {
            published(versions, entries)?
        } else {
            Vec::new()
        },
    })
}

/// What the versions that lie there, and that were made before what the ledger's `entries` know, have told about persons, in the order of periods.
fn published(versions: &Versions, entries: &LedgerEntries) -> Result<Vec<PublishedVersion>, Error> {
    let all = versions.ledger().read()?;
    let mut published = Vec::new();
    for (_, version) in versions.all()? {
        let (period, number) = (version.period(), version.number());
        // What a rerun leaves out was made later; what no line tells of, as the ledger was lost, has been told all the same.
        let is_later = all.made(period, number).is_some() && entries.made(period, number).is_none();
        if is_later || !version.exists() {
            continue;
        }
        let (file, hash) = version.open(FILE)?;
        let read = json::read_published(file, &hash);
        published.push(read.map_err(|fault| version.damaged(FILE, &fault))?);
    }
    published.sort_by(|one, other| {
        let key =
            |version: &PublishedVersion| (version.end, version.period.clone(), version.version);
        key(one).cmp(&key(other))
    });
    Ok(published)
}

/// The figures about persons that the versions of a period have shown, whichever was sent.
fn shown(versions: &Versions, period: &str) -> Result<Vec<ShownFigure>, Error> {
    let mut shown = Vec::new();
    for version in versions.of(period)? {
        shown.extend(read_back(&version)?.shown);
    }
    Ok(shown)
}

/// Reads those activities of the previous version that may have changed, where they stand in a file beside it: whatever is now as
/// it was then need not be compared row by row.
///
/// # Errors
/// If the file is not there, or is not as it was written.
pub(super) fn read_changed(
    versions: &Versions,
    history: &mut History,
    gathered: &Gathered,
) -> Result<(), Error> {
    let Some(previous) = history
        .previous
        .as_mut()
        .filter(|previous| !previous.groups.is_empty())
    else {
        return Ok(());
    };
    let dated = gathered.activities.iter().filter(|now| now.dated);
    let rows = dated.map(|now| ComparedRow {
        origin: &now.origin,
        activity: &now.activity,
        content: &now.content,
        date: now.date,
        value: now.value,
    });
    let now: BTreeMap<_, String> = row_groups(rows, previous.end)
        .into_iter()
        .map(|group| ((group.workbook, group.sheet, group.activity), group.sha256))
        .collect();
    let is_unchanged = |then: &RowGroup| {
        let key = (
            then.workbook.clone(),
            then.sheet.clone(),
            then.activity.clone(),
        );
        now.get(&key) == Some(&then.sha256)
    };
    let (unchanged, changed): (Vec<_>, Vec<_>) = previous.groups.drain(..).partition(is_unchanged);
    previous.groups = unchanged;
    if changed.is_empty() {
        return Ok(());
    }
    let version = versions.version(&previous.period, previous.version);
    let (file, _) = version.open(json::ROWS)?;
    let read =
        json::read_rows(file, &changed).map_err(|fault| version.damaged(json::ROWS, &fault))?;
    previous.activities = read.activities;
    previous.counted.extend(read.counted);
    Ok(())
}

/// Reads a version back.
///
/// # Errors
/// If it is not there, or is not as it was written.
pub(super) fn read_back(version: &Version) -> Result<PreviousVersion, Error> {
    let (file, hash) = version.open(FILE)?;
    json::read_back(file, &hash).map_err(|fault| version.damaged(FILE, &fault))
}
