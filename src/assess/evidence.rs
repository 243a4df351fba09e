//! The evidence for a target: what counts, and what was held but does not count.

use super::condition::{Context, Subject, of_its_evening};
use super::conditions_told::missed;
use super::dates::JudgementDates;
use super::items;
use super::part::part_words;
use super::row::RowJudgement;
use super::row_ref::{RowRef, not_met};
use super::steps::steps;
use crate::model::activity::Activity;
use crate::model::agreement::Ruling;
use crate::model::assessment::{MissedRule, SettledRow, UncountedRow};
use crate::model::finding::Code;
use crate::model::finding::tally::FindingTally;
use crate::model::quantity::{Quantity, Truth};
use crate::model::span::DateSpan;
use crate::model::target::{Item, RequiredStep, Target, TargetKind, WindowRequest};
use chrono::NaiveDate;

pub(super) struct Evidence {
    /// What may count, up to E.
    pub(super) items: Vec<Item>,
    /// The index of each item's activity.
    pub(super) activities: Vec<usize>,
    /// The whole of a share.
    pub(super) whole: Vec<Item>,
    /// The index of each activity of the whole.
    pub(super) activities_of_whole: Vec<usize>,
    /// Requests that meet the conditions.
    pub(super) requests: Vec<WindowRequest>,
    /// Steps.
    pub(super) steps: Vec<RequiredStep>,
    /// Held, but not counted.
    pub(super) not_counted: Vec<UncountedRow>,
    /// Rows settled by a ruling.
    pub(super) settled: Vec<SettledRow>,
    /// E.
    end: NaiveDate,
    /// What there is to tell.
    pub(super) findings: FindingTally,
}

/// Collects the evidence for one target, in the days it is in force.
pub(super) fn collect(
    target: &Target,
    in_force: DateSpan,
    context: Context<'_>,
    dates: JudgementDates<'_>,
) -> Evidence {
    let mut evidence = Evidence {
        items: Vec::new(),
        activities: Vec::new(),
        whole: Vec::new(),
        activities_of_whole: Vec::new(),
        requests: Vec::new(),
        steps: steps(target, context, dates),
        not_counted: Vec::new(),
        settled: Vec::new(),
        end: dates.end,
        findings: FindingTally::default(),
    };
    if !target.sum.is_empty() {
        evidence.add_up(target, context, dates);
        return evidence;
    }
    if let TargetKind::Request { .. } | TargetKind::ResponseTime { .. } = target.kind {
        evidence.take_requests(target, in_force, context, dates);
        return evidence;
    }
    for (index, activity) in context.gathered.activities.iter().enumerate() {
        let (counts, in_whole) = (
            target.counts(&activity.activity),
            target.has_in_whole(&activity.activity),
        );
        if !counts && !in_whole {
            continue;
        }
        // A night past midnight may belong to the last evening of the period.
        let subject = of_its_evening(Subject::from(activity), target);
        if subject.date.from > dates.end {
            continue;
        }
        let judged = RowJudgement::of(subject, &activity.origin, target, context);
        if counts {
            evidence.take((activity, subject), &judged, target, in_force, context);
            evidence.activities.resize(evidence.items.len(), index);
        }
        if in_whole {
            evidence.take_whole((activity, subject), &judged, target, in_force);
            let in_whole = evidence.whole.len();
            evidence.activities_of_whole.resize(in_whole, index);
        }
    }
    context.duplicates.widen(&mut evidence.items);
    context.duplicates.widen(&mut evidence.whole);
    evidence
}

impl Evidence {
    /// Adds one activity: it counts, counts perhaps, or is left out with a reason.
    fn take(
        &mut self,
        (activity, subject): (&Activity, Subject<'_>),
        judged: &RowJudgement<'_>,
        target: &Target,
        in_force: DateSpan,
        context: Context<'_>,
    ) {
        let row = RowRef::of(activity);
        let in_force_then = subject.date.overlaps(in_force);
        self.warn_of_doubts(&judged.doubts, row, target, context, in_force_then);
        self.warn_of_doubts(&judged.rule_doubts, row, target, context, in_force_then);
        if judged.is_meant == Truth::No {
            return;
        }
        if in_force_then {
            self.settle(judged.ruling, subject.date);
        }
        if let Some(reason) = judged.left_out() {
            if in_force_then {
                let missed = match reason {
                    Code::RequirementNotMet => missed(subject, &target.require, context),
                    _ => Vec::new(),
                };
                self.leave_out(row, activity.date, reason, missed);
                if reason == Code::RequirementNotMet {
                    self.findings
                        .push(not_met(row, activity.date, subject, target, context));
                }
            }
            return;
        }
        let (words, is_sure) = part_words(target, activity, context);
        self.warn_of_unknown_parts(activity, target, context, in_force_then);
        let (value, doubt) = items::counted(activity, subject, target);
        self.warn_of_doubts(doubt.as_slice(), row, target, context, in_force_then);
        let value = match judged.counts() {
            Truth::Yes if is_sure => value,
            _ => value.perhaps(),
        };
        let items = items::items(activity, subject.date, value, words, target, self.end);
        self.items.extend(items);
    }

    /// Adds an activity to the whole of a share.
    fn take_whole(
        &mut self,
        (activity, subject): (&Activity, Subject<'_>),
        judged: &RowJudgement<'_>,
        target: &Target,
        in_force: DateSpan,
    ) {
        // What counts in the part too is handled there.
        if subject.date.overlaps(in_force) && !target.counts(&activity.activity) {
            self.settle(judged.ruling, subject.date);
            if !judged.is_in_whole() {
                self.leave_out(
                    RowRef::of(activity),
                    activity.date,
                    Code::RuledOut,
                    Vec::new(),
                );
            }
        }
        if judged.is_in_whole() {
            let whole = item(activity, subject.date, activity.value, Vec::new());
            self.whole.push(whole);
        }
    }

    /// Records the ruling about a row, once for each target.
    pub(super) fn settle(&mut self, ruling: Option<&Ruling>, date: DateSpan) {
        let new =
            ruling.filter(|ruling| !self.settled.iter().any(|known| known.ruling == **ruling));
        self.settled.extend(new.map(|ruling| SettledRow {
            date,
            ruling: ruling.clone(),
        }));
    }

    pub(super) fn leave_out(
        &mut self,
        row: RowRef<'_>,
        date: DateSpan,
        reason: Code,
        missed: Vec<MissedRule>,
    ) {
        self.not_counted.push(UncountedRow {
            origin: row.origin.clone(),
            date,
            reason,
            missed,
        });
    }
}

fn item(activity: &Activity, date: DateSpan, value: Quantity, words: Vec<String>) -> Item {
    Item {
        date,
        dated: activity.dated,
        value,
        words,
        origin: activity.origin.clone(),
    }
}
