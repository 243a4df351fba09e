//! `lofte convert`: an agreement's text file as a workbook, or its workbook as a text file.

use std::fs;
use std::path::{Path, PathBuf};

use super::agreement::{Loaded, load};
use super::{Exit, SpokenLanguage, book, folder, terminal};
use crate::error::{DamageFault, Error};
use crate::load::schema;
use crate::model::finding::Phrase;
use crate::store::write_new;

/// What is to be converted.
#[derive(Clone, Debug)]
pub(crate) struct Convert {
    /// The agreement's folder.
    pub(crate) folder: PathBuf,
    /// Whether the file that it was made from is kept under another name, or left as it is beside a file of this name.
    pub(crate) into: Option<PathBuf>,
    /// In which language it is told.
    pub(crate) language: SpokenLanguage,
}

/// Makes the other file of an agreement. The one it was made from is kept, under a name that is not read.
pub(crate) fn convert(options: &Convert) -> Exit {
    let converted = || -> Result<(), Error> {
        let Loaded {
            path,
            texts,
            loaded,
        } = load(&options.folder)?;
        let Some(agreement) = loaded.value else {
            return Err(Error::Agreement {
                path,
                findings: loaded.findings,
            });
        };
        let is_book = folder::is_book(&path);
        let bytes = if is_book {
            format!("#:schema {}\n{}", schema::FILE, texts.text()).into_bytes()
        } else {
            book::bytes(texts.text(), &agreement.language, &[])?
        };
        let own = options.folder.join(if is_book {
            folder::AGREEMENT
        } else {
            folder::BOOK
        });
        let target = options.into.clone().unwrap_or_else(|| own.clone());
        if !write_new(&target, &bytes)? {
            return Err(Error::damaged(&target, DamageFault::FileThere));
        }
        let wording = options
            .language
            .wording(&agreement.language, &agreement.activities)?;
        let made = Phrase::new("ui-convert-made").with("path", target.display().to_string());
        let mut lines = vec![wording.phrase(&made)];
        if target == own {
            let kept = kept_as(&path);
            fs::rename(&path, &kept).map_err(|fault| Error::io(&path, fault))?;
            let kept = Phrase::new("ui-convert-kept").with("path", kept.display().to_string());
            lines.push(wording.phrase(&kept));
        }
        terminal::print(&lines)
    };
    match converted() {
        Ok(()) => Exit::Finished,
        Err(error) => terminal::error(&error),
    }
}

/// A free name beside a file, that no command reads: `agreement.toml.before`.
fn kept_as(path: &Path) -> PathBuf {
    let name = |number: u32| {
        let mut name = path.as_os_str().to_owned();
        name.push(if number == 1 {
            ".before".to_owned()
        } else {
            format!(".before-{number}")
        });
        PathBuf::from(name)
    };
    (1..)
        .map(name)
        .find(|path| !path.exists())
        .unwrap_or_else(|| name(1))
}
