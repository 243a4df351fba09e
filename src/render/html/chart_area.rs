//! Where days and amounts lie in a picture.

use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;

use crate::model::quantity::Amount;

/// The field of the picture, in its own units: where it begins and ends.
pub(crate) const LEFT: u64 = 46;
pub(crate) const RIGHT: u64 = 348;
pub(crate) const TOP: u64 = 12;
pub(crate) const BOTTOM: u64 = 124;
/// The height of a name beside it.
pub(crate) const NAME_HEIGHT: u64 = 14;

/// A name beside the field.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Tick {
    pub(crate) at: u64,
    pub label: String,
}

/// Where days and amounts lie.
pub(crate) struct ChartArea {
    /// The day at the left edge.
    pub from: NaiveDate,
    /// How many days there are.
    pub days: u64,
    /// The highest amount, in hundredths.
    pub(crate) top: u64,
}

impl ChartArea {
    /// Where a day lies.
    pub(crate) fn x(&self, day: NaiveDate) -> u64 {
        let passed = u64::try_from((day - self.from).num_days())
            .unwrap_or(0)
            .min(self.days);
        LEFT + (RIGHT - LEFT) * passed / self.days
    }

    /// Where an amount lies.
    pub(crate) fn y(&self, amount: Amount) -> u64 {
        // Hundredths of a field of 112 units never come near the bound.
        let height = (BOTTOM - TOP).saturating_mul(amount.in_hundredths().min(self.top)) / self.top;
        BOTTOM - height
    }

    /// Where years begin.
    pub(crate) fn years(&self) -> Vec<Tick> {
        let last = self.from + Days::new(self.days);
        let begins = |year: i32| {
            NaiveDate::from_ymd_opt(year, 1, 1)
                .unwrap_or_default()
                .max(self.from)
        };
        (self.from.year()..=last.year())
            .map(|year| Tick {
                at: self.x(begins(year)),
                label: year.to_string(),
            })
            .filter(|tick| tick.at + 30 < RIGHT)
            .collect()
    }
}
