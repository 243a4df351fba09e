//! What follows the pledges: findings, reporting, changes to earlier figures, method, sources.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::plain::paragraphs;
use super::findings::{PartnerFindings, findings, place_in_workbook};
use super::places::PlacesTable;
use super::reporting::{ReportingYear, key, months, years};
use super::row_limits::{RowLimits, shortened};
use crate::model::account::{EditionAccount, EditionSheet};
use crate::model::activity::SheetAccount;
use crate::model::agreement::Ruling;
use crate::model::edition::Edition;
use crate::model::finding::Place;
use crate::model::quantity::Quantity;
use crate::model::report::{ChangeKind, RetroactiveChange};
use crate::text::capital;
use crate::wording::Wording;

#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Annex {
    /// Whether cells, findings and file names belong to this edition.
    pub(crate) shows_cells: bool,
    pub(crate) findings_intro: String,
    pub findings: Vec<PartnerFindings>,
    /// Who has reported which month, a year at a time, so that each table fits on paper.
    pub(crate) reporting_years: Vec<ReportingYear>,
    /// Said in its place where a short page has nothing missing to show.
    pub(crate) reporting_said: String,
    /// What the signs in its cells mean.
    pub(crate) reporting_key: String,
    /// What was done where in the period.
    pub(crate) places: PlacesTable,
    pub(crate) retroactive: Vec<RetroactiveRow>,
    /// Empty unless the list is shortened.
    pub(crate) retroactive_cut: String,
    pub(crate) method: Vec<String>,
    /// Whether they are listed here too.
    pub(crate) lists_interpretations: bool,
    pub(crate) interpretations: Vec<Interpretation>,
    pub(crate) definitions: Vec<Definition>,
    pub rulings: Vec<RulingView>,
    pub background: Vec<String>,
    pub success: Vec<String>,
    pub(crate) reporting_way: Vec<String>,
    pub sources: Vec<SourceView>,
    pub(crate) agreement_hash: String,
}

/// A figure of a period already reported that has changed.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct RetroactiveRow {
    pub(crate) what: String,
    pub place: String,
    pub(crate) before: String,
    pub(crate) after: String,
}

/// The meaning chosen for a wording.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Interpretation {
    pub number: usize,
    pub text: String,
}

/// What an activity's word means.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Definition {
    pub term: String,
    pub(crate) means: String,
}

/// A disputed row and its ruling.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct RulingView {
    pub place: String,
    pub(crate) verdict: String,
    pub(crate) why: String,
    pub(crate) by: String,
}

/// A workbook and the disposition of its rows.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct SourceView {
    pub workbook: String,
    pub partner: String,
    pub(crate) hash: String,
    pub sheets: Vec<SheetView>,
}

/// A sheet and the disposition of its rows.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct SheetView {
    pub sheet: String,
    /// How many rows; words where that is not told.
    pub read: String,
    pub used: String,
    pub skipped: String,
    pub rejected: String,
}

impl Annex {
    pub(crate) fn new(edition: &Edition, limits: &RowLimits, wording: &Wording) -> Annex {
        let agreement = &edition.agreement;
        let rows = &edition.reporting;
        let months = months(rows);
        let changes = edition.retroactive();
        // The web's page is short.
        let all_have_reported =
            edition.details.is_none() && !rows.is_empty() && rows.iter().all(|row| row.received);
        let shown = |text: &Option<String>| text.as_deref().map(paragraphs).unwrap_or_default();
        Annex {
            shows_cells: edition.details.is_some(),
            findings_intro: wording.phrase(&edition.words.findings),
            findings: findings(edition, limits.findings, wording),
            reporting_years: if all_have_reported {
                Vec::new()
            } else {
                years(rows, &months, edition, wording)
            },
            reporting_said: if all_have_reported {
                wording.text("ui-unreported-none")
            } else {
                String::new()
            },
            reporting_key: key(wording),
            places: PlacesTable::new(edition, wording),
            retroactive_cut: shortened(limits.retroactive, changes.len(), wording),
            retroactive: changes
                .iter()
                .take(limits.retroactive)
                .map(|change| retroactive(change, wording))
                .collect(),
            method: METHOD
                .iter()
                .map(|key| match *key {
                    // Where no cells are shown nobody can follow a figure to its own.
                    "ui-method-source" if edition.details.is_none() => "ui-method-source-plain",
                    key => key,
                })
                .map(|key| wording.text(key))
                .collect(),
            // On a short page each stands with its pledge alone.
            interpretations: match edition.details {
                Some(_) => interpretations(edition),
                None => Vec::new(),
            },
            lists_interpretations: edition.details.is_some(),
            definitions: definitions(edition),
            rulings: rulings(edition, wording),
            background: shown(&agreement.background),
            success: shown(&agreement.success),
            reporting_way: shown(&agreement.reporting),
            sources: sources(edition, wording),
            agreement_hash: agreement.sha256.clone(),
        }
    }
}

/// How the verdicts are reached, a paragraph each.
pub(crate) const METHOD: &[&str] = &[
    "ui-method-source",
    "ui-method-interval",
    "ui-method-bar",
    "ui-method-verdict",
    "ui-method-windows",
    "ui-method-missing",
    "ui-method-claims",
    "ui-method-persons",
];

/// The key of the word for a kind of change.
pub(crate) fn change_key(change: &RetroactiveChange) -> &'static str {
    if let Some(counts) = change.counts {
        return match (counts.before, counts.after) {
            (false, true) => "ui-was-counts",
            (true, false) => "ui-was-counts-not",
            _ => "ui-was-row",
        };
    }
    match change.what {
        ChangeKind::Changed => "ui-was-changed",
        ChangeKind::Removed => "ui-was-removed",
        ChangeKind::Added => "ui-was-added",
    }
}

/// A figure that was changed, removed or added afterwards.
fn retroactive(change: &RetroactiveChange, wording: &Wording) -> RetroactiveRow {
    let shown = |value: Option<Quantity>| {
        value.map_or_else(|| "–".to_owned(), |value| wording.quantity(value))
    };
    let place = place_in_workbook(&Place::from(&change.origin), wording);
    RetroactiveRow {
        what: wording.text(change_key(change)),
        place: format!("{}, {place}", change.origin.workbook),
        before: shown(change.before),
        after: shown(change.after),
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
        // Two activities may have the same word.
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

/// The workbooks and the dispositions of their rows.
fn sources(edition: &Edition, wording: &Wording) -> Vec<SourceView> {
    let count = |sheet: &EditionSheet, of: fn(&SheetAccount) -> u64| {
        let rows = sheet.rows.as_ref();
        rows.map_or_else(|| wording.text("ui-withheld"), |rows| of(rows).to_string())
    };
    let view = |account: &EditionAccount| SourceView {
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
                read: count(sheet, |rows| rows.rows_read),
                used: count(sheet, |rows| rows.rows_used),
                skipped: count(sheet, |rows| rows.skipped),
                rejected: count(sheet, |rows| rows.rejected),
            })
            .collect(),
    };
    edition.accounts().iter().map(view).collect()
}
