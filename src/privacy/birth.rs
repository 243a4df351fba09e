//! Whether digits can be a day of birth.
//!
//! *Personnummer* (Folkbokföringslagen 1991:481 § 18): the day of birth in six or eight digits and four digits, the last of
//! which is a check digit by Luhn over ten. *Samordningsnummer* (2022:1697): 60 is added to the day, which may be unknown.
//! *Interim numbers* have a letter first among the four. *Reserve numbers* of the regions: letters among the four, or 99 and
//! a year (Stockholm), days 32 to 59 (Carelink), a century that has not come (the national ones).

/// Days from here on are of what partners report, as likely as of births: no agreement began before.
pub(super) const RECENT: u32 = 2018;

/// What is known of a day of birth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Birth {
    /// Whether the day may as well be one on which something was done.
    pub(super) recent: bool,
}

/// The day of birth in six or eight digits, with the letters among the four signs after it.
pub(super) fn birth(digits: &[u8], letters: usize) -> Option<Birth> {
    let (century, six) = match digits.len() {
        6 => (None, digits),
        8 => (Some(two(digits, 0)?), digits.get(2..)?),
        _ => return None,
    };
    let (year, month, day) = (two(six, 0)?, two(six, 2)?, two(six, 4)?);
    match century {
        None => is_day(year, month, day).then_some(Birth {
            recent: (RECENT - 2000..40).contains(&year),
        }),
        // A sole trader's number among organisation numbers has 16 before it.
        Some(16 | 18 | 19 | 20) => {
            let full = century.unwrap_or(19) * 100 + year;
            let reserve = (32..=59).contains(&day) && (1..=12).contains(&month);
            let plausible = full < 2040 && (is_day(year, month, day) || reserve);
            plausible.then_some(Birth {
                recent: full >= RECENT,
            })
        }
        // 99 and the year in which it was given.
        Some(99) if letters == 0 => (19..=22).contains(&year).then_some(Birth { recent: false }),
        Some(22..) if letters > 0 => is_day(year, month, day).then_some(Birth { recent: false }),
        Some(0) if letters > 0 => {
            let running = month >= 20 && (40..=59).contains(&day);
            running.then_some(Birth { recent: false })
        }
        _ => None,
    }
}

/// The day of birth in eight digits, the day first.
pub(super) fn day_first(digits: &[u8]) -> bool {
    let parts = (
        two(digits, 0),
        two(digits, 2),
        two(digits, 4),
        two(digits, 6),
    );
    let (Some(day), Some(month), Some(century), Some(year)) = parts else {
        return false;
    };
    (1900..RECENT).contains(&(century * 100 + year)) && is_day(year, month, day)
}

/// Two digits as a number.
pub(super) fn two(digits: &[u8], from: usize) -> Option<u32> {
    let pair = digits.get(from..from + 2)?;
    Some(
        pair.iter()
            .fold(0, |number, digit| number * 10 + u32::from(*digit)),
    )
}

fn is_day(year: u32, month: u32, day: u32) -> bool {
    let day = match (month, day) {
        // The day, or the month too, is not known.
        (0..=12, 60) | (0, 61..=91) => return true,
        (_, 61..) => day - 60,
        (_, day) => day,
    };
    let longest = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        // 1900 was no leap year; a number of that year is not missed for one day.
        2 if year.is_multiple_of(4) => 29,
        2 => 28,
        _ => return false,
    };
    (1..=longest).contains(&day)
}

/// Whether ten digits end in the right check digit.
pub(super) fn has_check_digit(ten: &[u8]) -> bool {
    let sums = ten.iter().enumerate().map(|(place, digit)| {
        let weighed = u32::from(*digit) * if place.is_multiple_of(2) { 2 } else { 1 };
        weighed / 10 + weighed % 10
    });
    ten.len() == 10 && sums.sum::<u32>().is_multiple_of(10)
}
