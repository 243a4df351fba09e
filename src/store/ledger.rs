//! The ledger: one line a thing done, appended and never rewritten.
//!
//! A line is written before the thing it tells of is there to be seen, so that nothing is there without its line; a line
//! whose version is not there was interrupted and tells of nothing.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::ops::Deref;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::entry::{Approval, Delivery, KNOWN, LedgerEntry, Made};
use super::files::sync_folder;
use crate::error::Error;

/// The file of an agreement's ledger, `ledger.jsonl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ledger {
    path: PathBuf,
}

/// The lines of a ledger, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct LedgerEntries(Vec<LedgerEntry>);

/// The part of a line that every program writes, whatever else it tells.
#[derive(Deserialize)]
struct Named {
    event: String,
}

impl Ledger {
    pub(super) fn new(path: PathBuf) -> Ledger {
        Ledger { path }
    }

    /// Every entry; none if there is no ledger yet. A last line that a crash has torn is passed over, and so is what tells
    /// of an event that this program does not know.
    ///
    /// # Errors
    /// If the file cannot be read, or a line before the last one cannot be understood.
    pub(crate) fn read(&self) -> Result<LedgerEntries, Error> {
        let bytes = match std::fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => {
                return Ok(LedgerEntries::default());
            }
            Err(fault) => return Err(Error::io(&self.path, fault)),
        };
        // A line can be torn within a letter: what is no text cannot be understood either.
        let text = String::from_utf8_lossy(&bytes);
        let is_whole = text.ends_with('\n');
        let lines: Vec<&str> = text.lines().collect();
        let mut entries = Vec::new();
        for (number, line) in lines.iter().enumerate() {
            match parsed(line) {
                Ok(entry) => entries.extend(entry),
                Err(_) if number + 1 == lines.len() && !is_whole => {}
                Err(fault) => {
                    let fault = format!(
                        "line {} cannot be read ({fault}); restore the file from a backup",
                        number + 1
                    );
                    return Err(Error::Damaged {
                        path: self.path.clone(),
                        fault,
                    });
                }
            }
        }
        Ok(LedgerEntries(entries))
    }

    /// Appends an entry and waits until it is on disk. A torn last line is cut off first; one that only lacks its end is
    /// ended.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub(crate) fn append(&self, entry: &LedgerEntry) -> Result<(), Error> {
        let io = |fault| Error::io(&self.path, fault);
        let is_new = !self.path.exists();
        let mut file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(&self.path)
            .map_err(io)?;
        mend_last_line(&mut file).map_err(io)?;
        let mut line = serde_json::to_vec(entry).map_err(|fault| Error::Render {
            what: "the ledger's line".to_owned(),
            fault: fault.to_string(),
        })?;
        line.push(b'\n');
        file.write_all(&line)
            .and_then(|()| file.sync_all())
            .map_err(io)?;
        match self.path.parent() {
            // Its name must be on disk too.
            Some(folder) if is_new => sync_folder(folder),
            _ => Ok(()),
        }
    }
}

impl LedgerEntries {
    /// Only what was entered before a moment.
    #[must_use]
    pub(crate) fn before(mut self, moment: DateTime<Utc>) -> LedgerEntries {
        self.0.retain(|entry| entry.at() < moment);
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
}

impl Deref for LedgerEntries {
    type Target = [LedgerEntry];

    fn deref(&self) -> &[LedgerEntry] {
        &self.0
    }
}

impl From<Vec<LedgerEntry>> for LedgerEntries {
    fn from(entries: Vec<LedgerEntry>) -> LedgerEntries {
        LedgerEntries(entries)
    }
}

/// The entry of a line; none if its event is unknown.
fn parsed(line: &str) -> serde_json::Result<Option<LedgerEntry>> {
    let named = serde_json::from_str::<Named>(line)?;
    if KNOWN.contains(&named.event.as_str()) {
        serde_json::from_str(line).map(Some)
    } else {
        Ok(None)
    }
}

/// Leaves the file's end behind its last whole line.
fn mend_last_line(file: &mut File) -> std::io::Result<()> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    let whole = bytes
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |last| last + 1);
    let last = bytes.get(whole..).unwrap_or_default();
    if last.is_empty() {
        return Ok(());
    }
    if serde_json::from_slice::<Named>(last).is_ok() {
        // An editor took away the end of the last line: what it tells has happened.
        return file.write_all(b"\n");
    }
    file.set_len(whole as u64)?;
    file.seek(SeekFrom::Start(whole as u64))?;
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn made(version: u32) -> Made {
        Made {
            period: "2023-09".to_owned(),
            version,
            as_of: "2023-10-05".parse().unwrap(),
            content: "c".to_owned(),
            follow_up: "f".to_owned(),
            at: "2023-10-05T06:00:00Z".parse().unwrap(),
        }
    }

    fn entry(version: u32) -> LedgerEntry {
        LedgerEntry::Version(made(version))
    }

    #[test]
    fn what_is_appended_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.jsonl");
        let ledger = Ledger::new(path.clone());
        assert_eq!(ledger.read().unwrap(), LedgerEntries::default());
        ledger.append(&entry(1)).unwrap();
        ledger.append(&entry(2)).unwrap();
        assert_eq!(
            ledger.read().unwrap(),
            LedgerEntries(vec![entry(1), entry(2)])
        );
    }

    #[test]
    fn a_torn_last_line_is_passed_over_and_cut_off() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.jsonl");
        let ledger = Ledger::new(path.clone());
        ledger.append(&entry(1)).unwrap();
        let mut torn = std::fs::read(&path).unwrap();
        torn.extend("{\"event\":\"version\",\"period\":\"å".as_bytes());
        torn.pop();
        std::fs::write(&path, torn).unwrap();
        assert_eq!(ledger.read().unwrap(), LedgerEntries(vec![entry(1)]));
        ledger.append(&entry(2)).unwrap();
        assert_eq!(
            ledger.read().unwrap(),
            LedgerEntries(vec![entry(1), entry(2)])
        );
    }

    #[test]
    fn a_line_that_cannot_be_read_is_told_by_its_number() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.jsonl");
        let ledger = Ledger::new(path.clone());
        ledger.append(&entry(1)).unwrap();
        let damaged = format!("{{}}\n{}", std::fs::read_to_string(&path).unwrap());
        std::fs::write(&path, damaged).unwrap();
        assert!(ledger.read().unwrap_err().to_string().contains("line 1"));
    }

    #[test]
    fn a_last_line_without_its_end_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.jsonl");
        let ledger = Ledger::new(path.clone());
        ledger.append(&entry(1)).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, text.trim_end()).unwrap();
        assert_eq!(ledger.read().unwrap(), LedgerEntries(vec![entry(1)]));
        ledger.append(&entry(2)).unwrap();
        assert_eq!(
            ledger.read().unwrap(),
            LedgerEntries(vec![entry(1), entry(2)])
        );
    }

    #[test]
    fn events_of_later_programs_are_kept_and_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.jsonl");
        let ledger = Ledger::new(path.clone());
        let later = "{\"event\":\"thanked\",\"by\":\"bra\"}\n";
        std::fs::write(&path, later).unwrap();
        ledger.append(&entry(1)).unwrap();
        assert_eq!(ledger.read().unwrap(), LedgerEntries(vec![entry(1)]));
        assert!(std::fs::read_to_string(&path).unwrap().starts_with(later));
    }

    #[test]
    fn the_last_line_of_a_number_is_that_of_its_version() {
        let content = |content: &str| {
            LedgerEntry::Version(Made {
                content: content.to_owned(),
                ..made(2)
            })
        };
        let sent = LedgerEntry::Sent(crate::store::entry::tests::delivery());
        let entries = LedgerEntries(vec![
            entry(1),
            content("interrupted"),
            content("made"),
            sent,
        ]);
        assert_eq!(entries.made("2023-09", 2).unwrap().content, "made");
        assert_eq!(entries.made("2023-09", 3), None);
        assert_eq!(entries.made("2023-08", 2), None);
    }
}
