//! An invented agreement's folder, and the commands that are run in it.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use crate::setup::program::{self, output_text};
use serde_json::Value;

const AGREEMENT: &str = r#"
title = "Medborgarlöfte Ådalen 2023"
municipality = "Ådalens kommun"
police_area = "Lokalpolisområde Ådalen"
from = 2023-01-01
to = 2023-12-31
[partners.polisen]
name = "Polisen i Ådalen"
address = "polisen@example.se"
[partners.skolan]
name = "Skolan"
address = "skolan@example.se"
[[pledge]]
id = "fotpatruller"
text = "Fotpatrullera i centrum minst 4 gånger under året."
responsible = ["polisen"]
[[pledge.target]]
of = "fotpatrull"
at_least = 4
over = "year"
[[source]]
partner = "polisen"
files = "polisen/*.csv"
expected = "monthly"
due = "day 5"
[[source.sheet]]
layout = "log"
activity = "fotpatrull"
columns = { date = "Datum", count = "Antal" }
"#;

const RECIPIENTS: [(&str, &str); 3] = [
    ("chief", "chef"),
    ("council", "rad"),
    ("chair", "ordforande"),
];

/// A whole year's reports up to September, and one thing to mend.
pub(crate) const ROWS: &str = "Datum;Antal\n2023-01-09;1\n2023-02-09;0\n2023-03-09;0\n2023-04-09;0\n2023-05-09;0\n\
    2023-06-09;0\n2023-07-09;0\n2023-08-09;0\n2023-09-09;1\n";

pub(crate) struct AgreementFolder(pub tempfile::TempDir);

impl AgreementFolder {
    /// A folder whose agreement says this of delivery.
    pub(crate) fn new(delivery: &str) -> AgreementFolder {
        let agreement_folder = AgreementFolder(tempfile::tempdir().unwrap());
        let recipients: String = RECIPIENTS
            .iter()
            .map(|(role, name)| {
                format!(
                    "[[recipient]]\nname = \"{name}\"\nrole = \"{role}\"\naddress = \"{name}@example.se\"\n\
                     attach = [\"summary.xlsx\"]\n"
                )
            })
            .collect();
        fs::create_dir_all(agreement_folder.path("adalen/workbooks/polisen")).unwrap();
        fs::write(
            agreement_folder.path("adalen/agreement.toml"),
            format!("{AGREEMENT}{delivery}\n{recipients}"),
        )
        .unwrap();
        agreement_folder.rows(ROWS);
        agreement_folder
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn rows(&self, rows: &str) {
        fs::write(self.path("adalen/workbooks/polisen/Patruller.csv"), rows).unwrap();
    }

    /// Writes the settings: a way to that port, and more.
    pub(crate) fn settings(&self, port: u16, more: &str) {
        let usual = "patience = 2\npauses = [0, 0]\n";
        let security = if more.contains("security") {
            ""
        } else {
            "security = \"none\"\n"
        };
        let usual = if more.contains("pauses") {
            "patience = 2\n"
        } else {
            usual
        };
        let text = format!(
            "[mail]\nfrom = \"lofte@example.se\"\nserver = \"localhost\"\nport = {port}\n{security}{usual}{more}\n"
        );
        fs::write(self.path("lofte.toml"), text).unwrap();
    }

    /// A command in the folder, which speaks English: what it says in the agreement's own language is told in `mail::spoken`.
    pub(crate) fn command(&self, command: &str, more: &[&str]) -> Command {
        let mut lofte = program::lofte();
        lofte
            .env("LANG", "en_GB.UTF-8")
            .current_dir(self.0.path())
            .args([command, "adalen", "--settings", "lofte.toml"])
            .args(more);
        lofte
    }

    pub(crate) fn lofte(&self, command: &str, more: &[&str]) -> Output {
        self.command(command, more).output().unwrap()
    }

    /// Makes the version of September on that day.
    pub(crate) fn run(&self, as_of: &str) -> Output {
        let made = self.lofte("run", &["--period", "2023-09", "--as-of", as_of]);
        assert!(
            made.status
                .code()
                .is_some_and(|code| code != 1 && code != 2),
            "{}",
            output_text(&made)
        );
        made
    }

    pub(crate) fn send(&self, more: &[&str]) -> (i32, String) {
        let sent = self.lofte("send", more);
        (sent.status.code().unwrap_or(-1), output_text(&sent))
    }

    pub(crate) fn ledger(&self) -> Vec<Value> {
        let text = fs::read_to_string(self.path("outputs/adalen/ledger.jsonl")).unwrap();
        text.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    /// The events of one address, in their order.
    pub(crate) fn events(&self, to: &str) -> Vec<String> {
        let its = |line: &Value| {
            line["to"]
                .as_str()
                .is_some_and(|address| address.starts_with(to))
        };
        self.ledger()
            .iter()
            .filter(|line| its(line))
            .map(|line| line["event"].as_str().unwrap().to_owned())
            .collect()
    }
}
