//! What is read from an agreement's folder: the agreement, and its own templates.

use std::cell::{LazyCell, RefCell};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::book::{self, BookLanguages};
use super::folder::{agreement_file, folders, id, is_book};
use super::language::SpokenLanguage;
use super::terminal;
use super::{Exit, Options};
use crate::error::{DamageFault, Error};
use crate::load::AgreementTexts;
use crate::load::book::{Lexicon, ReadBook};
use crate::model::agreement::Agreement;
use crate::model::finding::{Checked, Finding};
use crate::privacy::template_without_identity_numbers;
use crate::render::Templates;
use crate::wording::Wording;

/// Loads the agreement of a folder, and gives the texts it was made from.
///
/// # Errors
/// If it cannot be read, or has faults.
pub(super) fn agreement(
    folder: &Path,
    findings: &mut Vec<Finding>,
) -> Result<(Agreement, AgreementTexts), Error> {
    let Loaded {
        path,
        texts,
        loaded,
    } = load(folder)?;
    match loaded.value {
        Some(agreement) => {
            findings.extend(loaded.findings);
            Ok((agreement, texts))
        }
        None => Err(Error::Agreement {
            path,
            findings: loaded.findings,
        }),
    }
}

/// The words in which a command tells of an agreement: those of faults where it cannot be read.
///
/// # Errors
/// If there is no such language.
pub(super) fn spoken(folder: &Path, language: &SpokenLanguage) -> Result<Wording, Error> {
    match agreement(folder, &mut Vec::new()) {
        Ok((agreement, _)) => language.wording(&agreement.language, &agreement.activities),
        Err(_) => SpokenLanguage::of_faults(),
    }
}

/// Prints why something could not be done with an agreement, and says how the command ends.
pub(super) fn error(folder: &Path, language: &SpokenLanguage, error: &Error) -> Exit {
    match spoken(folder, language) {
        Ok(wording) => terminal::error_in(&wording, error),
        Err(_) => terminal::error(error),
    }
}

/// The words of the first agreement asked for, for what is about all of them or none.
///
/// # Errors
/// As for [`spoken`].
pub(super) fn spoken_of_first(options: &Options) -> Result<Wording, Error> {
    let folders = folders(options).unwrap_or_default();
    match folders.first() {
        Some(folder) => spoken(folder, &options.language),
        None => SpokenLanguage::of_faults(),
    }
}

/// The agreement of a folder, with its faults if it has any.
pub(super) struct Loaded {
    /// The file it was read from.
    pub(super) path: PathBuf,
    pub(super) texts: AgreementTexts,
    pub(super) loaded: Checked<Option<Agreement>>,
}

/// Loads the agreement of a folder.
///
/// # Errors
/// If it cannot be read.
pub(super) fn load(folder: &Path) -> Result<Loaded, Error> {
    let path = agreement_file(folder)?;
    let languages: Languages = LazyCell::new(|| BookLanguages::new().ok());
    let bytes = fs::read(&path).map_err(|fault| Error::io(&path, fault))?;
    let included = IncludedBooks {
        folder,
        languages: &languages,
        read: RefCell::default(),
    };
    let include = |name: &str| included.text(name);
    let (texts, loaded) = if is_book(&path) {
        let book = book::read(
            &path,
            super::folder::BOOK,
            lexicon(&languages).ok_or_else(no_words)?,
        )?;
        AgreementTexts::of_book(id(folder)?, book, &bytes, include)
    } else {
        let text = utf8(&path, bytes)?;
        AgreementTexts::of(id(folder)?, text, include)
    };
    let loaded = included.told(loaded);
    Ok(Loaded {
        path,
        texts,
        loaded,
    })
}

/// The words of workbooks, which most agreements have no need of.
type Languages = LazyCell<Option<BookLanguages>>;

fn lexicon(languages: &Languages) -> Option<Lexicon<'_>> {
    languages.as_ref()?.lexicon("sv").ok()
}

fn no_words() -> Error {
    Error::Render {
        what: "an agreement of its workbook".to_owned(),
        fault: "a language file is broken".to_owned(),
    }
}

/// The files that an agreement includes, which may be workbooks too.
struct IncludedBooks<'a> {
    folder: &'a Path,
    languages: &'a Languages,
    read: RefCell<Vec<(String, ReadBook<'a>)>>,
}

impl IncludedBooks<'_> {
    /// The text of a file; none if it cannot be read.
    fn text(&self, name: &str) -> Option<String> {
        let path = self.folder.join(name);
        if !is_book(&path) {
            return fs::read_to_string(path).ok();
        }
        let lexicon = lexicon(self.languages)?;
        let book = book::read(&path, name, lexicon).ok()?;
        let text = book.text.clone();
        self.read.borrow_mut().push((name.to_owned(), book));
        Some(text)
    }

    /// Faults of included workbooks at their cells, and what of them is no part of an agreement.
    fn told(self, loaded: Checked<Option<Agreement>>) -> Checked<Option<Agreement>> {
        let mut findings = loaded.findings;
        let mut value = loaded.value;
        for (_, book) in self.read.into_inner() {
            findings = findings
                .into_iter()
                .map(|finding| book.told(finding))
                .collect();
            if !book.faults.is_empty() {
                value = None;
                findings.extend(book.faults);
            }
        }
        Checked::new(value, findings)
    }
}

/// The text of a file. In another encoding å, ä and ö would be lost, and no heading with them would be found.
fn utf8(path: &Path, bytes: Vec<u8>) -> Result<String, Error> {
    String::from_utf8(bytes).map_err(|fault| {
        let before = fault
            .as_bytes()
            .iter()
            .take(fault.utf8_error().valid_up_to());
        let line = before.filter(|byte| **byte == b'\n').count() + 1;
        Error::damaged(path, DamageFault::NotUtf8(line))
    })
}

/// The agreement's own templates, which replace those of the same name.
///
/// # Errors
/// If one cannot be read, is broken, or replaces nothing.
pub(super) fn templates(folder: &Path) -> Result<Templates, Error> {
    let templates = folder.join("templates");
    let entries = match fs::read_dir(&templates) {
        Ok(entries) => entries,
        Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => {
            return Ok(Templates::default());
        }
        Err(fault) => return Err(Error::io(&templates, fault)),
    };
    let mut found = BTreeMap::new();
    for entry in entries {
        let path = entry.map_err(|fault| Error::io(&templates, fault))?.path();
        if let Some(name) = path
            .file_name()
            .and_then(|name| name.to_str())
            .filter(|_| path.is_file())
        {
            let text = fs::read_to_string(&path).map_err(|fault| Error::io(&path, fault))?;
            let text = template_without_identity_numbers(name, text);
            found.insert(name.to_owned(), text);
        }
    }
    Templates::new(found)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::folder::AGREEMENT;
    use super::*;

    #[test]
    fn an_agreement_in_another_encoding_is_not_read_with_its_letters_lost() {
        let here = tempfile::tempdir().unwrap();
        let folder = here.path();
        fs::write(folder.join(AGREEMENT), b"# ett\ntitle = \"L\xf6fte\"\n").unwrap();
        let fault = agreement(folder, &mut Vec::new()).unwrap_err().to_string();
        assert!(fault.contains("line 2 is not UTF-8"), "{fault}");
    }
}
