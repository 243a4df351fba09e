//! What `lofte inspect` prints, pasted unchanged into an agreement, reads the workbooks of Kalix as Kalix's own agreement
//! does: the same dates, values and cells; with `--agreement`, the same activities.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use chrono::NaiveDate;
use lofte::gather::cell::{Cell, Sheet, Workbook};
use lofte::gather::gather;
use lofte::gather::inspect::{self as room, WorkbookInfo};
use lofte::gather::isolate::Isolation;
use lofte::load::load;
use lofte::model::activity::Gathered;
use lofte::model::agreement::Agreement;
use proptest::prelude::*;

use crate::setup::workbook;

fn kalix() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("inputs/kalix")
}

fn inspect(workbooks: &[PathBuf], more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lofte"))
        .arg("inspect")
        .args(workbooks)
        .args(more)
        .output()
        .expect("lofte runs")
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

fn loaded(text: &str) -> Agreement {
    let loaded = load("kalix", text, &|_| None);
    loaded
        .value
        .unwrap_or_else(|| panic!("{:#?}\n{text}", loaded.findings))
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
        let told = format!(
            "{} {} {} {:?} {}",
            name(&one.activity),
            one.date,
            one.dated,
            one.value,
            one.origin.cell
        );
        (&one.origin, told)
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
        let told = format!(
            "{} {} {:?} {:?} {}",
            one.label, one.status, one.updated, one.comment, one.origin.cell
        );
        (&one.origin, told)
    });
    let mut facts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (origin, told) in activities.chain(steps).chain(claims) {
        facts
            .entry(origin.workbook.to_string())
            .or_default()
            .push(format!("{}!{told}", origin.sheet));
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
    let cases = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut unlike = Vec::new();
    for case in ["kallback", "kungsaker"] {
        let folder = tempfile::tempdir().unwrap();
        lay_out(
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

#[test]
fn what_cannot_be_read_is_told_and_holds_up_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("Tom.xlsx");
    fs::write(&empty, b"").unwrap();
    let notes = folder.path().join("Anteckningar.xlsx");
    workbook::write_xlsx("== Blad1\nRing kommunen\n", &notes);
    let log = folder.path().join("Polisen/Log [1].xlsx");
    let rows = "Date | Location | Number of checks | Name\n2023-01-05 | Main street | 2 | Anna Andersson\n\
                2023-01-06 | Park | 1\n2023-01-09 | School | 3 | Bo Berg\nTotal |  | 5\n";
    workbook::write_xlsx(
        &format!("== Notes\nCall them\n\n== \u{e5}\"b (hidden)\n{rows}"),
        &log,
    );

    let printed = inspect(&[empty, notes, log], &["--language", "en"]);
    let told = text(&printed.stdout);
    assert_eq!(printed.status.code(), Some(3), "{told}");
    for line in [
        "# Sheet «Blad1»: no table that we know",
        "# Sheet «å\"b» (hidden): a row an occasion, a week or a month (log)",
        "partner = \"polisen\"",
        "files = \"**/Log ?1?.xlsx\"",
        "name = \"å\\\"b\"",
        "columns = { date = \"Date\", place = \"Location\", count = \"Number of checks\" }",
    ] {
        assert!(told.lines().any(|told| told == line), "{line}\n{told}");
    }
    // Nobody's name is shown.
    assert!(
        told.contains("«Name»") && !told.contains("Anna") && !told.contains("Bo Berg"),
        "{told}"
    );
    // All but the source is comments.
    assert_eq!(loaded(&format!("{HEAD}\n{told}")).sources.len(), 1);

    let missing = inspect(&[folder.path().join("nowhere.xlsx")], &[]);
    assert_eq!(missing.status.code(), Some(1));
    let no_agreement = inspect(
        &[folder.path().join("Tom.xlsx")],
        &["--agreement", folder.path().to_str().unwrap()],
    );
    assert_eq!(no_agreement.status.code(), Some(2));
}

fn gathered_by(agreement: &Agreement, folder: &Path) -> Gathered {
    gather(agreement, folder, agreement.term.to, &Isolation::InProcess)
        .unwrap()
        .value
}

#[test]
fn nothing_that_names_something_is_counted_and_nothing_is_taken_for_what_it_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        workbook::write_xlsx(text, &path);
        path
    };
    let paths = [
        write(
            "Statistik.xlsx",
            "== Data\nMånad | Kommunkod | Kontroller | Andel (%)\nJanuari 2023 | 114 | 3 | 12\n\
             Februari 2023 | 114 | 4 | 13\n",
        ),
        write(
            "Regioner.xlsx",
            "== Data\nRegion | År | Januari | Februari | Mars\nA | 2022 | 1 | 2 | 3\nA | 2023 | 1 | 2 | 3\n",
        ),
        write(
            "Kontroller.xlsx",
            "== Data\nDatum | Typ\n2023-01-05 | Hastighet\n2023-01-06 | Nykterhet\n2023-01-09 | Hastighet\n\
             2023-01-10 | Nykterhet\n",
        ),
        write(
            "Ärenden.xlsx",
            "== Inkomna\nInkom | Ärende | Plats\n2023-01-05 | 1 | Torget\n2023-01-06 | 2 | Badet\n\n\
             == Svar\nÄrende | Besvarat\n1 | 2023-01-08\n",
        ),
        write(
            "Logg 2022.xlsx",
            "== Logg\nVecka | Besök\nv. 3 | 2\nv. 4 | 1\n",
        ),
        write(
            "Logg 2023.xlsx",
            "== Logg\nVecka | Besök\nv. 3 | 2\nv. 4 | 1\n",
        ),
    ];
    let told = text(&inspect(&paths, &["--drop-folder", folder.path().to_str().unwrap()]).stdout);
    let has = |line: &str| told.lines().any(|told| told == line);
    for line in [
        "columns = { month = \"Månad\", count = \"Kontroller\" }",
        "expected = \"monthly\"",
        "# activity = { column = \"Typ\", values = { \"Hastighet\" = \"hastighet\", \"Nykterhet\" = \"nykterhet\" } }",
        "answers = \"inkomna\"",
        "columns = { answered = \"Besvarat\", case = \"Ärende\" }",
        "files = \"Logg 20??.xlsx\"",
        "expected = \"weekly\"",
    ] {
        assert!(has(line), "{line}\n{told}");
    }
    // A sheet of months is about one year: several years below each other are not read as one.
    assert!(!told.contains("files = \"Regioner.xlsx\""), "{told}");
    assert_eq!(told.matches("[[source]]").count(), 4, "{told}");
    let read = loaded(&format!("{HEAD}[partners.partner]\nname = \"x\"\n{told}"));
    assert_eq!(read.sources.len(), 4);
    let instead = told.replace("activity = \"kontroller\"\n# activity", "activity");
    assert!(
        loaded(&format!("{HEAD}partner.name = \"x\"\n{instead}"))
            .sources
            .iter()
            .any(|source| source.sheets[0].gives("nykterhet"))
    );
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

/// Texts made into workbooks.
fn lay_out(texts: &Path, folder: &Path) {
    for path in workbooks(texts) {
        let target = folder.join(path.strip_prefix(texts).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        match target.to_str().unwrap().strip_suffix(".xlsx.txt") {
            Some(stem) => workbook::write_xlsx(
                &fs::read_to_string(&path).unwrap(),
                Path::new(&format!("{stem}.xlsx")),
            ),
            None => drop(fs::copy(&path, &target).unwrap()),
        }
    }
}

/// Cells as they come in workbooks: headings, dates, numbers, marks, and signs that mean something in TOML or in patterns.
fn cells() -> impl Strategy<Value = Cell> {
    let words = [
        "Datum",
        "Vecka",
        "Månad",
        "År",
        "Plats",
        "Antal",
        "Antal kontakter",
        "Löfte",
        "Läge",
        "Steg",
        "Klart senast",
        "Klart",
        "Genomförd",
        "Polis",
        "jan",
        "feb",
        "mar",
        "Januari 2022",
        "v. 30",
        "12 mars",
        "x",
        "ja",
        "nej",
        "-",
        "Summa",
        "ca 2",
        "14:00",
        "Skola",
        "a \"b\" \\",
        "å*[1]?{",
        "Timmar",
        "Stadskärnan",
        "#N/A",
        "Namn:",
        "Datum:",
        "Öppnade",
        "=",
        "🙂",
    ];
    let day = NaiveDate::from_ymd_opt(2023, 5, 1);
    prop_oneof![
        3 => Just(Cell::Empty),
        6 => prop::sample::select(words.to_vec()).prop_map(|word| Cell::Text(word.to_owned())),
        1 => any::<f64>().prop_map(Cell::Number),
        1 => (0u32..60).prop_map(|number| Cell::Number(f64::from(number))),
        1 => (0i64..400).prop_map(move |days| Cell::Date {
            day: day.and_then(|day| day.checked_add_signed(chrono::Duration::days(days))),
            time: None,
            serial: None,
        }),
        1 => any::<bool>().prop_map(Cell::Bool),
        1 => Just(Cell::Uncalculated),
        1 => "\\PC{0,8}".prop_map(|word| if word.trim().is_empty() { Cell::Empty } else { Cell::Text(word) }),
    ]
}

fn books() -> impl Strategy<Value = Workbook> {
    let rows = prop::collection::vec(prop::collection::vec(cells(), 0..7), 0..9);
    let name = prop_oneof![Just("Kv1".to_owned()), Just("Kv2".to_owned()), "\\PC{1,12}"];
    let merged = prop::collection::vec((0usize..9, 0usize..7, 0usize..12, 0usize..9), 0..3);
    let sheet =
        (name, any::<bool>(), rows, merged).prop_map(|(name, hidden, rows, merged)| Sheet {
            name,
            hidden,
            rows,
            merged,
            ..Sheet::default()
        });
    prop::collection::vec(sheet, 0..4).prop_map(|sheets| Workbook { sheets })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever stands in a workbook: what is proposed is no fault of an agreement.
    #[test]
    fn a_proposed_source_loads(workbook in books(), shown in "(polisen/)?\\PC{1,12}\\.xlsx") {
        let place = room::place(Path::new(&format!("/w/workbooks/{shown}")), None);
        let own = loaded(HEAD);
        for agreement in [None, Some(&own)] {
            let about = WorkbookInfo { shown: &place.shown, files: &place.files, agreement };
            let inspection = room::inspect(&workbook, &about);
            let Some(source) = &inspection.source else { continue };
            let kinds = inspection.kinds.iter().map(|(activity, kind)| room::kind_block(activity, kind));
            let sheets = room::sheets_block(source, &inspection.others);
            let block = room::source_block(&source.partner, &source.files, &sheets) + &kinds.collect::<String>();
            let (head, _) = HEAD.split_once("[partners]").unwrap();
            let partners = own.partners.iter().map(|partner| partner.id.clone()).chain([source.partner.clone()]);
            let partners: std::collections::BTreeSet<String> = partners.collect();
            let named: String =
                partners.iter().map(|partner| format!("[partners.{}]\nname = \"x\"\n", room::key(partner))).collect();
            let read = loaded(&format!("{head}{named}\n{block}"));
            let [again] = read.sources.as_slice() else { panic!("{block}") };
            let plain = |source: &lofte::model::agreement::Source| {
                let sheets = source.sheets.iter().map(|sheet| (&sheet.name, sheet.layout, &sheet.gives, &sheet.columns));
                format!("{} {} {:?}", source.partner, source.files, sheets.collect::<Vec<_>>())
            };
            prop_assert_eq!(plain(again), plain(source));
            let as_of = NaiveDate::from_ymd_opt(2024, 1, 31).unwrap();
            for (sheet, mapping) in workbook.sheets.iter().flat_map(|sheet| again.sheets.iter().map(move |how| (sheet, how))) {
                if room::reads(mapping, sheet) {
                    let outcome = room::outcome(&read, 0, mapping, (&place.shown, sheet), as_of);
                    let left: usize = outcome.left.values().map(|rows| rows.len()).sum();
                    prop_assert!(outcome.used + left <= sheet.rows.len());
                }
            }
        }
    }
}
