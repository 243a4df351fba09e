//! The audit of what is told about persons: nothing small can be found out from all that this version and those before it tell.
//!
//! Every figure is an equation, and every verdict a bound, over cells that nobody is told (`grid`, `figures`). For each figure below
//! the agreement's threshold a solver is asked whether zero and the threshold less one are both still possible in whole numbers
//! (`system`, `solver`); if not, more is withheld (`choice`, `apply`). What cannot be followed as a sum is withheld wherever
//! something small is near. In doubt more is withheld, never less.

mod apply;
mod candidates;
mod choice;
mod constraint;
mod figures;
mod grid;
mod input;
mod rows;
mod solver;
mod system;
#[cfg(test)]
mod tests;
mod verdict;

use std::collections::BTreeSet;

use self::choice::{Candidate, Chosen, choose};
use self::figures::{Figures, ends};
use self::grid::Grid;
pub(super) use self::input::Audited;
use self::input::What;
use self::system::System;
use crate::model::assessment::Assessment;
use crate::model::report::AuditResult;
use crate::model::span::DateSpan;

/// What the audit has come to.
#[derive(Clone, Debug, Default)]
pub(super) struct Ruled {
    /// The verdicts of earlier months that are withheld, by pledge.
    pub(super) course: BTreeSet<(String, DateSpan)>,
    /// The activities of which no row is told, as some figure of them is small.
    pub(super) guarded: BTreeSet<String>,
    /// The sheets, by workbook, of which no count of rows is told.
    pub(super) uncounted: BTreeSet<(String, String)>,
    /// How many small figures earlier versions give away.
    pub(super) given_away: usize,
    pub(super) result: AuditResult,
}

/// Withholds more until nothing small can be found out. `plain` is what `assessments` were before anything was withheld.
pub(super) fn audit(audited: &Audited<'_>, assessments: &mut [Assessment]) -> Ruled {
    let mut ruled = Ruled::default();
    let mut narrowest = None;
    for end in ends(audited) {
        let stands = assessments.to_vec();
        let audited = Audited {
            shown: &stands,
            ..*audited
        };
        let days = audited.days();
        let grid = Grid::new(audited.agreement, audited.latest, &days, end);
        let Figures {
            truth,
            base,
            candidates,
            sensitive,
            unfollowed,
            guarded,
            ..
        } = Figures::new(&audited, &grid);
        let mut system = System::new(truth, base);
        let (whats, mut candidates): (Vec<What>, Vec<Candidate>) = candidates.into_iter().unzip();
        let Chosen {
            given_away,
            narrowest: of_this_end,
        } = choose(&mut system, &mut candidates, &sensitive);
        ruled.given_away = ruled.given_away.max(given_away.len());
        let found = of_this_end.map(|range| grid.in_wholes(range));
        narrowest = narrowest
            .into_iter()
            .chain(found)
            .min_by_key(|(low, high)| high.saturating_sub(*low));
        let withheld = whats
            .into_iter()
            .zip(&candidates)
            .filter(|(_, candidate)| candidate.withheld);
        let mut withheld: BTreeSet<What> = withheld.map(|(what, _)| what).collect();
        for (what, index) in unfollowed {
            // A verdict is looked at beside its figure, by `apply`.
            if guarded.contains(&index) || matches!(what, What::Verdict(..)) {
                withheld.insert(what);
            }
        }
        apply::apply(&audited, &grid, assessments, &withheld);
        ruled
            .course
            .extend(withheld.into_iter().filter_map(|what| match what {
                What::Course(pledge, month) => Some((pledge, month)),
                _ => None,
            }));
        ruled
            .guarded
            .extend(rows::guarded_activities(audited.agreement, &grid, &guarded));
    }
    rows::clear(assessments, &ruled.guarded);
    ruled.uncounted = rows::uncounted(audited.agreement, audited.gathered, &ruled.guarded);
    ruled.result = AuditResult {
        narrowest,
        given_away: ruled.given_away,
        ..apply::result(audited, assessments)
    };
    ruled
}
