//! Where an identity number stands among signs. Its check digit is asked for only where a number, an hour or a list is as
//! likely: one that is written with a wrong digit still names somebody.

use super::birth::{Birth, birth, day_first, has_check_digit, two};
use super::gap::{Gap, gap};
use super::signs::{Sign, SignKind};
use super::written_day::written_day;

/// How many signs the identity number that begins at a place has.
pub(super) fn identity_number_at(signs: &[Sign], at: usize) -> Option<usize> {
    if is_abroad(signs, at) {
        return None;
    }
    if let Some(length) = tax_number(signs, at) {
        return Some(length);
    }
    let signs = signs.get(at..)?;
    if let Some(length) = temporary_number(signs) {
        return Some(length);
    }
    let candidates = [12, 10]
        .into_iter()
        .filter_map(|length| Candidate::of(signs, length));
    let mut found = candidates.filter(Candidate::is_identity_number);
    found
        .next()
        .map(|one| one.taken)
        .or_else(|| written_day(signs))
}

/// «+45 12 05 12 34»: a telephone number of another country, its code directly after a plus.
fn is_abroad(signs: &[Sign], at: usize) -> bool {
    let mut before = signs.get(..at).unwrap_or_default().iter().rev();
    let plus = before
        .next()
        .is_some_and(|sign| sign.kind == SignKind::Separator('+'));
    let inside = before.next().is_some_and(|sign| !sign.is_gap());
    let code = signs.get(at..).unwrap_or_default().iter();
    plus && !inside && code.take_while(|sign| sign.digit().is_some()).count() < 4
}

/// «SE850709998701»: the number for tax of a sole trader, which is the person's own and 01.
fn tax_number(signs: &[Sign], at: usize) -> Option<usize> {
    let country = signs.get(at.checked_sub(2)?..at)?;
    let [SignKind::Letter('S', _), SignKind::Letter('E', _)] =
        [country.first()?.kind, country.last()?.kind]
    else {
        return None;
    };
    let run = signs.get(at..)?.iter().map_while(Sign::digit);
    let digits: Vec<u8> = run.collect();
    let (person, end) = digits.split_at_checked(10)?;
    let born = person.get(..6)?;
    (end == [0, 1] && birth(born, 0).is_some() && has_check_digit(person)).then_some(12)
}

/// «850709TF987», «19850709-TF987»: a day, two letters and three digits, as hospitals and registers write for who has no number.
fn temporary_number(signs: &[Sign]) -> Option<usize> {
    let run: Vec<u8> = signs.iter().map_while(Sign::digit).collect();
    if !matches!(run.len(), 6 | 8) {
        return None;
    }
    birth(&run, 0)?;
    let rest = signs.get(run.len()..)?;
    let between = rest.iter().take_while(|sign| sign.is_gap()).count();
    let code = rest.get(between..between + 5)?;
    let letters = code
        .iter()
        .take_while(|sign| matches!(sign.kind, SignKind::Letter(_, true)));
    let digits = code.iter().skip(2).filter(|sign| sign.digit().is_some());
    let ends = rest
        .get(between + 5)
        .is_none_or(|sign| sign.digit().is_none());
    (between <= 1 && letters.count() == 2 && digits.count() == 3 && ends)
        .then_some(run.len() + between + 5)
}

/// Ten or twelve digits, or letters near the end, that may be one.
#[derive(Debug)]
struct Candidate<'a> {
    digits: Vec<u8>,
    /// How many of the last four are letters; whether only the first is; whether all are capitals.
    letters: usize,
    interim: bool,
    capitals: bool,
    gaps: Vec<Gap>,
    /// Signs of the text that it takes.
    taken: usize,
    after: &'a [Sign],
}

impl<'a> Candidate<'a> {
    /// The first so many signs that are no gaps, if a run ends with them.
    fn of(signs: &'a [Sign], length: usize) -> Option<Candidate<'a>> {
        let mut digits = Vec::with_capacity(length);
        let mut gaps: Vec<Gap> = Vec::new();
        let (mut letters, mut capitals, mut first_letter) = (0, true, None);
        let mut at = 0;
        let mut before: Option<&Sign> = None;
        while digits.len() < length {
            let sign = signs.get(at)?;
            match sign.kind {
                SignKind::Digit(digit) => {
                    if before
                        .is_some_and(|before| before.digit().is_some() && !sign.continues(before))
                    {
                        return None;
                    }
                    digits.push(digit);
                }
                SignKind::Letter(_, capital) if digits.len() >= length - 4 => {
                    first_letter = first_letter.or(Some(digits.len()));
                    (letters, capitals) = (letters + 1, capitals && capital);
                    digits.push(0);
                }
                SignKind::Letter(..) => return None,
                SignKind::Blank | SignKind::Separator(_) => {
                    let gap = gap(signs.get(at..)?, digits.len())?;
                    at += gap.signs;
                    gaps.push(gap);
                    before = None;
                    continue;
                }
            }
            before = Some(sign);
            at += 1;
        }
        let after = signs.get(at..).unwrap_or_default();
        let goes_on = after
            .first()
            .zip(before)
            .is_some_and(|(next, last)| next.continues(last) || (letters > 0 && !next.is_gap()));
        (!goes_on).then_some(Candidate {
            interim: letters == 1 && first_letter == Some(length - 4),
            digits,
            letters,
            capitals,
            gaps,
            taken: at,
            after,
        })
    }

    fn is_identity_number(&self) -> bool {
        let (born, four) = self.digits.split_at(self.digits.len() - 4);
        let inside = self.gap_at(born.len());
        let Some(birth) = birth(born, self.letters) else {
            return inside.is_some() && self.letters == 0 && self.is_day_first(born);
        };
        if self.is_thousands() || self.goes_on_as_date(four) {
            return false;
        }
        if self.letters > 0 {
            return self.has_letters_where_they_belong(birth, inside);
        }
        if self.is_hours(four) {
            return false;
        }
        let right = has_check_digit(
            self.digits
                .get(self.digits.len() - 10..)
                .unwrap_or_default(),
        );
        if !self.is_grouped() {
            let telephone = self.digits.len() == 10 && self.digits.first() == Some(&0);
            let listed = self.gaps.iter().any(|gap| matches!(gap.mark, ',' | ';'));
            return right
                && self.gaps.len() <= 3
                && !telephone
                && !listed
                && !self.is_day_and_number();
        }
        right && !self.is_recent_hours(birth, four, 5) || !self.may_be_other(birth, four)
    }

    /// The gap before one of its signs.
    fn gap_at(&self, before: usize) -> Option<&Gap> {
        self.gaps.iter().find(|gap| gap.before == before)
    }

    /// The gaps inside the day of birth, counted from its end, and those inside the four.
    fn splits(&self) -> (Vec<usize>, Vec<usize>) {
        let born = self.digits.len() - 4;
        let places = self.gaps.iter().map(|gap| gap.before);
        let (first, last): (Vec<usize>, Vec<usize>) =
            places.filter(|at| *at != born).partition(|at| *at < born);
        (
            first.into_iter().map(|at| born - at).collect(),
            last.into_iter().map(|at| at - born).collect(),
        )
    }

    /// Whether it is grouped as people write identity numbers: by year, month and day, and the four together, or every sign
    /// alone.
    fn is_grouped(&self) -> bool {
        let born = self.digits.len() - 4;
        let (first, last) = self.splits();
        let same = |gaps: &[&Gap]| {
            gaps.windows(2)
                .all(|pair| matches!(pair, [one, other] if one.mark == other.mark))
        };
        let all: Vec<&Gap> = self.gaps.iter().collect();
        if self.gaps.len() == self.digits.len() - 1 {
            return same(&all);
        }
        if self
            .gaps
            .iter()
            .any(|gap| matches!(gap.mark, ',' | ';') && gap.before != born)
        {
            return false;
        }
        let of_day: Vec<&Gap> = self
            .gaps
            .iter()
            .filter(|gap| [born - 2, born - 4].contains(&gap.before))
            .collect();
        let days = first.iter().all(|at| at % 2 == 0) && same(&of_day);
        let pairs = first.contains(&2) && first.contains(&4);
        let parted = self.gap_at(born).is_some();
        let four = match last.as_slice() {
            [] => true,
            [2] => parted && (first.is_empty() || pairs),
            _ => parted && first.is_empty(),
        };
        // «0701-23 45 67», «08 12 05 12 34»
        let telephone = born == 6
            && self.digits.first() == Some(&0)
            && (matches!(first.as_slice(), [2] | [4]) || (!first.is_empty() && !last.is_empty()));
        days && four && !telephone && (parted || !pairs)
    }

    /// «18/12 2022 30»: a day with its year in four digits, and how many came.
    fn is_day_and_number(&self) -> bool {
        let places: Vec<usize> = self.gaps.iter().map(|gap| gap.before).collect();
        self.digits.len() == 10 && matches!(places.as_slice(), [2, 4, 8] | [4, 6, 8])
    }

    /// «8 507 099 987»: an amount.
    fn is_thousands(&self) -> bool {
        let length = self.digits.len();
        let mut places = (1..length).filter(|at| (length - at).is_multiple_of(3));
        self.gaps.len() > 2
            && self.gaps.len() == places.clone().count()
            && places.all(|at| self.gap_at(at).is_some())
    }

    /// Whether the four are the year of a date, or its year and month: «2023-04-15–2023-04-17», «23-04-15 – 23-04-17».
    fn goes_on_as_date(&self, four: &[u8]) -> bool {
        let Some((gap, pair, rest)) = pair_after(self.after) else {
            return false;
        };
        let (_, last) = self.splits();
        if last == [2] {
            let inside = self.gap_at(self.digits.len() - 2);
            return inside.is_some_and(|inside| inside.mark == gap.mark)
                && (1..=31).contains(&pair);
        }
        let year = two(four, 0).is_some_and(|century| (18..=20).contains(&century));
        let day = pair_after(rest).filter(|(second, _, _)| second.mark == gap.mark);
        year && gap.mark != ' '
            && (1..=12).contains(&pair)
            && day.is_some_and(|(_, day, _)| (1..=31).contains(&day))
    }

    /// «1985-07-09 12:34», «2016-04-15 08–12», «850709 1215–1300»: hours after a date.
    fn is_hours(&self, four: &[u8]) -> bool {
        let (Some(hour), Some(minute)) = (two(four, 0), two(four, 2)) else {
            return false;
        };
        let in_pairs = self.splits().1 == [2];
        let inside = self
            .gap_at(self.digits.len() - 2)
            .filter(|_| in_pairs)
            .map(|gap| gap.mark);
        match inside {
            Some(':' | '.') => return hour <= 24 && minute < 60,
            Some('-') => return hour <= 24 && minute <= 24,
            Some(_) => return false,
            None => {}
        }
        let until = pair_after(self.after).filter(|(gap, _, _)| gap.mark == '-');
        let minutes = until.and_then(|(_, hour, rest)| {
            Some((hour, rest.first()?.digit()?, rest.get(1)?.digit()?))
        });
        hour <= 24
            && minute < 60
            && minute.is_multiple_of(5)
            && minutes.is_some_and(|(hour, ten, one)| hour <= 24 && ten < 6 && matches!(one, 0 | 5))
    }

    /// Whether the day may be one of those that partners report about, and the four its hour.
    fn is_recent_hours(&self, birth: Birth, four: &[u8], step: u32) -> bool {
        let (Some(hour), Some(minute)) = (two(four, 0), two(four, 2)) else {
            return false;
        };
        let blank = self
            .gap_at(self.digits.len() - 4)
            .is_some_and(|gap| matches!(gap.mark, ' ' | '_'));
        let full = self.digits.len() == 12 && !self.splits().0.is_empty();
        birth.recent && blank && full && hour < 24 && minute < 60 && minute.is_multiple_of(step)
    }

    /// Whether signs with a wrong check digit may be something else than an identity number: after a day that partners report
    /// about, an hour, another day, or how many came.
    fn may_be_other(&self, birth: Birth, four: &[u8]) -> bool {
        if !birth.recent {
            return false;
        }
        let (Some(hour), Some(minute)) = (two(four, 0), two(four, 2)) else {
            return false;
        };
        let born = self.digits.len() - 4;
        let mark = self.gap_at(born).map(|gap| gap.mark);
        let is_hour = hour < 24 && minute < 60;
        if born == 6 {
            return matches!(mark, Some(' ' | '_')) && is_hour && minute.is_multiple_of(5);
        }
        let plain = self.splits().0.is_empty();
        let is_day = (1..=12).contains(&hour) && (1..=31).contains(&minute);
        !plain || mark == Some(' ') || is_hour || (mark == Some('-') && is_day)
    }

    /// Letters stand among the four: the first alone, or several capitals after eight digits or a separator.
    fn has_letters_where_they_belong(&self, birth: Birth, gap: Option<&Gap>) -> bool {
        let born = self.digits.len() - 4;
        let (first, last) = self.splits();
        // «2023-04-15 B204» is a room.
        let room = birth.recent && born == 8 && gap.is_some_and(|gap| gap.mark == ' ');
        let several = self.capitals
            && self.letters <= 3
            && (born == 8 || (gap.is_some() && self.letters <= 2));
        last.is_empty() && first.iter().all(|at| at % 2 == 0) && !room && (self.interim || several)
    }

    /// «09071985-9987»
    fn is_day_first(&self, born: &[u8]) -> bool {
        let (first, last) = self.splits();
        born.len() == 8
            && day_first(born)
            && last.is_empty()
            && (first.is_empty() || first == [6, 4])
    }
}

/// A gap, two digits and what follows.
fn pair_after(signs: &[Sign]) -> Option<(Gap, u32, &[Sign])> {
    let gap = gap(signs, 0)?;
    let (ten, one) = (
        signs.get(gap.signs)?.digit()?,
        signs.get(gap.signs + 1)?.digit()?,
    );
    let rest = signs.get(gap.signs + 2..)?;
    Some((gap, u32::from(ten) * 10 + u32::from(one), rest))
}
