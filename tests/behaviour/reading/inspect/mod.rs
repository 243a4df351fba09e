//! What `lofte inspect` proposes of workbooks.

mod counted;
mod pasted;
mod printed;
mod proposed;
mod seen;
mod tables;

use std::path::{Path, PathBuf};
use std::process::Output;

use crate::setup::program;
use lofte::gather::gather;
use lofte::gather::isolate::Isolation;
use lofte::load::load;
use lofte::model::activity::Gathered;
use lofte::model::agreement::Agreement;

fn inspect(workbooks: &[PathBuf], more: &[&str]) -> Output {
    program::lofte()
        .arg("inspect")
        .args(workbooks)
        .args(more)
        .output()
        .expect("lofte runs")
}

fn loaded(text: &str) -> Agreement {
    let loaded = load("kalix", text, &|_| None);
    loaded
        .value
        .unwrap_or_else(|| panic!("{:#?}\n{text}", loaded.findings))
}

/// Nothing but the head and the partners.
const HEAD: &str = r#"
title = "Kalix"
municipality = "Kalix kommun"
police_area = "Lokalpolisområde Östra Norrbotten"
from = 2022-01-01
to = 2023-12-31
[[pledge]]
id = "x"
text = "x"
[partners]
polisen.name = "Polisen"
kommunen.name = "Kommunen"
socialtjansten.name = "Socialtjänsten"
naringsliv.name = "Näringslivet"
bra.name = "Brå"
"#;

fn gathered_by(agreement: &Agreement, folder: &Path) -> Gathered {
    gather(agreement, folder, agreement.term.to, &Isolation::InProcess)
        .unwrap()
        .value
}
