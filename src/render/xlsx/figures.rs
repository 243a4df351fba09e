//! What the formulas rest on: windows, their parts, what counts in them, and the activities, each with the number by which
//! the others refer to it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::counted::{ActivityKey, Counted, key};
use super::given::Given;
use crate::model::assessment::{CountedRow, PartAssessment, Status, WindowAssessment, deciding};
use crate::model::basis::VerdictBasis;
use crate::model::edition::{Edition, EditionPledge, EditionTarget};
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
    /// Its own, or one of the different ones that count.
    pub(super) part: Cow<'a, PartAssessment>,
    /// The index of its window.
    pub(super) window: usize,
}

/// An activity, once.
pub(super) struct ActivityFigures<'a> {
    pub(super) row: &'a CountedRow,
    pub(super) number: Quantity,
    /// The numbers of the pledges that it counts for.
    pub(super) pledges: BTreeSet<usize>,
}

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
        let first = self.counted.len();
        let basis = window.basis.as_ref();
        let given = basis.and_then(|basis| Given::to(target, window, basis));
        let basis = basis.filter(|_| given.is_some());
        // Rows are listed also where no formula adds them up.
        let given = given.unwrap_or_else(|| Given::listed(target, window));
        let own = window.parts.iter().map(Cow::Borrowed);
        let different = given.different.into_iter().map(Cow::Owned);
        self.parts
            .extend(own.chain(different).map(|part| PartFigures {
                part,
                window: index,
            }));
        self.counted
            .extend(given.rows.into_iter().map(|one| Counted {
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
