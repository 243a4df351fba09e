//! The findings on the page, by partner and workbook.

use serde::Serialize;

use super::row_limits::shortened;
use crate::model::edition::{Edition, EditionFinding};
use crate::model::finding::{Finding, Novelty, Phrase, Place, Severity};
use crate::wording::Wording;

/// The findings in a partner's workbooks.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct PartnerFindings {
    pub partner: String,
    pub(crate) workbooks: Vec<FindingGroup>,
}

/// The findings of one workbook.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct FindingGroup {
    pub workbook: String,
    pub rows: Vec<FindingRow>,
    /// Empty unless the list is shortened.
    pub(crate) rows_cut: String,
    /// How many need action, and how many are only information.
    pub(crate) to_mend: usize,
    pub(crate) to_note: usize,
    /// The rows that need action, and those that are only information.
    pub(crate) mend: Vec<FindingRow>,
    pub(crate) notes: Vec<FindingRow>,
    /// «Visa 12 upplysningar».
    pub(crate) notes_heading: String,
}

/// A finding.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct FindingRow {
    pub(crate) severity: &'static str,
    pub(crate) severity_word: String,
    pub place: String,
    pub message: String,
    pub(crate) remedy: String,
}

/// The findings by partner and workbook, in the order of the first of each workbook; those without a partner, and
/// without a workbook, last. Of each workbook at most the limit.
pub(super) fn findings(edition: &Edition, most: usize, wording: &Wording) -> Vec<PartnerFindings> {
    let mut groups: Vec<(Option<&str>, bool, String, FindingGroup)> = Vec::new();
    for EditionFinding {
        finding,
        subject,
        owner,
    } in edition.findings()
    {
        let workbook = subject.as_deref();
        if let Some((.., group)) = groups.iter_mut().find(|(key, ..)| *key == workbook) {
            group.add(finding, most, wording);
            continue;
        }
        let partner = match (owner, workbook) {
            (Some(id), _) => edition.partner_name(id).to_owned(),
            (None, Some(_)) => wording.text("ui-unclaimed"),
            (None, None) => wording.text("ui-no-workbook"),
        };
        let mut group = FindingGroup {
            workbook: workbook.map_or_else(|| wording.text("ui-no-workbook"), str::to_owned),
            ..FindingGroup::default()
        };
        group.add(finding, most, wording);
        groups.push((workbook, owner.is_none(), partner, group));
    }
    for (.., group) in &mut groups {
        let rows = group.rows.iter().cloned();
        (group.notes, group.mend) = rows.partition(|row| row.severity == "note");
        group.notes_heading =
            wording.phrase(&Phrase::new("ui-notes-heading").with("notes", group.to_note));
        group.rows_cut = shortened(group.rows.len(), group.to_mend + group.to_note, wording);
    }
    groups.sort_by_key(|(workbook, unclaimed, partner, _)| {
        (workbook.is_none(), *unclaimed, partner.clone())
    });
    let mut partners: Vec<PartnerFindings> = Vec::new();
    for (.., partner, group) in groups {
        match partners.last_mut().filter(|last| last.partner == partner) {
            Some(last) => last.workbooks.push(group),
            None => partners.push(PartnerFindings {
                partner,
                workbooks: vec![group],
            }),
        }
    }
    partners
}

impl FindingGroup {
    /// Adds a finding, with its text unless the list is at its limit.
    fn add(&mut self, finding: &Finding, most: usize, wording: &Wording) {
        let count = if finding.severity() == Severity::Note {
            &mut self.to_note
        } else {
            &mut self.to_mend
        };
        *count += 1;
        if self.rows.len() < most {
            self.rows.push(finding_row(finding, wording));
        }
    }
}

fn finding_row(finding: &Finding, wording: &Wording) -> FindingRow {
    let severity = match finding.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    FindingRow {
        severity,
        severity_word: [
            Some(severity_key(finding.severity())),
            (finding.novelty == Novelty::Before).then_some("ui-known"),
        ]
        .into_iter()
        .flatten()
        .map(|key| wording.text(key))
        .collect::<Vec<_>>()
        .join(", "),
        place: match place_in_workbook(&finding.place, wording) {
            whole if whole.is_empty() => wording.text("ui-place-whole"),
            place => place,
        },
        message: wording.message(finding),
        remedy: wording.remedy(finding),
    }
}

/// The key of a severity's word.
pub(crate) fn severity_key(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "ui-severity-error",
        Severity::Warning => "ui-severity-warning",
        Severity::Note => "ui-severity-note",
    }
}

/// «Kv1, cell E5», «rad 14 i avtalet»; empty for a workbook as a whole.
pub(super) fn place_in_workbook(place: &Place, wording: &Wording) -> String {
    let cell = place
        .cell
        .as_ref()
        .map(|cell| wording.phrase(&Phrase::new("ui-place-cell").with("cell", cell)));
    let line = place
        .shown_line()
        .map(|line| wording.phrase(&Phrase::new("ui-place-line").with("line", line)));
    let of_agreement = place.agreement_book().is_some();
    let sheet = place.sheet.as_ref().map(|sheet| {
        if of_agreement {
            wording.phrase(&Phrase::new("ui-place-agreement").with("sheet", sheet))
        } else {
            sheet.clone()
        }
    });
    [sheet, cell, line]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}
