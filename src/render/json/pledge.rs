//! Pledges, targets and windows in `follow-up.json`.

use chrono::NaiveDate;
use serde::Serialize;

use super::super::scope::Scope;
use super::Reach;
use crate::model::activity::Origin;
use crate::model::agreement::{Note, Pledge};
use crate::model::assessment::{
    Assessment, PartAssessment, Status, TargetAssessment, WindowAssessment,
};
use crate::model::quantity::{Amount, Quantity};
use crate::model::report::Report;
use crate::model::span::DateSpan;
use crate::model::target::Bound;
use crate::wording::Wording;

/// A pledge.
#[derive(Serialize)]
pub(super) struct Told<'a> {
    pub(super) id: &'a str,
    area: Option<&'a str>,
    text: &'a str,
    responsible: &'a [String],
    status: Status,
    targets: Vec<TargetTold<'a>>,
    claimed: Option<ClaimedTold<'a>>,
    notes: &'a [Note],
    earlier_failures: &'a [DateSpan],
}

#[derive(Serialize)]
struct TargetTold<'a> {
    id: &'a str,
    kind: &'a str,
    responsible: &'a [String],
    status: Status,
    phrase: String,
    /// Only where it is so: the figures tell about persons.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    persons: bool,
    in_period: Option<Quantity>,
    amended: Vec<AmendedTold>,
    windows: Vec<WindowTold<'a>>,
    counted: Vec<CountedTold<'a>>,
    not_counted: Vec<NotCountedTold<'a>>,
}

#[derive(Serialize)]
struct AmendedTold {
    from: NaiveDate,
    to: NaiveDate,
    phrase: String,
}

#[derive(Serialize)]
struct CountedTold<'a> {
    origin: &'a Origin,
    date: DateSpan,
    value: Quantity,
}

#[derive(Serialize)]
struct NotCountedTold<'a> {
    origin: &'a Origin,
    reason: &'static str,
}

#[derive(Serialize)]
struct ClaimedTold<'a> {
    status: &'a str,
    as_of: Option<NaiveDate>,
    origin: Option<&'a Origin>,
}

#[derive(Serialize)]
struct WindowTold<'a> {
    from: NaiveDate,
    to: NaiveDate,
    name: Option<&'a str>,
    closed: bool,
    unit: Option<&'a str>,
    bound: Option<Bound>,
    required: Option<Amount>,
    pace: Option<Amount>,
    outcome: Option<Quantity>,
    out_of: Option<Quantity>,
    withheld: bool,
    status: Status,
    reckoning: String,
    remaining: Option<String>,
    parts: Vec<PartTold<'a>>,
}

#[derive(Serialize)]
struct PartTold<'a> {
    name: Option<&'a str>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    due: Option<NaiveDate>,
    done: Option<NaiveDate>,
    late: bool,
    required: Option<Amount>,
    outcome: Quantity,
    status: Status,
}

/// The meaning chosen for a wording; `target` is null where it is the whole pledge's.
#[derive(Serialize)]
pub(super) struct Interpretation<'a> {
    pledge: &'a str,
    target: Option<&'a str>,
    text: &'a str,
}

/// Figures shown without a verdict; they are never added up.
#[derive(Serialize)]
pub(super) struct Shown<'a> {
    pledge: &'a str,
    target: &'a str,
    phrase: String,
    windows: Vec<WindowTold<'a>>,
}

/// Every pledge that the edition tells of.
pub(super) fn told<'a>(scope: &Scope<'a>, reach: &Reach<'_>, wording: &Wording) -> Vec<Told<'a>> {
    kept(scope.report, reach)
        .map(|(pledge, assessment)| Told {
            id: &pledge.id,
            area: pledge.area.as_deref(),
            text: &pledge.text,
            responsible: &pledge.responsible,
            status: assessment.status,
            targets: targets(assessment, reach)
                .map(|target| target_told(target, reach, wording))
                .collect(),
            claimed: assessment.claimed.as_ref().and_then(|claimed| {
                Some(ClaimedTold {
                    status: scope.claim(claimed)?,
                    as_of: claimed.as_of.map(|span| span.to),
                    origin: reach.names_cells().then_some(&claimed.origin),
                })
            }),
            notes: &pledge.notes,
            earlier_failures: &assessment.earlier_failures,
        })
        .collect()
}

/// Every meaning chosen.
pub(super) fn interpretations<'a>(
    report: &'a Report,
    reach: &Reach<'_>,
) -> Vec<Interpretation<'a>> {
    let mut interpretations = Vec::new();
    for (pledge, assessment) in kept(report, reach) {
        let whole = pledge.interpretation.as_deref().map(|text| (None, text));
        let each = targets(assessment, reach).filter_map(|target| {
            target
                .interpretation
                .as_deref()
                .map(|text| (Some(target.id.as_str()), text))
        });
        let told = whole.into_iter().chain(each);
        interpretations.extend(told.map(|(target, text)| Interpretation {
            pledge: &pledge.id,
            target,
            text,
        }));
    }
    interpretations
}

/// Every target that is shown without a verdict.
pub(super) fn shown<'a>(
    report: &'a Report,
    reach: &Reach<'_>,
    wording: &Wording,
) -> Vec<Shown<'a>> {
    let mut shown = Vec::new();
    for (pledge, assessment) in kept(report, reach) {
        let targets = targets(assessment, reach).filter(|target| target.kind == "shown");
        shown.extend(targets.map(|target| Shown {
            pledge: &pledge.id,
            target: &target.id,
            phrase: wording.phrase(&target.phrase),
            windows: windows(target, reach, wording),
        }));
    }
    shown
}

/// The pledges that the edition tells of, in the agreement's order.
fn kept<'a>(
    report: &'a Report,
    reach: &Reach<'_>,
) -> impl Iterator<Item = (&'a Pledge, &'a Assessment)> {
    let pledges = report.agreement.pledges.iter().filter_map(|pledge| {
        report
            .assessments
            .iter()
            .find(|assessment| assessment.pledge == pledge.id)
            .map(|found| (pledge, found))
    });
    pledges.filter(|(pledge, assessment)| {
        reach.takes_any(&pledge.responsible)
            || assessment
                .targets
                .iter()
                .any(|target| reach.takes_any(&target.responsible))
    })
}

fn targets<'a>(
    assessment: &'a Assessment,
    reach: &Reach<'_>,
) -> impl Iterator<Item = &'a TargetAssessment> {
    assessment
        .targets
        .iter()
        .filter(|target| reach.takes_any(&target.responsible))
}

fn target_told<'a>(
    target: &'a TargetAssessment,
    reach: &Reach<'_>,
    wording: &Wording,
) -> TargetTold<'a> {
    let counted = target
        .counted
        .iter()
        .filter(|row| reach.takes_workbook(&row.origin.workbook));
    let not_counted = target
        .not_counted
        .iter()
        .filter(|row| reach.takes_workbook(&row.origin.workbook));
    TargetTold {
        id: &target.id,
        kind: target.kind,
        responsible: &target.responsible,
        status: target.status,
        phrase: wording.phrase(&target.phrase),
        persons: target.persons,
        in_period: target.in_period,
        amended: target
            .amended
            .iter()
            .map(|(days, was)| AmendedTold {
                from: days.from,
                to: days.to,
                phrase: wording.phrase(was),
            })
            .collect(),
        windows: windows(target, reach, wording),
        counted: counted
            .map(|row| CountedTold {
                origin: &row.origin,
                date: row.date,
                value: row.value,
            })
            .collect(),
        not_counted: not_counted
            .map(|row| NotCountedTold {
                origin: &row.origin,
                reason: row.reason.name(),
            })
            .collect(),
    }
}

fn windows<'a>(
    target: &'a TargetAssessment,
    reach: &Reach<'_>,
    wording: &Wording,
) -> Vec<WindowTold<'a>> {
    // The name of a request's part is its cell.
    let parts = reach.names_cells() || target.kind != "request";
    target
        .windows
        .iter()
        .map(|window| window_told(window, parts, wording))
        .collect()
}

fn window_told<'a>(window: &'a WindowAssessment, parts: bool, wording: &Wording) -> WindowTold<'a> {
    WindowTold {
        from: window.span.from,
        to: window.span.to,
        name: window.name.as_deref(),
        closed: window.closed,
        unit: window.unit.as_deref(),
        bound: window.bound,
        required: window.required,
        pace: window.pace,
        outcome: window.outcome,
        out_of: window.out_of,
        withheld: window.withheld,
        status: window.status,
        reckoning: wording.phrase(&window.reckoning),
        remaining: window
            .remaining
            .as_ref()
            .map(|remaining| wording.phrase(remaining)),
        parts: window
            .parts
            .iter()
            .filter(|_| parts)
            .map(part_told)
            .collect(),
    }
}

fn part_told(part: &PartAssessment) -> PartTold<'_> {
    PartTold {
        name: part.name.as_deref(),
        from: part.span.map(|span| span.from),
        to: part.span.map(|span| span.to),
        due: part.due,
        done: part.done.map(|span| span.to),
        late: part.late,
        required: part.required,
        outcome: part.outcome,
        status: part.status,
    }
}
