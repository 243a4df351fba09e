//! `lofte watch`: notices dropped workbooks, waits until they have settled, and writes a receipt for each beside the drop folder.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use chrono::Local;

use crate::deliver::{receipts, write_receipts};
use crate::error::Error;
use crate::gather::gather;
use crate::gather::settling::{Settling, Snapshot};
use crate::model::finding::Phrase;
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
                    let waits = Phrase::new("watch-waits").with("fault", error.told());
                    self.told(options, &waits);
                }
                self.is_gone = true;
                return;
            }
        };
        if self.is_gone {
            let folder = self.drop.display().to_string();
            self.told(options, &Phrase::new("watch-back").with("folder", folder));
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
            Ok(Some(receipts)) => match self.write(&receipts, options) {
                Ok(()) => {
                    self.settling.finish(settled);
                    self.printed = None;
                }
                Err(error) => self.print_once(&error, options),
            },
            Err(error @ Error::Io { .. }) => self.print_once(&error, options),
            Err(error) => {
                // An agreement with faults is read again when it has changed.
                self.error(&error, options);
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

    /// The words in which it is told of this agreement.
    fn spoken(&self, options: &Options) -> Result<Wording, Error> {
        agreement::spoken(&self.folder, &options.language)
    }

    fn told(&self, options: &Options, phrase: &Phrase) {
        match self.spoken(options) {
            Ok(wording) => terminal::told_in(&wording, phrase),
            Err(_) => terminal::told(phrase),
        }
    }

    fn error(&self, error: &Error, options: &Options) {
        agreement::error(&self.folder, &options.language, error);
    }

    fn print_once(&mut self, error: &Error, options: &Options) {
        let words = Some(error.to_string());
        if self.printed != words {
            self.error(error, options);
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

    fn write(&self, receipts: &BTreeMap<String, String>, options: &Options) -> Result<(), Error> {
        let wording = self.spoken(options)?;
        let written = write_receipts(&self.drop, receipts)?;
        let lines = written.iter().map(|place| {
            let path = place.display().to_string();
            wording.phrase(&Phrase::new("watch-receipt").with("path", path))
        });
        terminal::print_sentences(lines.collect())
    }
}
