//! The outcomes that a picture is drawn through.

use chrono::NaiveDate;

use super::super::super::overview::grows_evenly;
use crate::model::assessment::WindowAssessment;
use crate::model::edition::EditionTarget;
use crate::model::quantity::{Amount, Quantity};
use crate::model::report::{CourseMonth, Figure};
use crate::model::span::DateSpan;

/// An outcome at the end of a month, in what its target asks in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    pub(super) day: NaiveDate,
    pub(super) window: DateSpan,
    pub(super) outcome: Quantity,
    pub(super) asked: Amount,
}

pub(super) fn window_of(target: &EditionTarget, last: Point) -> Option<&WindowAssessment> {
    target
        .windows
        .iter()
        .find(|window| window.span == last.window)
}

/// What the last window asks when it ends.
pub(super) fn ends_at(target: &EditionTarget, last: Point) -> Amount {
    if target.kind == "average" {
        // What the days so far ask for grows with the days.
        let passed = DateSpan::new(last.window.from, last.day.min(last.window.to))
            .days()
            .max(1);
        return last.asked.part(last.window.days(), passed);
    }
    let window = window_of(target, last);
    let is_whole = grows_evenly(target) || target.kind == "milestone";
    window
        .and_then(|window| window.required)
        .filter(|_| is_whole)
        .unwrap_or(last.asked)
}

/// The figures of the target at the end of each month.
pub(super) fn points(target: &EditionTarget, moments: &[CourseMonth]) -> Vec<Point> {
    let point = |day: NaiveDate, figure: &Figure| {
        let outcome = match (target.kind, figure.out_of) {
            ("share", Some(whole)) => per_cent(figure.outcome, whole)?,
            _ => figure.outcome,
        };
        // The pace of an average is the number it promises, not what the elapsed days ask for.
        let asked = figure
            .pace
            .filter(|_| target.kind != "average")
            .unwrap_or(figure.required);
        Some(Point {
            day,
            window: figure.window,
            outcome,
            asked,
        })
    };
    let of_moment = |moment: &CourseMonth| {
        let figure = moment
            .figures
            .iter()
            .find(|figure| figure.target == target.id)?;
        point(moment.month.to.min(figure.window.to), figure)
    };
    moments.iter().filter_map(of_moment).collect()
}

/// A part in per cent of its whole; none of a whole that may be nothing.
pub(super) fn per_cent(part: Quantity, whole: Quantity) -> Option<Quantity> {
    let hundred = Amount::whole(100);
    let most = whole.low().in_hundredths();
    if most == 0 {
        return None;
    }
    let low = whole.high().map_or(Amount::ZERO, |whole| {
        hundred.part(part.low().in_hundredths(), whole.in_hundredths())
    });
    let high = part.high().map_or(hundred, |high| {
        hundred.part(high.in_hundredths(), most).min(hundred)
    });
    Some(Quantity::between(low, high))
}
