//! Requests of a target, and their answers.

use super::condition::{Context, Subject, answers_all, of_its_evening};
use super::doubts::not_met;
use super::evidence::{Evidence, JudgementDates, RowRef};
use super::ruling;
use crate::model::activity::{Answer, Request};
use crate::model::finding::{Code, Finding};
use crate::model::quantity::Truth;
use crate::model::span::DateSpan;
use crate::model::target::{Target, WindowRequest};
use chrono::NaiveDate;

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
            let (is_meant, doubts) = answers_all(subject, &target.only, context);
            let row = RowRef {
                origin: &request.origin,
                source: request.source,
                activity: &request.activity,
            };
            self.tell_doubts(
                &doubts,
                row,
                target,
                context,
                request.date.overlaps(in_force),
            );
            if is_meant == Truth::No {
                continue;
            }
            let ruling = ruling::about(context.rulings, &request.origin);
            let told = request.date.overlaps(in_force);
            let answered = answered(request, dates.as_of);
            if told {
                self.settle(ruling, request.date);
            }
            if let Some(answer) = answered.filter(|answer| told && answer.to < request.date.from) {
                let finding = Finding::new(Code::AnswerBeforeRequest, &request.origin);
                self.findings
                    .push(finding.with("answered", answer).with("asked", request.date));
            }
            let by_rules = match ruling.map(|ruling| ruling.counts) {
                Some(false) => {
                    // It was no such request: nobody need answer it.
                    if told {
                        self.leave_out(row, request.date, Code::RuledOut);
                    }
                    continue;
                }
                Some(true) => Truth::Yes,
                None => answers_all(subject, &target.require, context).0,
            };
            if by_rules == Truth::No && answered.is_some() && told {
                self.leave_out(row, request.date, Code::RequirementNotMet);
                self.findings
                    .push(not_met(row, request.date, subject, target, context));
            }
            self.requests.push(WindowRequest {
                date: request.date,
                answered,
                certain: request.dated && is_meant == Truth::Yes,
                by_rules,
                origin: request.origin.clone(),
            });
        }
    }
}

/// When a request was answered, as far as as-of tells.
fn answered(request: &Request, as_of: NaiveDate) -> Option<DateSpan> {
    match request.answer {
        Answer::On(days) => Some(days).filter(|days| days.from <= as_of),
        Answer::SameDay => Some(request.date),
        Answer::Not => None,
    }
}
