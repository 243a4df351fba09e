//! The windows of a target.

use chrono::{Datelike, NaiveDate};

use crate::model::agreement::Agreement;
use crate::model::span::DateSpan;
use crate::model::target::{RequiredStep, Target, TargetKind, WindowRule};

/// One window, with the name of a listed one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Window {
    pub(super) span: DateSpan,
    pub(super) name: Option<String>,
}

/// The windows that are judged, and those cut by the term or `valid`, which are not.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Windows {
    pub(super) judged: Vec<Window>,
    pub(super) left_out: Vec<DateSpan>,
}

/// The days on which a target is in force.
pub(super) fn in_force(target: &Target, term: DateSpan) -> DateSpan {
    let from_agreed = target.agreed.map(|day| DateSpan {
        from: day.max(term.from),
        to: term.to.max(day),
    });
    target
        .valid
        .or(from_agreed)
        .and_then(|days| days.intersection(term))
        .unwrap_or(term)
}

/// One window to the last step's day, or to the term's end if a step has none.
pub(super) fn of_steps(target: &Target, steps: &[RequiredStep], agreement: &Agreement) -> Windows {
    let days = in_force(target, agreement.term);
    let last = steps
        .iter()
        .map(|step| step.due.unwrap_or(agreement.term.to))
        .max();
    let to = last.unwrap_or(days.to).max(days.from);
    Windows {
        judged: vec![Window {
            span: DateSpan {
                from: days.from,
                to,
            },
            name: None,
        }],
        left_out: Vec::new(),
    }
}

/// The windows of a target but for those wholly in days that the agreement excepts.
pub(super) fn windows(target: &Target, over: &WindowRule, agreement: &Agreement) -> Windows {
    let list = target
        .except
        .as_ref()
        .and_then(|list| agreement.calendar.get(list));
    let excepted = list.map(Vec::as_slice).unwrap_or_default();
    let is_asked = |span: DateSpan| !excepted.iter().any(|entry| span.within(entry.span));
    let Windows {
        mut judged,
        mut left_out,
    } = all_windows(target, over, agreement);
    judged.retain(|window| is_asked(window.span));
    left_out.retain(|span| is_asked(*span));
    Windows { judged, left_out }
}

/// The windows of a target; numbers are never scaled, so a calendar window that is cut is left out.
fn all_windows(target: &Target, over: &WindowRule, agreement: &Agreement) -> Windows {
    let base = in_force(target, agreement.term);
    let whole = |spans: Vec<DateSpan>| {
        let (judged, left_out): (Vec<_>, Vec<_>) =
            spans.into_iter().partition(|span| span.within(base));
        Windows {
            judged: judged
                .into_iter()
                .map(|span| Window { span, name: None })
                .collect(),
            left_out,
        }
    };
    let single = |span| Windows {
        judged: vec![Window { span, name: None }],
        left_out: Vec::new(),
    };
    if let TargetKind::Shown { .. } = target.kind
        && matches!(over, WindowRule::Unstated | WindowRule::Year)
    {
        // Figures without a requirement may cover part of a year.
        let cut = years(base)
            .into_iter()
            .filter_map(|year| year.intersection(base));
        return Windows {
            judged: cut.map(|span| Window { span, name: None }).collect(),
            left_out: Vec::new(),
        };
    }
    match (&target.kind, over) {
        (
            TargetKind::Cadence { .. }
            | TargetKind::Deferred
            | TargetKind::Indicator { test: None, .. },
            _,
        )
        | (TargetKind::Indicator { .. }, WindowRule::Unstated) => return single(base),
        _ => {}
    }
    match over {
        WindowRule::Term => single(base),
        WindowRule::Unstated if base.days() <= 366 => single(base),
        WindowRule::Unstated | WindowRule::Year => whole(years(base)),
        WindowRule::HalfYear => whole(parts_of_years(base, 6)),
        WindowRule::Tertial => whole(parts_of_years(base, 4)),
        WindowRule::Quarter => whole(parts_of_years(base, 3)),
        WindowRule::Month => whole(base.each_month().collect()),
        WindowRule::Week => whole(base.each_week().collect()),
        WindowRule::Day => whole(base.each_day().collect()),
        WindowRule::Calendar(list) => {
            let listed = agreement
                .calendar
                .get(list)
                .map(Vec::as_slice)
                .unwrap_or_default();
            let in_force = listed.iter().filter(|entry| entry.span.overlaps(base));
            let judged = in_force
                .map(|entry| Window {
                    span: entry.span,
                    name: entry.name.clone(),
                })
                .collect();
            Windows {
                judged,
                left_out: Vec::new(),
            }
        }
    }
}

/// A window and the adjoining ones, as far as the target is in force.
pub(super) fn around(window: DateSpan, target: &Target, agreement: &Agreement) -> DateSpan {
    let base = in_force(target, agreement.term);
    let WindowRule::Calendar(list) = &target.over else {
        return base.union(window);
    };
    let listed = agreement.calendar.get(list).map(Vec::as_slice);
    let listed = listed.unwrap_or_default();
    let adjoins = |all: DateSpan, other: DateSpan| {
        let day_after = |one: DateSpan| one.to.succ_opt();
        other.overlaps(all)
            || day_after(all) == Some(other.from)
            || day_after(other) == Some(all.from)
    };
    // As many rounds as there are entries: each may join one more.
    let all = listed.iter().fold(window, |all, _| {
        let joined = listed.iter().filter(|entry| adjoins(all, entry.span));
        joined.fold(all, |all, entry| all.union(entry.span))
    });
    all.intersection(base)
        .map_or(window, |all| all.union(window))
}

fn years(base: DateSpan) -> Vec<DateSpan> {
    (base.from.year()..=base.to.year())
        .filter_map(DateSpan::year)
        .collect()
}

/// The parts, of that many months, of every year that `base` touches, that share a day with it.
fn parts_of_years(base: DateSpan, months: u32) -> Vec<DateSpan> {
    let part = |year: i32, first: u32| {
        Some(DateSpan::month(year, first)?.union(DateSpan::month(year, first + months - 1)?))
    };
    (base.from.year()..=base.to.year())
        .flat_map(|year| {
            (1..=12)
                .step_by(months as usize)
                .filter_map(move |first| part(year, first))
        })
        .filter(|span| span.overlaps(base))
        .collect()
}

/// The last day that counts in a window: E; as-of for a window that outlives the term, once E has reached the term's
/// end.
pub(super) fn last_day(
    window: DateSpan,
    term: DateSpan,
    end: NaiveDate,
    as_of: NaiveDate,
) -> NaiveDate {
    if window.to > term.to && end >= term.to {
        end.max(as_of)
    } else {
        end
    }
}
