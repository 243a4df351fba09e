//! Numbers as intervals: what a partner wrote is every value it may mean.
//!
//! «ca 190» is not 190. A [`Quantity`] keeps the lowest and the highest value a text allows, in whole 3,600ths and never in
//! floats, so that sums are exact and a verdict can be held against every point of the interval. An hour has 3,600 seconds:
//! hundredths, minutes, and twelfths of a year's hours are all whole numbers of them, so that three times 20 minutes are an
//! hour. What is told has at most two decimals.

use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How many parts one of something has.
const PARTS: u64 = 3_600;
/// How many parts a hundredth of something has.
const HUNDREDTH: u64 = PARTS / 100;

/// An amount of something, in whole 3,600ths of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(u64);

impl Amount {
    /// Nothing of it: a real zero, never «not reported».
    pub const ZERO: Amount = Amount(0);
    /// The least there can be of it.
    pub const LEAST: Amount = Amount(1);
    /// One of it.
    pub const ONE: Amount = Amount(PARTS);
    /// The largest amount kept, ten billion: larger sums stop here, and an upper bound past it is open.
    pub const MAX: Amount = Amount(10_000_000_000 * PARTS);

    /// So many whole things.
    pub fn whole(things: u64) -> Amount {
        Amount::parts(things.saturating_mul(PARTS))
    }

    /// So many hundredths of a thing.
    pub fn hundredths(hundredths: u64) -> Amount {
        Amount::parts(hundredths.saturating_mul(HUNDREDTH))
    }

    /// So many 3,600ths of a thing.
    pub fn parts(parts: u64) -> Amount {
        Amount(parts).min(Amount::MAX)
    }

    /// The amount in hundredths, the rest dropped.
    pub fn in_hundredths(self) -> u64 {
        self.0 / HUNDREDTH
    }

    /// The amount in 3,600ths.
    pub fn in_parts(self) -> u64 {
        self.0
    }

    /// The smallest number of hundredths that holds it.
    pub fn up_to_hundredths(self) -> Amount {
        Amount(self.0.div_ceil(HUNDREDTH) * HUNDREDTH)
    }

    /// The hundredths in it, the rest dropped.
    pub fn down_to_hundredths(self) -> Amount {
        Amount(self.0 / HUNDREDTH * HUNDREDTH)
    }

    /// The whole things in it, the rest dropped.
    pub fn floor(self) -> Amount {
        Amount(self.0 / PARTS * PARTS)
    }

    /// The smallest number of whole things that holds it.
    pub fn ceil(self) -> Amount {
        Amount(self.0.div_ceil(PARTS) * PARTS)
    }

    /// Whether it is a number of whole things.
    pub fn is_whole(self) -> bool {
        self.0.is_multiple_of(PARTS)
    }

    /// The sum, at most [`Amount::MAX`].
    pub fn plus(self, other: Amount) -> Amount {
        Amount::parts(self.0.saturating_add(other.0))
    }

    /// What is left when `other` is taken away; zero if that is more.
    pub fn minus(self, other: Amount) -> Amount {
        Amount(self.0.saturating_sub(other.0))
    }

    /// The amount taken `numerator` / `denominator` times, rounded down; the amount itself if `denominator` is 0.
    pub fn part(self, numerator: u64, denominator: u64) -> Amount {
        if denominator == 0 {
            return self;
        }
        let product = u128::from(self.0) * u128::from(numerator) / u128::from(denominator);
        Amount::parts(u64::try_from(product).unwrap_or(u64::MAX))
    }

    /// The same rounded up: what is needed to reach a part.
    pub fn part_needed(self, numerator: u64, denominator: u64) -> Amount {
        let cut = self.part(numerator, denominator);
        if cut.times_reaches(denominator, self, numerator) {
            cut
        } else {
            cut.plus(Amount::LEAST)
        }
    }

    /// Whether `self` × `ours` is at least `other` × `theirs`: two ratios compared without dividing.
    pub fn times_reaches(self, ours: u64, other: Amount, theirs: u64) -> bool {
        u128::from(self.0) * u128::from(ours) >= u128::from(other.0) * u128::from(theirs)
    }
}

impl Serialize for Amount {
    /// A decimal number with at most two decimals, what is beyond them dropped; whole numbers without a point.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_whole() {
            serializer.serialize_u64(self.0 / PARTS)
        } else {
            // Below Amount::MAX a double holds hundredths exactly enough to print two decimals.
            serializer.serialize_f64(self.in_hundredths() as f64 / 100.0)
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = f64::deserialize(deserializer)?;
        if !number.is_finite() || number < 0.0 {
            return Err(serde::de::Error::custom("an amount is a number from zero"));
        }
        Ok(Amount::hundredths((number * 100.0).round() as u64))
    }
}

/// What was reported, or what it adds up to: some value in `[low, high]`; `high` may be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub struct Quantity {
    low: Amount,
    high: Option<Amount>,
}

impl Serialize for Quantity {
    /// As it is told, with at most two decimals.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let told = self.told();
        let mut bounds = serializer.serialize_struct("Quantity", 2)?;
        bounds.serialize_field("low", &told.low)?;
        bounds.serialize_field("high", &told.high)?;
        bounds.end()
    }
}

/// A quantity to the last part of it, for what is sent from one process to another: `#[serde(with = "exact")]`.
pub mod exact {
    use super::{Amount, Quantity};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// Both bounds in parts.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(quantity: &Quantity, serializer: S) -> Result<S::Ok, S::Error> {
        (quantity.low.in_parts(), quantity.high.map(Amount::in_parts)).serialize(serializer)
    }

    /// Both bounds in parts.
    ///
    /// # Errors
    /// Those of the deserializer.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Quantity, D::Error> {
        let (low, high) = <(u64, Option<u64>)>::deserialize(deserializer)?;
        Ok(Quantity {
            low: Amount::parts(low),
            high: high.map(Amount::parts),
        })
    }

    /// The same of a quantity that may not be there.
    pub mod option {
        use super::{Deserialize, Deserializer, Quantity, Serialize, Serializer};

        #[derive(Serialize, Deserialize)]
        struct Exact(#[serde(with = "super")] Quantity);

        /// Both bounds in parts, if there are any.
        ///
        /// # Errors
        /// Those of the serializer.
        pub fn serialize<S: Serializer>(
            quantity: &Option<Quantity>,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            quantity.map(Exact).serialize(serializer)
        }

        /// Both bounds in parts, if there are any.
        ///
        /// # Errors
        /// Those of the deserializer.
        pub fn deserialize<'de, D: Deserializer<'de>>(
            deserializer: D,
        ) -> Result<Option<Quantity>, D::Error> {
            Ok(Option::<Exact>::deserialize(deserializer)?.map(|Exact(quantity)| quantity))
        }
    }
}

impl Quantity {
    /// Exactly nothing.
    pub const ZERO: Quantity = Quantity::exact(Amount::ZERO);
    /// Exactly one: a row, an «x», a «ja».
    pub const ONE: Quantity = Quantity::exact(Amount::ONE);
    /// Nothing is known of it: a row of the right sort whose number cannot be read.
    pub const UNKNOWN: Quantity = Quantity {
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
    pub fn told(self) -> Quantity {
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
    pub fn at_most(self, cap: Amount) -> Quantity {
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

/// An answer that may not be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// True whatever the uncertain values turn out to be.
    Yes,
    /// False whatever they turn out to be.
    No,
    /// It depends on them.
    Unknown,
}

impl Truth {
    /// Yes only if both are; no if either is.
    pub fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::No, _) | (_, Truth::No) => Truth::No,
            (Truth::Yes, Truth::Yes) => Truth::Yes,
            _ => Truth::Unknown,
        }
    }

    /// Yes if either is; no only if both are.
    pub fn or(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::Yes, _) | (_, Truth::Yes) => Truth::Yes,
            (Truth::No, Truth::No) => Truth::No,
            _ => Truth::Unknown,
        }
    }
}

impl std::ops::Not for Truth {
    type Output = Truth;

    fn not(self) -> Truth {
        match self {
            Truth::Yes => Truth::No,
            Truth::No => Truth::Yes,
            Truth::Unknown => Truth::Unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(known: bool) -> Truth {
        if known { Truth::Yes } else { Truth::No }
    }
}
