//! An edition → bytes, one file a format. Gets no paths.

pub(crate) mod agreement_book;
pub(crate) mod check;
pub(crate) mod html;
pub(crate) mod index;
pub(crate) mod json;
pub(crate) mod letter;
mod overview;
#[cfg(feature = "pdf")]
pub(crate) mod pdf;
mod plain;
pub(crate) mod rollup;
#[cfg(test)]
pub(crate) mod sample;
mod social;
mod standing;
pub(crate) mod starter;
pub mod target;
mod template;
mod unreported;
mod workbook;
pub(crate) mod xlsx;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::thread;

use crate::error::Error;
use crate::model::edition::Edition;
use crate::model::report::Artefact;
use crate::wording::Wording;

pub(crate) use check::{Stress, TerminalLine};
pub(crate) use html::DETAILS;
pub(crate) use template::{Templates, embedded};

/// The names of an edition's files. Without the feature `pdf` there is no PDF among them. A page may be in two, and a long log is
/// in a file of its own: their names are `DETAILS` and `json::ROWS`.
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

/// The file that is laid out.
const PDF: &str = "report.pdf";

/// The machine-readable file.
const DATA: &str = "follow-up.json";

/// Bytes of stack for the making of a PDF, as a program has from the start: layout goes deep.
const STACK: usize = 8 << 20;

/// How much of an edition is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// All of its files.
    Files,
    /// What detects changes: the edition's own data and the agreement's templates, from which all files follow.
    Edition,
    /// What detected changes in earlier programs: the PDF's template instead of the PDF, and all other files.
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
    rollup::check(templates)?;
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
    extent: Extent,
    put: PutFile<'_>,
) -> Result<(), Error> {
    if extent == Extent::Edition {
        return render_data(edition, templates, put);
    }
    let make = |name: &str| {
        let bytes = match name {
            "report.html" => return html::render(edition, wording, templates),
            #[cfg(feature = "pdf")]
            PDF if extent == Extent::Files => pdf::render(edition, wording, templates)?,
            "summary.xlsx" => xlsx::render(edition, wording)?,
            _ => templates.text("report.typ").as_bytes().to_vec(),
        };
        Ok(vec![Artefact {
            name: name.to_owned(),
            bytes,
        }])
    };
    // A PDF takes longer than all others: it is laid out beside them, except of a long log, where what one format took in
    // memory serves the next.
    let is_beside =
        |name: &str| name == PDF && extent == Extent::Files && !json::are_in_file(edition);
    let names: Vec<&str> = FILES.iter().copied().filter(|name| *name != DATA).collect();
    let (beside, here): (Vec<&str>, Vec<&str>) = names.iter().partition(|name| is_beside(name));
    thread::scope(|scope| {
        let started = beside.into_iter().map(|name| {
            let thread = thread::Builder::new().stack_size(STACK);
            let spawned = thread.spawn_scoped(scope, move || make(name));
            spawned
                .map(|thread| (name, thread))
                .map_err(|fault| Error::Render {
                    what: name.to_owned(),
                    fault: fault.to_string(),
                })
        });
        let started = started.collect::<Result<Vec<_>, Error>>()?;
        let made = here.into_iter().map(|name| Ok((name, make(name)?)));
        let mut made = made.collect::<Result<BTreeMap<&str, Vec<Artefact>>, Error>>()?;
        for (name, thread) in started {
            let files = thread.join();
            made.insert(
                name,
                files.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?,
            );
        }
        // In the order of the list.
        for name in &names {
            for file in made.remove(name).into_iter().flatten() {
                put(&file.name, &mut |out| out.write_all(&file.bytes))?;
            }
        }
        put(DATA, &mut |out| json::write(edition, wording, out))?;
        if json::are_in_file(edition) {
            put(json::ROWS, &mut |out| json::write_rows(edition, out))?;
        }
        Ok(())
    })
}

/// Writes what the files of an edition are made from, under their names.
fn render_data(edition: &Edition, templates: &Templates, put: PutFile<'_>) -> Result<(), Error> {
    for name in FILES {
        put(name, &mut |out| match *name {
            DATA => Ok(serde_json::to_writer(out, edition)?),
            "report.html" => Ok(serde_json::to_writer(out, templates.all_own())?),
            _ => Ok(()),
        })?;
    }
    Ok(())
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
