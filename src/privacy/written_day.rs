//! A day of birth that other words follow, or that has its month in words, with the four signs after it; and the four before it.

use std::ops::RangeInclusive;

use super::birth::{RECENT, birth, has_check_digit, two};
use super::gap::gap;
use super::signs::{Sign, SignKind};

/// The most words between a day and its four, and the most signs of them: «850709, sista fyra siffrorna 9987».
const BRIDGE: (usize, usize) = (4, 40);

/// How many signs it has: «9 juli 1985-9987», «9/7 1985 9987», «1985-07-09, sista fyra 9987», «9987-850709».
pub(super) fn written_day(signs: &[Sign]) -> Option<usize> {
    in_words(signs)
        .or_else(|| with_words_between(signs))
        .or_else(|| four_first(signs))
}

/// A day in one of the orders in which people say it, and the four.
fn in_words(signs: &[Sign]) -> Option<usize> {
    let day = spoken(signs)?;
    let mut digits = Digits { signs, at: day.end };
    let close = digits.take(4..=4).map(|(end, _)| end);
    let end = close.or_else(|| after_words(signs, day.end))?;
    let four = four_before(signs, end);
    let doubtful = day.short && is_hour(&four);
    let born = day.year < RECENT && (!doubtful || is_right(&day.six(), &four));
    born.then_some(end)
}

struct SpokenDay {
    day: u32,
    month: u32,
    year: u32,
    /// Whether its year has two digits.
    short: bool,
    end: usize,
}

impl SpokenDay {
    fn six(&self) -> Vec<u8> {
        let numbers = [self.year % 100, self.month, self.day];
        let pairs = numbers.iter().flat_map(|number| [number / 10, number % 10]);
        pairs.filter_map(|digit| u8::try_from(digit).ok()).collect()
    }
}

/// «9 juli 1985», «9/7 1985», «9 juli -85», «juli 9, 1985», «1985 juli 9».
fn spoken(signs: &[Sign]) -> Option<SpokenDay> {
    let begin = || Digits { signs, at: 0 };
    let with = |(day, month, year): (u32, u32, u32), short: bool, end: usize| {
        let year = match year {
            40..=99 if short => 1900 + year,
            _ if short => 2000 + year,
            year => year,
        };
        let plausible = (1900..2040).contains(&year) && (1..=91).contains(&day);
        (plausible && (1..=12).contains(&month)).then_some(SpokenDay {
            day,
            month,
            year,
            short,
            end,
        })
    };
    let day_first = || {
        let mut digits = begin();
        let (_, day) = digits.take(1..=2)?;
        let number = digits.take(1..=2).map(|(_, month)| month);
        let in_digits = number.is_some();
        let month = number.or_else(|| digits.take_month())?;
        let at = digits.at;
        if let Some((end, year)) = digits.take(4..=4) {
            return with((day, month, year), false, end).filter(|day| day.year < RECENT);
        }
        digits.at = at;
        let (end, year) = digits.take(2..=2).filter(|_| !in_digits)?;
        with((day, month, year), true, end)
    };
    let month_first = || {
        let mut digits = begin();
        let month = digits.take_month()?;
        let (_, day) = digits.take(1..=2)?;
        let (end, year) = digits.take(4..=4)?;
        with((day, month, year), false, end)
    };
    let year_first = || {
        let mut digits = begin();
        let (_, year) = digits.take(4..=4)?;
        let month = digits.take_month()?;
        let (end, day) = digits.take(1..=2)?;
        with((day, month, year), false, end)
    };
    day_first().or_else(month_first).or_else(year_first)
}

/// A day in digits, a few words, and four digits by themselves. On days that may be of an activity the check digit is asked for, and
/// after one with its year in four digits it is how many came.
fn with_words_between(signs: &[Sign]) -> Option<usize> {
    let (end, born) = day_in_digits(signs)?;
    let whole = after_words(signs, end)?;
    let four = four_before(signs, whole);
    let known = birth(&born, 0)?;
    let number = (four.iter()).fold(0, |number, digit| number * 10 + u32::from(*digit));
    let six = born.get(born.len() - 6..)?;
    if born.len() == 8 && known.recent {
        return None;
    }
    let old = match born.len() {
        // «12 11 10 ankn 1234» is the end of a telephone number.
        6 => !known.recent && end == 6,
        _ => two(&born, 0)? * 100 + two(&born, 2)? < 2010,
    };
    let doubtful = !old || (1900..2040).contains(&number) || is_hour(&four);
    (!doubtful || is_right(six, &four)).then_some(whole)
}

/// The six or eight digits that signs begin with, together or parted after year and month; where they end.
fn day_in_digits(signs: &[Sign]) -> Option<(usize, Vec<u8>)> {
    let mut runs: Vec<Vec<u8>> = Vec::new();
    let mut at = 0;
    loop {
        let rest = signs.get(at..)?;
        let run: Vec<u8> = rest.iter().map_while(Sign::digit).collect();
        at += run.len();
        runs.push(run);
        let lengths: Vec<usize> = runs.iter().map(Vec::len).collect();
        match lengths.as_slice() {
            [6 | 8] | [2 | 4, 2, 2] => return Some((at, runs.concat())),
            [2 | 4] | [2 | 4, 2] => at += gap(signs.get(at..)?, 0)?.signs,
            _ => return None,
        }
    }
}

/// Where four digits by themselves end that a few words part from what was before.
fn after_words(signs: &[Sign], from: usize) -> Option<usize> {
    let rest = signs.get(from..)?;
    let bridge = rest.iter().take_while(|sign| sign.digit().is_none());
    let bridge: Vec<&Sign> = bridge.take(BRIDGE.1 + 1).collect();
    let is_letter = |sign: &&Sign| matches!(sign.kind, SignKind::Letter(..));
    let words = bridge
        .split(|sign| !is_letter(sign))
        .filter(|word| !word.is_empty());
    if bridge.len() > BRIDGE.1 || !(1..=BRIDGE.0).contains(&words.count()) {
        return None;
    }
    let start = from + bridge.len();
    let after = signs.get(start..)?;
    let four = after.iter().take_while(|sign| sign.digit().is_some());
    let alone = after.get(4).is_none_or(Sign::is_gap);
    // «850709 … 9987,50» and «… 12:30» are amounts and hours.
    let goes_on = after.get(5).is_some_and(|sign| sign.digit().is_some())
        && !after
            .get(4)
            .is_some_and(|sign| sign.kind == SignKind::Blank);
    (four.count() == 4 && alone && !goes_on).then_some(start + 4)
}

/// «9987-850709»: only with the right check digit, and if the four are no year and no telephone's area.
fn four_first(signs: &[Sign]) -> Option<usize> {
    let mut digits = Digits { signs, at: 0 };
    let (_, four) = digits.take(4..=4)?;
    let start = digits.start()?;
    let (end, born) = day_in_digits(signs.get(start..)?)?;
    let end = start + end;
    let goes_on = signs.get(end).is_some_and(|sign| sign.digit().is_some());
    let known = birth(&born, 0)?;
    let other = (1900..2040).contains(&four) || four < 1000 || known.recent || goes_on;
    let last = four_before(signs, 4);
    (!other && is_right(born.get(born.len() - 6..)?, &last)).then_some(end)
}

fn four_before(signs: &[Sign], end: usize) -> Vec<u8> {
    let four = signs.get(end.saturating_sub(4)..end).unwrap_or_default();
    four.iter().filter_map(Sign::digit).collect()
}

fn is_right(six: &[u8], four: &[u8]) -> bool {
    has_check_digit(&[six, four].concat())
}

/// Whether four digits may be an hour: «1830».
fn is_hour(four: &[u8]) -> bool {
    let hour = two(four, 0).is_some_and(|hour| hour < 24);
    hour && two(four, 2).is_some_and(|minute| minute < 60 && minute.is_multiple_of(5))
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
