//! The report → bytes, one file a format. No paths in.

pub mod html;
pub mod index;
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

use scope::seen_by;

pub use template::embedded;

/// Templates that replace the embedded ones, by name (`report.hbs`).
pub type Templates = BTreeMap<String, String>;

/// The names of an edition's files.
pub const FILES: [&str; 3] = ["report.html", "summary.xlsx", "follow-up.json"];

/// Holds every template against what it may ask for, whether or not this report comes to need it.
///
/// # Errors
/// If a template is broken, asks for a name that is not there, or replaces nothing.
pub fn check(wording: &Wording, templates: &Templates) -> Result<(), Error> {
    html::check(wording, templates)?;
    index::check(templates)
}

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
    let report = &*seen_by(report, edition);
    let file = |name: &str, bytes| Artefact { name: name.to_owned(), bytes };
    Ok(vec![
        file("report.html", html::render(report, edition, wording, templates)?),
        file("summary.xlsx", xlsx::render(report, edition, wording)?),
        file("follow-up.json", json::render(report, edition, wording)?),
    ])
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_has_the_files_that_can_be_attached() {
        let wording = Wording::new("sv", &sample::activities()).unwrap();
        let made = render(&sample::report(), &Edition::Full, &wording, &Templates::new()).unwrap();
        assert_eq!(made.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), FILES);
    }
}
