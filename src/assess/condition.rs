//! Whether an activity meets a condition.

use chrono::{Datelike, Days, NaiveTime, Timelike, Weekday};

use super::duplicates::PossibleDuplicates;
use super::ruling::ActiveRuling;
use crate::model::activity::{Activity, Field, Gathered};
use crate::model::agreement::{Agreement, Condition, NamedPlace, Test, between};
use crate::model::fields::Fields;
use crate::model::finding::WrittenTime;
use crate::model::quantity::{Quantity, Truth};
use crate::model::span::DateSpan;
use crate::model::target::Target;
use crate::text::is_typo;
use crate::text::{is_one_of, same_words};

/// An activity, a request or a step, to be tested against a condition.
#[derive(Clone, Copy)]
pub(super) struct Subject<'a> {
    pub(super) fields: &'a Fields,
    pub(super) date: DateSpan,
    pub(super) dated: bool,
    /// The counted number, which is in no field.
    pub(super) count: Option<Quantity>,
}

impl<'a> From<&'a Activity> for Subject<'a> {
    fn from(activity: &'a Activity) -> Subject<'a> {
        Subject {
            fields: &activity.fields,
            date: activity.date,
            dated: activity.dated,
            count: Some(activity.value),
        }
    }
}

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
    let until = target
        .only
        .iter()
        .chain(&target.require)
        .find_map(|condition| match condition.test {
            Test::Between(from, until) if from > until => Some(until),
            _ => None,
        });
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
            None => missing(),
        },
        Test::InPlaces(_) if field.text.is_empty() => missing(),
        Test::InPlaces(list) => in_places(subject, field, list, context),
        // A blank place may be the right one; any other blank is no.
        Test::AnyOf(_) | Test::AllOf(_) if field.text.is_empty() && condition.field == "place" => {
            missing()
        }
        Test::AnyOf(words) if words.iter().any(|word| has_word(field, word)) => Truth::Yes.into(),
        Test::AnyOf(words) if words.iter().any(|word| perhaps_has_word(field, word)) => {
            Truth::Unknown.into()
        }
        Test::AnyOf(words) => {
            let near = words
                .iter()
                .find(|word| is_typo(&field.text, word))
                .cloned();
            let doubt = near.map(|near| Doubt::Unlisted {
                word: field.text.clone(),
                near: Some(near),
            });
            Answered {
                truth: Truth::No,
                doubt,
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
        Test::AtLeast(amount) => number(subject, condition)
            .map_or_else(no_number, |number| number.reaches(*amount).into()),
        Test::AtMost(amount) => number(subject, condition)
            .map_or_else(no_number, |number| number.stays_within(*amount).into()),
    }
}

/// The number of a condition. A length in hours may be written with a unit, and is then read in minutes.
fn number(subject: Subject<'_>, condition: &Condition) -> Option<Quantity> {
    if condition.field == "count" {
        return subject.count;
    }
    // A length in hours without a column of its own is derived from the minutes, or from start and end.
    let of_minutes = || {
        subject
            .fields
            .get("minutes")?
            .number
            .map(|minutes| minutes.part(1, 60))
    };
    let Some(field) = subject.fields.get(&condition.field) else {
        return (condition.field == "hours").then(of_minutes).flatten();
    };
    // «1:30» is read as a time of day, and means that long after midnight.
    let clock = || {
        let (from, until) = field.time?;
        (from == until).then(|| Quantity::whole(u64::from(from.num_seconds_from_midnight() / 60)))
    };
    let in_minutes = field
        .text
        .contains(|sign: char| sign.is_alphabetic() || sign == ':');
    match condition.field.as_str() {
        "minutes" => field.number.or_else(clock),
        "hours" if in_minutes => field
            .number
            .or_else(clock)
            .map(|minutes| minutes.part(1, 60)),
        _ => field.number,
    }
}

fn perhaps_has_word(field: &Field, word: &str) -> bool {
    field.perhaps.iter().any(|own| same_words(own, word))
}

fn has_word(field: &Field, word: &str) -> bool {
    same_words(&field.text, word) || field.words.iter().any(|own| same_words(own, word))
}

/// The times of day of a row: from its time, or until its `until`.
fn times(subject: Subject<'_>) -> Option<(NaiveTime, NaiveTime)> {
    let (from, to) = subject.fields.get("time")?.time?;
    let until = subject
        .fields
        .get("until")
        .and_then(|field| field.time)
        .map(|(until, _)| until);
    Some((from, until.unwrap_or(to)))
}

fn on_weekday(subject: Subject<'_>, days: &[Weekday]) -> Truth {
    if !subject.dated || subject.date.days() >= 7 {
        return Truth::Unknown;
    }
    let mut found = subject
        .date
        .each_day()
        .map(|day| days.contains(&day.from.weekday()));
    let first = found.next().unwrap_or(false);
    if found.all(|day| day == first) {
        Truth::from(first)
    } else {
        Truth::Unknown
    }
}

fn on_listed_day(subject: Subject<'_>, listed: &[DateSpan]) -> Truth {
    if subject.dated && listed.iter().any(|days| subject.date.within(*days)) {
        Truth::Yes
    } else if listed.iter().any(|days| subject.date.overlaps(*days)) {
        Truth::Unknown
    } else {
        Truth::No
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
