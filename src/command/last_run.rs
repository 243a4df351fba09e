//! What the last run came to, kept beside the versions: where nothing of what it was made from has changed, a further run has
//! nothing to do. The invariant that makes this safe is the program's own: the same inputs give the same bytes.
//!
//! What is kept is never needed and never trusted to be whole: torn, stale, of another program or of other inputs, it is passed
//! over, and the run does all its work.

use std::fs;
use std::path::Path;

use chrono::{Local, NaiveDate};
use serde::{Deserialize, Serialize};

use super::result::RunResult;
use super::{Options, folder};
use crate::gather::folder_digest;
use crate::load::AgreementTexts;
use crate::model::finding::Code;
use crate::model::report::Report;
use crate::store::{PartsDigest, Versions, read_kept, write_kept};

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

/// What the last run came to, if a further one would come to the same.
pub(super) fn repeated(folder: &Path, options: &Options) -> Option<RunResult> {
    let versions = Versions::new(options.out.join(folder::id(folder).ok()?));
    let last: LastRun = serde_json::from_slice(&read_kept(&versions.home().join(FILE))?).ok()?;
    let texts: Vec<Option<String>> = last
        .includes
        .iter()
        .map(|name| fs::read_to_string(folder.join(name)).ok())
        .collect();
    let stands = with_includes(&inputs(folder, options)?, &texts) == last.inputs
        && versions.left_digest(last.result.period()).as_ref() == Some(&last.left);
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
        (folder, options, texts): (&Path, &Options, &AgreementTexts),
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
        let (Some(inputs), Some(left)) = (inputs, versions.left_digest(result.period())) else {
            return;
        };
        let (includes, included): (Vec<_>, Vec<_>) = texts.includes.clone().into_iter().unzip();
        let last = LastRun {
            includes,
            inputs: with_includes(&inputs, &included),
            left,
            result: result.clone().unchanged(),
        };
        if let Ok(bytes) = serde_json::to_vec(&last)
            && let Err(fault) = write_kept(&versions.home().join(FILE), &bytes)
        {
            tracing::debug!(%fault, "what the run came to is not kept");
        }
    }
}

/// A digest of the inputs and of the texts that the agreement includes.
fn with_includes(inputs: &str, texts: &[Option<String>]) -> String {
    let mut digest = PartsDigest::default();
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
    let mut digest = PartsDigest::default();
    digest.add(PROGRAM.as_bytes());
    digest.add(as_of.to_string().as_bytes());
    digest.add(options.period.as_deref().unwrap_or_default().as_bytes());
    // What it came to is kept in words.
    digest.add(options.language.asked().as_bytes());
    let drop_folder = folder::drop_folder(folder, options);
    digest.add(drop_folder.as_os_str().as_encoded_bytes());
    digest.add(options.out.as_os_str().as_encoded_bytes());
    digest.file(&folder.join(folder::AGREEMENT));
    digest.file(&folder.join(folder::BOOK));
    digest.folder(&folder.join("templates"))?;
    if let Some(settings) = &options.settings {
        digest.file(settings);
    }
    digest.add(folder_digest(&drop_folder)?.as_bytes());
    Some(digest.finish())
}
