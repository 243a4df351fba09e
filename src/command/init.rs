//! `lofte init`: starts an agreement, from a few answers and the workbooks that lie there already.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions};
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};

use crate::error::Error;
use crate::gather::find::find;
use crate::gather::inspect;
use crate::load::{load, schema};
use crate::model::finding::Phrase;
use crate::wording::Wording;

use super::inspect::{InspectedWorkbook, SourceProposal, look, sources};
use super::{Exit, folder, terminal};

mod draft;

use draft::AgreementDraft;

/// What an agreement begins with.
#[derive(Clone, Debug)]
pub struct Init {
    /// The agreement's folder.
    pub folder: PathBuf,
    /// What the report is called; none for a name made of the municipality and the years.
    pub title: Option<String>,
    /// The municipality.
    pub municipality: Option<String>,
    /// The police area.
    pub police_area: Option<String>,
    /// The first day of the term.
    pub from: Option<NaiveDate>,
    /// The last day of the term.
    pub to: Option<NaiveDate>,
    /// The language of the agreement.
    pub language: String,
    /// The drop folder to look into; none for the agreement's own.
    pub workbooks: Option<PathBuf>,
}

/// Starts an agreement.
pub fn init(options: &Init) -> Exit {
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
    let seen = look(&workbooks?, Some(&drop), None, &options.language);
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
    let schema = options.folder.join(schema::FILE);
    fs::write(&schema, schema::text()).map_err(|fault| Error::io(&schema, fault))?;
    let mut file = match OpenOptions::new().write(true).create_new(true).open(&path) {
        Ok(file) => file,
        Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => {
            return Err(there_is_one(&path));
        }
        Err(fault) => return Err(Error::io(&path, fault)),
    };
    file.write_all(text.as_bytes())
        .map_err(|fault| Error::io(&path, fault))?;
    next(options, &seen, &sources, &wording)
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

/// The head of the agreement.
pub(super) struct Head {
    title: String,
    municipality: String,
    police_area: String,
    from: NaiveDate,
    to: NaiveDate,
    language: String,
}

/// The head as the options say it, and as answers on a terminal do.
fn head(options: &Init, wording: &Wording) -> Result<Head, Error> {
    let missing: BTreeSet<&str> = [
        ("--municipality", options.municipality.is_none()),
        ("--police-area", options.police_area.is_none()),
        ("--from", options.from.is_none()),
        ("--to", options.to.is_none()),
    ]
    .into_iter()
    .filter_map(|(option, is_missing)| is_missing.then_some(option))
    .collect();
    if !missing.is_empty() && !io::stdin().is_terminal() {
        let options: Vec<&str> = missing.into_iter().collect();
        return Err(Error::Usage(format!(
            "an agreement needs {}",
            options.join(", ")
        )));
    }
    let asked = |known: &Option<String>, question: &str| match known {
        Some(known) => {
            one_line(known).ok_or_else(|| Error::Usage(format!("«{known}» is no name in one line")))
        }
        None => ask(&wording.text(question), one_line),
    };
    let municipality = asked(&options.municipality, "ui-init-ask-municipality")?;
    let police_area = asked(&options.police_area, "ui-init-ask-police-area")?;
    let day = |known: Option<NaiveDate>, question: &str| match known {
        Some(day) => Ok(day),
        None => ask(&wording.text(question), |text| text.trim().parse().ok()),
    };
    let (from, to) = (
        day(options.from, "ui-init-ask-from")?,
        day(options.to, "ui-init-ask-to")?,
    );
    if from > to {
        return Err(Error::Usage(format!(
            "the term begins on {from}, after its last day {to}"
        )));
    }
    let years = if from.year() == to.year() {
        from.year().to_string()
    } else {
        format!("{}–{}", from.year(), to.year())
    };
    let title = match &options.title {
        Some(_) => asked(&options.title, "")?,
        None => wording.phrase(
            &Phrase::new("ui-init-title")
                .with("municipality", municipality.as_str())
                .with("years", years.as_str()),
        ),
    };
    Ok(Head {
        title,
        municipality,
        police_area,
        from,
        to,
        language: options.language.clone(),
    })
}

fn one_line(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty() && !text.chars().any(char::is_control)).then(|| text.to_owned())
}

/// Asks on the terminal until the answer can be meant.
fn ask<T>(question: &str, answer: impl Fn(&str) -> Option<T>) -> Result<T, Error> {
    let terminal = Path::new("standard input");
    loop {
        terminal::print_bytes(format!("{question} ").as_bytes())?;
        let mut line = String::new();
        let read = io::stdin()
            .lock()
            .read_line(&mut line)
            .map_err(|fault| Error::io(terminal, fault))?;
        if read == 0 {
            return Err(Error::Usage("no answer; nothing was written".to_owned()));
        }
        if let Some(answer) = answer(&line) {
            return Ok(answer);
        }
    }
}
