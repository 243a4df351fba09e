//! Everything found wrong on the way through a file. Every fault is told by one of the functions here.

use std::cell::RefCell;

use super::shape::{KeyPlace, NameKind};
use super::tree::{Broken, Position};
use crate::model::finding::{
    Code, ExpectedForm, ExpectedType, Finding, FindingKind, ImpossibleTarget, Place,
};
use crate::model::span::DateSpan;
use crate::privacy::without_identity_numbers;
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
        self.included
            .push(without_identity_numbers(file.to_owned()));
        self.included.len()
    }

    fn add(&self, at: Position, kind: FindingKind) {
        let file = at
            .file
            .checked_sub(1)
            .and_then(|index| self.included.get(index));
        let place = Place {
            file: file.cloned(),
            ..Place::line(at.line)
        };
        self.found
            .borrow_mut()
            .push((at, Finding::new(kind, place)));
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
        let kind = FindingKind::AgreementMissingKey {
            key: key.to_owned(),
            table: unless_empty(table),
        };
        self.add(at, kind);
    }

    pub(super) fn unknown_key<'c>(
        &self,
        at: Position,
        key: &str,
        table: &str,
        known: impl IntoIterator<Item = &'c str>,
    ) {
        let kind = FindingKind::AgreementUnknownKey {
            key: key.to_owned(),
            nearest: nearest_of(key, known),
            table: unless_empty(table),
        };
        self.add(at, kind);
    }

    /// A key that another one leaves without meaning.
    pub(super) fn out_of_place(&self, key: KeyPlace) {
        self.unknown_key(key.at, key.name, key.table, []);
    }

    /// A value of another type than `expected`.
    pub(super) fn wrong_type(&self, at: Position, key: &str, expected: ExpectedType) {
        let kind = FindingKind::AgreementWrongType {
            key: key.to_owned(),
            expected,
        };
        self.add(at, kind);
    }

    /// A value that cannot be used. An empty value is not repeated.
    pub(super) fn invalid(&self, at: Position, key: &str, value: &str, expects: ExpectedForm) {
        self.invalid_word(at, key, value, expects, []);
    }

    /// The same, where it may be one of some words mistyped.
    pub(super) fn invalid_word<'c>(
        &self,
        at: Position,
        key: &str,
        value: &str,
        expects: ExpectedForm,
        known: impl IntoIterator<Item = &'c str>,
    ) {
        let kind = FindingKind::AgreementInvalidValue {
            key: key.to_owned(),
            value: unless_empty(value),
            expects,
            nearest: nearest_of(value, known),
        };
        self.add(at, kind);
    }

    /// A word that is none of those the key can have.
    pub(super) fn unknown_word(&self, at: Position, key: &str, word: &str, choices: &[&str]) {
        let kind = FindingKind::AgreementUnknownWord {
            key: key.to_owned(),
            word: word.to_owned(),
            nearest: nearest_of(word, choices.iter().copied()),
            choices: choices.join(", "),
        };
        self.add(at, kind);
    }

    pub(super) fn unknown_name<'c>(
        &self,
        kind: NameKind,
        at: Position,
        word: &str,
        known: impl IntoIterator<Item = &'c str>,
    ) {
        let (word, nearest) = (word.to_owned(), nearest_of(word, known));
        let kind = match kind {
            NameKind::Area => FindingKind::AgreementUnknownArea { word, nearest },
            NameKind::Partner => FindingKind::AgreementUnknownPartner { word, nearest },
            NameKind::Activity => FindingKind::AgreementUnknownActivity { word, nearest },
            NameKind::Places => FindingKind::AgreementUnknownPlace { word, nearest },
            NameKind::Calendar => FindingKind::AgreementUnknownCalendar { word, nearest },
            NameKind::Indicator => FindingKind::AgreementUnknownIndicator { word, nearest },
        };
        self.add(at, kind);
    }

    /// A field that no sheet of the activity has; `word` is how the target writes it.
    pub(super) fn unknown_field<'c>(
        &self,
        at: Position,
        word: &str,
        activity: Option<&str>,
        field: &str,
        known: impl IntoIterator<Item = &'c str>,
    ) {
        let kind = FindingKind::AgreementUnknownField {
            word: word.to_owned(),
            activity: activity.map(str::to_owned),
            field: field.to_owned(),
            nearest: nearest_of(word, known),
        };
        self.add(at, kind);
    }

    pub(super) fn duplicate(&self, at: Position, id: &str) {
        self.add(at, FindingKind::AgreementDuplicateId { id: id.to_owned() });
    }

    pub(super) fn missing_file(&self, at: Position, path: &str) {
        let path = without_identity_numbers(path.to_owned());
        self.add(at, FindingKind::AgreementMissingFile { path });
    }

    /// A target that cannot be.
    pub(super) fn impossible(&self, key: KeyPlace, why: ImpossibleTarget) {
        let kind = FindingKind::AgreementImpossibleTarget {
            why,
            key: key.name.to_owned(),
        };
        self.add(key.at, kind);
    }

    pub(super) fn outside_term(&self, at: Position, span: DateSpan, term: DateSpan) {
        let kind = FindingKind::AgreementWindowOutsideTerm {
            from: span.from,
            to: span.to,
            first: term.from,
            last: term.to,
        };
        self.add(at, kind);
    }

    /// A text that is not TOML. The crate calls a table written twice a duplicate key: that is an id used twice.
    pub(super) fn broken(&self, broken: &Broken) {
        if broken.is_duplicate() {
            return self.duplicate(broken.at, &broken.text);
        }
        let kind = FindingKind::AgreementSyntax {
            fault: broken.message.clone(),
            text: shortened(&broken.text),
        };
        self.add(broken.at, kind);
    }

    /// Every fault, agreement first, then included files, each from top to bottom. Where a line is not TOML, what else
    /// seems wrong with it is only its echo.
    pub(super) fn into_findings(self) -> Vec<Finding> {
        let mut found = self.found.into_inner();
        let broken: Vec<Position> = found
            .iter()
            .filter(|(_, finding)| finding.code() == Code::AgreementSyntax)
            .map(|(at, _)| *at)
            .collect();
        found.retain(|(at, finding)| {
            finding.code() == Code::AgreementSyntax || !broken.contains(at)
        });
        found.sort_by_key(|(at, _)| *at);
        found.dedup();
        found.into_iter().map(|(_, finding)| finding).collect()
    }
}

fn nearest_of<'c>(word: &str, known: impl IntoIterator<Item = &'c str>) -> Option<String> {
    nearest(word, known).map(str::to_owned)
}

fn unless_empty(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// At most twenty characters of a text: enough to recognise it.
fn shortened(text: &str) -> Option<String> {
    let short: String = text
        .chars()
        .take(20)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    unless_empty(short.trim())
}
