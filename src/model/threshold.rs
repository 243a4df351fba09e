//! Bounds.

use serde::Serialize;

use super::quantity::Amount;

/// At least or at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// So many or more.
    Least,
    /// So many or fewer.
    Most,
}

/// A number and the side of it that keeps the promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Threshold {
    pub bound: Bound,
    /// The number; for a share, in per cent.
    pub number: Amount,
}
