//! The date of a row: its date, else its week, else its month; the year from the sheet where the row has none.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::cells::{Cells, MappedCell, error_kind};
use super::date_order::DateOrder;
use super::result::MappingResult;
use super::task::SheetTask;
use crate::gather::cell::{Cell, Sheet};
use crate::gather::value::{self, Dated, Parsed};
use crate::model::agreement::Layout;
use crate::model::finding::{FindingKind, IfKnown, Year, YearSource};
use crate::model::span::DateSpan;

/// A row's date as read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum OccasionDate {
    /// The possible days.
    Read {
        span: DateSpan,
        at: (usize, usize),
        /// Whether the year is the sheet's.
        assumed: bool,
        /// Whether the words may mean two times of the year.
        ambiguous: bool,
    },
    Missing,
    /// Words that are no date, an error, or a formula without a value.
    Unreadable {
        /// The finding.
        kind: FindingKind,
        at: (usize, usize),
    },
}

/// The year of a whole sheet, and where it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SheetYear {
    pub year: Option<i32>,
    pub from: YearSource,
    /// The month of the sheet, where days are only numbered.
    pub month: Option<u32>,
    /// The order of day and month in its date column.
    pub(crate) order: DateOrder,
}

impl SheetYear {
    pub(crate) const UNKNOWN: SheetYear = SheetYear {
        year: None,
        from: YearSource::Term,
        month: None,
        order: DateOrder::DayFirst,
    };

    /// The year in the sheet's name, else in the titles above row `header`, else in the file's name, else of the
    /// term.
    pub(super) fn of(task: &SheetTask<'_>, header: usize) -> SheetYear {
        let titles = || year_of_rows(task.sheet, 0..header);
        let term = task.agreement.term;
        let year_of_term = (term.from.year() == term.to.year()).then_some(term.from.year());
        let candidates = [
            (only_year(&task.sheet.name), YearSource::Sheet),
            (titles(), YearSource::Title),
            (year_of_path(task.workbook), YearSource::File),
            (year_of_term.map(Some), YearSource::Term),
        ];
        let is_log = task.mapping.layout == Layout::Log;
        // Of two years one is right for some rows and wrong for the others; but beside a title of the whole term the file may
        // name its own.
        let (mut several, mut titled) = (false, false);
        let found = candidates.into_iter().find_map(|(year, from)| {
            let names_several = is_log && year == Some(None);
            several |= names_several && from != YearSource::Title;
            titled |= names_several;
            let is_open = several || titled && from == YearSource::Term;
            Some(SheetYear {
                year: Some(year.flatten().filter(|_| !is_open)?),
                from,
                ..SheetYear::UNKNOWN
            })
        });
        let found = found.unwrap_or(SheetYear::UNKNOWN);
        SheetYear {
            month: month_of(task, header),
            ..found
        }
    }

    /// The date in a cell of a sheet of this year: in its column's order, and in the sheet's month where only a day
    /// is given.
    fn date(self, cell: &Cell, year: Option<i32>) -> Parsed<Dated> {
        if let Some(dated) = self.order.read(cell) {
            return Parsed::Is(dated);
        }
        let parsed = value::date(cell, year);
        let (Parsed::Not(_), Some(month)) = (&parsed, self.month) else {
            return parsed;
        };
        let in_month = value::day_of_month(cell, month, year);
        in_month.map_or(parsed, Parsed::Is)
    }

    /// Every day of the term that the sheet can be about.
    pub(super) fn span(self, term: DateSpan) -> DateSpan {
        let year = self.year.and_then(DateSpan::year);
        year.and_then(|year| year.intersection(term))
            .unwrap_or(term)
    }

    /// Adds a finding, once a sheet and year, that a year was inferred.
    pub(crate) fn warn(self, task: &SheetTask<'_>, result: &mut MappingResult) {
        let Some(year) = self.year else { return };
        let finding = task.sheet_finding(FindingKind::AssumedYear {
            year: Year(year),
            from: self.from,
        });
        if !result.findings.contains(&finding) {
            result.findings.push(finding);
        }
    }
}

/// The only year named in some rows, of cells that name just one; `Some(None)` if they name several, which leaves it
/// open.
pub(crate) fn year_of_rows(sheet: &Sheet, rows: Range<usize>) -> Option<Option<i32>> {
    let named = sheet
        .rows
        .get(rows)?
        .iter()
        .flatten()
        .map(|cell| match cell {
            Cell::Text(text) => value::years_in(text),
            _ => value::year(cell).into_iter().collect(),
        });
    let (single, several): (Vec<_>, Vec<_>) = named
        .filter(|years| !years.is_empty())
        .partition(|years| years.len() == 1);
    match single.first() {
        Some(first) => Some(
            first
                .first()
                .copied()
                .filter(|_| single.iter().all(|years| years == first)),
        ),
        None => (!several.is_empty()).then_some(None),
    }
}

/// The month in the sheet's name, else in the titles above row `header`, else in the file's name; none if several are
/// named.
fn month_of(task: &SheetTask<'_>, header: usize) -> Option<u32> {
    let titles = task
        .sheet
        .rows
        .get(0..header)
        .unwrap_or_default()
        .iter()
        .flatten();
    let titles = titles.filter_map(|cell| match cell {
        Cell::Text(text) => value::month_in(text),
        _ => None,
    });
    let titles: BTreeSet<u32> = titles.collect();
    let file = || task.workbook.rsplit('/').next().and_then(value::month_in);
    value::month_in(&task.sheet.name).or_else(|| match titles.len() {
        0 => file(),
        1 => titles.first().copied(),
        _ => None,
    })
}

/// The year in a file's name, else in the nearest folder's; `Some(None)` if it names several.
fn year_of_path(path: &str) -> Option<Option<i32>> {
    path.rsplit('/').find_map(only_year)
}

/// The years that the sheet's name, else the titles above row `header`, else the file's name has, and where.
pub(super) fn named_years(task: &SheetTask<'_>, header: usize) -> (BTreeSet<i32>, YearSource) {
    let titles = task.sheet.rows.get(..header).unwrap_or_default();
    let titles = titles.iter().flatten().filter_map(|cell| match cell {
        Cell::Text(text) => Some(value::years_in(text)),
        _ => None,
    });
    let mut all = [
        (value::years_in(&task.sheet.name), YearSource::Sheet),
        (titles.flatten().collect(), YearSource::Title),
        (
            task.workbook
                .rsplit('/')
                .next()
                .map(value::years_in)
                .unwrap_or_default(),
            YearSource::File,
        ),
    ]
    .into_iter();
    let found = all.find(|(years, _)| !years.is_empty());
    found.unwrap_or((BTreeSet::new(), YearSource::Term))
}

/// The only year in a name; `Some(None)` if it names several: «2024-2025».
fn only_year(name: &str) -> Option<Option<i32>> {
    let years = value::years_in(name);
    let first = years.first().copied()?;
    Some((years.len() == 1).then_some(first))
}

/// Reads the days of a cell, given the sheet's year.
type DateReader = fn(&Cell, Option<i32>) -> Parsed<Dated>;

/// The date of a row. A week beside a readable date is ignored.
pub(crate) fn when(cells: &Cells<'_>, sheet_year: SheetYear) -> OccasionDate {
    let own_year = cells
        .field("year")
        .and_then(|mapped| value::year(mapped.cell));
    let year = own_year.or(sheet_year.year);
    let mut unreadable = None;
    let readers: [(&str, DateReader); 3] = [
        ("date", value::date),
        ("week", value::week),
        ("month", value::month),
    ];
    for (name, read) in readers {
        let Some(mapped) = cells.field(name) else {
            continue;
        };
        if name == "date"
            && let Some(span) = christmas_or_july(cells, mapped, year)
        {
            return OccasionDate::Read {
                span,
                at: mapped.at,
                assumed: false,
                ambiguous: true,
            };
        }
        let named = numbered(cells, name, mapped.cell);
        let cell = named.as_ref().unwrap_or(mapped.cell);
        let reading = match name {
            "date" => sheet_year.date(cell, year),
            _ => read(cell, year),
        };
        let may_be_feast = match &reading {
            Parsed::Not(_) => true,
            _ => {
                matches!(cell, Cell::Text(text) if text.trim_start().to_lowercase().starts_with("jul"))
            }
        };
        let reading = match may_be_feast.then(|| value::feast(cell, year)).flatten() {
            Some(span) if matches!(reading, Parsed::Not(_)) || is_among_feasts(cells, mapped) => {
                Parsed::Is(Dated {
                    span,
                    assumed_year: own_year.is_none() && value::year(cell).is_none(),
                })
            }
            _ => reading,
        };
        match reading {
            Parsed::Is(dated) => {
                return OccasionDate::Read {
                    span: dated.span,
                    at: mapped.at,
                    assumed: dated.assumed_year && own_year.is_none(),
                    ambiguous: false,
                };
            }
            Parsed::Blank | Parsed::Gap | Parsed::Withheld => {}
            Parsed::Not(_) | Parsed::Error(_) | Parsed::Uncalculated => {
                unreadable.get_or_insert_with(|| OccasionDate::Unreadable {
                    kind: why_no_date(mapped.cell),
                    at: mapped.at,
                });
            }
        }
    }
    unreadable
        .or_else(|| only_a_year(cells))
        .unwrap_or(OccasionDate::Missing)
}

/// «Jul» alone among dates is Christmas or July, unless the other cells of its column are months too.
fn christmas_or_july(
    cells: &Cells<'_>,
    mapped: MappedCell<'_>,
    year: Option<i32>,
) -> Option<DateSpan> {
    let Cell::Text(text) = mapped.cell else {
        return None;
    };
    let text = value::plain(text);
    let bare = text.trim_end_matches(['.', ' ']);
    let own = bare.strip_prefix("jul ").and_then(|year| year.parse().ok());
    if bare != "jul" && own.is_none() {
        return None;
    }
    if is_among_feasts(cells, mapped) {
        return None;
    }
    let is_month = |cell: &Cell| matches!(cell, Cell::Text(other) if value::plain(other) != text && value::month_heading(other).is_some());
    if cells
        .column(mapped.at.1)
        .filter(|cell| is_month(cell))
        .count()
        > 0
    {
        return None;
    }
    let day = |month, day| NaiveDate::from_ymd_opt(own.or(year)?, month, day);
    Some(DateSpan {
        from: day(7, 1)?,
        to: day(12, 26)?,
    })
}

/// Whether other feasts are in the column of a cell: then «jul» among them is one too.
fn is_among_feasts(cells: &Cells<'_>, mapped: MappedCell<'_>) -> bool {
    let own = value::text(mapped.cell);
    cells
        .column(mapped.at.1)
        .any(|cell| value::feast(cell, Some(2000)).is_some() && value::text(cell) != own)
}

/// The finding about an unreadable date cell.
pub(crate) fn why_no_date(cell: &Cell) -> FindingKind {
    let text = value::text(cell);
    match cell {
        Cell::Error(_) => error_kind(text),
        Cell::Uncalculated => FindingKind::FormulaWithoutValue {
            text: IfKnown(Some(text)),
        },
        _ => FindingKind::UnreadableDate { text },
    }
}

/// The number of a quarter, a tertial or a half-year in words, under such a heading: «Kvartal» 2 is not February.
fn numbered(cells: &Cells<'_>, field: &str, cell: &Cell) -> Option<Cell> {
    let part = value::part_of_heading(cells.heading(field)?)?;
    let text = value::text(cell);
    let bare = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    bare.then(|| Cell::Text(format!("{part} {text}")))
}
fn only_a_year(cells: &Cells<'_>) -> Option<OccasionDate> {
    if ["date", "week", "month"]
        .iter()
        .any(|name| cells.field(name).is_some())
    {
        return None;
    }
    let MappedCell { at, cell, .. } = cells.field("year")?;
    Some(OccasionDate::Read {
        span: DateSpan::year(value::year(cell)?)?,
        at,
        assumed: false,
        ambiguous: false,
    })
}

/// The probably intended day of a date outside the term: the same day in the sheet's year, or in the only year of the
/// term that has it before `as_of`.
pub(crate) fn meant(
    task: &SheetTask<'_>,
    day: NaiveDate,
    sheet_year: SheetYear,
) -> Option<NaiveDate> {
    let possible = |year: i32| {
        let there = NaiveDate::from_ymd_opt(year, day.month(), day.day())?;
        (task.agreement.term.contains(there) && task.as_of.has_come(there)).then_some(there)
    };
    if let Some(year) = sheet_year.year {
        return possible(year);
    }
    let mut days =
        (task.agreement.term.from.year()..=task.agreement.term.to.year()).filter_map(possible);
    let first = days.next()?;
    days.next().is_none().then_some(first)
}
