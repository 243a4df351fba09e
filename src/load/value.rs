//! What a short text in the agreement means: lengths, percentages, times of day, addresses. Pure; `None` if it is none.

use chrono::{NaiveDate, NaiveTime, Weekday};

use super::tree::Value;
pub use crate::model::address::is_address;
use crate::model::agreement::{Length, Reminder};
use crate::model::quantity::Amount;

/// A number as it is written for a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// 3, 2.5
    Plain(Amount),
    /// «20 %»
    Percent(Amount),
    /// -3
    Negative,
    /// Too large, not finite, or finer than hundredths.
    Unusable,
    /// Neither a number nor a percentage.
    None,
}

pub(super) fn number(value: &Value) -> Number {
    match value {
        Value::Whole(whole) if *whole < 0 => Number::Negative,
        Value::Whole(whole) => match u64::try_from(*whole) {
            Ok(whole) if whole <= Amount::MAX.in_hundredths() / 100 => {
                Number::Plain(Amount::whole(whole))
            }
            _ => Number::Unusable,
        },
        Value::Decimal(decimal) => decimal_number(*decimal),
        Value::Text(text) => match percentage(text).map(decimal_number) {
            Some(Number::Plain(amount)) => Number::Percent(amount),
            other => other.unwrap_or(Number::None),
        },
        _ => Number::None,
    }
}

fn decimal_number(decimal: f64) -> Number {
    let hundredths = (decimal * 100.0).round();
    if decimal < 0.0 {
        Number::Negative
    } else if !decimal.is_finite()
        || hundredths > Amount::MAX.in_hundredths() as f64
        || (decimal * 100.0 - hundredths).abs() > 1e-4
    {
        Number::Unusable
    } else {
        // Checked just above: whole, from zero, and small enough.
        Number::Plain(Amount::hundredths(hundredths as u64))
    }
}

/// «20 %», «12,5%».
fn percentage(text: &str) -> Option<f64> {
    text.trim()
        .strip_suffix('%')?
        .trim()
        .replace(',', ".")
        .parse()
        .ok()
}

/// «6 months», «7 days», «5 working days», «2 weeks», «1 year»; in Swedish too.
pub(super) fn length(text: &str) -> Option<Length> {
    let (number, unit) = text.trim().split_once(char::is_whitespace)?;
    let number: u32 = number.parse().ok().filter(|number| *number <= 3660)?;
    match unit.trim() {
        "day" | "days" | "dag" | "dagar" => Some(Length::Days(u64::from(number))),
        "working day" | "working days" | "arbetsdag" | "arbetsdagar" | "vardag" | "vardagar" => {
            Some(Length::WorkingDays(u64::from(number)))
        }
        "week" | "weeks" | "vecka" | "veckor" => Some(Length::Days(u64::from(number) * 7)),
        "month" | "months" | "månad" | "månader" => Some(Length::Months(number)),
        "year" | "years" | "år" => Some(Length::Months(number.checked_mul(12)?)),
        _ => None,
    }
}

pub(super) fn date(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()
}

/// «day 5»: a day of the month.
pub(super) fn day_of_month(text: &str) -> Option<u32> {
    text.trim()
        .strip_prefix("day ")?
        .trim()
        .parse()
        .ok()
        .filter(|day| (1..=31).contains(day))
}

/// «day 10» or «3 days before».
pub(super) fn reminder(text: &str) -> Option<Reminder> {
    let before = || match length(text.trim().strip_suffix(" before")?)? {
        Length::Days(days) => u32::try_from(days).ok().map(Reminder::DaysBefore),
        Length::WorkingDays(_) | Length::Months(_) => None,
    };
    day_of_month(text).map(Reminder::OnDay).or_else(before)
}

/// «fri», «friday», «fre», «fredag».
pub(super) fn weekday(text: &str) -> Option<Weekday> {
    match text.trim().to_lowercase().as_str() {
        "mon" | "monday" | "mån" | "måndag" => Some(Weekday::Mon),
        "tue" | "tuesday" | "tis" | "tisdag" => Some(Weekday::Tue),
        "wed" | "wednesday" | "ons" | "onsdag" => Some(Weekday::Wed),
        "thu" | "thursday" | "tor" | "torsdag" => Some(Weekday::Thu),
        "fri" | "friday" | "fre" | "fredag" => Some(Weekday::Fri),
        "sat" | "saturday" | "lör" | "lördag" => Some(Weekday::Sat),
        "sun" | "sunday" | "sön" | "söndag" => Some(Weekday::Sun),
        _ => None,
    }
}

/// «21.00–03.00», «21:00-03:00», «21–3».
pub(super) fn hours(text: &str) -> Option<(NaiveTime, NaiveTime)> {
    let (from, until) = text.split_once(['–', '-', '—'])?;
    let (from, until) = (time_of_day(from)?, time_of_day(until)?);
    (from != until).then_some((from, until))
}

fn time_of_day(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = text
        .trim()
        .split_once(['.', ':'])
        .unwrap_or((text.trim(), "0"));
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    // Midnight as the end of a day is the beginning of the next.
    NaiveTime::from_hms_opt(if (hour, minute) == (24, 0) { 0 } else { hour }, minute, 0)
}

/// Whether it can be a pattern of paths inside the drop folder. What it matches is the gathering's matter.
pub(super) fn is_file_pattern(text: &str) -> bool {
    let windows_drive = text.chars().nth(1) == Some(':');
    is_pattern(text)
        && !text.starts_with('/')
        && !windows_drive
        && !text.contains('\\')
        && text.split('/').all(|part| !part.is_empty() && part != "..")
}

/// Whether it can be a pattern of names: not blank, brackets closed.
pub(super) fn is_pattern(text: &str) -> bool {
    let mut open = Vec::new();
    for c in text.chars() {
        match (c, open.last()) {
            (']', Some('[')) | ('}', Some('{')) => {
                open.pop();
            }
            (_, Some('[')) => {}
            ('[' | '{', _) => open.push(c),
            (']' | '}', _) => return false,
            _ => {}
        }
    }
    open.is_empty() && !text.trim().is_empty() && !text.chars().any(char::is_control)
}

/// Whether it can be an id: it names folders and files of the outputs too.
pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

/// Whether it stands in one line: it may come to stand in a heading or in the head of a letter.
pub(super) fn is_line(text: &str) -> bool {
    !text.chars().any(char::is_control) && !text.trim().is_empty()
}

/// Whether it is «A5».
pub(super) fn is_cell(text: &str) -> bool {
    let letters = text.chars().take_while(char::is_ascii_uppercase).count();
    let digits = text.chars().skip(letters);
    (1..=3).contains(&letters)
        && (1..=7).contains(&digits.clone().count())
        && digits.clone().all(|c| c.is_ascii_digit())
        && digits.take(1).all(|c| c != '0')
}

/// Whether it is a tag like `fi`, `fit`, `sv-SE`.
pub(super) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.chars().all(|c| c.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
        })
}

/// Whether it can be a server's name: letters, digits, hyphens and dots, or an IP address.
pub(super) fn is_host(name: &str) -> bool {
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '.' | ':');
    name.len() <= 253 && is_line(name) && name.chars().all(is_plain) && !name.starts_with('-')
}

/// «places.byar» → «byar».
pub(super) fn place_list(text: &str) -> Option<&str> {
    text.strip_prefix("places.").filter(|list| is_id(list))
}

/// «calendar.juli» → «juli».
pub(super) fn calendar_list(text: &str) -> Option<String> {
    let list = text.strip_prefix("calendar.").filter(|list| is_id(list));
    list.map(str::to_owned)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn lengths_as_people_say_them() {
        for (text, meant) in [
            ("6 months", Some(Length::Months(6))),
            ("1 year", Some(Length::Months(12))),
            ("7 days", Some(Length::Days(7))),
            ("2 weeks", Some(Length::Days(14))),
            ("6 månader", Some(Length::Months(6))),
            ("6", None),
            ("six months", None),
            ("-6 months", None),
            ("99999999999 days", None),
            ("6 moons", None),
        ] {
            assert_eq!(length(text), meant, "{text}");
        }
    }

    #[test]
    fn numbers_of_targets() {
        let text = |text: &str| Value::Text(text.to_owned());
        for (value, meant) in [
            (Value::Whole(3), Number::Plain(Amount::whole(3))),
            (Value::Whole(-3), Number::Negative),
            (Value::Whole(i128::MAX), Number::Unusable),
            (Value::Decimal(2.5), Number::Plain(Amount::hundredths(250))),
            (Value::Decimal(0.29), Number::Plain(Amount::hundredths(29))),
            (Value::Decimal(0.333), Number::Unusable),
            (Value::Decimal(f64::NAN), Number::Unusable),
            (text("20 %"), Number::Percent(Amount::whole(20))),
            (text("12,5%"), Number::Percent(Amount::hundredths(1250))),
            (text("-1 %"), Number::Negative),
            (text("20"), Number::None),
            (Value::Truth(true), Number::None),
        ] {
            assert_eq!(number(&value), meant, "{value:?}");
        }
    }

    #[test]
    fn times_between() {
        let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
        for (text, meant) in [
            ("21.00–03.00", Some((at(21, 0), at(3, 0)))),
            ("21:30-3:15", Some((at(21, 30), at(3, 15)))),
            ("18 – 24.00", Some((at(18, 0), at(0, 0)))),
            ("21.00", None),
            ("25.00–03.00", None),
            ("21.00–21.00", None),
            ("kväll–natt", None),
        ] {
            assert_eq!(hours(text), meant, "{text}");
        }
    }

    #[test]
    fn patterns_that_can_name_workbooks() {
        for (text, good) in [
            ("polisen/Medborgarkontakter*.xlsx", true),
            ("kommunen/{EST,Möten} 202[23].xlsx", true),
            ("", false),
            ("/etc/*", false),
            ("../*.xlsx", false),
            ("C:/x.xlsx", false),
            ("polisen\\x.xlsx", false),
            ("polisen/[x.xlsx", false),
            ("polisen/x}.xlsx", false),
        ] {
            assert_eq!(is_file_pattern(text), good, "{text}");
        }
    }

    #[test]
    fn days_of_the_month_and_reminders() {
        for (text, day) in [
            ("day 5", Some(5)),
            ("day 31", Some(31)),
            ("day 0", None),
            ("5", None),
            ("day x", None),
        ] {
            assert_eq!(day_of_month(text), day, "{text}");
        }
        for (text, good) in [
            ("3 days before", true),
            ("day 10", true),
            ("before", false),
            ("soon", false),
        ] {
            assert_eq!(reminder(text).is_some(), good, "{text}");
        }
    }
}
