//! An edition → bytes, one file a format. Gets no paths.

pub(crate) mod html;
pub(crate) mod index;
pub(crate) mod json;
pub(crate) mod letter;
mod overview;
#[cfg(feature = "pdf")]
pub(crate) mod pdf;
mod plain;
#[cfg(test)]
pub(crate) mod sample;
pub mod target;
mod template;
mod unreported;
pub(crate) mod xlsx;

use std::io::{self, Write};

use crate::error::Error;
use crate::model::edition::Edition;
use crate::model::report::Artefact;
use crate::wording::Wording;

pub(crate) use template::{Templates, embedded};

/// The names of an edition's files. Without the feature `pdf` there is no PDF among them.
pub(crate) const FILES: &[&str] = if cfg!(feature = "pdf") {
    &[
        "report.html",
        "report.pdf",
        "summary.xlsx",
        "follow-up.json",
    ]
} else {
    &["report.html", "summary.xlsx", "follow-up.json"]
};

/// How much of an edition is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// All of its files.
    Files,
    /// Enough to detect changes: the PDF's template instead of the PDF, which has the page's content and takes
    /// longest to make.
    Content,
}

/// Checks the names in an agreement's own templates, whether or not this report uses them. A test checks the embedded
/// ones.
///
/// # Errors
/// If a template names a field that does not exist.
pub(crate) fn check(wording: &Wording, templates: &Templates) -> Result<(), Error> {
    if templates.is_changed() {
        check_names(wording, templates)
    } else {
        Ok(())
    }
}

fn check_names(wording: &Wording, templates: &Templates) -> Result<(), Error> {
    html::check(wording, templates)?;
    #[cfg(feature = "pdf")]
    pdf::check(wording, templates)?;
    index::check(templates)?;
    letter::check(wording, templates)
}

/// Writes a file's bytes piece by piece, so that a large one is never in memory as a whole.
pub(crate) type WriteBytes<'a> = &'a mut dyn FnMut(&mut dyn Write) -> io::Result<()>;

/// Receives a file: its name, and what writes its bytes.
pub(crate) type PutFile<'a> = &'a mut dyn FnMut(&str, WriteBytes<'_>) -> Result<(), Error>;

/// A file in memory.
///
/// # Errors
/// If `write` fails.
pub(crate) fn in_memory(name: &str, write: WriteBytes<'_>) -> Result<Artefact, Error> {
    let mut bytes = Vec::new();
    write(&mut bytes).map_err(|fault| Error::Render {
        what: name.to_owned(),
        fault: fault.to_string(),
    })?;
    Ok(Artefact {
        name: name.to_owned(),
        bytes,
    })
}

/// Writes every file of an edition.
///
/// # Errors
/// If a template is invalid, a format's library refuses, or a file cannot be written.
pub(crate) fn render(
    edition: &Edition,
    wording: &Wording,
    templates: &Templates,
    // Only the PDF takes long enough to be left out.
    #[cfg_attr(not(feature = "pdf"), allow(unused_variables))] extent: Extent,
    put: PutFile<'_>,
) -> Result<(), Error> {
    FILES.iter().try_for_each(|name| {
        let bytes = match *name {
            "report.html" => html::render(edition, wording, templates)?,
            #[cfg(feature = "pdf")]
            "report.pdf" if extent == Extent::Files => pdf::render(edition, wording, templates)?,
            "summary.xlsx" => xlsx::render(edition, wording)?,
            "follow-up.json" => {
                return put(name, &mut |out| json::write(edition, wording, out));
            }
            _ => templates.text("report.typ").as_bytes().to_vec(),
        };
        put(name, &mut |out| out.write_all(&bytes))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::agreement::Audience;

    #[test]
    fn an_edition_has_the_files_that_can_be_attached() {
        let wording = Wording::new("sv", &sample::activities()).unwrap();
        let mut made: Vec<Artefact> = Vec::new();
        render(
            &sample::edition(&sample::report(), &Audience::Full),
            &wording,
            &Templates::default(),
            Extent::Files,
            &mut |name, write| {
                made.push(in_memory(name, write)?);
                Ok(())
            },
        )
        .unwrap();
        assert_eq!(
            made.iter()
                .map(|file| file.name.as_str())
                .collect::<Vec<_>>(),
            FILES
        );
    }
}
