//! What the last run came to, kept beside the versions: where nothing of what it was made from has changed, a further run has
//! nothing to do. The invariant that makes this safe is the program's own: the same inputs give the same bytes.
//!
//! What is kept is never needed and never trusted to be whole: torn, stale, of another program or of other inputs, it is passed
//! over, and the run does all its work.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Local, NaiveDate};
use serde::{Deserialize, Serialize};

use super::gather_one::Texts;
use super::result::RunResult;
use super::{Options, folder};
use crate::gather::folder_digest;
use crate::model::finding::Code;
use crate::model::report::Report;
use crate::model::span::Period;
use crate::store::{Version, Versions, names_in, sha256};

/// The file, beside the ledger.
const FILE: &str = ".last-run.json";

/// Programs of other sources may make other bytes of the same inputs.
const PROGRAM: &str = env!("LOFTE_SOURCES");

/// A run that has finished.
#[derive(Serialize, Deserialize)]
struct LastRun {
    /// The files that the agreement includes.
    includes: Vec<String>,
    /// A digest of all that it was made from.
    inputs: String,
    /// A digest of all that it left, and that a further run would read.
    left: String,
    /// What a further run comes to.
    result: RunResult,
}

/// The file: a run, and the digest of its text. A file that is torn or was changed by hand does not fit its own digest.
#[derive(Serialize, Deserialize)]
struct Sealed {
    sha256: String,
    run: String,
}

/// What the last run came to, if a further one would come to the same.
pub(super) fn repeated(folder: &Path, options: &Options) -> Option<RunResult> {
    let versions = Versions::new(options.out.join(folder::id(folder).ok()?));
    let sealed: Sealed =
        serde_json::from_slice(&fs::read(versions.home().join(FILE)).ok()?).ok()?;
    if sealed.sha256 != sha256(sealed.run.as_bytes()) {
        return None;
    }
    let last: LastRun = serde_json::from_str(&sealed.run).ok()?;
    let texts: Vec<Option<String>> = last
        .includes
        .iter()
        .map(|name| fs::read_to_string(folder.join(name)).ok())
        .collect();
    let stands = with_includes(&inputs(folder, options)?, &texts) == last.inputs
        && left(&versions, last.result.period()).as_ref() == Some(&last.left);
    stands.then_some(last.result)
}

/// A run that begins: a digest of all that it is made from but for what its agreement includes.
pub(super) struct Begun(Option<String>);

impl Begun {
    /// A run of which nothing has been read yet.
    pub(super) fn new(folder: &Path, options: &Options) -> Begun {
        Begun(inputs(folder, options))
    }

    /// Keeps what it came to. Nothing is kept where an input has changed meanwhile, or where the same reading may end otherwise:
    /// a file may be locked for a while, and a reader's time may be up on a busy machine. That it cannot be kept is no fault.
    pub(super) fn ended(
        self,
        (folder, options, texts): (&Path, &Options, &Texts),
        versions: &Versions,
        (report, result): (&Report, &RunResult),
    ) {
        let passing = [Code::ReaderLimit, Code::UnreadableWorkbook];
        let mut findings = report.findings.iter();
        if findings.any(|finding| passing.contains(&finding.code())) {
            return;
        }
        let inputs = self
            .0
            .filter(|then| inputs(folder, options).as_ref() == Some(then));
        let (Some(inputs), Some(left)) = (inputs, left(versions, result.period())) else {
            return;
        };
        let (includes, included): (Vec<_>, Vec<_>) = texts.includes.clone().into_iter().unzip();
        let last = LastRun {
            includes,
            inputs: with_includes(&inputs, &included),
            left,
            result: result.clone().unchanged(),
        };
        let sealed = serde_json::to_string(&last).and_then(|run| {
            serde_json::to_vec(&Sealed {
                sha256: sha256(run.as_bytes()),
                run,
            })
        });
        if let Ok(bytes) = sealed
            && let Err(fault) = fs::write(versions.home().join(FILE), bytes)
        {
            tracing::debug!(%fault, "what the run came to is not kept");
        }
    }
}

/// A digest of the inputs and of the texts that the agreement includes.
fn with_includes(inputs: &str, texts: &[Option<String>]) -> String {
    let mut digest = Parts::default();
    digest.add(inputs.as_bytes());
    for text in texts {
        digest.add(text.as_deref().unwrap_or_default().as_bytes());
        digest.add(&[u8::from(text.is_some())]);
    }
    digest.finish()
}

/// A digest of all that a run is made from but for what its agreement includes and what earlier runs left; none if any of it cannot be read now.
fn inputs(folder: &Path, options: &Options) -> Option<String> {
    let as_of: NaiveDate = options.as_of.unwrap_or_else(|| Local::now().date_naive());
    let mut digest = Parts::default();
    digest.add(PROGRAM.as_bytes());
    digest.add(as_of.to_string().as_bytes());
    digest.add(options.period.as_deref().unwrap_or_default().as_bytes());
    let drop_folder = folder::drop_folder(folder, options);
    digest.add(drop_folder.as_os_str().as_encoded_bytes());
    digest.add(options.out.as_os_str().as_encoded_bytes());
    digest.file(&folder.join(folder::AGREEMENT));
    for name in sorted_names(&folder.join("templates"))? {
        digest.add(name.as_bytes());
        digest.file(&folder.join("templates").join(name));
    }
    if let Some(settings) = &options.settings {
        digest.file(settings);
    }
    digest.add(folder_digest(&drop_folder)?.as_bytes());
    Some(digest.finish())
}

/// A digest of what is there of earlier runs: the ledger, every version's hashes, the start page and the period's reminders; none
/// if a version that a further run would read is not as it was written.
fn left(versions: &Versions, period: &str) -> Option<String> {
    let mut digest = Parts::default();
    let home = versions.home();
    digest.file(&home.join("ledger.jsonl"));
    digest.file(&home.join("ledger.head"));
    digest.file(&home.join("index.html"));
    let mut all: Vec<PathBuf> = versions.all().ok()?.into_iter().map(folder_of).collect();
    all.sort();
    for version in all {
        digest.add(version.as_os_str().as_encoded_bytes());
        digest.file(&version.join("SHA256SUMS"));
    }
    let previous = versions.previous(&period.parse::<Period>().ok()?).ok()?;
    for read in previous.into_iter().chain(versions.of(period).ok()?) {
        digest.add(read.open("follow-up.json").ok()?.1.as_bytes());
    }
    let reminders = versions.period_folder(period).join("reminders");
    for name in sorted_names(&reminders)? {
        digest.add(name.as_bytes());
        digest.file(&reminders.join(name));
    }
    Some(digest.finish())
}

fn folder_of((_, version): (Period, Version)) -> PathBuf {
    version.folder().to_owned()
}

/// The names in a folder, sorted; no names where there is no folder.
fn sorted_names(folder: &Path) -> Option<Vec<String>> {
    let mut names = names_in(folder).ok()?;
    names.sort();
    Some(names)
}

/// A digest of several parts: a line for each.
#[derive(Default)]
struct Parts(String);

impl Parts {
    fn add(&mut self, part: &[u8]) {
        self.0.push_str(&sha256(part));
        self.0.push('\n');
    }

    /// A file's bytes; that it is not there or cannot be read is a part of its own.
    fn file(&mut self, path: &Path) {
        match fs::read(path) {
            Ok(bytes) => self.add(&bytes),
            Err(_) => self.0.push_str("none\n"),
        }
    }

    fn finish(self) -> String {
        sha256(self.0.as_bytes())
    }
}
