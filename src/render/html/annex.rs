//! What stands after the pledges: findings, who has reported, what changed behind the reader's back, method, sources.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::plain::paragraphs;
use super::reporting::{ReportingYear, key, months, years};
use super::room::{Room, shortened};
use crate::model::activity::WorkbookAccount;
use crate::model::agreement::Ruling;
use crate::model::edition::{Edition, EditionFinding};
use crate::model::finding::{Finding, Novelty, Phrase, Place, Severity};
use crate::model::quantity::Quantity;
use crate::model::report::{ChangeKind, RetroactiveChange};
use crate::wording::{Wording, capital};

/// Everything after the pledges.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Annex {
    /// Whether cells, findings and names of files belong to this edition.
    pub shows_cells: bool,
    pub findings_intro: String,
    pub findings: Vec<PartnerFindings>,
    /// Who has reported which month, a year at a time, so that each table fits on paper.
    pub reporting_years: Vec<ReportingYear>,
    /// What the signs in its cells mean.
    pub reporting_key: String,
    pub retroactive: Vec<RetroactiveRow>,
    /// Said where the list is shortened.
    pub retroactive_cut: String,
    pub method: Vec<String>,
    pub interpretations: Vec<Interpretation>,
    pub definitions: Vec<Definition>,
    pub rulings: Vec<RulingView>,
    pub background: Vec<String>,
    pub success: Vec<String>,
    pub reporting_way: Vec<String>,
    pub sources: Vec<SourceView>,
    pub agreement_hash: String,
}

/// The findings in a partner's workbooks.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PartnerFindings {
    pub partner: String,
    pub workbooks: Vec<FindingGroup>,
}

/// The findings of one workbook.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FindingGroup {
    pub workbook: String,
    pub rows: Vec<FindingRow>,
    /// Said where the list is shortened.
    pub rows_cut: String,
    /// How many of all ask for work, and how many only tell something.
    pub to_mend: usize,
    pub to_note: usize,
    /// Those of the rows that ask for work, and those that only tell something.
    pub mend: Vec<FindingRow>,
    pub notes: Vec<FindingRow>,
    /// «Visa 12 upplysningar».
    pub notes_heading: String,
}

/// A finding.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FindingRow {
    pub severity: &'static str,
    pub severity_word: String,
    pub place: String,
    pub message: String,
    pub remedy: String,
}

/// A figure of a period already reported that is another now.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RetroactiveRow {
    pub what: String,
    pub place: String,
    pub before: String,
    pub after: String,
}

/// The meaning chosen for a wording.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Interpretation {
    pub number: usize,
    pub text: String,
}

/// What an activity's word means.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Definition {
    pub term: String,
    pub means: String,
}

/// A disputed row, settled.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RulingView {
    pub place: String,
    pub verdict: String,
    pub why: String,
    pub by: String,
}

/// A workbook and what became of its rows.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SourceView {
    pub workbook: String,
    pub partner: String,
    pub hash: String,
    pub sheets: Vec<SheetView>,
}

/// A sheet and what became of its rows.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SheetView {
    pub sheet: String,
    pub read: u64,
    pub used: u64,
    pub skipped: u64,
    pub rejected: u64,
}

impl Annex {
    /// The annex of an edition.
    pub fn new(edition: &Edition, room: &Room, wording: &Wording) -> Annex {
        let agreement = &edition.agreement;
        let rows = &edition.reporting;
        let months = months(rows);
        let changes = edition.retroactive();
        let told = |text: &Option<String>| text.as_deref().map(paragraphs).unwrap_or_default();
        Annex {
            shows_cells: edition.details.is_some(),
            findings_intro: wording.phrase(&edition.words.findings),
            findings: findings(edition, room.findings, wording),
            reporting_years: years(rows, &months, edition, wording),
            reporting_key: key(wording),
            retroactive_cut: shortened(room.retroactive, changes.len(), wording),
            retroactive: changes
                .iter()
                .take(room.retroactive)
                .map(|change| retroactive(change, wording))
                .collect(),
            method: METHOD.iter().map(|key| wording.text(key)).collect(),
            interpretations: interpretations(edition),
            definitions: definitions(edition),
            rulings: rulings(edition, wording),
            background: told(&agreement.background),
            success: told(&agreement.success),
            reporting_way: told(&agreement.reporting),
            sources: sources(edition, wording),
            agreement_hash: agreement.sha256.clone(),
        }
    }
}

/// How the verdicts come about, a paragraph each.
pub const METHOD: &[&str] = &[
    "ui-method-source",
    "ui-method-interval",
    "ui-method-bar",
    "ui-method-verdict",
    "ui-method-missing",
    "ui-method-claims",
    "ui-method-persons",
];

/// The findings by partner and workbook, in the order of the first of each workbook; those without a partner, and without a
/// workbook, last. Of each workbook at most so many.
fn findings(edition: &Edition, most: usize, wording: &Wording) -> Vec<PartnerFindings> {
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
    /// Adds a finding, in words while the list is shorter than it may be.
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

/// A finding, worded.
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
pub fn severity_key(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "ui-severity-error",
        Severity::Warning => "ui-severity-warning",
        Severity::Note => "ui-severity-note",
    }
}

/// «Kv1, cell E5», «rad 14 i avtalet»; empty for a workbook as a whole.
fn place_in_workbook(place: &Place, wording: &Wording) -> String {
    let cell = place
        .cell
        .as_ref()
        .map(|cell| wording.phrase(&Phrase::new("ui-place-cell").with("cell", cell)));
    let line = place
        .line
        .map(|line| wording.phrase(&Phrase::new("ui-place-line").with("line", line)));
    [place.sheet.clone(), cell, line]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

/// The key of the word for how a figure differs.
pub fn change_key(what: ChangeKind) -> &'static str {
    match what {
        ChangeKind::Changed => "ui-was-changed",
        ChangeKind::Removed => "ui-was-removed",
        ChangeKind::Added => "ui-was-added",
    }
}

/// A figure that was changed, removed or added afterwards.
fn retroactive(change: &RetroactiveChange, wording: &Wording) -> RetroactiveRow {
    let told = |value: Option<Quantity>| {
        value.map_or_else(|| "–".to_owned(), |value| wording.quantity(value))
    };
    let place = place_in_workbook(&Place::from(&change.origin), wording);
    RetroactiveRow {
        what: wording.text(change_key(change.what)),
        place: format!("{}, {place}", change.origin.workbook),
        before: told(change.before),
        after: told(change.after),
    }
}

/// Every meaning chosen, by pledge.
fn interpretations(edition: &Edition) -> Vec<Interpretation> {
    let mut chosen: Vec<Interpretation> = Vec::new();
    for pledge in &edition.pledges {
        let targets = pledge
            .targets
            .iter()
            .filter_map(|target| target.interpretation.as_ref());
        for text in pledge.interpretation.iter().chain(targets) {
            let interpretation = Interpretation {
                number: pledge.number,
                text: text.clone(),
            };
            // Two targets of a pledge may be read in the same way.
            if !chosen.contains(&interpretation) {
                chosen.push(interpretation);
            }
        }
    }
    chosen
}

/// The agreement's definitions of what is counted.
fn definitions(edition: &Edition) -> Vec<Definition> {
    // Only of what the edition counts.
    let counted: BTreeSet<&String> = edition.targets().flat_map(|target| &target.of).collect();
    let kinds = edition
        .agreement
        .activities
        .iter()
        .filter(|(id, _)| counted.contains(id));
    let mut definitions: Vec<Definition> = Vec::new();
    for (id, kind) in kinds {
        let (term, Some(means)) = (capital(kind.one.as_ref().unwrap_or(id)), &kind.means) else {
            continue;
        };
        // Two activities may go by the same word.
        match definitions.iter_mut().find(|known| known.term == term) {
            Some(known) => known.means = format!("{}; {means}", known.means),
            None => definitions.push(Definition {
                term,
                means: means.clone(),
            }),
        }
    }
    definitions.sort_by_key(|definition| definition.term.to_lowercase());
    definitions
}

/// The rulings.
fn rulings(edition: &Edition, wording: &Wording) -> Vec<RulingView> {
    let view = |ruling: &Ruling| RulingView {
        place: format!("{}, {}, {}", ruling.workbook, ruling.sheet, ruling.cell),
        verdict: wording.text(if ruling.counts {
            "ui-ruled-in"
        } else {
            "ui-ruled-out"
        }),
        why: ruling.why.clone(),
        by: format!("{}, {}", ruling.by, ruling.date),
    };
    let details = edition.details.iter();
    details
        .flat_map(|details| &details.rulings)
        .map(view)
        .collect()
}

/// The workbooks and what became of their rows.
fn sources(edition: &Edition, wording: &Wording) -> Vec<SourceView> {
    let view = |account: &WorkbookAccount| SourceView {
        workbook: account.workbook.clone(),
        partner: match &account.partner {
            Some(id) => edition.partner_name(id).to_owned(),
            None => wording.text("ui-unclaimed"),
        },
        hash: account.sha256.clone(),
        sheets: account
            .sheets
            .iter()
            .map(|sheet| SheetView {
                sheet: sheet.sheet.clone(),
                read: sheet.rows_read,
                used: sheet.rows_used,
                skipped: sheet.skipped,
                rejected: sheet.rejected,
            })
            .collect(),
    };
    edition.accounts().iter().map(view).collect()
}
