//! What counts for a target, what is held but not counted, and the scene that each window is judged by.

use chrono::NaiveDate;

use super::condition::{Context, Doubt, Subject, answers_all, of_its_evening};
use super::coverage::{TargetCoverage, coverage_of};
use super::part::{days, part_words, parts};
use super::ruling;
use super::window::{Window, last_day};
use crate::model::activity::{Activity, Answer, Origin, Request};
use crate::model::agreement::{Agreement, Condition, Ruling, Test};
use crate::model::assessment::{SettledRow, UncountedRow};
use crate::model::finding::tally::FindingTally;
use crate::model::finding::{Code, Finding};
use crate::model::quantity::Truth;
use crate::model::report::History;
use crate::model::span::DateSpan;
use crate::model::target::{
    Item, PartSet, RequiredStep, Target, TargetKind, WindowInput, WindowRequest,
};
use crate::text::nearest;
use crate::text::{is_one_of, same_words};

/// What the drop folder gave for one target.
pub(super) struct Evidence {
    /// What may count, up to E.
    pub(super) items: Vec<Item>,
    /// The whole of a share.
    pub(super) whole: Vec<Item>,
    /// Requests, by the rules' answers.
    pub(super) requests: Vec<WindowRequest>,
    /// Steps.
    pub(super) steps: Vec<RequiredStep>,
    /// Held, and not counted.
    pub(super) not_counted: Vec<UncountedRow>,
    /// Rows that a ruling settles.
    pub(super) settled: Vec<SettledRow>,
    /// What there is to tell.
    pub(super) findings: FindingTally,
}

/// The row that something is told of.
#[derive(Clone, Copy)]
struct RowRef<'a> {
    origin: &'a Origin,
    source: usize,
    activity: &'a str,
}

impl<'a> RowRef<'a> {
    fn of(activity: &'a Activity) -> RowRef<'a> {
        RowRef {
            origin: &activity.origin,
            source: activity.source,
            activity: &activity.activity,
        }
    }
}

/// The dates of a judgement.
#[derive(Clone, Copy)]
pub(super) struct JudgementDates<'a> {
    /// The period that the report is about.
    pub(super) period: DateSpan,
    /// E, the last day of the period.
    pub(super) end: NaiveDate,
    /// The day the report is made for.
    pub(super) as_of: NaiveDate,
    /// What is known of the past.
    pub(super) history: &'a History,
    /// Whether the rows behind a verdict are kept.
    pub(super) keeps_rows: bool,
}

/// Collects what one target is judged by, in the days it is in force.
pub(super) fn collect(
    target: &Target,
    in_force: DateSpan,
    context: Context<'_>,
    dates: JudgementDates<'_>,
) -> Evidence {
    let mut evidence = Evidence {
        items: Vec::new(),
        whole: Vec::new(),
        requests: Vec::new(),
        steps: steps(target, context, dates),
        not_counted: Vec::new(),
        settled: Vec::new(),
        findings: FindingTally::default(),
    };
    if let TargetKind::Request { .. } = target.kind {
        evidence.take_requests(target, in_force, context, dates);
        return evidence;
    }
    for activity in &context.gathered.activities {
        // A night past midnight may belong to the last evening of the period.
        let subject = of_its_evening(Subject::from(activity), target);
        if subject.date.from > dates.end {
            continue;
        }
        if target.counts(&activity.activity) {
            evidence.take((activity, subject), target, in_force, context);
        }
        if target.has_in_whole(&activity.activity) {
            evidence.whole.push(Item {
                date: subject.date,
                dated: activity.dated,
                value: activity.value,
                words: Vec::new(),
                origin: activity.origin.clone(),
            });
        }
    }
    context.duplicates.widen(&mut evidence.items);
    context.duplicates.widen(&mut evidence.whole);
    evidence
}

impl Evidence {
    /// Takes one activity of the right sort: counts it, perhaps, or says why not.
    fn take(
        &mut self,
        (activity, subject): (&Activity, Subject<'_>),
        target: &Target,
        in_force: DateSpan,
        context: Context<'_>,
    ) {
        let (is_meant, mut doubts) = answers_all(subject, &target.only, context);
        let told = subject.date.overlaps(in_force);
        if is_meant == Truth::No {
            self.tell_doubts(&doubts, RowRef::of(activity), target, context, told);
            return;
        }
        let (by_rules, rule_doubts) = answers_all(subject, &target.require, context);
        doubts.extend(rule_doubts);
        self.tell_doubts(&doubts, RowRef::of(activity), target, context, told);
        let ruling = ruling::about(context.rulings, &activity.origin);
        if told {
            self.settle(ruling, subject.date);
        }
        let counts = match ruling {
            Some(ruling) => Truth::from(ruling.counts).and(is_meant),
            None => by_rules.and(is_meant),
        };
        if counts == Truth::No {
            let reason = if ruling.is_some() {
                Code::RuledOut
            } else {
                Code::RequirementNotMet
            };
            if told {
                let row = RowRef::of(activity);
                self.leave_out(row, activity.date, reason);
                if reason == Code::RequirementNotMet {
                    self.findings
                        .push(not_met(row, activity.date, subject, target, context));
                }
            }
            return;
        }
        let words = part_words(target, activity, context);
        self.tell_part(&words, activity, target, context, told);
        self.items.push(Item {
            date: subject.date,
            dated: activity.dated,
            value: if counts == Truth::Yes {
                activity.value
            } else {
                activity.value.perhaps()
            },
            words,
            origin: activity.origin.clone(),
        });
    }

    /// Notes the ruling about a row, once for each target.
    fn settle(&mut self, ruling: Option<&Ruling>, date: DateSpan) {
        let new =
            ruling.filter(|ruling| !self.settled.iter().any(|known| known.ruling == **ruling));
        self.settled.extend(new.map(|ruling| SettledRow {
            date,
            ruling: ruling.clone(),
        }));
    }

    fn leave_out(&mut self, row: RowRef<'_>, date: DateSpan, reason: Code) {
        self.not_counted.push(UncountedRow {
            origin: row.origin.clone(),
            date,
            reason,
        });
    }

    fn tell_doubts(
        &mut self,
        doubts: &[Doubt],
        row: RowRef<'_>,
        target: &Target,
        context: Context<'_>,
        told: bool,
    ) {
        if !told || !target.kind.is_scored() {
            return;
        }
        self.findings.extend(doubts.iter().map(|doubt| {
            match doubt {
                Doubt::Missing(field) => {
                    // The hours of a condition stand in the column of the time.
                    let field = if field == "hours" { "time" } else { field };
                    let headings = context.agreement.headings(row.source, row.activity, field);
                    Finding::new(Code::MissingValue, row.origin)
                        .with("field", headings.join("», «"))
                }
                Doubt::UnknownPlace(place) => {
                    Finding::new(Code::UnknownPlace, row.origin).with("place", place)
                }
                Doubt::Unlisted { word, near } => Finding::new(Code::UnlistedWord, row.origin)
                    .with("word", word)
                    .with("nearest", near.as_deref().unwrap_or("none")),
                Doubt::NoNumber(text) => {
                    Finding::new(Code::UnreadableNumber, row.origin).with("text", text)
                }
                Doubt::PartlyInside(text) => {
                    Finding::new(Code::PartlyInside, row.origin).with("text", text.clone())
                }
            }
        }));
    }

    /// Tells of a place that is blank, or on no list, where every place of a list is asked for; and of a word that is
    /// none of those asked for, once each.
    fn tell_part(
        &mut self,
        words: &[String],
        activity: &Activity,
        target: &Target,
        context: Context<'_>,
        told: bool,
    ) {
        let TargetKind::EachPart { among, field, .. } = &target.kind else {
            return;
        };
        let text = || {
            activity
                .fields
                .get(field)
                .map(|field| field.text.clone())
                .unwrap_or_default()
        };
        let doubt = match among {
            PartSet::Places(_) if words.is_empty() => Doubt::Missing(field.clone()),
            PartSet::Places(list) => {
                // What a register leaves out by `where` is known, only not asked for here.
                let known = context
                    .agreement
                    .registers(list)
                    .any(|register| !register.only_rows.is_empty());
                if known
                    || context
                        .places(list)
                        .any(|place| words.iter().any(|word| is_one_of(word, place.names())))
                {
                    return;
                }
                Doubt::UnknownPlace(text())
            }
            PartSet::Words(asked) => {
                let is_asked = |word: &String| {
                    asked
                        .iter()
                        .any(|asked| is_called(context.agreement, asked, word))
                };
                if words.is_empty() || words.iter().any(is_asked) {
                    return;
                }
                let text = text();
                let told_before = |finding: &Finding| {
                    finding.code == Code::UnlistedWord
                        && finding.args.get("word") == Some(&text.as_str().into())
                };
                if self.findings.kept().iter().any(told_before) {
                    return;
                }
                Doubt::Unlisted {
                    near: nearest(&text, asked.iter().map(String::as_str)).map(str::to_owned),
                    word: text,
                }
            }
        };
        self.tell_doubts(&[doubt], RowRef::of(activity), target, context, told);
    }

    fn take_requests(
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
        let passed = window.span.intersection(DateSpan::new(
            agreement.term.from.min(window.span.from),
            end,
        ));
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
            // What is written in the agreement itself is always told.
            TargetCoverage {
                covered: true,
                missing: Vec::new(),
                damaged: false,
            }
        } else {
            coverage_of(agreement, context.gathered, &of, passed)
        };
        let in_window = |asked: &&WindowRequest| asked.date.overlaps(window.span);
        let of_window = |asked: &WindowRequest| WindowRequest {
            certain: asked.certain && asked.date.within(window.span),
            ..asked.clone()
        };
        WindowInput {
            window: window.span,
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
            distinct: target.distinct.is_some(),
        }
    }
}

/// Whether a row's word is the one asked for: a word, or a partner by its id or its name.
fn is_called(agreement: &Agreement, asked: &str, word: &str) -> bool {
    same_words(asked, word)
        || agreement
            .partner(asked)
            .is_some_and(|partner| same_words(&partner.name, word))
}

/// What is told of something held, or answered, that does not keep the rules: the headings of those it does not keep.
fn not_met(
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
    Finding::new(Code::RequirementNotMet, row.origin)
        .with("headings", asked.join(", "))
        .with("date", date)
}

/// When a request was answered, as far as as-of tells.
fn answered(request: &Request, as_of: NaiveDate) -> Option<DateSpan> {
    match request.answer {
        Answer::On(days) => Some(days).filter(|days| days.from <= as_of),
        Answer::SameDay => Some(request.date),
        Answer::Not => None,
    }
}

/// The steps of a target: those of its sheets that it is about, and those written in the agreement.
fn steps(target: &Target, context: Context<'_>, dates: JudgementDates<'_>) -> Vec<RequiredStep> {
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
    // A step that the target names and no sheet has is a step not done.
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
