//! Workbooks that an earlier version read and that are no longer there: their time is not reported.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::activity::Gathered;
use crate::model::activity::RecordedActivity;
use crate::model::agreement::Agreement;
use crate::model::finding::{Code, Finding, FindingKind, IfKnown, Place};
use crate::model::quantity::Amount;
use crate::model::report::History;
use crate::text::same_words;

/// Marks the time of missing workbooks as not reported, with a finding for each. Content that another workbook has
/// now is not missing.
pub(crate) fn mark_gone(
    agreement: &Agreement,
    gathered: &mut Gathered,
    history: &History,
) -> Vec<Finding> {
    let Some(previous) = &history.previous else {
        return Vec::new();
    };
    let there: BTreeSet<&str> = gathered
        .accounts
        .iter()
        .map(|account| account.workbook.as_str())
        .collect();
    let present: BTreeSet<(&str, &str)> = gathered
        .activities
        .iter()
        .map(|now| (now.activity.as_str(), now.content.as_str()))
        .collect();
    let mut absent: BTreeMap<&str, Vec<&RecordedActivity>> = BTreeMap::new();
    for then in &previous.activities {
        let workbook = then.origin.workbook.as_str();
        if !there.contains(workbook) {
            absent.entry(workbook).or_default().push(then);
        }
    }
    let mut findings = Vec::new();
    let mut gone = Vec::new();
    let mut absences = BTreeSet::new();
    for (workbook, rows) in absent {
        absences.insert(workbook.to_owned());
        let missed: Vec<&RecordedActivity> = rows
            .into_iter()
            .filter(|then| then.value.high() != Some(Amount::ZERO))
            .filter(|then| !present.contains(&(then.activity.as_str(), then.content.as_str())))
            .collect();
        if missed.is_empty() {
            continue;
        }
        let kind = FindingKind::WorkbookGone {
            count: missed.len(),
            period: previous.period.clone(),
            partner: IfKnown(partner_of(agreement, &missed)),
        };
        findings.push(Finding::new(kind, Place::workbook(workbook)));
        if !is_explained(agreement, workbook) {
            gone.extend(missed.into_iter().cloned());
        }
    }
    for then in &gone {
        for source in agreement.sources_of(&then.activity) {
            if let Some(coverage) = gathered.coverage.get_mut(source) {
                coverage.gone.insert(then.date);
            }
        }
    }
    gathered.gone = gone;
    gathered.absent = absences;
    findings
}

/// The id of the partner that the rows of a workbook are of, where only one has such sources.
fn partner_of(agreement: &Agreement, rows: &[&RecordedActivity]) -> Option<String> {
    let sources = rows
        .iter()
        .flat_map(|then| agreement.sources_of(&then.activity));
    let partners: BTreeSet<&str> = sources
        .filter_map(|source| Some(agreement.sources.get(source)?.partner.as_str()))
        .collect();
    match partners.into_iter().collect::<Vec<_>>().as_slice() {
        [partner] => Some((*partner).to_owned()),
        _ => None,
    }
}

/// Whether the parties have explained that the workbook is gone.
fn is_explained(agreement: &Agreement, workbook: &str) -> bool {
    agreement.known.iter().any(|known| {
        known.code == Code::WorkbookGone.name()
            && known
                .workbook
                .as_deref()
                .is_none_or(|asked| same_words(asked, workbook))
    })
}
