//! `lofte watch`: notices dropped workbooks, waits until they have settled, and writes a receipt for each beside the drop folder.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use chrono::Local;

use crate::deliver::{receipts, write_receipts};
use crate::error::Error;
use crate::gather::gather;
use crate::gather::settling::{Settling, Snapshot};
use crate::wording::Wording;

use super::{Exit, Options, agreement, folder, settings, terminal};

#[derive(Clone, Copy, Debug)]
pub(crate) struct WatchOptions {
    /// The time between two polls.
    pub(crate) every: Duration,
    /// How long a folder must be unchanged before it is read.
    pub(crate) settle: Duration,
    /// Whether to stop when every folder has been read once.
    pub(crate) once: bool,
}

/// One agreement's drop folder.
struct WatchedFolder {
    folder: PathBuf,
    drop: PathBuf,
    settling: Settling,
    is_gone: bool,
    /// The last error, which is printed once although it occurs at every poll.
    printed: Option<String>,
}

/// Watches until it is stopped.
pub(crate) fn watch(options: &Options, watching: WatchOptions) -> Exit {
    let folders = match folder::folders(options) {
        Ok(folders) => folders,
        Err(error) => return terminal::error(&error),
    };
    let mut watched: Vec<WatchedFolder> = folders
        .into_iter()
        .map(|folder| WatchedFolder {
            drop: folder::drop_folder(&folder, options),
            folder,
            settling: Settling::default(),
            is_gone: false,
            printed: None,
        })
        .collect();
    loop {
        for one in &mut watched {
            one.poll(options, watching);
        }
        if watching.once && watched.iter().all(|one| one.settling.has_finished()) {
            return Exit::Finished;
        }
        std::thread::sleep(watching.every);
    }
}

impl WatchedFolder {
    /// Prints errors and continues: the next poll tries again.
    fn poll(&mut self, options: &Options, watching: WatchOptions) {
        let snapshot = match self.snapshot() {
            Ok(snapshot) => snapshot,
            Err(error) => {
                if !self.is_gone {
                    terminal::notice(&format!("{error}; waiting until it is there again"));
                }
                self.is_gone = true;
                return;
            }
        };
        if self.is_gone {
            terminal::notice(&format!("{} is there again", self.drop.display()));
            self.is_gone = false;
        }
        let WatchOptions { every, settle, .. } = watching;
        let Some(settled) = self.settling.ready(&snapshot, every, settle) else {
            return;
        };
        let growing = settled.lacks(&snapshot, &self.drop);
        match self.read(options, watching, &settled, &growing) {
            // Changed while it was read: a file may have been incomplete.
            Ok(_) if !self.snapshot().is_ok_and(|now| settled.is_still_in(&now)) => {}
            Ok(None) => {}
            Ok(Some(receipts)) => match self.write(&receipts) {
                Ok(()) => {
                    self.settling.finish(settled);
                    self.printed = None;
                }
                Err(error) => self.print_once(&error),
            },
            Err(error @ Error::Io { .. }) => self.print_once(&error),
            Err(error) => {
                // An agreement with faults is read again when it has changed.
                terminal::error(&error);
                self.settling.finish(settled);
            }
        }
    }

    fn snapshot(&self) -> Result<Snapshot, Error> {
        // With two of them the agreement's faults are told when it is read.
        let file = folder::agreement_file(&self.folder);
        let file = file.unwrap_or_else(|_| self.folder.join(folder::AGREEMENT));
        Snapshot::of(&self.drop, &file)
    }

    fn print_once(&mut self, error: &Error) {
        let words = Some(error.to_string());
        if self.printed != words {
            terminal::error(error);
            self.printed = words;
        }
    }

    /// The receipts of the files that have settled, by workbook; none if an unreadable workbook may be incomplete. `growing`:
    /// the workbooks that have not settled.
    fn read(
        &self,
        options: &Options,
        watching: WatchOptions,
        settled: &Snapshot,
        growing: &[String],
    ) -> Result<Option<BTreeMap<String, String>>, Error> {
        let settings = settings::settings(options.settings.as_deref())?;
        let (agreement, texts) = agreement::agreement(&self.folder, &mut Vec::new())?;
        let wording = Wording::new(&agreement.language, &agreement.activities)?;
        let as_of = options.as_of.unwrap_or_else(|| Local::now().date_naive());
        let isolation = options.readers.isolation(&texts, &settings, &options.out);
        let gathered = gather(&agreement, &self.drop, as_of, &isolation)?;
        let WatchOptions { settle, .. } = watching;
        let findings = &gathered.findings;
        if (self.settling).waits_for_unreadable(settled, settle, growing, findings) {
            return Ok(None);
        }
        let mut receipts = receipts(&agreement, &gathered, &wording);
        receipts.retain(|workbook, _| !growing.contains(workbook));
        Ok(Some(receipts))
    }

    fn write(&self, receipts: &BTreeMap<String, String>) -> Result<(), Error> {
        let written = write_receipts(&self.drop, receipts)?;
        let lines = written
            .iter()
            .map(|place| format!("{}: receipt written", place.display()));
        terminal::print(&lines.collect::<Vec<_>>())
    }
}
