//! What stands about a phrase: a reason, a time, another occasion or another thing that it is said of.

use super::known_words::Phrase;
use crate::gather::value::calendar::month_name;
use crate::gather::value::nouns::ActivityNouns;

/// Words before the state that change nothing.
const FILLERS: &[&str] = &[
    "är",
    "var",
    "har",
    "hade",
    "blev",
    "blir",
    "blivit",
    "bli",
    "helt",
    "status",
    "obs",
    "nu",
    "was",
    "is",
    "been",
    "fick",
    "fått",
    "måste",
    "ska",
    "skall",
    "skulle",
    "att",
    "tvungna",
    "tvungen",
    "tvingades",
    "valde",
    "lov",
    "gjordes",
    "hölls",
    "kommer",
    "raden",
    "rad",
    "dag",
    "idag",
    "vecka",
    "veckan",
    "månad",
    "månaden",
];

/// Words of another occasion than the row's own.
const OTHER_OCCASION: &[&str] = &[
    "nästa",
    "nästkommande",
    "kommande",
    "följande",
    "förra",
    "förrförra",
    "föregående",
    "tidigare",
    "gårdagens",
    "morgondagens",
    "next",
    "previous",
    "last",
];

/// Words after which something is told that had to do with it: «trots att matchen ställdes in».
const SUBORDINATING: &[&str] = &[
    "trots",
    "oaktat",
    "eftersom",
    "medan",
    "när",
    "då",
    "efter",
    "innan",
    "därför",
    "sedan",
    "istället",
    "fastän",
    "även",
    "despite",
    "although",
    "because",
    "since",
    "when",
    "while",
    "after",
];

/// Whether the words before a state leave it to be the row's own: there are none, or none that say anything.
pub(super) fn leaves_own(before: &[&str]) -> bool {
    let is_number = |word: &&&str| word.bytes().all(|sign| sign.is_ascii_digit());
    // «4 (1 inställd)» is said of one of four.
    before.iter().filter(is_number).count() < 2
        && before
            .iter()
            .all(|word| FILLERS.contains(word) || is_time(word))
}

/// Whether a phrase is said of another occasion or another thing.
pub(super) fn is_of_another(
    all: &[&str],
    at: usize,
    phrase: &Phrase,
    nouns: &ActivityNouns,
) -> bool {
    let before = all.get(..at).unwrap_or_default();
    if before.iter().any(|word| OTHER_OCCASION.contains(word)) {
        return true;
    }
    let other = |word: &str| {
        !FILLERS.contains(&word) && !nouns.is_activity(word) && !is_small(word) && !is_time(word)
    };
    if phrase.own_subject && before.iter().any(|word| other(word)) {
        return true;
    }
    let Some(link) = before.iter().rposition(|word| SUBORDINATING.contains(word)) else {
        return false;
    };
    let subject = before.get(link + 1..).unwrap_or_default();
    // «Extra eftersom den 3/1 ställdes in».
    if subject
        .iter()
        .any(|word| word.bytes().any(|byte| byte.is_ascii_digit()))
    {
        return true;
    }
    // «Trots inställd match» has its subject behind.
    let behind = all.get(at + phrase.length).filter(|_| subject.is_empty());
    subject.iter().chain(behind).any(|word| other(word))
}

/// Whether a word tells of another occasion: «nästa».
pub(super) fn is_other_occasion(word: &str) -> bool {
    OTHER_OCCASION.contains(&word)
}

/// Words that no noun is.
pub(super) fn is_small(word: &str) -> bool {
    SMALL.contains(&word)
}

const SMALL: &[&str] = &[
    "till", "i", "på", "av", "att", "för", "under", "men", "och", "med", "den", "det", "to", "for",
    "in", "on", "by", "and", "but", "efter", "före", "hos", "vid", "ny", "nytt", "igen", "som",
    "enligt", "om", "då", "så", "del", "delar", "delen", "upp", "fram", "ut", "allt", "detta",
    "denna", "därför", "pga",
];

/// Whether words give a reason: «pga snö», «på grund av sjukdom».
pub(in crate::gather::value) fn gives_reason(after: &[&str]) -> bool {
    let begins = |all: &[&str]| after.get(..all.len()) == Some(all);
    [
        &["pga"][..],
        &["p.g.a"],
        &["p", "g", "a"],
        &["på", "grund"],
        &["till", "följd"],
        &["med", "anledning"],
        &["av", "anledning"],
        &["av", "arrangören"],
        &["due", "to"],
        &["because"],
        &["eftersom"],
    ]
    .iter()
    .any(|all| begins(all))
}

/// Whether words say until when: «planeras till hösten», «planned for May».
pub(super) fn says_until(after: &[&str]) -> bool {
    matches!(
        after.first(),
        Some(&"till" | &"i" | &"under" | &"for" | &"in" | &"hösten" | &"våren")
    ) && after.len() <= 4
}

/// Whether a word belongs to a date: «12/5», «2025», «v.40», «maj», «hösten».
pub(in crate::gather::value) fn is_time(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
        || month_name(word).is_some()
        || matches!(
            word,
            "v" | "vecka"
                | "veckan"
                | "månad"
                | "månaden"
                | "dag"
                | "dagen"
                | "idag"
                | "den"
                | "våren"
                | "hösten"
                | "sommaren"
                | "vintern"
                | "i"
                | "kl"
                | "under"
        )
}
