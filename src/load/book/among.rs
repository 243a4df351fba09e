//! Cells with a form of their own: the values that `among` asks for, and numbers by their names.

use super::lexicon::Lexicon;
use super::plain::{Entries, Plain, survives};
use crate::model::book::BookCell;

/// Whether `each` asks for the values of several fields, so that a line of the cell is a field's; days, weeks and months have none.
pub(super) fn is_by_line(each: Option<&Plain>) -> bool {
    let is_field =
        |item: &&Plain| word(item).is_some_and(|word| !["day", "week", "month"].contains(&word));
    match each {
        Some(Plain::List(items)) => items.iter().filter(is_field).count() > 1,
        _ => false,
    }
}

/// The cell of `among`: words parted by semicolons, and a line for each field where there are several (`by_line`).
pub(super) fn cell(target: &Entries, by_line: bool, lexicon: &Lexicon<'_>) -> Option<BookCell> {
    let (_, value) = target.iter().find(|(key, _)| key == "among")?;
    let text = match value {
        Plain::Text(text) => lexicon.spoken(text),
        Plain::List(items)
            if items
                .iter()
                .all(|item| word(item).is_some_and(|word| !is_list(word))) =>
        {
            line(value)?
        }
        Plain::List(items) => items
            .iter()
            .map(|item| match item {
                Plain::Text(text) => line(&Plain::Text(lexicon.spoken(text))),
                item => line(item),
            })
            .collect::<Option<Vec<_>>>()?
            .join("\n"),
        _ => return None,
    };
    let comes_back =
        survives(&text) && value_of(&text, by_line, lexicon).normal() == value.normal();
    comes_back.then_some(BookCell::Text(text))
}

/// What a cell asks for; `by_line` where a line is a field of several.
pub(super) fn value_of(text: &str, by_line: bool, lexicon: &Lexicon<'_>) -> Plain {
    let words = |text: &str| -> Vec<Plain> {
        let words = text
            .split([';', '\n'])
            .map(str::trim)
            .filter(|word| !word.is_empty());
        words
            .map(|word| Plain::Text(lexicon.unspoken(word)))
            .collect()
    };
    let field = |text: &str| match words(text).as_slice() {
        [one @ Plain::Text(name)] if is_list(name) => one.clone(),
        words => Plain::List(words.to_vec()),
    };
    if by_line {
        let filled = text.lines().filter(|line| !line.trim().is_empty());
        Plain::List(filled.map(field).collect())
    } else {
        field(text)
    }
}

fn is_list(word: &str) -> bool {
    word.starts_with("places.")
}

fn word(item: &Plain) -> Option<&str> {
    match item {
        Plain::Text(text) => Some(text),
        _ => None,
    }
}

/// The words of one field.
fn line(field: &Plain) -> Option<String> {
    let is_plain = |word: &&str| !word.contains([';', '\n']) && survives(word);
    match field {
        Plain::Text(text) => Some(text.clone()).filter(|text| !text.contains([';', '\n'])),
        Plain::List(items) => {
            let words = items.iter().map(|item| word(item).filter(is_plain));
            words
                .collect::<Option<Vec<_>>>()
                .map(|words| words.join("; "))
        }
        _ => None,
    }
}

/// «kontroll = 20; patrull = 60»; none if a name would be read otherwise.
pub(super) fn pairs(own: &Entries) -> Option<String> {
    let one = |(name, value): &(String, Plain)| match value {
        Plain::Whole(number) if survives(name) && !name.contains([';', '=', '\n']) => {
            Some(format!("{name} = {number}"))
        }
        _ => None,
    };
    let all: Vec<String> = own.iter().map(one).collect::<Option<_>>()?;
    (!all.is_empty()).then(|| all.join("; "))
}

/// What such a cell says; none if it has no numbers by names.
pub(super) fn numbers(text: &str) -> Option<Plain> {
    let one = |pair: &str| {
        let (name, number) = pair.split_once('=')?;
        let number = number.trim();
        let number = number
            .parse()
            .map_or_else(|_| Plain::Text(number.to_owned()), Plain::Whole);
        Some((name.trim().to_owned(), number))
    };
    let pairs = text
        .split([';', '\n'])
        .filter(|pair| !pair.trim().is_empty());
    pairs
        .map(one)
        .collect::<Option<Entries>>()
        .map(Plain::Table)
}
