//! Clean workbooks of every shape and format, whose truth is known, and their agreement.

use std::fmt;

use chrono::{Days, NaiveDate};
use lofte::model::span::DateSpan;

use super::book::{Book, Format, Role, Sheet, Value, text};
use super::draw::Draw;

/// What the rows of a workbook are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A row an occasion.
    Occasions,
    /// A row an occasion with a number.
    Counts,
    /// A row a month and place.
    Months,
    /// A row a week.
    Weeks,
    /// A row a kind, the months as columns.
    Wide,
    /// A sheet an occasion.
    Forms,
    /// A row a request with its answer.
    Requests,
    /// A row a step.
    Steps,
}

/// Workbooks, what was done of them, and how they are to be read.
#[derive(Clone, Debug)]
pub(super) struct Scene {
    pub(super) shape: Shape,
    pub(super) books: Vec<Book>,
    pub(super) when: usize,
    pub(super) place: Option<usize>,
    pub(super) count: Option<usize>,
    /// How a month is written in rows.
    pub(super) style: usize,
    /// `files` of the source.
    pub(super) pattern: &'static str,
    /// `name` of the sheet mapping.
    pub(super) named: Option<&'static str>,
    /// Further lines of the sheet mapping.
    pub(super) mapping: String,
    /// Further fields of the sheet mapping.
    pub(super) fields: &'static str,
    /// Further lines of each target.
    pub(super) target: String,
    /// The habits put into it.
    pub(super) habits: Vec<String>,
    /// The heading over its numbers, where it is another than «Antal».
    pub(super) heading_of_count: Option<&'static str>,
    /// The first year of the agreement, which ends with 2025.
    pub(super) first_year: i32,
}

pub(super) const PLACES: [&str; 10] = [
    "Torget",
    "Skolan",
    "Centrum",
    "Stationen",
    "Biblioteket",
    "Ishallen",
    "Hamnen",
    "Parken",
    "Badplatsen",
    "Näsbyn",
];
pub(super) use crate::setup::words::MONTHS;

/// Headings over the day on which something was done.
pub(super) const COMPLETED: [&str; 4] = [
    "Genomfördes den",
    "Genomförd (datum)",
    "Utfört den",
    "Genomförandedatum",
];

pub(super) fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, month, day).expect("a day")
}

/// A day by its number in the year, from 0.
pub(super) fn nth_day(days: usize) -> NaiveDate {
    day(1, 1) + Days::new(days as u64)
}

impl Scene {
    /// The first sheet of the first workbook.
    pub(super) fn sheet(&self) -> &Sheet {
        &self.books[0].sheets[0]
    }

    pub(super) fn sheet_mut(&mut self) -> &mut Sheet {
        &mut self.books[0].sheets[0]
    }

    pub(super) fn format(&self) -> Format {
        self.books[0].format
    }

    /// Whether it is a log of occasions, weeks or months.
    pub(super) fn is_log(&self) -> bool {
        matches!(
            self.shape,
            Shape::Occasions | Shape::Counts | Shape::Months | Shape::Weeks
        )
    }

    /// A row that no habit has changed, which is the caller's from now on; none where there is no other.
    pub(super) fn take(&mut self, draw: &mut Draw) -> Option<usize> {
        let free: Vec<usize> = self.sheet().data();
        let free: Vec<usize> = free
            .into_iter()
            .filter(|row| {
                !self.sheet().rows[*row].taken && !self.sheet().rows[*row].done.is_empty()
            })
            .collect();
        let row = *free.get(draw.below(free.len()))?;
        self.sheet_mut().rows[row].taken = true;
        Some(row)
    }

    /// A further column at the right, which no mapping names.
    pub(super) fn column(&mut self, heading: &str) -> usize {
        let sheet = self.sheet_mut();
        let header = sheet.header();
        let known = sheet.rows[header]
            .cells
            .iter()
            .position(|cell| cell.value == text(heading));
        known.unwrap_or_else(|| {
            let at = sheet.rows[header].cells.len();
            sheet.rows[header].put(at, text(heading));
            at
        })
    }

    /// Marks the rows that later habits have added as the others are, so that they count.
    pub(super) fn mark_all(&mut self) {
        for sheet in self.books.iter_mut().flat_map(|book| &mut book.sheets) {
            let Some(header) = sheet.rows.iter().position(|row| row.role == Role::Header) else {
                continue;
            };
            let plain = |cell: &super::book::Cell| {
                cell.value
                    .to_string()
                    .trim()
                    .trim_end_matches(':')
                    .to_lowercase()
            };
            let headings: Vec<String> = sheet.rows[header].cells.iter().map(plain).collect();
            for row in sheet.data() {
                let row = &mut sheet.rows[row];
                if std::mem::replace(&mut row.marked, true) {
                    continue;
                }
                for (column, heading) in headings.iter().enumerate() {
                    let blank = row
                        .cells
                        .get(column)
                        .is_none_or(|cell| cell.value == Value::Empty);
                    let mark = ["enligt mall", "polis", "kommun"];
                    let status = ["status", "läge", "utfört"];
                    let completed = COMPLETED
                        .iter()
                        .any(|known| known.to_lowercase() == *heading);
                    let day = row.done.first().map(|(day, _)| *day);
                    // Beside the table stand rows that nobody marks again.
                    let is_first =
                        headings.iter().position(|other| other == heading) == Some(column);
                    if let (true, true, true, Some(day)) = (blank, completed, is_first, day) {
                        row.put(column, Value::Day(day));
                    }
                    if blank && !row.done.is_empty() && mark.contains(&heading.as_str()) {
                        row.put(column, text("x"));
                    } else if blank && !row.done.is_empty() && status.contains(&heading.as_str()) {
                        row.put(column, text("Genomförd"));
                    }
                }
            }
        }
    }

    /// How much was done in a span.
    pub(super) fn truth(&self, span: DateSpan) -> u64 {
        let rows = self
            .books
            .iter()
            .flat_map(|book| &book.sheets)
            .flat_map(|sheet| &sheet.rows);
        let all = rows.flat_map(|row| &row.done);
        let inside = |day: &NaiveDate| self.shape == Shape::Steps || span.contains(*day);
        all.filter(|(day, _)| inside(day))
            .map(|(_, done)| done)
            .sum()
    }
}

impl fmt::Display for Scene {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:?}: {}", self.shape, self.habits.join(" + "))?;
        self.books.iter().try_for_each(|book| write!(f, "{book}"))
    }
}
