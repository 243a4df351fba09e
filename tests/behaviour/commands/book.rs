//! The agreement as a workbook: the same follow-up, faults at their cells, and the way there and back.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::setup::files::{copy, files_below, repository};
use crate::setup::parts::Parts;
use crate::setup::program::{lofte, output_text};
use crate::setup::workbook::write_xlsx;
use regex_lite::Regex;
use serde_json::Value;

/// A folder with an agreement and its workbooks, as text and as workbook.
struct Both {
    here: tempfile::TempDir,
    name: String,
}

impl Both {
    fn of(agreement: &Path) -> Both {
        let both = Both {
            here: tempfile::tempdir().unwrap(),
            name: agreement.file_name().unwrap().to_str().unwrap().to_owned(),
        };
        for kind in ["text", "book"] {
            copy(agreement, &both.folder(kind));
        }
        let converted = lofte()
            .arg("convert")
            .arg(both.folder("book"))
            .output()
            .unwrap();
        assert!(converted.status.success(), "{}", output_text(&converted));
        both
    }

    fn folder(&self, kind: &str) -> PathBuf {
        self.here.path().join(kind).join(&self.name)
    }

    /// Every file of the follow-up, by its name.
    fn made(&self, kind: &str, period: &str, as_of: &str) -> Vec<(String, Vec<u8>)> {
        let out = self.here.path().join(format!("outputs-{kind}"));
        let run = lofte()
            .arg("run")
            .arg(self.folder(kind))
            .args(["--period", period, "--as-of", as_of, "--out"])
            .arg(&out)
            .output()
            .unwrap();
        assert!(
            matches!(run.status.code(), Some(0 | 3)),
            "{}",
            output_text(&run)
        );
        let version = out.join(&self.name).join(period).join("v1");
        let named = |path: PathBuf| {
            let name = path.strip_prefix(&version).unwrap().display().to_string();
            (name, fs::read(&path).unwrap())
        };
        files_below(&version).into_iter().map(named).collect()
    }

    /// Holds the follow-up of the workbook against that of the text: the same, but for the agreement's hash and places in it.
    fn hold(&self, period: &str, as_of: &str) -> usize {
        let (text, book) = (
            self.made("text", period, as_of),
            self.made("book", period, as_of),
        );
        let names = |files: &[(String, Vec<u8>)]| {
            files
                .iter()
                .map(|(name, _)| name.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(names(&text), names(&book));
        let mut same = 0;
        for ((name, text), (_, book)) in text.iter().zip(&book) {
            if name.ends_with("follow-up.json") {
                assert_eq!(placeless(text), placeless(book), "{name} of {}", self.name);
            } else if name.ends_with(".html") && !name.contains("outbox") {
                assert_eq!(wordless(text), wordless(book), "{name} of {}", self.name);
            } else if text == book {
                same += 1;
            }
        }
        same
    }
}

/// The follow-up without the agreement's hash, and without the places of findings in the agreement.
fn placeless(bytes: &[u8]) -> Value {
    let mut whole: Value = serde_json::from_slice(bytes).unwrap();
    whole["inputs"]["agreement"].take();
    for finding in whole["findings"].as_array_mut().into_iter().flatten() {
        if finding["workbook"].is_null() {
            for key in ["sheet", "cell", "line"] {
                finding[key].take();
            }
        }
    }
    whole
}

/// A page without the same.
fn wordless(bytes: &[u8]) -> String {
    let place = Regex::new(r"rad \d+ i avtalet|avtalets blad [^,<]+, cell [A-Z]+\d+").unwrap();
    let hash = Regex::new("[0-9a-f]{12,64}").unwrap();
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    hash.replace_all(&place.replace_all(&text, "PLACE"), "HASH")
        .into_owned()
}

#[test]
fn kalix_and_the_places_are_the_same_from_a_workbook() {
    for (agreement, period, as_of) in [
        ("inputs/kalix", "2023-09", "2023-10-05"),
        ("tests/cases/kungsaker", "2024-03", "2024-04-05"),
        ("tests/cases/kallback", "2023-09", "2023-10-05"),
    ] {
        let same = Both::of(&repository(agreement)).hold(period, as_of);
        assert!(same >= 1, "{agreement}: nothing is the same");
    }
}

#[test]
fn an_agreement_goes_there_and_back_and_what_it_was_made_from_is_kept() {
    let both = Both::of(&repository("inputs/kalix"));
    let folder = both.folder("book");
    assert!(
        folder.join("agreement.xlsx").is_file() && folder.join("agreement.toml.before").is_file()
    );
    let again = lofte().arg("convert").arg(&folder).output().unwrap();
    assert!(again.status.success(), "{}", output_text(&again));
    let text = fs::read_to_string(folder.join("agreement.toml")).unwrap();
    assert!(text.starts_with("#:schema agreement.schema.json\n"));
    let other = folder.join("other.xlsx");
    for _ in 0..2 {
        let beside = lofte()
            .arg("convert")
            .arg(&folder)
            .arg("--into")
            .arg(&other)
            .output()
            .unwrap();
        let bytes = fs::read(&other).unwrap();
        assert!(!bytes.is_empty() && folder.join("agreement.toml").is_file());
        if !beside.status.success() {
            // The second time it is there already.
            assert!(
                output_text(&beside).contains("--into"),
                "{}",
                output_text(&beside)
            );
            return;
        }
    }
    panic!("a file was written over");
}

fn check(folder: &Path) -> Output {
    let mut check = lofte();
    check
        .arg("check")
        .arg(folder)
        .args(["--period", "2023-09", "--as-of", "2023-10-05"]);
    check.output().unwrap()
}

#[test]
fn two_files_beside_each_other_are_a_fault_and_a_broken_workbook_is_told_in_one_line() {
    let both = Both::of(&repository("inputs/kalix"));
    let folder = both.folder("book");
    fs::copy(
        folder.join("agreement.toml.before"),
        folder.join("agreement.toml"),
    )
    .unwrap();
    let two = check(&folder);
    assert_eq!(two.status.code(), Some(1));
    assert!(
        output_text(&two).contains("både agreement.toml och agreement.xlsx"),
        "{}",
        output_text(&two)
    );
    fs::remove_file(folder.join("agreement.toml")).unwrap();
    let whole = fs::read(folder.join("agreement.xlsx")).unwrap();
    for bytes in [
        &b""[..],
        b"PK\x03\x04",
        &whole[..whole.len() / 2],
        b"title = \"x\"",
    ] {
        fs::write(folder.join("agreement.xlsx"), bytes).unwrap();
        let broken = check(&folder);
        let told = output_text(&broken);
        assert_eq!(broken.status.code(), Some(1), "{told}");
        assert!(
            told.contains("agreement.xlsx") && !told.contains("panicked"),
            "{told}"
        );
    }
}

#[test]
fn a_new_agreement_may_be_a_workbook_and_its_faults_are_told_by_cell() {
    let here = tempfile::tempdir().unwrap();
    let home = here.path().join("inputs/adalen");
    copy(
        &repository("tests/walk-through/workbooks"),
        &home.join("workbooks"),
    );
    let begun = lofte()
        .args([
            "init",
            "inputs/adalen",
            "--file",
            "excel",
            "--municipality",
            "Ådalens kommun",
            "--police-area",
            "LPO Ådalen",
        ])
        .args(["--from", "2025-01-01", "--to", "2025-12-31"])
        .current_dir(here.path())
        .output()
        .unwrap();
    assert!(begun.status.success(), "{}", output_text(&begun));
    assert!(home.join("agreement.xlsx").is_file() && !home.join("agreement.toml").exists());
    let next = lofte().current_dir(here.path()).output().unwrap();
    assert!(
        output_text(&next).contains("inputs/adalen"),
        "{}",
        output_text(&next)
    );
    let again = lofte()
        .args(["init", "inputs/adalen"])
        .current_dir(here.path())
        .output()
        .unwrap();
    assert_eq!(again.status.code(), Some(1), "{}", output_text(&again));
}

/// Where two readings are likely, the one that is not taken stands beside, as the rows that it would have.
#[test]
fn a_new_agreement_has_the_other_readings_of_sheets_as_notes() {
    let here = tempfile::tempdir().unwrap();
    let home = here.path().join("inputs/adalen");
    let lokaler = home.join("workbooks/kommunen/Lokaler.xlsx");
    write_xlsx(
        "== Lokaler\nId | Försäljningsställe | Område | Öppnade | Upphörde\nF1 | Kiosken | Centrum | |\n\
         F2 | Hamnboden | Landsbygd | | 2023-05-31\nF3 | Matboden | Centrum | |\nF4 | Krogen | Landsbygd | |\n\
         F5 | Torgboden | Centrum | 2023-08-15 |\n",
        &lokaler,
    );
    let init = |folder: &str, kind: &str| {
        let mut init = lofte();
        init.args(["init", folder, "--file", kind, "--workbooks"])
            .arg(home.join("workbooks"))
            .args([
                "--municipality",
                "Ådalens kommun",
                "--police-area",
                "LPO Ådalen",
            ])
            .args(["--from", "2023-01-01", "--to", "2023-12-31"]);
        let begun = init.current_dir(here.path()).output().unwrap();
        assert!(begun.status.success(), "{}", output_text(&begun));
    };
    init("text", "text");
    let text = fs::read_to_string(here.path().join("text/agreement.toml")).unwrap();
    assert!(
        text.contains("# Eller så är varje rad ett tillfälle"),
        "{text}"
    );
    init("book", "excel");
    let book = Parts::open(&here.path().join("book/agreement.xlsx"));
    let notes: Vec<String> = book
        .cells("# Andra läsningar")
        .values()
        .filter_map(|cell| cell.words().map(str::to_owned))
        .collect();
    let notes = notes.join("\n");
    for told in [
        "Lokaler.xlsx · Lokaler",
        "är varje rad ett tillfälle",
        "Form = register",
        "Form = logg",
        "Betyder = datum · Rubrik i arbetsboken = Öppnade",
    ] {
        assert!(notes.contains(told), "{told}: {notes}");
    }
    // The notes are no part of the agreement: it comes back without them.
    let back = lofte()
        .args(["convert", "book"])
        .current_dir(here.path())
        .output()
        .unwrap();
    assert!(back.status.success(), "{}", output_text(&back));
    let back = fs::read_to_string(here.path().join("book/agreement.toml")).unwrap();
    assert!(
        !back.contains("datum") && back.contains("register"),
        "{back}"
    );
}
