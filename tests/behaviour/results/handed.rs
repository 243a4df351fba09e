//! Every folder of `tests/handed` is a case whose truth is known: an agreement, workbooks as other programs wrote them, the
//! arguments, and `truth.json`.
//!
//! Adding a case is adding files:
//!
//! ```text
//! tests/handed/<name>/agreement.toml
//!                     workbooks/…            copied as they are
//!                     args                   --period 2025-12 --as-of 2026-01-15
//!                     args-before            of an earlier run, with workbooks-before/…, into the same outputs (may be left out)
//!                     truth.json
//! ```
//!
//! `truth.json` has, by the pledge's id:
//!
//! ```text
//! truth            {window: number | null | [numbers]}; a window is its first day or its name, with "target@" before it where a
//!                  pledge has several targets, and "/out_of" after it for the whole of a share. null: nobody can know, so the
//!                  outcome must not be exact; a list: any of them may be true, one must lie inside
//! statuses         the pledge's status must be one of these
//! statuses_told    further ones, allowed where some finding names each of `told`
//! exact            low = high = truth is asked
//! told             what a warning or error must name where the outcome is not exact; "row 4" is a cell of that row, "a|b" either
//! must_tell        what some finding must name in any case
//! must_tell_loud   the same, by a warning or error
//! told_at_most     {text: the most warnings and errors that may name it}
//! findings_absent  codes that must not appear
//! ```
//!
//! `"_case": {"may_refuse": true}`: an agreement that is refused is right too.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

/// An outcome with both ends; an open one is endless.
type Interval = (f64, f64);

#[test]
fn every_handed_case_holds_its_truth() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/handed");
    let mut folders: Vec<_> = fs::read_dir(&cases)
        .expect("tests/handed")
        .map(|entry| entry.expect("a case").path())
        .collect();
    folders.sort();
    let faults: Vec<String> = folders
        .iter()
        .flat_map(|case| {
            let name = case.file_name().expect("a name").to_string_lossy();
            let found = faults(case);
            found
                .into_iter()
                .map(move |fault| format!("{name}: {fault}"))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(!folders.is_empty(), "no case was held against its truth");
}

fn faults(case: &Path) -> Vec<String> {
    let truth = fs::read(case.join("truth.json")).expect("truth.json");
    let truth: Value = serde_json::from_slice(&truth).expect("JSON");
    let output = output(case);
    let said = String::from_utf8_lossy(&output.stderr);
    match output.status.code() {
        Some(0 | 3) => {}
        Some(1) if truth["_case"]["may_refuse"] == true && said.contains("agreement") => {
            return Vec::new();
        }
        code => return vec![format!("exit {code:?}: {said}")],
    }
    let follow_up: Value = serde_json::from_slice(&output.stdout).expect("the report as JSON");
    let findings = Findings::of(&follow_up);
    let pledges = truth.as_object().expect("pledges");
    let mut faults: Vec<String> = pledges
        .iter()
        .filter(|(id, _)| *id != "_case")
        .flat_map(|(id, truth)| {
            let found = of_pledge(&follow_up, &findings, id, truth);
            found.into_iter().map(move |fault| format!("{id} {fault}"))
        })
        .collect();
    for account in each(&follow_up["accounts"]) {
        let rejected = each(&account["sheets"]).any(|sheet| sheet["rejected"] != 0);
        if rejected
            && !findings
                .all
                .iter()
                .any(|one| one["workbook"] == account["workbook"])
        {
            faults.push(format!(
                "{}: rows left out, no finding",
                account["workbook"]
            ));
        }
    }
    faults
}

/// The report as JSON. Where an earlier version is asked for, that is made first.
fn output(case: &Path) -> Output {
    let outputs = tempfile::tempdir().expect("a folder");
    let args = |name: &str| fs::read_to_string(case.join(name)).expect("arguments");
    let lofte = |command: &str, args: &str| {
        let mut lofte = Command::new(env!("CARGO_BIN_EXE_lofte"));
        lofte.arg(command).arg(case).args(args.split_whitespace());
        lofte.arg("--out").arg(outputs.path());
        lofte
    };
    if case.join("args-before").exists() {
        let mut before = lofte("run", &args("args-before"));
        before.arg("--workbooks").arg(case.join("workbooks-before"));
        before.output().expect("lofte runs");
    }
    let mut check = lofte("check", &args("args"));
    check.args(["--format", "json"]);
    check.output().expect("lofte runs")
}

fn each(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn texts(list: &Value) -> impl Iterator<Item = &str> {
    each(list).map(|text| text.as_str().expect("a text"))
}

/// What a report tells.
struct Findings<'a> {
    all: Vec<&'a Value>,
    /// The warnings and errors among them.
    loud: Vec<&'a Value>,
}

impl Findings<'_> {
    fn of(follow_up: &Value) -> Findings<'_> {
        let all: Vec<&Value> = each(&follow_up["findings"]).collect();
        let loud = all.iter().filter(|one| one["severity"] != "note").copied();
        Findings {
            loud: loud.collect(),
            all,
        }
    }
}

/// Whether a finding names something: a text anywhere in it, or «row 4», a cell of that row.
fn names(what: &str, finding: &Value) -> bool {
    let text = |key: &str| finding[key].as_str().unwrap_or_default();
    let parts = ["workbook", "sheet", "cell", "code", "message"].map(text);
    let whole = format!("{} · {}", parts.join(" · "), finding["args"]).to_lowercase();
    what.split('|').any(|what| match what.strip_prefix("row ") {
        Some(row) => {
            let found = format!("{} {}", text("cell"), text("message"));
            let cell = format!(r"(^|[^A-Za-z0-9])\$?[A-Z]{{1,2}}\$?{row}($|[^0-9])");
            let in_words = format!(r"\b[Rr]ad(en|erna|er)?\b[^.]*\b{row}\b");
            [cell, in_words].iter().any(|pattern| {
                regex_lite::Regex::new(pattern)
                    .expect("a pattern")
                    .is_match(&found)
            })
        }
        None => whole.contains(&what.to_lowercase()),
    })
}

fn of_pledge(follow_up: &Value, findings: &Findings<'_>, id: &str, truth: &Value) -> Vec<String> {
    let Some(pledge) = each(&follow_up["pledges"]).find(|pledge| pledge["id"] == id) else {
        return vec!["is no pledge".to_owned()];
    };
    let mut faults = Vec::new();
    let mut exact = true;
    for (window, truth_there) in truth["truth"].as_object().expect("windows") {
        let Some((low, high)) = outcome(pledge, window) else {
            faults.push(format!("{window}: no such window"));
            continue;
        };
        exact &= low == high;
        let inside = |number: f64| low - 1e-9 <= number && number <= high + 1e-9;
        let right = match truth_there {
            Value::Null => low < high,
            Value::Array(any) => any.iter().filter_map(Value::as_f64).any(inside),
            number => inside(number.as_f64().expect("a number")),
        };
        if !right || (truth["exact"] == true && low != high) {
            faults.push(format!("{window}: {low}–{high}, truth {truth_there}"));
        }
    }
    let found = |what: &str, among: &[&Value]| among.iter().any(|finding| names(what, finding));
    let status = &pledge["status"];
    let allowed = each(&truth["statuses"]).any(|known| known == status)
        || (each(&truth["statuses_told"]).any(|known| known == status)
            && texts(&truth["told"]).all(|what| found(what, &findings.all)));
    if !allowed {
        faults.push(format!("{status}, allowed {}", truth["statuses"]));
    }
    let untold = |faults: &mut Vec<String>, key: &str, among: &[&Value]| {
        let missing = texts(&truth[key]).filter(|what| !found(what, among));
        faults.extend(missing.map(|what| format!("no finding names {what} ({key})")));
    };
    if !exact {
        untold(&mut faults, "told", &findings.loud);
    }
    untold(&mut faults, "must_tell", &findings.all);
    untold(&mut faults, "must_tell_loud", &findings.loud);
    for (what, most) in truth["told_at_most"].as_object().into_iter().flatten() {
        let times = findings.loud.iter().filter(|one| names(what, one)).count();
        if times as u64 > most.as_u64().expect("a number") {
            faults.push(format!("{times} findings name {what}"));
        }
    }
    for code in texts(&truth["findings_absent"]) {
        if findings.all.iter().any(|finding| finding["code"] == code) {
            faults.push(format!("{code} is told"));
        }
    }
    faults
}

/// The outcome of a window, or the whole of its share.
fn outcome(pledge: &Value, window: &str) -> Option<Interval> {
    let (window, part) = match window.strip_suffix("/out_of") {
        Some(window) => (window, "out_of"),
        None => (window, "outcome"),
    };
    let (target, window) = match window.split_once('@') {
        Some((target, window)) => (Some(target), window),
        None => (None, window),
    };
    let targets = each(&pledge["targets"]).filter(|one| target.is_none_or(|id| one["id"] == id));
    let mut windows = targets.flat_map(|target| each(&target["windows"]));
    let found = windows.find(|one| one["from"] == window || one["name"] == window)?;
    let quantity = &found[part];
    let high = quantity["high"].as_f64().unwrap_or(f64::INFINITY);
    Some((quantity["low"].as_f64().unwrap_or(0.0), high))
}
