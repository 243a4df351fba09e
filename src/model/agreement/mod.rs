//! The agreement: what was promised, by whom, and in which workbooks it is written down.
//!
//! Made by `load`, which guarantees that every name used in it exists and every span lies inside the term.

mod condition;
mod delivery;
mod frequency;
mod indicator;
mod length;
mod pledge;
mod ruling;
mod sheet;
mod source;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::quantity::Amount;
use super::span::DateSpan;
use super::status::Status;
use super::target::Target;

pub use condition::{Condition, Test, between};
pub use delivery::{Audience, DeliveryRules, Recipient, Release, Reminder, Role};
pub use frequency::Frequency;
pub(crate) use indicator::{Direction, Indicator, IndicatorValue};
pub use length::Length;
pub use pledge::{LanguageSummary, Note, Pledge};
pub use ruling::{KnownFinding, Ruling};
pub use sheet::{Column, Gives, Layout, RowCondition, RowFilter, SheetMapping};
pub use source::Source;

/// The tags of the languages there are: a file each in `templates/lang`.
pub const LANGUAGES: &[&str] = include!(concat!(env!("OUT_DIR"), "/tags.rs"));

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
    /// The tag of the language that partners and councillors read, one of [`LANGUAGES`].
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
    pub delivery: DeliveryRules,
    pub recipients: Vec<Recipient>,
    /// Measures that stand beside the pledges.
    pub indicators: Vec<Indicator>,
    /// Disputed rows, settled.
    pub rulings: Vec<Ruling>,
    /// Findings that are known and explained.
    pub known: Vec<KnownFinding>,
    /// Summaries in other languages, written by people.
    pub summaries: Vec<LanguageSummary>,
    /// How the term before ended.
    pub last_term: Option<LastTerm>,
}

/// How the term before ended, as its last report says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastTerm {
    /// What that report was called.
    pub title: String,
    /// The day it was made for.
    pub as_of: NaiveDate,
    /// By the pledge's id.
    pub verdicts: BTreeMap<String, Status>,
}

#[cfg(test)]
impl Agreement {
    /// An agreement about which nothing but its term is said.
    pub(crate) fn of_term(term: DateSpan) -> Agreement {
        Agreement {
            id: "kalix".to_owned(),
            sha256: String::new(),
            title: String::new(),
            municipality: String::new(),
            police_area: String::new(),
            term,
            language: "sv".to_owned(),
            small_numbers: 5,
            background: None,
            success: None,
            reporting: None,
            areas: Vec::new(),
            partners: Vec::new(),
            activities: BTreeMap::new(),
            places: BTreeMap::new(),
            calendar: BTreeMap::new(),
            pledges: Vec::new(),
            sources: Vec::new(),
            delivery: DeliveryRules::default(),
            recipients: Vec::new(),
            indicators: Vec::new(),
            rulings: Vec::new(),
            known: Vec::new(),
            summaries: Vec::new(),
            last_term: None,
        }
    }
}

impl Agreement {
    /// The partner with that id.
    pub fn partner(&self, id: &str) -> Option<&Partner> {
        self.partners.iter().find(|partner| partner.id == id)
    }

    /// The name of the partner with that id; the id itself if there is none.
    pub(crate) fn partner_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.partner(id).map_or(id, |partner| &partner.name)
    }

    /// Whether figures of this activity tell about persons.
    pub(crate) fn about_persons(&self, activity: &str) -> bool {
        self.activities
            .get(activity)
            .is_some_and(|kind| kind.persons)
    }

    /// Whether figures of any activity tell about persons.
    pub(crate) fn counts_persons(&self) -> bool {
        self.activities.values().any(|kind| kind.persons)
    }

    /// Whether this activity is a continuous quantity (hours), not a number of whole things.
    pub(crate) fn is_continuous(&self, activity: &str) -> bool {
        self.activities
            .get(activity)
            .is_some_and(|kind| kind.unit == Unit::Hours)
    }

    /// The targets of all pledges.
    pub(crate) fn targets(&self) -> impl Iterator<Item = &Target> + Clone {
        self.pledges.iter().flat_map(|pledge| &pledge.targets)
    }

    /// The sheet mappings of all sources.
    pub(crate) fn sheets(&self) -> impl Iterator<Item = &SheetMapping> + Clone {
        self.sources.iter().flat_map(|source| &source.sheets)
    }

    /// The sheet mappings of the source at that place in the agreement.
    pub(crate) fn sheets_of(&self, source: usize) -> impl Iterator<Item = &SheetMapping> + Clone {
        let source = self.sources.get(source).into_iter();
        source.flat_map(|source| &source.sheets)
    }

    /// The days before that some target compares such an activity with.
    pub(crate) fn compared_days(
        &self,
        is_such: impl Fn(&str) -> bool,
    ) -> impl Iterator<Item = DateSpan> {
        let targets = self.targets();
        targets
            .filter(move |target| target.of.iter().any(|of| is_such(of)))
            .filter_map(Target::compared_days)
    }

    /// The mappings of the sheets that a list of places is read from.
    pub(crate) fn registers(&self, list: &str) -> impl Iterator<Item = &SheetMapping> {
        let sheets = self.sheets();
        sheets.filter(move |sheet| matches!(&sheet.gives, Gives::Places(places) if places == list))
    }

    /// The headings under which a source's sheets keep what a condition asks of an activity; the field's own name if
    /// none does. Of partners kept as columns of marks, those that the condition names.
    pub(crate) fn headings_asked(
        &self,
        source: usize,
        activity: &str,
        condition: &Condition,
    ) -> Vec<String> {
        let inner = |conditions: &mut dyn Iterator<Item = &Condition>| {
            conditions
                .flat_map(|inner| self.headings_asked(source, activity, inner))
                .collect()
        };
        let (Test::AnyOf(asked) | Test::AllOf(asked)) = &condition.test else {
            return match &condition.test {
                Test::Any(tables) => inner(&mut tables.iter().flatten()),
                Test::Not(table) => inner(&mut table.iter()),
                _ => self.headings(source, activity, &condition.field),
            };
        };
        let sheets = self.sheets_of(source);
        let marks = sheets
            .filter(|sheet| sheet.gives(activity))
            .flat_map(|sheet| &sheet.partner_columns);
        let named =
            marks.filter(|(partner, _)| condition.field == "partners" && asked.contains(partner));
        let headings: Vec<String> = named
            .flat_map(|(_, columns)| columns)
            .map(|column| column.heading.clone())
            .collect();
        if headings.is_empty() {
            self.headings(source, activity, &condition.field)
        } else {
            headings
        }
    }

    /// The headings under which a source's sheets keep a field of an activity, a length also as hours or as when it began
    /// and ended; the field's own name if none does.
    pub fn headings(&self, source: usize, activity: &str, field: &str) -> Vec<String> {
        let sheets = self.sheets_of(source);
        let mut headings: Vec<String> = sheets
            .filter(|sheet| sheet.gives(activity))
            .flat_map(|sheet| {
                let fields: &[&str] = match field {
                    "minutes" if sheet.columns.contains_key("minutes") => &["minutes"],
                    "minutes" if sheet.columns.contains_key("hours") => &["hours"],
                    "minutes" => &["time", "until"],
                    own => &[own],
                };
                let own = fields.iter().filter_map(|field| sheet.columns.get(*field));
                let marks = sheet
                    .partner_columns
                    .values()
                    .flatten()
                    .filter(move |_| field == "partners");
                own.chain(marks)
                    .map(|column| column.heading.clone())
                    .collect::<Vec<_>>()
            })
            .collect();
        headings.dedup();
        if headings.is_empty() {
            vec![field.to_owned()]
        } else {
            headings
        }
    }

    /// The sources, by their index, that give this activity.
    pub(crate) fn sources_of<'a>(&'a self, activity: &'a str) -> impl Iterator<Item = usize> + 'a {
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
#[derive(Clone, Debug, Default)]
pub struct Partner {
    /// Its key.
    pub id: String,
    /// What the report calls it.
    pub name: String,
    /// Other names in workbooks.
    pub also: Vec<String>,
    /// Where letters to it go.
    pub(crate) address: Option<String>,
}

/// What an activity counts, `[activities.ID]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ActivityKind {
    /// «kontakt».
    pub(crate) one: Option<String>,
    /// «kontakter».
    pub(crate) many: Option<String>,
    /// The definition, printed in the report.
    pub(crate) means: Option<String>,
    /// Whether it counts persons, so that small numbers are withheld.
    pub persons: bool,
    /// Whole things, or hours.
    pub unit: Unit,
    /// Hours of one post a year, where posts are turned into hours.
    pub(crate) hours_per_post: Option<Amount>,
}

impl ActivityKind {
    /// The words by which one and several of it are called.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        [&self.one, &self.many]
            .into_iter()
            .filter_map(|word| word.as_deref())
    }
}

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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NamedPlace {
    /// Its name in the report.
    pub name: String,
    /// Other names in workbooks.
    pub(crate) also: Vec<String>,
    /// Its first day; none if it was there from the start.
    pub from: Option<NaiveDate>,
    /// Its last day; none if it is still there.
    pub to: Option<NaiveDate>,
}

impl NamedPlace {
    /// Every name it goes by in workbooks.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name)
            .chain(&self.also)
            .map(String::as_str)
    }

    /// Its days in use inside `window`.
    pub fn in_use(&self, window: DateSpan) -> Option<DateSpan> {
        let (from, to) = (
            self.from.unwrap_or(window.from),
            self.to.unwrap_or(window.to),
        );
        if from > to {
            None
        } else {
            DateSpan { from, to }.intersection(window)
        }
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
