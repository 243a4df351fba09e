//! Lengths of time and times of day.

use chrono::{NaiveTime, Timelike};

use super::estimate::{CONTINUOUS, decimal, quantity};
use super::number::amount;
use super::parsed::{Number, Parsed, parsed};
use super::plain::{LONGEST, is_withheld, plain, words};
use crate::gather::cell::Cell;
use crate::model::quantity::{Amount, Quantity};
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TimeUnit {
    Hours,
    Minutes,
}

/// Longer names stand before those they begin with or end in.
const NAMES: &[(&str, TimeUnit)] = &[
    ("timmars", TimeUnit::Hours),
    ("timmar", TimeUnit::Hours),
    ("timme", TimeUnit::Hours),
    ("tim.", TimeUnit::Hours),
    ("tim", TimeUnit::Hours),
    ("hours", TimeUnit::Hours),
    ("hour", TimeUnit::Hours),
    ("hrs", TimeUnit::Hours),
    ("minuter", TimeUnit::Minutes),
    ("minutes", TimeUnit::Minutes),
    ("minute", TimeUnit::Minutes),
    ("minut", TimeUnit::Minutes),
    ("min.", TimeUnit::Minutes),
    ("min", TimeUnit::Minutes),
    ("h", TimeUnit::Hours),
    ("m", TimeUnit::Minutes),
];

/// How many hours: «76 h», «1 tim 30 min», 7:30, «81».
pub fn hours(cell: &Cell) -> Parsed<Number> {
    length(cell, TimeUnit::Hours)
}

/// How many minutes: 20, «20 min», «1 tim».
pub fn minutes(cell: &Cell) -> Parsed<Number> {
    length(cell, TimeUnit::Minutes)
}

/// The exact minutes that a cell names with a unit, where they may not come out even in hours: «20 min».
pub fn exact_minutes(cell: &Cell) -> Option<Quantity> {
    let Cell::Text(text) = cell else { return None };
    named_minutes(text).filter(|minutes| minutes.is_exact())
}

/// Whether a text says how long something was, with a unit: «2 timmar», «över 2 timmar».
pub(crate) fn names_length(text: &str) -> bool {
    matches!(hours(&Cell::Text(text.to_owned())), Parsed::Is(_))
        && last_unit(&plain(text)).is_some()
}

/// The minutes a text names with a unit of time; `None` of a plain number.
pub(super) fn named_minutes(text: &str) -> Option<Quantity> {
    let text = plain(text);
    let named = text.contains(|c: char| c.is_ascii_digit()) && last_unit(&text).is_some();
    named.then(|| duration(&text, TimeUnit::Minutes)).flatten()
}

fn length(cell: &Cell, unit: TimeUnit) -> Parsed<Number> {
    if matches!(cell, Cell::Text(text) if is_withheld(text)) {
        return Parsed::Withheld;
    }
    parsed(cell, |cell| {
        let quantity = match cell {
            Cell::Number(number) => Quantity::exact(amount(*number)?),
            Cell::Time(time) => in_unit(
                Quantity::whole(u64::from(time.hour() * 60 + time.minute())),
                TimeUnit::Minutes,
                unit,
            ),
            Cell::Text(text) => duration(&plain(text), unit)?,
            _ => return None,
        };
        Some(Number::of(quantity))
    })
}

/// A length in `unit`, which also is the unit of a plain number. In «10–15 min» both ends are minutes.
fn duration(text: &str, unit: TimeUnit) -> Option<Quantity> {
    // «08:00–12:00» is a time of day, no length of between 8 and 12 hours.
    if text.matches(':').count() > 1 {
        return None;
    }
    let written = last_unit(text).unwrap_or(unit);
    quantity(text, CONTINUOUS, &|piece| {
        Some(in_unit(
            one_length(piece, written)?,
            TimeUnit::Minutes,
            unit,
        ))
    })
}

fn in_unit(quantity: Quantity, from: TimeUnit, to: TimeUnit) -> Quantity {
    match (from, to) {
        (TimeUnit::Minutes, TimeUnit::Hours) => quantity.part(1, 60),
        (TimeUnit::Hours, TimeUnit::Minutes) => quantity.part(60, 1),
        _ => quantity,
    }
}

/// The unit a text ends in.
fn last_unit(text: &str) -> Option<TimeUnit> {
    NAMES
        .iter()
        .find_map(|(name, unit)| without_name(text, name).map(|_| *unit))
}

fn without_name<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let bare = text.strip_suffix(name)?;
    bare.ends_with(|c: char| c == ' ' || c.is_ascii_digit())
        .then(|| bare.trim_end())
}

/// «20», «20 min», «1 tim 30 min», «1h30», «7:30», in minutes.
fn one_length(text: &str, unit: TimeUnit) -> Option<Quantity> {
    let minutes = |amount: Amount, unit| in_unit(Quantity::exact(amount), unit, TimeUnit::Minutes);
    if let Some(amount) = decimal(text) {
        return Some(minutes(amount, unit));
    }
    let whole = |text: &str| {
        text.parse()
            .ok()
            .filter(|_| text.len() <= 5 && text.bytes().all(|byte| byte.is_ascii_digit()))
    };
    if let Some((hours, rest)) = text.split_once(':') {
        let (hours, rest): (u64, u64) = (whole(hours)?, whole(rest)?);
        return (rest < 60).then(|| Quantity::whole(hours * 60 + rest));
    }
    if let Some((bare, unit)) = NAMES
        .iter()
        .find_map(|(name, unit)| Some((without_name(text, name)?, *unit)))
        && let Some(amount) = decimal(bare)
    {
        return Some(minutes(amount, unit));
    }
    // Hours first, then minutes: «1 tim 30 min», «1 h 30», «1h30m», «1 timme och 30 minuter».
    let split = text.find(|c: char| c.is_alphabetic())?;
    let (hours, rest) = text.split_at_checked(split)?;
    let name = NAMES
        .iter()
        .find(|(name, unit)| *unit == TimeUnit::Hours && rest.starts_with(name))?
        .0;
    let rest = rest
        .strip_prefix(name)?
        .trim_start_matches([' ', ','])
        .trim_start_matches("och ")
        .trim_start_matches("and ");
    let bare = NAMES
        .iter()
        .find_map(|(name, unit)| without_name(rest, name).filter(|_| *unit == TimeUnit::Minutes))
        .unwrap_or(rest);
    let rest: u64 = whole(bare)?;
    let hours = minutes(decimal(hours.trim_end())?, TimeUnit::Hours);
    (rest < 60).then(|| hours.plus(Quantity::whole(rest)))
}

/// Whether a cell says the midnight that ends a day: «24:00», or a day long as Excel keeps it.
pub fn ends_day(cell: &Cell) -> bool {
    match cell {
        Cell::Text(text) => plain(text).ends_with("24:00") || plain(text).ends_with("24.00"),
        Cell::Date { serial, .. } => *serial == Some(1.0),
        _ => false,
    }
}

/// The times of day in a cell, from and until, equal for a single one: «15:00», «21.00–03.00», «kl 15», a fraction of a day.
pub fn times(cell: &Cell) -> Option<(NaiveTime, NaiveTime)> {
    match cell {
        Cell::Time(time)
        | Cell::Date {
            time: Some(time), ..
        } => Some((*time, *time)),
        // 00:00, and 24:00 as Excel keeps it.
        Cell::Date {
            day: None,
            time: None,
            serial: Some(serial),
        } if *serial == 0.0 || *serial == 1.0 => Some((NaiveTime::MIN, NaiveTime::MIN)),
        Cell::Number(number) if (0.0..1.0).contains(number) => {
            let seconds = (number * 86_400.0).round() as u32;
            let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds % 86_400, 0)?;
            Some((time, time))
        }
        Cell::Text(text) if text.len() <= LONGEST => times_of_text(&plain(text)),
        _ => None,
    }
}

fn times_of_text(text: &str) -> Option<(NaiveTime, NaiveTime)> {
    let after_word = ["klockan", "kl.", "kl", "at"]
        .iter()
        .find_map(|word| text.strip_prefix(word));
    let rest = after_word.unwrap_or(text).trim();
    let split = ["-", " till ", " to ", " och "]
        .iter()
        .find_map(|between| rest.split_once(between));
    if let Some((from, to)) = split {
        return Some((
            clock(from.trim(), true)?,
            clock(to.trim().trim_start_matches("kl ").trim(), true)?,
        ));
    }
    let time = clock(rest, after_word.is_some())?;
    Some((time, time))
}

/// «15:00», «15.00», «1500»; «15» only where it cannot be anything else.
fn clock(text: &str, hour_alone: bool) -> Option<NaiveTime> {
    let digits = |text: &str| {
        let fits = matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| text.parse::<u32>().ok()).flatten()
    };
    let mut pieces = text.split([':', '.']);
    let hour = digits(pieces.next()?)?;
    let minute = match pieces.next() {
        None if hour_alone => 0,
        Some(minutes) if minutes.len() == 2 => digits(minutes)?,
        _ => return None,
    };
    let second = pieces.next().map_or(Some(0), digits)?;
    if pieces.next().is_some() {
        return None;
    }
    // Midnight at the end of a day is written 24.
    let hour = if hour == 24 && minute == 0 { 0 } else { hour };
    NaiveTime::from_hms_opt(hour, minute, second)
}

/// How many days after another day something was, in words: «samma dag», «dagen efter», «2 dagar».
pub(crate) fn days_after(text: &str) -> Option<u64> {
    let text = plain(text);
    let all: Vec<&str> = words(&text).collect();
    match all.as_slice() {
        ["samma", "dag" | "dygn"] | ["same", "day"] => Some(0),
        ["direkt" | "omgående" | "omedelbart" | "genast" | "immediately"] => Some(0),
        ["dagen" | "dag", "efter" | "därpå"] | ["nästa", "dag"] | ["next", "day"] => Some(1),
        ["efter", number, "dag" | "dagar" | "days"]
        | [number, "dag" | "dagar" | "day" | "days"]
        | [
            number,
            "dag" | "dagar" | "days",
            "senare" | "efter" | "later",
        ] => number.parse().ok().filter(|days| *days <= 366),
        _ => None,
    }
}
