//! Numbers.

use crate::load::declare::{Input, Takes};
use crate::load::shape::Shape;
use crate::load::tree::Value;
use crate::load::value::{self, Number};
use crate::model::finding::{ExpectedForm, ExpectedType};
use crate::model::quantity::Amount;

impl Takes for Amount {
    type Value = Amount;
    const SHAPE: Shape = Shape::Number;

    fn read(input: Input<'_>) -> Option<Amount> {
        match value::number(input.value()) {
            Number::Plain(amount) => Some(amount),
            Number::None => input.wrong(ExpectedType::Number),
            _ => input.invalid("", ExpectedForm::Number),
        }
    }
}

/// A whole number in these bounds.
pub(in crate::load) struct Whole<const LEAST: u64, const MOST: u64>;

impl<const LEAST: u64, const MOST: u64> Takes for Whole<LEAST, MOST> {
    type Value = u64;
    const SHAPE: Shape = Shape::Whole(LEAST, MOST);

    fn read(input: Input<'_>) -> Option<u64> {
        let Value::Whole(number) = input.value() else {
            return input.wrong(ExpectedType::Number);
        };
        match u64::try_from(*number) {
            Ok(number) if (LEAST..=MOST).contains(&number) => Some(number),
            _ => input.invalid(&number.to_string(), ExpectedForm::Number),
        }
    }
}

pub(in crate::load) type WholeNumber = Whole<0, { u64::MAX }>;

/// The number of a bound, as it is written: what it can be depends on the kind of target.
pub(in crate::load) enum BoundNumber {}

impl Takes for BoundNumber {
    type Value = Number;
    const SHAPE: Shape = Shape::Either(&[
        Shape::Number,
        Shape::Form("share: «20 %»", r"^\s*\d+([.,]\d+)?\s*%\s*$"),
    ]);

    fn read(input: Input<'_>) -> Option<Number> {
        Some(value::number(input.value()))
    }
}

/// The same, of what is never a share.
pub(in crate::load) enum BaselineNumber {}

impl Takes for BaselineNumber {
    type Value = Number;
    const SHAPE: Shape = Shape::Number;

    fn read(input: Input<'_>) -> Option<Number> {
        Some(value::number(input.value()))
    }
}
