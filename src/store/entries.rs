//! The lines of a ledger, and what is asked of them.

use std::ops::Deref;

use chrono::{DateTime, Utc};

use super::entry::{Delivery, LedgerEntry};
use super::record::{Approval, Made};
use super::seals::REMINDERS;

/// The lines of a ledger, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct LedgerEntries {
    entries: Vec<LedgerEntry>,
    /// A last line that cannot be read: the next line takes its place.
    torn: Option<String>,
}

impl LedgerEntries {
    pub(super) fn new(entries: Vec<LedgerEntry>, torn: Option<String>) -> LedgerEntries {
        LedgerEntries { entries, torn }
    }

    /// A last line that cannot be read, as a crash may leave it.
    pub(crate) fn torn(&self) -> Option<&str> {
        self.torn.as_deref()
    }

    /// Only what was entered before a moment.
    #[must_use]
    pub(crate) fn before(mut self, moment: DateTime<Utc>) -> LedgerEntries {
        self.entries.retain(|entry| entry.at() < moment);
        self
    }

    /// The line of a version that is there. Where a run was interrupted between its line and its folder, and a later run
    /// took the same number, the last line is that of the folder.
    pub(crate) fn made(&self, period: &str, version: u32) -> Option<&Made> {
        let is_it = |made: &&Made| made.period == period && made.version == version;
        self.iter().filter_map(LedgerEntry::made).rfind(is_it)
    }

    /// The messages that servers have taken.
    pub(crate) fn sent(&self) -> impl Iterator<Item = &Delivery> {
        self.iter().filter_map(|entry| match entry {
            LedgerEntry::Sent(delivery) => Some(delivery),
            _ => None,
        })
    }

    /// The approvals of a period's versions.
    pub(crate) fn approvals(&self, period: &str) -> impl Iterator<Item = &Approval> {
        self.iter().filter_map(move |entry| match entry {
            LedgerEntry::Approved(approval) if approval.period == period => Some(approval),
            _ => None,
        })
    }

    /// The seal of a version, entered when it was made, or when it was first seen by a program that enters seals.
    pub(crate) fn seal(&self, period: &str, version: u32) -> Option<&str> {
        let name = format!("{period}/v{version}");
        self.iter().rev().find_map(|entry| match entry {
            LedgerEntry::Version(made) if made.period == period && made.version == version => {
                made.seal.as_deref()
            }
            entry => noted(entry, &name),
        })
    }

    /// The seal of a period's reminders.
    pub(crate) fn reminders_seal(&self, period: &str) -> Option<&str> {
        let name = format!("{period}/{REMINDERS}");
        self.iter().rev().find_map(|entry| match entry {
            LedgerEntry::Reminders(made) if made.period == period => Some(made.seal.as_str()),
            entry => noted(entry, &name),
        })
    }

    /// Whether the ledger has been lost, or lines of it, and nobody has said since that mail is to be sent all the same.
    pub(crate) fn is_lost(&self) -> bool {
        let last = self
            .iter()
            .rev()
            .find(|entry| matches!(entry, LedgerEntry::Anew(_) | LedgerEntry::Resumed(_)));
        matches!(last, Some(LedgerEntry::Anew(_)))
    }

    /// Whether some line tells of a version (`2023-09/v1`).
    pub(super) fn knows(&self, name: &str) -> bool {
        self.iter().any(|entry| match entry {
            LedgerEntry::Version(made) => format!("{}/v{}", made.period, made.version) == name,
            entry => noted(entry, name).is_some(),
        })
    }
}

/// The seal that a line has noted of what lay there before.
fn noted<'a>(entry: &'a LedgerEntry, name: &str) -> Option<&'a str> {
    match entry {
        LedgerEntry::TakenOver(taken) => taken.seals.get(name).map(String::as_str),
        LedgerEntry::Anew(anew) => anew.seals.get(name).map(String::as_str),
        _ => None,
    }
}

impl Deref for LedgerEntries {
    type Target = [LedgerEntry];

    fn deref(&self) -> &[LedgerEntry] {
        &self.entries
    }
}

impl From<Vec<LedgerEntry>> for LedgerEntries {
    fn from(entries: Vec<LedgerEntry>) -> LedgerEntries {
        LedgerEntries::new(entries, None)
    }
}
