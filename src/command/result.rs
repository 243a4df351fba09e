//! What `run` and `check` print of a report.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::compose::edition;
use crate::error::Error;
use crate::model::agreement::Audience;
use crate::model::assessment::Status;
use crate::model::edition::{EditionPledge, EditionTarget};
use crate::model::finding::{Finding, Novelty, Phrase, Severity};
use crate::model::report::Report;
use crate::model::span::{Period, PeriodKind};
use crate::render::target::{amended, done_in_period, settled};
use crate::wording::Wording;

use super::{Exit, Format, terminal};

/// What a run came to, as it is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct RunResult {
    summary: RunSummary,
    /// The agreement's title and period, how many pledges have which verdict, how much there is to mend: a line each.
    lines: Vec<String>,
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
        let severities = report.findings.iter().map(Finding::severity).map(severity);
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
                counts(report, wording),
                found(report),
            ],
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
        lines.push(format!(
            "Nothing has changed: version v{} stands.",
            summary.version
        ));
    }
    let report = summary.folder.join("report.html");
    lines.push(format!("Open {}", report.display()));
    terminal::print(&lines)
}

/// Prints findings and verdicts with their reckonings.
///
/// # Errors
/// If they cannot be printed.
pub(super) fn print_check(report: &Report, wording: &Wording) -> Result<(), Error> {
    let head = format!(
        "{}, {} ({})",
        report.agreement.title,
        wording.period(&report.period),
        report.as_of
    );
    let mut text = vec![head, counts(report, wording), String::new()];
    text.extend(
        report
            .findings
            .iter()
            .map(|finding| one_finding(finding, wording)),
    );
    text.push(found(report));
    for pledge in &edition(report, &Audience::Full).pledges {
        text.push(String::new());
        text.push(format!("{}: {}", pledge.id, wording.status(pledge.status)));
        text.extend(
            lines(pledge, &report.period, wording)
                .into_iter()
                .map(|line| format!("  {line}")),
        );
    }
    terminal::print(&text)
}

/// How often each name is there.
fn tally(names: impl Iterator<Item = &'static str>) -> BTreeMap<String, usize> {
    let mut tally = BTreeMap::new();
    for name in names {
        *tally.entry(name.to_owned()).or_default() += 1;
    }
    tally
}

/// «Uppfyllt 6, På väg 5, Efter 1».
fn counts(report: &Report, wording: &Wording) -> String {
    let count = |status| {
        report
            .assessments
            .iter()
            .filter(|assessment| assessment.status == status)
            .count()
    };
    let counts: Vec<String> = Status::ALL
        .into_iter()
        .filter(|status| count(*status) > 0)
        .map(|status| format!("{} {}", wording.status(status), count(status)))
        .collect();
    counts.join(", ")
}

fn found(report: &Report) -> String {
    let count = |severity| {
        report
            .findings
            .iter()
            .filter(|finding| finding.severity() == severity)
            .count()
    };
    let news = report
        .findings
        .iter()
        .filter(|finding| finding.novelty == Novelty::New)
        .count();
    // Without a previous version, and nothing explained, all of them are news.
    let news = if news == report.findings.len() {
        String::new()
    } else {
        format!(", {news} new")
    };
    let counted = |severity, one: &str| match count(severity) {
        1 => format!("1 {one}"),
        number => format!("{number} {one}s"),
    };
    format!(
        "Findings: {}, {}, {}{news}",
        counted(Severity::Error, "error"),
        counted(Severity::Warning, "warning"),
        counted(Severity::Note, "note")
    )
}

fn one_finding(finding: &Finding, wording: &Wording) -> String {
    let place = &finding.place;
    let line = place.line.map(|line| format!("agreement.toml:{line}"));
    let parts = [
        place.workbook.clone(),
        place.sheet.clone(),
        place.cell.clone(),
        line,
    ];
    let place: Vec<String> = parts.into_iter().flatten().collect();
    let (severity, code) = (severity(finding.severity()), finding.code().name());
    let known = if finding.novelty == Novelty::Before {
        " (known)"
    } else {
        ""
    };
    format!(
        "{severity} {code}{known} · {} · {}",
        place.join(" · "),
        terminal::sentences(finding, wording)
    )
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// What stands under a pledge: what its owner claims, and each window of each target.
fn lines(pledge: &EditionPledge, period: &Period, wording: &Wording) -> Vec<String> {
    let claimed = pledge.claim.as_ref().map(|claimed| {
        let date = claimed
            .as_of
            .map(|date| format!(" ({})", date.to))
            .unwrap_or_default();
        let quoted =
            Phrase::new("ui-quoted").with("text", claimed.status.as_deref().unwrap_or_default());
        format!("{}{date}", wording.phrase(&quoted))
    });
    let targets = pledge
        .targets
        .iter()
        .flat_map(|target| target_lines(target, period, wording));
    claimed.into_iter().chain(targets).collect()
}

/// What is promised, what was done in a period longer than a month, and how each window stands at its end.
fn target_lines(target: &EditionTarget, period: &Period, wording: &Wording) -> Vec<String> {
    let windows = target.windows.iter().map(|window| {
        let remaining = window
            .remaining
            .as_ref()
            .map(|phrase| format!(" {}.", wording.phrase(phrase)));
        format!(
            "  {}: {}. {}{}",
            window
                .name
                .clone()
                .unwrap_or_else(|| wording.span(window.span)),
            wording.status(window.status),
            wording.sentence(&window.reckoning),
            remaining.unwrap_or_default()
        )
    });
    let longer = period.kind != PeriodKind::Month;
    let done = done_in_period(target, period, wording).filter(|_| longer);
    let more = amended(target, wording)
        .into_iter()
        .chain(done)
        .chain(settled(target, wording))
        .map(|line| format!("  {line}."));
    std::iter::once(wording.phrase(&target.phrase))
        .chain(more)
        .chain(windows)
        .collect()
}
