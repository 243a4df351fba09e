//! Pledges, and what people have said of them.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Serialize;

use crate::model::span::DateSpan;
use crate::model::target::Target;

/// One promise, `[[pledge]]`.
#[derive(Clone, Debug)]
pub struct Pledge {
    /// Its id, unique.
    pub id: String,
    /// The heading it stands under.
    pub area: Option<String>,
    /// The promised words.
    pub text: String,
    /// The partners that answer for it.
    pub responsible: Vec<String>,
    /// Its row in a statements sheet.
    pub statement: Option<String>,
    /// How long what the owner claims stays fresh.
    pub stale_after: Option<Length>,
    /// What can be held against figures; none for a pledge that is only described.
    pub targets: Vec<Target>,
    /// The coordinator's words under the verdict.
    pub notes: Vec<Note>,
    /// The meaning chosen for a wording that leaves several, where the pledge has no target that says it.
    pub interpretation: Option<String>,
    /// The line it begins on, from 1.
    pub line: usize,
}

/// A length of time as people say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// So many days.
    Days(u64),
    /// So many months, to the same day.
    Months(u32),
    /// So many days from Monday to Friday.
    WorkingDays(u64),
}

impl Length {
    /// The last day that is not later than this length after `day`.
    pub fn after(self, day: NaiveDate) -> NaiveDate {
        let later = match self {
            Length::Days(days) => day.checked_add_days(chrono::Days::new(days)),
            Length::Months(months) => day.checked_add_months(chrono::Months::new(months)),
            Length::WorkingDays(_) => return self.after_but_for(day, &[]),
        };
        later.unwrap_or(NaiveDate::MAX)
    }

    /// The same, where working days are counted without those of `holidays`.
    pub fn after_but_for(self, day: NaiveDate, holidays: &[DateSpan]) -> NaiveDate {
        let Length::WorkingDays(days) = self else {
            return self.after(day);
        };
        let is_holiday = |day: NaiveDate| holidays.iter().any(|span| span.contains(day));
        let is_working = |day: &NaiveDate| {
            !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !is_holiday(*day)
        };
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

/// Why, and what happens now, `[[pledge.note]]`: under the verdict, never in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// The period it is about.
    pub period: String,
    /// The reason.
    pub why: Option<String>,
    /// What happens next.
    pub next: Option<String>,
    /// The partner that says so.
    pub by: Option<String>,
}

/// A disputed row, settled, `[[ruling]]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ruling {
    /// The workbook, relative to the drop folder.
    pub workbook: String,
    /// The sheet.
    pub sheet: String,
    /// A cell of the row.
    pub cell: String,
    /// Whether the row counts.
    pub counts: bool,
    /// Why.
    pub why: String,
    /// Who said so.
    pub by: String,
    /// When.
    pub date: NaiveDate,
}

/// A finding that the parties know of and have explained, `[[known]]`: told, but no news.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KnownFinding {
    /// The finding's code.
    pub code: String,
    /// The workbook, relative to the drop folder, or the pattern of the source; any if none.
    pub workbook: Option<String>,
    /// The sheet; any if none.
    pub sheet: Option<String>,
    /// A cell of the row; any if none.
    pub cell: Option<String>,
    /// Why it is so.
    pub why: String,
    /// Who said so.
    pub by: String,
    /// When.
    pub date: NaiveDate,
}

/// A summary in another language, `[[summary]]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LanguageSummary {
    /// The language's tag, `fi` or `fit`.
    pub language: String,
    /// The text.
    pub text: String,
}
