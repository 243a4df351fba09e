//! The report → bytes, one file a format. No paths in.

pub mod html;
pub mod json;
pub mod letter;
mod overview;
mod plain;
#[cfg(test)]
mod sample;
mod scope;
pub mod target;
mod template;
pub mod xlsx;

use std::collections::BTreeMap;

use crate::error::Error;
use crate::model::agreement::Edition;
use crate::model::report::{Artefact, Report};
use crate::wording::Wording;

pub use template::embedded;

/// Templates that replace the embedded ones, by name (`report.hbs`).
pub type Templates = BTreeMap<String, String>;

/// Every file of one edition of the report.
///
/// # Errors
/// If a template is broken or a format's library refuses.
pub fn render(
    report: &Report,
    edition: &Edition,
    wording: &Wording,
    templates: &Templates,
) -> Result<Vec<Artefact>, Error> {
    let file = |name: &str, bytes| Artefact { name: name.to_owned(), bytes };
    Ok(vec![
        file("report.html", html::render(report, edition, wording, templates)?),
        file("summary.xlsx", xlsx::render(report, edition, wording)?),
        file("follow-up.json", json::render(report, edition, wording)?),
    ])
}
