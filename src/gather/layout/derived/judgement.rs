//! What a row of figures turns out to be.

use super::super::lines::Sum;

/// What a row turns out to be.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Judgement {
    /// What it was taken for.
    Row,
    /// The sum of others.
    Sum,
    /// Perhaps the sum of these lines.
    PerhapsSum(Sum),
    /// It says that it is a sum, and may be figures of its own: of nothing else on the sheet, or of something else.
    PerhapsTotal { text: String, is_alone: bool },
    /// A part of the row above, or something to compare with.
    Aside,
    /// Perhaps a part of the row above.
    PerhapsPart(String),
    /// Perhaps something to compare with, or brought over from another time.
    PerhapsCompared(String),
    /// Perhaps the numbers so far.
    PerhapsCumulative(String),
}
