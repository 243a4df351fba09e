//! What `lofte check` prints of an edition: the verdicts with their reckonings, and what was found.

use crate::model::assessment::Status;
use crate::model::edition::{Edition, EditionPledge, EditionTarget};
use crate::model::finding::{Finding, Novelty, Phrase, Severity};
use crate::model::span::{Period, PeriodKind};
use crate::render::target::{amended, done_in_period, settled};
use crate::wording::Wording;

/// The lines, in their order.
pub(crate) fn render(edition: &Edition, wording: &Wording) -> Vec<String> {
    let findings = || {
        let details = edition.details.iter();
        details.flat_map(|details| details.findings.iter().map(|entry| &entry.finding))
    };
    let statuses = edition.pledges.iter().map(|pledge| pledge.status);
    let head = format!(
        "{}, {} ({})",
        edition.agreement.title,
        wording.period(&edition.period),
        edition.as_of
    );
    let mut text = vec![head, counts(statuses, wording)];
    for pledge in &edition.pledges {
        text.push(String::new());
        let mut status = wording.status(pledge.status);
        if pledge.is_urgent() {
            status = format!("{status}, {}", wording.text("ui-urgent"));
        }
        text.push(format!("{}: {status}", pledge.id));
        let lines = lines(pledge, &edition.period, wording).into_iter();
        text.extend(lines.map(|line| format!("  {line}")));
    }
    text.push(String::new());
    text.extend(findings().map(|finding| one_finding(finding, wording)));
    text.push(found(findings(), wording));
    text
}

/// «Uppfyllt 6, På väg 5, Efter 1».
pub(crate) fn counts(statuses: impl Iterator<Item = Status>, wording: &Wording) -> String {
    let statuses: Vec<Status> = statuses.collect();
    if statuses.is_empty() {
        return wording.text("terminal-no-pledges");
    }
    let count = |status| statuses.iter().filter(|other| **other == status).count();
    let counts: Vec<String> = Status::ALL
        .into_iter()
        .filter(|status| count(*status) > 0)
        .map(|status| format!("{} {}", wording.status(status), count(status)))
        .collect();
    counts.join(", ")
}

/// «Påpekanden: 1 fel, 2 att rätta, 0 att känna till, 1 nya», in the language of the verdicts.
pub(crate) fn found<'a>(findings: impl Iterator<Item = &'a Finding>, wording: &Wording) -> String {
    let findings: Vec<&Finding> = findings.collect();
    let count = |severity| {
        let alike = findings.iter().filter(|one| one.severity() == severity);
        alike.count()
    };
    let news = findings.iter().filter(|one| one.novelty == Novelty::New);
    let news = news.count();
    // Without a previous version, and nothing explained, all of them are news.
    let all = if news == findings.len() { "yes" } else { "no" };
    wording.phrase(
        &Phrase::new("terminal-findings")
            .with("errors", count(Severity::Error))
            .with("warnings", count(Severity::Warning))
            .with("notes", count(Severity::Note))
            .with("news", news)
            .with("all", all),
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
    let (severity, code) = (finding.severity().name(), finding.code().name());
    let known = if finding.novelty == Novelty::Before {
        " (known)"
    } else {
        ""
    };
    format!(
        "{severity} {code}{known} · {} · {}",
        place.join(" · "),
        wording.sentences(finding)
    )
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
