//! A day of birth in words, with the four signs after it.

use std::ops::RangeInclusive;

use super::birth::RECENT;
use super::gap::gap;
use super::signs::{Sign, SignKind};

/// «9 juli 1985-9987», «9/7 1985 9987»: how many signs it has.
pub(super) fn written_day(signs: &[Sign]) -> Option<usize> {
    let mut digits = Digits { signs, at: 0 };
    let (_, day) = digits.take(1..=2)?;
    let month = digits.take(1..=2).map(|(_, month)| month);
    let month = month.or_else(|| digits.take_month())?;
    let (_, year) = digits.take(4..=4)?;
    let (end, _) = digits.take(4..=4)?;
    let plausible =
        (1900..RECENT).contains(&year) && (1..=91).contains(&day) && (1..=12).contains(&month);
    plausible.then_some(end)
}

/// What is read of the signs, one number or word after the other.
struct Digits<'a> {
    signs: &'a [Sign],
    at: usize,
}

impl Digits<'_> {
    /// The end of the next number and the number, if it has so many digits. Whether it has or not, it is passed.
    fn take(&mut self, many: RangeInclusive<usize>) -> Option<(usize, u32)> {
        let start = self.start()?;
        let rest = self.signs.get(start..)?;
        let digits: Vec<u8> = rest.iter().map_while(Sign::digit).collect();
        self.at = start + digits.len();
        if !many.contains(&digits.len()) {
            return None;
        }
        let number = (digits.iter()).fold(0, |number, digit| number * 10 + u32::from(*digit));
        Some((self.at, number))
    }

    fn take_month(&mut self) -> Option<u32> {
        let start = self.start()?;
        let (month, length) = month(self.signs.get(start..)?)?;
        self.at = start + length;
        Some(month)
    }

    /// Where the next word begins, after what parts it from the last.
    fn start(&self) -> Option<usize> {
        Some(self.at + gap(self.signs.get(self.at..)?, 0).map_or(0, |gap| gap.signs))
    }
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
