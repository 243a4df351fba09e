//! The attacker's own arithmetic, which knows nothing of how lofte audits: sums of unknowns that are no less than zero, combined by
//! elimination, and bounds drawn tighter until nothing moves.

use std::collections::BTreeMap;

/// A sum of unknowns, with factors, between two numbers.
#[derive(Clone, Debug)]
pub(super) struct Known {
    factors: Vec<(usize, i128)>,
    low: Option<i128>,
    high: Option<i128>,
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
fn combined(known: &[Known]) -> Vec<Known> {
    let equations = known.iter().filter(|one| one.is_equation());
    let mut rows: Vec<(BTreeMap<usize, i128>, i128)> = equations
        .map(|one| (one.factors.iter().copied().collect(), one.low.unwrap()))
        .collect();
    let mut done = 0;
    let mut unknowns: Vec<usize> = rows
        .iter()
        .flat_map(|(row, _)| row.keys().copied())
        .collect();
    unknowns.sort_unstable();
    unknowns.dedup();
    for unknown in unknowns {
        let Some(pivot) = (done..rows.len()).find(|row| rows[*row].0.contains_key(&unknown)) else {
            continue;
        };
        rows.swap(done, pivot);
        let (head, sum) = rows[done].clone();
        for (index, row) in rows.iter_mut().enumerate() {
            let Some(own) = row.0.get(&unknown).copied().filter(|_| index != done) else {
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
        factors: factors.into_iter().collect(),
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

/// All that is known, and between what every unknown can be for it.
pub(super) struct Reckoning {
    known: Vec<Known>,
    /// None where the known contradicts itself, so that everything is excluded.
    ends: Option<Vec<(i128, i128)>>,
}

impl Reckoning {
    /// What follows from what is known of so many unknowns.
    pub(super) fn new(mut known: Vec<Known>, unknowns: usize) -> Reckoning {
        known.sort_by(|one, other| {
            let key = |one: &Known| (one.factors.clone(), one.low, one.high);
            key(one).cmp(&key(other))
        });
        known.dedup_by(|one, other| {
            (&one.factors, one.low, one.high) == (&other.factors, other.low, other.high)
        });
        let combined = combined(&known);
        known.extend(combined);
        let all: Vec<&Known> = known.iter().collect();
        let ends = tighter(&all, vec![(0, MOST); unknowns]);
        Reckoning { known, ends }
    }

    /// Whether what is known surely excludes that a sum is this.
    pub(super) fn excludes(&self, unknowns: &[usize], value: i128) -> bool {
        let Some(ends) = &self.ends else { return true };
        let question = Known::equals(unknowns, value);
        let all: Vec<&Known> = [&question].into_iter().chain(&self.known).collect();
        tighter(&all, ends.clone()).is_none()
    }
}

/// The ends of all unknowns, drawn tighter until nothing moves; none where nothing is left of one.
fn tighter(known: &[&Known], mut ends: Vec<(i128, i128)>) -> Option<Vec<(i128, i128)>> {
    // Each round draws something tighter by a whole number, or ends; what goes on long is no proof.
    for _ in 0..200 {
        let mut moved = false;
        for one in known {
            let reach = |ends: &[(i128, i128)], (unknown, factor): (usize, i128)| {
                let (low, high) = ends[unknown];
                if factor > 0 {
                    (factor * low, factor * high)
                } else {
                    (factor * high, factor * low)
                }
            };
            let (mut least, mut most) = (0, 0);
            for factor in &one.factors {
                let (low, high) = reach(&ends, *factor);
                (least, most) = (least + low, most + high);
            }
            if one.low.is_some_and(|low| most < low) || one.high.is_some_and(|high| least > high) {
                return None;
            }
            for (unknown, factor) in &one.factors {
                let own = reach(&ends, (*unknown, *factor));
                // factor · x ≤ high − least of the others, and ≥ low − most of the others
                let above = one.high.map(|high| high - (least - own.0));
                let below = one.low.map(|low| low - (most - own.1));
                let (low, high) = ends[*unknown];
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
                    return None;
                }
                if (new_low, new_high) != (low, high) {
                    moved = true;
                    ends[*unknown] = (new_low, new_high);
                    let now = reach(&ends, (*unknown, *factor));
                    (least, most) = (least + now.0 - own.0, most + now.1 - own.1);
                }
            }
        }
        if !moved {
            break;
        }
    }
    Some(ends)
}

#[test]
fn the_attacker_can_reckon() {
    // 8, ·, ·, 9 of 25, neither more than 4: both are 4.
    let known = vec![
        Known::equals(&[0], 8),
        Known::equals(&[3], 9),
        Known::equals(&[0, 1, 2, 3], 25),
        Known::between(&[1], None, Some(4)),
        Known::between(&[2], None, Some(4)),
    ];
    let reckoning = Reckoning::new(known, 4);
    assert!(reckoning.excludes(&[1], 0) && reckoning.excludes(&[2], 3));
    assert!(!reckoning.excludes(&[1], 4));
    // Two sums that overlap by one: their difference is told by elimination alone.
    let known = vec![
        Known::equals(&[0, 1, 2], 20),
        Known::equals(&[0, 1], 18),
        Known::equals(&[3, 4], 11),
    ];
    let reckoning = Reckoning::new(known, 5);
    assert!(reckoning.excludes(&[2], 0) && !reckoning.excludes(&[2], 2));
    assert!(!reckoning.excludes(&[3], 11));
}
