//! The nearest right word, for whoever mistyped one.

/// The candidate most like `word`, without regard to case, if it is near enough to be meant.
///
/// ```
/// use lofte::text::nearest;
/// assert_eq!(nearest("polsien", ["polisen", "kommunen"]), Some("polisen"));
/// assert_eq!(nearest("xyz", ["polisen", "kommunen"]), None);
/// ```
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let mut nearest = None;
    // Below three parts of five the likeness is chance: «xyz» and «bra» share nothing.
    let mut most = 0.6;
    for candidate in candidates {
        // Of equals the last.
        if let Some(likeness) = likeness(&word, &candidate.to_lowercase(), most) {
            (nearest, most) = (Some(candidate), likeness);
        }
    }
    nearest
}

/// How alike two texts are, 1 where they are equal (Damerau and Levenshtein, by the longer one's length), if it is `least` at
/// least.
fn likeness(one: &str, other: &str, least: f64) -> Option<f64> {
    if one == other {
        return Some(1.0);
    }
    if most_likeness(one, other) < least {
        return None;
    }
    Some(strsim::normalized_damerau_levenshtein(one, other)).filter(|likeness| *likeness >= least)
}

/// What two texts cannot be more alike than: each step puts in, takes out or changes one letter at most, and swaps change none.
/// It is reckoned in a hundredth of the time, and nearly all texts are told apart by it.
fn most_likeness(one: &str, other: &str) -> f64 {
    // Letters are counted by their last six bits: two that fall together make the texts more alike here, never less.
    let mut surplus = [0_i32; 64];
    let mut count = |text: &str, step: i32| {
        let mut length = 0_u32;
        for letter in text.chars() {
            surplus[letter as usize % 64] += step;
            length += 1;
        }
        length
    };
    let longest = count(one, 1).max(count(other, -1));
    let over: i32 = surplus.iter().filter(|surplus| **surplus > 0).sum();
    let under: i32 = surplus.iter().filter(|surplus| **surplus < 0).sum();
    let steps = over.max(-under);
    1.0 - f64::from(steps) / f64::from(longest.max(1))
}

/// Whether `word` is `other` but for a slip of the pen: hardly a letter differs, and no digit.
///
/// ```
/// use lofte::text::is_typo;
/// assert!(is_typo("Antal kontrakter", "antal kontakter"));
/// assert!(!is_typo("Kallade 2022", "Kallade 2023"));
/// assert!(!is_typo("kallade", "genomförda"));
/// ```
pub fn is_typo(word: &str, other: &str) -> bool {
    is_typo_of_folded(&word.to_lowercase(), &other.to_lowercase())
}

/// The same of texts in lower case.
pub(crate) fn is_typo_of_folded(word: &str, other: &str) -> bool {
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    likeness(word, other, TYPO).is_some() && digits(word) == digits(other)
}

/// Which letters a text has, by their last six bits, and how many: enough to tell most texts apart at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct LetterSet {
    letters: u64,
    length: u32,
}

impl LetterSet {
    pub(crate) fn of(text: &str) -> LetterSet {
        let with = |set: LetterSet, letter: char| LetterSet {
            letters: set.letters | 1 << (letter as u32 % 64),
            length: set.length.saturating_add(1),
        };
        text.chars().fold(LetterSet::default(), with)
    }

    /// False only where [`is_typo_of_folded`] says no: each letter that one has and the other has not is a step at least.
    pub(crate) fn may_be_typo_of(self, other: LetterSet) -> bool {
        let only = |one: u64, other: u64| (one & !other).count_ones();
        let steps = only(self.letters, other.letters).max(only(other.letters, self.letters));
        let steps = steps.max(self.length.abs_diff(other.length));
        let longest = self.length.max(other.length);
        1.0 - f64::from(steps) / f64::from(longest.max(1)) >= TYPO
    }
}

/// How alike a word and its slip of the pen are at least: one letter of seven, «båtar» are no «bilar».
const TYPO: f64 = 0.85;

/// How nouns are bent; one of these more or less makes no other word.
const ENDINGS: &[&str] = &[
    "en", "et", "er", "ar", "or", "na", "erna", "arna", "n", "t", "a", "e", "s", "es",
];

/// Whether `word` may be `other`, written or bent a little otherwise: a letter differs, an ending, or a blank or a hyphen.
///
/// ```
/// use lofte::text::is_near;
/// assert!(is_near("Hastigheter", "hastighet") && is_near("Torgt", "Torget") && is_near("Trafik kontroll", "trafikkontroll"));
/// assert!(!is_near("Skola B", "Skola A") && !is_near("Kv 2", "Kv 1") && !is_near("oplanerad", "planerad"));
/// ```
pub fn is_near(word: &str, other: &str) -> bool {
    let (word, other) = (word.trim().to_lowercase(), other.trim().to_lowercase());
    let joined = |text: &str| {
        text.chars()
            .filter(|sign| sign.is_alphanumeric())
            .collect::<String>()
    };
    let words = |text: &str| {
        text.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (ours, theirs) = (words(&word), words(&other));
    let alike = ours.len() == theirs.len()
        && ours.iter().zip(&theirs).all(|(one, other)| {
            one == other || is_bent(one, other) || is_one_letter_off(one, other)
        });
    !ours.is_empty() && (alike || joined(&word) == joined(&other))
}

fn is_bent(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    short.chars().count() >= 4
        && long
            .strip_prefix(short)
            .is_some_and(|ending| ENDINGS.contains(&ending))
}

/// How many letters are to be changed, left out, added or exchanged with the next to make one word of another.
pub(crate) fn steps_between(one: &str, other: &str) -> usize {
    strsim::damerau_levenshtein(one, other)
}

/// Whether a letter differs in words of five or more, not the first: «oplanerad» is not «planerad».
fn is_one_letter_off(one: &str, other: &str) -> bool {
    let letters = |word: &str| word.chars().count() >= 5 && word.chars().all(char::is_alphabetic);
    letters(one)
        && letters(other)
        && one.chars().next() == other.chars().next()
        && strsim::damerau_levenshtein(one, other) <= 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn texts_are_no_more_alike_than_reckoned(one in "[a-dåäö 0-2A]{0,12}", other in "[a-dåäö 0-2A]{0,12}") {
            let exact = strsim::normalized_damerau_levenshtein(&one, &other);
            prop_assert!(most_likeness(&one, &other) >= exact, "{one} {other}");
            for least in [0.0, 0.6, 0.85, 1.0] {
                prop_assert!(LetterSet::of(&one).may_be_typo_of(LetterSet::of(&other)) || !is_typo_of_folded(&one, &other));
                prop_assert_eq!(likeness(&one, &other, least), Some(exact).filter(|exact| *exact >= least));
            }
        }
    }
}
