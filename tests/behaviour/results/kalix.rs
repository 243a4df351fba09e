//! The shipped Kalix example, at both moments, gives what its partners' figures give by hand (`tests/kalix/expected.json`).

use std::path::{Path, PathBuf};
use std::process::Output;

use crate::setup::files::repository;
use crate::setup::program::{self, text};
use serde_json::{Value, json};

fn run(period: &str, as_of: &str, workbooks: Option<&Path>, out: &Path) -> Output {
    let mut command = program::lofte();
    command.arg("run").arg(repository("inputs/kalix"));
    command
        .args(["--period", period, "--as-of", as_of, "--out"])
        .arg(out);
    if let Some(workbooks) = workbooks {
        command.arg("--workbooks").arg(workbooks);
    }
    command.output().expect("lofte runs")
}

fn follow_up(out: &Path, period: &str) -> Value {
    let file = out.join("kalix").join(period).join("v1/follow-up.json");
    serde_json::from_slice(&std::fs::read(file).expect("follow-up.json")).expect("JSON")
}

/// The window of a pledge that begins in that year.
fn window<'a>(pledge: &'a Value, year: &str) -> &'a Value {
    let targets = pledge["targets"].as_array().unwrap();
    let mut windows = targets
        .iter()
        .flat_map(|target| target["windows"].as_array().unwrap());
    windows
        .find(|window| window["from"].as_str().unwrap().starts_with(year))
        .unwrap_or(&Value::Null)
}

fn count(parts: &[Value], is: impl Fn(&Value) -> bool) -> u64 {
    parts.iter().filter(|part| is(part)).count() as u64
}

/// What the pledge gives, in the words of expected.json, for each key that is expected.
fn given(pledge: &Value, key: &str, wanted: &Value, end: &str) -> Value {
    match key {
        "status" => pledge["status"].clone(),
        "claimed" => pledge["claimed"]["status"].clone(),
        "late" | "done" | "open" | "overdue" => {
            let parts = pledge["targets"][0]["windows"][0]["parts"]
                .as_array()
                .unwrap();
            let undone = |part: &Value| part["done"].is_null();
            json!(match key {
                "late" => count(parts, |part| part["late"] == true),
                "done" => count(parts, |part| !undone(part)),
                "open" => count(parts, undone),
                _ => count(parts, |part| undone(part)
                    && part["due"].as_str().is_some_and(|due| due <= end)),
            })
        }
        year => {
            let window = window(pledge, year);
            let part = |name: &str| {
                let parts = window["parts"].as_array().unwrap();
                parts
                    .iter()
                    .find(|part| part["name"] == name)
                    .map(|part| part["outcome"]["low"].clone())
            };
            let entries = wanted.as_object().unwrap().keys().map(|key| {
                let value = match key.as_str() {
                    "low" | "high" => window["outcome"][key].clone(),
                    "status" => window["status"].clone(),
                    "not_counted" => json!(
                        pledge["targets"][0]["not_counted"]
                            .as_array()
                            .unwrap()
                            .len()
                    ),
                    name => part(name).unwrap_or(Value::Null),
                };
                (key.clone(), value)
            });
            Value::Object(entries.collect())
        }
    }
}

fn compare(follow_up: &Value, expected: &Value) {
    let end = match expected["period"].as_str().unwrap() {
        "2023-09" => "2023-09-30",
        _ => "2023-12-31",
    };
    let pledges = follow_up["pledges"].as_array().unwrap();
    assert_eq!(
        pledges.len(),
        expected["pledges"].as_object().unwrap().len(),
        "all pledges, and no others"
    );
    for (id, wanted) in expected["pledges"].as_object().unwrap() {
        let pledge = pledges
            .iter()
            .find(|pledge| pledge["id"] == *id)
            .unwrap_or_else(|| panic!("{id} is missing"));
        for (key, wanted) in wanted.as_object().unwrap() {
            assert_eq!(&given(pledge, key, wanted, end), wanted, "{id} {key}");
        }
    }
    let codes: Vec<&str> = follow_up["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["code"].as_str().unwrap())
        .collect();
    for code in expected["findings_at_least"].as_array().unwrap() {
        assert!(
            codes.contains(&code.as_str().unwrap()),
            "{code} was not found"
        );
    }
    for code in expected["no_findings_of"].as_array().unwrap() {
        assert!(!codes.contains(&code.as_str().unwrap()), "{code} was found");
    }
    for account in follow_up["accounts"].as_array().unwrap() {
        for sheet in account["sheets"].as_array().unwrap() {
            // A row may be a person: then none of the counts is told.
            let keys = ["rows_read", "rows_used", "skipped", "rejected"];
            if keys.iter().all(|key| sheet[key].is_null()) {
                continue;
            }
            let rows = |key: &str| sheet[key].as_u64().unwrap();
            let sum = rows("rows_used") + rows("skipped") + rows("rejected");
            assert_eq!(rows("rows_read"), sum, "{account} {sheet}");
        }
    }
}

#[test]
fn both_moments_give_what_they_give_by_hand() {
    let expected: Value = serde_json::from_str(
        &std::fs::read_to_string(repository("tests/kalix/expected.json")).unwrap(),
    )
    .unwrap();
    let out = tempfile::tempdir().unwrap();

    let first = run("2023-09", "2023-10-05", None, out.path());
    assert_eq!(first.status.code(), Some(0), "{}", text(&first.stderr));
    compare(&follow_up(out.path(), "2023-09"), &expected["2023-10"]);

    let second = run(
        "2023-12",
        "2024-01-31",
        Some(&repository("tests/kalix/workbooks-2024-01")),
        out.path(),
    );
    assert_eq!(second.status.code(), Some(0), "{}", text(&second.stderr));
    let second = follow_up(out.path(), "2023-12");
    compare(&second, &expected["2024-01"]);

    // What changed behind the reader's back is told, and nothing else.
    let found: Vec<Value> = second["retroactive"].as_array().unwrap().iter().map(|change| {
        json!({
            "workbook": change["origin"]["workbook"], "sheet": change["origin"]["sheet"], "cell": change["origin"]["cell"],
            "before": change["before"], "after": change["after"], "what": change["what"],
        })
    }).collect();
    assert_eq!(Value::Array(found), expected["2024-01"]["retroactive"]);
    assert_eq!(second["inputs"]["previous"]["period"], "2023-09");
}

#[test]
fn a_run_with_equal_content_makes_no_new_version() {
    let out = tempfile::tempdir().unwrap();
    for as_of in ["2023-10-05", "2023-10-05", "2023-10-06"] {
        assert_eq!(
            run("2023-09", as_of, None, out.path()).status.code(),
            Some(0)
        );
    }
    let versions: Vec<_> = std::fs::read_dir(out.path().join("kalix/2023-09"))
        .unwrap()
        .collect();
    assert_eq!(versions.len(), 1, "{versions:?}");
    let ledger = std::fs::read_to_string(out.path().join("kalix/ledger.jsonl")).unwrap();
    assert_eq!(ledger.lines().count(), 1, "{ledger}");
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    let read = |out: &Path| {
        let version = out.join("kalix/2023-09/v1");
        let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
        let mut folders = vec![version.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.push((
                        path.strip_prefix(&version).unwrap().to_owned(),
                        std::fs::read(&path).unwrap(),
                    ));
                }
            }
        }
        files.sort();
        files
    };
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for out in [&one, &other] {
        assert_eq!(
            run("2023-09", "2023-10-05", None, out.path()).status.code(),
            Some(0)
        );
    }
    let (one, other) = (read(one.path()), read(other.path()));
    assert!(
        one.len() >= 7,
        "report, workbook, machine's edition, hashes and three messages: {}",
        one.len()
    );
    assert!(one == other);
}

#[test]
fn no_identity_number_leaves_the_workbook() {
    let out = tempfile::tempdir().unwrap();
    let output = run("2023-09", "2023-10-05", None, out.path());
    let mut seen = [output.stdout, output.stderr].concat();
    let mut folders = vec![out.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "xlsx") {
                let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
                for index in 0..archive.len() {
                    std::io::copy(&mut archive.by_index(index).unwrap(), &mut seen).unwrap();
                }
            } else {
                seen.extend(std::fs::read(path).unwrap());
            }
        }
    }
    let seen = String::from_utf8_lossy(&seen);
    for number in ["19121212-1212", "191212121212", "121212-1212", "1212121212"] {
        assert!(!seen.contains(number), "{number} got out");
    }
}

#[test]
fn check_writes_nothing_and_tells_findings_and_verdicts() {
    let here = tempfile::tempdir().unwrap();
    let output = program::lofte()
        .arg("check")
        .arg(repository("inputs/kalix"))
        .args(["--period", "2023-09", "--as-of", "2023-10-05"])
        .current_dir(here.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    let found = String::from_utf8(output.stdout).unwrap();
    for words in [
        "duplicate-row",
        "1. Medborgarkontakter: Ligger efter",
        "39 veckor, alltså 2,6–2,8 i veckan",
        "B31",
    ] {
        assert!(found.contains(words), "«{words}» is missing in\n{found}");
    }
    assert_eq!(std::fs::read_dir(here.path()).unwrap().count(), 0);
}
