//! `lofte init --starter-workbooks`: what it makes is read. As it is it tells nothing; filled in, row by row as its examples
//! show, every row counts and there is no finding.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use lofte::gather::gather;
use lofte::gather::isolate::Isolation;
use lofte::load::load;
use lofte::model::agreement::{Agreement, Layout};

use crate::setup::files::{files_ending, repository};
use crate::setup::parts::{Cell, Parts};
use crate::setup::program;

/// The agreements of the repository that load.
fn agreements() -> Vec<PathBuf> {
    let mut folders = vec![repository("inputs/kalix")];
    let cases = fs::read_dir(repository("tests/cases")).unwrap();
    folders.extend(cases.map(|case| case.unwrap().path()));
    folders.retain(|folder| folder.file_name().unwrap() != "broken-agreement");
    folders.sort();
    folders
}

/// An agreement in a folder of its own, with the workbooks it lacks.
fn begun(agreement: &Path, folder: &Path) -> Agreement {
    let text = fs::read_to_string(agreement.join("agreement.toml")).unwrap();
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join("agreement.toml"), &text).unwrap();
    for other in ["gemensamt.toml", "shared.toml"] {
        let _ = fs::copy(agreement.join(other), folder.join(other));
    }
    let made = program::lofte()
        .args(["init", "--starter-workbooks"])
        .arg(folder)
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", program::output_text(&made));
    let include = |name: &str| fs::read_to_string(agreement.join(name)).ok();
    load("begun", &text, &include).value.unwrap()
}

/// What one sheet was filled in with.
type Filled = BTreeMap<(String, String), u64>;

/// The headings of a field.
fn headings(agreement: &Agreement, fields: &[&str]) -> Vec<String> {
    let sheets = agreement.sources.iter().flat_map(|source| &source.sheets);
    let columns = sheets.flat_map(|sheet| &sheet.columns);
    columns
        .filter(|(field, _)| fields.contains(&field.as_str()))
        .map(|(_, column)| column.heading.clone())
        .collect()
}

/// Fills in a workbook as its examples show: three rows of a table, or what is there already.
fn fill(agreement: &Agreement, path: &Path, shift: f64) -> BTreeMap<String, u64> {
    let mut workbook = Parts::open(path);
    let (weeks, years) = (
        headings(agreement, &["week"]),
        headings(agreement, &["year"]),
    );
    let forms = agreement
        .sources
        .iter()
        .flat_map(|source| &source.sheets)
        .any(|sheet| sheet.layout == Layout::Form);
    let mut filled = BTreeMap::new();
    let guide = workbook.cells(&workbook.sheets()[0]);
    let said: Vec<String> = guide
        .values()
        .filter_map(Cell::words)
        .map(str::to_owned)
        .collect();
    for sheet in workbook.sheets() {
        if ["Instruktion", "Listor", "Instructions", "Lists"].contains(&sheet.as_str()) {
            continue;
        }
        let cells = workbook.cells(&sheet);
        let mark = |cell: &Cell| {
            cell.words()
                .is_some_and(|words| words.starts_with("Exempel:") || words.starts_with("Example:"))
        };
        let Some((&(example, remark), _)) = cells.iter().find(|(_, cell)| mark(cell)) else {
            assert!(forms, "{sheet} has an example");
            let lines = fill_form(&mut workbook, &sheet, &said, shift);
            filled.insert(sheet, lines);
            continue;
        };
        let heading = |column: u32| {
            cells
                .get(&(example - 1, column))
                .and_then(Cell::words)
                .unwrap_or_default()
                .to_owned()
        };
        let there: Vec<u32> = (example + 1..example + 700)
            .filter(|row| cells.keys().any(|at| at.0 == *row))
            .collect();
        let mut rows = 0;
        let free = (1..=3).map(|time| example + time);
        let to_fill: Vec<u32> = if there.is_empty() {
            free.collect()
        } else {
            there.clone()
        };
        for (time, row) in (1u32..).zip(to_fill) {
            let own = cells
                .iter()
                .filter(|(at, _)| at.0 == example && at.1 != remark);
            let mut shifted = !there.is_empty();
            let mut written = Vec::new();
            for ((_, column), cell) in own {
                if cells.contains_key(&(row, *column)) {
                    continue;
                }
                let cell = match cell {
                    Cell::Number(number) if *number > 40_000.0 => {
                        shifted = true;
                        Cell::Number(number + 7.0 * f64::from(time) + shift)
                    }
                    Cell::Number(number)
                        if weeks.contains(&heading(*column))
                            && !years.contains(&heading(*column)) =>
                    {
                        shifted = true;
                        Cell::Number(number + f64::from(time))
                    }
                    other => other.clone(),
                };
                written.push(((row, *column), cell));
            }
            // The same row twice counts once.
            if !written.is_empty() && (shifted || time == 1) {
                written
                    .into_iter()
                    .for_each(|(at, cell)| workbook.set(&sheet, at, cell));
                rows += 1;
            }
        }
        filled.insert(sheet, rows);
    }
    workbook.save(path);
    filled
}

/// Fills in a form as the example in the instructions shows; how many lines it has.
fn fill_form(workbook: &mut Parts, sheet: &str, said: &[String], shift: f64) -> u64 {
    let example = said
        .iter()
        .flat_map(|text| text.lines())
        .find_map(|line| line.strip_prefix("Exempel: "))
        .unwrap();
    let labels: Vec<((u32, u32), String)> = workbook
        .cells(sheet)
        .into_iter()
        .filter_map(|(at, cell)| Some((at, cell.words()?.to_owned())))
        .collect();
    let lines = labels.len() as u64;
    for ((row, _), label) in labels {
        let value = example
            .split("; ")
            .find_map(|pair| pair.strip_prefix(&format!("{label} ")));
        let cell = match value {
            Some(day) if day.len() == 10 && day.starts_with("20") => {
                let day: chrono::NaiveDate = day.parse().unwrap();
                let first = chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
                Cell::Number((day - first).num_days() as f64 + shift)
            }
            Some(words) => Cell::Text(words.to_owned()),
            None => Cell::Text("Torget".to_owned()),
        };
        workbook.set(sheet, (row, 1), cell);
    }
    lines
}

#[test]
fn filled_in_every_starter_workbook_is_read_without_a_finding() {
    let temporary = tempfile::tempdir().unwrap();
    let mut faults: Vec<String> = Vec::new();
    for folder in agreements() {
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let own = temporary.path().join(&name);
        let agreement = begun(&folder, &own);
        let drop = own.join("workbooks");
        let as_of = agreement.term.to;
        let empty = gather(&agreement, &drop, as_of, &Isolation::InProcess).unwrap();
        assert_eq!(empty.findings, [], "{name}: as they are");
        assert_eq!(empty.value.activities, [], "{name}: as they are");
        assert!(
            empty.value.milestones.is_empty() && empty.value.requests.is_empty(),
            "{name}"
        );

        let mut asked: Filled = BTreeMap::new();
        for (number, path) in files_ending(&drop, ".xlsx").iter().enumerate() {
            let shown = path
                .strip_prefix(&drop)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            for (sheet, rows) in fill(&agreement, path, (number % 5) as f64) {
                asked.insert((shown.clone(), sheet), rows);
            }
        }
        let read = gather(&agreement, &drop, as_of, &Isolation::InProcess).unwrap();
        faults.extend(
            read.findings
                .iter()
                .map(|finding| format!("{name}: {finding:?}")),
        );
        let used: Filled = (read.value.accounts.iter())
            .flat_map(|account| {
                account.sheets.iter().map(|sheet| {
                    (
                        (account.workbook.clone(), sheet.sheet.clone()),
                        sheet.rows_used,
                    )
                })
            })
            .collect();
        for (sheet, rows) in &asked {
            assert!(*rows > 0, "{name}: {sheet:?} can be filled in");
            let used = used.get(sheet).copied();
            if used != Some(*rows) {
                faults.push(format!("{name}: {sheet:?}: {used:?} of {rows} rows"));
            }
        }
        let inexact = read
            .value
            .activities
            .iter()
            .find(|one| !one.value.is_exact() || !one.dated);
        faults.extend(inexact.map(|one| format!("{name}: {one:?}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_workbook_that_is_there_is_left_and_none_is_made_for_it() {
    let temporary = tempfile::tempdir().unwrap();
    let own = temporary.path().join("kalix");
    begun(&repository("inputs/kalix"), &own);
    let before: Vec<(PathBuf, Vec<u8>)> = files_ending(&own, ".xlsx")
        .into_iter()
        .map(|path| (path.clone(), fs::read(&path).unwrap()))
        .collect();
    assert_eq!(before.len(), 11);
    let again = program::lofte()
        .args(["init", "--starter-workbooks"])
        .arg(&own)
        .output()
        .unwrap();
    assert!(
        program::output_text(&again).contains("Ingen arbetsbok saknas"),
        "{}",
        program::output_text(&again)
    );
    for (path, bytes) in &before {
        assert_eq!(&fs::read(path).unwrap(), bytes, "{}", path.display());
    }
    // Into another folder: the same bytes.
    let elsewhere = temporary.path().join("to-send");
    let none = temporary.path().join("none");
    let made = program::lofte()
        .arg("init")
        .arg(&own)
        .arg("--starter-workbooks")
        .arg(&elsewhere)
        .arg("--workbooks")
        .arg(&none)
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", program::output_text(&made));
    for (path, bytes) in &before {
        let name = path.strip_prefix(own.join("workbooks")).unwrap();
        assert_eq!(
            &fs::read(elsewhere.join(name)).unwrap(),
            bytes,
            "{}",
            name.display()
        );
    }
    let lost = program::lofte()
        .args(["init", "--starter-workbooks"])
        .arg(&none)
        .output()
        .unwrap();
    assert_eq!(
        lost.status.code(),
        Some(2),
        "{}",
        program::output_text(&lost)
    );
}

#[test]
fn what_nobody_has_written_in_is_not_reported_and_never_zero() {
    let temporary = tempfile::tempdir().unwrap();
    let own = temporary.path().join("kalix");
    let agreement = begun(&repository("inputs/kalix"), &own);
    let verdicts = || {
        let checked = program::lofte()
            .arg("check")
            .arg(&own)
            .args([
                "--period",
                "2023-12",
                "--as-of",
                "2024-01-10",
                "--format",
                "json",
            ])
            .output()
            .unwrap();
        assert_eq!(
            checked.status.code(),
            Some(0),
            "{}",
            program::output_text(&checked)
        );
        let json: serde_json::Value = serde_json::from_slice(&checked.stdout).unwrap();
        let mut missing: BTreeMap<String, usize> = BTreeMap::new();
        for finding in json["findings"].as_array().unwrap() {
            if finding["code"] == "missing-month" {
                let source = finding["args"]["files"].to_string();
                *missing.entry(source).or_default() += 1;
            }
        }
        let verdicts: BTreeMap<String, String> = json["pledges"]
            .as_array()
            .unwrap()
            .iter()
            .map(|pledge| {
                (
                    pledge["id"].as_str().unwrap().to_owned(),
                    pledge["status"].as_str().unwrap().to_owned(),
                )
            })
            .collect();
        (verdicts, missing)
    };
    let (before, missing) = verdicts();
    // Months are missing, and of each workbook that is told once.
    assert!(!missing.is_empty());
    for (source, told) in missing {
        assert_eq!(told, 1, "{source}");
    }
    for pledge in [
        "trafikinsatser",
        "riktade-insatser",
        "hundsok",
        "est",
        "trygghetsvandring",
        "grannsamverkan",
    ] {
        assert_eq!(before[pledge], "not-reported", "{pledge}");
    }
    // One sheet of two is begun: the other is as before.
    let path = own.join("workbooks/polisen/Narkotika.xlsx");
    let mut workbook = Parts::open(&path);
    for (row, day) in [(2, 44_600.0), (3, 44_700.0)] {
        workbook.set("Sök med hund", (row, 0), Cell::Number(day));
        workbook.set(
            "Sök med hund",
            (row, 1),
            Cell::Text("Manhemsskolan".to_owned()),
        );
        workbook.set("Sök med hund", (row, 3), Cell::Text("Ja".to_owned()));
    }
    let columns = workbook.cells("Sök med hund");
    workbook.save(&path);
    let (after, _) = verdicts();
    assert_eq!(after["riktade-insatser"], "not-reported");
    assert_eq!(
        after["hundsok"], "not-fulfilled",
        "two in 2022 and none in 2023: {columns:?}"
    );
    assert_eq!(agreement.sources.len(), 11);
}
