//! The file as a whole: what it includes, its head, and the order in which its parts are read, so that each can be held
//! against the names of those before it.

use super::delivery;
use super::faults::Faults;
use super::keys;
use super::list::{self, Known};
use super::pledge;
use super::ruling;
use super::source;
use super::table::{Table, words_of};
use super::tree::{self, Entry, Spot, Value};
use crate::model::agreement::{Agreement, LANGUAGES};
use crate::model::finding::Code;

/// The entries of the agreement after those of the files it includes.
pub(super) fn whole(
    text: &str,
    include: &dyn Fn(&str) -> Option<String>,
    faults: &mut Faults,
) -> Vec<Entry> {
    let (own, broken) = tree::parse(text, 0);
    broken.iter().for_each(|broken| faults.broken(broken));
    let Some(named) = own.iter().find(|entry| entry.key == "include") else {
        return own;
    };
    let files: Vec<(String, Spot)> = words_of("include", &named.node, faults)
        .into_iter()
        .map(|(file, spot)| (file.to_owned(), spot))
        .collect();
    let mut entries = Vec::new();
    for (path, spot) in files {
        let Some(text) = include(&path) else {
            faults.add(
                Code::AgreementMissingFile,
                spot,
                [("path", path.as_str().into())],
            );
            continue;
        };
        let number = faults.enter(&path);
        let (included, broken) = tree::parse(&text, number);
        broken.iter().for_each(|broken| faults.broken(broken));
        // Only tells keys that do not belong in an included file: they would silently change the agreement's head.
        let _ = Table::new(
            &keys::INCLUDED,
            &included,
            Spot {
                file: number,
                line: 1,
            },
            faults,
        );
        join(
            &mut entries,
            included
                .into_iter()
                .filter(|entry| keys::INCLUDED.has(&entry.key)),
        );
    }
    join(&mut entries, own);
    entries
}

/// Adds entries: tables and lists of the same key become one, in order.
fn join(entries: &mut Vec<Entry>, more: impl IntoIterator<Item = Entry>) {
    for entry in more {
        let Some(there) = entries.iter_mut().find(|there| there.key == entry.key) else {
            entries.push(entry);
            continue;
        };
        match (&mut there.node.value, entry.node.value) {
            (Value::Table(there), Value::Table(more)) => there.extend(more),
            (Value::List(there), Value::List(more)) => there.extend(more),
            // Of another type: the agreement's own stands, and its reader tells the type.
            (there, more) => *there = more,
        }
    }
}

/// The agreement that the entries are; `None` if its head is not whole.
pub(super) fn agreement(
    id: &str,
    sha256: &str,
    entries: &[Entry],
    faults: &Faults,
) -> Option<Agreement> {
    let root = Table::new(&keys::AGREEMENT, entries, Spot { file: 0, line: 1 }, faults);
    let title = root.needed_line("title");
    let municipality = root.needed_line("municipality");
    let police_area = root.needed_line("police_area");
    let term = root.span(None);
    let language = root.one_of(
        "language",
        &LANGUAGES.iter().map(|tag| (*tag, *tag)).collect::<Vec<_>>(),
    );
    let small_numbers = small_numbers(&root);
    let texts = [
        root.text("background"),
        root.text("success"),
        root.text("reporting"),
    ];

    // Without a term the rest is read all the same, for its own faults; nothing can then lie outside it.
    let mut known = Known {
        term,
        ..Known::default()
    };
    let areas = list::areas(&root);
    known.areas = areas.iter().map(|area| area.id.clone()).collect();
    let partners = list::partners(&root);
    known.partners = partners.iter().map(|partner| partner.id.clone()).collect();
    let activities = list::activities(&root);
    let mut places = list::places(&root);
    known.calendar = list::calendar(&root);
    let indicators = list::indicators(&root, &known);
    known.indicators = indicators
        .iter()
        .map(|indicator| indicator.id.clone())
        .collect();
    known.places = places
        .keys()
        .cloned()
        .chain(source::registers(&root))
        .collect();
    let sources = source::sources(&root, &known);
    known.take_sources(&sources);
    list::places_without_names(&root, &sources, &mut places);
    list::mistyped_activities(&root, &activities, &known);
    let pledges = pledge::pledges(&root, &known);
    let delivery = delivery::delivery(&root);
    let recipients = delivery::recipients(&root, &known);
    delivery::unknown_approver(&root, &delivery, &recipients);
    let rulings = ruling::rulings(&root);
    let known_findings = ruling::known(&root);
    let summaries = delivery::summaries(&root);

    let [background, success, reporting] = texts.map(|text| text.map(str::to_owned));
    let (title, municipality, police_area) = (
        title?.to_owned(),
        municipality?.to_owned(),
        police_area?.to_owned(),
    );
    Some(Agreement {
        id: id.to_owned(),
        sha256: sha256.to_owned(),
        title,
        municipality,
        police_area,
        term: term?,
        language: language.unwrap_or("sv").to_owned(),
        small_numbers,
        background,
        success,
        reporting,
        areas,
        partners,
        activities,
        places,
        calendar: known
            .calendar
            .into_iter()
            .map(|(id, list)| (id, list.entries))
            .collect(),
        pledges,
        sources,
        delivery,
        recipients,
        indicators,
        rulings,
        known: known_findings,
        summaries,
    })
}

/// Five, if it is not said: below that, a figure about persons in a small municipality tells who they are.
fn small_numbers(root: &Table<'_>) -> u64 {
    const USUAL: u64 = 5;
    let Some(node) = root.get("small_numbers") else {
        return USUAL;
    };
    match node.value {
        Value::Whole(number) => u64::try_from(number).unwrap_or_else(|_| {
            root.faults
                .invalid(node.spot, "small_numbers", &number.to_string(), "number");
            USUAL
        }),
        _ => root.wrong("small_numbers", "number").unwrap_or(USUAL),
    }
}
