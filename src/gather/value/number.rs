//! How many: a cell of a counted column.

use chrono::{Datelike, NaiveDate};

use super::estimate::{CONTINUOUS, WHOLE, decimal, number_word, quantity};
use super::parsed::{Number, Parsed, SMALLEST_DATE, parsed};
use super::plain::{is_withheld, plain};
use super::remark::with_remark;
use crate::gather::cell::Cell;
use crate::model::quantity::{Amount, Quantity};

/// Words after a number that only say what was counted. «3 planerade» is no three.
const UNITS: &[&str] = &[
    "st",
    "st.",
    "styck",
    "stycken",
    "ggr",
    "gång",
    "gånger",
    "besök",
    "möte",
    "möten",
    "person",
    "personer",
    "pers",
    "pers.",
    "deltagare",
    "elever",
    "ungdomar",
    "barn",
    "kontakt",
    "kontakter",
    "samtal",
    "kontroll",
    "kontroller",
    "insats",
    "insatser",
    "tillfälle",
    "tillfällen",
    "ärende",
    "ärenden",
    "pcs",
    "times",
    "visit",
    "visits",
    "contact",
    "contacts",
    "check",
    "checks",
    "meeting",
    "meetings",
    "people",
    "persons",
    "participants",
    "genomförda",
    "genomförd",
    "genomfört",
    "hållna",
    "utförda",
    "totalt",
    "nya",
    "extra",
];

/// The number in a cell. With `whole`, bounds widen to whole things. «x» and «ja» are one, «nej» and «inga» zero.
pub fn number(cell: &Cell, whole: bool) -> Parsed<Number> {
    let widen = |number: Number| {
        let quantity = if whole {
            number.quantity.in_whole_things()
        } else {
            number.quantity
        };
        Number {
            from_date: number.from_date,
            ..Number::of(quantity)
        }
    };
    let step = if whole { WHOLE } else { CONTINUOUS };
    match cell {
        Cell::Text(text) if is_withheld(text) => Parsed::Withheld,
        _ => parsed(cell, |cell| of_cell(cell, step).map(widen)),
    }
}

fn of_cell(cell: &Cell, step: Amount) -> Option<Number> {
    match cell {
        Cell::Number(number) => amount(*number).map(|amount| Number::of(Quantity::exact(amount))),
        Cell::Bool(yes) => Some(Number::of(if *yes {
            Quantity::ONE
        } else {
            Quantity::ZERO
        })),
        Cell::Text(text) => {
            let text = plain(text);
            let text = without_note(&text);
            let alone = |text: &str| quantity(bare(text), step, &counted);
            alone(text)
                .or_else(|| with_remark(text, alone))
                .or_else(|| added(text))
                .map(Number::of)
        }
        Cell::Date {
            serial: Some(serial),
            ..
        } if *serial < SMALLEST_DATE => {
            amount(*serial).map(|amount| Number::of(Quantity::exact(amount)))
        }
        Cell::Date {
            day: Some(day),
            time: None,
            ..
        } => typed_range(*day).map(|quantity| Number {
            from_date: true,
            ..Number::of(quantity)
        }),
        _ => None,
    }
}

/// What numbers with a plus between them are together: «2+1», «2 st + 1 st», «+3».
fn added(text: &str) -> Option<Quantity> {
    let parts = text.strip_prefix('+').unwrap_or(text).split('+');
    let known: Option<Vec<Amount>> = parts.map(|part| decimal(bare(part.trim()))).collect();
    let known = known.filter(|_| text.contains('+'))?;
    Some(known.into_iter().map(Quantity::exact).sum())
}

/// The text without the sign of a footnote: «4*», «4¹», «4 1)».
fn without_note(text: &str) -> &str {
    let signs = ['*', '†', '¹', '²', '³', '!'];
    let bare = text.trim_end_matches(signs).trim_end();
    let numbered = bare
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once(' '));
    match numbered {
        Some((number, note))
            if note.len() == 1 && note.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            number.trim_end()
        }
        _ => bare,
    }
}

/// A number of a cell as an amount; none if it is negative or beyond what is counted.
pub(super) fn amount(number: f64) -> Option<Amount> {
    let hundredths = (number * 100.0).round();
    // In this range the conversion is exact.
    (0.0..=Amount::MAX.in_hundredths() as f64)
        .contains(&hundredths)
        .then(|| Amount::hundredths(hundredths as u64))
}

/// How much a negative number takes away: «-2».
pub(crate) fn negative(cell: &Cell) -> Option<Amount> {
    let taken = match cell {
        Cell::Number(number) => amount(-number)?,
        Cell::Text(text) => decimal(bare(plain(text).strip_prefix('-')?.trim_start()))?,
        _ => return None,
    };
    (taken > Amount::ZERO).then_some(taken)
}

/// «2-3» that the spreadsheet made a day of: both numbers must be months, since it would not have made a date of others.
fn typed_range(day: NaiveDate) -> Option<Quantity> {
    let (one, other) = (u64::from(day.day()), u64::from(day.month()));
    (one <= 12 && one != other).then(|| Quantity::between(Amount::whole(one), Amount::whole(other)))
}

/// A number with its unit, or a word that says how many.
fn counted(text: &str) -> Option<Quantity> {
    let bare = bare(text);
    if let Some(amount) = decimal(bare) {
        return Some(Quantity::exact(amount));
    }
    if let Some(things) = number_word(bare) {
        return Some(Quantity::whole(things));
    }
    match bare {
        "x" | "ja" | "yes" | "✓" | "✔" | "☑" | "√" | "sant" | "true" => Some(Quantity::ONE),
        "nej" | "no" | "none" | "inga" | "ingen" | "inget" | "☐" | "falskt" | "false" => {
            Some(Quantity::ZERO)
        }
        "några" | "några få" | "flera" | "flertal" | "ett flertal" | "many" | "många" | "few"
        | "a few" | "several" | "some" => Some(Quantity::at_least(Amount::whole(2))),
        "ett par" | "a couple" => Some(Quantity::between(Amount::whole(2), Amount::whole(3))),
        _ => None,
    }
}

/// The text without its unit.
fn bare(text: &str) -> &str {
    UNITS
        .iter()
        .find_map(|unit| without_unit(text, unit))
        .unwrap_or(text)
}

/// The text before its unit, which follows a blank or a digit.
fn without_unit<'a>(text: &'a str, unit: &str) -> Option<&'a str> {
    let bare = text.strip_suffix(unit)?;
    bare.ends_with(|c: char| c == ' ' || c.is_ascii_digit())
        .then(|| bare.trim_end())
}
