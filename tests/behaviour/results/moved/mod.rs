//! Workbooks that are laid out otherwise, kept for other years, by other partners or in other formats give the same
//! verdicts: nothing depends on where a cell stands.

mod table;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::Data;
use serde_json::{Value, json};

use crate::setup::files::{files_below, repository};
use crate::setup::program;
use crate::setup::program::text;
use table::{Table, read, write};

/// The years in which the same days fall on the same weekdays and in the same ISO weeks come 28 years later.
const LATER: i32 = 28;

/// How a drop folder is laid out otherwise.
struct Move<'a> {
    name: &'a str,
    /// What happens to the tables of each workbook.
    tables: &'a dyn Fn(&mut [Table]),
    /// What happens to every word, in workbooks, names of files and the agreement.
    words: &'a dyn Fn(&str) -> String,
    /// How many years later it all happens.
    years: i32,
}

/// The verdicts of Kalix for 2023-09 when its workbooks are moved; figures and parts, no cells.
fn verdicts(moved: &Move) -> Value {
    let room = tempfile::tempdir().unwrap();
    let folder = room.path().join("moved");
    let originals = repository("inputs/kalix/workbooks");
    for file in files_below(&originals) {
        let inside = file.strip_prefix(&originals).unwrap().to_str().unwrap();
        let target = folder
            .join("workbooks")
            .join((moved.words)(inside))
            .with_extension("xlsx");
        if inside.contains("~$") {
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::copy(&file, target).unwrap();
            continue;
        }
        let mut tables = read(&file);
        (moved.tables)(&mut tables);
        write(&tables, moved.words, moved.years, &target);
    }
    let agreement = fs::read_to_string(repository("inputs/kalix/agreement.toml")).unwrap();
    let agreement = (moved.words)(&agreement)
        .replace(".xls\"", ".xlsx\"")
        .replace(".ods\"", ".xlsx\"");
    fs::write(folder.join("agreement.toml"), agreement).unwrap();
    judge(&folder, moved.years, moved.name)
}

fn judge(folder: &Path, years: i32, name: &str) -> Value {
    let output = program::lofte()
        .arg("check")
        .arg(folder)
        .args([
            "--period",
            &format!("{}-09", 2023 + years),
            "--as-of",
            &format!("{}-10-05", 2023 + years),
        ])
        .args(["--format", "json"])
        .output()
        .unwrap();
    let output_text = || text(&output.stderr);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{name}: {}{}",
        output_text(),
        text(&output.stdout)
    );
    let follow_up: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{name}: {}", output_text()));
    let pledges = follow_up["pledges"]
        .as_array()
        .unwrap()
        .iter()
        .map(|pledge| {
            let windows = pledge["targets"]
                .as_array()
                .unwrap()
                .iter()
                .flat_map(|target| {
                    target["windows"].as_array().unwrap().iter().map(|window| {
                        let parts = window["parts"].as_array().unwrap().iter();
                        let parts: Vec<Value> = parts
                            .map(|part| json!([part["outcome"], part["status"], part["late"]]))
                            .collect();
                        json!([
                            window["status"],
                            window["outcome"],
                            window["out_of"],
                            window["required"],
                            parts
                        ])
                    })
                });
            json!([
                pledge["status"],
                pledge["claimed"]["status"],
                windows.collect::<Vec<_>>()
            ])
        });
    pledges.collect()
}

fn same(text: &str) -> String {
    text.to_owned()
}

fn as_they_are(_: &mut [Table]) {}

/// Columns in the opposite order, but for forms, whose values stand to the right of their labels.
fn reversed(tables: &mut [Table]) {
    for table in tables.iter_mut().filter(|table| table.name != "Protokoll") {
        let width = table.rows.iter().map(Vec::len).max().unwrap_or(0);
        for row in &mut table.rows {
            row.resize(width, Data::Empty);
            row.reverse();
        }
        for ((_, left), (_, right)) in &mut table.merged {
            (*left, *right) = (width as u32 - 1 - *right, width as u32 - 1 - *left);
        }
    }
}

fn pushed_down(rows: usize, tables: &mut [Table]) {
    for table in tables {
        for (((top, _), (bottom, _)), _) in table.merged.iter_mut().zip(std::iter::repeat(())) {
            *top += rows as u32;
            *bottom += rows as u32;
        }
        for number in 0..rows {
            table.rows.insert(
                0,
                if number == 0 {
                    vec![Data::String("Sammanställning".to_owned())]
                } else {
                    Vec::new()
                },
            );
        }
    }
}

#[test]
fn moved_workbooks_give_the_same_verdicts() {
    let original = judge(&repository("inputs/kalix"), 0, "as shipped");
    let two_rows_more = |tables: &mut [Table]| pushed_down(2, tables);
    let one_row_above = |tables: &mut [Table]| pushed_down(1, tables);
    let two_columns_right = |tables: &mut [Table]| {
        for table in tables {
            for row in &mut table.rows {
                row.splice(0..0, [Data::Empty, Data::Empty]);
            }
            for ((_, left), (_, right)) in &mut table.merged {
                (*left, *right) = (*left + 2, *right + 2);
            }
        }
    };
    let later = |text: &str| {
        (2021..2026).rev().fold(text.to_owned(), |text, year| {
            text.replace(&year.to_string(), &(year + LATER).to_string())
        })
    };
    let elsewhere = |text: &str| {
        text.replace("Kalixbostäder", "Älvhem")
            .replace("Kalix kommun", "Norra kommunen")
            .replace("Polisen", "Ordningsvakten")
            .replace("polisen", "ordningsvakten")
    };
    let moves = [
        Move {
            name: "rewritten",
            tables: &as_they_are,
            words: &same,
            years: 0,
        },
        Move {
            name: "columns reversed",
            tables: &reversed,
            words: &same,
            years: 0,
        },
        Move {
            name: "two title rows more",
            tables: &two_rows_more,
            words: &same,
            years: 0,
        },
        Move {
            name: "a row inserted above",
            tables: &one_row_above,
            words: &same,
            years: 0,
        },
        Move {
            name: "two columns to the right",
            tables: &two_columns_right,
            words: &same,
            years: 0,
        },
        Move {
            name: "28 years later",
            tables: &as_they_are,
            words: &later,
            years: LATER,
        },
        Move {
            name: "other partners",
            tables: &as_they_are,
            words: &elsewhere,
            years: 0,
        },
    ];
    for moved in &moves {
        assert_eq!(verdicts(moved), original, "{}", moved.name);
    }
}

/// LibreOffice saves every workbook as another format; the figures stay.
#[test]
fn other_formats_give_the_same_verdicts() {
    let original = judge(&repository("inputs/kalix"), 0, "as shipped");
    for ending in ["ods", "xls", "xlsx"] {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join("moved");
        let originals = repository("inputs/kalix/workbooks");
        let mut by_folder: BTreeMap<PathBuf, Vec<PathBuf>> = BTreeMap::new();
        for file in files_below(&originals) {
            let inside = file.strip_prefix(&originals).unwrap().to_owned();
            if !inside.to_str().unwrap().contains("~$") {
                by_folder
                    .entry(inside.parent().unwrap().to_owned())
                    .or_default()
                    .push(file);
            }
        }
        for (inside, files) in by_folder {
            let target = folder.join("workbooks").join(inside);
            fs::create_dir_all(&target).unwrap();
            let profile = format!(
                "-env:UserInstallation=file://{}",
                room.path().join("profile").display()
            );
            let converted = Command::new("soffice")
                .args([&profile, "--headless", "--convert-to", ending, "--outdir"])
                .arg(&target)
                .args(&files)
                .output()
                .expect("LibreOffice (tests/run installs it)");
            assert!(converted.status.success(), "{}", text(&converted.stderr));
        }
        let agreement = fs::read_to_string(repository("inputs/kalix/agreement.toml")).unwrap();
        let quoted = format!(".{ending}\"");
        let agreement = [".xlsx\"", ".xls\"", ".ods\""]
            .iter()
            .fold(agreement, |text, old| text.replace(old, ".@\""))
            .replace(".@\"", &quoted)
            .replace("summary.ods", "summary.xlsx")
            .replace("summary.xls\"", "summary.xlsx\"");
        fs::write(folder.join("agreement.toml"), agreement).unwrap();
        assert_eq!(judge(&folder, 0, ending), original, "{ending}");
    }
}
