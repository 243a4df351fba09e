//! Which shape a sheet has, and where its header stands.

use super::column::{self, CellKind, ColumnProfile, single_blanks};
use super::synonyms;
use crate::gather::cell::{Cell, Sheet};
use crate::gather::header::is_blank;
use crate::gather::layout::{YearColumns, periods};
use crate::model::agreement::{Column, Layout};

/// How far down a header is looked for.
const HEADER_ROWS: usize = 40;
/// How many rows a header may be stacked of.
const DEEPEST: usize = 3;
/// How many labels with values make a form.
const LABELS: usize = 3;
/// How many columns of months make a sheet of months.
const MONTHS: usize = 3;
/// How many rows tell what the columns of a table hold.
const ROWS: usize = 2000;
/// How many rows tell whether the rows above them are a header.
const FIRST_ROWS: usize = 20;
/// The longest heading; what is longer is a note.
const LONGEST: usize = 60;

/// A sheet as it is understood.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SheetShape {
    /// Its shape; none where no table is known.
    pub layout: Option<Layout>,
    /// The rows of its header from 0, the first and the last.
    pub header: Option<(usize, usize)>,
    /// Its columns; of a form its labels.
    pub columns: Vec<ColumnProfile>,
    /// Of statistics with years as columns the heading of its rows, where no other shape is known.
    pub(crate) statistics_by: Option<String>,
}

/// The shape of a sheet.
pub(super) fn view(sheet: &Sheet) -> SheetShape {
    if let Some(row) = month_row(sheet) {
        let columns = column::columns(sheet, row, row, ROWS);
        return SheetShape {
            layout: Some(Layout::Months),
            header: Some((row, row)),
            columns,
            statistics_by: None,
        };
    }
    let table = header(sheet)
        .map(|(first, last)| ((first, last), column::columns(sheet, first, last, ROWS)));
    let layout = table.as_ref().and_then(|(_, columns)| layout(columns));
    let labels = labels(sheet);
    if is_form(&labels)
        && !(layout == Some(Layout::Log) && has_rows(table.as_ref().map(|(_, columns)| columns)))
    {
        return SheetShape {
            layout: Some(Layout::Form),
            header: None,
            columns: labels,
            statistics_by: None,
        };
    }
    match table {
        Some((header, columns)) => SheetShape {
            layout,
            header: Some(header),
            columns,
            statistics_by: statistics_by(sheet).filter(|_| layout.is_none()),
        },
        None => SheetShape {
            layout: None,
            header: None,
            columns: Vec::new(),
            statistics_by: statistics_by(sheet),
        },
    }
}

/// The heading of the rows of statistics with years as columns; empty if there is none.
fn statistics_by(sheet: &Sheet) -> Option<String> {
    let years = YearColumns::find(sheet)?;
    let cells = sheet.rows.get(years.row)?;
    let heading = cells.iter().find_map(|cell| match cell {
        Cell::Text(text) => Some(single_blanks(text)),
        _ => None,
    });
    Some(heading.unwrap_or_default())
}

/// What a table is, by what its headings mean.
fn layout(columns: &[ColumnProfile]) -> Option<Layout> {
    let has = |field: &str| columns.iter().any(|seen| field_of(seen) == Some(field));
    let dated = ["date", "week", "month", "year"]
        .iter()
        .any(|field| has(field));
    let words = columns
        .iter()
        .any(|seen| matches!(seen.kind, CellKind::Text | CellKind::Empty));
    if has("due") && words && !has("date") {
        Some(Layout::Milestones)
    } else if (has("label") || !dated) && has("status") && words {
        Some(Layout::Statements)
    } else if dated
        || (has("case") && has("answered"))
        || columns
            .iter()
            .any(|seen| seen.kind == CellKind::Date && field_of(seen).is_none())
    {
        Some(Layout::Log)
    } else if has("place") {
        Some(Layout::Register)
    } else {
        None
    }
}

fn field_of(seen: &ColumnProfile) -> Option<&'static str> {
    synonyms::field(&seen.heading.heading, seen.kind)
}

fn has_rows(columns: Option<&Vec<ColumnProfile>>) -> bool {
    let dates = columns
        .into_iter()
        .flatten()
        .filter(|seen| field_of(seen) == Some("date"));
    dates.into_iter().any(|seen| seen.values.len() > 1)
}

/// The rows that look most like a header: words that are known, many different ones, few rows.
fn header(sheet: &Sheet) -> Option<(usize, usize)> {
    let rows = sheet.rows.len().min(HEADER_ROWS);
    let candidates = (0..rows)
        .flat_map(|first| (first..(first + DEEPEST).min(rows)).map(move |last| (first, last)));
    let worth = |(first, last): (usize, usize)| Some((worth(sheet, first, last)?, (first, last)));
    let best = candidates
        .filter_map(worth)
        .reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map(|(_, at)| at)
}

/// How much rows look like a header; `None` if they cannot be one.
fn worth(sheet: &Sheet, first: usize, last: usize) -> Option<usize> {
    let cells = sheet.rows.get(last)?;
    let is_heading = |cell: &Cell| match cell {
        Cell::Empty => true,
        Cell::Text(text) => {
            text.chars().count() <= LONGEST
                && !matches!(
                    column::kind_of(cell),
                    Some(CellKind::Date | CellKind::Month | CellKind::Count)
                )
        }
        _ => false,
    };
    if is_blank(sheet, first) || is_blank(sheet, last) || !cells.iter().all(is_heading) {
        return None;
    }
    let columns = column::columns(sheet, first, last, FIRST_ROWS);
    let mut known: Vec<&str> = columns.iter().filter_map(field_of).collect();
    known.sort_unstable();
    known.dedup();
    let mut different: Vec<&Column> = columns.iter().map(|seen| &seen.heading).collect();
    different.sort();
    different.dedup();
    // A lone word is a title, unless it says what stands below it.
    if different.len() < 2 && known.is_empty() {
        return None;
    }
    (4 * known.len() + 2 * different.len()).checked_sub(3 * (last - first))
}

/// The row of months, weeks or quarters as columns.
fn month_row(sheet: &Sheet) -> Option<usize> {
    let (row, found) = periods::row(sheet)?;
    (found
        .iter()
        .filter(|period| period.is_headed(sheet, row))
        .count()
        >= MONTHS)
        .then_some(row)
}

/// Labels with a value beside them: a row of two cells, or a label with a colon.
fn labels(sheet: &Sheet) -> Vec<ColumnProfile> {
    let mut labels: Vec<ColumnProfile> = Vec::new();
    for cells in sheet.rows.iter().take(2 * HEADER_ROWS) {
        let mut filled = cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| **cell != Cell::Empty);
        let (Some((at, Cell::Text(label))), Some((_, beside))) = (filled.next(), filled.next())
        else {
            continue;
        };
        if filled.next().is_some() && !label.trim_end().ends_with(':') {
            continue;
        }
        let heading = single_blanks(label.trim_end().trim_end_matches(':'));
        let is_word = column::kind_of(&Cell::Text(heading.clone())) == Some(CellKind::Text);
        if !is_word
            || heading.chars().count() > LONGEST
            || labels.iter().any(|seen| seen.heading.heading == heading)
        {
            continue;
        }
        let kind = column::kind(std::iter::once(beside));
        let values = column::values(std::iter::once(beside));
        labels.push(ColumnProfile {
            at,
            heading: Column {
                heading,
                under: None,
            },
            kind,
            values,
            filled: 1,
        });
    }
    labels
}

fn is_form(labels: &[ColumnProfile]) -> bool {
    let dated =
        |seen: &ColumnProfile| seen.kind == CellKind::Date && field_of(seen) == Some("date");
    labels.len() >= LABELS && labels.iter().any(dated)
}
