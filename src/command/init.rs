//! `lofte init`: starts an agreement, from a few answers and the workbooks that lie there already.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::gather::find::find;
use crate::gather::inspect;
use crate::load::load;
use crate::wording::Wording;

use super::inspect::{inspect_all, sources};
use super::{Exit, folder, terminal};

mod draft;
mod ended;
mod head;
mod next;
mod starter;
mod succeed;
mod successor;
mod write;

use draft::AgreementDraft;
use head::{head, is_book};
use next::next;
use succeed::succeed;
use write::{there_is_one, write_agreement};

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
    for name in [folder::AGREEMENT, folder::BOOK] {
        let path = options.folder.join(name);
        if path.exists() {
            return Err(there_is_one(&path));
        }
    }
    if let (Some(old), Some(from), Some(to)) = (&options.successor_of, options.from, options.to) {
        return succeed(options, old, (from, to), &wording);
    }
    let head = head(options, &wording)?;
    let is_book = is_book(options, &wording)?;
    let path = options.folder.join(folder::file_name(is_book));
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
    let draft = AgreementDraft {
        head: &head,
        seen: &seen,
        sources: &sources,
        wording: &wording,
    };
    let text = if is_book {
        draft.text_of_book()
    } else {
        draft.text()
    };
    let loaded = load("init", &text, &|_| None);
    if loaded.value.is_none() {
        return Err(Error::Agreement {
            path,
            findings: loaded.findings,
        });
    }
    // A text has the other readings as comments.
    let readings = if is_book {
        let readings = sources.iter().flat_map(|source| source.readings(&text));
        readings.collect()
    } else {
        Vec::new()
    };
    write_agreement(options, &path, &text, &readings)?;
    next(options, &path, &seen, &sources, &wording)
}
