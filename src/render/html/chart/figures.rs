//! The figures of a picture as a table: a row a month, and one for months that follow each other with the same figures.

use chrono::Datelike;
use serde::Serialize;

use super::point::Point;
use super::words::required_text;
use crate::model::edition::{Edition, EditionTarget};
use crate::model::span::DateSpan;
use crate::wording::Wording;

/// The end of a month, or of several.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct ChartRow {
    pub month: String,
    pub outcome: String,
    /// What it was held against then.
    pub(crate) asked: String,
}

/// What is told of a month.
#[derive(PartialEq)]
struct MonthFigures {
    outcome: String,
    asked: String,
    window: DateSpan,
}

pub(super) fn rows(
    edition: &Edition,
    target: &EditionTarget,
    points: &[Point],
    wording: &Wording,
) -> Vec<ChartRow> {
    let told = |point: &Point| {
        let (year, month) = (point.day.year(), point.day.month());
        let figures = MonthFigures {
            // What is counted stands above the picture.
            outcome: match target.kind {
                "share" => wording.percent(point.outcome),
                _ => wording.quantity(point.outcome),
            },
            asked: required_text(edition, target, *point, point.asked, wording),
            window: point.window,
        };
        let month = DateSpan::month(year, month).unwrap_or_else(|| DateSpan::day(point.day));
        (month, figures)
    };
    let months: Vec<(DateSpan, MonthFigures)> = points.iter().map(told).collect();
    let alike = months.chunk_by(|(month, one), (next, other)| {
        one == other && month.to.succ_opt() == Some(next.from)
    });
    let row = |months: &[(DateSpan, MonthFigures)]| {
        let (_, figures) = months.first()?;
        Some(ChartRow {
            month: wording.each_month(months.iter().map(|(month, _)| *month)),
            outcome: figures.outcome.clone(),
            asked: figures.asked.clone(),
        })
    };
    alike.filter_map(row).collect()
}
