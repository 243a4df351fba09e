//! What counts for a target, what is held but not counted, and the scene that each window is judged by.

use super::condition::{Context, Subject, answers_all, of_its_evening};
use super::doubts::not_met;
use super::part::part_words;
use super::ruling;
use super::steps::steps;
use crate::model::activity::{Activity, Origin};
use crate::model::agreement::Ruling;
use crate::model::assessment::{SettledRow, UncountedRow};
use crate::model::finding::Code;
use crate::model::finding::tally::FindingTally;
use crate::model::quantity::Truth;
use crate::model::report::History;
use crate::model::span::DateSpan;
use crate::model::target::{Item, RequiredStep, Target, TargetKind, WindowRequest};
use chrono::NaiveDate;

/// What the drop folder gave for one target.
pub(super) struct Evidence {
    /// What may count, up to E.
    pub(super) items: Vec<Item>,
    /// The whole of a share.
    pub(super) whole: Vec<Item>,
    /// Requests, by the rules' answers.
    pub(super) requests: Vec<WindowRequest>,
    /// Steps.
    pub(super) steps: Vec<RequiredStep>,
    /// Held, and not counted.
    pub(super) not_counted: Vec<UncountedRow>,
    /// Rows that a ruling settles.
    pub(super) settled: Vec<SettledRow>,
    /// What there is to tell.
    pub(super) findings: FindingTally,
}

/// The row that something is told of.
#[derive(Clone, Copy)]
pub(super) struct RowRef<'a> {
    pub(super) origin: &'a Origin,
    pub(super) source: usize,
    pub(super) activity: &'a str,
}

impl<'a> RowRef<'a> {
    pub(super) fn of(activity: &'a Activity) -> RowRef<'a> {
        RowRef {
            origin: &activity.origin,
            source: activity.source,
            activity: &activity.activity,
        }
    }
}

/// The dates of a judgement.
#[derive(Clone, Copy)]
pub(super) struct JudgementDates<'a> {
    /// The period that the report is about.
    pub(super) period: DateSpan,
    /// E, the last day of the period.
    pub(super) end: NaiveDate,
    /// The day the report is made for.
    pub(super) as_of: NaiveDate,
    /// What is known of the past.
    pub(super) history: &'a History,
    /// Whether the rows behind a verdict are kept.
    pub(super) keeps_rows: bool,
}

/// Collects what one target is judged by, in the days it is in force.
pub(super) fn collect(
    target: &Target,
    in_force: DateSpan,
    context: Context<'_>,
    dates: JudgementDates<'_>,
) -> Evidence {
    let mut evidence = Evidence {
        items: Vec::new(),
        whole: Vec::new(),
        requests: Vec::new(),
        steps: steps(target, context, dates),
        not_counted: Vec::new(),
        settled: Vec::new(),
        findings: FindingTally::default(),
    };
    if let TargetKind::Request { .. } = target.kind {
        evidence.take_requests(target, in_force, context, dates);
        return evidence;
    }
    for activity in &context.gathered.activities {
        // A night past midnight may belong to the last evening of the period.
        let subject = of_its_evening(Subject::from(activity), target);
        if subject.date.from > dates.end {
            continue;
        }
        if target.counts(&activity.activity) {
            evidence.take((activity, subject), target, in_force, context);
        }
        if target.has_in_whole(&activity.activity) {
            evidence.take_whole((activity, subject), target, in_force, context);
        }
    }
    context.duplicates.widen(&mut evidence.items);
    context.duplicates.widen(&mut evidence.whole);
    evidence
}

impl Evidence {
    /// Takes one activity of the right sort: counts it, perhaps, or says why not.
    fn take(
        &mut self,
        (activity, subject): (&Activity, Subject<'_>),
        target: &Target,
        in_force: DateSpan,
        context: Context<'_>,
    ) {
        let (is_meant, mut doubts) = answers_all(subject, &target.only, context);
        let told = subject.date.overlaps(in_force);
        if is_meant == Truth::No {
            self.tell_doubts(&doubts, RowRef::of(activity), target, context, told);
            return;
        }
        let (by_rules, rule_doubts) = answers_all(subject, &target.require, context);
        doubts.extend(rule_doubts);
        self.tell_doubts(&doubts, RowRef::of(activity), target, context, told);
        let ruling = ruling::about(context.rulings, &activity.origin);
        if told {
            self.settle(ruling, subject.date);
        }
        let counts = match ruling {
            Some(ruling) => Truth::from(ruling.counts).and(is_meant),
            None => by_rules.and(is_meant),
        };
        if counts == Truth::No {
            let reason = if ruling.is_some() {
                Code::RuledOut
            } else {
                Code::RequirementNotMet
            };
            if told {
                let row = RowRef::of(activity);
                self.leave_out(row, activity.date, reason);
                if reason == Code::RequirementNotMet {
                    self.findings
                        .push(not_met(row, activity.date, subject, target, context));
                }
            }
            return;
        }
        let words = part_words(target, activity, context);
        self.tell_part(&words, activity, target, context, told);
        self.items.push(Item {
            date: subject.date,
            dated: activity.dated,
            value: if counts == Truth::Yes {
                activity.value
            } else {
                activity.value.perhaps()
            },
            words,
            origin: activity.origin.clone(),
        });
    }

    /// Takes an activity into the whole of a share. A row that a ruling leaves out counts neither there nor in the part.
    fn take_whole(
        &mut self,
        (activity, subject): (&Activity, Subject<'_>),
        target: &Target,
        in_force: DateSpan,
        context: Context<'_>,
    ) {
        let ruling = ruling::about(context.rulings, &activity.origin);
        // What counts in the part too is told of there.
        if subject.date.overlaps(in_force) && !target.counts(&activity.activity) {
            self.settle(ruling, subject.date);
            if ruling.is_some_and(|ruling| !ruling.counts) {
                self.leave_out(RowRef::of(activity), activity.date, Code::RuledOut);
            }
        }
        if ruling.is_none_or(|ruling| ruling.counts) {
            self.whole.push(Item {
                date: subject.date,
                dated: activity.dated,
                value: activity.value,
                words: Vec::new(),
                origin: activity.origin.clone(),
            });
        }
    }

    /// Notes the ruling about a row, once for each target.
    pub(super) fn settle(&mut self, ruling: Option<&Ruling>, date: DateSpan) {
        let new =
            ruling.filter(|ruling| !self.settled.iter().any(|known| known.ruling == **ruling));
        self.settled.extend(new.map(|ruling| SettledRow {
            date,
            ruling: ruling.clone(),
        }));
    }

    pub(super) fn leave_out(&mut self, row: RowRef<'_>, date: DateSpan, reason: Code) {
        self.not_counted.push(UncountedRow {
            origin: row.origin.clone(),
            date,
            reason,
        });
    }
}
