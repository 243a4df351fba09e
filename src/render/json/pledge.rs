//! Pledges, targets and windows in `follow-up.json`.

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::activity::Origin;
use crate::model::agreement::Note;
use crate::model::assessment::{CountedRow, PartAssessment, Status, WindowAssessment};
use crate::model::edition::{Edition, EditionClaim, EditionTarget};
use crate::model::quantity::{Amount, Quantity};
use crate::model::span::DateSpan;
use crate::model::target::Bound;
use crate::wording::Wording;

use super::super::html::RowLimits;
use super::super::overview::short_name;
use super::super::target::{conditions, missed};

#[derive(Serialize)]
pub(super) struct PledgeJson<'a> {
    pub(super) id: &'a str,
    /// Its ordinal in the agreement, the same in every edition.
    number: usize,
    /// What it is called in lists.
    name: String,
    area: Option<&'a str>,
    text: &'a str,
    responsible: &'a [String],
    status: Status,
    /// Written where it is so: on track, and what remains asks a quicker pace than the pledge's own.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    urgent: bool,
    targets: Vec<TargetJson<'a>>,
    claimed: Option<ClaimedJson<'a>>,
    notes: &'a [Note],
    earlier_failures: &'a [DateSpan],
    /// How it stood when the term before ended; omitted where nothing is said of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_term: Option<Status>,
}

#[derive(Serialize)]
struct TargetJson<'a> {
    id: &'a str,
    kind: &'a str,
    responsible: &'a [String],
    status: Status,
    /// Written where it is so.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    effort: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    urgent: bool,
    phrase: String,
    /// Omitted unless true: the figures are about persons.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    persons: bool,
    /// Of which activities it is, and by which rules they count, in words. Written where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    conditions: Vec<String>,
    in_period: Option<Quantity>,
    amended: Vec<AmendedJson>,
    windows: Vec<WindowJson<'a>>,
    counted: &'a [CountedRow],
    /// How many there are, where lists are cut.
    #[serde(skip_serializing_if = "Option::is_none")]
    counted_rows: Option<usize>,
    not_counted: Vec<NotCountedJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_counted_rows: Option<usize>,
}

#[derive(Serialize)]
struct AmendedJson {
    from: NaiveDate,
    to: NaiveDate,
    phrase: String,
}

#[derive(Serialize)]
struct NotCountedJson<'a> {
    origin: &'a Origin,
    reason: &'static str,
    /// The rules that it does not meet, in words. Written where they are known.
    #[serde(skip_serializing_if = "String::is_empty")]
    missed: String,
}

#[derive(Serialize)]
struct ClaimedJson<'a> {
    status: &'a str,
    as_of: Option<NaiveDate>,
    origin: Option<&'a Origin>,
}

#[derive(Serialize)]
struct WindowJson<'a> {
    from: NaiveDate,
    to: NaiveDate,
    name: Option<&'a str>,
    closed: bool,
    unit: Option<&'a str>,
    bound: Option<Bound>,
    required: Option<Amount>,
    pace: Option<Amount>,
    /// Written where an even pace is judged: what it asks before whole things are rounded down.
    #[serde(skip_serializing_if = "Option::is_none")]
    even_pace: Option<Amount>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    urgent: bool,
    outcome: Option<Quantity>,
    out_of: Option<Quantity>,
    withheld: bool,
    status: Status,
    reckoning: String,
    remaining: Option<String>,
    parts: Vec<PartJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parts_count: Option<usize>,
}

#[derive(Serialize)]
struct PartJson<'a> {
    name: Option<&'a str>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    due: Option<NaiveDate>,
    done: Option<NaiveDate>,
    late: bool,
    required: Option<Amount>,
    outcome: Quantity,
    status: Status,
}

/// The meaning chosen for a wording; `target` is null for a whole pledge.
#[derive(Serialize)]
pub(super) struct Interpretation<'a> {
    pledge: &'a str,
    target: Option<&'a str>,
    text: &'a str,
}

/// Figures shown without a verdict; they are never added up.
#[derive(Serialize)]
pub(super) struct Shown<'a> {
    pledge: &'a str,
    target: &'a str,
    phrase: String,
    windows: Vec<WindowJson<'a>>,
}

/// Every pledge of the edition.
pub(super) fn pledges<'a>(
    edition: &'a Edition,
    wording: &Wording,
    limits: Option<&RowLimits>,
) -> Vec<PledgeJson<'a>> {
    let pledges = edition.pledges.iter().map(|pledge| PledgeJson {
        id: &pledge.id,
        number: pledge.number,
        name: short_name(pledge),
        area: pledge.area.as_deref(),
        text: &pledge.text,
        responsible: &pledge.responsible,
        status: pledge.status,
        urgent: pledge.is_urgent(),
        targets: (pledge.targets.iter())
            .map(|target| target_json(target, wording, limits))
            .collect(),
        claimed: pledge.claim.as_ref().and_then(claimed_json),
        notes: &pledge.notes,
        earlier_failures: &pledge.earlier_failures,
        last_term: pledge.last_term,
    });
    pledges.collect()
}

/// A claim; none if its content is not shown.
fn claimed_json(claim: &EditionClaim) -> Option<ClaimedJson<'_>> {
    Some(ClaimedJson {
        status: claim.status.as_deref()?,
        as_of: claim.as_of.map(|span| span.to),
        origin: claim.origin.as_ref(),
    })
}

pub(super) fn interpretations(edition: &Edition) -> Vec<Interpretation<'_>> {
    let mut interpretations = Vec::new();
    for pledge in &edition.pledges {
        let whole = pledge.interpretation.as_deref().map(|text| (None, text));
        let each = pledge.targets.iter().filter_map(|target| {
            Some((Some(target.id.as_str()), target.interpretation.as_deref()?))
        });
        let texts = whole.into_iter().chain(each);
        interpretations.extend(texts.map(|(target, text)| Interpretation {
            pledge: &pledge.id,
            target,
            text,
        }));
    }
    interpretations
}

/// Every target that is shown without a verdict.
pub(super) fn shown<'a>(
    edition: &'a Edition,
    wording: &Wording,
    limits: Option<&RowLimits>,
) -> Vec<Shown<'a>> {
    let mut shown = Vec::new();
    for pledge in &edition.pledges {
        let targets = pledge
            .targets
            .iter()
            .filter(|target| target.kind == "shown");
        shown.extend(targets.map(|target| Shown {
            pledge: &pledge.id,
            target: &target.id,
            phrase: wording.phrase(&target.phrase),
            windows: windows(target, wording, limits),
        }));
    }
    shown
}

fn target_json<'a>(
    target: &'a EditionTarget,
    wording: &Wording,
    limits: Option<&RowLimits>,
) -> TargetJson<'a> {
    let amended = target.amended.iter().map(|(days, was)| AmendedJson {
        from: days.from,
        to: days.to,
        phrase: wording.phrase(was),
    });
    let not_counted = first(&target.not_counted, limits.map(|limits| limits.not_counted));
    let not_counted = not_counted.iter().filter_map(|left| {
        Some(NotCountedJson {
            origin: left.origin.as_ref()?,
            reason: left.reason.name(),
            missed: missed(target, left, wording),
        })
    });
    TargetJson {
        id: &target.id,
        kind: target.kind,
        responsible: &target.responsible,
        status: target.status,
        effort: target.effort,
        urgent: target.is_urgent(),
        phrase: wording.phrase(&target.phrase),
        persons: target.persons,
        conditions: conditions(target, wording),
        in_period: target.in_period,
        amended: amended.collect(),
        windows: windows(target, wording, limits),
        counted: first(&target.counted, limits.map(|limits| limits.counted)),
        counted_rows: limits.map(|_| target.counted.len()),
        not_counted: not_counted.collect(),
        not_counted_rows: limits.map(|_| target.not_counted.len()),
    }
}

/// The list up to its limit, if it has one.
fn first<T>(list: &[T], most: Option<usize>) -> &[T] {
    most.and_then(|most| list.get(..most)).unwrap_or(list)
}

fn windows<'a>(
    target: &'a EditionTarget,
    wording: &Wording,
    limits: Option<&RowLimits>,
) -> Vec<WindowJson<'a>> {
    let windows = target.windows.iter();
    windows
        .map(|window| window_json(window, wording, limits))
        .collect()
}

fn window_json<'a>(
    window: &'a WindowAssessment,
    wording: &Wording,
    limits: Option<&RowLimits>,
) -> WindowJson<'a> {
    let remaining = window.remaining.as_ref();
    WindowJson {
        from: window.span.from,
        to: window.span.to,
        name: window.name.as_deref(),
        closed: window.closed,
        unit: window.unit.as_deref(),
        bound: window.bound,
        required: window.required,
        pace: window.pace,
        even_pace: window.even,
        urgent: window.urgent,
        outcome: window.outcome,
        out_of: window.out_of,
        withheld: window.withheld,
        status: window.status,
        reckoning: wording.phrase(&window.reckoning),
        remaining: remaining.map(|remaining| wording.phrase(remaining)),
        parts: first(&window.parts, limits.map(|limits| limits.parts))
            .iter()
            .map(part_json)
            .collect(),
        parts_count: limits.map(|_| window.parts.len()),
    }
}

fn part_json(part: &PartAssessment) -> PartJson<'_> {
    PartJson {
        name: part.name.as_deref(),
        from: part.span.map(|span| span.from),
        to: part.span.map(|span| span.to),
        due: part.due,
        done: part.done.map(|span| span.to),
        late: part.late,
        required: part.required,
        outcome: part.outcome,
        status: part.status,
    }
}
