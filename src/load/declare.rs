//! How keys are declared: once, with what they take, what holds without them and what they mean. The declaration is the
//! reader; faults, schema and documentation are made from it.
//!
//! A table is declared as a struct of [`keys!`]. What is not a field cannot be read; a field that nobody reads is one that
//! the compiler warns of.

use crate::model::finding::{ExpectedForm, ExpectedType};
use std::ops::Deref;

use super::faults::Faults;
use super::shape::{Fallback, KeyInfo, KeyPlace, Section, Shape};
use super::tree::{Entry, Node, Position, Value};

/// What a key can take.
pub(super) trait Takes {
    /// What is read of it.
    type Value;
    const SHAPE: Shape;
    /// `None` if it cannot be read, which is told.
    fn read(input: Input<'_>) -> Option<Self::Value>;

    /// Whether it says nothing, where something is required.
    fn is_blank(_: &Self::Value) -> bool {
        false
    }
}

/// A table with declared keys.
pub(super) trait Keys: Sized {
    const SECTION: Section;
    fn read_keys(table: &Table<'_>) -> Self;
}

/// A declared key, read.
pub(super) struct Key<T: Takes> {
    place: KeyPlace,
    /// `None` if it is not written or cannot be read.
    pub(super) value: Option<T::Value>,
}

impl<T: Takes> Deref for Key<T> {
    type Target = KeyPlace;

    fn deref(&self) -> &KeyPlace {
        &self.place
    }
}

impl<T: Takes> Key<T> {
    pub(super) fn read(name: &'static str, is_required: bool, table: &Table<'_>) -> Key<T> {
        let entry = table.entries.iter().find(|entry| entry.key == name);
        let place = KeyPlace {
            name,
            table: table.name,
            at: entry.map_or(table.at, |entry| entry.at),
            is_written: entry.is_some(),
        };
        let value = entry.and_then(|entry| T::read(Input::of(entry, table.faults)));
        if is_required && (entry.is_none() || value.as_ref().is_some_and(T::is_blank)) {
            table.faults.missing(KeyPlace {
                at: table.at,
                ..place
            });
        }
        Key { place, value }
    }
}

/// A table of the file, its keys not yet read.
pub(super) struct Table<'a> {
    name: &'static str,
    pub(super) at: Position,
    entries: &'a [Entry],
    faults: &'a Faults,
}

/// Tells every entry that the section does not have.
pub(super) fn report_unknown(section: &Section, entries: &[Entry], faults: &Faults) {
    for entry in entries.iter().filter(|entry| !section.has(&entry.key)) {
        let known = section.keys().map(|key| key.name);
        faults.unknown_key(entry.at, &entry.key, section.name, known);
    }
}

/// Reads a table, its faults told.
pub(super) fn read<T: Keys>(entries: &[Entry], at: Position, faults: &Faults) -> T {
    report_unknown(&T::SECTION, entries, faults);
    T::read_keys(&Table {
        name: T::SECTION.name,
        at,
        entries,
        faults,
    })
}

/// A value to be read, and the key that faults name.
#[derive(Clone, Copy)]
pub(super) struct Input<'a> {
    pub(super) key: &'a str,
    node: &'a Node,
    pub(super) faults: &'a Faults,
}

impl<'a> Input<'a> {
    pub(super) fn of(entry: &'a Entry, faults: &'a Faults) -> Input<'a> {
        Input {
            key: &entry.key,
            node: &entry.node,
            faults,
        }
    }

    pub(super) fn value(self) -> &'a Value {
        &self.node.value
    }

    pub(super) fn at(self) -> Position {
        self.node.at
    }

    /// Tells that the value is of another type than `expected`.
    pub(super) fn wrong<T>(self, expected: ExpectedType) -> Option<T> {
        self.faults.wrong_type(self.at(), self.key, expected);
        None
    }

    /// Tells that the value cannot be used.
    pub(super) fn invalid<T>(self, value: &str, expects: ExpectedForm) -> Option<T> {
        self.faults.invalid(self.at(), self.key, value, expects);
        None
    }

    pub(super) fn text(self) -> Option<&'a str> {
        match self.value() {
            Value::Text(text) => Some(text),
            _ => self.wrong(ExpectedType::Text),
        }
    }

    /// A text that finds something, or is sent somewhere: as it is written, identity numbers too.
    pub(super) fn written(self) -> Option<&'a str> {
        let text = self.text()?;
        Some(self.node.written.as_deref().unwrap_or(text))
    }

    pub(super) fn parsed<T>(
        self,
        parse: impl Fn(&str) -> Option<T>,
        expects: ExpectedForm,
    ) -> Option<T> {
        let text = self.text()?;
        parse(text).or_else(|| self.invalid(text, expects))
    }

    /// The meaning of a text that is one of some.
    pub(super) fn one_of<T: Copy>(self, choices: &[(&str, T)]) -> Option<T> {
        let word = self.text()?;
        let found = choices.iter().find(|(name, _)| *name == word);
        if found.is_none() {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            self.faults.unknown_word(self.at(), self.key, word, &names);
        }
        found.map(|(_, meaning)| *meaning)
    }

    pub(super) fn items(self) -> Option<impl Iterator<Item = Input<'a>>> {
        let Value::List(items) = self.value() else {
            return self.wrong(ExpectedType::List);
        };
        Some(items.iter().map(move |node| Input { node, ..self }))
    }

    pub(super) fn entries(self) -> Option<&'a [Entry]> {
        match self.value() {
            Value::Table(entries) => Some(entries),
            _ => self.wrong(ExpectedType::Table),
        }
    }

    pub(super) fn table<T: Keys>(self) -> Option<T> {
        Some(read(self.entries()?, self.at(), self.faults))
    }
}

/// A value and the name that it stands under.
pub(super) struct Named<T> {
    pub(super) name: String,
    pub(super) at: Position,
    pub(super) value: T,
}

/// The entries of a table, each read by its name; those that cannot be read keep it.
pub(super) fn named<'a, V>(
    input: Input<'a>,
    read: impl Fn(&str, Input<'a>) -> Option<V>,
) -> Option<Vec<Named<Option<V>>>> {
    let named = input.entries()?.iter().map(|entry| Named {
        name: entry.key.clone(),
        at: entry.at,
        value: read(&entry.key, Input::of(entry, input.faults)),
    });
    Some(named.collect())
}

/// Declares tables. A doc comment is what a table or key means; `= required` or `= "in words"` is what holds without the key;
/// `..shared: T` has the keys of another table too.
macro_rules! keys {
    ($(
        $(#[doc = $means:literal])+
        $table:ident $heading:literal {
            $( $(#[doc = $key_means:literal])+ $key:ident: $takes:ty $(= $fallback:tt)?, )*
            $( ..$shared:ident: $shared_type:ty )?
        }
    )*) => { $(
        pub(in crate::load) struct $table {
            /// The first line of the table.
            #[allow(dead_code)]
            pub(in crate::load) begin: $crate::load::tree::Position,
            $( pub(in crate::load) $key: $crate::load::declare::Key<$takes>, )*
            $( pub(in crate::load) $shared: $shared_type, )?
        }

        impl $crate::load::declare::Keys for $table {
            const SECTION: $crate::load::shape::Section = $crate::load::shape::Section {
                name: $heading,
                means: concat!($($means),+).trim_ascii(),
                own: &[$(
                    $crate::load::declare::info::<$takes>(
                        stringify!($key),
                        $crate::load::declare::fallback!($($fallback)?),
                        concat!($($key_means),+),
                    ),
                )*],
                shared: $crate::load::declare::shared!($($shared_type)?),
            };

            fn read_keys(table: &$crate::load::declare::Table<'_>) -> $table {
                use $crate::load::shape::Fallback::Required;
                $table {
                    begin: table.at,
                    $( $key: $crate::load::declare::Key::read(
                        $crate::load::declare::plain(stringify!($key)),
                        matches!($crate::load::declare::fallback!($($fallback)?), Required),
                        table,
                    ), )*
                    $( $shared: $crate::load::declare::Keys::read_keys(table), )?
                }
            }
        }

        impl $crate::load::declare::Takes for $table {
            type Value = $table;
            const SHAPE: $crate::load::shape::Shape =
                $crate::load::shape::Shape::Table(&<$table as $crate::load::declare::Keys>::SECTION);

            fn read(input: $crate::load::declare::Input<'_>) -> Option<$table> {
                input.table()
            }
        }
    )* };
}

/// Declares a table of names, of which some take what others do not. Every value becomes the same type, in the order of
/// the file.
macro_rules! named_keys {
    (
        $(#[doc = $means:literal])+
        $table:ident $heading:literal, each $value:ty {
            $( $(#[doc = $key_means:literal])+ $key:ident: $takes:ty $(= $fallback:tt)?, )*
            _: $other:ty,
        }
    ) => {
        pub(in crate::load) enum $table {}

        impl $table {
            pub(in crate::load) const SECTION: $crate::load::shape::Section = $crate::load::shape::Section {
                name: $heading,
                means: concat!($($means),+).trim_ascii(),
                own: &[$(
                    $crate::load::declare::info::<$takes>(
                        stringify!($key),
                        $crate::load::declare::fallback!($($fallback)?),
                        concat!($($key_means),+),
                    ),
                )*],
                shared: None,
            };
        }

        impl $crate::load::declare::Takes for $table {
            type Value = Vec<$crate::load::declare::Named<Option<$value>>>;
            const SHAPE: $crate::load::shape::Shape = $crate::load::shape::Shape::Names(
                &$table::SECTION,
                &<$other as $crate::load::declare::Takes>::SHAPE,
            );

            fn read(input: $crate::load::declare::Input<'_>) -> Option<Self::Value> {
                use $crate::load::declare::Takes;
                $crate::load::declare::named(input, |name, input| match name {
                    $( stringify!($key) => <$takes as Takes>::read(input).map(Into::into), )*
                    _ => <$other as Takes>::read(input).map(Into::into),
                })
            }
        }
    };
}

macro_rules! fallback {
    () => {
        $crate::load::shape::Fallback::Nothing
    };
    (required) => {
        $crate::load::shape::Fallback::Required
    };
    ($words:literal) => {
        $crate::load::shape::Fallback::Words($words)
    };
}

macro_rules! shared {
    () => {
        None
    };
    ($shared:ty) => {
        Some(&<$shared as $crate::load::declare::Keys>::SECTION)
    };
}

pub(super) use {fallback, keys, named_keys, shared};

pub(super) const fn info<T: Takes>(
    name: &'static str,
    fallback: Fallback,
    means: &'static str,
) -> KeyInfo {
    KeyInfo {
        name: plain(name),
        shape: T::SHAPE,
        fallback,
        means: means.trim_ascii(),
    }
}

/// A field's name without the `r#` of a word that Rust keeps for itself.
pub(super) const fn plain(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}
