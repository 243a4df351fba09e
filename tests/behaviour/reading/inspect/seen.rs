//! How much of what people see in workbooks `lofte init` sees too. Every folder of `tests/seen` is a place of invented workbooks and an
//! agreement that reads them as a person would: a sheet is given where an agreement begun from the bare workbooks gathers the
//! same of it, in the same activities over the whole place, whatever they are called.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::*;
use crate::setup::files::{copy, repository};
use crate::setup::program::text;
use lofte::model::agreement::Partner;
use lofte::model::fields::Fields;

/// A sheet of a workbook.
type SheetName = (String, String);
/// What sheets gave, each fact with the name of what it is.
type Facts = BTreeMap<SheetName, BTreeSet<(String, String)>>;

/// Sheets that are not given yet, and why.
const NOT_GIVEN: &[(&str, &str)] = &[(
    "storhult/kommunen/Månader.xlsx 2024",
    "two kinds may be one promise or two: the other reading stands beside it as a comment",
)];

/// The partners that took part, by the ids of whichever agreement knows their names.
fn partners(fields: &Fields, known: &[Partner]) -> BTreeSet<String> {
    let words = fields
        .get("partners")
        .map(|field| field.words.clone())
        .unwrap_or_default();
    let id = |word: &String| {
        let known = known.iter().find(|partner| {
            let names = [&partner.id, &partner.name];
            names
                .into_iter()
                .chain(&partner.also)
                .any(|name| name.eq_ignore_ascii_case(word))
        });
        known.map_or(word.to_lowercase(), |partner| partner.id.clone())
    };
    words.iter().map(id).collect()
}

fn facts(agreement: &Agreement, folder: &Path, known: &[Partner]) -> Facts {
    let gathered = gathered_by(agreement, folder);
    let mut facts = Facts::new();
    let mut add = |workbook: &str, sheet: &str, name: &str, fact: String| {
        let at = (workbook.to_owned(), sheet.to_owned());
        facts.entry(at).or_default().insert((name.to_owned(), fact));
    };
    for one in &gathered.activities {
        let persons = agreement
            .activities
            .get(one.activity.as_str())
            .is_some_and(|kind| kind.persons);
        let fact = format!(
            "{} {} {:?} {:?}{}",
            one.origin.cell,
            one.date,
            one.value,
            partners(&one.fields, known),
            if persons { " persons" } else { "" },
        );
        add(&one.origin.workbook, &one.origin.sheet, &one.activity, fact);
    }
    for one in &gathered.requests {
        let fact = format!(
            "request {} {} {:?}",
            one.origin.cell,
            one.date,
            serde_json::to_value(one).unwrap()["answer"]
        );
        add(&one.origin.workbook, &one.origin.sheet, &one.activity, fact);
    }
    for one in &gathered.milestones {
        let fact = format!("step {} {:?} {:?}", one.origin.cell, one.due, one.done);
        add(&one.origin.workbook, &one.origin.sheet, &one.activity, fact);
    }
    for one in &gathered.statements {
        let fact = format!("{} {} {:?}", one.label, one.status, one.updated);
        add(&one.origin.workbook, &one.origin.sheet, "", fact);
    }
    // A register's rows have no cells: its list is known by what is in it.
    for (list, places) in &gathered.places {
        let source = agreement.sources.iter().find(|source| {
            let reads = |sheet: &lofte::model::agreement::SheetMapping| {
                matches!(&sheet.gives, lofte::model::agreement::Gives::Places(given) if given == list)
            };
            source.sheets.iter().any(reads)
        });
        for place in places {
            add(
                source.map_or("", |source| &source.files),
                "register",
                list,
                format!("{place:?}"),
            );
        }
    }
    facts
}

/// The facts of each activity over the whole place.
fn by_activity(facts: &Facts) -> BTreeMap<&str, BTreeSet<(&SheetName, &str)>> {
    let mut all: BTreeMap<&str, BTreeSet<(&SheetName, &str)>> = BTreeMap::new();
    for (at, facts) in facts {
        for (name, fact) in facts {
            all.entry(name).or_default().insert((at, fact));
        }
    }
    all
}

/// The sheets of a place that are given, and those that are not, with what is given instead.
fn measured(place: &str) -> (Vec<String>, Vec<String>) {
    let room = tempfile::tempdir().unwrap();
    let folder = room.path().join(place);
    copy(&repository("tests/seen").join(place), &folder);
    let own = loaded(&fs::read_to_string(folder.join("agreement.toml")).unwrap());
    let drop_folder = folder.join("workbooks");
    // Somebody has a workbook open.
    fs::write(drop_folder.join("polisen/~$Trafik 2024.xlsx"), b"x").ok();
    let begun = room.path().join("begun");
    let (from, to) = (own.term.from.to_string(), own.term.to.to_string());
    let head = [
        "--municipality",
        "x",
        "--police-area",
        "x",
        "--from",
        &from,
        "--to",
        &to,
    ];
    let printed = program::lofte()
        .args([
            "init",
            begun.to_str().unwrap(),
            "--workbooks",
            drop_folder.to_str().unwrap(),
        ])
        .args(head)
        .output()
        .expect("lofte runs");
    assert_eq!(printed.status.code(), Some(0), "{}", text(&printed.stderr));
    let proposed = loaded(&fs::read_to_string(begun.join("agreement.toml")).unwrap());

    let known: Vec<Partner> = own
        .partners
        .iter()
        .chain(&proposed.partners)
        .cloned()
        .collect();
    let wanted = facts(&own, &drop_folder, &known);
    let found = facts(&proposed, &drop_folder, &known);
    let (wanted_of, found_of) = (by_activity(&wanted), by_activity(&found));
    let (mut given, mut not_given) = (Vec::new(), Vec::new());
    for (at, facts) in &wanted {
        let names: BTreeSet<&str> = facts.iter().map(|(name, _)| name.as_str()).collect();
        let is_given = names.iter().all(|name| {
            found_of
                .values()
                .any(|found| Some(found) == wanted_of.get(name))
        });
        let shown = format!("{place}/{} {}", at.0, at.1);
        if is_given {
            given.push(shown);
        } else {
            not_given.push(format!("{shown}: {facts:?}\n  instead {:?}", found.get(at)));
        }
    }
    // What nobody would take in is no better than what is missing.
    for (at, facts) in found.iter().filter(|(at, _)| !wanted.contains_key(*at)) {
        not_given.push(format!("{place}/{} {}: more {facts:?}", at.0, at.1));
    }
    (given, not_given)
}

#[test]
fn what_people_see_in_their_workbooks_is_proposed() {
    let (mut given, mut not_given) = (Vec::new(), Vec::new());
    for place in ["lillvik", "storhult"] {
        let (more, less) = measured(place);
        given.extend(more);
        not_given.extend(less);
    }
    let all = given.len() + not_given.len();
    let told = not_given.join("\n");
    println!(
        "{} of {all} sheets are given without a touch\n{told}",
        given.len()
    );
    let known: Vec<&str> = NOT_GIVEN.iter().map(|(sheet, _)| *sheet).collect();
    let names: Vec<&str> = not_given
        .iter()
        .filter_map(|told| Some(told.split_once(": ")?.0))
        .collect();
    assert_eq!(names, known, "{told}");
    assert!(given.len() * 10 >= all * 9, "{} of {all}", given.len());
}
