//! `outputs/<agreement>/index.html`: made anew from the ledger and the versions that are there.

use std::path::Path;

use crate::error::Error;
use crate::model::agreement::Agreement;
use crate::model::message::MessageKind;
use crate::model::span::Period;
use crate::render::Templates;
use crate::render::index::{self, Listed};
use crate::store::ledger::{self, Entry};
use crate::wording::Wording;

use crate::store;

/// The files of a version that people open, in the order in which they are offered.
const FILES: [&str; 4] = [
    "report.html",
    "report.pdf",
    "public/report.html",
    "summary.xlsx",
];

/// Writes the start page, all at once. Nothing is written where it already says the same.
///
/// # Errors
/// If a folder or the ledger cannot be read, or the page cannot be written.
pub(super) fn write(
    home: &Path,
    agreement: &Agreement,
    wording: &Wording,
    templates: &Templates,
) -> Result<(), Error> {
    let entries = ledger::read(&store::ledger_of(home))?;
    let versions = store::all(home)?;
    let listed = versions
        .into_iter()
        .map(|(period, number)| listed(home, period, number, &entries))
        .collect();
    let page = index::render(agreement, listed, wording, templates)?;
    let place = home.join("index.html");
    if std::fs::read(&place).is_ok_and(|there| there == page) {
        return Ok(());
    }
    store::put_file(&place, &page)
}

/// What is told of a version. One that is damaged is told as such and hides no other.
fn listed(home: &Path, period: Period, number: u32, entries: &[Entry]) -> Listed {
    let name = period.to_string();
    let folder = store::folder_of(home, &name, number);
    let sent = entries
        .iter()
        .filter_map(Entry::sent)
        .filter(|sent| {
            sent.kind == MessageKind::Edition && sent.period == name && sent.version == number
        })
        .map(|sent| sent.at.date_naive());
    let statuses = match store::read_back(&folder) {
        Ok(read) => Some(
            read.statuses
                .into_iter()
                .map(|(_, status)| status)
                .collect(),
        ),
        Err(fault) => {
            tracing::warn!(%fault, "a version cannot be read");
            None
        }
    };
    let mut sent: Vec<_> = sent.collect();
    sent.dedup();
    Listed {
        as_of: ledger::of_version(entries, &name, number).map(|entry| entry.as_of),
        files: FILES
            .into_iter()
            .filter(|file| folder.join(file).is_file())
            .map(str::to_owned)
            .collect(),
        period,
        version: number,
        sent,
        statuses,
    }
}
