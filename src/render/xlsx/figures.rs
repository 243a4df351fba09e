//! What the formulas rest on: windows, their parts, what counts in them, and the activities, each with the number by which
//! the others refer to it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::model::activity::Origin;
use crate::model::assessment::{CountedRow, PartAssessment, Status, WindowAssessment, deciding};
use crate::model::basis::{VerdictBasis, VerdictRule};
use crate::model::edition::{Edition, EditionPledge, EditionTarget};
use crate::model::name::Name;
use crate::model::quantity::Quantity;

/// The windows of an edition with what counts in each.
pub(super) struct Figures<'a> {
    pub(super) windows: Vec<WindowFigures<'a>>,
    /// In the order of the windows.
    pub(super) parts: Vec<PartFigures<'a>>,
    /// In the order of the windows, and of a window's parts.
    pub(super) counted: Vec<Counted<'a>>,
    /// In the order of their days.
    pub(super) activities: Vec<ActivityFigures<'a>>,
    /// The numbers of the edition's pledges.
    pledges: Vec<usize>,
}

/// A window of a target.
pub(super) struct WindowFigures<'a> {
    pub(super) pledge: &'a EditionPledge,
    pub(super) target: &'a EditionTarget,
    pub(super) window: &'a WindowAssessment,
    /// Whether it decides how its target stands.
    pub(super) decides: bool,
    /// What its figures and its verdict follow from; none where the cells hold values.
    pub(super) basis: Option<&'a VerdictBasis>,
    /// The indices of what counts in it.
    pub(super) counted: std::ops::Range<usize>,
    /// The indices of its parts.
    pub(super) parts: std::ops::Range<usize>,
}

/// A part of a window.
pub(super) struct PartFigures<'a> {
    pub(super) part: &'a PartAssessment,
    /// The index of its window.
    pub(super) window: usize,
}

/// What a row gives to a window, or to a part of it.
#[derive(Clone, Debug)]
pub(super) struct Counted<'a> {
    /// The index of its window.
    pub(super) window: usize,
    /// The index of its part.
    pub(super) part: Option<usize>,
    /// The row; none for what is counted and not shown to this reader.
    pub(super) row: Option<&'a CountedRow>,
    /// The index of its activity.
    pub(super) activity: Option<usize>,
    pub(super) given: Quantity,
    /// Of a share: what it gives to the part; `given` is what it gives to the whole.
    pub(super) of_part: Option<Quantity>,
}

/// An activity, once.
pub(super) struct ActivityFigures<'a> {
    pub(super) row: &'a CountedRow,
    pub(super) number: Quantity,
    /// The numbers of the pledges that it counts for.
    pub(super) pledges: BTreeSet<usize>,
}

type ActivityKey<'a> = (&'a Name, &'a Origin);

impl<'a> Figures<'a> {
    pub(super) fn new(edition: &'a Edition) -> Figures<'a> {
        let mut figures = Figures {
            windows: Vec::new(),
            parts: Vec::new(),
            counted: Vec::new(),
            activities: activities(edition),
            pledges: edition.pledges.iter().map(|pledge| pledge.number).collect(),
        };
        let numbers: HashMap<ActivityKey<'a>, usize> = (figures.activities.iter().enumerate())
            .map(|(index, activity)| (key(activity.row), index))
            .collect();
        for pledge in &edition.pledges {
            for target in &pledge.targets {
                let deciding = deciding(
                    &target.windows,
                    edition.agreement.term,
                    edition.period.end(),
                );
                for window in &target.windows {
                    let decides = deciding.iter().any(|one| one.span == window.span);
                    figures.take(pledge, target, window, decides, &numbers);
                }
            }
        }
        figures
    }

    fn take(
        &mut self,
        pledge: &'a EditionPledge,
        target: &'a EditionTarget,
        window: &'a WindowAssessment,
        decides: bool,
        numbers: &HashMap<ActivityKey<'a>, usize>,
    ) {
        let index = self.windows.len();
        let first_part = self.parts.len();
        let parts = window.parts.iter();
        self.parts.extend(parts.map(|part| PartFigures {
            part,
            window: index,
        }));
        let first = self.counted.len();
        let basis = window.basis.as_ref();
        let given = basis.and_then(|basis| given(target, window, basis));
        let basis = basis.filter(|_| given.is_some());
        // Rows are listed also where no formula adds them up.
        let listed = given.unwrap_or_else(|| listed(target, window));
        self.counted.extend(listed.into_iter().map(|one| Counted {
            window: index,
            part: one.part.map(|part| first_part + part),
            activity: (one.row).and_then(|row| numbers.get(&key(row)).copied()),
            ..one
        }));
        self.windows.push(WindowFigures {
            pledge,
            target,
            window,
            decides,
            basis,
            counted: first..self.counted.len(),
            parts: first_part..self.parts.len(),
        });
    }

    /// The indices of the windows of a pledge.
    pub(super) fn of_pledge(&self, number: usize) -> impl Iterator<Item = usize> {
        let windows = self.windows.iter().enumerate();
        windows
            .filter(move |(_, window)| window.pledge.number == number)
            .map(|(index, _)| index)
    }

    /// The place of a pledge among those of the edition.
    pub(super) fn place_of(&self, number: usize) -> usize {
        self.pledges
            .iter()
            .position(|pledge| *pledge == number)
            .unwrap_or_default()
    }

    /// Whether a pledge stands as the worst of the windows that decide, so that a formula can say it.
    pub(super) fn says_pledge(&self, pledge: &EditionPledge) -> bool {
        let windows = self.windows.iter();
        let deciding =
            windows.filter(|window| window.pledge.number == pledge.number && window.decides);
        Status::worst(deciding.map(|window| window.window.status)) == Some(pledge.status)
    }
}

fn key(row: &CountedRow) -> ActivityKey<'_> {
    (&row.facts.activity, &row.origin)
}

/// Every activity that the edition shows, once, by its day and place.
fn activities(edition: &Edition) -> Vec<ActivityFigures<'_>> {
    let mut known: BTreeMap<_, ActivityFigures<'_>> = BTreeMap::new();
    for pledge in &edition.pledges {
        for target in &pledge.targets {
            for (row, counts) in (target.counted.iter().map(|row| (row, true)))
                .chain(target.whole.iter().map(|row| (row, false)))
            {
                let activity = known
                    .entry((row.date, &row.origin, &row.facts.activity))
                    .or_insert_with(|| ActivityFigures {
                        row,
                        number: row.facts.number.unwrap_or(row.value),
                        pledges: BTreeSet::new(),
                    });
                if counts {
                    activity.pledges.insert(pledge.number);
                }
            }
        }
    }
    known.into_values().collect()
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

/// The rows that touch a window, without a claim that they add up to anything.
fn listed<'a>(target: &'a EditionTarget, window: &WindowAssessment) -> Vec<Counted<'a>> {
    let rows = target.counted.iter();
    rows.filter_map(|row| Some(entry(None, Some(row), row.in_span(window.span)?, None)))
        .collect()
}

/// What each row gives to a window or its parts; none if that is not the window's outcome.
fn given<'a>(
    target: &'a EditionTarget,
    window: &WindowAssessment,
    basis: &VerdictBasis,
) -> Option<Vec<Counted<'a>>> {
    let outcome = window.outcome?;
    let elapsed = basis.elapsed?;
    match &basis.rule {
        VerdictRule::Shown if window.out_of.is_some() => None,
        VerdictRule::Sum { .. } | VerdictRule::Average { .. } | VerdictRule::Shown => {
            let rows = target.counted.iter();
            let mut given: Vec<_> = rows
                .filter_map(|row| Some(entry(None, Some(row), row.in_span(elapsed)?, None)))
                .collect();
            complete(&mut given, None, outcome)?;
            Some(given)
        }
        VerdictRule::Share { .. } => given_to_share(target, window, basis),
        VerdictRule::EachPart { .. } | VerdictRule::EachPeriod { .. } => {
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
    }
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
