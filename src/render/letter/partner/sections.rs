//! The sections of a partner's letter.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::super::super::plain::one_line;
use super::super::line::{Line, line, sheet_line};
use super::occasion::{EarlierFindings, Occasion};
use crate::model::account::EditionAccount;
use crate::model::edition::Edition;
use crate::model::finding::{Code, Finding, Phrase, Severity};
use crate::model::message::ReportedFinding;
use crate::wording::Wording;

/// How many findings a letter lists in full; the others are counted.
const SHOWN_IN_FULL: usize = 15;

#[derive(Debug, Default, Serialize)]
pub(super) struct Section {
    pub(super) heading: String,
    pub(super) intro: String,
    pub(super) lines: Vec<Line>,
}

pub(super) fn findings(edition: &Edition) -> impl Iterator<Item = &Finding> {
    edition.findings().iter().map(|found| &found.finding)
}

/// Findings that can disappear without anybody having mended them: a day that has come, a verdict that has changed,
/// what another partner has written.
const GOES_BY_ITSELF: [Code; 4] = [
    Code::DateInFuture,
    Code::ClaimWithoutEvidence,
    Code::EvidenceAgainstClaim,
    Code::ReportedByTwo,
];

/// Thanks for the workbooks in which an earlier finding is gone, once. Of a workbook that is missing or could not be
/// read, nobody knows whether it is mended.
pub(super) fn thanks(
    edition: &Edition,
    earlier: &EarlierFindings,
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
    let is_read = |finding: &&ReportedFinding| {
        accounts
            .iter()
            .any(|account| account.workbook == finding.workbook && !account.sheets.is_empty())
            && !is_unread(&finding.workbook)
    };
    let goes = |finding: &&ReportedFinding| {
        !GOES_BY_ITSELF
            .iter()
            .any(|code| code.name() == finding.code)
    };
    let is_mended = |finding: &&ReportedFinding| {
        goes(finding) && !present.iter().any(|still| still.key == finding.key)
    };
    let mended = earlier.reported.iter().filter(is_mended).filter(is_read);
    let (mut by_workbook, mut keys) = (BTreeMap::<&str, usize>::new(), Vec::new());
    for finding in mended {
        *by_workbook.entry(&finding.workbook).or_default() += 1;
        keys.push(finding.key.clone());
    }
    let line = |(workbook, count): (&str, usize)| Line {
        place: one_line(workbook),
        text: wording.phrase(&Phrase::new("letter-thanks-line").with("count", count)),
    };
    let lines: Vec<Line> = by_workbook.into_iter().map(line).collect();
    let section = Section {
        heading: wording.text("letter-thanks"),
        intro: String::new(),
        lines,
    };
    ((!keys.is_empty()).then_some(section), keys)
}

pub(super) fn missing_section(
    missing: &[String],
    due: Option<NaiveDate>,
    as_of: NaiveDate,
    wording: &Wording,
) -> Option<Section> {
    if missing.is_empty() {
        return None;
    }
    let intro = match due {
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
        intro: wording.phrase(&intro),
        lines,
    })
}

/// New findings in full, and the number of earlier ones that remain; a reminder lists all of them.
pub(super) fn mend_section(
    asked: &[&Finding],
    present: &[ReportedFinding],
    occasion: Occasion,
    earlier: &EarlierFindings,
    wording: &Wording,
) -> Section {
    let is_known = |finding: &ReportedFinding| {
        earlier
            .reported
            .iter()
            .any(|known| known.key == finding.key)
    };
    let known = present.iter().filter(|key| is_known(key)).count();
    let again = occasion != Occasion::Read;
    let shown: Vec<&Finding> = asked
        .iter()
        .zip(present)
        .filter(|(_, key)| again || !is_known(key))
        .map(|(finding, _)| *finding)
        .collect();
    let mut lines: Vec<Line> = shown
        .iter()
        .take(SHOWN_IN_FULL)
        .map(|finding| line(finding, wording))
        .collect();
    let counted = |key, count: usize| Line {
        place: String::new(),
        text: wording.phrase(&Phrase::new(key).with("count", count)),
    };
    if shown.len() > SHOWN_IN_FULL {
        lines.push(counted("letter-mend-more", shown.len() - SHOWN_IN_FULL));
    }
    if known > 0 && !again {
        lines.push(counted("letter-mend-known", known));
    }
    let words = match (shown.is_empty(), again || earlier.reported.is_empty()) {
        (true, _) => "letter-mend-none",
        (false, true) => "letter-mend-first",
        (false, false) => "letter-mend-new",
    };
    Section {
        heading: wording.text("letter-mend"),
        intro: wording.text(words),
        lines,
    }
}

/// How each workbook was read, sheet by sheet.
pub(super) fn read_section(edition: &Edition, wording: &Wording) -> Section {
    let lines: Vec<Line> = edition
        .accounts()
        .iter()
        .map(|account| read_line(account, wording))
        .collect();
    let skips = edition.accounts().iter().any(|account| {
        account.sheets.iter().any(|sheet| {
            let rows = sheet.rows.as_ref();
            rows.is_some_and(|rows| rows.skipped > 0)
        })
    });
    let intro = match (lines.is_empty(), skips) {
        (true, _) => wording.text("letter-read-none"),
        (false, true) => wording.text("letter-read-skipped"),
        (false, false) => String::new(),
    };
    Section {
        heading: wording.text("letter-read"),
        intro,
        lines,
    }
}

fn read_line(account: &EditionAccount, wording: &Wording) -> Line {
    let sheets = account.sheets.iter().map(|sheet| match &sheet.rows {
        Some(rows) => sheet_line(rows, wording),
        None => wording.phrase(
            &Phrase::new("letter-read-sheet-withheld").with("sheet", one_line(&sheet.sheet)),
        ),
    });
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
