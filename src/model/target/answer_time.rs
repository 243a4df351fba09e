//! How many days answers took, and the average or median of them, as the intervals they are.

use chrono::NaiveDate;

use super::{TimeMeasure, WindowInput, WindowRequest};
use crate::model::agreement::Length;
use crate::model::quantity::{Amount, Quantity, Truth};
use crate::model::span::DateSpan;

/// How many days a request waited for its answer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Time {
    low: u64,
    /// None if it may wait for ever.
    high: Option<u64>,
    /// Whether it surely is one of the window's requests.
    pub(super) certain: bool,
    pub(super) is_waiting: bool,
}

impl Time {
    pub(super) fn of(
        asked: &WindowRequest,
        today: NaiveDate,
        is_closed: bool,
        works: bool,
        input: &WindowInput<'_>,
    ) -> Time {
        let days = |from: NaiveDate, to: NaiveDate| days_between(from, to, works, &input.excepted);
        let age = (days(asked.date.to, today), days(asked.date.from, today));
        let waiting = Time {
            low: age.0,
            high: (!is_closed).then_some(age.1),
            certain: asked.certain,
            is_waiting: true,
        };
        match (asked.answered, asked.by_rules) {
            (None, _) | (_, Truth::No) => waiting,
            // Nobody answers before it is asked: one of the days is wrong.
            (Some(answer), _) if answer.to < asked.date.from => Time {
                low: 0,
                high: None,
                certain: asked.certain,
                is_waiting: false,
            },
            (Some(answer), by_rules) => {
                let (low, high) = (
                    days(asked.date.to, answer.from),
                    days(asked.date.from, answer.to),
                );
                let answered = Time {
                    low,
                    high: Some(high),
                    certain: asked.certain,
                    is_waiting: false,
                };
                if by_rules == Truth::Yes {
                    return answered;
                }
                // Perhaps no answer by the rules: then it still waits.
                Time {
                    low: low.min(waiting.low),
                    high: waiting.high.map(|age| age.max(high)),
                    ..answered
                }
            }
        }
    }
}

/// Days after `from` up to `to`; of working days those from Monday to Friday that are no holidays and not excepted.
pub(super) fn days_between(
    from: NaiveDate,
    to: NaiveDate,
    works: bool,
    excepted: &[DateSpan],
) -> u64 {
    if to <= from {
        return 0;
    }
    if !works {
        return u64::try_from((to - from).num_days()).unwrap_or(0);
    }
    let days = from.iter_days().skip(1).take_while(|day| *day <= to);
    days.filter(|day| Length::is_working_day(*day, excepted))
        .count() as u64
}

/// A number of days that need not be whole.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ratio {
    pub(super) num: u64,
    /// Never zero.
    pub(super) den: u64,
}

impl Ratio {
    fn below(self, other: Ratio) -> bool {
        u128::from(self.num) * u128::from(other.den) < u128::from(other.num) * u128::from(self.den)
    }

    fn min(self, other: Ratio) -> Ratio {
        if other.below(self) { other } else { self }
    }

    fn max(self, other: Ratio) -> Ratio {
        if self.below(other) { other } else { self }
    }
}

/// The least and the most that an average or a median can be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    pub(super) low: Ratio,
    pub(super) high: Option<Ratio>,
}

/// With more requests that may not belong here than this, their extremes bound the range.
const MOST_TRIED: usize = 200;

impl Range {
    /// `None` of no requests at all.
    pub(super) fn of(measure: TimeMeasure, times: &[Time], incomplete: bool) -> Option<Range> {
        let of = |certain: bool, bound: fn(&Time) -> u64| {
            let mut days: Vec<u64> = times
                .iter()
                .filter(|time| time.certain == certain)
                .map(bound)
                .collect();
            days.sort_unstable();
            days
        };
        let low = |time: &Time| time.low;
        let high = |time: &Time| time.high.unwrap_or(OPEN);
        let least = extreme(measure, of(true, low), of(false, low), Ratio::min)?;
        let mut perhaps = of(false, high);
        perhaps.reverse();
        let most = extreme(measure, of(true, high), perhaps, Ratio::max)?;
        let zero = Ratio { num: 0, den: 1 };
        Some(Range {
            // What nobody has told about may have been answered at once, or never.
            low: if incomplete { zero } else { least },
            high: Some(most).filter(|most| !incomplete && most.num < OPEN),
        })
    }

    pub(super) fn within(self, days: u64) -> Truth {
        let limit = Ratio { num: days, den: 1 };
        match self.high {
            Some(high) if !limit.below(high) => Truth::Yes,
            _ if limit.below(self.low) => Truth::No,
            _ => Truth::Unknown,
        }
    }

    pub(super) fn below(self, before: Range) -> Truth {
        match (self.high, before.high) {
            (Some(high), _) if high.below(before.low) => Truth::Yes,
            (_, Some(before)) if !self.low.below(before) => Truth::No,
            _ => Truth::Unknown,
        }
    }

    /// In hundredths of days, never narrower than it is.
    pub(super) fn in_days(self) -> Quantity {
        let part = |ratio: Ratio| Amount::ONE.part(ratio.num, ratio.den);
        let low = part(self.low).down_to_hundredths();
        match self.high {
            Some(high) => {
                let exact = Amount::ONE.part_needed(high.num, high.den);
                if self.low.num * high.den == high.num * self.low.den {
                    Quantity::exact(low)
                } else {
                    Quantity::between(low, exact.up_to_hundredths())
                }
            }
            None => Quantity::at_least(low),
        }
    }
}

/// More days than anybody has waited.
const OPEN: u64 = 1 << 40;

/// The most extreme average or median of the certain times and the best choice of the others, which come most extreme first.
fn extreme(
    measure: TimeMeasure,
    certain: Vec<u64>,
    perhaps: Vec<u64>,
    better: fn(Ratio, Ratio) -> Ratio,
) -> Option<Ratio> {
    if perhaps.len() > MOST_TRIED {
        let all = certain.iter().chain(&perhaps);
        return all.map(|days| Ratio { num: *days, den: 1 }).reduce(better);
    }
    let mut chosen = certain;
    let mut best = statistic(measure, &chosen);
    for days in perhaps {
        let place = chosen.partition_point(|known| *known < days);
        chosen.insert(place, days);
        let found = statistic(measure, &chosen);
        best = best
            .zip(found)
            .map(|(best, found)| better(best, found))
            .or(found);
    }
    best
}

/// Of times in their order.
fn statistic(measure: TimeMeasure, times: &[u64]) -> Option<Ratio> {
    if times.is_empty() {
        return None;
    }
    match measure {
        TimeMeasure::Average => Some(Ratio {
            num: times
                .iter()
                .fold(0u64, |sum, days| sum.saturating_add(*days)),
            den: times.len() as u64,
        }),
        TimeMeasure::Median => {
            let upper = times.get(times.len() / 2)?;
            let lower = times.get((times.len() - 1) / 2)?;
            Some(Ratio {
                num: lower.saturating_add(*upper),
                den: 2,
            })
        }
    }
}
