//! Whether an activity meets a condition.

use chrono::Days;

use super::duplicates::PossibleDuplicates;
use super::ruling::ActiveRuling;
pub(super) use super::subject::{Subject, minutes};
use super::subject::{has_word, number, on_listed_day, on_weekday, perhaps_has_word, times};
use crate::model::activity::{Field, Gathered};
use crate::model::agreement::{Agreement, Condition, NamedPlace, Test, between};
use crate::model::fields::Fields;
use crate::model::finding::WrittenTime;
use crate::model::quantity::Truth;
use crate::model::span::DateSpan;
use crate::model::target::Target;
use crate::text::is_near;
use crate::text::is_one_of;

/// Why a condition is not certainly met.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Doubt {
    /// The field is blank, or too vague.
    Missing(String),
    /// A place that is on no list.
    UnknownPlace(String),
    /// A word that is not among the condition's.
    Unlisted {
        /// As the row has it.
        word: String,
        /// The most similar word of the condition.
        near: Option<String>,
    },
    /// The condition needs a number, and the field is none.
    NoNumber(String),
    /// The condition needs a time, and the field is none.
    NoTime(String),
    /// A word that is almost the one asked for.
    Near {
        /// As the row has it.
        word: String,
        /// The one that may be meant.
        near: String,
    },
    /// A time that lies only partly within the condition.
    PartlyInside(WrittenTime),
}

/// The result of a condition, and its doubts.
pub(super) struct Answered {
    pub(super) truth: Truth,
    pub(super) doubt: Option<Doubt>,
}

impl From<Truth> for Answered {
    fn from(truth: Truth) -> Answered {
        Answered { truth, doubt: None }
    }
}

/// What conditions refer to.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) agreement: &'a Agreement,
    pub(super) gathered: &'a Gathered,
    pub(super) rulings: &'a [ActiveRuling<'a>],
    /// Rows that may be about the same occasion as another partner's.
    pub(super) duplicates: &'a PossibleDuplicates<'a>,
}

impl<'a> Context<'a> {
    /// The places of a list, those of the agreement and those read from a register.
    pub(super) fn places(self, list: &str) -> impl Iterator<Item = &'a NamedPlace> {
        let written = self
            .agreement
            .places
            .get(list)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let read = self
            .gathered
            .places
            .get(list)
            .map(Vec::as_slice)
            .unwrap_or_default();
        written.iter().chain(read)
    }

    /// Whether a list of places has one of that name.
    fn is_known_place(self, word: &str) -> bool {
        let lists = self
            .agreement
            .places
            .keys()
            .chain(self.gathered.places.keys());
        lists.into_iter().any(|list| {
            self.places(list)
                .any(|place| is_one_of(word, place.names()))
        })
    }

    /// The spans of a calendar list.
    pub(super) fn days(self, list: &str) -> Vec<DateSpan> {
        let entries = self
            .agreement
            .calendar
            .get(list)
            .map(Vec::as_slice)
            .unwrap_or_default();
        entries.iter().map(|entry| entry.span).collect()
    }
}

/// The subject as a target sees it: where the target's hours pass midnight, small hours belong to the evening before.
pub(super) fn of_its_evening<'a>(subject: Subject<'a>, target: &Target) -> Subject<'a> {
    let nights = target.asked().filter_map(|condition| match condition.test {
        Test::Between(from, until) if from > until => Some(until),
        _ => None,
    });
    let until = nights.max();
    let time = subject.fields.get("time").and_then(|field| field.time);
    let date = match (until, time) {
        (Some(until), Some((at, _))) if at <= until && subject.date.is_exact() => subject
            .date
            .from
            .checked_sub_days(Days::new(1))
            .map_or(subject.date, DateSpan::day),
        _ => subject.date,
    };
    Subject { date, ..subject }
}

/// Whether the subject meets all conditions, with every doubt about it.
pub(super) fn answers_all(
    subject: Subject<'_>,
    conditions: &[Condition],
    context: Context<'_>,
) -> (Truth, Vec<Doubt>) {
    let answers = conditions
        .iter()
        .map(|condition| answer(subject, condition, context));
    let mut doubts = Vec::new();
    let truth = answers.fold(Truth::Yes, |all, answered| {
        doubts.extend(answered.doubt);
        all.and(answered.truth)
    });
    (truth, doubts)
}

fn answer(subject: Subject<'_>, condition: &Condition, context: Context<'_>) -> Answered {
    let blank = Field::default();
    let field = subject.fields.get(&condition.field).unwrap_or(&blank);
    let doubtful = |doubt: Doubt| Answered {
        truth: Truth::Unknown,
        doubt: Some(doubt),
    };
    let missing = || doubtful(Doubt::Missing(condition.field.clone()));
    let no_number = || match field.text.as_str() {
        "" => missing(),
        text => doubtful(Doubt::NoNumber(text.to_owned())),
    };
    let time_text = || {
        subject
            .fields
            .get("time")
            .map(|field| field.text.clone())
            .unwrap_or_default()
    };
    // An unreadable day has a finding already.
    let if_known = |truth: Truth| match truth {
        Truth::Unknown if subject.dated => {
            doubtful(Doubt::PartlyInside(WrittenTime::Days(subject.date)))
        }
        truth => truth.into(),
    };
    match &condition.test {
        Test::Marked(_) if field.unsure => Truth::Unknown.into(),
        Test::Marked(wanted) => Truth::from(field.marked == *wanted).into(),
        Test::OnWeekday(days) => if_known(on_weekday(subject, days)),
        Test::InCalendar(list) => if_known(on_listed_day(subject, &context.days(list))),
        Test::Between(from, until) => match times(subject) {
            Some(times) => match between(times, (*from, *until)) {
                Truth::Unknown => doubtful(Doubt::PartlyInside(WrittenTime::Words(time_text()))),
                truth => truth.into(),
            },
            None => match time_text() {
                text if text.is_empty() => missing(),
                text => doubtful(Doubt::NoTime(text)),
            },
        },
        Test::InPlaces(_) if field.text.is_empty() => missing(),
        Test::InPlaces(list) => in_places(subject, field, list, context),
        // A blank place may be the right one, and what is not known to be blank may be; any other blank is no.
        Test::AnyOf(_) | Test::AllOf(_)
            if field.text.is_empty() && (field.unsure || condition.field == "place") =>
        {
            missing()
        }
        Test::AnyOf(words) if words.iter().any(|word| has_word(field, word)) => Truth::Yes.into(),
        Test::AnyOf(words) if words.iter().any(|word| perhaps_has_word(field, word)) => {
            Truth::Unknown.into()
        }
        Test::AnyOf(words) => {
            let near = words
                .iter()
                .find(|word| is_near(&field.text, word))
                .filter(|_| !context.is_known_place(&field.text))
                .cloned();
            match near {
                Some(near) => doubtful(Doubt::Near {
                    word: field.text.clone(),
                    near,
                }),
                None => Truth::No.into(),
            }
        }
        Test::AllOf(words) => words
            .iter()
            .map(|word| match has_word(field, word) {
                false if perhaps_has_word(field, word) => Truth::Unknown,
                known => known.into(),
            })
            .fold(Truth::Yes, Truth::and)
            .into(),
        Test::NamedBy(_) if field.text.is_empty() => missing(),
        Test::NamedBy(activity) => {
            named_by(activity, subject, &condition.field, field, context).into()
        }
        Test::Any(tables) => {
            let (mut any, mut doubts) = (Truth::No, Vec::new());
            for table in tables {
                let (truth, more) = answers_all(subject, table, context);
                any = any.or(truth);
                // A place that this table's list does not have may be what another table asks for.
                let is_alone = tables.len() == 1;
                doubts.extend(
                    more.into_iter()
                        .filter(|doubt| is_alone || !matches!(doubt, Doubt::UnknownPlace(_))),
                );
            }
            Answered {
                truth: any,
                doubt: doubts.into_iter().next().filter(|_| any != Truth::Yes),
            }
        }
        Test::Not(table) => {
            let (truth, doubts) = answers_all(subject, table, context);
            Answered {
                truth: !truth,
                doubt: doubts
                    .into_iter()
                    .next()
                    .filter(|_| truth == Truth::Unknown),
            }
        }
        Test::AtLeast(amount) => number(subject, condition)
            .map_or_else(no_number, |number| number.reaches(*amount).into()),
        Test::AtMost(amount) => number(subject, condition)
            .map_or_else(no_number, |number| number.stays_within(*amount).into()),
    }
}

/// Whether a row of this activity, that day or earlier, says the same in the field.
fn named_by(
    activity: &str,
    subject: Subject<'_>,
    name: &str,
    field: &Field,
    context: Context<'_>,
) -> Truth {
    let gathered = context.gathered;
    let activities = gathered
        .activities
        .iter()
        .filter(|row| row.activity == activity)
        .map(|row| (&row.fields, row.date, row.dated));
    let requests = gathered
        .requests
        .iter()
        .filter(|row| row.activity == activity)
        .map(|row| (&row.fields, row.date, row.dated));
    let names = |fields: &Fields| {
        fields.get(name).is_some_and(|own| {
            std::iter::once(&own.text)
                .chain(&own.words)
                .any(|word| has_word(field, word))
        })
    };
    let found = activities
        .chain(requests)
        .filter(|(fields, ..)| names(fields))
        .map(|(_, date, dated)| match () {
            () if dated && date.to <= subject.date.from => Truth::Yes,
            () if date.from <= subject.date.to => Truth::Unknown,
            () => Truth::No,
        })
        .fold(Truth::No, Truth::or);
    // What is not read may name it.
    let is_whole = context
        .agreement
        .sources_of(activity)
        .into_iter()
        .all(|source| {
            let coverage = gathered.coverage.get(source);
            coverage.is_some_and(|coverage| coverage.present && !coverage.damaged)
        });
    match found {
        Truth::No if !is_whole => Truth::Unknown,
        found => found,
    }
}

/// Whether a place is on the list on that day. A place that is on no list is no, with a doubt.
fn in_places(subject: Subject<'_>, field: &Field, list: &str, context: Context<'_>) -> Answered {
    let called = |place: &NamedPlace| {
        is_one_of(&field.text, place.names())
            || field
                .words
                .iter()
                .any(|word| is_one_of(word, place.names()))
    };
    let named: Vec<&NamedPlace> = context.places(list).filter(|place| called(place)).collect();
    let in_use = named.iter().map(|place| match place.in_use(subject.date) {
        Some(days) if days == subject.date && subject.dated => Truth::Yes,
        Some(_) => Truth::Unknown,
        None => Truth::No,
    });
    if named.is_empty() {
        let known = context
            .agreement
            .places
            .keys()
            .chain(context.gathered.places.keys());
        let elsewhere = known
            .into_iter()
            .any(|other| context.places(other).any(called));
        let doubt = (!elsewhere).then(|| Doubt::UnknownPlace(field.text.clone()));
        return Answered {
            truth: Truth::No,
            doubt,
        };
    }
    in_use.fold(Truth::No, Truth::or).into()
}

/// The words of a condition that a subject has not, where it asks for words.
pub(super) fn missing_words<'a>(subject: Subject<'_>, condition: &'a Condition) -> Vec<&'a str> {
    let blank = Field::default();
    let field = subject.fields.get(&condition.field).unwrap_or(&blank);
    match &condition.test {
        Test::AnyOf(words) | Test::AllOf(words) => words
            .iter()
            .filter(|word| !has_word(field, word))
            .map(String::as_str)
            .collect(),
        _ => Vec::new(),
    }
}
