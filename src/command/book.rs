//! Agreements as workbooks: read in a process of its own, as the partners' are, and written.

use std::collections::BTreeMap;
use std::io::{stdin, stdout};
use std::path::Path;

use chrono::Local;

use super::isolation::pool;
use super::{Exit, LANGUAGES, SpokenLanguage, terminal};
use crate::error::{DamageFault, Error};
use crate::gather::agreement_book;
use crate::gather::isolate::{self, AgreementReader, Limits, ReplyHead, WorkbookTask, child};
use crate::load::book::{self, BookReading, BookWords, Lexicon, ReadBook};
use crate::model::book::BookSheet;
use crate::model::finding::Finding;
use crate::render::agreement_book as render;
use crate::wording::Wording;

/// The name of the hidden command.
const NAME: &str = "book-one";

/// The words of workbooks in every language.
pub(super) struct BookLanguages(Vec<BookWords>);

impl BookLanguages {
    /// # Errors
    /// If a language file is invalid.
    pub(super) fn new() -> Result<BookLanguages, Error> {
        let words = |tag: &&str| {
            let wording = Wording::new(tag, &BTreeMap::new())?;
            let keys = wording.keys().iter().map(|entry| entry.key.clone());
            let of_books = keys.filter(|key| key.starts_with(BookWords::SUBJECT));
            let texts = of_books.map(|key| (key.clone(), wording.text(&key)));
            Ok(BookWords::new(texts))
        };
        LANGUAGES
            .iter()
            .map(words)
            .collect::<Result<_, _>>()
            .map(BookLanguages)
    }

    /// To write in a language; the first there is if it is none.
    pub(super) fn lexicon(&self, language: &str) -> Result<Lexicon<'_>, Error> {
        let at = LANGUAGES
            .iter()
            .position(|tag| *tag == language)
            .unwrap_or(0);
        let own = self.0.get(at).ok_or_else(|| Error::Render {
            what: "the agreement's workbook".to_owned(),
            fault: "there is no language to write it in".to_owned(),
        })?;
        Ok(Lexicon { own, all: &self.0 })
    }
}

/// The agreement of a workbook, as a text and where it stands.
///
/// # Errors
/// If it is no workbook, or one that cannot be read: in one line, with what to do.
pub(super) fn read<'a>(
    path: &Path,
    file: &str,
    lexicon: Lexicon<'a>,
) -> Result<ReadBook<'a>, Error> {
    let sheets = sheets(path, file).map_err(|finding| {
        let told = SpokenLanguage::of_faults().map_or_else(
            |fault| fault.to_string(),
            |wording| wording.sentences(&finding),
        );
        Error::damaged(path, DamageFault::Told(told))
    })?;
    Ok(book::read(&sheets, file, lexicon))
}

/// The bytes of the workbook of an agreement file, with a sheet of notes on what else sheets of the partners may be.
///
/// # Errors
/// If something of the agreement would be lost in it, or it cannot be made.
pub(super) fn bytes(
    text: &str,
    language: &str,
    readings: &[BookReading],
) -> Result<Vec<u8>, Error> {
    let languages = BookLanguages::new()?;
    let lexicon = languages.lexicon(language)?;
    let lost = || Error::Render {
        what: "the workbook".to_owned(),
        fault: "something of the agreement would be lost in it; keep the text file".to_owned(),
    };
    let mut drawn = book::draw(text, lexicon).ok_or_else(lost)?;
    book::add_readings(&mut drawn, readings, lexicon);
    let back = book::read(&drawn.read_back(), "", lexicon);
    if !back.faults.is_empty() || !book::is_same(text, &back.text) {
        return Err(lost());
    }
    render::render(&drawn)
}

/// The cells of an agreement's workbook, read by a process of its own.
fn sheets(path: &Path, file: &str) -> Result<Vec<BookSheet>, Finding> {
    let task = WorkbookTask {
        path: path.to_owned(),
        shown: file.to_owned(),
        read_by: Vec::new(),
        sha256: String::new(),
    };
    let Some(pool) = pool(NAME, Limits::default(), None) else {
        return agreement_book::read(file, path);
    };
    let reader = AgreementReader {
        pool,
        agreement: "".into(),
        cache: None,
    };
    let mut read = isolate::read_all(&reader, Local::now().date_naive(), &[task]);
    // One task has one answer.
    read.pop()
        .unwrap_or_else(|| agreement_book::read(file, path))
}

/// Reads agreements' workbooks for another lofte, until nobody asks any more.
pub(crate) fn book_one() -> Exit {
    let answered = child::answer_with(
        stdin().lock(),
        stdout().lock(),
        |_| Some(()),
        |(), question| {
            let sheets = agreement_book::read(&question.shown, Path::new(&question.path))?;
            let cells: usize = sheets
                .iter()
                .flat_map(|sheet| &sheet.rows)
                .map(Vec::len)
                .sum();
            let head = ReplyHead {
                weight: cells.saturating_mul(64) as u64,
                ..ReplyHead::default()
            };
            Ok((head, sheets))
        },
    );
    match answered {
        Ok(()) => Exit::Finished,
        Err(fault) => terminal::error(&Error::io(Path::new(NAME), fault)),
    }
}
