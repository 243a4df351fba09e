//! What a run came to, and what is printed of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::model::finding::Phrase;
use crate::model::report::Report;
use crate::render::check;
use crate::wording::Wording;

use super::{Exit, Format, terminal};

/// What a run came to, as it is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct RunResult {
    summary: RunSummary,
    /// The agreement's title and period, how many pledges have which verdict, how much there is to mend: a line each.
    lines: Vec<String>,
    /// What is said where nothing has changed, and where to look: the last lines.
    stands: String,
    open: String,
}

/// What a run came to, for machines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct RunSummary {
    agreement: String,
    period: String,
    version: u32,
    is_new: bool,
    folder: PathBuf,
    /// How many pledges have each verdict, by its stable name.
    pledges: BTreeMap<String, usize>,
    /// How many findings there are of each severity.
    findings: BTreeMap<String, usize>,
    exit: u8,
}

impl RunResult {
    /// What came of a report whose version is in `folder`.
    pub(super) fn new(
        report: &Report,
        wording: &Wording,
        folder: &Path,
        is_new: bool,
        exit: Exit,
    ) -> RunResult {
        let statuses = report.assessments.iter().map(|pledge| pledge.status.name());
        let severities = report.findings.iter().map(|one| one.severity().name());
        RunResult {
            summary: RunSummary {
                agreement: report.agreement.id.clone(),
                period: report.period.to_string(),
                version: report.version,
                is_new,
                folder: folder.to_owned(),
                pledges: tally(statuses),
                findings: tally(severities),
                exit: exit.code(),
            },
            lines: vec![
                format!(
                    "{}, {}",
                    report.agreement.title,
                    wording.period(&report.period)
                ),
                check::state(
                    report.assessments.iter().map(|pledge| pledge.status),
                    wording,
                ),
                check::found(report.findings.iter(), wording),
            ],
            stands: wording.phrase(
                &Phrase::new("terminal-unchanged").with("version", report.version.to_string()),
            ),
            open: wording.phrase(
                &Phrase::new("terminal-open")
                    .with("file", folder.join("report.html").display().to_string()),
            ),
        }
    }

    /// The same of a later run that finds all as it was.
    pub(super) fn unchanged(mut self) -> RunResult {
        self.summary.is_new = false;
        self
    }

    /// The name of its period.
    pub(super) fn period(&self) -> &str {
        &self.summary.period
    }

    /// Whether it made a version.
    pub(super) fn is_new(&self) -> bool {
        self.summary.is_new
    }

    /// How the command ends.
    pub(super) fn exit(&self) -> Exit {
        if self.summary.exit == Exit::Findings.code() {
            Exit::Findings
        } else {
            Exit::Finished
        }
    }
}

/// Prints what a run came to.
///
/// # Errors
/// If it cannot be printed.
pub(super) fn print_run(run: &RunResult, format: Format) -> Result<(), Error> {
    let summary = &run.summary;
    if format == Format::Json {
        let line = serde_json::to_string(summary).map_err(|fault| Error::Render {
            what: "the summary".to_owned(),
            fault: fault.to_string(),
        })?;
        return terminal::print(&[line]);
    }
    let mut lines = run.lines.clone();
    if !summary.is_new {
        lines.push(run.stands.clone());
    }
    lines.push(run.open.clone());
    terminal::print_sentences(lines)
}

/// How often each name is there.
fn tally(names: impl Iterator<Item = &'static str>) -> BTreeMap<String, usize> {
    let mut tally = BTreeMap::new();
    for name in names {
        *tally.entry(name.to_owned()).or_default() += 1;
    }
    tally
}
