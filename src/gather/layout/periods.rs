//! Columns that are months, weeks or quarters: the header row of a sheet that has time across.

use crate::gather::cell::{Cell, Sheet};
use crate::gather::heading;
use crate::gather::value::{self, YearPart};
use crate::model::span::DateSpan;
use chrono::Datelike;
use std::collections::BTreeSet;

/// How far down the row is looked for.
const HEADER_ROWS: usize = 40;

/// Of columns that are numbered and nothing more, so many in order are months or weeks.
const NUMBERED: usize = 4;

/// A column that is a part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodColumn {
    /// The column, from 0.
    pub column: usize,
    /// Which part of the year.
    pub part: YearPart,
    /// The year that it names itself, or that stands over it.
    pub year: Option<i32>,
}

impl PeriodColumn {
    /// Its days, in the sheet's year where it names none.
    pub fn span(self, sheet_year: Option<i32>) -> Option<DateSpan> {
        self.part.of(self.year.or(sheet_year)?)
    }

    /// Whether it is headed in words, or by its first day: another date may be a value.
    pub fn is_headed(self, sheet: &Sheet, row: usize) -> bool {
        match sheet.cell(row, self.column) {
            Cell::Date { day, .. } => day.is_some_and(|day| day.day() == 1),
            _ => true,
        }
    }
}

/// The row with most such columns.
pub fn row(sheet: &Sheet) -> Option<(usize, Vec<PeriodColumn>)> {
    let rows = (0..sheet.rows.len().min(HEADER_ROWS)).map(|row| (row, columns(sheet, row, 0)));
    // A table has at least two; one alone is a title.
    let rows = rows.filter(|(_, found)| found.len() >= 2);
    rows.reduce(|best, next| {
        if next.1.len() > best.1.len() {
            next
        } else {
            best
        }
    })
}

/// The parts of the year that a header row has, of one sort: months with quarters between them are months and their sums. A
/// year may stand over them, from row `top` down.
pub fn columns(sheet: &Sheet, row: usize, top: usize) -> Vec<PeriodColumn> {
    let named = named(sheet, row);
    let found = if named.is_empty() {
        numbered(sheet, row)
    } else {
        named
    };
    let of_sort =
        |sort: fn(YearPart) -> bool| found.iter().filter(|(_, part, _)| sort(*part)).count();
    let sorts: [fn(YearPart) -> bool; 3] = [
        |part| matches!(part, YearPart::Month(_)),
        |part| matches!(part, YearPart::Week(_)),
        |part| matches!(part, YearPart::Quarter(_)),
    ];
    let Some(sort) = sorts
        .into_iter()
        .find(|sort| of_sort(*sort) >= 2)
        .or(sorts.into_iter().find(|sort| of_sort(*sort) > 0))
    else {
        return Vec::new();
    };
    let column = |(column, part, year): (usize, YearPart, Option<i32>)| {
        let above = || {
            (top..row)
                .rev()
                .find_map(|above| value::year_in(&heading::group(sheet, above, column)))
        };
        PeriodColumn {
            column,
            part,
            year: year.or_else(above),
        }
    };
    found
        .into_iter()
        .filter(|(_, part, _)| sort(*part))
        .map(column)
        .collect()
}

/// Whether a header of months names their years itself.
pub fn names_years(sheet: &Sheet, row: usize) -> bool {
    columns(sheet, row, row)
        .iter()
        .any(|month| month.year.is_some())
}

/// Whether a row below a table's header heads months, weeks or quarters once more: as many as make a table, each in words or as
/// its first day.
pub fn is_header(sheet: &Sheet, row: usize) -> bool {
    // A row of numbers may hold a few that the spreadsheet made dates of.
    let numbers = |cell: &Cell| matches!(cell, Cell::Number(_)) && value::year(cell).is_none();
    if sheet.rows.get(row).into_iter().flatten().any(numbers) {
        return false;
    }
    let found = columns(sheet, row, row);
    let different = found
        .iter()
        .map(|period| (period.year, period.part))
        .collect::<BTreeSet<_>>()
        .len();
    different >= 2
        && different == found.len()
        && found.iter().all(|period| period.is_headed(sheet, row))
}

/// Whether those that name no year can all be of one: none is there twice, and they do not go on past a new year (v 51, v 52,
/// v 1, v 2). In whatever other order they stand, they are parts of the same year.
pub fn is_one_year(columns: &[PeriodColumn]) -> bool {
    let yearless = columns
        .iter()
        .filter(|period| period.year.is_none())
        .map(|period| period.part);
    let parts: Vec<YearPart> = yearless.collect();
    let turns = parts.windows(2).filter(|pair| pair[1] < pair[0]).count();
    let goes_past = turns == 1 && parts.last() < parts.first();
    parts.iter().collect::<BTreeSet<_>>().len() == parts.len() && !goes_past
}

type PeriodCell = (usize, YearPart, Option<i32>);

fn named(sheet: &Sheet, row: usize) -> Vec<PeriodCell> {
    let part = |(column, cell): (usize, &Cell)| {
        let (part, year) = match cell {
            Cell::Text(text) => value::part_heading(text)?,
            Cell::Date { day: Some(day), .. } => (YearPart::Month(day.month()), Some(day.year())),
            _ => return None,
        };
        Some((column, part, year))
    };
    sheet
        .rows
        .get(row)
        .into_iter()
        .flatten()
        .enumerate()
        .filter_map(part)
        .collect()
}

/// Columns that are only numbered, 1, 2, 3 …, where a word beside or above them says what they are the numbers of.
fn numbered(sheet: &Sheet, row: usize) -> Vec<PeriodCell> {
    let cells = sheet.rows.get(row).map(Vec::as_slice).unwrap_or_default();
    let number = |cell: &Cell| match cell {
        Cell::Number(number) if number.fract() == 0.0 && (1.0..=53.0).contains(number) => {
            Some(*number as u32)
        }
        _ => None,
    };
    let run: Vec<(usize, u32)> = cells
        .iter()
        .enumerate()
        .filter_map(|(column, cell)| Some((column, number(cell)?)))
        .collect();
    let (Some((first, _)), Some((last, highest))) = (run.first().copied(), run.last().copied())
    else {
        return Vec::new();
    };
    let goes_on = run
        .windows(2)
        .all(|pair| matches!(pair, [(at, one), (next_at, next)] if at + 1 == *next_at && one + 1 == *next));
    if run.len() < NUMBERED || !goes_on {
        return Vec::new();
    }
    let beside = cells.iter().take(first);
    let above = row.checked_sub(1).and_then(|above| sheet.rows.get(above));
    let above = above
        .into_iter()
        .flat_map(|cells| cells.iter().take(last + 1));
    let part: fn(u32) -> YearPart = match beside.chain(above).find_map(numbered_unit) {
        Some(NumberedUnit::Weeks) => YearPart::Week,
        Some(NumberedUnit::Months) if highest <= 12 => YearPart::Month,
        _ => return Vec::new(),
    };
    run.into_iter()
        .map(|(column, number)| (column, part(number), None))
        .collect()
}

enum NumberedUnit {
    Weeks,
    Months,
}

/// What a label says that the numbers beside or below it are.
fn numbered_unit(cell: &Cell) -> Option<NumberedUnit> {
    let Cell::Text(text) = cell else { return None };
    let plain = value::plain(text);
    let mut words = plain
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty());
    words.find_map(|word| match word {
        "v" if plain.len() <= 2 => Some(NumberedUnit::Weeks),
        "vecka" | "veckor" | "veckonr" | "veckonummer" | "week" | "weeks" => {
            Some(NumberedUnit::Weeks)
        }
        "månad" | "månader" | "mån" | "month" | "months" => Some(NumberedUnit::Months),
        _ => None,
    })
}
