//! The input of the judgement of one window.

use super::condition::Context;
use super::coverage::{TargetCoverage, coverage_of};
use super::dates::JudgementDates;
use super::earlier::measured;
use super::evidence::Evidence;
use super::part::{days, parts};
use super::window::{Window, around, last_day};
use crate::model::span::DateSpan;
use crate::model::target::{Distinct, Target, WindowInput, WindowRequest};

impl Evidence {
    /// The scene of one window.
    pub(super) fn input<'a>(
        &'a self,
        window: &Window,
        target: &Target,
        context: Context<'a>,
        dates: JudgementDates<'_>,
    ) -> WindowInput<'a> {
        let agreement = context.agreement;
        let end = last_day(window.span, agreement.term, dates.end, dates.as_of);
        let around = around(window.span, target, agreement);
        let judged = target.days_judged(window.span, around);
        let passed = judged.intersection(DateSpan::new(agreement.term.from.min(judged.from), end));
        let passed = passed.filter(|_| window.span.from <= end);
        let of: Vec<&str> = target
            .of
            .iter()
            .chain(target.whole())
            .map(String::as_str)
            .collect();
        let TargetCoverage {
            covered,
            missing,
            damaged,
        } = if of.is_empty() {
            // What the agreement itself says is always reported.
            TargetCoverage {
                covered: true,
                missing: Vec::new(),
                damaged: false,
            }
        } else {
            coverage_of(agreement, context.gathered, &of, passed)
        };
        let distinct = match target.distinct.as_deref() {
            Some("day") => Distinct::Days,
            Some(_) => Distinct::Values,
            None => Distinct::No,
        };
        let in_window = |asked: &&WindowRequest| asked.date.overlaps(window.span);
        let of_window = |asked: &WindowRequest| WindowRequest {
            certain: asked.certain && asked.date.within(window.span),
            ..asked.clone()
        };
        WindowInput {
            window: window.span,
            around,
            end,
            as_of: dates.as_of,
            continuous: target
                .of
                .iter()
                .any(|activity| agreement.is_continuous(activity)),
            unit: target.unit(),
            covered,
            missing,
            damaged,
            items: &self.items,
            whole: &self.whole,
            requests: self
                .requests
                .iter()
                .filter(in_window)
                .map(of_window)
                .collect(),
            steps: self.steps.clone(),
            parts: parts(target, window.span, context),
            excepted: target
                .except
                .as_deref()
                .map(|list| context.days(list))
                .unwrap_or_default(),
            days: days(target, context),
            distinct,
            earlier: self.earlier(target, distinct, context),
            measured: measured(target, context),
        }
    }
}
