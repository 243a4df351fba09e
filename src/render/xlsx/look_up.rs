//! What is looked up on the sheet of activities.

use super::cell::{TableCell, Value};
use super::columns::{activities as column, counted};
use super::sheet::Columns;
use super::texts::Texts;
use crate::model::quantity::{Amount, Quantity};

/// Looks up the number of a row's activity.
pub(super) struct LookUp<'a> {
    pub(super) activities: &'a Columns,
    pub(super) own: &'a Columns,
    /// The row of the formula on its sheet, from 1.
    pub(super) row: usize,
    pub(super) texts: &'a Texts<'a>,
}

impl LookUp<'_> {
    /// The activity's own number where that is what it gives; otherwise what it gives, such as nothing.
    pub(super) fn low(&self, given: Quantity, number: Option<Quantity>) -> TableCell {
        match number {
            Some(number) if number.low() == given.low() && given.low() > Amount::ZERO => {
                TableCell::Formula(self.formula(column::LOW), Value::Amount(given.low()))
            }
            _ => TableCell::Amount(given.low()),
        }
    }

    /// The same of the highest number.
    pub(super) fn high(&self, given: Quantity, number: Option<Quantity>) -> TableCell {
        match (given.high(), number) {
            (Some(high), Some(number)) if number.high() == Some(high) => {
                TableCell::Formula(self.formula(column::HIGH), Value::Amount(high))
            }
            _ => self.texts.high(given),
        }
    }

    /// The formula of the activity's cell in a column.
    pub(super) fn formula(&self, column: usize) -> String {
        format!(
            "=INDEX({},MATCH({},{},0))",
            self.activities.all(column),
            self.own.own(counted::ACTIVITY, self.row),
            self.activities.all(column::ACTIVITY)
        )
    }
}
