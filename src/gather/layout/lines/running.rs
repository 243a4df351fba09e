//! Lines whose numbers hold those before them.

use super::{Line, sums};
use crate::model::quantity::Amount;

impl Line {
    /// Whether each number is the one before it and what these add up to: the numbers so far.
    pub(in crate::gather::layout) fn runs_over(&self, parts: &[&Line]) -> bool {
        let Some(last) = self.numbers.iter().rposition(Option::is_some) else {
            return false;
        };
        let sums = sums(parts.iter().copied(), self.numbers.len());
        let (mut so_far, mut steps) = (Amount::ZERO, 0);
        for (column, (own, sum)) in self.numbers.iter().zip(&sums).enumerate().take(last + 1) {
            match (own, sum) {
                // What cannot be read may be whatever makes it right.
                (_, None) => so_far = own.unwrap_or(so_far),
                _ if self.unread.contains(&column) => return false,
                (own, Some(sum)) => {
                    so_far = so_far.plus(*sum);
                    if own.unwrap_or_default() != so_far {
                        return false;
                    }
                    steps += usize::from(*sum > Amount::ZERO);
                }
            }
        }
        steps >= 3
    }

    /// The same of nearly every number: a spreadsheet leaves out of its sums what is written as text.
    pub(in crate::gather::layout) fn nearly_runs_over(&self, parts: &[&Line]) -> bool {
        let sums = sums(parts.iter().copied(), self.numbers.len());
        let (mut before, mut compared, mut agreeing) = (Amount::ZERO, 0, 0);
        for (own, sum) in self.numbers.iter().zip(&sums) {
            let (Some(own), Some(sum)) = (own, sum) else {
                continue;
            };
            if *own < before {
                return false;
            }
            if *sum > Amount::ZERO {
                compared += 1;
                agreeing += usize::from(own.minus(before) == *sum);
            }
            before = *own;
        }
        parts.len() >= 2 && compared >= 4 && agreeing * 4 >= compared * 3
    }
}
