//! A row an occasion, a week or a month.

use chrono::Datelike;

use super::table::{Kind, Rows};
use super::{Job, Taken, fields, occasion, totals};
use crate::gather::cell::Cell;
use crate::model::agreement::Column;
use crate::model::finding::{Code, Finding};
use crate::model::name::Name;
use crate::model::span::DateSpan;

use super::cells::WHEN;

/// Reads a log.
pub fn take(job: &Job<'_>) -> Taken {
    let mut taken = Taken::default();
    let needed = ["date", "week", "month", "year", "request"];
    let Some(rows) = Rows::find(job, &needed, &mut taken) else {
        return taken;
    };
    rows.enter_fates(&mut taken);
    let when: Vec<&Column> = WHEN
        .iter()
        .filter_map(|name| job.mapping.columns.get(*name))
        .collect();
    let when: Vec<usize> = when
        .iter()
        .filter_map(|column| rows.table.columns.get(column))
        .copied()
        .collect();
    for (row, kind) in &rows.kinds {
        let cells = rows.cells(*row);
        if *kind == Kind::LeftOut {
            occasion::tell_of(job, &cells, rows.year_at(*row), &mut taken);
        }
        let Kind::Data { perhaps } = kind else {
            continue;
        };
        let others = (rows.table.left..)
            .zip(rows.row(*row))
            .filter(|(column, _)| !when.contains(column));
        let blank = others.into_iter().all(|(_, cell)| *cell == Cell::Empty);
        let fate = occasion::take(job, &cells, rows.year_at(*row), *perhaps, blank, &mut taken);
        taken.fates.insert(*row, fate);
    }
    doubt_sums(&mut taken);
    fields::number_equals(&mut taken.gathered.activities);
    totals::compare(job, &rows, &mut taken);
    taken
}

/// A row about several months in which other rows of the sheet lie, «Kvartal 1» below January, February and March, may be
/// their sum or something besides: it counts from nothing to its number, and is told.
fn doubt_sums(taken: &mut Taken) {
    let all: Vec<(Name, DateSpan)> = taken
        .gathered
        .activities
        .iter()
        .map(|one| (one.activity.clone(), one.date))
        .collect();
    let whole_months = |days: DateSpan| {
        let ends_one = days.to.succ_opt().is_some_and(|after| after.day() == 1);
        days.from.day() == 1 && ends_one && days.as_month().is_none()
    };
    for one in taken
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
            taken
                .findings
                .push(Finding::new(Code::PerhapsSum, &one.origin).with("date", one.date));
        }
    }
}
