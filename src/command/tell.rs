//! What commands print: the terminal is here and nowhere else.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

use crate::error::Error;
use crate::model::assessment::{Assessment, Status, TargetAssessment};
use crate::model::finding::{Finding, Novelty, Severity};
use crate::model::report::Report;
use crate::model::span::{Period, PeriodKind};
use crate::render::target::{amended, done_in_period, settled};
use crate::wording::Wording;

use super::done::{Done, Summary};
use super::{Exit, Format};

/// Prints why a command could not finish, and says how it ends.
pub(super) fn error(error: &Error) -> Exit {
    if let Error::Agreement { path, findings } | Error::Settings { path, findings } = error {
        // The faults are told in the language of most coordinators: the file that would name it cannot be read.
        match Wording::new("sv", &BTreeMap::new()) {
            Ok(wording) => {
                for finding in findings {
                    let line = finding.place.line.unwrap_or(1);
                    complain(&format!(
                        "{}:{line}: {}",
                        path.display(),
                        sentences(finding, &wording)
                    ));
                }
            }
            Err(fault) => complain(&format!("lofte: {fault}")),
        }
    }
    complain(&format!("lofte: {error}"));
    match error {
        Error::Usage(_) => Exit::Usage,
        _ => Exit::Failed,
    }
}

/// Says that another run is at work.
pub(super) fn busy() {
    complain("lofte: another run writes this agreement's versions; waiting for it");
}

/// Prints a line on standard error. Where that is closed, nobody is left to be told.
pub(super) fn complain(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// Prints bytes as they are.
///
/// # Errors
/// If they cannot be written, but for a reader that has seen enough (`lofte check | head`).
pub(super) fn bytes(bytes: &[u8]) -> Result<(), Error> {
    written(|terminal| terminal.write_all(bytes))
}

/// Prints what is written piece by piece.
///
/// # Errors
/// As for [`bytes`].
pub(super) fn written(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Error> {
    let mut terminal = io::BufWriter::new(io::stdout().lock());
    match write(&mut terminal).and_then(|()| terminal.flush()) {
        Err(fault) if fault.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::io(Path::new("standard output"), fault))
        }
        _ => Ok(()),
    }
}

/// Prints which templates were written where.
///
/// # Errors
/// If they cannot be printed.
pub(super) fn exported(folder: &Path, names: &[&str]) -> Result<(), Error> {
    let lines: String = names
        .iter()
        .map(|name| format!("{}\n", folder.join(name).display()))
        .collect();
    bytes(lines.as_bytes())
}

/// Prints what a run came to.
///
/// # Errors
/// If it cannot be printed.
pub(super) fn done(done: &Done, format: Format) -> Result<(), Error> {
    let report = &done.report;
    if format == Format::Json {
        let summary = Summary {
            agreement: &report.agreement.id,
            period: report.period.to_string(),
            version: report.version,
            is_new: done.is_new,
            folder: done.folder.display().to_string(),
            pledges: tally(
                report
                    .assessments
                    .iter()
                    .map(|assessment| assessment.status.name()),
            ),
            findings: tally(
                report
                    .findings
                    .iter()
                    .map(|finding| severity(finding.severity())),
            ),
            exit: done.exit.code(),
        };
        let line = serde_json::to_string(&summary).map_err(|fault| Error::Render {
            what: "the summary".to_owned(),
            fault: fault.to_string(),
        })?;
        return print(&[line]);
    }
    let mut told = vec![
        format!(
            "{}, {}",
            report.agreement.title,
            done.wording.period(&report.period)
        ),
        counts(report, &done.wording),
        found(report),
    ];
    if !done.is_new {
        told.push(format!(
            "Nothing has changed: version v{} stands.",
            report.version
        ));
    }
    told.push(format!(
        "Open {}",
        done.folder.join("report.html").display()
    ));
    print(&told)
}

/// Prints findings and verdicts with their reckonings.
///
/// # Errors
/// If they cannot be printed.
pub(super) fn report(report: &Report, wording: &Wording) -> Result<(), Error> {
    let head = format!(
        "{}, {} ({})",
        report.agreement.title,
        wording.period(&report.period),
        report.as_of
    );
    let mut told = vec![head, counts(report, wording), String::new()];
    told.extend(
        report
            .findings
            .iter()
            .map(|finding| one_finding(finding, wording)),
    );
    told.push(found(report));
    for assessment in &report.assessments {
        told.push(String::new());
        told.push(format!(
            "{}: {}",
            assessment.pledge,
            wording.status(assessment.status)
        ));
        told.extend(
            lines(assessment, &report.period, wording)
                .into_iter()
                .map(|line| format!("  {line}")),
        );
    }
    print(&told)
}

/// Prints lines.
///
/// # Errors
/// If they cannot be printed.
pub(super) fn print(lines: &[String]) -> Result<(), Error> {
    bytes(format!("{}\n", lines.join("\n")).as_bytes())
}

/// How often each name is there.
fn tally(names: impl Iterator<Item = &'static str>) -> BTreeMap<&'static str, usize> {
    let mut tally = BTreeMap::new();
    for name in names {
        *tally.entry(name).or_default() += 1;
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
    let told: Vec<String> = Status::ALL
        .into_iter()
        .filter(|status| count(*status) > 0)
        .map(|status| format!("{} {}", wording.status(status), count(status)))
        .collect();
    told.join(", ")
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
    format!(
        "Findings: {} errors, {} warnings, {} notes{news}",
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Note)
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
    let (severity, code) = (severity(finding.severity()), finding.code.name());
    let known = if finding.novelty == Novelty::Before {
        " (known)"
    } else {
        ""
    };
    format!(
        "{severity} {code}{known} · {} · {}",
        place.join(" · "),
        sentences(finding, wording)
    )
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn sentences(finding: &Finding, wording: &Wording) -> String {
    format!("{} {}", wording.message(finding), wording.remedy(finding))
}

/// What stands under a pledge: what its owner claims, and each window of each target.
fn lines(assessment: &Assessment, period: &Period, wording: &Wording) -> Vec<String> {
    let claimed = assessment.claimed.as_ref().map(|claimed| {
        let date = claimed
            .as_of
            .map(|date| format!(" ({})", date.to))
            .unwrap_or_default();
        format!("«{}»{date}", claimed.status)
    });
    let targets = assessment
        .targets
        .iter()
        .flat_map(|target| target_lines(target, period, wording));
    claimed.into_iter().chain(targets).collect()
}

/// What is promised, what was done in a period longer than a month, and how each window stands at its end.
fn target_lines(target: &TargetAssessment, period: &Period, wording: &Wording) -> Vec<String> {
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
