//! `report.pdf`: the page's view, typeset by Typst as PDF/A-2a and PDF/UA-1 in one file. `report.typ` reads the view as data:
//! no text is substituted into markup, so nothing from a workbook can become markup.

mod data;
mod fonts;
mod world;

use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use self::data::Data;
use self::world::{PdfWorld, TEMPLATE};
use super::html::{Medium, Page, specimen};
use super::json;
use super::template::Templates;
use crate::error::Error;
use crate::model::edition::Edition;
use crate::wording::Wording;

/// For so many further PDFs Typst keeps what it has laid out, of this and of every other agreement at work: what is equal in the next
/// edition is not laid out again, and what is laid out just now in another thread is not forgotten. Kept for good, it would
/// only grow. Of a long log nothing is kept: the memory is needed for its workbook.
const KEPT: usize = 4;

/// Tries the agreement's own template, if it has one, on a report with everything and on one without anything
/// optional.
///
/// # Errors
/// If it is invalid or names a field that does not exist.
pub(super) fn check(wording: &Wording, templates: &Templates) -> Result<(), Error> {
    let Some(text) = templates.own(TEMPLATE) else {
        return Ok(());
    };
    let everything = Data::everything(&specimen::page(wording))?;
    let nothing = Data::nothing(&Page {
        ui: specimen::page(wording).ui,
        ..Page::default()
    })?;
    [everything, nothing]
        .iter()
        .try_for_each(|data| typeset(text, data, TEMPLATE, KEPT).map(drop))
}

/// The report as a PDF.
///
/// # Errors
/// If the template is invalid.
pub(crate) fn render(
    edition: &Edition,
    wording: &Wording,
    templates: &Templates,
) -> Result<Vec<u8>, Error> {
    let page = Page::new(edition, Medium::Paper, wording);
    let data = Data::new(&page, edition.as_of, templates, wording)?;
    let Edition {
        agreement,
        period,
        version,
        label,
        ..
    } = edition;
    let name = format!("{}/{period}/v{version}/{label}", agreement.id);
    let kept = if json::are_in_file(edition) { 0 } else { KEPT };
    typeset(templates.text(TEMPLATE), &data, &name, kept)
}

/// The template filled with data, with reproducible bytes. The name makes the PDF's id. What was laid out is kept for so many
/// further PDFs.
fn typeset(text: &str, data: &Data, name: &str, kept: usize) -> Result<Vec<u8>, Error> {
    let world = PdfWorld::new(text, data);
    let made = made(&world, name);
    typst::comemo::evict(kept);
    made
}

fn made(world: &PdfWorld, name: &str) -> Result<Vec<u8>, Error> {
    let document = typst::compile::<PagedDocument>(world)
        .output
        .map_err(|faults| world.fault(&faults))?;
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]);
    let standards = standards.map_err(|fault| Error::Render {
        what: "report.pdf".to_owned(),
        fault: fault.message().to_string(),
    })?;
    let options = PdfOptions {
        ident: Smart::Custom(name.to_owned()),
        creator: Smart::Custom(Some("lofte".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|faults| world.fault(&faults))
}

#[cfg(test)]
mod tests;
