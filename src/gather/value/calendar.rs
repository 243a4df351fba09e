//! Names of months and days of the week in Swedish and English, and years.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::plain::plain;
use crate::gather::cell::{Cell, YEARS};
use crate::model::span::DateSpan;
use crate::text::steps_between;

const MONTHS: [&[&str]; 12] = [
    &["januari", "january", "jan"],
    &["februari", "february", "febr", "feb"],
    &["mars", "march", "mar"],
    &["april", "apr"],
    &["maj", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["augusti", "august", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

const WEEKDAYS: &[&str] = &[
    "måndag",
    "måndagen",
    "mån",
    "månd",
    "tisdag",
    "tisdagen",
    "tis",
    "tisd",
    "onsdag",
    "onsdagen",
    "ons",
    "onsd",
    "torsdag",
    "torsdagen",
    "tor",
    "tors",
    "torsd",
    "fredag",
    "fredagen",
    "fre",
    "fred",
    "lördag",
    "lördagen",
    "lör",
    "lörd",
    "söndag",
    "söndagen",
    "sön",
    "sönd",
    "monday",
    "mon",
    "tuesday",
    "tue",
    "tues",
    "wednesday",
    "wed",
    "thursday",
    "thu",
    "thur",
    "thurs",
    "friday",
    "fri",
    "saturday",
    "sat",
    "sunday",
    "sun",
];

/// The month, 1–12, of a name in plain text: «mars», «sept.».
pub(super) fn month_name(word: &str) -> Option<u32> {
    let word = word.strip_suffix('.').unwrap_or(word);
    MONTHS
        .iter()
        .zip(1..)
        .find_map(|(names, month)| names.contains(&word).then_some(month))
}

/// Whether the word names a day of the week: «fre», «tisdagen».
pub(super) fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(&word.trim_end_matches(['.', ',']))
}

/// A year in four digits, or in two after the apostrophe or hyphen of «jan-22»: 20xx.
pub(super) fn year_word(word: &str) -> Option<i32> {
    let digits = word.trim_start_matches(['\'', '’', '-']);
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match digits.len() {
        4 => digits.parse().ok().filter(|year| YEARS.contains(year)),
        2 => digits.parse::<i32>().ok().map(|year| 2000 + year),
        _ => None,
    }
}

/// A column's or row's month, if the text is nothing but a month: «jan», «Januari 2022», «jan-22».
pub fn month_heading(text: &str) -> Option<(u32, Option<i32>)> {
    let text = plain(text);
    let end = text.find([' ', '-', '\'', '’']).unwrap_or(text.len());
    let (name, rest) = text.split_at_checked(end)?;
    let month = month_name(name)?;
    match rest.trim() {
        "" => Some((month, None)),
        year => year_word(year.trim_start_matches("- ")).map(|year| (month, Some(year))),
    }
}

/// A month in figures: «2025-01», «2025/01».
pub(crate) fn year_month(text: &str) -> Option<(i32, u32)> {
    let text = plain(text);
    let (year, month) = text.split_once(['-', '/'])?;
    let digits = |text: &str, many: usize| {
        text.len() == many && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let month = digits(month, 2).then(|| month.parse().ok()).flatten()?;
    let year = year_word(year).filter(|_| digits(year, 4))?;
    (1..=12).contains(&month).then_some((year, month))
}

/// The name of a month, 1–12, in Swedish.
pub(crate) fn name_of_month(month: u32) -> &'static str {
    let at = usize::try_from(month)
        .ok()
        .and_then(|month| month.checked_sub(1));
    at.and_then(|at| MONTHS.get(at)?.first().copied())
        .unwrap_or_default()
}

/// Whether a text is almost the name of a month: «febuari», «juno».
pub(crate) fn is_almost_month(text: &str, month: u32) -> bool {
    let text = plain(text);
    let name = text.split(|letter: char| !letter.is_alphabetic()).next();
    let names = usize::try_from(month)
        .ok()
        .and_then(|month| MONTHS.get(month.checked_sub(1)?));
    let (Some(name), Some(names)) = (name.filter(|name| name.len() > 2), names) else {
        return false;
    };
    let is_near = |known: &str| {
        let off = if known.len() > 6 { 2 } else { 1 };
        known.chars().next() == name.chars().next() && steps_between(known, name) <= off
    };
    names.iter().any(|known| is_near(known))
}

/// A part of a year that a column may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum YearPart {
    /// A month, 1–12.
    Month(u32),
    /// An ISO week, 1–53.
    Week(u32),
    /// A quarter, 1–4.
    Quarter(u32),
    /// A day: its month and its day of the month.
    Day(u32, u32),
}

impl YearPart {
    /// Its days in a year; none if the year has no such part.
    pub fn of(self, year: i32) -> Option<DateSpan> {
        match self {
            YearPart::Month(month) => DateSpan::month(year, month),
            YearPart::Week(week) => DateSpan::iso_week(year, week),
            YearPart::Day(month, day) => day_of(year, month, day).map(DateSpan::day),
            YearPart::Quarter(quarter) => {
                let last = quarter * 3;
                Some(
                    DateSpan::month(year, last.checked_sub(2)?)?
                        .union(DateSpan::month(year, last)?),
                )
            }
        }
    }
}

/// A quarter or a month as statistics write them, in plain text: «2022K1», «2022-Q1», «2022M03».
fn coded(text: &str) -> Option<(YearPart, i32)> {
    let (year, rest) = text.split_at_checked(4)?;
    let year = year_word(year)?;
    let rest = rest.trim_start_matches('-');
    let number = |rest: &str| -> Option<u32> {
        let is_number = !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| rest.parse().ok()).flatten()
    };
    let quarter = ["kv", "k", "q"]
        .iter()
        .find_map(|sign| number(rest.strip_prefix(sign)?));
    let month = || number(rest.strip_prefix('m')?);
    let part = match quarter {
        Some(quarter) => Some(YearPart::Quarter(quarter)).filter(|_| (1..=4).contains(&quarter)),
        None => month()
            .filter(|month| (1..=12).contains(month))
            .map(YearPart::Month),
    };
    Some((part?, year))
}

/// A column's part of a year, if the text is nothing else: «jan», «v. 12», «Vecka 3 2023», «2023-v12», «kv 1».
pub fn part_heading(text: &str) -> Option<(YearPart, Option<i32>)> {
    if let Some((month, year)) = month_heading(text) {
        return Some((YearPart::Month(month), year));
    }
    let text = plain(text);
    if let Some((part, year)) = coded(&text) {
        return Some((part, Some(year)));
    }
    let (before, rest) = match text.split_at_checked(4) {
        Some((year, rest)) if rest.starts_with([' ', '-']) && year_word(year).is_some() => {
            (year_word(year), &rest[1..])
        }
        _ => (None, text.as_str()),
    };
    let rest = rest.trim_start();
    let named = |names: &[&str]| names.iter().find_map(|name| rest.strip_prefix(name));
    let (is_week, rest) = match named(&["kvartal", "quarter", "kv", "q"]) {
        Some(rest) => (false, rest),
        None => (true, named(&["vecka", "week", "v", "w"])?),
    };
    let rest = rest.trim_start_matches(['.', ' ']);
    let digits = rest
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(rest.len());
    let (number, rest) = rest.split_at_checked(digits)?;
    let number: u32 = number.parse().ok()?;
    let part = match is_week {
        true => Some(YearPart::Week(number)).filter(|_| (1..=53).contains(&number)),
        false => Some(YearPart::Quarter(number)).filter(|_| (1..=4).contains(&number)),
    };
    let year = match rest.trim_start_matches([' ', '-', '/', ',']) {
        "" => before,
        // «v 9-10» is two weeks and no year.
        after if after.len() == 4 && before.is_none() => Some(year_word(after)?),
        _ => return None,
    };
    Some((part?, year))
}

/// The year that a cell holds and nothing else: 2023, «2023», «År 2023».
pub fn bare_year(cell: &Cell) -> Option<i32> {
    match cell {
        Cell::Number(_) => year(cell),
        Cell::Text(text) => {
            let text = plain(text);
            let bare = text
                .trim_start_matches("år ")
                .trim_start_matches("year ")
                .trim_end_matches([':', '*']);
            (bare.len() == 4).then(|| year_word(bare)).flatten()
        }
        _ => None,
    }
}

/// The only month that a title, a sheet's or a file's name holds among its words: «Mars», «Logg mars 2025», «03 mars».
pub fn month_in(text: &str) -> Option<u32> {
    let text = plain(text);
    let words = text.split(|letter: char| !letter.is_alphabetic());
    let months: BTreeSet<u32> = words.filter_map(month_name).collect();
    (months.len() == 1)
        .then(|| months.first().copied())
        .flatten()
}

/// The year in a cell: 2023 as a number or a text, or a title that names one.
pub fn year(cell: &Cell) -> Option<i32> {
    match cell {
        Cell::Number(number) if number.fract() == 0.0 => {
            let in_range = (f64::from(*YEARS.start())..=f64::from(*YEARS.end())).contains(number);
            in_range.then_some(*number as i32)
        }
        Cell::Text(text) => year_in(text),
        Cell::Date { day: Some(day), .. } => Some(day.year()),
        _ => None,
    }
}

/// The only year that a title, a sheet's or a file's name holds; none if it holds two («2022-2023», «2022/23»).
pub fn year_in(text: &str) -> Option<i32> {
    let years = years_in(text);
    (years.len() == 1).then(|| years.first().copied()).flatten()
}

/// Every year that a text names; of «2022/23» both.
pub fn years_in(text: &str) -> BTreeSet<i32> {
    let mut years = BTreeSet::new();
    let text = plain(text);
    let mut rest = text.as_str();
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let Some(from) = rest.get(start..) else { break };
        let run = from.bytes().take_while(u8::is_ascii_digit).count();
        let Some((digits, after)) = from.split_at_checked(run) else {
            break;
        };
        rest = after;
        let year = match run {
            4 => digits.parse().ok(),
            8 => compact_day(digits).map(|day| day.year()),
            _ => None,
        };
        let Some(year) = year.filter(|year| YEARS.contains(year)) else {
            continue;
        };
        years.insert(year);
        if run == 4 && next_year_follows(year, after) {
            years.insert(year + 1);
        }
    }
    years
}

/// Whether the second year of «2022/23» or «2022-23» follows.
fn next_year_follows(year: i32, after: &str) -> bool {
    let Some(rest) = after.strip_prefix(['/', '-']) else {
        return false;
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let two = rest.get(..digits).unwrap_or_default();
    let short = ((year + 1) % 100).abs();
    digits == 2
        && two.parse() == Ok(short)
        && !rest
            .get(2..)
            .is_some_and(|more| more.starts_with(['-', '/']))
}

/// A day in eight digits, `20230415`.
pub(super) fn compact_day(digits: &str) -> Option<NaiveDate> {
    if digits.len() != 8 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize, to: usize| digits.get(from..to)?.parse::<u32>().ok();
    day_of(i32::try_from(part(0, 4)?).ok()?, part(4, 6)?, part(6, 8)?)
}

/// The day, if it exists and lies in [`YEARS`].
pub(super) fn day_of(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day).filter(|_| YEARS.contains(&year))
}
