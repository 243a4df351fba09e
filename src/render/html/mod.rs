//! `report.html`: the edition in words, through a handlebars template; and `details.html`, where the web's page is in two.

mod annex;
mod axis;
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
mod outline;
mod page;
mod places;
mod reporting;
mod row_limits;
pub(super) mod specimen;
mod split;
mod window;

use super::template::{Escape, Templates};
use crate::error::Error;
use crate::model::edition::Edition;
use crate::model::report::Artefact;
use crate::wording::Wording;

pub(super) use annex::change_key;
pub(super) use card::reason;
pub(super) use findings::severity_key;
pub(super) use labels::{Badge, sign, tone};
pub(super) use page::Page;
pub(super) use row_limits::{Medium, RowLimits};
pub(crate) use split::DETAILS;
pub(super) use window::{figure, worst_window};

/// The templates' names.
const TEMPLATE: &str = "report.hbs";
const DETAILS_TEMPLATE: &str = "details.hbs";

/// Checks every name in the page's templates against the fields of a page.
///
/// # Errors
/// If a template is invalid or names a field that does not exist.
pub(super) fn check(wording: &Wording, templates: &Templates) -> Result<(), Error> {
    let page = specimen::page(wording);
    templates.check(TEMPLATE, &page)?;
    templates.check(DETAILS_TEMPLATE, &page)
}

/// The page, self-contained. The web's is in two where one would be too large for it, as far as that makes the first one small
/// enough.
///
/// # Errors
/// If the template is invalid.
pub(crate) fn render(
    edition: &Edition,
    wording: &Wording,
    templates: &Templates,
) -> Result<Vec<Artefact>, Error> {
    let page = Page::new(edition, Medium::Screen, wording);
    let filled = |template: &str, page: &Page| {
        let filled = templates.fill(template, Escape::Html, wording, page)?;
        Ok::<String, Error>(with_small_styles(filled))
    };
    let file = |name: &str, page: String| Artefact {
        name: name.to_owned(),
        bytes: page.into_bytes(),
    };
    let whole = filled(TEMPLATE, &page)?;
    if edition.details.is_some() || whole.len() < split::LIMIT {
        return Ok(vec![file(split::FIRST, whole)]);
    }
    let mut steps = split::Step::ALL.into_iter();
    while let Some(step) = steps.next() {
        let first = filled(TEMPLATE, &split::first(&page, step, edition, wording))?;
        if first.len() < split::LIMIT || steps.len() == 0 {
            let details = filled(DETAILS_TEMPLATE, &split::details(&page, step))?;
            return Ok(vec![
                file(split::FIRST, first),
                file(split::DETAILS, details),
            ]);
        }
    }
    Ok(vec![file(split::FIRST, whole)])
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
