//! Everything found wrong on the way through a file. Every fault is told by one of the functions here.

use std::cell::RefCell;

use chrono::NaiveDate;

use super::declare::KeyPlace;
use super::shape::NameKind;
use super::tree::{Broken, Position};
use crate::model::finding::{Arg, Code, Finding, Place};
use crate::model::span::DateSpan;
use crate::text::nearest;

/// The faults so far. Shared by all who read, so that none of them stops at the first.
#[derive(Default)]
pub(super) struct Faults {
    /// The included files, from number 1.
    included: Vec<String>,
    found: RefCell<Vec<(Position, Finding)>>,
    references: RefCell<Vec<Reference>>,
}

/// A name written where one of the agreement's is asked for.
pub(super) struct Reference {
    pub(super) kind: NameKind,
    pub(super) name: String,
    pub(super) at: Position,
}

impl Faults {
    /// Notes an included file; gives its number.
    pub(super) fn enter(&mut self, file: &str) -> usize {
        self.included.push(file.to_owned());
        self.included.len()
    }

    fn add<const N: usize>(&self, code: Code, at: Position, args: [(&'static str, Arg); N]) {
        let file = at
            .file
            .checked_sub(1)
            .and_then(|index| self.included.get(index));
        let mut finding = Finding::new(code, Place::line(at.line));
        finding.args.extend(args);
        finding
            .args
            .insert("file", file.map_or_else(|| "none".into(), Arg::from));
        self.found.borrow_mut().push((at, finding));
    }

    /// Notes a reference, to be held against the names when all are known.
    pub(super) fn refer(&self, kind: NameKind, name: &str, at: Position) {
        self.references.borrow_mut().push(Reference {
            kind,
            name: name.to_owned(),
            at,
        });
    }

    pub(super) fn take_references(&self) -> Vec<Reference> {
        self.references.take()
    }

    pub(super) fn missing(&self, key: KeyPlace) {
        self.missing_in(key.at, key.name, key.table);
    }

    pub(super) fn missing_in(&self, at: Position, key: &'static str, table: &'static str) {
        let args = [("key", key.into()), ("table", or_none(table).into())];
        self.add(Code::AgreementMissingKey, at, args);
    }

    pub(super) fn unknown_key<'c>(
        &self,
        at: Position,
        key: &str,
        table: &str,
        known: impl IntoIterator<Item = &'c str>,
    ) {
        let args = [
            ("key", key.into()),
            ("nearest", nearest_of(key, known)),
            ("table", or_none(table).into()),
        ];
        self.add(Code::AgreementUnknownKey, at, args);
    }

    /// A key that another one leaves without meaning.
    pub(super) fn out_of_place(&self, key: KeyPlace) {
        self.unknown_key(key.at, key.name, key.table, []);
    }

    /// A value of another type than `expected`, a token that the sentence selects on.
    pub(super) fn wrong_type(&self, at: Position, key: &str, expected: &'static str) {
        let args = [("key", key.into()), ("expected", expected.into())];
        self.add(Code::AgreementWrongType, at, args);
    }

    /// A value that cannot be used. `expects` is a token that the sentence selects on. An empty value is not repeated.
    pub(super) fn invalid(&self, at: Position, key: &str, value: &str, expects: &'static str) {
        self.invalid_word(at, key, value, expects, []);
    }

    /// The same, where it may be one of some words mistyped.
    pub(super) fn invalid_word<'c>(
        &self,
        at: Position,
        key: &str,
        value: &str,
        expects: &'static str,
        known: impl IntoIterator<Item = &'c str>,
    ) {
        let args = [
            ("key", key.into()),
            ("value", or_none(value).into()),
            ("expects", expects.into()),
            ("nearest", nearest_of(value, known)),
        ];
        self.add(Code::AgreementInvalidValue, at, args);
    }

    /// A word that is none of those the key can have.
    pub(super) fn unknown_word(&self, at: Position, key: &str, word: &str, choices: &[&str]) {
        let args = [
            ("key", key.into()),
            ("word", word.into()),
            ("nearest", nearest_of(word, choices.iter().copied())),
            ("choices", choices.join(", ").into()),
        ];
        self.add(Code::AgreementUnknownWord, at, args);
    }

    pub(super) fn unknown_name<'c>(
        &self,
        kind: NameKind,
        at: Position,
        word: &str,
        known: impl IntoIterator<Item = &'c str>,
    ) {
        let code = match kind {
            NameKind::Area => Code::AgreementUnknownArea,
            NameKind::Partner => Code::AgreementUnknownPartner,
            NameKind::Activity => Code::AgreementUnknownActivity,
            NameKind::Places => Code::AgreementUnknownPlace,
            NameKind::Calendar => Code::AgreementUnknownCalendar,
            NameKind::Indicator => Code::AgreementUnknownIndicator,
        };
        let args = [("word", word.into()), ("nearest", nearest_of(word, known))];
        self.add(code, at, args);
    }

    /// A field that no sheet of the activity has; `word` is how the target writes it.
    pub(super) fn unknown_field<'c>(
        &self,
        at: Position,
        word: &str,
        activity: &str,
        field: &str,
        known: impl IntoIterator<Item = &'c str>,
    ) {
        let args = [
            ("word", word.into()),
            ("activity", activity.into()),
            ("field", field.into()),
            ("nearest", nearest_of(word, known)),
        ];
        self.add(Code::AgreementUnknownField, at, args);
    }

    pub(super) fn duplicate(&self, at: Position, id: &str) {
        self.add(Code::AgreementDuplicateId, at, [("id", id.into())]);
    }

    pub(super) fn missing_file(&self, at: Position, path: &str) {
        self.add(Code::AgreementMissingFile, at, [("path", path.into())]);
    }

    /// A target that cannot be. `why` is a token that the sentence selects on.
    pub(super) fn impossible(&self, key: KeyPlace, why: &'static str) {
        let args = [("why", why.into()), ("key", key.name.into())];
        self.add(Code::AgreementImpossibleTarget, key.at, args);
    }

    pub(super) fn outside_term(&self, at: Position, span: DateSpan, term: DateSpan) {
        let day = |day: NaiveDate| Arg::Day(day);
        let args = [
            ("from", day(span.from)),
            ("to", day(span.to)),
            ("first", day(term.from)),
            ("last", day(term.to)),
        ];
        self.add(Code::AgreementWindowOutsideTerm, at, args);
    }

    /// A text that is not TOML. The crate calls a table written twice a duplicate key: that is an id used twice.
    pub(super) fn broken(&self, broken: &Broken) {
        if broken.is_duplicate() {
            return self.duplicate(broken.at, &broken.text);
        }
        let args = [
            ("fault", broken.message.as_str().into()),
            ("text", shortened(&broken.text).into()),
        ];
        self.add(Code::AgreementSyntax, broken.at, args);
    }

    /// Every fault, agreement first, then included files, each from top to bottom. Where a line is not TOML, what else
    /// seems wrong with it is only its echo.
    pub(super) fn into_findings(self) -> Vec<Finding> {
        let mut found = self.found.into_inner();
        let broken: Vec<Position> = found
            .iter()
            .filter(|(_, finding)| finding.code == Code::AgreementSyntax)
            .map(|(at, _)| *at)
            .collect();
        found.retain(|(at, finding)| finding.code == Code::AgreementSyntax || !broken.contains(at));
        found.sort_by_key(|(at, _)| *at);
        found.dedup();
        found.into_iter().map(|(_, finding)| finding).collect()
    }
}

fn nearest_of<'c>(word: &str, known: impl IntoIterator<Item = &'c str>) -> Arg {
    nearest(word, known).unwrap_or("none").into()
}

fn or_none(text: &str) -> &str {
    if text.is_empty() { "none" } else { text }
}

/// At most twenty characters of a text: enough to recognise it.
fn shortened(text: &str) -> String {
    let short: String = text
        .chars()
        .take(20)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    or_none(short.trim()).to_owned()
}
