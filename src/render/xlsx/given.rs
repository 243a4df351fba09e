//! What each row gives to a window, or to its parts, so that the sum is the window's outcome.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::counted::{ActivityKey, Counted, key};
use crate::model::assessment::{CountedRow, PartAssessment, Status, WindowAssessment};
use crate::model::basis::{AnswerDays, Different, VerdictBasis, VerdictRule};
use crate::model::edition::EditionTarget;
use crate::model::quantity::{Amount, Quantity};
use crate::model::span::DateSpan;

/// So many rows of a window are held against each other; of more only the value is told.
const MOST_GAPS: usize = 2_000;

/// What rows give.
#[derive(Default)]
pub(super) struct Given<'a> {
    pub(super) rows: Vec<Counted<'a>>,
    /// Where only different ones count: each of them, as a part of which one is asked.
    pub(super) different: Vec<PartAssessment>,
}

/// A row with what it gives.
fn entry<'a>(
    part: Option<usize>,
    row: Option<&'a CountedRow>,
    given: Quantity,
    of_part: Option<Quantity>,
) -> Counted<'a> {
    Counted {
        window: 0,
        part,
        row,
        activity: None,
        given,
        of_part,
    }
}

impl<'a> Given<'a> {
    fn of_rows(rows: Vec<Counted<'a>>) -> Given<'a> {
        Given {
            rows,
            different: Vec::new(),
        }
    }

    /// The rows that touch a window, without a claim that they add up to anything.
    pub(super) fn listed(target: &'a EditionTarget, window: &WindowAssessment) -> Given<'a> {
        let rows = target.counted.iter();
        let rows =
            rows.filter_map(|row| Some(entry(None, Some(row), row.in_span(window.span)?, None)));
        Given::of_rows(rows.collect())
    }

    /// What each row gives to the window or its parts; none if that is not the window's outcome.
    pub(super) fn to(
        target: &'a EditionTarget,
        window: &WindowAssessment,
        basis: &VerdictBasis,
    ) -> Option<Given<'a>> {
        let outcome = window.outcome?;
        let elapsed = basis.elapsed?;
        if let Some(of) = basis.different {
            return different(target, elapsed, of, outcome);
        }
        let rows = match &basis.rule {
            VerdictRule::Shown if window.out_of.is_some() => return None,
            VerdictRule::Sum { .. } | VerdictRule::Average { .. } | VerdictRule::Shown => {
                let rows = target.counted.iter();
                let mut given: Vec<_> = rows
                    .filter_map(|row| Some(entry(None, Some(row), row.in_span(elapsed)?, None)))
                    .collect();
                complete(&mut given, None, outcome)?;
                given
            }
            VerdictRule::Share { .. } => given_to_share(target, window, basis)?,
            VerdictRule::EachPart { .. } | VerdictRule::EachPeriod { .. } => {
                given_to_parts(target, window, basis)?
            }
            // They have rows of their own.
            VerdictRule::Requests { .. } | VerdictRule::Steps { .. } => Vec::new(),
            VerdictRule::AnswerTimes { answers, .. } => {
                return Some(Given {
                    rows: Vec::new(),
                    different: answers.iter().map(waited).collect(),
                });
            }
            VerdictRule::Measured { .. } => return Some(Given::listed(target, window)),
            VerdictRule::Gaps { .. } => on_days(target, elapsed)?,
        };
        Some(Given::of_rows(rows))
    }
}

/// A request as a part, of as many days as it has waited.
fn waited(request: &AnswerDays) -> PartAssessment {
    PartAssessment {
        name: Some(request.cell.clone()),
        span: Some(DateSpan::day(request.asked)),
        due: None,
        done: request.answered.map(DateSpan::day),
        late: false,
        required: None,
        outcome: Quantity::exact(Amount::whole(request.days)),
        status: Status::Described,
    }
}

/// What each row gives to each part.
fn given_to_parts<'a>(
    target: &'a EditionTarget,
    window: &WindowAssessment,
    basis: &VerdictBasis,
) -> Option<Vec<Counted<'a>>> {
    let mut all = Vec::new();
    for (index, part) in window.parts.iter().enumerate() {
        let rows = target.counted.iter();
        let mut given: Vec<_> = rows
            .filter_map(|row| {
                let given = basis.given_to_part(index, part, row)?;
                Some(entry(Some(index), Some(row), given, None))
            })
            .collect();
        complete(&mut given, Some(index), part.outcome)?;
        all.append(&mut given);
    }
    Some(all)
}

/// The rows, each of which surely was on one day; none if that is not sure of all.
fn on_days<'a>(target: &'a EditionTarget, elapsed: DateSpan) -> Option<Vec<Counted<'a>>> {
    let mut given = Vec::new();
    for row in target.counted.iter() {
        let Some(value) = row.in_span(elapsed) else {
            continue;
        };
        if value == Quantity::ZERO {
            continue;
        }
        if !row.date.is_exact() || value.low() == Amount::ZERO || given.len() == MOST_GAPS {
            return None;
        }
        given.push(entry(None, Some(row), value, None));
    }
    Some(given)
}

/// Each different value or day as a part, with the rows that are of it; none if they do not make the outcome.
fn different<'a>(
    target: &'a EditionTarget,
    elapsed: DateSpan,
    of: Different,
    outcome: Quantity,
) -> Option<Given<'a>> {
    #[derive(PartialEq, Eq, Hash)]
    enum Of {
        Word(String),
        Day(NaiveDate),
    }
    let mut given = Given::default();
    let mut known: HashMap<Of, usize> = HashMap::new();
    let part = |name: Option<String>, span: Option<DateSpan>| PartAssessment {
        name,
        span,
        due: None,
        done: None,
        late: false,
        required: Some(Amount::ONE),
        outcome: Quantity::ZERO,
        status: Status::Described,
    };
    for row in target.counted.iter() {
        let Some(value) = row.in_span(elapsed) else {
            continue;
        };
        let words = &row.facts.words;
        let named = match of {
            // One more, or none.
            Different::Values if words.is_empty() => {
                let at = given.different.len();
                given.different.push(part(Some("?".to_owned()), None));
                let value = value.perhaps();
                given.rows.push(entry(Some(at), Some(row), value, None));
                continue;
            }
            Different::Values => words
                .iter()
                .map(|word| Of::Word(word.to_lowercase()))
                .collect(),
            Different::Days => {
                let days = row.date.intersection(elapsed)?;
                if !days.is_exact() {
                    return None;
                }
                vec![Of::Day(days.from)]
            }
        };
        for one in named {
            let (name, span) = match &one {
                Of::Word(word) => (Some(word.clone()), None),
                Of::Day(day) => (None, Some(DateSpan::day(*day))),
            };
            let at = *known.entry(one).or_insert_with(|| {
                given.different.push(part(name, span));
                given.different.len() - 1
            });
            given.rows.push(entry(Some(at), Some(row), value, None));
        }
    }
    for row in &given.rows {
        let part = row.part.and_then(|part| given.different.get_mut(part))?;
        part.outcome = [part.outcome, row.given].into_iter().sum();
    }
    let all: Quantity = (given.different.iter())
        .map(|part| part.outcome.at_most(Amount::ONE))
        .sum();
    (all.low() == outcome.low() && (outcome.high().is_none() || all.high() == outcome.high()))
        .then_some(given)
}

/// Adds what is counted and not shown to this reader, so that the sum is the outcome; none if there is less than is shown.
fn complete(given: &mut Vec<Counted<'_>>, part: Option<usize>, outcome: Quantity) -> Option<()> {
    let shown: Quantity = given.iter().map(|one| one.given).sum();
    if shown.low() > outcome.low() {
        return None;
    }
    let low = outcome.low().minus(shown.low());
    let high = match (outcome.high(), shown.high()) {
        (Some(all), Some(shown)) if shown > all => return None,
        (Some(all), Some(shown)) => all.minus(shown),
        // An outcome without an upper end says so itself.
        (None, _) => low,
        (Some(_), None) => return None,
    };
    if high < low {
        return None;
    }
    let rest = Quantity::between(low, high);
    if rest != Quantity::ZERO {
        given.push(entry(part, None, rest, None));
    }
    Some(())
}

/// What each row of the whole gives to it, and to the part.
fn given_to_share<'a>(
    target: &'a EditionTarget,
    window: &WindowAssessment,
    basis: &VerdictBasis,
) -> Option<Vec<Counted<'a>>> {
    let (outcome, out_of, elapsed) = (window.outcome?, window.out_of?, basis.elapsed?);
    let mut parts: HashMap<ActivityKey<'_>, Quantity> = HashMap::new();
    for row in target.counted.iter() {
        if let Some(given) = row.in_span(elapsed)
            && parts.insert(key(row), given).is_some()
        {
            return None;
        }
    }
    let rows = target.whole.iter();
    let given: Vec<_> = rows
        .filter_map(|row| {
            let given = row.in_span(elapsed)?;
            let of_part = parts.remove(&key(row)).unwrap_or(Quantity::ZERO);
            Some(entry(None, Some(row), given, Some(of_part)))
        })
        .collect();
    let whole: Quantity = given.iter().map(|one| one.given).sum();
    let part: Quantity = given.iter().filter_map(|one| one.of_part).sum();
    let same = |sum: Quantity, all: Quantity| {
        sum.low() == all.low() && (all.high().is_none() || sum.high() == all.high())
    };
    (parts.is_empty() && same(whole, out_of) && same(part, outcome)).then_some(given)
}
