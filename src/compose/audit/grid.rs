//! The rows behind figures about persons → cells: what no figure tells apart, by days and by what counts it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use super::constraint::Terms;
use crate::model::activity::Origin;
use crate::model::agreement::Agreement;
use crate::model::assessment::{Assessment, CountedRow, TargetAssessment};
use crate::model::quantity::{Amount, Quantity};
use crate::model::report::PublishedTarget;
use crate::model::span::DateSpan;
use crate::model::target::Target;

/// Which end of every interval is audited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Low,
    High,
}

impl End {
    /// That end of a quantity; none if it is open.
    pub(super) fn of(self, quantity: Quantity) -> Option<Amount> {
        match self {
            End::Low => Some(quantity.low()),
            End::High => quantity.high(),
        }
    }
}

/// A list of rows that figures add up: what counts for a target, or its whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ListId(usize);

impl ListId {
    /// What counts for the target of that index.
    pub(super) fn counted(target: usize) -> ListId {
        ListId(2 * target)
    }

    /// Its whole.
    pub(super) fn whole(target: usize) -> ListId {
        ListId(2 * target + 1)
    }
}

/// What no figure tells apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Cell {
    days: DateSpan,
    /// The lists that hold its rows.
    lists: BTreeSet<ListId>,
}

/// A target of the latest report whose figures tell about persons.
#[derive(Clone, Copy, Debug)]
pub(super) struct PersonsTarget<'a> {
    pub(super) pledge: &'a str,
    pub(super) judged: &'a TargetAssessment,
    /// As it stands in the agreement; none where several follow each other.
    target: Option<&'a Target>,
}

/// Cells and their true values, in the audit's unit.
pub(super) struct Grid<'a> {
    pub(super) targets: Vec<PersonsTarget<'a>>,
    end: End,
    /// The parts of an amount that are one of the unit.
    unit: u64,
    cells: Vec<(Cell, i64)>,
    /// Rows of the same lists that are not about persons, which anybody may know.
    known: Vec<(Cell, i64)>,
    /// Lists with rows that cannot be told as sums: their figures are not followed.
    open: BTreeSet<ListId>,
}

impl<'a> Grid<'a> {
    /// The cells of the latest report's rows. `days` are those that figures begin or end with.
    pub(super) fn new(
        agreement: &'a Agreement,
        latest: &'a [Assessment],
        days: &[DateSpan],
        end: End,
    ) -> Grid<'a> {
        let targets = persons_targets(agreement, latest);
        let slices = slices(&targets, agreement.term, days);
        let mut grid = Grid {
            unit: unit(&targets),
            targets,
            end,
            cells: Vec::new(),
            known: Vec::new(),
            open: BTreeSet::new(),
        };
        let (persons, known) = grid.cells_of_rows(agreement, &slices);
        grid.known = known.into_iter().collect();
        let mut cells = persons;
        for (slice, lists) in grid.empty(&slices, &cells) {
            cells.entry(Cell { days: slice, lists }).or_insert(0);
        }
        grid.cells = cells.into_iter().collect();
        grid
    }

    /// The true value of every cell.
    pub(super) fn truth(&self) -> Vec<i64> {
        self.cells.iter().map(|(_, value)| *value).collect()
    }

    /// Whether a target that a version told of is one of the agreement still.
    pub(super) fn has(&self, then: &PublishedTarget) -> bool {
        let mut targets = self.targets.iter();
        targets.any(|now| now.pledge == then.pledge && now.judged.id == then.target)
    }

    /// The cells that a list has in some days.
    pub(super) fn terms(&self, list: ListId, days: DateSpan) -> Terms {
        let cells = self.cells.iter().enumerate();
        cells
            .filter(|(_, (cell, _))| self.holds(cell, list, days))
            .map(|(index, _)| (index, 1))
            .collect()
    }

    /// What a list has in some days that is not about persons.
    pub(super) fn known(&self, list: ListId, days: DateSpan) -> i64 {
        let known = self.known.iter();
        known
            .filter(|(cell, _)| self.holds(cell, list, days))
            .map(|(_, value)| value)
            .sum()
    }

    /// Whether the figures of a list are sums of its rows.
    pub(super) fn is_summed(&self, list: ListId) -> bool {
        !self.open.contains(&list)
    }

    /// An amount in the audit's unit, the rest dropped; whether nothing was dropped.
    pub(super) fn units(&self, amount: Amount) -> (i64, bool) {
        let parts = amount.in_parts();
        (
            i64::try_from(parts / self.unit).unwrap_or(i64::MAX),
            parts.is_multiple_of(self.unit),
        )
    }

    /// A range of units in whole things: those that lie in it.
    pub(super) fn in_wholes(&self, (low, high): (i64, i64)) -> (u64, u64) {
        let one = Amount::ONE.in_parts() / self.unit;
        let units = |end: i64| u64::try_from(end).unwrap_or(0);
        (units(low).div_ceil(one), units(high) / one)
    }

    /// The least number of units that reaches an amount.
    pub(super) fn reached(&self, amount: Amount) -> i64 {
        i64::try_from(amount.in_parts().div_ceil(self.unit)).unwrap_or(i64::MAX)
    }

    /// That end of a figure, in units; none if it is open, or no whole number of units.
    pub(super) fn figure(&self, quantity: Quantity) -> Option<i64> {
        let (units, is_whole) = self.units(self.end.of(quantity)?);
        is_whole.then_some(units)
    }

    /// Whether that end of a figure is open: it tells nothing.
    pub(super) fn is_open(&self, quantity: Quantity) -> bool {
        self.end.of(quantity).is_none()
    }

    fn holds(&self, cell: &Cell, list: ListId, days: DateSpan) -> bool {
        let in_time = match self.end {
            End::Low => cell.days.within(days),
            End::High => cell.days.overlaps(days),
        };
        in_time && cell.lists.contains(&list)
    }

    /// The cells of all rows: those about persons, and the others.
    fn cells_of_rows(
        &mut self,
        agreement: &Agreement,
        slices: &[DateSpan],
    ) -> (BTreeMap<Cell, i64>, BTreeMap<Cell, i64>) {
        let mut rows: BTreeMap<(&Origin, DateSpan), (&CountedRow, i64, BTreeSet<ListId>)> =
            BTreeMap::new();
        let mut open = BTreeSet::new();
        for (index, target) in self.targets.iter().enumerate() {
            let counted = target.judged.counted.iter();
            let counted = counted.map(|row| (ListId::counted(index), row));
            let whole = target.judged.whole.iter();
            let whole = whole.map(|row| (ListId::whole(index), row));
            for (list, row) in counted.chain(whole) {
                let Some(value) = self.figure(row.value) else {
                    open.insert(list);
                    continue;
                };
                if value == 0 || (self.end == End::Low && row.facts.undated) {
                    continue;
                }
                let entry = rows
                    .entry((&row.origin, row.date))
                    .or_insert_with(|| (row, value, BTreeSet::new()));
                // A row counts as much wherever it counts, and once in each list.
                if entry.1 != value || !entry.2.insert(list) {
                    open.insert(list);
                }
            }
        }
        self.open = open;
        let (mut persons, mut known) = (BTreeMap::new(), BTreeMap::new());
        for (row, value, lists) in rows.into_values() {
            let touched: Vec<&DateSpan> = slices
                .iter()
                .filter(|slice| slice.overlaps(row.date))
                .collect();
            let (Some(first), Some(last)) = (touched.first(), touched.last()) else {
                continue;
            };
            let activity = row.facts.activity.as_str();
            // Where it is not said what a row is, it is one about persons.
            let is_known = !activity.is_empty() && !agreement.about_persons(activity);
            let cells = if is_known { &mut known } else { &mut persons };
            *cells
                .entry(Cell {
                    days: first.union(**last),
                    lists,
                })
                .or_insert(0) += value;
        }
        (persons, known)
    }

    /// Cells without any row: zero is a small number too. What is counted together at some time may be counted together at any.
    fn empty(
        &self,
        slices: &[DateSpan],
        cells: &BTreeMap<Cell, i64>,
    ) -> Vec<(DateSpan, BTreeSet<ListId>)> {
        let mut patterns: BTreeSet<BTreeSet<ListId>> =
            cells.keys().map(|cell| cell.lists.clone()).collect();
        for (index, target) in self.targets.iter().enumerate() {
            let list = ListId::counted(index);
            if !patterns.iter().any(|pattern| pattern.contains(&list)) {
                let others = self.targets.iter().enumerate();
                let holding = others.filter(|(_, other)| other.holds_all_of(target));
                let mut pattern: BTreeSet<ListId> =
                    holding.map(|(other, _)| ListId::counted(other)).collect();
                pattern.insert(list);
                patterns.insert(pattern);
            }
        }
        let mut empty = Vec::new();
        for slice in slices {
            for pattern in &patterns {
                let told = pattern.iter().copied().filter(|list| {
                    let target = self.targets.get(list.0 / 2);
                    target.is_some_and(|target| target.may_have(*slice))
                });
                let told: BTreeSet<ListId> = told.collect();
                if !told.is_empty() {
                    empty.push((*slice, told));
                }
            }
        }
        empty
    }
}

impl PersonsTarget<'_> {
    /// The activities that it counts, or has in its whole.
    pub(super) fn activities(&self) -> impl Iterator<Item = &str> {
        let rows = self.judged.counted.iter().chain(self.judged.whole.iter());
        let of = self.judged.of.iter().map(String::as_str);
        let whole = self.target.into_iter().flat_map(Target::whole);
        of.chain(whole.map(String::as_str))
            .chain(rows.map(|row| row.facts.activity.as_str()))
    }

    /// Whether none of the rows that its figures add up is known.
    pub(super) fn has_no_rows(&self) -> bool {
        self.judged.counted.is_empty() && self.judged.whole.is_empty()
    }

    /// Whether something may have been done for it in these days, as far as anybody knows.
    pub(super) fn may_have(&self, days: DateSpan) -> bool {
        let in_force = self
            .target
            .and_then(|target| target.valid)
            .is_none_or(|valid| days.overlaps(valid));
        let mut windows = self.judged.windows.iter();
        in_force
            && windows.any(|window| {
                let mut missing = window.missing_months.iter();
                days.overlaps(window.span) && !missing.any(|month| days.within(*month))
            })
    }

    /// Whether all that counts for another target counts for it too.
    fn holds_all_of(&self, other: &PersonsTarget<'_>) -> bool {
        let asks_nothing = self.target.is_some_and(|target| {
            target.only.is_empty() && target.require.is_empty() && target.distinct.is_none()
        });
        let of = &self.judged.of;
        asks_nothing && other.judged.of.iter().all(|one| of.contains(one))
    }
}

fn persons_targets<'a>(
    agreement: &'a Agreement,
    latest: &'a [Assessment],
) -> Vec<PersonsTarget<'a>> {
    let mut targets = Vec::new();
    for assessment in latest {
        let pledge = agreement
            .pledges
            .iter()
            .find(|pledge| pledge.id == assessment.pledge);
        for judged in assessment.targets.iter().filter(|target| target.persons) {
            let mut same = pledge.into_iter().flat_map(|pledge| &pledge.targets);
            targets.push(PersonsTarget {
                pledge: &assessment.pledge,
                judged,
                target: same
                    .find(|target| target.id == judged.id)
                    .filter(|_| judged.amended.is_empty()),
            });
        }
    }
    targets
}

/// The days between all at which a figure, a window or a month begins or ends.
fn slices(targets: &[PersonsTarget<'_>], term: DateSpan, days: &[DateSpan]) -> Vec<DateSpan> {
    let windows = targets.iter().flat_map(|target| &target.judged.windows);
    let spans: Vec<DateSpan> = windows
        .map(|window| window.span)
        .chain(days.iter().copied())
        .collect();
    let Some(last) = days.iter().map(|span| span.to).max() else {
        return Vec::new();
    };
    let mut cuts: BTreeSet<NaiveDate> = term.each_month().map(|month| month.from).collect();
    for span in spans {
        cuts.insert(span.from);
        cuts.extend(span.to.checked_add_days(Days::new(1)));
    }
    let cuts: Vec<NaiveDate> = cuts.into_iter().collect();
    let slices = cuts.windows(2).filter_map(|pair| match pair {
        [from, next] => Some(DateSpan::new(*from, next.pred_opt()?)),
        _ => None,
    });
    slices.filter(|slice| slice.to <= last).collect()
}

/// The parts of an amount that are one unit: a whole thing, or the least part there is where not all figures are whole.
fn unit(targets: &[PersonsTarget<'_>]) -> u64 {
    let rows = targets.iter().flat_map(|target| {
        target
            .judged
            .counted
            .iter()
            .chain(target.judged.whole.iter())
    });
    let mut ends = rows.flat_map(|row| [Some(row.value.low()), row.value.high()]);
    if ends.all(|end| end.is_none_or(Amount::is_whole)) {
        Amount::ONE.in_parts()
    } else {
        Amount::LEAST.in_parts()
    }
}
