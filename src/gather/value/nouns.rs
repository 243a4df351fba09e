//! The nouns of what is done: an activity's own («fotpatrull»), and those that any activity may be called by («patrull», «pass»).

use super::plain::{plain, words};

/// The nouns by which the rows of a sheet are called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ActivityNouns {
    own: Vec<String>,
}

/// What any activity may be called.
const GENERAL: &[&str] = &[
    "rond",
    "rund",
    "patrull",
    "pass",
    "besök",
    "möte",
    "träff",
    "vandring",
    "tillsyn",
    "kontroll",
    "insats",
    "aktivitet",
    "verksamhet",
    "tillfälle",
    "utbildning",
    "föreläsning",
    "samtal",
    "övning",
    "genomgång",
    "dialog",
    "samråd",
    "visit",
    "meeting",
    "patrol",
    "round",
    "activit",
];

/// How Swedish and English nouns are bent.
const NOUN_ENDINGS: &[&str] = &[
    "", "ernas", "arnas", "erna", "arna", "orna", "ens", "ets", "ies", "en", "et", "an", "er",
    "ar", "or", "na", "n", "t", "a", "e", "s", "y",
];

/// How a verb is made of a noun: «patrullerade», «besökte».
const VERB_ENDINGS: &[&str] = &[
    "a", "ar", "ade", "as", "ades", "at", "ats", "te", "tes", "t", "er", "era", "erar", "erade",
    "eras", "erades", "erat", "erats",
];

/// Shorter stems are parts of too many other words.
const SHORTEST: usize = 4;

impl ActivityNouns {
    /// The nouns of these names: «fotpatrull», «fotpatruller», «gemensam-rond».
    pub(crate) fn of<'a>(names: impl Iterator<Item = &'a str>) -> ActivityNouns {
        let mut own: Vec<String> = Vec::new();
        for name in names {
            let name = plain(name).replace(['-', '_'], " ");
            own.extend(words(&name).flat_map(stems).map(str::to_owned));
        }
        own.sort();
        own.dedup();
        ActivityNouns { own }
    }

    /// Whether one of the activity's own nouns begins so: «skolbesök».
    pub(crate) fn begin_with(&self, stem: &str) -> bool {
        self.own.iter().any(|noun| noun.starts_with(stem))
    }

    /// Whether a word is the activity's own noun, whatever its ending: «ronden», or «patrull» of a «fotpatrull».
    pub(super) fn is_own(&self, word: &str) -> bool {
        stems(word).any(|stem| {
            self.own
                .iter()
                .any(|own| ends_as(own, stem) || ends_as(stem, own))
        })
    }

    /// Whether a word is a noun that the row may be called by.
    pub(super) fn is_activity(&self, word: &str) -> bool {
        self.is_own(word)
            || stems(word).any(|stem| GENERAL.iter().any(|general| ends_as(stem, general)))
    }

    /// Whether a word is a verb of the activity's own noun: «patrullerade», «besökte».
    pub(super) fn is_own_verb(&self, word: &str) -> bool {
        self.own.iter().any(|own| {
            let of_head = |head: &&str| ends_as(own, head) && is_verb_of(word, head);
            is_verb_of(word, own) || GENERAL.iter().any(of_head)
        })
    }

    /// Whether a word is a verb of what any activity may be called.
    pub(super) fn is_activity_verb(&self, word: &str) -> bool {
        self.is_own_verb(word) || GENERAL.iter().any(|general| is_verb_of(word, general))
    }
}

/// What a noun may be without its ending.
fn stems(word: &str) -> impl Iterator<Item = &str> {
    NOUN_ENDINGS
        .iter()
        .filter_map(|end| word.strip_suffix(end))
        .filter(|stem| stem.chars().count() >= SHORTEST)
}

/// Whether a noun is another, or a compound of it: «fotpatrull» of «patrull», but not «grund» of «rund».
fn ends_as(noun: &str, head: &str) -> bool {
    noun.strip_suffix(head)
        .is_some_and(|before| before.is_empty() || before.chars().count() >= 3)
}

fn is_verb_of(word: &str, stem: &str) -> bool {
    word.strip_prefix(stem)
        .is_some_and(|end| VERB_ENDINGS.contains(&end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_are_known_by_their_stems_and_as_parts_of_compounds() {
        let nouns = ActivityNouns::of(["fotpatrull", "fotpatruller"].into_iter());
        for (word, own, activity) in [
            ("fotpatrullen", true, true),
            ("patrull", true, true),
            ("patrullerna", true, true),
            ("ronden", false, true),
            ("trygghetsvandringar", false, true),
            ("grund", false, false),
            ("anmärkning", false, false),
        ] {
            assert_eq!(
                (nouns.is_own(word), nouns.is_activity(word)),
                (own, activity),
                "{word}"
            );
        }
        assert!(nouns.is_activity_verb("patrullera") && !nouns.is_activity_verb("prata"));
    }
}
