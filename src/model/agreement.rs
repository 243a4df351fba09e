//! The agreement: what was promised, by whom, and in which workbooks it is written down.
//!
//! Made by `load`, which guarantees that every name used in it exists and every span lies inside the term.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime, Weekday};
use serde::Serialize;

use super::quantity::Amount;
use super::span::DateSpan;
use super::target::Target;

/// One agreement file, checked.
#[derive(Clone, Debug)]
pub struct Agreement {
    /// The name of its folder.
    pub id: String,
    /// SHA-256 of the agreement file, hexadecimal.
    pub sha256: String,
    /// «Medborgarlöfte Kalix 2022–2023».
    pub title: String,
    /// «Kalix kommun».
    pub municipality: String,
    /// «Lokalpolisområde Östra Norrbotten».
    pub police_area: String,
    /// From the first to the last day it binds.
    pub term: DateSpan,
    /// The tag of the language that partners and councillors read, `sv` or `en`.
    pub language: String,
    /// Figures about persons below this are withheld (zero too).
    pub small_numbers: u64,
    /// Why there are pledges; shown in the report.
    pub background: Option<String>,
    /// The measure of success («Målsättning»); shown in the report.
    pub success: Option<String>,
    /// To whom the follow-up goes and by what way; shown in the report.
    pub reporting: Option<String>,
    /// The headings of the report, in their order.
    pub areas: Vec<Area>,
    /// Who has promised.
    pub partners: Vec<Partner>,
    /// In which words and what unit activities are told, by id.
    pub activities: BTreeMap<String, ActivityKind>,
    /// The lists of places, by id; those read from a register are empty here.
    pub places: BTreeMap<String, Vec<NamedPlace>>,
    /// The lists of days and spans, by id.
    pub calendar: BTreeMap<String, Vec<CalendarEntry>>,
    /// What was promised, in the order of the agreement.
    pub pledges: Vec<Pledge>,
    /// The workbooks that tell.
    pub sources: Vec<Source>,
    /// When the result goes out.
    pub delivery: Delivery,
    /// To whom.
    pub recipients: Vec<Recipient>,
    /// Measures that stand beside the pledges.
    pub indicators: Vec<Indicator>,
    /// Disputed rows, settled.
    pub rulings: Vec<Ruling>,
    /// Summaries in other languages, written by people.
    pub summaries: Vec<Summary>,
}

impl Agreement {
    /// The partner with that id.
    pub fn partner(&self, id: &str) -> Option<&Partner> {
        self.partners.iter().find(|partner| partner.id == id)
    }

    /// The name of the partner with that id; the id itself if there is none.
    pub fn partner_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.partner(id).map_or(id, |partner| &partner.name)
    }

    /// Whether figures of this activity tell about persons.
    pub fn about_persons(&self, activity: &str) -> bool {
        self.activities.get(activity).is_some_and(|kind| kind.persons)
    }

    /// Whether this activity is a continuous quantity (hours), not a number of whole things.
    pub fn is_continuous(&self, activity: &str) -> bool {
        self.activities.get(activity).is_some_and(|kind| kind.unit == Unit::Hours)
    }

    /// The sources, by their index, that give this activity.
    pub fn sources_of<'a>(&'a self, activity: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.sources
            .iter()
            .enumerate()
            .filter(move |(_, source)| source.sheets.iter().any(|sheet| sheet.gives(activity)))
            .map(|(index, _)| index)
    }
}

/// A heading of the report, `[areas.ID]`.
#[derive(Clone, Debug, Serialize)]
pub struct Area {
    /// Its key.
    pub id: String,
    /// What the report calls it.
    pub name: String,
}

/// Somebody who has promised, `[partners.ID]`.
#[derive(Clone, Debug)]
pub struct Partner {
    /// Its key.
    pub id: String,
    /// What the report calls it.
    pub name: String,
    /// Other names in workbooks.
    pub also: Vec<String>,
    /// Where letters to it go.
    pub address: Option<String>,
}

/// What an activity counts, `[activities.ID]`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ActivityKind {
    /// «kontakt».
    pub one: Option<String>,
    /// «kontakter».
    pub many: Option<String>,
    /// The definition, printed in the report.
    pub means: Option<String>,
    /// Whether it counts persons, so that small numbers are withheld.
    pub persons: bool,
    /// Whole things, or hours.
    pub unit: Unit,
    /// Hours of one post a year, where posts are turned into hours.
    pub hours_per_post: Option<Amount>,
}

/// What one of an activity is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Something that only comes whole: a visit, a meeting.
    #[default]
    Things,
    /// An hour: a continuous quantity.
    Hours,
}

/// A place of a list, for the days it was in use.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedPlace {
    /// Its name in the report.
    pub name: String,
    /// Other names in workbooks.
    pub also: Vec<String>,
    /// Its first day; none if it was there from the start.
    pub from: Option<NaiveDate>,
    /// Its last day; none if it is still there.
    pub to: Option<NaiveDate>,
}

impl NamedPlace {
    /// Whether a workbook's word means it.
    pub fn is_called(&self, word: &str) -> bool {
        super::same_words(&self.name, word) || self.also.iter().any(|name| super::same_words(name, word))
    }

    /// Its days in use inside `window`.
    pub fn in_use(&self, window: DateSpan) -> Option<DateSpan> {
        let (from, to) = (self.from.unwrap_or(window.from), self.to.unwrap_or(window.to));
        if from > to { None } else { DateSpan { from, to }.intersection(window) }
    }
}

/// A day or a span of a calendar list.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarEntry {
    /// «HT22», where it has a name.
    pub name: Option<String>,
    /// Its days.
    pub span: DateSpan,
}

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
}

impl Length {
    /// The last day that is not later than this length after `day`.
    pub fn after(self, day: NaiveDate) -> NaiveDate {
        let later = match self {
            Length::Days(days) => day.checked_add_days(chrono::Days::new(days)),
            Length::Months(months) => day.checked_add_months(chrono::Months::new(months)),
        };
        later.unwrap_or(NaiveDate::MAX)
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

/// Workbooks of one partner and how they are read, `[[source]]`.
#[derive(Clone, Debug)]
pub struct Source {
    /// Whose they are.
    pub partner: String,
    /// The pattern of their paths in the drop folder.
    pub files: String,
    /// How often something is written even when nothing happened.
    pub expected: Option<Rhythm>,
    /// The day of the month after on which a month is due.
    pub due: Option<u32>,
    /// How its sheets are read.
    pub sheets: Vec<SheetMapping>,
    /// The line it begins on.
    pub line: usize,
}

/// How often a source is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// Every ISO week.
    Weekly,
    /// Every calendar month.
    Monthly,
    /// Every quarter.
    Quarterly,
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
    pub expected: Option<Rhythm>,
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
            Gives::Activity(activity) | Gives::Answers(activity) => Box::new(std::iter::once(activity.as_str())),
            Gives::Counts(counts) => Box::new(counts.iter().map(|(activity, _)| activity.as_str())),
            Gives::ByColumn { values, .. } => Box::new(values.iter().map(|(_, activity)| activity.as_str())),
            Gives::Statements | Gives::Places(_) | Gives::Indicator(_) => Box::new(std::iter::empty()),
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

/// When results go out, `[delivery]`.
#[derive(Clone, Debug, Default)]
pub struct Delivery {
    /// At once, when complete, or after approval.
    pub release: Release,
    /// The role that approves.
    pub approver: Option<Role>,
    /// When partners are reminded, in the agreement's words.
    pub reminders: Vec<String>,
    /// The last day of the month on which an incomplete report still waits.
    pub until: Option<u32>,
    /// The number the registrar gave the matter.
    pub diary_number: Option<String>,
}

/// What a version waits for before it is mailed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Release {
    /// Nothing.
    #[default]
    AtOnce,
    /// Missing and unreadable workbooks.
    WhenComplete,
    /// The approver's word.
    AfterApproval,
}

/// Somebody who gets the result, `[[recipient]]`.
#[derive(Clone, Debug)]
pub struct Recipient {
    /// Name in the letter's head.
    pub name: String,
    /// In what capacity.
    pub role: Role,
    /// The mail address.
    pub address: String,
    /// What it gets.
    pub edition: Edition,
    /// The files attached, by the names of the version's folder.
    pub attach: Vec<String>,
    /// The partner it belongs to, where it gets a partner's edition.
    pub partner: Option<String>,
}

/// The capacity in which somebody gets the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The chief of the local police area.
    Chief,
    /// The municipal council or its commissioner.
    Council,
    /// The chair of the local Brå.
    Chair,
    /// A partner.
    Partner,
    /// The registrar.
    Registrar,
    /// Whoever puts it on the web.
    Web,
}

/// What one kind of reader gets from a version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Edition {
    /// Everything.
    #[default]
    Full,
    /// For the web: no names, no remarks, no findings.
    Public,
    /// What one partner must know and mend.
    Partner(String),
}

/// A measure beside the pledges, `[indicators.ID]`: shown, never a verdict.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Its key.
    pub id: String,
    /// The area it stands beside.
    pub area: Option<String>,
    /// What it measures.
    pub name: String,
    /// Who measured it.
    pub source: Option<String>,
    /// «0–6», «procent».
    pub scale: Option<String>,
    /// Which direction is good.
    pub good: Option<Direction>,
    /// What it is compared with.
    pub baseline: Option<IndicatorValue>,
    /// What was measured, by date.
    pub values: Vec<IndicatorValue>,
}

/// Which direction of an indicator is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Low is good.
    Low,
    /// High is good.
    High,
}

/// One measurement.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct IndicatorValue {
    /// When it was measured.
    pub date: NaiveDate,
    /// In the indicator's scale.
    pub value: Amount,
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

/// A summary in another language, `[[summary]]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// The language's tag, `fi` or `fit`.
    pub language: String,
    /// The text.
    pub text: String,
}
