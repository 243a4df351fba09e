//! The lists of names: areas, partners, activities, places, the calendar, indicators; and what of them is known.

use std::collections::{BTreeMap, BTreeSet};

use super::checked::{address, amount, checked_id};
use super::faults::Faults;
use super::keys;
use super::table::{Table, day_of, wrong};
use super::tree::{Entry, Node, Spot, Value};
use crate::model::agreement::{
    ActivityKind, Area, CalendarEntry, Direction, Gives, Indicator, IndicatorValue, NamedPlace,
    Partner, Source, Unit,
};
use crate::model::finding::Code;
use crate::model::span::DateSpan;
use crate::text::nearest;

/// The names that exist, for whoever refers to one.
#[derive(Default)]
pub(super) struct Known {
    pub(super) term: Option<DateSpan>,
    pub(super) areas: BTreeSet<String>,
    pub(super) partners: BTreeSet<String>,
    pub(super) places: BTreeSet<String>,
    pub(super) indicators: BTreeSet<String>,
    pub(super) calendar: BTreeMap<String, CalendarList>,
    /// The activities that some sheet gives, each with the fields that its sheets map.
    pub(super) given: BTreeMap<String, BTreeSet<String>>,
}

/// A calendar list and where each of its entries stands.
pub(super) struct CalendarList {
    pub(super) entries: Vec<CalendarEntry>,
    pub(super) spots: Vec<Spot>,
}

impl Known {
    /// The activities named by a key, each given by some sheet.
    pub(super) fn activities(&self, table: &Table<'_>, key: &str) -> Vec<String> {
        let words = table.words(key).unwrap_or_default();
        words.iter().for_each(|word| {
            self.activity(*word, table.faults);
        });
        words.into_iter().map(|(word, _)| word.to_owned()).collect()
    }

    /// Notes which activities the sheets give, and with which fields.
    pub(super) fn take_sources(&mut self, sources: &[Source]) {
        for sheet in sources.iter().flat_map(|source| &source.sheets) {
            for activity in sheet.activities() {
                let fields = self.given.entry(activity.to_owned()).or_default();
                fields.extend(sheet.columns.keys().cloned());
                if !sheet.partner_columns.is_empty() {
                    fields.insert("partners".to_owned());
                }
            }
        }
    }

    /// Whether it is a partner; a fault if not.
    pub(super) fn partner(&self, (word, spot): (&str, Spot), faults: &Faults) -> bool {
        self.is(
            &self.partners,
            Code::AgreementUnknownPartner,
            (word, spot),
            faults,
        )
    }

    /// The partners named by a key.
    pub(super) fn partners_of(&self, table: &Table<'_>, key: &str) -> Option<Vec<String>> {
        let words = table.words(key)?;
        Some(
            words
                .into_iter()
                .filter(|word| self.partner(*word, table.faults))
                .map(|(word, _)| word.into())
                .collect(),
        )
    }

    /// Whether it is an area; a fault if not.
    pub(super) fn area(&self, word: (&str, Spot), faults: &Faults) -> bool {
        self.is(&self.areas, Code::AgreementUnknownArea, word, faults)
    }

    /// Whether it is a list of places; a fault if not.
    pub(super) fn place_list(&self, word: (&str, Spot), faults: &Faults) -> bool {
        self.is(&self.places, Code::AgreementUnknownPlace, word, faults)
    }

    /// Whether it is a calendar list; a fault if not.
    pub(super) fn calendar_list(&self, (word, spot): (&str, Spot), faults: &Faults) -> bool {
        let known = self.calendar.contains_key(word);
        if !known {
            faults.unknown(
                Code::AgreementUnknownCalendar,
                spot,
                word,
                self.calendar.keys().map(String::as_str),
            );
        }
        known
    }

    /// Whether it is an indicator; a fault if not.
    pub(super) fn indicator(&self, word: (&str, Spot), faults: &Faults) -> bool {
        self.is(
            &self.indicators,
            Code::AgreementUnknownIndicator,
            word,
            faults,
        )
    }

    /// Whether some sheet gives it; a fault if not.
    pub(super) fn activity(&self, (word, spot): (&str, Spot), faults: &Faults) -> bool {
        let known = self.given.contains_key(word);
        if !known {
            faults.unknown(
                Code::AgreementUnknownActivity,
                spot,
                word,
                self.given.keys().map(String::as_str),
            );
        }
        known
    }

    fn is(
        &self,
        names: &BTreeSet<String>,
        code: Code,
        (word, spot): (&str, Spot),
        faults: &Faults,
    ) -> bool {
        let known = names.contains(word);
        if !known {
            faults.unknown(code, spot, word, names.iter().map(String::as_str));
        }
        known
    }
}

/// The entries of a table whose keys are ids, without those that are used twice or cannot be one.
fn by_id<'a>(root: &Table<'a>, key: &str) -> Vec<&'a Entry> {
    let mut seen = BTreeSet::new();
    let mut entries = Vec::new();
    for entry in root.named(key) {
        if !seen.insert(entry.key.as_str()) {
            root.faults.add(
                Code::AgreementDuplicateId,
                entry.spot,
                [("id", entry.key.as_str().into())],
            );
        } else if checked_id(&entry.key, entry.spot, root.faults) {
            entries.push(entry);
        }
    }
    entries
}

/// The areas, in the order of the file.
pub(super) fn areas(root: &Table<'_>) -> Vec<Area> {
    let area = |entry: &Entry| {
        let table = Table::open(&keys::AREA, &entry.key, &entry.node, root.faults)?;
        Some(Area {
            id: entry.key.clone(),
            name: table.needed_line("name").unwrap_or(&entry.key).to_owned(),
        })
    };
    by_id(root, "areas").into_iter().filter_map(area).collect()
}

/// The partners, in the order of the file. One with a fault of its own is kept, so that its name is known.
pub(super) fn partners(root: &Table<'_>) -> Vec<Partner> {
    let partner = |entry: &Entry| {
        let table = Table::open(&keys::PARTNER, &entry.key, &entry.node, root.faults)?;
        Some(Partner {
            id: entry.key.clone(),
            name: table.needed_line("name").unwrap_or(&entry.key).to_owned(),
            also: table.texts("also"),
            address: address(&table),
        })
    };
    by_id(root, "partners")
        .into_iter()
        .filter_map(partner)
        .collect()
}

/// In which words and what unit activities are told.
pub(super) fn activities(root: &Table<'_>) -> BTreeMap<String, ActivityKind> {
    let kind = |entry: &Entry| {
        let table = Table::open(&keys::ACTIVITY, &entry.key, &entry.node, root.faults)?;
        let kind = ActivityKind {
            one: table.line("one").map(str::to_owned),
            many: table.line("many").map(str::to_owned),
            means: table.text("means").map(str::to_owned),
            persons: table.truth("persons").unwrap_or(false),
            unit: table
                .one_of("unit", &[("things", Unit::Things), ("hours", Unit::Hours)])
                .unwrap_or_default(),
            hours_per_post: amount(&table, "hours_per_post"),
        };
        Some((entry.key.clone(), kind))
    };
    by_id(root, "activities")
        .into_iter()
        .filter_map(kind)
        .collect()
}

/// The lists of places; those read from a register are empty.
pub(super) fn places(root: &Table<'_>) -> BTreeMap<String, Vec<NamedPlace>> {
    let list = |entry: &Entry| {
        let table = Table::open(&keys::PLACES, &entry.key, &entry.node, root.faults)?;
        let names = table
            .list("names")
            .iter()
            .filter_map(|node| place(node, root.faults))
            .collect();
        Some((entry.key.clone(), names))
    };
    by_id(root, "places").into_iter().filter_map(list).collect()
}

fn place(node: &Node, faults: &Faults) -> Option<NamedPlace> {
    if let Value::Text(name) = &node.value {
        return Some(NamedPlace {
            name: name.clone(),
            also: Vec::new(),
            from: None,
            to: None,
        });
    }
    let table = Table::open(&keys::PLACE, "names", node, faults)?;
    let (from, to) = (table.day("from"), table.day("to"));
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        faults.invalid(table.spot_of("to"), "to", &to.to_string(), "order");
    }
    Some(NamedPlace {
        name: table.needed_text("name")?.to_owned(),
        also: table.texts("also"),
        from,
        to,
    })
}

/// A register makes its list even where `[places]` does not name it; a list that nobody fills is a fault.
pub(super) fn places_without_names(
    root: &Table<'_>,
    sources: &[Source],
    places: &mut BTreeMap<String, Vec<NamedPlace>>,
) {
    let mut registered = BTreeSet::new();
    for sheet in sources.iter().flat_map(|source| &source.sheets) {
        if let Gives::Places(list) = &sheet.gives {
            registered.insert(list.as_str());
            places.entry(list.clone()).or_default();
        }
    }
    for entry in root.named("places") {
        let Value::Table(inner) = &entry.node.value else {
            continue;
        };
        if !inner.iter().any(|key| key.key == "names") && !registered.contains(entry.key.as_str()) {
            let args = [("key", "names".into()), ("table", keys::PLACES.name.into())];
            root.faults.add(Code::AgreementMissingKey, entry.spot, args);
        }
    }
}

/// Words for an activity that no sheet gives, when a sheet gives one almost so called that has none: a slip of the pen,
/// by which small numbers about persons might come to be shown.
pub(super) fn mistyped_activities(
    root: &Table<'_>,
    activities: &BTreeMap<String, ActivityKind>,
    known: &Known,
) {
    let wordless: Vec<&str> = known
        .given
        .keys()
        .filter(|given| !activities.contains_key(*given))
        .map(String::as_str)
        .collect();
    for entry in root
        .named("activities")
        .iter()
        .filter(|entry| !known.given.contains_key(&entry.key))
    {
        if nearest(&entry.key, wordless.iter().copied()).is_some() {
            root.faults.unknown(
                Code::AgreementUnknownActivity,
                entry.spot,
                &entry.key,
                wordless.iter().copied(),
            );
        }
    }
}

/// The lists of days and spans.
pub(super) fn calendar(root: &Table<'_>) -> BTreeMap<String, CalendarList> {
    let mut lists = BTreeMap::new();
    for entry in by_id(root, "calendar") {
        let Value::List(items) = &entry.node.value else {
            wrong::<()>(&entry.key, entry.spot, "list", root.faults);
            continue;
        };
        let (spots, entries) = items
            .iter()
            .filter_map(|node| Some((node.spot, calendar_entry(&entry.key, node, root.faults)?)))
            .unzip();
        lists.insert(entry.key.clone(), CalendarList { entries, spots });
    }
    lists
}

fn calendar_entry(list: &str, node: &Node, faults: &Faults) -> Option<CalendarEntry> {
    if !matches!(node.value, Value::Table(_)) {
        return day_of(list, node, faults).map(|day| CalendarEntry {
            name: None,
            span: DateSpan::day(day),
        });
    }
    let table = Table::open(&keys::SPAN, list, node, faults)?;
    let name = table.line("name").map(str::to_owned);
    Some(CalendarEntry {
        name,
        span: table.span(None)?,
    })
}

/// The indicators, in the order of the file.
pub(super) fn indicators(root: &Table<'_>, known: &Known) -> Vec<Indicator> {
    let indicator = |entry: &Entry| {
        let table = Table::open(&keys::INDICATOR, &entry.key, &entry.node, root.faults)?;
        let area = table
            .text("area")
            .filter(|area| known.area((area, table.spot_of("area")), root.faults));
        Some(Indicator {
            id: entry.key.clone(),
            area: area.map(str::to_owned),
            name: table.needed_line("name").unwrap_or(&entry.key).to_owned(),
            source: table.text("source").map(str::to_owned),
            scale: table.text("scale").map(str::to_owned),
            good: table.one_of(
                "good",
                &[("low", Direction::Low), ("high", Direction::High)],
            ),
            baseline: table
                .get("baseline")
                .and_then(|node| measurement("baseline", node, root.faults)),
            values: table
                .list("values")
                .iter()
                .filter_map(|node| measurement("values", node, root.faults))
                .collect(),
        })
    };
    by_id(root, "indicators")
        .into_iter()
        .filter_map(indicator)
        .collect()
}

fn measurement(key: &str, node: &Node, faults: &Faults) -> Option<IndicatorValue> {
    let table = Table::open(&keys::MEASUREMENT, key, node, faults)?;
    let date = table.needed_day("date");
    if !table.has("value") {
        table.missing("value");
    }
    Some(IndicatorValue {
        value: amount(&table, "value")?,
        date: date?,
    })
}
