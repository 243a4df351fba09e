//! Assessments, findings and accounts → the report; small numbers are withheld here.

mod audit;
mod compare;
mod course;
mod edition;
mod known;
mod order;
mod same_row;
pub(crate) mod starter;
mod withhold;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::activity::Gathered;
use crate::model::activity::RecordedActivity;
use crate::model::agreement::{Agreement, Note};
use crate::model::assessment::{Assessment, TargetAssessment};
use crate::model::finding::tally::FindingTally;
use crate::model::finding::{Finding, FindingKind, Place};
use crate::model::report::{History, MonthEnd, Report, Reporting, ShownFigure};
use crate::model::span::Period;

pub(crate) use edition::{also_to, edition, findings_of_workbook};

use audit::{Audited, Ruled, audit};
use withhold::Withheld;

#[derive(Clone, Debug)]
pub(crate) struct Parts<'a> {
    pub agreement: &'a Agreement,
    pub gathered: &'a Gathered,
    pub(crate) assessments: Vec<Assessment>,
    /// The verdicts at the end of each earlier month, with today's data.
    pub(crate) before: &'a [MonthEnd],
    pub findings: Vec<Finding>,
    pub(crate) period: &'a Period,
    /// The date of the report.
    pub as_of: NaiveDate,
    /// The verdicts at the end of the latest period that a version is about, where that is later than this one.
    pub(crate) latest: Option<&'a [Assessment]>,
    /// What earlier versions reported.
    pub(crate) history: &'a History,
    /// The number of the version.
    pub(crate) version: u32,
}

/// Composes the report: compares with the previous version, withholds small numbers, orders the findings.
pub(crate) fn compose(parts: Parts<'_>) -> Report {
    let Parts {
        agreement,
        gathered,
        mut assessments,
        before,
        mut findings,
        period,
        as_of,
        latest,
        history,
        version,
    } = parts;
    let previous = history.previous.as_ref();
    let plain = agreement.counts_persons().then(|| assessments.clone());
    let mut withheld = withhold::withhold(agreement, &mut assessments, &shown_before(history));
    let ruled = plain.map_or_else(Ruled::default, |plain| {
        let audited = Audited {
            agreement,
            gathered,
            plain: &plain,
            latest: latest.unwrap_or(&plain),
            months: before,
            published: &history.published,
            period,
            shown: &[],
        };
        audit(&audited, &mut assessments)
    });
    findings.retain(|finding| {
        !tells_of_withheld(finding, &assessments)
            && !tells_of_silence(finding, agreement, &ruled.guarded)
    });
    withheld.guard(ruled.guarded);
    if ruled.given_away > 0 && !is_told(history, period) {
        let kind = FindingKind::GivenAway {
            count: ruled.given_away,
        };
        findings.push(Finding::new(kind, Place::default()));
    }
    let shown = shown(&assessments, history);
    let changes = previous.map_or_else(Vec::new, |previous| {
        compare::changes(agreement, gathered, &assessments, previous, &withheld)
    });
    findings.extend(
        changes
            .iter()
            .map(compare::Changed::finding)
            .collect::<FindingTally>()
            .into_findings(),
    );
    Report {
        agreement: agreement_for(agreement, gathered, period),
        period: period.clone(),
        as_of,
        version,
        previous: previous.map(|previous| {
            (
                previous.period.clone(),
                previous.version,
                previous.sha256.clone(),
            )
        }),
        since_last: previous.map_or_else(Vec::new, |previous| {
            compare::since_last(&assessments, previous)
        }),
        course: course::course(agreement, &assessments, before, period.end(), &ruled.course),
        assessments,
        findings: known::mark(order::findings(findings), agreement, previous),
        accounts: gathered.accounts.clone(),
        reporting: reporting(agreement, gathered, period),
        retroactive: changes.into_iter().map(|changed| changed.change).collect(),
        remembered: remembered(agreement, gathered, &withheld).into(),
        rulings: known::rulings(agreement, gathered, previous, &withheld),
        shown,
        uncounted: ruled.uncounted,
        audit: agreement.counts_persons().then_some(ruled.result),
    }
}

/// Whether a version of another period has told that small figures are given away.
fn is_told(history: &History, period: &Period) -> bool {
    let name = period.to_string();
    let mut others = history.published.iter();
    others.any(|version| version.period != name && version.tells_given_away)
}

/// Whether a finding would tell of a verdict or a figure that is withheld: it says of a pledge that nothing is counted, that it is
/// behind, or what it would come to.
fn tells_of_withheld(finding: &Finding, assessments: &[Assessment]) -> bool {
    let about = match &finding.kind {
        FindingKind::ClaimWithoutEvidence { pledge, .. }
        | FindingKind::EvidenceAgainstClaim { pledge, .. }
        | FindingKind::OpenInterpretation { pledge, .. } => pledge,
        _ => return false,
    };
    let mut all = assessments.iter();
    all.any(|one| one.pledge == *about && one.targets.iter().any(TargetAssessment::withholds))
}

/// Whether a finding tells since when a source of small figures about persons has said nothing: there is a zero in every month after.
fn tells_of_silence(finding: &Finding, agreement: &Agreement, guarded: &BTreeSet<String>) -> bool {
    let FindingKind::QuietSource { files, .. } = &finding.kind else {
        return false;
    };
    let sources = agreement.sources.iter();
    let mut sheets = sources
        .filter(|source| source.files == *files)
        .flat_map(|source| &source.sheets);
    sheets.any(|sheet| guarded.iter().any(|activity| sheet.gives(activity)))
}

/// The figures about persons that have been published: in earlier periods, and in earlier versions of this one.
fn shown_before(history: &History) -> Vec<ShownFigure> {
    let earlier = history.previous.iter().flat_map(|previous| &previous.shown);
    earlier.chain(&history.shown).cloned().collect()
}

/// The same and those of this version, each once: two small steps over three versions would reveal a person.
fn shown(assessments: &[Assessment], history: &History) -> Vec<ShownFigure> {
    let mut shown = shown_before(history);
    for assessment in assessments {
        for target in assessment.targets.iter().filter(|target| target.persons) {
            let outcomes = target
                .windows
                .iter()
                .filter_map(|window| Some((window.span, window.outcome?)));
            shown.extend(outcomes.map(|(window, outcome)| ShownFigure {
                pledge: assessment.pledge.clone(),
                target: target.id.clone(),
                window,
                outcome,
            }));
        }
    }
    let key = |one: &ShownFigure| {
        (
            one.pledge.clone(),
            one.target.clone(),
            one.window,
            one.outcome.low(),
            one.outcome.high(),
        )
    };
    shown.sort_by_key(key);
    shown.dedup();
    shown
}

/// The agreement with the values of its indicators from workbooks beside its own, by date, and without notes on later
/// periods.
fn agreement_for(agreement: &Agreement, gathered: &Gathered, period: &Period) -> Agreement {
    let mut agreement = agreement.clone();
    let term = agreement.term;
    let has_begun = |note: &Note| {
        Period::parse(&note.period, term).is_ok_and(|about| about.span.from <= period.end())
    };
    for pledge in &mut agreement.pledges {
        pledge.notes.retain(has_begun);
    }
    for indicator in &mut agreement.indicators {
        indicator.values.extend(
            gathered
                .indicators
                .get(&indicator.id)
                .into_iter()
                .flatten()
                .copied(),
        );
        indicator.values.sort_by_key(|value| value.date);
    }
    agreement
}

/// For every source with a frequency, each month that is due at the period's end.
fn reporting(agreement: &Agreement, gathered: &Gathered, period: &Period) -> Vec<Reporting> {
    let mut reporting = Vec::new();
    for (index, source) in agreement.sources.iter().enumerate() {
        let Some(frequency) = source.frequency() else {
            continue;
        };
        let coverage = gathered.coverage.get(index);
        let received = |month| {
            coverage.is_some_and(|coverage| coverage.covers(month, Some(frequency), agreement.term))
        };
        let due = frequency.months_due(agreement.term, period.end());
        reporting.extend(due.map(|month| Reporting {
            partner: source.partner.clone(),
            source: source.files.clone(),
            month,
            received: received(month),
        }));
    }
    reporting
}

/// The activities for comparison by the next version, except those about few persons.
fn remembered(
    agreement: &Agreement,
    gathered: &Gathered,
    withheld: &Withheld<'_>,
) -> Vec<RecordedActivity> {
    let passed_over = gathered.passed_over.iter();
    let passed_over = passed_over.filter(|then| !agreement.about_persons(&then.activity));
    let mut remembered: Vec<RecordedActivity> = gathered
        .activities
        .iter()
        .filter(|activity| activity.dated)
        .filter(|activity| !withheld.hides(&activity.activity, &activity.origin, activity.value))
        .map(|activity| RecordedActivity::new(activity.clone()))
        // A missing workbook stays missing until it is back or explained.
        .chain(gathered.gone.iter().cloned())
        .chain(passed_over.cloned())
        .collect();
    remembered.sort_by(|one, other| {
        let key = |remembered: &RecordedActivity| {
            (
                remembered.date,
                remembered.activity.clone(),
                remembered.content.clone(),
            )
        };
        order::by_cell(&one.origin, &other.origin).then_with(|| key(one).cmp(&key(other)))
    });
    remembered
}

#[cfg(test)]
mod tests;
