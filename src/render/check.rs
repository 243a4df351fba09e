//! What `lofte check` prints of an edition: the verdicts with their reckonings, and what was found.

use crate::model::assessment::Status;
use crate::model::edition::{Edition, EditionPledge, EditionTarget};
use crate::model::finding::{Finding, Novelty, Phrase, Severity};
use crate::model::span::{Period, PeriodKind};
use crate::render::html::severity_key;
use crate::render::overview::{short_name, state_of, tally_of, window_name};
use crate::render::target::{amended, done_in_period, settled};
use crate::wording::Wording;

/// How a word stands out on a terminal that has colours. What it says never depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stress {
    None,
    Heading,
    Good,
    Attention,
    Bad,
    Unknown,
    Soft,
}

impl Stress {
    fn of(status: Status) -> Stress {
        match status {
            Status::Fulfilled | Status::OnTrack => Stress::Good,
            Status::Behind => Stress::Attention,
            Status::NotFulfilled | Status::Partial => Stress::Bad,
            Status::Undecided | Status::NotReported => Stress::Unknown,
            Status::Withheld | Status::NoNeed | Status::NotStarted | Status::Described => {
                Stress::Soft
            }
        }
    }
}

/// A line for the terminal, which may have to be broken there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TerminalLine {
    /// So many steps to the right.
    pub(crate) indent: usize,
    pub(crate) pieces: Vec<(Stress, String)>,
}

impl TerminalLine {
    /// An empty one.
    pub(crate) fn new(indent: usize) -> TerminalLine {
        TerminalLine {
            indent,
            pieces: Vec::new(),
        }
    }

    /// With some more text.
    pub(crate) fn with(mut self, stress: Stress, text: impl Into<String>) -> TerminalLine {
        self.pieces.push((stress, text.into()));
        self
    }
}

/// The lines, in their order.
pub(crate) fn render(edition: &Edition, wording: &Wording) -> Vec<TerminalLine> {
    let findings = || {
        let details = edition.details.iter();
        details.flat_map(|details| details.findings.iter().map(|entry| &entry.finding))
    };
    let head = format!(
        "{}, {} ({})",
        edition.agreement.title,
        wording.period(&edition.period),
        edition.as_of
    );
    let statuses = edition.pledges.iter().map(|pledge| pledge.status);
    let plain = |text| TerminalLine::new(0).with(Stress::None, text);
    let mut text = vec![
        TerminalLine::new(0).with(Stress::Heading, head),
        plain(state(statuses, wording)),
    ];
    for pledge in &edition.pledges {
        text.push(TerminalLine::new(0));
        text.push(heading(pledge, wording));
        text.extend(lines(pledge, &edition.period, wording));
    }
    text.push(TerminalLine::new(0));
    text.extend(findings().map(|finding| one_finding(finding, wording)));
    text.push(plain(found(findings(), wording)));
    text
}

/// «1. Medborgarkontakter: Ligger efter»
fn heading(pledge: &EditionPledge, wording: &Wording) -> TerminalLine {
    let mut status = wording.status(pledge.status);
    if pledge.is_urgent() {
        status = format!("{status}, {}", wording.text("ui-urgent"));
    }
    // A promise that is its own name ends with a full stop.
    let name = short_name(pledge);
    let name = format!("{}. {}: ", pledge.number, name.trim_end_matches('.'));
    TerminalLine::new(0)
        .with(Stress::Heading, name)
        .with(Stress::of(pledge.status), status)
}

/// «7 löften: 6 är i fas och 1 ligger efter.», or what to do where there are none.
pub(crate) fn state(statuses: impl Iterator<Item = Status>, wording: &Wording) -> String {
    let tally = tally_of(statuses);
    if tally.is_empty() {
        return wording.text("terminal-no-pledges");
    }
    state_of(&tally, wording)
}

/// «Påpekanden: 2 att rätta, 1 att känna till. 1 är nytt.»
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
    let errors = count(Severity::Error);
    wording.phrase(
        &Phrase::new("terminal-findings")
            .with("errors", errors)
            .with("mend", errors + count(Severity::Warning))
            .with("notes", count(Severity::Note))
            .with("news", news)
            .with("all", all),
    )
}

fn one_finding(finding: &Finding, wording: &Wording) -> TerminalLine {
    let place = &finding.place;
    let line = (place.shown_line()).map(|line| format!("agreement.toml:{line}"));
    let parts = [
        place.agreement_book().map(str::to_owned),
        place.workbook.clone(),
        place.sheet.clone(),
        place.cell.clone(),
        line,
    ];
    let place: Vec<String> = parts.into_iter().flatten().collect();
    let mut grade = wording.text(severity_key(finding.severity()));
    if finding.novelty == Novelty::Before {
        grade = format!("{grade}, {}", wording.text("ui-known"));
    }
    let stress = match finding.severity() {
        Severity::Error => Stress::Bad,
        Severity::Warning => Stress::Attention,
        Severity::Note => Stress::Soft,
    };
    TerminalLine::new(0)
        .with(stress, grade)
        .with(
            Stress::None,
            format!(" · {} · {} ", place.join(" · "), wording.sentences(finding)),
        )
        // What an agreement's explanation of it is found by.
        .with(Stress::Soft, format!("[{}]", finding.code().name()))
}

/// What stands under a pledge: what its owner claims, and each window of each target.
fn lines(pledge: &EditionPledge, period: &Period, wording: &Wording) -> Vec<TerminalLine> {
    let claimed = pledge.claim.as_ref().map(|claimed| {
        let date = claimed
            .as_of
            .map(|date| format!(" ({})", date.to))
            .unwrap_or_default();
        let quoted =
            Phrase::new("ui-quoted").with("text", claimed.status.as_deref().unwrap_or_default());
        let claim = format!("{}{date}", wording.phrase(&quoted));
        TerminalLine::new(1).with(Stress::None, claim)
    });
    let targets = pledge
        .targets
        .iter()
        .flat_map(|target| target_lines(target, period, wording));
    claimed.into_iter().chain(targets).collect()
}

/// What is promised, what was done in a period longer than a month, and how each window stands at its end.
fn target_lines(target: &EditionTarget, period: &Period, wording: &Wording) -> Vec<TerminalLine> {
    let windows = target.windows.iter().map(|window| {
        let remaining = window
            .remaining
            .as_ref()
            .map(|phrase| format!(" {}.", wording.phrase(phrase)));
        let told = format!(
            ". {}{}",
            wording.sentence(&window.reckoning),
            remaining.unwrap_or_default()
        );
        TerminalLine::new(2)
            .with(Stress::None, format!("{}: ", window_name(window, wording)))
            .with(Stress::of(window.status), wording.status(window.status))
            .with(Stress::None, told)
    });
    let longer = period.kind != PeriodKind::Month;
    let done = done_in_period(target, period, wording).filter(|_| longer);
    let more = amended(target, wording)
        .into_iter()
        .chain(done)
        .chain(settled(target, wording))
        .map(|line| TerminalLine::new(2).with(Stress::None, format!("{line}.")));
    let promise = TerminalLine::new(1).with(Stress::None, wording.phrase(&target.phrase));
    std::iter::once(promise)
        .chain(more)
        .chain(windows)
        .collect()
}
