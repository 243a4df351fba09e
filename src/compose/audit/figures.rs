//! What is told, and what must not be found out: every figure of this version and of those before, over the grid's cells.

use std::collections::{BTreeMap, BTreeSet};

use super::choice::{Candidate, Sensitive};
use super::constraint::{Constraint, Terms, value};
use super::grid::{End, Grid, ListId, PersonsTarget};
use super::input::{Audited, What};
use super::verdict::{Judged, Told, counted_days};
use crate::model::assessment::WindowAssessment;
use crate::model::quantity::{Amount, Quantity};
use crate::model::report::PublishedTarget;
use crate::model::span::{DateSpan, Period};

/// Everything that the audit asks about, over the cells of a grid.
pub(super) struct Figures {
    /// The true values: of the cells, and of what differs between a version and now.
    pub(super) truth: Vec<i64>,
    pub(super) base: Vec<Constraint>,
    pub(super) candidates: Vec<(What, Candidate)>,
    pub(super) sensitive: Vec<Sensitive>,
    /// What cannot be followed: withheld wherever something small is near.
    pub(super) unfollowed: Vec<(What, usize)>,
    /// The targets whose rows have something to do with a figure below the threshold.
    pub(super) guarded: BTreeSet<usize>,
    small: BTreeMap<Terms, [i64; 2]>,
    /// The targets without rows of which some figure is small.
    pub(super) small_without_rows: BTreeSet<usize>,
    /// The unknown of a difference between then and now, by target and size.
    differences: BTreeMap<(usize, i64), usize>,
    /// The targets of which a version told another figure than the rows come to now.
    pub(super) changed: BTreeSet<usize>,
    limit: i64,
}

/// What a figure would tell.
pub(super) enum Read {
    Sum(Constraint),
    /// It is no sum of rows as they are known.
    Unfollowed,
}

impl Figures {
    /// The figures of what is audited.
    pub(super) fn new(audited: &Audited<'_>, grid: &Grid<'_>) -> Figures {
        let limit = Amount::whole(audited.agreement.small_numbers);
        let mut figures = Figures {
            truth: grid.truth(),
            base: Vec::new(),
            candidates: Vec::new(),
            sensitive: Vec::new(),
            unfollowed: Vec::new(),
            guarded: BTreeSet::new(),
            small: BTreeMap::new(),
            small_without_rows: BTreeSet::new(),
            differences: BTreeMap::new(),
            changed: BTreeSet::new(),
            limit: grid.reached(limit),
        };
        for (index, target) in grid.targets.iter().enumerate() {
            if Figures::is_rowless(audited, grid, index) {
                continue;
            }
            figures.months(audited, grid, index);
            for version in audited.published {
                let Ok(period) = Period::parse(&version.period, audited.agreement.term) else {
                    continue;
                };
                let told = version.targets.iter();
                let told = told.filter(|then| {
                    let own = then.pledge == target.pledge && then.target == target.judged.id;
                    own || (!grid.has(then) && figures.says_the_same(grid, index, &period, then))
                });
                for then in told.collect::<Vec<_>>() {
                    figures.published(grid, index, &period, then);
                }
            }
        }
        for (index, target) in grid.targets.iter().enumerate() {
            let plain = audited.plain_target(target.pledge, &target.judged.id);
            let shown = audited.shown_target(target.pledge, &target.judged.id);
            if let (Some(plain), Some(shown)) = (plain, shown) {
                figures.current(audited, grid, index, (plain, shown));
            }
        }
        figures.course(audited, grid);
        let small = std::mem::take(&mut figures.small);
        figures.sensitive = small
            .into_iter()
            .map(|(terms, ends)| Sensitive { terms, ends })
            .collect();
        figures.guarded = figures.guarded(grid, audited.days_of_all());
        figures
    }

    /// Whether a target's figures are told and none of its rows: nothing is known of what they add up.
    pub(super) fn is_rowless(audited: &Audited<'_>, grid: &Grid<'_>, index: usize) -> bool {
        let Some(target) = grid.targets.get(index) else {
            return true;
        };
        let plain = audited.plain_target(target.pledge, &target.judged.id);
        let mut windows = plain.into_iter().flat_map(|plain| &plain.windows);
        target.has_no_rows()
            && windows.any(|window| {
                let outcome = window.outcome.map(Quantity::low);
                outcome.is_some_and(|low| low > Amount::ZERO)
            })
    }

    /// Notes a figure below the threshold. That it is withheld tells that it is.
    pub(super) fn note(&mut self, terms: Terms, is_told_small: bool) {
        let truth = value(&terms, &self.truth);
        if truth >= self.limit || terms.is_empty() {
            return;
        }
        if is_told_small {
            self.base.push(Constraint {
                terms: terms.clone(),
                low: Some(0),
                high: Some(self.limit - 1),
            });
        }
        self.small.insert(terms, [0, self.limit - 1]);
    }

    /// Every month of a target, and every window up to the end of each month, whether or not anything has told of it: a version of
    /// any of these months may be made later, and then tells that they are small.
    fn months(&mut self, audited: &Audited<'_>, grid: &Grid<'_>, index: usize) {
        let Some(target) = grid.targets.get(index) else {
            return;
        };
        let passed = audited.agreement.term.each_month();
        for month in passed.take_while(|month| month.to <= audited.last_day()) {
            let windows = target.judged.windows.iter();
            let windows = windows.filter(|window| window.span.overlaps(month));
            let windows = windows.filter_map(|window| counted_days(window.span, month.to));
            for days in windows.chain(target.may_have(month).then_some(month)) {
                let terms = grid.terms(ListId::counted(index), days);
                self.beside(grid, index, (days, &terms));
                self.note(terms, true);
            }
        }
    }

    /// What a figure counts beside what another target counts of it: a few persons, where the two differ by few.
    fn beside(&mut self, grid: &Grid<'_>, index: usize, (days, whole): (DateSpan, &Terms)) {
        for other in (0..grid.targets.len()).filter(|other| *other != index) {
            let part = grid.terms(ListId::counted(other), days);
            if part.is_empty() || !part.iter().all(|term| whole.contains(term)) {
                continue;
            }
            let rest = whole.iter().filter(|term| !part.contains(term));
            let rest: Terms = rest.copied().collect();
            if value(&rest, &self.truth) > 0 {
                self.note(rest, false);
            }
        }
    }

    /// Whether a target that has left the agreement, or has another name now, told of the same rows as this one: every figure that
    /// it told is what the rows of this one come to, and some is more than nothing.
    fn says_the_same(
        &self,
        grid: &Grid<'_>,
        index: usize,
        period: &Period,
        then: &PublishedTarget,
    ) -> bool {
        let counted = ListId::counted(index);
        let windows = then.windows.iter().filter_map(|window| {
            let days = counted_days(window.span, period.end())?;
            Some((days, window.outcome?))
        });
        let in_period = then.in_period.map(|done| (period.span, done));
        let figures: Vec<(DateSpan, Quantity)> = windows.chain(in_period).collect();
        let agrees = |(days, told): &(DateSpan, Quantity)| {
            let now = value(&grid.terms(counted, *days), &self.truth) + grid.known(counted, *days);
            grid.figure(*told) == Some(now)
        };
        let says = |(_, told): &(DateSpan, Quantity)| told.low() > Amount::ZERO;
        grid.is_summed(counted) && figures.iter().all(agrees) && figures.iter().any(says)
    }

    /// What a version told of a target.
    fn published(
        &mut self,
        grid: &Grid<'_>,
        index: usize,
        period: &Period,
        then: &PublishedTarget,
    ) {
        let counted = ListId::counted(index);
        let kind = &then.kind;
        for window in &then.windows {
            let Some(days) = counted_days(window.span, period.end()) else {
                continue;
            };
            let terms = grid.terms(counted, days);
            let known = grid.known(counted, days);
            self.note(terms.clone(), window.outcome.is_none());
            match window.outcome {
                Some(outcome) => self.told_then(grid, index, (terms, known), outcome),
                None => {
                    let judged = Judged {
                        kind,
                        status: window.status,
                        bound: window.bound,
                        required: window.required,
                        pace: window.pace,
                    };
                    self.base
                        .extend(self.bound(grid, judged, &terms, known).flatten());
                }
            }
            if let Some(out_of) = window.out_of {
                let whole = ListId::whole(index);
                let (terms, known) = (grid.terms(whole, days), grid.known(whole, days));
                self.told_then(grid, index, (terms, known), out_of);
            }
        }
        let terms = grid.terms(counted, period.span);
        self.note(terms.clone(), then.in_period.is_none());
        if let Some(done) = then.in_period {
            self.told_then(grid, index, (terms, grid.known(counted, period.span)), done);
        }
    }

    /// A sum that was told. Where rows have changed since, the change is unknown too; a small one is about few persons.
    fn told_then(
        &mut self,
        grid: &Grid<'_>,
        index: usize,
        (mut terms, known): (Terms, i64),
        told: Quantity,
    ) {
        let Some(told) = grid
            .figure(told)
            .filter(|_| grid.is_summed(ListId::counted(index)))
        else {
            return;
        };
        let now = value(&terms, &self.truth);
        let then = told - known;
        let difference = then - now;
        if difference != 0 {
            self.changed.insert(index);
        }
        if difference != 0 && difference.abs() < self.limit {
            let next = self.truth.len();
            let unknown = *self.differences.entry((index, difference)).or_insert(next);
            if unknown == next {
                self.truth.push(difference.abs());
                self.base.push(Constraint {
                    terms: vec![(unknown, 1)],
                    low: Some(0),
                    high: Some(self.limit - 1),
                });
                self.small.insert(vec![(unknown, 1)], [0, self.limit - 1]);
            }
            terms.push((unknown, difference.signum()));
            self.base.push(Constraint::equals(terms, then));
        } else if difference == 0 {
            self.base.push(Constraint::equals(terms, now));
        }
        // After a larger change nobody knows from what was told then what it is now.
    }

    /// The rest of a whole, where its window tells of one.
    pub(super) fn rest(
        &mut self,
        grid: &Grid<'_>,
        index: usize,
        (days, plain): (DateSpan, &WindowAssessment),
    ) {
        if plain.out_of.is_none() {
            return;
        }
        let whole = grid.terms(ListId::whole(index), days);
        self.note(whole.clone(), false);
        let mut rest: BTreeMap<usize, i64> = whole.into_iter().collect();
        for (cell, factor) in grid.terms(ListId::counted(index), days) {
            *rest.entry(cell).or_insert(0) -= factor;
        }
        rest.retain(|_, factor| *factor != 0);
        let rest: Terms = rest.into_iter().collect();
        self.base.push(Constraint {
            terms: rest.clone(),
            low: Some(0),
            high: None,
        });
        self.note(rest, false);
    }

    pub(super) fn kind<'g>(&self, grid: &Grid<'g>, index: usize) -> &'g str {
        grid.targets
            .get(index)
            .map_or("", |target| target.judged.kind)
    }

    /// What a figure tells; none if its end is open and tells nothing.
    pub(super) fn read(
        &self,
        grid: &Grid<'_>,
        (list, days): (ListId, DateSpan),
        figure: Quantity,
    ) -> Option<Read> {
        let terms = grid.terms(list, days);
        let told = match grid.figure(figure) {
            Some(told) => told - grid.known(list, days),
            None if grid.is_open(figure) => return None,
            None => return Some(Read::Unfollowed),
        };
        if grid.is_summed(list) && value(&terms, &self.truth) == told {
            Some(Read::Sum(Constraint::equals(terms, told)))
        } else {
            Some(Read::Unfollowed)
        }
    }

    /// What a verdict tells of a sum of cells: nothing, a bound, or (none) something that cannot be followed.
    pub(super) fn bound(
        &self,
        grid: &Grid<'_>,
        judged: Judged<'_>,
        terms: &Terms,
        known: i64,
    ) -> Option<Option<Constraint>> {
        match judged.told(|amount| grid.reached(amount)) {
            Told::Nothing => Some(None),
            Told::Unknown => None,
            Told::Between(low, high) => {
                let less = |end: Option<i64>| end.map(|end| end - known);
                let bound = Constraint {
                    terms: terms.clone(),
                    low: less(low),
                    high: less(high),
                };
                bound.holds(&self.truth).then_some(Some(bound))
            }
        }
    }

    fn guarded(&self, grid: &Grid<'_>, days: DateSpan) -> BTreeSet<usize> {
        let near: BTreeSet<usize> = (self.sensitive.iter())
            .flat_map(|figure| &figure.terms)
            .map(|(cell, _)| *cell)
            .collect();
        let has_one = |list| {
            let mut terms = grid.terms(list, days).into_iter();
            terms.any(|(cell, _)| near.contains(&cell))
        };
        let mut guarded: BTreeSet<usize> = (0..grid.targets.len())
            .filter(|index| has_one(ListId::counted(*index)) || has_one(ListId::whole(*index)))
            .chain(self.small_without_rows.iter().copied())
            .collect();
        // Whatever counts the same activity may be the same persons.
        let guards = |index: &usize| grid.targets.get(*index);
        let near: BTreeSet<&str> = (guarded.iter().filter_map(guards))
            .flat_map(PersonsTarget::activities)
            .collect();
        let shares = |index: &usize| {
            let target = grid
                .targets
                .get(*index)
                .filter(|target| target.has_no_rows());
            target.is_some_and(|target| target.activities().any(|one| near.contains(one)))
        };
        let sharing: Vec<usize> = (0..grid.targets.len()).filter(shares).collect();
        guarded.extend(sharing);
        guarded
    }
}

/// Whether an end is audited at all: the high one only where some row is no exact number.
pub(super) fn ends(audited: &Audited<'_>) -> Vec<End> {
    let targets = audited.latest.iter().flat_map(|one| &one.targets);
    let mut rows = targets
        .filter(|target| target.persons)
        .flat_map(|target| target.counted.iter().chain(target.whole.iter()));
    if rows.any(|row| !row.value.is_exact() || row.facts.undated || !row.date.is_exact()) {
        vec![End::Low, End::High]
    } else {
        vec![End::Low]
    }
}
