//! Texts with their identity numbers replaced.

use super::identity::identity_number_at;
use super::signs::{Sign, may_be_digit, signs};

/// What stands where an identity number stood; says nothing in any language.
pub(crate) const MASK: &str = "••••••-••••";

/// The fewest signs of an identity number that are digits: two letters may stand among the last four.
const LEAST_DIGITS: usize = 7;

/// The text with every identity number in it replaced; `None` if it holds none.
pub fn mask(text: &str) -> Option<String> {
    let mut masked: Option<String> = None;
    // What is left beside one number may be a part of the next.
    for _ in 0..4 {
        let Some(next) = mask_once(masked.as_deref().unwrap_or(text)) else {
            break;
        };
        masked = Some(next);
    }
    masked
}

/// The text, its identity numbers replaced.
pub(crate) fn without_identity_numbers(text: String) -> String {
    mask(&text).unwrap_or(text)
}

fn mask_once(text: &str) -> Option<String> {
    if !may_hold_one(text) {
        return None;
    }
    let signs = signs(text);
    let mut masked = String::with_capacity(text.len());
    let (mut at, mut copied, mut found) = (0, 0, false);
    while at < signs.len() {
        let Some((length, start, end)) = number_at(&signs, at) else {
            at += 1;
            continue;
        };
        masked.push_str(text.get(copied..start).unwrap_or_default());
        masked.push_str(MASK);
        (at, copied, found) = (at + length, end, true);
    }
    masked.push_str(text.get(copied..).unwrap_or_default());
    found.then_some(masked)
}

/// How many signs an identity number at a place has, and the bytes it takes.
fn number_at(signs: &[Sign], at: usize) -> Option<(usize, usize, usize)> {
    let before = at.checked_sub(1).and_then(|before| signs.get(before));
    let sign = signs.get(at)?;
    // A month's name may come first.
    let begins = sign.begins_run(before) || sign.begins_word(before);
    let length = begins.then(|| identity_number_at(signs, at)).flatten()?;
    let (first, last) = (signs.get(at)?, signs.get(at + length - 1)?);
    Some((length, first.start, last.end))
}

/// Whether a text has so many digits that one could stand in it: most texts have not.
fn may_hold_one(text: &str) -> bool {
    let plain = text.bytes().filter(u8::is_ascii_digit).count();
    plain >= LEAST_DIGITS
        || (!text.is_ascii()
            && text.chars().filter(|sign| may_be_digit(*sign)).count() >= LEAST_DIGITS)
        || (plain >= LEAST_DIGITS - 4
            && signs(text)
                .iter()
                .filter(|sign| sign.digit().is_some())
                .count()
                >= LEAST_DIGITS)
}

/// The identity number that the number in a cell is, as text; a leading zero is lost in a number.
pub(crate) fn identity_number(number: f64) -> Option<String> {
    if !(1e5..1e12).contains(&number) {
        return None;
    }
    let digits = if number.fract() == 0.0 {
        // Below 1e12 a double holds every whole number exactly.
        (number as u64).to_string()
    } else {
        // «850709.9987» is a number to a spreadsheet; zeros at its end are lost.
        let written = format!("{number:.4}");
        let exact = (number * 10_000.0 - (number * 10_000.0).round()).abs() < 1e-3;
        let amount = (number * 100.0 - (number * 100.0).round()).abs() < 1e-6;
        if !exact || amount {
            return None;
        }
        written
    };
    let padded = if digits.len() == 9 && number.fract() == 0.0 {
        format!("0{digits}")
    } else {
        digits
    };
    mask(&padded).filter(|masked| masked == MASK)
}
