//! The words of the workbook in every language, given by whoever knows the language files.

use std::collections::BTreeMap;

use crate::model::book::BookSheet;

/// The words of one language: those of sheets, headings and cells, by their keys.
#[derive(Debug, Default)]
pub(crate) struct BookWords {
    texts: BTreeMap<String, String>,
    folded: BTreeMap<String, String>,
}

impl BookWords {
    /// What the keys of the workbook begin with in the language files.
    pub(crate) const SUBJECT: &'static str = "book-";

    /// The words by their keys.
    pub(crate) fn new(texts: impl IntoIterator<Item = (String, String)>) -> BookWords {
        let texts: BTreeMap<String, String> = texts.into_iter().collect();
        let fold = |(key, text): (&String, &String)| (key.clone(), folded(text));
        BookWords {
            folded: texts.iter().map(fold).collect(),
            texts,
        }
    }
}

/// The words that sheets, headings and cells are written with, and known by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lexicon<'a> {
    /// The language that is written.
    pub(crate) own: &'a BookWords,
    /// Those that are understood.
    pub(crate) all: &'a [BookWords],
}

impl<'a> Lexicon<'a> {
    /// The same, written in the language that most of a workbook's sheets are named in.
    pub(super) fn of(self, book: &[BookSheet]) -> Lexicon<'a> {
        let names: Vec<String> = book.iter().map(|sheet| folded(&sheet.name)).collect();
        let known = |words: &&BookWords| {
            let is_named = |(_, text): &(&String, &String)| names.contains(text);
            words.folded.iter().filter(is_named).count()
        };
        // Of equals the first.
        let own = self.all.iter().rev().max_by_key(known).unwrap_or(self.own);
        Lexicon { own, ..self }
    }

    /// The text of a key; the key itself where the language has none.
    pub(super) fn text(&self, key: &str) -> String {
        self.own
            .texts
            .get(key)
            .map_or_else(|| key.to_owned(), Clone::clone)
    }

    /// Whether somebody who wrote `word` may have meant the text of a key.
    pub(super) fn means(&self, key: &str, word: &str) -> bool {
        let word = folded(word);
        self.all
            .iter()
            .any(|language| language.folded.get(key) == Some(&word))
    }

    /// A word of the agreement file as the workbook has it.
    pub(super) fn word(&self, word: &str) -> String {
        let known = self.own.texts.get(&word_key(word));
        known.map_or_else(|| word.to_owned(), Clone::clone)
    }

    /// The word of the agreement file that is meant by one of the workbook.
    pub(super) fn canonical<'c>(&self, written: &str, choices: &[&'c str]) -> Option<&'c str> {
        let is = |choice: &&&str| folded(choice) == folded(written);
        let exact = choices.iter().find(is);
        let meant = || {
            choices
                .iter()
                .find(|choice| self.means(&word_key(choice), written))
        };
        exact.or_else(meant).copied()
    }
}

fn word_key(word: &str) -> String {
    format!("book-word-{}", word.replace(['_', '.'], "-"))
}

/// As headings and words are compared: without regard to case, outer blanks, a star and a trailing colon.
pub(super) fn folded(text: &str) -> String {
    crate::text::folded(text.trim().trim_end_matches([':', '*'])).collect()
}
