//! The attacker's own arithmetic, which knows nothing of how lofte audits: sums of unknowns that are no less than zero, combined by
//! elimination, and bounds drawn tighter until nothing moves.

use std::collections::BTreeMap;

/// A sum of unknowns, with factors, between two numbers.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) factors: BTreeMap<usize, i128>,
    pub(super) low: Option<i128>,
    pub(super) high: Option<i128>,
}

impl Known {
    pub(super) fn between(unknowns: &[usize], low: Option<i128>, high: Option<i128>) -> Known {
        Known {
            factors: unknowns.iter().map(|unknown| (*unknown, 1)).collect(),
            low,
            high,
        }
    }

    pub(super) fn equals(unknowns: &[usize], sum: i128) -> Known {
        Known::between(unknowns, Some(sum), Some(sum))
    }

    fn is_equation(&self) -> bool {
        self.low.is_some() && self.low == self.high
    }
}

/// What follows from equations taken together: the same with unknowns eliminated, each row by the smallest whole factors.
pub(super) fn combined(known: &[Known]) -> Vec<Known> {
    let equations = known.iter().filter(|one| one.is_equation());
    let mut rows: Vec<(BTreeMap<usize, i128>, i128)> = equations
        .map(|one| (one.factors.clone(), one.low.unwrap()))
        .collect();
    let mut done = 0;
    let unknowns: Vec<usize> = {
        let all = rows.iter().flat_map(|(factors, _)| factors.keys().copied());
        let mut all: Vec<usize> = all.collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    for unknown in unknowns {
        let Some(pivot) = (done..rows.len()).find(|row| rows[*row].0.contains_key(&unknown)) else {
            continue;
        };
        rows.swap(done, pivot);
        let (head, sum) = rows[done].clone();
        for (index, row) in rows.iter_mut().enumerate() {
            if index == done {
                continue;
            }
            let Some(own) = row.0.get(&unknown).copied() else {
                continue;
            };
            let of_head = head[&unknown];
            let mut factors: BTreeMap<usize, i128> = BTreeMap::new();
            for (key, factor) in &row.0 {
                *factors.entry(*key).or_insert(0) += factor * of_head;
            }
            for (key, factor) in &head {
                *factors.entry(*key).or_insert(0) -= factor * own;
            }
            factors.retain(|_, factor| *factor != 0);
            let sum = row.1 * of_head - sum * own;
            let common = factors
                .values()
                .fold(sum.abs(), |one, other| gcd(one, other.abs()));
            let common = common.max(1);
            factors.values_mut().for_each(|factor| *factor /= common);
            *row = (factors, sum / common);
        }
        done += 1;
    }
    let rows = rows.into_iter().filter(|(factors, _)| !factors.is_empty());
    rows.map(|(factors, sum)| Known {
        factors,
        low: Some(sum),
        high: Some(sum),
    })
    .collect()
}

fn gcd(one: i128, other: i128) -> i128 {
    if other == 0 {
        one
    } else {
        gcd(other, one % other)
    }
}

/// No unknown is larger: nobody meets a million persons.
const MOST: i128 = 1_000_000;

/// Whether what is known surely excludes that a sum is this.
pub(super) fn excludes(known: &[Known], unknowns: &[usize], value: i128) -> bool {
    let question = Known::equals(unknowns, value);
    let mut bounds: BTreeMap<usize, (i128, i128)> = BTreeMap::new();
    let all: Vec<&Known> = known.iter().chain([&question]).collect();
    for unknown in all.iter().flat_map(|one| one.factors.keys()) {
        bounds.insert(*unknown, (0, MOST));
    }
    // Each round draws something tighter by a whole number, or ends; what goes on long is no proof.
    for _ in 0..200 {
        let mut moved = false;
        for one in &all {
            let ends = |unknown: usize, factor: i128| {
                let (low, high) = bounds[&unknown];
                if factor > 0 {
                    (factor * low, factor * high)
                } else {
                    (factor * high, factor * low)
                }
            };
            let sums = one
                .factors
                .iter()
                .map(|(unknown, factor)| ends(*unknown, *factor));
            let (least, most) = sums.fold((0, 0), |sum, of| (sum.0 + of.0, sum.1 + of.1));
            if one.low.is_some_and(|low| most < low) || one.high.is_some_and(|high| least > high) {
                return true;
            }
            let mut tighter = Vec::new();
            for (unknown, factor) in &one.factors {
                let (least_own, most_own) = ends(*unknown, *factor);
                // factor · x ≤ high − least of the others, and ≥ low − most of the others
                let above = one.high.map(|high| high - (least - least_own));
                let below = one.low.map(|low| low - (most - most_own));
                let (low, high) = bounds[unknown];
                let (mut new_low, mut new_high) = (low, high);
                if *factor > 0 {
                    new_high = above.map_or(high, |above| high.min(above.div_euclid(*factor)));
                    new_low = below.map_or(low, |below| low.max(-(-below).div_euclid(*factor)));
                } else {
                    let size = -factor;
                    new_low = above.map_or(new_low, |above| low.max(-above.div_euclid(size)));
                    new_high = below.map_or(new_high, |below| high.min((-below).div_euclid(size)));
                }
                if new_low > new_high {
                    return true;
                }
                if (new_low, new_high) != (low, high) {
                    tighter.push((*unknown, (new_low, new_high)));
                }
            }
            for (unknown, new) in tighter {
                let (low, high) = bounds[&unknown];
                let new = (low.max(new.0), high.min(new.1));
                if new.0 > new.1 {
                    return true;
                }
                moved |= new != (low, high);
                bounds.insert(unknown, new);
            }
        }
        if !moved {
            return false;
        }
    }
    false
}

#[test]
fn the_attacker_can_reckon() {
    // 8, ·, ·, 9 of 25, neither more than 4: both are 4.
    let mut known = vec![
        Known::equals(&[0], 8),
        Known::equals(&[3], 9),
        Known::equals(&[0, 1, 2, 3], 25),
        Known::between(&[1], None, Some(4)),
        Known::between(&[2], None, Some(4)),
    ];
    known.extend(combined(&known));
    assert!(excludes(&known, &[1], 0) && excludes(&known, &[2], 3));
    assert!(!excludes(&known, &[1], 4));
    // Two sums that overlap by one: their difference is told by elimination alone.
    let mut known = vec![
        Known::equals(&[0, 1, 2], 20),
        Known::equals(&[0, 1], 18),
        Known::equals(&[3, 4], 11),
    ];
    known.extend(combined(&known));
    assert!(excludes(&known, &[2], 0) && !excludes(&known, &[2], 2) && !excludes(&known, &[3], 11));
}
