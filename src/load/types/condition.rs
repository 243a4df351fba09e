//! The one grammar of `only`, `require` and `where`: a field, and what must hold of it.

use super::composite::{At, OneOrMore};
use super::text::{ActivityName, CalendarList};
use crate::load::declare::{Input, Named, Takes, keys, named_keys};
use crate::load::shape::{NameKind, Shape};
use crate::load::tree::Value;
use crate::load::value;
use crate::model::agreement::{Condition, Test};
use crate::model::finding::{ExpectedForm, ExpectedType};
use crate::model::quantity::Amount;

keys! {
    /// What must hold of a field, where that is more than `true`, a word or a list of words
    TestKeys "only, require, where" {
        /// all of these words
        all: OneOrMore<String>,
        /// a number of at least this
        at_least: Amount,
        /// a number of at most this
        at_most: Amount,
        /// what a row of this activity says in the same field, that day or earlier
        named_by: ActivityName,
    }
}

named_keys! {
    /// Conditions inside `any` and `not`; all of one table must hold
    InnerConditions "any, not", each Vec<Test> {
        /// as outside
        date: DateTest,
        /// as outside
        weekday: Weekdays,
        /// as outside
        hours: HoursOrTests,
        /// as outside
        time: HoursOrTests,
        /// as outside
        partners: PartnerTests,
        _: Tests,
    }
}

/// The conditions of one table.
fn conditions(named: Vec<Named<Option<Vec<Test>>>>) -> Vec<Condition> {
    let all = named.into_iter().flat_map(|named| {
        let tests = named.value.unwrap_or_default();
        tests.into_iter().map(move |test| Condition {
            field: named.name.clone(),
            test,
        })
    });
    all.collect()
}

fn any_of(tables: Vec<Vec<Named<Option<Vec<Test>>>>>, input: Input<'_>) -> Option<Vec<Test>> {
    let tables: Vec<_> = tables.into_iter().map(conditions).collect();
    if tables.is_empty() {
        return input.invalid("", ExpectedForm::Words);
    }
    Some(vec![Test::Any(tables)])
}

/// Several tables of conditions, of which one must hold.
pub(in crate::load) enum AnyTests {}

impl Takes for AnyTests {
    type Value = Vec<Test>;
    const SHAPE: Shape = Shape::List(&InnerConditions::SHAPE);

    fn read(input: Input<'_>) -> Option<Vec<Test>> {
        any_of(Vec::<InnerConditions>::read(input)?, input)
    }
}

/// A table of conditions that must not hold all at once.
pub(in crate::load) enum NotTests {}

impl Takes for NotTests {
    type Value = Vec<Test>;
    const SHAPE: Shape = InnerConditions::SHAPE;

    fn read(input: Input<'_>) -> Option<Vec<Test>> {
        InnerConditions::read(input).map(|named| vec![Test::Not(conditions(named))])
    }
}

named_keys! {
    /// Conditions on the fields of a row; all must hold. Any other field that a sheet maps can be asked of as well
    Conditions "only, require", each Vec<Test> {
        /// the day: `"calendar.…"`, on one of the listed days
        date: DateTest,
        /// the day of the week: `["fri", "sat"]`; in Swedish too
        weekday: Weekdays,
        /// a text: between these times of day, past midnight if the second is earlier; a table: the length in hours
        hours: HoursOrTests,
        /// between these times of day, as `hours`; or what the column of the time must say
        time: HoursOrTests,
        /// the place: `"places.…"`, one of the list, in use that day; or words
        place: Tests,
        /// who took part: `true`, anybody; a list of ids, any of them; `{ all = […] }`, all of them
        partners: PartnerTests,
        /// the length: `{ at_least = 20 }`
        minutes: Tests,
        /// one of several tables of conditions holds: `[{ place = "Torget" }, { complaint = true }]`
        any: AnyTests,
        /// a table of conditions that does not hold: `{ place = "places.gamla" }`
        not: NotTests,
        _: Tests,
    }
}

named_keys! {
    /// Which rows of a sheet are taken; all must hold. Any other key is a heading
    RowConditions "where", each Vec<Test> {
        /// one of several tables of conditions holds: `[{ "Typ" = "Besök" }, { "Extra" = true }]`
        any: AnyRowTests,
        /// a table of conditions that does not hold: `{ "Läge" = "Inställt" }`
        not: NotRowTests,
        _: Tests,
    }
}

named_keys! {
    /// Conditions inside `any` and `not` of `where`, each by its heading; all of one table must hold
    InnerRowConditions "any, not (where)", each Vec<Test> {
        _: Tests,
    }
}

/// Several tables of conditions on a row, of which one must hold.
pub(in crate::load) enum AnyRowTests {}

impl Takes for AnyRowTests {
    type Value = Vec<Test>;
    const SHAPE: Shape = Shape::List(&InnerRowConditions::SHAPE);

    fn read(input: Input<'_>) -> Option<Vec<Test>> {
        any_of(Vec::<InnerRowConditions>::read(input)?, input)
    }
}

/// A table of conditions on a row that must not hold all at once.
pub(in crate::load) enum NotRowTests {}

impl Takes for NotRowTests {
    type Value = Vec<Test>;
    const SHAPE: Shape = InnerRowConditions::SHAPE;

    fn read(input: Input<'_>) -> Option<Vec<Test>> {
        InnerRowConditions::read(input).map(|named| vec![Test::Not(conditions(named))])
    }
}

const WORDS: Shape = Shape::List(&Shape::Form("word", r"\S"));

/// What must hold of a field; several tests where a number has two bounds.
pub(in crate::load) enum Tests {}

impl Takes for Tests {
    type Value = Vec<Test>;
    const SHAPE: Shape = Shape::Either(&[
        Shape::Truth,
        Shape::Form("word, «places.…» or «calendar.…»", r"\S"),
        WORDS,
        TestKeys::SHAPE,
    ]);

    fn read(input: Input<'_>) -> Option<Vec<Test>> {
        match input.value() {
            Value::Truth(truth) => Some(vec![Test::Marked(*truth)]),
            Value::Text(text) => Some(vec![of_text(text, input)]),
            Value::List(_) => {
                let words = Vec::<String>::read(input)?;
                if words.is_empty() {
                    return input.invalid("", ExpectedForm::Words);
                }
                Some(vec![Test::AnyOf(words)])
            }
            Value::Table(_) => {
                let keys: TestKeys = input.table()?;
                let all = keys.all.value.map(Test::AllOf);
                let least = keys.at_least.value.map(Test::AtLeast);
                let most = keys.at_most.value.map(Test::AtMost);
                let named = keys.named_by.value.map(Test::NamedBy);
                let tests = all.into_iter().chain(least).chain(most).chain(named);
                Some(tests.collect())
            }
            _ => input.wrong(ExpectedType::Condition),
        }
    }
}

fn of_text(text: &str, input: Input<'_>) -> Test {
    if let Some(list) = value::place_list(text) {
        input.faults.refer(NameKind::Places, list, input.at());
        Test::InPlaces(list.to_owned())
    } else if let Some(list) = value::calendar_list(text) {
        input.faults.refer(NameKind::Calendar, &list, input.at());
        Test::InCalendar(list)
    } else {
        Test::AnyOf(vec![text.to_owned()])
    }
}

/// Partners that took part.
pub(in crate::load) enum PartnerTests {}

impl Takes for PartnerTests {
    type Value = Vec<Test>;
    const SHAPE: Shape = Tests::SHAPE;

    fn read(input: Input<'_>) -> Option<Vec<Test>> {
        let tests = Tests::read(input)?;
        for test in &tests {
            if let Test::AnyOf(words) | Test::AllOf(words) = test {
                let partners = words.iter();
                partners.for_each(|word| input.faults.refer(NameKind::Partner, word, input.at()));
            }
        }
        Some(tests)
    }
}

/// A list of days. A day is never asked for by its words: «15/4» and «2026-04-15» are the same.
pub(in crate::load) enum DateTest {}

impl Takes for DateTest {
    type Value = Vec<Test>;
    const SHAPE: Shape = CalendarList::SHAPE;

    fn read(input: Input<'_>) -> Option<Vec<Test>> {
        let Value::Text(_) = input.value() else {
            return input.invalid("", ExpectedForm::Calendar);
        };
        CalendarList::read(input).map(|list| vec![Test::InCalendar(list)])
    }
}

/// Days of the week.
pub(in crate::load) enum Weekdays {}

impl Takes for Weekdays {
    type Value = Vec<Test>;
    const SHAPE: Shape = OneOrMore::<Weekday>::SHAPE;

    fn read(input: Input<'_>) -> Option<Vec<Test>> {
        OneOrMore::<Weekday>::read(input).map(|days| vec![Test::OnWeekday(days)])
    }
}

enum Weekday {}

impl Takes for Weekday {
    type Value = chrono::Weekday;
    const SHAPE: Shape = Shape::Form("weekday: mon, tue, wed, thu, fri, sat, sun", r"\S");

    fn read(input: Input<'_>) -> Option<chrono::Weekday> {
        let text = input.text()?;
        let day = value::weekday(text);
        if day.is_none() {
            let known = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
            let (at, key) = (input.at(), input.key);
            input
                .faults
                .invalid_word(at, key, text, ExpectedForm::Weekday, known);
        }
        day
    }
}

/// Times of day as a text, or what else can be asked.
pub(in crate::load) enum HoursOrTests {}

impl Takes for HoursOrTests {
    type Value = Vec<Test>;
    const SHAPE: Shape = Shape::Either(&[
        Shape::Form("times of day: «21.00–03.00»", r"^.*\d.*[-–—].*\d.*$"),
        Shape::Truth,
        WORDS,
        TestKeys::SHAPE,
    ]);

    fn read(input: Input<'_>) -> Option<Vec<Test>> {
        let Value::Text(_) = input.value() else {
            return Tests::read(input);
        };
        let (from, until) = input.parsed(value::hours, ExpectedForm::Hours)?;
        Some(vec![Test::Between(from, until)])
    }
}

/// Activities, each with its place.
pub(in crate::load) type Activities = OneOrMore<At<ActivityName>>;
