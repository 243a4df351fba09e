//! Which rows are read: the conditions of `where`.

use chrono::Datelike;

use super::cells::{Cells, MappedCell};
use super::result::MappingResult;
use super::task::SheetTask;
use crate::gather::cell::Cell;
use crate::gather::value;
use crate::model::activity::Field;
use crate::model::agreement::{RowCondition, RowFilter, Test, between};
use crate::model::finding::FindingKind;
use crate::model::quantity::Truth;
use crate::model::span::DateSpan;
use crate::text::{is_near, is_one_of, same_words};

/// Whether a row meets every condition of the mapping.
pub(crate) fn fits(task: &SheetTask<'_>, cells: &Cells<'_>, year: Option<i32>) -> Truth {
    let all = |table: &[RowFilter]| {
        let answers = table.iter().map(|filter| holds(task, filter, cells, year));
        answers.fold(Truth::Yes, Truth::and)
    };
    let conditions = task.mapping.only_rows.iter();
    conditions
        .map(|condition| match condition {
            RowCondition::Cell(filter) => holds(task, filter, cells, year),
            RowCondition::Any(tables) => {
                let answers = tables.iter().map(|table| all(table));
                answers.fold(Truth::No, Truth::or)
            }
            RowCondition::Not(table) => !all(table),
        })
        .fold(Truth::Yes, Truth::and)
}

fn holds(task: &SheetTask<'_>, filter: &RowFilter, cells: &Cells<'_>, year: Option<i32>) -> Truth {
    let cell = cells
        .at(&filter.column)
        .map_or(&Cell::Empty, |mapped| mapped.cell);
    let field = value::field(cell, year);
    match &filter.test {
        Test::Marked(_) if field.unsure || cells.is_unknown_mark(&filter.column) => Truth::Unknown,
        Test::Marked(asked) => (field.marked == *asked).into(),
        Test::AnyOf(words) if words.iter().any(|word| says(&field, word)) => Truth::Yes,
        Test::AnyOf(words) if words.iter().any(|word| is_near(&field.text, word)) => Truth::Unknown,
        Test::AnyOf(_) => Truth::No,
        Test::AllOf(words) => words.iter().all(|word| says(&field, word)).into(),
        Test::AtLeast(amount) => field
            .number
            .map_or(Truth::No, |number| number.reaches(*amount)),
        Test::AtMost(amount) => field
            .number
            .map_or(Truth::No, |number| number.stays_within(*amount)),
        Test::InPlaces(list) => match task.agreement.places.get(list) {
            Some(places) if !places.is_empty() => {
                let known = |word: &str| places.iter().any(|place| is_one_of(word, place.names()));
                (known(&field.text) || field.words.iter().any(|word| known(word))).into()
            }
            // A list read from a register is not known yet.
            _ => Truth::Unknown,
        },
        Test::InCalendar(list) => {
            let entries = task
                .agreement
                .calendar
                .get(list)
                .map(Vec::as_slice)
                .unwrap_or_default();
            field.date.map_or(Truth::No, |date| {
                in_spans(date, entries.iter().map(|entry| entry.span))
            })
        }
        Test::OnWeekday(days) => match field.date {
            Some(date) if date.is_exact() => days.contains(&date.from.weekday()).into(),
            Some(_) => Truth::Unknown,
            None => Truth::No,
        },
        Test::Between(from, until) => match field.time {
            Some(times) => between(times, (*from, *until)),
            None => Truth::No,
        },
        // What joins others is asked of them, and what asks other rows is told when the agreement is read.
        Test::NamedBy(_) | Test::Any(_) | Test::Not(_) => Truth::Unknown,
    }
}

/// Tells, once a word, of a word of a row that is almost one that a condition of the mapping asks for.
pub(super) fn tell_near(task: &SheetTask<'_>, cells: &Cells<'_>, result: &mut MappingResult) {
    for filter in task.mapping.filters() {
        let (Test::AnyOf(words), Some(mapped)) = (&filter.test, cells.at(&filter.column)) else {
            continue;
        };
        let field = value::field(mapped.cell, None);
        if !words.iter().any(|word| says(&field, word)) {
            let nearest = words.iter().find(|word| is_near(&field.text, word));
            tell_word(task, mapped, nearest.map(String::as_str), result);
        }
    }
}

/// Tells of a cell's word that is almost another, once a sheet.
pub(super) fn tell_word(
    task: &SheetTask<'_>,
    mapped: MappedCell<'_>,
    nearest: Option<&str>,
    result: &mut MappingResult,
) {
    let Some(nearest) = nearest else { return };
    let kind = FindingKind::NearWord {
        word: value::text(mapped.cell),
        nearest: nearest.to_owned(),
    };
    if result.findings.iter().all(|finding| finding.kind != kind) {
        result.findings.push(task.finding(kind, mapped.at));
    }
}

/// Whether a cell holds a word, alone or in a list.
pub(crate) fn says(field: &Field, word: &str) -> bool {
    same_words(&field.text, word) || field.words.iter().any(|other| same_words(other, word))
}

fn in_spans(date: DateSpan, spans: impl Iterator<Item = DateSpan>) -> Truth {
    spans.fold(Truth::No, |known, span| {
        let here = if date.within(span) {
            Truth::Yes
        } else if date.overlaps(span) {
            Truth::Unknown
        } else {
            Truth::No
        };
        known.or(here)
    })
}
