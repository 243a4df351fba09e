//! What keys take.

mod condition;
mod heading;
mod keeper;
mod number;
mod text;
mod word;

use std::collections::BTreeSet;
use std::marker::PhantomData;

use chrono::NaiveDate;

use super::declare::{Input, Keys, Takes};
use super::shape::{Section, Shape};
use super::tree::{Position, Value};
use super::value;

pub(super) use crate::model::agreement::{Direction, Frequency, Layout, Release, Role, Unit};
pub(super) use crate::model::quantity::Amount;
pub(super) use crate::model::settings::{SecretLocation, Security};
pub(super) use crate::model::target::{AverageUnit, PartSet};
pub(super) use condition::*;
pub(super) use heading::*;
pub(super) use number::*;
pub(super) use text::*;
pub(super) use word::*;

/// A value and its place.
pub(super) struct At<T> {
    pub(super) at: Position,
    pub(super) value: T,
}

impl<T: Takes> Takes for At<T> {
    type Value = At<T::Value>;
    const SHAPE: Shape = T::SHAPE;

    fn read(input: Input<'_>) -> Option<Self::Value> {
        let value = T::read(input)?;
        Some(At {
            at: input.at(),
            value,
        })
    }
}

/// A list, without what in it cannot be read.
impl<T: Takes> Takes for Vec<T> {
    type Value = Vec<T::Value>;
    const SHAPE: Shape = Shape::List(&T::SHAPE);

    fn read(input: Input<'_>) -> Option<Self::Value> {
        Some(input.items()?.filter_map(T::read).collect())
    }
}

/// A list, or one alone.
pub(super) struct OneOrMore<T>(PhantomData<T>);

impl<T: Takes> Takes for OneOrMore<T> {
    type Value = Vec<T::Value>;
    const SHAPE: Shape = Shape::OneOrMore(&T::SHAPE);

    fn read(input: Input<'_>) -> Option<Self::Value> {
        match input.value() {
            Value::List(_) => Vec::<T>::read(input),
            Value::Text(_) => Some(T::read(input).into_iter().collect()),
            Value::Table(_) if matches!(T::SHAPE, Shape::Either(_)) => {
                Some(T::read(input).into_iter().collect())
            }
            _ => input.wrong("texts"),
        }
    }
}

/// A short form, or a table.
pub(super) enum OrTable<A, T> {
    Short(A),
    Table(T),
}

impl<A: Takes, T: Keys + Takes<Value = T>> Takes for OrTable<A, T> {
    type Value = OrTable<A::Value, T>;
    const SHAPE: Shape = Shape::Either(&[A::SHAPE, T::SHAPE]);

    fn read(input: Input<'_>) -> Option<Self::Value> {
        match input.value() {
            Value::Table(_) => input.table().map(OrTable::Table),
            _ => A::read(input).map(OrTable::Short),
        }
    }
}

/// A table whose keys are names, in the order of the file.
pub(super) struct Names<N, T>(PhantomData<(N, T)>);

pub(super) struct Named<T> {
    pub(super) name: String,
    pub(super) at: Position,
    pub(super) value: T,
}

impl<N: NameForm, T: Takes> Takes for Names<N, T> {
    type Value = Vec<Named<T::Value>>;
    const SHAPE: Shape = Shape::Names(&Section::ANY, &T::SHAPE);

    fn read(input: Input<'_>) -> Option<Self::Value> {
        let mut seen = BTreeSet::new();
        let mut named = Vec::new();
        for entry in input.entries()? {
            if !seen.insert(entry.key.as_str()) {
                input.faults.duplicate(entry.at, &entry.key);
            } else if N::is_right(Input::of(entry, input.faults), entry.at) {
                named.extend(T::read(Input::of(entry, input.faults)).map(|value| Named {
                    name: entry.key.clone(),
                    at: entry.at,
                    value,
                }));
            }
        }
        Some(named)
    }
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

/// What the keys of a table of names can be.
pub(super) trait NameForm {
    /// Whether the key of the value can be such a name; told if not.
    fn is_right(input: Input<'_>, at: Position) -> bool;
}

/// Any words.
pub(super) enum Words {}

impl NameForm for Words {
    fn is_right(_: Input<'_>, _: Position) -> bool {
        true
    }
}

/// A day, also written as a text.
pub(super) enum Date {}

impl Takes for Date {
    type Value = NaiveDate;
    const SHAPE: Shape = Shape::Date;

    fn read(input: Input<'_>) -> Option<NaiveDate> {
        match input.value() {
            Value::Day(day) => Some(*day),
            Value::Text(_) => input.parsed(value::date, "date"),
            _ => input.wrong("date"),
        }
    }
}

impl Takes for bool {
    type Value = bool;
    const SHAPE: Shape = Shape::Truth;

    fn read(input: Input<'_>) -> Option<bool> {
        match input.value() {
            Value::Truth(truth) => Some(*truth),
            _ => input.wrong("yes-no"),
        }
    }
}
