//! One question put to a solver of whole numbers.

use std::collections::BTreeMap;

use microlp::{ComparisonOp, Error, OptimizationDirection, Problem, SolveOptions};

use super::constraint::{Answer, Constraint};

/// How far one search may branch; in steps, so that every machine gives up at the same place.
const MOST_NODES: u64 = 400;

/// No sum that is told is larger, and no cell of it either: larger ones are in doubt.
const MOST: i64 = 1 << 30;

/// Values of the first cell of each group that agree with everything, the others of it being zero. `groups` are the cells that
/// nothing tells apart.
///
/// # Errors
/// Why there are none.
pub(super) fn solve(
    told: &[&Constraint],
    question: &Constraint,
    groups: &[Vec<usize>],
) -> Result<Vec<(usize, i64)>, Answer> {
    let all = || told.iter().copied().chain([question]);
    let ends = all().flat_map(|one| [one.low, one.high]).flatten();
    let most = ends.map(i64::abs).max().unwrap_or(0);
    // Nothing needs more than all that is told together, and a little room above.
    let Some(most) = most
        .checked_mul(4)
        .map(|most| most + 1_000)
        .filter(|most| *most < MOST)
    else {
        return Err(Answer::Doubt);
    };
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let mut of_cell = BTreeMap::new();
    let unknowns: Vec<_> = groups
        .iter()
        .map(|group| {
            let unknown =
                problem.add_integer_var(0.0, (0, i32::try_from(most).unwrap_or(i32::MAX)));
            // The first stands for all: a sum over the group is a sum over it alone.
            of_cell.extend(group.first().map(|cell| (*cell, unknown)));
            unknown
        })
        .collect();
    for one in all() {
        let terms: Vec<_> = (one.terms.iter())
            .filter_map(|(cell, factor)| Some((*of_cell.get(cell)?, in_float(*factor))))
            .collect();
        match (one.low, one.high) {
            (Some(low), Some(high)) if low == high => {
                problem.add_constraint(terms.as_slice(), ComparisonOp::Eq, in_float(low));
            }
            (low, high) => {
                if let Some(low) = low {
                    problem.add_constraint(terms.as_slice(), ComparisonOp::Ge, in_float(low));
                }
                if let Some(high) = high {
                    problem.add_constraint(terms.as_slice(), ComparisonOp::Le, in_float(high));
                }
            }
        }
    }
    let mut options = SolveOptions::default();
    options.node_limit = Some(MOST_NODES);
    let outcome = problem.solve_with(options).map_err(|fault| match fault {
        Error::Infeasible => Answer::Impossible,
        _ => Answer::Doubt,
    })?;
    let solution = outcome.solution().ok_or(Answer::Doubt)?;
    let mut values = Vec::new();
    for (group, unknown) in groups.iter().zip(unknowns) {
        let value = solution.var_value(unknown).round();
        if !(0.0..in_float(MOST)).contains(&value) {
            return Err(Answer::Doubt);
        }
        for (place, cell) in group.iter().enumerate() {
            values.push((*cell, if place == 0 { whole(value) } else { 0 }));
        }
    }
    Ok(values)
}

/// Numbers of the audit are far below the largest that a float holds exactly.
#[allow(clippy::cast_precision_loss)]
fn in_float(number: i64) -> f64 {
    number as f64
}

/// The caller has rounded it, and it lies below [`MOST`].
#[allow(clippy::cast_possible_truncation)]
fn whole(number: f64) -> i64 {
    number as i64
}
