use super::condition::{Context, Subject, answers_all};
use super::dates::JudgementDates;
use crate::model::agreement::{Condition, Test};
use crate::model::quantity::Truth;
use crate::model::span::DateSpan;
use crate::model::target::{RequiredStep, Target, TargetKind};
use crate::text::same_words;

/// The steps of a target: those of its sheets that meet its conditions, and those in the agreement.
pub(super) fn steps(
    target: &Target,
    context: Context<'_>,
    dates: JudgementDates<'_>,
) -> Vec<RequiredStep> {
    let TargetKind::Milestone { steps: written } = &target.kind else {
        return Vec::new();
    };
    let milestones = context
        .gathered
        .milestones
        .iter()
        .filter(|step| target.counts(&step.activity));
    let mut steps: Vec<RequiredStep> = milestones
        .filter(|step| {
            let asked = target
                .only
                .iter()
                .filter(|condition| condition.field == "step");
            asked.into_iter().all(|condition| match &condition.test {
                Test::AnyOf(words) | Test::AllOf(words) => {
                    words.iter().any(|word| same_words(word, &step.step))
                }
                _ => true,
            }) && {
                let others: Vec<Condition> = target
                    .only
                    .iter()
                    .filter(|condition| condition.field != "step")
                    .cloned()
                    .collect();
                let subject = Subject {
                    fields: &step.fields,
                    date: step.due.map_or(context.agreement.term, DateSpan::day),
                    dated: step.due.is_some(),
                    count: None,
                };
                answers_all(subject, &others, context).0 != Truth::No
            }
        })
        .map(|step| RequiredStep {
            text: step.step.clone(),
            due: step.due,
            done: step.done,
        })
        .collect();
    // A step of the target that is on no sheet is not done.
    for condition in target
        .only
        .iter()
        .filter(|condition| condition.field == "step")
    {
        let (Test::AnyOf(words) | Test::AllOf(words)) = &condition.test else {
            continue;
        };
        for word in words {
            if !steps.is_empty() && !steps.iter().any(|step| same_words(&step.text, word)) {
                steps.push(RequiredStep {
                    text: word.clone(),
                    due: None,
                    done: None,
                });
            }
        }
    }
    steps.extend(written.iter().map(|step| {
        let sent = step.sent.as_ref().and_then(|period| {
            dates
                .history
                .sent
                .iter()
                .filter(|(sent, _)| sent == period)
                .map(|(_, day)| *day)
                .min()
        });
        RequiredStep {
            text: step.text.clone(),
            due: step.by,
            done: step.done.or(sent).map(|day| Some(DateSpan::day(day))),
        }
    }));
    steps
}
