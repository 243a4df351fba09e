//! `lofte init --successor-of`: the next agreement from the one that it follows.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;

use super::super::agreement::{self, Loaded};
use super::super::{Exit, folder};
use super::Init;
use super::ended::{self, LastOutcomes};
use super::next::next;
use super::successor::{NewTerm, successor};
use super::write::write_agreement;
use crate::error::{AskedFault, Error};
use crate::gather::inspect;
use crate::load::{load, schema};
use crate::model::finding::Phrase;
use crate::wording::Wording;

/// Begins the agreement from the one that it follows.
pub(super) fn succeed(
    options: &Init,
    old: &Path,
    (from, to): (NaiveDate, NaiveDate),
    wording: &Wording,
) -> Result<Exit, Error> {
    if from > to {
        return Err(Error::Asked(AskedFault::TermReversed { from, to }));
    }
    let Loaded {
        path: old_path,
        texts,
        loaded: before,
    } = agreement::load(old)?;
    let Some(before) = before.value else {
        return Err(Error::Agreement {
            path: old_path,
            findings: before.findings,
        });
    };
    // The next one is kept as the last one was, unless the options say otherwise.
    let is_book = options.is_book.unwrap_or(folder::is_book(&old_path));
    let path = options.folder.join(folder::file_name(is_book));
    let include = |name: &str| texts.includes.get(name).cloned().flatten();
    let written = texts.text();
    let term = NewTerm {
        from,
        to,
        title: options.title.as_deref(),
    };
    let note = Phrase::new("ui-init-successor-note").with("old", old.display().to_string());
    let ended = ended::ended(old, &options.out)?;
    let last = ended.as_ref().map(|ended| LastOutcomes::of(ended, wording));
    let last = last.unwrap_or_default();
    let text = successor(written, before.term.from, before.term.to, &term, &last);
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
    write_agreement(options, &path, &text, &[])?;
    next(options, &path, &[], &[], wording)
}
