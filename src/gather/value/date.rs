//! When: dates, weeks and months as people write them.

use chrono::{Datelike, Days, NaiveDate};

use super::calendar::{YearPart, compact_day, day_of, month_heading};
use super::memo::Memo;
use super::parsed::{Dated, Parsed, parsed};
use super::plain::plain;
use super::written::{Part, written};
use crate::gather::cell::{Cell, YEARS};
use crate::model::span::DateSpan;

/// The serial numbers of spreadsheets that are taken for a date without being shown as one: 1990-05-07 to 2099-11-12.
const SERIALS: std::ops::RangeInclusive<f64> = 33_000.0..=73_000.0;

const MONTH_NAMES: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// A year to read days in that name none.
const LEAP_YEAR: i32 = 2024;

/// The date in a cell: a day, a week, a month, or several days. A text without a year gets `year`, if there is one.
pub fn date(cell: &Cell, year: Option<i32>) -> Parsed<Dated> {
    parsed(cell, |cell| match cell {
        Cell::Date { day: Some(day), .. } => Some(known(DateSpan::day(*day))),
        Cell::Number(number) => numeric_span(*number).map(known),
        Cell::Text(text) => DATES.with(|memo| memo.of(year, text, || dated(&plain(text), year))),
        _ => None,
    })
}

thread_local! {
    static DATES: Memo<Option<i32>, Option<Dated>> = Memo::default();
    static WEEKS: Memo<Option<i32>, Option<Dated>> = Memo::default();
}

/// The day or days of a known month in a cell that says no month: 3, «3:e», «tis 4», «3–5».
pub fn day_of_month(cell: &Cell, month: u32, year: Option<i32>) -> Option<Dated> {
    let text = match cell {
        Cell::Number(number) if number.fract() == 0.0 && (1.0..=31.0).contains(number) => {
            format!("{number:.0}")
        }
        Cell::Text(text) if text.chars().any(|letter| letter.is_ascii_digit()) => {
            plain(text).trim_end_matches('.').to_owned()
        }
        _ => return None,
    };
    let name = MONTH_NAMES.get(month.checked_sub(1)? as usize)?;
    let dated = dated(&format!("{text} {name}"), year)?;
    let of_month = |day: NaiveDate| day.month() == month;
    (of_month(dated.span.from) && of_month(dated.span.to)).then_some(dated)
}

/// A column's day, if the text is nothing else: «4/3», «4 mars», «tis 4/3», «2025-03-04».
pub fn day_heading(text: &str) -> Option<(YearPart, Option<i32>)> {
    // A leap year has every day that any year has.
    let found = dated(&plain(text), Some(LEAP_YEAR)).filter(|dated| dated.span.is_exact())?;
    let day = found.span.from;
    let year = (!found.assumed_year).then_some(day.year());
    Some((YearPart::Day(day.month(), day.day()), year))
}

/// How many days a cell lists, one by one: «3/4, 5/4, 9/4», «12 och 13 maj». None if it says fewer than two, or from which to
/// which.
pub(crate) fn listed_days(cell: &Cell) -> Option<usize> {
    let Cell::Text(text) = cell else { return None };
    let text = plain(text);
    if let Some(times) = times_in(&text) {
        return Some(times);
    }
    let spaced = [" och ", " o ", " and ", ";", "+", "&", ","]
        .iter()
        .fold(text, |text, between| text.replace(between, "\u{1f}"));
    let pieces: Vec<&str> = spaced.split('\u{1f}').map(str::trim).collect();
    if pieces.len() < 2 || pieces.iter().any(|piece| piece.contains(" - ")) {
        return None;
    }
    let parts: Vec<Part> = pieces
        .iter()
        .map(|piece| {
            written(piece)
                .filter(|parts| parts.len() == 1)?
                .first()
                .copied()
        })
        .collect::<Option<_>>()?;
    let days = with_neighbours(&parts);
    days.iter()
        .all(|part| part.day.is_some() && part.month.is_some())
        .then_some(days.len())
}

/// How many times a text with a day says: «5/5 x2», «6/5 (2 pass)». None if once.
fn times_in(text: &str) -> Option<usize> {
    let words: Vec<&str> = text
        .split([' ', '(', ')', ','])
        .filter(|word| !word.is_empty())
        .collect();
    let number = |word: &str| word.parse().ok().filter(|times| (2..=20).contains(times));
    words.iter().enumerate().skip(1).find_map(|(at, word)| {
        let multiplied = word
            .strip_prefix(['x', '×'])
            .or_else(|| word.strip_suffix(['x', '×']));
        let counted = words.get(at + 1).is_some_and(|unit| {
            matches!(
                *unit,
                "ggr" | "gånger" | "pass" | "tillfällen" | "besök" | "omgångar" | "times"
            )
        });
        multiplied
            .and_then(number)
            .or_else(|| number(word).filter(|_| counted))
    })
}

/// Whether a text is a day and more: a row typed into one cell, «14/6 Skolan, 3 kontakter».
pub(crate) fn begins_with_day(text: &str) -> bool {
    // A row of a text file that is parted otherwise than the others is one cell: «2025-06-06,Torget,5».
    let first = text.split([',', ';', '\t']).next().unwrap_or_default();
    if first.len() < text.len()
        && dated(&plain(first), Some(LEAP_YEAR)).is_some_and(|dated| dated.span.is_exact())
        && listed_days(&Cell::Text(text.to_owned())).is_none()
        && dated(&plain(text), Some(LEAP_YEAR)).is_none()
    {
        return true;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..words.len().min(4)).any(|length| {
        let begins = words.get(..length).unwrap_or_default().join(" ");
        let day = begins.trim_end_matches([',', ':', ';', '.']);
        dated(&plain(day), Some(LEAP_YEAR)).is_some_and(|dated| dated.span.is_exact())
    })
}

/// The ISO week in a cell: 13, «v.13», «vecka 9 och 10», «2023-W13», «2023-13», 202313. A date is itself, unless the spreadsheet
/// may have made it of two weeks: «9-10» typed becomes 9 October, and is either.
pub fn week(cell: &Cell, year: Option<i32>) -> Parsed<Dated> {
    parsed(cell, |cell| match cell {
        Cell::Date {
            day: Some(day),
            time,
            ..
        } => {
            let itself = DateSpan::day(*day);
            let two_weeks = typed_weeks(*day).filter(|_| time.is_none());
            Some(known(two_weeks.map_or(itself, |weeks| weeks.union(itself))))
        }
        Cell::Number(number) if number.fract() == 0.0 && (1.0..=53.0).contains(number) => {
            let part = Part {
                week: Some(*number as u32),
                ..Part::default()
            };
            resolve(&[part], year)
        }
        Cell::Number(number) => {
            let week = week_of_year(&format!("{number:.0}")).filter(|_| number.fract() == 0.0);
            week.or_else(|| numeric_day(*number).map(DateSpan::day))
                .map(known)
        }
        Cell::Text(text) => WEEKS.with(|memo| memo.of(year, text, || weeks(text, year))),
        _ => None,
    })
}

/// The ISO week or weeks that a text says.
fn weeks(text: &str, year: Option<i32>) -> Option<Dated> {
    let text = plain(text);
    if let Some(week) = week_of_year(&text) {
        return Some(known(week));
    }
    let bare = text
        .starts_with(|c: char| c.is_ascii_digit())
        .then(|| dated(&format!("v {text}"), year))
        .flatten();
    match (bare, dated(&text, year)) {
        // «9/10» may be two weeks, or a day.
        (Some(weeks), Some(day)) if day.span.is_exact() && text.contains('/') => {
            let neighbours = weeks.span.days() == 14;
            Some(if neighbours {
                Dated {
                    span: weeks.span.union(day.span),
                    ..weeks
                }
            } else {
                day
            })
        }
        (weeks, other) => weeks.or(other),
    }
}

/// The weeks that «9-10» means, where a spreadsheet made a day of it: two that follow each other.
fn typed_weeks(day: NaiveDate) -> Option<DateSpan> {
    let (one, other) = (day.day(), day.month());
    let (first, second) = (one.min(other), one.max(other));
    let whole = |week| DateSpan::iso_week(day.year(), week);
    (second == first + 1)
        .then(|| Some(whole(first)?.union(whole(second)?)))
        .flatten()
}

/// «2023-13», «202313» in a column of weeks.
fn week_of_year(text: &str) -> Option<DateSpan> {
    let (year, week) = text.split_at_checked(4)?;
    let week = week.strip_prefix('-').unwrap_or(week);
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let year = year
        .parse()
        .ok()
        .filter(|known| YEARS.contains(known) && digits(year))?;
    (week.len() == 2 && digits(week))
        .then(|| DateSpan::iso_week(year, week.parse().ok()?))
        .flatten()
}

/// The calendar month in a cell: «Januari 2022», «jan», 1–12, or the month of a date. Several whole months too: «kv 1 2023».
pub fn month(cell: &Cell, year: Option<i32>) -> Parsed<Dated> {
    let of_month = |month, own: Option<i32>| {
        let year = own.or(year).filter(|year| YEARS.contains(year))?;
        Some(Dated {
            span: DateSpan::month(year, month)?,
            assumed_year: own.is_none(),
        })
    };
    let month_of = |day: NaiveDate| of_month(day.month(), Some(day.year()));
    parsed(cell, |cell| match cell {
        Cell::Date { day: Some(day), .. } => month_of(*day),
        Cell::Number(number) if number.fract() == 0.0 && (1.0..=12.0).contains(number) => {
            of_month(*number as u32, None)
        }
        Cell::Number(number) => {
            let span = numeric_span(*number)?;
            if span.is_exact() {
                month_of(span.from)
            } else {
                Some(known(span))
            }
        }
        Cell::Text(text) => {
            if let Some((month, own)) = month_heading(text) {
                return of_month(month, own);
            }
            let text = plain(text);
            if let Some(month) = text.parse().ok().filter(|month| (1..=12).contains(month)) {
                return of_month(month, None);
            }
            let dated = dated(&text, year)?;
            let whole = |day: NaiveDate| DateSpan::month(day.year(), day.month());
            let months = whole(dated.span.from)?.union(whole(dated.span.to)?);
            // Days of one month are in it; «mars–april» and «kv 1» are several whole ones.
            let in_one = months.as_month().is_some();
            (in_one || months == dated.span).then_some(Dated {
                span: months,
                ..dated
            })
        }
        _ => None,
    })
}

fn known(span: DateSpan) -> Dated {
    Dated {
        span,
        assumed_year: false,
    }
}

/// A day that a cell holds as a plain number: 20230415, or the serial of a date that lost its dress.
fn numeric_day(number: f64) -> Option<NaiveDate> {
    if number.fract() == 0.0 && (1e7..1e8).contains(&number) {
        return compact_day(&format!("{number:.0}"));
    }
    let days = SERIALS.contains(&number).then_some(number.floor() as u64)?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))
}

/// The day or month that a cell holds as a plain number, 230415 and 202304 too.
fn numeric_span(number: f64) -> Option<DateSpan> {
    let six = || dated(&format!("{number:.0}"), None).map(|dated| dated.span);
    let six_digits = number.fract() == 0.0 && (1e5..1e6).contains(&number);
    numeric_day(number)
        .map(DateSpan::day)
        .or_else(|| six_digits.then(six).flatten())
}

/// What a plain text says, its parts completed by each other and by `year`.
fn dated(text: &str, year: Option<i32>) -> Option<Dated> {
    resolve(&written(text)?, year)
}

/// The span of all parts: what one lacks, its neighbour gives, and at last `year`.
fn resolve(parts: &[Part], year: Option<i32>) -> Option<Dated> {
    let whole = with_years(&with_neighbours(parts))?;
    let assumed_year = whole.iter().any(|part| part.year.is_none());
    let spans = whole
        .iter()
        .map(|part| span(*part, part.year.or(year)?))
        .collect::<Option<Vec<_>>>()?;
    let (first, last) = (*spans.first()?, *spans.last()?);
    if last.from >= first.from {
        let all = spans.iter().fold(first, |all, span| all.union(*span));
        return Some(Dated {
            span: all,
            assumed_year,
        });
    }
    match (parts, whole.as_slice()) {
        ([Part { year: None, .. }, _], [one, other]) => {
            over_new_year(*one, *other, year).map(|span| Dated { span, assumed_year })
        }
        // The wrong way round, with a year of its own: a slip.
        _ => None,
    }
}

/// The parts with the numbers that stand alone made days or weeks: «vecka 9 och 10» from before, «3–5 maj» from behind.
fn with_neighbours(parts: &[Part]) -> Vec<Part> {
    let mut parts = parts.to_vec();
    let mut beside = None;
    for part in &mut parts {
        part.take_after(beside);
        beside = Some(*part);
    }
    let mut beside = None;
    for part in parts.iter_mut().rev() {
        part.take_after(beside);
        beside = Some(*part);
    }
    parts
}

/// The parts with the year that stands after the last given to those before; `None` if another one has a year and the last
/// has none: «12 maj 18–20» ends in hours.
fn with_years(parts: &[Part]) -> Option<Vec<Part>> {
    let mut parts = parts.to_vec();
    let mut year = None;
    for part in parts.iter_mut().rev() {
        part.year = part.year.or(year);
        year = part.year;
    }
    let last = parts.last()?.year;
    (last.is_some() || year.is_none()).then_some(parts)
}

/// «28 dec–3 jan 2024», «v 52–1»: at most a quarter, from one year into the next.
fn over_new_year(one: Part, other: Part, year: Option<i32>) -> Option<DateSpan> {
    let (before, after) = match other.year {
        Some(after) => (after.checked_sub(1)?, after),
        None => (year?, year?.checked_add(1)?),
    };
    let turned = DateSpan {
        from: span(one, before)?.from,
        to: span(other, after)?.to,
    };
    (turned.from <= turned.to && turned.days() <= 93).then_some(turned)
}

/// The days of a part that lacks nothing, in a year.
fn span(part: Part, year: i32) -> Option<DateSpan> {
    if !YEARS.contains(&year) {
        return None;
    }
    match part {
        Part { bare: Some(_), .. } => None,
        Part {
            week: Some(week), ..
        } => DateSpan::iso_week(year, week),
        Part {
            month: Some(month),
            day: Some(day),
            ..
        } => day_of(year, month, day).map(DateSpan::day),
        Part {
            month: Some(month),
            months: Some(months),
            ..
        } => Some(DateSpan::month(year, month)?.union(DateSpan::month(year, month + months - 1)?)),
        Part {
            month: Some(month), ..
        } => DateSpan::month(year, month),
        _ => None,
    }
}
