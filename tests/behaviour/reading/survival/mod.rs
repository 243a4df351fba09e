//! Whatever lies in the drop folder: the run ends within its limits, every bad file is told by name, the good one is read.

mod isolation;
mod kept;
mod made;
#[cfg(target_os = "linux")]
mod memory;
mod reported;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use lofte::gather::gather;
use lofte::gather::isolate::{AgreementReader, Isolation, Limits, ReaderPool};
use lofte::load::load;
use lofte::model::agreement::Agreement;
use lofte::model::finding::{Checked, Code, Finding};
use serde_json::json;

use crate::setup::program;
use crate::setup::small_agreement::small_agreement;
use crate::setup::workbook;

fn agreement_text() -> String {
    small_agreement(r#"date = "Datum", count = "Antal""#)
}

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
        fs::write(folder.path().join("agreement.toml"), agreement_text()).unwrap();
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

    /// A log of one row, which no other log has.
    fn put_log(&self, name: &str, number: usize) {
        let text = format!("Datum;Antal\n2023-02-{number:02};{number}\n");
        self.put(name, text.as_bytes());
    }

    fn check(&self) -> Output {
        self.checking().output().expect("lofte runs")
    }

    fn checking(&self) -> Command {
        let mut lofte = program::lofte();
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
    load("adalen", &agreement_text(), &|_| None)
        .value
        .expect("an agreement without faults")
}

/// Reads by the program under test, as `lofte check` does.
fn child(limits: Limits) -> Isolation {
    reader(program::LOFTE, &["gather-one"], limits)
}

/// Reads by another program.
fn reader(program: &str, arguments: &[&str], limits: Limits) -> Isolation {
    let agreement =
        json!({ "id": "adalen", "agreement": agreement_text(), "includes": {} }).to_string();
    let arguments = arguments.iter().map(|word| (*word).to_owned()).collect();
    Isolation::Child(AgreementReader {
        pool: ReaderPool::new(program.into(), arguments, limits).into(),
        agreement: agreement.into(),
        cache: None,
    })
}

/// The findings about a file of `polisen`, by code.
fn codes(findings: &[Finding], name: &str) -> Vec<Code> {
    let about =
        |finding: &&Finding| finding.place.workbook.as_deref() == Some(&format!("polisen/{name}"));
    findings
        .iter()
        .filter(about)
        .map(|finding| finding.code())
        .collect()
}
