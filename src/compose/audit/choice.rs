//! What is withheld so that nothing small can be narrowed: the least useful first, and no more than is needed.

use std::collections::BTreeSet;

use super::constraint::{Answer, Constraint, Terms};
use super::system::System;

/// Something that may be told, or not.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// How useful it is: the least is withheld first.
    pub(super) rank: (u8, u64, i64),
    /// What a reader would know from it.
    pub(super) told: Vec<Constraint>,
    /// The candidate beside which it tells nothing new: a verdict beside its figure.
    pub(super) unless: Option<usize>,
    pub(super) withheld: bool,
}

/// A figure below the threshold.
#[derive(Clone, Debug)]
pub(super) struct Sensitive {
    pub(super) terms: Terms,
    /// Both must stay possible.
    pub(super) ends: [i64; 2],
}

/// What a choice has come to.
#[derive(Clone, Debug, Default)]
pub(super) struct Chosen {
    /// Those sensitive figures, by index, that earlier versions give away already. They are not protected.
    pub(super) given_away: BTreeSet<usize>,
    /// The least and the most found possible of that protected figure of which the fewest values are; none where there is none.
    pub(super) narrowest: Option<(i64, i64)>,
}

/// Withholds until nothing sensitive can be narrowed.
pub(super) fn choose(
    system: &mut System,
    candidates: &mut [Candidate],
    sensitive: &[Sensitive],
) -> Chosen {
    let mut given_away = BTreeSet::new();
    let mut causes: Vec<(usize, usize)> = Vec::new();
    for (index, figure) in sensitive.iter().enumerate() {
        let mut asked = false;
        while let Some(end) = narrowed(system, candidates, figure) {
            if !asked && is_given_away(system, figure) {
                given_away.insert(index);
                break;
            }
            asked = true;
            let Some(least) = least_useful(system, candidates, figure) else {
                // Nothing is left to withhold: the doubt is the solver's.
                tracing::debug!(end, "a figure cannot be shown to be safe");
                break;
            };
            if let Some(candidate) = candidates.get_mut(least) {
                candidate.withheld = true;
            }
            causes.push((least, index));
        }
    }
    // What proves to be needless is told again, the most useful first.
    causes.sort_by_key(|(candidate, _)| {
        std::cmp::Reverse(candidates.get(*candidate).map(|one| one.rank))
    });
    for (candidate, cause) in causes {
        set(candidates, candidate, false);
        let first = sensitive.get(cause).into_iter();
        let is_narrowed = first
            .chain(sensitive)
            .zip(std::iter::once(cause).chain(0..))
            .any(|(figure, index)| {
                !given_away.contains(&index) && narrowed(system, candidates, figure).is_some()
            });
        if is_narrowed {
            set(candidates, candidate, true);
        }
    }
    let protected = sensitive.iter().enumerate();
    let protected = protected.filter(|(index, _)| !given_away.contains(index));
    let ranges = protected.filter_map(|(_, figure)| range(system, candidates, figure));
    let narrowest = ranges.min_by_key(|(low, high)| high - low);
    Chosen {
        given_away,
        narrowest,
    }
}

/// The least and the most, between its ends, that a figure is found to be able to be; none where nothing is found.
fn range(system: &mut System, candidates: &[Candidate], figure: &Sensitive) -> Option<(i64, i64)> {
    let told = told(candidates);
    let [first, last] = figure.ends;
    let mut is_possible =
        |value: &i64| system.can_be(&figure.terms, *value, &told) == Answer::Possible;
    let low = (first..=last).find(&mut is_possible)?;
    let high = (low..=last).rev().find(&mut is_possible)?;
    Some((low, high))
}

fn set(candidates: &mut [Candidate], index: usize, withheld: bool) {
    if let Some(candidate) = candidates.get_mut(index) {
        candidate.withheld = withheld;
    }
}

/// Whether a candidate tells something now.
fn tells(candidates: &[Candidate], candidate: &Candidate) -> bool {
    let is_shown = |index| {
        candidates
            .get(index)
            .is_some_and(|other: &Candidate| !other.withheld)
    };
    !candidate.withheld && !candidate.unless.is_some_and(is_shown)
}

fn told(candidates: &[Candidate]) -> Vec<&Constraint> {
    let telling = candidates.iter().filter(|one| tells(candidates, one));
    telling.flat_map(|one| &one.told).collect()
}

/// The end that a figure surely or perhaps cannot have, given all that is told; none if both are possible.
fn narrowed(system: &mut System, candidates: &[Candidate], figure: &Sensitive) -> Option<i64> {
    let told = told(candidates);
    let mut ends = figure.ends.into_iter();
    ends.find(|end| system.can_be(&figure.terms, *end, &told) != Answer::Possible)
}

/// Whether what has been told before narrows it by itself. A doubt is none: then more is withheld.
fn is_given_away(system: &mut System, figure: &Sensitive) -> bool {
    let mut ends = figure.ends.into_iter();
    ends.any(|end| system.can_be(&figure.terms, end, &[]) == Answer::Impossible)
}

/// Of what has to do with a figure, over however many others, and is told, the least useful.
fn least_useful(system: &System, candidates: &[Candidate], figure: &Sensitive) -> Option<usize> {
    let mut reached: BTreeSet<usize> = figure.terms.iter().map(|(cell, _)| *cell).collect();
    let told = told(candidates);
    let all: Vec<&Constraint> = system.base().iter().chain(told).collect();
    loop {
        let before = reached.len();
        for one in &all {
            if one.terms.iter().any(|(cell, _)| reached.contains(cell)) {
                reached.extend(one.terms.iter().map(|(cell, _)| *cell));
            }
        }
        if reached.len() == before {
            break;
        }
    }
    let concerns = |one: &Constraint| one.terms.iter().any(|(cell, _)| reached.contains(cell));
    let telling = candidates.iter().enumerate();
    telling
        .filter(|(_, one)| tells(candidates, one) && one.told.iter().any(concerns))
        .min_by_key(|(index, one)| (one.rank, *index))
        .map(|(index, _)| index)
}
