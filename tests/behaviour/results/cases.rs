//! Every folder of `tests/cases` is a case: an agreement, workbooks as text, the arguments, and what must come out.
//!
//! Adding a case is adding files:
//!
//! ```text
//! tests/cases/<name>/agreement.toml
//!                    workbooks/polisen/Trafik.xlsx.txt    the form of tests/behaviour/setup/workbook.rs; other files are copied
//!                    args                                 --period 2023-09 --as-of 2023-10-05
//!                    expected/exit                        exit code of `run`
//!                    expected/check.txt                   what `check` prints
//!                    expected/verdicts.txt                a line a pledge and window: status, low, high
//!                    expected/<path>                      a file of the version's folder, whole
//! ```
//!
//! Each expected file is compared whole; one that nothing makes fails. `LOFTE_EXPECT=write cargo test --test behaviour cases`
//! writes anew those that exist: read the difference before you commit it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::setup::files::copy;
use crate::setup::files::{files_below, repository};
use crate::setup::program;

fn lofte(command: &str, folder: &Path, args: &[String], more: &[&str]) -> Output {
    program::lofte()
        .arg(command)
        // Without the way to it, so that what is printed is the same everywhere.
        .arg(folder.file_name().expect("a name"))
        .args(args)
        .args(more)
        .current_dir(folder.parent().expect("a parent"))
        .output()
        .expect("lofte runs")
}

/// A line a pledge, and one a window of each of its targets.
fn verdicts(follow_up: &str) -> String {
    let json: serde_json::Value = serde_json::from_str(follow_up).expect("follow-up.json");
    let mut lines = Vec::new();
    for pledge in json["pledges"].as_array().expect("pledges") {
        lines.push(format!(
            "{}: {}",
            pledge["id"].as_str().unwrap(),
            pledge["status"].as_str().unwrap()
        ));
        for target in pledge["targets"].as_array().expect("targets") {
            for window in target["windows"].as_array().expect("windows") {
                let outcome = &window["outcome"];
                let text = |value: &serde_json::Value| {
                    value.as_str().map_or(value.to_string(), str::to_owned)
                };
                lines.push(format!(
                    "  {} {} {}–{}: {} [{}, {}] of {}",
                    text(&target["id"]),
                    text(&target["kind"]),
                    text(&window["from"]),
                    text(&window["to"]),
                    text(&window["status"]),
                    outcome["low"],
                    outcome["high"],
                    window["required"],
                ));
            }
        }
    }
    lines.join("\n") + "\n"
}

/// Everything the case makes, by the name an expected file has.
fn make(name: &str, case: &Path) -> BTreeMap<String, Vec<u8>> {
    let room = tempfile::tempdir().expect("a folder");
    let folder = room.path().join(name);
    copy(case, &folder);
    fs::remove_dir_all(folder.join("expected")).expect("what is expected");
    let args = fs::read_to_string(case.join("args")).expect("args");
    let args: Vec<String> = args.split_whitespace().map(str::to_owned).collect();
    let check = lofte("check", &folder, &args, &[]);
    let out = room.path().join("outputs");
    let run = lofte(
        "run",
        &folder,
        &args,
        &["--out", out.to_str().expect("a path")],
    );

    let mut made = BTreeMap::from([
        (
            "check.txt".to_owned(),
            [check.stdout, check.stderr].concat(),
        ),
        (
            "exit".to_owned(),
            format!("{}\n", run.status.code().unwrap_or(-1)).into_bytes(),
        ),
        ("run.txt".to_owned(), [run.stdout, run.stderr].concat()),
    ]);
    assert_eq!(
        check.status.code(),
        run.status.code(),
        "{name}: check and run end alike"
    );
    let laid = if out.is_dir() {
        files_below(&out)
    } else {
        Vec::new()
    };
    for file in laid {
        let inside = file.strip_prefix(&out).expect("inside outputs");
        // outputs/<agreement>/<period>/v1/<path>
        let path: PathBuf = inside.components().skip(3).collect();
        let bytes = fs::read(&file).expect("an output");
        if path == Path::new("follow-up.json") {
            made.insert(
                "verdicts.txt".to_owned(),
                verdicts(std::str::from_utf8(&bytes).expect("UTF-8")).into_bytes(),
            );
        }
        if !path.as_os_str().is_empty() {
            made.insert(path.to_str().expect("UTF-8").to_owned(), bytes);
        }
    }
    made
}

#[test]
fn every_case_gives_what_is_expected() {
    let cases = repository("tests/cases");
    let rewrite = std::env::var("LOFTE_EXPECT").is_ok_and(|value| value == "write");
    let mut faults = Vec::new();
    let mut compared = 0;
    for entry in fs::read_dir(&cases).expect("tests/cases") {
        let case = entry.expect("a case").path();
        let name = case
            .file_name()
            .and_then(|name| name.to_str())
            .expect("a name")
            .to_owned();
        let made = make(&name, &case);
        let expected = files_below(&case.join("expected"));
        assert!(!expected.is_empty(), "{name} expects nothing");
        for file in expected {
            let inside = file
                .strip_prefix(case.join("expected"))
                .expect("inside expected")
                .to_str()
                .expect("UTF-8");
            let wanted = fs::read(&file).expect("an expected file");
            match made.get(inside) {
                None => faults.push(format!("{name}: nothing makes {inside}")),
                Some(bytes) if rewrite => fs::write(&file, bytes).expect("an expected file"),
                Some(bytes) if *bytes != wanted => faults.push(format!(
                    "{name}: {inside} differs\n--- expected\n{}\n--- made\n{}",
                    String::from_utf8_lossy(&wanted),
                    String::from_utf8_lossy(bytes)
                )),
                Some(_) => compared += 1,
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    assert!(compared > 0 || rewrite, "no case was compared");
}
