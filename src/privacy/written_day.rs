//! A day of birth in words, with the four signs after it.

use super::birth::RECENT;
use super::gap::gap;
use super::signs::{Sign, SignKind};

/// «9 juli 1985-9987», «9/7 1985 9987»: how many signs it has.
pub(super) fn written_day(signs: &[Sign]) -> Option<usize> {
    let mut at = 0;
    let mut number = |most: usize| -> Option<(usize, u32)> {
        let start = at + gap(signs.get(at..)?, 0).map_or(0, |gap| gap.signs);
        let run = signs
            .get(start..)?
            .iter()
            .take_while(|sign| sign.digit().is_some());
        let digits: Vec<u8> = run.filter_map(Sign::digit).collect();
        let fits = (1..=most).contains(&digits.len());
        at = start + digits.len();
        fits.then(|| {
            (
                digits.len(),
                digits
                    .iter()
                    .fold(0, |number, digit| number * 10 + u32::from(*digit)),
            )
        })
    };
    let (_, day) = number(2)?;
    let month = number(2).map(|(_, month)| month).or_else(|| {
        let start = at + gap(signs.get(at..)?, 0).map_or(0, |gap| gap.signs);
        let (month, length) = month(signs.get(start..)?)?;
        at = start + length;
        Some(month)
    })?;
    let mut number = |most: usize| -> Option<(usize, u32)> {
        let start = at + gap(signs.get(at..)?, 0).map_or(0, |gap| gap.signs);
        let run = signs
            .get(start..)?
            .iter()
            .take_while(|sign| sign.digit().is_some());
        let digits: Vec<u8> = run.filter_map(Sign::digit).collect();
        at = start + digits.len();
        (digits.len() == most).then(|| {
            (
                at,
                digits
                    .iter()
                    .fold(0, |number, digit| number * 10 + u32::from(*digit)),
            )
        })
    };
    let (_, year) = number(4)?;
    let (end, _) = number(4)?;
    let plausible =
        (1900..RECENT).contains(&year) && (1..=91).contains(&day) && (1..=12).contains(&month);
    plausible.then_some(end)
}

/// The month that a word names, in Swedish or English, and its length.
fn month(signs: &[Sign]) -> Option<(u32, usize)> {
    let letters = signs.iter().map_while(|sign| match sign.kind {
        SignKind::Letter(letter, _) => Some(letter),
        _ => None,
    });
    let word: String = letters.take(10).collect();
    let beginnings = [
        "JAN", "FEB", "MAR", "APR", "MAJ", "JUN", "JUL", "AUG", "SEP", "OKT", "NOV", "DEC", "MAY",
        "OCT",
    ];
    let at = beginnings
        .iter()
        .position(|beginning| word.starts_with(beginning))?;
    let month = match at {
        12 => 5,
        13 => 10,
        at => u32::try_from(at).ok()? + 1,
    };
    Some((month, word.chars().count()))
}
