//! Lines of letters and receipts about workbooks and findings.

use serde::Serialize;

use super::super::plain::one_line;
use crate::model::activity::SheetAccount;
use crate::model::finding::{Finding, Novelty, Phrase, Severity};
use crate::wording::Wording;

#[derive(Debug, Default, Serialize)]
pub(super) struct Line {
    pub(super) place: String,
    pub(super) text: String,
}

/// Whether a finding needs action from a partner: notes do not, and explained findings are settled.
pub(super) fn asks_for_work(finding: &Finding) -> bool {
    finding.severity() != Severity::Note && finding.novelty != Novelty::Explained
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

/// «polisen/Trafik.xlsx, Kv1, B7»; empty for a finding about no workbook.
fn place(finding: &Finding) -> String {
    if finding.place.agreement_book().is_some() {
        return String::new();
    }
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

/// Text of a finding to follow its place, on one line.
pub(super) fn placed(finding: &Finding, words: String) -> String {
    let place = place(finding);
    if place.is_empty() {
        one_line(&words)
    } else {
        format!("{place}: {}", one_line(&words))
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
