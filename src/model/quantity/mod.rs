//! Numbers as intervals: what a partner wrote is every value it may mean.
//!
//! «ca 190» is not 190. A [`Quantity`] keeps the lowest and the highest value a text allows, in whole 3,600ths and never in
//! floats, so that sums are exact and a verdict can be held against every point of the interval. An hour has 3,600 seconds:
//! hundredths, minutes, and twelfths of a year's hours are all whole numbers of them, so that three times 20 minutes are an
//! hour. What is told has at most two decimals.

mod amount;
pub mod exact;
mod truth;

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

pub use amount::Amount;
pub use truth::Truth;

/// What was reported, or what it adds up to: some value in `[low, high]`; `high` may be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub struct Quantity {
    low: Amount,
    high: Option<Amount>,
}

impl Serialize for Quantity {
    /// As it is told, with at most two decimals.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let to_hundredths = self.to_hundredths();
        let mut bounds = serializer.serialize_struct("Quantity", 2)?;
        bounds.serialize_field("low", &to_hundredths.low)?;
        bounds.serialize_field("high", &to_hundredths.high)?;
        bounds.end()
    }
}

impl Quantity {
    /// Exactly nothing.
    pub const ZERO: Quantity = Quantity::exact(Amount::ZERO);
    /// Exactly one: a row, an «x», a «ja».
    pub const ONE: Quantity = Quantity::exact(Amount::ONE);
    /// Nothing is known of it: a row of the right sort whose number cannot be read.
    pub(crate) const UNKNOWN: Quantity = Quantity {
        low: Amount::ZERO,
        high: None,
    };

    /// Exactly `amount`.
    pub const fn exact(amount: Amount) -> Quantity {
        Quantity {
            low: amount,
            high: Some(amount),
        }
    }

    /// Exactly so many whole things.
    pub fn whole(things: u64) -> Quantity {
        Quantity::exact(Amount::whole(things))
    }

    /// From `one` to `other`, in whichever order they come.
    pub fn between(one: Amount, other: Amount) -> Quantity {
        Quantity {
            low: one.min(other),
            high: Some(one.max(other)),
        }
    }

    /// From `low` to `high`, in whichever order they come; `low` or more where there is no end.
    pub(crate) fn up_to(low: Amount, high: Option<Amount>) -> Quantity {
        high.map_or(Quantity::at_least(low), |high| Quantity::between(low, high))
    }

    /// `low` or more.
    pub fn at_least(low: Amount) -> Quantity {
        Quantity { low, high: None }
    }

    /// The lowest value it can be.
    pub fn low(self) -> Amount {
        self.low
    }

    /// The highest value it can be; `None` if there is no end.
    pub fn high(self) -> Option<Amount> {
        self.high
    }

    /// Whether it is one number.
    pub fn is_exact(self) -> bool {
        self.high == Some(self.low)
    }

    /// Whether `amount` is a value it can be.
    pub fn holds(self, amount: Amount) -> bool {
        self.low <= amount && self.high.is_none_or(|high| amount <= high)
    }

    /// The same highest value, but perhaps nothing at all: what lies only partly inside a window, or may not count.
    pub fn perhaps(self) -> Quantity {
        Quantity {
            low: Amount::ZERO,
            high: self.high,
        }
    }

    /// The same lowest value without an upper end: something that belongs here may be missing.
    pub fn or_more(self) -> Quantity {
        Quantity {
            low: self.low,
            high: None,
        }
    }

    /// As it is told, with at most two decimals: one number is cut, so that nothing looks reached that is not; bounds are
    /// moved outwards.
    pub fn to_hundredths(self) -> Quantity {
        if self.is_exact() {
            return Quantity::exact(self.low.down_to_hundredths());
        }
        Quantity {
            low: self.low.down_to_hundredths(),
            high: self.high.map(Amount::up_to_hundredths),
        }
    }

    /// Bounds moved outwards to whole things, for what only comes whole.
    pub fn in_whole_things(self) -> Quantity {
        Quantity {
            low: self.low.floor(),
            high: self.high.map(Amount::ceil),
        }
    }

    /// Both added, bound by bound. The width never shrinks.
    pub fn plus(self, other: Quantity) -> Quantity {
        let high = match (self.high, other.high) {
            (Some(one), Some(two)) => {
                let sum = one.plus(two);
                // A sum that no longer fits has no known upper end.
                (sum < Amount::MAX).then_some(sum)
            }
            _ => None,
        };
        Quantity {
            low: self.low.plus(other.low),
            high,
        }
    }

    /// At most `cap`: what a part may give to a whole that asks only so much of it.
    pub(crate) fn at_most(self, cap: Amount) -> Quantity {
        Quantity {
            low: self.low.min(cap),
            high: Some(self.high.map_or(cap, |high| high.min(cap))),
        }
    }

    /// Each value times the ratio `numerator` / `denominator`: hours out of minutes. What does not come out even lies
    /// between two parts.
    pub fn part(self, numerator: u64, denominator: u64) -> Quantity {
        Quantity {
            low: self.low.part(numerator, denominator),
            high: self
                .high
                .map(|high| high.part_needed(numerator, denominator)),
        }
    }

    /// Whether every value it can be is at least `amount` (yes), none is (no), or some are (unknown).
    pub fn reaches(self, amount: Amount) -> Truth {
        if self.low >= amount {
            Truth::Yes
        } else if self.high.is_some_and(|high| high < amount) {
            Truth::No
        } else {
            Truth::Unknown
        }
    }

    /// Whether every value it can be is at most `amount` (yes), none is (no), or some are (unknown).
    pub fn stays_within(self, amount: Amount) -> Truth {
        if self.high.is_some_and(|high| high <= amount) {
            Truth::Yes
        } else if self.low > amount {
            Truth::No
        } else {
            Truth::Unknown
        }
    }
}

impl std::iter::Sum for Quantity {
    fn sum<I: Iterator<Item = Quantity>>(quantities: I) -> Quantity {
        quantities.fold(Quantity::ZERO, Quantity::plus)
    }
}
