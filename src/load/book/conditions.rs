//! Conditions as rows: a field, how it is held against something, and what that is.

use super::cell::Kind;
use super::lexicon::{Lexicon, folded};
use super::plain::{Entries, Plain, survives};
use super::spec::TESTS;
use crate::model::book::BookCell;

/// A condition's cells.
pub(super) struct Row {
    pub(super) group: BookCell,
    pub(super) field: BookCell,
    pub(super) test: BookCell,
    pub(super) value: BookCell,
}

/// To which table of conditions a row belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    /// The one that must hold.
    All,
    /// The one of several of which one must hold, from 1.
    Any(usize),
    /// The one that must not hold.
    Not,
}

/// How the cells of a value are read and written.
pub(super) const VALUE: Kind = Kind::Several {
    words: &[],
    commas: false,
};

/// The rows of a table of conditions, whose entries are taken out. `are_fields`: its names are fields, and not headings.
pub(super) fn rows(table: &mut Entries, lexicon: &Lexicon<'_>, are_fields: bool) -> Vec<Row> {
    let mut rows = Vec::new();
    table.retain(|(name, value)| {
        let made = match (name.as_str(), value) {
            ("any", Plain::List(tables)) if !tables.is_empty() => tables
                .iter()
                .enumerate()
                .map(|(at, inner)| whole(inner, Group::Any(at + 1), lexicon, are_fields))
                .collect::<Option<Vec<_>>>()
                .map(|rows| rows.into_iter().flatten().collect()),
            ("not", inner @ Plain::Table(_)) => whole(inner, Group::Not, lexicon, are_fields),
            ("any" | "not", _) => None,
            _ => one((name, value), Group::All, lexicon, are_fields),
        };
        let is_left = made.is_none();
        rows.extend(made.into_iter().flatten());
        is_left
    });
    rows
}

/// The rows of a group, if it can be written as a whole.
fn whole(inner: &Plain, group: Group, lexicon: &Lexicon<'_>, are_fields: bool) -> Option<Vec<Row>> {
    let Plain::Table(entries) = inner else {
        return None;
    };
    let rows = entries
        .iter()
        .map(|(name, value)| one((name, value), group, lexicon, are_fields));
    let rows: Vec<Row> = rows
        .collect::<Option<Vec<_>>>()?
        .into_iter()
        .flatten()
        .collect();
    (!rows.is_empty()).then_some(rows)
}

/// The rows of one field; none if they would be read otherwise.
fn one(
    (name, value): (&str, &Plain),
    group: Group,
    lexicon: &Lexicon<'_>,
    are_fields: bool,
) -> Option<Vec<Row>> {
    let kind = field_kind(are_fields);
    let field = kind
        .cell(&Plain::Text(name.to_owned()), lexicon)
        .filter(|_| survives(name))?;
    let row = |test: &str, value: BookCell| Row {
        group: group_cell(group, lexicon),
        field: field.clone(),
        test: BookCell::Text(lexicon.word(test)),
        value,
    };
    let rows = match value {
        Plain::Truth(true) => vec![row("is-marked", BookCell::Blank)],
        Plain::Truth(false) => vec![row("is-blank", BookCell::Blank)],
        Plain::Text(_) | Plain::List(_) => vec![row("is", VALUE.cell(value, lexicon)?)],
        Plain::Table(tests) if !tests.is_empty() => tests
            .iter()
            .map(|(test, value)| {
                let kind = match test.as_str() {
                    "at_least" | "at_most" => Kind::Number,
                    "all" | "named_by" => VALUE,
                    _ => return None,
                };
                Some(row(test, kind.cell(value, lexicon)?))
            })
            .collect::<Option<_>>()?,
        _ => return None,
    };
    let mut back = Entries::new();
    for row in &rows {
        let test = test_of(&row.test, lexicon);
        add(
            &mut back,
            name,
            &test,
            row_value(&test, &row.value, lexicon),
        );
    }
    // A list of one is not the same as its word where the word names a list or times of day.
    let comes_back = back.iter().all(|(_, made)| {
        made == value || made.normal() == value.normal() && !is_special(name, value)
    });
    comes_back.then_some(rows)
}

fn is_special(field: &str, value: &Plain) -> bool {
    let one = match value {
        Plain::List(items) => items.first(),
        _ => None,
    };
    let names = |text: &str| text.starts_with("places.") || text.starts_with("calendar.");
    matches!(one, Some(Plain::Text(text)) if matches!(field, "hours" | "time" | "date") || names(text))
}

/// How the names of fields are read and written, or of headings.
pub(super) fn field_kind(are_fields: bool) -> Kind {
    if are_fields {
        Kind::Word {
            words: super::spec::ASKED,
            or_else: true,
        }
    } else {
        Kind::Text
    }
}

/// The comparison that a cell names: the words of the agreement file, or what stands there if it is none; a blank one is «is».
pub(super) fn test_of(cell: &BookCell, lexicon: &Lexicon<'_>) -> String {
    match (Kind::Word {
        words: TESTS,
        or_else: false,
    })
    .value(cell, lexicon)
    {
        Some(Plain::Text(test)) => test,
        _ => "is".to_owned(),
    }
}

/// What a row says of its field: a value, or a table with the comparison.
pub(super) fn row_value(test: &str, cell: &BookCell, lexicon: &Lexicon<'_>) -> Plain {
    let number = |cell: &BookCell| Kind::Number.value(cell, lexicon);
    let blank = || Plain::Text(String::new());
    match test {
        "is-marked" => Plain::Truth(true),
        "is-blank" => Plain::Truth(false),
        "is" => VALUE.value(cell, lexicon).unwrap_or_else(blank),
        "at_least" | "at_most" => {
            Plain::Table(vec![(test.to_owned(), number(cell).unwrap_or_else(blank))])
        }
        other => Plain::Table(vec![(
            other.to_owned(),
            VALUE.value(cell, lexicon).unwrap_or_else(blank),
        )]),
    }
}

/// Adds what a row says to the conditions: two comparisons of one field become one table.
pub(super) fn add(conditions: &mut Entries, field: &str, test: &str, value: Plain) {
    let is_compared = !test.starts_with("is");
    match (conditions.iter_mut().find(|(name, _)| name == field), value) {
        (Some((_, Plain::Table(tests))), Plain::Table(more)) if is_compared => tests.extend(more),
        (_, value) => conditions.push((field.to_owned(), value)),
    }
}

fn group_cell(group: Group, lexicon: &Lexicon<'_>) -> BookCell {
    match group {
        Group::All => BookCell::Blank,
        Group::Any(number) => BookCell::Text(format!("{} {number}", lexicon.word("any-group"))),
        Group::Not => BookCell::Text(lexicon.word("not-group")),
    }
}

/// The group that a cell names; none if it names none.
pub(super) fn group_of(text: &str, lexicon: &Lexicon<'_>) -> Option<Group> {
    let text = folded(text);
    if lexicon.means("book-word-not-group", &text) {
        return Some(Group::Not);
    }
    let words = text.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let number = text.get(words.len()..)?.parse().ok();
    let is_any = lexicon.means("book-word-any-group", words);
    number
        .or(Some(1))
        .filter(|number| is_any && *number > 0)
        .map(Group::Any)
}
