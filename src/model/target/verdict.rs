//! The table of verdicts: for a target in a window, the first line that fits.

use super::input::{WindowInput, WindowState};
use crate::model::assessment::Status;
use crate::model::quantity::Truth;

/// What a kind of target knows of its window; [`verdict`] makes the status of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Facts {
    /// Whether the window has begun and ended.
    pub(crate) state: WindowState,
    /// Whether requests are logged, every month is covered, and none was made.
    pub(crate) nobody_asked: bool,
    /// Whether any month of it, up to its end, is covered.
    pub covered: bool,
    /// Kept, and nothing can lose it any more, whatever is still missing.
    pub(crate) kept: bool,
    /// Broken, and nothing can mend it any more, whatever is still missing.
    pub(crate) lost: bool,
    /// What the window gives once it is closed.
    pub(crate) closed: Truth,
    /// Whether the outcome keeps up with the time that has passed.
    pub(crate) pace: Truth,
    /// Whether something is missing that could decide it.
    pub(crate) incomplete: bool,
}

impl Facts {
    /// The facts that every kind takes from its input; the others say that nothing is known yet.
    pub(crate) fn of(input: &WindowInput<'_>) -> Facts {
        Facts {
            state: input.state(),
            nobody_asked: false,
            covered: input.covered,
            kept: false,
            lost: false,
            closed: Truth::Unknown,
            pace: Truth::Unknown,
            incomplete: input.incomplete(),
        }
    }
}

/// The status that follows from the facts: the eight lines of the table, in their order.
pub(crate) fn verdict(facts: Facts) -> Status {
    if facts.state == WindowState::NotBegun {
        return Status::NotStarted;
    }
    if facts.nobody_asked {
        return Status::NoNeed;
    }
    if facts.kept {
        return Status::Fulfilled;
    }
    if facts.lost {
        return Status::NotFulfilled;
    }
    if !facts.covered {
        return Status::NotReported;
    }
    match (facts.state, facts.closed, facts.pace) {
        (WindowState::Closed, Truth::Yes, _) => Status::Fulfilled,
        (WindowState::Closed, Truth::No, _) => Status::NotFulfilled,
        (WindowState::Open, _, Truth::Yes) => Status::OnTrack,
        (WindowState::Open, _, Truth::No) => Status::Behind,
        _ => undecided(facts.incomplete),
    }
}

/// Open for want of figures, or open for want of exact ones.
pub(crate) fn undecided(incomplete: bool) -> Status {
    if incomplete {
        Status::NotReported
    } else {
        Status::Undecided
    }
}
