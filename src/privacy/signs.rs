//! The signs of a text as they are compared: what cannot be seen is left out, and a digit is a digit in any script and width.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One sign, and the bytes of the text it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sign {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: SignKind,
    /// Whether it is raised or lowered: a note's number beside another, no part of it.
    raised: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SignKind {
    Digit(u8),
    /// A letter, capital, and whether it was written so.
    Letter(char, bool),
    Blank,
    /// Anything else that can be seen.
    Separator(char),
}

impl Sign {
    pub(super) fn digit(&self) -> Option<u8> {
        match self.kind {
            SignKind::Digit(digit) => Some(digit),
            _ => None,
        }
    }

    pub(super) fn is_gap(&self) -> bool {
        matches!(self.kind, SignKind::Blank | SignKind::Separator(_))
    }

    /// Whether it is a digit that goes on a run of digits begun by the other.
    pub(super) fn continues(&self, other: &Sign) -> bool {
        self.digit().is_some() && other.digit().is_some() && self.raised == other.raised
    }

    /// Whether a word begins here.
    pub(super) fn begins_word(&self, before: Option<&Sign>) -> bool {
        let is_letter = |sign: &Sign| matches!(sign.kind, SignKind::Letter(..));
        is_letter(self) && !before.is_some_and(is_letter)
    }

    /// Whether a run of digits begins here: the inside of a longer number is no identity number.
    pub(super) fn begins_run(&self, before: Option<&Sign>) -> bool {
        self.digit().is_some() && !before.is_some_and(|before| self.continues(before))
    }
}

/// The signs of a text.
pub(super) fn signs(text: &str) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::with_capacity(text.len());
    let mut written_until = 0;
    for (start, sign) in text.char_indices() {
        if start < written_until {
            continue;
        }
        let escaped = escaped(text.get(start..).unwrap_or_default());
        let (sign, length) = escaped.unwrap_or((sign, sign.len_utf8()));
        let end = start + length;
        written_until = end;
        let mut push = |kind| {
            signs.push(Sign {
                start,
                end,
                kind,
                raised: is_raised(sign),
            });
        };
        if sign.is_ascii() {
            if let Some(kind) = kind(sign) {
                push(kind);
            }
        } else if is_invisible(sign) {
        } else if let Some(digit) = digit_of_script(sign) {
            push(SignKind::Digit(digit));
        } else {
            std::iter::once(sign).nfkc().filter_map(kind).for_each(push);
        }
    }
    read_letters_as_digits(&mut signs);
    signs
}

/// The sign that a text begins with as addresses and pages write it, «%2D» and «&#45;», and its length in bytes; of signs that may
/// stand between digits only.
fn escaped(text: &str) -> Option<(char, usize)> {
    let between = |code: u32| {
        let sign = char::from_u32(code)?;
        (!sign.is_alphanumeric() && !sign.is_control()).then_some(sign)
    };
    if let Some(after) = text.strip_prefix('%') {
        let code = u32::from_str_radix(after.get(..2)?, 16).ok()?;
        return Some((between(code)?, 3));
    }
    let (name, _) = text.strip_prefix('&')?.split_once(';')?;
    let sign = match name {
        "nbsp" => ' ',
        "shy" => '\u{AD}',
        "ndash" | "mdash" | "minus" => '-',
        _ => {
            let number = name.strip_prefix('#')?;
            let hexadecimal = number.strip_prefix(['x', 'X']);
            let code = hexadecimal
                .map_or_else(|| number.parse(), |number| u32::from_str_radix(number, 16));
            between(code.ok()?)?
        }
    };
    Some((sign, name.len() + 2))
}

/// Whether a sign outside ASCII can be read as a digit.
pub(super) fn may_be_digit(sign: char) -> bool {
    sign.is_numeric() || digit_of_script(sign).is_some()
}

fn kind(sign: char) -> Option<SignKind> {
    if let Some(digit) = sign.to_digit(10) {
        return u8::try_from(digit).ok().map(SignKind::Digit);
    }
    if sign.is_whitespace() {
        return Some(SignKind::Blank);
    }
    if sign.is_control() || is_invisible(sign) {
        return None;
    }
    // The long vowel of katakana looks like a dash and is no letter of any word here.
    Some(if sign.is_alphabetic() && sign != 'ー' {
        let capital = sign.to_uppercase().next().unwrap_or(sign);
        SignKind::Letter(capital, sign == capital)
    } else {
        SignKind::Separator(sign)
    })
}

/// A letter that looks like a digit and stands beside digits alone is one: «85O7O9-9987».
fn read_letters_as_digits(signs: &mut [Sign]) {
    let places = 0..signs.len();
    for at in places.clone().chain(places.rev()) {
        let SignKind::Letter(letter, capital) =
            signs.get(at).map_or(SignKind::Blank, |sign| sign.kind)
        else {
            continue;
        };
        let Some(digit) = looks_like(letter, capital) else {
            continue;
        };
        let before = at.checked_sub(1).and_then(|before| signs.get(before));
        let after = signs.get(at + 1);
        let is_letter = |sign: &Sign| match sign.kind {
            SignKind::Letter(letter, capital) => looks_like(letter, capital).is_none(),
            _ => false,
        };
        let is_digit = |sign: &Sign| sign.digit().is_some();
        let inside = before.is_some_and(is_digit) && after.is_some_and(is_digit);
        let is_sure = !matches!(letter, 'S' | 'B' | 'Z');
        let among =
            before.is_some_and(is_digit) && !after.is_some_and(is_letter) && (is_sure || inside);
        let leads = !before.is_some_and(is_letter)
            && after.is_some_and(is_digit)
            && (is_sure || completes_day(signs, at));
        if let Some(sign) = signs.get_mut(at).filter(|_| among || leads) {
            sign.kind = SignKind::Digit(digit);
        }
    }
}

/// Whether a letter and the run of digits after it are as long as a day of birth, or a whole number.
fn completes_day(signs: &[Sign], at: usize) -> bool {
    let after = signs.get(at + 1..).unwrap_or_default();
    let run = after.iter().take_while(|sign| sign.digit().is_some());
    matches!(run.count(), 5 | 7 | 9 | 11)
}

fn looks_like(letter: char, capital: bool) -> Option<u8> {
    match letter {
        'O' | 'О' | 'Ο' => Some(0),
        'L' if !capital => Some(1),
        'I' if capital => Some(1),
        'S' if capital => Some(5),
        'B' if capital => Some(8),
        'Z' if capital => Some(2),
        _ => None,
    }
}

/// Signs that take no place or show nothing: they join what stands on either side.
pub(super) fn is_invisible(sign: char) -> bool {
    is_combining_mark(sign)
        || matches!(
            sign,
            '\u{AD}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
                | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
                | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
                | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
        )
}

fn is_raised(sign: char) -> bool {
    matches!(sign, '²' | '³' | '¹' | '\u{2070}'..='\u{2079}' | '\u{2080}'..='\u{2089}')
}

/// The digits of scripts that no normalisation makes ASCII: the first of each ten (Unicode 16, general category Nd).
const ZEROS: [u32; 55] = [
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6,
    0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50,
    0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0x104A0,
    0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0,
    0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x16A60, 0x16AC0, 0x16B50,
];

/// Digits in circles, from one, that no normalisation makes ASCII.
const ONES_IN_CIRCLES: [u32; 4] = [0x2776, 0x2780, 0x278A, 0x24F5];

/// The digits of Chinese and Japanese.
const HAN: &str = "〇一二三四五六七八九";

pub(super) fn digit_of_script(sign: char) -> Option<u8> {
    let code = u32::from(sign);
    if code < 0x660 {
        return None;
    }
    if code == 0x24FF || code == 0x1F10B || code == 0x1F10C {
        return Some(0);
    }
    let within = |first: &u32, count: u32| code.checked_sub(*first).filter(|digit| *digit < count);
    let plain = ZEROS.iter().find_map(|zero| within(zero, 10));
    let han = || {
        let digit = HAN.chars().position(|one| one == sign)?;
        u32::try_from(digit).ok()
    };
    let circled = || {
        ONES_IN_CIRCLES
            .iter()
            .find_map(|one| within(one, 9).map(|digit| digit + 1))
    };
    plain
        .or_else(circled)
        .or_else(han)
        .and_then(|digit| u8::try_from(digit).ok())
}
