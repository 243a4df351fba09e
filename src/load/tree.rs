//! The parsed TOML as a plain tree in which every key and value knows its line. The only file that knows the TOML crate.
//!
//! The crate's derived readers lose places inside enums and stop at the first fault; a tree that is walked does neither.

use crate::privacy::mask;
use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A file (0 is the agreement itself, then its included files) and a line from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Position {
    pub(super) file: usize,
    pub(super) line: usize,
}

impl Position {
    /// The first line of a file.
    pub(super) fn start_of(file: usize) -> Position {
        Position { file, line: 1 }
    }
}

/// A value and where it begins.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) at: Position,
    pub(super) value: Value,
    /// A text as it is written, where an identity number in it is masked.
    pub(super) written: Option<String>,
}

/// What can stand to the right of a key.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Text(String),
    Whole(i128),
    Decimal(f64),
    Truth(bool),
    Day(NaiveDate),
    /// A time of day, or a day with a time: nothing in an agreement is one.
    Moment,
    List(Vec<Node>),
    Table(Vec<Entry>),
}

/// A key and its value.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) at: Position,
    pub(super) node: Node,
}

/// A place where the text is not TOML.
#[derive(Clone, Debug)]
pub(super) struct Broken {
    pub(super) at: Position,
    pub(super) message: String,
    /// The text it is about; empty at the end of the file.
    pub(super) text: String,
}

impl Broken {
    /// A key or table that is written twice; the text is then its name.
    pub(super) fn is_duplicate(&self) -> bool {
        self.message.starts_with("duplicate key")
    }
}

/// The entries of an agreement's file in the order they are written, and every place where it is not TOML. Identity numbers
/// are masked in its keys and texts.
pub(super) fn parse(text: &str, file: usize) -> (Vec<Entry>, Vec<Broken>) {
    parse_with(text, file, &mask)
}

/// The same of a file whose texts nobody is shown: a password may look like an identity number.
pub(super) fn parse_private(text: &str, file: usize) -> (Vec<Entry>, Vec<Broken>) {
    parse_with(text, file, &|_| None)
}

type Masking<'a> = &'a dyn Fn(&str) -> Option<String>;

fn parse_with(text: &str, file: usize, masked: Masking<'_>) -> (Vec<Entry>, Vec<Broken>) {
    let lines = Lines::of(text, file);
    let plain = |text: &str| masked(text).unwrap_or_else(|| text.to_owned());
    let (root, faults) = DeTable::parse_recoverable(text);
    let broken = faults
        .iter()
        .map(|fault| {
            let span = fault.span().unwrap_or(text.len()..text.len());
            Broken {
                at: lines.at(span.start),
                message: plain(fault.message().lines().next().unwrap_or_default()),
                text: plain(text.get(span).unwrap_or_default()),
            }
        })
        .collect();
    (entries(root.get_ref(), &lines, masked), broken)
}

/// The places of the line breaks of a text.
struct Lines {
    breaks: Vec<usize>,
    file: usize,
}

impl Lines {
    fn of(text: &str, file: usize) -> Lines {
        Lines {
            breaks: text.match_indices('\n').map(|(at, _)| at).collect(),
            file,
        }
    }

    fn at(&self, offset: usize) -> Position {
        Position {
            file: self.file,
            line: self
                .breaks
                .partition_point(|line_break| *line_break < offset)
                + 1,
        }
    }
}

/// The crate keeps keys by alphabet; the report follows the file.
fn entries(table: &DeTable<'_>, lines: &Lines, masked: Masking<'_>) -> Vec<Entry> {
    let mut written: Vec<_> = table.iter().collect();
    written.sort_by_key(|(key, _)| key.span().start);
    written
        .into_iter()
        .map(|(key, value)| Entry {
            key: masked(key.get_ref()).unwrap_or_else(|| key.get_ref().to_string()),
            at: lines.at(key.span().start),
            node: node(value, lines, masked),
        })
        .collect()
}

fn node(spanned: &Spanned<DeValue<'_>>, lines: &Lines, masked: Masking<'_>) -> Node {
    let mut written = None;
    let value = match spanned.get_ref() {
        DeValue::String(text) => Value::Text(match masked(text) {
            Some(masked) => {
                written = Some(text.to_string());
                masked
            }
            None => text.to_string(),
        }),
        DeValue::Integer(number) => match i128::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => Value::Whole(number),
            Err(_) => Value::Decimal(f64::INFINITY),
        },
        DeValue::Float(number) => Value::Decimal(number.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(truth) => Value::Truth(*truth),
        DeValue::Datetime(moment) => match (&moment.date, &moment.time) {
            (Some(date), None) => NaiveDate::from_ymd_opt(
                i32::from(date.year),
                u32::from(date.month),
                u32::from(date.day),
            )
            .map_or(Value::Moment, Value::Day),
            _ => Value::Moment,
        },
        DeValue::Array(items) => {
            Value::List(items.iter().map(|item| node(item, lines, masked)).collect())
        }
        DeValue::Table(table) => Value::Table(entries(table, lines, masked)),
    };
    Node {
        at: lines.at(spanned.span().start),
        value,
        written,
    }
}
