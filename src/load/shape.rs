//! What the keys of a file are, for whoever describes them: the schema, the documentation, the faults.

use super::tree::Position;

/// The shape of a value.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shape {
    Text,
    /// A text of a form: the form in words, and as a regular expression of ECMA 262.
    Form(&'static str, &'static str),
    /// One of the names that the agreement gives.
    Name(NameKind),
    /// A number from zero, at most two decimals.
    Number,
    /// A whole number from, and up to.
    Whole(u64, u64),
    /// A day, 2023-04-30, with quotation marks or without.
    Date,
    Truth,
    OneOf(&'static [&'static str]),
    OneOrMore(&'static Shape),
    List(&'static Shape),
    Table(&'static Section),
    /// A table whose keys are names: those of the section, and any other, which takes the second.
    Names(&'static Section, &'static Shape),
    Either(&'static [Shape]),
}

/// The lists of names that an agreement gives, and that other keys refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameKind {
    Area,
    Partner,
    Activity,
    Places,
    Calendar,
    Indicator,
}

impl NameKind {
    fn in_words(self) -> &'static str {
        match self {
            NameKind::Area => "area's id",
            NameKind::Partner => "partner's id",
            NameKind::Activity => "activity's id",
            NameKind::Places => "id of a list of places",
            NameKind::Calendar => "«calendar.…»",
            NameKind::Indicator => "indicator's id",
        }
    }

    /// As a regular expression of ECMA 262.
    pub(super) fn pattern(self) -> &'static str {
        match self {
            NameKind::Calendar => r"^calendar\..+$",
            _ => r"\S",
        }
    }
}

/// What holds where a key is not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fallback {
    /// The table is faulty, whatever else it says.
    Required,
    Nothing,
    /// This, in words.
    Words(&'static str),
}

#[derive(Clone, Copy, Debug)]
pub(super) struct KeyInfo {
    pub(super) name: &'static str,
    pub(super) shape: Shape,
    pub(super) fallback: Fallback,
    pub(super) means: &'static str,
}

/// One kind of table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Section {
    /// As its heading is written; empty for the head of the file.
    pub(super) name: &'static str,
    pub(super) means: &'static str,
    pub(super) own: &'static [KeyInfo],
    /// Keys that the table has in common with another.
    pub(super) shared: Option<&'static Section>,
}

impl Section {
    /// A section without keys of its own: every name is allowed.
    pub(super) const ANY: Section = Section {
        name: "",
        means: "",
        own: &[],
        shared: None,
    };

    pub(super) fn keys(&self) -> impl Iterator<Item = &'static KeyInfo> + use<> {
        let shared = self.shared.map_or(&[] as &[KeyInfo], |shared| shared.own);
        self.own.iter().chain(shared)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.keys().any(|key| key.name == name)
    }

    /// This section and all that its keys lead to, each once, as the documentation has them.
    pub(super) fn with_inner(&'static self) -> Vec<&'static Section> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect(&'static self, found: &mut Vec<&'static Section>) {
        if found.iter().any(|section| section.name == self.name) {
            return;
        }
        if !self.own.is_empty() {
            found.push(self);
        }
        if let Some(shared) = self.shared {
            shared.collect(found);
        }
        self.own.iter().for_each(|key| key.shape.collect(found));
    }
}

impl Shape {
    fn collect(&'static self, found: &mut Vec<&'static Section>) {
        match self {
            Shape::OneOrMore(one) | Shape::List(one) => one.collect(found),
            Shape::Table(section) => section.collect(found),
            Shape::Names(section, other) => {
                section.collect(found);
                other.collect(found);
            }
            Shape::Either(all) => all.iter().for_each(|one| one.collect(found)),
            _ => {}
        }
    }

    /// In a few words: «text or list of texts».
    pub(super) fn in_words(self) -> String {
        let joined = |words: Vec<String>, between| words.join(between);
        match self {
            Shape::Text => "text".to_owned(),
            Shape::Form(words, _) => words.to_owned(),
            Shape::Name(kind) => kind.in_words().to_owned(),
            Shape::Number => "number".to_owned(),
            Shape::Whole(0, u64::MAX) => "whole number".to_owned(),
            Shape::Whole(least, most) => format!("whole number, {least}–{most}"),
            Shape::Date => "date".to_owned(),
            Shape::Truth => "true, false".to_owned(),
            Shape::OneOf(words) => {
                let quoted = words.iter().map(|word| format!("`\"{word}\"`"));
                joined(quoted.collect(), ", ")
            }
            Shape::OneOrMore(one) => format!("{} or list of them", one.in_words()),
            Shape::List(one) => format!("list of: {}", one.in_words()),
            Shape::Table(section) => format!("table `{}`", section.name),
            Shape::Names(section, other) if section.own.is_empty() => {
                format!("table: a name = {}", other.in_words())
            }
            Shape::Names(section, other) => {
                let known = section.name;
                format!("table `{known}`; any other name = {}", other.in_words())
            }
            Shape::Either(all) => joined(all.iter().map(|one| one.in_words()).collect(), "; or "),
        }
    }
}

/// Where a declared key stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct KeyPlace {
    pub(super) name: &'static str,
    /// The name of its table.
    pub(super) table: &'static str,
    /// The key; the beginning of its table if it is not written.
    pub(super) at: Position,
    pub(super) is_written: bool,
}
