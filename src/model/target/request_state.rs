//! How requests stand, and whether so many per cent of them are answered in time.

use chrono::NaiveDate;

use super::{WindowInput, WindowRequest, WindowState};
use crate::model::agreement::Length;
use crate::model::quantity::{Amount, Truth};

/// How one request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RequestState {
    /// Answered by the rules, in time.
    Kept,
    /// Answered too late, or not, and its day has passed.
    Broken,
    /// Not answered, and there is still time.
    Waiting,
    /// It cannot be told.
    Unknown,
}

/// The last day for a request made on `day`.
pub(super) fn due(day: NaiveDate, within: Option<Length>, input: &WindowInput<'_>) -> NaiveDate {
    match within {
        Some(length) => length.after_except(day, &input.excepted),
        None => input.window.to,
    }
}

pub(super) fn request_state(
    asked: &WindowRequest,
    within: Option<Length>,
    input: &WindowInput<'_>,
) -> RequestState {
    // A request on one of several days is due on one of several days.
    let (first_due, last_due) = (
        due(asked.date.from, within, input),
        due(asked.date.to, within, input),
    );
    let today = if input.state() == WindowState::Closed {
        input.as_of.max(input.end)
    } else {
        input.end
    };
    let unanswered = || {
        if last_due <= today {
            RequestState::Broken
        } else if first_due <= today {
            RequestState::Unknown
        } else {
            RequestState::Waiting
        }
    };
    let found = match (asked.answered, asked.by_rules) {
        (None, _) | (_, Truth::No) => unanswered(),
        // Nobody answers before it is asked: one of the days is wrong.
        (Some(answer), _) if answer.to < asked.date.from => RequestState::Unknown,
        (Some(answer), Truth::Yes) if answer.to <= first_due => RequestState::Kept,
        (Some(answer), _) if answer.from > last_due => RequestState::Broken,
        _ => RequestState::Unknown,
    };
    match found {
        // What may not belong here breaks nothing and asks for nothing.
        RequestState::Broken | RequestState::Waiting if !asked.certain => RequestState::Unknown,
        found => found,
    }
}

/// Whether so many per cent of the requests are answered in time, at worst and at best. Those that wait are left out
/// while their day is still to come, and may be answered in time where the window is over before it.
pub(super) fn share_holds(
    share: Amount,
    states: &[(&WindowRequest, RequestState)],
    waiting_is_left_out: bool,
    input: &WindowInput<'_>,
) -> Truth {
    let is_open = input.state() == WindowState::Open;
    let count = |of: &dyn Fn(bool, RequestState) -> bool| {
        let those = states
            .iter()
            .filter(|(asked, state)| of(asked.certain, *state));
        those.count() as u64
    };
    use RequestState::{Broken, Kept, Unknown, Waiting};
    let may_break = |state: RequestState| match state {
        Broken | Unknown => true,
        Waiting => !waiting_is_left_out,
        Kept => false,
    };
    // A window that is still open asks for what is not answered yet.
    let may_keep = |state: RequestState| match state {
        Kept | Unknown => true,
        Waiting => !is_open,
        Broken => false,
    };
    let surely_kept = count(&|certain, state| certain && state == Kept);
    let perhaps_broken = count(&|_, state| may_break(state));
    let perhaps_kept = count(&|_, state| may_keep(state));
    let surely_broken = count(&|certain, state| certain && may_break(state) && !may_keep(state));
    let reaches = |kept: u64, broken: u64| {
        Amount::whole(kept).times_reaches(
            10_000,
            Amount::whole(kept + broken),
            share.in_hundredths(),
        )
    };
    if input.incomplete() {
        Truth::Unknown
    } else if surely_kept > 0 && reaches(surely_kept, perhaps_broken) {
        Truth::Yes
    } else if surely_broken > 0 && !reaches(perhaps_kept, surely_broken) {
        Truth::No
    } else if states.iter().all(|(_, state)| *state == Waiting) && waiting_is_left_out {
        // None is due yet.
        Truth::from(states.iter().any(|(asked, _)| asked.certain)).or(Truth::Unknown)
    } else {
        Truth::Unknown
    }
}
