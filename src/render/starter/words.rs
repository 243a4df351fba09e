//! What cells hold, in the agreement's language.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::super::plain::plain;
use super::super::workbook::excel_day;
use super::style::Style;
use crate::model::finding::Phrase;
use crate::model::quantity::Amount;
use crate::model::starter::{StarterCell, StarterHeading};
use crate::text::capital;
use crate::wording::Wording;

/// The words of a language for new workbooks.
pub(super) struct Words<'a> {
    pub(super) wording: &'a Wording,
}

impl Words<'_> {
    pub(super) fn text(&self, key: &str) -> String {
        self.wording.text(key)
    }

    pub(super) fn phrase(&self, phrase: &Phrase) -> String {
        self.wording.phrase(phrase)
    }

    pub(super) fn heading(&self, heading: &StarterHeading) -> String {
        match heading {
            StarterHeading::Written(heading) => plain(heading),
            StarterHeading::Month(month) => capital(&self.wording.month(*month)),
        }
    }

    /// How far something may have come, from the beginning to the end.
    pub(super) fn progress(&self) -> [String; 3] {
        ["starter-not-begun", "starter-under-way", "starter-done"].map(|key| self.text(key))
    }

    /// A cell as text; none of a blank one.
    pub(super) fn shown(&self, cell: &StarterCell) -> Option<String> {
        Some(match cell {
            StarterCell::Blank => return None,
            StarterCell::Text(text) => plain(text),
            StarterCell::Day(day) => day.to_string(),
            StarterCell::Month(month) => capital(&self.wording.month(*month)),
            StarterCell::Week { year: None, week } => week.to_string(),
            StarterCell::Week {
                year: Some(year),
                week,
            } => self.phrase(
                &Phrase::new("starter-week")
                    .with("week", week.to_string())
                    .with("year", year.to_string()),
            ),
            StarterCell::Year(year) => year.to_string(),
            StarterCell::Number(number) => self.wording.amount(*number),
            StarterCell::Time(time) => time.format("%H:%M").to_string(),
            StarterCell::Mark => "x".to_owned(),
            StarterCell::Yes => self.text("starter-yes"),
            StarterCell::No => self.text("starter-no"),
            StarterCell::Progress => {
                let [first, ..] = self.progress();
                first
            }
            StarterCell::Step => self.text("starter-step"),
            StarterCell::Place => self.text("starter-place"),
            StarterCell::Example => self.text("starter-example"),
        })
    }

    /// Writes a cell: numbers, days and times as such, and all else as text that is no formula.
    pub(super) fn write(
        &self,
        worksheet: &mut Worksheet,
        (row, column): (u32, u16),
        cell: &StarterCell,
        formats: &Formats<'_>,
    ) -> Result<(), XlsxError> {
        let number = match cell {
            StarterCell::Week { year: None, week } => Some(f64::from(*week)),
            StarterCell::Year(year) => Some(f64::from(*year)),
            StarterCell::Number(amount) => {
                Some(amount.in_parts() as f64 / Amount::ONE.in_parts() as f64)
            }
            _ => None,
        };
        let day = match cell {
            StarterCell::Day(day) => excel_day(*day),
            _ => None,
        };
        let time = match cell {
            StarterCell::Time(time) => Some(chrono::Timelike::num_seconds_from_midnight(time)),
            _ => None,
        };
        if let Some(number) = number {
            worksheet.write_number_with_format(row, column, number, formats.plain)?;
        } else if let Some(day) = day {
            worksheet.write_datetime_with_format(row, column, &day, formats.day)?;
        } else if let Some(seconds) = time {
            let part = f64::from(seconds) / 86_400.0;
            worksheet.write_number_with_format(row, column, part, formats.time)?;
        } else if let Some(text) = self.shown(cell) {
            worksheet.write_string_with_format(row, column, text, formats.plain)?;
        } else {
            worksheet.write_blank(row, column, formats.plain)?;
        }
        Ok(())
    }
}

/// How the cells of a row are dressed.
pub(super) struct Formats<'a> {
    pub(super) plain: &'a Format,
    pub(super) day: &'a Format,
    pub(super) time: &'a Format,
}

impl<'a> Formats<'a> {
    pub(super) fn of_example(style: &'a Style) -> Formats<'a> {
        Formats {
            plain: &style.example,
            day: &style.example_day,
            time: &style.example_time,
        }
    }

    /// Of cells that are filled in, in a column dressed so.
    pub(super) fn to_fill(style: &'a Style, plain: &'a Format) -> Formats<'a> {
        Formats {
            plain,
            day: &style.day,
            time: &style.time,
        }
    }
}
