//! Texts: comparing words as people write them, reading JSON.

mod json;
mod nearest;

pub(crate) use json::read_json;
pub(crate) use nearest::{LetterSet, is_typo_of_folded, steps_between};
pub use nearest::{is_near, is_typo, nearest};

/// Whether two texts are the same words: without regard to case, outer blanks and runs of blanks.
///
/// ```
/// assert!(lofte::text::same_words(" Kiosken  torget", "Kiosken Torget"));
/// ```
pub fn same_words(one: &str, other: &str) -> bool {
    folded(one).eq(folded(other))
}

/// The letters of a text's words, with one blank between them, without regard to case.
pub(crate) fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    let words = text.split_whitespace().enumerate();
    let spaced =
        words.flat_map(|(at, word)| (at > 0).then_some(' ').into_iter().chain(word.chars()));
    spaced.flat_map(char::to_lowercase)
}

/// The text with its first letter capital.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// Whether a word is one of these names.
pub(crate) fn is_one_of<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> bool {
    names.into_iter().any(|name| same_words(name, word))
}
