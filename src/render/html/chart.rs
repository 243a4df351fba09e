//! The picture of a target: its outcome over the term against what the time asks for, intervals as intervals.

use serde::Serialize;

mod point;
mod words;

use self::point::{Point, ends_at, points};
use self::words::{description, heights, widening};
use super::super::overview::grows_evenly;
use super::chart_area::{BOTTOM, ChartArea, TOP, Tick};
use crate::model::edition::{Edition, EditionTarget};
use crate::model::finding::Phrase;
use crate::model::quantity::Quantity;
use crate::model::report::CourseMonth;
use crate::model::span::DateSpan;
use crate::wording::Wording;

/// How wide the picture is, but for names that need more room.
const WIDTH: i64 = 360;

/// A picture of a target, worded. Lines and fields are lists of points as SVG writes them.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Chart {
    /// Whether there is anything to draw.
    pub shown: bool,
    /// What the picture is called among those of the page.
    pub id: String,
    pub title: String,
    /// The last outcome beside what it is held against, in words.
    pub(crate) description: String,
    /// What its lines mean.
    pub key: String,
    /// What the time asks for, a line a window.
    pub(crate) asked: Vec<Polyline>,
    /// Between the lowest and the highest that may have been done, a field a window.
    pub fields: Vec<Polyline>,
    /// The lowest, a line a window.
    pub(crate) lows: Vec<Polyline>,
    /// The ends of the months.
    pub(crate) marks: Vec<Mark>,
    /// Where years begin.
    pub(crate) years: Vec<Tick>,
    /// Heights that are named.
    pub(crate) heights: Vec<Tick>,
    /// Where the picture begins, left of nothing where the names need the room, and how wide it is.
    pub left: i64,
    pub(crate) width: i64,
}

/// A line.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Polyline {
    pub(crate) points: String,
}

/// The outcome at the end of a month: a dot, or where it is an interval a bar.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Mark {
    pub(crate) x: u64,
    pub low: u64,
    pub high: u64,
    pub(crate) is_interval: bool,
}

impl Chart {
    /// The picture of a target of the pledge with this number; nothing where there are not two months to draw.
    pub(crate) fn new(
        edition: &Edition,
        number: usize,
        target: &EditionTarget,
        moments: &[CourseMonth],
        wording: &Wording,
    ) -> Chart {
        let term = edition.agreement.term;
        let points = points(target, moments);
        // Where nothing at all is known there is no way to draw.
        let known = points
            .iter()
            .any(|point| point.outcome != Quantity::UNKNOWN);
        let Some(last) = points.last().copied().filter(|_| known && points.len() > 1) else {
            return Chart::default();
        };
        let highest = points.iter().map(|point| {
            point
                .outcome
                .high()
                .unwrap_or(point.outcome.low())
                .max(point.asked)
        });
        let open = points.iter().any(|point| point.outcome.high().is_none());
        // What has no upper bound reaches past the field's highest figure.
        let top = highest
            .max()
            .unwrap_or_default()
            .max(ends_at(target, last))
            .in_hundredths();
        let top = if open { top + top / 5 } else { top }.max(1);
        let days = DateSpan::new(term.from, last.window.to.max(last.day))
            .days()
            .max(2);
        let field = ChartArea {
            from: term.from,
            days,
            top,
        };
        let windows: Vec<&[Point]> = points
            .chunk_by(|one, next| one.window == next.window)
            .collect();
        let grows = grows(target);
        let line = |of: &dyn Fn(&Point) -> u64| {
            let line = |window: &&[Point]| field.line(window, grows, of);
            windows.iter().map(line).collect::<Vec<_>>()
        };
        let high = |point: &Point| point.outcome.high().map_or(TOP, |high| field.y(high));
        let lows = line(&|point| field.y(point.outcome.low()));
        let highs = line(&high);
        let back = |points: &str| points.split(' ').rev().collect::<Vec<_>>().join(" ");
        let fields = lows.iter().zip(&highs).map(|(low, high)| Polyline {
            points: format!("{low} {}", back(high)),
        });
        let mark = |point: &Point| Mark {
            x: field.x(point.day),
            low: field.y(point.outcome.low()),
            high: high(point),
            is_interval: !point.outcome.is_exact(),
        };
        let heights = heights(edition, target, &points, &field, wording);
        let wider = widening(&heights);
        Chart {
            shown: true,
            id: format!(
                "chart-{number}-{}",
                target
                    .id
                    .replace(|sign: char| !sign.is_ascii_alphanumeric(), "-")
            ),
            title: wording.phrase(
                &Phrase::new("ui-chart-title").with("target", wording.phrase(&target.phrase)),
            ),
            description: description(edition, target, last, wording),
            key: wording.text(if points.iter().all(|point| point.outcome.is_exact()) {
                "ui-chart-key-exact"
            } else {
                "ui-chart-key"
            }),
            asked: windows
                .iter()
                .map(|window| Polyline {
                    points: field.asked(window, target),
                })
                .collect(),
            fields: fields.collect(),
            marks: points.iter().map(mark).collect(),
            lows: lows.into_iter().map(|points| Polyline { points }).collect(),
            years: field.years(),
            heights,
            left: -wider,
            width: WIDTH + wider,
        }
    }
}

/// Whether the outcome of a window begins at nothing and only grows.
fn grows(target: &EditionTarget) -> bool {
    !matches!(
        target.kind,
        "share" | "cadence" | "every" | "response-time" | "indicator"
    )
}

impl ChartArea {
    /// The line of a window through its months; from nothing, if that is where it begins.
    fn line(&self, window: &[Point], from_nothing: bool, y: &dyn Fn(&Point) -> u64) -> String {
        let begin = window
            .first()
            .filter(|_| from_nothing)
            .map(|first| format!("{},{BOTTOM}", self.x(first.window.from)));
        let rest = window
            .iter()
            .map(|point| format!("{},{}", self.x(point.day), y(point)));
        begin.into_iter().chain(rest).collect::<Vec<_>>().join(" ")
    }

    /// What a window asks: evenly up to the whole, as far as the months go, or the same all the time.
    fn asked(&self, window: &[Point], target: &EditionTarget) -> String {
        let (Some(first), Some(last)) = (window.first(), window.last()) else {
            return String::new();
        };
        let (from, to) = (self.x(first.window.from), self.x(first.window.to));
        if grows_evenly(target) || target.kind == "average" {
            return format!("{from},{BOTTOM} {to},{}", self.y(ends_at(target, *last)));
        }
        if target.kind == "milestone" {
            // Steps fall due now and then, the last of them when the window ends.
            let due = self.line(window, true, &|point| self.y(point.asked));
            return format!(
                "{due} {to},{} {to},{}",
                self.y(last.asked),
                self.y(ends_at(target, *last))
            );
        }
        if window.iter().all(|point| point.asked == last.asked) {
            return format!("{from},{0} {to},{0}", self.y(last.asked));
        }
        // Requests come in now and then.
        self.line(window, true, &|point| self.y(point.asked))
    }
}

#[cfg(test)]
mod tests;
