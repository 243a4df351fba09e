//! The names that the agreement gives, for whatever refers to one.

use std::collections::{BTreeMap, BTreeSet};

use super::dates::span;
use crate::load::declare::Key;
use crate::load::declare::Named;
use crate::load::faults::Faults;
use crate::load::keys::{ActivityKeys, IndicatorKeys, SharedKeys, SourceKeys, SpanKeys};
use crate::load::shape::NameKind;
use crate::load::tree::Position;
use crate::load::types::{At, Id, Names, OrTable};
use crate::model::agreement::{CalendarEntry, Gives, Source, Unit};
use crate::model::span::DateSpan;
use crate::text::nearest;

type WrittenDays = At<OrTable<chrono::NaiveDate, SpanKeys>>;

pub(super) struct NameLists {
    pub(super) term: Option<DateSpan>,
    areas: BTreeSet<String>,
    partners: BTreeSet<String>,
    places: BTreeSet<String>,
    indicators: BTreeSet<String>,
    pub(super) calendar: BTreeMap<String, Vec<At<CalendarEntry>>>,
    /// The activities that some sheet gives, each with the fields that its sheets map.
    activities: BTreeMap<String, BTreeSet<String>>,
    /// Activities that count persons.
    about_persons: BTreeSet<String>,
    /// Activities in hours.
    in_hours: BTreeSet<String>,
}

impl NameLists {
    pub(super) fn new(
        term: Option<DateSpan>,
        shared: &SharedKeys,
        sources: &[SourceKeys],
        indicators: &[Named<IndicatorKeys>],
        faults: &Faults,
    ) -> NameLists {
        let sheets = sources
            .iter()
            .flat_map(|source| source.sheet.value.iter().flatten());
        let registers = sheets.filter_map(|sheet| sheet.places.value.clone());
        let calendar = shared.calendar.value.iter().flatten().map(|list| {
            let entries = list
                .value
                .iter()
                .filter_map(|entry| calendar_entry(entry, faults));
            (list.name.clone(), entries.collect())
        });
        NameLists {
            term,
            areas: names_of(shared.areas.value.iter().flatten()),
            partners: names_of(shared.partners.value.iter().flatten()),
            places: names_of(shared.places.value.iter().flatten())
                .into_iter()
                .chain(registers)
                .collect(),
            indicators: names_of(indicators),
            calendar: calendar.collect(),
            activities: BTreeMap::new(),
            about_persons: described(shared, |activity| activity.persons.value == Some(true)),
            in_hours: described(shared, |activity| activity.unit.value == Some(Unit::Hours)),
        }
    }

    /// Whether an activity counts persons.
    pub(super) fn is_about_persons(&self, activity: &str) -> bool {
        self.about_persons.contains(activity)
    }

    /// Whether an activity is measured in hours.
    pub(super) fn is_in_hours(&self, activity: &str) -> bool {
        self.in_hours.contains(activity)
    }

    /// Notes which activities the sheets give, and with which fields.
    pub(super) fn take_activities(&mut self, sources: &[Source]) {
        for sheet in sources.iter().flat_map(|source| &source.sheets) {
            for activity in sheet.activities() {
                let fields = self.activities.entry(activity.to_owned()).or_default();
                fields.extend(sheet.columns.keys().cloned());
                if !sheet.partner_columns.is_empty() {
                    fields.insert("partners".to_owned());
                }
                // The day of an answer may stand as its date.
                if matches!(sheet.gives, Gives::Answers(_)) {
                    fields.insert("answered".to_owned());
                }
            }
        }
    }

    fn of(&self, kind: NameKind) -> Vec<&str> {
        let names = match kind {
            NameKind::Area => &self.areas,
            NameKind::Partner => &self.partners,
            NameKind::Places => &self.places,
            NameKind::Indicator => &self.indicators,
            NameKind::Calendar => return self.calendar.keys().map(String::as_str).collect(),
            NameKind::Activity => return self.activities.keys().map(String::as_str).collect(),
        };
        names.iter().map(String::as_str).collect()
    }

    /// Tells every name that was referred to and does not exist.
    pub(super) fn resolve(&self, faults: &Faults) {
        for reference in faults.take_references() {
            self.check(reference.kind, &reference.name, reference.at, faults);
        }
    }

    pub(super) fn check(&self, kind: NameKind, name: &str, at: Position, faults: &Faults) {
        let known = self.of(kind);
        if !known.contains(&name) {
            faults.unknown_name(kind, at, name, known);
        }
    }

    /// Tells a name that is almost a partner's. Others may speak too.
    pub(super) fn check_speaker(&self, name: &str, at: Position, faults: &Faults) {
        let known = self.of(NameKind::Partner);
        if !known.contains(&name) && nearest(name, known.iter().copied()).is_some() {
            faults.unknown_name(NameKind::Partner, at, name, known);
        }
    }

    /// Tells words for an activity that no sheet gives, when a sheet gives one almost so called that has none: a slip of the
    /// pen, by which small numbers about persons might come to be shown.
    pub(super) fn check_activities(
        &self,
        described: &Key<Names<Id, ActivityKeys>>,
        faults: &Faults,
    ) {
        let described: Vec<_> = described.value.iter().flatten().collect();
        let has_words = |name: &str| described.iter().any(|named| named.name == name);
        let mut wordless = self.of(NameKind::Activity);
        wordless.retain(|given| !has_words(given));
        for named in &described {
            let is_given = self.activities.contains_key(&named.name);
            if !is_given && nearest(&named.name, wordless.iter().copied()).is_some() {
                let known = wordless.iter().copied();
                faults.unknown_name(NameKind::Activity, named.at, &named.name, known);
            }
        }
    }

    /// Tells a field that no sheet of the activities maps. The day, and with it the weekday, every activity has. `word` is
    /// how the field is written.
    pub(super) fn check_field(
        &self,
        field: &str,
        (word, at): (&str, Position),
        of: &[At<String>],
        faults: &Faults,
    ) {
        let given = of
            .iter()
            .filter_map(|activity| self.activities.get(&activity.value));
        let given: Vec<_> = given.collect();
        // An activity that no sheet gives is told already.
        if given.is_empty() || matches!(field, "date" | "weekday") {
            return;
        }
        // A length can be read from its hours, or from when it began and ended.
        let enough: &[&str] = match field {
            "minutes" | "hours" => &["minutes", "hours", "until", "time"],
            "answered" => &["answered", "request"],
            _ => &[field],
        };
        let is_mapped = |fields: &&BTreeSet<String>| enough.iter().any(|one| fields.contains(*one));
        if !given.iter().any(is_mapped) {
            let activity = of.first().map(|activity| activity.value.as_str());
            let mapped = given
                .iter()
                .flat_map(|fields| fields.iter().map(String::as_str));
            let known = mapped.chain(["date", "weekday"]);
            faults.unknown_field(at, word, activity, field, known);
        }
    }

    pub(super) fn into_calendar(self) -> BTreeMap<String, Vec<CalendarEntry>> {
        let lists = self.calendar.into_iter();
        lists
            .map(|(id, list)| (id, list.into_iter().map(|entry| entry.value).collect()))
            .collect()
    }
}

/// The activities of which that is said.
fn described(shared: &SharedKeys, is_so: impl Fn(&ActivityKeys) -> bool) -> BTreeSet<String> {
    let activities = shared.activities.value.iter().flatten();
    names_of(activities.filter(|named| is_so(&named.value)))
}

fn names_of<'a, T: 'a>(named: impl IntoIterator<Item = &'a Named<T>>) -> BTreeSet<String> {
    named.into_iter().map(|named| named.name.clone()).collect()
}

fn calendar_entry(written: &WrittenDays, faults: &Faults) -> Option<At<CalendarEntry>> {
    let value = match &written.value {
        OrTable::Short(day) => CalendarEntry {
            name: None,
            span: DateSpan::day(*day),
        },
        OrTable::Table(keys) => CalendarEntry {
            name: keys.name.value.clone(),
            span: span(&keys.from, &keys.to, None, faults)?,
        },
    };
    Some(At {
        at: written.at,
        value,
    })
}
