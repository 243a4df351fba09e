//! The summary workbook on paper, as LibreOffice prints it.

use std::collections::BTreeMap;
use std::process::Command;

use super::opened::version;
use crate::setup::program::text;

/// At most two pages a sheet, and nothing of the sheets that are for formulas and pivots.
#[test]
fn a_sheet_takes_two_pages_at_most_and_those_for_machines_none() {
    let room = tempfile::tempdir().unwrap();
    let summary = version(room.path()).join("summary.xlsx");
    let profile = room.path().join("profile");
    let printed = Command::new("soffice")
        .env("SC_IMPORT_THREADS", "1")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(room.path())
        .arg(&summary)
        .output()
        .expect("LibreOffice (tests/run installs it)");
    assert!(printed.status.success(), "{}", text(&printed.stderr));
    let words = Command::new("pdftotext")
        .arg("-layout")
        .arg(room.path().join("summary.pdf"))
        .arg("-")
        .output()
        .expect("pdftotext (tests/run installs it)");
    // Below each page stand the name of its sheet and «3 / 13».
    let mut pages: BTreeMap<String, usize> = BTreeMap::new();
    for page in text(&words.stdout).split('\u{c}') {
        let Some(footer) = page.lines().rfind(|line| !line.trim().is_empty()) else {
            continue;
        };
        let (before, _) = footer.rsplit_once('/').unwrap();
        let name = before
            .trim_end()
            .trim_end_matches(|sign: char| sign.is_ascii_digit());
        *pages.entry(name.trim().to_owned()).or_default() += 1;
    }
    for sheet in ["Löften", "Mål", "Månad för månad", "Diagram", "Delar"] {
        assert!(pages.contains_key(sheet), "{sheet}: {pages:?}");
    }
    for sheet in ["Aktiviteter", "Underlag", "Beräkning", "Källor"] {
        assert!(!pages.contains_key(sheet), "{sheet}: {pages:?}");
    }
    assert!(pages.values().all(|count| *count <= 2), "{pages:?}");
}
