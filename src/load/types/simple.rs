//! Days, and yes or no.

use chrono::NaiveDate;

use crate::load::declare::{Input, Takes};
use crate::load::shape::Shape;
use crate::load::tree::Value;
use crate::load::value;
use crate::model::finding::{ExpectedForm, ExpectedType};

/// A day, also written as a text.
pub(in crate::load) enum Date {}

impl Takes for Date {
    type Value = NaiveDate;
    const SHAPE: Shape = Shape::Date;

    fn read(input: Input<'_>) -> Option<NaiveDate> {
        match input.value() {
            Value::Day(day) => Some(*day),
            Value::Text(_) => input.parsed(value::date, ExpectedForm::Date),
            _ => input.wrong(ExpectedType::Date),
        }
    }
}

impl Takes for bool {
    type Value = bool;
    const SHAPE: Shape = Shape::Truth;

    fn read(input: Input<'_>) -> Option<bool> {
        match input.value() {
            Value::Truth(truth) => Some(*truth),
            _ => input.wrong(ExpectedType::YesNo),
        }
    }
}
