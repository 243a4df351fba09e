//! What this version would tell: each figure and verdict is a candidate that may be withheld.

use super::choice::Candidate;
use super::constraint::value;
use super::figures::{Figures, Read};
use super::grid::{Grid, ListId};
use super::input::{Audited, What};
use super::verdict::{Judged, counted_days};
use crate::compose::withhold::is_small;
use crate::model::assessment::{TargetAssessment, deciding};

impl Figures {
    /// What this version would tell of a target.
    pub(super) fn current(
        &mut self,
        audited: &Audited<'_>,
        grid: &Grid<'_>,
        index: usize,
        (plain, shown): (&TargetAssessment, &TargetAssessment),
    ) {
        let (counted, whole) = (ListId::counted(index), ListId::whole(index));
        if Figures::is_rowless(audited, grid, index) {
            self.without_rows(index, plain, audited.agreement.small_numbers);
            return;
        }
        let end = audited.period.end();
        for (place, (plain, shown)) in plain.windows.iter().zip(&shown.windows).enumerate() {
            let Some(days) = counted_days(plain.span, end) else {
                continue;
            };
            let terms = grid.terms(counted, days);
            let known = grid.known(counted, days);
            if plain.outcome.is_some() {
                self.note(terms.clone(), shown.withheld);
                self.rest(grid, index, (days, plain));
            }
            let rank = (5, days.days(), value(&terms, &self.truth));
            let window = self.candidates.len();
            let mut told = Vec::new();
            for (list, figure) in [(counted, shown.outcome), (whole, shown.out_of)] {
                let read = figure.and_then(|figure| self.read(grid, (list, days), figure));
                match read {
                    Some(Read::Sum(sum)) => told.push(sum),
                    Some(Read::Unfollowed) => {
                        self.unfollowed.push((What::Window(index, place), index));
                    }
                    None => {}
                }
            }
            self.candidates.push((
                What::Window(index, place),
                Candidate {
                    rank,
                    told,
                    unless: None,
                    withheld: shown.withheld,
                },
            ));
            let judged = Judged::new(self.kind(grid, index), plain);
            let what = What::Verdict(index, place);
            match self.bound(grid, judged, &terms, known) {
                Some(bound) => self.candidates.push((
                    what,
                    Candidate {
                        rank: (4, rank.1, rank.2),
                        told: bound.into_iter().collect(),
                        unless: Some(window),
                        withheld: false,
                    },
                )),
                None => self.unfollowed.push((what, index)),
            }
            if !shown.parts.is_empty() {
                self.unfollowed.push((What::Parts(index, place), index));
            }
        }
        let days = audited.period.span;
        let terms = grid.terms(counted, days);
        if plain.in_period.is_some() {
            self.note(terms, shown.in_period.is_none());
        }
        let read = shown
            .in_period
            .and_then(|done| self.read(grid, (counted, days), done));
        match read {
            Some(Read::Sum(sum)) => self.candidates.push((
                What::InPeriod(index),
                Candidate {
                    rank: (1, days.days(), 0),
                    told: vec![sum],
                    unless: None,
                    withheld: false,
                },
            )),
            Some(Read::Unfollowed) => self.unfollowed.push((What::InPeriod(index), index)),
            None => {}
        }
    }

    /// Nothing follows from rows that are not known: all of it is withheld where some figure of it, or of what counts the same, is
    /// small.
    fn without_rows(&mut self, index: usize, plain: &TargetAssessment, limit: u64) {
        let windows = plain.windows.iter().filter_map(|window| window.outcome);
        if windows
            .chain(plain.in_period)
            .any(|figure| is_small(figure, limit))
        {
            self.small_without_rows.insert(index);
        }
        for place in 0..plain.windows.len() {
            let all = [What::Window, What::Parts, What::Verdict];
            self.unfollowed
                .extend(all.map(|what| (what(index, place), index)));
        }
        self.unfollowed.push((What::InPeriod(index), index));
    }

    /// The verdicts at the end of earlier months: each tells of every target of its pledge.
    pub(super) fn course(&mut self, audited: &Audited<'_>, grid: &Grid<'_>) {
        for then in audited.months {
            for assessment in &then.assessments {
                let persons = grid.targets.iter().enumerate();
                let persons = persons.filter(|(_, target)| target.pledge == assessment.pledge);
                let what = What::Course(assessment.pledge.clone(), then.month);
                let mut told = Vec::new();
                let mut is_followed = true;
                let mut any = None;
                let mut is_changed = false;
                for (index, target) in persons {
                    any = Some(index);
                    is_changed |= self.changed.contains(&index);
                    let mut same = assessment.targets.iter();
                    let Some(judged) = same.find(|one| one.id == target.judged.id) else {
                        continue;
                    };
                    let day = then.month.to;
                    for window in deciding(&judged.windows, audited.agreement.term, day) {
                        let Some(days) = counted_days(window.span, day) else {
                            continue;
                        };
                        let list = ListId::counted(index);
                        let (terms, known) = (grid.terms(list, days), grid.known(list, days));
                        let judged = Judged::new(self.kind(grid, index), window);
                        match self.bound(grid, judged, &terms, known) {
                            Some(bound) => told.extend(bound),
                            None => is_followed = false,
                        }
                    }
                }
                let Some(index) = any else { continue };
                let was_told = audited.published.iter().any(|version| {
                    version.course.iter().any(|(pledge, month, status)| {
                        *pledge == assessment.pledge
                            && *month == then.month
                            && *status == assessment.status
                    })
                });
                // What was told of other rows tells nothing of these.
                if was_told && !is_changed {
                    self.base.append(&mut told);
                } else if is_followed {
                    self.candidates.push((
                        what,
                        Candidate {
                            rank: (2, then.month.days(), 0),
                            told,
                            unless: None,
                            withheld: false,
                        },
                    ));
                } else {
                    self.unfollowed.push((what, index));
                }
            }
        }
    }
}
