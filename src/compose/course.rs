//! The course of verdicts and figures, month by month.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::agreement::Agreement;
use crate::model::assessment::{Assessment, Status, TargetAssessment};
use crate::model::report::{Course, CourseMonth, Figure, MonthEnd};
use crate::model::span::DateSpan;

/// The course of every pledge: the earlier months but for the verdicts that are withheld, and the period's last month with the
/// report's own verdicts.
pub(super) fn course(
    agreement: &Agreement,
    now: &[Assessment],
    before: &[MonthEnd],
    end: NaiveDate,
    withheld: &BTreeSet<(String, DateSpan)>,
) -> Vec<Course> {
    let Some(passed) = agreement.term.intersection(DateSpan::new(
        agreement.term.from,
        end.max(agreement.term.from),
    )) else {
        return Vec::new();
    };
    let last = passed.each_month().last();
    let of = |assessment: &Assessment| {
        let then = before.iter().filter_map(|then| {
            let found = then
                .assessments
                .iter()
                .find(|found| found.pledge == assessment.pledge)?;
            let mut moment = moment(then.month, found);
            if withheld.contains(&(found.pledge.clone(), then.month)) {
                moment.status = Status::Withheld;
            }
            Some(moment)
        });
        let moments = then
            .chain(last.map(|month| moment(month, assessment)))
            .collect();
        Course {
            pledge: assessment.pledge.clone(),
            moments,
        }
    };
    now.iter().map(of).collect()
}

fn moment(month: DateSpan, assessment: &Assessment) -> CourseMonth {
    let figures = assessment
        .targets
        .iter()
        .filter_map(|target| figure(target, month))
        .collect();
    CourseMonth {
        month,
        status: assessment.status,
        figures,
    }
}

/// The figure of the window that holds a month's last day, or ends in the month. None about persons: small steps from month to month would reveal
/// withheld figures.
fn figure(target: &TargetAssessment, month: DateSpan) -> Option<Figure> {
    let windows = || target.windows.iter();
    let holds = windows().find(|window| window.span.contains(month.to));
    let window = holds.or_else(|| windows().rfind(|window| month.contains(window.span.to)))?;
    if target.persons || window.withheld {
        return None;
    }
    Some(Figure {
        target: target.id.clone(),
        window: window.span,
        outcome: window.outcome?,
        out_of: window.out_of,
        required: window.required?,
        pace: window.pace,
    })
}
