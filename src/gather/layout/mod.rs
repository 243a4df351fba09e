//! One file a shape of sheet: rows in, activities and their like out, with the disposition of every row.

mod amount;
mod answer_day;
mod answers;
mod as_of;
mod below;
mod beside;
mod cells;
mod classify;
mod colour;
mod cumulative;
mod date_column;
mod date_order;
mod derived;
mod fields;
mod filter;
mod form;
mod headings;
mod indicator;
mod line_reading;
mod lines;
mod log;
mod milestones;
mod misspelt;
mod month_header;
mod months;
pub(in crate::gather) mod negative;
mod occasion;
mod outside;
mod period_choice;
pub(crate) mod periods;
mod register;
mod result;
mod row_detail;
mod row_sums;
mod scale;
mod sections;
mod state;
mod statements;
mod sums;
mod table;
mod task;
mod time_sums;
mod time_table;
mod titles;
mod totals;
mod when;
mod year_turn;
mod years;

use std::borrow::Cow;

use super::cell::{Cell, Sheet};
pub use answers::{answers_without_request, join};
pub use as_of::AsOf;
pub use cells::WHEN;
pub use headings::{HeadingMatch, headings};
pub use result::{AnswerRow, MappingResult, RowDisposition};
pub use row_detail::RowDetail;
pub use task::SheetTask;
pub(crate) use years::YearColumns;

use super::header;
use crate::model::agreement::{Column, Gives, Layout, SheetMapping};
use std::collections::BTreeSet;

/// How many of the mapped headings a sheet has, and how many there are. The months of month columns count as one of
/// them.
pub fn heading_match(sheet: &Sheet, mapping: &SheetMapping) -> (HeadingMatch, usize) {
    let wanted = headings(mapping);
    match mapping.layout {
        Layout::Form => (form::labels_found(sheet, &wanted), wanted.len()),
        Layout::Months => (
            months::headings_found(sheet, &wanted, mapping),
            wanted.len() + 1,
        ),
        _ => (
            header::find(sheet, &wanted)
                .as_ref()
                .map(HeadingMatch::of)
                .unwrap_or_default(),
            wanted.len(),
        ),
    }
}

/// The row of the headings, from 0; none in a form.
pub(crate) fn header_row(task: &SheetTask<'_>) -> Option<usize> {
    header_row_of(task.sheet, task.mapping)
}

/// The same of a sheet and a mapping.
pub(crate) fn header_row_of(sheet: &Sheet, mapping: &SheetMapping) -> Option<usize> {
    match mapping.layout {
        Layout::Form => None,
        Layout::Months => months::header_row(sheet),
        _ => header::find(sheet, &headings(mapping)).map(|table| table.last),
    }
}

/// The columns of a sheet under the headings of a mapping, those that say when aside.
pub(crate) fn columns_of(sheet: &Sheet, mapping: &SheetMapping) -> BTreeSet<usize> {
    let when: Vec<&Column> = WHEN
        .iter()
        .filter_map(|name| mapping.columns.get(*name))
        .collect();
    let table = header::find(sheet, &headings(mapping));
    let columns = table.into_iter().flat_map(|table| table.columns);
    columns
        .filter(|(asked, _)| !when.contains(&asked))
        .map(|(_, column)| column)
        .collect()
}

pub fn read(task: &SheetTask<'_>) -> MappingResult {
    let Some(worded) = colour::worded(task) else {
        return by_layout(task);
    };
    let filled = filled_down(&worded.sheet);
    let mut result = by_layout(&SheetTask {
        sheet: &worded.sheet,
        filled: &filled,
        ..*task
    });
    result.findings.extend(worded.findings);
    result
}

/// A log may have several tables of the same headings beside each other.
fn by_layout(task: &SheetTask<'_>) -> MappingResult {
    let Some(sheets) = beside::tables(task) else {
        return of_table(task);
    };
    let results = sheets.iter().map(|sheet| {
        let filled = filled_down(sheet);
        of_table(&SheetTask {
            sheet,
            filled: &filled,
            ..*task
        })
    });
    beside::joined(task, results)
}

fn of_table(task: &SheetTask<'_>) -> MappingResult {
    match (task.mapping.layout, &task.mapping.gives) {
        (Layout::Months, Gives::Indicator(_)) => months::read(task),
        (_, Gives::Indicator(id)) => indicator::read(task, id),
        (_, Gives::Answers(activity)) => answers::read(task, activity),
        (Layout::Log, _) => log::read(task),
        (Layout::Months, _) => months::read(task),
        (Layout::Form, _) => form::read(task),
        (Layout::Statements, _) => statements::read(task),
        (Layout::Milestones, _) => milestones::read(task),
        (Layout::Register, Gives::Places(list)) => register::read(task, list),
        // Loading the agreement accepts no other.
        (Layout::Register, _) => MappingResult::default(),
    }
}

/// The sheet with the values of merged cells in each of their rows, and nothing hidden under a merge.
pub fn filled_down(sheet: &Sheet) -> Cow<'_, Sheet> {
    if sheet.merged.is_empty() {
        return Cow::Borrowed(sheet);
    }
    let mut filled = sheet.clone();
    for &(top, left, bottom, right) in &sheet.merged {
        let value = sheet.cell(top, left);
        for row in top..=bottom.min(sheet.rows.len().saturating_sub(1)) {
            let Some(cells) = filled.rows.get_mut(row) else {
                continue;
            };
            if cells.len() <= left && *value != Cell::Empty {
                cells.resize(left + 1, Cell::Empty);
            }
            for column in left..=right.min(cells.len().saturating_sub(1)) {
                if let Some(cell) = cells.get_mut(column) {
                    *cell = if column == left {
                        value.clone()
                    } else {
                        Cell::Empty
                    };
                }
            }
        }
    }
    Cow::Owned(filled)
}

#[cfg(test)]
pub(crate) mod tests;
