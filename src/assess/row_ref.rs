use super::condition::{Context, Subject, answers_all};
use crate::model::activity::{Activity, Origin};
use crate::model::finding::{Finding, FindingKind};
use crate::model::quantity::Truth;
use crate::model::span::DateSpan;
use crate::model::target::Target;

/// A row that findings are about.
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

/// The finding about an activity or an answer that does not meet the rules, with the headings of those rules.
pub(super) fn not_met(
    row: RowRef<'_>,
    date: DateSpan,
    subject: Subject<'_>,
    target: &Target,
    context: Context<'_>,
) -> Finding {
    let failed = target.require.iter().filter(|condition| {
        answers_all(subject, std::slice::from_ref(condition), context).0 == Truth::No
    });
    let asked = failed.flat_map(|condition| {
        context
            .agreement
            .headings_asked(row.source, row.activity, condition)
    });
    let asked: Vec<String> = asked.map(|heading| format!("«{heading}»")).collect();
    let kind = FindingKind::RequirementNotMet {
        headings: asked.join(", "),
        date,
    };
    Finding::new(kind, row.origin)
}
