//! What owners claim, beside what the figures say.

use chrono::NaiveDate;

use crate::model::activity::{Gathered, Statement};
use crate::model::agreement::{Agreement, Pledge};
use crate::model::assessment::{Assessment, Claimed, Status, WindowAssessment};
use crate::model::finding::{Finding, FindingKind, Place};
use crate::model::quantity::Amount;
use crate::text::same_words;

/// The pledge's row in the statements sheets: the latest if there are several.
pub(super) fn claimed(
    pledge: &Pledge,
    gathered: &Gathered,
    as_of: NaiveDate,
    findings: &mut Vec<Finding>,
) -> Option<Claimed> {
    let label = pledge.statement.as_deref()?;
    let rows = gathered
        .statements
        .iter()
        .filter(|row| same_words(&row.label, label));
    let Some(row) = rows.max_by_key(|row| row.updated.map(|updated| updated.to)) else {
        findings.push(Finding::new(
            FindingKind::MissingStatement {
                pledge: pledge.id.clone(),
                label: label.to_owned(),
            },
            Place::line(pledge.line),
        ));
        return None;
    };
    if row.status.is_empty() {
        return None;
    }
    let stale = is_stale(pledge, row, as_of);
    if stale {
        let updated = row.updated.map_or(as_of, |updated| updated.to);
        findings.push(Finding::new(
            FindingKind::StaleStatement {
                label: row.label.clone(),
                status: row.status.clone(),
                updated,
            },
            &row.origin,
        ));
    }
    Some(Claimed {
        status: row.status.clone(),
        as_of: row.updated,
        comment: row.comment.clone(),
        stale,
        origin: row.origin.clone(),
    })
}

/// Findings about rows of the statements sheets that no pledge names.
pub(super) fn unnamed(agreement: &Agreement, gathered: &Gathered) -> Vec<Finding> {
    let named = |row: &&Statement| {
        let mut labels = agreement
            .pledges
            .iter()
            .filter_map(|pledge| pledge.statement.as_deref());
        labels.any(|label| same_words(&row.label, label))
    };
    let says = |row: &&Statement| !row.label.is_empty() && !row.status.is_empty();
    let unnamed = gathered.statements.iter().filter(says);
    unnamed
        .filter(|row| !named(row))
        .map(|row| {
            let label = row.label.clone();
            Finding::new(FindingKind::StatementWithoutPledge { label }, &row.origin)
        })
        .collect()
}

/// Whether the claim is out of date. A claim that something is done never is.
fn is_stale(pledge: &Pledge, row: &Statement, as_of: NaiveDate) -> bool {
    match (pledge.stale_after, row.updated) {
        (Some(length), Some(updated)) => {
            !claims_done(&row.status) && length.after(updated.to) < as_of
        }
        _ => false,
    }
}

/// Whether the words claim that it is done.
pub(super) fn claims_done(status: &str) -> bool {
    const DONE: [&str; 14] = [
        "klar",
        "klart",
        "klara",
        "genomförd",
        "genomfört",
        "genomförda",
        "uppfyllt",
        "uppfylld",
        "färdig",
        "färdigt",
        "done",
        "completed",
        "fulfilled",
        "finished",
    ];
    DONE.iter()
        .any(|word| same_words(word, status.trim_end_matches(['.', '!'])))
}

/// Findings about a claim that the figures contradict, or do not support.
pub(super) fn compare(assessment: &Assessment, scored: bool, findings: &mut Vec<Finding>) {
    let Some(claimed) = assessment
        .claimed
        .as_ref()
        .filter(|claimed| claims_done(&claimed.status))
    else {
        return;
    };
    let (pledge, status) = (assessment.pledge.clone(), claimed.status.clone());
    if matches!(assessment.status, Status::Behind | Status::NotFulfilled) {
        let kind = FindingKind::EvidenceAgainstClaim {
            pledge: pledge.clone(),
            status: status.clone(),
        };
        findings.push(Finding::new(kind, &claimed.origin));
    }
    // Steps and answers are not counted rows, but they are evidence.
    let evidence = assessment.targets.iter().any(|target| {
        let done =
            |window: &WindowAssessment| window.outcome.is_some_and(|sum| sum.low() > Amount::ZERO);
        !target.counted.is_empty()
            || (matches!(target.kind, "request" | "milestone") && target.windows.iter().any(done))
    });
    if scored && !evidence {
        let kind = FindingKind::ClaimWithoutEvidence { pledge, status };
        findings.push(Finding::new(kind, &claimed.origin));
    }
}
