//! Requests of a target, and their answers.

use super::condition::{Context, Subject, of_its_evening};
use super::conditions_told::missed;
use super::dates::JudgementDates;
use super::evidence::Evidence;
use super::row::RowJudgement;
use super::row_ref::{RowRef, not_met};
use crate::model::activity::{Answer, Request};
use crate::model::agreement::Length;
use crate::model::finding::{Code, Finding, FindingKind};
use crate::model::quantity::Truth;
use crate::model::span::DateSpan;
use crate::model::target::{Target, TargetKind, WindowRequest};
use chrono::{Datelike, NaiveDate};

impl Evidence {
    pub(super) fn take_requests(
        &mut self,
        target: &Target,
        in_force: DateSpan,
        context: Context<'_>,
        dates: JudgementDates<'_>,
    ) {
        let requests = &context.gathered.requests;
        let meant = requests
            .iter()
            .filter(|request| target.counts(&request.activity));
        for request in meant.filter(|request| request.date.from <= dates.end) {
            let subject = Subject {
                fields: &request.fields,
                date: request.date,
                dated: request.dated,
                count: None,
            };
            let subject = of_its_evening(subject, target);
            let judged = RowJudgement::of(subject, &request.origin, target, context);
            let row = RowRef {
                origin: &request.origin,
                source: request.source,
                activity: &request.activity,
            };
            let in_force_then = request.date.overlaps(in_force);
            self.warn_of_doubts(&judged.doubts, row, target, context, in_force_then);
            if judged.is_meant == Truth::No {
                continue;
            }
            let answered = answered(request, dates.as_of);
            if in_force_then {
                self.settle(judged.ruling, request.date);
            }
            if let Some(answer) =
                answered.filter(|answer| in_force_then && answer.to < request.date.from)
            {
                let kind = FindingKind::AnswerBeforeRequest {
                    answered: answer,
                    asked: request.date,
                };
                self.findings.push(Finding::new(kind, &request.origin));
            }
            if let Some(answer) =
                answered.filter(|answer| in_force_then && is_open(*answer, request, target))
            {
                let kind = FindingKind::OpenAnswerDay {
                    answered: answer,
                    asked: request.date,
                };
                self.findings.push(Finding::new(kind, &request.origin));
            }
            match judged.left_out() {
                // Not a request of this target: it needs no answer.
                Some(reason @ Code::RuledOut) => {
                    if in_force_then {
                        self.leave_out(row, request.date, reason, Vec::new());
                    }
                    continue;
                }
                Some(reason) if answered.is_some() && in_force_then => {
                    let missed = missed(subject, &target.require, context);
                    self.leave_out(row, request.date, reason, missed);
                    self.findings
                        .push(not_met(row, request.date, subject, target, context));
                }
                _ => {}
            }
            self.requests.push(WindowRequest {
                date: request.date,
                answered,
                certain: request.dated && judged.is_meant == Truth::Yes,
                by_rules: judged.keeps_rules,
                case: request.case.clone(),
                origin: request.origin.clone(),
            });
        }
    }
}

/// When a request was answered, as known at as-of.
fn answered(request: &Request, as_of: NaiveDate) -> Option<DateSpan> {
    match request.answer {
        Answer::On(days) => Some(days).filter(|days| days.from <= as_of),
        Answer::SameDay => Some(request.date),
        Answer::Not => None,
    }
}

/// Whether an answer on one of several days may be in time, or not. One that cannot be read at all is told where it is read.
fn is_open(answer: DateSpan, request: &Request, target: &Target) -> bool {
    let TargetKind::Request { within, .. } = &target.kind else {
        return false;
    };
    let is_read = (answer.to - answer.from).num_days() <= 366;
    let may_be_late = match within {
        // Days that are no working days make it later.
        Some(length) => {
            answer.to > length.after(request.date.from)
                && (matches!(length, Length::WorkingDays(_))
                    || answer.from <= length.after(request.date.to))
        }
        // By the end of a window, which is that of some month.
        None => (answer.from.year(), answer.from.month()) != (answer.to.year(), answer.to.month()),
    };
    request.dated && is_read && !answer.is_exact() && may_be_late
}
