//! A value of the agreement file and the cell that it stands in.

use super::lexicon::Lexicon;
use super::plain::{Plain, survives};
use crate::model::book::BookCell;

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    /// A value that is made of a word and a number or a name: «6 months», «calendar.juli».
    Form,
    Number,
    /// A number, or a share in per cent.
    Bound,
    Day,
    Truth,
    /// One of these words, or another text if `or_else`.
    Word {
        words: &'static [&'static str],
        or_else: bool,
    },
    /// One or more, of these words if there are any; `commas` part them too.
    Several {
        words: &'static [&'static str],
        commas: bool,
    },
    /// A period, which a spreadsheet likes to take for a day.
    Period,
}

impl Kind {
    /// The words that a cell is chosen from.
    pub(super) fn words(self) -> &'static [&'static str] {
        match self {
            Kind::Word { words, .. } | Kind::Several { words, .. } => words,
            Kind::Truth => &["true", "false"],
            _ => &[],
        }
    }

    /// The cell of a value; none if the value does not come back from it as it is.
    pub(super) fn cell(self, value: &Plain, lexicon: &Lexicon<'_>) -> Option<BookCell> {
        let cell = self.written(value, lexicon)?;
        let back = self.value(&cell, lexicon)?;
        (back.normal() == value.normal()).then_some(cell)
    }

    fn written(self, value: &Plain, lexicon: &Lexicon<'_>) -> Option<BookCell> {
        let word = |text: &str| {
            let is_known = self.words().contains(&text);
            let written = match self {
                _ if is_known => lexicon.word(text),
                // A period is «term» or figures.
                Kind::Period if text == "term" => lexicon.word(text),
                Kind::Form | Kind::Word { .. } | Kind::Several { .. } => lexicon.spoken(text),
                _ => text.to_owned(),
            };
            survives(&written).then_some(written)
        };
        Some(match (self, value) {
            (_, Plain::Whole(number)) => BookCell::Number(*number as f64),
            (_, Plain::Decimal(number)) => BookCell::Number(*number),
            (_, Plain::Day(day)) => BookCell::Day(*day),
            (Kind::Truth, Plain::Truth(truth)) => {
                BookCell::Text(lexicon.word(if *truth { "true" } else { "false" }))
            }
            (Kind::Day, Plain::Text(text)) => BookCell::Day(text.parse().ok()?),
            (_, Plain::Text(text)) => BookCell::Text(word(text)?),
            (Kind::Several { .. }, Plain::List(items)) => {
                let text = |item: &Plain| match item {
                    Plain::Text(text) => word(text),
                    _ => None,
                };
                let items: Vec<String> = items.iter().map(text).collect::<Option<_>>()?;
                BookCell::Text(Some(items.join("; ")).filter(|text| !text.is_empty())?)
            }
            _ => return None,
        })
    }

    /// The value of a cell; none of a blank one. What cannot be the value is left as it is written, for whoever reads the agreement
    /// to tell.
    pub(super) fn value(self, cell: &BookCell, lexicon: &Lexicon<'_>) -> Option<Plain> {
        let as_text = |text: String| match self {
            Kind::Word { words, .. } => Plain::Text(meant(&text, words, lexicon)),
            Kind::Several { words, commas } => several(&text, words, commas, lexicon),
            Kind::Truth => truth(&text, lexicon).map_or(Plain::Text(text), Plain::Truth),
            Kind::Form => Plain::Text(lexicon.unspoken(&text)),
            Kind::Period => Plain::Text(meant(&text, &["term"], lexicon)),
            Kind::Number => decimal(&text).map_or(Plain::Text(text), number),
            Kind::Bound if !text.contains('%') => decimal(&text).map_or(Plain::Text(text), number),
            _ => Plain::Text(text),
        };
        Some(match (self, cell) {
            (_, BookCell::Blank) => return None,
            (_, BookCell::Text(text)) => as_text(text.clone()),
            (Kind::Truth, BookCell::Truth(truth)) => Plain::Truth(*truth),
            (_, BookCell::Truth(truth)) => as_text(truth.to_string()),
            (Kind::Day, BookCell::Day(day)) => Plain::Day(*day),
            // «2023-09» becomes the first of the month as it is typed.
            (Kind::Period, BookCell::Day(day)) => Plain::Text(day.format("%Y-%m").to_string()),
            (_, BookCell::Day(day)) => as_text(day.to_string()),
            (Kind::Number | Kind::Bound, BookCell::Number(value)) => number(*value),
            (_, BookCell::Number(value)) => as_text(shown(*value)),
            (_, BookCell::PerCent(value)) => as_text(format!("{} %", shown(*value))),
        })
    }
}

/// A number as TOML tells numbers apart.
fn number(value: f64) -> Plain {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        Plain::Whole(value as i128)
    } else {
        Plain::Decimal(value)
    }
}

/// A number as people write it where a text is meant: «1», not «1.0».
pub(super) fn shown(value: f64) -> String {
    // What a spreadsheet adds by reckoning in binary is nothing that anybody wrote.
    let rounded = (value * 1e6).round() / 1e6;
    number(rounded).inline()
}

/// «2,5», «1 200».
fn decimal(text: &str) -> Option<f64> {
    let text: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let is_number = text.starts_with(|sign: char| sign.is_ascii_digit())
        && text
            .chars()
            .all(|sign| sign.is_ascii_digit() || sign == ',' || sign == '.');
    text.replace(',', ".").parse().ok().filter(|_| is_number)
}

fn truth(text: &str, lexicon: &Lexicon<'_>) -> Option<bool> {
    match lexicon.canonical(text, &["true", "false"])? {
        "true" => Some(true),
        _ => Some(false),
    }
}

fn meant(text: &str, words: &[&str], lexicon: &Lexicon<'_>) -> String {
    let known = lexicon.canonical(text, words);
    known.map_or_else(|| lexicon.unspoken(text.trim()), str::to_owned)
}

/// Items parted by semicolons or lines, and by commas where no item can have one.
fn several(text: &str, words: &[&str], commas: bool, lexicon: &Lexicon<'_>) -> Plain {
    let items = text.split(|sign: char| matches!(sign, ';' | '\n') || commas && sign == ',');
    let items = items.map(str::trim).filter(|item| !item.is_empty());
    let items: Vec<Plain> = items
        .map(|item| Plain::Text(meant(item, words, lexicon)))
        .collect();
    match <[Plain; 1]>::try_from(items) {
        Ok([one]) => one,
        Err(items) => Plain::List(items),
    }
}
