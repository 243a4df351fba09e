//! Lines that add up others of their own time.

use super::{Line, LineRole, MOST_COMPARED, Own, Sum};
use crate::model::quantity::Amount;

impl Sum {
    /// The lines right above of which a dated one is the sum, where it says less than each of them: an area without its kinds.
    pub(crate) fn of_wider(lines: &[Line], index: usize) -> Option<Sum> {
        let line = lines.get(index)?;
        let Own::Span(span) = line.own else {
            return None;
        };
        let of_time = |other: &&Line| match other.own {
            Own::Span(own) if span.is_exact() => own.is_exact() && own.from <= span.from,
            own => own == line.own,
        };
        let above = lines[..index].iter().rev();
        let parts = above.take_while(|other| {
            other.role == LineRole::Data && line.is_wider_than(other) && of_time(other)
        });
        Sum::of_run(line, parts, 2, false)
    }

    /// The lines of the same time that one is the sum of, if the line of the same words is so in every other time
    /// too.
    pub(crate) fn of_its_time(lines: &[Line], index: usize) -> Option<Sum> {
        let line = lines.get(index)?;
        let Own::Span(span) = line.own else {
            return None;
        };
        if lines.len() > MOST_COMPARED {
            return None;
        }
        let one_time = lines.iter().all(|other| other.own == line.own);
        if span.is_exact() && !one_time {
            return None;
        }
        let of = |line: &Line| {
            let same = lines.iter().filter(|other| {
                other.row != line.row && other.own == line.own && other.role == LineRole::Data
            });
            Sum::of(line, &same.collect::<Vec<_>>(), 2, false)
        };
        let sum = of(line)?;
        let mut agreeing = 0;
        for other in lines
            .iter()
            .filter(|other| other.labels == line.labels && other.has_numbers())
        {
            of(other)?;
            agreeing += other
                .numbers
                .iter()
                .flatten()
                .filter(|number| **number > Amount::ZERO)
                .count();
        }
        Some(Sum { agreeing, ..sum })
    }
}
