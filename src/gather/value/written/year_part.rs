//! Quarters, thirds and halves of a year, and weeks.

use super::super::memo::Memo;
use super::part::{Part, digits};
use crate::gather::value::calendar::year_word;
use crate::gather::value::plain::plain;

/// Whether a word says which part of a year.
pub(super) fn is_part_of_year(word: &str) -> bool {
    PARTS_OF_YEAR.iter().any(|(_, names)| names.contains(&word))
        || ORDINALS.iter().any(|names| names.contains(&word))
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
pub(crate) fn part_of_heading(heading: &str) -> Option<&'static str> {
    HEADINGS.with(|memo| memo.of((), heading, || read_part_of_heading(heading)))
}

thread_local! {
    static HEADINGS: Memo<(), Option<&'static str>> = Memo::default();
}

fn read_part_of_heading(heading: &str) -> Option<&'static str> {
    let heading = plain(heading);
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
pub(super) fn part_of_year(text: &str) -> Option<Part> {
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
        [single_word] => {
            let (name, number) =
                single_word.split_at_checked(single_word.find(|c: char| c.is_ascii_digit())?)?;
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
pub(super) fn named_week(text: &str) -> Option<Part> {
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
