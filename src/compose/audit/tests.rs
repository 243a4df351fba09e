#![allow(clippy::unwrap_used)]

use super::choice::{Candidate, Sensitive, choose};
use super::constraint::{Answer, Constraint, Terms};
use super::system::System;

fn sum(cells: &[usize]) -> Terms {
    cells.iter().map(|cell| (*cell, 1)).collect()
}

fn told(cells: &[usize], value: i64, rank: u8) -> Candidate {
    Candidate {
        rank: (rank, 0, 0),
        told: vec![Constraint::equals(sum(cells), value)],
        unless: None,
        withheld: false,
    }
}

fn small(cells: &[usize]) -> Sensitive {
    Sensitive {
        terms: sum(cells),
        ends: [0, 4],
    }
}

fn up_to_four(cell: usize) -> Constraint {
    Constraint {
        terms: sum(&[cell]),
        low: Some(0),
        high: Some(4),
    }
}

/// Which candidates are withheld of a grid with these true values.
fn withheld(
    truth: &[i64],
    base: Vec<Constraint>,
    mut candidates: Vec<Candidate>,
    sensitive: &[Sensitive],
) -> (Vec<bool>, usize) {
    let mut system = System::new(truth.to_vec(), base);
    let chosen = choose(&mut system, &mut candidates, sensitive);
    let withheld = candidates.iter().map(|one| one.withheld).collect();
    (withheld, chosen.given_away.len())
}

#[test]
fn a_question_is_answered_in_whole_numbers() {
    // Twice a thing and a hundred of another make 101 in fractions only.
    let odd = Constraint::equals(vec![(0, 2), (1, 100)], 101);
    let mut system = System::new(vec![0, 0], vec![]);
    assert_eq!(system.can_be(&sum(&[0]), 0, &[&odd]), Answer::Impossible);
    let even = Constraint::equals(vec![(0, 2), (1, 100)], 102);
    assert_eq!(system.can_be(&sum(&[0]), 1, &[&even]), Answer::Possible);
    assert_eq!(system.can_be(&sum(&[0]), 2, &[&even]), Answer::Impossible);
}

#[test]
fn the_least_useful_goes_and_no_more_than_is_needed() {
    // January 6 was told; February 2 is withheld; «under mars» 7, and 15 for the year.
    let january = Constraint::equals(sum(&[0]), 6);
    let candidates = vec![told(&[2], 7, 1), told(&[0, 1, 2], 15, 5), told(&[3], 40, 0)];
    let sensitive = [small(&[1])];
    let base = vec![january, up_to_four(1)];
    let (withheld, given_away) = withheld(&[6, 2, 7, 40], base, candidates, &sensitive);
    assert_eq!((withheld, given_away), (vec![true, false, false], 0));
}

#[test]
fn two_that_are_pinned_need_a_third() {
    // 8, ·, ·, 9 of 25: both are 4.
    let candidates = vec![
        told(&[0], 8, 1),
        told(&[3], 9, 2),
        told(&[0, 1, 2, 3], 25, 5),
    ];
    let base = vec![up_to_four(1), up_to_four(2)];
    let (withheld, _) = withheld(&[8, 4, 4, 9], base, candidates, &[small(&[1]), small(&[2])]);
    assert_eq!(withheld, [true, false, false]);
}

#[test]
fn what_was_given_away_before_is_told_and_not_chased() {
    let base = vec![
        Constraint::equals(sum(&[0]), 6),
        Constraint::equals(sum(&[0, 1]), 8),
    ];
    let candidates = vec![told(&[1, 2], 12, 5)];
    let (withheld, given_away) = withheld(&[6, 2, 10], base, candidates, &[small(&[1])]);
    assert_eq!((withheld, given_away), (vec![false], 1));
}

#[test]
fn the_same_is_withheld_once_it_has_been_told() {
    let sensitive = [small(&[1])];
    let candidates = || vec![told(&[0], 6, 1), told(&[2], 7, 2), told(&[0, 1, 2], 15, 5)];
    let (first, _) = withheld(&[6, 2, 7], vec![up_to_four(1)], candidates(), &sensitive);
    let published = candidates().into_iter().zip(&first);
    let published = published.filter(|(_, withheld)| !**withheld);
    let base = published.flat_map(|(one, _)| one.told);
    let base = base.chain([up_to_four(1)]).collect();
    let (again, _) = withheld(&[6, 2, 7], base, candidates(), &sensitive);
    assert_eq!(first, again);
}
