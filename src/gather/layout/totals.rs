//! A sheet's own sums, held against its rows. They are never counted.

use super::table::{Kind, Rows};
use super::{Fate, Job, Taken};
use crate::gather::value::{self, Number, Reading};
use crate::model::agreement::{Column, Gives};
use crate::model::finding::Code;
use crate::model::quantity::Quantity;

/// Tells of sums that agree neither with all rows above nor with those since the last sum.
pub fn compare(job: &Job<'_>, rows: &Rows<'_>, taken: &mut Taken) {
    let columns: Vec<(&str, &Column)> = match (&job.mapping.gives, job.mapping.columns.get("count"))
    {
        (Gives::Counts(counts), _) => counts
            .iter()
            .map(|(activity, column)| (activity.as_str(), column))
            .collect(),
        (Gives::Activity(activity), Some(column)) => vec![(activity, column)],
        _ => Vec::new(),
    };
    for (activity, asked) in columns {
        let Some(column) = rows.table.columns.get(asked).copied() else {
            continue;
        };
        let read = |row: usize| {
            let cell = job.sheet.cell(row, column);
            if job.in_hours(activity) {
                value::hours(cell)
            } else {
                value::number(cell, true)
            }
        };
        let (mut all, mut since) = (Quantity::ZERO, Quantity::ZERO);
        for (row, kind) in &rows.kinds {
            match (kind, read(*row)) {
                (
                    Kind::Total,
                    Reading::Is(Number {
                        quantity: total, ..
                    }),
                ) => {
                    let exact = all.is_exact() && total.is_exact();
                    if exact && total != all && total != since {
                        tell(job, activity, (*row, column), total, all, taken);
                    }
                    since = Quantity::ZERO;
                }
                (Kind::Total, _) => since = Quantity::ZERO,
                (_, Reading::Is(number)) if taken.fates.get(row) == Some(&Fate::Used) => {
                    all = all.plus(number.quantity);
                    since = since.plus(number.quantity);
                }
                (_, Reading::Not(_) | Reading::Error(_) | Reading::Uncalculated)
                    if taken.fates.get(row) == Some(&Fate::Used) =>
                {
                    (all, since) = (all.or_more(), since.or_more());
                }
                _ => {}
            }
        }
    }
}

fn tell(
    job: &Job<'_>,
    activity: &str,
    at: (usize, usize),
    total: Quantity,
    sum: Quantity,
    taken: &mut Taken,
) {
    let finding = job.finding(Code::TotalDisagrees, at);
    taken
        .findings
        .push(if job.agreement.about_persons(activity) {
            finding.with("total", "none").with("sum", "none")
        } else {
            finding.with("total", total).with("sum", sum)
        });
}
