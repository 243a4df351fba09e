//! What `lofte inspect` prints, pasted unchanged into an agreement, reads the workbooks of Kalix as Kalix's own agreement
//! does: the same dates, values and cells; with `--agreement`, the same activities.

use std::collections::BTreeMap;
use std::fs;

use chrono::NaiveDate;

use super::*;
use crate::setup::files::{copy, repository};
use crate::setup::program::text;

fn kalix() -> PathBuf {
    repository("inputs/kalix")
}

/// Every workbook below a folder; lock files are none.
fn workbooks(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(workbooks(&path));
        } else if !path
            .file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .starts_with("~$")
        {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Everything a workbook gave: what, when, how much, from where.
fn facts(gathered: &Gathered, named: bool) -> BTreeMap<String, Vec<String>> {
    let name = |name: &str| {
        if named {
            name.to_owned()
        } else {
            "any".to_owned()
        }
    };
    let activities = gathered.activities.iter().map(|one| {
        let printed_text = format!(
            "{} {} {} {:?} {}",
            name(&one.activity),
            one.date,
            one.dated,
            one.value,
            one.origin.cell
        );
        (&one.origin, printed_text)
    });
    let steps = gathered.milestones.iter().map(|one| {
        (
            &one.origin,
            format!(
                "{} {:?} {:?} {} {}",
                name(&one.activity),
                one.due,
                one.done,
                one.step,
                one.origin.cell
            ),
        )
    });
    let claims = gathered.statements.iter().map(|one| {
        let printed_text = format!(
            "{} {} {:?} {:?} {}",
            one.label, one.status, one.updated, one.comment, one.origin.cell
        );
        (&one.origin, printed_text)
    });
    let mut facts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (origin, printed_text) in activities.chain(steps).chain(claims) {
        facts
            .entry(origin.workbook.to_string())
            .or_default()
            .push(format!("{}!{printed_text}", origin.sheet));
    }
    facts.values_mut().for_each(|facts| facts.sort());
    facts
}

fn gathered(agreement: &Agreement, folder: &Path) -> Gathered {
    gather(
        agreement,
        folder,
        NaiveDate::from_ymd_opt(2024, 1, 31).unwrap(),
        &Isolation::InProcess,
    )
    .unwrap()
    .value
}

/// Kalix's agreement without its sources.
fn without_sources(text: &str) -> (String, String) {
    let (before, rest) = text.split_once("[[source]]").unwrap();
    let (_, after) = rest.split_once("[[recipient]]").unwrap();
    (before.to_owned(), format!("[[recipient]]{after}"))
}

#[test]
fn a_pasted_source_reads_kalix_as_its_own_agreement_does() {
    let own = fs::read_to_string(kalix().join("agreement.toml")).unwrap();
    let moved = repository("tests/kalix/workbooks-2024-01");
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
        let given = gathered(
            &loaded(&format!("{HEAD}\n{}", text(&fresh.stdout))),
            &folder,
        );
        compare(&facts(&wanted, false), &facts(&given, false));

        // Chosen from the agreement: it is whole again, and the same in every fact.
        let own_folder = kalix();
        let agreement = own_folder.to_str().unwrap();
        let chosen = inspect(
            &paths,
            &["--agreement", agreement, "--drop-folder", drop_folder],
        );
        assert_eq!(chosen.status.code(), Some(0), "{}", text(&chosen.stderr));
        let (before, after) = without_sources(&own);
        let given = gathered(
            &loaded(&format!("{before}\n{}\n{after}", text(&chosen.stdout))),
            &folder,
        );
        compare(&facts(&wanted, true), &facts(&given, true));
    }
}

fn compare(wanted: &BTreeMap<String, Vec<String>>, given: &BTreeMap<String, Vec<String>>) {
    let mut faults = Vec::new();
    for (workbook, facts) in wanted {
        let theirs = given.get(workbook).cloned().unwrap_or_default();
        let missing: Vec<&String> = facts
            .iter()
            .filter(|fact| !theirs.contains(fact))
            .take(3)
            .collect();
        let more: Vec<&String> = theirs
            .iter()
            .filter(|fact| !facts.contains(fact))
            .take(3)
            .collect();
        if *facts != theirs {
            faults.push(format!(
                "{workbook}: {} wanted, {} given; {missing:?} {more:?}",
                facts.len(),
                theirs.len()
            ));
        }
    }
    faults.extend(
        given
            .keys()
            .filter(|workbook| !wanted.contains_key(*workbook))
            .map(|more| format!("{more}: more")),
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Workbooks of the cases of which the agreement takes a part only, and which. Nothing in them tells which part was promised:
/// what is pasted unchanged gives all that their agreement takes, and the rest.
const MORE: [(&str, &str); 3] = [
    (
        "kallback/kommunen/Tobak och servering.xlsx",
        "one kind of inspection, and one of two columns",
    ),
    (
        "kallback/polisen/Önskemål från allmänheten.xlsx",
        "two kinds of requests",
    ),
    (
        "kungsaker/polisen/Timmar centrum.xlsx",
        "one of four columns",
    ),
];

#[test]
fn the_workbooks_of_the_cases_are_understood() {
    let cases = repository("tests/cases");
    let mut unlike = Vec::new();
    for case in ["kallback", "kungsaker"] {
        let folder = tempfile::tempdir().unwrap();
        copy(
            &cases.join(case).join("workbooks"),
            &folder.path().join("workbooks"),
        );
        let own = fs::read_to_string(cases.join(case).join("agreement.toml")).unwrap();
        fs::write(folder.path().join("agreement.toml"), &own).unwrap();
        let drop_folder = folder.path().join("workbooks");
        let agreement = loaded(&own);
        let wanted = facts(&gathered_by(&agreement, &drop_folder), false);
        for path in workbooks(&drop_folder) {
            let shown = path
                .strip_prefix(&drop_folder)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            let printed = inspect(&[path], &["--agreement", folder.path().to_str().unwrap()]);
            assert_eq!(
                printed.status.code(),
                Some(0),
                "{shown}: {}",
                text(&printed.stderr)
            );
            let sources = text(&printed.stdout);
            // The agreement's own words for its activities, and the pasted source.
            let read = loaded(&format!("{}\n{sources}", names_of(&agreement)));
            let activities = read
                .activities
                .into_iter()
                .chain(agreement.activities.clone())
                .collect();
            let pasted = Agreement {
                sources: read.sources,
                activities,
                ..agreement.clone()
            };
            let given = facts(&gathered_by(&pasted, &drop_folder), false);
            let (wanted, given) = (wanted.get(&shown).unwrap(), given.get(&shown).unwrap());
            if wanted != given {
                assert!(
                    wanted.iter().all(|fact| given.contains(fact)),
                    "{shown}: {wanted:#?} {given:#?}"
                );
                unlike.push(format!("{case}/{shown}"));
            }
        }
    }
    assert_eq!(unlike, MORE.map(|(workbook, _)| workbook));
}

/// A head with the partners of an agreement.
fn names_of(agreement: &Agreement) -> String {
    let partners = agreement
        .partners
        .iter()
        .map(|partner| format!("[partners.{}]\nname = \"x\"\n", partner.id));
    let (head, _) = HEAD.split_once("[partners]").unwrap();
    format!("{head}{}", partners.collect::<String>())
}
