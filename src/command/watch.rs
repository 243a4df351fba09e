//! `lofte watch`: notices what is dropped, waits until it has settled, and writes a receipt for each workbook beside the drop
//! folder: how it was read, and what must be mended.
//!
//! It looks again and again instead of asking the system to be told, since network shares tell nobody.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use chrono::Local;

use crate::compose::findings_of_workbook;
use crate::error::Error;
use crate::gather::{find::find, gather};
use crate::model::finding::{Code, Finding};
use crate::render::letter::receipt::receipt;
use crate::wording::Wording;

use super::{Exit, Options, folder, settings, terminal};
use crate::store::write_file;

/// How it watches.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WatchOptions {
    /// The time between two looks.
    pub(crate) every: Duration,
    /// How long nothing may have changed before it is read.
    pub(crate) settle: Duration,
    /// Whether to stop when all has been read once.
    pub(crate) once: bool,
}

/// How much longer a workbook that cannot be read is waited for: it may be half of one.
const UNREADABLE_FACTOR: u32 = 6;

/// What lies in a drop folder, and the agreement: sizes and times of change.
type Snapshot = BTreeMap<PathBuf, (u64, Option<SystemTime>)>;

/// What is known of one agreement's drop folder.
struct WatchedFolder {
    folder: PathBuf,
    drop: PathBuf,
    last: Option<Snapshot>,
    unchanged: Duration,
    read: Option<Snapshot>,
    is_gone: bool,
    /// What could not be done last: told once, though it is tried again and again.
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
            drop: options
                .workbooks
                .clone()
                .unwrap_or_else(|| folder.join("workbooks")),
            folder,
            last: None,
            unchanged: Duration::ZERO,
            read: None,
            is_gone: false,
            printed: None,
        })
        .collect();
    loop {
        for one in &mut watched {
            one.poll(options, watching);
        }
        if watching.once && watched.iter().all(|one| one.read.is_some()) {
            return Exit::Finished;
        }
        std::thread::sleep(watching.every);
    }
}

impl WatchedFolder {
    /// Looks once. What goes wrong is told, and looked at again the next time.
    fn poll(&mut self, options: &Options, watching: WatchOptions) {
        let snapshot = match self.snapshot() {
            Ok(snapshot) => snapshot,
            Err(error) => {
                if !self.is_gone {
                    terminal::warn(&format!("lofte: {error}; waiting until it is there again"));
                }
                self.is_gone = true;
                return;
            }
        };
        if self.is_gone {
            terminal::warn(&format!("lofte: {} is there again", self.drop.display()));
            self.is_gone = false;
        }
        if self.last.as_ref() != Some(&snapshot) {
            self.last = Some(snapshot);
            self.unchanged = Duration::ZERO;
            return;
        }
        self.unchanged += watching.every;
        if self.unchanged < watching.settle || self.read.as_ref() == Some(&snapshot) {
            return;
        }
        match self.read(options, watching) {
            // Changed while it was read: what was read may be half of it.
            Ok(_) if self.snapshot().ok().as_ref() != Some(&snapshot) => {}
            Ok(None) => {}
            Ok(Some(receipts)) => match self.write(&receipts) {
                Ok(()) => (self.read, self.printed) = (Some(snapshot), None),
                Err(error) => self.print_once(&error),
            },
            Err(error @ Error::Io { .. }) => self.print_once(&error),
            Err(error) => {
                // An agreement with faults is told once, and read again when it has changed.
                terminal::error(&error);
                self.read = Some(snapshot);
            }
        }
    }

    fn print_once(&mut self, error: &Error) {
        let words = Some(error.to_string());
        if self.printed != words {
            terminal::error(error);
            self.printed = words;
        }
    }

    fn snapshot(&self) -> Result<Snapshot, Error> {
        let mut snapshot = Snapshot::new();
        let (files, _) = find(&self.drop)?;
        for path in files
            .into_iter()
            .map(|file| file.path)
            .chain([self.folder.join(folder::AGREEMENT)])
        {
            // Gone since it was found: the next look sees that.
            if let Ok(known) = fs::metadata(&path) {
                snapshot.insert(path, (known.len(), known.modified().ok()));
            }
        }
        Ok(snapshot)
    }

    /// The receipts, by the workbook's name; none if a workbook that cannot be read may still be on its way.
    fn read(
        &self,
        options: &Options,
        watching: WatchOptions,
    ) -> Result<Option<BTreeMap<String, String>>, Error> {
        let settings = settings::settings(options.settings.as_deref())?;
        let (agreement, texts) = folder::agreement(&self.folder, &mut Vec::new())?;
        let wording = Wording::new(&agreement.language, &agreement.activities)?;
        let as_of = options.as_of.unwrap_or_else(|| Local::now().date_naive());
        let gathered = gather(
            &agreement,
            &self.drop,
            as_of,
            &options.readers.isolation(&texts, &settings),
        )?;
        let is_half = |finding: &Finding| finding.code() == Code::UnreadableWorkbook;
        if gathered.findings.iter().any(is_half)
            && self.unchanged < watching.settle * UNREADABLE_FACTOR
        {
            return Ok(None);
        }
        let mut receipts = BTreeMap::new();
        for account in &gathered.value.accounts {
            let accounts = &gathered.value.accounts;
            let findings = findings_of_workbook(&agreement, accounts, &gathered.findings, account);
            let readings = gathered
                .value
                .readings
                .get(&account.workbook)
                .map(Vec::as_slice)
                .unwrap_or_default();
            receipts.insert(
                account.workbook.clone(),
                receipt(account, readings, &findings, &wording),
            );
        }
        Ok(Some(receipts))
    }

    /// Writes the receipts that say something new.
    fn write(&self, receipts: &BTreeMap<String, String>) -> Result<(), Error> {
        let folder = self.drop.parent().unwrap_or(&self.drop).join("receipts");
        for (workbook, text) in receipts {
            let place = folder.join(format!("{workbook}.txt"));
            if fs::read_to_string(&place).is_ok_and(|there| there == *text) {
                continue;
            }
            if let Some(inside) = place.parent() {
                fs::create_dir_all(inside).map_err(|fault| Error::io(inside, fault))?;
            }
            write_file(&place, text.as_bytes())?;
            terminal::print(&[format!("{}: receipt written", place.display())])?;
        }
        Ok(())
    }
}
