//! Taking values out of the entries of an agreement.

use crate::load::book::lexicon::Lexicon;
use crate::load::book::plain::{Entries, Plain};
use crate::load::book::spec::ColumnSpec;
use crate::model::book::BookCell;

pub(super) fn text_cell(text: &str) -> BookCell {
    if text.is_empty() {
        BookCell::Blank
    } else {
        BookCell::Text(text.to_owned())
    }
}

/// The cell of a key of a table, which is taken out if it comes back from it as it is.
pub(super) fn take(
    own: &mut Entries,
    column: &ColumnSpec,
    lexicon: &Lexicon<'_>,
) -> Option<BookCell> {
    if !column.within.is_empty() {
        let plain = ColumnSpec {
            within: "",
            ..*column
        };
        let mut taken = None;
        inside(own, column.within, |inner| {
            taken = take(inner, &plain, lexicon)
        });
        return taken;
    }
    let at = own.iter().position(|(key, _)| key == column.key)?;
    let cell = column.kind.cell(&own.get(at)?.1, lexicon)?;
    own.remove(at);
    Some(cell)
}

/// The heading of a column and the one above it; none if it is something else.
pub(super) fn heading(own: &Entries) -> Option<(String, String)> {
    let text = |name: &str| own.iter().find(|(key, _)| key == name);
    match (text("heading"), text("under"), own.len()) {
        (Some((_, Plain::Text(heading))), Some((_, Plain::Text(under))), 2) => {
            Some((heading.clone(), under.clone()))
        }
        (Some((_, Plain::Text(heading))), None, 1) => Some((heading.clone(), String::new())),
        _ => None,
    }
}

pub(super) fn table<'e>(own: &'e mut Entries, name: &str) -> Option<&'e mut Entries> {
    own.iter_mut().find_map(|(key, value)| match value {
        Plain::Table(inner) if key == name => Some(inner),
        _ => None,
    })
}

/// The tables of a list, if it holds nothing else.
pub(super) fn items<'e>(own: &'e mut Entries, name: &str) -> impl Iterator<Item = &'e mut Entries> {
    let list = own.iter_mut().find_map(|(key, value)| match value {
        Plain::List(items) if key == name => Some(items),
        _ => None,
    });
    list.into_iter().flatten().filter_map(|item| match item {
        Plain::Table(inner) => Some(inner),
        _ => None,
    })
}

pub(super) fn text_of(own: &Entries, name: &str) -> Option<String> {
    own.iter().find_map(|(key, value)| match value {
        Plain::Text(text) if key == name => Some(text.clone()),
        _ => None,
    })
}

/// Does something with a table inside another, and leaves it out if it has become empty by that.
pub(super) fn inside(own: &mut Entries, name: &str, mut work: impl FnMut(&mut Entries)) {
    let Some(inner) = table(own, name).filter(|inner| !inner.is_empty()) else {
        return;
    };
    work(inner);
    if inner.is_empty() {
        own.retain(|(key, _)| key != name);
    }
}
