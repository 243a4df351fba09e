//! Days without a year on a sheet of several years: «Logg 2024-2025». Where they run on and turn as often as the years do, each
//! has its year; else none has. On a sheet that names no year, what stands above a turn may be of the year before.

use chrono::Datelike;

use super::table::TableRows;
use super::when::{SheetYear, named_years};
use crate::gather::value::{self, Parsed};
use crate::model::agreement::Layout;
use crate::model::finding::YearSource;

/// Every day is in it.
const LEAP_YEAR: i32 = 2024;

/// A day so many days before the one above it lies in the next year; a smaller step back is a row entered late.
const TURN: u32 = 150;

impl TableRows<'_> {
    pub(super) fn read_turns_of_year(&mut self) {
        let task = self.task;
        let of_term = self.year.from == YearSource::Term;
        if self.year.year.is_some() && !of_term || task.mapping.layout != Layout::Log {
            return;
        }
        let Some(days) = self.days_of_no_year() else {
            return;
        };
        let turns: Vec<usize> = days
            .windows(2)
            .filter(|pair| pair[1].1 + TURN < pair[0].1)
            .map(|pair| pair[1].0)
            .collect();
        if let (Some(year), [turn]) = (self.year.year, turns.as_slice()) {
            // Places that each have their own year of rows begin again and again at the same days.
            let at = days.partition_point(|(row, _)| row < turn);
            let (above, below) = days.split_at(at);
            let runs_on =
                |days: &[(usize, u32)]| days.len() >= 2 && days.is_sorted_by_key(|(_, day)| *day);
            let last = |days: &[(usize, u32)]| days.last().map(|(_, day)| *day);
            let first = above.first().map(|(_, day)| *day);
            if runs_on(above) && runs_on(below) && last(below) < first {
                let open = self.year;
                self.year = SheetYear { year: None, ..open };
                self.later_years.insert(
                    *turn,
                    SheetYear {
                        year: Some(year),
                        ..open
                    },
                );
            }
            return;
        }
        let (years, from) = named_years(task, self.table.first);
        let years: Vec<i32> = years.into_iter().collect();
        let follow = years.windows(2).all(|pair| pair[0] + 1 == pair[1]);
        let (true, None, Some((first, later))) = (follow, self.year.year, years.split_first())
        else {
            return;
        };
        if turns.len() != later.len() || turns.is_empty() {
            return;
        }
        let of = |year: i32, known: SheetYear| SheetYear {
            year: Some(year),
            from,
            ..known
        };
        self.year = of(*first, self.year);
        for (row, year) in turns.into_iter().zip(later) {
            self.later_years.insert(row, of(*year, self.year));
        }
    }

    /// The days or weeks of a table by their rows, as days of a year; none if one has a year of its own.
    fn days_of_no_year(&self) -> Option<Vec<(usize, u32)>> {
        let task = self.task;
        let (name, column) = ["date", "week"].iter().find_map(|name| {
            let asked = task.mapping.columns.get(*name)?;
            Some((*name, *self.table.columns.get(asked)?))
        })?;
        let read = if name == "date" {
            value::date
        } else {
            value::week
        };
        let mut days = Vec::new();
        for row in self.table.last + 1..task.sheet.rows.len() {
            if let Parsed::Is(dated) = read(task.filled.cell(row, column), Some(LEAP_YEAR)) {
                if !dated.assumed_year {
                    return None;
                }
                days.push((row, dated.span.to.ordinal()));
            }
        }
        Some(days)
    }
}
