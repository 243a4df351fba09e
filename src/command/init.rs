//! `lofte init`: starts an agreement, from a few answers and the workbooks that lie there already.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::gather::find::find;
use crate::gather::inspect;
use crate::load::{load, schema};
use crate::model::finding::Phrase;
use crate::wording::Wording;
use chrono::NaiveDate;

use super::inspect::{InspectedWorkbook, SourceProposal, inspect_all, sources};
use super::{Exit, folder, terminal};

mod draft;
mod ended;
mod head;
mod starter;
mod successor;

use draft::AgreementDraft;
use ended::LastOutcomes;
use head::head;
use successor::{NewTerm, successor};

pub(crate) use head::Init;
pub(crate) use starter::{Starter, starter_workbooks};

/// Starts an agreement.
pub(crate) fn init(options: &Init) -> Exit {
    match start(options) {
        Ok(exit) => exit,
        Err(error) => terminal::error(&error),
    }
}

fn start(options: &Init) -> Result<Exit, Error> {
    let wording = Wording::new(&options.language, &BTreeMap::new())?;
    let path = options.folder.join(folder::AGREEMENT);
    if path.exists() {
        return Err(there_is_one(&path));
    }
    if let (Some(old), Some(from), Some(to)) = (&options.successor_of, options.from, options.to) {
        return succeed(options, old, (from, to), &wording);
    }
    let head = head(options, &wording)?;
    let own = options.folder.join(inspect::DROP_FOLDER);
    let drop = options.workbooks.clone().unwrap_or_else(|| own.clone());
    if options.workbooks.is_none() {
        fs::create_dir_all(&drop).map_err(|fault| Error::io(&drop, fault))?;
    }
    fs::create_dir_all(&options.folder).map_err(|fault| Error::io(&options.folder, fault))?;

    let (files, _) = find(&drop)?;
    let whole = |path: &Path| path.canonicalize().map_err(|fault| Error::io(path, fault));
    let workbooks: Result<Vec<PathBuf>, Error> = files
        .iter()
        .filter(|file| file.is_workbook())
        .map(|file| whole(&file.path))
        .collect();
    let seen = inspect_all(&workbooks?, Some(&drop), None, &options.language);
    let sources = sources(&seen);
    let text = AgreementDraft {
        head: &head,
        seen: &seen,
        sources: &sources,
        wording: &wording,
    }
    .text();
    let loaded = load("init", &text, &|_| None);
    if loaded.value.is_none() {
        return Err(Error::Agreement {
            path,
            findings: loaded.findings,
        });
    }
    write_agreement(options, &path, &text)?;
    next(options, &seen, &sources, &wording)
}

/// Begins the agreement from the one that it follows.
fn succeed(
    options: &Init,
    old: &Path,
    (from, to): (NaiveDate, NaiveDate),
    wording: &Wording,
) -> Result<Exit, Error> {
    if from > to {
        let fault = format!("the term begins on {from}, after its last day {to}");
        return Err(Error::Usage(fault));
    }
    let (path, old_path) = (
        options.folder.join(folder::AGREEMENT),
        old.join(folder::AGREEMENT),
    );
    let written = fs::read_to_string(&old_path).map_err(|fault| Error::io(&old_path, fault))?;
    let include = |name: &str| fs::read_to_string(old.join(name)).ok();
    let before = load("init", &written, &include);
    let Some(before) = before.value else {
        return Err(Error::Agreement {
            path: old_path,
            findings: before.findings,
        });
    };
    let term = NewTerm {
        from,
        to,
        title: options.title.as_deref(),
    };
    let note = Phrase::new("ui-init-successor-note").with("old", old.display().to_string());
    let ended = ended::ended(old, &options.out)?;
    let last = ended.as_ref().map(|ended| LastOutcomes::of(ended, wording));
    let last = last.unwrap_or_default();
    let text = successor(&written, before.term.from, before.term.to, &term, &last);
    let text = match text.split_once('\n') {
        // The line that names the schema stays the first.
        Some((schema, rest)) if schema.starts_with("#:schema") => {
            format!("{schema}\n# {}\n{rest}", wording.phrase(&note))
        }
        _ => format!(
            "#:schema {}\n# {}\n{text}",
            schema::FILE,
            wording.phrase(&note)
        ),
    };
    // What the new term does not fit is found before anything is written.
    let loaded = load("init", &text, &include);
    if loaded.value.is_none() {
        return Err(Error::Agreement {
            path,
            findings: loaded.findings,
        });
    }
    let drop = options.folder.join(inspect::DROP_FOLDER);
    fs::create_dir_all(&drop).map_err(|fault| Error::io(&drop, fault))?;
    write_agreement(options, &path, &text)?;
    next(options, &[], &[], wording)
}

/// Writes the schema, and the agreement where there is none.
fn write_agreement(options: &Init, path: &Path, text: &str) -> Result<(), Error> {
    let schema = options.folder.join(schema::FILE);
    fs::write(&schema, schema::text()).map_err(|fault| Error::io(&schema, fault))?;
    let mut file = match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(file) => file,
        Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => {
            return Err(there_is_one(path));
        }
        Err(fault) => return Err(Error::io(path, fault)),
    };
    file.write_all(text.as_bytes())
        .map_err(|fault| Error::io(path, fault))
}

fn there_is_one(path: &Path) -> Error {
    let fault =
        "there is an agreement already, and it is left as it is; name another folder".to_owned();
    Error::Damaged {
        path: path.to_owned(),
        fault,
    }
}

/// Prints what was done, and what to do next.
fn next(
    options: &Init,
    seen: &[InspectedWorkbook],
    sources: &[SourceProposal],
    wording: &Wording,
) -> Result<Exit, Error> {
    let path = options.folder.join(folder::AGREEMENT).display().to_string();
    let read = sources
        .iter()
        .map(|source| source.workbooks.len())
        .sum::<usize>();
    let done = Phrase::new("ui-init-done")
        .with("path", path.as_str())
        .with("workbooks", seen.len())
        .with("read", read);
    let folder = options.folder.display().to_string();
    let elsewhere = options
        .workbooks
        .as_ref()
        .map(|drop| format!(" --workbooks {}", drop.display()));
    let folder = folder + &elsewhere.unwrap_or_default();
    let lines = [
        wording.phrase(&done),
        wording.phrase(&Phrase::new("ui-init-next-write").with("path", path.as_str())),
        wording.phrase(&Phrase::new("ui-init-next-check").with("folder", folder.as_str())),
        wording.phrase(&Phrase::new("ui-init-next-run").with("folder", folder.as_str())),
    ];
    terminal::print_bytes(format!("{}\n", lines.join("\n")).as_bytes())?;
    let unread = seen.iter().any(|one| one.look.is_err());
    Ok(if unread {
        Exit::Findings
    } else {
        Exit::Finished
    })
}
