//! Findings that are not new: in the previous version, or explained by the parties; and the rows of rulings.

use std::collections::BTreeSet;

use crate::model::activity::Gathered;
use crate::model::activity::Origin;
use crate::model::agreement::{Agreement, KnownFinding};
use crate::model::finding::fingerprint::fingerprints;
use crate::model::finding::{Finding, Novelty};
use crate::model::report::{PreviousVersion, RuledActivity, RuledRow};
use crate::text::same_words;

use super::withhold::Withheld;

/// Marks the findings of the previous version, each as often as it occurred there, and those that are explained.
pub(super) fn mark(
    findings: Vec<Finding>,
    agreement: &Agreement,
    previous: Option<&PreviousVersion>,
) -> Vec<Finding> {
    let stood: BTreeSet<&String> = previous
        .iter()
        .flat_map(|previous| &previous.findings)
        .collect();
    let fingerprints = fingerprints(&findings);
    let marked = findings
        .into_iter()
        .zip(fingerprints)
        .map(|(finding, fingerprint)| {
            let before = stood.contains(&fingerprint);
            match agreement
                .known
                .iter()
                .find(|known| is_about(known, &finding))
            {
                Some(known) => finding.explained_by(&known.why),
                None if before => Finding {
                    novelty: Novelty::Before,
                    ..finding
                },
                None => finding,
            }
        });
    marked.collect()
}

/// Whether an explanation applies to a finding. A source without a workbook is identified by its pattern.
fn is_about(known: &KnownFinding, finding: &Finding) -> bool {
    let place = &finding.place;
    let named = |asked: &Option<String>, there: Option<&str>| {
        asked
            .as_deref()
            .is_none_or(|asked| there.is_some_and(|there| same_words(asked, there)))
    };
    let workbook = place
        .workbook
        .as_deref()
        .or_else(|| finding.source_pattern());
    let row = |cell: &str| {
        cell.trim_start_matches(|letter: char| letter.is_ascii_alphabetic())
            .to_owned()
    };
    let same_row = match (&known.cell, &place.cell) {
        (None, _) => true,
        (Some(asked), Some(there)) => row(asked) == row(there),
        (Some(_), None) => false,
    };
    known.code == finding.code().name()
        && named(&known.workbook, workbook)
        && named(&known.sheet, place.sheet.as_deref())
        && same_row
}

/// The row of each ruling as a version first included it: kept from the previous version, else as the row is now.
pub(super) fn rulings(
    agreement: &Agreement,
    gathered: &Gathered,
    previous: Option<&PreviousVersion>,
    withheld: &Withheld<'_>,
) -> Vec<RuledRow> {
    let row = |cell: &str| {
        cell.trim_start_matches(|letter: char| letter.is_ascii_alphabetic())
            .to_owned()
    };
    let taken_up = agreement.rulings.iter().filter_map(|ruling| {
        let origin = Origin {
            workbook: (&ruling.workbook).into(),
            sheet: (&ruling.sheet).into(),
            cell: ruling.cell.clone(),
        };
        let known = previous.iter().flat_map(|previous| &previous.rulings);
        if let Some(then) = known
            .into_iter()
            .find(|then| then.origin == origin && then.date == ruling.date)
        {
            return Some(then.clone());
        }
        let of_row = gathered.activities.iter().filter(|activity| {
            same_words(&activity.origin.workbook, &ruling.workbook)
                && same_words(&activity.origin.sheet, &ruling.sheet)
                && row(&activity.origin.cell) == row(&ruling.cell)
        });
        let rows: Vec<RuledActivity> = of_row
            .map(|activity| {
                let hidden = withheld.hides(&activity.activity, &activity.origin, activity.value);
                RuledActivity {
                    date: activity.date,
                    content: activity.content.clone(),
                    value: Some(activity.value).filter(|_| !hidden),
                }
            })
            .collect();
        (!rows.is_empty()).then_some(RuledRow {
            origin,
            date: ruling.date,
            rows,
        })
    });
    taken_up.collect()
}
