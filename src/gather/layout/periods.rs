//! Columns that are months, weeks or quarters: the header row of a sheet with time across.

use super::misspelt;
use crate::gather::cell::{Cell, Sheet};
use crate::gather::heading;
use crate::gather::value::{self, Parsed, YearPart};
use crate::model::span::DateSpan;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// How many rows from the top are searched for it.
const HEADER_ROWS: usize = 40;

/// With this many columns that are only numbered, in order, they are months or weeks.
const NUMBERED: usize = 4;

/// A column that is a part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PeriodColumn {
    /// From 0.
    pub(crate) column: usize,
    pub part: YearPart,
    /// The year in its heading, or above it.
    pub year: Option<i32>,
}

impl PeriodColumn {
    /// Its days, in the sheet's year where it names none.
    pub(crate) fn span(self, sheet_year: Option<i32>) -> Option<DateSpan> {
        self.part.of(self.year.or(sheet_year)?)
    }

    /// Whether its heading is words, or its first day: another date may be a value.
    pub(crate) fn is_headed(self, sheet: &Sheet, row: usize) -> bool {
        match sheet.cell(row, self.column) {
            Cell::Date { day, .. } => day.is_some_and(|day| day.day() == 1),
            _ => true,
        }
    }
}

/// The row with most such columns; days only where there are no others, since they may be values.
pub(crate) fn row(sheet: &Sheet) -> Option<(usize, Vec<PeriodColumn>)> {
    let rows = (0..sheet.rows.len().min(HEADER_ROWS)).map(|row| (row, columns(sheet, row, 0)));
    // A table has at least two; one alone is a title.
    let rows = rows.filter(|(_, found)| found.len() >= 2);
    let worth = |found: &[PeriodColumn]| {
        let days = found
            .iter()
            .any(|period| matches!(period.part, YearPart::Day(..)));
        (!days, found.len())
    };
    rows.reduce(|best, next| {
        if worth(&next.1) > worth(&best.1) {
            next
        } else {
            best
        }
    })
}

/// The parts of the year in a header row, of one sort: months with quarters between them are months and their sums. A
/// year may be above them, from row `top` down.
pub(crate) fn columns(sheet: &Sheet, row: usize, top: usize) -> Vec<PeriodColumn> {
    let named = named(sheet, row);
    let found = if named.is_empty() {
        numbered(sheet, row)
    } else {
        named
    };
    let of_sort =
        |sort: fn(YearPart) -> bool| found.iter().filter(|(_, part, _)| sort(*part)).count();
    let sorts: [fn(YearPart) -> bool; 4] = [
        |part| matches!(part, YearPart::Month(_)),
        |part| matches!(part, YearPart::Week(_)),
        |part| matches!(part, YearPart::Quarter(_)),
        |part| matches!(part, YearPart::Day(..)),
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
    let found: Vec<PeriodColumn> = found
        .into_iter()
        .filter(|(_, part, _)| sort(*part))
        .map(column)
        .collect();
    with_sub_headings(sheet, row, found)
}

/// The columns of every heading that spans several: those merged under it, or those with sub-headings of their own.
fn with_sub_headings(sheet: &Sheet, row: usize, found: Vec<PeriodColumn>) -> Vec<PeriodColumn> {
    let below = sub_heading_of(sheet, row, &found);
    let mut all = Vec::new();
    for period in found {
        for column in period.column..=extent(sheet, row, period.column, below) {
            let own = below.and_then(|below| value::bare_year(sheet.cell(below, column)));
            all.push(PeriodColumn {
                column,
                year: own.or(period.year),
                ..period
            });
        }
    }
    all
}

/// The last column under a heading.
fn extent(sheet: &Sheet, row: usize, column: usize, below: Option<usize>) -> usize {
    let merged = sheet
        .merged
        .iter()
        .find(|(top, left, ..)| (*top, *left) == (row, column));
    if let Some((.., right)) = merged {
        return *right;
    }
    let Some(below) = below else { return column };
    let is_free =
        |at: &usize| *sheet.cell(row, *at) == Cell::Empty && *sheet.cell(below, *at) != Cell::Empty;
    (column + 1..).take_while(is_free).last().unwrap_or(column)
}

/// The row of sub-headings under a row of months: «Mål | Utfall» or years under each.
pub(crate) fn sub_heading_row(sheet: &Sheet, row: usize) -> Option<usize> {
    let named = named(sheet, row);
    let bare = |(column, part, year)| PeriodColumn { column, part, year };
    sub_heading_of(sheet, row, &named.into_iter().map(bare).collect::<Vec<_>>())
}

fn sub_heading_of(sheet: &Sheet, row: usize, found: &[PeriodColumn]) -> Option<usize> {
    let first = found.first().filter(|_| found.len() >= 2)?.column;
    let below = row + 1;
    let cells = sheet.rows.get(below)?;
    let labels = cells.iter().take(first);
    // A label beside them makes it a row of figures; one merged down from the header is none of its own.
    if labels.into_iter().any(|cell| *cell != Cell::Empty) {
        return None;
    }
    let filled: Vec<&Cell> = cells
        .iter()
        .skip(first)
        .filter(|cell| **cell != Cell::Empty)
        .collect();
    let heads = |cell: &&Cell| value::bare_year(cell).is_some() || is_word(cell);
    (filled.len() >= 2 && filled.iter().all(heads)).then_some(below)
}

/// A word that is no number, mark or status.
fn is_word(cell: &Cell) -> bool {
    let Cell::Text(text) = cell else { return false };
    let is_figure = matches!(value::number(cell, true), Parsed::Is(_) | Parsed::Gap)
        || matches!(value::mark(cell), Parsed::Is(_))
        || value::is_planned_or_cancelled(text) && !value::is_planned_heading(text)
        || value::is_nothing_to_report(text);
    text.chars().filter(|letter| letter.is_alphabetic()).count() >= 2 && !is_figure
}

/// Whether a row holds the sub-headings of the row of months above it.
pub(crate) fn is_sub_heading(sheet: &Sheet, row: usize) -> bool {
    row.checked_sub(1)
        .is_some_and(|above| is_header(sheet, above) && sub_heading_row(sheet, above) == Some(row))
}

/// Whether a header of months names their years itself.
pub(crate) fn names_years(sheet: &Sheet, row: usize) -> bool {
    columns(sheet, row, row)
        .iter()
        .any(|month| month.year.is_some())
}

/// Whether a row below a table's header is another header of months, weeks or quarters: enough to make a table, each
/// in words or as its first day.
pub(crate) fn is_header(sheet: &Sheet, row: usize) -> bool {
    // A row of numbers may hold a few that the spreadsheet converted to dates.
    let numbers = |cell: &Cell| matches!(cell, Cell::Number(_)) && value::year(cell).is_none();
    if sheet.rows.get(row).into_iter().flatten().any(numbers) {
        return false;
    }
    let found = columns(sheet, row, row);
    let first_of_each = |period: &&PeriodColumn| *sheet.cell(row, period.column) != Cell::Empty;
    let found: Vec<&PeriodColumn> = found.iter().filter(first_of_each).collect();
    let different = found
        .iter()
        .map(|period| (period.year, period.part))
        .collect::<BTreeSet<_>>()
        .len();
    different >= 2
        && different == found.len()
        && found.iter().all(|period| period.is_headed(sheet, row))
}

/// Whether the columns without a year can all be in one: none is repeated, and they do not go past a new year (v 51,
/// v 52, v 1, v 2). In any other order they are parts of the same year.
pub(crate) fn is_one_year(columns: &[PeriodColumn]) -> bool {
    let yearless = columns
        .iter()
        .filter(|period| period.year.is_none())
        .map(|period| period.part);
    let parts: Vec<YearPart> = yearless.collect();
    let turns = parts.windows(2).filter(|pair| pair[1] < pair[0]).count();
    let goes_past = turns == 1 && parts.last() < parts.first();
    parts.iter().collect::<BTreeSet<_>>().len() == parts.len() && !goes_past
}

/// A column, its part of a year, and the year it names.
type PeriodCell = (usize, YearPart, Option<i32>);

fn named(sheet: &Sheet, row: usize) -> Vec<PeriodCell> {
    let cells = || sheet.rows.get(row).into_iter().flatten().enumerate();
    // As a text file holds them: «2025-01-01».
    let day_in_words = |text: &str| match value::day_heading(text)? {
        (YearPart::Day(month, day), Some(year)) => NaiveDate::from_ymd_opt(year, month, day),
        _ => None,
    };
    let days: Vec<NaiveDate> = cells()
        .filter_map(|(_, cell)| match cell {
            Cell::Date { day, .. } => *day,
            Cell::Text(text) => day_in_words(text),
            _ => None,
        })
        .collect();
    let are_days = are_days(&days);
    let in_figures = in_figures(sheet.rows.get(row).map(Vec::as_slice).unwrap_or_default());
    let month = |text: &str| {
        let (year, month) = value::year_month(text).filter(|_| in_figures)?;
        Some((YearPart::Month(month), Some(year)))
    };
    let part = |(column, cell): (usize, &Cell)| {
        let (part, year) = match cell {
            Cell::Text(text) => value::part_heading(text)
                .or_else(|| match day_in_words(text).filter(|_| !are_days) {
                    Some(day) => Some((YearPart::Month(day.month()), Some(day.year()))),
                    None => value::day_heading(text),
                })
                .or_else(|| month(text))
                .or_else(|| value::qualified_part_heading(text))?,
            Cell::Date { day: Some(day), .. } if are_days => {
                (YearPart::Day(day.month(), day.day()), Some(day.year()))
            }
            Cell::Date { day: Some(day), .. } => (YearPart::Month(day.month()), Some(day.year())),
            _ => return None,
        };
        Some((column, part, year))
    };
    let found: Vec<PeriodCell> = cells().filter_map(part).collect();
    let row = sheet.rows.get(row).map(Vec::as_slice).unwrap_or_default();
    let misspelt = misspelt::months(row, &found);
    if misspelt.is_empty() {
        return found;
    }
    let mut all = [found, misspelt].concat();
    all.sort_by_key(|(column, ..)| *column);
    all
}

/// Headings of months in figures: «2025-01». School years are written like that too, but each begins another year.
fn in_figures(cells: &[Cell]) -> bool {
    let years = cells.iter().filter_map(|cell| match cell {
        Cell::Text(text) => value::year_month(text).map(|(year, _)| year),
        _ => None,
    });
    let years: Vec<i32> = years.collect();
    years.windows(2).any(|pair| pair[0] == pair[1])
}

/// Whether dates in a header are days: two are in one month, or they are on different days of their months, first and
/// last days aside.
fn are_days(days: &[NaiveDate]) -> bool {
    let months: BTreeSet<(i32, u32)> = days.iter().map(|day| (day.year(), day.month())).collect();
    let is_last = |day: &NaiveDate| day.succ_opt().is_some_and(|next| next.day() == 1);
    let alike = days.windows(2).all(|pair| pair[0].day() == pair[1].day());
    months.len() < days.len() || !(alike || days.iter().all(is_last))
}

/// Columns that are only numbered, 1, 2, 3 …, where a word beside or above them says what the numbers are.
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
    let month =
        || month_above(sheet, row).filter(|_| run.first().is_some_and(|first| first.1 == 1));
    let part: Box<dyn Fn(u32) -> YearPart> = match beside.chain(above).find_map(numbered_unit) {
        Some(NumberedUnit::Weeks) => Box::new(YearPart::Week),
        Some(NumberedUnit::Months) if highest <= 12 => Box::new(YearPart::Month),
        // 1, 2, 3 … 31 on the sheet of a month are its days.
        _ if (28..=31).contains(&highest) => match month() {
            Some(month) => Box::new(move |day| YearPart::Day(month, day)),
            None => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    run.iter()
        .map(|(column, number)| (*column, part(*number), None))
        .collect()
}

/// The month that a sheet is called after, or that the rows above one name.
fn month_above(sheet: &Sheet, row: usize) -> Option<u32> {
    let titles = sheet.rows.get(..row)?.iter().flatten();
    let mut named = titles.filter_map(|cell| match cell {
        Cell::Text(text) => value::month_in(text),
        Cell::Date { day: Some(day), .. } => Some(day.month()),
        _ => None,
    });
    value::month_in(&sheet.name).or_else(|| named.next())
}

enum NumberedUnit {
    Weeks,
    Months,
}

/// The unit that a label gives the numbers beside or below it.
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
