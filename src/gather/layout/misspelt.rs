//! Months among others whose names are misspelt: «febuari» between «januari» and «mars», «decmber» after «november».

use crate::gather::cell::Cell;
use crate::gather::value::{self, YearPart};

/// A column, its part of a year, and the year it names.
type Part = (usize, YearPart, Option<i32>);

/// With so many months what follows the last of them, or stands before the first, is one more.
const MANY: usize = 6;

/// The columns of a header that are due to be a month by those about them, and are almost called so.
pub(super) fn months(cells: &[Cell], found: &[Part]) -> Vec<Part> {
    let months = found.iter().filter_map(|(column, part, year)| match part {
        YearPart::Month(month) => Some((*column, *month, *year)),
        _ => None,
    });
    let months: Vec<(usize, u32, Option<i32>)> = months.collect();
    let mut due: Vec<(usize, u32, Option<i32>)> = Vec::new();
    for pair in months.windows(2) {
        let [(column, month, year), (next_column, next, _)] = pair else {
            continue;
        };
        let between = next_column.saturating_sub(*column);
        if between > 1 && usize::try_from(next.saturating_sub(*month)) == Ok(between) {
            let gap = (column + 1..*next_column).zip(month + 1..);
            due.extend(gap.map(|(column, month)| (column, month, *year)));
        }
    }
    if months.len() >= MANY {
        let first = months
            .first()
            .filter(|(column, month, _)| *month > 1 && *column > 0);
        due.extend(first.map(|(column, month, year)| (column - 1, month - 1, *year)));
        let last = months.last().filter(|(_, month, _)| *month < 12);
        due.extend(last.map(|(column, month, year)| (column + 1, month + 1, *year)));
    }
    let is_called = |(column, month, _): &(usize, u32, Option<i32>)| matches!(cells.get(*column), Some(Cell::Text(text)) if value::is_almost_month(text, *month));
    let due = due.into_iter().filter(is_called);
    due.map(|(column, month, year)| (column, YearPart::Month(month), year))
        .collect()
}
