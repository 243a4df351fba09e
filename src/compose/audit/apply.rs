//! What the audit withholds is taken out of the verdicts.

use std::collections::BTreeSet;

use super::grid::Grid;
use super::input::{Audited, What, target_of};
use crate::compose::withhold::{hide, hide_parts};
use crate::model::assessment::{Assessment, Status, TargetAssessment, deciding};
use crate::model::report::{AuditResult, PublishedVersion};

/// Takes figures and verdicts out.
pub(super) fn apply(
    audited: &Audited<'_>,
    grid: &Grid<'_>,
    assessments: &mut [Assessment],
    withheld: &BTreeSet<What>,
) {
    let limit = audited.agreement.small_numbers;
    for (index, target) in grid.targets.iter().enumerate() {
        let mut all = assessments.iter_mut();
        let Some(assessment) = all.find(|one| one.pledge == target.pledge) else {
            continue;
        };
        let mut targets = assessment.targets.iter_mut();
        let Some(shown) = targets.find(|one| one.id == target.judged.id) else {
            continue;
        };
        if withheld.contains(&What::InPeriod(index)) {
            shown.in_period = None;
        }
        for (place, window) in shown.windows.iter_mut().enumerate() {
            if withheld.contains(&What::Window(index, place)) && !window.withheld {
                hide(window, limit);
            }
            if withheld.contains(&What::Parts(index, place)) && !window.withheld {
                hide_parts(window, limit);
            }
            if withheld.contains(&What::Verdict(index, place)) && window.withheld {
                window.status = Status::Withheld;
            }
        }
    }
    for assessment in assessments {
        restate(audited, assessment);
    }
}

/// The verdicts of targets and of the pledge, where those they follow from are withheld.
fn restate(audited: &Audited<'_>, assessment: &mut Assessment) {
    let mut plain = audited.plain.iter();
    let Some(plain) = plain.find(|plain| plain.pledge == assessment.pledge) else {
        return;
    };
    let is_withheld = |target: &TargetAssessment| {
        let mut windows = target.windows.iter();
        windows.any(|window| window.status == Status::Withheld)
    };
    if !assessment.targets.iter().any(is_withheld) {
        return;
    }
    let (term, end) = (audited.agreement.term, audited.period.end());
    for (shown, plain) in assessment.targets.iter_mut().zip(&plain.targets) {
        let statuses = |target: &TargetAssessment| -> Vec<Status> {
            let deciding = deciding(&target.windows, term, end).into_iter();
            deciding.map(|window| window.status).collect()
        };
        let now = statuses(shown);
        if now.contains(&Status::Withheld) {
            shown.status = seen(plain.status, statuses(plain), now);
        }
    }
    let of = |targets: &[TargetAssessment]| targets.iter().map(|one| one.status).collect();
    let now: Vec<Status> = of(&assessment.targets);
    if now.contains(&Status::Withheld) {
        assessment.status = seen(plain.status, of(&plain.targets), now);
    }
    let targets = &assessment.targets;
    assessment.earlier_failures.retain(|days| {
        let windows = targets.iter().flat_map(|target| &target.windows);
        let mut same = windows.filter(|window| window.span == *days).peekable();
        same.peek().is_none() || same.any(|window| window.status != Status::Withheld)
    });
}

/// What is still seen of a verdict that follows from several: the worst of them, if it was that; else it is withheld too.
fn seen(was: Status, of: Vec<Status>, now: Vec<Status>) -> Status {
    if Status::worst(of) == Some(was) {
        Status::worst(now).unwrap_or(Status::Withheld)
    } else {
        Status::Withheld
    }
}

/// How much there was to tell, and how much of it is withheld.
pub(super) fn result(audited: &Audited<'_>, assessments: &[Assessment]) -> AuditResult {
    let mut result = AuditResult {
        considered: audited
            .published
            .iter()
            .map(PublishedVersion::considered)
            .collect(),
        ..AuditResult::default()
    };
    for plain in audited.plain {
        for target in plain.targets.iter().filter(|target| target.persons) {
            let Some(shown) = target_of(assessments, &plain.pledge, &target.id) else {
                continue;
            };
            let figures = target.windows.iter().zip(&shown.windows);
            let of_windows = figures.filter(|(plain, _)| plain.outcome.is_some());
            let pairs = of_windows
                .map(|(_, shown)| shown.outcome.is_none())
                .chain(target.in_period.map(|_| shown.in_period.is_none()));
            for is_withheld in pairs {
                result.figures += 1;
                result.withheld += usize::from(is_withheld);
            }
        }
    }
    result
}
