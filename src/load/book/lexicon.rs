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

    /// A value of the agreement file that is made of a word and a number or a name, as the workbook has it: «platser.byar» of
    /// «places.byar»; any other as it is.
    pub(super) fn spoken(&self, text: &str) -> String {
        let own = |(form, key): &(&str, &str)| {
            let filling = filling(text, form)?;
            let own = self.own.texts.get(&format!("book-form-{key}"))?;
            Some(own.replace('#', filling))
        };
        FORMS
            .iter()
            .find_map(own)
            .unwrap_or_else(|| text.to_owned())
    }

    /// The value of the agreement file that is meant by one of the workbook.
    pub(super) fn unspoken(&self, text: &str) -> String {
        let meant = |(form, key): &(&str, &str)| {
            let key = format!("book-form-{key}");
            let mut written = self
                .all
                .iter()
                .filter_map(|language| language.texts.get(&key));
            let filling = written.find_map(|written| filling(text, written))?;
            Some(form.replace('#', filling))
        };
        FORMS
            .iter()
            .find_map(meant)
            .unwrap_or_else(|| text.to_owned())
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

/// Values that are made of a word and of what stands at `#`, as the agreement file writes them, with the keys of their forms in the
/// language files. Those of a length are told by how many they are.
const FORMS: [(&str, &str); 13] = [
    ("places.#", "places"),
    ("calendar.#", "calendar"),
    ("day #", "day"),
    ("# days before", "days-before"),
    ("# working days", "working-days"),
    ("# days", "days"),
    ("# day", "one-day"),
    ("# weeks", "weeks"),
    ("# week", "one-week"),
    ("# months", "months"),
    ("# month", "one-month"),
    ("# years", "years"),
    ("# year", "one-year"),
];

/// What stands at `#` in a text of this form: a number, or a name after a word.
fn filling<'t>(text: &'t str, form: &str) -> Option<&'t str> {
    let (before, after) = form.split_once('#')?;
    let text = text.trim();
    let end = text.len().checked_sub(after.len())?;
    let (begin, rest) = (text.get(..before.len())?, text.get(end..)?);
    let middle = text.get(before.len()..end)?;
    let is_number = !middle.is_empty() && middle.bytes().all(|sign| sign.is_ascii_digit());
    let is_name = before.ends_with('.') && !middle.trim().is_empty();
    (folded(begin) == folded(before) && folded(rest) == folded(after) && (is_number || is_name))
        .then_some(middle)
}

fn word_key(word: &str) -> String {
    format!("book-word-{}", word.replace(['_', '.'], "-"))
}

/// As headings and words are compared: without regard to case, outer blanks, a star and a trailing colon.
pub(super) fn folded(text: &str) -> String {
    crate::text::folded(text.trim().trim_end_matches([':', '*'])).collect()
}
