//! The header of a sheet of months: one counted column for each time, and the year of each row.

use super::period_choice::{Ambiguity, choose};
use super::periods::{self, PeriodColumn};
use super::result::MappingResult;
use super::table::{RowKind, TableRows};
use super::task::SheetTask;
use super::when::SheetYear;
use crate::gather::cell::Cell;
use crate::gather::value::{self, YearPart};
use crate::model::agreement::Gives;
use crate::model::finding::FindingKind;
use crate::model::span::DateSpan;
use std::collections::BTreeMap;

/// The counted columns of a header, with their days.
pub(super) struct Header {
    columns: Vec<PeriodColumn>,
    /// Those whose year is known.
    pub(super) spans: Vec<(PeriodColumn, DateSpan)>,
}

impl Header {
    /// The header on row `at.0`, whose groups begin on row `at.1`.
    pub(super) fn of(
        task: &SheetTask<'_>,
        at: (usize, usize),
        columns: Vec<PeriodColumn>,
        year: SheetYear,
        result: &mut MappingResult,
    ) -> Header {
        let (columns, open) = choose(task, at.0, at.1, columns);
        for ambiguity in open {
            refuse(task, ambiguity, result);
        }
        let sheet_year = year.year.filter(|_| periods::is_one_year(&columns));
        let mut spans: Vec<_> = columns
            .iter()
            .filter_map(|column| Some((*column, column.span(sheet_year)?)))
            .collect();
        if spans.iter().any(|(column, _)| column.year.is_none()) {
            year.warn(task, result);
        }
        // Another year beside the one of the target is there to compare with.
        let in_term = |span: DateSpan| task.takes_days(span);
        let asked: Vec<_> = spans
            .iter()
            .filter(|(_, span)| in_term(*span))
            .map(|(column, _)| column.part)
            .collect();
        spans.retain(|(column, span)| in_term(*span) || !asked.contains(&column.part));
        Header { columns, spans }
    }

    /// Whether columns without years are these once more.
    pub(super) fn has(&self, columns: &[PeriodColumn]) -> bool {
        let same = |(one, other): (&PeriodColumn, &PeriodColumn)| {
            one.column == other.column && one.part == other.part && other.year.is_none()
        };
        self.columns.len() == columns.len() && self.columns.iter().zip(columns).all(same)
    }

    /// The days of the columns in a row that names its own year.
    pub(super) fn in_year(&self, year: i32) -> Vec<(PeriodColumn, DateSpan)> {
        let days = self
            .columns
            .iter()
            .filter_map(|column| Some((*column, column.span(Some(year))?)));
        days.collect()
    }
}

/// Refuses to choose between equivalent columns: their time is open.
fn refuse(task: &SheetTask<'_>, ambiguity: Ambiguity, result: &mut MappingResult) {
    result.damaged = true;
    let choices = ambiguity.choices.join("», «");
    let kind = FindingKind::AmbiguousColumns {
        heading: ambiguity.heading,
        choices: Some(choices).filter(|choices| !choices.is_empty()),
    };
    result.findings.push(task.finding(kind, ambiguity.at));
}

/// The year of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowYear {
    /// The sheet's.
    Sheet,
    /// Named by its label.
    Own(i32),
    /// Outside the term, beside rows of years inside it.
    Other,
}

/// The years that rows have as their labels: a row a year.
pub(super) struct RowYears {
    own: BTreeMap<usize, i32>,
    /// Whether some row has nothing but a year as its label.
    bare: bool,
    /// Whether other years are there to compare with.
    compared: bool,
    term: DateSpan,
}

impl RowYears {
    /// The years of a table whose first month is in this column.
    pub(super) fn of(task: &SheetTask<'_>, rows: &TableRows<'_>, first: usize) -> RowYears {
        let data = |kind: &RowKind| matches!(kind, RowKind::Data { .. } | RowKind::LeftOut);
        let own: BTreeMap<usize, i32> = rows
            .kinds
            .iter()
            .filter(|(_, kind)| data(kind))
            .filter_map(|(row, _)| {
                let mut labels = (0..first).map(|column| task.filled.cell(*row, column));
                Some((*row, labels.find_map(value::bare_year)?))
            })
            .collect();
        let labels = |row: usize| {
            let labels = (0..first).map(move |column| task.sheet.cell(row, column));
            labels.filter(|label| **label != Cell::Empty).count()
        };
        let bare = own.keys().any(|row| labels(*row) == 1);
        let term = task.agreement.term;
        // Of an indicator every year is one of its values.
        let is_measured = matches!(task.mapping.gives, Gives::Indicator(_));
        let compared = !is_measured && own.values().any(|year| in_term(*year, term));
        RowYears {
            own,
            bare,
            compared,
            term,
        }
    }

    /// Whether every row of figures names its year.
    pub(super) fn are_all(&self, rows: &TableRows<'_>) -> bool {
        let data = |kind: &RowKind| matches!(kind, RowKind::Data { .. });
        let mut figures = rows.kinds.iter().filter(|(_, kind)| data(kind));
        !self.own.is_empty() && figures.all(|(row, _)| self.own.contains_key(row))
    }

    /// Whether a row without a year stands among rows that each have one: it may sum them, or be a part of one.
    pub(super) fn is_beside(&self, row: usize) -> bool {
        self.bare && !self.own.contains_key(&row)
    }

    pub(super) fn at(&self, row: usize) -> RowYear {
        match self.own.get(&row) {
            None => RowYear::Sheet,
            Some(year) if self.compared && !in_term(*year, self.term) => RowYear::Other,
            Some(year) => RowYear::Own(*year),
        }
    }
}

/// Warns of a row among rows of a year each, by its label.
pub(super) fn warn_of_row_beside_years(
    rows: &TableRows<'_>,
    row: usize,
    first: usize,
    result: &mut MappingResult,
) {
    let mut labels = (0..first).map(|column| (column, rows.task.sheet.cell(row, column)));
    let (column, text) = labels
        .find(|(_, cell)| **cell != Cell::Empty)
        .map_or((0, String::new()), |(column, cell)| {
            (column, value::text(cell))
        });
    let kind = FindingKind::PerhapsPart { text };
    result.findings.push(rows.task.finding(kind, (row, column)));
}

fn in_term(year: i32, term: DateSpan) -> bool {
    DateSpan::year(year).is_some_and(|year| year.overlaps(term))
}

/// Tells which months of a header were read from a name that is almost theirs.
pub(super) fn tell_misspelt(
    task: &SheetTask<'_>,
    row: usize,
    columns: &[PeriodColumn],
    result: &mut MappingResult,
) {
    for (column, month) in columns.iter().filter_map(|one| match one.part {
        YearPart::Month(month) => Some((one.column, month)),
        _ => None,
    }) {
        let Cell::Text(found) = task.sheet.cell(row, column) else {
            continue;
        };
        let known = value::part_heading(found).is_some()
            || value::qualified_part_heading(found).is_some()
            || value::day_heading(found).is_some();
        if !known && value::is_almost_month(found, month) {
            let kind = FindingKind::NearHeading {
                heading: value::name_of_month(month).to_owned(),
                found: found.clone(),
            };
            result.findings.push(task.finding(kind, (row, column)));
        }
    }
}
