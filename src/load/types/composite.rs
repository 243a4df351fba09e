//! Lists, tables and names of other values.

use std::collections::BTreeSet;
use std::marker::PhantomData;

use crate::load::declare::{Input, Keys, Named, Takes};
use crate::load::shape::{Section, Shape};
use crate::load::tree::{Position, Value};
use crate::model::finding::ExpectedType;

/// A value and its place.
pub(in crate::load) struct At<T> {
    pub(in crate::load) at: Position,
    pub(in crate::load) value: T,
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
pub(in crate::load) struct OneOrMore<T>(PhantomData<T>);

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
            _ => input.wrong(ExpectedType::Texts),
        }
    }
}

/// A short form, or a table.
pub(in crate::load) enum OrTable<A, T> {
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
pub(in crate::load) struct Names<N, T>(PhantomData<(N, T)>);

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

/// A number that is the same for all, or one for each name.
pub(in crate::load) struct ForEach<T>(PhantomData<T>);

impl<T: Takes> Takes for ForEach<T> {
    type Value = OrTable<T::Value, Vec<Named<T::Value>>>;
    const SHAPE: Shape = Shape::Either(&[T::SHAPE, Names::<Words, T>::SHAPE]);

    fn read(input: Input<'_>) -> Option<Self::Value> {
        match input.value() {
            Value::Table(_) => Names::<Words, T>::read(input).map(OrTable::Table),
            _ => T::read(input).map(OrTable::Short),
        }
    }
}

/// What the keys of a table of names can be.
pub(in crate::load) trait NameForm {
    /// Whether the key of the value can be such a name; told if not.
    fn is_right(input: Input<'_>, at: Position) -> bool;
}

/// Any words.
pub(in crate::load) enum Words {}

impl NameForm for Words {
    fn is_right(_: Input<'_>, _: Position) -> bool {
        true
    }
}
