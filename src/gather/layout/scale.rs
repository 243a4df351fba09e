//! Numbers in thousands: «Antal (tusental)», «Siffror i 1 000-tal» over the table. Each counts so many times, rounded as it is written.

use super::result::MappingResult;
use super::table::TableRows;
use crate::gather::cell::{Cell, column_name};
use crate::gather::value;
use crate::model::activity::Activity;
use crate::model::agreement::Layout;
use crate::model::finding::FindingKind;
use crate::model::quantity::{Amount, Quantity};

/// A title stands no higher than this over the header.
const HIGHEST: usize = 10;

/// A factor, the words that say it, and their cell.
type Scale = (u64, String, (usize, usize));

/// Multiplies the numbers of columns that are in thousands or the like, with a finding for each such heading or title.
pub(super) fn settle(rows: &TableRows<'_>, columns: &[usize], result: &mut MappingResult) {
    let over_all = titled(rows, columns);
    let mut told: Vec<(usize, usize)> = Vec::new();
    for column in columns {
        let heading = rows.heading(*column);
        let own = value::factor(&heading.whole)
            .map(|factor| (factor, heading.own.clone(), (heading.row, *column)));
        let Some((factor, text, at)) = own.or_else(|| over_all.clone()) else {
            continue;
        };
        let name = column_name(*column);
        let is_of_column = |one: &&mut Activity| {
            let cell = one.origin.cell.as_str();
            cell.trim_end_matches(|sign: char| sign.is_ascii_digit()) == name
        };
        let mut some = false;
        for one in result.gathered.activities.iter_mut().filter(is_of_column) {
            one.value = times(one.value, factor);
            some = true;
        }
        if some && !told.contains(&at) {
            told.push(at);
            let count = usize::try_from(factor).unwrap_or(usize::MAX);
            let kind = FindingKind::ScaledNumbers { text, count };
            result.findings.push(rows.task.finding(kind, at));
        }
    }
}

/// What a title over the table says of all its numbers, or a heading before the months.
fn titled(rows: &TableRows<'_>, columns: &[usize]) -> Option<Scale> {
    let (sheet, table) = (rows.task.sheet, &rows.table);
    let first = columns.first().copied().unwrap_or(table.left);
    let before_months = match rows.task.mapping.layout {
        Layout::Months => table.first..table.last.saturating_add(1),
        _ => 0..0,
    };
    let titles = table.first.saturating_sub(HIGHEST)..table.first;
    let titles = titles.filter_map(|row| Some((row, sheet.alone(row)?)));
    let titles = titles.map(|(row, (column, cell))| ((row, column), cell));
    let corner = before_months
        .flat_map(|row| (table.left..first).map(move |column| (row, column)))
        .map(|at| (at, sheet.cell(at.0, at.1)));
    titles.chain(corner).find_map(|(at, cell)| match cell {
        Cell::Text(text) => Some((value::factor(text)?, text.clone(), at)),
        _ => None,
    })
}

/// A number so many times, as it may have been before it was rounded.
fn times(value: Quantity, factor: u64) -> Quantity {
    let step = |amount: Amount| match amount.in_hundredths() {
        whole if whole.is_multiple_of(100) => 100,
        tenths if tenths.is_multiple_of(10) => 10,
        _ => 1,
    };
    let half = |amount: Amount| Amount::hundredths(step(amount)).part(factor, 2);
    let low = value.low();
    let least = low.part(factor, 1).minus(half(low));
    let most = value
        .high()
        .map(|high| high.part(factor, 1).plus(half(high)));
    Quantity::up_to(least, most)
}
