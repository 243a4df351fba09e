//! `report.html`: the edition in words, through a handlebars template.

mod annex;
mod bar;
mod card;
mod chart;
mod chart_area;
mod course;
mod figures;
mod findings;
mod labels;
mod legend;
mod line;
mod page;
mod places;
mod reporting;
mod row_limits;
pub(super) mod specimen;
mod window;

use super::template::{Escape, Templates};
use crate::error::Error;
use crate::model::edition::Edition;
use crate::wording::Wording;

pub(super) use annex::change_key;
pub(super) use card::reason;
pub(super) use findings::severity_key;
pub(super) use labels::{Badge, sign, tone};
pub(super) use page::Page;
pub(super) use row_limits::{Medium, RowLimits};
pub(super) use window::{figure, worst_window};

/// The template's name.
const TEMPLATE: &str = "report.hbs";

/// Checks every name in the page's templates against the fields of a page.
///
/// # Errors
/// If a template is invalid or names a field that does not exist.
pub(super) fn check(wording: &Wording, templates: &Templates) -> Result<(), Error> {
    templates.check(TEMPLATE, &specimen::page(wording))
}

/// The page, self-contained.
///
/// # Errors
/// If the template is invalid.
pub(crate) fn render(
    edition: &Edition,
    wording: &Wording,
    templates: &Templates,
) -> Result<Vec<u8>, Error> {
    let page = Page::new(edition, Medium::Screen, wording);
    let page = templates.fill(TEMPLATE, Escape::Html, wording, &page)?;
    Ok(with_small_styles(page).into_bytes())
}

/// The page with its styles on one line and without comments: it is laid on the web and mailed.
fn with_small_styles(page: String) -> String {
    let styles = page.split_once("<style>").and_then(|(head, rest)| {
        let (styles, body) = rest.split_once("</style>")?;
        Some((head, styles, body))
    });
    let Some((head, styles, body)) = styles else {
        return page;
    };
    let mut left = styles;
    let mut told = String::new();
    while let Some((before, rest)) = left.split_once("/*") {
        told.push_str(before);
        left = rest.split_once("*/").map_or("", |(_, after)| after);
    }
    told.push_str(left);
    let small: String = told.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    let small = small
        .replace("{ ", "{")
        .replace(" {", "{")
        .replace("; ", ";")
        .replace(" }", "}")
        .replace("} ", "}")
        .replace(";}", "}")
        .replace(": ", ":")
        .replace(", ", ",");
    format!("{head}<style>{small}</style>{body}")
}

#[cfg(test)]
mod tests;
