//! Which workbooks tell, and how their sheets are taken in.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};

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

impl Source {
    /// How often it tells: as often as the sheet of it that tells most often.
    pub fn frequency(&self) -> Option<Frequency> {
        self.frequency_where(|_| true)
    }

    /// How often it tells of any of these activities.
    pub fn frequency_of(&self, activities: &[&str]) -> Option<Frequency> {
        self.frequency_where(|sheet| activities.iter().any(|activity| sheet.gives(activity)))
    }

    /// A sheet's own `expected` takes the place of the source's, which holds for the sheets without one whose rows tell of
    /// a time.
    fn frequency_where(&self, concerns: impl Fn(&SheetMapping) -> bool) -> Option<Frequency> {
        let sheets = || self.sheets.iter().filter(|sheet| concerns(sheet));
        let inherited = |sheet: &SheetMapping| self.expected.filter(|_| sheet.reports_time());
        sheets()
            .filter_map(|sheet| sheet.expected.or(inherited(sheet)))
            .min()
            .or(self
                .expected
                .filter(|_| !sheets().any(SheetMapping::reports_time)))
    }
}

/// How often a source is kept; the most often first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

    /// The months of the term that are due at `end`: a quarter is when it has ended, or the term has.
    pub fn months_due(self, term: DateSpan, end: NaiveDate) -> impl Iterator<Item = DateSpan> {
        let passed = term.intersection(DateSpan::new(term.from, end.max(term.from)));
        passed
            .filter(|_| term.from <= end)
            .into_iter()
            .flat_map(DateSpan::each_month)
            .filter(move |month| self.of_month(*month).to.min(term.to) <= end)
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
    /// How often this sheet tells, in place of its source's.
    pub expected: Option<Frequency>,
    /// The line it begins on.
    pub line: usize,
}

impl SheetMapping {
    /// Whether its rows can be this activity.
    pub fn gives(&self, activity: &str) -> bool {
        self.activities().any(|given| given == activity)
    }

    /// Whether its rows tell of days, weeks or months, so that one without a row is missed.
    pub fn reports_time(&self) -> bool {
        matches!(self.layout, Layout::Log | Layout::Months | Layout::Form)
            && matches!(
                self.gives,
                Gives::Activity(_) | Gives::Counts(_) | Gives::ByColumn { .. }
            )
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
    use std::collections::BTreeMap;

    fn sheet(layout: Layout, gives: Gives, expected: Option<Frequency>) -> SheetMapping {
        SheetMapping {
            name: None,
            layout,
            gives,
            columns: BTreeMap::new(),
            partner_columns: BTreeMap::new(),
            only_rows: Vec::new(),
            expected,
            line: 1,
        }
    }

    fn log(activity: &str, expected: Option<Frequency>) -> SheetMapping {
        sheet(Layout::Log, Gives::Activity(activity.to_owned()), expected)
    }

    #[test]
    fn the_own_frequency_of_a_sheet_takes_the_place_of_its_sources() {
        use Frequency::{Monthly, Quarterly, Weekly};
        let register = || sheet(Layout::Register, Gives::Places("p".to_owned()), None);
        for (source, sheets, whole, of_a) in [
            (None, vec![log("a", None)], None, None),
            (
                Some(Monthly),
                vec![log("a", None)],
                Some(Monthly),
                Some(Monthly),
            ),
            (
                Some(Monthly),
                vec![log("a", Some(Quarterly))],
                Some(Quarterly),
                Some(Quarterly),
            ),
            (
                Some(Quarterly),
                vec![log("a", Some(Monthly))],
                Some(Monthly),
                Some(Monthly),
            ),
            (
                None,
                vec![log("a", Some(Weekly))],
                Some(Weekly),
                Some(Weekly),
            ),
            // The source tells as often as one of its sheets, and of each activity as often as its own.
            (
                Some(Monthly),
                vec![log("a", Some(Quarterly)), log("b", None)],
                Some(Monthly),
                Some(Quarterly),
            ),
            (
                None,
                vec![log("b", Some(Weekly)), log("a", None)],
                Some(Weekly),
                None,
            ),
            (
                None,
                vec![log("a", Some(Quarterly)), log("a", Some(Monthly))],
                Some(Monthly),
                Some(Monthly),
            ),
            // A register tells of no time, and asks for none.
            (
                Some(Monthly),
                vec![register(), log("a", Some(Quarterly))],
                Some(Quarterly),
                Some(Quarterly),
            ),
            (
                Some(Monthly),
                vec![register()],
                Some(Monthly),
                Some(Monthly),
            ),
            (Some(Monthly), Vec::new(), Some(Monthly), Some(Monthly)),
        ] {
            let source = Source {
                partner: "p".to_owned(),
                files: "*.xlsx".to_owned(),
                expected: source,
                due: None,
                sheets,
                line: 1,
            };
            assert_eq!(source.frequency(), whole, "{source:?}");
            assert_eq!(source.frequency_of(&["a"]), of_a, "{source:?}");
        }
    }

    #[test]
    fn a_quarter_is_due_when_it_has_ended() {
        let term = DateSpan::new("2023-02-01".parse().unwrap(), "2023-11-30".parse().unwrap());
        for (frequency, end, months) in [
            (Frequency::Monthly, "2023-01-31", 0),
            (Frequency::Monthly, "2023-03-31", 2),
            (Frequency::Quarterly, "2023-03-30", 0),
            (Frequency::Quarterly, "2023-03-31", 2),
            (Frequency::Quarterly, "2023-08-31", 5),
            // The term ends before its last quarter.
            (Frequency::Quarterly, "2023-11-30", 10),
        ] {
            let due = frequency.months_due(term, end.parse().unwrap());
            assert_eq!(due.count(), months, "{frequency:?} {end}");
        }
    }

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
