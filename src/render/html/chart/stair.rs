//! What a window asks as its days pass, as it is judged: whole things rise in steps, hours evenly.

use chrono::Days;

use super::super::super::overview::grows_evenly;
use super::super::chart_area::{BOTTOM, ChartArea};
use super::super::outline::XY;
use super::point::{Point, ends_at, window_of};
use crate::model::agreement::Unit;
use crate::model::edition::{Edition, EditionTarget};
use crate::model::quantity::Amount;
use crate::model::threshold::Bound;

/// More steps than these are a slope to the eye.
const MOST_STEPS: u64 = 60;

/// The line of what a window asks, to its end.
pub(super) fn asked(
    area: &ChartArea,
    window: &[Point],
    edition: &Edition,
    target: &EditionTarget,
) -> Vec<XY> {
    let (Some(first), Some(last)) = (window.first(), window.last()) else {
        return Vec::new();
    };
    let end = ends_at(target, *last);
    if let Some(steps) = steps(edition, target, *last, end) {
        return whole_steps(area, *last, steps);
    }
    let (from, to) = (area.x(first.window.from), area.x(first.window.to));
    if target.kind == "milestone" {
        return due_days(area, target, *last, end);
    }
    if grows_evenly(target) && !is_told_by_parts(target, *last) || target.kind == "average" {
        return vec![(from, BOTTOM), (to, area.y(end))];
    }
    if window.iter().all(|point| point.asked == last.asked) {
        let y = area.y(last.asked);
        return vec![(from, y), (to, y)];
    }
    // Requests come in, and weeks and months end, now and then: known at the ends of months.
    let mut at = BOTTOM;
    let mut line = vec![(from, at)];
    for point in window {
        let (x, y) = (area.x(point.day), area.y(point.asked));
        line.extend([(x, at), (x, y)]);
        at = y;
    }
    line
}

/// How many whole things are asked one by one; `None` where the line is no such stair.
fn steps(edition: &Edition, target: &EditionTarget, last: Point, end: Amount) -> Option<u64> {
    let window = window_of(target, last)?;
    let is_counted = matches!(target.kind, "count" | "baseline" | "together")
        || target.kind == "each" && !is_told_by_parts(target, last);
    let is_continuous = target.of.iter().any(|of| {
        let kind = edition.agreement.activities.get(of);
        kind.is_some_and(|kind| kind.unit != Unit::Things)
    });
    let number = end.floor().in_hundredths() / 100;
    (is_counted
        && !is_continuous
        && window.bound == Some(Bound::Least)
        && (1..=MOST_STEPS).contains(&number))
    .then_some(number)
}

/// Whether the parts are days, weeks or months, of which each has an end of its own.
fn is_told_by_parts(target: &EditionTarget, last: Point) -> bool {
    let parts = window_of(target, last).map(|window| &window.parts);
    target.kind == "each" && parts.is_some_and(|parts| parts.iter().all(|part| part.name.is_none()))
}

/// A step up on the first day by which the elapsed share asks for one more.
fn whole_steps(area: &ChartArea, last: Point, number: u64) -> Vec<XY> {
    let days = last.window.days();
    let mut line = vec![(area.x(last.window.from), BOTTOM)];
    for step in 1..=number {
        // ⌊number × passed / days⌋ is the step when so many days have passed.
        let passed = (step * days).div_ceil(number).max(1);
        let day = last.window.from + Days::new(passed - 1);
        let x = area.x(day);
        let (before, now) = (Amount::whole(step - 1), Amount::whole(step));
        line.extend([(x, area.y(before)), (x, area.y(now))]);
    }
    line
}

/// Steps fall due on their days; those without one when the window ends.
fn due_days(area: &ChartArea, target: &EditionTarget, last: Point, end: Amount) -> Vec<XY> {
    let parts = window_of(target, last).map(|window| window.parts.as_slice());
    let mut days: Vec<_> = parts
        .unwrap_or_default()
        .iter()
        .map(|part| part.due.unwrap_or(last.window.to))
        .collect();
    days.sort();
    let mut line = vec![(area.x(last.window.from), BOTTOM)];
    for (before, day) in (0u64..).zip(days) {
        let x = area.x(day);
        let now = Amount::whole(before + 1).min(end);
        line.extend([
            (x, area.y(Amount::whole(before).min(end))),
            (x, area.y(now)),
        ]);
    }
    line
}
