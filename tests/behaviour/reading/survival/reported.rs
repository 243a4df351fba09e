//! What is told of bad workbooks, and what is read beside them.

use std::fs;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::made::{
    encrypted, entity_bomb, far_corners, looping_sectors, one_giant_string, sheet, truncated, xlsx,
    zip_bomb,
};
use super::*;
use crate::setup::program::text;

#[test]
fn a_folder_of_bad_workbooks_takes_nothing_down() {
    let folder = Folder::new();
    folder.put_good("Bra.xlsx");
    let bad = [
        ("zipbomb.xlsx", zip_bomb(), "reader-limit"),
        ("hörn.xlsx", far_corners(), "missing-heading"),
        ("avhuggen.xlsx", truncated(), "unreadable-workbook"),
        ("tom.xlsx", Vec::new(), "unsupported-format"),
        (
            "webb.xls",
            b"<html><table><tr><td>1</td></tr></table></html>".to_vec(),
            "unsupported-format",
        ),
        ("slinga.xls", looping_sectors(), "reader-limit"),
        ("entiteter.xlsx", entity_bomb(), ""),
        ("lång text.xlsx", one_giant_string(), "reader-limit"),
        ("låst.xlsx", encrypted(), "encrypted-workbook"),
    ];
    for (name, bytes, _) in &bad {
        folder.put(name, bytes);
    }
    let began = Instant::now();
    let output = folder.check();
    let took = began.elapsed();
    assert_eq!(output.status.code(), Some(3), "{}", text(&output.stderr));
    assert!(took < Duration::from_secs(150), "{took:?}");
    let spoken = text(&output.stderr);
    assert!(
        !spoken.contains("panicked") && !spoken.contains("allocation"),
        "{spoken}"
    );

    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let findings = report["findings"].as_array().unwrap();
    for (name, _, code) in &bad {
        let workbook = format!("polisen/{name}");
        let about: Vec<&Value> = findings
            .iter()
            .filter(|finding| finding["workbook"] == *workbook)
            .collect();
        let codes: Vec<&str> = about
            .iter()
            .filter_map(|finding| finding["code"].as_str())
            .collect();
        assert!(
            about.iter().any(|finding| finding["severity"] == "error"),
            "{name}: {codes:?}"
        );
        assert!(code.is_empty() || codes.contains(code), "{name}: {codes:?}");
    }
    let outcome = &report["pledges"][0]["targets"][0]["windows"][0]["outcome"];
    assert_eq!(outcome["low"], 7, "the good workbook is read");
}

#[test]
fn tables_in_plain_text_are_read_and_notes_are_left_alone() {
    let folder = Folder::new();
    folder.put(
        "Logg 2023.csv",
        b"Datum;Antal;Anm\xE4rkning\r\n2023-02-01;3;\"T\xF6re; torget\"\r\n2023-03-01;4;\r\n",
    );
    fs::write(
        folder.path().join("workbooks/anteckning.txt"),
        "Hej!\nRing polisen, helst i dag.\n",
    )
    .unwrap();
    fs::write(
        folder.path().join("workbooks/export.txt"),
        "Datum\tAntal\n2023-02-01\t3\n",
    )
    .unwrap();
    let gathered = folder.gather(&child(Limits::default()));
    let days: Vec<String> = gathered
        .value
        .activities
        .iter()
        .map(|done| done.date.from.to_string())
        .collect();
    assert_eq!(days, ["2023-02-01", "2023-03-01"]);
    let first = &gathered.value.activities[0];
    assert_eq!(
        (first.origin.sheet.as_str(), first.origin.cell.as_str()),
        ("Logg 2023", "B2")
    );
    let unclaimed: Vec<&str> = gathered
        .findings
        .iter()
        .filter_map(|finding| finding.place.workbook.as_deref())
        .collect();
    assert_eq!(unclaimed, ["export.txt"]);
}

#[test]
fn copies_are_known_without_their_cells() {
    let folder = Folder::new();
    folder.put_good("Logg.xlsx");
    // The same cells in other bytes: a sheet of its own making.
    let text = |words: &str| format!(r#"t="inlineStr"><is><t>{words}</t></is></c>"#);
    let rows = format!(
        r#"<row r="1"><c r="A1" {}<c r="B1" {}</row><row r="2"><c r="A2" t="d"><v>2023-02-01</v></c><c r="B2"><v>3</v></c></row>"#,
        text("Datum"),
        text("Antal")
    );
    folder.put("a.xlsx", &xlsx(&sheet(&rows)));
    folder.put("a (2).xlsx", &xlsx(&format!("{}<!-- -->", sheet(&rows))));
    for isolation in [Isolation::InProcess, child(Limits::default())] {
        let gathered = folder.gather(&isolation);
        assert_eq!(
            codes(&gathered.findings, "a (2).xlsx"),
            [Code::CopiedWorkbook]
        );
        assert_eq!(gathered.value.activities.len(), 3);
    }
}
