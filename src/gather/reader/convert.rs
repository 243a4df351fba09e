//! Values of the spreadsheet library as cells.

use calamine::{Data, DataRef, ExcelDateTime};
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Timelike};
use unicode_normalization::UnicodeNormalization;

use crate::gather::cell::{Cell, YEARS};

const SECONDS_OF_DAY: i64 = 86_400;

/// A value as a cell. `from_1904` is the date system of serial numbers.
pub(super) fn cell(value: &DataRef<'_>, from_1904: bool) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        // Only .xls and .xlsb give integers, of at most 30 bits.
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) => text_cell(text),
        DataRef::SharedString(text) => text_cell(text),
        DataRef::Bool(yes) => Cell::Bool(*yes),
        DataRef::DateTime(date) => serial(date, from_1904),
        DataRef::DateTimeIso(text) => iso_date(text),
        DataRef::DurationIso(text) => iso_duration(text),
        DataRef::Error(error) => Cell::Error(error.to_string()),
    }
}

/// A value of a range as a cell.
pub(super) fn owned_cell(value: &Data, from_1904: bool) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::String(text) => text_cell(text),
        Data::Bool(yes) => Cell::Bool(*yes),
        Data::DateTime(date) => serial(date, from_1904),
        Data::DateTimeIso(text) => iso_date(text),
        Data::DurationIso(text) => iso_duration(text),
        Data::Error(error) => Cell::Error(error.to_string()),
    }
}

/// Whether a number is 0, whatever its format.
pub(super) fn is_zero(value: &DataRef<'_>) -> bool {
    match value {
        DataRef::Int(number) => *number == 0,
        DataRef::Float(number) => *number == 0.0,
        DataRef::DateTime(serial) => serial.as_f64() == 0.0,
        _ => false,
    }
}

pub(super) fn text_cell(text: &str) -> Cell {
    let text = folded(text);
    if text.is_empty() {
        Cell::Empty
    } else if is_error(&text) {
        Cell::Error(text)
    } else {
        Cell::Text(text)
    }
}

/// A text without odd blanks and invisible characters, its line breaks `\n`, trimmed, composed (å as one character).
pub(super) fn folded(text: &str) -> String {
    // Most texts have nothing to be folded: letters of Latin, none of which are put together of two.
    let as_is =
        |c: char| matches!(c, ' '..='~' | '\n' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{2FF}');
    if text.chars().all(as_is) && !text.contains("_x000D_") {
        return text.trim().to_owned();
    }
    // Some writers leave the escape of a carriage return in the text.
    let text = text.replace("_x000D_", "").replace("\r\n", "\n");
    let shown = text.nfc().filter_map(|c| match c {
        '\n' | '\r' | '\u{0B}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => {
            Some(' ')
        }
        '\u{AD}'
        | '\u{FEFF}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}' => None,
        c if c.is_control() => None,
        c => Some(c),
    });
    shown.collect::<String>().trim().to_owned()
}

/// OpenDocument writers keep errors as text, in their own language: `#SAKNAS!`, `#NAMN?`, `Err:502`.
pub(super) fn is_error(text: &str) -> bool {
    let number = text
        .strip_prefix("Err:")
        .or_else(|| text.strip_prefix("Fel:"));
    let numbered = number
        .is_some_and(|rest| rest.len() == 3 && rest.bytes().all(|byte| byte.is_ascii_digit()));
    let named = text.strip_prefix('#').is_some_and(|rest| {
        let word = |c: char| c.is_uppercase() || matches!(c, '/' | '0' | '_');
        let name = rest.trim_end_matches(['!', '?']);
        matches!(rest, "N/A" | "NV")
            || (name.len() < rest.len() && name.len() >= 2 && name.chars().all(word))
    });
    numbered || named
}

/// A number with a format of a date, a time of day or a duration. The library's own conversion panics on extreme
/// numbers.
fn serial(date: &ExcelDateTime, from_1904: bool) -> Cell {
    let serial = date.as_f64();
    let Some(seconds) = whole_seconds(serial) else {
        return Cell::Date {
            day: None,
            time: None,
            serial: Some(serial),
        };
    };
    if date.is_duration() && seconds >= 0 {
        return length(seconds);
    }
    if (0..SECONDS_OF_DAY).contains(&seconds) && serial < 1.0 {
        return NaiveTime::from_num_seconds_from_midnight_opt(
            u32::try_from(seconds).unwrap_or(0),
            0,
        )
        .filter(|_| serial != 0.0)
        .map_or(
            Cell::Date {
                day: None,
                time: None,
                serial: Some(serial),
            },
            Cell::Time,
        );
    }
    let (days, rest) = (
        seconds.div_euclid(SECONDS_OF_DAY),
        seconds.rem_euclid(SECONDS_OF_DAY),
    );
    // 1899-12-30, since the 1900 system has a 29 February 1900.
    let first = if from_1904 {
        NaiveDate::from_ymd_opt(1904, 1, 1)
    } else {
        NaiveDate::from_ymd_opt(1899, 12, 30)
    };
    let day = u64::try_from(days)
        .ok()
        .and_then(|days| first?.checked_add_days(Days::new(days)));
    Cell::Date {
        day: day.filter(is_plausible),
        time: time_of(rest),
        serial: Some(serial),
    }
}

/// A serial number in whole seconds, if a spreadsheet can show it as a date.
fn whole_seconds(serial: f64) -> Option<i64> {
    // The last day Excel knows, 9999-12-31.
    (0.0..=2_958_466.0)
        .contains(&serial)
        .then(|| (serial * SECONDS_OF_DAY as f64).round() as i64)
}

fn time_of(seconds: i64) -> Option<NaiveTime> {
    let seconds = u32::try_from(seconds).ok().filter(|seconds| *seconds > 0)?;
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)
}

fn is_plausible(day: &NaiveDate) -> bool {
    YEARS.contains(&day.year())
}

/// A duration: under a day as a time, longer as it is shown, «76:00».
fn length(seconds: i64) -> Cell {
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    match u32::try_from(seconds)
        .ok()
        .and_then(|seconds| NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0))
    {
        Some(time) => Cell::Time(time),
        None => Cell::Text(format!("{hours}:{minutes:02}")),
    }
}

/// OpenDocument and strict Open XML write dates as text: `2023-04-15`, `2023-04-15T13:00:00`, `10:10:10`.
fn iso_date(text: &str) -> Cell {
    let text = text.trim();
    let (day, time) = text
        .split_once(['T', ' '])
        .map_or((text, None), |(day, time)| (day, Some(time)));
    if let Ok(day) = NaiveDate::parse_from_str(day, "%Y-%m-%d") {
        let time = time
            .and_then(iso_time)
            .filter(|time| *time != NaiveTime::MIN);
        return Cell::Date {
            day: Some(day).filter(is_plausible),
            time,
            serial: None,
        };
    }
    match iso_time(text).or_else(|| {
        DateTime::parse_from_rfc3339(text)
            .ok()
            .map(|moment| moment.time())
    }) {
        Some(time) => Cell::Time(time),
        None => text_cell(text),
    }
}

fn iso_time(text: &str) -> Option<NaiveTime> {
    let clock = text.trim_end_matches('Z');
    let formats = ["%H:%M:%S%.f", "%H:%M"];
    let time = formats
        .iter()
        .find_map(|format| NaiveTime::parse_from_str(clock, format).ok())?;
    // Fractions of a second come from the conversion.
    time.with_nanosecond(0)
}

/// `PT07H30M00S` (ISO 8601): times of day and durations of OpenDocument.
fn iso_duration(text: &str) -> Cell {
    iso_seconds(text).map_or_else(|| text_cell(text), length)
}

fn iso_seconds(text: &str) -> Option<i64> {
    let (days, time) = text.trim().strip_prefix('P')?.split_once('T')?;
    let mut seconds = match days {
        "" => 0,
        days => days
            .strip_suffix('D')?
            .parse::<i64>()
            .ok()?
            .checked_mul(SECONDS_OF_DAY)?,
    };
    let mut rest = time;
    for (unit, length) in [('H', 3600), ('M', 60), ('S', 1)] {
        if let Some((number, after)) = rest.split_once(unit) {
            let whole = number.split(['.', ',']).next().unwrap_or(number);
            seconds = seconds.checked_add(whole.parse::<i64>().ok()?.checked_mul(length)?)?;
            rest = after;
        }
    }
    (seconds >= 0).then_some(seconds)
}
