//! The figures of a picture as a table: a row a month.

use serde::Serialize;

use super::point::Point;
use super::words::{outcome_in_words, required_text};
use crate::model::edition::{Edition, EditionTarget};
use crate::model::span::DateSpan;
use crate::wording::Wording;

/// The end of a month.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct ChartRow {
    pub month: String,
    pub outcome: String,
    /// What it was held against then.
    pub(crate) asked: String,
}

pub(super) fn rows(
    edition: &Edition,
    target: &EditionTarget,
    points: &[Point],
    wording: &Wording,
) -> Vec<ChartRow> {
    let row = |point: &Point| ChartRow {
        month: wording.month(DateSpan::day(point.day)),
        outcome: outcome_in_words(target, point.outcome, wording),
        asked: required_text(edition, target, *point, point.asked, wording),
    };
    points.iter().map(row).collect()
}
