//! How the data of a finding becomes the arguments of its sentences.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::agreement::Role;
use crate::model::phrase::Arg;
use crate::model::quantity::Quantity;
use crate::model::span::DateSpan;
use crate::model::status::Status;

/// Arguments by their stable names.
pub(crate) type Args = BTreeMap<&'static str, Arg>;

/// What stands for a value that is not there, in the sentences and in follow-up.json.
const NONE: &str = "none";

pub(super) trait ArgValue {
    /// Adds the value under its name. What is made of several values names them itself.
    fn put(&self, name: &'static str, args: &mut Args);
}

impl<T: ArgValue> ArgValue for Option<T> {
    fn put(&self, name: &'static str, args: &mut Args) {
        match self {
            Some(value) => value.put(name, args),
            None => NONE.put(name, args),
        }
    }
}

macro_rules! plain {
    ($($type:ty)*) => {$(
        impl ArgValue for $type {
            fn put(&self, name: &'static str, args: &mut Args) {
                args.insert(name, self.clone().into());
            }
        }
    )*};
}

plain! { &'static str String usize NaiveDate DateSpan Quantity Status }

impl ArgValue for Role {
    fn put(&self, name: &'static str, args: &mut Args) {
        self.name().put(name, args);
    }
}

/// A year, which no language groups by thousands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Year(pub i32);

impl ArgValue for Year {
    fn put(&self, name: &'static str, args: &mut Args) {
        self.0.to_string().put(name, args);
    }
}

/// An activity by its id: the sentences have the agreement's words for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityId(pub String);

impl ArgValue for ActivityId {
    fn put(&self, name: &'static str, args: &mut Args) {
        args.insert(name, Arg::Activity(self.0.clone()));
    }
}

/// So many of an activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountedQuantity {
    pub value: Quantity,
    /// The activity's id.
    pub activity: String,
}

impl ArgValue for CountedQuantity {
    fn put(&self, name: &'static str, args: &mut Args) {
        args.insert(name, Arg::Counted(self.value, self.activity.clone()));
    }
}

/// The row of another workbook that a row may tell the same as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherRow {
    /// The partner's name.
    pub partner: String,
    pub workbook: String,
    pub sheet: String,
    pub cell: String,
}

impl ArgValue for Option<OtherRow> {
    fn put(&self, _: &'static str, args: &mut Args) {
        let part = |part: fn(&OtherRow) -> &String| self.as_ref().map(part).cloned();
        part(|row| &row.partner).put("partner", args);
        part(|row| &row.workbook).put("workbook", args);
        part(|row| &row.sheet).put("sheet", args);
        part(|row| &row.cell).put("cell", args);
    }
}

/// Where a heading or a label stands once more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RepeatedAt {
    /// On a form; the label at `cell` is the one that is read.
    Form { heading: String, cell: String },
    /// Over another column than the one that is read.
    OtherColumn { heading: String, column: String },
    /// All of the headings, further down and in another order.
    Below,
}

impl ArgValue for RepeatedAt {
    fn put(&self, name: &'static str, args: &mut Args) {
        let (place, read) = match self {
            RepeatedAt::Form { heading, cell } => ("form", Some((heading, cell))),
            RepeatedAt::OtherColumn { heading, column } => ("beside", Some((heading, column))),
            RepeatedAt::Below => ("below", None),
        };
        place.put(name, args);
        if let Some((heading, at)) = read {
            heading.put("heading", args);
            at.put("column", args);
        }
    }
}

/// Why a ruling no longer holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lapse {
    /// Its row is gone.
    Gone,
    /// Something in the row has changed that is not told.
    Words,
    /// The row's day or number has changed.
    Changed {
        was_date: DateSpan,
        /// None where the figure was withheld.
        was: Option<Quantity>,
        now_date: DateSpan,
        now: Quantity,
    },
}

impl ArgValue for Lapse {
    fn put(&self, name: &'static str, args: &mut Args) {
        let word = match self {
            Lapse::Gone => "gone",
            Lapse::Words => "words",
            Lapse::Changed { .. } => "changed",
        };
        word.put(name, args);
        if let Lapse::Changed {
            was_date,
            was,
            now_date,
            now,
        } = self
        {
            was_date.put("was-date", args);
            was.put("was", args);
            now_date.put("now-date", args);
            now.put("now", args);
        }
    }
}

/// A value that leaves no argument where it is not there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IfKnown<T>(pub Option<T>);

impl<T: ArgValue> ArgValue for IfKnown<T> {
    fn put(&self, name: &'static str, args: &mut Args) {
        if let IfKnown(Some(value)) = self {
            value.put(name, args);
        }
    }
}

/// A time as a cell has it: in words, or as a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WrittenTime {
    Words(String),
    Days(DateSpan),
}

impl ArgValue for WrittenTime {
    fn put(&self, name: &'static str, args: &mut Args) {
        match self {
            WrittenTime::Words(text) => text.put(name, args),
            WrittenTime::Days(days) => days.put(name, args),
        }
    }
}
