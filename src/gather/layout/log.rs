//! A row an occasion, a week or a month.

use chrono::Datelike;

use super::result::MappingResult;
use super::table::{RowKind, TableRows};
use super::task::SheetTask;
use super::{fields, occasion, totals};
use crate::gather::cell::Cell;
use crate::model::agreement::Column;
use crate::model::finding::{Code, Finding};
use crate::model::name::Name;
use crate::model::span::DateSpan;

use super::cells::WHEN;

/// Reads a log.
pub fn read(task: &SheetTask<'_>) -> MappingResult {
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
            occasion::tell_of(task, &cells, rows.year_at(*row), &mut result);
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
    doubt_sums(&mut result);
    fields::number_equals(&mut result.gathered.activities);
    totals::compare(task, &rows, &mut result);
    result
}

/// A row about several months in which other rows of the sheet lie, «Kvartal 1» below January, February and March, may be
/// their sum or something besides: it counts from nothing to its number, and is told.
fn doubt_sums(result: &mut MappingResult) {
    let all: Vec<(Name, DateSpan)> = result
        .gathered
        .activities
        .iter()
        .map(|one| (one.activity.clone(), one.date))
        .collect();
    let whole_months = |days: DateSpan| {
        let ends_one = days.to.succ_opt().is_some_and(|after| after.day() == 1);
        days.from.day() == 1 && ends_one && days.as_month().is_none()
    };
    for one in result
        .gathered
        .activities
        .iter_mut()
        .filter(|one| one.dated && whole_months(one.date))
    {
        let inside = |(activity, date): &(Name, DateSpan)| {
            *activity == one.activity && *date != one.date && date.within(one.date)
        };
        if all.iter().any(inside) {
            one.value = one.value.perhaps();
            result
                .findings
                .push(Finding::new(Code::PerhapsSum, &one.origin).with("date", one.date));
        }
    }
}
