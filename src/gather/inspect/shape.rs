//! Which shape a sheet has, and where its header stands.

use super::column::{self, CellKind, ColumnProfile, single_blanks};
use super::column_use::OtherReading;
use super::{naming, synonyms};
use crate::gather::cell::{Cell, Sheet};
use crate::gather::header::is_blank;
use crate::gather::layout::periods::PeriodColumn;
use crate::gather::layout::{YearColumns, periods};
use crate::gather::value;
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
    /// Another likely shape of it, and why.
    pub(super) other: Option<(OtherReading, Box<SheetShape>)>,
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
            other: None,
        };
    }
    let Some((first, last)) = header(sheet) else {
        return form(labels(sheet)).unwrap_or_else(|| SheetShape {
            statistics_by: statistics_by(sheet),
            ..SheetShape::nothing()
        });
    };
    let mut columns = column::columns(sheet, first, last, ROWS);
    name_days(sheet, &mut columns);
    let layout = layout(sheet, &columns);
    let table = SheetShape {
        layout,
        header: Some((first, last)),
        other: other_layout(layout, &columns).map(|(reading, other)| {
            let other = SheetShape {
                layout: Some(other),
                header: Some((first, last)),
                columns: columns.clone(),
                ..SheetShape::nothing()
            };
            (reading, Box::new(other))
        }),
        statistics_by: statistics_by(sheet).filter(|_| layout.is_none()),
        columns,
    };
    let labels = labels(sheet);
    let is_log = layout == Some(Layout::Log) && has_rows(&table.columns);
    let tells_occasion = tells_occasion(&labels);
    match form(labels).filter(|_| !is_log || tells_occasion) {
        // A protocol with a table in it: the day and the place above say that the sheet is one occasion.
        Some(form) => SheetShape {
            other: is_log.then(|| {
                (
                    OtherReading::Rows,
                    Box::new(SheetShape {
                        other: None,
                        ..table
                    }),
                )
            }),
            ..form
        },
        None => table,
    }
}

impl SheetShape {
    fn nothing() -> SheetShape {
        SheetShape {
            layout: None,
            header: None,
            columns: Vec::new(),
            statistics_by: None,
            other: None,
        }
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

/// A sheet of one month has the days of it under «Dag», as numbers.
fn name_days(sheet: &Sheet, columns: &mut [ColumnProfile]) {
    let name = sheet.name.trim();
    if value::month_heading(name).is_none() {
        return;
    }
    for seen in columns
        .iter_mut()
        .filter(|seen| seen.kind == CellKind::Count)
    {
        let is_day = |text: &String| text.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day));
        if synonyms::field(&seen.heading.heading, CellKind::Date) == Some("date")
            && seen.values.iter().all(is_day)
        {
            seen.kind = CellKind::Date;
        }
    }
}

/// What a table is, by what its headings mean.
fn layout(sheet: &Sheet, columns: &[ColumnProfile]) -> Option<Layout> {
    let has = |field: &str| columns.iter().any(|seen| field_of(seen) == Some(field));
    let dated = ["date", "week", "month", "year"]
        .iter()
        .any(|field| has(field));
    let words = columns
        .iter()
        .any(|seen| matches!(seen.kind, CellKind::Text | CellKind::Empty));
    let is_named_list = synonyms::names_list(&sheet.name);
    if words && lasts(columns) && (is_named_list || has_each_place_once(columns)) {
        Some(Layout::Register)
    } else if words && !has("date") && (has("due") || has_steps(columns)) {
        Some(Layout::Milestones)
    } else if (has("label") || !dated) && has("status") && words {
        Some(Layout::Statements)
    } else if dated
        || (has("case") && (has("answered") || has("done")))
        || columns
            .iter()
            .any(|seen| seen.kind == CellKind::Date && field_of(seen).is_none())
    {
        Some(Layout::Log)
    } else if has("place") || lists_what_it_is_named_after(sheet, columns) {
        Some(Layout::Register)
    } else {
        None
    }
}

/// Rows that are places with a first and a last day may be occasions that last for days.
fn other_layout(
    layout: Option<Layout>,
    columns: &[ColumnProfile],
) -> Option<(OtherReading, Layout)> {
    (layout == Some(Layout::Register) && lasts(columns))
        .then_some((OtherReading::Occasions, Layout::Log))
}

/// Whether its days are those on which something began to be and ceased to be, and no others.
fn lasts(columns: &[ColumnProfile]) -> bool {
    let days = |means: fn(&str) -> bool| {
        let heading = |seen: &&ColumnProfile| means(&seen.heading.heading);
        let dated = |seen: &&ColumnProfile| matches!(seen.kind, CellKind::Date | CellKind::Empty);
        columns.iter().filter(dated).filter(heading).count()
    };
    let all = columns
        .iter()
        .filter(|seen| seen.kind == CellKind::Date)
        .count();
    let (begun, ended) = (days(synonyms::means_beginning), days(synonyms::means_end));
    begun == 1 && ended <= 1 && all >= 1 && all <= begun + ended
}

/// Whether a sheet lists what its name says, each once: «Gård» on the sheet «Gårdar».
fn lists_what_it_is_named_after(sheet: &Sheet, columns: &[ColumnProfile]) -> bool {
    columns.first().is_some_and(|seen| {
        seen.kind == CellKind::Text
            && seen.filled > 1
            && seen.values.len() == seen.filled
            && naming::are_forms(&seen.heading.heading, &sheet.name)
    })
}

/// Whether the first words of its rows are all different, as places on a list are.
fn has_each_place_once(columns: &[ColumnProfile]) -> bool {
    let place = columns.iter().find(|seen| field_of(seen) == Some("place"));
    place.is_some_and(|seen| seen.filled > 1 && seen.values.len() == seen.filled)
}

/// Whether its columns say by when something is to be done, and when it was.
fn has_steps(columns: &[ColumnProfile]) -> bool {
    let has = |means: fn(&str) -> bool| {
        columns.iter().any(|seen| {
            matches!(
                seen.kind,
                CellKind::Date | CellKind::Empty | CellKind::Week | CellKind::Month
            ) && means(&seen.heading.heading)
        })
    };
    has(synonyms::means_due) && has(synonyms::means_done)
}

fn field_of(seen: &ColumnProfile) -> Option<&'static str> {
    synonyms::field(&seen.heading.heading, seen.kind)
}

fn has_rows(columns: &[ColumnProfile]) -> bool {
    let mut dates = columns.iter().filter(|seen| field_of(seen) == Some("date"));
    dates.any(|seen| seen.values.len() > 1)
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
    // A year or an alarm number may be a heading among words.
    let is_number = |cell: &&Cell| matches!(column::kind_of(cell), Some(CellKind::Count));
    let numbers = cells.iter().filter(is_number).count();
    let rest = cells.iter().filter(|cell| !is_number(cell));
    if is_blank(sheet, first) || is_blank(sheet, last) || !rest.clone().all(is_heading) {
        return None;
    }
    let columns = column::columns(sheet, first, last, FIRST_ROWS);
    let mut known: Vec<&str> = columns.iter().filter_map(field_of).collect();
    known.sort_unstable();
    known.dedup();
    if numbers > 0 && (known.len() < 2 || numbers * 2 > known.len()) {
        return None;
    }
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
    let headed = found.iter().filter(|period| period.is_headed(sheet, row));
    (headed.count() >= MONTHS || has_days_across(sheet, row, &found)).then_some(row)
}

/// Whether days are the headings of a table and not what stands in it: words before them, under each numbers or marks, and no day
/// below.
fn has_days_across(sheet: &Sheet, row: usize, days: &[PeriodColumn]) -> bool {
    let first = days.iter().map(|day| day.column).min().unwrap_or(0);
    let is_word = |column: usize| matches!(sheet.cell(row, column), Cell::Text(_));
    let below = || {
        let rows = row + 1..sheet.rows.len().min(row + FIRST_ROWS);
        rows.flat_map(|row| days.iter().map(move |day| sheet.cell(row, day.column)))
    };
    let counts = |cell: &Cell| {
        matches!(
            column::kind_of(cell),
            None | Some(CellKind::Count | CellKind::Mark)
        )
    };
    days.len() >= MONTHS
        && first > 0
        && (0..first).any(is_word)
        && below().all(counts)
        && below().any(|cell| *cell != Cell::Empty)
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

/// A form of these labels; none if they are too few, or none has a day beside it.
fn form(labels: Vec<ColumnProfile>) -> Option<SheetShape> {
    let dated =
        |seen: &ColumnProfile| seen.kind == CellKind::Date && field_of(seen) == Some("date");
    (labels.len() >= LABELS && labels.iter().any(dated)).then(|| SheetShape {
        layout: Some(Layout::Form),
        columns: labels,
        ..SheetShape::nothing()
    })
}

/// Whether labels tell of one occasion: its day, and where, when or how it was.
fn tells_occasion(labels: &[ColumnProfile]) -> bool {
    const OCCASION: [&str; 9] = [
        "place",
        "time",
        "until",
        "audience",
        "partners",
        "by_guidance",
        "by_rules",
        "minutes",
        "hours",
    ];
    let fields = labels.iter().filter_map(field_of);
    fields.into_iter().any(|field| OCCASION.contains(&field))
}
