//! Which order of day and month the column of dates of a table has.

use super::date_order::{DateOrder, figures};
use super::result::MappingResult;
use super::table::TableRows;
use crate::gather::cell::Cell;
use crate::gather::value;
use crate::model::finding::FindingKind;
use chrono::{Datelike, NaiveDate};

/// Of so few days the order tells nothing.
const FEW_DAYS: usize = 4;

impl TableRows<'_> {
    /// Determines the order of the date column, with a finding where it is unusual.
    pub(super) fn read_date_order(&mut self, result: &mut MappingResult) {
        let columns = &self.task.mapping.columns;
        let Some(column) = columns
            .get("date")
            .and_then(|asked| self.table.columns.get(asked))
        else {
            return;
        };
        let cells = self
            .task
            .sheet
            .rows
            .iter()
            .enumerate()
            .skip(self.table.last + 1);
        let (mut month_first, mut day_first) = (None, false);
        let (mut swapped, mut genuine) = (false, false);
        for (row, cell) in cells.filter_map(|(row, cells)| Some((row, cells.get(*column)?))) {
            match cell {
                Cell::Text(text) => match figures(text) {
                    Some((_, second, _)) if second > 12 => {
                        month_first.get_or_insert((row, text));
                    }
                    Some((first, ..)) if first > 12 => day_first = true,
                    _ => {}
                },
                // Converted with the day first, no month is over 12: such dates were left as text.
                Cell::Date { day: Some(day), .. } if day.day() > 12 => genuine = true,
                Cell::Date { day: Some(_), .. } => swapped = true,
                _ => {}
            }
        }
        let Some((row, text)) = month_first else {
            self.doubt_order(*column, result);
            return;
        };
        let text = text.clone();
        let (order, kind) = match (day_first, swapped && !genuine) {
            (true, _) => (DateOrder::Both, FindingKind::AmbiguousDates { text }),
            (_, true) => (DateOrder::Swapped, FindingKind::AmbiguousDates { text }),
            _ if self.turns_with_days_first(*column) => {
                (DateOrder::Both, FindingKind::AmbiguousDates { text })
            }
            _ => (DateOrder::MonthFirst, FindingKind::MonthFirstDates { text }),
        };
        self.year.order = order;
        result
            .findings
            .push(self.task.finding(kind, (row, *column)));
    }

    /// Whether the days of a column follow each other with the day first in some of them, and not with the month first in all.
    fn turns_with_days_first(&self, column: usize) -> bool {
        let written = self.written_days(column);
        let month_first = |(first, second, year)| NaiveDate::from_ymd_opt(year, first, second);
        let day_first = |(first, second, year)| NaiveDate::from_ymd_opt(year, second, first);
        let plain = written
            .iter()
            .map(|(_, one)| month_first(*one).or_else(|| day_first(*one)));
        if written.len() <= FEW_DAYS || plain.is_sorted() {
            return false;
        }
        let mut before = NaiveDate::MIN;
        written.iter().all(|(_, one)| {
            let mut both = [month_first(*one), day_first(*one)];
            both.sort_unstable();
            let next = both.into_iter().flatten().find(|day| *day >= before);
            before = next.unwrap_or(before);
            next.is_some()
        })
    }

    /// The days of a column that are written in figures, by their rows.
    fn written_days(&self, column: usize) -> Vec<(usize, (u32, u32, i32))> {
        let cells = self.task.sheet.rows.iter().enumerate();
        cells
            .skip(self.table.last + 1)
            .filter_map(|(row, cells)| match cells.get(column)? {
                Cell::Text(text) => Some((row, figures(text)?)),
                _ => None,
            })
            .collect()
    }

    /// Doubts the order where all days but one follow each other as they are written, with the day first, and that one fits
    /// between its neighbours only with the month first.
    fn doubt_order(&mut self, column: usize, result: &mut MappingResult) {
        let written = self.written_days(column);
        let day =
            |(first, second, year): (u32, u32, i32)| NaiveDate::from_ymd_opt(year, second, first);
        let days: Vec<Option<NaiveDate>> = written.iter().map(|(_, one)| day(*one)).collect();
        let Some(fall) = days.windows(2).position(|pair| !pair.is_sorted()) else {
            return;
        };
        let is_alone = |at: &usize| {
            let others = days.iter().enumerate().filter(|(other, _)| other != at);
            others.map(|(_, day)| day).is_sorted()
        };
        // Only one of the two between which the days fall back can be the one that breaks their order.
        let breaks: Vec<usize> = [fall, fall + 1].into_iter().filter(is_alone).collect();
        let ([at], true) = (breaks.as_slice(), days.len() > FEW_DAYS) else {
            return;
        };
        let Some((row, (first, second, year))) = written.get(*at).copied() else {
            return;
        };
        let swapped = day((second, first, year));
        let before = at
            .checked_sub(1)
            .and_then(|before| days.get(before).copied());
        let after = days.get(at + 1).copied();
        let fits = swapped.is_some()
            && before.is_none_or(|before| before <= swapped)
            && after.is_none_or(|after| swapped <= after);
        if fits {
            let text = value::text(self.task.sheet.cell(row, column));
            self.year.order = DateOrder::Both;
            let kind = FindingKind::AmbiguousDates { text };
            result.findings.push(self.task.finding(kind, (row, column)));
        }
    }
}
