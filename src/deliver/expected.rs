//! What each recipient should have of a period: the messages of its outboxes, by what its agreement releases and what has
//! been approved.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::outbox;
use super::reasons::WaitReason;
use super::reminders;
use crate::error::{DamageFault, Error};
use crate::model::agreement::Release;
use crate::model::message::{MessageKind, Outbox, OutboxMessage};
use crate::store::{Approval, LedgerEntries, LedgerEntry, Version, Versions, seal_of_reminders};

/// A message that its recipient should have, now or when what it waits for has come.
#[derive(Clone, Debug)]
pub(super) struct ExpectedMessage {
    /// The message.
    pub(super) outgoing: OutboxMessage,
    /// The name of its period.
    pub(super) period: String,
    /// The number of its version; 0 for a reminder.
    pub(super) version: u32,
    /// The folder its file lies in.
    pub(super) folder: PathBuf,
    /// What it waits for, if it may not go out yet.
    pub(super) waits_for: Option<WaitReason>,
    /// The seal of its version, which its letter bears.
    pub(super) seal: Option<String>,
}

/// The messages of a period, and why others of it are not posted.
#[derive(Debug, Default)]
pub(super) struct Expected {
    pub(super) messages: Vec<ExpectedMessage>,
    pub(super) faults: Vec<Error>,
}

/// Every message of a period, each id once: its reminders, the newest version's messages, and editions of an older version
/// where that one has been approved. What is not as it was made is told, and holds up nothing else.
pub(super) fn expected(
    versions: &Versions,
    entries: &LedgerEntries,
    period: &str,
    today: NaiveDate,
) -> Expected {
    let mut expected = Expected::default();
    if let Err(fault) = add_reminders(&mut expected, versions, entries, period) {
        expected.faults.push(fault);
    }
    if let Err(fault) = add_versions(&mut expected, versions, entries, period, today) {
        expected.faults.push(fault);
    }
    expected
}

fn add_reminders(
    expected: &mut Expected,
    versions: &Versions,
    entries: &LedgerEntries,
    period: &str,
) -> Result<(), Error> {
    let folder = reminders::folder_of(versions, period);
    let list = folder.join(reminders::LIST);
    if !list.exists() {
        return Ok(());
    }
    if let Some(seal) = entries.reminders_seal(period)
        && seal_of_reminders(&folder)? != seal
    {
        return Err(Error::damaged(&folder, DamageFault::Reminders));
    }
    if let Some(reminders) = outbox::read_list(&list)? {
        add(expected, reminders, &folder, None, None);
    }
    Ok(())
}

fn add_versions(
    expected: &mut Expected,
    versions: &Versions,
    entries: &LedgerEntries,
    period: &str,
    today: NaiveDate,
) -> Result<(), Error> {
    let newest = newest(versions, entries, period)?;
    let seal = |version: &Version| entries.seal(period, version.number());
    newest.check_seal(seal(&newest))?;
    let Some(mut outbox) = outbox::read(&newest)? else {
        return Ok(());
    };
    let approved = match outbox.release {
        Release::AfterApproval => approved(versions, entries, period)?,
        _ => None,
    };
    let (is_approved, older) = match approved {
        Some(version) if version == newest => (true, None),
        older => (false, older),
    };
    let waits_for = waits_for(&outbox, today).filter(|_| !is_approved);
    outbox.messages.retain(|one| match one.kind {
        // What an earlier version was approved for goes out as it was approved.
        MessageKind::Edition => older.is_none(),
        MessageKind::Draft => !is_approved,
        MessageKind::Partner | MessageKind::Reminder => true,
    });
    let folder = newest.folder().join("outbox");
    add(expected, outbox, &folder, waits_for.as_ref(), seal(&newest));
    if let Some(older) = older
        && let Some(mut outbox) = outbox::read(&older)?
    {
        outbox
            .messages
            .retain(|one| one.kind == MessageKind::Edition);
        let folder = older.folder().join("outbox");
        add(expected, outbox, &folder, None, seal(&older));
    }
    Ok(())
}

/// The newest version of a period that the ledger tells of and that is there.
fn newest(versions: &Versions, entries: &LedgerEntries, period: &str) -> Result<Version, Error> {
    let made = entries.iter().filter_map(LedgerEntry::made);
    let made = made.filter(|made| made.period == period);
    let number = made
        .map(|made| made.version)
        .filter(|number| versions.version(period, *number).exists())
        .max();
    let number = match number {
        Some(number) => number,
        None => versions.last_number(period)?,
    };
    Ok(versions.version(period, number))
}

fn add(
    expected: &mut Expected,
    outbox: Outbox,
    folder: &std::path::Path,
    waits_for: Option<&WaitReason>,
    seal: Option<&str>,
) {
    for outgoing in outbox.messages {
        let is_there = |one: &ExpectedMessage| one.outgoing.id == outgoing.id;
        if !expected.messages.iter().any(is_there) {
            expected.messages.push(ExpectedMessage {
                waits_for: waits_for.filter(|_| outgoing.kind.waits()).cloned(),
                outgoing,
                period: outbox.period.clone(),
                version: outbox.version,
                folder: folder.to_owned(),
                seal: seal.map(str::to_owned),
            });
        }
    }
}

/// Why results wait: for an approval, or for what is missing until a day.
fn waits_for(outbox: &Outbox, today: NaiveDate) -> Option<WaitReason> {
    match outbox.release {
        Release::AtOnce => None,
        Release::AfterApproval => {
            let version = format!("{}/v{}", outbox.period, outbox.version);
            Some(WaitReason::Approval(version))
        }
        Release::WhenComplete if outbox.waits_for.is_empty() => None,
        Release::WhenComplete if outbox.until.is_some_and(|until| today > until) => None,
        Release::WhenComplete => Some(WaitReason::Missing {
            until: outbox.until,
            what: outbox.waits_for.clone(),
        }),
    }
}

/// The last approved version of a period, which must be as it was approved.
fn approved(
    versions: &Versions,
    entries: &LedgerEntries,
    period: &str,
) -> Result<Option<Version>, Error> {
    // Of the same version the last line holds.
    let newest: Option<&Approval> = entries
        .approvals(period)
        .max_by_key(|approval| approval.version);
    let Some(approval) = newest else {
        return Ok(None);
    };
    let version = versions.version(period, approval.version);
    if version.content_hash()? == approval.content {
        return Ok(Some(version));
    }
    Err(Error::damaged(version.folder(), DamageFault::NotAsApproved))
}
