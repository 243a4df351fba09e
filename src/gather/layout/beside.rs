//! Several tables of the same headings beside each other on a sheet: each is read by itself.

use std::collections::{BTreeMap, BTreeSet};

use super::fields;
use super::headings::{headings, is_open};
use super::result::MappingResult;
use super::task::SheetTask;
use crate::gather::cell::{Cell, Sheet, place_of};
use crate::gather::header::{self, Table};
use crate::gather::heading::Fit;
use crate::model::activity::{Activity, unnumbered};
use crate::model::agreement::Layout;
use crate::model::finding::{FindingKind, Repetition};
use crate::model::quantity::Quantity;

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
pub(super) fn joined(
    task: &SheetTask<'_>,
    tables: impl Iterator<Item = MappingResult>,
) -> MappingResult {
    let mut all = MappingResult::default();
    let mut known: BTreeMap<String, Quantity> = BTreeMap::new();
    for mut one in tables {
        for (row, disposition) in std::mem::take(&mut one.dispositions) {
            let known = all.dispositions.entry(row).or_insert(disposition);
            *known = (*known).max(disposition);
        }
        all.unused.append(&mut one.unused);
        all.joined.append(&mut one.joined);
        doubt_repeated(task, &known, &mut one);
        let given = one.gathered.activities.iter();
        known.extend(given.map(|one| (unnumbered(&one.content).to_owned(), one.value)));
        all.add(one);
    }
    fields::number_equals(&mut all.gathered.activities);
    all
}

/// Makes rows uncertain that a table before tells of in the same words, with the same day and number: a row pasted once more, or
/// the like of another place.
fn doubt_repeated(
    task: &SheetTask<'_>,
    known: &BTreeMap<String, Quantity>,
    table: &mut MappingResult,
) {
    let is_worded = |one: &Activity| {
        let mut fields = one.fields.iter();
        fields.any(|(_, field)| field.text.chars().any(char::is_alphabetic))
    };
    let mut rows = BTreeSet::new();
    for one in &mut table.gathered.activities {
        if known.get(unnumbered(&one.content)) == Some(&one.value) && is_worded(one) {
            one.value = one.value.perhaps();
            rows.extend(place_of(&one.origin.cell).map(|(row, _)| row + 1));
        }
    }
    if !rows.is_empty() {
        let named: Vec<String> = rows.iter().map(usize::to_string).collect();
        let kind = FindingKind::RepeatedRows {
            other: Some(task.sheet.name.to_string()),
            count: rows.len(),
            rows: named.join(", "),
            how: Repetition::Perhaps,
        };
        table.findings.push(task.sheet_finding(kind));
    }
}
