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

/// What is asked in the end, and where there is room the most that was surely reached.
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
    let nothing = tick(Amount::ZERO);
    let is_clear = reached.at.abs_diff(asked.at) >= NAME_HEIGHT
        && reached.at.abs_diff(nothing.at) >= NAME_HEIGHT;
    let mut ticks = vec![asked];
    if is_clear {
        ticks.push(reached);
    }
    ticks
}

/// What the lines mean: what is allowed is no demand, and nothing is explained that is not drawn.
pub(super) fn key(target: &EditionTarget, points: &[Point], wording: &Wording) -> String {
    let is_open = points.iter().any(|point| point.outcome.high().is_none());
    let is_interval =
        (points.iter()).any(|point| point.outcome.high().is_some() && !point.outcome.is_exact());
    wording.phrase(
        &Phrase::new("ui-chart-key")
            .with(
                "shape",
                if is_interval || is_open {
                    "interval"
                } else {
                    "exact"
                },
            )
            .with("field", if is_interval { "yes" } else { "no" })
            .with("unknown", if is_open { "yes" } else { "no" })
            .with("bound", if is_limit(target) { "most" } else { "least" }),
    )
}

/// Whether less is better.
fn is_limit(target: &EditionTarget) -> bool {
    target.kind == "cadence"
        || target
            .windows
            .iter()
            .any(|window| window.bound == Some(Bound::Most))
}

/// What is asked, as it is told: in per cent, in whole things, or with one decimal at most.
pub(super) fn required_text(
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

/// An outcome with its unit, where one word fits all of it.
fn outcome_in_words(target: &EditionTarget, outcome: Quantity, wording: &Wording) -> String {
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
    match target.kind {
        "share" => wording.percent(outcome),
        _ => quantity_in_words(outcome, single, wording),
    }
}

/// «Vid utgången av september 2023: 100–108 kontakter. Då krävs 117.»
pub(super) fn description(
    edition: &Edition,
    target: &EditionTarget,
    last: Point,
    wording: &Wording,
) -> String {
    let outcome = outcome_in_words(target, last.outcome, wording);
    let asked = required_text(edition, target, last, last.asked, wording);
    let bound = match is_limit(target) {
        true => "most",
        false if last.asked == Amount::ZERO => "nothing",
        false => "least",
    };
    let month = wording.month(DateSpan::day(last.day));
    wording.phrase(
        &Phrase::new("ui-chart-description")
            .with("month", month)
            .with("outcome", outcome)
            .with("asked", Arg::Text(asked))
            .with("bound", bound),
    )
}
