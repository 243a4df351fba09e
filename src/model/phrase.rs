//! Sentences of the language files, and what stands in them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::quantity::{Amount, Quantity};
use super::span::DateSpan;
use super::status::Status;

/// A typed argument of a finding's sentences.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(crate) enum Arg {
    /// A count of things the program counted itself: rows, months.
    Count(u64),
    /// A single amount.
    Amount(Amount),
    /// What was reported.
    Quantity(Quantity),
    Day(NaiveDate),
    /// Several days.
    Span(DateSpan),
    /// Words from the agreement or a workbook (masked).
    Text(String),
    /// So many of an activity, told with the agreement's word for it.
    #[serde(serialize_with = "only_the_quantity")]
    Counted(Quantity, String),
    /// The agreement's word for several of an activity.
    Activity(String),
    /// Told with one decimal, unless it is whole: weeks, an average.
    Tenths(Quantity),
    /// Told as per cent.
    Percent(Quantity),
    /// Told with the language's word for it.
    Status(Status),
    /// Another sentence.
    Phrase(Box<Phrase>),
}

/// In JSON a counted quantity is its numbers; the word belongs to the sentence.
fn only_the_quantity<S: serde::Serializer>(
    quantity: &Quantity,
    _: &String,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    quantity.serialize(serializer)
}

/// A sentence of the language files and what stands in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Phrase {
    /// Its key in `templates/lang`.
    pub key: &'static str,
    /// What stands in it, by name.
    pub(crate) args: BTreeMap<&'static str, Arg>,
}

impl Phrase {
    /// A phrase without arguments.
    pub(crate) fn new(key: &'static str) -> Phrase {
        Phrase {
            key,
            args: BTreeMap::new(),
        }
    }

    /// The same with one argument more.
    pub(crate) fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Phrase {
        self.args.insert(name, arg.into());
        self
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Arg {
        Arg::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Text(text)
    }
}
impl From<&String> for Arg {
    fn from(text: &String) -> Arg {
        Arg::Text(text.clone())
    }
}
impl From<u64> for Arg {
    fn from(count: u64) -> Arg {
        Arg::Count(count)
    }
}
impl From<usize> for Arg {
    fn from(count: usize) -> Arg {
        Arg::Count(count as u64)
    }
}
impl From<NaiveDate> for Arg {
    fn from(day: NaiveDate) -> Arg {
        Arg::Day(day)
    }
}
impl From<DateSpan> for Arg {
    fn from(span: DateSpan) -> Arg {
        if span.is_exact() {
            Arg::Day(span.from)
        } else {
            Arg::Span(span)
        }
    }
}
impl From<Quantity> for Arg {
    fn from(quantity: Quantity) -> Arg {
        Arg::Quantity(quantity)
    }
}
impl From<Status> for Arg {
    fn from(status: Status) -> Arg {
        Arg::Status(status)
    }
}
impl From<Phrase> for Arg {
    fn from(phrase: Phrase) -> Arg {
        Arg::Phrase(Box::new(phrase))
    }
}
impl From<Amount> for Arg {
    fn from(amount: Amount) -> Arg {
        Arg::Amount(amount)
    }
}
