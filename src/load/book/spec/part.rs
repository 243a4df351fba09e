//! What the columns of sheets are made of.

use crate::load::book::cell::Kind;
use crate::load::shape::{Section, Shape};

/// A part of a sheet's columns.
pub(super) enum Part {
    /// What joins its rows to those of another sheet, or to each other.
    Join(
        &'static str,
        Kind,
        bool,
        Option<(&'static str, &'static str)>,
    ),
    /// Declared keys of a table, inside another of this name if it has one.
    Keys(&'static str, &'static Section, &'static [&'static str]),
}

/// The names of the first keys of a table.
pub(super) const fn names<const COUNT: usize>(section: &Section) -> [&'static str; COUNT] {
    let mut names = [""; COUNT];
    let mut at = 0;
    while at < COUNT {
        names[at] = section.own[at].name;
        at += 1;
    }
    names
}

/// Several lists one after the other.
pub(super) const fn joined<const COUNT: usize>(
    lists: &[&'static [&'static str]],
) -> [&'static str; COUNT] {
    let mut all = [""; COUNT];
    let (mut list, mut filled) = (0, 0);
    while list < lists.len() {
        let mut at = 0;
        while at < lists[list].len() {
            all[filled] = lists[list][at];
            filled += 1;
            at += 1;
        }
        list += 1;
    }
    all
}

/// The words that a value is one of.
pub(super) const fn words(shape: &Shape) -> &'static [&'static str] {
    match shape {
        Shape::OneOf(words) => words,
        _ => &[],
    }
}
