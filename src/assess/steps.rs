use super::condition::{Context, Subject, answers_all};
use super::dates::JudgementDates;
use crate::model::agreement::{Condition, Test};
use crate::model::quantity::Truth;
use crate::model::span::DateSpan;
use crate::model::target::{RequiredStep, Target, TargetKind};
use crate::text::same_words;
use chrono::NaiveDate;

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
        .flat_map(|step| {
            let day = |name: &str| step.fields.get(name).and_then(|field| field.date);
            let begun = step.fields.get("begun").and_then(|field| match field.date {
                Some(days) => Some(Some(days)),
                None => field.marked.then_some(None),
            });
            let begins = Beginning {
                by: day("begin").map(|days| days.to),
                begun,
                is_asked: step.fields.get("begun").is_some() || day("begin").is_some(),
            };
            // A sheet without a column of completion asks for beginnings alone.
            let is_done_asked =
                !begins.is_asked || step.due.is_some() || step.fields.get("done").is_some();
            with_beginning(
                RequiredStep {
                    text: step.step.clone(),
                    due: step.due,
                    done: step.done,
                },
                begins,
                is_done_asked,
            )
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
    steps.extend(written.iter().flat_map(|step| {
        let sent = step.sent.as_ref().and_then(|period| {
            dates
                .history
                .sent
                .iter()
                .filter(|(sent, _)| sent == period)
                .map(|(_, day)| *day)
                .min()
        });
        let begins = Beginning {
            by: step.begin_by,
            begun: step.begun.map(|day| Some(DateSpan::day(day))),
            is_asked: step.begin_by.is_some(),
        };
        let is_done_asked =
            step.begin_by.is_none() || step.by.is_some() || step.done.or(sent).is_some();
        with_beginning(
            RequiredStep {
                text: step.text.clone(),
                due: step.by,
                done: step.done.or(sent).map(|day| Some(DateSpan::day(day))),
            },
            begins,
            is_done_asked,
        )
    }));
    steps
}

/// When a step is to be begun, and was.
struct Beginning {
    by: Option<NaiveDate>,
    begun: Option<Option<DateSpan>>,
    is_asked: bool,
}

/// A step, and before it its beginning where that is asked for; the beginning alone where only that is.
fn with_beginning(step: RequiredStep, begins: Beginning, is_done_asked: bool) -> Vec<RequiredStep> {
    if !begins.is_asked {
        return vec![step];
    }
    let begin = RequiredStep {
        text: if is_done_asked {
            format!("{}: start", step.text)
        } else {
            step.text.clone()
        },
        due: begins.by,
        // What is done was begun by then.
        done: begins.begun.or(step.done.filter(|_| is_done_asked)),
    };
    match is_done_asked {
        true => vec![begin, step],
        false => vec![begin],
    }
}
