//! What lies in a drop folder besides plain workbooks with plain names: it is read, or told, and never in the way.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::setup::program;
use lofte::gather::gather;
use lofte::gather::isolate::Isolation;

const AGREEMENT: &str = r#"
title = "Medborgarlöfte Provköping 2023"
municipality = "Provköpings kommun"
police_area = "Lokalpolisområde Provköping"
from = 2023-01-01
to = 2023-12-31
language = "sv"
[partners.räddning]
name = "Räddningstjänsten"
[activities.besok]
one = "besök"
many = "besök"
[[pledge]]
id = "besok"
text = "Besök minst 20 gånger under året."
responsible = ["räddning"]
[[pledge.target]]
of = "besok"
at_least = 20
over = "year"
[[source]]
partner = "räddning"
files = "FILES"
[[source.sheet]]
name = "Övning*"
layout = "log"
activity = "besok"
columns = { date = "Datum", count = "Antal" }
"#;

fn agreement(files: &str) -> String {
    AGREEMENT
        .replace("[partners.räddning]", "[partners.raddning]")
        .replace("\"räddning\"", "\"raddning\"")
        .replace("FILES", files)
}

/// A workbook with one sheet of this name, and one row: so many on this day of September.
fn write(path: &Path, sheet: &str, day: u32, count: u32) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let page = workbook.add_worksheet().set_name(sheet).unwrap();
    page.write_row(0, 0, ["Datum", "Antal"]).unwrap();
    page.write_string(1, 0, format!("2023-09-{day:02}"))
        .unwrap();
    page.write_number(1, 1, count).unwrap();
    fs::write(path, workbook.save_to_buffer().unwrap()).unwrap();
}

/// How many are counted in a drop folder, and its findings as «code workbook».
fn gathered(files: &str, room: &Path) -> (u64, Vec<String>) {
    let loaded = lofte::load::load("prov", &agreement(files), &|_| None);
    let agreement = loaded
        .value
        .unwrap_or_else(|| panic!("{:?}", loaded.findings));
    let checked = gather(
        &agreement,
        room,
        "2023-10-05".parse().unwrap(),
        &Isolation::InProcess,
    )
    .unwrap();
    let sum = checked
        .value
        .activities
        .iter()
        .map(|activity| activity.value.low().in_hundredths() / 100)
        .sum();
    let findings = checked.findings.iter().map(|finding| {
        format!(
            "{} {}",
            finding.code().name(),
            finding.place.workbook.as_deref().unwrap_or("-")
        )
    });
    (sum, findings.collect())
}

#[test]
fn letters_and_case_are_the_same_however_they_are_written() {
    let composed = "Räddning/Övningar på skolor.xlsx";
    let decomposed = "Ra\u{308}ddning/O\u{308}vningar pa\u{30A} skolor.xlsx";
    for pattern in [
        composed,
        decomposed,
        "räddning/övningar*.XLSX",
        "RÄDDNING/**",
        "**/*skolor.xlsx",
    ] {
        for (name, sheet) in [
            (composed, "Övningar"),
            (decomposed, "O\u{308}vningar"),
            ("räddning/ÖVNINGAR PÅ SKOLOR.XLSX", "ÖVNINGAR"),
        ] {
            let room = tempfile::tempdir().unwrap();
            write(&room.path().join(name), sheet, 1, 3);
            assert_eq!(
                gathered(pattern, room.path()),
                (3, vec![]),
                "{pattern} {name}"
            );
        }
    }
}

#[test]
fn a_pattern_without_a_workbook_and_a_workbook_without_a_pattern_are_told() {
    let room = tempfile::tempdir().unwrap();
    write(&room.path().join("Räddning/Övrigt.xlsx"), "Övningar", 1, 3);
    let findings = vec![
        "unclaimed-workbook Räddning/Övrigt.xlsx".to_owned(),
        "no-workbook -".to_owned(),
    ];
    assert_eq!(
        gathered("Räddning/Övningar*.xlsx", room.path()),
        (0, findings)
    );
}

#[test]
fn what_systems_leave_is_nobodys_and_what_is_not_finished_is_told() {
    let room = tempfile::tempdir().unwrap();
    write(&room.path().join("a/Logg.xlsx"), "Övningar", 1, 3);
    for name in [
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "._Logg.xlsx",
        "Läs mig.pdf",
    ] {
        fs::write(room.path().join("a").join(name), b"x").unwrap();
    }
    for name in [
        "~$Logg.xlsx",
        ".~lock.Logg.xlsx#",
        "Ny.xlsx.crdownload",
        "Ny.xlsx.part",
        "Ny.xlsx.tmp",
    ] {
        fs::write(room.path().join("a").join(name), b"x").unwrap();
    }
    // A folder may be called as a workbook is.
    write(
        &room.path().join("a/Arkiverat.xlsx/Logg 2.xlsx"),
        "Övningar",
        2,
        4,
    );
    let (sum, mut findings) = gathered("**/*.xlsx", room.path());
    findings.sort();
    let expected = [
        "lock-file a/.~lock.Logg.xlsx#",
        "lock-file a/~$Logg.xlsx",
        "unfinished-workbook a/Ny.xlsx.crdownload",
        "unfinished-workbook a/Ny.xlsx.part",
        "unfinished-workbook a/Ny.xlsx.tmp",
    ];
    assert_eq!(
        (sum, findings.as_slice()),
        (7, expected.map(str::to_owned).as_slice())
    );
}

#[test]
#[cfg(unix)]
fn links_pipes_sockets_and_deep_folders() {
    use std::os::unix::fs::symlink;
    let room = tempfile::tempdir().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    write(&elsewhere.path().join("Bakom.xlsx"), "Övningar", 1, 100);
    write(&elsewhere.path().join("Länkad.xlsx"), "Övningar", 2, 1);
    let deep = ["En mapp med ett långt namn som någon har gjort"; 8].join("/");
    write(
        &room.path().join("a").join(&deep).join("Djup.xlsx"),
        "Övningar",
        3,
        2,
    );
    assert!(deep.len() > 300);
    let a = room.path().join("a");
    symlink(elsewhere.path(), a.join("länkad mapp")).unwrap();
    symlink(&a, a.join("runt")).unwrap();
    symlink(elsewhere.path().join("Länkad.xlsx"), a.join("Länk.xlsx")).unwrap();
    symlink(elsewhere.path().join("Borta.xlsx"), a.join("Dinglar.xlsx")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(a.join("s.xlsx")).unwrap();
    assert!(
        Command::new("mkfifo")
            .arg(a.join("Rör.xlsx"))
            .status()
            .unwrap()
            .success()
    );
    let (sum, mut findings) = gathered("**/*.xlsx", room.path());
    findings.sort();
    let expected = [
        "linked-folder a/länkad mapp",
        "linked-folder a/runt",
        "unreadable-workbook a/Dinglar.xlsx",
        "unreadable-workbook a/Rör.xlsx",
        "unreadable-workbook a/s.xlsx",
    ];
    assert_eq!(
        (sum, findings.as_slice()),
        (3, expected.map(str::to_owned).as_slice())
    );
}

#[test]
#[cfg(target_os = "linux")]
fn names_that_are_no_text_or_would_break_a_line_are_read_and_shown_safely() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("prov");
    let drop = folder.join("workbooks/a");
    fs::create_dir_all(&drop).unwrap();
    fs::write(folder.join("agreement.toml"), agreement("a/*.xlsx")).unwrap();
    // «Säkerhet» and «Övning» as an old zip program writes them; a line break; a name that reads as .txt from the right.
    let names: [&[u8]; 4] = [
        b"S\x84kerhet.xlsx",
        b"\x99vning.xlsx",
        b"ett\nerror: allt \x1b[31m.xlsx",
        "två\u{202E}txt.xlsx".as_bytes(),
    ];
    for (day, name) in (1..).zip(names) {
        write(&drop.join(OsStr::from_bytes(name)), "Fel blad", day, 5);
    }
    let output = program::lofte()
        .args([
            "check",
            "prov",
            "--period",
            "2023-09",
            "--as-of",
            "2023-10-05",
        ])
        .current_dir(home.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3), "a sheet is missing in each");
    let printed = String::from_utf8(output.stdout).expect("text")
        + &String::from_utf8(output.stderr).expect("text");
    for shown in [
        "S\u{FFFD}kerhet.xlsx",
        "\u{FFFD}vning.xlsx",
        "ett\u{FFFD}error: allt \u{FFFD}[31m.xlsx",
        "två\u{FFFD}txt.xlsx",
    ] {
        assert!(printed.contains(shown), "{shown}: {printed}");
    }
    assert!(
        !printed.lines().any(|line| line.starts_with("error: allt")),
        "{printed}"
    );
    assert!(!printed.contains(['\u{202E}', '\u{1b}']), "{printed}");
}
