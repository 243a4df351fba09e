//! Agreement folders: which there are, and the same done for each of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{AskedFault, Error};
use crate::load::book::AGREEMENT_BOOK;
use crate::model::finding::Phrase;
use crate::privacy::without_identity_numbers;

use super::{Exit, Options, interrupt, progress, side_by_side, terminal};

/// The names of the agreement file in its folder: a text, or a workbook.
pub(super) const AGREEMENT: &str = "agreement.toml";
pub(super) const BOOK: &str = AGREEMENT_BOOK;

/// Whether a folder has an agreement.
pub(super) fn has_agreement(folder: &Path) -> bool {
    [AGREEMENT, BOOK]
        .iter()
        .any(|name| folder.join(name).is_file())
}

/// The agreement file of a folder: the one that is there.
///
/// # Errors
/// If there are two, which may say different things.
pub(super) fn agreement_file(folder: &Path) -> Result<PathBuf, Error> {
    let (text, book) = (folder.join(AGREEMENT), folder.join(BOOK));
    match (text.is_file(), book.is_file()) {
        (true, true) => Err(Error::TwoAgreements(folder.to_owned())),
        (false, true) => Ok(book),
        _ => Ok(text),
    }
}

/// The name of an agreement that is a workbook, or a text.
pub(super) fn file_name(is_book: bool) -> &'static str {
    if is_book { BOOK } else { AGREEMENT }
}

/// Whether a file is a workbook by its name.
pub(super) fn is_book(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
}

/// The folders asked for; every folder under `inputs/` that has an agreement, if none was.
///
/// # Errors
/// A usage error if there is none, or if one asked for has no agreement.
pub(super) fn folders(options: &Options) -> Result<Vec<PathBuf>, Error> {
    let folders = if options.agreements.is_empty() {
        let found = in_inputs(has_agreement);
        if found.is_empty() {
            return Err(Error::Asked(AskedFault::NoAgreements));
        }
        found
    } else {
        options.agreements.clone()
    };
    if let Some(folder) = folders.iter().find(|folder| !has_agreement(folder)) {
        return Err(Error::Asked(AskedFault::NoAgreement(folder.clone())));
    }
    if options.workbooks.is_some() && folders.len() > 1 {
        return Err(Error::Asked(AskedFault::DropFolderOfOne));
    }
    let mut ids = BTreeSet::new();
    for folder in &folders {
        let id = id(folder)?;
        if !ids.insert(id.clone()) {
            return Err(Error::Asked(AskedFault::TwoOfOneName(id)));
        }
    }
    Ok(folders)
}

/// The folders under `inputs/` that have no agreement yet.
pub(super) fn without_agreement() -> Vec<PathBuf> {
    in_inputs(|folder| folder.is_dir() && !has_agreement(folder))
}

/// What lies under `inputs/` and is chosen, in the order of its names; nothing where there is no such folder.
fn in_inputs(chosen: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir("inputs").into_iter().flatten();
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|folder| chosen(folder))
        .collect();
    found.sort();
    found
}

/// Does the same for every agreement asked for, several at once, and finishes each in their order. What goes wrong with one is
/// printed, and does not hold up the others.
pub(super) fn for_each<R: Send>(
    options: &Options,
    work: impl Fn(&Path) -> Result<R, Error> + Sync,
    mut finish: impl FnMut(&Path, Result<R, Error>) -> Result<Exit, Error>,
) -> Exit {
    let folders = match folders(options) {
        Ok(folders) => folders,
        Err(error) => return terminal::error(&error),
    };
    let mut exit = Exit::Finished;
    let mut count = 0;
    interrupt::listen();
    progress::begin(folders.len());
    side_by_side::in_order(
        &folders,
        interrupt::is_asked,
        |folder| work(folder),
        |folder, done| {
            count += usize::from(!matches!(done, Err(Error::Stopped)));
            progress::finished();
            exit = exit.and(finish(folder, done).unwrap_or_else(|error| terminal::error(&error)));
        },
    );
    progress::end();
    if !interrupt::is_asked() {
        return exit;
    }
    terminal::told(
        &Phrase::new("terminal-stopped-after")
            .with("count", count)
            .with("of", folders.len()),
    );
    exit.and(Exit::Stopped)
}

/// Where an agreement's workbooks lie.
pub(super) fn drop_folder(folder: &Path, options: &Options) -> PathBuf {
    let own = || folder.join("workbooks");
    options.workbooks.clone().unwrap_or_else(own)
}

/// The agreement's id: the name of its folder.
pub(super) fn id(folder: &Path) -> Result<String, Error> {
    let whole = folder
        .canonicalize()
        .map_err(|fault| Error::io(folder, fault))?;
    let name = whole.file_name().and_then(|name| name.to_str());
    name.map(|name| without_identity_numbers(name.to_owned()))
        .ok_or(Error::Asked(AskedFault::NoNameForOne(whole)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn options(agreements: &[PathBuf], workbooks: Option<&str>) -> Options {
        Options {
            agreements: agreements.to_vec(),
            workbooks: workbooks.map(PathBuf::from),
            ..Options::default()
        }
    }

    fn agreement_in(folder: &Path, bytes: &[u8]) -> PathBuf {
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join(AGREEMENT), bytes).unwrap();
        folder.to_owned()
    }

    #[test]
    fn arguments_that_cannot_be_meant_are_told_in_one_line() {
        let here = tempfile::tempdir().unwrap();
        let kalix = agreement_in(&here.path().join("kalix"), b"");
        let other = agreement_in(&here.path().join("other"), b"");
        let same_name = agreement_in(&here.path().join("old/kalix"), b"");
        let facts: [(&[PathBuf], Option<&str>, &str); 4] = [
            (&[here.path().join("nowhere")], None, "nowhere"),
            (
                &[kalix.clone(), here.path().to_owned()],
                None,
                "has no agreement.toml",
            ),
            (
                &[kalix.clone(), same_name],
                None,
                "two folders are named kalix",
            ),
            (&[kalix.clone(), other.clone()], Some("drop"), "--workbooks"),
        ];
        for (agreements, workbooks, message) in facts {
            let fault = folders(&options(agreements, workbooks)).unwrap_err();
            assert!(matches!(fault, Error::Asked(_)), "{fault}");
            assert!(
                fault.to_string().contains(message) && fault.to_string().lines().count() == 1,
                "{fault}"
            );
        }
        let both = [kalix, other];
        assert_eq!(folders(&options(&both, None)).unwrap(), both);
    }

    #[test]
    fn the_id_is_the_name_of_the_folder_however_it_is_written() {
        let here = tempfile::tempdir().unwrap();
        let kalix = agreement_in(&here.path().join("kalix"), b"");
        for written in ["", ".", "../kalix/"] {
            assert_eq!(id(&kalix.join(written)).unwrap(), "kalix", "{written}");
        }
    }
}
