//! Amounts, in whole 3,600ths and never in floats.

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
    pub(crate) const LEAST: Amount = Amount(1);
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
    pub(crate) fn in_parts(self) -> u64 {
        self.0
    }

    /// The smallest number of hundredths that holds it.
    pub(crate) fn up_to_hundredths(self) -> Amount {
        Amount(self.0.div_ceil(HUNDREDTH) * HUNDREDTH)
    }

    /// The hundredths in it, the rest dropped.
    pub(crate) fn down_to_hundredths(self) -> Amount {
        Amount(self.0 / HUNDREDTH * HUNDREDTH)
    }

    /// The whole things in it, the rest dropped.
    pub(crate) fn floor(self) -> Amount {
        Amount(self.0 / PARTS * PARTS)
    }

    /// The smallest number of whole things that holds it.
    pub(crate) fn ceil(self) -> Amount {
        Amount(self.0.div_ceil(PARTS) * PARTS)
    }

    /// Whether it is a number of whole things.
    pub(crate) fn is_whole(self) -> bool {
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
    pub(crate) fn part_needed(self, numerator: u64, denominator: u64) -> Amount {
        let cut = self.part(numerator, denominator);
        if cut.times_reaches(denominator, self, numerator) {
            cut
        } else {
            cut.plus(Amount::LEAST)
        }
    }

    /// Whether `self` × `ours` is at least `other` × `theirs`: two ratios compared without dividing.
    pub(crate) fn times_reaches(self, ours: u64, other: Amount, theirs: u64) -> bool {
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
