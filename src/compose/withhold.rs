//! Withholding of small numbers about persons, and of what would disclose them.
//!
//! A figure is small if any of its possible values is below the agreement's limit, including zero. Figures from which
//! it could be computed are withheld too: the rest of a whole, the difference from the previous version, the last
//! cell of a sum.

use std::collections::BTreeSet;

use crate::model::activity::Origin;
use crate::model::agreement::Agreement;
use crate::model::assessment::{Assessment, CountedRow, TargetAssessment, WindowAssessment};
use crate::model::finding::Phrase;
use crate::model::quantity::{Amount, Quantity};
use crate::model::report::ShownFigure;
use crate::model::span::DateSpan;

/// Which figures of rows are withheld.
#[derive(Clone, Debug)]
pub(super) struct Withheld<'a> {
    agreement: &'a Agreement,
    cells: BTreeSet<Origin>,
    /// The activities of which no row is told.
    guarded: BTreeSet<String>,
}

impl Withheld<'_> {
    /// Whether a row's figure is withheld: it is about persons, and is small or would disclose another that is
    /// withheld.
    pub(super) fn hides(&self, activity: &str, origin: &Origin, value: Quantity) -> bool {
        self.agreement.about_persons(activity)
            && (is_small(value, self.agreement.small_numbers)
                || self.cells.contains(origin)
                || self.guarded.contains(activity))
    }

    /// Withholds every row of these activities.
    pub(super) fn guard(&mut self, activities: BTreeSet<String>) {
        self.guarded = activities;
    }
}

/// Removes from the verdicts every figure about persons that is small, or that would disclose one.
pub(super) fn withhold<'a>(
    agreement: &'a Agreement,
    assessments: &mut [Assessment],
    before: &[ShownFigure],
) -> Withheld<'a> {
    let limit = agreement.small_numbers;
    let mut cells = BTreeSet::new();
    let followed = followed(assessments);
    for assessment in &mut *assessments {
        let pledge = &assessment.pledge;
        for target in assessment
            .targets
            .iter_mut()
            .filter(|target| target.persons)
        {
            let id = &target.id;
            let is_followed = followed.contains(&(pledge.clone(), id.clone()));
            for window in &mut target.windows {
                // What steps between versions give away is the audit's, wherever it can follow the figures.
                let before = if is_followed {
                    Vec::new()
                } else {
                    shown_before(before, pledge, id, window.span)
                };
                if discloses(window, &before, limit) {
                    hide(window, limit);
                } else if window
                    .parts
                    .iter()
                    .any(|part| is_small(part.outcome, limit))
                {
                    hide_parts(window, limit);
                }
            }
        }
    }
    hide_overlaps(assessments, &followed, limit);
    for assessment in &mut *assessments {
        let pledge = &assessment.pledge;
        for target in assessment.targets.iter_mut().filter(|one| one.persons) {
            if followed.contains(&(pledge.clone(), target.id.clone())) {
                target.in_period = target.in_period.filter(|done| !is_small(*done, limit));
            } else {
                hide_period(target, limit);
            }
        }
    }
    for target in persons_targets(assessments) {
        cells.extend(cells_to_hide(target, limit));
    }
    for target in persons_targets(assessments) {
        let stays = |counted: &&CountedRow| !cells.contains(&counted.origin);
        target.counted = target.counted.iter().filter(stays).cloned().collect();
        target.whole = target.whole.iter().filter(stays).cloned().collect();
    }
    Withheld {
        agreement,
        cells,
        guarded: BTreeSet::new(),
    }
}

/// The targets, by pledge, whose every window is the sum of its rows: the audit can follow them, and withholds no more than is
/// needed.
fn followed(assessments: &[Assessment]) -> BTreeSet<(String, String)> {
    let is_sum = |target: &TargetAssessment| {
        let exact = target
            .counted
            .iter()
            .all(|row| row.value.is_exact() && row.date.is_exact() && !row.facts.undated);
        let mut windows = target.windows.iter();
        exact
            && windows.all(|window| {
                let rows = target.counted.iter();
                let sum: Quantity = rows
                    .filter(|row| row.date.within(window.span))
                    .map(|row| row.value)
                    .sum();
                window.outcome.is_none_or(|outcome| outcome == sum)
            })
    };
    let mut followed = BTreeSet::new();
    for assessment in assessments {
        let targets = assessment.targets.iter().filter(|target| target.persons);
        for target in targets.filter(|target| is_sum(target)) {
            followed.insert((assessment.pledge.clone(), target.id.clone()));
        }
    }
    followed
}

fn persons_targets(assessments: &mut [Assessment]) -> impl Iterator<Item = &mut TargetAssessment> {
    assessments
        .iter_mut()
        .flat_map(|assessment| &mut assessment.targets)
        .filter(|target| target.persons)
}

/// Whether the figure may be below the limit.
pub(super) fn is_small(figure: Quantity, limit: u64) -> bool {
    figure.low() < Amount::whole(limit)
}

/// Whether two figures differ, and may differ by less than the limit.
pub(super) fn differs_by_few(one: Quantity, other: Quantity, limit: u64) -> bool {
    let few = |one: Amount, other: Amount| {
        let difference = one.max(other).minus(one.min(other));
        difference != Amount::ZERO && difference < Amount::whole(limit)
    };
    few(one.low(), other.low())
        || one
            .high()
            .zip(other.high())
            .is_some_and(|(one, other)| few(one, other))
}

/// What earlier versions published of the same window.
fn shown_before(
    before: &[ShownFigure],
    pledge: &str,
    target: &str,
    window: DateSpan,
) -> Vec<Quantity> {
    let same = |shown: &&ShownFigure| {
        shown.pledge == pledge && shown.target == target && shown.window == window
    };
    before
        .iter()
        .filter(same)
        .map(|shown| shown.outcome)
        .collect()
}

/// Whether the window's figures are about few persons.
fn discloses(window: &WindowAssessment, before: &[Quantity], limit: u64) -> bool {
    let Some(outcome) = window.outcome else {
        return window.out_of.is_some_and(|whole| is_small(whole, limit));
    };
    is_small(outcome, limit)
        || before
            .iter()
            .any(|before| differs_by_few(*before, outcome, limit))
        || window.out_of.is_some_and(|whole| {
            // The rest of the whole, at its smallest. An open end never makes it small: then it is unknown.
            let rest = whole.low().minus(outcome.high().unwrap_or(outcome.low()));
            is_small(whole, limit) || rest < Amount::whole(limit)
        })
}

/// The sum may be shown, but neither its parts nor a reckoning that names them.
pub(super) fn hide_parts(window: &mut WindowAssessment, limit: u64) {
    window.parts.clear();
    window.reckoning = notice(limit);
    window.remaining = None;
    window.basis = None;
}

/// Removes the figures. The requirement and the verdict stay.
pub(super) fn hide(window: &mut WindowAssessment, limit: u64) {
    window.withheld = true;
    window.outcome = None;
    window.out_of = None;
    window.reckoning = notice(limit);
    window.remaining = None;
    window.even = None;
    window.urgent = false;
    window.basis = None;
    window.parts.clear();
}

fn notice(limit: u64) -> Phrase {
    Phrase::new("reckoning-withheld").with("limit", limit)
}

/// Removes what was done in the period where it is small, or would disclose a withheld figure, or the small rest of a
/// shown one.
fn hide_period(target: &mut TargetAssessment, limit: u64) {
    let Some(done) = target.in_period else { return };
    let is_about_few = |window: &WindowAssessment| {
        window.withheld
            || window
                .outcome
                .is_some_and(|outcome| differs_by_few(outcome, done, limit))
    };
    if is_small(done, limit) || target.windows.iter().any(is_about_few) {
        target.in_period = None;
    }
}

/// Where one shown figure is a part of another (the same or fewer activities, in the same days or some of them) and
/// only a few less, the two disclose the few: the smaller is withheld. The audit sees to those that are `followed`.
fn hide_overlaps(
    assessments: &mut [Assessment],
    followed: &BTreeSet<(String, String)>,
    limit: u64,
) {
    let shown: Vec<(Vec<String>, DateSpan, Quantity)> = assessments
        .iter()
        .flat_map(|assessment| &assessment.targets)
        .filter(|target| target.persons)
        .flat_map(|target| target.windows.iter().map(move |window| (target, window)))
        .filter_map(|(target, window)| Some((target.of.clone(), window.span, window.outcome?)))
        .collect();
    for assessment in assessments {
        let pledge = &assessment.pledge;
        let targets = assessment.targets.iter_mut();
        let unfollowed = targets.filter(|target| {
            target.persons && !followed.contains(&(pledge.clone(), target.id.clone()))
        });
        for target in unfollowed {
            hide_parts_of(target, &shown, limit);
        }
    }
}

fn hide_parts_of(
    target: &mut TargetAssessment,
    shown: &[(Vec<String>, DateSpan, Quantity)],
    limit: u64,
) {
    let of = &target.of;
    for window in &mut target.windows {
        let is_part = |(whole, span, outcome): &(Vec<String>, DateSpan, Quantity)| {
            window.outcome.is_some_and(|own| {
                of.iter().all(|activity| whole.contains(activity))
                    && window.span.within(*span)
                    && own.low() < outcome.low()
                    && differs_by_few(own, *outcome, limit)
            })
        };
        if shown.iter().any(is_part) {
            hide(window, limit);
        }
    }
}

/// The cells of a target whose figures are left out: all of them, if one is small or the figure of a window is withheld. The gaps of
/// a list would tell how many rows are left out, and the sum beside it what they are together.
fn cells_to_hide(target: &TargetAssessment, limit: u64) -> BTreeSet<Origin> {
    let rows = || target.counted.iter().chain(target.whole.iter());
    let is_withheld = target.windows.iter().any(|window| window.withheld);
    if is_withheld || rows().any(|row| is_small(row.value, limit)) {
        rows().map(origin).collect()
    } else {
        BTreeSet::new()
    }
}

fn origin(counted: &CountedRow) -> Origin {
    counted.origin.clone()
}
