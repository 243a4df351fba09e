//! Swedish public holidays.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Whether the day is a public holiday (lag 1989:253), or the eve of Midsummer, Christmas or New Year, which the rules on
/// time limits and on leave take for holidays (lag 1930:173, semesterlagen 3 a §).
pub(crate) fn is_public_holiday(day: NaiveDate) -> bool {
    let fixed = matches!(
        (day.month(), day.day()),
        (1, 1 | 6) | (5, 1) | (6, 6) | (12, 24..=26 | 31)
    );
    // Midsummer Eve is the Friday of 19–25 June; its day the Saturday after it, as All Saints' Day is one of 31 October to
    // 6 November.
    let movable = matches!(
        (day.weekday(), day.month(), day.day()),
        (Weekday::Fri, 6, 19..=25)
            | (Weekday::Sat, 6, 20..=26)
            | (Weekday::Sat, 10, 31)
            | (Weekday::Sat, 11, 1..=6)
    );
    fixed || movable || is_of_easter(day)
}

/// Good Friday, Easter Day and Monday, Ascension Day, Whit Sunday.
fn is_of_easter(day: NaiveDate) -> bool {
    let Some(easter) = easter(day.year()) else {
        return false;
    };
    let good_friday = easter.checked_sub_days(Days::new(2));
    let after = |days| easter.checked_add_days(Days::new(days));
    [good_friday, after(0), after(1), after(39), after(49)].contains(&Some(day))
}

/// Easter Day, by the Gregorian rule as Meeus has it.
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, of_century) = (
        year.rem_euclid(19),
        year.div_euclid(100),
        year.rem_euclid(100),
    );
    let correction = (century + 8).div_euclid(25);
    let moon =
        (19 * golden + century - century.div_euclid(4) - (century - correction + 1).div_euclid(3)
            + 15)
            .rem_euclid(30);
    let weekday = (32 + 2 * century.rem_euclid(4) + 2 * of_century.div_euclid(4)
        - moon
        - of_century.rem_euclid(4))
    .rem_euclid(7);
    let late = (golden + 11 * moon + 22 * weekday).div_euclid(451);
    let days = moon + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(days / 31).ok()?,
        u32::try_from(days % 31 + 1).ok()?,
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_holidays_of_two_years() {
        for (year, expected) in [
            (
                2023,
                "01-01 01-06 04-07 04-09 04-10 05-01 05-18 05-28 06-06 06-23 06-24 11-04 12-24 12-25 12-26 12-31",
            ),
            (
                2024,
                "01-01 01-06 03-29 03-31 04-01 05-01 05-09 05-19 06-06 06-21 06-22 11-02 12-24 12-25 12-26 12-31",
            ),
        ] {
            let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            let days = first.iter_days().take_while(|day| day.year() == year);
            let found: Vec<String> = days
                .filter(|day| is_public_holiday(*day))
                .map(|day| day.format("%m-%d").to_string())
                .collect();
            assert_eq!(found.join(" "), expected);
        }
    }

    #[test]
    fn every_year_there_is_has_its_days_without_a_panic() {
        for day in [NaiveDate::MIN, NaiveDate::MAX] {
            is_public_holiday(day);
        }
    }
}
