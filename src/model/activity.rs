//! What was found in the workbooks: activities and their like, each with the cell it came from.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::agreement::{Frequency, IndicatorValue, NamedPlace};
use super::fields::{Fields, is_no};
use super::name::Name;
use super::quantity::{Quantity, exact};
use super::span::DateSpan;

pub use super::fields::Field;

/// The cell a figure came from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Origin {
    /// The workbook's path relative to the drop folder, with `/`, identity numbers masked.
    pub workbook: Name,
    /// The sheet's name, identity numbers masked.
    pub sheet: Name,
    /// `E5`: the counted number's cell; where the row counts as one, its date cell, else its first mapped cell.
    pub cell: String,
}

/// One row (or one cell of month columns) of something that was done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Activity {
    /// Which, by the agreement's name.
    pub activity: Name,
    /// When; where the date cannot be read, every day its sheet can be about.
    pub date: DateSpan,
    /// Whether `date` was read. If not, it counts from 0 to its high in every window the span touches.
    pub dated: bool,
    /// How much: a row without a number is one.
    #[serde(with = "exact")]
    pub value: Quantity,
    /// The index of its source in the agreement.
    pub source: usize,
    /// The partner whose workbook it stands in.
    pub partner: Name,
    /// The cell it came from.
    pub origin: Origin,
    /// The other mapped cells, by field.
    pub fields: Fields,
    /// What tells it from other rows of its sheet: a hash of its mapped words and its date, without the counted number.
    pub(crate) content: String,
    /// How many rows of a long log it adds up; 1 for a row of its own. `origin` is the first of them.
    #[serde(default = "one_row", skip_serializing_if = "is_one_row")]
    pub(crate) rows: u32,
}

fn one_row() -> u32 {
    1
}

/// Most activities are one row, and there are many to write.
pub(crate) fn is_one_row(rows: &u32) -> bool {
    *rows == 1
}

impl Activity {
    /// Its words and a day, not its number or its answer: a corrected number is the same activity with another figure, and an
    /// answer given later changes nothing. `column` is the heading of the counted number where a row has several.
    pub(crate) fn identity(&self, column: &str, date: DateSpan) -> String {
        let date = if self.dated {
            date.to_string()
        } else {
            "undated".to_owned()
        };
        let mut hash = Sha256::new();
        for part in [self.activity.as_str(), column, &date] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        for (name, field) in self.fields.iter().filter(|(name, _)| *name != "answered") {
            hash.update(name.as_bytes());
            hash.update([1]);
            hash.update(field.text.to_lowercase().as_bytes());
            hash.update([0]);
        }
        // Sixteen digits distinguish more rows than a sheet has.
        let digits = hash.finalize();
        let first = digits.iter().take(8);
        format!(
            "{:016x}",
            first.fold(0_u64, |number, byte| number << 8 | u64::from(*byte))
        )
    }
}

/// An identity without its number among equal ones of its sheet.
pub(crate) fn unnumbered(content: &str) -> &str {
    content.split('-').next().unwrap_or_default()
}

/// An activity as a version remembers it, to tell later what changed behind the reader's back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RecordedActivity {
    /// Which, by the agreement's name.
    pub activity: Name,
    /// Its cell then.
    pub origin: Origin,
    pub date: DateSpan,
    pub value: Quantity,
    /// What tells it from other rows of its sheet.
    pub(crate) content: String,
    /// Whether it is no activity, since `where` does not choose its row or the row says that nothing was held.
    #[serde(default, skip_serializing_if = "is_no")]
    pub(crate) passed_over: bool,
}

impl RecordedActivity {
    /// As it stands in its workbook now.
    pub(crate) fn new(activity: Activity) -> Self {
        RecordedActivity {
            activity: activity.activity,
            origin: activity.origin,
            date: activity.date,
            value: activity.value,
            content: activity.content,
            passed_over: false,
        }
    }
}

/// How a request was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Answer {
    /// On one of these days.
    On(DateSpan),
    /// Yes, on the row's own day.
    SameDay,
    /// Not yet, or no.
    Not,
}

/// Something asked for, reported broken, or due to be done each time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Which, by the agreement's name.
    pub activity: Name,
    pub date: DateSpan,
    /// Whether `date` was read.
    pub dated: bool,
    /// The first answer.
    pub(crate) answer: Answer,
    /// Its number, where answers stand on another sheet.
    pub(crate) case: Option<String>,
    /// The index of its source.
    pub source: usize,
    /// The cell it came from.
    pub origin: Origin,
    /// The other mapped cells, those of the answer's sheet too.
    pub fields: Fields,
}

/// What an owner claims of a pledge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The row's label.
    pub label: String,
    /// The claim as written, trimmed, first letter capital; empty if blank.
    pub status: String,
    /// When it was last looked at.
    pub updated: Option<DateSpan>,
    /// The remark beside it.
    pub comment: Option<String>,
    /// The claim's cell.
    pub origin: Origin,
}

/// A step towards something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Milestone {
    /// What it is a step of, by the agreement's name.
    pub activity: Name,
    pub step: String,
    /// The last day.
    pub due: Option<NaiveDate>,
    /// When it was done. A mark without a date is `Some(None)`.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "there"
    )]
    pub done: Option<Option<DateSpan>>,
    /// The index of its source.
    pub source: usize,
    /// The step's cell.
    pub origin: Origin,
    /// The other mapped cells.
    pub fields: Fields,
}

/// What is written is there, be it `null`: a mark without a date is not the same as no mark.
fn there<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Option<DateSpan>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// What became of the rows of one sheet: read = used + skipped + rejected.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetAccount {
    /// The sheet's name.
    pub sheet: String,
    /// Every non-empty row below the header.
    pub rows_read: u64,
    /// Rows that gave something, or reported that there was nothing.
    pub rows_used: u64,
    /// Totals, notes, planned rows, and rows left out by `where`.
    pub skipped: u64,
    /// Rows left out with a warning.
    pub rejected: u64,
    /// How many activities, requests, statements, steps or places came of them.
    pub activities: u64,
}

/// Why a row of a sheet gives nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnusedReason {
    /// It is a sum.
    Total,
    /// It is planned or called off.
    Planned,
    /// It is struck through.
    Withdrawn,
    /// It is a template's sample.
    Sample,
    /// It says when, and nothing else; or nobody has written in it.
    Unfilled,
    /// `where` leaves it out.
    LeftOut,
    /// It is a note, a heading, or beside the table.
    Note,
    /// It cannot be counted: a finding says why.
    Rejected,
}

/// How a sheet was read, for whoever filled it in. No part of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SheetReading {
    /// The sheet's name.
    pub sheet: String,
    /// The row of its headings, from 1; none where it has none of one row.
    pub header: Option<usize>,
    /// The rows that gave nothing, as people count them: «3, 5–7».
    pub left: BTreeMap<UnusedReason, String>,
}

/// What became of one workbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkbookAccount {
    /// Its path relative to the drop folder.
    pub workbook: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// Whose it is; none if no source takes it.
    pub partner: Option<String>,
    /// Its sheets that were read.
    pub sheets: Vec<SheetAccount>,
}

/// For which time a source has reported.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// Whether a workbook of it was found and read.
    pub(crate) present: bool,
    /// Whether a workbook or a sheet of it could not be read, so that something may be missing.
    pub damaged: bool,
    /// The days, weeks and months that some row says something about, «inget att rapportera» included.
    pub(crate) reported: BTreeSet<DateSpan>,
    /// The days that a workbook told about which an earlier version read and which is no longer there.
    pub(crate) gone: BTreeSet<DateSpan>,
    /// The activities of which nothing is told yet: their sheets hold a template's sample, or a form that nobody has filled in.
    #[serde(default)]
    pub(crate) unbegun: BTreeSet<Name>,
}

impl Coverage {
    /// Whether a calendar month has been told about, as far as it lies within these days.
    pub(crate) fn covers(
        &self,
        month: DateSpan,
        frequency: Option<Frequency>,
        within: DateSpan,
    ) -> bool {
        (frequency.is_some() || self.present)
            && !self.gone.iter().any(|days| days.overlaps(month))
            && self.unreported(month, frequency, within).is_empty()
    }

    /// What of a calendar month, as far as it lies within these days, has not been told about. Without a frequency a source tells of its whole time while its
    /// workbook is there. Of a weekly source every ISO week must be told that has its Thursday in the month, and a week
    /// without a row hides no other; of a quarterly one anything in the quarter.
    pub(crate) fn unreported(
        &self,
        month: DateSpan,
        frequency: Option<Frequency>,
        within: DateSpan,
    ) -> Vec<DateSpan> {
        match frequency {
            None => Vec::new(),
            Some(Frequency::Weekly) => month
                .each_week()
                .filter(|week| {
                    week.from
                        .checked_add_days(Days::new(3))
                        .is_some_and(|day| month.contains(day))
                })
                .filter(|week| week.overlaps(within) && !self.reports_on(*week))
                .collect(),
            Some(frequency) => Some(month)
                .filter(|month| !self.reports_on(frequency.of_month(*month)))
                .into_iter()
                .collect(),
        }
    }

    /// Whether a row lies wholly in these days, or is about more than all of them. A week that only reaches into a month
    /// does not tell of it.
    fn reports_on(&self, days: DateSpan) -> bool {
        self.reported
            .iter()
            .any(|span| span.within(days) || days.within(*span))
    }
}

/// Everything that the drop folder gave.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Gathered {
    /// What was done.
    pub activities: Vec<Activity>,
    /// What stands in rows that were not chosen or not held, of each sheet as much as is remembered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) passed_over: Vec<RecordedActivity>,
    /// What was asked for.
    pub requests: Vec<Request>,
    /// What owners claim.
    pub statements: Vec<Statement>,
    /// Steps.
    pub milestones: Vec<Milestone>,
    /// Places read from registers, by the list's id.
    pub places: BTreeMap<String, Vec<NamedPlace>>,
    /// Values read for indicators, by id.
    pub indicators: BTreeMap<String, Vec<IndicatorValue>>,
    /// What became of every workbook.
    pub accounts: Vec<WorkbookAccount>,
    /// How the sheets of each workbook were read.
    pub(crate) readings: BTreeMap<String, Vec<SheetReading>>,
    /// By the index of the source in the agreement.
    pub coverage: Vec<Coverage>,
    /// The workbooks that an earlier version read and that are no longer there.
    pub(crate) absent: BTreeSet<String>,
    /// What they told, where nothing else tells it now.
    pub(crate) gone: Vec<RecordedActivity>,
}

impl Gathered {
    /// Adds what another workbook or sheet gave. Accounts and coverage belong to the whole and are left.
    pub(crate) fn add(&mut self, other: Gathered) {
        self.activities.extend(other.activities);
        self.passed_over.extend(other.passed_over);
        self.requests.extend(other.requests);
        self.statements.extend(other.statements);
        self.milestones.extend(other.milestones);
        for (list, places) in other.places {
            self.places.entry(list).or_default().extend(places);
        }
        for (indicator, values) in other.indicators {
            self.indicators.entry(indicator).or_default().extend(values);
        }
    }
}
