//! Activities × pledges × period → assessments.

mod claim;
mod condition;
mod conditions_told;
mod counted;
mod coverage;
mod dates;
mod decide;
mod done;
mod doubts;
mod duplicates;
mod earlier;
mod evidence;
mod gone;
mod input;
mod items;
mod meaning;
mod moments;
mod need;
mod part;
mod requests;
mod row;
mod row_ref;
mod ruling;
mod steps;
mod subject;
mod sum;
mod window;

use chrono::NaiveDate;

use crate::model::activity::Gathered;
use crate::model::agreement::{Agreement, Condition, Pledge};
use crate::model::assessment::{Assessment, Status, TargetAssessment, WindowAssessment};
use crate::model::finding::{Checked, Finding, FindingKind, Phrase, Place};
use crate::model::quantity::Quantity;
use crate::model::report::History;
use crate::model::span::{DateSpan, Period};
use crate::model::target::{Judgement, Target, TargetKind, WindowState};

use condition::Context;
use dates::JudgementDates;
use duplicates::PossibleDuplicates;
use evidence::{Evidence, collect};
pub(crate) use gone::mark_gone;
pub(crate) use moments::{as_if_sent, month_ends};
use window::{Window, Windows, in_force, windows};

/// Judges every pledge by what was gathered, for a period and as of a day.
pub fn assess(
    agreement: &Agreement,
    gathered: &Gathered,
    period: &Period,
    as_of: NaiveDate,
    history: &History,
) -> Checked<Vec<Assessment>> {
    assess_pledges(agreement, gathered, period, as_of, history, true)
}

/// The same without the rows behind the verdicts: those of every month would fill the memory.
fn verdicts(
    agreement: &Agreement,
    gathered: &Gathered,
    period: &Period,
    as_of: NaiveDate,
    history: &History,
) -> Vec<Assessment> {
    assess_pledges(agreement, gathered, period, as_of, history, false).value
}

fn assess_pledges(
    agreement: &Agreement,
    gathered: &Gathered,
    period: &Period,
    as_of: NaiveDate,
    history: &History,
    keeps_rows: bool,
) -> Checked<Vec<Assessment>> {
    let end = period.end();
    let (rulings, lapsed) = ruling::active(agreement, gathered, history.previous.as_ref());
    let duplicates = PossibleDuplicates::find(&rulings, gathered);
    let context = Context {
        agreement,
        gathered,
        rulings: &rulings,
        duplicates: &duplicates,
    };
    let dates = JudgementDates {
        period: period.span,
        end,
        as_of,
        history,
        keeps_rows,
    };
    let mut findings = coverage::missing_months(agreement, gathered, end);
    findings.extend(coverage::quiet_sources(agreement, gathered, end));
    findings.extend(lapsed);
    findings.extend(claim::unnamed(agreement, gathered));
    let asked_for = |activity: &str| agreement.targets().any(|target| target.counts(activity));
    findings.extend(duplicates.findings(agreement, |activity| {
        activity.date.to <= end && asked_for(&activity.activity)
    }));
    let assessments = agreement
        .pledges
        .iter()
        .map(|pledge| assess_pledge(pledge, context, dates, &mut findings));
    let assessments = assessments.collect();
    Checked::new(assessments, findings)
}

fn assess_pledge(
    pledge: &Pledge,
    context: Context<'_>,
    dates: JudgementDates<'_>,
    findings: &mut Vec<Finding>,
) -> Assessment {
    let chains = decide::chains(&pledge.targets, context.agreement.term, dates.end);
    let mut earlier_failures = Vec::new();
    let targets: Vec<TargetAssessment> = chains
        .iter()
        .map(|chain| {
            let mut judged = assess_chain(pledge, chain, context, dates, findings);
            earlier_failures.extend(decide::earlier_failures(
                &judged.windows,
                context.agreement.term,
                dates.end,
            ));
            if !dates.keeps_rows {
                judged.clear_rows();
                judged
                    .windows
                    .iter_mut()
                    .for_each(|window| window.parts = Vec::new());
            }
            judged
        })
        .collect();
    earlier_failures.sort_unstable();
    earlier_failures.dedup();
    let status = decide::of_pledge(pledge, &targets);
    let claimed = claim::claimed(pledge, context.gathered, dates.as_of, findings);
    let assessment = Assessment {
        pledge: pledge.id.clone(),
        status,
        targets,
        claimed,
        earlier_failures,
    };
    claim::compare(
        &assessment,
        pledge.targets.iter().any(|target| target.kind.is_scored()),
        findings,
    );
    assessment
}

/// Judges targets that follow each other in time as one.
fn assess_chain(
    pledge: &Pledge,
    chain: &[&Target],
    context: Context<'_>,
    dates: JudgementDates<'_>,
    findings: &mut Vec<Finding>,
) -> TargetAssessment {
    let judged: Vec<TargetAssessment> = chain
        .iter()
        .map(|target| assess_target(pledge, target, context, dates, findings))
        .collect();
    // The words of the last one that has begun are used for all of them.
    let begun = judged
        .iter()
        .rposition(|target| target.status != Status::NotStarted)
        .unwrap_or(0);
    let (Some(first), Some(speaking)) = (judged.first(), judged.get(begun)) else {
        return decide::nothing();
    };
    if let [_] = judged.as_slice() {
        return judged.into_iter().next().unwrap_or_else(decide::nothing);
    }
    let mut windows: Vec<WindowAssessment> = judged
        .iter()
        .flat_map(|target| target.windows.clone())
        .collect();
    windows.sort_by_key(|window| window.span);
    let before = judged.iter().zip(chain).take(begun);
    let amended = before
        .map(|(judged, target)| {
            (
                in_force(target, context.agreement.term),
                judged.phrase.clone(),
            )
        })
        .collect();
    TargetAssessment {
        id: first.id.clone(),
        status: decide::status(&windows, context.agreement.term, dates.end),
        windows,
        in_period: judged
            .iter()
            .filter_map(|target| target.in_period)
            .reduce(Quantity::plus),
        amended,
        counted: judged
            .iter()
            .flat_map(|target| target.counted.iter().cloned())
            .collect(),
        whole: judged
            .iter()
            .flat_map(|target| target.whole.iter().cloned())
            .collect(),
        not_counted: judged
            .iter()
            .flat_map(|target| target.left_out_of(&speaking.rules))
            .collect(),
        settled: judged
            .iter()
            .flat_map(|target| target.settled.clone())
            .collect(),
        ..speaking.clone()
    }
}

fn assess_target(
    pledge: &Pledge,
    target: &Target,
    context: Context<'_>,
    dates: JudgementDates<'_>,
    findings: &mut Vec<Finding>,
) -> TargetAssessment {
    let deferred;
    let target = if decide::is_agreed(target, dates.end) {
        target
    } else {
        // Until the parties have agreed there is nothing to judge.
        deferred = Target {
            kind: TargetKind::Deferred,
            ..target.clone()
        };
        &deferred
    };
    let days = in_force(target, context.agreement.term);
    let mut evidence = collect(target, days, context, dates);
    findings.extend(std::mem::take(&mut evidence.findings).into_findings());
    let readings = meaning::meanings(target, days);
    let mut judged = readings.iter().map(|reading| {
        let (windows, left_out) = judge_windows(reading, &evidence, context, dates);
        (
            decide::status(&windows, context.agreement.term, dates.end),
            windows,
            left_out,
        )
    });
    let (mut status, windows, left_out) =
        judged
            .next()
            .unwrap_or((Status::Undecided, Vec::new(), Vec::new()));
    let other = judged.next().map(|(status, ..)| status);
    if let ([first, second], Some(other)) = (readings.as_slice(), other) {
        findings.push(meaning::finding(pledge, (first, status), (second, other)));
        if other != status {
            status = Status::Undecided;
        }
    }
    findings.extend(left_out.into_iter().map(|window| {
        let kind = FindingKind::WindowLeftOut {
            pledge: pledge.id.clone(),
            window,
        };
        Finding::new(kind, Place::line(target.line))
    }));
    let begun: Vec<DateSpan> = windows
        .iter()
        .map(|window| window.span)
        .filter(|span| span.from <= dates.end)
        .collect();
    let told = |conditions: &[Condition]| {
        let told = conditions.iter();
        told.map(|condition| conditions_told::told(condition, context.agreement))
            .collect()
    };
    TargetAssessment {
        id: target.id.clone(),
        effort: target.effort,
        kind: target.kind.name(),
        responsible: target.responsible.clone(),
        status,
        phrase: target.phrase(),
        interpretation: target.interpretation.clone(),
        of: target.of.clone(),
        only: told(&target.only),
        rules: told(&target.require),
        persons: about_persons(target, context),
        in_period: done::in_period(target, &evidence, days, context, dates),
        amended: Vec::new(),
        counted: counted::rows(&evidence.items, &evidence.activities, &begun, context).into(),
        whole: counted::rows(
            &evidence.whole,
            &evidence.activities_of_whole,
            &begun,
            context,
        )
        .into(),
        not_counted: evidence.not_counted.into(),
        settled: evidence.settled,
        windows,
    }
}

/// Whether the figures of a target tell about persons.
fn about_persons(target: &Target, context: Context<'_>) -> bool {
    let mut counted = target.of.iter().chain(target.whole());
    counted.any(|of| context.agreement.about_persons(of))
}

/// The windows of one reading of a target, judged; and those that are left out.
fn judge_windows(
    target: &Target,
    evidence: &Evidence,
    context: Context<'_>,
    dates: JudgementDates<'_>,
) -> (Vec<WindowAssessment>, Vec<DateSpan>) {
    let Windows { judged, left_out } = match &target.kind {
        TargetKind::Milestone { .. } => {
            window::of_steps(target, &evidence.steps, context.agreement)
        }
        _ => windows(target, &target.over, context.agreement),
    };
    let shown_only = matches!(target.kind, TargetKind::Shown { .. });
    let judge = |window: &Window| {
        let input = evidence.input(window, target, context, dates);
        // What gives no verdict has nothing to show before it begins.
        if shown_only && input.state() == WindowState::NotBegun {
            return None;
        }
        let closed = input.state() == WindowState::Closed;
        let occasion = need::occasion(target, window, input.end, context);
        let basis = target.basis(&input, occasion);
        let judged = need::with_need(target.judge(&input), occasion);
        let judged = if target.effort {
            judged.of_effort()
        } else {
            judged
        };
        let (even, is_urgent) = (
            target.even_pace(&judged, &input),
            target.is_urgent(&judged, &input),
        );
        // Nothing can have been counted before the time begins: that is no zero.
        let judged = match input.state() {
            WindowState::NotBegun => Judgement {
                outcome: None,
                out_of: None,
                pace: None,
                reckoning: Phrase::new("reckoning-not-begun"),
                remaining: None,
                ..judged
            },
            WindowState::Open | WindowState::Closed => judged,
        };
        let Judgement {
            status,
            bound,
            required,
            pace,
            outcome,
            out_of,
            reckoning,
            remaining,
            parts,
        } = judged;
        Some(WindowAssessment {
            span: window.span,
            name: window.name.clone(),
            closed,
            unit: Some(target.unit()).filter(|unit| !unit.is_empty()),
            bound,
            required,
            pace,
            even,
            // How near the pace a figure about persons is would narrow it.
            urgent: is_urgent && !about_persons(target, context),
            outcome,
            out_of,
            withheld: false,
            status,
            reckoning,
            remaining,
            parts,
            missing_months: input.missing,
            basis,
        })
    };
    (judged.iter().filter_map(judge).collect(), left_out)
}
