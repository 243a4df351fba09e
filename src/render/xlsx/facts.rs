//! What the conditions of each kind's verdict give, as the workbook's formulas reckon them: the results that stand in the cells.

use super::cell::number;
use super::dated_facts::{Requests, steps};
use super::figures::{Figures, PartFigures, WindowFigures};
use super::formula::TruthWords;
use super::gaps::{Gaps, whole_at_extremes};
use super::judged::{Facts, Outcome, round};
use super::parts;
use crate::model::basis::{VerdictBasis, VerdictRule};
use crate::model::quantity::{Amount, Truth};
use crate::model::target::Bound;

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
                    nobody: false,
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
                    nobody: false,
                    kept: *bound == Bound::Least && closed == 1.0,
                    lost: *bound == Bound::Most && closed == 0.0,
                    closed,
                    pace: held(*bound, outcome, of(*passed)),
                }
            }
            VerdictRule::Share { bound, percent } => {
                let holds = share(figures, window, basis, *bound, number(*percent))?;
                Facts {
                    closed: holds,
                    pace: holds,
                    ..Facts::NOTHING
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
                    nobody: false,
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
                    lost: all == 0.0,
                    closed: if parts.is_empty() { -1.0 } else { all },
                    pace: all,
                    ..Facts::NOTHING
                }
            }
            VerdictRule::Requests {
                within,
                share,
                is_open,
                ..
            } => {
                let requests = Requests::of(window, basis, parts)?;
                requests.facts(basis, *within, share.map(number), *is_open)
            }
            VerdictRule::Steps { end, .. } => steps(window, basis, parts, *end)?,
            VerdictRule::Gaps { .. } => {
                let gaps = Gaps::of(figures, window)?;
                if outcome.high != Some(outcome.low) || outcome.low != gaps.longest as f64 {
                    return None;
                }
                let holds = f64::from(gaps.worst <= 0);
                Facts {
                    lost: holds == 0.0,
                    closed: holds,
                    pace: holds,
                    ..Facts::NOTHING
                }
            }
            VerdictRule::AnswerTimes { limit, strict, .. } => {
                let days: f64 = (parts.iter())
                    .map(|part| number(part.part.outcome.low()))
                    .sum();
                let all = parts.len() as f64;
                let average = (round(days / all.max(1.0)) * 100.0).floor() / 100.0;
                // In an open window with months that nobody has told about it may be any.
                if outcome.high != Some(outcome.low) || round(outcome.low) != round(average) {
                    return None;
                }
                let asked = round(number(*limit) * all);
                let holds = match all > 0.0 {
                    true => f64::from(if *strict { days < asked } else { days <= asked }),
                    false => -1.0,
                };
                Facts {
                    nobody: basis.covered && !basis.incomplete && all == 0.0,
                    closed: holds,
                    pace: holds,
                    ..Facts::NOTHING
                }
            }
            VerdictRule::Measured {
                bound,
                number: asked,
                strict,
                is_final,
            } => {
                let (value, asked) = (round(outcome.low), round(number(*asked)));
                let holds = match (bound, strict) {
                    (Bound::Least, false) => value >= asked,
                    (Bound::Least, true) => value > asked,
                    (Bound::Most, false) => value <= asked,
                    (Bound::Most, true) => value < asked,
                };
                Facts {
                    kept: *is_final && holds,
                    lost: *is_final && !holds,
                    closed: f64::from(holds),
                    pace: f64::from(holds),
                    ..Facts::NOTHING
                }
            }
            VerdictRule::Shown => return None,
        };
        Some(facts)
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
    let (part, whole) = (window.window.outcome?, window.window.out_of?);
    let rows = figures.counted.get(window.counted.clone())?;
    let (mut least, mut most) = (0.0, 0.0);
    for row in rows {
        let (of_least, of_most) = match row.of_part {
            Some(part) if !basis.incomplete => whole_at_extremes(row.given, part)?,
            Some(_) => (0.0, 0.0),
            None => return None,
        };
        least += of_least;
        most += of_most;
    }
    if basis.incomplete || least == 0.0 {
        return Some(-1.0);
    }
    let (low, high) = (round(number(part.low())), round(number(part.high()?)));
    let asked = |whole: f64| round(whole * percent / 100.0);
    let something = whole.low() > Amount::ZERO;
    Some(match bound {
        Bound::Least if low >= asked(least) => 1.0,
        Bound::Least if something && high < asked(most) => 0.0,
        Bound::Most if something && high <= asked(most) => 1.0,
        Bound::Most if low > asked(least) => 0.0,
        _ => -1.0,
    })
}
