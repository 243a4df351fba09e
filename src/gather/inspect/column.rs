//! A column as a person sees it: its heading, what its cells hold, some of them.

use std::collections::BTreeMap;

use crate::gather::cell::{Cell, Sheet};
use crate::gather::heading::Heading;
use crate::gather::value::{self, Parsed};
use crate::model::agreement::Column;

/// How many different cells are kept of a column.
const KEPT: usize = 24;

/// What cells hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CellKind {
    /// Nothing.
    Empty,
    /// Days.
    Date,
    /// Calendar weeks.
    Week,
    Month,
    /// Numbers.
    Count,
    /// Times of day.
    Time,
    /// Yes and no.
    Mark,
    /// Words.
    Text,
}

/// A column below a header.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnProfile {
    /// Its place from 0.
    pub(crate) at: usize,
    /// Its heading, its blanks single blanks, and the group above it.
    pub(crate) heading: Column,
    /// What most of its cells hold.
    pub kind: CellKind,
    /// Different cells of it, from the top.
    pub(crate) values: Vec<String>,
    /// How many of its cells hold something.
    pub filled: usize,
}

/// The columns with a heading below the header rows `first..=last`, by their first `rows` rows.
pub(super) fn columns(sheet: &Sheet, first: usize, last: usize, rows: usize) -> Vec<ColumnProfile> {
    let width = (first..=last)
        .filter_map(|row| sheet.rows.get(row))
        .map(Vec::len)
        .max()
        .unwrap_or(0);
    let headings: Vec<(usize, Heading)> = (0..width)
        .map(|column| (column, Heading::read(sheet, first, last, column)))
        .collect();
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, heading) in &headings {
        *times.entry(&heading.own).or_default() += 1;
    }
    let repeats = |own: &str| times.get(own).is_some_and(|times| *times > 1);
    let named = headings
        .iter()
        .filter(|(_, heading)| !heading.own.is_empty());
    named
        .map(|(at, heading)| {
            let under = heading
                .groups
                .last()
                .filter(|_| repeats(&heading.own))
                .map(|group| single_blanks(group));
            let cells = || rows_below(sheet, last, rows).map(|row| sheet.cell(row, *at));
            let heading = Column {
                heading: single_blanks(&heading.own),
                under,
            };
            let filled = cells().filter(|cell| **cell != Cell::Empty).count();
            ColumnProfile {
                at: *at,
                heading,
                kind: kind(cells()),
                values: values(cells()),
                filled,
            }
        })
        .collect()
}

/// The first rows below a header, but for sums.
fn rows_below(sheet: &Sheet, last: usize, rows: usize) -> impl Iterator<Item = usize> + '_ {
    (last + 1..sheet.rows.len()).take(rows).filter(|row| {
        let first = sheet
            .rows
            .get(*row)
            .and_then(|cells| cells.iter().find(|cell| **cell != Cell::Empty));
        !matches!(first, Some(Cell::Text(text)) if value::is_total_label(text))
    })
}

/// What most of the cells hold, words before anything else where it is even.
pub(super) fn kind<'a>(cells: impl Iterator<Item = &'a Cell>) -> CellKind {
    let mut votes: Vec<(CellKind, usize)> = Vec::new();
    for kind in cells.filter_map(kind_of) {
        match votes.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, times)) => *times += 1,
            None => votes.push((kind, 1)),
        }
    }
    votes
        .into_iter()
        .max_by_key(|(kind, times)| (*times, *kind))
        .map_or(CellKind::Empty, |(kind, _)| kind)
}

/// What a cell holds; `None` for what says nothing of that.
pub(super) fn kind_of(cell: &Cell) -> Option<CellKind> {
    match cell {
        Cell::Empty | Cell::Error(_) | Cell::Uncalculated => None,
        Cell::Date { day: Some(_), .. } => Some(CellKind::Date),
        Cell::Date {
            serial: Some(_),
            time: None,
            ..
        }
        | Cell::Number(_) => Some(CellKind::Count),
        Cell::Date { .. } | Cell::Time(_) => Some(CellKind::Time),
        Cell::Bool(_) => Some(CellKind::Mark),
        Cell::Text(text) => kind_of_text(cell, text),
    }
}

fn kind_of_text(cell: &Cell, text: &str) -> Option<CellKind> {
    match value::mark(cell) {
        Parsed::Is(_) => return Some(CellKind::Mark),
        Parsed::Blank | Parsed::Gap | Parsed::Withheld => return None,
        _ => {}
    }
    if value::month_heading(text).is_some() {
        return Some(CellKind::Month);
    }
    // Any year will do: only the form is asked for.
    if let Parsed::Is(dated) = value::date(cell, Some(2020)) {
        let span = dated.span;
        return Some(if span.is_exact() {
            CellKind::Date
        } else if span.as_month().is_some() {
            CellKind::Month
        } else if span.days() == 7 {
            CellKind::Week
        } else {
            CellKind::Date
        });
    }
    if matches!(value::number(cell, true), Parsed::Is(_)) {
        return Some(CellKind::Count);
    }
    Some(if value::times(cell).is_some() {
        CellKind::Time
    } else {
        CellKind::Text
    })
}

/// Different cells as they are shown, from the top.
pub(super) fn values<'a>(cells: impl Iterator<Item = &'a Cell>) -> Vec<String> {
    let mut values: Vec<String> = Vec::new();
    for text in cells.map(value::text).filter(|text| !text.is_empty()) {
        if values.len() < KEPT && !values.contains(&text) {
            values.push(text);
        }
    }
    values
}

/// The words with single blanks between them, and whole where a line break parted them: «Mötes- datum» is «Mötesdatum».
pub(super) fn single_blanks(text: &str) -> String {
    let mut whole = String::new();
    for word in text.split_whitespace() {
        let joins = ["och", "eller", "samt", "and", "or"].contains(&word);
        match whole
            .strip_suffix('-')
            .filter(|begun| begun.ends_with(char::is_alphabetic))
        {
            Some(begun) if !joins && word.starts_with(char::is_lowercase) => {
                whole = format!("{begun}{word}")
            }
            _ if whole.is_empty() => whole.push_str(word),
            _ => whole = format!("{whole} {word}"),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_made_whole() {
        for (text, expected) in [
            ("Mötes- datum", "Mötesdatum"),
            ("Senast\n uppdaterad", "Senast uppdaterad"),
            ("Barn- och ungdom", "Barn- och ungdom"),
            ("Plats - ort", "Plats - ort"),
        ] {
            assert_eq!(single_blanks(text), expected);
        }
    }

    #[test]
    fn cells_are_known_by_what_they_hold() {
        for (text, expected) in [
            ("2023-01-18", Some(CellKind::Date)),
            ("2/2", Some(CellKind::Date)),
            ("12 mars", Some(CellKind::Date)),
            ("v.39", Some(CellKind::Week)),
            ("Januari 2022", Some(CellKind::Month)),
            ("14:00", Some(CellKind::Time)),
            ("ca 190", Some(CellKind::Count)),
            ("x", Some(CellKind::Mark)),
            ("-", None),
            ("Töre", Some(CellKind::Text)),
        ] {
            assert_eq!(kind_of(&Cell::Text(text.to_owned())), expected, "{text}");
        }
    }
}
