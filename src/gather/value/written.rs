//! Dates as they are written, piece by piece, before anything says which year they lie in.

mod numeric;
mod part;
mod year_part;

use super::calendar::{is_weekday, month_heading, month_name, year_word};
use super::plain::LONGEST;
use numeric::numeric;
pub(super) use part::Part;
use part::digits;
pub(crate) use year_part::part_of_heading;
use year_part::{is_part_of_year, named_week, part_of_year};

/// What stands between two dates.
const BETWEEN: &[&str] = &[
    " - ", " t.o.m. ", " t o m ", " tom ", " till ", " och ", " o ", " to ", " and ", " & ", "&",
    ", ", ",", "+", "-", "/",
];

/// The most dates that one cell lists.
const MOST: usize = 6;

/// The days, weeks or months that a [plain](super::plain::plain) text names; `None` if it is anything else.
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
        [one] => single_word(one),
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
fn single_word(word: &str) -> Option<Part> {
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
