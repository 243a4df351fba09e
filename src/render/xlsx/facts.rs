//! What the conditions of each kind's verdict give, as the workbook's formulas reckon them: the results that stand in the cells.

use super::cell::number;
use super::figures::{Counted, Figures, PartFigures, WindowFigures};
use super::formula::TruthWords;
use super::parts;
use crate::model::assessment::Status;
use crate::model::basis::{VerdictBasis, VerdictRule};
use crate::model::quantity::{Quantity, Truth};
use crate::model::target::Bound;

/// What was done, as cells hold it; no highest where there is no upper limit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outcome {
    pub(super) low: f64,
    pub(super) high: Option<f64>,
}

impl Outcome {
    pub(super) fn of(quantity: Quantity) -> Outcome {
        Outcome {
            low: number(quantity.low()),
            high: quantity.high().map(number),
        }
    }
}

/// What the conditions of a verdict give: yes, no and unknown are 1, 0 and −1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts {
    pub(super) pace_asked: Option<f64>,
    pub(super) kept: bool,
    pub(super) lost: bool,
    pub(super) closed: f64,
    pub(super) pace: f64,
}

/// As the cells are compared.
fn round(number: f64) -> f64 {
    (number * 1e8).round() / 1e8
}

fn held(bound: Bound, outcome: Outcome, asked: f64) -> f64 {
    let (low, asked) = (round(outcome.low), round(asked));
    let high = outcome.high.map(round);
    match bound {
        Bound::Least if low >= asked => 1.0,
        Bound::Least if high.is_some_and(|high| high < asked) => 0.0,
        Bound::Most if low > asked => 0.0,
        Bound::Most if high.is_some_and(|high| high <= asked) => 1.0,
        _ => -1.0,
    }
}

impl Facts {
    /// Of a window; none where its kind gives no verdict.
    pub(super) fn of(
        figures: &Figures<'_>,
        window: &WindowFigures<'_>,
        basis: &VerdictBasis,
    ) -> Option<Facts> {
        let outcome = Outcome::of(window.window.outcome?);
        let parts = figures.parts.get(window.parts.clone())?;
        let facts = match &basis.rule {
            VerdictRule::Sum {
                bound,
                number: asked,
                paced,
                days: (passed, all),
                continuous,
            } => {
                let share = number(*paced) * *passed as f64 / (*all).max(1) as f64;
                let whole = *bound == Bound::Least && !continuous;
                let pace = if whole { round(share).floor() } else { share };
                let closed = held(*bound, outcome, number(*asked));
                Facts {
                    pace_asked: Some(pace),
                    kept: *bound == Bound::Least && closed == 1.0,
                    lost: *bound == Bound::Most && closed == 0.0,
                    closed,
                    pace: held(*bound, outcome, pace),
                }
            }
            VerdictRule::Average {
                bound,
                number: asked,
                times: (passed, all),
            } => {
                let of = |(count, shares): (u64, u64)| {
                    number(*asked) * (count as f64 / shares.max(1) as f64)
                };
                let closed = held(*bound, outcome, of(*all));
                Facts {
                    pace_asked: Some(of(*passed)),
                    kept: *bound == Bound::Least && closed == 1.0,
                    lost: *bound == Bound::Most && closed == 0.0,
                    closed,
                    pace: held(*bound, outcome, of(*passed)),
                }
            }
            VerdictRule::Share { bound, percent } => {
                let holds = share(figures, window, basis, *bound, number(*percent))?;
                Facts {
                    pace_asked: None,
                    kept: false,
                    lost: false,
                    closed: holds,
                    pace: holds,
                }
            }
            VerdictRule::EachPart {
                parts: of,
                days,
                continuous,
            } => {
                let asked = window.window.required?;
                let nothing = number(asked) == 0.0;
                let is_over = |index: usize| of.get(index).is_some_and(|part| part.over);
                let all = parts::all_hold(parts, &|_| true);
                let over = parts::all_hold(parts, &is_over);
                let pace = parts::pace(asked, *days, *continuous);
                let capped = Outcome::of(parts::capped_sum(parts));
                let paced = held(Bound::Least, capped, pace);
                Facts {
                    pace_asked: Some(pace),
                    kept: !nothing && all == Truth::Yes,
                    lost: over == Truth::No,
                    closed: if nothing { -1.0 } else { TruthWords::code(all) },
                    pace: both(paced, TruthWords::code(over)),
                }
            }
            VerdictRule::EachPeriod { bound } => {
                let truth = |part: &PartFigures<'_>| {
                    let asked = part.part.required?;
                    Some(held(*bound, Outcome::of(part.part.outcome), number(asked)))
                };
                let all = parts.iter().filter_map(truth).fold(1.0, both);
                Facts {
                    pace_asked: None,
                    kept: false,
                    lost: all == 0.0,
                    closed: if parts.is_empty() { -1.0 } else { all },
                    pace: all,
                }
            }
            VerdictRule::Shown => return None,
        };
        Some(facts)
    }

    /// The verdict that follows, as the formula gives it.
    pub(super) fn verdict(&self, basis: &VerdictBasis, closed: bool) -> Status {
        let unknown = if basis.incomplete {
            Status::NotReported
        } else {
            Status::Undecided
        };
        match () {
            () if basis.elapsed.is_none() => Status::NotStarted,
            () if self.kept => Status::Fulfilled,
            () if self.lost => Status::NotFulfilled,
            () if !basis.covered => Status::NotReported,
            () if closed && self.closed == 1.0 => Status::Fulfilled,
            () if closed && self.closed == 0.0 => Status::NotFulfilled,
            () if !closed && self.pace == 1.0 => Status::OnTrack,
            () if !closed && self.pace == 0.0 => Status::Behind,
            () => unknown,
        }
    }
}

/// Yes if both are, no if one is.
fn both(one: f64, other: f64) -> f64 {
    if one == 0.0 || other == 0.0 {
        0.0
    } else {
        one.min(other)
    }
}

/// Whether a share holds at its smallest and at its greatest, row by row: what counts in the part is in the whole too.
fn share(
    figures: &Figures<'_>,
    window: &WindowFigures<'_>,
    basis: &VerdictBasis,
    bound: Bound,
    percent: f64,
) -> Option<f64> {
    let rows = figures.counted.get(window.counted.clone())?;
    let exact =
        |row: &Counted<'_>| row.given.is_exact() && row.of_part.is_none_or(|part| part.is_exact());
    // Of intervals the smallest and the greatest share are not made of the sums.
    if basis.incomplete || !rows.iter().all(exact) {
        return None;
    }
    let (part, whole) = (
        number(window.window.outcome?.low()),
        number(window.window.out_of?.low()),
    );
    if whole == 0.0 {
        return Some(-1.0);
    }
    let asked = round(whole * percent / 100.0);
    Some(f64::from(match bound {
        Bound::Least => round(part) >= asked,
        Bound::Most => round(part) <= asked,
    }))
}
