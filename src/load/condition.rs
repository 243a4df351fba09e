//! The one grammar of `only`, `require` and `where`: a field, and what must hold of it.

use super::checked::{amount, list_name};
use super::faults::Faults;
use super::keys;
use super::list::Known;
use super::table::{Table, Word, wrong};
use super::tree::{Entry, Node, Spot, Value};
use super::value;
use crate::model::agreement::{Condition, Test};
use crate::model::finding::Code;

/// The conditions that a key of a target holds.
pub(super) fn conditions(
    table: &Table<'_>,
    key: &str,
    of: &[Word<'_>],
    known: &Known,
) -> Vec<Condition> {
    let mut conditions = Vec::new();
    for entry in table.named(key) {
        let tests = of_field(entry, known, table.faults);
        let hours = tests.iter().any(|test| matches!(test, Test::Between(..)));
        field_is_mapped(
            if hours { "time" } else { &entry.key },
            (&entry.key, entry.spot),
            of,
            known,
            table.faults,
        );
        conditions.extend(tests.into_iter().map(|test| Condition {
            field: entry.key.clone(),
            test,
        }));
    }
    conditions
}

/// What is asked of a field of an activity: some fields have a type of their own.
fn of_field(entry: &Entry, known: &Known, faults: &Faults) -> Vec<Test> {
    let node = &entry.node;
    match (entry.key.as_str(), &node.value) {
        ("weekday", _) => weekdays(node, faults),
        ("date", Value::Text(text)) if matches!(list_name(text), Some(("calendar", _))) => {
            tests(&entry.key, node, known, faults)
        }
        // A day is asked for by a list of days, never by its words: «15/4» and «2026-04-15» are the same.
        ("date", value) => {
            let written = if let Value::Text(text) = value {
                text
            } else {
                "none"
            };
            faults.invalid(node.spot, "date", written, "calendar");
            Vec::new()
        }
        ("hours" | "time", Value::Text(text)) => match value::hours(text) {
            Some((from, until)) => vec![Test::Between(from, until)],
            None => {
                faults.invalid(node.spot, &entry.key, text, "hours");
                Vec::new()
            }
        },
        ("partners", _) => {
            let tests = tests(&entry.key, node, known, faults);
            for test in &tests {
                if let Test::AnyOf(words) | Test::AllOf(words) = test {
                    words.iter().for_each(|word| {
                        known.partner((word, node.spot), faults);
                    });
                }
            }
            tests
        }
        _ => tests(&entry.key, node, known, faults),
    }
}

/// The tests that a value is; several where a number has two bounds.
pub(super) fn tests(key: &str, node: &Node, known: &Known, faults: &Faults) -> Vec<Test> {
    match &node.value {
        Value::Truth(truth) => vec![Test::Marked(*truth)],
        Value::Text(text) => match list_name(text) {
            Some(("places", list)) => {
                known.place_list((list, node.spot), faults);
                vec![Test::InPlaces(list.to_owned())]
            }
            Some((_, list)) => {
                known.calendar_list((list, node.spot), faults);
                vec![Test::InCalendar(list.to_owned())]
            }
            None => vec![Test::AnyOf(vec![text.clone()])],
        },
        Value::List(_) => {
            let words = super::table::words_of(key, node, faults);
            if words.is_empty() {
                faults.invalid(node.spot, key, "none", "words");
            }
            vec![Test::AnyOf(
                words.into_iter().map(|(word, _)| word.to_owned()).collect(),
            )]
        }
        Value::Table(_) => {
            let Some(table) = Table::open(&keys::TEST, key, node, faults) else {
                return Vec::new();
            };
            let all = table.words("all").map(|_| Test::AllOf(table.texts("all")));
            let least = amount(&table, "at_least").map(Test::AtLeast);
            let most = amount(&table, "at_most").map(Test::AtMost);
            all.into_iter().chain(least).chain(most).collect()
        }
        _ => wrong(key, node.spot, "condition", faults)
            .into_iter()
            .collect(),
    }
}

fn weekdays(node: &Node, faults: &Faults) -> Vec<Test> {
    let words = super::table::words_of("weekday", node, faults);
    let days = words
        .iter()
        .filter_map(|(word, spot)| {
            let day = value::weekday(word);
            if day.is_none() {
                faults.unknown_of(
                    Code::AgreementInvalidValue,
                    *spot,
                    [("key", "weekday"), ("value", word), ("expects", "weekday")],
                    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
                );
            }
            day
        })
        .collect();
    vec![Test::OnWeekday(days)]
}

/// Tells a field that no sheet of the activities maps. The day, and with it the weekday, every activity has.
pub(super) fn field_is_mapped(
    field: &str,
    (word, spot): (&str, Spot),
    of: &[Word<'_>],
    known: &Known,
    faults: &Faults,
) {
    let given: Vec<_> = of
        .iter()
        .filter_map(|(activity, _)| known.given.get(*activity))
        .collect();
    // An activity that no sheet gives is told already.
    if given.is_empty() || matches!(field, "date" | "weekday") {
        return;
    }
    // A length can be read from its hours, or from when it began and ended.
    let is_length = matches!(field, "minutes" | "hours");
    let enough: &[&str] = if is_length {
        &["minutes", "hours", "until", "time"]
    } else {
        &[field]
    };
    if given
        .iter()
        .any(|fields| enough.iter().any(|field| fields.contains(*field)))
    {
        return;
    }
    let activity = of.first().map_or("none", |(activity, _)| activity);
    let candidates = given
        .iter()
        .flat_map(|fields| fields.iter().map(String::as_str))
        .chain(["date", "weekday"]);
    faults.unknown_of(
        Code::AgreementUnknownField,
        spot,
        [("word", word), ("activity", activity), ("field", field)],
        candidates,
    );
}
