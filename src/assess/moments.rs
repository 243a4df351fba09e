//! Verdicts at other moments than the report's own.

use chrono::NaiveDate;

use super::verdicts;
use crate::model::activity::Gathered;
use crate::model::agreement::Agreement;
use crate::model::report::{History, MonthEnd};
use crate::model::span::{DateSpan, Period};
use crate::model::target::{Target, TargetKind};

/// What is known of the past once the report has been sent; none if its own sending is no step of a target.
pub(crate) fn as_if_sent(
    agreement: &Agreement,
    period: &Period,
    as_of: NaiveDate,
    history: &History,
) -> Option<History> {
    let name = period.to_string();
    let is_step = |target: &Target| match &target.kind {
        TargetKind::Milestone { steps, .. } => {
            steps.iter().any(|step| step.sent.as_ref() == Some(&name))
        }
        _ => false,
    };
    let mut targets = agreement.targets();
    targets.any(is_step).then(|| {
        let mut then = history.clone();
        then.sent.push((name.clone(), as_of));
        then
    })
}

/// The verdicts at the end of each month of the term before the period's last, by what is known now of each.
pub(crate) fn month_ends(
    agreement: &Agreement,
    gathered: &Gathered,
    period: &Period,
    history: &History,
) -> Vec<MonthEnd> {
    let passed = agreement
        .term
        .each_month()
        .take_while(|month| month.to < period.end());
    let at_end = |month: DateSpan| {
        let (year, number) = month.as_month()?;
        let then = Period::month(year, number)?;
        Some(MonthEnd {
            month,
            assessments: verdicts(agreement, gathered, &then, month.to, history),
        })
    };
    passed.filter_map(at_end).collect()
}
