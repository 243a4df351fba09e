//! The table of a sheet with time across: months, weeks, quarters or years as columns.

use super::periods;
use crate::gather::cell::Sheet;
use crate::gather::header::{self, Table};
use crate::model::agreement::Column;

/// The table whose header is the row of months; the mapped headings are on it, or on the rows just above.
pub(super) fn table(sheet: &Sheet, row: usize, wanted: &[&Column]) -> Table {
    let top = row.saturating_sub(2);
    let above = Sheet {
        rows: sheet.rows.iter().take(row + 1).skip(top).cloned().collect(),
        ..Sheet::default()
    };
    let mut table = header::find(&above, wanted).unwrap_or_else(|| Table::without(wanted));
    for near in &mut table.near {
        near.at.0 += top;
    }
    let filled = || sheet.filled(row).map(|(column, _)| column);
    let below = periods::sub_heading_row(sheet, row);
    // The whole row: a table of months has labels to the left, often without a heading.
    let last = filled().next_back().unwrap_or(0).max(table.right);
    let periods = periods::columns(sheet, row, 0);
    let last = periods
        .iter()
        .map(|period| period.column)
        .max()
        .unwrap_or(0)
        .max(last);
    Table {
        first: row.min(top + table.first),
        last: below.unwrap_or(row),
        left: 0,
        right: last,
        ..table
    }
}
