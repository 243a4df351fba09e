//! What is told, as sums of cells, and how a question about them is answered.

/// A sum of cells, each by its index, with its factor; sorted, none twice, no factor of zero.
pub(super) type Terms = Vec<(usize, i64)>;

/// Something told: a sum of cells lies between two numbers, both included. An equation has twice the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Constraint {
    pub(super) terms: Terms,
    pub(super) low: Option<i64>,
    pub(super) high: Option<i64>,
}

impl Constraint {
    /// That a sum is exactly this.
    pub(super) fn equals(terms: Terms, value: i64) -> Constraint {
        Constraint {
            terms,
            low: Some(value),
            high: Some(value),
        }
    }

    /// Whether these values of the cells agree with it.
    pub(super) fn holds(&self, cells: &[i64]) -> bool {
        let sum = value(&self.terms, cells);
        self.low.is_none_or(|low| low <= sum) && self.high.is_none_or(|high| sum <= high)
    }
}

/// The sum for these values of the cells.
pub(super) fn value(terms: &Terms, cells: &[i64]) -> i64 {
    let of = |(cell, factor): &(usize, i64)| cells.get(*cell).copied().unwrap_or(0) * factor;
    terms.iter().map(of).sum()
}

/// Whether something can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Possible,
    Impossible,
    /// The solver gave up, or what it found is not right in whole numbers.
    Doubt,
}
