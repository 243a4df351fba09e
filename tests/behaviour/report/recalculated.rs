//! The summary workbook's formulas, reckoned again by LibreOffice. `tests/run` installs it.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader};

use super::opened::{run, version};
use crate::setup::files::repository;
use crate::setup::program::text;

/// Every `summary.xlsx` below a folder.
fn summaries(below: &Path) -> Vec<PathBuf> {
    let files = crate::setup::files::files_below(below);
    let summaries = files.into_iter().map(|file| below.join(file));
    summaries
        .filter(|file| file.ends_with("summary.xlsx"))
        .collect()
}

/// Copies a workbook with the results of its formulas wiped to 77777, and says how many there were.
fn wipe_results(from: &Path, to: &Path) -> usize {
    let mut count = 0;
    rewrite(from, to, &mut |name, text| {
        if !name.starts_with("xl/worksheets/") {
            return text;
        }
        let mut pieces = text.split("</f><v>");
        let mut kept = pieces.next().unwrap().replace(" t=\"str\"", "");
        for piece in pieces {
            let (_, rest) = piece.split_once("</v>").unwrap();
            kept += "</f><v>77777</v>";
            kept += &rest.replace(" t=\"str\"", "");
            count += 1;
        }
        kept
    });
    count
}

/// Copies a workbook, each text in it through `change`.
fn rewrite(from: &Path, to: &Path, change: &mut dyn FnMut(&str, String) -> String) {
    let mut archive = zip::ZipArchive::new(File::open(from).unwrap()).unwrap();
    let mut changed = zip::ZipWriter::new(File::create(to).unwrap());
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        let name = part.name().unwrap().into_owned();
        changed
            .start_file(&name, zip::write::SimpleFileOptions::default())
            .unwrap();
        if name.ends_with(".xml") {
            bytes = change(&name, String::from_utf8(bytes).unwrap()).into_bytes();
        }
        changed.write_all(&bytes).unwrap();
    }
    changed.finish().unwrap();
}

/// What every formula of a workbook gives, by sheet and place: numbers to the millionth, so that two programs may differ in the
/// last digit.
fn results(path: &Path, formulas: &Path) -> Vec<(String, u32, u32, String)> {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).unwrap();
    let mut with_formulas: calamine::Xlsx<_> = calamine::open_workbook(formulas).unwrap();
    let mut results = Vec::new();
    for sheet in with_formulas.sheet_names() {
        let range = book.worksheet_range(&sheet).unwrap();
        let formulas = with_formulas.worksheet_formula(&sheet).unwrap();
        let (top, left) = formulas.start().unwrap_or((0, 0));
        for (row, column, _) in formulas.used_cells() {
            let (row, column) = (top + row as u32, left + column as u32);
            let result = match range.get_value((row, column)) {
                Some(Data::Float(number)) => format!("{number:.6}"),
                Some(Data::Int(number)) => format!("{:.6}", *number as f64),
                other => format!("{other:?}"),
            };
            results.push((sheet.clone(), row, column, result));
        }
    }
    results
}

/// Has LibreOffice open workbooks and reckon all their formulas again.
fn recalculated(workbooks: &[PathBuf], room: &Path) -> PathBuf {
    let profile = room.join("profile");
    fs::create_dir_all(profile.join("user")).unwrap();
    // Tells LibreOffice to recalculate every workbook it opens.
    fs::write(
        profile.join("user/registrymodifications.xcu"),
        r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#,
    )
    .unwrap();
    let out = room.join("recalculated");
    let converted = Command::new("soffice")
        // Reading sheets side by side, it crashes now and then.
        .env("SC_IMPORT_THREADS", "1")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args(["--headless", "--convert-to", "xlsx", "--outdir"])
        .arg(&out)
        .args(workbooks)
        .output()
        .expect("LibreOffice (tests/run installs it)");
    assert!(converted.status.success(), "{}", text(&converted.stderr));
    out
}

/// Kalix at both moments, and every worked example of the documentation: all editions.
#[test]
fn libreoffice_reckons_the_same_figures_and_verdicts() {
    let room = tempfile::tempdir().unwrap();
    let out = room.path().join("outputs");
    let kalix = repository("inputs/kalix");
    run(
        &kalix,
        &["--period", "2023-09", "--as-of", "2023-10-05"],
        &out,
    );
    let later = repository("tests/kalix/workbooks-2024-01");
    run(
        &kalix,
        &[
            "--period",
            "2023-12",
            "--as-of",
            "2024-01-31",
            "--workbooks",
            later.to_str().unwrap(),
        ],
        &out,
    );
    let examples = crate::results::targets::laid_out(room.path());
    assert!(examples.len() > 20);
    for (folder, args) in &examples {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        run(folder, &args, &out);
    }

    let wiped_folder = room.path().join("wiped");
    fs::create_dir(&wiped_folder).unwrap();
    let (mut wiped, mut formulas) = (Vec::new(), 0);
    let summaries = summaries(&out);
    for (index, summary) in summaries.iter().enumerate() {
        let to = wiped_folder.join(format!("{index}.xlsx"));
        formulas += wipe_results(summary, &to);
        wiped.push(to);
    }
    assert!(formulas > 1_000, "{formulas}");
    let out = recalculated(&wiped, room.path());
    let mut differing = Vec::new();
    let mut kinds: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for (summary, wiped) in summaries.iter().zip(&wiped) {
        let again = out.join(wiped.file_name().unwrap());
        let (again, own) = (results(&again, summary), results(summary, summary));
        assert_eq!(again.len(), own.len(), "{}", summary.display());
        let pairs = again
            .into_iter()
            .zip(own)
            .filter(|(again, own)| again != own);
        differing.extend(pairs.map(|pair| format!("{}: {pair:?}", summary.display())));
        count_kinds(summary, &mut kinds);
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
    println!("kind: [verdicts as values, as formulas]: {kinds:?}");
    // Named in docs/targets.md; no formula of a workbook says them in a cell.
    let never: Vec<&str> = (kinds.iter())
        .filter(|(_, [_, live])| *live == 0)
        .map(|(kind, _)| kind.as_str())
        .collect();
    assert_eq!(never, ["every", "state", "together"], "{kinds:?}");
}

/// Of each kind of target that gives a verdict, how many windows of a full edition say theirs as a value, and how many by a formula.
fn count_kinds(summary: &Path, kinds: &mut BTreeMap<String, [usize; 2]>) {
    let Ok(json) = fs::read(summary.with_file_name("follow-up.json")) else {
        return;
    };
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(summary).unwrap();
    let Ok(sheet) = book.worksheet_range("Mål") else {
        return;
    };
    let headings = sheet.headers().unwrap();
    let column = headings.iter().position(|one| one == "Läget är").unwrap();
    let made_by: Vec<String> = (sheet.rows().skip(1))
        .map(|row| row[column].to_string())
        .collect();
    let pledges = json["pledges"].as_array().unwrap().iter();
    let targets = pledges.flat_map(|pledge| pledge["targets"].as_array().unwrap());
    let windows = targets.flat_map(|target| {
        let windows = target["windows"].as_array().unwrap().iter();
        windows.map(|window| (target["kind"].as_str().unwrap(), window))
    });
    for ((kind, window), made_by) in windows.zip(made_by) {
        let is_judged = !["described", "not-started"].contains(&window["status"].as_str().unwrap());
        if is_judged && kind != "deferred" {
            let count = kinds.entry(kind.to_owned()).or_default();
            count[usize::from(made_by == "formel")] += 1;
        }
    }
}

/// Nothing but a number on the sheet of activities is changed: figure, verdict, and what the first sheet says follow.
#[test]
fn a_changed_activity_changes_the_verdict() {
    let room = tempfile::tempdir().unwrap();
    let summary = version(room.path()).join("summary.xlsx");
    let changed = room.path().join("changed.xlsx");
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&summary).unwrap();
    let sheets = book.sheet_names();
    let activities = sheets
        .iter()
        .position(|name| name == "Aktiviteter")
        .unwrap()
        + 1;
    let statuses = |path: &Path| {
        let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).unwrap();
        ["Löften", "Mål"].map(|sheet| {
            let range = book.worksheet_range(sheet).unwrap();
            let (headings, rows) = (range.headers().unwrap(), range.rows().skip(1));
            let column = headings.iter().position(|name| name == "Läge").unwrap();
            rows.map(|row| row[column].to_string()).collect::<Vec<_>>()
        })
    };
    drop(book.worksheet_range("Aktiviteter").unwrap());
    rewrite(&summary, &changed, &mut |name, text| {
        if name != format!("xl/worksheets/sheet{activities}.xml") {
            return text;
        }
        // The lowest and highest numbers of every activity become nothing.
        let mut rows = text.split("<row ");
        let mut kept = rows.next().unwrap().to_owned();
        for (index, row) in rows.enumerate() {
            let mut row = row.to_owned();
            for column in ["J", "K"] {
                let cell = format!("<c r=\"{column}{}\"", index + 1);
                if index > 0
                    && let Some((before, after)) = row.split_once(&cell)
                    && let Some((style, value)) = after.split_once("<v>")
                    && let Some((_, rest)) = value.split_once("</v>")
                {
                    row = format!("{before}{cell}{style}<v>0</v>{rest}");
                }
            }
            kept += "<row ";
            kept += &row;
        }
        kept
    });
    let out = recalculated(&[changed], room.path());
    let (before, after) = (statuses(&summary), statuses(&out.join("changed.xlsx")));
    for (before, after) in before.iter().zip(&after) {
        let behind = |statuses: &[String]| {
            let statuses = statuses.iter();
            statuses.filter(|status| *status == "Ligger efter").count()
        };
        assert!(behind(after) >= behind(before) + 4, "{before:?} {after:?}");
    }
}
