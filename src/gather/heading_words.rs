//! Synonyms of headings: renaming «Datum» to «Dag» changes nothing.
//!
//! Only words that are interchangeable on any sheet are here. Other meanings of a heading, such as «Adress» for a
//! place or «Inkom» for a day, are proposed by `inspect` and decided by people.

use std::collections::HashMap;
use std::sync::LazyLock;

/// One meaning a line, in the words that people use for it.
const MEANINGS: &[&[&str]] = &[
    &["datum", "dag", "dat", "när", "date", "when"],
    &[
        "vecka",
        "v",
        "veckonr",
        "veckonummer",
        "vecka nr",
        "week",
        "week no",
    ],
    &["månad", "mån", "month"],
    &["år", "årtal", "year"],
    &[
        "antal",
        "antal st",
        "ant",
        "hur många",
        "number",
        "count",
        "no of",
        "how many",
    ],
    &["plats", "ställe", "var", "place", "location", "where"],
    &["tid", "klockslag", "klockan", "kl", "tidpunkt", "time"],
    &["sluttid", "till kl", "end time"],
    &[
        "målgrupp",
        "för vem",
        "till vem",
        "audience",
        "target group",
    ],
    &[
        "samverkanspart",
        "samverkansparter",
        "samverkan med",
        "deltagande parter",
        "parter",
        "medverkande",
        "partners",
    ],
    &[
        "typ", "slag", "sort", "kategori", "type", "kind", "category",
    ],
    &[
        "kommentar",
        "kommentarer",
        "anmärkning",
        "anm",
        "notering",
        "övrigt",
        "comment",
        "comments",
        "notes",
        "remarks",
    ],
    &["läge", "status", "state"],
    &["timmar", "antal timmar", "tim", "hours"],
    &["minuter", "antal minuter", "minutes"],
    &["steg", "moment", "step"],
    &[
        "klart senast",
        "klar senast",
        "senast",
        "deadline",
        "due",
        "due date",
    ],
    &["klart", "klar", "färdigt", "done"],
    &[
        "löfte",
        "åtagande",
        "medborgarlöfte",
        "pledge",
        "commitment",
    ],
    &[
        "senast uppdaterad",
        "uppdaterad",
        "uppdaterat",
        "last updated",
        "updated",
    ],
    &[
        "ärendenummer",
        "ärendenr",
        "diarienummer",
        "dnr",
        "case number",
        "case no",
    ],
];

/// The meaning of every folded word, computed once.
static BY_WORD: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    let words = MEANINGS
        .iter()
        .enumerate()
        .flat_map(|(meaning, words)| words.iter().map(move |word| (fold(word), meaning)));
    words.collect()
});

/// A heading without what does not distinguish it: «Mötes-⏎datum:» and «mötesdatum» fold to the same text.
pub(crate) fn fold(heading: &str) -> String {
    heading
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// What a heading, [folded](fold), means; none if it has no synonyms.
pub(crate) fn meaning(folded: &str) -> Option<usize> {
    BY_WORD.get(folded).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_mean_the_same_and_words_that_do_not() {
        for (one, other, expected) in [
            ("Datum", "Dag", true),
            ("Antal st.", "antal", true),
            ("Klockslag", "Tid", true),
            ("Datum", "Vecka", false),
            ("Antal kontakter", "Antal deltagare", false),
            ("Klart", "Klart senast", false),
            ("", "", false),
        ] {
            let ours = meaning(&fold(one));
            let same = ours.is_some() && ours == meaning(&fold(other));
            assert_eq!(same, expected, "{one} / {other}");
        }
    }

    #[test]
    fn no_word_has_two_meanings() {
        let all: Vec<String> = MEANINGS
            .iter()
            .flat_map(|words| words.iter().map(|word| fold(word)))
            .collect();
        for word in &all {
            assert_eq!(
                all.iter().filter(|other| *other == word).count(),
                1,
                "{word}"
            );
        }
    }
}
