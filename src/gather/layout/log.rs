//! Logs: a row an occasion, a week or a month.

use super::classify::table_rows;
use super::occasion::OccasionRow;
use super::result::MappingResult;
use super::row_sums::RowSums;
use super::state::NotHeld;
use super::table::{RowKind, TableRows};
use super::task::SheetTask;
use super::when::{self, OccasionDate, SheetYear};
use super::{cumulative, fields, negative, occasion, outside, scale, time_sums, totals};
use crate::gather::cell::Cell;
use crate::model::activity::RecordedActivity;
use crate::model::finding::FindingKind;

use super::cells::Cells;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// So many rows of a sheet are noted that were not chosen or not held.
const MOST_PASSED_OVER: usize = 2_000;

pub(super) fn read(task: &SheetTask<'_>) -> MappingResult {
    let mut result = MappingResult::default();
    let needed = ["date", "week", "month", "year", "request"];
    let Some(rows) = table_rows(task, &needed, &mut result) else {
        return result;
    };
    rows.enter_dispositions(&mut result);
    let when = rows.when.as_slice();
    let beforehand = written_beforehand(&rows, when);
    let is_data = |kind: &&RowKind| matches!(kind, RowKind::Data { .. });
    let mut sums = RowSums::of(task, rows.kinds.values().filter(is_data).count());
    for (row, kind) in &rows.kinds {
        let cells = rows.cells(*row);
        if *kind == RowKind::LeftOut {
            occasion::mark_reported(task, &cells, rows.year_at(*row), &mut result);
        }
        let is_passed_over = matches!(
            kind,
            RowKind::LeftOut | RowKind::NotHeld(NotHeld::Planned | NotHeld::Withdrawn)
        );
        // What is added up is not compared row by row.
        if is_passed_over && sums.is_none() {
            pass_over(task, &cells, rows.year_at(*row), &mut result);
        }
        if *kind == RowKind::Nothing {
            let disposition =
                occasion::report_nothing(task, &cells, rows.year_at(*row), &mut result);
            result.dispositions.insert(*row, disposition);
        }
        let RowKind::Data { perhaps } = kind else {
            continue;
        };
        let blank = says_when_only(&rows, *row, when);
        let lone = beforehand.contains(row);
        let before = result.gathered.activities.len();
        let disposition = occasion::read(
            task,
            &cells,
            rows.year_at(*row),
            OccasionRow {
                perhaps: *perhaps || lone,
                blank,
                asked: sums.as_ref().map(RowSums::asked),
            },
            &mut result,
        );
        result.dispositions.insert(*row, disposition);
        if lone && result.gathered.activities.len() > before {
            warn_of_lone_day(&rows, &cells, &mut result);
        }
        if let Some(sums) = &mut sums {
            sums.take(*row, before, &mut result);
        }
    }
    rows.warn_of_unknown_marks(&mut result);
    outside::join(&mut result);
    time_sums::settle(&mut result);
    match sums {
        Some(sums) => sums.finish(task, &mut result),
        // So many rows are not of one day each, as numbers that hold those before them are.
        None => {
            cumulative::settle(&rows, &rows.number_columns(), &mut result);
            negative::settle(&mut result);
        }
    }
    scale::settle(&rows, &rows.number_columns(), &mut result);
    fields::identify(&mut result.gathered.activities);
    fields::number_equals(&mut result.gathered.activities);
    totals::compare(task, &rows, &mut result);
    result
}

/// Notes what a row would be if it were chosen, or had been held: when that changes, it is the same row.
fn pass_over(task: &SheetTask<'_>, cells: &Cells<'_>, year: SheetYear, result: &mut MappingResult) {
    if result.gathered.passed_over.len() >= MOST_PASSED_OVER {
        return;
    }
    let mut read = MappingResult::default();
    occasion::read(task, cells, year, OccasionRow::default(), &mut read);
    fields::identify(&mut read.gathered.activities);
    let dated = read.gathered.activities.into_iter().filter(|one| one.dated);
    let noted = dated.map(|one| RecordedActivity {
        passed_over: true,
        ..RecordedActivity::new(one)
    });
    result.gathered.passed_over.extend(noted);
}

/// Whether nothing but when stands on a row.
fn says_when_only(rows: &TableRows<'_>, row: usize, when: &[usize]) -> bool {
    let others = (rows.table.left..)
        .zip(rows.row(row))
        .filter(|(column, _)| !when.contains(column));
    others.into_iter().all(|(_, cell)| *cell == Cell::Empty)
}

/// The same, but for boxes and results of formulas, which nobody has written.
fn says_no_more(rows: &TableRows<'_>, row: usize, when: &[usize]) -> bool {
    let formulas = &rows.task.sheet.formulas;
    let others = (rows.table.left..)
        .zip(rows.row(row))
        .filter(|(column, _)| !when.contains(column));
    others.into_iter().all(|(column, cell)| {
        matches!(cell, Cell::Empty | Cell::Bool(_)) || formulas.contains(&(row, column))
    })
}

/// The rows with nothing but days, two or more after each other among rows that say more: perhaps written in beforehand. An
/// open request has nothing but its day.
fn written_beforehand(rows: &TableRows<'_>, when: &[usize]) -> BTreeSet<usize> {
    let columns = &rows.task.mapping.columns;
    if columns.contains_key("answered") || columns.contains_key("request") {
        return BTreeSet::new();
    }
    let data = |(_, kind): &(&usize, &RowKind)| matches!(kind, RowKind::Data { .. });
    let all = rows.kinds.iter().filter(data).map(|(row, _)| *row);
    let all: Vec<(usize, bool)> = all
        .map(|row| (row, says_no_more(rows, row, when)))
        .collect();
    let is_asked_more = |row: usize| rows.cells(row).besides_dates().next().is_some();
    let runs = all.chunk_by(|(_, one), (_, other)| one == other);
    let last = all.last().map(|(row, _)| *row);
    let lone: BTreeSet<usize> = runs
        .filter(|run| run.len() >= 2 && run.iter().all(|(_, lone)| *lone))
        .filter(|run| {
            let ends = run.last().map(|(row, _)| *row) == last;
            ends || run.first().is_some_and(|(row, _)| is_asked_more(*row))
        })
        .flat_map(|run| run.iter().map(|(row, _)| *row))
        .collect();
    // After rows that all say more they are written beforehand however many there are.
    let at_the_end = all.first().is_some_and(|(_, lone)| !lone)
        && all.chunk_by(|(_, one), (_, other)| one == other).count() == 2;
    let is_series = || is_series(rows, &all.iter().map(|(row, _)| *row).collect::<Vec<_>>());
    if lone.len() * 2 <= all.len() || at_the_end || lone.len() == all.len() && is_series() {
        lone
    } else {
        BTreeSet::new()
    }
}

/// Whether rows are of the same weekday, week after week or every other one, as days are that somebody fills in to begin with.
fn is_series(rows: &TableRows<'_>, all: &[usize]) -> bool {
    let day = |row: &usize| match when::when(&rows.cells(*row), rows.year_at(*row)) {
        OccasionDate::Read { span, .. } if span.is_exact() => Some(span.from),
        _ => None,
    };
    let days: Option<Vec<NaiveDate>> = all.iter().map(day).collect();
    let Some(days) = days.filter(|days| days.len() > 3) else {
        return false;
    };
    let mut steps = days.windows(2).map(|pair| (pair[1] - pair[0]).num_days());
    let first = steps.next();
    matches!(first, Some(7 | 14)) && steps.all(|step| Some(step) == first)
}

/// Warns of a day with nothing beside it, by the first cell that others have filled.
fn warn_of_lone_day(rows: &TableRows<'_>, cells: &Cells<'_>, result: &mut MappingResult) {
    let Some(blank) = cells.besides_dates().next() else {
        return;
    };
    let kind = FindingKind::MissingValue {
        field: rows.heading(blank.at.1).own,
    };
    result.findings.push(rows.task.finding(kind, blank.at));
}
