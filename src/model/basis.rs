//! What a verdict follows from beside the rows, for whoever reckons it again. `target::basis` says it of each kind.

use super::quantity::Amount;
use super::span::DateSpan;
use super::threshold::Bound;

/// What the verdict of a window follows from beside the rows that count in it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct VerdictBasis {
    /// The part of the window that has passed; none before it begins.
    pub(crate) elapsed: Option<DateSpan>,
    /// Whether any month of it, up to its end, is covered.
    pub(crate) covered: bool,
    /// Whether something is missing that could decide it.
    pub(crate) incomplete: bool,
    pub(crate) rule: VerdictRule,
}

/// How the verdict follows, for each kind that a formula can follow.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum VerdictRule {
    /// A sum held against a number; while the window is open, against its elapsed share.
    Sum {
        bound: Bound,
        /// What keeps the promise once the window has closed.
        number: Amount,
        /// What the elapsed share is taken of.
        paced: Amount,
        /// Days passed, and all days.
        days: (u64, u64),
        /// Whether the share is compared without rounding, as of hours.
        continuous: bool,
    },
    /// A sum held against a number for each week or month.
    Average {
        bound: Bound,
        number: Amount,
        /// Weeks or months that have passed, and those of the whole window, as fractions.
        times: ((u64, u64), (u64, u64)),
    },
    /// A part of a whole, in per cent.
    Share { bound: Bound, percent: Amount },
    /// So many for every part.
    EachPart {
        /// In the order of the window's parts.
        parts: Vec<PartBasis>,
        days: (u64, u64),
        continuous: bool,
    },
    /// So many in every day, week or month; the window's parts are those that have ended.
    EachPeriod { bound: Bound },
    /// A sum without a verdict.
    Shown,
}

/// A part that is asked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PartBasis {
    /// Every word that means it, folded.
    pub(crate) words: Vec<String>,
    /// Its days in use that have passed; none before them.
    pub(crate) elapsed: Option<DateSpan>,
    /// Whether its days in use are over.
    pub(crate) over: bool,
}
