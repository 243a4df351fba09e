//! What a row gives.

use crate::model::activity::Origin;
use crate::model::assessment::CountedRow;
use crate::model::name::Name;
use crate::model::quantity::Quantity;

/// What an activity is known by.
pub(super) type ActivityKey<'a> = (&'a Name, &'a Origin);

/// The key of a row's activity.
pub(super) fn key(row: &CountedRow) -> ActivityKey<'_> {
    (&row.facts.activity, &row.origin)
}

/// What a row gives to a window, or to a part of it.
#[derive(Clone, Debug)]
pub(super) struct Counted<'a> {
    /// The index of its window.
    pub(super) window: usize,
    /// The index of its part.
    pub(super) part: Option<usize>,
    /// The row; none for what is counted and not shown to this reader.
    pub(super) row: Option<&'a CountedRow>,
    /// The index of its activity.
    pub(super) activity: Option<usize>,
    pub(super) given: Quantity,
    /// Of a share: what it gives to the part; `given` is what it gives to the whole.
    pub(super) of_part: Option<Quantity>,
}
