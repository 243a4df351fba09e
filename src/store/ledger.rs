//! The ledger: one line a thing done, appended and never rewritten.
//!
//! A line is written before the thing it tells of is there to be seen, so that nothing is there without its line; a line
//! whose version is not there was interrupted and tells of nothing.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::chain::{Chain, Head, Line, Tail};
use super::entries::LedgerEntries;
use super::entry::LedgerEntry;
use super::files::sync_folder;
use super::hashes::sha256;
use super::record::{Mended, TakenOver};
use super::seals::seals_below;
use crate::error::{DamageFault, Error};

/// The file of an agreement's ledger, `ledger.jsonl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ledger {
    path: PathBuf,
}

impl Ledger {
    pub(super) fn new(path: PathBuf) -> Ledger {
        Ledger { path }
    }

    fn head_path(&self) -> PathBuf {
        self.path.with_extension("head")
    }

    /// What stands in the file beside it; none if it is gone, or is not to be understood.
    fn head(&self) -> Result<Option<Head>, Error> {
        let path = self.head_path();
        match fs::read(&path) {
            Ok(bytes) => Ok(Head::parsed(&String::from_utf8_lossy(&bytes))),
            Err(fault) if fault.kind() == ErrorKind::NotFound => Ok(None),
            Err(fault) => Err(Error::io(&path, fault)),
        }
    }

    /// Every entry; none if there is no ledger yet. A last line that cannot be read, as a crash leaves it, is passed over, and
    /// so is what tells of an event that this program does not know.
    ///
    /// # Errors
    /// If the file cannot be read, a line before the last one cannot be understood, or a line is not as it was written or
    /// is gone.
    pub(crate) fn read(&self) -> Result<LedgerEntries, Error> {
        let bytes = match fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(fault) if fault.kind() == ErrorKind::NotFound => {
                return Ok(LedgerEntries::default());
            }
            Err(fault) => return Err(Error::io(&self.path, fault)),
        };
        // A line can be torn within a letter: what is no text cannot be understood either.
        let text = String::from_utf8_lossy(&bytes);
        let chain = Chain::parsed(&text, self.head()?.as_ref())
            .map_err(|fault| Error::damaged(&self.path, DamageFault::Ledger(fault)))?;
        Ok(LedgerEntries::new(chain.entries, chain.torn))
    }

    /// Appends an entry and waits until it is on disk. A torn last line is cut off first, and kept in a line of its own if the
    /// entry is not that line.
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
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(io)?;
        let tail = Tail::of(&bytes);
        let folder = self.path.parent().unwrap_or(&self.path);
        let mut entries = Vec::new();
        if let Some(content) = tail.unheld {
            entries.push(LedgerEntry::TakenOver(TakenOver {
                content,
                seals: seals_below(folder)?,
                at: entry.at(),
            }));
        }
        if let Some(cut) = tail
            .torn
            .filter(|_| !matches!(entry, LedgerEntry::Mended(_)))
        {
            entries.push(LedgerEntry::Mended(Mended {
                cut,
                at: entry.at(),
            }));
        }
        entries.push(entry.clone());
        let mut head = tail.head;
        let mut text = String::new();
        if !tail.is_ended {
            text.push('\n');
        }
        for entry in &entries {
            let line = Line {
                entry,
                line_before: &head.last,
            };
            let line = serde_json::to_string(&line).map_err(|fault| Error::Render {
                what: "the ledger's line".to_owned(),
                fault: fault.to_string(),
            })?;
            head = Head {
                lines: head.lines + 1,
                last: sha256(line.as_bytes()),
            };
            text.push_str(&line);
            text.push('\n');
        }
        let kept = tail.kept as u64;
        let mut written = || -> std::io::Result<()> {
            if kept < bytes.len() as u64 {
                file.set_len(kept)?;
            }
            file.seek(SeekFrom::Start(kept))?;
            file.write_all(text.as_bytes())?;
            file.sync_all()
        };
        written().map_err(io)?;
        if is_new {
            // Its name must be on disk too.
            sync_folder(folder)?;
        }
        write_head(&self.head_path(), &head)
    }
}

/// Writes over what stood there. Lines behind is right too: the chain tells what came after. But it must be there: its first is
/// waited for until it is on disk.
fn write_head(path: &Path, head: &Head) -> Result<(), Error> {
    let is_new = !path.exists();
    let opened = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path);
    let written = opened.and_then(|mut file: File| {
        file.write_all(head.to_line().as_bytes())?;
        if is_new { file.sync_all() } else { Ok(()) }
    });
    written.map_err(|fault| Error::io(path, fault))
}

#[cfg(test)]
mod tests;
