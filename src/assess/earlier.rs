//! What a target compares with, reckoned from the same workbooks; and what is known of an indicator.

use super::condition::Context;
use super::coverage::coverage_of;
use super::evidence::Evidence;
use crate::model::target::{
    Distinct, EarlierTime, MeasuredValues, Target, TargetKind, WindowRequest, given,
};

impl Evidence {
    /// What happened on the days before that it compares with.
    pub(super) fn earlier(
        &self,
        target: &Target,
        distinct: Distinct,
        context: Context<'_>,
    ) -> EarlierTime {
        let Some(days) = target.compared_days() else {
            return EarlierTime::default();
        };
        let of: Vec<&str> = target.of.iter().map(String::as_str).collect();
        let coverage = coverage_of(context.agreement, context.gathered, &of, Some(days));
        let sources = of
            .iter()
            .flat_map(|activity| context.agreement.sources_of(activity));
        // A workbook without a row of those days may simply not hold them.
        let tells_of_them = |source: usize| {
            let coverage = context.gathered.coverage.get(source);
            coverage
                .is_some_and(|coverage| coverage.reported.iter().any(|span| span.overlaps(days)))
        };
        let incomplete = !coverage.covered
            || coverage.damaged
            || !coverage.missing.is_empty()
            || !sources.into_iter().all(tells_of_them);
        let sum = given(&self.items, days, distinct);
        let of_days = |asked: &WindowRequest| WindowRequest {
            certain: asked.certain && asked.date.within(days),
            ..asked.clone()
        };
        EarlierTime {
            sum: Some(if incomplete { sum.or_more() } else { sum }),
            requests: self
                .requests
                .iter()
                .filter(|asked| asked.date.overlaps(days))
                .map(of_days)
                .collect(),
            incomplete,
        }
    }
}

/// What is known of the indicator that a target asks something of.
pub(super) fn measured(target: &Target, context: Context<'_>) -> MeasuredValues {
    let TargetKind::Indicator { test: Some(_), .. } = &target.kind else {
        return MeasuredValues::default();
    };
    let is_meant = |id: &str| target.of.iter().any(|of| of == id);
    let known = context
        .agreement
        .indicators
        .iter()
        .find(|indicator| is_meant(&indicator.id));
    known.map_or_else(MeasuredValues::default, |indicator| MeasuredValues {
        values: indicator
            .values
            .iter()
            .chain(
                context
                    .gathered
                    .indicators
                    .get(&indicator.id)
                    .into_iter()
                    .flatten(),
            )
            .copied()
            .collect(),
        baseline: indicator.baseline.map(|baseline| baseline.value),
        good: indicator.good,
    })
}
