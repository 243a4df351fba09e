//! Where days and amounts lie in a picture.

use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;

use crate::model::quantity::Amount;
use crate::model::span::DateSpan;

/// The picture, in its own units, and the field in it.
pub(crate) const WIDTH: u64 = 640;
pub(crate) const HEIGHT: u64 = 176;
pub(crate) const LEFT: u64 = 4;
pub(crate) const RIGHT: u64 = 636;
pub(crate) const TOP: u64 = 20;
pub(crate) const BOTTOM: u64 = 146;
/// The height of a name in it.
pub(crate) const NAME_HEIGHT: u64 = 18;
/// A year that begins nearer to the right edge than this has no room for its name.
const NAME_WIDTH: u64 = 60;
/// More months than these have no ticks of their own.
const MOST_MONTHS: usize = 72;

/// A name beside the field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Tick {
    pub(crate) at: u64,
    pub label: String,
}

/// Where days and amounts lie.
pub(crate) struct ChartArea {
    /// The day at the left edge.
    pub from: NaiveDate,
    /// How many days there are after that.
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
        // Hundredths of a field of some hundred units never come near the bound.
        let height = (BOTTOM - TOP).saturating_mul(amount.in_hundredths().min(self.top)) / self.top;
        BOTTOM - height
    }

    fn last(&self) -> NaiveDate {
        self.from + Days::new(self.days)
    }

    /// Where years begin.
    pub(crate) fn years(&self) -> Vec<Tick> {
        let begins = |year: i32| {
            NaiveDate::from_ymd_opt(year, 1, 1)
                .unwrap_or_default()
                .max(self.from)
        };
        (self.from.year()..=self.last().year())
            .map(|year| Tick {
                at: self.x(begins(year)),
                label: year.to_string(),
            })
            .filter(|tick| tick.at + NAME_WIDTH < RIGHT)
            .collect()
    }

    /// Ticks where months begin, as SVG writes them.
    pub(crate) fn months(&self) -> String {
        let months: Vec<DateSpan> = DateSpan::new(self.from, self.last()).each_month().collect();
        if months.len() > MOST_MONTHS {
            return String::new();
        }
        let begins = months.iter().map(|month| month.from);
        begins
            .filter(|day| *day > self.from && *day < self.last())
            .map(|day| format!("M{} {BOTTOM}v4", self.x(day)))
            .collect()
    }
}
