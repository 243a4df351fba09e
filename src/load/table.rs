//! A table of the agreement under reading: its keys by name and type, whatever is wrong told with its line.

use chrono::NaiveDate;

use super::faults::Faults;
use super::keys::Section;
use super::tree::{Entry, Node, Spot, Value};
use crate::model::finding::Code;
use crate::model::span::DateSpan;
use crate::text::nearest;

/// A word of the agreement and where it stands.
pub(super) type Word<'a> = (&'a str, Spot);

/// A table whose keys are declared by its section. A key that is not declared is a fault.
#[derive(Clone, Copy)]
pub(super) struct Table<'a> {
    section: &'static Section,
    entries: &'a [Entry],
    /// Where the table begins.
    pub(super) spot: Spot,
    /// Where its faults go.
    pub(super) faults: &'a Faults,
}

impl<'a> Table<'a> {
    /// A table at `spot`; tells its unknown keys.
    pub(super) fn new(
        section: &'static Section,
        entries: &'a [Entry],
        spot: Spot,
        faults: &'a Faults,
    ) -> Table<'a> {
        for entry in entries.iter().filter(|entry| !section.has(&entry.key)) {
            let near =
                nearest(&entry.key, section.keys.iter().map(|key| key.name)).unwrap_or("none");
            let args = [
                ("key", entry.key.as_str().into()),
                ("nearest", near.into()),
                ("table", section.told().into()),
            ];
            faults.add(Code::AgreementUnknownKey, entry.spot, args);
        }
        Table {
            section,
            entries,
            spot,
            faults,
        }
    }

    /// The table that a value is; a fault if it is none.
    pub(super) fn open(
        section: &'static Section,
        key: &str,
        node: &'a Node,
        faults: &'a Faults,
    ) -> Option<Table<'a>> {
        let entries = entries_of(key, node, faults)?;
        Some(Table::new(section, entries, node.spot, faults))
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&'a Node> {
        self.entries
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| &entry.node)
    }

    /// Whether the key is written.
    pub(super) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Where the key stands; where the table begins if it is not written.
    pub(super) fn spot_of(&self, key: &str) -> Spot {
        self.entries
            .iter()
            .find(|entry| entry.key == key)
            .map_or(self.spot, |entry| entry.spot)
    }

    /// Tells that a key must be there.
    pub(super) fn missing(&self, key: &'static str) {
        let args = [("key", key.into()), ("table", self.section.told().into())];
        self.faults.add(Code::AgreementMissingKey, self.spot, args);
    }

    /// A text.
    pub(super) fn text(&self, key: &str) -> Option<&'a str> {
        self.get(key)
            .and_then(|node| text_of(key, node, self.faults))
    }

    /// A text in one line: it may come to stand in a heading or in the head of a letter.
    pub(super) fn line(&self, key: &str) -> Option<&'a str> {
        let text = self.text(key)?;
        if text.chars().any(char::is_control) || text.trim().is_empty() {
            self.faults
                .invalid(self.spot_of(key), key, text.trim(), "one-line");
            return None;
        }
        Some(text)
    }

    /// A text that must be there, in one line.
    pub(super) fn needed_line(&self, key: &'static str) -> Option<&'a str> {
        if !self.has(key) {
            self.missing(key);
        }
        self.line(key)
    }

    /// A text that must be there.
    pub(super) fn needed_text(&self, key: &'static str) -> Option<&'a str> {
        match self.text(key) {
            Some(text) if !text.trim().is_empty() => Some(text),
            Some(_) => {
                self.missing(key);
                None
            }
            None if !self.has(key) => {
                self.missing(key);
                None
            }
            None => None,
        }
    }

    /// The meaning of a word that must be one of some.
    pub(super) fn one_of<T: Copy>(&self, key: &str, choices: &[(&str, T)]) -> Option<T> {
        self.text(key)
            .and_then(|word| choose(key, (word, self.spot_of(key)), choices, self.faults))
    }

    /// Yes or no.
    pub(super) fn truth(&self, key: &str) -> Option<bool> {
        match self.get(key)?.value {
            Value::Truth(truth) => Some(truth),
            _ => self.wrong(key, "yes-no"),
        }
    }

    /// A day; also written as a text.
    pub(super) fn day(&self, key: &str) -> Option<NaiveDate> {
        self.get(key)
            .and_then(|node| day_of(key, node, self.faults))
    }

    /// A day that must be there.
    pub(super) fn needed_day(&self, key: &'static str) -> Option<NaiveDate> {
        if !self.has(key) {
            self.missing(key);
        }
        self.day(key)
    }

    /// The days from `from` to `to`, each of which `or` stands in for; a fault if they are in the wrong order.
    pub(super) fn span(&self, or: Option<DateSpan>) -> Option<DateSpan> {
        let (from, to) = match or {
            Some(_) => (self.day("from"), self.day("to")),
            None => (self.needed_day("from"), self.needed_day("to")),
        };
        if (self.has("from") && from.is_none()) || (self.has("to") && to.is_none()) {
            return None;
        }
        let from = from.or(or.map(|span| span.from))?;
        let to = to.or(or.map(|span| span.to))?;
        if from > to {
            self.faults
                .invalid(self.spot_of("to"), "to", &to.to_string(), "order");
            return None;
        }
        Some(DateSpan { from, to })
    }

    /// Texts: a list of them, or a single one.
    pub(super) fn words(&self, key: &str) -> Option<Vec<Word<'a>>> {
        self.get(key).map(|node| words_of(key, node, self.faults))
    }

    /// The same, without their places.
    pub(super) fn texts(&self, key: &str) -> Vec<String> {
        self.words(key)
            .unwrap_or_default()
            .into_iter()
            .map(|(word, _)| word.to_owned())
            .collect()
    }

    /// A list of anything.
    pub(super) fn list(&self, key: &str) -> &'a [Node] {
        match self.get(key).map(|node| &node.value) {
            Some(Value::List(items)) => items,
            Some(_) => {
                self.wrong::<()>(key, "list");
                &[]
            }
            None => &[],
        }
    }

    /// The keys and values of a table whose keys are names.
    pub(super) fn named(&self, key: &str) -> &'a [Entry] {
        self.get(key)
            .and_then(|node| entries_of(key, node, self.faults))
            .unwrap_or_default()
    }

    /// Tells that the value of a key is of another type than `expected`.
    pub(super) fn wrong<T>(&self, key: &str, expected: &'static str) -> Option<T> {
        wrong(key, self.spot_of(key), expected, self.faults)
    }
}

/// Tells that a value is of another type than `expected`, a token that the sentence selects on.
pub(super) fn wrong<T>(
    key: &str,
    spot: Spot,
    expected: &'static str,
    faults: &Faults,
) -> Option<T> {
    faults.add(
        Code::AgreementWrongType,
        spot,
        [("key", key.into()), ("expected", expected.into())],
    );
    None
}

/// The text that a value is.
pub(super) fn text_of<'a>(key: &str, node: &'a Node, faults: &Faults) -> Option<&'a str> {
    match &node.value {
        Value::Text(text) => Some(text),
        _ => wrong(key, node.spot, "text", faults),
    }
}

/// The texts that a value is: a list of them, or a single one.
pub(super) fn words_of<'a>(key: &str, node: &'a Node, faults: &Faults) -> Vec<Word<'a>> {
    match &node.value {
        Value::Text(text) => vec![(text, node.spot)],
        Value::List(items) => items
            .iter()
            .filter_map(|item| text_of(key, item, faults).map(|text| (text, item.spot)))
            .collect(),
        _ => {
            wrong::<()>(key, node.spot, "texts", faults);
            Vec::new()
        }
    }
}

/// The entries of the table that a value is.
pub(super) fn entries_of<'a>(key: &str, node: &'a Node, faults: &Faults) -> Option<&'a [Entry]> {
    match &node.value {
        Value::Table(entries) => Some(entries),
        _ => wrong(key, node.spot, "table", faults),
    }
}

/// The day that a value is.
pub(super) fn day_of(key: &str, node: &Node, faults: &Faults) -> Option<NaiveDate> {
    match &node.value {
        Value::Day(day) => Some(*day),
        Value::Text(text) => {
            let day = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok();
            if day.is_none() {
                faults.invalid(node.spot, key, text, "date");
            }
            day
        }
        _ => wrong(key, node.spot, "date", faults),
    }
}

/// The meaning of a word that must be one of some.
pub(super) fn choose<T: Copy>(
    key: &str,
    (word, spot): Word<'_>,
    choices: &[(&str, T)],
    faults: &Faults,
) -> Option<T> {
    let found = choices
        .iter()
        .find(|(name, _)| *name == word)
        .map(|(_, meaning)| *meaning);
    if found.is_none() {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        let args = [
            ("key", key.into()),
            ("word", word.into()),
            (
                "nearest",
                nearest(word, names.iter().copied())
                    .unwrap_or("none")
                    .into(),
            ),
            ("choices", names.join(", ").into()),
        ];
        faults.add(Code::AgreementUnknownWord, spot, args);
    }
    found
}
