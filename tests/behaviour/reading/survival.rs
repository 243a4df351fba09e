//! Whatever lies in the drop folder: the run ends within its limits, every bad file is told by name, the good one is read.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use lofte::gather::gather;
use lofte::gather::isolate::{Isolation, Limits, ReaderProcess};
use lofte::load::load;
use lofte::model::agreement::Agreement;
use lofte::model::finding::{Checked, Code, Finding};
use serde_json::{Value, json};

use crate::setup::workbook;

const AGREEMENT: &str = r#"
title = "Medborgarlöfte Ådalen 2023"
municipality = "Ådalens kommun"
police_area = "Lokalpolisområde Ådalen"
from = 2023-01-01
to = 2023-12-31
language = "sv"

[partners.polisen]
name = "Polisen"

[[pledge]]
id = "fotpatruller"
text = "Fotpatrullera i centrum minst 40 gånger under året."
responsible = ["polisen"]
[[pledge.target]]
of = "fotpatrull"
at_least = 40
over = "year"

[[source]]
partner = "polisen"
files = "polisen/*"
[[source.sheet]]
layout = "log"
activity = "fotpatrull"
columns = { date = "Datum", count = "Antal" }
"#;

const GOOD: &str = "== Blad1\nDatum | Antal\n2023-02-01 | 3\n2023-03-01 | 4\n";

/// An agreement with its drop folder.
struct Folder {
    room: tempfile::TempDir,
}

impl Folder {
    fn new() -> Folder {
        let folder = Folder {
            room: tempfile::tempdir().unwrap(),
        };
        fs::create_dir_all(folder.path().join("workbooks/polisen")).unwrap();
        fs::write(folder.path().join("agreement.toml"), AGREEMENT).unwrap();
        folder
    }

    fn path(&self) -> PathBuf {
        self.room.path().join("adalen")
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        fs::write(self.path().join("workbooks/polisen").join(name), bytes).unwrap();
    }

    fn put_good(&self, name: &str) {
        workbook::write_xlsx(GOOD, &self.path().join("workbooks/polisen").join(name));
    }

    fn check(&self) -> Output {
        self.checking().output().expect("lofte runs")
    }

    fn checking(&self) -> Command {
        let mut lofte = Command::new(env!("CARGO_BIN_EXE_lofte"));
        lofte.arg("check").arg(self.path()).args([
            "--period",
            "2023",
            "--as-of",
            "2024-01-10",
            "--format",
            "json",
        ]);
        lofte.current_dir(self.room.path());
        lofte
    }

    fn gather(&self, isolation: &Isolation) -> Checked<lofte::model::activity::Gathered> {
        let day = "2024-01-10".parse().unwrap();
        gather(&agreement(), &self.path().join("workbooks"), day, isolation).unwrap()
    }
}

fn agreement() -> Agreement {
    load("adalen", AGREEMENT, &|_| None)
        .value
        .expect("an agreement without faults")
}

/// Reads by the program under test, as `lofte check` does.
fn child(limits: Limits) -> Isolation {
    let agreement = json!({ "id": "adalen", "agreement": AGREEMENT, "includes": {} }).to_string();
    Isolation::Child(ReaderProcess {
        program: env!("CARGO_BIN_EXE_lofte").into(),
        arguments: vec!["gather-one".to_owned()],
        agreement,
        limits,
    })
}

fn zipped(members: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in members {
        writer
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook whose only sheet has this XML.
fn xlsx(sheet: &str) -> Vec<u8> {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let relation = |kind: &str, target: &str| {
        format!(
            r#"<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{relations}/{kind}" Target="{target}"/></Relationships>"#
        )
    };
    let book = format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{relations}"><sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>"#
    );
    zipped(&[
        (
            "[Content_Types].xml",
            &format!(r#"<Types xmlns="{package}/content-types"/>"#),
        ),
        (
            "_rels/.rels",
            &relation("officeDocument", "xl/workbook.xml"),
        ),
        ("xl/workbook.xml", &book),
        (
            "xl/_rels/workbook.xml.rels",
            &relation("worksheet", "worksheets/sheet1.xml"),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn sheet(rows: &str) -> String {
    format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    )
}

/// A zip file that says of its members that they unpack to 2 GB each.
fn zip_bomb() -> Vec<u8> {
    let mut bytes = xlsx(&sheet(&" ".repeat(1_000_000)));
    let entries: Vec<usize> = (0..bytes.len() - 4)
        .filter(|at| bytes[*at..].starts_with(b"PK\x01\x02"))
        .map(|at| at + 24)
        .collect();
    for at in entries {
        bytes[at..at + 4].copy_from_slice(&2_000_000_000u32.to_le_bytes());
    }
    bytes
}

fn one_giant_string() -> Vec<u8> {
    let text = "a".repeat(300_000_000);
    xlsx(&sheet(&format!(
        r#"<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>"#
    )))
}

fn entity_bomb() -> Vec<u8> {
    let mut entities = String::from(r#"<!ENTITY a0 "aaaaaaaaaa">"#);
    for level in 1..12 {
        let inner = format!("&a{};", level - 1).repeat(10);
        entities.push_str(&format!(r#"<!ENTITY a{level} "{inner}">"#));
    }
    let rows = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>&a11;</t></is></c></row>"#;
    xlsx(&format!("<!DOCTYPE worksheet [{entities}]>{}", sheet(rows)))
}

/// A compound file (MS-CFB 2.2): a header, one sector of the allocation table, and a directory with these entries. The
/// directory's chain ends, or comes back to itself.
fn compound_file(entries: &[(&str, u8)], loops: bool) -> Vec<u8> {
    let mut header = vec![0u8; 512];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(24, &[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    put(44, &1u32.to_le_bytes());
    put(48, &1u32.to_le_bytes());
    put(56, &4096u32.to_le_bytes());
    put(60, &0xFFFF_FFFEu32.to_le_bytes());
    put(68, &0xFFFF_FFFEu32.to_le_bytes());
    put(76, &[0xFF; 436]);
    put(76, &0u32.to_le_bytes());

    let mut table = vec![0xFFu8; 512];
    table[..4].copy_from_slice(&0xFFFF_FFFDu32.to_le_bytes());
    table[4..8].copy_from_slice(&(if loops { 1 } else { 0xFFFF_FFFEu32 }).to_le_bytes());
    table[8..12].copy_from_slice(&2u32.to_le_bytes());

    let mut directory = vec![0u8; 512];
    for (index, (name, kind)) in entries.iter().enumerate() {
        let entry = &mut directory[index * 128..(index + 1) * 128];
        let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry[..units.len()].copy_from_slice(&units);
        entry[64..66].copy_from_slice(&(units.len() as u16 + 2).to_le_bytes());
        entry[66] = *kind;
        entry[68..80].copy_from_slice(&[0xFF; 12]);
        entry[116..120].copy_from_slice(&2u32.to_le_bytes());
        entry[120..124].copy_from_slice(&100_000u32.to_le_bytes());
    }
    [header, table, directory, vec![0; 512]].concat()
}

fn looping_sectors() -> Vec<u8> {
    compound_file(&[("Root Entry", 5), ("Workbook", 2)], true)
}

fn encrypted() -> Vec<u8> {
    compound_file(&[("Root Entry", 5), ("EncryptedPackage", 2)], false)
}

fn truncated() -> Vec<u8> {
    let whole = xlsx(&sheet(r#"<row r="1"><c r="A1"><v>1</v></c></row>"#));
    whole[..whole.len() / 2].to_vec()
}

fn far_corners() -> Vec<u8> {
    let rows = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
    xlsx(&sheet(rows))
}

/// The findings about a file of `polisen`, by code.
fn codes(findings: &[Finding], name: &str) -> Vec<Code> {
    let about =
        |finding: &&Finding| finding.place.workbook.as_deref() == Some(&format!("polisen/{name}"));
    findings
        .iter()
        .filter(about)
        .map(|finding| finding.code)
        .collect()
}

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
    assert_eq!(
        output.status.code(),
        Some(3),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(took < Duration::from_secs(150), "{took:?}");
    let spoken = String::from_utf8_lossy(&output.stderr);
    assert!(
        !spoken.contains("panicked") && !spoken.contains("allocation"),
        "{spoken}"
    );

    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let findings = told["findings"].as_array().unwrap();
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
    let outcome = &told["pledges"][0]["targets"][0]["windows"][0]["outcome"];
    assert_eq!(outcome["low"], 7, "the good workbook is read");
}

/// The most memory that a command takes itself, in kB.
#[cfg(target_os = "linux")]
fn most_memory(command: &mut Command) -> u64 {
    let mut run = command.spawn().unwrap();
    let (mut most, status) = (0, format!("/proc/{}/status", run.id()));
    while run.try_wait().unwrap().is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        most = line
            .and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok())
            .unwrap_or(most);
        std::thread::sleep(Duration::from_millis(5));
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
    let mut run = Command::new(env!("CARGO_BIN_EXE_lofte"));
    run.arg("run")
        .arg(folder.path())
        .args(["--period", "2023", "--as-of", "2024-01-10"]);
    let most = most_memory(
        run.current_dir(folder.room.path())
            .stdout(std::process::Stdio::null()),
    );
    assert!((1..200 * 1024).contains(&most), "{most} kB");

    let version = folder.room.path().join("outputs/adalen/2023/v1");
    let told: Value =
        serde_json::from_slice(&fs::read(version.join("follow-up.json")).unwrap()).unwrap();
    let target = &told["pledges"][0]["targets"][0];
    assert_eq!(
        target["windows"][0]["outcome"]["low"],
        ROWS * (ROWS + 1) / 2
    );
    assert_eq!(target["counted"].as_array().unwrap().len(), ROWS);
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
    assert!((1..200 * 1024).contains(&most), "{most} kB");
    let told: Value =
        serde_json::from_str(&fs::read_to_string(folder.room.path().join("told.json")).unwrap())
            .unwrap();
    assert_eq!(
        told["pledges"][0]["targets"][0]["windows"][0]["outcome"]["low"], 15,
        "the good workbooks are read"
    );
    assert_eq!(
        told["findings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["severity"] == "error")
            .count(),
        60
    );
}

#[test]
fn a_process_of_its_own_reads_the_same() {
    let kalix = Path::new(env!("CARGO_MANIFEST_DIR")).join("inputs/kalix");
    let text = fs::read_to_string(kalix.join("agreement.toml")).unwrap();
    let include = |name: &str| fs::read_to_string(kalix.join(name)).ok();
    let agreement = load("kalix", &text, &include).value.unwrap();
    let day = "2023-10-05".parse().unwrap();
    let read = |isolation: &Isolation| {
        gather(&agreement, &kalix.join("workbooks"), day, isolation).unwrap()
    };
    let texts = json!({ "id": "kalix", "agreement": text, "includes": {} }).to_string();
    let program = env!("CARGO_BIN_EXE_lofte").into();
    let limits = Limits::default();
    let arguments = vec!["gather-one".to_owned()];
    let apart = read(&Isolation::Child(ReaderProcess {
        program,
        arguments,
        agreement: texts,
        limits,
    }));
    let here = read(&Isolation::InProcess);
    assert!(!here.value.activities.is_empty() && !here.value.milestones.is_empty());
    assert_eq!(apart, here);
}

#[test]
#[cfg(unix)]
fn a_reader_that_dies_says_nonsense_or_never_answers() {
    let folder = Folder::new();
    folder.put_good("Bra.xlsx");
    let reader = |program: &str, script: &str| {
        let limits = Limits {
            clock: Duration::from_millis(700),
            ..Limits::default()
        };
        let arguments = vec!["-c".to_owned(), script.to_owned()];
        Isolation::Child(ReaderProcess {
            program: program.into(),
            arguments,
            agreement: String::new(),
            limits,
        })
    };
    for (script, code) in [
        ("exit 101", Code::UnreadableWorkbook),
        ("kill -SEGV $$", Code::UnreadableWorkbook),
        ("kill -XCPU $$", Code::ReaderLimit),
        ("echo '{\"Gleaned\": 1}'", Code::UnreadableWorkbook),
        (
            "echo 'memory allocation of 9 bytes failed' >&2; kill -ABRT $$",
            Code::ReaderLimit,
        ),
        ("exec sleep 600", Code::ReaderLimit),
        ("exec cat /dev/zero", Code::ReaderLimit),
    ] {
        let gathered = folder.gather(&reader("/bin/sh", script));
        assert_eq!(codes(&gathered.findings, "Bra.xlsx"), [code], "{script}");
        assert!(gathered.value.coverage[0].damaged, "{script}");
    }
    let gathered = folder.gather(&reader("/there/is/none", ""));
    assert_eq!(
        codes(&gathered.findings, "Bra.xlsx"),
        [Code::UnreadableWorkbook]
    );
}

#[test]
fn limits_are_the_readers_own() {
    let folder = Folder::new();
    folder.put_good("Bra.xlsx");
    let tight = child(Limits {
        memory: 10 << 20,
        ..Limits::default()
    });
    assert_eq!(folder.gather(&tight).value.activities.len(), 0);
    assert_eq!(
        folder
            .gather(&child(Limits::default()))
            .value
            .activities
            .len(),
        2
    );
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
    folder.put("b.xlsx", &xlsx(&format!("{}<!-- -->", sheet(&rows))));
    for isolation in [Isolation::InProcess, child(Limits::default())] {
        let gathered = folder.gather(&isolation);
        assert_eq!(codes(&gathered.findings, "b.xlsx"), [Code::CopiedWorkbook]);
        assert_eq!(gathered.value.activities.len(), 3);
    }
}

#[test]
#[cfg(unix)]
fn the_hash_is_that_of_what_was_read() {
    use sha2::{Digest, Sha256};
    let lofte = env!("CARGO_BIN_EXE_lofte");
    let gathered = |script: &str| {
        let folder = Folder::new();
        folder.put("Logg.csv", b"Datum;Antal\n2023-02-01;3\n2023-03-01;4\n");
        let Isolation::Child(reader) = child(Limits::default()) else {
            unreachable!()
        };
        // The shell hands the workbook's path on as its own name.
        let arguments = vec![
            "-c".to_owned(),
            script.replace("READ", &format!("'{lofte}' gather-one \"$0\"")),
        ];
        let found = folder.gather(&Isolation::Child(ReaderProcess {
            program: "/bin/sh".into(),
            arguments,
            ..reader
        }));
        let bytes = fs::read(folder.path().join("workbooks/polisen/Logg.csv")).unwrap();
        let hash: String = Sha256::digest(bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        (found, hash)
    };
    let (whole_by_then, hash) = gathered("printf '2023-04-01;5\\n' >> \"$0\"; READ");
    assert_eq!(whole_by_then.value.activities.len(), 3);
    assert_eq!(whole_by_then.value.accounts[0].sha256, hash);

    let (still_written, _) =
        gathered("echo '2023-04-01;5' >> \"$0\"; READ; echo '2023-05-01;5' >> \"$0\"");
    assert_eq!(still_written.value.activities.len(), 0);
    assert_eq!(
        codes(&still_written.findings, "Logg.csv"),
        [Code::UnreadableWorkbook]
    );
    assert!(still_written.value.coverage[0].damaged);
}
