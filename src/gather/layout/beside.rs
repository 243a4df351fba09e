//! Several tables of the same headings beside each other on a sheet: each is read by itself.

use super::fields;
use super::headings::{headings, is_open};
use super::result::MappingResult;
use super::task::SheetTask;
use crate::gather::cell::{Cell, Sheet};
use crate::gather::header::{self, Table};
use crate::gather::heading::Fit;
use crate::model::agreement::Layout;

/// The most tables that stand beside each other.
const MOST: usize = 12;

/// The sheet once for each of its tables, with the cells of the others blank; none if there is only one.
pub(super) fn tables(task: &SheetTask<'_>) -> Option<Vec<Sheet>> {
    if task.mapping.layout != Layout::Log {
        return None;
    }
    let wanted = headings(task.mapping);
    let whole = |sheet: &Sheet| {
        let table = header::find(sheet, &wanted)?;
        let written = table.near.iter().all(|near| near.fit != Fit::Synonym);
        (table.missing.is_empty() && written).then_some(table)
    };
    let first = whole(task.sheet)?;
    // Within one table the headings say which column is meant, or nothing does.
    let apart = |table: &Table| {
        let mut again = table.again.iter();
        again
            .all(|again| !is_open(task, again) && !(table.left..=table.right).contains(&again.at.1))
    };
    if first.again.is_empty() || !apart(&first) {
        return None;
    }
    let row = first.last;
    let mut found: Vec<(usize, usize)> = vec![(first.left, first.right)];
    while found.len() < MOST {
        let rest = without(task.sheet, row, |column| {
            found
                .iter()
                .any(|(left, right)| (*left..=*right).contains(&column))
        });
        match whole(&rest).filter(|table| table.last == row && table.left > 0) {
            Some(table) if apart(&table) => found.push((table.left, table.right)),
            _ => break,
        }
    }
    if found.len() < 2 {
        return None;
    }
    found.sort_unstable();
    let from = |index: usize| found.get(index).map_or(usize::MAX, |(left, _)| *left);
    let sheets = (0..found.len()).map(|index| {
        let own = if index == 0 { 0 } else { from(index) }..from(index + 1);
        without(task.sheet, usize::MAX, |column| !own.contains(&column))
    });
    Some(sheets.collect())
}

/// The sheet with the cells of some columns blank, down to a row.
fn without(sheet: &Sheet, last: usize, is_blank: impl Fn(usize) -> bool) -> Sheet {
    let mut rest = sheet.clone();
    for cells in rest.rows.iter_mut().take(last.saturating_add(1)) {
        for (column, cell) in cells.iter_mut().enumerate() {
            if is_blank(column) {
                *cell = Cell::Empty;
            }
        }
    }
    rest.merged.retain(|(_, left, ..)| !is_blank(*left));
    rest
}

/// What all tables give. A row counts as read where one of them reads it.
pub(super) fn joined(tables: impl Iterator<Item = MappingResult>) -> MappingResult {
    let mut all = MappingResult::default();
    for mut one in tables {
        for (row, disposition) in std::mem::take(&mut one.dispositions) {
            let known = all.dispositions.entry(row).or_insert(disposition);
            *known = (*known).max(disposition);
        }
        all.unused.append(&mut one.unused);
        all.joined.append(&mut one.joined);
        all.add(one);
    }
    fields::number_equals(&mut all.gathered.activities);
    all
}
