//! A row that findings are about.

use super::condition::{Context, Subject, answers_all, missing_words};
use crate::model::activity::{Activity, Origin};
use crate::model::agreement::{Condition, Test};
use crate::model::finding::{Finding, FindingKind};
use crate::model::quantity::Truth;
use crate::model::span::DateSpan;
use crate::model::target::Target;
use crate::text::same_words;

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
    let mut asked: Vec<(String, Vec<&str>)> = Vec::new();
    for condition in failed {
        let words = missing_words(subject, condition);
        if words.is_empty() {
            let headings = context
                .agreement
                .headings_asked(row.source, row.activity, condition);
            asked.extend(headings.into_iter().map(|heading| (heading, Vec::new())));
        }
        for word in words {
            let alone = Condition {
                test: Test::AllOf(vec![word.to_owned()]),
                ..condition.clone()
            };
            let headings = context
                .agreement
                .headings_asked(row.source, row.activity, &alone);
            let name = context.agreement.partner_name(word);
            for heading in headings {
                match asked.iter_mut().find(|(known, _)| *known == heading) {
                    Some((_, names)) => names.push(name),
                    None => asked.push((heading, vec![name])),
                }
            }
        }
    }
    // A column of marks is called after whom it is about.
    let written = |(heading, mut names): (String, Vec<&str>)| {
        names.retain(|name| !same_words(name, &heading));
        match names.as_slice() {
            [] => format!("«{heading}»"),
            names => format!("«{heading}» ({})", names.join(", ")),
        }
    };
    let asked: Vec<String> = asked.into_iter().map(written).collect();
    let kind = FindingKind::RequirementNotMet {
        headings: asked.join(", "),
        date,
    };
    Finding::new(kind, row.origin)
}
