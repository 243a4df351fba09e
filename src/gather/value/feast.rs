//! Feasts that people write instead of a date: «Midsommar», «Påsk 2025», «Jul».

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::calendar::{day_of, year_word};
use super::plain::plain;
use crate::gather::cell::Cell;
use crate::model::span::DateSpan;

/// The days of a feast in a year: of its eve to its last day, where it has several.
pub(crate) fn feast(cell: &Cell, year: Option<i32>) -> Option<DateSpan> {
    let Cell::Text(text) = cell else { return None };
    let text = plain(text);
    let (name, own) = match text.rsplit_once(' ') {
        Some((name, last)) if last.len() == 4 && year_word(last).is_some() => {
            (name, year_word(last))
        }
        _ => (text.as_str(), None),
    };
    let year = own.or(year)?;
    let day = |month, day| day_of(year, month, day);
    let of_easter = |from: i64, to: i64| {
        let easter = easter(year)?;
        span(shifted(easter, from)?, shifted(easter, to)?)
    };
    match bare(name) {
        "nyår" | "nyårsdagen" => one(day(1, 1)?),
        "nyårsafton" => one(day(12, 31)?),
        "trettondag" | "trettondagen" => one(day(1, 6)?),
        "trettondagsafton" => one(day(1, 5)?),
        "påsk" | "påsken" | "påskhelgen" | "easter" => of_easter(-3, 1),
        "skärtorsdag" | "skärtorsdagen" => of_easter(-3, -3),
        "långfredag" | "långfredagen" => of_easter(-2, -2),
        "påskafton" => of_easter(-1, -1),
        "påskdagen" => of_easter(0, 0),
        "annandag påsk" => of_easter(1, 1),
        "valborg" | "valborgsmässoafton" | "valborgsafton" => one(day(4, 30)?),
        "första maj" | "1:a maj" => one(day(5, 1)?),
        "kristi himmelsfärd" | "kristi himmelsfärdsdag" => of_easter(39, 39),
        "pingst" | "pingsten" | "pingsthelgen" => of_easter(48, 49),
        "pingstafton" => of_easter(48, 48),
        "pingstdagen" => of_easter(49, 49),
        "nationaldagen" | "sveriges nationaldag" => one(day(6, 6)?),
        "midsommar" | "midsommarhelgen" | "midsummer" => {
            let eve = friday_from(day(6, 19)?)?;
            span(eve, shifted(eve, 2)?)
        }
        "midsommarafton" => one(friday_from(day(6, 19)?)?),
        "midsommardagen" => one(shifted(friday_from(day(6, 19)?)?, 1)?),
        "alla helgons dag" | "allhelgona" | "alla helgon" | "allhelgonahelgen" => {
            let eve = friday_from(day(10, 30)?)?;
            span(eve, shifted(eve, 2)?)
        }
        "lucia" => one(day(12, 13)?),
        "julafton" => one(day(12, 24)?),
        "juldagen" => one(day(12, 25)?),
        "annandag jul" | "annandagen" => one(day(12, 26)?),
        "jul" | "julen" | "julhelgen" | "christmas" => span(day(12, 24)?, day(12, 26)?),
        _ => None,
    }
}

fn bare(name: &str) -> &str {
    name.trim_end_matches(['.', ' '])
}

fn one(day: NaiveDate) -> Option<DateSpan> {
    Some(DateSpan::day(day))
}

fn span(from: NaiveDate, to: NaiveDate) -> Option<DateSpan> {
    Some(DateSpan::new(from, to))
}

fn shifted(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let length = Days::new(days.unsigned_abs());
    match days < 0 {
        true => day.checked_sub_days(length),
        false => day.checked_add_days(length),
    }
}

/// The first Friday from a day on.
fn friday_from(day: NaiveDate) -> Option<NaiveDate> {
    let after = Weekday::Fri.days_since(day.weekday());
    day.checked_add_days(Days::new(after.into()))
}

/// Easter Sunday, by the Gregorian computus of Meeus, Jones and Butcher.
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    day_of(
        year,
        u32::try_from(sum / 31).ok()?,
        u32::try_from(sum % 31 + 1).ok()?,
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn feasts_fall_where_the_almanac_has_them() {
        for (text, expected) in [
            ("Påskdagen", "2025-04-20"),
            ("Påskdagen 2024", "2024-03-31"),
            ("Påsk 2023", "2023-04-06/2023-04-10"),
            ("Midsommarafton", "2025-06-20"),
            ("Midsommar 2024", "2024-06-21/2024-06-23"),
            ("Alla helgons dag", "2025-10-31/2025-11-02"),
            ("Jul", "2025-12-24/2025-12-26"),
        ] {
            let days = feast(&Cell::Text(text.to_owned()), Some(2025)).unwrap();
            assert_eq!(days.to_string(), expected, "{text}");
        }
        assert_eq!(feast(&Cell::Text("Julrond".to_owned()), Some(2025)), None);
        assert_eq!(feast(&Cell::Text("Påsk".to_owned()), None), None);
    }
}
