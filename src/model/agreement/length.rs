//! Lengths of time.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::model::holiday::is_public_holiday;
use crate::model::span::DateSpan;

/// A length of time as people say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// So many days.
    Days(u64),
    /// So many months, to the same day.
    Months(u32),
    /// So many days from Monday to Friday that are no public holidays.
    WorkingDays(u64),
}

impl Length {
    /// The last day that is not later than this length after `day`.
    pub(crate) fn after(self, day: NaiveDate) -> NaiveDate {
        let later = match self {
            Length::Days(days) => day.checked_add_days(chrono::Days::new(days)),
            Length::Months(months) => day.checked_add_months(chrono::Months::new(months)),
            Length::WorkingDays(_) => return self.after_except(day, &[]),
        };
        later.unwrap_or(NaiveDate::MAX)
    }

    /// Whether people work on the day: from Monday to Friday, on no public holiday and on none of `holidays`.
    pub(crate) fn is_working_day(day: NaiveDate, holidays: &[DateSpan]) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
            && !is_public_holiday(day)
            && !holidays.iter().any(|span| span.contains(day))
    }

    /// The same, where working days are counted without those of `holidays`.
    pub(crate) fn after_except(self, day: NaiveDate, holidays: &[DateSpan]) -> NaiveDate {
        let Length::WorkingDays(days) = self else {
            return self.after(day);
        };
        let is_working = |day: &NaiveDate| Length::is_working_day(*day, holidays);
        match usize::try_from(days)
            .ok()
            .and_then(|days| days.checked_sub(1))
        {
            None => day,
            Some(before) => day
                .iter_days()
                .skip(1)
                .filter(is_working)
                .nth(before)
                .unwrap_or(NaiveDate::MAX),
        }
    }
}
