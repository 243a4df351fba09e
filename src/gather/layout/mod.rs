//! One file a shape of sheet: rows in, activities and their like out, with the fate of every row.

mod amount;
mod answers;
mod below;
mod cells;
mod colour;
mod fields;
mod filter;
mod form;
mod indicator;
mod log;
mod milestones;
mod months;
mod occasion;
pub mod periods;
mod register;
mod statements;
mod sums;
mod table;
mod totals;
mod when;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use answers::{AnswerRow, join};
pub use cells::WHEN;

use super::cell::{Cell, Sheet, cell_name};
use super::header;
use crate::model::activity::{Gathered, Origin};
use crate::model::agreement::{Agreement, Column, Gives, Layout, SheetMapping, Unit};
use crate::model::finding::{Code, Finding, Place};
use crate::model::name::Name;
use crate::model::span::DateSpan;

/// One sheet to be read by one mapping.
#[derive(Clone, Copy)]
pub struct SheetTask<'a> {
    /// The agreement that the mapping belongs to.
    pub agreement: &'a Agreement,
    /// The day the report is made for: what is dated later has not happened.
    pub as_of: NaiveDate,
    /// The index of the source.
    pub source: usize,
    /// The mapping.
    pub mapping: &'a SheetMapping,
    /// The workbook's path as it is shown.
    pub workbook: &'a str,
    /// The sheet as it stands.
    pub sheet: &'a Sheet,
    /// The sheet with the values of merged cells in each of their rows.
    pub filled: &'a Sheet,
}

impl<'a> SheetTask<'a> {
    /// The cell at a row and column from 0, as an origin.
    pub fn origin(&self, (row, column): (usize, usize)) -> Origin {
        let (workbook, sheet) = (self.workbook.into(), (&self.sheet.name).into());
        Origin {
            workbook,
            sheet,
            cell: cell_name(row, column),
        }
    }

    /// A finding about a cell.
    pub fn finding(&self, code: Code, at: (usize, usize)) -> Finding {
        Finding::new(code, &self.origin(at))
    }

    /// A finding about the sheet as a whole.
    pub fn sheet_finding(&self, code: Code) -> Finding {
        Finding::new(code, Place::sheet(self.workbook, &self.sheet.name))
    }

    /// Whose workbook it is.
    pub fn partner(&self) -> Name {
        self.agreement
            .sources
            .get(self.source)
            .map(|source| Name::from(&source.partner))
            .unwrap_or_default()
    }

    /// Whether figures of this activity are hours.
    fn in_hours(&self, activity: &str) -> bool {
        self.agreement
            .activities
            .get(activity)
            .is_some_and(|kind| kind.unit == Unit::Hours)
    }
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowDisposition {
    /// A total, a note, a planned row, or one left out by `where`.
    Skipped,
    /// Left out with a warning.
    Rejected,
    /// It gave something, or reported that there was nothing.
    Used,
}

/// What one mapping made of one sheet.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MappingResult {
    /// The fate of every row below the header, by row from 0. Known where the sheet is read, and nowhere else.
    #[serde(skip)]
    pub dispositions: BTreeMap<usize, RowDisposition>,
    /// Activities, requests, statements, steps, places, values.
    pub gathered: Gathered,
    /// Answers whose requests stand on another sheet.
    pub answers: Vec<AnswerRow>,
    /// The days, weeks and months that some row says something about.
    pub reported: BTreeSet<DateSpan>,
    /// What was found.
    #[serde(with = "super::wire::findings")]
    pub findings: Vec<Finding>,
    /// Whether a heading was missing, so that something may be.
    pub damaged: bool,
}

impl MappingResult {
    /// Adds what another mapping or sheet gave. The fates of its rows are not: they belong to their own sheet.
    pub fn add(&mut self, other: MappingResult) {
        let MappingResult {
            dispositions: _,
            gathered,
            answers,
            reported,
            findings,
            damaged,
        } = other;
        self.gathered.add(gathered);
        self.answers.extend(answers);
        self.reported.extend(reported);
        self.findings.extend(findings);
        self.damaged |= damaged;
    }

    /// How many activities, requests, statements, steps or places came of the rows. A request stands beside its activity
    /// and is not told twice.
    pub fn made(&self) -> usize {
        let given = &self.gathered;
        let places: usize = given.places.values().map(Vec::len).sum();
        let values: usize = given.indicators.values().map(Vec::len).sum();
        let lone = given.requests.len().saturating_sub(given.activities.len());
        given.activities.len()
            + lone
            + given.statements.len()
            + given.milestones.len()
            + places
            + values
            + self.answers.len()
    }
}

/// Every heading a mapping asks for.
pub fn headings(mapping: &SheetMapping) -> Vec<&Column> {
    let given: Vec<&Column> = match &mapping.gives {
        Gives::Counts(counts) => counts.iter().map(|(_, column)| column).collect(),
        Gives::ByColumn { column, .. } => vec![column],
        _ => Vec::new(),
    };
    let filters = mapping.only_rows.iter().map(|filter| &filter.column);
    let named = mapping
        .columns
        .values()
        .chain(mapping.partner_columns.values().flatten());
    let mut all: Vec<&Column> = named.chain(given).chain(filters).collect();
    all.sort();
    all.dedup();
    all
}

/// How much a sheet is like what a mapping is meant for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeadingMatch {
    /// How many of the headings asked for it has in their own words.
    pub written: usize,
    /// How many in other words for the same as well.
    pub found: usize,
}

impl HeadingMatch {
    /// That of a table.
    fn of(table: &header::Table) -> HeadingMatch {
        HeadingMatch {
            written: table.written(),
            found: table.columns.len(),
        }
    }
}

/// How many of the headings asked for a sheet has, and how many are asked for: to tell whether the mapping is meant for it.
/// The months of month columns are one of them.
pub fn heading_match(sheet: &Sheet, mapping: &SheetMapping) -> (HeadingMatch, usize) {
    let wanted = headings(mapping);
    match mapping.layout {
        Layout::Form => (form::labels_found(sheet, &wanted), wanted.len()),
        Layout::Months => (months::headings_found(sheet, &wanted), wanted.len() + 1),
        _ => (
            header::find(sheet, &wanted)
                .as_ref()
                .map(HeadingMatch::of)
                .unwrap_or_default(),
            wanted.len(),
        ),
    }
}

/// The row of the headings, from 0; none in a form, whose labels stand beside what is filled in.
pub fn header_row(task: &SheetTask<'_>) -> Option<usize> {
    match task.mapping.layout {
        Layout::Form => None,
        Layout::Months => months::header_row(task.sheet),
        _ => header::find(task.sheet, &headings(task.mapping)).map(|table| table.last),
    }
}

/// Reads a sheet by its mapping.
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

fn by_layout(task: &SheetTask<'_>) -> MappingResult {
    match (task.mapping.layout, &task.mapping.gives) {
        (_, Gives::Indicator(id)) => indicator::read(task, id),
        (_, Gives::Answers(activity)) => answers::read(task, activity),
        (Layout::Log, _) => log::read(task),
        (Layout::Months, _) => months::read(task),
        (Layout::Form, _) => form::read(task),
        (Layout::Statements, _) => statements::read(task),
        (Layout::Milestones, _) => milestones::read(task),
        (Layout::Register, Gives::Places(list)) => register::read(task, list),
        // The agreement's check lets no other through.
        (Layout::Register, _) => MappingResult::default(),
    }
}

/// The sheet with the values of merged cells in each of their rows, and nothing hidden under a merge.
pub fn filled_down(sheet: &Sheet) -> Sheet {
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
    filled
}

#[cfg(test)]
pub mod tests;
