//! What commands print.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "the terminal is here and nowhere else")]

use std::collections::BTreeMap;
use std::io::Write;

use crate::error::Error;
use crate::model::assessment::{Assessment, Status, TargetAssessment};
use crate::model::finding::{Finding, Severity};
use crate::model::report::Report;
use crate::wording::Wording;

use super::run::{Done, Summary};
use super::{Exit, Format};

/// Prints why a command could not finish, and says how it ends.
pub(super) fn error(error: &Error) -> Exit {
    if let Error::Agreement { path, findings } = error {
        // The faults are told in the language of most coordinators: the file that would name it cannot be read.
        match Wording::new("sv", &BTreeMap::new()) {
            Ok(wording) => {
                for finding in findings {
                    let line = finding.place.line.unwrap_or(1);
                    eprintln!("{}:{line}: {}", path.display(), sentences(finding, &wording));
                }
            }
            Err(fault) => eprintln!("lofte: {fault}"),
        }
    }
    eprintln!("lofte: {error}");
    match error {
        Error::Usage(_) => Exit::Usage,
        _ => Exit::Failed,
    }
}

/// Says that another run is at work.
pub(super) fn busy() {
    eprintln!("lofte: another run writes this agreement's versions; waiting for it");
}

/// Prints bytes as they are.
pub(super) fn bytes(bytes: &[u8]) {
    // A closed pipe is the reader's business.
    let _ = std::io::stdout().write_all(bytes);
}

/// Prints what a run came to.
pub(super) fn done(done: &Done, format: Format) {
    let report = &done.report;
    if format == Format::Json {
        let summary = Summary {
            agreement: &report.agreement.id,
            period: report.period.to_string(),
            version: report.version,
            is_new: done.is_new,
            folder: done.folder.display().to_string(),
            exit: done.exit.code(),
        };
        match serde_json::to_string(&summary) {
            Ok(line) => println!("{line}"),
            Err(fault) => eprintln!("lofte: {fault}"),
        }
        return;
    }
    println!("{}, {}", report.agreement.title, done.wording.period(&report.period));
    println!("{}", counts(report, &done.wording));
    println!("{}", found(report));
    if !done.is_new {
        println!("Nothing has changed: version v{} stands.", report.version);
    }
    println!("Open {}", done.folder.join("report.html").display());
}

/// Prints findings and verdicts with their reckonings.
pub(super) fn report(report: &Report, wording: &Wording) {
    println!("{}, {} ({})", report.agreement.title, wording.period(&report.period), report.as_of);
    println!("{}", counts(report, wording));
    println!();
    for finding in &report.findings {
        println!("{}", one_finding(finding, wording));
    }
    println!("{}", found(report));
    for assessment in &report.assessments {
        println!();
        println!("{}: {}", assessment.pledge, wording.status(assessment.status));
        for line in lines(assessment, wording) {
            println!("  {line}");
        }
    }
}

/// «Uppfyllt 6, På väg 5, Efter 1».
fn counts(report: &Report, wording: &Wording) -> String {
    let count = |status| report.assessments.iter().filter(|assessment| assessment.status == status).count();
    let told: Vec<String> = Status::ALL
        .into_iter()
        .filter(|status| count(*status) > 0)
        .map(|status| format!("{} {}", wording.status(status), count(status)))
        .collect();
    told.join(", ")
}

fn found(report: &Report) -> String {
    let count = |severity| report.findings.iter().filter(|finding| finding.severity() == severity).count();
    format!(
        "Findings: {} errors, {} warnings, {} notes",
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Note)
    )
}

fn one_finding(finding: &Finding, wording: &Wording) -> String {
    let place = &finding.place;
    let line = place.line.map(|line| format!("agreement.toml:{line}"));
    let parts = [place.workbook.clone(), place.sheet.clone(), place.cell.clone(), line];
    let place: Vec<String> = parts.into_iter().flatten().collect();
    let severity = match finding.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    format!("{severity} {} · {} · {}", finding.code.name(), place.join(" · "), sentences(finding, wording))
}

fn sentences(finding: &Finding, wording: &Wording) -> String {
    format!("{} {}", wording.message(finding), wording.remedy(finding))
}

/// What stands under a pledge: what its owner claims, and each window of each target.
fn lines(assessment: &Assessment, wording: &Wording) -> Vec<String> {
    let claimed = assessment.claimed.as_ref().map(|claimed| {
        let date = claimed.as_of.map(|date| format!(" ({})", date.to)).unwrap_or_default();
        format!("«{}»{date}", claimed.status)
    });
    claimed.into_iter().chain(assessment.targets.iter().flat_map(|target| target_lines(target, wording))).collect()
}

fn target_lines(target: &TargetAssessment, wording: &Wording) -> Vec<String> {
    let windows = target.windows.iter().map(|window| {
        let remaining = window.remaining.as_ref().map(|phrase| format!(" {}.", wording.phrase(phrase)));
        format!(
            "  {}: {}. {}{}",
            window.name.clone().unwrap_or_else(|| wording.span(window.span)),
            wording.status(window.status),
            wording.sentence(&window.reckoning),
            remaining.unwrap_or_default()
        )
    });
    std::iter::once(wording.phrase(&target.phrase)).chain(windows).collect()
}
