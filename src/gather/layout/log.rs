//! Logs: a row an occasion, a week or a month.

use super::result::MappingResult;
use super::table::{RowKind, TableRows};
use super::task::SheetTask;
use super::{cumulative, fields, occasion, time_sums, totals};
use crate::gather::cell::Cell;
use crate::model::agreement::Column;

use super::cells::WHEN;

pub(super) fn read(task: &SheetTask<'_>) -> MappingResult {
    let mut result = MappingResult::default();
    let needed = ["date", "week", "month", "year", "request"];
    let Some(rows) = TableRows::find(task, &needed, &mut result) else {
        return result;
    };
    rows.enter_dispositions(&mut result);
    let when: Vec<&Column> = WHEN
        .iter()
        .filter_map(|name| task.mapping.columns.get(*name))
        .collect();
    let when: Vec<usize> = when
        .iter()
        .filter_map(|column| rows.table.columns.get(column))
        .copied()
        .collect();
    for (row, kind) in &rows.kinds {
        let cells = rows.cells(*row);
        if *kind == RowKind::LeftOut {
            occasion::mark_reported(task, &cells, rows.year_at(*row), &mut result);
        }
        if *kind == RowKind::Nothing {
            let disposition =
                occasion::report_nothing(task, &cells, rows.year_at(*row), &mut result);
            result.dispositions.insert(*row, disposition);
        }
        let RowKind::Data { perhaps } = kind else {
            continue;
        };
        let others = (rows.table.left..)
            .zip(rows.row(*row))
            .filter(|(column, _)| !when.contains(column));
        let blank = others.into_iter().all(|(_, cell)| *cell == Cell::Empty);
        let disposition = occasion::read(
            task,
            &cells,
            rows.year_at(*row),
            *perhaps,
            blank,
            &mut result,
        );
        result.dispositions.insert(*row, disposition);
    }
    rows.warn_of_unknown_marks(&mut result);
    time_sums::settle(&mut result);
    cumulative::settle(&rows, &rows.number_columns(), &mut result);
    fields::number_equals(&mut result.gathered.activities);
    totals::compare(task, &rows, &mut result);
    result
}
