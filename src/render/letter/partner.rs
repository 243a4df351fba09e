//! A partner's own letter: what was read and how, what must be mended, what is missing and by when. No verdicts, and
//! nothing of other partners: it may go before the results are released.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;

use super::super::Templates;
use super::super::plain::one_line;
use super::super::template::{self, Escape, fill};
use super::super::unreported::silent_months;
use super::{Letter, diary_number, sender};
use crate::error::Error;
use crate::model::activity::{SheetAccount, WorkbookAccount};
use crate::model::edition::Edition;
use crate::model::finding::{Code, Finding, Novelty, Phrase, Severity};
use crate::model::message::{ReportedFinding, told};
use crate::model::span::DateSpan;
use crate::wording::{Wording, capital};

/// The templates' names.
const TEXT: &str = "letter-partner.txt.hbs";
const HTML: &str = "letter-partner.html.hbs";

/// How many findings a letter tells in full; of the rest it tells how many there are.
const TOLD_IN_FULL: usize = 15;

/// What earlier letters to a partner have told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EarlierFindings {
    /// The findings it was told of, and has not been thanked for.
    pub told: BTreeSet<ReportedFinding>,
}

/// Why a partner is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// Its workbooks were read for a new version.
    Read,
    /// The day it reports by comes.
    Before,
    /// Something is still missing or not mended.
    After,
}

/// A partner's letter, and what it tells and thanks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnerLetter {
    /// The letter.
    pub letter: Letter,
    /// Every finding of the partner's that asks for work.
    pub present: Vec<ReportedFinding>,
    /// The mended findings it thanks for.
    pub thanked: Vec<String>,
    /// What is missing, a line a source.
    pub missing: Vec<String>,
}

#[derive(Debug, Default, Serialize)]
struct View {
    lang: String,
    subject: String,
    kicker: String,
    title: String,
    period: String,
    greeting: String,
    intro: String,
    sections: Vec<Section>,
    sender: String,
    diary_number: String,
}

#[derive(Debug, Default, Serialize)]
struct Section {
    heading: String,
    told: String,
    lines: Vec<Line>,
}

#[derive(Debug, Default, Serialize)]
pub(super) struct Line {
    pub(super) place: String,
    pub(super) text: String,
}

/// Whether a partner has something to do: notes need no work, and what the agreement explains is known.
pub(super) fn asks_for_work(finding: &Finding) -> bool {
    finding.severity() != Severity::Note && finding.novelty != Novelty::Explained
}

/// To whom a letter goes, and why.
#[derive(Clone, Copy, Debug)]
pub struct Addressed<'a> {
    /// The partner's id.
    pub partner: &'a str,
    /// Who is greeted.
    pub name: &'a str,
    /// Why.
    pub occasion: Occasion,
    /// The day its report is due.
    pub due: Option<NaiveDate>,
    /// What earlier letters have told.
    pub past: &'a EarlierFindings,
}

/// Holds every name in the templates of a partner's letter against what such a letter has.
///
/// # Errors
/// If one is broken or asks for what is not there.
pub(super) fn check(wording: &Wording, templates: &Templates) -> Result<(), Error> {
    let section = Section {
        lines: vec![Line::default()],
        ..Section::default()
    };
    let view = View {
        sections: vec![section],
        ..View::default()
    };
    template::check(TEXT, Escape::Nothing, templates, wording, &view)?;
    template::check(HTML, Escape::Html, templates, wording, &view)
}

/// The letter to one partner.
///
/// # Errors
/// If a template is broken.
pub fn render(
    edition: &Edition,
    addressed: Addressed<'_>,
    wording: &Wording,
    templates: &Templates,
) -> Result<PartnerLetter, Error> {
    let Addressed {
        partner,
        name,
        occasion,
        due,
        past,
    } = addressed;
    // What has not come stands in a section of its own.
    let in_workbooks = findings(edition).filter(|finding| finding.place.workbook.is_some());
    let asked: Vec<&Finding> = in_workbooks
        .filter(|finding| asks_for_work(finding))
        .collect();
    let present = told(&asked);
    let missing = missing(edition, occasion, wording);
    let (thanks, thanked) = thanks(edition, past, &present, wording);
    let mut sections = Vec::from_iter(thanks);
    sections.extend(missing_section(&missing, due, edition.as_of, wording));
    sections.push(mend_section(&asked, &present, occasion, past, wording));
    if occasion == Occasion::Read {
        sections.push(read_section(edition, wording));
    }
    let (subject, intro) = head(edition, partner, occasion, due, present.len(), wording);
    let view = View {
        lang: wording.language().to_owned(),
        subject: one_line(&subject),
        kicker: wording.text("ui-kicker"),
        title: one_line(&edition.agreement.title),
        period: capital(&wording.period(&edition.period)),
        greeting: wording.phrase(&Phrase::new("letter-greeting").with("name", one_line(name))),
        intro,
        sections,
        sender: if occasion == Occasion::Read {
            sender(edition, wording)
        } else {
            unversioned(edition)
        },
        diary_number: diary_number(edition, wording),
    };
    let letter = Letter {
        text: fill(TEXT, Escape::Nothing, templates, wording, &view)?,
        html: fill(HTML, Escape::Html, templates, wording, &view)?,
        subject: view.subject,
    };
    Ok(PartnerLetter {
        letter,
        present,
        thanked,
        missing,
    })
}

fn findings(edition: &Edition) -> impl Iterator<Item = &Finding> {
    edition.findings().iter().map(|found| &found.finding)
}

/// Who stands under a letter that belongs to no version.
fn unversioned(edition: &Edition) -> String {
    format!(
        "{} · {}",
        edition.agreement.municipality, edition.agreement.police_area
    )
}

/// The subject, and what the letter is about.
fn head(
    edition: &Edition,
    partner: &str,
    occasion: Occasion,
    due: Option<NaiveDate>,
    mend: usize,
    wording: &Wording,
) -> (String, String) {
    let (subject, intro) = match (occasion, due) {
        (Occasion::Read, _) => ("letter-partner-subject", "letter-partner-intro"),
        (Occasion::Before, Some(_)) => ("letter-reminder-subject-before", "letter-reminder-before"),
        (Occasion::Before, None) | (Occasion::After, _) => {
            ("letter-reminder-subject-after", "letter-reminder-after")
        }
    };
    let told = |key| {
        Phrase::new(key)
            .with("partner", edition.partner_name(partner))
            .with("title", one_line(&edition.agreement.title))
            .with("period", wording.period(&edition.period))
            .with("day", edition.as_of)
            .with("due", due.unwrap_or(edition.as_of))
            .with("mend", mend)
    };
    (wording.phrase(&told(subject)), wording.phrase(&told(intro)))
}

/// What can be gone without anybody having mended it: a day that has come, a verdict that has changed, what another partner
/// has written.
const GOES_BY_ITSELF: [Code; 4] = [
    Code::DateInFuture,
    Code::ClaimWithoutEvidence,
    Code::EvidenceAgainstClaim,
    Code::ReportedByTwo,
];

/// Thanks for the workbooks in which something told before is no longer found; said once. Of a workbook that is gone, or
/// could not be read, nobody knows whether it is mended.
fn thanks(
    edition: &Edition,
    past: &EarlierFindings,
    present: &[ReportedFinding],
    wording: &Wording,
) -> (Option<Section>, Vec<String>) {
    let accounts = edition.accounts();
    let is_unread = |workbook: &str| {
        let its = |finding: &&Finding| finding.place.workbook.as_deref() == Some(workbook);
        findings(edition)
            .filter(its)
            .any(|finding| finding.severity() == Severity::Error)
    };
    let is_read = |told: &&ReportedFinding| {
        accounts
            .iter()
            .any(|account| account.workbook == told.workbook && !account.sheets.is_empty())
            && !is_unread(&told.workbook)
    };
    let goes =
        |told: &&ReportedFinding| !GOES_BY_ITSELF.iter().any(|code| code.name() == told.code);
    let is_mended =
        |told: &&ReportedFinding| goes(told) && !present.iter().any(|still| still.key == told.key);
    let mended = past.told.iter().filter(is_mended).filter(is_read);
    let (mut by_workbook, mut keys) = (BTreeMap::<&str, usize>::new(), Vec::new());
    for told in mended {
        *by_workbook.entry(&told.workbook).or_default() += 1;
        keys.push(told.key.clone());
    }
    let line = |(workbook, count): (&str, usize)| Line {
        place: one_line(workbook),
        text: wording.phrase(&Phrase::new("letter-thanks-line").with("count", count)),
    };
    let lines: Vec<Line> = by_workbook.into_iter().map(line).collect();
    let section = Section {
        heading: wording.text("letter-thanks"),
        told: String::new(),
        lines,
    };
    ((!keys.is_empty()).then_some(section), keys)
}

/// What has not come, a line a source: of this period; in a reminder after the day it was due, of earlier months too.
fn missing(edition: &Edition, occasion: Occasion, wording: &Wording) -> Vec<String> {
    let asked =
        |month: DateSpan| occasion == Occasion::After || month.overlaps(edition.period.span);
    let mut lines = silent_months(edition, asked, |source| source, wording);
    let absent = edition.absent.iter().filter(|absent| !absent.unreadable);
    for pattern in absent.filter_map(|absent| absent.workbook.as_ref()) {
        if !lines.iter().any(|line| line.contains(pattern)) {
            let phrase = Phrase::new("letter-missing-workbook").with("pattern", pattern);
            lines.push(wording.phrase(&phrase));
        }
    }
    lines
}

fn missing_section(
    missing: &[String],
    due: Option<NaiveDate>,
    as_of: NaiveDate,
    wording: &Wording,
) -> Option<Section> {
    if missing.is_empty() {
        return None;
    }
    let told = match due {
        Some(due) if due >= as_of => Phrase::new("letter-missing-due").with("due", due),
        Some(due) => Phrase::new("letter-missing-past").with("due", due),
        None => Phrase::new("letter-missing-anytime"),
    };
    let lines = missing
        .iter()
        .map(|line| Line {
            place: String::new(),
            text: one_line(line),
        })
        .collect();
    Some(Section {
        heading: wording.text("letter-missing"),
        told: wording.phrase(&told),
        lines,
    })
}

/// What is new in full, and how much of what was told before is left; a reminder tells all of it again.
fn mend_section(
    asked: &[&Finding],
    present: &[ReportedFinding],
    occasion: Occasion,
    past: &EarlierFindings,
    wording: &Wording,
) -> Section {
    let is_known = |told: &ReportedFinding| past.told.iter().any(|known| known.key == told.key);
    let known = present.iter().filter(|key| is_known(key)).count();
    let again = occasion != Occasion::Read;
    let told: Vec<&Finding> = asked
        .iter()
        .zip(present)
        .filter(|(_, key)| again || !is_known(key))
        .map(|(finding, _)| *finding)
        .collect();
    let mut lines: Vec<Line> = told
        .iter()
        .take(TOLD_IN_FULL)
        .map(|finding| line(finding, wording))
        .collect();
    let counted = |key, count: usize| Line {
        place: String::new(),
        text: wording.phrase(&Phrase::new(key).with("count", count)),
    };
    if told.len() > TOLD_IN_FULL {
        lines.push(counted("letter-mend-more", told.len() - TOLD_IN_FULL));
    }
    if known > 0 && !again {
        lines.push(counted("letter-mend-known", known));
    }
    let words = match (told.is_empty(), again || past.told.is_empty()) {
        (true, _) => "letter-mend-none",
        (false, true) => "letter-mend-first",
        (false, false) => "letter-mend-new",
    };
    Section {
        heading: wording.text("letter-mend"),
        told: wording.text(words),
        lines,
    }
}

/// A finding with its place.
pub(super) fn line(finding: &Finding, wording: &Wording) -> Line {
    let text = Phrase::new("letter-finding")
        .with("message", wording.message(finding))
        .with("remedy", wording.remedy(finding));
    Line {
        place: place(finding),
        text: one_line(&wording.phrase(&text)),
    }
}

/// «polisen/Trafik.xlsx, Kv1, B7»; nothing for a finding about no workbook.
fn place(finding: &Finding) -> String {
    let place = [
        &finding.place.workbook,
        &finding.place.sheet,
        &finding.place.cell,
    ];
    one_line(
        &place
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(", "),
    )
}

/// Words about a finding after its place, on one line.
pub(super) fn placed(finding: &Finding, words: String) -> String {
    let place = place(finding);
    if place.is_empty() {
        one_line(&words)
    } else {
        format!("{place}: {}", one_line(&words))
    }
}

/// How each workbook was read, sheet by sheet.
fn read_section(edition: &Edition, wording: &Wording) -> Section {
    let lines: Vec<Line> = edition
        .accounts()
        .iter()
        .map(|account| read_line(account, wording))
        .collect();
    let skips = edition
        .accounts()
        .iter()
        .any(|account| account.sheets.iter().any(|sheet| sheet.skipped > 0));
    let told = match (lines.is_empty(), skips) {
        (true, _) => wording.text("letter-read-none"),
        (false, true) => wording.text("letter-read-skipped"),
        (false, false) => String::new(),
    };
    Section {
        heading: wording.text("letter-read"),
        told,
        lines,
    }
}

fn read_line(account: &WorkbookAccount, wording: &Wording) -> Line {
    let sheets = account
        .sheets
        .iter()
        .map(|sheet| sheet_line(sheet, wording));
    let text = sheets.collect::<Vec<_>>().join(" ");
    let text = if text.is_empty() {
        wording.text("letter-read-nothing")
    } else {
        text
    };
    Line {
        place: one_line(&account.workbook),
        text,
    }
}

/// «Kv1»: 12 av 14 rader används.
pub(super) fn sheet_line(sheet: &SheetAccount, wording: &Wording) -> String {
    wording.phrase(
        &Phrase::new("letter-read-sheet")
            .with("sheet", one_line(&sheet.sheet))
            .with("read", sheet.rows_read)
            .with("used", sheet.rows_used)
            .with("skipped", sheet.skipped)
            .with("rejected", sheet.rejected),
    )
}

#[cfg(test)]
mod tests;
