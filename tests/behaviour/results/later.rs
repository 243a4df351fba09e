//! What a later report makes of an earlier one: rulings that lapse, findings that are no news, small steps about persons.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::setup::program::{self, text};
use crate::setup::workbook;

const HEAD: &str = r#"
title = "Medborgarlöfte Exempelby 2023"
municipality = "Exempelby kommun"
police_area = "Lokalpolisområde Exempelby"
from = 2023-01-01
to = 2023-12-31
[partners.polisen]
name = "Polisen"
[partners.kommunen]
name = "Kommunen"
"#;

/// A place where reports are made month after month.
struct Room(tempfile::TempDir);

impl Room {
    fn new(agreement: &str) -> Room {
        let room = Room(tempfile::tempdir().expect("a folder"));
        fs::create_dir_all(room.path().join("byn/workbooks")).expect("a folder");
        room.agree(agreement);
        room
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn agree(&self, agreement: &str) {
        fs::write(
            self.path().join("byn/agreement.toml"),
            format!("{HEAD}{agreement}"),
        )
        .expect("an agreement");
    }

    /// The report of a month, with this workbook.
    fn report(&self, month: &str, rows: &str) -> Value {
        workbook::write_xlsx(rows, &self.path().join("byn/workbooks/polisen.xlsx"));
        let output = program::lofte()
            .args([
                "run",
                "byn",
                "--period",
                month,
                "--as-of",
                "2023-12-15",
                "--format",
                "json",
            ])
            .current_dir(self.path())
            .output()
            .expect("lofte runs");
        assert!(output.status.success(), "{}", text(&output.stderr));
        let summary: Value = serde_json::from_slice(&output.stdout).expect("a summary");
        let folder = self
            .path()
            .join(summary["folder"].as_str().expect("a folder"));
        serde_json::from_slice(&fs::read(folder.join("follow-up.json")).expect("a report"))
            .expect("JSON")
    }
}

fn codes(report: &Value) -> Vec<(&str, bool)> {
    let findings = report["findings"].as_array().expect("findings");
    findings
        .iter()
        .map(|finding| {
            (
                finding["code"].as_str().unwrap(),
                finding["known"].as_bool().unwrap(),
            )
        })
        .collect()
}

fn low(report: &Value) -> &Value {
    &report["pledges"][0]["targets"][0]["windows"][0]["outcome"]["low"]
}

const RULED: &str = r#"
[[pledge]]
id = "tillsammans"
text = "Minst fyra kontroller per år tillsammans med kommunen."
responsible = ["polisen"]
[[pledge.target]]
of = "kontroll"
at_least = 4
over = "year"
require = { partners = ["kommunen"] }
[[source]]
partner = "polisen"
files = "polisen.xlsx"
[[source.sheet]]
layout = "log"
activity = "kontroll"
columns = { date = "Datum", count = "Antal", partners = "Med" }
[[ruling]]
at = { workbook = "polisen.xlsx", sheet = "Kontroller", cell = "A3" }
counts = true
why = "Kommunen var med"
by = "Rådet"
date = 2023-05-15
"#;

#[test]
fn a_ruling_follows_its_row_and_lapses_when_the_row_says_something_else() {
    let room = Room::new(RULED);
    let first = room.report(
        "2023-05",
        "== Kontroller\nDatum | Antal | Med\n2023-03-01 | 1 | Kommunen\n2023-05-02 | 2 |\n",
    );
    assert_eq!(*low(&first), 3, "the ruling makes the second row count");

    // A row put in above moves the ruled one to A4: the ruling follows it, and does not touch the new A3.
    let moved = "== Kontroller\nDatum | Antal | Med\n2023-03-01 | 1 | Kommunen\n2023-04-01 | 9 |\n2023-05-02 | 2 |\n";
    let second = room.report("2023-06", moved);
    assert_eq!(*low(&second), 3);
    assert!(
        !codes(&second)
            .iter()
            .any(|(code, _)| *code == "lapsed-ruling")
    );

    // The number is another: the ruling was about two. It stays lapsed until there is a new one.
    let changed = moved.replace("2023-05-02 | 2", "2023-05-02 | 8");
    for month in ["2023-07", "2023-08"] {
        let later = room.report(month, &changed);
        assert_eq!(*low(&later), 1, "{month}");
        let lapsed = later["findings"]
            .as_array()
            .unwrap()
            .iter()
            .find(|finding| finding["code"] == "lapsed-ruling");
        let args = &lapsed.expect("the ruling has lapsed")["args"];
        assert_eq!(
            (&args["was"]["low"], &args["now"]["low"]),
            (&Value::from(2), &Value::from(8)),
            "{month}"
        );
    }
    room.agree(
        &RULED
            .replace("cell = \"A3\"", "cell = \"A4\"")
            .replace("2023-05-15", "2023-09-15"),
    );
    assert_eq!(*low(&room.report("2023-09", &changed)), 9);

    // Gone altogether.
    let gone = room.report(
        "2023-10",
        "== Kontroller\nDatum | Antal | Med\n2023-03-01 | 1 | Kommunen\n",
    );
    assert!(
        codes(&gone)
            .iter()
            .any(|(code, _)| *code == "lapsed-ruling")
    );
}

#[test]
fn what_was_told_before_or_is_explained_is_no_news() {
    let room = Room::new(RULED);
    let rows = "== Kontroller\nDatum | Antal | Med\n2023-03-01 | 1 | Kommunen\n2023-05-02 | 2 |\n2023-05-03 | 1 |\n";
    let first = room.report("2023-05", rows);
    assert_eq!(codes(&first), [("requirement-not-met", false)]);
    // A row above moves the cell: it is the same finding. The one below is new.
    let more =
        rows.replace("2023-03-01", "2023-06-01 | 1 | Kommunen\n2023-03-01") + "2023-06-03 | 1 |\n";
    let second = room.report("2023-06", &more);
    assert_eq!(
        codes(&second),
        [
            ("requirement-not-met", true),
            ("requirement-not-met", false)
        ]
    );

    room.agree(&format!(
        "{RULED}[[known]]\ncode = \"requirement-not-met\"\n\
         at = {{ workbook = \"polisen.xlsx\", sheet = \"Kontroller\", cell = \"A6\" }}\n\
         why = \"Kommunen hade förhinder\"\nby = \"Polisen\"\ndate = 2023-07-01\n"
    ));
    let third = room.report("2023-07", &more);
    let explained: Vec<&Value> = third["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| &finding["explained"])
        .collect();
    assert_eq!(
        explained,
        [&Value::Null, &Value::from("Kommunen hade förhinder")]
    );
    assert_eq!(
        third["findings"][1]["remedy"],
        "Förklarat: Kommunen hade förhinder"
    );
}

#[test]
fn two_small_steps_over_three_reports_tell_no_person_apart() {
    let room = Room::new(
        r#"
[activities.samtal]
persons = true
[[pledge]]
id = "samtal"
text = "Minst tio samtal per år."
responsible = ["polisen"]
[[pledge.target]]
of = "samtal"
at_least = 10
over = "year"
[[source]]
partner = "polisen"
files = "polisen.xlsx"
[[source.sheet]]
layout = "log"
activity = "samtal"
columns = { month = "Månad", count = "Antal" }
"#,
    );
    let window = |report: &Value| report["pledges"][0]["targets"][0]["windows"][0].clone();
    let rows = "== 2023\nMånad | Antal\nJanuari 2023 | 20\n";
    assert_eq!(window(&room.report("2023-01", rows))["outcome"]["low"], 20);
    // Two more: withheld, since 22 beside the 20 of January tells the two.
    let february = format!("{rows}Februari 2023 | 2\n");
    assert_eq!(window(&room.report("2023-02", &february))["withheld"], true);
    // Two more again: the directly previous report showed nothing, but January's did.
    let march = format!("{february}Mars 2023 | 2\n");
    assert_eq!(window(&room.report("2023-03", &march))["withheld"], true);
    // Five from January's are enough.
    let april = format!("{march}April 2023 | 1\n");
    assert_eq!(
        window(&room.report("2023-04", &april))["outcome"]["low"],
        25
    );
    // A corrected version of the same month is held against the one before it, too.
    let corrected = format!("{march}April 2023 | 3\n");
    assert_eq!(
        window(&room.report("2023-04", &corrected))["withheld"],
        true
    );
}
