//! `report.html`: the typed report, worded, through a handlebars template.

mod annex;
mod bar;
mod card;
mod figures;
mod labels;
mod page;
mod window;

use super::Templates;
use super::scope::Scope;
use super::template::{Escape, fill};
use crate::error::Error;
use crate::model::agreement::Edition;
use crate::model::report::Report;
use crate::wording::Wording;

pub(super) use annex::severity_key;
pub(super) use card::reason;
pub(super) use labels::{sign, tone};

/// The page, self-contained.
///
/// # Errors
/// If the template is broken.
pub fn render(report: &Report, edition: &Edition, wording: &Wording, templates: &Templates) -> Result<Vec<u8>, Error> {
    let page = page::Page::new(&Scope::new(report, edition), wording);
    Ok(fill("report.hbs", Escape::Html, templates, &page)?.into_bytes())
}

#[cfg(test)]
mod tests;
