//! Which workbooks tell, and how their sheets are taken in.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveTime, Timelike, Weekday};

use crate::model::quantity::{Amount, Truth};
use crate::model::span::DateSpan;

/// Workbooks of one partner and how they are read, `[[source]]`.
#[derive(Clone, Debug)]
pub struct Source {
    /// Whose they are.
    pub partner: String,
    /// The pattern of their paths in the drop folder.
    pub files: String,
    /// How often something is written even when nothing happened.
    pub expected: Option<Frequency>,
    /// The day of the month after on which a month is due.
    pub due: Option<u32>,
    /// How its sheets are read.
    pub sheets: Vec<SheetMapping>,
    /// The line it begins on.
    pub line: usize,
}

/// How often a source is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// Every ISO week.
    Weekly,
    /// Every calendar month.
    Monthly,
    /// Every quarter.
    Quarterly,
}

impl Frequency {
    /// The days that one row tells of, of those that a calendar month belongs to: its quarter, or the month itself.
    pub fn of_month(self, month: DateSpan) -> DateSpan {
        let first = month.from.month0() / 3 * 3 + 1;
        let quarter = || {
            let last = DateSpan::month(month.from.year(), first + 2)?;
            Some(DateSpan::month(month.from.year(), first)?.union(last))
        };
        match self {
            Frequency::Quarterly => quarter().unwrap_or(month),
            Frequency::Weekly | Frequency::Monthly => month,
        }
    }
}

/// How a sheet is taken in, `[[source.sheet]]`.
#[derive(Clone, Debug)]
pub struct SheetMapping {
    /// A pattern of the sheet's name; none for every sheet with these headings.
    pub name: Option<String>,
    /// Its shape.
    pub layout: Layout,
    /// What its rows are.
    pub gives: Gives,
    /// Which column means what, by field.
    pub columns: BTreeMap<String, Column>,
    /// Marks in several columns that name partners, by partner id.
    pub partner_columns: BTreeMap<String, Vec<Column>>,
    /// Which rows are taken.
    pub only_rows: Vec<RowFilter>,
    /// A rhythm of this sheet's own.
    pub expected: Option<Frequency>,
    /// The line it begins on.
    pub line: usize,
}

impl SheetMapping {
    /// Whether its rows can be this activity.
    pub fn gives(&self, activity: &str) -> bool {
        self.activities().any(|given| given == activity)
    }

    /// Every activity its rows can be.
    pub fn activities(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        match &self.gives {
            Gives::Activity(activity) | Gives::Answers(activity) => {
                Box::new(std::iter::once(activity.as_str()))
            }
            Gives::Counts(counts) => Box::new(counts.iter().map(|(activity, _)| activity.as_str())),
            Gives::ByColumn { values, .. } => {
                Box::new(values.iter().map(|(_, activity)| activity.as_str()))
            }
            Gives::Statements | Gives::Places(_) | Gives::Indicator(_) => {
                Box::new(std::iter::empty())
            }
        }
    }
}

/// What the rows of a sheet are.
#[derive(Clone, Debug, PartialEq)]
pub enum Gives {
    /// Each row is this activity (or a step of it, on a milestones sheet).
    Activity(String),
    /// Each row gives several, one number each, in the agreement's order.
    Counts(Vec<(String, Column)>),
    /// A column's words say which.
    ByColumn {
        /// The column.
        column: Column,
        /// Word and activity; a row with another word is left out.
        values: Vec<(String, String)>,
    },
    /// Answers to the requests of this activity, by case.
    Answers(String),
    /// What owners claim of their pledges.
    Statements,
    /// A list of places.
    Places(String),
    /// Values of an indicator.
    Indicator(String),
}

/// The shape of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// A row an occasion, a week or a month.
    Log,
    /// A row a kind, months as columns.
    Months,
    /// Label and value side by side, a sheet an occasion.
    Form,
    /// A row a pledge, with what its owner claims.
    Statements,
    /// A row a step, with the day it is due and done.
    Milestones,
    /// A row a place.
    Register,
}

/// A column, by its heading.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// The merged group it stands under, where headings repeat.
    pub under: Option<String>,
}

/// One condition on the rows of a sheet: a heading and what must stand there.
#[derive(Clone, Debug, PartialEq)]
pub struct RowFilter {
    /// The column.
    pub column: Column,
    /// What must stand in it.
    pub test: Test,
}

/// A condition on an activity: a field and what must hold of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// `place`, `partners`, `weekday`, `hours`, `date`, `minutes`, or a field of the agreement's own.
    pub field: String,
    /// What must hold.
    pub test: Test,
}

/// What a condition asks of a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// Marked (x, ja), or not empty. `false` asks for the contrary.
    Marked(bool),
    /// One of these words.
    AnyOf(Vec<String>),
    /// All of these words.
    AllOf(Vec<String>),
    /// A number of at least this.
    AtLeast(Amount),
    /// A number of at most this.
    AtMost(Amount),
    /// In the list of places.
    InPlaces(String),
    /// On a day of the calendar list.
    InCalendar(String),
    /// On one of these weekdays.
    OnWeekday(Vec<Weekday>),
    /// Between these times of day; past midnight if the second is earlier.
    Between(NaiveTime, NaiveTime),
}

/// Whether what lasted from one time of day until another, past midnight if that is earlier, lies inside `hours`, which may pass
/// midnight too; unknown where only a part of it does.
pub fn between(of: (NaiveTime, NaiveTime), hours: (NaiveTime, NaiveTime)) -> Truth {
    const DAY: u32 = 24 * 60 * 60;
    let after = |from: NaiveTime, to: NaiveTime| {
        (to.num_seconds_from_midnight() + DAY - from.num_seconds_from_midnight()) % DAY
    };
    let open = after(hours.0, hours.1);
    let begins = after(hours.0, of.0);
    let ends = begins + after(of.0, of.1);
    match (begins <= open, ends <= open) {
        (true, true) => Truth::Yes,
        (true, false) => Truth::Unknown,
        // It goes on until the hours begin, or not.
        (false, _) => {
            if ends >= DAY {
                Truth::Unknown
            } else {
                Truth::No
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn hours_hold_what_lies_wholly_inside() {
        let facts = [
            ("21:00", "21:00", "20:00", "02:00", Truth::Yes),
            ("00:30", "00:30", "20:00", "02:00", Truth::Yes),
            ("21:00", "01:30", "20:00", "02:00", Truth::Yes),
            ("19:00", "19:00", "20:00", "02:00", Truth::No),
            ("08:00", "12:00", "20:00", "02:00", Truth::No),
            ("19:00", "21:00", "20:00", "02:00", Truth::Unknown),
            ("01:00", "03:00", "20:00", "02:00", Truth::Unknown),
            // Longer than the hours, on both sides of them.
            ("19:00", "03:00", "20:00", "02:00", Truth::Unknown),
            ("17:00", "23:00", "18:00", "22:00", Truth::Unknown),
            // Begun and ended inside, and outside in between.
            ("07:00", "19:00", "18:00", "08:00", Truth::Unknown),
            ("10:00", "11:00", "08:00", "17:00", Truth::Yes),
        ];
        for (from, until, opens, closes, truth) in facts {
            let time = |text: &str| text.parse::<NaiveTime>().unwrap();
            let of = (time(&format!("{from}:00")), time(&format!("{until}:00")));
            let hours = (time(&format!("{opens}:00")), time(&format!("{closes}:00")));
            assert_eq!(
                between(of, hours),
                truth,
                "{from}–{until} in {opens}–{closes}"
            );
        }
    }
}
