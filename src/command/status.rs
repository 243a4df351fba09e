//! How the last run ended, in a plain file: what says so where no mail can.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;

use chrono::{NaiveDate, Utc};

use super::{Exit, terminal};
use crate::error::Error;
use crate::store::write_file;
use crate::wording::Wording;

/// The file's name, in the folder of all outputs.
const FILE: &str = "status.txt";

/// The day of the last run, as the file says; none where it says nothing.
pub(super) fn last_run(out: &Path) -> Option<NaiveDate> {
    let told = std::fs::read_to_string(out.join(FILE)).ok()?;
    told.get(..10)?.parse().ok()
}

/// What is to be told of a run.
#[derive(Default)]
pub(super) struct RunStatus(RefCell<Vec<String>>);

impl RunStatus {
    /// The words in which it tells, whatever the terminal's language: programs look for them.
    pub(super) fn wording() -> Result<Wording, Error> {
        Wording::new("en", &BTreeMap::new())
    }

    /// What went wrong with an agreement.
    pub(super) fn fault(&self, folder: &Path, error: &Error) {
        self.lines(folder, &[error.to_string()]);
    }

    /// Lines about an agreement.
    pub(super) fn lines(&self, folder: &Path, lines: &[String]) {
        let name = folder.file_name().unwrap_or(folder.as_os_str());
        let mut told = self.0.borrow_mut();
        told.extend(
            lines
                .iter()
                .map(|line| format!("{}: {line}", name.to_string_lossy())),
        );
    }

    /// Writes the file in place of the last run's, if there is a folder for it. A run is no less done if it cannot be written.
    pub(super) fn write(self, out: &Path, command: &str, exit: Exit) -> Exit {
        let ending = match exit {
            Exit::Finished => "finished",
            Exit::Failed => "FAILED: it could not finish",
            Exit::Usage => "FAILED: it was asked for what cannot be done",
            Exit::Findings => "finished; something in a workbook must be mended",
            Exit::Stopped => "STOPPED before it was finished",
            Exit::Undelivered => "FAILED: mail that should have arrived has not",
        };
        let head = format!(
            "{} lofte {command}: {ending} (exit code {})",
            Utc::now().format("%Y-%m-%d %H:%M UTC"),
            exit.code()
        );
        let lines: Vec<String> = std::iter::once(head)
            .chain(self.0.into_inner())
            .map(|line| line.replace(['\r', '\n'], " ") + "\n")
            .collect();
        if out.is_dir()
            && let Err(error) = write_file(&out.join(FILE), lines.concat().as_bytes())
        {
            terminal::told(&error.told());
        }
        exit
    }
}
