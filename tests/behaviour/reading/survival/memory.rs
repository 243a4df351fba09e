//! How much memory a run takes, whatever lies in the folder.

use std::fs;
use std::process::Command;
use std::time::Duration;

use serde_json::Value;

use super::made::{sheet, xlsx};
use super::*;
use crate::setup::program;

/// The most memory that a command takes itself, in kB: what it has asked for. The pages of the program file are not among it, of which
/// a build for tests has some 80 MB.
#[cfg(target_os = "linux")]
fn most_memory(command: &mut Command) -> u64 {
    let mut run = command.spawn().unwrap();
    let (mut most, status) = (0, format!("/proc/{}/status", run.id()));
    while run.try_wait().unwrap().is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("RssAnon:"));
        let now: Option<u64> = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok());
        most = most.max(now.unwrap_or(0));
        std::thread::sleep(Duration::from_millis(2));
    }
    most
}

#[cfg(target_os = "linux")]
#[test]
fn a_log_of_many_thousand_rows_costs_the_parent_little_memory_and_is_told_whole() {
    const ROWS: usize = 40_000;
    let folder = Folder::new();
    let row = |number: usize| {
        let day = format!("2023-{:02}-{:02}", number % 12 + 1, number % 28 + 1);
        format!(r#"<row><c t="inlineStr"><is><t>{day}</t></is></c><c><v>{number}</v></c></row>"#)
    };
    let heads = r#"<row><c t="inlineStr"><is><t>Datum</t></is></c><c t="inlineStr"><is><t>Antal</t></is></c></row>"#;
    let rows: String = (1..=ROWS).map(row).collect();
    folder.put("Logg.xlsx", &xlsx(&sheet(&format!("{heads}{rows}"))));
    let mut run = program::lofte();
    run.arg("run")
        .arg(folder.path())
        .args(["--period", "2023", "--as-of", "2024-01-10"]);
    let most = most_memory(
        run.current_dir(folder.room.path())
            .stdout(std::process::Stdio::null()),
    );
    assert!((1..160 * 1024).contains(&most), "{most} kB");

    let version = folder.room.path().join("outputs/adalen/2023/v1");
    let report: Value =
        serde_json::from_slice(&fs::read(version.join("follow-up.json")).unwrap()).unwrap();
    let target = &report["pledges"][0]["targets"][0];
    assert_eq!(
        target["windows"][0]["outcome"]["low"],
        ROWS * (ROWS + 1) / 2
    );
    assert_eq!(target["counted"].as_array().unwrap().len(), 3_000);
    assert_eq!(target["counted_rows"], ROWS);
    let page = fs::read_to_string(version.join("report.html")).unwrap();
    assert!(
        page.contains("3\u{a0}000 av 40\u{a0}000 rader"),
        "the page says that its list is shortened"
    );
    let summary: calamine::Xlsx<_> = calamine::open_workbook(version.join("summary.xlsx")).unwrap();
    let rows = |mut summary: calamine::Xlsx<_>| {
        calamine::Reader::worksheet_range(&mut summary, "Underlag")
            .unwrap()
            .height()
    };
    assert_eq!(rows(summary), ROWS + 1, "the workbook has them all");
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_full_of_scrap_costs_the_parent_little_memory() {
    let folder = Folder::new();
    for number in 1..=5 {
        let path = folder
            .path()
            .join(format!("workbooks/polisen/Bra {number}.xlsx"));
        workbook::write_xlsx(
            &format!("== Blad1\nDatum | Antal\n2023-0{number}-01 | {number}\n"),
            &path,
        );
    }
    // Stored, not packed: what lies in the folder is far more than may be held in memory at once.
    for number in 0..60_u8 {
        let start: &[u8] =
            [b"PK\x03\x04", &b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..]][usize::from(number % 2)];
        folder.put(
            &format!("skräp {number}.xlsx"),
            &[start, &vec![number; 4 << 20]].concat(),
        );
    }
    let output = std::fs::File::create(folder.room.path().join("told.json")).unwrap();
    let most = most_memory(folder.checking().stdout(output));
    assert!((1..160 * 1024).contains(&most), "{most} kB");
    let report: Value =
        serde_json::from_str(&fs::read_to_string(folder.room.path().join("told.json")).unwrap())
            .unwrap();
    assert_eq!(
        report["pledges"][0]["targets"][0]["windows"][0]["outcome"]["low"], 15,
        "the good workbooks are read"
    );
    assert_eq!(
        report["findings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["severity"] == "error")
            .count(),
        60
    );
}
