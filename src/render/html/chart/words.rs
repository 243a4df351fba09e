//! What is told beside and below a picture.

use super::super::chart_area::{ChartArea, NAME_HEIGHT, Tick};
use super::super::figures::quantity_in_words;
use super::super::window::reachable;
use super::point::{Point, ends_at, window_of};
use crate::model::edition::{Edition, EditionTarget};
use crate::model::finding::{Arg, Phrase};
use crate::model::quantity::{Amount, Quantity};
use crate::model::span::DateSpan;
use crate::model::threshold::Bound;
use crate::wording::Wording;

/// Nothing, what is asked in the end, and the most that was surely reached.
pub(super) fn heights(
    edition: &Edition,
    target: &EditionTarget,
    points: &[Point],
    field: &ChartArea,
    wording: &Wording,
) -> Vec<Tick> {
    let Some(last) = points.last().copied() else {
        return Vec::new();
    };
    let reached = points
        .iter()
        .map(|point| point.outcome.low())
        .max()
        .unwrap_or_default();
    let tick = |amount: Amount| Tick {
        at: field.y(amount),
        label: required_text(edition, target, last, amount, wording),
    };
    let asked = tick(ends_at(target, last));
    // The others where there is room for them: what was reached tells the scale where little is asked.
    let reached = Tick {
        label: amount_in_words(target, reached, wording),
        ..tick(reached)
    };
    let others = [tick(Amount::ZERO), reached]
        .into_iter()
        .filter(|tick| tick.at.abs_diff(asked.at) >= NAME_HEIGHT);
    let mut ticks: Vec<Tick> = others.collect();
    if let [nothing, reached] = ticks.as_slice()
        && nothing.at.abs_diff(reached.at) < NAME_HEIGHT
    {
        ticks.pop();
    }
    ticks.push(asked);
    ticks
}

/// How much more room the names of heights need than there is beside the field: it has five signs, «1 234».
pub(super) fn widening(heights: &[Tick]) -> i64 {
    let longest = heights
        .iter()
        .map(|tick| tick.label.chars().count())
        .max()
        .unwrap_or(0);
    i64::try_from(longest.saturating_sub(5)).unwrap_or(0) * 8
}

/// What is asked, as it is told: in per cent, in whole things, or with one decimal at most.
fn required_text(
    edition: &Edition,
    target: &EditionTarget,
    last: Point,
    asked: Amount,
    wording: &Wording,
) -> String {
    amount_in_words(
        target,
        window_of(target, last).map_or(asked, |window| reachable(edition, window, asked)),
        wording,
    )
}

fn amount_in_words(target: &EditionTarget, amount: Amount, wording: &Wording) -> String {
    match target.kind {
        "share" => wording.percent(Quantity::exact(amount)),
        _ if amount.is_whole() => wording.amount(amount),
        _ => wording.tenths(Quantity::exact(amount)),
    }
}

/// «Vid utgången av september 2023: 100–108 kontakter. Då krävs 117.»
pub(super) fn description(
    edition: &Edition,
    target: &EditionTarget,
    last: Point,
    wording: &Wording,
) -> String {
    let single = match target.of.as_slice() {
        [only]
            if !matches!(
                target.kind,
                "share"
                    | "cadence"
                    | "milestone"
                    | "request"
                    | "each"
                    | "every"
                    | "state"
                    | "response-time"
                    | "indicator"
            ) =>
        {
            Some(only.as_str())
        }
        _ => None,
    };
    let outcome = match target.kind {
        "share" => wording.percent(last.outcome),
        _ => quantity_in_words(last.outcome, single, wording),
    };
    let asked = required_text(edition, target, last, last.asked, wording);
    let is_limit = target.kind == "cadence"
        || target
            .windows
            .iter()
            .any(|window| window.bound == Some(Bound::Most));
    let month = wording.month(DateSpan::day(last.day));
    wording.phrase(
        &Phrase::new("ui-chart-description")
            .with("month", month)
            .with("outcome", outcome)
            .with("asked", Arg::Text(asked))
            .with("bound", if is_limit { "most" } else { "least" }),
    )
}
