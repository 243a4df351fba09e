//! Values of an agreement without their places, as they are moved between its text and its workbook.

use std::fmt::Write;

use chrono::NaiveDate;

use crate::load::tree::{Entry, Node, Value};

/// Keys and values in the order they are written.
pub(super) type Entries = Vec<(String, Plain)>;

/// A value of the agreement file.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Plain {
    Text(String),
    Whole(i128),
    Decimal(f64),
    Truth(bool),
    Day(NaiveDate),
    List(Vec<Plain>),
    Table(Entries),
}

/// The entries of a parsed file; none if it holds what no agreement can, a time of day.
pub(super) fn entries(written: &[Entry]) -> Option<Entries> {
    let one = |entry: &Entry| Some((entry.key.clone(), plain(&entry.node)?));
    written.iter().map(one).collect()
}

fn plain(node: &Node) -> Option<Plain> {
    Some(match &node.value {
        Value::Text(text) => Plain::Text(node.written.clone().unwrap_or_else(|| text.clone())),
        Value::Whole(number) => Plain::Whole(*number),
        Value::Decimal(number) => Plain::Decimal(*number),
        Value::Truth(truth) => Plain::Truth(*truth),
        Value::Day(day) => Plain::Day(*day),
        Value::Moment => return None,
        Value::List(items) => Plain::List(items.iter().map(plain).collect::<Option<_>>()?),
        Value::Table(inner) => Plain::Table(entries(inner)?),
    })
}

impl Plain {
    /// The value in the form that all which mean the same have: a list of one is that one, a table with nothing but the words
    /// that could stand alone is those words, and the order of keys is that of the alphabet.
    pub(super) fn normal(&self) -> Plain {
        match self {
            Plain::Text(text) => text
                .parse::<NaiveDate>()
                .map_or_else(|_| self.clone(), Plain::Day),
            Plain::Decimal(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
                Plain::Whole(*number as i128)
            }
            Plain::List(items) => {
                let items: Vec<Plain> = items.iter().map(Plain::normal).collect();
                match <[Plain; 1]>::try_from(items) {
                    Ok([one]) => one,
                    Err(items) => Plain::List(items),
                }
            }
            Plain::Table(entries) => match entries.as_slice() {
                [(key, one)] if matches!(key.as_str(), "heading" | "value" | "name") => {
                    one.normal()
                }
                entries => {
                    let mut sorted: Entries = entries
                        .iter()
                        .map(|(key, value)| (key.clone(), value.normal()))
                        .collect();
                    sorted.sort_by(|one, other| one.0.cmp(&other.0));
                    Plain::Table(sorted)
                }
            },
            other => other.clone(),
        }
    }

    /// As TOML, on one line.
    pub(super) fn inline(&self) -> String {
        match self {
            Plain::Text(text) => quoted(text),
            Plain::Whole(number) => number.to_string(),
            // A whole one keeps its point: it is another value in TOML.
            Plain::Decimal(number) => format!("{number:?}"),
            Plain::Truth(truth) => truth.to_string(),
            Plain::Day(day) => day.to_string(),
            Plain::List(items) => {
                let items: Vec<String> = items.iter().map(Plain::inline).collect();
                format!("[{}]", items.join(", "))
            }
            Plain::Table(entries) if entries.is_empty() => "{}".to_owned(),
            Plain::Table(entries) => {
                let one =
                    |(name, value): &(String, Plain)| format!("{} = {}", key(name), value.inline());
                let entries: Vec<String> = entries.iter().map(one).collect();
                format!("{{ {} }}", entries.join(", "))
            }
        }
    }
}

/// A text in quotation marks. What a workbook would change on its way is escaped.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            sign if is_usual(sign) => out.push(sign),
            sign if u32::from(sign) < 0x1_0000 => {
                // A String takes whatever is written to it.
                let _ = write!(out, "\\u{:04X}", u32::from(sign));
            }
            sign => {
                let _ = write!(out, "\\U{:08X}", u32::from(sign));
            }
        }
    }
    out.push('"');
    out
}

/// A key as TOML writes it: bare where it can be.
pub(super) fn key(name: &str) -> String {
    let is_bare = |sign: char| sign.is_ascii_alphanumeric() || sign == '-' || sign == '_';
    if !name.is_empty() && name.chars().all(is_bare) {
        name.to_owned()
    } else {
        quoted(name)
    }
}

/// Whether every spreadsheet gives the sign back as it was written: letters and signs that are seen, and the plain blank.
fn is_usual(sign: char) -> bool {
    matches!(sign, ' '..='~' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' | '\u{370}'..='\u{5FF}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{20A0}'..='\u{20BF}' | '\u{2190}'..='\u{22FF}')
}

/// Whether a text comes back from a cell as it went in: spreadsheets trim it, fold odd blanks, and take some words for errors.
pub(super) fn survives(text: &str) -> bool {
    const MOST: usize = 30_000;
    !text.is_empty()
        && text.trim() == text
        && text.chars().all(|sign| sign == '\n' || is_usual(sign))
        && text.chars().count() < MOST
        && !text.starts_with(['#', '\''])
        && !["Err:", "Fel:"].iter().any(|error| text.starts_with(error))
        && !text.contains("_x")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::tree;

    #[test]
    fn every_text_comes_back_from_its_quotation_marks() {
        for text in [
            "",
            "a\"b\\c",
            "två\nrader",
            "\u{A0}\t\r\u{0}",
            "\u{1F600}",
            "E\u{301}",
        ] {
            let (entries, broken) =
                tree::parse_private(&format!("{} = {}", key(text), quoted(text)), 0);
            assert!(broken.is_empty(), "{text:?}");
            let read = super::entries(&entries);
            assert_eq!(
                read,
                Some(vec![(text.to_owned(), Plain::Text(text.to_owned()))])
            );
        }
    }
}
