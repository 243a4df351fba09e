//! `outputs/<agreement>/index.html`: made anew from the ledger and the versions that are there.

use super::history::read_back;
use crate::error::Error;
use crate::model::agreement::Agreement;
use crate::model::message::MessageKind;
use crate::model::span::Period;
use crate::render::Templates;
use crate::render::index::{self, Listed, StartPage};
use crate::store::{LedgerEntries, Version, Versions, write_file};
use crate::wording::Wording;

/// The files of a version that people open, in the order in which they are offered.
const FILES: [&str; 5] = [
    "report.html",
    "report.pdf",
    "public/report.html",
    "public/details.html",
    "summary.xlsx",
];

/// Writes the start page, all at once. Nothing is written where it already says the same.
///
/// # Errors
/// If a folder or the ledger cannot be read, or the page cannot be written.
pub(super) fn write(
    versions: &Versions,
    agreement: &Agreement,
    wording: &Wording,
    templates: &Templates,
) -> Result<(), Error> {
    let entries = versions.ledger().read()?;
    let all = versions
        .all()?
        .into_iter()
        .map(|(period, version)| listed(period, &version, &entries))
        .collect();
    let page = StartPage {
        title: &agreement.title,
        municipality: &agreement.municipality,
        police_area: &agreement.police_area,
        versions: all,
    };
    let page = index::render(page, wording, templates)?;
    let place = versions.home().join("index.html");
    if std::fs::read(&place).is_ok_and(|there| there == page) {
        return Ok(());
    }
    write_file(&place, &page)
}

/// What is told of a version. One that is damaged is told as such and hides no other.
fn listed(period: Period, version: &Version, entries: &LedgerEntries) -> Listed {
    let (name, number) = (version.period(), version.number());
    let is_its =
        |kind, of: &str, version| kind == MessageKind::Edition && of == name && version == number;
    let mut sent: Vec<_> = entries
        .sent()
        .filter(|sent| is_its(sent.kind, &sent.period, sent.version))
        .map(|sent| sent.at.date_naive())
        .collect();
    sent.dedup();
    let statuses = match read_back(version) {
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
    Listed {
        as_of: entries.made(name, number).map(|made| made.as_of),
        files: FILES
            .into_iter()
            .filter(|file| version.folder().join(file).is_file())
            .map(str::to_owned)
            .collect(),
        period,
        version: number,
        sent,
        statuses,
    }
}
