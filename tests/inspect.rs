//! What `lofte inspect` prints, pasted unchanged into an agreement, reads the workbooks of Kalix as Kalix's own agreement
//! does: the same dates, values and cells; with `--agreement`, the same activities.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)]

mod workbook;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use chrono::NaiveDate;
use lofte::gather::gather;
use lofte::load::load;
use lofte::model::activity::Gathered;
use lofte::model::agreement::Agreement;

fn kalix() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("inputs/kalix")
}

fn inspect(workbooks: &[PathBuf], more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lofte")).arg("inspect").args(workbooks).args(more).output().expect("lofte runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// Every workbook below a folder; lock files are none.
fn workbooks(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(workbooks(&path));
        } else if !path.file_name().unwrap().to_str().unwrap().starts_with("~$") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn loaded(text: &str) -> Agreement {
    let loaded = load("kalix", text, &|_| None);
    loaded.value.unwrap_or_else(|| panic!("{:#?}\n{text}", loaded.findings))
}

/// Everything a workbook gave: what, when, how much, from where.
fn facts(gathered: &Gathered, named: bool) -> BTreeMap<String, Vec<String>> {
    let name = |name: &str| if named { name.to_owned() } else { "any".to_owned() };
    let activities = gathered.activities.iter().map(|one| {
        let told = format!("{} {} {} {:?} {}", name(&one.activity), one.date, one.dated, one.value, one.origin.cell);
        (&one.origin, told)
    });
    let steps = gathered.milestones.iter().map(|one| {
        (&one.origin, format!("{} {:?} {:?} {} {}", name(&one.activity), one.due, one.done, one.step, one.origin.cell))
    });
    let claims = gathered.statements.iter().map(|one| {
        let told = format!("{} {} {:?} {:?} {}", one.label, one.status, one.updated, one.comment, one.origin.cell);
        (&one.origin, told)
    });
    let mut facts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (origin, told) in activities.chain(steps).chain(claims) {
        facts.entry(origin.workbook.clone()).or_default().push(format!("{}!{told}", origin.sheet));
    }
    facts.values_mut().for_each(|facts| facts.sort());
    facts
}

fn gathered(agreement: &Agreement, folder: &Path) -> Gathered {
    gather(agreement, folder, NaiveDate::from_ymd_opt(2024, 1, 31).unwrap()).unwrap().value
}

/// Kalix's agreement without its sources.
fn without_sources(text: &str) -> (String, String) {
    let (before, rest) = text.split_once("[[source]]").unwrap();
    let (_, after) = rest.split_once("[[recipient]]").unwrap();
    (before.to_owned(), format!("[[recipient]]{after}"))
}

/// Nothing but the head and the partners.
const HEAD: &str = r#"
title = "Kalix"
municipality = "Kalix kommun"
police_area = "Lokalpolisområde Östra Norrbotten"
from = 2022-01-01
to = 2023-12-31
[[pledge]]
id = "x"
text = "x"
[partners]
polisen.name = "Polisen"
kommunen.name = "Kommunen"
socialtjansten.name = "Socialtjänsten"
naringsliv.name = "Näringslivet"
bra.name = "Brå"
"#;

#[test]
fn a_pasted_source_reads_kalix_as_its_own_agreement_does() {
    let own = fs::read_to_string(kalix().join("agreement.toml")).unwrap();
    let moved = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/kalix/workbooks-2024-01");
    for folder in [kalix().join("workbooks"), moved] {
        let paths = workbooks(&folder);
        assert!(paths.len() >= 12, "{paths:?}");
        let wanted = gathered(&loaded(&own), &folder);
        let taken: Vec<String> = facts(&wanted, false).into_keys().collect();
        assert!(taken.len() >= 11, "{taken:?}");

        // Without an agreement to choose from: the activities are named as they come.
        let drop_folder = folder.to_str().unwrap();
        let fresh = inspect(&paths, &["--drop-folder", drop_folder]);
        assert_eq!(fresh.status.code(), Some(0), "{}", text(&fresh.stderr));
        let given = gathered(&loaded(&format!("{HEAD}\n{}", text(&fresh.stdout))), &folder);
        compare(&facts(&wanted, false), &facts(&given, false));

        // Chosen from the agreement: it is whole again, and the same in every fact.
        let own_folder = kalix();
        let agreement = own_folder.to_str().unwrap();
        let chosen = inspect(&paths, &["--agreement", agreement, "--drop-folder", drop_folder]);
        assert_eq!(chosen.status.code(), Some(0), "{}", text(&chosen.stderr));
        let (before, after) = without_sources(&own);
        let given = gathered(&loaded(&format!("{before}\n{}\n{after}", text(&chosen.stdout))), &folder);
        compare(&facts(&wanted, true), &facts(&given, true));
    }
}

fn compare(wanted: &BTreeMap<String, Vec<String>>, given: &BTreeMap<String, Vec<String>>) {
    let mut faults = Vec::new();
    for (workbook, facts) in wanted {
        let theirs = given.get(workbook).cloned().unwrap_or_default();
        let missing: Vec<&String> = facts.iter().filter(|fact| !theirs.contains(fact)).take(3).collect();
        let more: Vec<&String> = theirs.iter().filter(|fact| !facts.contains(fact)).take(3).collect();
        if *facts != theirs {
            faults.push(format!("{workbook}: {} wanted, {} given; {missing:?} {more:?}", facts.len(), theirs.len()));
        }
    }
    faults.extend(given.keys().filter(|workbook| !wanted.contains_key(*workbook)).map(|more| format!("{more}: more")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
