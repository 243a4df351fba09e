//! The sheets of activities, a row each, and of what counts: what an activity gives to each window.

use chrono::{Datelike, NaiveDate};

use super::super::overview::{short_name, window_name};
use super::cell::TableCell;
use super::counted::Counted;
use super::figures::{ActivityFigures, Figures};
use super::gaps::{GapCells, whole_cells};
use super::look_up::LookUp;
use super::sheet::{Columns, HeadedColumn, Print, SheetTable};
use super::texts::Texts;

/// The sheet of activities.
pub(super) fn table<'a>(figures: &'a Figures<'a>, texts: &'a Texts<'a>) -> SheetTable<'a> {
    let row = move |(index, activity): (usize, &ActivityFigures<'_>)| {
        let (row, facts) = (activity.row, &activity.row.facts);
        let day = |day| match facts.undated {
            true => TableCell::Empty,
            false => TableCell::Day(day),
        };
        let same = |of: fn(NaiveDate) -> u64| {
            let (from, to) = (of(row.date.from), of(row.date.to));
            let one = from == to && !facts.undated;
            if one {
                TableCell::Ordinal(from)
            } else {
                TableCell::Empty
            }
        };
        let pledges: Vec<String> = activity.pledges.iter().map(usize::to_string).collect();
        vec![
            TableCell::ordinal(index + 1),
            day(row.date.from),
            day(row.date.to),
            same(year),
            if row.date.from.year() == row.date.to.year() {
                same(|day| u64::from(day.month()))
            } else {
                TableCell::Empty
            },
            if row.date.days() <= 7 {
                same(|day| u64::from(day.iso_week().week()))
            } else {
                TableCell::Empty
            },
            TableCell::text(texts.edition.partner_name(&facts.partner)),
            TableCell::text(&texts.activity(&facts.activity)),
            TableCell::text(facts.place.as_deref().unwrap_or_default()),
            TableCell::Amount(activity.number.low()),
            texts.high(activity.number),
            TableCell::text(&pledges.join(", ")),
            TableCell::text(&row.origin.workbook),
            TableCell::text(&row.origin.sheet),
            TableCell::text(&row.origin.cell),
        ]
    };
    texts.table(
        "Activities",
        "xlsx-activities",
        vec![
            texts.column("xlsx-activity", 9),
            texts.column("xlsx-from", 12),
            texts.column("xlsx-to", 12),
            texts.column("xlsx-year", 7),
            texts.column("xlsx-month", 8),
            texts.column("xlsx-week", 8),
            texts.column("ui-partner", 22),
            texts.column("xlsx-sort", 24),
            texts.column("xlsx-place", 22),
            texts.column("xlsx-low", 10),
            texts.column("xlsx-high", 10),
            texts.column("xlsx-pledges-counted", 10),
            texts.column("ui-workbook", 40),
            texts.column("ui-sheet", 20),
            texts.column("ui-cell", 9),
        ],
        (
            figures.activities.len(),
            Box::new(figures.activities.iter().enumerate().map(row)),
        ),
        Print::Nothing,
    )
}

fn year(day: NaiveDate) -> u64 {
    u64::try_from(day.year()).unwrap_or_default()
}

/// The sheet of what counts.
pub(super) fn counted_table<'a>(
    figures: &'a Figures<'a>,
    activities: Columns,
    texts: &'a Texts<'a>,
) -> SheetTable<'a> {
    let columns = counted_columns(texts);
    let own = Columns::new(
        COUNTED,
        &texts.wording.text("xlsx-evidence"),
        figures.counted.len(),
        &columns,
    );
    let row = move |(index, one): (usize, &'a Counted<'a>)| {
        counted_row(figures, index, one, &activities, &own, texts)
    };
    texts.table(
        COUNTED,
        "xlsx-evidence",
        columns,
        (
            figures.counted.len(),
            Box::new(figures.counted.iter().enumerate().map(row)),
        ),
        Print::Nothing,
    )
}

const COUNTED: &str = "Counted";

fn counted_columns(texts: &Texts<'_>) -> Vec<HeadedColumn> {
    vec![
        texts.column("xlsx-number", 6),
        texts.column("xlsx-id", 30),
        texts.column("xlsx-window", 14),
        texts.column("xlsx-part", 20),
        texts.column("xlsx-from", 12),
        texts.column("xlsx-to", 12),
        texts.column("ui-partner", 20),
        texts.column("xlsx-sort", 22),
        texts.column("xlsx-place", 20),
        texts.column("ui-cell", 9),
        texts.column("xlsx-low", 10),
        texts.column("xlsx-high", 10),
        texts.column("xlsx-part-low", 10),
        texts.column("xlsx-part-high", 10),
        texts.column("ui-workbook", 40),
        texts.column("ui-sheet", 20),
        texts.column("xlsx-activity", 9),
        texts.column("xlsx-window-row", 9),
        texts.column("xlsx-part-row", 9),
        texts.column("xlsx-least-whole", 10),
        texts.column("xlsx-most-whole", 10),
        texts.column("xlsx-before", 12),
        texts.column("xlsx-gap", 9),
        texts.column("xlsx-late", 9),
        texts.column("xlsx-pledge-key", 22),
    ]
}

/// How formulas speak of what counts.
pub(super) fn counted_of(figures: &Figures<'_>, texts: &Texts<'_>) -> Columns {
    let sheet = texts.wording.text("xlsx-evidence");
    Columns::new(
        COUNTED,
        &sheet,
        figures.counted.len(),
        &counted_columns(texts),
    )
}

fn counted_row(
    figures: &Figures<'_>,
    index: usize,
    one: &Counted<'_>,
    activities: &Columns,
    own: &Columns,
    texts: &Texts<'_>,
) -> Vec<TableCell> {
    let Some(window) = figures.windows.get(one.window) else {
        return Vec::new();
    };
    let part = one.part.and_then(|part| figures.parts.get(part));
    let text = |text: Option<&str>| TableCell::text(text.unwrap_or_default());
    let row = one.row;
    let facts = row.map(|row| &row.facts);
    let activity = one.activity.and_then(|index| figures.activities.get(index));
    let number = activity.map(|activity| activity.number);
    let low = LookUp {
        activities,
        own,
        row: index + 2,
        texts,
    };
    let (of_part_low, of_part_high) = match one.of_part {
        Some(part) => (low.low(part, number), low.high(part, number)),
        None => (TableCell::Empty, TableCell::Empty),
    };
    let own_cell = |column: usize| own.own(column, index + 2);
    let gap = GapCells::of(figures, window, one, &low, own);
    let mut cells = vec![
        TableCell::ordinal(window.pledge.number),
        TableCell::text(&short_name(window.pledge)),
        TableCell::text(&window_name(window.window, texts.wording)),
        text(part.map(|part| texts.part_name(&part.part)).as_deref()),
        gap.as_ref().map_or_else(
            || row.map_or(TableCell::Empty, |row| TableCell::Day(row.date.from)),
            GapCells::from,
        ),
        row.map_or(TableCell::Empty, |row| TableCell::Day(row.date.to)),
        text(facts.map(|facts| texts.edition.partner_name(&facts.partner))),
        match facts {
            Some(facts) => TableCell::text(&texts.activity(&facts.activity)),
            None => TableCell::text(&texts.wording.text("xlsx-not-shown")),
        },
        text(facts.and_then(|facts| facts.place.as_deref())),
        text(row.map(|row| row.origin.cell.as_str())),
        low.low(one.given, number),
        low.high(one.given, number),
        of_part_low,
        of_part_high,
        text(row.map(|row| row.origin.workbook.as_str())),
        text(row.map(|row| row.origin.sheet.as_str())),
        one.activity.map_or(TableCell::Empty, |activity| {
            TableCell::ordinal(activity + 1)
        }),
        TableCell::ordinal(one.window + 1),
        one.part
            .map_or(TableCell::Empty, |part| TableCell::ordinal(part + 1)),
    ];
    cells.extend(whole_cells(one, &own_cell));
    cells.extend(match &gap {
        Some(gap) => gap.cells(),
        None => [
            TableCell::Unwritten,
            TableCell::Unwritten,
            TableCell::Unwritten,
        ],
    });
    cells.push(TableCell::Key(window.pledge.id.clone()));
    cells
}
