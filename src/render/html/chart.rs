//! The picture of a target: its outcome over the term against what is asked as it is judged. Intervals are drawn as
//! intervals, and what nobody knows is hatched. All windows of a target have one scale.

use serde::Serialize;

mod figures;
mod point;
mod stair;
mod words;

use self::figures::rows;
use self::point::{Point, ends_at, points};
use self::stair::asked;
use self::words::{description, heights, key};
use super::chart_area::{BOTTOM, ChartArea, HEIGHT, TOP, Tick, WIDTH};
use super::outline::{Line, XY};
use crate::model::edition::{Edition, EditionTarget};
use crate::model::finding::Phrase;
use crate::model::quantity::Quantity;
use crate::model::report::CourseMonth;
use crate::model::span::DateSpan;
use crate::wording::Wording;

pub(crate) use self::figures::ChartRow;

/// A picture of a target, worded.
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
    /// What is asked as the days pass, a line a window.
    pub(crate) asked: Vec<Line>,
    /// Between the lowest and the highest that may have been done.
    pub fields: Vec<Line>,
    /// Where nobody knows the highest: bands over the month.
    pub(crate) unknown: Vec<Band>,
    /// The lowest, a line a window.
    pub(crate) lows: Vec<Line>,
    /// The ends of the months: intervals as upright bars and exact figures as dots, as SVG writes them.
    pub(crate) bars: String,
    pub(crate) dots: String,
    /// The dots without those of lines that have them at every corner.
    pub(crate) loose_dots: String,
    /// What the axis under it is called among those of the page.
    pub(crate) axis: String,
    /// Where years begin.
    pub(crate) years: Vec<Tick>,
    /// Ticks where months begin, as SVG writes them.
    pub(crate) months: String,
    /// Heights that are named.
    pub(crate) heights: Vec<Tick>,
    pub(crate) width: u64,
    pub(crate) height: u64,
    /// The same figures as a table.
    pub(crate) rows: Vec<ChartRow>,
}

/// A part of the field over a month.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Band {
    pub(crate) x: u64,
    pub(crate) y: u64,
    pub(crate) width: u64,
    pub(crate) height: u64,
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
        let points = points(target, moments);
        // Where nothing at all is known there is no way to draw.
        let known = points
            .iter()
            .any(|point| point.outcome != Quantity::UNKNOWN);
        let Some(last) = points.last().copied().filter(|_| known && points.len() > 1) else {
            return Chart::default();
        };
        let field = area(edition, target, &points, last);
        let windows: Vec<&[Point]> = points
            .chunk_by(|one, next| one.window == next.window)
            .collect();
        let grows = grows(target);
        let lows = windows.iter().map(|window| Line {
            dots: match (is_exact(window), grows) {
                (false, _) => "",
                (true, true) => "dots",
                (true, false) => "dots all",
            },
            ..Line::through(field.line(window, grows, &|point| field.y(point.outcome.low())))
        });
        let lines =
            (windows.iter()).map(|window| Line::along(asked(&field, window, edition, target)));
        let loose = windows.iter().filter(|window| !is_exact(window));
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
            key: key(target, &points, wording),
            asked: lines.collect(),
            fields: (windows.iter())
                .flat_map(|window| field.fields(window, grows))
                .collect(),
            unknown: windows
                .iter()
                .flat_map(|window| field.unknown(window))
                .collect(),
            bars: field.marks(&points, false),
            dots: field.marks(&points, true),
            loose_dots: loose.map(|window| field.marks(window, true)).collect(),
            axis: String::new(),
            lows: lows.collect(),
            years: field.years(),
            months: field.months(),
            heights: heights(edition, target, &points, &field, wording),
            width: WIDTH,
            height: HEIGHT,
            rows: rows(edition, target, &points, wording),
        }
    }
}

/// The field that holds all windows, each on the same scale.
fn area(edition: &Edition, target: &EditionTarget, points: &[Point], last: Point) -> ChartArea {
    let term = edition.agreement.term;
    let highest = points.iter().map(|point| {
        point
            .outcome
            .high()
            .unwrap_or(point.outcome.low())
            .max(point.asked)
    });
    // What has no upper bound reaches past the field's highest figure.
    let open = points.iter().any(|point| point.outcome.high().is_none());
    let top = highest
        .max()
        .unwrap_or_default()
        .max(ends_at(target, last))
        .in_hundredths();
    ChartArea {
        from: term.from,
        days: DateSpan::new(term.from, last.window.to.max(last.day))
            .days()
            .saturating_sub(1)
            .max(1),
        top: if open { top + top / 5 } else { top }.max(1),
    }
}

/// Whether every month of a window has one figure.
fn is_exact(window: &[Point]) -> bool {
    window.iter().all(|point| point.outcome.is_exact())
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
    fn line(&self, window: &[Point], from_nothing: bool, y: &dyn Fn(&Point) -> u64) -> Vec<XY> {
        let begin = window
            .first()
            .filter(|_| from_nothing)
            .map(|first| (self.x(first.window.from), BOTTOM));
        let rest = window.iter().map(|point| (self.x(point.day), y(point)));
        begin.into_iter().chain(rest).collect()
    }

    /// Between the lowest and the highest, through months of which both are known.
    fn fields(&self, window: &[Point], grows: bool) -> Vec<Line> {
        let known = |point: &Point| point.outcome.high().is_some();
        let mut begins = grows;
        let mut fields = Vec::new();
        for run in window.chunk_by(|one, next| known(one) == known(next)) {
            let from_nothing = std::mem::replace(&mut begins, false);
            let is_interval = run.iter().any(|point| !point.outcome.is_exact());
            if !run.iter().all(known) || !is_interval {
                continue;
            }
            let low = self.line(run, from_nothing, &|point| self.y(point.outcome.low()));
            let high = self.line(run, from_nothing, &|point| {
                self.y(point.outcome.high().unwrap_or_default())
            });
            fields.push(Line::along(
                low.into_iter().chain(high.into_iter().rev()).collect(),
            ));
        }
        fields
    }

    /// The months of which nobody knows the highest: from the lowest up.
    fn unknown(&self, window: &[Point]) -> Vec<Band> {
        let mut begins = window.first().map(|point| point.window.from);
        let mut bands = Vec::new();
        for point in window {
            let from = begins.replace(point.day).unwrap_or(point.day);
            if point.outcome.high().is_none() {
                let (x, y) = (self.x(from), self.y(point.outcome.low()));
                bands.push(Band {
                    x,
                    y: TOP,
                    width: self.x(point.day).saturating_sub(x),
                    height: y.saturating_sub(TOP),
                });
            }
        }
        bands
    }

    /// The marks of the months whose outcome is exact, or of those where it is an interval. Where the highest is not known there
    /// is none, since a mark means a figure.
    fn marks(&self, points: &[Point], exact: bool) -> String {
        let mark = |point: &Point| {
            let high = point.outcome.high()?;
            let (x, low) = (self.x(point.day), self.y(point.outcome.low()));
            Some(match exact {
                true => format!("M{x} {low}h0"),
                false => format!("M{x} {low}V{}", self.y(high)),
            })
        };
        let these = points
            .iter()
            .filter(|point| point.outcome.is_exact() == exact);
        these.filter_map(mark).collect()
    }
}

#[cfg(test)]
mod tests;
