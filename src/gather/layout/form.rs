//! Forms, one occasion a sheet: value beside or below its label.

use std::collections::BTreeMap;

use super::cells::Cells;
use super::headings::{HeadingMatch, headings, warn_of_headings, warn_of_missing_headings};
use super::occasion::{self, OccasionRow};
use super::result::{MappingResult, RowDisposition};
use super::state::{self, RowState};
use super::task::SheetTask;
use super::when::{self, OccasionDate, SheetYear};
use super::{fields, filter};
use crate::gather::cell::{Cell, Sheet, cell_name};
use crate::gather::header::{self, AbsentHeading, InexactHeading, Table};
use crate::gather::heading::{Fit, fit};
use crate::gather::value;
use crate::model::activity::UnusedReason;
use crate::model::agreement::Column;
use crate::model::finding::{FindingKind, RepeatedAt};
use crate::model::quantity::Truth;
use crate::text::nearest;

/// How many of the labels a sheet has.
pub(crate) fn labels_found(sheet: &Sheet, wanted: &[&Column]) -> HeadingMatch {
    let labels = labels(sheet, wanted);
    let written = labels
        .iter()
        .filter(|(_, (_, fit))| *fit != Fit::Synonym)
        .count();
    HeadingMatch {
        written,
        found: labels.len(),
    }
}

pub(super) fn read(task: &SheetTask<'_>) -> MappingResult {
    let mut result = MappingResult::default();
    let wanted = headings(task.mapping);
    let found = labels(task.sheet, &wanted);
    if found.is_empty() {
        warn_of_missing_headings(task, &wanted, &mut result);
        return result;
    }
    let places: BTreeMap<&Column, (usize, usize)> = found
        .iter()
        .map(|(column, (at, _))| (*column, *at))
        .collect();
    warn_of_headings(task, &as_table(task.sheet, &wanted, &found), &mut result);
    let top = places.values().map(|at| at.0).min().unwrap_or(0);
    for row in top..task.sheet.rows.len() {
        if !header::is_blank(task.sheet, row) {
            result.dispositions.insert(row, RowDisposition::Skipped);
        }
    }
    let date = ["date", "week", "month"]
        .iter()
        .filter_map(|name| task.mapping.columns.get(*name));
    if date.filter(|column| places.contains_key(*column)).count() == 0 {
        return result;
    }
    let side_by_side = places
        .values()
        .any(|at| beside(task.sheet, *at, &places).is_some());
    let values: BTreeMap<&Column, (usize, usize)> = places
        .iter()
        .filter_map(|(column, at)| {
            Some((*column, value_of(task.sheet, *at, &places, side_by_side)?))
        })
        .collect();
    if values.is_empty() {
        // A form that nobody has filled in.
        result.unused.insert(top, UnusedReason::Unfilled);
        return result;
    }
    // A label without a value means that blank: the cell beside it.
    let all = places.iter().map(|(column, at)| {
        (
            *column,
            values.get(column).copied().unwrap_or((at.0, at.1 + 1)),
        )
    });
    let whole = SheetTask {
        filled: task.sheet,
        ..*task
    };
    let cells = Cells::new(&whole, all.collect::<Vec<_>>().into_iter());
    let year = SheetYear::of(task, top);
    warn_of_second_form(task, &places, &values, &mut result);
    let span = match when::when(&cells, year) {
        OccasionDate::Read { span, .. } => Some(span),
        _ => None,
    };
    let labels: Vec<(usize, usize)> = places.values().copied().collect();
    let state = state::of_form(&whole, &cells, &labels, span);
    let disposition = match (filter::fits(&whole, &cells, year.year), state) {
        (Truth::No, _) => {
            occasion::mark_reported(&whole, &cells, year, &mut result);
            RowDisposition::Skipped
        }
        (_, RowState::Not(_)) => RowDisposition::Skipped,
        (_, RowState::Nothing) => occasion::report_nothing(&whole, &cells, year, &mut result),
        (fits, state) => {
            let mut perhaps = fits == Truth::Unknown;
            if let RowState::Perhaps(doubt) = state {
                perhaps = true;
                result.findings.push(doubt.finding(&whole, cells.anchor()));
            }
            let row = OccasionRow {
                perhaps,
                ..OccasionRow::default()
            };
            let disposition = occasion::read(&whole, &cells, year, row, &mut result);
            fields::identify(&mut result.gathered.activities);
            disposition
        }
    };
    for at in places.values().chain(values.values()) {
        result.dispositions.insert(at.0, disposition);
    }
    result
}

/// Adds a finding about another form on the same sheet: the label of its day occurs once more, with a value.
fn warn_of_second_form(
    task: &SheetTask<'_>,
    places: &BTreeMap<&Column, (usize, usize)>,
    values: &BTreeMap<&Column, (usize, usize)>,
    result: &mut MappingResult,
) {
    let when = ["date", "week", "month"]
        .iter()
        .filter_map(|name| task.mapping.columns.get(*name));
    let Some((asked, at)) = when
        .filter_map(|asked| Some((asked, *places.get(asked)?)))
        .next()
    else {
        return;
    };
    let Some(value) = values.get(asked) else {
        return;
    };
    let step = (value.0 - at.0, value.1.saturating_sub(at.1));
    let rows = task.sheet.rows.iter().enumerate();
    let mut cells = rows.flat_map(|(row, cells)| (0..cells.len()).map(move |column| (row, column)));
    let again = cells.find(|place| {
        let label = says_same(&asked.heading, task.sheet.cell(place.0, place.1));
        label && *place != at && *task.sheet.cell(place.0 + step.0, place.1 + step.1) != Cell::Empty
    });
    if let Some(again) = again {
        let at = RepeatedAt::Form {
            heading: asked.heading.clone(),
            cell: cell_name(at.0, at.1),
        };
        let kind = FindingKind::RepeatedHeading { at };
        result.findings.push(task.finding(kind, again));
    }
}

fn says_same(asked: &str, cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if fit(asked, text) == Some(Fit::Same))
}

/// The positions of a form's labels.
pub(super) fn places<'a>(
    sheet: &Sheet,
    wanted: &[&'a Column],
) -> Vec<(&'a Column, (usize, usize))> {
    labels(sheet, wanted)
        .into_iter()
        .map(|(column, (at, _))| (column, at))
        .collect()
}

type FoundLabel<'a> = (&'a Column, ((usize, usize), Fit));

/// The position of each label: the best match, the first of equals.
fn labels<'a>(sheet: &Sheet, wanted: &[&'a Column]) -> Vec<FoundLabel<'a>> {
    let cells: Vec<((usize, usize), &str)> = sheet
        .rows
        .iter()
        .enumerate()
        .flat_map(|(row, cells)| {
            cells
                .iter()
                .enumerate()
                .map(move |(column, cell)| ((row, column), cell))
        })
        .filter_map(|(at, cell)| {
            if let Cell::Text(text) = cell {
                Some((at, text.as_str()))
            } else {
                None
            }
        })
        .collect();
    let best = |asked: &'a Column| {
        let fits = cells
            .iter()
            .filter_map(|(at, text)| Some((fit(&asked.heading, text)?, *at)));
        fits.min().map(|(fit, at)| (asked, (at, fit)))
    };
    let found: Vec<FoundLabel<'a>> = wanted.iter().filter_map(|asked| best(asked)).collect();
    let result: Vec<(usize, usize)> = found
        .iter()
        .filter(|(_, (_, fit))| *fit == Fit::Same)
        .map(|(_, (at, _))| *at)
        .collect();
    found
        .into_iter()
        .filter(|(_, (at, fit))| *fit == Fit::Same || !result.contains(at))
        .collect()
}

/// The labels in the form of a table's headings, for their findings.
fn as_table(sheet: &Sheet, wanted: &[&Column], found: &[FoundLabel<'_>]) -> Table {
    let there: Vec<String> = sheet
        .rows
        .iter()
        .flatten()
        .filter(|cell| matches!(cell, Cell::Text(_)))
        .map(value::text)
        .collect();
    let mut table = Table::without(&[]);
    for asked in wanted {
        match found.iter().find(|(column, _)| column == asked) {
            Some((_, (at, fit))) if *fit != Fit::Same => {
                let found = value::text(sheet.cell(at.0, at.1));
                table.near.push(InexactHeading {
                    column: (*asked).clone(),
                    found,
                    fit: *fit,
                    at: *at,
                });
            }
            Some(_) => {}
            None => {
                let nearest =
                    nearest(&asked.heading, there.iter().map(String::as_str)).map(str::to_owned);
                table.missing.push(AbsentHeading {
                    column: (*asked).clone(),
                    nearest,
                });
            }
        }
    }
    table
}

/// The first filled cell to the right of a label, unless it is a label itself.
fn beside(
    sheet: &Sheet,
    label: (usize, usize),
    labels: &BTreeMap<&Column, (usize, usize)>,
) -> Option<(usize, usize)> {
    let width = sheet.rows.get(label.0).map_or(0, Vec::len);
    let right = (label.1 + 1..width).map(|column| (label.0, column));
    let at = right
        .into_iter()
        .find(|at| *sheet.cell(at.0, at.1) != Cell::Empty)?;
    (!is_label(sheet, at, labels)).then_some(at)
}

/// The cell of a label's value: beside it, or below it where the form is vertical.
fn value_of(
    sheet: &Sheet,
    label: (usize, usize),
    labels: &BTreeMap<&Column, (usize, usize)>,
    side_by_side: bool,
) -> Option<(usize, usize)> {
    if side_by_side {
        return beside(sheet, label, labels);
    }
    let below = (label.0 + 1, label.1);
    (*sheet.cell(below.0, below.1) != Cell::Empty && !is_label(sheet, below, labels))
        .then_some(below)
}

fn is_label(sheet: &Sheet, at: (usize, usize), labels: &BTreeMap<&Column, (usize, usize)>) -> bool {
    let colon =
        matches!(sheet.cell(at.0, at.1), Cell::Text(text) if text.trim_end().ends_with(':'));
    colon || labels.values().any(|label| *label == at)
}
