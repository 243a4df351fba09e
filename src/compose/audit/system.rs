//! What is told as equations and bounds over unknown cells, and whether a value of one of them is still possible.

use std::collections::BTreeMap;

use super::constraint::{Answer, Constraint, Terms, value};
use super::solver::solve;

/// How many questions one audit may put to the solver; in steps and not in time, so that every machine decides alike.
const MOST_SOLVES: usize = 6_000;
/// How many answers are kept. One answer serves many questions.
const MOST_KEPT: usize = 300;

/// The cells as they are, what surely is told of them, and assignments that are known to agree with all of that.
pub(super) struct System {
    truth: Vec<i64>,
    base: Vec<Constraint>,
    known: Vec<Vec<i64>>,
    solves: usize,
}

impl System {
    /// `base` is what has been told already, and cannot be taken back. What the true figures contradict is no part of it.
    pub(super) fn new(truth: Vec<i64>, mut base: Vec<Constraint>) -> System {
        base.sort();
        base.dedup();
        base.retain(|one| one.holds(&truth));
        System {
            known: vec![truth.clone()],
            truth,
            base,
            solves: 0,
        }
    }

    /// What has been told already.
    pub(super) fn base(&self) -> &[Constraint] {
        &self.base
    }

    /// Whether a sum of cells can be this, given what is told already and what else would be told.
    pub(super) fn can_be(&mut self, terms: &Terms, asked: i64, told: &[&Constraint]) -> Answer {
        let agrees = |cells: &&Vec<i64>| {
            value(terms, cells) == asked && told.iter().all(|one| one.holds(cells))
        };
        if self.known.iter().rev().any(|cells| agrees(&cells)) {
            return Answer::Possible;
        }
        if self.solves >= MOST_SOLVES {
            return Answer::Doubt;
        }
        self.solves += 1;
        let question = Constraint::equals(terms.clone(), asked);
        let all: Vec<&Constraint> = self.base.iter().chain(told.iter().copied()).collect();
        let (all, cells) = connected(&all, &question);
        let found = solve(&all, &question, &cells);
        let found = match found {
            Ok(found) => found,
            Err(answer) => return answer,
        };
        let mut cells = self.truth.clone();
        for (cell, value) in found {
            if let Some(place) = cells.get_mut(cell) {
                *place = value;
            }
        }
        // The solver reckons in floats: only what is right in whole numbers is believed.
        let is_right = cells.iter().all(|cell| *cell >= 0)
            && question.holds(&cells)
            && all.iter().all(|one| one.holds(&cells));
        if !is_right {
            return Answer::Doubt;
        }
        if self.known.len() >= MOST_KEPT {
            self.known.remove(1);
        }
        self.known.push(cells);
        Answer::Possible
    }
}

/// The constraints that have to do with a question, over however many others, and the cells in them. Cells with the same factors
/// everywhere are told apart by nothing: each group is one unknown.
fn connected<'a>(
    all: &[&'a Constraint],
    question: &Constraint,
) -> (Vec<&'a Constraint>, Vec<Vec<usize>>) {
    let mut reached: std::collections::BTreeSet<usize> =
        question.terms.iter().map(|(cell, _)| *cell).collect();
    let mut taken = vec![false; all.len()];
    loop {
        let before = reached.len();
        for (one, taken) in all.iter().zip(&mut taken) {
            if !*taken && one.terms.iter().any(|(cell, _)| reached.contains(cell)) {
                *taken = true;
                reached.extend(one.terms.iter().map(|(cell, _)| *cell));
            }
        }
        if reached.len() == before {
            break;
        }
    }
    let kept: Vec<&Constraint> = (all.iter().zip(&taken))
        .filter(|(_, taken)| **taken)
        .map(|(one, _)| *one)
        .collect();
    let mut columns: BTreeMap<usize, Vec<(usize, i64)>> = BTreeMap::new();
    for (row, one) in kept.iter().copied().chain([question]).enumerate() {
        for (cell, factor) in &one.terms {
            columns.entry(*cell).or_default().push((row, *factor));
        }
    }
    let mut groups: BTreeMap<Vec<(usize, i64)>, Vec<usize>> = BTreeMap::new();
    for (cell, column) in columns {
        groups.entry(column).or_default().push(cell);
    }
    (kept, groups.into_values().collect())
}
