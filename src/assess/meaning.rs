//! Wordings that leave several meanings.

use crate::model::agreement::Pledge;
use crate::model::assessment::Status;
use crate::model::finding::{Code, Finding, Place};
use crate::model::span::DateSpan;
use crate::model::target::{Every, Kind, Over, Per, Target, Threshold};

/// The targets that a target's wording can mean: itself if it says, or if the agreement has chosen.
///
/// Two wordings are open: no window in a term longer than a year; a count windowed by day, week or month that does not
/// say *each*.
pub(super) fn meanings(target: &Target, in_force: DateSpan) -> Vec<Target> {
    let over = |over: Over| Target {
        over,
        ..target.clone()
    };
    let is_open = target.interpretation.is_none() && target.kind.is_scored();
    match (&target.kind, &target.over) {
        _ if !is_open => vec![target.clone()],
        (Kind::Cadence { .. } | Kind::Milestone { .. } | Kind::Deferred, _) => vec![target.clone()],
        (_, Over::Unstated) if in_force.days() > 366 => vec![over(Over::Year), over(Over::Term)],
        (Kind::Count(threshold), Over::Day) => each_or_average(target, *threshold, Every::Day),
        (Kind::Count(threshold), Over::Week) => each_or_average(target, *threshold, Every::Week),
        (Kind::Count(threshold), Over::Month) => each_or_average(target, *threshold, Every::Month),
        _ => vec![target.clone()],
    }
}

/// So many in each, or so many on average over the calendar year.
fn each_or_average(target: &Target, threshold: Threshold, every: Every) -> Vec<Target> {
    let (per, number) = match every {
        // There is no average per day: seven times as many a week are the same.
        Every::Day => (Per::Week, threshold.number.part(7, 1)),
        Every::Week => (Per::Week, threshold.number),
        Every::Month => (Per::Month, threshold.number),
    };
    vec![
        Target {
            kind: Kind::EachPeriod { threshold, every },
            over: Over::Term,
            ..target.clone()
        },
        Target {
            kind: Kind::Average {
                threshold: Threshold {
                    number,
                    ..threshold
                },
                per,
            },
            over: Over::Unstated,
            ..target.clone()
        },
    ]
}

/// What each meaning would give.
pub(super) fn finding(
    pledge: &Pledge,
    readings: &[Target],
    statuses: impl Iterator<Item = Status>,
) -> Finding {
    let mut finding = Finding::new(
        Code::OpenInterpretation,
        Place::line(readings.first().map_or(0, |one| one.line)),
    )
    .with("pledge", pledge.id.as_str());
    let names = [("first", "first-gives"), ("second", "second-gives")];
    for ((reading, status), (name, gives)) in readings.iter().zip(statuses).zip(names) {
        let meaning = match (&reading.kind, &reading.over) {
            (Kind::EachPeriod { .. }, _) => "each",
            (Kind::Average { .. }, Over::Unstated) => "average",
            (_, Over::Term) => "term",
            _ => "year",
        };
        finding = finding.with(name, meaning).with(gives, status);
    }
    finding
}
