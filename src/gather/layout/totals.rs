//! A sheet's own sums, compared with its rows. They are never counted.

use super::result::{MappingResult, RowDisposition};
use super::table::{RowKind, TableRows};
use super::task::SheetTask;
use crate::gather::value::{self, Number, Parsed};
use crate::model::agreement::{Column, Gives};
use crate::model::finding::FindingKind;
use crate::model::quantity::Quantity;

/// Adds findings about sums that agree neither with all rows above nor with those since the last sum.
pub(crate) fn compare(task: &SheetTask<'_>, rows: &TableRows<'_>, result: &mut MappingResult) {
    let columns: Vec<(&str, &Column)> =
        match (&task.mapping.gives, task.mapping.columns.get("count")) {
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
            let cell = task.sheet.cell(row, column);
            if task.in_hours(activity) {
                value::hours(cell)
            } else {
                value::number(cell, true)
            }
        };
        let (mut all, mut since) = (Quantity::ZERO, Quantity::ZERO);
        for (row, kind) in &rows.kinds {
            match (kind, read(*row)) {
                (
                    RowKind::Total,
                    Parsed::Is(Number {
                        quantity: total, ..
                    }),
                ) => {
                    let exact = all.is_exact() && total.is_exact();
                    if exact && total != all && total != since {
                        warn(task, activity, (*row, column), total, all, result);
                    }
                    since = Quantity::ZERO;
                }
                (RowKind::Total, _) => since = Quantity::ZERO,
                (_, Parsed::Is(number))
                    if result.dispositions.get(row) == Some(&RowDisposition::Used) =>
                {
                    all = all.plus(number.quantity);
                    since = since.plus(number.quantity);
                }
                (_, Parsed::Not(_) | Parsed::Error(_) | Parsed::Uncalculated)
                    if result.dispositions.get(row) == Some(&RowDisposition::Used) =>
                {
                    (all, since) = (all.or_more(), since.or_more());
                }
                _ => {}
            }
        }
    }
}

fn warn(
    task: &SheetTask<'_>,
    activity: &str,
    at: (usize, usize),
    total: Quantity,
    sum: Quantity,
    result: &mut MappingResult,
) {
    let shown = |quantity| (!task.agreement.about_persons(activity)).then_some(quantity);
    let kind = FindingKind::TotalDisagrees {
        total: shown(total),
        sum: shown(sum),
    };
    result.findings.push(task.finding(kind, at));
}
