//! An identity number split over cells beside each other.

use super::birth::has_check_digit;
use super::identity::identity_number_at;
use super::signs::{Sign, signs};

/// What a cell may hold of an identity number.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Piece {
    /// Words.
    Text(String),
    /// A whole number.
    Number(u64),
    /// A day, `1985-07-09`.
    Day(String),
    /// Nothing, or only a dash.
    Between,
    /// What is none.
    Other,
}

/// Days from here on, beside a number, are of what was done: how many came is as likely.
const REPORTED: u32 = 2015;

/// The most cells that a number is looked for in.
const MOST: usize = 6;

/// Which cells of a row hold pieces of an identity number: the first and the last of each.
pub(crate) fn masked_pieces(pieces: &[Piece]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let last = pieces
            .get(at)
            .filter(|piece| begins(piece))
            .and_then(|_| ends_at(pieces, at));
        if let Some(last) = last {
            found.push((at, last));
        }
        at = last.unwrap_or(at) + 1;
    }
    found
}

/// Whether a cell may hold the beginning: a day of birth, its century, or its year.
fn begins(piece: &Piece) -> bool {
    match piece {
        Piece::Text(text) => {
            let digits = text.bytes().filter(u8::is_ascii_digit).count();
            text.len() <= 16 && (2..=8).contains(&digits) && !text.contains(char::is_alphabetic)
        }
        Piece::Number(number) => (10_101..100_000_000).contains(number),
        Piece::Day(_) => true,
        Piece::Between | Piece::Other => false,
    }
}

/// Whether a cell is a whole day with its year in four digits, such as «18/12 2022» and «20221218». Only four signs after it are the end of a
/// number, and it ends none itself: «21» beside it is how many came.
fn is_day(piece: &Piece) -> bool {
    let text = match piece {
        Piece::Text(text) => text,
        Piece::Day(_) => return true,
        _ => return false,
    };
    let groups: Vec<usize> = text
        .split(|sign: char| !sign.is_ascii_digit())
        .map(str::len)
        .filter(|length| *length > 0)
        .collect();
    matches!(
        groups.as_slice(),
        [8] | [1..=2, 1..=2, 4] | [4, 1..=2, 1..=2]
    )
}

/// Whether these are the four signs at the end of a number, together: «9987» and «-9987», but not «23–27».
fn is_four(text: &str) -> bool {
    let signs = text.trim_matches(|sign: char| !sign.is_alphanumeric());
    signs.chars().count() == 4 && signs.chars().all(char::is_alphanumeric)
}

fn ends_at(pieces: &[Piece], first: usize) -> Option<usize> {
    let mut whole = String::new();
    let mut texts: Vec<&str> = Vec::new();
    let mut numbers = 0;
    let mut after_day = String::new();
    for (at, piece) in pieces.iter().enumerate().skip(first).take(MOST) {
        let written = match piece {
            Piece::Text(text) => {
                let letters = text.chars().filter(|sign| sign.is_alphabetic()).count();
                if at > first && (text.len() > 16 || letters > 3 || is_day(piece)) {
                    return None;
                }
                texts.push(text);
                text.clone()
            }
            Piece::Number(number) if at == first => {
                numbers += 1;
                format!("{number:06}")
            }
            Piece::Number(number) if (100..10_000).contains(number) => {
                numbers += 1;
                format!("{number:04}")
            }
            Piece::Day(day) if at == first => day.clone(),
            Piece::Between => continue,
            Piece::Number(_) | Piece::Day(_) | Piece::Other => return None,
        };
        if at > first {
            whole.push(' ');
            after_day.push_str(&written);
        }
        whole.push_str(&written);
        if at == first {
            continue;
        }
        let signs = signs(&whole);
        if identity_number_at(&signs, 0) == Some(signs.len())
            && (is_four(&after_day) || !pieces.get(first).is_some_and(is_day))
            && is_told(&signs, piece, &texts, numbers)
        {
            return Some(at);
        }
        if signs.len() > 24 {
            return None;
        }
    }
    None
}

/// Whether cells that make an identity number are one: counts beside each other and beside days stay.
fn is_told(signs: &[Sign], last: &Piece, texts: &[&str], numbers: usize) -> bool {
    let digits: Vec<u8> = signs.iter().filter_map(Sign::digit).collect();
    let letters = signs
        .iter()
        .filter(|sign| sign.digit().is_none() && !sign.is_gap())
        .count();
    let born = digits.len().saturating_sub(4 - letters.min(4));
    let number = |from: usize, to: usize| {
        digits
            .get(from..to)
            .unwrap_or_default()
            .iter()
            .fold(0, |number, digit| number * 10 + u32::from(*digit))
    };
    let recent = match born {
        6 => (REPORTED - 2000..40).contains(&number(0, 2)),
        8 => number(0, 4) >= REPORTED,
        _ => return false,
    };
    let right = digits
        .get(digits.len().saturating_sub(10)..)
        .is_some_and(has_check_digit);
    if texts.len() + numbers > 2 {
        // «12 10 15 1200» are the counts of four months; no count begins with a zero.
        let padded = texts
            .iter()
            .any(|text| text.len() == 2 && text.starts_with('0'));
        let dashed = texts.iter().any(|text| text.starts_with(['-', '–', '+']));
        return numbers == 0 && (padded || dashed) && (right || !recent);
    }
    if recent {
        // A day written with dashes is a day of the log.
        let words = matches!(last, Piece::Text(_));
        let dated = texts.len() + numbers < 2
            || texts
                .first()
                .is_some_and(|text| text.contains('-') && text.len() > 4);
        return right && words && !dated;
    }
    let few = matches!(last, Piece::Number(..1000));
    right || !few
}
