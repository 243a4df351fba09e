//! Dates as they are written, piece by piece, before anything says which year they lie in.

use chrono::{Datelike, NaiveDate};

use super::LONGEST;
use super::calendar::{compact_day, day_of, is_weekday, month_heading, month_name, year_word};
use crate::gather::cell::YEARS;

/// A day, a month or a week, whole or in part: «3» of «3–5 maj».
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Part {
    pub(super) year: Option<i32>,
    pub(super) month: Option<u32>,
    /// How many months from `month` on, where it is a quarter, a third or a half of a year.
    pub(super) months: Option<u32>,
    pub(super) day: Option<u32>,
    pub(super) week: Option<u32>,
    /// A number alone, a day or a week by what stands beside it.
    pub(super) bare: Option<u32>,
}

impl Part {
    /// Makes a number that stands alone a day or a week, like what stands beside it.
    pub(super) fn take_after(&mut self, beside: Option<Part>) {
        match (self.bare, beside) {
            (Some(number), Some(Part { week: Some(_), .. })) => {
                (self.bare, self.week) = (None, Some(number))
            }
            (
                Some(number),
                Some(Part {
                    day: Some(_),
                    month: Some(month),
                    ..
                }),
            ) => {
                (self.bare, self.day, self.month) = (None, Some(number), Some(month));
            }
            _ => {}
        }
    }

    /// Whether both can stand in one list: days with days, weeks with weeks, months with months.
    fn goes_with(&self, other: &Part) -> bool {
        let kind = |part: &Part| (part.week.is_some(), part.day.is_some());
        self.bare.is_some() || other.bare.is_some() || kind(self) == kind(other)
    }
}

/// What stands between two dates.
const BETWEEN: &[&str] = &[
    " - ", " t.o.m. ", " t o m ", " tom ", " till ", " och ", " o ", " to ", " and ", " & ", "&",
    ", ", ",", "+", "-", "/",
];

/// The most dates that one cell lists.
const MOST: usize = 6;

/// The days, weeks or months that a [plain](super::plain) text names; `None` if it is anything else.
pub(super) fn written(text: &str) -> Option<Vec<Part>> {
    if text.is_empty() || text.len() > LONGEST || !has_only_words_of_dates(text) {
        return None;
    }
    let text = without_asides(text);
    parts(text, MOST).or_else(|| parts(without_time(text), MOST))
}

/// Words that stand in dates besides the names of months and days of the week.
const WORDS: &[&str] = &[
    "v", "w", "vecka", "veckor", "veckorna", "week", "weeks", "den", "i", "on", "the", "t", "o",
    "m", "tom", "till", "och", "to", "and", "a", "e", "st", "nd", "rd", "th", "z",
];

/// Whether a word says which part of a year.
fn is_part_of_year(word: &str) -> bool {
    PARTS_OF_YEAR.iter().any(|(_, names)| names.contains(&word))
        || ORDINALS.iter().any(|names| names.contains(&word))
}

/// Whether every word before a time of day can stand in a date. Most texts are remarks, and need no closer look.
fn has_only_words_of_dates(text: &str) -> bool {
    let day = text.split_once(" kl").map_or(text, |(day, _)| day);
    let mut words = day
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    words.all(|word| {
        WORDS.contains(&word)
            || month_name(word).is_some()
            || is_weekday(word)
            || is_part_of_year(word)
    })
}

/// The text without the sign of a footnote, a colon or a day of the week at its end: «mars*», «15 april (lör)».
fn without_asides(text: &str) -> &str {
    let text = text.trim_end_matches([':', '*', ' ']);
    let aside = text
        .rsplit_once(' ')
        .filter(|(_, last)| is_weekday(last.trim_matches(['(', ')'])));
    aside.map_or(text, |(day, _)| day.trim_end_matches([',', ' ']))
}

/// The text without a time of day at its end: «2023-04-15 13:00», «12 maj kl. 18».
fn without_time(text: &str) -> &str {
    if let Some((day, hour)) = text.split_once(" kl")
        && hour
            .trim_start_matches("ockan")
            .trim_start_matches(['.', ' '])
            .starts_with(|c: char| c.is_ascii_digit())
    {
        return day.trim_end_matches([',', ' ']);
    }
    let time = |word: &str| {
        let (hour, rest) = word.split_once([':', '.']).unwrap_or_default();
        digits(hour, 2).is_some()
            && matches!(rest.len(), 2..=10)
            && rest.starts_with(|c: char| c.is_ascii_digit())
    };
    let clock = |word: &str| word.split('-').all(time);
    match text.rsplit_once([' ', 't']) {
        Some((day, word)) if clock(word) => day.trim_end_matches([',', ' ']),
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
            let Some(first) = text.get(..place).and_then(part) else {
                continue;
            };
            let rest = text
                .get(place + between.len()..)
                .and_then(|rest| parts(rest, most - 1));
            if let Some(rest) = rest.filter(|rest| rest.iter().all(|other| first.goes_with(other)))
            {
                return Some([vec![first], rest].concat());
            }
        }
    }
    None
}

fn part(text: &str) -> Option<Part> {
    let text = without_weekday(text.trim());
    part_of_year(text)
        .or_else(|| named_week(text))
        .or_else(|| numeric(text))
        .or_else(|| with_month_name(text))
        .or_else(|| bare(text))
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

/// Names of the parts of a year, and how many months each has. A letter alone says it only beside a year.
const PARTS_OF_YEAR: &[(u32, &[&str])] = &[
    (3, &["kv", "kvartal", "kvartalet", "q", "quarter"]),
    (4, &["tertial", "tertialet", "t"]),
    (6, &["halvår", "halvåret", "half", "h"]),
];

/// The first, the second, the third and the fourth, as words.
const ORDINALS: &[&[&str]] = &[
    &["första", "first"],
    &["andra", "second"],
    &["tredje", "third"],
    &["fjärde", "fourth"],
];

/// What a column of bare numbers counts, by its heading: «Kvartal» with 1–4 below is no column of months.
pub fn part_of_heading(heading: &str) -> Option<&'static str> {
    let heading = super::plain(heading);
    let word = heading
        .split(|c: char| !c.is_alphabetic())
        .find(|word| !word.is_empty())?;
    let names = PARTS_OF_YEAR
        .iter()
        .find(|(_, names)| word.len() > 1 && names.contains(&word))?
        .1;
    names.iter().find(|name| name.len() > 1).copied()
}

/// «kv 1 2023», «Q1», «2023-Q1», «första kvartalet 2023», «tertial 2», «T2 2023», «2:a halvåret 2023».
fn part_of_year(text: &str) -> Option<Part> {
    let mut words: Vec<&str> = text
        .split([' ', '-', '.', ':', '/'])
        .filter(|word| !word.is_empty())
        .collect();
    let is_year = |word: &&&str| word.len() == 4 && year_word(word).is_some();
    let place = [0, words.len().checked_sub(1)?]
        .into_iter()
        .find(|place| words.get(*place).filter(is_year).is_some());
    let year = place.and_then(|place| year_word(words.remove(place)));
    let ordinal = |word: &str| {
        let spelt = ORDINALS
            .iter()
            .position(|names| names.contains(&word))
            .and_then(|place| u32::try_from(place).ok());
        spelt.map(|place| place + 1).or_else(|| digits(word, 1))
    };
    let (name, number) = match *words.as_slice() {
        [glued] => {
            let (name, number) =
                glued.split_at_checked(glued.find(|c: char| c.is_ascii_digit())?)?;
            (name, digits(number, 1)?)
        }
        [number, "a" | "e" | "st" | "nd" | "rd" | "th", name] => (name, digits(number, 1)?),
        [name, number] if digits(number, 1).is_some() => (name, digits(number, 1)?),
        [number, name] => (name, ordinal(number)?),
        _ => return None,
    };
    let (months, _) = PARTS_OF_YEAR
        .iter()
        .find(|(_, names)| names.contains(&name))?;
    let is_letter = name.len() == 1 && name != "q";
    if is_letter && year.is_none() || number == 0 || number * months > 12 {
        return None;
    }
    Some(Part {
        year,
        month: Some((number - 1) * months + 1),
        months: Some(*months),
        ..Part::default()
    })
}

/// «v. 12», «vecka 9», «w12», «2023-w13», «v 12 2023».
fn named_week(text: &str) -> Option<Part> {
    let (before, after) = text.split_at_checked(text.find(['v', 'w'])?)?;
    let own = before.trim_end_matches([' ', '-', ',']);
    let leading_year = if own.is_empty() {
        None
    } else {
        Some(year_word(own).filter(|_| own.len() == 4)?)
    };
    let names = ["veckorna", "veckor", "vecka", "weeks", "week", "v", "w"];
    let rest = names
        .iter()
        .find_map(|name| after.strip_prefix(name))?
        .trim_start_matches(['.', ' ', ':']);
    let (number, year) = match rest.split_once([' ', '-', '/']) {
        None => (rest, leading_year),
        Some((number, year)) => (
            number,
            Some(
                year_word(year.trim())
                    .filter(|_| leading_year.is_none() && year.trim().len() == 4)?,
            ),
        ),
    };
    let week = digits(number.trim_end_matches([',', '.']), 2)?;
    Some(Part {
        year,
        week: Some(week),
        ..Part::default()
    })
}

/// Days in figures: «2023-04-15», «20230415», «19/5», «8/3 2023», «15/3-22», «15.4.2023», «15.4.», «2023-04».
fn numeric(text: &str) -> Option<Part> {
    if let Some(day) = compact_day(text) {
        return Some(of_day(day));
    }
    if let Some(part) = six_digits(text) {
        return Some(part);
    }
    let pieces: Vec<&str> = text
        .trim_end_matches('.')
        .split(['-', '/', '.', ' '])
        .map(str::trim)
        .filter(|s| !s.is_empty())
        .collect();
    let separators: String = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let separators = separators.as_str();
    let on = |year, month, day| {
        Some(Part {
            year,
            month: Some(month),
            day: Some(day),
            ..Part::default()
        })
    };
    match *pieces.as_slice() {
        [y, m, d] if y.len() == 4 && matches!(separators, "--" | "//" | ".." | "  ") => {
            on(Some(year_word(y)?), digits(m, 2)?, digits(d, 2)?)
        }
        [d, m, y]
            if matches!(
                separators,
                "//" | ".." | ". ." | ". . " | "--" | "/ " | "/-" | "/ -" | ". " | ".. "
            ) =>
        {
            // «03-04-22» could begin with the year or the day.
            if separators == "--" && y.len() != 4 {
                return None;
            }
            on(Some(year_word(y)?), digits(m, 2)?, digits(d, 2)?)
        }
        [y, m] if y.len() == 4 && m.len() == 2 && matches!(separators, "-" | "/") => Some(Part {
            year: Some(year_word(y)?),
            month: Some(digits(m, 2)?),
            ..Part::default()
        }),
        [m, y] if y.len() == 4 && matches!(separators, "/" | "-") => Some(Part {
            year: Some(year_word(y)?),
            month: Some(digits(m, 2)?),
            ..Part::default()
        }),
        [d, m] if matches!(separators, "/" | ".." | ". .") => {
            on(None, digits(m, 2)?, digits(d, 2)?)
        }
        _ => None,
    }
}

/// «220315» is a day, «202304» a month; where both fit («201012»), neither.
fn six_digits(text: &str) -> Option<Part> {
    if text.len() != 6 {
        return None;
    }
    let all = digits(text, 6)?;
    let day = day_of(
        2000 + i32::try_from(all / 10_000).ok()?,
        all / 100 % 100,
        all % 100,
    );
    let year = i32::try_from(all / 100).ok()?;
    let month = (YEARS.contains(&year) && (1..=12).contains(&(all % 100))).then_some(all % 100);
    match (day, month) {
        (Some(day), None) => Some(of_day(day)),
        (None, Some(month)) => Some(Part {
            year: Some(year),
            month: Some(month),
            ..Part::default()
        }),
        _ => None,
    }
}

fn of_day(day: NaiveDate) -> Part {
    Part {
        year: Some(day.year()),
        month: Some(day.month()),
        day: Some(day.day()),
        ..Part::default()
    }
}

/// «17 feb», «14 september 2022», «1:a maj», «maj 2023», «March 3, 2023», «jan-22».
fn with_month_name(text: &str) -> Option<Part> {
    let words: Vec<&str> = text
        .split(' ')
        .map(|word| word.trim_end_matches(','))
        .collect();
    let ordinal = |word: &str| {
        let number = [":a", ":e", ".", "st", "nd", "rd", "th"]
            .iter()
            .find_map(|end| word.strip_suffix(end))
            .unwrap_or(word);
        digits(number, 2)
    };
    let four = |word: &str| {
        year_word(word).filter(|_| word.len() == 4 || word.starts_with(['\'', '’', '-']))
    };
    match *words.as_slice() {
        [one] => glued(one),
        [d, m] if month_name(m).is_some() => Some(Part {
            day: Some(ordinal(d)?),
            month: month_name(m),
            ..Part::default()
        }),
        [m, y] => Some(Part {
            month: Some(month_name(m)?),
            year: Some(four(y)?),
            ..Part::default()
        }),
        [d, m, y] if month_name(m).is_some() => Some(Part {
            day: Some(ordinal(d)?),
            month: month_name(m),
            year: Some(year_word(y)?),
            ..Part::default()
        }),
        [m, d, y] => Some(Part {
            day: Some(ordinal(d)?),
            month: Some(month_name(m)?),
            year: Some(four(y)?),
            ..Part::default()
        }),
        _ => None,
    }
}

/// One word with a month in it: «maj», «3maj», «3-maj», «3-maj-2023», «jan-22».
fn glued(word: &str) -> Option<Part> {
    if let Some((month, year)) = month_heading(word) {
        return Some(Part {
            month: Some(month),
            year,
            ..Part::default()
        });
    }
    let letters = word.find(|c: char| !c.is_ascii_digit() && c != '-')?;
    let (day, name) = word.split_at_checked(letters)?;
    let (month, year) = month_heading(name)?;
    Some(Part {
        day: Some(digits(day.trim_end_matches('-'), 2)?),
        month: Some(month),
        year,
        ..Part::default()
    })
}

/// A number alone, perhaps with a year: «10», «10 2023», «3:e».
fn bare(text: &str) -> Option<Part> {
    let (number, year) = match text.split_once(' ') {
        None => (text, None),
        Some((number, year)) => (number, Some(year_word(year).filter(|_| year.len() == 4)?)),
    };
    let number = number.trim_end_matches([':', 'e', 'a', '.']);
    Some(Part {
        bare: Some(digits(number, 2)?),
        year,
        ..Part::default()
    })
}
