//! When: dates, weeks and months as people write them.

use chrono::{Datelike, Days, NaiveDate};

use super::calendar::{YEARS, compact_day, day_of, is_weekday, month_heading, month_name, year_word};
use super::{Dated, LONGEST, Reading, plain, reading};
use crate::gather::cell::Cell;
use crate::model::span::DateSpan;

/// The serial numbers of spreadsheets that are taken for a date without being shown as one: 1990-05-07 to 2099-11-12.
const SERIALS: std::ops::RangeInclusive<f64> = 33_000.0..=73_000.0;

/// The date in a cell: a day, a week, a month, or several days. A text without a year gets `year`, if there is one.
pub fn date(cell: &Cell, year: Option<i32>) -> Reading<Dated> {
    reading(cell, |cell| match cell {
        Cell::Date { day: Some(day), .. } => Some(known(DateSpan::day(*day))),
        Cell::Number(number) => numeric_day(*number).map(|day| known(DateSpan::day(day))),
        Cell::Text(text) => dated(&plain(text), year),
        _ => None,
    })
}

/// The ISO week in a cell: 13, «v.13», «vecka 9 och 10», «2023-W13». A date is itself.
pub fn week(cell: &Cell, year: Option<i32>) -> Reading<Dated> {
    reading(cell, |cell| match cell {
        Cell::Date { day: Some(day), .. } => Some(known(DateSpan::day(*day))),
        Cell::Number(number) if number.fract() == 0.0 && (1.0..=53.0).contains(number) => {
            let part = Part { week: Some(*number as u32), ..Part::default() };
            resolve(&[part], year)
        }
        Cell::Number(number) => numeric_day(*number).map(|day| known(DateSpan::day(day))),
        Cell::Text(text) => {
            let text = plain(text);
            let bare =
                text.starts_with(|c: char| c.is_ascii_digit()).then(|| dated(&format!("v {text}"), year)).flatten();
            bare.or_else(|| dated(&text, year))
        }
        _ => None,
    })
}

/// The calendar month in a cell: «Januari 2022», «jan», 1–12, or the month of a date.
pub fn month(cell: &Cell, year: Option<i32>) -> Reading<Dated> {
    let of_month = |month, own: Option<i32>| {
        let year = own.or(year).filter(|year| YEARS.contains(year))?;
        Some(Dated { span: DateSpan::month(year, month)?, assumed_year: own.is_none() })
    };
    let month_of = |day: NaiveDate| of_month(day.month(), Some(day.year()));
    reading(cell, |cell| match cell {
        Cell::Date { day: Some(day), .. } => month_of(*day),
        Cell::Number(number) if number.fract() == 0.0 && (1.0..=12.0).contains(number) => {
            of_month(*number as u32, None)
        }
        Cell::Number(number) => numeric_day(*number).and_then(month_of),
        Cell::Text(text) => {
            if let Some((month, own)) = month_heading(text) {
                return of_month(month, own);
            }
            let text = plain(text);
            if let Some(month) = text.parse().ok().filter(|month| (1..=12).contains(month)) {
                return of_month(month, None);
            }
            let dated = dated(&text, year)?;
            let whole = DateSpan::month(dated.span.from.year(), dated.span.from.month())?;
            dated.span.within(whole).then_some(Dated { span: whole, ..dated })
        }
        _ => None,
    })
}

fn known(span: DateSpan) -> Dated {
    Dated { span, assumed_year: false }
}

/// A day that a cell holds as a plain number: 20230415, or the serial of a date that lost its dress.
fn numeric_day(number: f64) -> Option<NaiveDate> {
    if number.fract() == 0.0 && (1e7..1e8).contains(&number) {
        return compact_day(&format!("{number:.0}"));
    }
    let days = SERIALS.contains(&number).then_some(number.floor() as u64)?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))
}

/// A day, a month or a week, whole or in part: «3» of «3–5 maj».
#[derive(Clone, Copy, Debug, Default)]
struct Part {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
    week: Option<u32>,
    /// A number alone, a day or a week by what stands beside it.
    bare: Option<u32>,
}

impl Part {
    /// Whether both can stand in one list: days with days, weeks with weeks, months with months.
    fn goes_with(&self, other: &Part) -> bool {
        let kind = |part: &Part| (part.week.is_some(), part.day.is_some());
        self.bare.is_some() || other.bare.is_some() || kind(self) == kind(other)
    }
}

/// What stands between two dates.
const BETWEEN: &[&str] =
    &[" - ", " t.o.m. ", " t o m ", " tom ", " till ", " och ", " to ", " and ", " & ", "&", ", ", ",", "+", "-"];

fn dated(text: &str, year: Option<i32>) -> Option<Dated> {
    let text = without_time(text);
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    resolve(&parts(text, 6)?, year)
}

/// The text without a time of day at its end: «2023-04-15 13:00», «12 maj kl. 18».
fn without_time(text: &str) -> &str {
    if let Some((day, _)) = text.split_once(" kl") {
        return day.trim_end_matches([',', ' ']);
    }
    let clock = |word: &str| {
        word.split(['-', ':']).all(|digits| {
            !digits.is_empty() && digits.trim_end_matches('z').bytes().all(|b| b.is_ascii_digit() || b == b'.')
        }) && word.contains(':')
    };
    match text.rsplit_once([' ', 't']) {
        Some((day, time)) if clock(time) => day.trim_end_matches([',', ' ']),
        _ => text,
    }
}

/// The dates of a text, at most `most`; a text that is one date as a whole is not taken apart.
fn parts(text: &str, most: usize) -> Option<Vec<Part>> {
    if let Some(part) = part(text) {
        return Some(vec![part]);
    }
    if most == 0 {
        return None;
    }
    for between in BETWEEN {
        for (place, _) in text.match_indices(between) {
            let Some(first) = text.get(..place).and_then(part) else { continue };
            let rest = text.get(place + between.len()..).and_then(|rest| parts(rest, most - 1));
            if let Some(rest) = rest.filter(|rest| rest.iter().all(|other| first.goes_with(other))) {
                return Some([vec![first], rest].concat());
            }
        }
    }
    None
}

fn part(text: &str) -> Option<Part> {
    let text = without_weekday(text.trim());
    named_week(text).or_else(|| numeric(text)).or_else(|| with_month_name(text)).or_else(|| bare(text))
}

fn without_weekday(text: &str) -> &str {
    let mut rest = text;
    while let Some((word, after)) = rest.split_once(' ') {
        if !(is_weekday(word) || matches!(word, "den" | "i" | "on" | "the")) {
            break;
        }
        rest = after;
    }
    rest
}

/// A number of at most `length` digits.
fn digits(text: &str, length: usize) -> Option<u32> {
    let fits = (1..=length).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

/// «v. 12», «vecka 9», «w12», «2023-w13», «v 12 2023».
fn named_week(text: &str) -> Option<Part> {
    let (before, after) = text.split_at_checked(text.find(['v', 'w'])?)?;
    let own = before.trim_end_matches([' ', '-', ',']);
    let leading_year = if own.is_empty() { None } else { Some(year_word(own).filter(|_| own.len() == 4)?) };
    let names = ["veckorna", "veckor", "vecka", "weeks", "week", "v", "w"];
    let rest = names.iter().find_map(|name| after.strip_prefix(name))?.trim_start_matches(['.', ' ', ':']);
    let (number, year) = match rest.split_once([' ', '-', '/']) {
        None => (rest, leading_year),
        Some((number, year)) => {
            (number, Some(year_word(year.trim()).filter(|_| leading_year.is_none() && year.trim().len() == 4)?))
        }
    };
    let week = digits(number.trim_end_matches([',', '.']), 2)?;
    Some(Part { year, week: Some(week), ..Part::default() })
}

/// Days in figures: «2023-04-15», «20230415», «19/5», «8/3 2023», «15/3-22», «15.4.2023», «15.4.», «2023-04».
fn numeric(text: &str) -> Option<Part> {
    if let Some(day) = compact_day(text) {
        return Some(of_day(day));
    }
    if let Some(part) = six_digits(text) {
        return Some(part);
    }
    let pieces: Vec<&str> =
        text.trim_end_matches('.').split(['-', '/', '.', ' ']).map(str::trim).filter(|s| !s.is_empty()).collect();
    let separators: String = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let separators = separators.as_str();
    let on = |year, month, day| Some(Part { year, month: Some(month), day: Some(day), ..Part::default() });
    match *pieces.as_slice() {
        [y, m, d] if y.len() == 4 && matches!(separators, "--" | "//" | ".." | "  ") => {
            on(Some(year_word(y)?), digits(m, 2)?, digits(d, 2)?)
        }
        [d, m, y] if matches!(separators, "//" | ".." | ". ." | ". . " | "--" | "/ " | "/-" | "/ -" | ". " | ".. ") => {
            // «03-04-22» could begin with the year or the day.
            if separators == "--" && y.len() != 4 {
                return None;
            }
            on(Some(year_word(y)?), digits(m, 2)?, digits(d, 2)?)
        }
        [y, m] if y.len() == 4 && m.len() == 2 && matches!(separators, "-" | "/") => {
            Some(Part { year: Some(year_word(y)?), month: Some(digits(m, 2)?), ..Part::default() })
        }
        [m, y] if y.len() == 4 && matches!(separators, "/" | "-") => {
            Some(Part { year: Some(year_word(y)?), month: Some(digits(m, 2)?), ..Part::default() })
        }
        [d, m] if matches!(separators, "/" | ".." | ". .") => on(None, digits(m, 2)?, digits(d, 2)?),
        _ => None,
    }
}

/// «220315» is a day, «202304» a month; where both fit («201012»), neither.
fn six_digits(text: &str) -> Option<Part> {
    if text.len() != 6 {
        return None;
    }
    let all = digits(text, 6)?;
    let day = day_of(2000 + i32::try_from(all / 10_000).ok()?, all / 100 % 100, all % 100);
    let year = i32::try_from(all / 100).ok()?;
    let month = (YEARS.contains(&year) && (1..=12).contains(&(all % 100))).then_some(all % 100);
    match (day, month) {
        (Some(day), None) => Some(of_day(day)),
        (None, Some(month)) => Some(Part { year: Some(year), month: Some(month), ..Part::default() }),
        _ => None,
    }
}

fn of_day(day: NaiveDate) -> Part {
    Part { year: Some(day.year()), month: Some(day.month()), day: Some(day.day()), ..Part::default() }
}

/// «17 feb», «14 september 2022», «1:a maj», «maj 2023», «March 3, 2023», «jan-22».
fn with_month_name(text: &str) -> Option<Part> {
    let words: Vec<&str> = text.split(' ').map(|word| word.trim_end_matches(',')).collect();
    let ordinal = |word: &str| {
        let number =
            [":a", ":e", ".", "st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
        digits(number, 2)
    };
    let four = |word: &str| year_word(word).filter(|_| word.len() == 4 || word.starts_with(['\'', '’', '-']));
    match *words.as_slice() {
        [one] => glued(one),
        [d, m] if month_name(m).is_some() => {
            Some(Part { day: Some(ordinal(d)?), month: month_name(m), ..Part::default() })
        }
        [m, y] => Some(Part { month: Some(month_name(m)?), year: Some(four(y)?), ..Part::default() }),
        [d, m, y] if month_name(m).is_some() => {
            Some(Part { day: Some(ordinal(d)?), month: month_name(m), year: Some(year_word(y)?), ..Part::default() })
        }
        [m, d, y] => {
            Some(Part { day: Some(ordinal(d)?), month: Some(month_name(m)?), year: Some(four(y)?), ..Part::default() })
        }
        _ => None,
    }
}

/// One word with a month in it: «maj», «3maj», «3-maj», «3-maj-2023», «jan-22».
fn glued(word: &str) -> Option<Part> {
    if let Some((month, year)) = month_heading(word) {
        return Some(Part { month: Some(month), year, ..Part::default() });
    }
    let letters = word.find(|c: char| !c.is_ascii_digit() && c != '-')?;
    let (day, name) = word.split_at_checked(letters)?;
    let (month, year) = month_heading(name)?;
    Some(Part { day: Some(digits(day.trim_end_matches('-'), 2)?), month: Some(month), year, ..Part::default() })
}

/// A number alone, perhaps with a year: «10», «10 2023», «3:e».
fn bare(text: &str) -> Option<Part> {
    let (number, year) = match text.split_once(' ') {
        None => (text, None),
        Some((number, year)) => (number, Some(year_word(year).filter(|_| year.len() == 4)?)),
    };
    let number = number.trim_end_matches([':', 'e', 'a', '.']);
    Some(Part { bare: Some(digits(number, 2)?), year, ..Part::default() })
}

/// The span of all parts: what one lacks, its neighbour gives.
fn resolve(parts: &[Part], year: Option<i32>) -> Option<Dated> {
    let mut parts = parts.to_vec();
    // «vecka 9 och 10»: from before. «3–5 maj»: from behind.
    for forward in [true, false] {
        let mut beside: Option<Part> = None;
        let order: Vec<usize> = if forward { (0..parts.len()).collect() } else { (0..parts.len()).rev().collect() };
        for place in order {
            let Some(part) = parts.get_mut(place) else { continue };
            if let (Some(number), Some(beside)) = (part.bare, beside) {
                if beside.week.is_some() {
                    (part.bare, part.week) = (None, Some(number));
                } else if beside.day.is_some() && beside.month.is_some() {
                    (part.bare, part.day, part.month) = (None, Some(number), beside.month);
                }
            }
            // A year stands last and holds for what comes before it.
            if !forward && part.year.is_none() {
                part.year = beside.and_then(|beside| beside.year);
            }
            beside = Some(*part);
        }
    }
    let assumed_year = parts.iter().any(|part| part.year.is_none());
    let spans = parts.iter().map(|part| span(*part, part.year.or(year)?)).collect::<Option<Vec<_>>>()?;
    let (first, last) = (*spans.first()?, *spans.last()?);
    if last.from >= first.from {
        let whole = spans.iter().fold(first, |whole, span| whole.union(*span));
        return Some(Dated { span: whole, assumed_year });
    }
    // «28 dec–3 jan 2024», «v 52–1»: over the turn of the year. Anything else the wrong way round is a slip.
    let (one, other) = (*parts.first()?, *parts.last()?);
    let given = other.year;
    let (from, to) = match given {
        Some(year) => (span(one, year.checked_sub(1)?)?, last),
        None => (first, span(other, year?.checked_add(1)?)?),
    };
    let turned = DateSpan::new(from.from, to.to);
    (parts.len() == 2 && turned.days() <= 93).then_some(Dated { span: turned, assumed_year })
}

/// The days of a part that lacks nothing, in a year.
fn span(part: Part, year: i32) -> Option<DateSpan> {
    if !YEARS.contains(&year) {
        return None;
    }
    match part {
        Part { bare: Some(_), .. } => None,
        Part { week: Some(week), .. } => DateSpan::iso_week(year, week),
        Part { month: Some(month), day: Some(day), .. } => day_of(year, month, day).map(DateSpan::day),
        Part { month: Some(month), .. } => DateSpan::month(year, month),
        _ => None,
    }
}
